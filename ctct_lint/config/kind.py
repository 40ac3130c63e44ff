"""What a kind of values of the configuration is, and how a wrong one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    Path = tuple[str | int, ...]
    Schema = dict[str, Any]

_LONGEST_SHOWN = 60
_WORDS = {
    bool: "a boolean",
    str: "a string",
    int: "an integer",
    float: "a float",
    list: "an array",
    dict: "a table",
    type(None): "None",
}


class ValueProblem(NamedTuple):
    """A fault at the value, or the key, to which a path of keys and numbers leads."""

    path: Path
    message: str
    help: tuple[str, ...] = ()
    at_key: bool = False


class KnownNames(NamedTuple):
    """What only the layers above know.

    rules    returns the codes and names of rules
    formats  the names of output formats; empty: any
    brought  returns those of the rules of distributions, which takes longer
    """

    rules: Callable[[], Collection[str]]
    formats: Collection[str] = ()
    brought: Callable[[], Collection[str]] = tuple


class ValueKind(NamedTuple):
    """A sort of values.

    problems  yields what is wrong with a value, to which a path leads
    schema    the JSON schema of the values
    """

    problems: Callable[[Any, Path, KnownNames], Iterator[ValueProblem]]
    schema: Schema


def another_type(value: Any, path: Path, wanted: str) -> ValueProblem:
    """Return that a value is not of the type that is wanted."""
    found = _WORDS.get(type(value), "a date or time")
    return ValueProblem(path, f"must be {wanted}, not {found}")


def hint(word: str, candidates: Collection[str], otherwise: str = "") -> str:
    """Return which of the words is meant; if that is not clear, all, or `otherwise`."""
    from ctct_lint.text.spelling import closest

    close = closest(word, candidates)
    longer = [c for c in candidates if c.startswith(f"{word}-")]
    if close is None and len(longer) == 1:
        close = longer[0]
    if close is not None:
        return f"did you mean `{close}`?"
    return otherwise or f"expected one of {in_backticks(candidates)}"


def shortened(text: str) -> str:
    """Return a text, or the start of a long one."""
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "..."


def in_backticks(words: Collection[str]) -> str:
    """Return words in backticks."""
    return ", ".join(f"`{word}`" for word in words)
