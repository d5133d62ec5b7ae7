"""Caps on memory and time that the reading process sets on itself."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
from pathlib import Path

OVER = 70      # exit code of a process that ended itself for want of memory
WATCHER = "memory"
EVERY = 0.05   # seconds between two looks where the system keeps no limit for us


def set_caps(memory_bytes: int, seconds: float) -> None:
    """At most this much more memory than now, and this much more computing."""
    if sys.platform != "linux":
        watch(memory_bytes)
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + memory_bytes)
    used = resource.getrusage(resource.RUSAGE_SELF)
    # The parent ends us when time is up; this is for a parent that is gone. Two cores may work at once.
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + 2 * seconds) + 10)


def _lower(which: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(which)
    resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def watch(memory_bytes: int) -> None:
    """Ends this process once its peak has grown by that much: for systems that enforce no limit on addresses.
    The first call counts for the life of the process, since a peak never falls."""
    if any(thread.name == WATCHER for thread in threading.enumerate()):
        return
    most = peak_memory() + memory_bytes
    threading.Thread(target=_end_above, args=(most,), name=WATCHER, daemon=True).start()


def _end_above(most: int) -> None:
    while peak_memory() <= most:
        threading.Event().wait(EVERY)
    os._exit(OVER)


def peak_memory() -> int:
    """Bytes that this process has held at most."""
    if sys.platform == "win32":
        return _peak_of_windows()
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _peak_of_windows() -> int:
    """The field PeakWorkingSetSize of PROCESS_MEMORY_COUNTERS: two 32-bit numbers stand before it."""
    counters = (ctypes.c_size_t * 10)()
    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo(
        ctypes.c_void_p(kernel.GetCurrentProcess()), counters, ctypes.c_uint(ctypes.sizeof(counters)),
    )
    return counters[1]


def trim() -> None:
    """Gives freed memory back to the system, where the C library can."""
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim"):
            library.malloc_trim(0)
