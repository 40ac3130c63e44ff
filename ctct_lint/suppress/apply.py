"""Which diagnostics the comments of a document suppress, and which comments do not."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.suppress.directive import DISABLE, FILE, IGNORE
from ctct_lint.suppress.rulebook import Rulebook, can_suppress
from ctct_lint.suppress.scope import find_directives
from ctct_lint.suppress.unused import misplaced, useless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.model.diagnostic import Reported
    from ctct_lint.model.fault import Fault
    from ctct_lint.suppress.rulebook import Use
    from ctct_lint.suppress.scope import Scoped
    from ctct_lint.xml.model import ContentModel


_Reported = TypeVar("_Reported", bound="Reported")


def suppress(
    text: str,
    diagnostics: Iterable[_Reported],
    rulebook: Rulebook,
    model: ContentModel,
    is_of_syntax: Callable[[_Reported], bool],
) -> tuple[list[_Reported], list[Fault]]:
    """Leave out the diagnostics, sorted by position, that comments suppress.

    Return what is left, and the faults of the comments. `model` says what may stand
    where in the text, should it be broken. What `is_of_syntax` is never left out,
    whatever its code: markup that is not escaped may be that, or of the schema.
    """
    placed, faults = misplaced(text, find_directives(text, model))
    everything = any(map(_is_about_all, placed))
    used: set[Use] = set()
    by_code: dict[str, _OfCode] = {}
    kept, fixed = [], set()
    for diagnostic in diagnostics:
        if is_of_syntax(diagnostic) or not can_suppress(diagnostic.code):
            kept.append(diagnostic)
            fixed.add(diagnostic.code)
            continue
        if everything:
            continue
        if diagnostic.code not in by_code:
            uses = _uses(placed, diagnostic, rulebook)
            by_code[diagnostic.code] = _OfCode(placed, uses)
        use = by_code[diagnostic.code].at(diagnostic.range.start.offset)
        if use is None:
            kept.append(diagnostic)
        else:
            used.add(use)
    if not everything:
        faults += useless(text, placed, used, rulebook, fixed)
    return kept, faults


def _is_about_all(scoped: Scoped) -> bool:
    return scoped.directive.verb == FILE and not scoped.directive.selectors


def _uses(
    placed: list[Scoped], diagnostic: Reported, rulebook: Rulebook
) -> Iterator[Use]:
    """Yield the directives, each with its first selector, that are about a code."""
    for number, (directive, *_) in enumerate(placed):
        if not directive.selectors:
            yield number, -1
        for which, selector in enumerate(directive.selectors):
            if rulebook.covers(selector.text, diagnostic.code, diagnostic.name):
                yield number, which
                break


class _OfCode:
    """The directives about one code; asked about offsets that only grow.

    The innermost element decides, else the last word before the offset, else what
    is said of the whole file.
    """

    def __init__(self, placed: list[Scoped], uses: Iterable[Use]) -> None:
        self._elements: list[tuple[int, int, Use]] = []
        self._blocks: list[tuple[int, Use | None]] = []
        self._file: Use | None = None
        for use in uses:
            directive, start, end, _ = placed[use[0]]
            if directive.verb == IGNORE:
                self._elements.append((start, end, use))
            elif directive.verb == FILE:
                self._file = self._file or use
            else:
                is_on = directive.verb == DISABLE
                self._blocks.append((directive.end, use if is_on else None))
        # Comments come in order, but one in a text is about what began before it.
        self._elements.sort(key=lambda e: (e[0], -e[1]))
        self._next = 0
        self._open: list[tuple[int, int, Use]] = []

    def at(self, offset: int) -> Use | None:
        """Return what suppresses a diagnostic at the offset, if anything does."""
        return self._of_element(offset) or self._of_block(offset) or self._file

    def _of_element(self, offset: int) -> Use | None:
        elements, stack = self._elements, self._open
        while self._next < len(elements) and elements[self._next][0] <= offset:
            stack.append(elements[self._next])
            self._next += 1
        while stack and stack[-1][1] <= offset:
            stack.pop()
        return stack[-1][2] if stack else None

    def _of_block(self, offset: int) -> Use | None:
        last = bisect_right(self._blocks, offset, key=lambda block: block[0]) - 1
        return self._blocks[last][1] if last >= 0 else None
