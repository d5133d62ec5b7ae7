import pandas as pd
import pytest

from bowtie.charts.bow_shape import Room, shape, stages_of, thickness
from tests.charts.make import KEYS, make_bowtie

ROOM = Room(1000, 200, 220, 0.5)


def bow(reached, **changes):
    return shape(stages_of(make_bowtie(reached, **changes)), ROOM)


def widest(shape_, key):
    """How thick a stage's band is at its thickest, both halves together."""
    pieces = [band for band in shape_.bands if band.stage.key == key]
    return sum(max(high - low for _, low, high in band.points) for band in pieces)


def test_left_stages_are_as_thick_as_the_number_who_reached_them():
    drawn = bow([1000, 500, 250, 200, 100, 100, 50, 20, 10], lost={})
    assert [round(widest(drawn, key)) for key in KEYS[:4]] == [200, 100, 50, 40]


def test_each_stage_on_the_right_adds_a_band_as_thick_as_the_number_who_reached_it():
    drawn = bow([None] * 4 + [100, 100, 60, 30, 10], lost={})
    assert drawn.scales.right == pytest.approx(1.0)
    assert [round(widest(drawn, key)) for key in KEYS[5:]] == [100, 60, 30, 10]
    assert max(high for band in drawn.bands for _, _, high in band.points) == pytest.approx(100)


def test_bands_of_the_right_touch_and_never_overlap():
    drawn = bow([None] * 4 + [100, 100, 60, 30, 10], lost={})
    lower = sorted((band.points[-1][1], band.points[-1][2]) for band in drawn.bands if band.part in (0, 2))
    assert [pair[1] for pair in lower[:-1]] == [pair[0] for pair in lower[1:]]


def test_both_sides_share_a_scale_where_both_can_be_read():
    drawn = bow([1000, 900, 800, 700, 600, 600, 200, 100, 50], lost={})
    assert drawn.scales.magnified == ""
    assert drawn.scales.left == drawn.scales.right


@pytest.mark.parametrize(
    ("reached", "side", "factor"),
    [
        ([8200, 3900, 1700, 900, 640, 640, 352, 96, 21], "right", 5),
        ([12_000_000, 2_300_000, 410_000, 90_000, 12_400, 12_400, 7_000, 900, 120], "right", 400),
        ([300, 200, 150, 120, 90_000, 90_000, 60_000, 8_000, 1_200], "left", 400),
    ],
)
def test_a_side_too_thin_to_read_is_magnified_by_a_round_number(reached, side, factor):
    drawn = bow(reached, lost={})
    assert (drawn.scales.magnified, drawn.scales.factor) == (side, factor)
    small, large = sorted((drawn.scales.left, drawn.scales.right))
    assert large / small == pytest.approx(factor)
    assert max(high for band in drawn.bands for _, _, high in band.points) <= 100 + 1e-6


def test_somebody_is_never_nothing_and_nobody_is():
    assert thickness(1, 1e-9) > 0
    assert thickness(0, 1.0) == 0
    assert thickness(None, 1.0) == 0


def test_a_stage_not_in_the_data_is_passed_over():
    drawn = bow([1000, None, 250, 200, 100, 100, 50, None, None], lost={})
    assert [band.stage.key for band in drawn.bands if band.part != 1] == [
        "awareness", "desire", "action", "adoption", "loyalty"
    ]
    assert len(drawn.columns) == 9


def test_a_side_without_data_gives_its_place_to_words():
    assert bow([None] * 4 + [100, 100, 50, 20, 10]).gap_left == 220
    assert bow([400, 300, 200, 150, 100] + [None] * 4).gap_right == 220


def test_the_lost_peel_off_as_thick_as_they_are_many():
    drawn = bow([1000, 500, 250, 200, 100, 100, 50, 20, 10], lost={"awareness": 300})
    peels = [peel for peel in drawn.peels if peel.stage.key == "awareness"]
    assert len(peels) == 2
    drawn_as = sum(peel.points[0][2] - peel.points[0][1] for peel in peels)
    assert drawn_as == pytest.approx(300 * drawn.scales.left, rel=0.05)


def test_the_time_of_a_step_stands_with_where_it_leads():
    result = make_bowtie([100, None, 50, 40, 30, 30, 20, 10, 5])
    stages = result.stages.assign(median_days_of_movers=[12.0, None, None, None, None, 40.0, None, None, None])
    drawn = stages_of(make_bowtie([100, None, 50, 40, 30, 30, 20, 10, 5], stages=stages))
    assert [stage.days for stage in drawn] == [None, None, 12.0, None, None, None, 40.0, None, None]


def test_nullable_columns_are_read():
    result = make_bowtie()
    stages = result.stages.astype({"reached": "Int64", "standing": "Int64"})
    stages.loc[8, "reached"] = pd.NA
    assert stages_of(make_bowtie(stages=stages))[8].reached is None
