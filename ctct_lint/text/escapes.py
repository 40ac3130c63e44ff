"""Texts as they are written in XML: with references in place of signs of markup."""

from __future__ import annotations

# That of `&` comes first: all others begin with one.
REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


def with_references(text: str, signs: str = "&<") -> str:
    """Return a text that is no markup; `signs` are those that are not left, `&` first.

    Without `&` and `<` a text can stand between tags.
    """
    for sign in signs:
        text = text.replace(sign, REFERENCES[sign])
    return text


def in_quotes(text: str) -> str:
    """Return a text as it can stand between `"`."""
    return with_references(text, '&<"')
