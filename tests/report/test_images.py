"""Pictures as files: their size, what they say, and that letters are letters on a machine without fonts of its own."""

import io
import re
import time
from pathlib import Path

import pandas as pd
import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image, ImageChops, ImageFont

from bowtie.analysis import Unavailable
from bowtie.charts.bow import bowtie
from bowtie.charts.canvas import finish
from bowtie.charts.marks import Size, Word, picture, words
from bowtie.charts.palette import LIGHT
from bowtie.charts.sources import new_customers
from bowtie.errors import BowtieError
from bowtie.report import images, render
from bowtie.report.svg import finished
from bowtie.words import say
from tests.charts.make import make_bowtie, make_loop

FONTS = Path(images.__file__).parent / "fonts"
SVG = "{http://www.w3.org/2000/svg}"


def text_chart(text: str, bold: bool = False):
    size = Size(120, 60)
    lines = [Word(10, 30, text, 40, LIGHT.ink, bold, align="left")]
    return finish(picture(words(lines, size, LIGHT), size), say("A title"), [say("Counts under it")], 144)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.fixture(scope="module")
def chart():
    return new_customers(Unavailable((say("Add <channels> & more."),)), width=400)


def test_an_svg_carries_title_description_and_source(chart):
    svg = render(chart, "svg", source="Source: a < b & c.csv")
    root = fromstring(svg.decode())
    assert root.find(f"{SVG}title").text == "Where new customers came from"
    assert "Add <channels> & more." in root.find(f"{SVG}desc").text
    assert "Source: a < b & c.csv" in [text.text for text in root.iter(f"{SVG}text")]
    assert not re.findall(rb"<script|<image|href=", svg)


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_png_is_as_large_as_asked(chart, scale):
    size = fromstring(render(chart, "svg").decode()).attrib
    data = opened(render(chart, "png", scale))
    assert data.size == (int(float(size["width"])) * scale, int(float(size["height"])) * scale)


def test_a_source_line_adds_a_strip(chart):
    plain, sourced = opened(images.png(chart, 1)), opened(images.png(chart, 1, source="Source: crm.csv"))
    assert sourced.size == (plain.width, plain.height + 26)
    strip = sourced.crop((0, plain.height, plain.width, sourced.height))
    assert len(strip.getcolors(10_000)) > 1


@pytest.mark.parametrize(
    ("one", "other"), [("客", "户"), ("國", "際"), ("あ", "ん"), ("가", "힘"), ("Ж", "Щ"), ("Ğ", "ő")]
)
@pytest.mark.parametrize("bold", [False, True])
def test_letters_are_letters_not_boxes(one, other, bold):
    first, second = (opened(images.png(text_chart(letter, bold), 1)) for letter in (one, other))
    assert ImageChops.difference(first, second).getbbox() is not None
    blank = opened(images.png(text_chart(" ", bold), 1))
    assert ImageChops.difference(first, blank).getbbox() is not None


@pytest.mark.parametrize(
    ("family", "sample"),
    [
        ("Inter", "AZaz09äöüßéñçãŁğ€ЖщЫёΩ→↓–…"),
        ("NotoSansSC", "客户认知兴趣忠诚國際顧客認知ロイヤルあん，。"),
        ("NotoSansKR", "고객충성옹호대사힘"),
    ],
)
@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_the_shipped_fonts_hold_the_letters(family, sample, weight):
    font = ImageFont.truetype(str(FONTS / f"{family}-{weight}-subset.ttf"), 32)
    box = bytes(font.getmask("\U000e0fff"))       # a character that no font has
    assert [letter for letter in sample if bytes(font.getmask(letter)) == box] == []


def test_every_font_has_its_licence_beside_it():
    families = {path.name.split("-")[0] for path in FONTS.glob("*.ttf")}
    assert all("SIL OPEN FONT LICENSE" in (FONTS / f"{name}-OFL.txt").read_text() for name in families)
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 15_000_000


def test_the_chinese_font_comes_first_only_where_it_is_needed():
    svg = images.svg(text_chart("客户")).decode()
    pairs = re.findall(r'font-family="([^"]*)"[^>]*>([^<]+)</text>', svg)
    by_text = {text: family for family, text in pairs}
    assert by_text["客户"].startswith("'Noto Sans SC'")
    assert by_text["A title"].startswith("Inter")


def test_what_cannot_be_drawn_is_a_sentence():
    class Broken:
        def to_dict(self):
            return {"mark": "nothing", "data": {"values": []}}

    with pytest.raises(BowtieError, match="could not be drawn"):
        render(Broken())
    assert render(text_chart("and it goes on"), "svg")


def test_drawing_that_takes_too_long_is_a_sentence_and_the_next_works():
    with pytest.raises(BowtieError, match="too long"):
        render(text_chart("slow"), seconds=0.0)
    assert render(text_chart("next"), "svg")


@pytest.mark.parametrize(("form", "scale"), [("gif", 1), ("png", 4), ("png", 0)])
def test_a_format_that_does_not_exist_is_a_sentence(form, scale):
    with pytest.raises(BowtieError, match="Choose png or svg"):
        render(None, form, scale)


def test_a_chart_fetches_nothing():
    class Fetching:
        def to_dict(self):
            return {"mark": "point", "data": {"url": "http://127.0.0.1:9/x.csv"}, "encoding": {"x": {"field": "a"}}}

    started = time.monotonic()
    with pytest.raises(BowtieError):
        render(Fetching())
    assert time.monotonic() - started < 30


def test_control_characters_do_not_break_the_file():
    svg = '<svg class="marks" width="10" height="10" viewBox="0 0 10 10"></svg>'
    made = finished(svg, {"title": "a\x00b", "description": "c\x1fd\ud800"}, "e\x07f")
    assert fromstring(made).find("desc").text == "cd"


def test_a_table_of_nothing_is_no_reason_to_fail():
    from bowtie.report.tables import csv_bytes

    assert csv_bytes(pd.DataFrame()).decode("utf-8-sig").strip() == ""


def test_a_picture_is_no_wider_than_asked():
    svg = images.svg(bowtie(make_bowtie(), make_loop(), width=1000))
    assert float(fromstring(svg.decode()).attrib["width"]) <= 1000
