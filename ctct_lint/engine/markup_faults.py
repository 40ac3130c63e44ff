"""What keeps a content from being XHTML, or sound HTML, as findings about the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.found import RuleFinding, word_faults
from ctct_lint.model.place import content_span
from ctct_lint.model.severity import Applicability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.html.content import Content
    from ctct_lint.model.place import Place
    from ctct_lint.profiles.profile import Markup
    from ctct_lint.rules.base import Finding, Proposal
    from ctct_lint.rules.context import Context

# The faults of a mail whose fixes may change what is shown: which words are bold, or
# that what browsers take for a comment is one.
_CHANGING = frozenset({"mismatched-end-tag", "bare-less-than"})


def markup_faults(
    content: Content, markup: Markup, context: Context
) -> Iterator[RuleFinding]:
    """Yield what is wrong with the markup of a content."""
    faults, left_out = content.faults(as_xml=markup.as_xml)
    if not faults:
        return
    more = dict(left_out)
    for rule, finding, severity, _ in word_faults(faults, context):
        moved = _relocated(finding, content.element)
        if rule.name in _CHANGING:
            moved = moved._replace(fixes=tuple(map(_as_guess, moved.fixes)))
        moved = moved._replace(notes=(*moved.notes, *markup.notes))
        yield RuleFinding(
            rule, moved, max(severity, markup.at_best), more.pop(rule.name, 0)
        )


def _as_guess(fix: Proposal) -> Proposal:
    return fix._replace(applicability=Applicability.UNSAFE)


def _relocated(finding: Finding, element: _Element) -> Finding:
    """Make the places in the content's text places in the file."""

    def moved(place: Place) -> Place:
        return content_span(element, place.start, place.end)

    def fix(proposal: Proposal) -> Proposal:
        edits = tuple((moved(place), new) for place, new in proposal.edits)
        return proposal._replace(edits=edits)

    return finding._replace(
        at=moved(finding.at),
        related=tuple((moved(place), label) for place, label in finding.related),
        fixes=tuple(map(fix, finding.fixes)),
    )
