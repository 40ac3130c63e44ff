"""Comments that suppress nothing, or name what there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.suppress.directive import DISABLE, ENABLE, FILE, IGNORE
from ctct_lint.suppress.rulebook import Rulebook, can_suppress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ctct_lint.suppress.directive import Directive, Selector
    from ctct_lint.suppress.rulebook import Use
    from ctct_lint.suppress.scope import Directives, Scoped

_PREFIX = "CTC"


def misplaced(text: str, found: Directives) -> tuple[list[Scoped], list[Fault]]:
    """Part the directives that count from those in the wrong place."""
    placed, faults = [], list(found.faults)
    for scoped in found.directives:
        directive = scoped.directive
        at = source_span(directive.said, directive.said_end)
        said = text[directive.said : directive.said_end]
        if directive.verb == IGNORE and scoped.start < 0:
            faults.append(_unused(text, scoped, "no-element"))
        elif (
            directive.verb == FILE
            and not directive.selectors
            and directive.start > found.root
        ):
            faults.append(Fault("malformed-suppression", at, said, detail="late"))
        else:
            placed.append(scoped)
    return placed, faults


def useless(
    text: str,
    placed: list[Scoped],
    used: set[Use],
    rulebook: Rulebook,
    fixed: Collection[str],
) -> Iterator[Fault]:
    """Yield the faults of directives, or selectors of them, that do nothing.

    fixed  the codes of what is there and cannot be suppressed
    """
    used = used | set(_ending(placed, rulebook))
    for number, scoped in enumerate(placed):
        directive = scoped.directive
        if not directive.selectors:
            if rulebook.is_whole and (number, -1) not in used:
                yield _unused(text, scoped)
            continue
        idle = [
            selector
            for which, selector in enumerate(directive.selectors)
            if (number, which) not in used
        ]
        yield from _idle(text, scoped, idle, rulebook, fixed)


def _ending(placed: list[Scoped], rulebook: Rulebook) -> Iterator[Use]:
    """Yield each `enable` that ends something which is disabled until there."""
    disabled: frozenset[str] = frozenset()
    for number, (directive, *_) in enumerate(placed):
        if directive.verb not in {DISABLE, ENABLE}:
            continue
        for use, codes in _codes(number, directive, rulebook):
            if directive.verb == DISABLE:
                disabled |= codes
            elif disabled & codes:
                disabled -= codes
                yield use


def _codes(
    number: int, directive: Directive, rulebook: Rulebook
) -> Iterator[tuple[Use, frozenset[str]]]:
    if not directive.selectors:
        yield (number, -1), rulebook.everything
    for which, selector in enumerate(directive.selectors):
        yield (number, which), rulebook.codes(selector.text)


def _idle(
    text: str,
    scoped: Scoped,
    idle: list[Selector],
    rulebook: Rulebook,
    fixed: Collection[str],
) -> Iterator[Fault]:
    """Yield the faults of a directive's selectors that suppress nothing."""
    unused, never = [], []
    for selector in idle:
        codes = rulebook.codes(selector.text)
        if not codes:
            if rulebook.is_whole or selector.text.startswith(_PREFIX):
                yield _unknown(scoped, selector, rulebook)
        elif not any(map(can_suppress, codes)) or not codes.isdisjoint(fixed):
            never.append(selector)
        elif rulebook.is_whole:
            unused.append(selector)
    if len(unused) == len(scoped.directive.selectors):
        yield _unused(text, scoped)
        return
    for selector in unused:
        yield _unused_selector(scoped, selector, "")
    for selector in never:
        yield _unused_selector(scoped, selector, "never")


def _unused(text: str, scoped: Scoped, detail: str = "") -> Fault:
    directive = scoped.directive
    return Fault(
        "unused-suppression",
        source_span(directive.said, directive.said_end),
        text[directive.said : directive.said_end],
        detail="enable" if directive.verb == ENABLE else detail,
        edits=((source_span(*scoped.removal), ""),),
    )


def _unused_selector(scoped: Scoped, selector: Selector, detail: str) -> Fault:
    at = source_span(selector.start, selector.end)
    edits = ((source_span(*(selector.cut or scoped.removal)), ""),)
    if not detail and scoped.directive.verb == ENABLE:
        detail = "enable"
    kind = "unused-suppression"
    return Fault(kind, at, selector.text, detail=detail, edits=edits)


def _unknown(scoped: Scoped, selector: Selector, rulebook: Rulebook) -> Fault:
    at = source_span(selector.start, selector.end)
    meant = rulebook.name_meant(selector.text)
    without = source_span(*(selector.cut or scoped.removal))
    return Fault(
        "unknown-suppression",
        at,
        selector.text,
        expected=(meant,) if meant else (),
        edits=((at, meant) if meant else (without, ""),),
    )
