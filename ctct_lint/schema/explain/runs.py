"""Text with HTML in it between elements: a warning of PHP is one fault, not seven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import Part, run_of
from ctct_lint.xml.pages import OF_MESSAGES, is_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element


def with_runs(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield faults with one for each run of strange HTML that has text between it.

    Where text may stand, only the elements are strange, and each has its own fault.
    """
    faults = list(faults)
    strange = [f.at.element for f in faults if _is_of_message(f)]
    # Not of all there is a fault where there are very many.
    names = {(one.getparent(), one.tag) for one in strange if one is not None}
    texts = {fault.at.element for fault in faults if _is_text_behind(fault)}
    runs: dict[_Element, list[_Element]] = {}
    for element in strange:
        if element is not None and _named(element.getprevious()) not in names:
            run = list(_run(element, names))
            if not texts.isdisjoint(run) or is_message(_words(run)):
                runs.update(dict.fromkeys(run, run))
    for fault in faults:
        element = fault.at.element if _is_in_run(fault) else None
        found = None if element is None else runs.get(element)
        if found is None:
            yield fault
        elif fault.kind == "unknown-element" and element is found[0]:
            at = run_of(found[0], len(found) - 1)
            yield Fault("unexpected-text", at, _words(found), fault.owner)


def _is_of_message(fault: Fault) -> bool:
    """Is it an unknown element that stands in messages of programs?"""
    return fault.kind == "unknown-element" and fault.subject.lower() in OF_MESSAGES


def _is_in_run(fault: Fault) -> bool:
    return _is_text_behind(fault) or fault.kind == "unknown-element"


def _is_text_behind(fault: Fault) -> bool:
    """Is it a text that stands behind an element, where none may stand?"""
    return fault.kind == "unexpected-text" and fault.at.part is Part.TAIL


def _named(element: _Element | None) -> tuple[_Element | None, str]:
    """Return the parent of an element and its name: what makes it strange there."""
    return (None, "") if element is None else (element.getparent(), element.tag)


def _run(
    element: _Element, names: set[tuple[_Element | None, str]]
) -> Iterator[_Element]:
    """Yield an element and the strange ones that follow it at once."""
    here: _Element | None = element
    while here is not None and _named(here) in names:
        yield here
        here = here.getnext()


def _words(run: list[_Element]) -> str:
    parts = (text for one in run for text in (*_texts(one), one.tail or ""))
    return " ".join("".join(parts).split())


def _texts(element: _Element) -> Iterable[str]:
    """Return the texts in an element; most have no more than one."""
    return map(str, element.itertext()) if len(element) else (element.text or "",)
