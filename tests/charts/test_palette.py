from dataclasses import asdict
from itertools import combinations

import numpy as np
import pytest

from bowtie.charts.palette import DARK, LIGHT, colours, mix, theme

SIGHT = {  # Machado, Oliveira & Fernandes (2009), severity 1
    "normal": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TOGETHER = [
    ("lover", "liker", "lurker", "unknown", "lost"),
    ("left", "right", "knot", "referral", "lost"),
    ("paid", "unpaid", "referral", "unknown"),
    ("highlight", "neutral"),
    ("highlight", "lost"),
]


def linear(colour):
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(light):
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(light, 0, 1) / [0.9505, 1, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one, other):
    bright = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (bright[1] + 0.05) / (bright[0] + 0.05)


@pytest.mark.parametrize("ink", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_things_that_stand_together_differ_for_every_sight(ink, sight):
    seen = np.array(SIGHT[sight])
    near = [
        (one, other) for group in TOGETHER for one, other in combinations(group, 2)
        if np.linalg.norm(lab(seen @ linear(getattr(ink, one))) - lab(seen @ linear(getattr(ink, other)))) < 13
    ]
    assert near == []


@pytest.mark.parametrize("ink", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_its_ground(ink):
    assert min(contrast(colour, ink.background) for colour in (ink.ink, ink.muted, ink.referral)) >= 4.5
    assert min(contrast(colour, ink.surface) for colour in (ink.ink, ink.muted)) >= 4.5


def test_light_and_dark_name_the_same_things():
    assert asdict(LIGHT).keys() == asdict(DARK).keys()
    assert colours(False) is LIGHT
    assert colours(True) is DARK


def test_mixing():
    assert mix("#FF0000", "#0000FF", 0) == "#FF0000"
    assert mix("#FF0000", "#0000FF", 1) == "#0000FF"
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


def test_a_theme_is_a_new_one_each_time():
    theme()["axis"]["labelColor"] = "red"
    assert theme()["axis"]["labelColor"] == LIGHT.muted
