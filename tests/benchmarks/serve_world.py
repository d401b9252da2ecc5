"""Serves a generated world: `python -m tests.benchmarks.serve_world --events N --port P`."""

from __future__ import annotations

import argparse
import gc

from dashboard.app import create_server
from dashboard.serving import bound, run
from dashboard.web.memory import return_large_arrays
from tests.benchmarks.worlds import world


def main() -> None:
    """Serves the page on 127.0.0.1 until it is stopped, by the server of the command."""
    arguments = argparse.ArgumentParser(description=main.__doc__)
    arguments.add_argument("--port", type=int, required=True)
    arguments.add_argument("--events", type=int, required=True)
    options = arguments.parse_args()
    gc.disable()
    return_large_arrays()
    application = create_server(world(options.events))
    with bound("127.0.0.1", options.port) as listener:
        run(application, listener)


if __name__ == "__main__":
    main()
