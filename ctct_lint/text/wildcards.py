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

if TYPE_CHECKING:
    from collections.abc import Sequence

# No path is longer.
_LONGEST = 4096
_MOST_CHOICES = 1000
_SPECIAL = lazy(r"[\\*?\[{]")
_TOKENS = (
    r"\\(?P<plain>.)|(?P<any>\*+)|(?P<one>\?)|(?P<slash>/)"
    r"|\[(?P<set>[!^]?\]?(?:\[:\w*:\]|\\.|[^\]\\])*)\]"
)
_TOKEN = lazy(rf"{_TOKENS}|(?P<other>.)", re.DOTALL)
_TOKEN_OR_CHOICE = lazy(
    rf"{_TOKENS}|\{{(?P<choice>[^{{}}/]*)\}}|(?P<other>.)", re.DOTALL
)
_MEMBER = lazy(
    r"\[:(?P<class>\w*):\]|(?P<low>\\.|[^\\])-(?P<high>\\.|[^\\])|(?P<one>\\.|[^\\])",
    re.DOTALL,
)
_UNFINISHED = {
    "\\": "a `\\` stands at its end",
    "[": "a `[` is never closed by a `]`",
}
_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": r" \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


class WildcardError(ValueError):
    """A pattern that can match nothing; says what is wrong with it."""


class PatternPart(NamedTuple):
    """What a sign of a pattern stands for.

    expression  one character, as a regular expression
    plain       that character, if it can be no other
    choices     sequences of signs, of which it is one
    """

    expression: str = ""
    plain: str = ""
    choices: tuple[tuple[PatternPart, ...], ...] = ()


class Chunk(NamedTuple):
    """What stands between two `*`: an expression of so many characters."""

    expression: re.Pattern[str]
    size: int


# Any number of characters, and of names where it stands alone between slashes.
ANY, DEEP = PatternPart("*"), PatternPart("**")
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
    found = [_part(signs) for signs in _between_slashes(pattern, choices=choices)]
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


def _between_slashes(pattern: str, *, choices: bool) -> list[list[PatternPart]]:
    found: list[list[PatternPart]] = [[]]
    for match in (_TOKEN_OR_CHOICE if choices else _TOKEN).finditer(pattern):
        if match["slash"]:
            found.append([])
        else:
            found[-1].append(_sign(match))
    return found


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


def _sign(match: re.Match[str]) -> PatternPart:
    kind, written = match.lastgroup, match[match.lastgroup or 0]
    if kind == "any":
        return ANY if written == "*" else DEEP
    if kind == "one":
        return PatternPart(".")
    if kind == "set":
        return PatternPart(_set(written))
    if kind == "choice":
        return PatternPart(choices=tuple(map(_without_choices, written.split(","))))
    if kind == "other" and written in _UNFINISHED:
        raise WildcardError(_UNFINISHED[written])
    return PatternPart(re.escape(written), written)


def _without_choices(word: str) -> tuple[PatternPart, ...]:
    (signs,) = _between_slashes(word, choices=False)
    return tuple(signs)


def _set(written: str) -> str:
    """Return a set as an expression; `written` is what its brackets hold."""
    members = written[written.startswith(("!", "^")) :]
    if not members:
        raise WildcardError(_UNFINISHED["["])
    found = "".join(map(_member, _MEMBER.finditer(members)))
    return f"[{'^' if members != written else ''}{found}]"


def _member(match: re.Match[str]) -> str:
    if match["class"] is not None:
        if match["class"] not in _CLASSES:
            raise WildcardError(f"no class of signs is called `{match['class']}`")
        return _CLASSES[match["class"]]
    if match["one"]:
        return re.escape(match["one"][-1])
    low, high = match["low"][-1], match["high"][-1]
    if low > high:
        raise WildcardError(f"nothing is from `{low}` to `{high}`")
    return f"{re.escape(low)}-{re.escape(high)}"
