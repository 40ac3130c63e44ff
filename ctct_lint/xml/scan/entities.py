"""The entities that a document type declares: what is written out for a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.scan.escaping import escaped_text

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source

# So much is written out at any rate, and more as long as there is room.
_SHORT = 200


def written_out(source: Source, name: str) -> str:
    """Return the text that is written instead of a reference to a declared entity.

    Entities inside of it are not expanded: that may have no end. Where all that is
    written becomes far longer than a document, it is the reference itself, as a text.
    """
    value = source.entities[name]
    if len(value) > _SHORT:
        if len(value) > source.entity_room:
            return f"&amp;{name};"
        source.entity_room -= len(value)
    return escaped_text(value)
