"""The purchase summary: by hand, and the published customer of Fader, Hardie & Lee where the file is there."""

from __future__ import annotations

import pandas as pd
import pytest

from bowtie.signals.purchases import purchase_summary


def summary(rows, as_of, **more):
    frame = pd.DataFrame(rows, columns=["customer_id", "date", "value"])
    frame["date"] = pd.to_datetime(frame["date"], format="ISO8601")
    return purchase_summary(frame, pd.Timestamp(as_of), **more)


ROWS = [
    ("a", "2024-01-01 09:00", 10.0), ("a", "2024-01-01 18:00", 5.0),   # one day, one purchase: the first, of 15
    ("a", "2024-01-15", 20.0), ("a", "2024-02-12", 40.0),
    ("a", "2024-03-05", 999.0),                                         # after the as-of date
    ("b", "2024-02-26", 7.0),
]


def test_in_days():
    found = summary(ROWS, "2024-03-04")
    assert found.loc["a"].tolist() == [2, 42, 63, 30.0]
    assert found.loc["b", ["frequency", "recency", "age"]].tolist() == [0, 0, 7]
    assert pd.isna(found.loc["b", "value"])      # nothing repeated: unknown, not zero


def test_in_weeks_same_days_are_still_merged_by_day():
    assert summary(ROWS, "2024-03-04", unit="weeks").loc["a"].tolist() == [2, 6, 9, 30.0]


def test_an_unknown_unit_is_refused():
    with pytest.raises(ValueError, match="fortnights"):
        summary(ROWS, "2024-03-04", unit="fortnights")


def test_order_of_rows_does_not_matter():
    pd.testing.assert_frame_equal(summary(ROWS, "2024-03-04"), summary(ROWS[::-1], "2024-03-04"))


def test_the_published_customers_of_cdnow(shared_data):
    # The 1/10 sample of Fader, Hardie & Lee: 2,357 customers, calibrated to 1997-09-30.
    rows = pd.read_csv(shared_data / "02_cdnow" / "CDNOW_sample.txt", sep=r"\s+", header=None,
                       names=["master", "customer_id", "date", "quantity", "value"], dtype={"customer_id": "str"})
    rows["date"] = pd.to_datetime(rows["date"].astype("str"))
    found = purchase_summary(rows, pd.Timestamp("1997-09-30"), unit="weeks")
    theirs = pd.read_csv(shared_data / "02_cdnow" / "cdnow_customers_summary.csv")
    assert found["frequency"].tolist() == theirs["frequency"].tolist()
    assert found["recency"].tolist() == pytest.approx(theirs["recency"].tolist(), abs=0.006)
    assert found["age"].tolist() == pytest.approx(theirs["T"].tolist(), abs=0.006)
    repeat = found[found["frequency"] > 0]
    assert len(repeat) == 946
    assert repeat["value"].mean() == pytest.approx(35.08, abs=0.01)
