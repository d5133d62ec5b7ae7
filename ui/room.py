"""How wide the page is: pictures are laid out for the room that they have, on a phone too."""

from __future__ import annotations

from typing import Any

import streamlit as st

USUAL = 1120                 # until the browser has answered
PHONE = 640                  # below this, columns stand one below the other
_CARD = 34                   # a card's padding and border, both sides
_STEP = 40                   # so that a small change of the window draws nothing anew

_JS = """
export default function(component) {
  const host = component.parentElement.host ?? component.parentElement;
  const measure = () => {
    const room = Math.floor(host.clientWidth / STEP) * STEP;
    if (room >= 280 && room !== host.lastRoom) {
      host.lastRoom = room;
      component.setStateValue("room", room);
    }
  };
  const watch = new ResizeObserver(measure);
  watch.observe(host);
  return () => watch.disconnect();
}
""".replace("STEP", str(_STEP))


@st.cache_resource(max_entries=1, show_spinner=False)
def _ruler() -> Any:
    return st.components.v2.component("bowtie_ruler", html="<span></span>", js=_JS)


def room(columns: int = 1) -> int:
    """Pixels for a picture in a card, where so many stand side by side."""
    whole = _measured()
    if columns == 1 or whole < PHONE:
        return whole - _CARD
    return (whole - 16 * (columns - 1)) // columns - _CARD


def measure() -> None:
    """Mount the ruler: once a run, at the top of the page."""
    _ruler()(key="ruler", on_room_change=lambda: None, default={"room": USUAL}, height=1)


def _measured() -> int:
    from ui.state import value

    held = value("ruler")
    found = held.get("room") if held else None
    return int(found) if isinstance(found, (int, float)) and 280 <= found <= 4000 else USUAL
