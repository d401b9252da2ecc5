"""The last good text of an events file, kept in the user's cache folder.

Several server processes watch one file, each with a memory of its own. The copy on disk is what
makes their answers agree while the file is broken, and what survives a restart.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder for this user's copies, by the custom of the platform."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "geopolitical-timeline"


class LastGood:
    """The stored copy for one events file; where nothing can be stored, it is just empty."""

    def __init__(self, events_file: Path, folder: Path | None = None) -> None:
        name = hashlib.sha256(str(events_file.absolute()).encode()).hexdigest()[:24]
        self._path = (folder or cache_folder()) / f"{name}.yaml"

    def load(self) -> str | None:
        """Return the stored text, or ``None``."""
        try:
            return self._path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def save(self, text: str) -> None:
        """Store ``text`` for this user's eyes only, replacing the old copy in one step."""
        if self.load() == text:
            return
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=self._path.parent, suffix=".tmp")
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
            Path(temporary).replace(self._path)
