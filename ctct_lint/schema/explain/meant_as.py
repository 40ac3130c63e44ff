"""What children that do not stand right are declared as where they belong.

What such a child holds is checked as well, unless it may be something else that only
has the same name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.matching.fitting import holds_most
from ctct_lint.schema.matching.wrapper import declared_in
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Schema


def meant_as(
    match: Match, faults: Iterable[Fault], schema: Schema
) -> Iterator[tuple[_Element, Element]]:
    """Yield children that are not matched, with what they are.

    faults  those of the same children, which tell of strangers where they belong
    """
    yield from match.renamed
    yield from ((one.child, one.element) for one in match.meant)
    yield from ((m.child, m.meant) for m in match.misplaced if m.meant is not None)
    doubles = ((double.child, double.declaration) for double in match.duplicates)
    yield from ((c, term) for c, term in doubles if isinstance(term, Element))
    for wrapped in match.wrapped:
        yield from declared_in(wrapped, schema)
    elsewhere = {f.at.element for f in faults if f.kind == "misplaced-element"}
    for child in match.unknown:
        found = _declared(child, schema) if child in elsewhere else None
        if found is not None:
            yield child, found


def _declared(child: _Element, schema: Schema) -> Element | None:
    """Return what a child is by its name and by most of what it holds.

    None where elements of its name have several types, or it holds no elements.
    """
    if not len(child):
        return None
    elements = schema.components.elements
    numbers = schema.survey.numbers().get(local_name(child), ())
    found = [elements[n] for n in numbers if elements[n].name == child.tag]
    if len({one.complex_type for one in found}) != 1 or found[0].abstract:
        return None
    return found[0] if holds_most(child, found[0], schema) else None
