"""What the browser tests share: a browser, pages that report every fault, served files, axe."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    sync_playwright,
)

from tests.browser.chromium import LAUNCH_ARGS, RUNS_AS_ROOT, find_or_install_chromium
from tests.browser.the_page import ThePage
from tests.examples import REPOSITORY, SHIPPED

HOST = "127.0.0.1"
START_SECONDS = 60.0
STOP_SECONDS = 10.0
FAULTS_SHOWN = 20

# Console lines about a server that is gone, also in the middle of an answer.
GONE = "ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH|Failed to fetch"

# Chromium's own console line about a violation does not always say where it came from.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (violation) => console.error(
  `CSP violation: ${violation.effectiveDirective} forbids ${violation.blockedURI} ` +
  `(${violation.sourceFile}:${violation.lineNumber}:${violation.columnNumber})`));
"""


class OpenPage(Protocol):
    """Opens a blank page in a context of its own."""

    def __call__(
        self,
        width: int = 1280,
        height: int = 900,
        *,
        scheme: Literal["dark", "light"] = "light",
        tolerate: str | None = None,
        **options: Any,
    ) -> Page:
        """Opens a page of that many CSS pixels.

        A fault that the regular expression `tolerate` is found in is expected by the test, and
        is no failure. `options` go to Playwright's `Browser.new_context`.
        """


