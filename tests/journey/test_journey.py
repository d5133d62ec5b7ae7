"""One journey in a real browser: two files, a column corrected, the bow-tie, the people, downloads compared."""

import csv
import io
import re

import pytest

import bowtie
from tests.app import made
from tests.journey.browser import ARGS, served, settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def browser(chromium):
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with playwright.sync_playwright() as run:
        opened = run.chromium.launch(executable_path=chromium, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser, tmp_path):
    with served(tmp_path) as url:
        context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB", accept_downloads=True)
        opened = context.new_page()
        opened.goto(url)
        settled(opened)
        yield opened
        context.close()


def _click(page, name, role="button"):
    page.get_by_role(role, name=name, exact=True).first.click()
    settled(page)


def _downloaded(page, name, number=0):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).nth(number).click()
    return waiting.value.path().read_bytes()


def _choose(page, label, option):
    """Pick an option of a select box by its name."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option).first.wait_for()
    box.press("Enter")
    settled(page)


@pytest.fixture(scope="module")
def expected():
    """The same files through the model, with the same correction."""
    from bowtie.intake.correct import assign

    sheets = bowtie.read({"customers.csv": made.customers_csv(), "events.csv": made.events_csv()})
    mapping = bowtie.recognise(sheets)
    batch = mapping.sheet("customers.csv").headers.index("Batch")
    mapping = assign(sheets, mapping, "customers.csv", batch, "segment")
    return bowtie.analyse(bowtie.build(sheets, mapping))


def test_from_files_to_lovers_and_back_as_files(page, expected):
    _click(page, "Use my own files")
    page.locator("input[type=file]").set_input_files([
        {"name": "customers.csv", "mimeType": "text/csv", "buffer": made.customers_csv()},
        {"name": "events.csv", "mimeType": "text/csv", "buffer": made.events_csv()},
    ])
    page.get_by_text("Before you use it").wait_for(timeout=120_000)
    settled(page)

    page.get_by_text(re.compile("kept under (its|their) own names?")).first.click()
    _choose(page, "What is Batch?", "Segment")
    _click(page, "Use this data")

    page.get_by_role("heading", name="How do strangers become ambassadors?").wait_for(timeout=120_000)
    settled(page)
    assert page.get_by_text(str(expected.bowtie.answer)).is_visible()
    stages = list(csv.reader(io.StringIO(_downloaded(page, "Download CSV").decode("utf-8-sig"))))
    reached = expected.bowtie.stages["reached"].dropna()
    assert [float(row[1]) for row in stages[1:]] == reached.tolist() == [24, 24, 22, 3, 0]

    assert _downloaded(page, "PNG")[:8] == b"\x89PNG\r\n\x1a\n"
    assert b"<svg" in _downloaded(page, "SVG")[:400]

    _click(page, "People", role="link")
    page.get_by_role("heading", name="Who loves you, who likes you, and who only stays?").wait_for(timeout=120_000)
    settled(page)
    assert page.get_by_text(str(expected.segments.answer)).is_visible()
    nearest = expected.segments.lists["nearest_to_lover"]
    rows = list(csv.reader(io.StringIO(_downloaded(page, "Download CSV", 1).decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == nearest["customer_id"].tolist()
