"""JSON that any stream can take and no reader of logs acts upon."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def dumps(value: Any) -> str:
    """Return a value as JSON on one line, in ASCII.

    `##[` would be a command to a CI runner that shows this as its log.
    """
    return json.dumps(value, separators=(",", ":")).replace("##", "#\\u0023")


def array(items: Iterable[Any]) -> Iterator[str]:
    """Yield an array piece by piece, a line for each item."""
    yield "["
    separator = "\n"
    for item in items:
        yield separator + dumps(item)
        separator = ",\n"
    yield "]" if separator == "\n" else "\n]"


def is_sound(text: str) -> bool:
    """Has the text a meaning in JSON? A lone surrogate has none, and some refuse it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
