"""Draw the export for TimelineJS with its real package: every slide and the title must appear.

    npm pack @knight-lab/timelinejs && tar xzf knight-lab-timelinejs-*.tgz
    python tests/trials/timelinejs.py PACKAGE [EVENTS_FILE]

PACKAGE is the folder of the unpacked package, with ``dist/js/timeline.js``.
"""

from __future__ import annotations

import json
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from dashboard import export, load
from tests.browser.chromium import LAUNCH_ARGS, find_or_install_chromium
from tests.examples import EVENTS_FILE

PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/dist/css/timeline.css">
<div id="timeline" style="height: 640px"></div>
<script src="/dist/js/timeline.js"></script>
<script>
const script_path = location.origin + "/dist/js";
window.timeline = new TL.Timeline("timeline", %s, { script_path });
</script>
"""


class Handler(SimpleHTTPRequestHandler):
    """The package, and at /page the timeline."""

    page = b""

    def do_GET(self) -> None:
        if self.path != "/page":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page)

    def log_message(self, *_words: object) -> None:
        """Print nothing."""


def main(package: str, file: str = str(EVENTS_FILE)) -> None:
    """Open the page and compare its headlines with those of the export."""
    text = export(load(file), "timelinejs").decode()
    Handler.page = (PAGE % text.replace("</", "<\\/")).encode()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=package))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    events = json.loads(text)["events"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_or_install_chromium(), args=LAUNCH_ARGS
        )
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.server_port}/page")
        page.wait_for_function("document.querySelector('.tl-timemarker')", timeout=20_000)
        markers = page.locator(".tl-timemarker").count()
        slides = page.evaluate("window.timeline.config.events.length")
        page.screenshot(path=str(Path(package) / "timeline.png"))
        browser.close()
    server.shutdown()
    print(f"{len(events)} events, {slides} slides, {markers} markers, faults: {faults or 'none'}")
    if not (len(events) == slides == markers) or faults:
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
