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


def cache_folder() -> Path | None:
    """Return the folder for this user's copies, by the custom of the platform.

    ``None`` for a user without a home.
    """
    key = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    base = Path(os.environ.get(key, ""))
    if not base.is_absolute():
        try:
            base = Path.home() / (".cache" if sys.platform != "win32" else "AppData/Local")
        except RuntimeError:
            return None
    return base / "geopolitical-timeline"


class LastGood:
    """The stored copy for one events file; where nothing can be stored, it is just empty."""

    def __init__(self, events_file: Path, folder: Path | None = None) -> None:
        """Find the place of the copy; nothing is read or written yet.

        Args:
            events_file: the file whose copy this is.
            folder: where copies are kept; default the user's cache folder.
        """
        name = hashlib.sha256(os.fsencode(events_file.absolute())).hexdigest()[:24]
        folder = folder or cache_folder()
        self._path = folder / f"{name}.yaml" if folder is not None else None

    def load(self) -> str | None:
        """Return the stored text, or ``None``."""
        if self._path is None:
            return None
        try:
            return self._path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def save(self, text: str) -> bool:
        """Store ``text`` for this user's eyes only, replacing the old copy in one step.

        Returns:
            Whether the copy now is ``text``.
        """
        if self._path is None:
            return False
        if self.load() == text:
            return True
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, suffix=".tmp")
            with contextlib.ExitStack() as stack:
                stack.callback(Path(name).unlink, missing_ok=True)
                with os.fdopen(handle, "wb") as file:
                    file.write(text.encode("utf-8"))
                Path(name).replace(self._path)
        except OSError:
            return False
        return True
