"""The file is no text at all, but compressed data, an image, a program.

## Why

The first bytes of most kinds of files tell what they are. A file of such a kind holds
no XML that could be checked.

## How to fix it

Give the linter the XML document itself. Unpack what is compressed; look whether the
wrong file was named, or whether a program stored a response still compressed.
"""

from __future__ import annotations

from ctct_lint.model.fault import Fault
from ctct_lint.rules.base import Evidence, Finding, Findings, rule

_PACKED = ("gzip data", "a ZIP archive", "bzip2 data")


@rule(
    code="CTC005",
    evidence=Evidence.STANDARD,
    source="XML 1.0, section 2.2",
)
def check(fault: Fault) -> Findings:
    """Word the fault; `subject` says what the file is."""
    packed = fault.subject in _PACKED
    yield Finding(
        fault.at,
        f"{fault.subject}, not XML",
        help=("unpack it" if packed else "give the XML document itself",),
    )
