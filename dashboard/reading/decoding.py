"""Decoding: bytes of a file become text, or the problem of their encoding."""

from __future__ import annotations

import codecs

from dashboard.model.problems import Problem

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP = b"PK\x03\x04"
"""First bytes of a zip archive, as which Word, Excel and LibreOffice write their files."""
_NOTHING = b"\0 \t\r\n"
"""Bytes that are left in a file after the disk has lost its data."""
_REMEDY = "save the file as UTF-8"


def decode(data: bytes, path: str) -> str | Problem:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Args:
        data: all bytes of the file.
        path: its name, for the problem.

    Example:
        >>> decode("Kraków".encode("utf-8-sig"), "events.yaml")
        'Kraków'
        >>> decode("Kraków".encode("latin-1"), "events.yaml").message
        'byte F3 is not UTF-8 (in Latin-1 it is "ó"): save the file as UTF-8'
    """
    if data and not data.strip(_NOTHING) and 0 in data:
        message = "the file holds nothing but zero bytes, as after a crash: put back an older copy"
        return Problem(path, 1, 1, "encoding", message)
    if data.startswith(_ZIP):
        message = "this is a workbook or a document of an office program, not text: of a workbook"
        remedy = "the command import reads the tables, of a document export the text"
        return Problem(path, 1, 1, "encoding", f"{message} {remedy}")
    if data.count(0) > len(data) // 4 and not data.startswith(_WIDE):
        message = f"this looks like UTF-16 without a byte order mark: {_REMEDY}"
        return Problem(path, 1, 1, "encoding", message)
    is_wide = data.startswith(_WIDE)
    encoding = "utf-16" if is_wide else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding, "replace")
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if is_wide:
            message = f"this is not whole UTF-16 text: {_REMEDY}"
        else:
            byte = error.object[error.start]  # ``object`` has no byte order mark
            message = f"byte {byte:02X} is not UTF-8 (in Latin-1 it is {_latin(byte)}): {_REMEDY}"
        return Problem(path, len(lines), len(lines[-1]) + 1, "encoding", message)


def _latin(byte: int) -> str:
    character = bytes([byte]).decode("cp1252", "replace")
    is_letter = character.isprintable() and character != "\ufffd"
    return f'"{character}"' if is_letter else "no letter"
