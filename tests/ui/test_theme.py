"""The theme repeats the palette, keeps its contrast, and its defaults are safe."""

import tomllib

import pytest

from bowtie.charts.palette import DARK, LIGHT

MODES = {"light": LIGHT, "dark": DARK}


@pytest.fixture(scope="module")
def config(root):
    return tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def _luminance(colour):
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", MODES)
def test_the_theme_repeats_the_palette(config, mode):
    theme, palette = config["theme"][mode], MODES[mode]
    assert theme["backgroundColor"] == palette.background
    assert theme["secondaryBackgroundColor"] == palette.surface
    assert theme["textColor"] == palette.ink
    assert theme["grayTextColor"] == palette.muted
    assert theme["blueColor"] == palette.left
    assert theme["greenColor"] == palette.right
    assert theme["orangeColor"] == palette.referral
    assert theme["violetColor"] == palette.lover
    assert theme["yellowColor"] == palette.liker


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("words", [
    "textColor", "linkColor", "grayTextColor", "greenTextColor", "orangeTextColor", "yellowTextColor",
    "violetTextColor",
])
@pytest.mark.parametrize("behind", ["backgroundColor", "secondaryBackgroundColor"])
def test_words_can_be_read(config, mode, words, behind):
    theme = config["theme"][mode]
    assert _contrast(theme[words], theme[behind]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
def test_white_words_on_a_primary_button_can_be_read(config, mode):
    assert _contrast(config["theme"][mode]["primaryColor"], "#FFFFFF") >= 4.5


def test_defaults_are_safe(config):
    assert config["server"]["address"] == "localhost"
    assert config["server"]["enableXsrfProtection"] is True
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["disableDataExport"] is True
    assert config["client"]["toolbarMode"] in ("viewer", "minimal")


def test_no_font_is_fetched_from_elsewhere(config):
    assert "http" not in str(config["theme"])
