"""The arguments of the command line: its commands and their options."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from dashboard import __version__
from dashboard.event_options import OPTIONS
from dashboard.exits import UNUSABLE
from dashboard.formats.table import FORMATS as WAYS_OUT
from dashboard.query.spoken import matched
from dashboard.reports import FORMATS
from dashboard.words.catalogue import ENGLISH, LANGUAGES
from dashboard.words.quotes import printable, quoted
from dashboard.words.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

SCRIPT = "geopolitical-timeline"
"""Name of the installed command."""
_OF_NO_COMMAND = ("-h", "--help", "--version")
COMMANDS = ("serve", "check", "init", "add", "import", "export", "schema", "types")


class _Parser(argparse.ArgumentParser):
    """A parser that prints a usage error on one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {printable(message)} (see --help)\n")


def program() -> str:
    """Return the command by which this program was called, for its messages."""
    name = Path(sys.argv[0]).stem
    return name if name == SCRIPT else "python -m dashboard"


def parse(arguments: Iterable[str]) -> argparse.Namespace:
    """Return the command and its options; without a command it is ``serve``.

    Wrong arguments end the program with a message and exit code 2.
    """
    words = list(arguments)
    if not words or (words[0] not in COMMANDS and words[0] not in _OF_NO_COMMAND):
        if words and _is_command(words[0]):
            known = ", ".join(COMMANDS)
            remedy = suggestion(words[0], COMMANDS) or f": the commands are {known}"
            parser().error(f"no command or file {quoted(words[0])}{remedy}")
        words.insert(0, "serve")
    return parser().parse_args(words)


def _is_command(word: str) -> bool:
    """Whether a word names no file and looks like a command."""
    return word.isalpha() and not Path(word).exists()


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    root = _Parser(
        prog=program(),
        description="Geopolitical events from a YAML file.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root.add_argument("--version", action="version", version=f"{SCRIPT} {__version__}")
    commands = root.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="open the dashboard of a file (the default)")
    serve.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default events.yaml")
    serve.add_argument("--host", default="127.0.0.1", help="address to bind; default 127.0.0.1")
    serve.add_argument("--port", type=_port, default=8050, help="port to bind; default 8050")
    serve.add_argument("--open", action="store_true", help="open the page in a browser")
    serve.add_argument("--edit", action="store_true", help="let the page edit the file")
    serve.add_argument("--lang", type=_language, help="language of the page; default the browser's")
    serve.add_argument("--no-cache", action="store_true", help="keep no copy of the file")
    serve.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="further host name that is allowed",
    )
    serve.add_argument(
        "--allow-frame",
        action="append",
        default=[],
        metavar="HOST",
        help="site whose pages may show this one in a frame",
    )
    serve.add_argument(
        "--prefix",
        default="",
        metavar="PATH",
        help="path below which a proxy shows the page, such as /timeline",
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
    _import_parser(commands.add_parser("import", help="turn tables and other files into events"))
    _export_parser(commands.add_parser("export", help="take events or a chart away"))
    schema = commands.add_parser("schema", help="print the JSON Schema of events files")
    schema.add_argument(
        "--beside", type=Path, metavar="FILE", help="write it into the folder of an events file"
    )
    types = commands.add_parser("types", help="print the event types, those of a file too")
    types.add_argument("file", nargs="?", metavar="FILE", help="events file with types of its own")
    types.add_argument(
        "--format", choices=("text", "json"), default="text", help="how it is printed"
    )
    root.epilog = f"Without a command it serves.\n\n{serve.format_help()}"
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


def _import_parser(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files to import")
    options = {
        "--recipe": (str, "NAME|PATH", "name of a shipped recipe, or a recipe of your own"),
        "--output": (Path, "FILE", "events file to create or to extend; default standard output"),
        "--left-out": (Path, "PATH", "write the rows that are left out, as CSV"),
        "--write-recipe": (Path, "PATH", "write the recipe for editing, import nothing"),
        "--sheet": (str, "NAME", "the only sheet of a workbook to import"),
    }
    for name, (kind, word, meaning) in options.items():
        names = ["-o", name] if name == "--output" else [name]
        command.add_argument(*names, type=kind, metavar=word, help=meaning)
    command.add_argument(
        "--report", choices=("text", "json"), default="text", help="how the report is printed"
    )


def _export_parser(export: argparse.ArgumentParser) -> None:
    export.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default events.yaml")
    export.add_argument("--format", required=True, choices=list(WAYS_OUT), help="what is written")
    export.add_argument(
        "-o", dest="out", type=Path, metavar="OUT", help="file, or folder; default the output"
    )
    export.add_argument(
        "--query", default="", metavar="QUERY", help='selection: "country=Japan&from=2023-10"'
    )
    for name, words in (
        ("chart", "timeline, network, matrix, over_time, before_after or aligned"),
        ("width", "width of the chart in pixels"),
        ("height", "height of the chart in pixels; default as high as needed"),
        ("scheme", "light or dark"),
    ):
        export.add_argument(f"--{name}", metavar=name.upper(), help=words)
    export.add_argument(
        "--lang",
        type=_language,
        metavar="TAG",
        help=f"language of the words: {', '.join(LANGUAGES)}; default {ENGLISH}",
    )


def _language(text: str) -> str:
    try:
        return matched(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) < 65_536:
        return int(text)
    raise argparse.ArgumentTypeError(f'"{text}" is not a valid port: use a number from 1 to 65535')
