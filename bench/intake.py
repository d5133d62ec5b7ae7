"""`python -m bench intake`: reading, signals, memory and start, each beside what does the bare minimum or the same."""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import made, memory
from bench.clock import ROOT, command, medians, seconds
from bench.environment import peers_python
from bench.once import bare_csv, bare_xlsx, to_dataset
from bench.report import Figure, head

ONCE = str(ROOT / "bench" / "once.py")


@dataclass(frozen=True)
class Plan:
    """What is measured. `peers`: where their environment is; None leaves it out."""

    csv_rows: int
    xlsx_rows: int
    runs: int
    peers: Path | None


def run(plan: Plan) -> int:
    """Print every figure; 1 when one that was measured misses its limit."""
    with tempfile.TemporaryDirectory(prefix="bowtie-bench-") as folder:
        rows = f"{plan.csv_rows:,} rows as .csv and {plan.xlsx_rows:,} as .xlsx"
        print(head(f"Intake, medians of {plan.runs} runs, {rows}"))
        missed = False
        for figure in _figures(plan, Path(folder)):
            print(figure.line(), flush=True)
            missed |= figure.met is False
    return int(missed)


def _figures(plan: Plan, folder: Path) -> Iterator[Figure]:
    frame = made.orders(plan.csv_rows)
    csv = made.write_csv(frame, folder / "orders.csv")
    xlsx = made.write_xlsx(frame.head(plan.xlsx_rows), folder / "orders.xlsx")
    little = made.write_csv(frame.head(500), folder / "little.csv")
    yield from _reading(csv, xlsx, plan.runs)
    yield from _signals(frame, folder, plan)
    yield _analysis(csv, plan)
    yield _memory(csv, little)
    yield from _start(little, plan.runs)


def _reading(csv: Path, xlsx: Path, runs: int) -> Iterator[Figure]:
    warm = medians({"ours": lambda: to_dataset(str(csv)), "theirs": lambda: bare_csv(str(csv))}, runs)
    yield _ratio(".csv to typed tables, reader warm", warm, "pyarrow and DuckDB", most=8, aim=4)
    yield _cold(".csv to typed tables, cold start", csv, "pyarrow and DuckDB, cold", runs)
    warm = medians({"ours": lambda: to_dataset(str(xlsx)), "theirs": lambda: bare_xlsx(str(xlsx))}, runs)
    yield _ratio(".xlsx to typed tables, reader warm", warm, "bare calamine", most=2.5, aim=1.5)
    yield _cold(".xlsx to typed tables, cold start", xlsx, "bare calamine, cold", runs)


def _ratio(
    name: str, taken: dict[str, float], peer: str, *, most: float | None = None, aim: float | None = None
) -> Figure:
    return Figure(name, f"{taken['ours']:.3f} s", f"{taken['theirs']:.3f} s {peer}", taken["ours"] / taken["theirs"],
                  most=most, aim=aim)


def _cold(name: str, path: Path, peer: str, runs: int) -> Figure:
    """In a new process each time, imports included; for information."""
    taken = {}
    for who, what in (("ours", "cold"), ("theirs", "bare")):
        times = [json.loads(command([ONCE, what, str(path)]))["seconds"] for _ in range(min(runs, 3) + 1)]
        taken[who] = statistics.median(times[1:])   # the first compiles modules
    return _ratio(name, taken, peer)


def _signals(frame: object, folder: Path, plan: Plan) -> Iterator[Figure]:
    """The same purchase summary of the same typed rows; how often ours is faster."""
    from bowtie.signals.purchases import purchase_summary

    bought = made.purchases(frame)  # type: ignore[arg-type]
    ours = medians({"ours": lambda: purchase_summary(bought, made.AS_OF)}, plan.runs)["ours"]
    customers = len(purchase_summary(bought, made.AS_OF))
    bought.to_parquet(folder / "purchases.parquet")
    told, why = _peers(folder / "purchases.parquet", plan)
    for peer in ("lifetimes", "pymc-marketing"):
        yield _against(peer, ours, customers, told.get(peer, {"problem": why}))


def _peers(path: Path, plan: Plan) -> tuple[dict[str, dict[str, object]], str]:
    if plan.peers is None:
        return {}, "left out"
    python, why = peers_python(plan.peers)
    if not python:
        return {}, why
    try:
        peers = command([str(ROOT / "bench" / "peers.py"), str(path), str(made.AS_OF.date()), str(plan.runs)], python)
        return json.loads(peers.splitlines()[-1]), ""
    except (subprocess.SubprocessError, IndexError, ValueError) as problem:
        return {}, type(problem).__name__


def _against(peer: str, ours: float, customers: int, told: dict[str, object]) -> Figure:
    name = f"purchase summary against {peer}"
    if "seconds" not in told:
        return Figure(name, f"{ours:.3f} s", f"not measured: {told['problem']}", None, least=5, unit="x faster")
    assert told["customers"] == customers, f"{peer} sees {told['customers']} customers, we {customers}"
    taken = float(str(told["seconds"]))
    return Figure(name, f"{ours:.3f} s", f"{taken:.3f} s", taken / ours, least=5, unit="x faster")


def _analysis(csv: Path, plan: Plan) -> Figure:
    taken = json.loads(command([ONCE, "analyse", str(csv)]))["seconds"]
    return Figure(f"signals, segments and stages of {plan.csv_rows:,} rows", f"{taken:.3f} s", "(no peer)", None)


def _memory(csv: Path, little: Path) -> Figure:
    found = memory.measure(csv, little)
    name = "peak memory above idle, to the typed tables"
    if found is None:
        return Figure(name, "", "not measured: only Linux tells", None, most=4)
    above = found.peak - found.idle
    return Figure(name, f"{above / 2**20:.0f} MB", f"{found.typed / 2**20:.0f} MB typed tables", above / found.typed,
                  most=4)


def _start(little: Path, runs: int) -> Iterator[Figure]:
    """A whole process each time, against Python that does nothing."""
    works = {
        "ours": lambda: command(["-m", "bowtie", "inspect", str(little)]), "theirs": lambda: command(["-c", "pass"]),
    }
    taken = medians(works, runs)
    yield Figure("python -m bowtie inspect, a small file", f"{taken['ours']:.3f} s",
                 f"{taken['theirs']:.3f} s Python alone", taken["ours"], most=1, unit="s")
    first = seconds(lambda: command(["-c", "import bowtie"]))
    yield Figure("import bowtie, Python's own start included", f"{first:.3f} s", "", None)
