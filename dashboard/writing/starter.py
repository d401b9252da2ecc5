"""The starter file that ``init`` writes: an example without problems, to be replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.files.replacing import PUBLIC, replace_file
from dashboard.model.schema import SCHEMA_FILE, modeline, schema_text
from dashboard.words.quotes import printable
from dashboard.writing.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


STARTER = """\
# Events for the timeline: who did what to whom, when, and who says so.
#
# Every event needs a date, a title and actors; all else is optional, and worth it. Write one of
# your own over the examples below, or let the command ask you for it:
#   python -m dashboard add {name}
# See the picture, and check the file:
#   python -m dashboard {name} --open
#   python -m dashboard check {name}

title: My events
description: Three examples to write over.
timezone: UTC

# People, organisations and groups of your own; countries need no entry.
# actors:
#   - id: lavrov
#     name: Sergey Lavrov
#     kind: person
#     country: Russia

events:
  # The smallest useful event, with a source.
  - date: 1975-08-01
    title: Helsinki Final Act is signed
    type: sign_agreement
    actors: [United States, Soviet Union, United Kingdom, France]
    sources:
      - https://en.wikipedia.org/wiki/Helsinki_Accords

  # A date may be an interval (1985-11-19/1985-11-20), a month (1985-11), or approximate (1985~).
  - date: 1985-11-19/1985-11-20
    title: Reagan and Gorbachev meet in Geneva
    type: summit
    actors: [United States, Soviet Union]
    place: {{name: Geneva, country: Switzerland}}
    importance: 4
    sources:
      - https://en.wikipedia.org/wiki/Geneva_Summit_(1985)

  # What is claimed by one side and denied by another: write down who says what, and where.
  # This one is made up.
  - date: 2024-01~
    title: "Example: an alleged breach of an agreement"
    type: accuse
    actors: [Norway]
    targets: [Sweden]
    claims:
      - by: [Norway]
        stance: asserts
        source: https://example.org/the-accusation
      - by: [Sweden]
        stance: denies
        source: https://example.org/the-answer
    links:
      follows: [1975-08-01-helsinki-final-act-is-signed]
"""


def write_starter(path: Path) -> None:
    """Write the starter file, which must not exist yet, and beside it the schema for editors.

    Raises:
        StoreError: the path exists already, or a file cannot be written.
    """
    text = f"{modeline()}\n{STARTER.format(name=printable(str(path)))}"
    try:
        file = path.open("xb")
    except FileExistsError:
        message = f"{path} is there already, and stays as it is: name another file"
        raise StoreError(message) from None
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with file:
            file.write(text.encode("utf-8"))
        write_schema(path)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(f"{path} cannot be written ({(error.strerror or str(error)).lower()})")


def write_schema(path: Path) -> Path:
    """Write the schema for editors into the folder of an events file.

    Args:
        path: the events file.

    Returns:
        Path of the schema.

    Raises:
        OSError: the schema cannot be written; an older one is unchanged.
    """
    file = path.with_name(SCHEMA_FILE)
    replace_file(file.resolve(), schema_text().encode("utf-8"), new=PUBLIC)
    return file
