"""Charts as PNG and SVG, made in a process of their own: the library that draws holds the interpreter's lock.

One worker stays warm. Fonts for Latin, Cyrillic, Chinese, Japanese and Korean are shipped in `fonts/`, so that a
machine without any draws the same picture.
"""

from __future__ import annotations

import atexit
import base64
from functools import lru_cache
from typing import Any, Literal

from bowtie.errors import BowtieError
from bowtie.intake.worker import Pool, WorkerDied
from bowtie.words import say

Format = Literal["png", "svg"]
SECONDS = 60.0
SCALES = (1, 2, 3)


def render(chart: Any, format: Format = "png", scale: int = 2, source: str = "", seconds: float = SECONDS) -> bytes:  # noqa: A002 - the word the callers use
    """The picture of an Altair chart. `scale` (1, 2 or 3) multiplies the pixels of a PNG; an SVG has none.

    `source` becomes a small line under the picture. An SVG carries the chart's title and description.
    Raises BowtieError when it cannot be drawn, or not within `seconds`.
    """
    if format not in ("png", "svg") or scale not in SCALES:
        raise BowtieError(
            say("There is no {format} picture at {scale} times its size.", format=str(format), scale=str(scale)),
            say("Choose png or svg, and 1, 2 or 3."),
        )
    request = {"spec": chart.to_dict(), "format": format, "scale": scale, "source": source}
    answer = _ask(request, seconds)
    if "picture" not in answer:
        raise BowtieError(say("This picture could not be drawn."), say("Try the other format, or download the table."))
    return base64.b64decode(answer["picture"])


def png(chart: Any, scale: int = 2, source: str = "") -> bytes:
    """PNG at twice its size."""
    return render(chart, "png", scale, source)


def svg(chart: Any, source: str = "") -> bytes:
    """SVG in UTF-8."""
    return render(chart, "svg", 1, source)


def warm() -> None:
    """Starts the drawing process, so that the first picture does not wait for it."""
    _pool().warm()


def _ask(request: dict[str, Any], seconds: float) -> dict[str, Any]:
    try:
        return _pool().ask(request, seconds)
    except WorkerDied as died:
        problem = say("Drawing this picture took too long.") if died.timed_out else say("Drawing this picture failed.")
        raise BowtieError(problem, say("Try again, or download the table behind it.")) from died


@lru_cache(maxsize=1)
def _pool() -> Pool:
    made = Pool(most=1, module="bowtie.report.image_worker")
    atexit.register(made.close)
    return made
