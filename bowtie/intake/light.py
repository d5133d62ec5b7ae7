"""Arrow without pandas, for a process that reads or recognises and then ends.

PyArrow imports pandas at the first list it converts, only to ask whether that list is a frame. It takes no for an
answer, and importing pandas takes longer than reading a small file.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from typing import Any


class _NoPandas(MetaPathFinder):
    """Says that there is no pandas to whoever asks first."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:  # noqa: ARG002 - import asks so
        if fullname == "pandas":
            raise ModuleNotFoundError("pandas is kept out of this process, which starts faster without", name=fullname)


def keep_pandas_out() -> None:
    """For the rest of this process, unless pandas is there already."""
    sys.meta_path.insert(0, _NoPandas())
