"""The command line: what each command does; its options are in ``arguments``."""

from __future__ import annotations

import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dashboard.arguments import parse, program
from dashboard.exits import CLEAN, PROBLEMS, UNUSABLE, fail
from dashboard.files.opening import NotAFileError, read_whole
from dashboard.paths import default_events_file, is_packaged
from dashboard.web.memory import use_returnable_memory
from dashboard.words.quotes import printable, quoted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    if arguments is None and options.command == "serve" and options.edit:
        use_returnable_memory()
    run = {
        "serve": _serve,
        "check": _check,
        "init": _init,
        "add": _add,
        "import": _import,
        "export": _export,
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


def _import(options: argparse.Namespace) -> int:
    from dashboard.importing import import_files

    return import_files(options)


def _export(options: argparse.Namespace) -> int:
    from dashboard.exporting import export

    return export(options)


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
    if options.edit and options.allow_frame:
        return fail("--allow-frame goes without --edit: a page that is edited is in no frame")
    from dashboard.web.frames import read_frame_ancestor
    from dashboard.web.prefix import read_prefix

    try:
        prefix = read_prefix(options.prefix)
        frames = [read_frame_ancestor(host) for host in options.allow_frame]
    except ValueError as error:
        return fail(str(error))
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
            frames=frames,
            keeps=not options.no_cache,
            lang=options.lang or "",
            prefix=prefix,
        )
    except CannotBindError as error:
        return fail(str(error))
    return CLEAN
