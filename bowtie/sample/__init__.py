"""The built-in sample company: Kestrel Rota, with 1,200 customers, two years, all seven tables, imperfect on purpose.

Everything comes from a fixed seed: no clock, no file. sample_data/README.md tells its story and what is to be found.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bowtie.dataset import Dataset
    from bowtie.intake.sheets import Sheets

TEMPLATE_NAME = "bowtie_template.xlsx"


@lru_cache(maxsize=1)
def sample_files() -> dict[str, bytes]:
    """File name -> content of the sample company's files."""
    from bowtie.sample.company import company_files

    return company_files()


def sample_sheets() -> Sheets:
    """The sample's files as `bowtie.read` gives them."""
    import io

    import bowtie

    buffers = []
    for name, content in sample_files().items():
        buffer = io.BytesIO(content)
        buffer.name = name
        buffers.append(buffer)
    return bowtie.read(buffers)


def dataset() -> Dataset:
    """The sample company, read and recognised as a user's own files would be."""
    import bowtie

    sheets = sample_sheets()
    return bowtie.build(sheets, bowtie.recognise(sheets))


def template_bytes() -> bytes:
    """The blank workbook: a sheet a table, a note on every column."""
    from bowtie.sample.template import template_workbook

    return template_workbook()


def write_sample(folder: Path) -> tuple[Path, ...]:
    """Write the sample's files and the blank templates into a folder, which is made; the paths written. OSError when it
    cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in {**sample_files(), TEMPLATE_NAME: template_bytes()}.items():
        path = folder / name
        path.write_bytes(content)
        written.append(path)
    return tuple(written)
