"""Which strangers may be removed: not what may be the very thing that lacks.

What holds elements that the schema knows is no stray word either, whatever is round
them.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import PERHAPS
from ctct_lint.model.place import renamed, whole
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.matching.aliases import called_so, said_name
from ctct_lint.schema.matching.fitting import is_strange, may_be, says
from ctct_lint.schema.matching.lost_tags import takes_bare
from ctct_lint.schema.matching.misused import is_copy
from ctct_lint.schema.matching.text_home import certain_home
from ctct_lint.schema.names import has_text, local_name, written_name
from ctct_lint.text.spelling import bare
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Duplicate, Match
    from ctct_lint.schema.schema import Model, Schema

# What begins a tag.
_TAG = "<"
_ATTRIBUTE = "unknown-attribute"
# So many elements in a stranger are looked at; who holds more is kept.
_MOST_INSIDE = 64
# So many strangers in one parent are compared with what lacks.
_MOST_STRANGERS = 200
# A parent that lacks more than that is hardly told what its strangers may be.
_MOST_LACKING = 16


class Lost:
    """What one parent lacks, which its strangers may be under another name."""

    def __init__(self, match: Match, model: Model | None, schema: Schema) -> None:
        self._missing, self._spots = match.missing, match.spots
        self._model, self._schema = model, schema
        # The names of the parent's children, by what they are without case.
        self._beside: dict[str, set[str]] = {}
        # What one without a text may be, by whether it holds elements.
        self._of_blank: dict[bool, tuple[str, ...]] = {}
        # Names by which people call a child that stands there, and others.
        self._twins: dict[str, bool] = {}

    @cached_property
    def _elements(self) -> tuple[Element, ...]:
        """What may stand in the parent."""
        return () if self._model is None else tuple(self._model.elements)

    @cached_property
    def _lacking(self) -> tuple[Element, ...]:
        """What of that lacks; most parents have no stranger for which it counts."""
        names = {name for one in self._missing for name in one.names}
        named = (e for e in self._elements if e.local_name in names) if names else ()
        return tuple(islice(named, _MOST_LACKING))

    def told(self, fault: Fault) -> Fault:
        """Return the fault of a stranger, with the edit that removes it if that may be.

        One that may be what lacks has that as `expected`, and `PERHAPS` as its detail.
        """
        child = fault.at.element
        if fault.kind != "unknown-element" or child is None:
            return fault
        if not self._is_asked_for(child):
            is_other = child.attrib and said_name(child, self._elements) is not None
            return fault if is_other else with_removal(fault, child, self._schema)
        perhaps = self._names(child)
        return fault._replace(expected=perhaps, detail=PERHAPS) if perhaps else fault

    def perhaps(
        self,
        strangers: Iterable[_Element],
        doubles: Iterable[Duplicate],
        texts: Iterable[str],
    ) -> tuple[str, ...]:
        """Return the names of all that lacks and may be one of those that are there."""
        every = map(self._names, islice(strangers, _MOST_STRANGERS))
        of_doubles = map(self.doubled, islice(doubles, _MOST_STRANGERS))
        of_texts = map(self.bare, islice(texts, _MOST_STRANGERS))
        found = chain(every, of_doubles, of_texts)
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def bare(self, text: str) -> tuple[str, ...]:
        """Return the names of all that lacks and that a text may be, without tags."""
        if not is_of_words(text):
            return ()
        could = (e for e in self._lacking if takes_bare(e, text, self._schema))
        return tuple(dict.fromkeys(e.local_name for e in could))

    def doubled(self, one: Duplicate) -> tuple[str, ...]:
        """Return the names of all that lacks and that one of two may be."""
        return tuple(dict.fromkeys(e.local_name for _, e in self._other_names(one)))

    def other_name(self, one: Duplicate) -> tuple[tuple[Place, str], ...]:
        """Return the edits that give one of two the name of what lacks in its place.

        In any order each place will do. There are none if it may be either of them.
        """
        is_free, found = isinstance(self._model, FreeModel), self._other_names(one)
        likely = [(e, m) for e, m in found if is_free or self._lacks_before(e, m)]
        if len(likely) != 1:
            return ()
        ((child, meant),) = likely
        return renamed(child, written_name(child, meant.namespace, meant.local_name))

    def _other_names(self, one: Duplicate) -> list[tuple[_Element, Element]]:
        """Return which of two may be what of that which lacks."""
        if not self._lacking or is_copy(one):
            return []
        both = [e for e in (one.child, one.first) if says(e)]
        return [(d, e) for e in self._lacking for d in both if self._holds(d, e)]

    def _lacks_before(self, child: _Element, meant: Element) -> bool:
        """Say whether an element, and no other one, lacks just before a child."""
        before = child.getprevious()
        return any(
            spot.after is before and spot.missing.names == (meant.local_name,)
            for spot in self._spots
        )

    def _holds(self, double: _Element, meant: Element) -> bool:
        """Say whether what one of two holds may stand in what lacks as well."""
        schema, parent = self._schema, double.getparent()
        if len(double) and not may_be(double, meant, schema):
            return False
        owner = "" if parent is None else local_name(parent)
        fact = schema.facts.children_of(owner).get(meant.local_name)
        is_markup = fact is not None and _TAG in fact.placeholder
        is_word = is_markup and _TAG not in (double.text or "")
        return not is_word and _could_be(double, meant, schema)

    def _names(self, child: _Element) -> tuple[str, ...]:
        if not self._is_asked_for(child):
            return ()
        if has_text(child.text or ""):
            return self._could_be(child)
        holds = len(child) > 0
        if holds not in self._of_blank:
            self._of_blank[holds] = self._could_be(child)
        return self._of_blank[holds]

    def _is_asked_for(self, child: _Element) -> bool:
        """Say whether it tells anything, and may be told apart from what is there."""
        return says(child) and bool(self._lacking) and not self._has_twin(child)

    def _could_be(self, child: _Element) -> tuple[str, ...]:
        could = (e for e in self._lacking if _could_be(child, e, self._schema))
        return tuple(dict.fromkeys(e.local_name for e in could))

    def _has_twin(self, child: _Element) -> bool:
        """Say whether one that is called so, but for case, stands beside it.

        Or one that people call by that name.
        """
        parent, name = child.getparent(), local_name(child)
        if not self._beside and parent is not None:
            for one in islice(parent, _MOST_STRANGERS):
                self._beside.setdefault(bare(local_name(one)), set()).add(str(one.tag))
        if self._beside.get(bare(name), set()) - {child.tag}:
            return True
        if name not in self._twins:
            called = (bare(one.local_name) for one in called_so(name, self._elements))
            self._twins[name] = any(
                c in self._beside for c in called if c != bare(name)
            )
        return self._twins[name]


def held_by_lacking(
    fault: Fault,
    lacking: Mapping[_Element, Callable[[], Iterable[Element]]],
    schema: Schema,
) -> Fault:
    """Return a fault; a strange attribute that what lacks beside would have, says so.

    lacking  of parents what tells what they lack
    """
    parent = fault.at.parent if fault.kind == _ATTRIBUTE and not fault.edits else None
    if parent is None or parent not in lacking:
        return fault
    beside, name = lacking[parent](), fault.at.name
    names = (e.local_name for e in beside if schema.attribute(e, name) is not None)
    return fault._replace(perhaps=tuple(dict.fromkeys(names)))


def is_name_said(fault: Fault, meant: Element) -> bool:
    """Is it of an attribute that says which other element a stranger is?"""
    child = fault.at.element
    if fault.kind != _ATTRIBUTE or child is None or child.tag == meant.name:
        return False
    said = said_name(child, (meant,))
    return said is not None and said[0] == fault.at.name


def with_removal(fault: Fault, child: _Element, schema: Schema) -> Fault:
    """Return the fault of a stranger with the edit that removes it, if that may be."""
    if _holds_known(child, schema):
        return fault
    return fault._replace(edits=((whole(child), ""),))


def _holds_known(child: _Element, schema: Schema) -> bool:
    """Is anything in a stranger known, or is it more than can be looked at?"""
    inside = list(islice(child.iterdescendants(), _MOST_INSIDE + 1))
    return len(inside) > _MOST_INSIDE or any(
        not is_strange(inner, schema) for inner in inside
    )


def _could_be(child: _Element, meant: Element, schema: Schema) -> bool:
    """Say whether nothing speaks against it that a stranger is another element."""
    simple, text = schema.simple_type(meant), child.text or ""
    if not has_text(text):
        return simple is None or not len(child)
    if simple is not None:
        is_right = schema.judge.refusal(simple, text, child) is None
        return is_right and not len(child)
    if not meant.for_elements:
        return True
    # What a text means where elements should be, facts alone can tell.
    home = certain_home(schema.facts, trimmed(text), meant.local_name, ())
    return len(child) > 0 or home is not None


def is_of_words(text: str) -> bool:
    """Say whether a text may be a value; it is none if it is what a tag has left."""
    return any(map(str.isalnum, text)) and ">" not in text and "<" not in text
