"""``python -m dashboard``: the same as the command."""

from __future__ import annotations

import sys

from dashboard.cli import main

sys.exit(main())
