"""Finds the Chromium that the browser tests drive, and installs one where there is none.

`python -m tests.browser.chromium` does the same by hand, for a machine that is being set up.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# The smallest fonts that draw what the tests write: Arial's widths, Arabic, and all of CJK.
PACKAGES = ("chromium", "fonts-liberation", "fonts-dejavu-core", "fonts-wqy-microhei")

INSTALL_SECONDS = 600.0

REMEDY = (
    "no Chromium for the browser tests: install one (`apt-get install chromium` as root, or "
    "`python -m playwright install --with-deps chromium`), or set CHROMIUM_PATH to the "
    "executable of a Chromium or Chrome"
)

USER_ID = os.geteuid() if hasattr(os, "geteuid") else -1
RUNS_AS_ROOT = USER_ID == 0

LAUNCH_ARGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # The pages of a context share a renderer, which compiles the scripts once.
    "--process-per-site",
    "--font-render-hinting=none",
    # No name but this machine's resolves, so that not even a failing test reaches out.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # Chromium refuses to run as root inside its sandbox.
    *(("--no-sandbox",) if RUNS_AS_ROOT else ()),
)


def find_or_install_chromium() -> str:
    """Returns the path of a Chromium executable, for Playwright's `executable_path`.

    Raises:
        RuntimeError: `CHROMIUM_PATH` names no file, or none was found and none could be
            installed; the message says what to do.
    """
    if chosen := os.environ.get("CHROMIUM_PATH"):
        return _chosen(chosen)
    if found := _find():
        return found
    with _one_at_a_time():
        # Another worker may have installed it while this one waited.
        return _find() or _install()


def _chosen(path: str) -> str:
    if not Path(path).is_file():
        raise RuntimeError(f"CHROMIUM_PATH is {path!r}, which is no file: correct or unset it")
    _say(f"{path} (CHROMIUM_PATH)")
    return path


def _find() -> str | None:
    return _downloaded() or _on_path()


def _downloaded() -> str | None:
    # In a process of its own: Playwright's sync API cannot start twice in one thread.
    asks = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright:\n"
        "    print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", asks], capture_output=True, text=True, timeout=60, check=False
    )
    path = answer.stdout.strip()
    if path and Path(path).is_file():
        _say(f"{path} (Playwright's download)")
        return path
    _say("Playwright has downloaded none")
    return None


def _on_path() -> str | None:
    for command in COMMANDS:
        path = shutil.which(command)
        # Some distributions put a stub there that only asks for a snap.
        if path and _succeeds([path, "--version"], seconds=60):
            _say(f"{path} (on PATH)")
            return path
    _say(f"none on PATH: {', '.join(COMMANDS)}")
    return None


def _install() -> str:
    ways: tuple[tuple[Callable[[], bool], Callable[[], str | None]], ...] = (
        (_install_with_apt, _on_path),
        (_install_with_playwright, _downloaded),
    )
    for install, look in ways:
        if install() and (found := look()):
            return found
    raise RuntimeError(REMEDY)


def _install_with_apt() -> bool:
    if not (RUNS_AS_ROOT and shutil.which("apt-get")):
        _say("not root, or no apt-get here")
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    patient = ["apt-get", "-o", "DPkg::Lock::Timeout=120"]
    # A stale list can still name a package that is to be had, so its failure is not the end.
    _succeeds([*patient, "update"], INSTALL_SECONDS, quiet)
    return _succeeds(
        [*patient, "install", "-y", "--no-install-recommends", *PACKAGES], INSTALL_SECONDS, quiet
    )


def _install_with_playwright() -> bool:
    return _succeeds([sys.executable, "-m", "playwright", "install", "chromium"], INSTALL_SECONDS)


def _succeeds(
    command: Sequence[str], seconds: float, environment: Mapping[str, str] | None = None
) -> bool:
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _say(f"{' '.join(command)}: {error}")
        return False
    last_line = (done.stdout.strip().splitlines() or ["no output"])[-1]
    _say(f"{' '.join(command)}: {f'exit {done.returncode}: ' * bool(done.returncode)}{last_line}")
    return done.returncode == 0


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Holds a lock over all processes of this machine; it ends with the process that holds it."""
    # SQLite's lock is the one file lock of the standard library that works on every system.
    path = Path(tempfile.gettempdir()) / f"install-chromium-{USER_ID}.lock"
    with closing(sqlite3.connect(path, timeout=2 * INSTALL_SECONDS)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _say(line: str) -> None:
    print(f"chromium: {line}", flush=True)


if __name__ == "__main__":
    find_or_install_chromium()
