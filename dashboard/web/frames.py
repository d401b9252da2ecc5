"""Frames: which sites may show the page in a frame of theirs."""

from __future__ import annotations

import re

from dashboard.words.quotes import quoted

_HOST = re.compile(
    r"(?:https?://)?(?:\*\.)?[a-z0-9][a-z0-9.-]{0,252}(?::[0-9]{1,5})?", re.IGNORECASE
)
"""A host of a policy: with or without scheme, ``*.`` for its subdomains, and port."""


def read_frame_ancestor(text: str) -> str:
    """Return a host whose pages may show this one in a frame.

    >>> read_frame_ancestor("https://moodle.example.edu")
    'https://moodle.example.edu'

    Raises:
        ValueError: the text is not one host, such as an address with a path.
    """
    host = text.removesuffix("/")
    if not _HOST.fullmatch(host):
        raise ValueError(
            f"{quoted(text)} is not a host: write it without a path, such as "
            "https://moodle.example.edu"
        )
    return host
