"""What libxml2 and xmlschema say of a schema that they refuse, as troubles."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml.etree import ErrorTypes

from ctct_lint.schema.sources.trouble import INVALID, Trouble
from ctct_lint.text.patterns import lazy
from ctct_lint.text.uris import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.schema.sources.lost import Lost

_MOST = 100
_UNKNOWN_NAME = ErrorTypes.SCHEMAP_SRC_RESOLVE
_ATTRIBUTE = lazy(r"attribute '([\w.:-]+)'")
_XPATH = "The XPath expression"
_CLARK = lazy(r"'\{([^}']*)\}[^']*' does not resolve")
# What libxml2 puts before its message; the place says it.
_WHERE = lazy(
    r"(?:(?:element decl\.|(?:complex|simple) type|attribute decl\.|[\w ]+ def\.) "
    r"'[^']*'[,:] |local (?:complex|simple|union|list) type[,:] "
    r"|Element '[^']*'[,:] |attribute '[^']*': )+"
)


def is_sure(log: Iterable[Any]) -> bool:
    """Is there an error among those of libxml2 that xmlschema does not look for?"""
    return any(_XPATH in error.message for error in islice(log, _MOST))


def by_libxml2(log: Iterable[Any], lost: Iterable[Lost], path: str) -> list[Trouble]:
    """Return what libxml2's log says, each place once.

    Names that an import would have brought which leads nowhere are the fault of it.

    path  of the schema, for what is said of no file
    """
    imports = {one.reference.namespace or "": one.trouble for one in lost}
    found: dict[tuple[str, str], Trouble] = {}
    for error in islice(log, _MOST):
        unknown = _CLARK.search(error.message) if error.type == _UNKNOWN_NAME else None
        trouble = imports.get(unknown[1]) if unknown else None
        if trouble is None:
            attribute = _ATTRIBUTE.search(error.message)
            trouble = Trouble(
                path_of(error.filename or "") or path,
                INVALID,
                error.path or "",
                attribute[1] if attribute else "",
                detail=_WHERE.sub("", error.message),
            )
        found.setdefault((trouble.path, trouble.at), trouble)
    return list(found.values())


def by_xmlschema(errors: Iterable[Any], path: str) -> list[Trouble]:
    """Return what xmlschema says, each place once."""
    found: dict[tuple[str, str], Trouble] = {}
    for error in islice(errors, _MOST):
        source = getattr(error, "source", None)
        file = path_of(getattr(source, "url", None) or "") or path
        at, message = getattr(error, "path", None) or "", str(error.message)
        trouble = Trouble(file, INVALID, at, _quoted_in(error, message), detail=message)
        found.setdefault((file, at), trouble)
    return list(found.values())


def _quoted_in(error: Any, message: str) -> str:
    """Return the attribute whose value the message quotes, "" if it quotes none."""
    element = getattr(error, "elem", None)
    attributes = {} if element is None else element.attrib
    return next((name for name, v in attributes.items() if f"'{v}'" in message), "")
