"""The drawing process: a request a line in, an answer a line out. Started by images.py, never imported by the app."""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path
from typing import Any

import vl_convert

from bowtie.report.svg import finished

FONTS = Path(__file__).parent / "fonts"


def main() -> None:
    """Answers until its input ends."""
    vl_convert.register_font_directory(str(FONTS))
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        sys.stdout.buffer.flush()


def answer(request: dict[str, Any]) -> dict[str, str]:
    """`picture` in base64, or `error`: whatever the library raises stays on this side."""
    try:
        return {"picture": base64.b64encode(draw(request)).decode()}
    except Exception as error:  # noqa: BLE001 - the library raises plain ValueError and more; the caller makes a sentence of it
        return {"error": type(error).__name__}


def draw(request: dict[str, Any]) -> bytes:
    """The bytes of a picture. Nothing is fetched: a chart holds its own data."""
    spec = request["spec"]
    plain = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    picture = finished(plain, spec, request["source"])
    if request["format"] == "svg":
        return picture.encode()
    return bytes(vl_convert.svg_to_png(picture, scale=request["scale"]))


if __name__ == "__main__":
    main()
