"""Children with the name of a sibling that are another one by their place or content.

`<Dbtr>` that holds what a `DbtrAgt` would, where that is missing, is one fault: the
name is another one. Neither is it one too many, nor stands what it holds elsewhere.
"""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.model.fault import HOLDS, STANDS
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.content.match import Meant
from ctct_lint.schema.matching.fitting import may_be
from ctct_lint.schema.names import has_text, has_texts
from ctct_lint.schema.typed.abstract import takes_text
from ctct_lint.schema.typed.xsi import names_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Term
    from ctct_lint.schema.content.match import Duplicate, Match
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Schema

# So many children of one parent are taken for others.
_MOST = 8


def may_be_misused(match: Match, schema: Schema) -> bool:
    """Say whether there may be such children: most parents have none."""
    if match.missing and match.duplicates:
        return True
    return any(
        len(child) and isinstance(term, Element) and not is_known(child, term, schema)
        for child, term in match.matched
    )


def is_known(child: _Element, declared: Element, schema: Schema) -> bool:
    """Is anything that a child holds known where it is declared?"""
    held = schema.held_by(declared)
    return any(inner.tag in held for inner in child)


def misused(parent: Parent, match: Match) -> Match | None:
    """Return a match as if such children had the right names, None without any."""
    if not (may_be_misused(match, parent.schema) and parent.may("misused")):
        return None
    row = parent.row
    there = {str(child.tag) for child in row}
    stubs: dict[_Element, Meant] = {}
    for one in (*_by_content(parent, match), *_by_place(parent, match))[:_MOST]:
        if one.child in row and one.element.name not in there:
            stub = etree.Element(one.element.name)
            tried = [stub if c is one.child else c for c in row]
            found = parent.match(tried)
            saved = 0 if one.why == HOLDS else 2
            is_right = (stub, one.element) in found.matched
            is_right = is_right and _stand_apart(found, {stub, *stubs})
            if is_right and found.cost <= match.cost - saved:
                row, match = tried, found
                there.add(one.element.name)
                stubs[stub] = one
    return _with_children(match, stubs) if stubs else None


def _by_content(parent: Parent, match: Match) -> Iterator[Meant]:
    """Yield children of whose own content nothing is there, and that of others."""
    schema = parent.schema
    doubles = ((double.child, double.declaration) for double in match.duplicates)
    for child, term in (*match.matched, *doubles):
        # Of an abstract one it is told that it stands for others.
        if not isinstance(term, Element) or term.abstract or not len(child):
            continue
        if _is_other(child, term, schema):
            elements = parent.model.elements
            others = (e for e in elements if e.name != term.name and not e.abstract)
            meant = [e for e in others if _holds_all(child, e, schema)]
            if len(meant) == 1:
                yield Meant(child, meant[0], HOLDS)


def _is_other(child: _Element, declared: Element, schema: Schema) -> bool:
    """Is none of what a child holds known where it is declared?

    Nor may it hold a text, or its like, or have lost the tags of one element round all.
    """
    if is_known(child, declared, schema) or names_type(child) or has_texts(child):
        return False
    found, model = schema.complex_type(declared), schema.model(declared)
    inside = () if model is None else model.elements
    if any(one.tag == child.tag for one in child) or any(
        _holds_all(child, one, schema) for one in inside
    ):
        return False
    is_open = found is not None and found.open is not None
    return not (is_open or (model is not None and model.has_wildcards))


def _holds_all(child: _Element, meant: Element, schema: Schema) -> bool:
    """Would one of elements alone hold all that a child does?"""
    found, held = schema.complex_type(meant), schema.held_by(meant)
    is_known = found is not None and not found.mixed
    return is_known and all(inner.tag in held for inner in child)


def _by_place(parent: Parent, match: Match) -> Iterator[Meant]:
    """Yield duplicates that may be the one element that is missing.

    In any order no place tells, but a value that is wrong by their own name.
    """
    if len(match.missing) != 1:
        return
    (missing,) = match.missing
    schema, is_free = parent.schema, isinstance(parent.model, FreeModel)
    elements = () if missing.alternatives else parent.model.elements
    named = [e for e in elements if e.local_name == missing.name][:1]
    for double, meant in product(match.duplicates, named):
        child, first, term, *_ = double
        both = [c for c in (child, first) if may_be(c, meant, schema)]
        wrong = [c for c in both if _is_wrong(c, term, schema)]
        yield from (Meant(one, meant, HOLDS) for one in wrong)
        if child in both and not (wrong or is_free or _is_again(double)):
            yield Meant(child, meant, STANDS)


def _is_wrong(child: _Element, term: Term, schema: Schema) -> bool:
    """Has a child, which holds nothing else, a text that is wrong by its name?"""
    is_text = not len(child) and has_text(child.text)
    return is_text and isinstance(term, Element) and not takes_text(child, term, schema)


def _stand_apart(match: Match, stubs: set[_Element]) -> bool:
    """Say whether nothing else is to be told of some children."""
    moved = (one.child for one in match.misplaced)
    doubles = (one for d in match.duplicates for one in (d.child, d.first))
    others = (one for disorder in match.disorders for one in disorder.children)
    return stubs.isdisjoint(chain(moved, doubles, others))


def _is_again(double: Duplicate) -> bool:
    """Say whether a duplicate is rather that than another element.

    Of two values side by side the second one is rather a better one of the same.
    """
    child = double.child
    if not len(child):
        beside = (child.getnext(), child.getprevious())
        is_beside = any(one is not None and one.tag == child.tag for one in beside)
        return is_beside or not has_text(child.text)
    return is_copy(double)


def is_copy(double: Duplicate) -> bool:
    """Say whether a duplicate tells nothing that the other one does not."""
    return list(_content(double.child)) == list(_content(double.first))


def _content(element: _Element) -> Iterator[str]:
    """Yield all names, texts and values of an element."""
    for one in element.iter():
        yield str(one.tag)
        yield (one.text or "").strip()
        yield from map(str, one.attrib.values())


def _with_children(match: Match, stubs: dict[_Element, Meant]) -> Match:
    """Return a match of stubs with the children in the places of these."""
    match.matched = [pair for pair in match.matched if pair[0] not in stubs]
    match.meant = list(stubs.values())

    def right(one: _Element | None) -> _Element | None:
        return stubs[one].child if one in stubs else one

    match.misplaced = [m._replace(beside=right(m.beside)) for m in match.misplaced]
    match.spots = [spot._replace(after=right(spot.after)) for spot in match.spots]
    return match
