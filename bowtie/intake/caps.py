"""Caps on memory and time that the reading process sets on itself."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path


def set_caps(memory_bytes: int, seconds: float) -> None:
    """At most this much more memory than now, and this much more computing. Does nothing where the system cannot."""
    if sys.platform == "win32":
        return
    import resource

    now = _address_space()
    if now:
        _lower(resource.RLIMIT_AS, now + memory_bytes)
    used = resource.getrusage(resource.RUSAGE_SELF)
    # The parent ends us when time is up; this is for a parent that is gone. Two cores may work at once.
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + 2 * seconds) + 10)


def _lower(which: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(which)
    resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _address_space() -> int:
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0
    import resource

    return int(statm.read_text().split()[0]) * resource.getpagesize()


def trim() -> None:
    """Gives freed memory back to the system, where the C library can."""
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim"):
            library.malloc_trim(0)
