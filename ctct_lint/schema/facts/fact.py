"""A fact: what a schema says of an element beyond what XSD can say; and its types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FACT = "{urn:ctct-lint:facts}fact"


class Fact(NamedTuple):
    """What is known of one element in one parent.

    required, wanted   the operations for which it must, or should, be there
    maximum            how many characters the value may have, softly; 0: no limit
    limit_from         the evidence for the maximum, "" without one
    at_most            how often it may stand in its parent; 0: any number
    also               what others call the element, as `spelling.bare` has it
    decides            does the value say who consents or receives, and so is no
                       fix of it safe?
    placeholder        what a fix may write where the value is missing; "": nothing
    type_name          the type that the declaration names; "" for one of its own
    repeats            is it known that the server takes it twice?
    path               what the URIs have in them that are its `id`; "" without such
    many               may any number of it stand in its parent?
    should             the simple type that the value ought to have; "" for its own
    """

    owner: str
    name: str
    required: frozenset[str]
    wanted: frozenset[str]
    readonly: bool
    erases: bool
    also: frozenset[str]
    decides: bool
    maximum: int
    limit_from: str
    at_most: int
    values: tuple[str, ...]
    value_format: str
    evidence: str
    source: str
    placeholder: str
    type_name: str
    should: str
    repeats: bool
    path: str
    many: bool


class TextType(NamedTuple):
    """The first pattern of a simple type, "" for none, and the values it enumerates."""

    pattern: str
    values: tuple[str, ...]


_WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "str": str,
    "int": str,
    "bool": lambda value: "1" if value else "",
    "frozenset[str]": lambda words: " ".join(sorted(words)),
    "tuple[str, ...]": "|".join,
}
_NOTHING: frozenset[str] = frozenset()
_READ: Mapping[str, Callable[[str], Any]] = {
    "int": int,
    "bool": bool,
    "frozenset[str]": lambda text: frozenset(text.split()) if text else _NOTHING,
    "tuple[str, ...]": lambda text: tuple(text.split("|")) if text else (),
}
_KINDS = tuple(Fact.__annotations__.values())
# What is no text, by its place.
_READERS = tuple((n, _READ[k]) for n, k in enumerate(_KINDS) if k != "str")


def to_line(fact: Fact) -> str:
    """Return a fact as a line; no value of one has a tab in it."""
    return "\t".join(_WRITTEN[k](v) for k, v in zip(_KINDS, fact, strict=True))


def from_line(line: str) -> Fact:
    """Return the fact of a line."""
    values: list[Any] = line.split("\t")
    for place, read in _READERS:
        values[place] = read(values[place])
    return Fact._make(values)
