"""One measurement in a fresh process: `once.py cold|bare|memory|analyse FILE...`. Prints JSON on its last line."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def to_dataset(path: str) -> Any:
    """Bytes to typed tables, as `analyse` does it."""
    import bowtie

    sheets = bowtie.read([path])
    return bowtie.build(sheets, bowtie.recognise(sheets))


def bare_csv(path: str) -> Any:
    """The fastest parse there is, and one group-by."""
    import duckdb
    import pyarrow.csv as pcsv

    orders = pcsv.read_csv(path)
    with duckdb.connect() as engine:
        engine.register("orders", orders)
        return engine.sql(
            'select "Customer ID", count(*), sum("Amount"), max("Order date") from orders group by 1').to_arrow_table()


def bare_xlsx(path: str) -> Any:
    """The fastest reader's cells as Python values."""
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _cold(path: str) -> dict[str, float]:
    begun = time.perf_counter()
    to_dataset(path)
    return {"seconds": time.perf_counter() - begun}


def _bare(path: str) -> dict[str, float]:
    begun = time.perf_counter()
    (bare_xlsx if path.endswith(".xlsx") else bare_csv)(path)
    return {"seconds": time.perf_counter() - begun}


def _memory(path: str, little: str) -> dict[str, int]:
    """Idle is a process that has done the same with a small file; it waits to be looked at before and after."""
    to_dataset(little)
    _wait("idle")
    dataset = to_dataset(path)
    _wait("done")
    return {"typed": sum(int(frame.memory_usage(deep=True).sum()) for frame in dataset.tables.values())}


def _wait(word: str) -> None:
    print(word, flush=True)
    sys.stdin.readline()


def _analyse(path: str) -> dict[str, float]:
    """The signals and all that follows from them, without reading."""
    import bowtie

    dataset = to_dataset(path)
    bowtie.analyse(dataset)
    begun = time.perf_counter()
    bowtie.analyse(dataset)
    return {"seconds": time.perf_counter() - begun}


if __name__ == "__main__":
    work = {"cold": _cold, "bare": _bare, "memory": _memory, "analyse": _analyse}[sys.argv[1]]
    print(json.dumps(work(*sys.argv[2:])))
