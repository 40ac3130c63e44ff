"""Children with the name of a sibling that are another one by their place or content.

`<Dbtr>` that holds what a `DbtrAgt` would, where that is missing, is one fault: the
name is another one. Neither is it one too many, nor stands what it holds elsewhere.
"""

from __future__ import annotations

from itertools import chain, product
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.content.match import Misuse
from ctct_lint.schema.matching.stand_ins import may_be
from ctct_lint.schema.names import children, has_text
from ctct_lint.schema.typed.xsi import names_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Duplicate, Match
    from ctct_lint.schema.schema import Model, Schema

# So many children of one parent are taken for others.
_MOST = 8
# Of more children it is not looked for what each would be by another name.
MOST_CHILDREN = 200


def may_be_misused(match: Match, schema: Schema) -> bool:
    """Say whether there may be such children: most parents have none."""
    if match.missing and match.duplicates:
        return True
    return any(
        len(child) and isinstance(term, Element) and not _is_known(child, term, schema)
        for child, term in match.matched
    )


def _is_known(child: _Element, declared: Element, schema: Schema) -> bool:
    """Is anything that a child holds known where it is declared?"""
    held = schema.held_by(declared)
    return any(inner.tag in held for inner in child)


class Misused:
    """Finds children of one model that are meant as others of its elements."""

    def __init__(
        self, model: Model, schema: Schema, match: Callable[[list[_Element]], Match]
    ) -> None:
        """Take how children are matched with the model."""
        self._model = model
        self._schema = schema
        self._rematch = match

    def match(self, parent: _Element, match: Match) -> Match | None:
        """Return a match as if such children had the right names, None without any."""
        likely = [*self._by_content(match), *self._by_place(match)][:_MOST]
        if not likely:
            return None
        row = children(parent)
        there = {str(child.tag) for child in row}
        stubs: dict[_Element, Misuse] = {}
        for misuse in likely:
            if misuse.child in row and misuse.meant.name not in there:
                stub = etree.Element(misuse.meant.name)
                tried = [stub if one is misuse.child else one for one in row]
                found = self._rematch(tried)
                saved = 0 if misuse.by_content else 2
                is_right = (stub, misuse.meant) in found.matched
                is_right = is_right and _stand_apart(found, {stub, *stubs})
                if is_right and found.cost <= match.cost - saved:
                    row, match = tried, found
                    there.add(misuse.meant.name)
                    stubs[stub] = misuse
        return _with_children(match, stubs) if stubs else None

    def _by_content(self, match: Match) -> Iterator[Misuse]:
        """Yield children of whose own content nothing is there, and that of others."""
        doubles = ((double.child, double.declaration) for double in match.duplicates)
        for child, term in (*match.matched, *doubles):
            # Of an abstract one it is told that it stands for others.
            if not isinstance(term, Element) or term.abstract or not len(child):
                continue
            if self._is_other(child, term):
                meant = [e for e in self._others(term) if self._holds_all(child, e)]
                if len(meant) == 1:
                    yield Misuse(child, meant[0], by_content=True)

    def _is_other(self, child: _Element, declared: Element) -> bool:
        """Is none of what a child holds known where it is declared?

        Nor may it have lost the tags round that, hold a text, or its like.
        """
        if _is_known(child, declared, self._schema) or names_type(child):
            return False
        texts = (child.text, *(inner.tail for inner in child))
        if any(map(has_text, texts)) or any(one.tag == child.tag for one in child):
            return False
        if self._has_lost_tags(child, declared):
            return False
        found = self._schema.complex_type(declared)
        model = self._schema.model(declared)
        is_open = found is not None and found.open is not None
        return not (is_open or (model is not None and model.has_wildcards))

    def _has_lost_tags(self, child: _Element, declared: Element) -> bool:
        """Would one element that may stand in a child hold all that it holds?"""
        model = self._schema.model(declared)
        inside = () if model is None else model.elements
        return any(self._holds_all(child, one) for one in inside)

    def _others(self, declared: Element) -> Iterator[Element]:
        elements = self._model.elements
        return (e for e in elements if e.name != declared.name and not e.abstract)

    def _holds_all(self, child: _Element, meant: Element) -> bool:
        """Would one of elements alone hold all that a child does?"""
        found = self._schema.complex_type(meant)
        held = self._schema.held_by(meant)
        is_known = found is not None and not found.mixed
        return is_known and all(inner.tag in held for inner in child)

    def _by_place(self, match: Match) -> Iterator[Misuse]:
        """Yield duplicates that may be the one element that is missing.

        In any order no place tells.
        """
        if isinstance(self._model, FreeModel) or len(match.missing) != 1:
            return
        (missing,) = match.missing
        elements = () if missing.alternatives else self._model.elements
        named = [e for e in elements if e.local_name == missing.name][:1]
        for double, meant in product(match.duplicates, named):
            child = double.child
            if not _is_again(double) and may_be(child, meant, self._schema):
                yield Misuse(child, meant)


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


def _with_children(match: Match, stubs: dict[_Element, Misuse]) -> Match:
    """Return a match of stubs with the children in the places of these."""
    match.matched = [pair for pair in match.matched if pair[0] not in stubs]
    match.misused = list(stubs.values())

    def right(one: _Element | None) -> _Element | None:
        return stubs[one].child if one in stubs else one

    match.misplaced = [m._replace(beside=right(m.beside)) for m in match.misplaced]
    match.spots = [spot._replace(after=right(spot.after)) for spot in match.spots]
    return match
