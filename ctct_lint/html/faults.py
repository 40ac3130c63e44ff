"""The faults of contents, those of a kind counted: a hostile one has a million."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.quota import MOST_OF_KIND, Quota
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping

    from ctct_lint.html.tags import TagReading
    from ctct_lint.model.fault import Fault


class Faults(NamedTuple):
    """Faults by position, and how many more of each kind there are."""

    kept: tuple[Fault, ...] = ()
    left_out: Mapping[str, int] = {}


def faults_as_html(text: str, read: TagReading, owner: str) -> Faults:
    """Return the faults of a text, whose tags were read, as HTML."""
    from ctct_lint.html.html import html_faults

    return _counted(*html_faults(text, read, owner, MOST_OF_KIND))


def faults_as_xml(text: str, read: TagReading, owner: str) -> Faults:
    """Return the faults of a text, whose tags were read, as XML."""
    from ctct_lint.html.xml import xml_faults

    return _counted(*xml_faults(text, read, owner, MOST_OF_KIND))


def _counted(faults: Iterable[Fault], more: Counter[str]) -> Faults:
    """Return the first faults by position, and how many others with the more."""
    quota = Quota(MOST_OF_KIND)
    kept = [fault for fault in faults if quota.takes(fault.kind)]
    kept.sort(key=lambda fault: (fault.at.start, fault.at.end))
    return Faults(tuple(kept), quota.left_out + more)
