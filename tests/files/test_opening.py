"""Reading a file never waits: only regular files, and pipes that somebody writes to, are read."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest

from dashboard.files.opening import NotAFileError, read_whole

LIMIT = 1 << 22


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


def test_a_regular_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    assert read_whole(path, 10) == b"abc"
    assert read_whole(path, 2) == b"ab"


@pytest.mark.parametrize("streams", [False, True])
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(pipe: Path, streams: bool) -> None:
    with pytest.raises(NotAFileError, match="a named pipe"):
        read_whole(pipe, LIMIT, streams=streams)


def test_a_pipe_with_a_writer_is_read_to_its_end_where_streams_are_meant(pipe: Path) -> None:
    text = b"x" * 300_000  # more than a pipe holds
    writer = threading.Thread(target=pipe.write_bytes, args=[text])
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # lets the writer open it
    writer.start()
    while not os.get_blocking(reader):  # until the writer is there
        try:
            first = os.read(reader, 1)
        except BlockingIOError:
            continue
        if first:
            break
    read = first + read_whole(pipe, LIMIT, streams=True)
    writer.join()
    os.close(reader)
    assert read == text


def test_a_pipe_is_no_regular_file_even_with_a_writer(pipe: Path) -> None:
    writer = os.open(pipe, os.O_RDWR)
    with pytest.raises(NotAFileError, match="a named pipe"):
        read_whole(pipe, LIMIT)
    os.close(writer)


@pytest.mark.parametrize("text", [b"", b"abc"])
def test_a_pipe_without_a_name_is_read(text: bytes) -> None:
    reading, writing = os.pipe()
    os.write(writing, text)
    os.close(writing)
    assert read_whole(Path(f"/dev/fd/{reading}"), LIMIT, streams=True) == text
    os.close(reading)


def test_a_writer_that_has_not_written_yet_is_waited_for() -> None:
    reading, writing = os.pipe()
    found: list[bytes] = []
    reader = threading.Thread(
        target=lambda: found.append(read_whole(Path(f"/dev/fd/{reading}"), LIMIT, streams=True))
    )
    reader.start()
    os.write(writing, b"late")
    os.close(writing)
    reader.join()
    os.close(reading)
    assert found == [b"late"]


def test_other_special_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "socket"
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path)  # for the path of a socket is short
        listener.bind("socket")
        with pytest.raises(NotAFileError, match="a socket"):
            read_whole(path, LIMIT, streams=True)
    with pytest.raises(NotAFileError, match="a device"):
        read_whole(Path("/dev/zero"), LIMIT, streams=True)
    with pytest.raises(IsADirectoryError):
        read_whole(tmp_path, LIMIT)


def test_a_file_that_becomes_a_pipe_right_after_the_look(
    pipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    regular = tmp_path / "file"
    regular.touch()
    status = regular.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: status)
    with pytest.raises(NotAFileError):
        read_whole(pipe, LIMIT)
