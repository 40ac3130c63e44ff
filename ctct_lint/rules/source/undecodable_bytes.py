"""Some bytes are no characters in the encoding of the document.

## Why

A document without a declared encoding is UTF-8, and one with must be what it
declares: an XML processor stops at the first byte that cannot be decoded. Most often
a text was saved as windows-1252 or ISO-8859-1, where `é` is the one byte 0xE9, while
UTF-8 needs two. The linter reads such bytes as windows-1252 and goes on.

## How to fix it

Save the document as UTF-8, or declare the encoding that it is in:
`<?xml version="1.0" encoding="windows-1252"?>`. Where a program puts the document
together, decode its parts before joining them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.place import Place

_MOST = 4
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@rule(
    code="CTC002",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 4.3.3",
)
def check(fault: Fault) -> Findings:
    """Word the fault: `subject` is `E9 UTF-8`, `expected` the characters meant."""
    *numbers, encoding = fault.subject.split()
    shown = " ".join(f"0x{n}" for n in numbers[:_MOST])
    more = " …" if len(numbers) > _MOST else ""
    one = len(numbers) == 1
    noun, verb = ("byte", "is") if one else ("bytes", "are")
    yield Finding(
        fault.at,
        f"{noun} {shown}{more} {verb} not {encoding}",
        help=(_advice("".join(fault.expected), encoding),),
        fixes=tuple(_fixes("".join(fault.expected), fault.at)),
    )


def _fixes(meant: str, at: Place) -> Iterator[Proposal]:
    """Yield the fix that writes the same characters, which are a guess, in UTF-8."""
    if len(meant) == at.end - at.start and _UNKNOWN not in meant:
        title = f"write {quoted(meant)} in UTF-8"
        yield guess(title, (at, meant))


def _advice(meant: str, encoding: str) -> str:
    if encoding != "UTF-8" or not meant or _UNKNOWN in meant:
        return "save the file as UTF-8"
    return (
        f"windows-1252 for {quoted(meant)}: save the file as UTF-8, "
        "or declare `windows-1252`"
    )
