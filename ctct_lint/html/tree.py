"""From the text of a field to a tree, where libxml2 takes it for XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.parsing import safe_parser

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANK = " \t\r\n"
FRAGMENT = "fragment"
_PARSER = safe_parser(remove_comments=True, remove_pis=True)
_PREDEFINED = "(?!(?:amp|lt|gt|quot|apos);)"
_ENTITY = lazy(f"&{_PREDEFINED}([A-Za-z][A-Za-z0-9]*);")
_ROOT = lazy(r"<(?:html|text)\b", re.IGNORECASE)
_DOCTYPE = lazy(
    r"(?:[ \t\r\n]|<\?[^>]*\?>|<!--(?:(?!-->).)*-->)*(<!DOCTYPE\b[^<>\[\]]*>)",
    re.DOTALL | re.IGNORECASE,
)
# What most text versions begin and end with; no more needs to be known of them.
_START, _END = "<Text>", "</Text>"


def is_plain_text(text: str) -> bool:
    """Is it `<Text>` around words alone? That is well-formed."""
    text = text.strip(_BLANK)
    if not (text.startswith(_START) and text.endswith(_END)):
        return False
    words = text[len(_START) : -len(_END)]
    return not ("<" in words or "&" in words or "]]>" in words)


def parse(text: str) -> _Element | None:
    """Return the tree of a text that is XML, None of any other.

    Two things that XML minds are none here: a document type, which is left out, and
    the entities of HTML, whose characters take their place. A text that is no
    document of one root (words, words with tags, several elements) is put into an
    element `fragment`; what begins with `<html>` or `<Text>` is a document or None.
    """
    if "&" in text and _ENTITY.search(text):
        text = _without_entities(text)
    text = text.strip(_BLANK)
    if text.startswith("<"):
        if "<!" in text:
            text = _without_doctype(text)
        root = _parsed(text)
        # Exceptions are slow, and most texts that are no XML are documents.
        if root is not None or _ROOT.match(text):
            return root
    return _parsed(f"<{FRAGMENT}>{text}</{FRAGMENT}>")


def _parsed(text: str) -> _Element | None:
    try:
        return etree.fromstring(text.encode(), _PARSER)
    except etree.XMLSyntaxError:
        return None


def _without_doctype(text: str) -> str:
    found = _DOCTYPE.match(text)
    if found is None:
        return text
    return (text[: found.start(1)] + text[found.end(1) :]).lstrip(_BLANK)


def _without_entities(text: str) -> str:
    from html.entities import html5

    def characters(found: re.Match[str]) -> str:
        known = html5.get(f"{found[1]};")
        return found[0] if known is None else "".join(f"&#{ord(c)};" for c in known)

    return _ENTITY.sub(characters, text)
