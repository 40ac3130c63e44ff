"""A quick look at the tags of a text: most texts are in order.

It is either sure or says nothing; then `tags` and `nesting` look closely.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from ctct_lint.html.names import (
    KNOWN,
    OPTIONAL_END,
    RAW_TEXT,
    STANDARD,
    VOID,
    address_at,
)
from ctct_lint.html.traits import of_end_tag, of_page, of_tag, without_addresses
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.signs import CURLY, ODD_SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ctct_lint.html.tag import Tag

# Slash, name, attributes; or what needs a closer look: a tag without end, a value
# with `<` or `>`, a declaration that holds markup. No part of it runs past the next
# `<`, but for comments, whose end is known to come, and a name is taken as a whole.
_TAG = lazy(
    r"<(?:(/?)([A-Za-z][^ \t\n\f\r/><]*)(?=[ \t\n\f\r/>])"
    r"([^\"'<>]*(?:(?<==)(?:\"[^\"<>]*\"|'[^'<>]*')[^\"'<>]*)*)>"
    r"|(!--(?:-?>|.*?-->))|[!?](?!--)[^<>]*>|([A-Za-z/!?]))",
    re.DOTALL,
)
_one = lazy(
    r"(/?)([a-z][^ \t\n\f\r/><]*)(?=[ \t\n\f\r/]|\Z)"
    r"([^\"'<>]*(?:(?<==)(?:\"[^\"<>]*\"|'[^'<>]*')[^\"'<>]*)*)"
)
# What looks like a tag of any other name may be an address.
_TAGS = STANDARD | KNOWN
# In a tag without its values: blanks and quotes that only look like such.
_values = lazy("\"[^\"]*\"|'[^']*'")
_lookalikes = lazy(f"[{ODD_SPACE}]|=\\s*[{CURLY}]")
# A slash behind anything else is the end of a value without quotes.
_BEFORE_SLASH = frozenset({"", " ", "\t", "\n", "\f", "\r", '"', "'"})
_started = lazy("<[^>]*")
# What is longer is hardly seen twice.
_LONGEST, _LONGEST_TAG, _MOST_LOOKS = 1 << 14, 500, 4096

# Does it open an element, or close one, or neither? Its lower-case name, its traits;
# what is no tag has no name.
Look = tuple[int, str, int]
_OPENS, _CLOSES, _NEITHER = 1, 2, 0
_NO_TAG: Look = (_NEITHER, "", 0)


class Glance(NamedTuple):
    """What a glance at a text shows.

    names        the lower-case names of all tags
    traits       the flags of `html.traits` that the tags have, one by one and as a page
    is_balanced  is every element closed that must be, and every end tag one's own?
    """

    names: frozenset[str]
    traits: int
    is_balanced: bool


def glance(text: str) -> Glance | None:
    """Return what is to be seen at a glance; None if not sure."""
    are_simple = _are_comments_simple(text)
    if are_simple is None:
        return None
    seen = _seen_quickly(text) if are_simple else None
    if seen is not None:
        return seen[0]
    return _seen(_raw_tags(text), text, cache(_look))


def _seen_quickly(text: str) -> tuple[Glance | None] | None:
    """Return what is to be seen of a text without comments that hold tags.

    None where what is between a `<` and the next `>` may be no tag.
    """
    started: list[str] = _started.findall(text)
    if len(started) < text.count("<") or text.rfind(">") < text.rfind("<"):
        return None
    # Many mails have the tags of others, and only their words are new.
    tags = without_addresses(">".join(started))
    return (_seen_before(tags) if len(tags) < _LONGEST else _seen_in(tags),)


def _raw_tags(text: str) -> list[str]:
    """Return the tags of a text with comments, or odd ones; the odd as a `/`."""
    tags = []
    raw = ""
    for slash, name, rest, comment, odd in _TAG.findall(text):
        # In raw text there are no comments: an end tag in one counts.
        is_odd = odd or (raw and "</" in comment)
        tags.append("/" if is_odd else slash + name + rest)
        if raw:
            raw = "" if slash and name.lower() == raw else raw
        elif not slash and rest[-1:] != "/" and name.lower() in RAW_TEXT:
            raw = name.lower()
    return tags


def _seen(
    raw: Sequence[str], page: str, look: Callable[[str], Look | None]
) -> Glance | None:
    looks = list(map(look, raw))
    if None in looks:
        return None
    sure = cast("list[Look]", looks)
    parts, names, flags = zip(*sure, strict=True) if sure else ((), (), ())
    traits = of_page(page)
    for flag in set(flags):
        traits |= flag
    is_balanced = _is_balanced(parts, names)
    return Glance(frozenset(names) - {""}, traits, is_balanced)


def _is_balanced(parts: Sequence[int], names: Sequence[str]) -> bool:
    still_open: list[str] = []
    for part, name in zip(parts, names, strict=True):
        if part == _OPENS:
            still_open.append(name)
        elif part == _CLOSES:
            if still_open and still_open[-1] == name:
                del still_open[-1]
            elif name in VOID or not _close(still_open, name):
                return False
    return OPTIONAL_END.issuperset(still_open)


def _seen_in(tags: str) -> Glance | None:
    """Return what is to be seen of tags without the words between and behind them."""
    return _seen(tags[1:].split("><"), f"{tags}>", _known_look)


_seen_before = lru_cache(maxsize=128)(_seen_in)


def _look(raw: str) -> Look | None:
    """Look at a tag without its brackets; None if it needs a closer look."""
    first = raw[:1]
    if first in "!?" or not (first == "/" or (first.isascii() and first.isalpha())):
        return _NO_TAG
    found = _one.fullmatch(raw.lower())
    if found is None:
        return None
    slash, name, rest = found.groups()
    if rest and rest[-1] == "/" and rest[-2:-1] not in _BEFORE_SLASH:
        return None
    if not raw.isascii() and _lookalikes.search(_values.sub("", raw)):
        return None
    if name not in _TAGS and ("=" in name or address_at(raw, len(slash))):
        return None
    part = _CLOSES if slash else _OPENS
    if not slash and (name in VOID or rest[-1:] == "/"):
        part = _NEITHER
    return part, name, of_end_tag(raw, name) if slash else of_tag(raw, name, rest)


class _Looks(dict[str, "Look | None"]):
    """The tags that were looked at, up to a bound, with what was seen."""

    def __missing__(self, raw: str) -> Look | None:
        look = _look(raw)
        if len(raw) <= _LONGEST_TAG:
            if len(self) >= _MOST_LOOKS:
                self.clear()
            self[raw] = look
        return look


# Of a mail's tags most are those of other mails.
_known_look = _Looks().__getitem__


def _are_comments_simple(text: str) -> bool | None:
    """Say whether no comment holds a `<`; None where one has no end, or of sections."""
    are_simple = True
    at = text.find("<!")
    while at >= 0:
        behind = at + 2
        if text.startswith("--", behind):
            behind = text.find("-->", behind)
            are_simple = are_simple and text.find("<", at + 1, behind) < 0
        if behind < 0 or text.startswith("[CDATA[", behind):
            return None
        at = text.find("<!", behind)
    return are_simple if are_simple or "<![CDATA[" not in text else None


def _close(still_open: list[str], name: str) -> bool:
    """Close the innermost element of a name; those without end tag end before it."""
    while still_open:
        last = still_open.pop()
        if last == name:
            return True
        if last not in OPTIONAL_END:
            return False
    return False


def quick_tags(text: str) -> list[Tag]:
    """Return the tags of a text at which `glance` was sure."""
    from ctct_lint.html.tag import Tag

    tags: list[Tag] = []
    raw = ""
    for found in _TAG.finditer(text):
        slash, name, rest, _, _ = found.groups()
        if not name or (raw and not (slash and name.lower() == raw)):
            continue
        slashed = not slash and rest[-1:] == "/"
        tag = Tag(text, name, found.span(), is_end=bool(slash), self_closing=slashed)
        raw = tag.lower if tag.lower in RAW_TEXT and not (slash or slashed) else ""
        tags.append(tag)
    return tags
