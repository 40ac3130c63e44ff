"""Reading a document: its tree, and what is wrong with its encoding and syntax."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.engine.parse import Parsed, parse, parse_foreign
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.model.quota import Quota
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.accepted import double_encoded

if TYPE_CHECKING:
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.text.decoded import Decoded, Trouble


class ReadDocument(NamedTuple):
    """What was read of a document.

    faults    of the encoding and of the syntax
    left_out  how many more there are of each kind
    """

    parsed: Parsed
    faults: list[Fault]
    left_out: Counter[str]


def read(
    decoded: Decoded, data: bytes | None, profile: Profile, most: int
) -> ReadDocument:
    """Read a document of a profile; `data` is its UTF-8 form, if there is one already.

    A hostile megabyte can hold a million faults, and to word one costs far more
    than to count it: no more than `most` of a kind are made, the others counted.
    """
    text, quota = decoded.text, Quota(most)
    encoding = _troubles(decoded, quota)
    if encoding and any(fault.kind == "not-text" for fault in encoding):
        return ReadDocument(Parsed(None, text), encoding, quota.left_out)
    encoding += [fault for fault in double_encoded(text) if quota.takes(fault.kind)]
    own = profile.check_text(text)
    if own is not None:
        faults = [*encoding, *(fault for fault in own if quota.takes(fault.kind))]
        return ReadDocument(Parsed(None, text), faults, quota.left_out)
    return _with(encoding, parse(text, profile, data, most), quota)


def read_foreign(decoded: Decoded, data: bytes | None, most: int) -> ReadDocument:
    """Read a document of which only the syntax is known."""
    quota = Quota(most)
    encoding = _troubles(decoded, quota)
    return _with(encoding, parse_foreign(decoded.text, data, most), quota)


def _with(encoding: list[Fault], parsed: Parsed, quota: Quota) -> ReadDocument:
    faults = [*encoding, *parsed.faults]
    if not faults:
        return ReadDocument(parsed, faults, Counter())
    left_out = quota.left_out
    if parsed.left_out:
        left_out += Counter(parsed.left_out)
    return ReadDocument(parsed, faults, left_out)


def _troubles(decoded: Decoded, quota: Quota) -> list[Fault]:
    return [_fault(one) for one in decoded.troubles if quota.takes(one.kind)]


def _fault(trouble: Trouble) -> Fault:
    kind, start, end, subject, expected, related, detail = trouble
    return Fault(
        kind,
        source_span(start, end),
        subject,
        expected=(expected,),
        related=tuple((source_span(s, e), what) for s, e, what in related),
        detail=detail,
    )
