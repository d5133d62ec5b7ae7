"""Runs inside the peers' environment: `peers.py PURCHASES.parquet AS_OF RUNS`. Prints seconds as JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

warnings.simplefilter("ignore")


def main() -> None:
    """Both purchase summaries on the same rows; a peer that fails says why."""
    import pandas as pd

    path, as_of, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    frame = pd.read_parquet(path)
    print(json.dumps({name: _timed(make, frame, as_of, runs) for name, make in _PEERS.items()}))


def _timed(make: Callable[[Any, str], Callable[[], Any]], frame: Any, as_of: str, runs: int) -> dict[str, Any]:
    try:
        work = make(frame, as_of)
        work()
        taken = []
        for _ in range(runs):
            begun = time.perf_counter()
            found = work()
            taken.append(time.perf_counter() - begun)
        return {"seconds": statistics.median(taken), "customers": len(found)}
    except Exception as problem:  # noqa: BLE001 - a peer that breaks is a line in the report, not the end of it
        return {"problem": f"{type(problem).__name__}: {problem}"}


def _lifetimes(frame: Any, as_of: str) -> Callable[[], Any]:
    from lifetimes.utils import summary_data_from_transaction_data as summary

    print(f"lifetimes {version('lifetimes')}", file=sys.stderr)
    return lambda: summary(frame, "customer_id", "date", "value", observation_period_end=as_of)


def _pymc_marketing(frame: Any, as_of: str) -> Callable[[], Any]:
    from pymc_marketing.clv.utils import rfm_summary as summary

    print(f"pymc-marketing {version('pymc-marketing')}", file=sys.stderr)
    return lambda: summary(frame, "customer_id", "date", "value", observation_period_end=as_of)


_PEERS = {"lifetimes": _lifetimes, "pymc-marketing": _pymc_marketing}

if __name__ == "__main__":
    main()
