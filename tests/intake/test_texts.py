"""Typed cells as a person would have typed them."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest

from bowtie.intake.texts import as_text

DAY, MOMENT = dt.datetime(2024, 1, 31), dt.datetime(2024, 2, 1, 9, 30)


@pytest.mark.parametrize(("cells", "kind", "texts"), [
    ([1.0, None, 250.0], pa.float64(), ["1", None, "250"]), ([1.0, 2.5], pa.float64(), ["1", "2.5"]),
    ([0.1, 0.25], pa.float64(), ["0.1", "0.25"]), ([1234567890123456.0], pa.float64(), ["1234567890123456"]),
    ([DAY, None], pa.timestamp("us"), ["2024-01-31", None]),
    ([DAY, MOMENT], pa.timestamp("us"), ["2024-01-31", "2024-02-01 09:30:00"]),
    ([True, None], pa.bool_(), ["true", None]), (["007", None], pa.string(), ["007", None]),
    ([None], pa.null(), [None]), ([7, None], pa.int64(), ["7", None]), ([], pa.float64(), []),
])
def test_as_text(cells, kind, texts):
    column = pa.chunked_array([pa.array(cells, kind)])
    assert as_text(column).to_pylist() == texts
    assert as_text(column).type == pa.string()
