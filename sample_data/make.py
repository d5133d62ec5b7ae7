"""Write the sample company's files into this folder again: `python sample_data/make.py`. The same bytes every time."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))


def main() -> None:
    """The files here, the blank template in `templates/`."""
    from bowtie.sample import TEMPLATE_NAME, sample_files, template_bytes

    for name, content in sample_files().items():
        (HERE / name).write_bytes(content)
    (HERE / "templates").mkdir(exist_ok=True)
    (HERE / "templates" / TEMPLATE_NAME).write_bytes(template_bytes())


if __name__ == "__main__":
    main()
