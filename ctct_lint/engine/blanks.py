"""The texts and attributes of a form: what two documents of one markup differ in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.patterns import lazy
from ctct_lint.schema.free_text import takes_any_text
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"))
# Resolved at the end, so that nothing is resolved twice; another way to write it is
# left to a parser.
_AMPERSAND = "&amp;"
# What stands before the value of an attribute that is no namespace and in none.
_ATTRIBUTE = lazy(r"[^=]*[ \t\n](?!xmlns[ \t\n=])([A-Za-z_][\w.-]*)[ \t\n]*=[ \t\n]*")
_CHARACTER = lazy(r"&#(?!0*38;|x0*26;)(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")


class Blank(NamedTuple):
    """A start tag of a form.

    has_text  does nothing but text stand behind it?
    is_free   is it valid whatever its text is, if not blank?
    """

    element: _Element
    name: str
    owner: str
    has_text: bool
    is_free: bool


# The blank, its new text, None for the old one, and its new attributes.
Filling = tuple[Blank, "str | None", "dict[str, str]"]


def blanks_of(
    pieces: Sequence[str], elements: Iterable[_Element]
) -> Iterator[tuple[int, Blank]]:
    """Yield the blanks of a document by the indices of their pieces.

    A piece is what stands from behind a `<` up to the next: a tag and text. The
    elements are all there are, in document order.
    """
    following = iter(elements)
    for at, piece in enumerate(pieces[1:], 1):
        if piece[0] not in "!?/":
            element = next(following)
            parent = element.getparent()
            owner = "" if parent is None else local_name(parent)
            name = local_name(element)
            is_open = piece.partition(">")[0][-1] != "/"
            has_text = is_open and pieces[at + 1][0] == "/"
            is_free = takes_any_text(owner, name)
            yield at, Blank(element, name, owner, has_text, is_free)


def filling(blank: Blank, before: str, piece: str) -> Filling | None:
    """Return what is new in a blank; None if it takes a parser to tell."""
    old_tag, _, old_text = before.partition(">")
    tag, end, text = piece.partition(">")
    if not end:
        return None
    attributes = {} if tag == old_tag else _new_attributes(old_tag, tag)
    if attributes is None:
        return None
    if text == old_text:
        return blank, None, attributes
    decoded = _decoded(text) if blank.has_text else None
    # Blanks are not kept everywhere, and not valid everywhere.
    if not decoded or decoded.isspace():
        return None
    return blank, decoded, attributes


def _new_attributes(before: str, tag: str) -> dict[str, str] | None:
    """Return the attributes that differ, if the tags differ in nothing else.

    `before` is known to be whole.
    """
    old, new = before.split('"'), tag.split('"')
    if "'" in tag or len(old) != len(new) or old[::2] != new[::2]:
        return None
    found: dict[str, str] = {}
    for at in range(1, len(new), 2):
        value = new[at]
        if value != old[at]:
            name = _ATTRIBUTE.fullmatch(new[at - 1])
            # White space is not taken as it is.
            if name is None or "&" in value or not value.isprintable():
                return None
            found[name[1]] = value
    return found


def _decoded(text: str) -> str | None:
    """Return a text with its references resolved; None if that takes a parser.

    A ValueError says that one is of no character.
    """
    if "]]>" in text:
        return None
    left = text.count("&")
    if not left:
        return text
    left -= text.count(_AMPERSAND)
    for entity, character in _ENTITIES:
        if left:
            size = len(text)
            text = text.replace(entity, character)
            left -= (size - len(text)) // (len(entity) - 1)
    if left:
        text, resolved = _CHARACTER.subn(_character, text)
        left -= resolved
    return None if left else text.replace(_AMPERSAND, "&")


def _character(reference: re.Match[str]) -> str:
    return chr(int(reference[1], 16) if reference[1] else int(reference[2]))
