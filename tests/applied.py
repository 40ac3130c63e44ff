"""What a client does with edits: apply them to its text, which it counts in UTF-16."""

from __future__ import annotations

import re
from typing import Any

LINE_END = re.compile(r"\r\n|\r|\n")


def at(line: int, start: int, last: int, end: int) -> dict[str, Any]:
    """Return a range."""
    return {
        "start": {"line": line, "character": start},
        "end": {"line": last, "character": end},
    }


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """Return a text with edits applied, whose places are all those of the text."""
    places = [
        (_offset(text, e["range"]["start"]), _offset(text, e["range"]["end"]), n)
        for n, e in enumerate(edits)
    ]
    for start, end, number in sorted(places, reverse=True):
        text = text[:start] + edits[number]["newText"] + text[end:]
    return text


def _offset(text: str, position: dict[str, int]) -> int:
    """Return the offset of a position, as far as the text goes."""
    starts = [0, *(m.end() for m in LINE_END.finditer(text))]
    if position["line"] >= len(starts):
        return len(text)
    start = starts[position["line"]]
    line = LINE_END.split(text[start:], maxsplit=1)[0]
    units = line.encode("utf-16-le")[: 2 * position["character"]]
    return start + len(units.decode("utf-16-le", "ignore"))
