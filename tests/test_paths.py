"""The fingerprint of a folder: other names or other contents have another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.paths import fingerprint

if TYPE_CHECKING:
    from pathlib import Path


def test_names_and_contents_make_the_fingerprint(tmp_path: Path) -> None:
    parts = [("a", "b/c", "1", "2"), ("a", "b/c", "1", "3"), ("a", "bc", "1", "2")]
    seen = []
    for number, (one, other, *texts) in enumerate([*parts, parts[0]]):
        folder = tmp_path / str(number)
        for name, text in zip((one, other), texts, strict=True):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        seen.append(fingerprint(folder))
    assert len(set(seen)) == 3
    assert seen[0] == seen[-1]
