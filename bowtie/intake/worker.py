"""The reading processes: a few at most, one kept warm, each replaced when it dies. Imports almost nothing.

A hostile sheet can abort the library that reads it, so that library never runs in our own process. Started with
`sys.executable -m` rather than multiprocessing, whose spawn would run the user's main script again.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
READER = "bowtie.intake.reader"
MOST = max(2, min(4, os.cpu_count() or 2))


class WorkerDied(Exception):
    """The reading process ended without an answer."""

    def __init__(self, timed_out: bool) -> None:
        super().__init__("timed out" if timed_out else "died")
        self.timed_out = timed_out


class Worker:
    """One reading process: a question at a time, a line each way."""

    def __init__(self, module: str = READER) -> None:
        self.owner = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(),
        )

    @property
    def usable(self) -> bool:
        """Alive, and ours: a forked process must not share its parent's pipes."""
        return self.owner == os.getpid() and self._process.poll() is None

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Raises WorkerDied; after that this worker is of no use."""
        overdue = threading.Event()
        timer = threading.Timer(seconds, self._give_up, [overdue])
        timer.daemon = True
        timer.start()
        try:
            line = self._exchange(json.dumps(request).encode() + b"\n")
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.end()
            raise WorkerDied(overdue.is_set())
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _exchange(self, line: bytes) -> bytes:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
            return self._process.stdout.readline()
        except OSError:
            return b""

    def _give_up(self, overdue: threading.Event) -> None:
        overdue.set()
        self._process.kill()

    def end(self) -> None:
        """Ends the process at once and forgets it."""
        if self.owner != os.getpid():
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        return   # the other end is gone, so nothing is lost


def _environment() -> dict[str, str]:
    # -P keeps the current folder off the path, where a file called pyarrow.py may lie; ours is put there instead.
    inherited = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join(part for part in (str(ROOT), inherited) if part)
    # Arrow's own allocator reserves a gigabyte of addresses and keeps what it freed; the system's gives it back.
    return {"ARROW_DEFAULT_MEMORY_POOL": "system", **os.environ, "PYTHONPATH": path}


class Pool:
    """Hands out workers; safe across threads."""

    def __init__(self, most: int = MOST, module: str = READER) -> None:
        self._module = module
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(most)
        self._idle: list[Worker] = []

    def warm(self) -> None:
        """Starts one worker unless one stands ready."""
        with self._lock:
            while self._idle and not self._idle[-1].usable:
                self._idle.pop().end()
            if not self._idle:
                self._idle.append(Worker(self._module))

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """The answer of a worker; raises WorkerDied."""
        with self._places:
            worker = self._take()
            answer = worker.ask(request, seconds)
            self._give_back(worker)
            return answer

    def _take(self) -> Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.usable:
                    return worker
                worker.end()
        return Worker(self._module)

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if not self._idle:
                self._idle.append(worker)
                return
        worker.end()

    def close(self) -> None:
        """Ends the idle workers."""
        with self._lock:
            workers, self._idle = self._idle, []
        for worker in workers:
            worker.end()


@lru_cache(maxsize=1)
def pool() -> Pool:
    """This process's one pool: starting a reader costs more than reading a small file."""
    made = Pool()
    atexit.register(made.close)
    return made


def warm() -> None:
    """Starts the reading process in the background, so that the first file does not wait for it."""
    pool().warm()
