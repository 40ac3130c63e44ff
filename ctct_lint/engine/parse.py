"""From text to tree: strictly at first, then with the text's faults repaired."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.model.quota import ALL, Quota
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.accepted import other_version, template_code
from ctct_lint.xml.parsing import encoded, safe_parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.profiles.profile import Profile
    from ctct_lint.xml.model import ContentModel
    from ctct_lint.xml.repair.repair import Repair

_BOM = b"\xef\xbb\xbf"
_DOCTYPE = b"<!DOCTYPE"
_DEEPER = "Excessive depth"
_NO_ELEMENT, _SHOWN = "no-element", 2000
_TOO_LONG = ("too long", "size limit")
_TAG_NAME = lazy(r"</?([^\s/>]+)")


class Parsed(NamedTuple):
    """A tree, the well-formed text that it is the tree of, and what was repaired.

    `root` is None where nothing could be parsed. `original` turns offsets of
    `text` into offsets of the document's own text. `left_out` counts the faults of
    each kind that were repaired but are too many to be told. `mended` is how the text
    was repaired, None where it was well-formed.
    """

    root: _Element | None
    text: str
    faults: tuple[Fault, ...] = ()
    original: Callable[[int], int] | None = None
    left_out: Mapping[str, int] = MappingProxyType({})
    mended: Repair | None = None


def parse(
    text: str, profile: Profile, data: bytes | None = None, most: int = ALL
) -> Parsed:
    """Parse a document; `data` is its UTF-8 form, where there is one already.

    No more than `most` faults of a kind are told.
    """
    if data is None:
        data = encoded(text)
    # libxml2 takes a second byte order mark for granted, others do not.
    if _DOCTYPE not in data and not data.startswith(_BOM):
        root = _strict(data)
        if root is not None:
            harmless = (*other_version(text), *template_code(text))
            if not harmless:
                return Parsed(root, text)
            quota = Quota(most)
            faults = tuple(f for f in harmless if quota.takes(f.kind))
            return Parsed(root, text, faults, left_out=quota.left_out)
    return _repaired(text, profile.content_model(text), most)


def parse_foreign(text: str, data: bytes | None = None, most: int = ALL) -> Parsed:
    """Parse a document of an unknown vocabulary: well-formed, and all is well.

    A document type is nothing to be told of, and may declare entities.
    """
    if data is None:
        data = encoded(text)
    root = None if data.startswith(_BOM) else _strict(data)
    if root is not None:
        return Parsed(root, text, tuple(other_version(text)))
    from ctct_lint.schema.repairing.unknown_model import model_of
    from ctct_lint.xml.pages import root_of_page

    page = root_of_page(text)
    if page is not None:
        # What HTML leaves out is no fault of it.
        subject = text[page[0] - 1 : page[0] + _SHOWN]
        return Parsed(None, text, (Fault(_NO_ELEMENT, source_span(*page), subject),))
    parsed = _repaired(text, model_of(text), most)
    faults = tuple(_without_types(text, parsed.faults))
    # Where it was taken away and nothing else is wrong, an entity of it is.
    return parsed._replace(faults=faults or _libxml2_on(text, len(text)))


def _without_types(text: str, faults: Sequence[Fault]) -> Iterator[Fault]:
    """Yield faults without document types that are as XML has them.

    Of one that is malformed, what libxml2 says is told.
    """
    from ctct_lint.engine.document_types import extent
    from ctct_lint.xml.chars import skip_space
    from ctct_lint.xml.scan.doctype import HARMLESS, WELL_FORMED

    for fault in faults:
        if fault.kind != "doctype" or fault.detail not in {HARMLESS, WELL_FORMED, ""}:
            yield fault
        elif not fault.detail:
            yield from _libxml2_on(text, skip_space(text, extent(fault)[1]))


def _libxml2_on(text: str, end: int) -> tuple[Fault, ...]:
    """Return what libxml2 refuses first in a text up to an offset, if anything."""
    parser = _parser()
    part = text if end == len(text) else f"{text[:end]}<a/>"
    with suppress(etree.XMLSyntaxError):
        etree.fromstring(part.encode("utf-8", "surrogatepass"), parser)
    return tuple(_libxml2_says(text, error) for error in parser.error_log[:1])


def strict_root(text: str) -> _Element | None:
    """Return the root of a text that is well-formed, None of another one."""
    return _strict(encoded(text))


_parser = partial(safe_parser, remove_comments=True, remove_pis=True)
_STRICT = _parser()


def _strict(data: bytes) -> _Element | None:
    try:
        return etree.fromstring(data, _STRICT)
    except etree.XMLSyntaxError:
        return None


def _repaired(text: str, model: ContentModel, most: int) -> Parsed:
    from ctct_lint.xml.repair.repair import repair

    return parsed_as(text, repair(text, model, most))


def parsed_as(text: str, mended: Repair) -> Parsed:
    """Return what a text is as it was repaired."""
    from ctct_lint.engine.cut_off import of_syntax

    data = encoded(mended.text)
    root = _strict(data)
    faults = (
        *_of_types(text, of_syntax(text, mended.faults)),
        *other_version(text),
        *_other_code(text, mended.faults),
    )
    if root is None:
        root, further = _leniently(data, mended.text, blameless=not mended.faults)
        faults += further
    return Parsed(root, mended.text, faults, mended.original, mended.left_out, mended)


def _of_types(text: str, faults: Sequence[Fault]) -> Iterable[Fault]:
    if all(fault.kind != "doctype" for fault in faults):
        return faults
    from ctct_lint.engine.document_types import judged

    return judged(text, faults, lambda part: strict_root(part) is not None)


def _other_code(text: str, faults: tuple[Fault, ...]) -> Iterator[Fault]:
    """Yield the code of templates that breaks nothing, where something else does."""
    told = [(fault.at.start, fault.at.end) for fault in faults]
    for fault in template_code(text):
        if not any(s < fault.at.end and fault.at.start < e for s, e in told):
            yield fault


def _leniently(
    data: bytes, text: str, *, blameless: bool
) -> tuple[_Element | None, tuple[Fault, ...]]:
    """Parse what is well-formed but beyond libxml2's limits or namespace rules.

    A namespace that is no URI is left to the schema, which knows the right one.
    """
    parser = _parser(recover=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    errors = [e for e in parser.error_log if e.domain_name != "NAMESPACE"]
    if errors:
        return None, tuple(_libxml2_says(text, errors[0]) for _ in (1,) if blameless)
    return root, _limit_passed(data, text)


def _limit_passed(data: bytes, text: str) -> tuple[Fault, ...]:
    """Return a fault if the strict parser refused the text for its limits."""
    parser = _parser(recover=True)
    etree.fromstring(data, parser)
    errors = [e for e in parser.error_log if e.domain_name != "NAMESPACE"]
    return tuple(_libxml2_says(text, e) for e in errors[:1])


def _libxml2_says(text: str, error: etree._LogEntry) -> Fault:
    start = _offset(text, error.line, error.column)
    message = error.message.strip()
    if any(words in message for words in _TOO_LONG):
        return _too_long(text, start, message)
    kind = "nesting-too-deep" if _DEEPER in message else "not-well-formed"
    return Fault(kind, source_span(start, start + 1), detail=message)


def _too_long(text: str, start: int, message: str) -> Fault:
    """Return the fault of the tag in which, or behind which, something is too long."""
    tag = _TAG_NAME.match(text, max(text.rfind("<", 0, start), 0))
    at = source_span(*tag.span(1)) if tag else source_span(start, start + 1)
    return Fault("limit-exceeded", at, tag[1] if tag else "", detail=message)


def _offset(text: str, line: int, column: int) -> int:
    """Return the offset of libxml2's 1-based line and column, inside the text."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return max(0, min(start + max(column - 1, 0), len(text) - 1))
