"""Which elements of an ordered content model a child's name may be meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.matching.aliases import called_so
from ctct_lint.schema.matching.text_home import says_uri
from ctct_lint.schema.names import local_name
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.matching.compared import Compared

# So many names of a parent are compared.
COMPARED = 200


class IntendedNames:
    """What the names of one parent's children may be meant for."""

    def __init__(self, automaton: Automaton, compared: Compared) -> None:
        self._automaton = automaton
        self._compared = compared
        self._close: dict[str, list[int]] = {}

    def positions(self, child: _Element) -> list[int]:
        """Return the positions of elements that a child's name may be meant for."""
        inside = self._automaton.inside
        if self._automaton.names(child.tag) or inside.is_clear(child):
            return []
        parent = child.getparent()
        if parent is not None and parent.tag == child.tag:
            # Who writes a name again has not misspelt another one.
            return []
        name = local_name(child)
        if name not in self._close:
            if len(self._close) >= COMPARED:
                return []
            found = self._compared.recall(
                self._automaton, name, lambda: list(self._found(name))
            )
            self._close[name] = found or []
        terms, facts = self._automaton.terms, self._automaton.facts
        has_uris = bool(facts.paths())
        return [
            position
            for position in self._close[name]
            if not (has_uris and says_uri(child, facts, (terms[position].local_name,)))
            and not inside.holds_others(child, terms[position])
        ]

    def _found(self, name: str) -> Iterator[int]:
        """Yield the positions, those of the closest name first: of two it is taken."""
        automaton, terms = self._automaton, self._automaton.terms
        names = [element.local_name for element in automaton.elements]
        best, is_called = closest(name, names), any(called_so(name, automaton.elements))
        if best is None and not is_called:
            return
        close = list(self._close_to(name))
        yield from (place for place in close if terms[place].local_name == best)
        yield from (place for place in close if terms[place].local_name != best)

    def _close_to(self, name: str) -> Iterator[int]:
        terms = self._automaton.terms
        # An element of this name in another namespace is closer than any other, and
        # after that one whose name differs by case alone.
        names, folded = {term.local_name for term in terms}, name.casefold()
        exact = {name} & names or {one for one in names if one.casefold() == folded}
        for position, term in enumerate(terms):
            if not isinstance(term, Element) or term.abstract:
                continue
            is_close = (
                term.local_name in exact
                if exact
                else closest(name, (term.local_name,)) is not None
            )
            if is_close or any(called_so(name, (term,))):
                yield position