@dataclass(frozen=True, slots=True)
class Served:
    """A running `python -m dashboard serve`."""

    url: str
    pid: int
    file: Path
    log: Path
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    def stop(self) -> None:
        """Ends the server, and returns when it is gone; a second call does nothing."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_or_install_chromium(),
            args=list(LAUNCH_ARGS),
            # Playwright leaves the sandbox out unless told.
            chromium_sandbox=not RUNS_AS_ROOT,
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context_of(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Contexts by their options, for the whole run: their pages share a renderer.

    A renderer compiles the scripts of the page once; a page in a new one takes twice as long.
    """
    contexts: dict[str, BrowserContext] = {}

    def context_of(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in contexts:
            contexts[key] = chromium.new_context(**options)
            contexts[key].add_init_script(REPORT_VIOLATIONS)
            lasting = contexts[key].new_page()
            lasting.route("**/*", lambda route: route.fulfill(content_type="text/html", body=""))
            lasting.goto(f"http://{HOST}/")
        return contexts[key]

    yield context_of
    for context in contexts.values():
        context.close()


@pytest.fixture
def page_of(context_of: Callable[..., BrowserContext]) -> Iterator[OpenPage]:
    """Opens pages; at the end the test fails when one of them had a fault.

    A fault is a console error, an uncaught exception, a violation of the Content-Security-Policy
    or a request to any host but 127.0.0.1.
    """
    with _faultless_pages(context_of) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def lasting_page_of(context_of: Callable[..., BrowserContext]) -> Iterator[OpenPage]:
    """Like `page_of`, for pages that all tests of a module go on with: a second load is quick."""
    with _faultless_pages(context_of) as open_page:
        yield open_page


@contextmanager
def _faultless_pages(context_of: Callable[..., BrowserContext]) -> Iterator[OpenPage]:
    faults: list[str] = []
    pages: list[Page] = []

    def open_page(
        width: int = 1280,
        height: int = 900,
        *,
        scheme: Literal["dark", "light"] = "light",
        tolerate: str | None = None,
        **options: Any,
    ) -> Page:
        expected = re.compile(tolerate) if tolerate else None

        def report(fault: str) -> None:
            if not (expected and expected.search(fault)):
                faults.append(fault)

        page = context_of(**options).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        _watch(page, report, pages)
        return page

    try:
        yield open_page
    finally:
        for page in pages:
            # Events arrive only during a call, so one more call brings in the last of them;
            # a page that is just leaving, or has crashed, cannot answer it.
            with suppress(Error):
                page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
            with suppress(Error):
                page.evaluate("() => (localStorage.clear(), sessionStorage.clear())")
            page.close()
    if faults:
        different = dict.fromkeys(faults)
        lines = [
            f"faults that the browser reported: {len(faults)}",
            *islice(different, FAULTS_SHOWN),
        ]
        pytest.fail("\n".join(lines), pytrace=False)


def _watch(page: Page, report: Callable[[str], None], pages: list[Page]) -> None:
    """Reports the faults of a page, and of the pages that it opens."""
    pages.append(page)

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            report(f"console: {message.text} ({message.location['url']})")

    def on_url(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != HOST:
            report(f"request to another host: {url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: report(f"page error: {error}"))
    page.on("request", lambda request: on_url(request.url))
    page.on("websocket", lambda opened: on_url(opened.url))
    page.on("crash", lambda _: report("the page crashed"))
    page.on("popup", lambda opened: _watch(opened, report, pages))


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Served]]:
    """Starts `python -m dashboard serve FILE` on a free port, with any further arguments.

    The server answers when the call returns. A `port` is given to one that takes the place of
    another. All are stopped at the end of the session; a fixture of a narrower scope calls `stop()`
    itself.
    """
    with ExitStack() as running:

        def start(file: Path, *arguments: str, port: int = 0) -> Served:
            log = tmp_path_factory.mktemp("served") / "server.log"
            served = _start(file, log, arguments, port or _free_port())
            running.callback(served.stop)
            _wait_until_healthy(served)
            return served

        yield start


@dataclass(slots=True)
class Interrupted:
    """A server that tests stop and start again on its port; the next test goes on with it."""

    serve: Callable[..., Served]
    file: Path
    arguments: tuple[str, ...] = ()
    running: Served = field(init=False)
    is_up: bool = field(init=False, default=True)

    def __post_init__(self) -> None:
        self.running = self.serve(self.file, *self.arguments)

    def stop(self) -> None:
        self.running.stop()
        self.is_up = False

    def start(self, *arguments: str) -> None:
        """Starts another run, by default with the arguments of the first."""
        self.stop()
        given = arguments or self.arguments
        self.running = self.serve(self.file, *given, port=self.running.port)
        self.is_up = given == self.arguments

    def as_at_first(self, text: str) -> None:
        """Writes the file, and sees to it that the server runs as at first."""
        self.file.write_text(text, "utf-8")
        if not self.is_up:
            self.start()


@pytest.fixture(scope="session")
def episode(serve: Callable[..., Served]) -> Served:
    """A server of the known file, which no test changes."""
    return serve(SHIPPED)


@pytest.fixture(scope="module")
def lasting(episode: Served, lasting_page_of: OpenPage) -> ThePage:
    """One page of the known file for all tests of a module."""
    return ThePage(lasting_page_of(1440, 900), episode.url)


@pytest.fixture(scope="module")
def page_of_file(
    serve: Callable[..., Served], lasting_page_of: OpenPage
) -> Iterator[Callable[..., ThePage]]:
    """Serves a file, and returns a page for all tests of a module; both end with them."""
    with ExitStack() as ended:

        def page_of(file: Path, width: int = 1440, height: int = 900) -> ThePage:
            served = serve(file)
            ended.callback(served.stop)
            shown = ThePage(lasting_page_of(width, height), served.url)
            ended.callback(shown.page.close)
            return shown

        yield page_of


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The lasting page as a reader finds it who opens the address for the first time."""
    if lasting.page.url.startswith(lasting.url):
        lasting.page.evaluate("() => (localStorage.clear(), sessionStorage.clear())")
    lasting.page.mouse.move(0, 0)
    lasting.open()
    return lasting


def _start(file: Path, log: Path, arguments: tuple[str, ...], port: int) -> Served:
    command = [sys.executable, "-m", "dashboard", "serve", str(file)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--host", HOST, "--port", str(port), *arguments],
            cwd=REPOSITORY,
            # The last good copies go to the test's own folder, not to the user's.
            env={**os.environ, "PYTHONUNBUFFERED": "1", "XDG_CACHE_HOME": str(log.parents[1])},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    return Served(f"http://{HOST}:{port}/", process.pid, file, log, process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(served: Served) -> None:
    deadline = time.monotonic() + START_SECONDS
    while _status(served.url, "/healthz") != http.HTTPStatus.OK:
        ended = served.process.poll() is not None
        if ended or time.monotonic() > deadline:
            reason = "ended" if ended else f"did not answer within {START_SECONDS:.0f} s"
            output = served.log.read_text(encoding="utf-8", errors="replace")
            pytest.fail(f"the server {reason}; it wrote:\n{output}", pytrace=False)
        time.sleep(0.02)


def _status(url: str, path: str) -> int | None:
    # Not urllib: it would ask a proxy named in the environment.
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """Runs axe-core on a page, and returns one line for each element that breaks a rule.

    `within` is a CSS selector that limits the run; `options` go to `axe.run`, for example
    `rules={"color-contrast": {"enabled": False}}`.
    """

    script = Axe().axe_script

    def violations(page: Page, within: str | None = None, **options: Any) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        asked = [within, {"resultTypes": ["violations"], **options}]
        found = page.evaluate("([within, options]) => axe.run(within ?? document, options)", asked)
        return [
            f"{violation['id']} ({violation['impact']}): {violation['help']}: {node['html']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return violations
