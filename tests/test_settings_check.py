"""Settings that make no sense are refused with the choices and the nearest match."""

from __future__ import annotations

import pytest

import bowtie
from bowtie.settings import Settings
from bowtie.settings_check import check


@pytest.mark.parametrize(("changes", "words"), [
    ({"framework": "lifecicle"}, ["framework", "'lifecicle'", "'lifecycle'", "winning_by_design"]),
    ({"period": "months"}, ["period", "'month'", "week, month, quarter"]),
    ({"csat_scale": 6}, ["csat_scale", "5, 7, 10"]),
    ({"framework": "custom"}, ["own_labels"]),
    ({"framework": "custom", "own_labels": (("loyality", "Fans"),)}, ["'loyality'", "'loyalty'"]),
    ({"window_days": 0}, ["window_days", "1"]),
    ({"lover_acts": 0}, ["lover_acts"]),
    ({"regular_share": 0}, ["regular_share", "share"]),
    ({"regular_share": 50}, ["regular_share", "share"]),
    ({"unhappy_nps": 8}, ["NPS"]),
    ({"content_nps": 10}, ["NPS"]),
    ({"loyal_tenure_months": -1}, ["loyal_tenure_months"]),
    ({"remorse_days": float("nan")}, ["remorse_days"]),
])
def test_refused(changes, words):
    with pytest.raises(bowtie.SettingProblem) as raised:
        check(Settings(**changes))
    assert all(word in str(raised.value) for word in words), str(raised.value)


def test_the_defaults_are_sound():
    check(Settings())
