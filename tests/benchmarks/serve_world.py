"""Serves a generated world: `python -m tests.benchmarks.serve_world --events N --port P`."""

from __future__ import annotations

import argparse

import waitress

from dashboard.app import create_server
from tests.benchmarks.worlds import world


def main() -> None:
    """Serves the page on 127.0.0.1 until it is stopped."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--events", type=int, required=True)
    options = arguments.parse_args()
    server = create_server(world(options.events))
    waitress.serve(server, host="127.0.0.1", port=options.port, threads=8)


if __name__ == "__main__":
    main()
