"""The attributes that an element lacks: their values, and what stands in their place.

`<item uri="…"/>` where `href` lacks is one fault: the name is another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.explain.moved_values import is_right, tells
from ctct_lint.schema.names import XML, local_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema

# Of more strange attributes than these it is not looked for what each is meant for.
_MOST = 8
# `id` may be short for anything.
_SHORTEST, _LONGEST = 3, 100


def missing_attributes(
    element: _Element, names: tuple[str, ...], declaration: Element, schema: Schema
) -> Fault:
    """Return one fault of all attributes that an element lacks.

    Those of no namespace are as they are: very many elements can lack very many.
    `detail` has a line for each whose values are listed: its name and these, with a
    tab between them; of a few others it has the name, a blank and the built-in type.
    """
    written = names
    if "{" in "".join(names):
        written = tuple(written_attribute(element, name) for name in names)
    expected = written if len(written) > 1 else ()
    owner = declaration.local_name
    pairs = zip(written, names, strict=True)
    detail = "\n".join(_told_of(pairs, len(names), declaration, schema))
    at = name_of(element)
    return Fault("missing-attribute", at, written[0], owner, expected, detail=detail)


def _told_of(
    pairs: Iterable[tuple[str, str]], count: int, declaration: Element, schema: Schema
) -> list[str]:
    """Return a line for each attribute of which something is known.

    pairs  the names as they are written, and as they are declared
    """
    listed = schema.listed_attributes(declaration)
    if count > _MOST and not listed:
        return []
    named, pairs = schema.attributes(declaration).named, list(pairs)
    lines = ["\t".join((n, *listed[name])) for n, name in pairs if name in listed]
    lines += (
        f"{shown} {schema.judge.builtin_name(named[name].type)}"
        for shown, name in (pairs if count <= _MOST else ())
        if name not in listed
    )
    return lines


class Guess(NamedTuple):
    """The attribute that a strange one is meant for; is nothing else likely?"""

    name: str
    is_clear: bool


def find_instead(
    element: _Element,
    strange: Sequence[str],
    lacking: Sequence[str],
    declaration: Element,
    schema: Schema,
) -> dict[str, Guess]:
    """Return by their names what strange attributes are, of all that lacks.

    The only one is if its value is right for the only one that lacks; of several that
    is whose name begins or ends like that of one that lacks, or the other way round,
    or is short for it.
    A value tells nothing if any word or number would be right. What is known of
    elements that are named by their `id` tells that better.
    """
    if schema.facts.path_of(declaration.local_name) or len(strange) > _MOST:
        return {}
    found: dict[str, Guess] = {}
    named = schema.attributes(declaration).named
    for name, meant in _pairs(strange, lacking):
        taken = {guess.name for guess in found.values()}
        value, one = str(element.get(name, "")), named[meant]
        if meant not in taken and is_right(element, value, one, schema):
            is_clear = _is_part(name, meant) or tells(element, one, schema)
            found[name] = Guess(meant, is_clear)
    return found


def _pairs(strange: Sequence[str], lacking: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what each strange attribute may be meant for; none needs a prefix."""
    if len(strange) == 1 == len(lacking):
        pairs = [(strange[0], lacking[0])]
    else:
        likes = ((name, [o for o in lacking if _is_part(name, o)]) for name in strange)
        pairs = [(name, alike[0]) for name, alike in likes if len(alike) == 1]
    yield from ((name, meant) for name, meant in pairs if "{" not in name + meant)


def _is_part(name: str, other: str) -> bool:
    """Say whether the longer one of two names begins or ends with the shorter one.

    Or that may be short for it, as `src` is for `source`.
    """
    short, long = sorted((name.casefold(), other.casefold()), key=len)
    return long.startswith(short) or long.endswith(short) or _is_short_for(short, long)


def _is_short_for(short: str, long: str) -> bool:
    """Has the longer name all letters of the other in their order, the first first?"""
    if len(short) < _SHORTEST or short[0] != long[0] or len(long) > _LONGEST:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def with_prefix_of(element: _Element, uri: str, local: str) -> str:
    """Return an attribute's name with the prefix that is declared, "" without one."""
    if not uri:
        return local
    if uri == XML:
        return f"xml:{local}"
    prefixes = (p for p, found in element.nsmap.items() if p and found == uri)
    prefix = next(prefixes, None)
    return f"{prefix}:{local}" if prefix else ""


def written_attribute(element: _Element, name: str) -> str:
    """Return an attribute's name as it is written, with its prefix if it is known."""
    uri, local = name[1:].rpartition("}")[0], local_of(name)
    return with_prefix_of(element, uri, local) or local


def written_names(
    element: _Element, declaration: Element, schema: Schema
) -> tuple[str, ...]:
    """Return the names of the attributes that an element may have, as written there."""
    names = schema.attributes(declaration).named
    if "{" in "".join(names):
        return tuple(written_attribute(element, name) for name in names)
    return schema.attribute_names(declaration)


def names_let_in(
    element: _Element, strange: Sequence[str], declaration: Element, schema: Schema
) -> dict[str, tuple[str, ...]]:
    """Return global attributes as written, for each name that could be one of them.

    A strict wildcard lets in its namespace, but not what the schema does not know.
    """
    wildcard = schema.attributes(declaration).wildcard
    if wildcard is None or wildcard.process != "strict":
        return {}
    names = filter(wildcard.matches, schema.components.attributes)
    known = tuple(written_attribute(element, name) for name in names)
    return {name: known for name in strange if wildcard.matches(name)}
