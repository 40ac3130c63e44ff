"""Messages name a misspelt element as it is written, not as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.base import Finding

_RENAMING = frozenset({"misspelt-element", "unknown-root", "wrong-case-element"})


def renamed_in(faults: Iterable[Fault]) -> dict[_Element, tuple[str, str]]:
    """Return the elements that were meant otherwise: the name written, and meant."""
    return {
        fault.at.element: (fault.subject, fault.expected[0])
        for fault in faults
        if fault.kind in _RENAMING and fault.edits and fault.at.element is not None
    }


def as_written(
    found: Iterable[RuleFinding], renamed: Mapping[_Element, tuple[str, str]]
) -> Iterator[RuleFinding]:
    """Yield findings whose messages use the names that the document has."""
    if not renamed:
        yield from found
        return
    for one in found:
        finding, above = one.finding, one.finding.at.element
        while above is not None:
            if above in renamed:
                finding = _as_written(finding, *renamed[above])
            above = above.getparent()
        yield one if finding is one.finding else one._replace(finding=finding)


def _as_written(finding: Finding, written: str, meant: str) -> Finding:
    """Put the name written for the one meant, and say so in a note."""
    if _word(written).search(finding.message):
        return finding
    message = _word(meant).sub(written, finding.message)
    if message == finding.message:
        return finding
    note = f"`{written}` is taken for `{meant}`"
    return finding._replace(message=message, notes=(*finding.notes, note))


def _word(name: str) -> re.Pattern[str]:
    """Return what finds a name; without a capital letter it may be a mere word."""
    if name.islower():
        return re.compile(rf"(?<=`){re.escape(name)}(?=`)")
    return re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])")
