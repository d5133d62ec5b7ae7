"""Cumulative incidence with loss as a competing event, by hand and against statsmodels; medians."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from bowtie.stages.timing import CENSORED, LOST, MOVED, Spells, cumulative_incidence, km_median, spells, timing

# Ten who entered. Day: who is at risk, what happened.
#  5: 10 at risk, one moved     S before 1.0     incidence 1/10            = 0.1
# 10:  9 at risk, one lost      S after 0.9 x 8/9 = 0.8
# 20:  8 at risk, two moved     S before 0.8     + 0.8 x 2/8 = 0.2         = 0.3
# 25:  6 at risk, one censored
# 40:  5 at risk, one moved, one lost: S before 0.6, + 0.6 x 1/5 = 0.12    = 0.42; S after 0.36
# 95:  3 at risk, one moved     + 0.36 x 1/3 = 0.12                        = 0.54
# 120: the last two are censored: nothing is known of day 180.
BY_HAND = Spells(
    np.array([5, 10, 20, 20, 25, 40, 40, 95, 120, 120]),
    np.array([MOVED, LOST, MOVED, MOVED, CENSORED, MOVED, LOST, MOVED, CENSORED, CENSORED]),
)


def test_by_hand():
    assert cumulative_incidence(BY_HAND, (4, 5, 30, 90, 100, 120, 180)) == (
        0.0, pytest.approx(0.1), pytest.approx(0.3), pytest.approx(0.42), pytest.approx(0.54), pytest.approx(0.54), None
    )


def test_movers_and_their_median():
    found = timing(BY_HAND)
    assert (found.movers, found.median_days_of_movers) == (5, 20.0)
    # Kaplan-Meier, losses censored: 9/10, x 6/8 = 0.675, x 4/5 = 0.54, x 2/3 = 0.36 on day 95.
    assert found.km_median_days == 95.0


def test_a_median_that_is_not_reached_is_null():
    assert km_median(Spells(np.array([5, 10, 10]), np.array([MOVED, CENSORED, CENSORED]))) is None


def test_where_nobody_is_left_to_watch_the_share_stands():
    everyone = Spells(np.array([3, 4]), np.array([MOVED, LOST]))
    assert cumulative_incidence(everyone, (30, 180)) == (0.5, 0.5)


def test_nobody_entered():
    found = timing(Spells(np.array([], dtype="int64"), np.array([], dtype="int64")))
    assert (found.moved_by, found.movers, found.median_days_of_movers) == ((None, None, None), None, None)


def test_spells_of_four_columns_of_days():
    day = pd.to_datetime
    none = pd.NaT
    found = spells(
        pd.Series(day(["2024-01-01", "2024-01-01", "2024-01-01", none, "2024-01-10"])),
        pd.Series(day(["2024-01-31", none, none, "2024-02-01", "2024-01-05"])),   # the last: day 0
        pd.Series(day([none, "2024-01-11", none, none, none])),
        pd.Series(day(["2024-03-01"] * 5)),
    )
    assert found.days.tolist() == [30, 10, 60, 0]
    assert found.ends.tolist() == [MOVED, LOST, CENSORED, MOVED]


watched = st.lists(
    st.tuples(st.integers(1, 60), st.sampled_from([CENSORED, MOVED, LOST])), min_size=2, max_size=40
).filter(lambda rows: {MOVED, LOST} <= {end for _, end in rows})


@given(watched)
def test_as_statsmodels_has_it(rows):
    days, ends = np.array([day for day, _ in rows]), np.array([end for _, end in rows])
    with np.errstate(all="ignore"):    # its standard errors divide by nobody left, ours are not asked for
        theirs = CumIncidenceRight(days, ends)
        survival = SurvfuncRight(days, (ends == MOVED).astype(int))
        median = survival.quantile(0.5)
    at = dict(zip(theirs.times, theirs.cinc[0], strict=True))
    horizon = int(days.max())
    assert cumulative_incidence(Spells(days, ends), (horizon,))[0] == pytest.approx(at[horizon])
    ours = km_median(Spells(days, ends))
    assert (ours is None and np.isnan(median)) or ours is not None
    if ours is not None:
        reached = survival.surv_prob[survival.surv_times <= ours]
        assert reached[-1] <= 0.5 + 1e-9
        assert len(reached) == 1 or reached[-2] > 0.5 + 1e-12


@given(watched)
def test_shares_rise_and_never_pass_one(rows):
    days, ends = np.array([day for day, _ in rows]), np.array([end for _, end in rows])
    known = [share for share in cumulative_incidence(Spells(days, ends), range(61)) if share is not None]
    assert all(0 <= one <= two + 1e-12 <= 1 + 1e-9 for one, two in zip([0.0, *known], known, strict=False))
