"""From findings to diagnostics: places become ranges of the text as it was given.

Ranges come first, since what is dropped, suppressed or too much depends on them;
only what is shown becomes a diagnostic, with its labels and fixes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.original import Original
from ctct_lint.model.diagnostic import Diagnostic, Edit, Fix, Label
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.locate.locate import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.engine.parse import Parsed
    from ctct_lint.engine.schema_trial import Made, SchemaTrial
    from ctct_lint.model.diagnostic import Range
    from ctct_lint.model.place import Place
    from ctct_lint.model.severity import Severity
    from ctct_lint.rules.base import Finding, Proposal, Rule
    from ctct_lint.text.source import LineIndex
    from ctct_lint.text.span import Span

    _Placed = tuple[tuple[Span, str] | None, ...]

# A document of nothing but start tags leaves hundreds of thousands of them open.
MOST_RELATED = 20


class Located(NamedTuple):
    """A finding and the range that it is about, in the text as it was given."""

    rule: Rule
    finding: Finding
    severity: Severity
    range: Range

    @property
    def code(self) -> str:
        """The code of its rule."""
        return self.rule.code

    @property
    def name(self) -> str:
        """The name of its rule."""
        return self.rule.name

    @property
    def sort_key(self) -> tuple[int, str, int, str]:
        """By position, then code: the order of diagnostics."""
        start, end = self.range
        return start.offset, self.rule.code, end.offset, self.finding.message


class Locations:
    """Where the places of a document's findings are.

    The findings have to be known at once: their elements are looked for in one pass
    over the text. Findings that name no element can come later.
    """

    def __init__(
        self,
        found: list[RuleFinding],
        parsed: Parsed,
        lines: LineIndex,
        trial: SchemaTrial | None = None,
    ) -> None:
        """Look for all places of the findings; `trial` says which fixes are none."""
        self._found = found
        self._trial = trial
        places = [place for one in found for place in _places(one.finding)]
        self._locator = Locator(parsed.text, parsed.root, places)
        self._lines = lines
        # Of each fix what it puts where: some are tried before they are offered.
        self._placed: dict[Proposal, _Placed] = {}
        self._original: Original | None = None
        if parsed.original is not None:
            self._original = Original(parsed.text, lines.text, parsed.original)

    def locate(self, found: Iterable[RuleFinding]) -> list[Located]:
        """Return the findings with their ranges, sorted, each once."""
        located: dict[tuple[str, Range, str], Located] = {}
        for rule, finding, severity, _ in found:
            at = self._range(finding.at)
            one = Located(rule, finding, severity, at)
            located.setdefault((rule.code, at, finding.message), one)
        return sorted(located.values(), key=lambda one: one.sort_key)

    def diagnostic(self, located: Located) -> Diagnostic:
        """Return a finding as the user gets it."""
        rule, finding, severity, at = self._as_tried(located)
        related = finding.related[:MOST_RELATED]
        return Diagnostic(
            range=at,
            severity=severity,
            code=rule.code,
            name=rule.name,
            message=finding.message,
            path=self._locator.path(finding.at),
            help=tuple(self._locator.as_written(finding.at, h) for h in finding.help),
            notes=(*finding.notes, *_left_out(len(finding.related))),
            related=tuple(Label(self._range(p), m) for p, m in related),
            fixes=tuple(self._fixes(rule, finding)),
        )

    def _as_tried(self, located: Located) -> Located:
        """Return what is to be done otherwise in place of a fix that is refused."""
        rule, finding, *_ = located
        other = finding.otherwise
        if other is None or all(self._is_advised(rule, f) for f in finding.fixes):
            return located
        tried = finding._replace(help=(other.title,), fixes=(other,))
        return located._replace(finding=tried)

    def _range(self, place: Place) -> Range:
        """Return the range of a place in the original text, never an empty one."""
        span = self._locator.span(place)
        if place.element is not None and self._original is not None:
            span = self._original.span(span)
        size = len(self._lines.text)
        start = max(0, min(span.start, size - 1))
        return self._lines.range(start, min(max(span.end, start + 1), size))

    def _fixes(self, rule: Rule, finding: Finding) -> Iterator[Fix]:
        for proposal in finding.fixes:
            edits = self._edits(proposal)
            if edits is not None and self._is_accepted(rule, proposal):
                title = self._locator.as_written(finding.at, proposal.title)
                yield Fix(title, proposal.applicability, edits)

    def _is_accepted(self, rule: Rule, proposal: Proposal) -> bool:
        """Say whether a fix makes the document better, as far as that is tried."""
        if self._trial is None:
            return True
        return self._trial.accepts(rule, proposal, self._made, self._first_fixes())

    def _is_advised(self, rule: Rule, proposal: Proposal) -> bool:
        """Say whether a fix is accepted, or would be with more than it can write."""
        if self._trial is None or self._is_accepted(rule, proposal):
            return True
        return self._trial.is_incomplete(proposal)

    def _first_fixes(self) -> Iterator[tuple[str, Proposal | None]]:
        """Yield the rule of each finding and its first fix, None without one."""
        for rule, finding, *_ in self._found:
            if finding.at.element is not None:
                yield rule.name, finding.fixes[0] if finding.fixes else None

    def _made(self, proposal: Proposal) -> Made:
        """Return what a fix does to the text that was parsed."""
        return tuple(dict.fromkeys(filter(None, self._edits_of(proposal))))

    def _edits_of(self, proposal: Proposal) -> _Placed:
        """Return for each edit of a fix what it puts where; None: nowhere."""
        found = self._placed.get(proposal)
        if found is None:
            edit = self._locator.edit
            found = tuple(edit(place, new) for place, new in proposal.edits)
            self._placed[proposal] = found
        return found

    def _edits(self, proposal: Proposal) -> tuple[Edit, ...] | None:
        """Return a fix's edits; None if they meet text that was repaired.

        None as well if they take away an element with a comment and write its text
        elsewhere: rules see no comments, so what a move writes has none.
        """
        edits: dict[Edit, None] = {}
        is_move = any(new and isinstance(new, str) for _, new in proposal.edits)
        placed = self._edits_of(proposal)
        for (place, new), edit in zip(proposal.edits, placed, strict=True):
            if edit is None:
                return None
            span, text = edit
            if place.element is not None and self._original is not None:
                if not self._original.is_untouched(span):
                    return None
                span = self._original.span(span)
            if is_move and not new and "<!--" in self._lines.text[slice(*span)]:
                return None
            edits[Edit(self._lines.range(*span), text)] = None
        return tuple(sorted(edits, key=lambda e: (e.range.start, e.range.end)))


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.at
    yield from (place for place, _ in finding.related[:MOST_RELATED])
    for fix in (*finding.fixes, *filter(None, (finding.otherwise,))):
        yield from (place for place, _ in fix.edits)


def _left_out(places: int) -> Iterator[str]:
    if places > MOST_RELATED:
        yield f"only the first {MOST_RELATED} of {places:,} such places are listed"
