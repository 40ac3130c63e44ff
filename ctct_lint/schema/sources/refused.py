"""What libxml2 and xmlschema say of a schema that they refuse, as troubles."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml.etree import ErrorTypes

from ctct_lint.schema.sources.trouble import INVALID, SchemaTrouble
from ctct_lint.text.patterns import lazy
from ctct_lint.text.uris import path_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

LIBXML2, XMLSCHEMA = "libxml2", "xmlschema"
_MOST = 100
_UNKNOWN_NAME = ErrorTypes.SCHEMAP_SRC_RESOLVE
# Of such a name: its prefix is not declared.
_NO_PREFIX = "no corresponding namespace declaration"
_ATTRIBUTE = lazy(r"attribute '([\w.:-]+)'")
# What is no matter of the version of XSD, and xmlschema passes over.
_SURE = lazy("The XPath expression|The item type ")
# Which attribute is meant, where libxml2 does not say so.
_PLACES = (
    (lazy(r".* does already exist"), "name"),
    (lazy(r"The value '.*' of the facet "), "value"),
    (lazy(r"The (?:target namespace '.*' of|XML|schema) document "), "schemaLocation"),
    (lazy(r"The target namespace '.*' of the included"), "schemaLocation"),
)
_CHILD = lazy(r"[Uu]nexpected child with tag .* at position (\d+)")
# What libxml2 puts before its message; the place says it.
_WHERE = lazy(
    r"(?:(?:element decl\.|(?:complex|simple|atomic|list|union) type|attribute decl\."
    r"|[\w ]+ def\.) '[^']*'[,:] |local (?:complex|simple|atomic|union|list) type[,:] "
    r"|Element '[^']*'[,:] |attribute '[^']*': |facet '\w+': |\[facet '\w+'\] )+"
)


def is_sure(log: Iterable[Any]) -> bool:
    """Is there an error among those of libxml2 that xmlschema does not look for?"""
    return any(_SURE.search(error.message) for error in islice(log, _MOST))


def by_libxml2(
    log: Iterable[Any], unknown: Sequence[SchemaTrouble], path: str
) -> list[SchemaTrouble]:
    """Return what libxml2's log says, each place once.

    unknown  the names that nothing declares: they are told already
    path     of the schema, for what is said of no file
    """
    told = {(one.path, one.at) for one in unknown}
    found: dict[tuple[str, str], SchemaTrouble] = {}
    for error in islice(log, _MOST):
        trouble = _of_libxml2(error, path)
        here = trouble.path, trouble.at
        is_of_name = error.type == _UNKNOWN_NAME or _NO_PREFIX in error.message
        if here not in told and not (unknown and is_of_name):
            found.setdefault(here, trouble)
    return [*unknown, *found.values()]


def _of_libxml2(error: Any, path: str) -> SchemaTrouble:
    attribute = _ATTRIBUTE.search(error.message)
    words = _WHERE.sub("", error.message)
    place = next((one for kind, one in _PLACES if kind.match(words)), "")
    file = path_of(error.filename or "") or path
    name = attribute[1] if attribute else place
    at = error.path or ""
    return SchemaTrouble(file, INVALID, at, name, detail=words, source=LIBXML2)


def by_xmlschema(
    errors: Iterable[Any], unknown: Sequence[SchemaTrouble], path: str
) -> list[SchemaTrouble]:
    """Return what xmlschema says, each place once, as `by_libxml2` does."""
    found: dict[tuple[str, str], SchemaTrouble] = {}
    for error in islice(errors, _MOST):
        source = getattr(error, "source", None)
        file = path_of(getattr(source, "url", None) or "") or path
        at, message = getattr(error, "path", None) or "", str(error.message)
        child = _CHILD.match(message)
        if child is not None:
            at, message = f"{at}/*[{child[1]}]", "it may not stand here in a schema"
        if any(one.path == file and _is_near(one.at, at) for one in unknown):
            continue
        name = _quoted_in(error, message)
        trouble = SchemaTrouble(
            file, INVALID, at, name, detail=message, source=XMLSCHEMA
        )
        found.setdefault((file, at), trouble)
    return [*unknown, *(one for one in found.values() if not _is_echo(one, found))]


def _is_echo(one: SchemaTrouble, found: Collection[tuple[str, str]]) -> bool:
    """Is it what a restriction comes to by one of its facets, which is told?"""
    within = f"{one.at}/"
    of_restriction = one.at.rpartition(":")[2].startswith("restriction")
    return of_restriction and any(
        path == one.path and at.startswith(within) for path, at in found
    )


def _is_near(one: str, other: str) -> bool:
    """Is an element the same as another, in it, or around it?"""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _quoted_in(error: Any, message: str) -> str:
    """Return the attribute whose value the message quotes, "" if it quotes none."""
    element = getattr(error, "elem", None)
    attributes = {} if element is None else element.attrib
    return next((name for name, v in attributes.items() if f"'{v}'" in message), "")
