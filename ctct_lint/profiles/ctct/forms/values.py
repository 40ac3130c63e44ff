"""The faults of single values of a form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, unquote_plus

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.model.place import Place
    from ctct_lint.profiles.ctct.forms.field import DecodedText, Field

_LIST = lazy(
    r"https?://api\.constantcontact\.com/ws/customers/[^/\s]+/lists/(?:\d+|[a-z-]+)"
)
# What a form has to spell with `%`: all but letters, digits, `-._*` and `+`.
_TO_ENCODE = lazy(r"%(?![0-9A-Fa-f]{2})|[^\w.*+%~-]", re.ASCII)
_LONGEST_FIXED = 10_000


def choice_fault(kind: str, field: Field, known: Sequence[str]) -> Fault:
    """Return the fault of a value that has to be one of a few."""
    at = source_span(*field.at)
    value = field.text
    meant = meant_by(value, known)
    others = tuple(k for k in known if k != meant)
    expected = (meant, *others) if meant else tuple(known)
    edits = ((at, meant),) if meant else ()
    name = field.name.text
    return Fault(kind, at, value, name, expected, edits=edits)


def meant_by(value: str, known: Sequence[str]) -> str | None:
    """Return the value that is meant, None if none is close."""
    same = [k for k in known if bare(k) == bare(value)]
    return same[0] if same else closest(value, known)


def list_fault(field: Field) -> Fault | None:
    """Return the fault of what should be the URI of a list, None if it is one."""
    at, value = source_span(*field.at), field.text
    name = field.name.text
    if _LIST.fullmatch(value) is None:
        twice = unquote_plus(value)
        edits = ((at, quote_plus(twice)),) if _LIST.fullmatch(twice) else ()
        return Fault("malformed-list-uri", at, value, name, edits=edits)
    if value.startswith("https:"):
        sign = field.value
        assert sign is not None  # noqa: S101 - it has a text
        start = sign.text.index("https:")
        secure = source_span(*sign.part(start, start + len("https")))
        return Fault("malformed-list-uri", at, value, name, edits=((secure, "http"),))
    return None


def encoding_fault(field: Field) -> Iterator[Fault]:
    """Yield the fault of characters that a form has to spell with `%`."""
    value = field.value
    if value is None or not value.is_encoded:
        return
    found = _TO_ENCODE.search(value.raw)
    if found is None:
        return
    start = value.span.start + found.start()
    at = source_span(start, start + 1)
    yield Fault(
        "unencoded-character", at, found[0], field.name.text, edits=_encoded(value)
    )


def _encoded(value: DecodedText) -> tuple[tuple[Place, str], ...]:
    """Return the edit that encodes the whole value, none for a very long one."""
    if len(value.raw) > _LONGEST_FIXED:
        return ()
    return ((source_span(*value.span), quote_plus(value.text)),)
