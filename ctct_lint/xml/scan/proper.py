"""Tags as XML or HTML has them: each is read by one pattern, as most tags are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import PLAIN_QNAME, QNAME, S
from ctct_lint.xml.scan.plain_attributes import PLAIN_ATTRIBUTES, WIDE_ATTRIBUTES
from ctct_lint.xml.scan.spaced_name import spaced_name
from ctct_lint.xml.scan.unread import Unread
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source


def _tag(name: str, attributes: str) -> str:
    """Return a pattern of an end tag or a start tag.

    `<xml version=...>` may be meant as a declaration; no name may begin with `xmlns:`.
    """
    return f"<(?:/({name}){S}*>|(?!xmlns:|xml{S})({name})({attributes}){S}*(/?)>)"


_TAG = lazy(_tag(PLAIN_QNAME, PLAIN_ATTRIBUTES))
# Nearly no element has a name with other letters than those of ASCII.
_WIDE_TAG = lazy(_tag(QNAME, WIDE_ATTRIBUTES))
_WIDE_NAME = lazy("</?[A-Za-z0-9_.:-]*[^\x00-\x7f]")


def read_proper(source: Source, at: int) -> Token | None:
    """Read the tag at `at`; None if something is wrong in it, or it is none.

    Attributes without a value, or that are there twice, are its only faults.
    """
    text = source.text
    found = _TAG.match(text, at)
    if found is None and not text.isascii() and _WIDE_NAME.match(text, at):
        found = _WIDE_TAG.match(text, at)
    if found is None:
        return None
    closed, name, attributes, slash = found.groups()
    if closed:
        return Token("end", at, found.end(), closed, 2, len(closed), closed)
    if attributes:
        if spaced_name(source, at + 1, is_end=False):
            return None
        return Unread(source, found, name)
    token = Token("start", at, found.end(), name, 1, len(name), name)
    token.empty = slash == "/"
    return token
