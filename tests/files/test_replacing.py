"""Replacement in one step: what it keeps of the old file, and what it refuses to replace."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from dashboard.files.replacing import PRIVATE, PUBLIC, ProtectedError, replace_file
from tests.examples import REPOSITORY


def test_a_new_file_has_the_mode_that_is_asked_for(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        replace_file(tmp_path / "private", b"a", new=PRIVATE)
        replace_file(tmp_path / "public", b"a", new=PUBLIC)
    finally:
        os.umask(mask)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("private", "public")]
    assert modes == [0o600, 0o640]


def test_by_default_the_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "file", b"a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_write_protected_file_is_refused_even_for_root(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(mode)
    with pytest.raises(ProtectedError):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(OSError, match="not a regular file"):
        replace_file(path, b"new", new=PUBLIC)
    assert path.is_fifo()


def has_attributes(folder: Path) -> bool:
    """Whether the disk of a folder has extended attributes; that of a temporary folder may not."""
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        try:
            os.setxattr(file.name, "user.origin", b"")
        except OSError as error:
            if error.errno != errno.ENOTSUP:
                raise
            return False
    return True


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="only Linux has these functions")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    folders = (tmp_path, REPOSITORY, Path("/var/tmp"))
    folder = next(filter(has_attributes, folders), None)
    if folder is None:
        pytest.skip(f"no disk of {', '.join(map(str, folders))} has extended attributes")
    with tempfile.TemporaryDirectory(dir=folder) as name:
        path = Path(name, "file")
        path.write_bytes(b"old")
        os.setxattr(path, "user.origin", b"by hand")
        replace_file(path, b"new")
        assert os.getxattr(path, "user.origin") == b"by hand"


def test_a_name_may_be_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("공" * 83 + ".yaml")
    path.write_bytes(b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
