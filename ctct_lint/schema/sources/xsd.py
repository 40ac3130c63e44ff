"""A schema as xmlschema reads it, from the files that it may have and no others.

Only what needs xmlschema imports this: that takes longer than a check.
"""

from __future__ import annotations

import warnings
from contextlib import suppress
from email.message import Message
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, cast
from urllib.error import URLError
from urllib.request import BaseHandler, OpenerDirector
from urllib.response import addinfourl

from elementpath.collations import UNICODE_CODEPOINT_COLLATION
from lxml.etree import ErrorTypes
from xmlschema import (
    XMLSchema10,
    XMLSchema11,
    XMLSchemaChildrenValidationError,
    XMLSchemaValidationError,
)
from xmlschema.exceptions import XMLSchemaKeyError
from xmlschema.validators import XsdAssert, XsdGlobals
from xmlschema.validators.facets import XsdAssertionFacet

from ctct_lint.schema.sources.redefined import without_redefinitions
from ctct_lint.schema.sources.sources import Unresolved
from ctct_lint.schema.sources.trouble import ASSERTION, ASSERTION_OF_VALUE, Refusal
from ctct_lint.schema.typed.xsi import type_name
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.parsing import encoded, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.request import Request

    from lxml.etree import _Element

    from ctct_lint.schema.sources.sources import Sources


_VERSIONS: tuple[type[Any], ...] = (XMLSchema10, XMLSchema11)
_VERSIONING = "{http://www.w3.org/2007/XMLSchema-versioning}"
_LEAST, _MOST = f"{_VERSIONING}minVersion", f"{_VERSIONING}maxVersion"
_LATER = 1.1
_LATER_TAG = lazy(
    r"<(?:[\w.-]+:)?(?:assert|assertion|alternative|(?:defaultO|o)penContent|override)\b"
)
_ATTRIBUTE = lazy(r"attribute (?:[^=:]*:)?([^=:]+)=")
# What xmlschema says of keys, of IDs, and of references to them.
_OF_KEYS = ("duplicated value", "missing key field", ") not found for ", "IDREF ")
# Errors of one document are listed up to so many.
MOST = 500


class _Unchecked(XsdGlobals):
    """The components of a schema that are right."""

    __slots__ = ()

    def check(self, *_: object) -> None:
        """Leave them as they are."""


class _Handler(BaseHandler):
    """Opens what is a file of a schema, whatever its URL, and nothing else."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._rewritten = without_redefinitions(sources)

    def default_open(self, request: Request) -> addinfourl:
        url = request.full_url
        try:
            text = self._rewritten.get(url) or self._sources.text(url)
        except Unresolved as why:
            raise URLError(str(why)) from None
        return addinfourl(BytesIO(encoded(text)), Message(), url)


def versions_of(sources: Sources) -> tuple[type[Any], ...]:
    """Return the versions of XSD that a schema may be of, the first to be tried first.

    To one of 1.0, a file that says that it needs a later one has no declarations; to a
    later one, a schema has none that says that it is for those before.
    """
    if _says(sources.text(sources.url), _MOST) <= _LATER:
        return _VERSIONS[:1]
    texts = (sources.text(source.url) for source in sources.every())
    return _VERSIONS[1:] if any(map(_is_later, texts)) else _VERSIONS


def _is_later(text: str) -> bool:
    """Is a file said to need a later version, or has it what only that knows?"""
    return 1 < _says(text, _LEAST) < float("inf") or _LATER_TAG.search(text) is not None


def _says(text: str, attribute: str) -> float:
    """Return the version that a file says in an attribute; none is without an end."""
    if attribute.removeprefix(_VERSIONING) not in text:
        return float("inf")
    try:
        return float(parsed(text).get(attribute, "inf"))
    except ValueError:
        return float("inf")


def readings(sources: Sources) -> Iterator[Any]:
    """Yield a schema as it is read by each version of XSD that it may be of.

    What xmlschema gives up on, such as what is part of itself, is not among them.
    """
    for version in versions_of(sources):
        with suppress(Exception):
            yield read_schema(sources, version)


def read_taken(sources: Sources) -> Any:
    """Return a schema that libxml2 has taken: nothing is looked for that is wrong.

    To check it with the schema of schemas takes xmlschema most of the time, and to
    check content models the square of their lengths.
    """
    return read_schema(sources, validation="skip", is_taken=True)


def read_schema(
    sources: Sources,
    version: type[Any] | None = None,
    validation: str = "lax",
    *,
    is_taken: bool = False,
) -> Any:
    """Return a schema as far as it can be read; `all_errors` has what is wrong.

    is_taken  libxml2 has taken it, so that its components need no check
    """
    opener = OpenerDirector()
    opener.add_handler(_Handler(sources))
    version = version or versions_of(sources)[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = version(
            sources.url,
            validation=validation,
            opener=opener,
            use_fallback=False,
            build=False,
        )
        # In XSD 1.1 a check also decides between elements and wildcards.
        if is_taken and version is XMLSchema10:
            # xmlschema has no switch; where its class is another one, it does check.
            with suppress(TypeError):
                object.__setattr__(made.maps, "__class__", _Unchecked)
        made.build()
    if version is XMLSchema11:
        _compare_code_points(made)
    return made


def _compare_code_points(schema: XMLSchema11) -> None:
    """Let tests of a schema compare texts as XPath does, whatever the locale is.

    Else elementpath goes by the locale that the process has then, and sets it anew for
    each comparison.
    """
    for component in schema.iter_components():
        for one in (component, *getattr(component, "alternatives", ())):
            token = getattr(one, "token", None)
            if token is not None:
                token.parser.default_collation = UNICODE_CODEPOINT_COLLATION


class XmlschemaJudge:
    """Judges documents as `judges.DocumentJudge` says."""

    def __init__(self, schema: XMLSchema10) -> None:
        self._schema = schema
        self.error_log: list[Refusal] = []

    def validate(self, root: _Element) -> bool:
        """Is a document valid? The log has the first reasons why not."""
        self.error_log = []
        try:
            for error in islice(self._schema.iter_errors(root), MOST):
                self.error_log.append(_refusal(error, root))
        except XMLSchemaKeyError as error:
            # It goes no further than the first `xsi:type` that it does not know.
            self.error_log.append(self._of_no_type(root, str(error.args[0])))
        return not self.error_log

    def _of_no_type(self, root: _Element, message: str) -> Refusal:
        known = self._schema.maps.types
        named = (one for one in root.iter("*") if type_name(one) not in {None, *known})
        element = next(named, root)
        return Refusal(element.getroottree().getpath(element), 0, message)


def _refusal(error: XMLSchemaValidationError, root: _Element) -> Refusal:
    # lxml's own elements, whatever the annotation says.
    element = cast("_Element", error.elem) if error.elem is not None else root
    path = element.getroottree().getpath(element)
    said = error.reason or str(error.message)
    if isinstance(error.validator, XsdAssert):
        return Refusal(path, ASSERTION, error.validator.path)
    if isinstance(error.validator, XsdAssertionFacet):
        attribute = _ATTRIBUTE.match(said)
        at = f"{path}/@{attribute[1]}" if attribute else path
        return Refusal(at, ASSERTION_OF_VALUE, error.validator.path)
    if isinstance(error, XMLSchemaChildrenValidationError):
        return Refusal(path, int(ErrorTypes.SCHEMAV_ELEMENT_CONTENT), said)
    is_of_key = any(words in said for words in _OF_KEYS)
    return Refusal(path, int(ErrorTypes.SCHEMAV_CVC_IDC) if is_of_key else 0, said)
