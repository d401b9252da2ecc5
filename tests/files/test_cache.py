"""The cache folder: by the rule of the platform, and for its user alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.files.cache import cache_folder, private_folder


def test_the_folder_follows_the_rule_of_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder() == tmp_path / "xdg" / "geopolitical-timeline"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # which its specification says to ignore
    assert cache_folder() == tmp_path / ".cache" / "geopolitical-timeline"


def test_a_user_without_a_home_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert cache_folder() is None


def modes(*folders: Path) -> list[int]:
    return [folder.stat().st_mode & 0o777 for folder in folders]


def test_every_level_that_is_made_is_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folder = tmp_path / "a" / "b" / "c"
    private_folder(folder)
    assert modes(tmp_path, folder.parent.parent, folder.parent, folder) == [
        0o755,
        0o700,
        0o700,
        0o700,
    ]


def test_a_folder_that_was_wider_is_narrowed(tmp_path: Path) -> None:
    folder = tmp_path / "wide"
    folder.mkdir()
    folder.chmod(0o755)
    private_folder(folder)
    assert modes(folder) == [0o700]


def test_a_file_in_its_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="Not a directory"):
        private_folder(tmp_path / "file" / "folder")
