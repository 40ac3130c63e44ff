"""From findings to diagnostics: places become ranges of the text as it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.diagnostic import Diagnostic, Edit, Fix, Label
from ctct_lint.engine.echo import Echoes
from ctct_lint.syntax.locate import Locator, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.diagnostic import Range
    from ctct_lint.engine.parse import Parsed
    from ctct_lint.engine.run import Found
    from ctct_lint.rules.base import Finding, Proposal
    from ctct_lint.source import LineIndex
    from ctct_lint.syntax.place import Place

# A document of nothing but start tags leaves hundreds of thousands of them open.
MOST_RELATED = 20


def resolve(found: list[Found], parsed: Parsed, lines: LineIndex) -> list[Diagnostic]:
    """Return the diagnostics of a document's findings, sorted, each once."""
    places = [place for one in found for place in _places(one.finding)]
    resolver = _Resolver(parsed, lines, Locator(parsed.text, parsed.root, places))
    diagnostics = dict.fromkeys(map(resolver.diagnostic, found))
    echoes = Echoes(parsed.faults, lines.text, _encoded_twice(diagnostics))
    kept = (d for d in diagnostics if not echoes.has(d))
    return sorted(kept, key=lambda d: d.sort_key)


def _encoded_twice(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[int, int]]:
    for found in diagnostics:
        if found.name == "double-encoded-text":
            yield found.range.start.offset, found.range.end.offset


def _places(finding: Finding) -> Iterator[Place]:
    yield finding.at
    yield from (place for place, _ in finding.related[:MOST_RELATED])
    for fix in finding.fixes:
        yield from (place for place, _ in fix.edits)


def _left_out(places: int) -> Iterator[str]:
    if places > MOST_RELATED:
        yield f"only the first {MOST_RELATED} of {places:,} such places are listed"


class _Resolver:
    __slots__ = ("_lines", "_locator", "_way")

    def __init__(self, parsed: Parsed, lines: LineIndex, locator: Locator) -> None:
        self._lines = lines
        self._locator = locator
        self._way: _Way | None = None
        if parsed.original is not None:
            self._way = _Way(parsed.text, lines.text, parsed.original)

    def diagnostic(self, found: Found) -> Diagnostic:
        rule, finding, severity, _ = found
        return Diagnostic(
            range=self._range(finding.at),
            severity=severity,
            code=rule.code,
            name=rule.name,
            message=finding.message,
            path=self._locator.path(finding.at),
            help=finding.help,
            notes=(*finding.notes, *_left_out(len(finding.related))),
            related=tuple(self._labels(finding.related[:MOST_RELATED])),
            fixes=tuple(self._fixes(finding.fixes)),
        )

    def _range(self, place: Place) -> Range:
        """Return the range of a place in the original text, never an empty one."""
        span = self._locator.span(place)
        if place.element is not None and self._way is not None:
            span = self._way.back(span)
        size = len(self._lines.text)
        start = max(0, min(span.start, size - 1))
        return self._lines.range(start, min(max(span.end, start + 1), size))

    def _labels(self, related: Iterable[tuple[Place, str]]) -> Iterator[Label]:
        for place, message in related:
            yield Label(self._range(place), message)

    def _fixes(self, proposals: Iterable[Proposal]) -> Iterator[Fix]:
        for proposal in proposals:
            edits = self._edits(proposal)
            if edits is not None:
                yield Fix(proposal.title, proposal.applicability, edits)

    def _edits(self, proposal: Proposal) -> tuple[Edit, ...] | None:
        """Return a fix's edits; None if they meet text that was repaired."""
        edits: dict[Edit, None] = {}
        for place, new in proposal.edits:
            edit = self._locator.edit(place, new)
            if edit is None:
                return None
            span, text = edit
            if place.element is not None and self._way is not None:
                if not self._way.is_untouched(span):
                    return None
                span = self._way.back(span)
            edits[Edit(self._lines.range(*span), text)] = None
        return tuple(sorted(edits, key=lambda e: (e.range.start, e.range.end)))


class _Way:
    """The way back from the repaired text to the original one.

    `original` gives where a character of the repaired text came from, for new
    text the start of what it replaces.
    """

    __slots__ = ("_after", "_before", "_original")

    def __init__(self, after: str, before: str, original: Callable[[int], int]) -> None:
        self._after = after
        self._before = before
        self._original = original

    def back(self, span: Span) -> Span:
        """Return the original of a span; what was deleted behind it stays out."""
        start = self._original(span.start)
        if span.start >= span.end:
            return Span(start, start)
        last = span.end - 1
        if self._is_kept(last):
            return Span(start, self._original(last) + 1)
        return Span(start, self._original(span.end))

    def is_untouched(self, span: Span) -> bool:
        """Is the original the same, with the characters on either side of it?

        What was inserted right beside a span would meet the fix in one place.
        """
        first, last = max(span.start - 1, 0), min(span.end, len(self._after) - 1)
        if not (self._is_kept(first) and self._is_kept(last)):
            return False
        start, end = self._original(first), self._original(last) + 1
        return self._after[first : last + 1] == self._before[start:end]

    def _is_kept(self, offset: int) -> bool:
        """Is the character the original's own, or just the same as it?"""
        here = self._original(offset)
        if self._original(offset + 1) == here or (
            offset and self._original(offset - 1) == here
        ):
            # New text leads to one place as a whole; after an insertion, so does
            # the first character that was there before.
            return False
        return self._after[offset] == self._before[here : here + 1]
