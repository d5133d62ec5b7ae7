"""Dates: literal text and order in, ISO out."""

from __future__ import annotations

from datetime import datetime

import pyarrow as pa
import pytest

from bowtie.intake.convert_dates import to_dates


def read(text: str, order: str | None) -> str | None:
    """The second cell keeps the column from being plain ISO, so that each value is read on its own."""
    stamp = to_dates(pa.array([text, "zzz"]), order).values.to_pylist()[0]
    return stamp.isoformat(sep=" ").removesuffix(" 00:00:00") if stamp else None


@pytest.mark.parametrize(("text", "order", "iso"), [
    ("31/12/2023", "dmy", "2023-12-31"), ("1-2-24 13:05", "dmy", "2024-02-01 13:05:00"),
    ("3.4.2024", "dmy", "2024-04-03"), ("12/31/2023", "mdy", "2023-12-31"),
    ("1/2/2024 3:05 PM", "mdy", "2024-01-02 15:05:00"), ("1/2/2024 12:00:01 AM", "mdy", "2024-01-02 00:00:01"),
    ("2024-03-04", "dmy", "2024-03-04"), ("2024/1/5 10:00:00 -0500", "ymd", "2024-01-05 10:00:00"),
    ("2024-01-05T10:00:00Z", "ymd", "2024-01-05 10:00:00"),
    ("2024-01-05 10:00:00.250", "ymd", "2024-01-05 10:00:00"), ("24-03-05", "ymd", "2024-03-05"),
    ("14-JUL-08", "dmy", "2008-07-14"), ("01-Jan-70", "dmy", "1970-01-01"), ("Jan 5, 2024", "mdy", "2024-01-05"),
    ("5. März 2024", "dmy", "2024-03-05"), ("5 août 2024", "dmy", "2024-08-05"),
    ("5 de mayo de 2024", "dmy", "2024-05-05"), ("5 марта 2024 г.", "dmy", "2024-03-05"),
    ("2018年4月5日", "ymd", "2018-04-05"), ("2018년 4월 5일", "ymd", "2018-04-05"),
    ("Monday, January 8, 2024", "mdy", "2024-01-08"), ("20240131", "ymd", "2024-01-31"),
    ("20240131093000", "ymd", "2024-01-31 09:30:00"), ("31012024", "dmy", "2024-01-31"),
    ("45000", "ymd", "2023-03-15"), ("45000.5", "ymd", "2023-03-15 12:00:00"),
    ("1700000000", "ymd", "2023-11-14 22:13:20"), ("1700000000000", "ymd", "2023-11-14 22:13:20"),
    ("201804", "ym", "2018-04-01"), ("2024-01", "ym", "2024-01-01"), ("01/2024", "ym", "2024-01-01"),
    ("Jan-24", "ym", "2024-01-01"), ("2018年4月", "ym", "2018-04-01"), ("Q1 2024", "ym", "2024-01-01"),
    ("2024-Q3", "ym", "2024-07-01"), ("2024", "ym", "2024-01-01"), ("31/02/2024", "dmy", None),
    ("13/25/2020", "dmy", None), ("1843-12-21", "ymd", None), ("soon", "dmy", None), ("9999-12-31", "ymd", None),
    ("0000-00-00", "ymd", None),
])
def test_a_date_in_the_order_of_its_column(text: str, order: str, iso: str | None) -> None:
    assert read(text, order) == iso


def test_an_open_end_is_blank_and_no_mistake() -> None:
    assert to_dates(pa.array(["9999-12-31", "31/12/2999", "99991231", "N/A"]), "dmy").bad.tolist() == []


def test_nothing_is_guessed_while_the_order_is_asked() -> None:
    found = to_dates(pa.array(["03/04/2024", "2024-05-06", "5 Mar 2024"]), "ask")
    assert found.values.to_pylist() == [None, datetime(2024, 5, 6), datetime(2024, 3, 5)]
    assert found.bad.tolist() == [0]


def test_without_an_order_the_values_decide_or_nothing_does() -> None:
    assert to_dates(pa.array(["03/04/2024", "25/04/2024"]), None).values.to_pylist()[0] == datetime(2024, 4, 3)
    assert to_dates(pa.array(["03/04/2024", "04/25/2024"]), None).values.to_pylist()[0] == datetime(2024, 3, 4)
    assert to_dates(pa.array(["03/04/2024", "05/06/2024"]), None).values.to_pylist() == [None, None]


def test_plain_dates_and_dates_among_rubbish_are_read_alike() -> None:
    texts = ["2024-01-31", "2024-02-29 23:59:59", None]
    plain, among = (to_dates(pa.array(column), "ymd").values.to_pylist() for column in (texts, [*texts, "x"]))
    assert plain == among[:3]


def test_zones_are_counted_and_dropped() -> None:
    found = to_dates(pa.array(["2024-01-05 23:00:00 -0500", "2024-01-05 23:00:00 +0300"]), "ymd")
    assert found.zones == 2
    assert found.values.to_pylist() == [datetime(2024, 1, 5, 23)] * 2


def test_real_dates_and_serials_of_a_workbook() -> None:
    real = pa.array([datetime(2024, 1, 5), None], pa.timestamp("ms"))
    assert to_dates(real, None).values.to_pylist() == [datetime(2024, 1, 5), None]
    assert to_dates(pa.array([45000.0, None, 20240131.0]), "ymd").values.to_pylist() == [
        datetime(2023, 3, 15), None, datetime(2024, 1, 31)]
