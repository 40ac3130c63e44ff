"""Text in XML: what XML 1.0 forbids is spelt out, the rest is ASCII and references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape as escape_markup
from xml.sax.saxutils import quoteattr

from ctct_lint.output.display import escape

if TYPE_CHECKING:
    from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Escaping for a display deals with the other characters that XML has not.
_FORBIDDEN = re.compile("[\ufffe\uffff]")


def content(text: str) -> str:
    """Return a line of text as the content of an element."""
    return _ascii(escape_markup(_spelt(text)))


def start_tag(name: str, attributes: Mapping[str, object], end: str = ">") -> str:
    """Return a start tag; with `/>` for its end, that of an empty element."""
    parts = [f"{k}={_ascii(quoteattr(_spelt(str(v))))}" for k, v in attributes.items()]
    return f"<{' '.join((name, *parts))}{end}"


def _spelt(text: str) -> str:
    return _FORBIDDEN.sub(lambda match: ascii(match[0])[1:-1], escape(text))


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")
