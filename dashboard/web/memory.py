"""Freed memory: kept for the next large arrays, and given back after the save of a large file."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from contextlib import suppress

_RETURNED = ((-3, 2**22),)
"""Options of ``mallopt`` (malloc.h) while a file is read: M_MMAP_THRESHOLD in bytes."""
_KEPT = ((-1, 2**26), (-3, 9 * 2**20), (-8, 1))
"""Options from then on: M_TRIM_THRESHOLD and M_MMAP_THRESHOLD in bytes, M_ARENA_MAX.

A column of whole numbers of a million events has 8 MB: the arrays of a filter are kept, those of
all relations at once are not.
"""
_ALLOCATOR = "PYTHONMALLOC"
"""Environment variable that chooses Python's allocator."""
_LARGE = 1_000_000
"""Characters of a text whose save frees memory that is worth giving back."""


def keep_freed_memory() -> None:
    """Have glibc keep what large arrays free, for the next ones.

    By default it gives every large block back to the system, and each thread has its own heap. With
    a million events that doubles the time of an answer: most of it goes into fresh pages.
    """
    _set(_KEPT)


def return_large_arrays() -> None:
    """Have glibc return each large array by itself when it is freed.

    By default it takes them from the heap once one was freed; the free memory between those
    that stay is then lost.
    """
    _set(_RETURNED)


def _set(options: tuple[tuple[int, int], ...]) -> None:
    with suppress(OSError, AttributeError):
        mallopt = _c_library().mallopt
        for option, value in options:
            mallopt(option, value)


def use_returnable_memory() -> None:
    """Start this command again so that Python takes all memory from the C library.

    A save of a large file builds the data of the page while the old data are still shown. Python's
    own allocator keeps the blocks between them for good: 20 saves of 5.7 MB took 140 MB. Python
    chooses its allocator at the start. Nothing happens on systems without glibc, or if the
    environment already chooses an allocator.
    """
    if sys.platform.startswith("linux") and _ALLOCATOR not in os.environ:
        os.environ[_ALLOCATOR] = "malloc"
        os.execv(sys.executable, sys.orig_argv)


def give_back_freed_memory(saved: int) -> None:
    """Give all that is free back to the system: a save needs much more than a page.

    Args:
        saved: the length of the text that was saved; for a short one nothing is done.
    """
    if saved > _LARGE:
        gc.collect()
        give_back()


def give_back() -> None:
    """Have glibc give all that is free back to the system."""
    with suppress(OSError, AttributeError):
        _c_library().malloc_trim(0)


def _c_library() -> ctypes.CDLL:
    """Return glibc.

    Raises:
        OSError: there is another C library, or another system.
    """
    if not sys.platform.startswith("linux"):
        raise OSError("no glibc")
    return ctypes.CDLL("libc.so.6")
