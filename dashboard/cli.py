"""The command line: serve, check, start and extend files, explain rules, print the schema."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from dashboard.event_options import OPTIONS
from dashboard.exits import CLEAN, PROBLEMS, UNUSABLE, fail
from dashboard.files.opening import NotAFileError, read_whole
from dashboard.paths import default_events_file, is_packaged
from dashboard.reports import FORMATS
from dashboard.web.memory import use_returnable_memory
from dashboard.words.quotes import printable, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPT = "geopolitical-timeline"
"""Name of the installed command."""
COMMANDS = ("serve", "check", "init", "add", "schema", "types")


class _Parser(argparse.ArgumentParser):
    """A parser that prints a usage error on one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {printable(message)} (see --help)\n")


def program() -> str:
    """Return the command by which this program was called, for its messages."""
    name = Path(sys.argv[0]).stem
    return name if name == SCRIPT else "python -m dashboard"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0] not in COMMANDS and words[0] not in ("-h", "--help")):
        words.insert(0, "serve")
    options = parser().parse_args(words)
    if arguments is None and options.command == "serve" and options.edit:
        use_returnable_memory()
    run = {
        "serve": _serve,
        "check": _check,
        "init": _init,
        "add": _add,
        "schema": _schema,
        "types": _types,
    }
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # the terminal may lack letters of a title
            stream.reconfigure(errors="backslashreplace")
    try:
        code = run[options.command](options)
        if sys.stdout is not None:  # it is None if it was closed before
            sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, closed the pipe
        _silence(sys.stdout)
        return PROBLEMS
    except OSError as error:
        if error.filename is not None:  # no write to the output
            raise
        _silence(sys.stdout)
        try:
            return fail(f"the output cannot be written: {(error.strerror or str(error)).lower()}")
        except OSError:
            _silence(sys.stderr)
        return UNUSABLE
    return code


