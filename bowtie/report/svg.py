"""What an exported SVG lacks: a title and description to be read aloud, a source line, and fonts in the right order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

SOURCE_HEIGHT = 26
_ROOT = re.compile(r'<svg\b(?P<rest>[^>]*?)width="(?P<w>[\d.]+)" height="(?P<h>[\d.]+)" viewBox="0 0 [\d.]+ [\d.]+">')
_TEXT = re.compile(r'(<text\b[^>]*?font-family=")([^"]*)("[^>]*>)(.*?)(?=</text>)', re.DOTALL)
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def finished(svg: str, spec: Mapping[str, Any], source: str = "") -> str:
    """The SVG of a chart with `<title>`, `<desc>` and, where there is a source, a line under the picture."""
    root = _ROOT.search(svg)
    if root is None:
        raise ValueError("not the SVG that was expected")
    wide, high = float(root["w"]), float(root["h"])
    tall = high + (SOURCE_HEIGHT if source else 0)
    head = f'<svg{root["rest"]}width="{wide:g}" height="{tall:g}" viewBox="0 0 {wide:g} {tall:g}" role="img">'
    body = svg[root.end() :].removesuffix("</svg>")
    under = _source(source, spec, wide, high) if source else ""
    return head + _words(spec) + _fonts(body + under) + "</svg>"


def _words(spec: Mapping[str, Any]) -> str:
    title = spec.get("title", "")
    text = title.get("text", "") if isinstance(title, Mapping) else title
    line = " ".join(text) if isinstance(text, list) else str(text)
    return f"<title>{xml(line)}</title><desc>{xml(spec.get('description', ''))}</desc>"


def _source(source: str, spec: Mapping[str, Any], wide: float, high: float) -> str:
    config = spec.get("config", {})
    fill = xml(config.get("background", "#FFFFFF"))
    colour = xml(config.get("title", {}).get("subtitleColor", "#5B6472"))
    font = xml(config.get("font", "sans-serif"))
    line = xml(" ".join(source.split()))
    return (
        f'<rect x="0" y="{high:g}" width="{wide:g}" height="{SOURCE_HEIGHT}" fill="{fill}"/>'
        f'<text x="12" y="{high + 10:g}" font-family="{font}" font-size="11px" fill="{colour}">{line}</text>'
    )


def _fonts(body: str) -> str:
    """Names the Chinese or Korean font first where the text needs it: renderers disagree about what comes next."""
    return _TEXT.sub(_font_first, body)


def _font_first(found: re.Match[str]) -> str:
    before, family, after, text = found.groups()
    if _HANGUL.search(text):
        family = "'Noto Sans KR', " + family
    elif _CJK.search(text):
        family = "'Noto Sans SC', " + family
    return f"{before}{family}{after}{text}"


def xml(text: object) -> str:
    """Text that XML may hold, escaped."""
    return escape(_NOT_XML.sub("", str(text)))
