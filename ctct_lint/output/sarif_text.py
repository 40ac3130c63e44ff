"""Text as SARIF's messages, in which what a document holds is not acted upon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.output.display import escape
from ctct_lint.output.marks import MOST_LABELS
from ctct_lint.output.remarks import remarks
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic, Label

_LINK = "]("
_LINK_SYNTAX = re.compile(r"[\\\[\]]")
# Viewers put arguments in the place of these, and show other braces as they are,
# though by §3.11.5 all would have to be doubled.
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def message_of(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the message, links to the related places, what to do and why."""
    yield inert_markdown(diagnostic.message)
    for number, label in enumerate(diagnostic.related[:MOST_LABELS]):
        yield _link(label, number)
    left_out = len(diagnostic.related) - MOST_LABELS
    if left_out > 0:
        yield f"and {count(left_out, 'more place')}"
    yield from map(_inert, remarks(diagnostic))


def inert_markdown(text: str) -> str:
    """Return text as a message in which a viewer finds nothing to act upon."""
    return _inert(escape(text))


def _inert(text: str) -> str:
    """Break what would be a link (§3.11.6) or a placeholder (§3.11.5)."""
    return _PLACEHOLDER.sub(r"{{\1}}", text.replace(_LINK, "] ("))


def _link(label: Label, number: int) -> str:
    shown = _LINK_SYNTAX.sub(r"\\\g<0>", inert_markdown(label.message))
    return f"[{shown}]({number})"
