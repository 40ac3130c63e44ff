"""End tags that stand right below a start tag, though its like is open inside.

In an element that may stand in itself the nearest start tag is not always the one that
an end tag belongs to: how far both are from the left says so, where one lacks its end.
"""

from __future__ import annotations

import heapq
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import margin, skip_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ctct_lint.xml.tokens import Token

# So many start tags without an end tag are looked at.
MOST = 20


def is_below(text: str, at: int, tag: Token) -> bool:
    """Tell whether a place is right below a start tag whose content is further in."""
    place = margin(text, at)
    if place is None or place != margin(text, tag.start):
        return False
    inside = margin(text, skip_space(text, tag.end))
    return inside is not None and len(inside) > len(place)


def ends_of_outer(
    text: str, tokens: Sequence[Token], pairs: Mapping[int, int], left: Iterable[int]
) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers of start tags that are left, and of others and their end tags.

    The end tag is that of the first, by their margins, and the second is left then.

    pairs  the numbers of start tags, each with that of its end tag, in their order
    left   those of the start tags that have none
    """
    known = dict(pairs)
    outer = list(islice(left, MOST))
    # What is left then may have an end tag further inside.
    for start in outer:
        inner = _inner_of(text, tokens, known, start)
        if inner is not None:
            yield start, inner, known.pop(inner)
            outer += [inner] * (len(outer) < MOST)


def ends_left_over(
    text: str, tokens: Sequence[Token], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of end tags and of the start tags that they stand right below.

    starts, ends  the tags of one name that are left, more starts than ends; only those
                  are told that have another start tag in between
    """
    excess, opened = len(starts) - len(ends), list[int]()
    for number in heapq.merge(starts, ends):
        if tokens[number].kind == "start":
            opened.append(number)
            continue
        place = margin(text, tokens[number].start)
        is_in = partial(_is_in, text, tokens, place)
        inside = list(takewhile(is_in, reversed(opened)))
        above = opened[: len(opened) - len(inside)][-1:]
        is_found = any(margin(text, tokens[one].start) == place for one in above)
        if is_found and 0 < len(inside) <= excess:
            yield number, above[0]
            excess -= len(inside)
            del opened[-len(inside) :]
        del opened[-1:]


def _is_in(text: str, tokens: Sequence[Token], place: str | None, number: int) -> bool:
    """Tell whether a tag is further from the left than a place."""
    further = margin(text, tokens[number].start)
    return place is not None and further is not None and len(further) > len(place)


def _inner_of(
    text: str, tokens: Sequence[Token], pairs: Mapping[int, int], start: int
) -> int | None:
    """Return the start tag inside of a first one that has the end tag of that.

    No other element is around it there.
    """
    place, name = margin(text, tokens[start].start), tokens[start].name
    number = len(tokens) if place is None else start + 1
    while number < len(tokens):
        end = pairs.get(number, number)
        is_like = end > number and tokens[number].name == name
        is_at = is_like and margin(text, tokens[end].start) == place
        if is_at and _is_in(text, tokens, place, number):
            return number
        number = end + 1
    return None
