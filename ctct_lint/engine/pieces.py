"""A document cut at each `<`: most pieces are a tag and the text behind it."""

from __future__ import annotations

from itertools import compress
from operator import ne
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECTION, _SECTION_END = "<![CDATA[", "]]>"
_COMMENT, _COMMENT_END = "!--", "-->"
_ENDS = {"!": (_COMMENT, _COMMENT_END), "?": ("?", "?>")}
# How many pieces there are, and what some of them begin with.
Key = tuple[int, str]


def pieces_of(text: str) -> list[str]:
    """Cut a text at each `<`, its line ends as a parser reads them.

    The first piece is what stands before any `<`. A text in a CDATA section is
    escaped instead, if it is all that its element has.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _SECTION in text:
        text = _escaped(text)
    return text.split("<")


def key_of(pieces: Sequence[str]) -> Key:
    """Return what documents of one markup have in common, and few others have."""
    # Two characters are part of a tag, or end it, whatever is filled in.
    return len(pieces), "".join([piece[:2] for piece in pieces[1::7]])


def is_cut_at_tags(pieces: Sequence[str]) -> bool:
    """Is each piece of a well-formed document one tag and the text behind it?

    It may be a comment as well, but no section, and no attribute has a `>`: behind
    the first `>` of a tag there is always text.
    """
    return all(map(_is_whole, pieces[1:]))


def _is_whole(piece: str) -> bool:
    if piece[0] in _ENDS:
        start, end = _ENDS[piece[0]]
        return piece.startswith(start) and end in piece[len(start) :]
    tag, end, _ = piece.partition(">")
    if '"' in tag:
        return "'" not in tag and tag.count('"') % 2 == 0
    return end != "" and tag.count("'") % 2 == 0


def is_other_comment(before: str, piece: str) -> bool:
    """Is a piece that was a comment another one, with the same behind it?"""
    if not (before.startswith(_COMMENT) and piece.startswith(_COMMENT)):
        return False
    _, _, old_text = before[len(_COMMENT) :].partition(_COMMENT_END)
    comment, end, text = piece[len(_COMMENT) :].partition(_COMMENT_END)
    if "--" in comment or comment[-1:] == "-":
        return False
    return text == old_text and bool(end) and comment.replace("\n", "").isprintable()


def are_alike(pieces: Sequence[str], others: Sequence[str]) -> bool:
    """Do two documents, of as many pieces, differ in texts and attributes only?"""
    differing = compress(zip(pieces, others, strict=True), map(ne, pieces, others))
    return all(_markup(one) == _markup(other) for one, other in differing)


def _markup(piece: str) -> list[str]:
    if piece.startswith(_COMMENT):
        return []
    return piece.partition(">")[0].split('"')[::2]


def _escaped(text: str) -> str:
    """Return a text with all its sections escaped; as it is if that is not sure.

    Between a `>` and a `</` it is no part of an attribute.
    """
    escaped, *rest = text.split(_SECTION)
    for section in rest:
        inside, end, behind = section.partition(_SECTION_END)
        if not (end and escaped.endswith(">") and behind.startswith("</")):
            return text
        inside = inside.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        escaped += inside + behind
    return escaped
