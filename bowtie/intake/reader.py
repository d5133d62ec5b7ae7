"""The reading process: `python -m bowtie.intake.reader`. A request a line on standard input, an answer a line back.

Kept apart from our own process because a hostile file can make a parser abort or eat all memory. It imports pyarrow and
calamine and nothing heavier, sets its own limits before it touches a byte, and ends when its parent closes the pipe.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from bowtie.errors import FileProblem
from bowtie.intake import caps, problems
from bowtie.intake.formats import read_file
from bowtie.intake.light import keep_pandas_out
from bowtie.intake.options import Options
from bowtie.intake.wire import pack_problem, pack_sheet


def main() -> None:
    """Answers until standard input ends."""
    keep_pandas_out()
    gc.disable()   # a sheet is millions of small objects that refer to nothing; `_release` collects once a file
    channel = _private_channel()
    for line in sys.stdin.buffer:
        channel.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        channel.flush()
        _release()


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """`{"sheets": [...], "problems": [...]}` for one file; whatever goes wrong is a problem that a person can read."""
    options = Options.from_json(request["options"])
    caps.set_caps(options.limits.memory_bytes, options.limits.seconds)
    try:
        return _read(request, options)
    except FileProblem as problem:
        return _refuse(problem)
    except MemoryError:
        return _refuse(problems.too_much_memory(request["name"]))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of calamine is no Exception, and must not end in silence
        return _refuse(problems.unreadable(request["name"], type(error).__name__))


def _read(request: dict[str, Any], options: Options) -> dict[str, Any]:
    folder = Path(request["folder"])
    sheets, problems = read_file(Path(request["path"]), request["name"], options)
    packed = [pack_sheet(sheet, folder / f"{number}.arrow") for number, sheet in enumerate(sheets)]
    return {"sheets": packed, "problems": [pack_problem(problem) for problem in problems]}


def _refuse(problem: FileProblem) -> dict[str, Any]:
    return {"sheets": [], "problems": [pack_problem(problem)]}


def _private_channel() -> IO[bytes]:
    # Whatever a library prints must not end up among our answers.
    channel = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return channel


def _release() -> None:
    gc.collect()
    pa.default_memory_pool().release_unused()
    caps.trim()


if __name__ == "__main__":
    main()
