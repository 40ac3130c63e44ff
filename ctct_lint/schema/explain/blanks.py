"""Blanks that are not white space in XML: one fault for all between elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.white_space import WHITE_SPACE, is_invisible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.fault import Fault


def blanks_once(faults: Iterable[Fault]) -> tuple[list[Fault], list[Fault]]:
    """Return faults with one for all texts of blanks, and those that it accounts for.

    It is where the first of them was, and its `related` are the others: who copies a
    document from a page has no-break spaces before each line.
    """
    told: list[Fault] = []
    others: list[Fault] = []
    first = -1
    for fault in faults:
        if first >= 0 and is_blank(fault):
            others.append(fault)
            continue
        if is_blank(fault):
            first = len(told)
        told.append(fault)
    if others:
        related = tuple((fault.at, fault.subject) for fault in others)
        told[first] = told[first]._replace(related=related)
    return told, others


def is_blank(fault: Fault) -> bool:
    """Is it about a text of which nothing is seen, and that is no white space?"""
    if fault.kind != "unexpected-text" or fault.subject.isascii():
        return False
    return all(c in WHITE_SPACE or is_invisible(c) for c in set(fault.subject))
