"""Pictures of every page for the user guide: `python -m tests.journey.screens [folder]`, by default docs/images.

The sample company, 1440 and 390 pixels wide, light and dark. Looked at by people before a change of the screen is done.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.app import made
from tests.journey.browser import ARGS, ROOT, served, settled

PAGES = {"start": "", "files": "upload", "bowtie": "bowtie", "people": "people", "definitions": "definitions",
         "settings": "settings"}
WIDTHS = (1440, 390)
THEMES = ("light", "dark")
COLOURS = 160           # of each picture's palette: small files, and text stays sharp
TALLEST = 5_000
WARM = 180_000          # ms: the first page makes the sample company


def main(folder: Path) -> None:
    """All of them."""
    folder.mkdir(parents=True, exist_ok=True)
    browser_path = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.TemporaryDirectory() as home, served(Path(home)) as url, sync_playwright() as run:
        browser = run.chromium.launch(executable_path=browser_path, args=ARGS)
        for theme in THEMES:
            for width in WIDTHS:
                for name, path in PAGES.items():
                    picture = _picture(browser, f"{url}/{path}?data=sample", width, theme, name == "files")
                    _save(picture, folder / f"{name}-{width}-{theme}.png")
        browser.close()


def _picture(browser: Browser, url: str, width: int, theme: str, with_files: bool) -> bytes:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light", locale="en-GB",
    )
    page = context.new_page()
    page.goto(url)
    settled(page, WARM)
    if with_files:
        _load(page)
    page.wait_for_timeout(1_000)
    height = page.evaluate("document.querySelector(\"[data-testid='stMain']\").scrollHeight")
    page.set_viewport_size({"width": width, "height": min(max(height, 700), TALLEST)})
    page.wait_for_timeout(1_000)
    settled(page, WARM)
    taken = page.screenshot()
    context.close()
    return taken


def _load(page: Page) -> None:
    page.locator("input[type=file]").set_input_files([
        {"name": "customers.csv", "mimeType": "text/csv", "buffer": made.customers_csv()},
        {"name": "events.csv", "mimeType": "text/csv", "buffer": made.events_csv()},
        {"name": "since.csv", "mimeType": "text/csv", "buffer": made.unclear_csv()},
        {"name": "broken.xlsx", "mimeType": "text/csv", "buffer": made.NOT_A_TABLE},
    ])
    page.get_by_text("Before you use it").wait_for(timeout=WARM)
    settled(page, WARM)


def _save(picture: bytes, path: Path) -> None:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
