"""A writer that is killed at any moment leaves the old version or the new one, whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from dashboard.writing.edits import AddEvent
from dashboard.writing.store import EventsFile
from tests.examples import REPOSITORY

TIMES = 200
OLD = "".join(
    f"- {{date: 2023, title: Event {number}, actors: Japan}}\n" for number in range(60)
).encode()
NEW = OLD + b"- {date: 2024, title: New, actors: [Russia]}\n"
_WRITER = """
import os, signal, sys, time
from pathlib import Path
from dashboard.writing.edits import AddEvent
from dashboard.writing.store import EventsFile

path = Path(sys.argv[1])
store = EventsFile(path)
edit = AddEvent({"date": "2024", "title": "New", "actors": ["Russia"]})
store.preview(edit)  # loads all that an edit takes, so that a save is what is killed
for line in sys.stdin:
    if (child := os.fork()) == 0:
        store.save(edit)
        os._exit(0)
    time.sleep(float(line))
    os.kill(child, signal.SIGKILL)
    print(os.waitpid(child, 0)[1], flush=True)
"""


def test_killed_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(OLD)
    chance = random.Random(7)
    found = {OLD: 0, NEW: 0}
    killed = 0
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        longest = 0.02
        for _ in range(TIMES):
            process.stdin.write(f"{chance.uniform(0, longest)}\n")
            process.stdin.flush()
            was_killed = os.WIFSIGNALED(int(process.stdout.readline()))
            killed += was_killed
            # So that about as many saves are cut off as are not, however fast the machine is.
            longest *= 1.05 if was_killed else 0.95
            data = path.read_bytes()
            assert data in found, "neither the old version nor the new"
            found[data] += 1
            path.write_bytes(OLD)
        process.stdin.close()
    assert killed > TIMES / 4
    assert min(found.values()) > 0, "the moments must be spread over the whole save"
    EventsFile(path).save(AddEvent({"date": "2024", "title": "New", "actors": ["Russia"]}))
    assert path.read_bytes() == NEW, "and nothing of the dead stands in the way"


def test_a_file_as_large_as_it_may_be_is_not_cut(tmp_path: Path) -> None:
    """The system itself refuses to write more, as a full disk does."""
    path = tmp_path / "events.yaml"
    path.write_bytes(OLD)
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from dashboard.writing.edits import AddEvent\n"
        "from dashboard.writing.errors import StoreError\n"
        "from dashboard.writing.store import EventsFile\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(OLD)}, {len(OLD)}))\n"
        "edit = AddEvent({'date': '2024', 'title': 'New', 'actors': ['Russia']})\n"
        "try:\n"
        "    EventsFile(Path(sys.argv[1])).save(edit)\n"
        "except StoreError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert done.stdout == f"{path} cannot be saved (file too large): the file is as it was\n"
    assert path.read_bytes() == OLD
    assert [file.name for file in tmp_path.iterdir()] == ["events.yaml"]