def _silence(stream: TextIO) -> None:
    """Send what a stream still holds nowhere, or Python ends with an error of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    root = _Parser(prog=program(), description="Geopolitical events from a YAML file.")
    commands = root.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="open the dashboard of a file (the default)")
    serve.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default events.yaml")
    serve.add_argument("--host", default="127.0.0.1", help="address to bind; default 127.0.0.1")
    serve.add_argument("--port", type=_port, default=8050, help="port to bind; default 8050")
    serve.add_argument("--open", action="store_true", help="open the page in a browser")
    serve.add_argument("--edit", action="store_true", help="let the page edit the file")
    serve.add_argument("--no-cache", action="store_true", help="keep no copy of the file")
    serve.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="further host name that is allowed",
    )
    check = commands.add_parser("check", help="check files; exit 0 clean, 1 problems, 2 unusable")
    check.add_argument("files", nargs="*", metavar="FILE", help="events files")
    check.add_argument(
        "--lint", action="store_true", help="report all rules, not only the plain ones"
    )
    check.add_argument(
        "--explain", nargs="?", const="all", metavar="CODE", help="explain a rule; without CODE all"
    )
    check.add_argument("--strict", action="store_true", help="count warnings as problems")
    check.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    check.add_argument("--all", action="store_true", help="list all problems with all places")
    instead = check.add_mutually_exclusive_group()
    instead.add_argument(
        "--fix",
        action="store_true",
        help="write the certain remedies into FILE, print the change",
    )
    instead.add_argument(
        "--actors", action="store_true", help="print entries of the missing actors of FILE"
    )
    check.set_defaults(wrong_usage=check.error)
    init = commands.add_parser("init", help="write a first file; never overwrite one")
    init.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default events.yaml")
    _add_parser(commands.add_parser("add", help="add an event; asks for what is missing"))
    schema = commands.add_parser("schema", help="print the JSON Schema of events files")
    schema.add_argument(
        "--beside", type=Path, metavar="FILE", help="write it into the folder of an events file"
    )
    types = commands.add_parser("types", help="print the event types, those of a file too")
    types.add_argument("file", nargs="?", metavar="FILE", help="events file with types of its own")
    types.add_argument(
        "--format", choices=("text", "json"), default="text", help="how it is printed"
    )
    return root


def _add_parser(add: argparse.ArgumentParser) -> None:
    add.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default events.yaml")
    for option in OPTIONS:
        action = "append" if option.repeats else "store"
        name = option.name.removeprefix("--").upper()
        add.add_argument(
            option.name, dest=option.key, action=action, metavar=name, help=option.meaning
        )
    add.add_argument("--dry-run", action="store_true", help="print the change, write nothing")


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65_536:
        return int(text)
    raise argparse.ArgumentTypeError(f'"{text}" is not a valid port: use a number from 1 to 65535')


def _check(options: argparse.Namespace) -> int:
    if options.explain is not None:
        return _explain(options.explain)
    if not options.files:
        options.wrong_usage("the following arguments are required: FILE")
    if (options.fix or options.actors) and (len(options.files) > 1 or options.format != "text"):
        options.wrong_usage("--fix and --actors take one FILE, and print text alone")
    from dashboard.checking import check

    return check(options)


def _init(options: argparse.Namespace) -> int:
    from dashboard.writing.errors import StoreError
    from dashboard.writing.starter import write_starter

    file = options.file or Path("events.yaml")
    try:
        write_starter(file)
    except StoreError as error:
        return fail(str(error))
    name = printable(str(file))
    print(f"wrote {name}, an example to edit: open it with {program()} {name} --open")
    return CLEAN


def _add(options: argparse.Namespace) -> int:
    from dashboard.adding import CannotAddError, add
    from dashboard.writing.errors import EditError

    try:
        add(options)
    except CannotAddError as error:
        for message in error.messages:
            fail(message)
        return error.code
    except EditError as error:
        return fail(str(error))
    return CLEAN


def _explain(code: str) -> int:
    from dashboard.linting.explain import explain, explain_all
    from dashboard.model.rules import rules
    from dashboard.words.suggestions import suggestion

    if code == "all":
        print(explain_all())
    elif code in rules():
        print(explain(code))
    else:
        return fail(f"unknown rule {quoted(code)}{suggestion(code, rules())}")
    return CLEAN


def _schema(options: argparse.Namespace) -> int:
    from dashboard.model.schema import SCHEMA_FILE, modeline, schema_text
    from dashboard.writing.starter import write_schema

    if options.beside is None:
        print(schema_text(), end="")
        return CLEAN
    try:
        file = write_schema(options.beside)
    except OSError as error:
        file = options.beside.with_name(SCHEMA_FILE)
        return fail(f"{file} cannot be written: {(error.strerror or str(error)).lower()}")
    name = printable(options.beside.name)
    print(f"wrote {printable(str(file))}; editors find it by this first line of {name}:")
    print(modeline())
    return CLEAN


def _types(options: argparse.Namespace) -> int:
    from dashboard.type_list import report_types

    text, is_good = report_types(options.file, options.format)
    print(text, file=sys.stdout if is_good else sys.stderr)
    return CLEAN if is_good else PROBLEMS


def _why_unusable(file: Path) -> str:
    """Return why a file cannot be served, or an empty text."""
    try:
        read_whole(file, 1)
    except FileNotFoundError:
        return "does not exist: name an events file"
    except IsADirectoryError:
        return "is a folder: name an events file in it"
    except NotAFileError as error:
        return f"is {error}: name an events file"
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return f"cannot be read: {reason}"
    return ""


def _serve(options: argparse.Namespace) -> int:
    file = options.file or default_events_file()
    wrong = _why_unusable(file)
    if wrong:
        return fail(f"{file} {wrong}")
    if options.edit and is_packaged(file):
        return fail(f"{file} is the example that is shipped: run init for a file of your own")
    gc.disable()  # objects made at the start stay in use: collecting garbage only costs time
    from dashboard.serving import CannotBindError, serve

    try:
        serve(
            file,
            options.host,
            options.port,
            open_browser=options.open,
            edit=options.edit,
            hosts=options.allow_host,
            keeps=not options.no_cache,
        )
    except CannotBindError as error:
        return fail(str(error))
    return CLEAN
