"""Reading of regular files, without waiting for pipes and devices.

Opening a named pipe waits for a process at its other end, and opening a device may start it. So the
kind of a file is examined first, and the file is opened in non-blocking mode.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_CHUNK = 1 << 20
"""Number of bytes that are read from a stream at a time."""
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_STANDARD_INPUT = ("/dev/stdin", "/dev/fd/0")


class NotAFileError(OSError):
    """The path is not a regular file; the message has its kind, such as ``a socket``."""


def read_whole(path: Path, limit: int, *, streams: bool = False) -> bytes:
    """Return the content of a regular file, at most ``limit`` bytes.

    Args:
        path: the file.
        limit: largest number of bytes to read.
        streams: whether to read also a pipe with a writer, and standard input by its path; both
            are read to their end.

    Raises:
        IsADirectoryError: the path is a folder.
        NotAFileError: the path is a device, a socket, or a pipe without a writer.
        OSError: the file cannot be read.
        ValueError: no file can have such a name.

    Example:
        >>> from pathlib import Path
        >>> read_whole(Path(os.devnull), limit=100)
        Traceback (most recent call last):
        ...
        dashboard.files.opening.NotAFileError: a device
    """
    _check(path.stat(), path, streams)
    handle = os.open(path, _FLAGS)
    try:
        status = os.fstat(handle)
        _check(status, path, streams)
        if not stat.S_ISREG(status.st_mode):
            return _read_stream(handle, limit, _is_named_pipe(status, path))
        with os.fdopen(handle, "rb", closefd=False) as file:
            data: bytes | None = file.read(limit)
        if data is None:  # a file of the system without data yet
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return data
    finally:
        os.close(handle)


def _check(status: os.stat_result, path: Path, streams: bool) -> None:
    """Raise an error unless a file may be opened for reading."""
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError("a folder")
    is_stream = streams and (stat.S_ISFIFO(mode) or str(path) in _STANDARD_INPUT)
    if not stat.S_ISREG(mode) and not is_stream:
        raise NotAFileError(_KINDS.get(stat.S_IFMT(mode), "not a regular file"))


def _is_named_pipe(status: os.stat_result, path: Path) -> bool:
    """Whether a pipe has a name on disk; the pipe behind ``/dev/fd/63`` does not."""
    return stat.S_ISFIFO(status.st_mode) and path.resolve().exists()


def _read_stream(handle: int, limit: int, needs_writer: bool) -> bytes:
    """Read a stream to its end, or to the limit.

    The handle is non-blocking first: a pipe without a writer is at its end at once, a pipe whose
    writer has not written anything yet is not.
    """
    chunks = []
    try:
        chunks.append(os.read(handle, min(_CHUNK, limit)))
    except BlockingIOError:
        pass
    else:
        if chunks == [b""] and needs_writer:
            raise NotAFileError("a named pipe that nobody writes to")
    os.set_blocking(handle, True)
    while (not chunks or chunks[-1]) and (left := limit - sum(map(len, chunks))) > 0:
        chunks.append(os.read(handle, min(_CHUNK, left)))
    return b"".join(chunks)
