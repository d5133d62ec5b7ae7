"""A picture in grey keeps its shapes and loses its colours."""

import altair as alt
import pandas as pd
import pytest

from ui.ghost import grey

CHART = alt.Chart(pd.DataFrame({"x": [1]})).mark_bar(color="#C4541B").encode(x="x:Q", tooltip="x:Q")


@pytest.mark.parametrize(("dark", "shade"), [(False, "#969696"), (True, "#5f5f5f")])
def test_a_colour_becomes_a_grey_towards_the_paper(dark, shade):
    # 0.299 * 196 + 0.587 * 84 + 0.114 * 27 = 111; half-way to 190 is 150, to 80 is 95
    assert grey(CHART, dark)["mark"]["color"] == shade


def test_ink_and_paper_stay_and_tooltips_go():
    spec = grey(CHART.properties(background="#12151C").configure(font="Inter"))
    assert spec["background"] == "#12151C"
    assert "tooltip" not in spec["encoding"]
    assert spec["config"]["font"] == "Inter"
