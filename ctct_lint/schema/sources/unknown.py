"""Names in a schema that nothing declares: where they stand, and what is meant.

libxml2 says of most of them only in which definition they are, and xmlschema says what
follows from them as well.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.types import TYPES
from ctct_lint.schema.names import XML, XS, XSD, local_name
from ctct_lint.schema.sources.declared import (
    ATTRIBUTE,
    ATTRIBUTES,
    ELEMENT,
    GROUP,
    KEY,
    TYPE,
    declared_in,
    files_of,
)
from ctct_lint.schema.sources.trouble import INVALID, SchemaTrouble
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.sources.declared import Declared, File
    from ctct_lint.schema.sources.lost import LostReference
    from ctct_lint.schema.sources.sources import Sources

# Of what kind that is what an attribute of an element names.
_NAMING = {
    ("element", "ref"): ELEMENT,
    ("element", "substitutionGroup"): ELEMENT,
    ("element", "type"): TYPE,
    ("attribute", "ref"): ATTRIBUTE,
    ("attribute", "type"): TYPE,
    ("alternative", "type"): TYPE,
    ("group", "ref"): GROUP,
    ("attributeGroup", "ref"): ATTRIBUTES,
    ("restriction", "base"): TYPE,
    ("extension", "base"): TYPE,
    ("list", "itemType"): TYPE,
    ("union", "memberTypes"): TYPE,
    ("keyref", "refer"): KEY,
}
_MOST = 100


class _Name(NamedTuple):
    """A name as it is written in an attribute, and the kind of what it should name.

    uri  the namespace that its prefix stands for; None if none is declared
    """

    element: _Element
    attribute: str
    kind: str
    written: str
    uri: str | None
    local: str


def unknown_names(
    sources: Sources, lost: Iterable[LostReference]
) -> list[SchemaTrouble]:
    """Return the names in a schema that nothing declares, each where it stands.

    Of a namespace whose import leads nowhere, that is the fault of the import.
    """
    files = list(files_of(sources))
    declared = declared_in(files)
    imports = {one.reference.namespace or "": one.trouble for one in lost}
    found = (
        imports.get(name.uri or "") or _trouble(name, file, declared)
        for file in files
        for name in _each_prefix_once(_names_in(file.tree))
        if not _is_known(name, file, declared)
    )
    return list(dict.fromkeys(islice(found, _MOST)))


def _names_in(tree: _Element) -> Iterator[_Name]:
    for element in tree.iter(f"{XS}*"):
        for attribute, value in element.attrib.items():
            kind = _NAMING.get((local_name(element), str(attribute)))
            for written in str(value).split() if kind else ():
                prefix, _, local = written.rpartition(":")
                uri = _spaces(element).get(prefix or None)
                yield _Name(element, str(attribute), kind or "", written, uri, local)


def _each_prefix_once(names: Iterable[_Name]) -> Iterator[_Name]:
    """Yield names, of those whose prefix is not declared the first of each prefix."""
    told: set[str] = set()
    for name in names:
        prefix = name.written.rpartition(":")[0] if name.uri is None else ""
        if prefix not in told:
            yield name
        if prefix:
            told.add(prefix)


def _spaces(element: _Element) -> dict[str | None, str]:
    """Return the namespaces that prefixes stand for; None is for names without one."""
    return {None: "", "xml": XML, **element.nsmap}


def _is_known(name: _Name, file: File, declared: Declared) -> bool:
    """Is there something of a name?"""
    if name.uri == XSD and XSD not in file.spaces:
        return name.kind != TYPE or name.local in TYPES
    there = {name.uri}
    if name.uri == "" and file.tree.get("targetNamespace") is None:
        there.update(file.spaces)
    return any((uri, name.local) in declared[name.kind] for uri in there)


def _trouble(name: _Name, file: File, declared: Declared) -> SchemaTrouble:
    within = {one.get("namespace", "") for one in file.tree.iter(f"{XS}import")}
    meant: tuple[str, ...] = ()
    if name.uri is None:
        why = f"no `xmlns` declares the prefix of `{name.written}`"
    elif name.uri and name.uri not in {*within, *file.spaces, XSD}:
        why = f"the namespace of `{name.written}` is not imported here"
    else:
        why = f"the schema has no {name.kind} `{name.written}`"
        meant = tuple(filter(None, (_meant(name, declared),)))
    at = name.element.getroottree().getpath(name.element)
    return SchemaTrouble(
        file.path, INVALID, at, name.attribute, name.written, why, meant
    )


def _meant(name: _Name, declared: Declared) -> str | None:
    """Return the name that is meant, as it would be written there, if one is close."""
    there = set(declared[name.kind])
    if name.kind == TYPE:
        there.update((XSD, local) for local in TYPES)
    prefixes = {uri: prefix for prefix, uri in _spaces(name.element).items()}
    written = sorted(
        f"{prefixes[uri]}:{local}" if prefixes.get(uri) else local
        for uri, local in there
        if uri in prefixes
    )
    same = (one for one in written if one.rpartition(":")[2] == name.local)
    return next(same, None) or closest(name.written, written)
