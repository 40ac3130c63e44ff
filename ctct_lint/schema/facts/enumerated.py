"""The values that the children of an element may have, as a schema's facts say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.schema.facts.annotated import root_of
from ctct_lint.schema.facts.read import facts_of_owner
from ctct_lint.schema.names import XS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_TYPES = frozenset({f"{XS}simpleType", f"{XS}complexType"})


@cache
def enumerated(
    files: tuple[str, ...], codes: str, owner: str
) -> Mapping[str, frozenset[str]]:
    """Return the values of each child that must have one of a few when sent.

    files, codes  the paths of schema files; the last one has types alone
    """
    found: dict[str, frozenset[str]] = {}
    for file in files:
        for fact in facts_of_owner(file, owner):
            if not fact.readonly:
                known = frozenset(fact.values) | _values(file, codes, fact.type_name)
                found.setdefault(fact.name, known | _values(file, codes, fact.should))
    return {name: values for name, values in found.items() if values}


@cache
def _values(file: str, codes: str, type_name: str) -> frozenset[str]:
    """Return the values that a type enumerates, and those of what it is made of."""
    values: set[str] = set()
    for found in (_types(path).get(type_name) for path in (file, codes) if path):
        if found is None:
            continue
        for part in found.iter(f"{XS}enumeration", f"{XS}extension", f"{XS}union"):
            values.update(filter(None, (part.get("value"),)))
            for name in (part.get("base", ""), *part.get("memberTypes", "").split()):
                values |= _values(file, codes, name)
    return frozenset(values)


@cache
def _types(file: str) -> Mapping[str, _Element]:
    """Return the named types of a schema file."""
    return {t.get("name", ""): t for t in root_of(file) if t.tag in _TYPES}
