"""Backups: the newest versions of each file, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from dashboard.writing.backups import back_up


def backups(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]


def test_the_newest_twenty_of_each_file_are_kept(tmp_path: Path) -> None:
    other = back_up(tmp_path / "other.yaml", b"other", tmp_path / "cache")
    versions = [b"version %02d" % number for number in range(23)]
    copies = [back_up(tmp_path / "events.yaml", data, tmp_path / "cache") for data in versions]
    assert copies[-1] is not None
    assert backups(copies[-1].parent) == versions[3:]
    assert other is not None
    assert other.exists()


def test_a_version_that_is_kept_already_is_not_copied_again(tmp_path: Path) -> None:
    one, other = (back_up(tmp_path / "events.yaml", b"text", tmp_path / "cache") for _ in "12")
    assert one == other
    assert backups(tmp_path / "cache") == [b"text"]
