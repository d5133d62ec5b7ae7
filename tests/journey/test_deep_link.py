"""The first visit of a fresh server is a deep link: the page stands there, in its frame, and nothing lies over it."""

import pytest

from tests.journey.browser import ARGS, served, settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_nothing_lies_over_the_page(chromium, tmp_path):
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with served(tmp_path) as url, playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=chromium, args=ARGS)
        page = browser.new_page()
        page.goto(f"{url}/upload")
        settled(page)
        assert page.get_by_role("heading", name="What is in your files?").is_visible()
        assert page.get_by_text("Looking at").is_visible()
        assert page.get_by_role("dialog").count() == 0
        browser.close()
