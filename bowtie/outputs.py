"""The files that `analyse --out` writes: results, mapping, customers, rejected rows. They compute nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from bowtie.analysis import Analysis
from bowtie.intake.mapping import Mapping
from bowtie.lists import customers_list
from bowtie.report.guard import guard_csv, write_xlsx


def write_all(analysis: Analysis, mapping: Mapping, folder: Path) -> tuple[Path, ...]:
    """results.json, mapping.toml, customers.csv and, where rows were left out, rejected.xlsx. May raise OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [
        _write(folder / "results.json", json.dumps(analysis.results(), ensure_ascii=False, allow_nan=False, indent=1)),
        _write(folder / "mapping.toml", mapping.as_toml()),
    ]
    (folder / "customers.csv").write_bytes(guard_csv(customers_list(analysis)))
    written.append(folder / "customers.csv")
    if len(analysis.dataset.rejected):
        write_rejected(analysis.dataset.rejected, folder / "rejected.xlsx")
        written.append(folder / "rejected.xlsx")
    return tuple(written)


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def write_rejected(rejected: pd.DataFrame, target: Path) -> None:
    """The rows left out as .xlsx: a sheet each, with place and reason before its own cells."""
    parts = {
        f"{file} {sheet}": rows.dropna(axis=1, how="all")
        for (file, sheet), rows in rejected.groupby(["file", "sheet"], sort=False)
    }
    write_xlsx(parts, target)
