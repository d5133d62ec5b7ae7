"""Peak memory of a process and its children, watched from outside so that watching costs it nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bench.clock import ROOT, compiled

EVERY = 0.005     # seconds between looks


@dataclass(frozen=True)
class Memory:
    """Bytes: resident set of the process and its children, idle and at the peak, and what the typed tables hold."""

    idle: int
    peak: int
    typed: int


def measure(path: Path, little: Path) -> Memory | None:
    """None where the system does not tell (only Linux does, in /proc)."""
    if not Path("/proc/self/statm").exists():
        return None
    command = [sys.executable, str(ROOT / "bench" / "once.py"), "memory", str(path), str(little)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, text=True, cwd=ROOT, env=compiled()) as process:  # type: ignore[call-overload]
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.5)
        idle = resident(process.pid)
        with _Watch(process.pid) as watch:
            process.stdin.write("\n")
            process.stdin.flush()
            process.stdout.readline()
        typed = json.loads(process.communicate("\n")[0].splitlines()[-1])["typed"]
    return Memory(idle, watch.peak, int(typed))


class _Watch:
    """The highest sum seen while inside."""

    def __init__(self, pid: int) -> None:
        self.peak, self._pid, self._over = 0, pid, threading.Event()
        self._thread = threading.Thread(target=self._look)

    def _look(self) -> None:
        while not self._over.wait(EVERY):
            self.peak = max(self.peak, resident(self._pid))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()


def resident(pid: int) -> int:
    """Bytes in memory of a process and all its children, shared pages counted in each."""
    return sum(_own(one) for one in [pid, *_children(pid)])


def _own(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(lines["VmRSS"].split()[0]) * 1024 if "VmRSS" in lines else 0


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            mine = [int(word) for word in listed.read_text().split()]
        except OSError:
            continue
        found += [one for child in mine for one in (child, *_children(child))]
    return found
