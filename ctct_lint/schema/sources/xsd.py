"""A schema as xmlschema reads it, from the files that it may have and no others.

Only what needs xmlschema imports this: that takes longer than a check.
"""

from __future__ import annotations

import warnings
from email.message import Message
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, cast
from urllib.error import URLError
from urllib.request import BaseHandler, OpenerDirector
from urllib.response import addinfourl

from lxml import etree
from lxml.etree import ErrorTypes
from xmlschema import (
    XMLSchema10,
    XMLSchema11,
    XMLSchemaChildrenValidationError,
    XMLSchemaValidationError,
)
from xmlschema.exceptions import XMLSchemaKeyError
from xmlschema.validators import XsdAssert

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.instance import type_name
from ctct_lint.schema.sources.redefined import without_redefinitions
from ctct_lint.schema.sources.sources import Unresolved

if TYPE_CHECKING:
    from urllib.request import Request

    from lxml.etree import _Element

    from ctct_lint.schema.sources.sources import Sources


_VERSIONS: tuple[type[Any], ...] = (XMLSchema10, XMLSchema11)
_LEAST = "{http://www.w3.org/2007/XMLSchema-versioning}minVersion"
# Errors of one document are listed up to so many.
MOST = 500


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
        data = text.encode("utf-8", "surrogatepass")
        return addinfourl(BytesIO(data), Message(), url)


def versions_of(sources: Sources) -> tuple[type[Any], ...]:
    """Return the versions of XSD that a schema may be of, the first to be tried first.

    To one of 1.0, a file that says that it needs a later one has no declarations.
    """
    texts = (sources.text(source.url) for source in sources.every())
    later = any("minVersion" in text and _needs_later(text) for text in texts)
    return _VERSIONS[1:] if later else _VERSIONS


def _needs_later(text: str) -> bool:
    root = etree.fromstring(text.encode("utf-8", "surrogatepass"))
    try:
        return float(root.get(_LEAST, "1.0")) > 1
    except ValueError:
        return False


def read_schema(sources: Sources, version: type[Any] | None = None) -> Any:
    """Return a schema as far as it can be read; `all_errors` has what is wrong."""
    opener = OpenerDirector()
    opener.add_handler(_Handler(sources))
    version = version or versions_of(sources)[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return version(sources.url, validation="lax", opener=opener, use_fallback=False)


class Refusal(NamedTuple):
    """What xmlschema refuses, as libxml2 would say it.

    path     of the element
    type     0, or the number that libxml2 has for children that may not stand there
    message  why
    """

    path: str
    type: int
    message: str


class XmlschemaJudge:
    """Judges documents as `user_schema.Judge` says."""

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
    is_content = isinstance(error, XMLSchemaChildrenValidationError)
    kind = int(ErrorTypes.SCHEMAV_ELEMENT_CONTENT) if is_content else 0
    path = element.getroottree().getpath(element)
    return Refusal(path, kind, _words(error))


def _words(error: XMLSchemaValidationError) -> str:
    """Return why, and of an assertion which one."""
    if isinstance(error.validator, XsdAssert):
        return f"the assertion '{error.validator.path}' is not true"
    return error.reason or str(error.message)
