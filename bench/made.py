"""The data that is measured with: orders of a shop, made from a seed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pcsv

AS_OF = pd.Timestamp("2025-12-31")
PRODUCTS = ("Espresso", "Filter", "Decaf", "Beans 1 kg", "Grinder", "Cups", "Kettle", "Descaler")


def orders(rows: int) -> pd.DataFrame:
    """Customer, order, date, product, amount; about 20 rows a customer."""
    rng = np.random.default_rng(1)
    days = rng.integers(0, 730, rows)
    return pd.DataFrame({
        "Customer ID": [f"C{number:06d}" for number in rng.integers(0, max(1, rows // 20), rows)],
        "Order ID": [f"O{number:07d}" for number in range(rows)],
        "Order date": (pd.Timestamp("2024-01-01") + pd.to_timedelta(days, unit="D")).strftime("%Y-%m-%d"),
        "Product": rng.choice(np.array(PRODUCTS), rows),
        "Amount": np.round(rng.gamma(2.0, 15.0, rows) + 1, 2),
    })


def write_csv(frame: pd.DataFrame, path: Path) -> Path:
    """Five columns, comma."""
    pcsv.write_csv(pa.Table.from_pandas(frame, preserve_index=False), path)
    return path


def write_xlsx(frame: pd.DataFrame, path: Path) -> Path:
    """The same with real dates, as a spreadsheet holds them."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Orders")
    sheet.append(list(frame.columns))
    dated = frame.assign(**{"Order date": pd.to_datetime(frame["Order date"]).dt.to_pydatetime()})
    for row in dated.itertuples(index=False, name=None):
        sheet.append(row)
    book.save(path)
    return path


def purchases(frame: pd.DataFrame) -> pd.DataFrame:
    """What every purchase summary starts from: customer_id, date, value, typed already."""
    return pd.DataFrame({
        "customer_id": frame["Customer ID"].astype("str"), "date": pd.to_datetime(frame["Order date"]),
        "value": frame["Amount"],
    })
