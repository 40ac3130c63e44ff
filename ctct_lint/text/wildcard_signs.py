"""The signs of a pattern of paths, each with what it stands for."""

from __future__ import annotations

import re

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy

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
_UNFINISHED = {"\\": "a `\\` stands at its end", "[": "a `[` is never closed by a `]`"}
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


# Any number of characters, and of names where it stands alone between slashes.
ANY, DEEP = PatternPart("*"), PatternPart("**")


def between_slashes(pattern: str, *, choices: bool) -> list[list[PatternPart]]:
    """Return the signs of each name of a pattern; may `{a,b}` be a choice?"""
    found: list[list[PatternPart]] = [[]]
    for match in (_TOKEN_OR_CHOICE if choices else _TOKEN).finditer(pattern):
        if match["slash"]:
            found.append([])
        else:
            found[-1].append(_sign(match))
    return found


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
    (signs,) = between_slashes(word, choices=False)
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
