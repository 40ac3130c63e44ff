r"""Patterns of paths as `.gitignore` has them, matched in little time.

`*` and `?` stop at a slash, `**` alone between slashes does not; `[ab]`, `[!a-c]` and
`[[:digit:]]` are choices of one sign, `\` takes a sign as it is. Where it is asked for,
`{one,two}` is a choice, too.

A regular expression goes back to each `*` when what follows does not match. Here the
first way past a `*` is the only one that is tried, for whatever follows can start
behind it just as well: the time is at most the product of the two lengths.
"""

from __future__ import annotations

import re
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.wildcard_signs import (
    ANY,
    DEEP,
    PatternPart,
    WildcardError,
    between_slashes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# No path is longer.
_LONGEST = 4096
_MOST_CHOICES = 1000
_SPECIAL = lazy(r"[\\*?\[{]")


class Chunk(NamedTuple):
    """What stands between two `*`: an expression of so many characters."""

    expression: re.Pattern[str]
    size: int


# A name between two slashes: as it is, or chunks with anything between them, of which
# there may be several choices. None is any number of names.
Part = str | tuple[tuple[Chunk, ...], ...] | None


def parts_of(pattern: str, *, choices: bool = False) -> tuple[Part, ...]:
    """Return what stands between the slashes of a pattern; WildcardError if it is bad.

    A `**` that stands last is at least one name.
    """
    if len(pattern) > _LONGEST:
        raise WildcardError(f"it has more than {_LONGEST:,} characters")
    if not _SPECIAL.search(pattern):
        return tuple(pattern.split("/"))
    found = [_part(signs) for signs in between_slashes(pattern, choices=choices)]
    if found[-1] is None:
        found.append(_part([ANY]))
    return tuple(found)


def matches(parts: Sequence[Part], names: Sequence[str]) -> bool:
    """Do the names of a path match, all of them?"""
    at = part = skipped = 0
    after = -1
    while at < len(names):
        if part < len(parts) and parts[part] is None:
            part += 1
            after, skipped = part, at
        elif part < len(parts) and _is_match(parts[part], names[at]):
            part += 1
            at += 1
        elif after < 0:
            return False
        else:
            skipped += 1
            part, at = after, skipped
    return all(rest is None for rest in parts[part:])


def _is_match(part: Part, name: str) -> bool:
    if isinstance(part, str):
        return part == name
    return any(_is_made_of(chunks, name) for chunks in part or ())


def _is_made_of(chunks: tuple[Chunk, ...], name: str) -> bool:
    """Say whether the name begins with a chunk, ends with one, and holds the others."""
    first, last = chunks[0], chunks[-1]
    if len(chunks) == 1:
        return len(name) == first.size and first.expression.match(name) is not None
    end = len(name) - last.size
    if first.size > end or not first.expression.match(name):
        return False
    at = first.size
    for chunk in chunks[1:-1]:
        found = chunk.expression.search(name, at, end)
        if found is None:
            return False
        at = found.end()
    return last.expression.match(name, end) is not None


def _part(signs: Sequence[PatternPart]) -> Part:
    if signs == [DEEP]:
        return None
    if all(sign.plain for sign in signs):
        return "".join(sign.plain for sign in signs)
    ways = [sign.choices or ((sign,),) for sign in signs]
    if prod(map(len, ways)) > _MOST_CHOICES:
        raise WildcardError(f"it stands for more than {_MOST_CHOICES:,} names")
    return tuple(_chunks([s for part in way for s in part]) for way in product(*ways))


def _chunks(signs: Sequence[PatternPart]) -> tuple[Chunk, ...]:
    found: list[list[PatternPart]] = [[]]
    for sign in signs:
        if sign in (ANY, DEEP):
            found.append([])
        else:
            found[-1].append(sign)
    return tuple(
        Chunk(re.compile("".join(s.expression for s in chunk), re.DOTALL), len(chunk))
        for chunk in found
    )
