"""The command: what it prints, when it refuses, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from dashboard.cli import UNUSABLE, main
from tests.examples import EVENTS_FILE, REPOSITORY, SHIPPED
from tests.web.running import free_port

COMMAND = (sys.executable, "-m", "dashboard")


def wait_for(url: str) -> bytes:
    for _ in range(400):
        try:
            with urlopen(url) as answer:
                body: bytes = answer.read()
                return body
        except URLError:
            time.sleep(0.05)
    raise AssertionError(f"{url} does not answer")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_file_is_served_until_it_is_stopped(stop: signal.Signals, tmp_path: Path) -> None:
    port = free_port()
    file = tmp_path / "my events.yaml"
    file.write_text("- {date: 2023, title: One, actors: [Japan]}\n", "utf-8")
    process = subprocess.Popen(
        [*COMMAND, str(file), "--port", str(port)],
        cwd=REPOSITORY,
        # Who runs the tests may ignore the signal, as a shell does for what it runs behind.
        preexec_fn=lambda: signal.signal(stop, signal.SIG_DFL),  # noqa: PLW1509
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert wait_for(f"http://127.0.0.1:{port}/health") == b'{"status":"ok"}\n'
        used = subprocess.run(
            [*COMMAND, "serve", str(file), "--port", str(port)],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=False,
        )
        assert used.returncode == UNUSABLE
        assert used.stderr == (
            f"dashboard: port {port} of 127.0.0.1 is in use: choose another with --port\n"
        )
    finally:
        process.send_signal(stop)
        out, err = process.communicate(timeout=20)
    assert f"{file} is shown at http://127.0.0.1:{port}/" in out
    assert err == ""
    assert process.returncode == 0


@pytest.fixture
def stoppable(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server that tests stop by SIGTERM, and its port."""
    port = free_port()
    process = subprocess.Popen(
        [*COMMAND, str(SHIPPED), "--no-cache", "--port", str(port)],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/health")
        yield process, port
    finally:
        process.kill()
        process.communicate()


def opened(port: int, sent: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), 20)
    connection.sendall(sent)
    time.sleep(0.5)  # the server has it
    return connection


def rest_of(connection: socket.socket) -> bytes:
    found = b""
    with connection:
        while part := connection.recv(65_536):
            found += part
    return found


def test_open_requests_are_finished_before_the_end(
    stoppable: tuple[subprocess.Popen[bytes], int],
) -> None:
    process, port = stoppable
    script = "/_dash-component-suites/dash_mantine_components/dash_mantine_components.js"
    size = len(wait_for(f"http://127.0.0.1:{port}{script}"))
    asked = f"GET {script} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    reading = opened(port, asked * 8)
    sending = opened(port, b"POST /api/nothing HTTP/1.1\r\nHost: localhost\r\n")
    idle = opened(port, b"")
    process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    sending.sendall(b"Content-Length: 2\r\nConnection: close\r\n\r\n{}")
    assert rest_of(sending).startswith(b"HTTP/1.1 404 ")
    answers = rest_of(reading)
    assert answers.count(b"HTTP/1.1 200 OK") == 8
    assert len(answers) > 8 * size
    assert rest_of(idle) == b""
    assert process.wait(20) == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""


def test_a_request_that_never_ends_is_waited_for_a_few_seconds(
    stoppable: tuple[subprocess.Popen[bytes], int],
) -> None:
    process, port = stoppable
    half = opened(port, b"GET / HTTP/1.1\r\nHost: local")
    process.send_signal(signal.SIGTERM)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(2)
    assert process.wait(20) == 0
    assert rest_of(half) == b""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serve", "missing.yaml"], "missing.yaml does not exist: name an events file"),
        (["missing.yaml"], "missing.yaml does not exist: name an events file"),
        (["serve", "."], ". is a folder: name an events file"),
        (["--port", "99999"], '"99999" is not a valid port: use a number from 1 to 65535'),
        (["--port", "web"], '"web" is not a valid port'),
        (["--prot", "8050"], "unrecognized arguments: --prot"),
        (["serve", "a.yaml", "b.yaml"], "unrecognized arguments: b.yaml"),
        (["check"], "the following arguments are required: FILE"),
        (["check", "--format", "xml", "a.yaml"], "invalid choice: 'xml'"),
    ],
)
def test_wrong_use_is_one_clear_line(
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        code: object = main(arguments)
    except SystemExit as stopped:
        code = stopped.code
    assert code == UNUSABLE
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_an_address_of_another_machine_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(EVENTS_FILE)
    assert main(["serve", file, "--host", "192.0.2.1"]) == UNUSABLE
    assert "cannot be bound" in capsys.readouterr().err


@pytest.mark.parametrize("own", [True, False])
def test_without_a_file_the_folders_own_is_shown_else_the_shipped(
    own: bool, tmp_path: Path
) -> None:
    if own:
        (tmp_path / "events.yaml").write_text("title: My own file\n", "utf-8")
    port = free_port()
    process = subprocess.Popen(
        [*COMMAND, "--port", str(port)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.DEVNULL,
    )
    try:
        body = wait_for(f"http://127.0.0.1:{port}/")
    finally:
        process.terminate()
        process.wait(20)
    title = "My own file" if own else "North Korea, Russia and the trilateral response"
    assert f"<title>{title}</title>".encode() in body
