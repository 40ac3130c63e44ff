"""From text to tree: strictly at first, then with the text's faults repaired."""

from __future__ import annotations

from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.model.quota import ALL, Quota
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.accepted import other_version, template_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.profiles.profile import Profile
    from ctct_lint.xml.model import ContentModel

_BOM = b"\xef\xbb\xbf"
_DOCTYPE = b"<!DOCTYPE"
_DEEPER = "Excessive depth"
_TOO_LONG = ("too long", "size limit")
_ENTITIES = lazy(r"<!ENTITY|%")
_TAG_NAME = lazy(r"</?([^\s/>]+)")


class Parsed(NamedTuple):
    """A tree, the well-formed text that it is the tree of, and what was repaired.

    `root` is None where nothing could be parsed. `original` turns offsets of
    `text` into offsets of the document's own text. `left_out` counts the faults of
    each kind that were repaired but are too many to be told.
    """

    root: _Element | None
    text: str
    faults: tuple[Fault, ...] = ()
    original: Callable[[int], int] | None = None
    left_out: Mapping[str, int] = MappingProxyType({})


def parse(
    text: str, profile: Profile, data: bytes | None = None, most: int = ALL
) -> Parsed:
    """Parse a document; `data` is its UTF-8 form, where there is one already.

    No more than `most` faults of a kind are told.
    """
    if data is None:
        data = text.encode("utf-8", "surrogatepass")
    # libxml2 takes a second byte order mark for granted, others do not.
    if _DOCTYPE not in data and not data.startswith(_BOM):
        root = _strict(data)
        if root is not None:
            harmless = tuple(_harmless(text))
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
        data = text.encode("utf-8", "surrogatepass")
    root = None if data.startswith(_BOM) else _strict(data)
    if root is not None:
        return Parsed(root, text)
    from ctct_lint.schema.repairing.unknown_model import model_of

    parsed = _repaired(text, model_of(text), most)
    faults = tuple(fault for fault in parsed.faults if fault.kind != "doctype")
    # Where it was taken away and nothing else is wrong, it is wrong itself.
    return parsed._replace(faults=faults or _libxml2_on(data, text))


def _libxml2_on(data: bytes, text: str) -> tuple[Fault, ...]:
    """Return what libxml2 refuses first."""
    parser = _parser()
    with suppress(etree.XMLSyntaxError):
        etree.fromstring(data, parser)
    return tuple(_libxml2_says(text, error) for error in parser.error_log[:1])


def strict_root(text: str) -> _Element | None:
    """Return the root of a text that is well-formed, None of another one."""
    return _strict(text.encode("utf-8", "surrogatepass"))


def _harmless(text: str) -> Iterator[Fault]:
    """Yield what can be said of the XML of a document that is well-formed."""
    yield from other_version(text)
    yield from template_code(text)


def _parser(*, recover: bool = False, huge_tree: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        no_network=True,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
        huge_tree=huge_tree,
    )


_STRICT = _parser()


def _strict(data: bytes) -> _Element | None:
    try:
        return etree.fromstring(data, _STRICT)
    except etree.XMLSyntaxError:
        return None


def _repaired(text: str, model: ContentModel, most: int) -> Parsed:
    from ctct_lint.engine.cut_off import of_syntax
    from ctct_lint.xml.repair.repair import repair

    mended = repair(text, model, most)
    data = mended.text.encode("utf-8", "surrogatepass")
    root = _strict(data)
    faults = (
        *_sound_type(text, of_syntax(text, mended.faults)),
        *other_version(text),
        *_other_code(text, mended.faults),
    )
    if root is None:
        root, further = _leniently(data, mended.text, blameless=not mended.faults)
        faults += further
    return Parsed(root, mended.text, faults, mended.original, mended.left_out)


def _sound_type(text: str, faults: Sequence[Fault]) -> Iterator[Fault]:
    """Yield faults; that of a document type that is right, and harmless, says so.

    It stands where XML has it, it is well-formed, and it declares no entity.
    """
    from ctct_lint.xml.scan.doctype import HARMLESS

    first = next((fault for fault in faults if fault.kind == "doctype"), None)
    is_right = first is not None and _is_harmless(text, first)
    for fault in faults:
        yield fault._replace(detail=HARMLESS) if is_right and fault is first else fault


def _is_harmless(text: str, doctype: Fault) -> bool:
    if len(doctype.edits) != 1:
        # Its end is not clear, or entities that it declares are used.
        return False
    start, end = doctype.edits[0][0][-2:]
    if _ENTITIES.search(text, start, end):
        return False
    return strict_root(f"{text[:end]}<a/>") is not None


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
