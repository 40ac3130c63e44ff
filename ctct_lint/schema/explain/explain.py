"""Why a document breaks its schema: every fault, each once.

libxml2 says whether a document is valid; this says why it is not, with the
components of the schema. The tree stays as it is: what was meant otherwise comes
back as renames, which whoever goes on with the tree makes.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import Part
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.explain.attributes import (
    explain_attributes,
    has_right_attributes,
    is_as_declared,
)
from ctct_lint.schema.explain.child_faults import child_faults, without_missing
from ctct_lint.schema.explain.doubles import without_doubles
from ctct_lint.schema.explain.keeping import held_by_lacking, is_name_said
from ctct_lint.schema.explain.meant_as import meant_as
from ctct_lint.schema.explain.moved_values import without_taken
from ctct_lint.schema.explain.once import (
    each_namespace_once,
    first_of_each_kind,
    marks_once,
)
from ctct_lint.schema.explain.otherwise import with_needed
from ctct_lint.schema.explain.right_type import by_its_content
from ctct_lint.schema.explain.runs import with_runs
from ctct_lint.schema.explain.text_faults import beside_elements, text_faults
from ctct_lint.schema.explain.wildcards import let_in, wildcard_faults
from ctct_lint.schema.identity.lacking import LOST_KEY, without_lacking_keys
from ctct_lint.schema.matching.let_in import LetIn
from ctct_lint.schema.matching.matcher import Matcher
from ctct_lint.schema.matching.near import Near
from ctct_lint.schema.typed.instance import nil_faults, says_nil, typed

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Container,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Duplicate, Match
    from ctct_lint.schema.schema import Model, Schema

    Reword = Callable[[Fault], Iterable[Fault]]


class Rename(NamedTuple):
    """An element that was meant otherwise: its right name, in Clark notation."""

    element: _Element
    name: str


class Explanation(NamedTuple):
    """The faults of a tree, and what makes it the tree that was meant.

    echoes  what others account for, though a validator says it as well
    """

    faults: list[Fault]
    renames: list[Rename]
    echoes: tuple[Fault, ...] = ()


def explain(
    root: _Element, schema: Schema, operation: str = "", reword: Reword | None = None
) -> Explanation:
    """Return every fault of a tree; what stands elsewhere is not also missing.

    `reword` may make others of a fault, as the vocabulary knows better.
    """
    schema = schema.for_document()
    walk = _Walk(schema, operation)
    found = first_of_each_kind(walk.faults(root), walk.is_in_double)
    echoes = tuple(fault for fault in found if fault.kind == LOST_KEY)
    found = [fault for fault in found if fault.kind != LOST_KEY]
    faults = without_doubles(without_taken(found), walk.duplicates, walk.doubled)
    if reword is not None:
        faults = list(chain.from_iterable(map(reword, faults)))
    elsewhere: dict[str, set[str]] = {}
    for fault in faults:
        if fault.kind == "misplaced-element":
            for parent in fault.expected:
                elsewhere.setdefault(parent, set()).update(_subjects(fault))
    if elsewhere:
        faults = list(_without_misplaced(faults, elsewhere))
    needed = with_needed(without_lacking_keys(faults), schema.facts)
    told, blanks = marks_once(list(with_runs(each_namespace_once(needed))))
    return Explanation(told, walk.renames, (*echoes, *blanks))


def _subjects(fault: Fault) -> Iterator[str]:
    """Yield the names of all elements that a fault is about."""
    yield fault.subject
    yield from (name for at, name in fault.related if at.part is Part.NAME)


def _without_misplaced(
    faults: Iterable[Fault], elsewhere: Mapping[str, Container[str]]
) -> Iterator[Fault]:
    """Yield faults without what is missing in a parent and stands somewhere else."""
    for fault in faults:
        if fault.kind != "missing-element" or fault.owner not in elsewhere:
            yield fault
        elif left := without_missing(fault, elsewhere[fault.owner]):
            yield left


class _Walk:
    """One pass over a tree; what it comes across besides faults is kept."""

    def __init__(self, schema: Schema, operation: str) -> None:
        self._schema = schema
        self._near = Near(schema)
        self._let_in = LetIn(schema)
        self._matcher = Matcher(schema, self._near, self._let_in, operation)
        self._todo: list[Iterator[tuple[_Element, Element]]] = []
        # Is an element without anything right, by the numbers of declarations?
        self._bare: dict[int, bool] = {}
        # What each element is declared as, where something asks for that later.
        self._types: dict[_Element, Element] | None = (
            {} if schema.survey.refers else None
        )
        # How many elements that have IDs are not there.
        self._lost_ids = 0
        # How many elements of each name are not where they could be found.
        self._absent: Counter[str] = Counter()
        # What parents lack that one of their children may be, by another name.
        self._lacking: dict[_Element, Callable[[], Iterable[Element]]] = {}
        self.duplicates: list[Duplicate] = []
        # All elements of which one stands too often.
        self.doubled: set[_Element] = set()
        self.renames: list[Rename] = []

    def faults(self, root: _Element) -> Iterator[Fault]:
        """Yield the faults of each element, a parent's before its children's."""
        declaration = self._schema.root(root.tag)
        if declaration is not None:
            self._todo.append(iter([(root, declaration)]))
        while self._todo:
            found = next(self._todo[-1], None)
            if found is None:
                self._todo.pop()
            else:
                yield from self._element(*found)
        if self._types:
            from ctct_lint.schema.identity.identity import identity_faults
            from ctct_lint.schema.identity.references import reference_faults
            from ctct_lint.schema.identity.select import TypedTree

            document = TypedTree(root, self._types, self._schema, {})
            yield from identity_faults(document, self._absent)
            yield from reference_faults(document, self._lost_ids)

    def is_in_double(self, fault: Fault) -> bool:
        """Say whether it decides which of two elements is the better one."""
        element = fault.at.element
        if not self.doubled or element is None:
            return False
        lineage = (element, *element.iterancestors())
        return not self.doubled.isdisjoint(lineage)

    def _element(self, element: _Element, declared: Element) -> Iterator[Fault]:
        schema = self._schema
        if is_as_declared(element, declared, schema):
            yield from self._content(element, declared)
            return
        found = typed(element, declared, schema)
        found = by_its_content(element, declared, found, schema)
        declaration, faults, right = found
        yield from faults
        if declaration is None:
            if self._types is not None:
                self._note_absent([declared])
            return
        if right:
            self.renames.append(Rename(element, right))
        has_attributes = bool(element.keys())
        if has_attributes:
            yield from nil_faults(element, declaration)
        for fault in explain_attributes(element, declaration, schema, self._let_in):
            if not is_name_said(fault, declaration):
                yield held_by_lacking(fault, self._lacking, schema)
        if not (has_attributes and says_nil(element, declaration, schema)):
            yield from self._content(element, declaration)
        elif self._types is not None:
            self._types[element] = declaration

    def _content(self, element: _Element, declaration: Element) -> Iterator[Fault]:
        schema = self._schema
        if self._types is not None:
            self._types[element] = declaration
        found, model = schema.complex_type(declaration), schema.model(declaration)
        if found is None or model is None:
            yield from text_faults(element, declaration, found, schema)
            return
        match = self._matcher.match(element, model, found)
        yield from beside_elements(element, declaration, found, match, schema)
        is_right, faults = match.is_right, list[Fault]()
        if not is_right:
            faults += child_faults(element, declaration, match, schema, self._near)
        yield from faults
        if model.has_wildcards or found.open is not None:
            yield from wildcard_faults(match, declaration, schema)
        if self._types is not None and not is_right:
            self._note_absent(list(_absent(match, model)))
            around = (inner for child in match.needless for inner in child)
            self._absent.update(str(one.tag) for one in (*match.unknown, *around))
        if match.missing and len(element):
            self._lacking[element] = partial(_absent, match, model)
        # The children are visited next, the first one at once.
        moved = [] if is_right else self._not_in_place(match, faults)
        self._todo.append(self._below(element, match, moved))

    def _note_absent(self, absent: Sequence[Element]) -> None:
        """Note what may be referred to but cannot be found where it should be."""
        from ctct_lint.schema.identity.references import has_id

        self._lost_ids += sum(has_id(declared, self._schema) for declared in absent)
        self._absent.update(declared.name for declared in absent)

    def _below(
        self, parent: _Element, match: Match, moved: Iterable[tuple[_Element, Element]]
    ) -> Iterator[tuple[_Element, Element]]:
        """Yield the children to be visited; each is looked at when it is its turn.

        What is said of its value then is still known when it is visited.
        """
        for child, term in chain(match.matched, moved):
            if not isinstance(term, Element):
                yield from let_in(child, term, self._schema)
            elif not self._is_plain(child, term):
                yield child, term
        self._lacking.pop(parent, None)

    def _not_in_place(
        self, match: Match, faults: Iterable[Fault]
    ) -> list[tuple[_Element, Element]]:
        """Note what was meant otherwise; return what does not stand right."""
        self.duplicates.extend(match.duplicates)
        for double in match.duplicates:
            self.doubled.update((double.first, double.child))
        found = list(meant_as(match, faults, self._schema))
        others = ((child, right.name) for child, right in found)
        self.renames.extend(Rename(c, name) for c, name in others if name != c.tag)
        # An empty one is to be read as the one that is not meant.
        blanks = ((one.blank, one.child.tag) for one in match.meant)
        self.renames.extend(Rename(b, tag) for b, tag in blanks if b is not None)
        return found

    def _is_plain(self, child: _Element, declaration: Element) -> bool:
        """Say whether it is right and holds no elements: most do."""
        schema = self._schema
        if len(child):
            return False
        text = child.text or ""
        if not child.keys():
            simple = schema.text_type(declaration)
        elif has_right_attributes(child, declaration, schema):
            simple = schema.value_type(declaration)
        else:
            return False
        if simple is not None:
            is_plain = schema.judge.is_right(simple, text, child)
        else:
            is_plain = not text and self._is_right_bare(child, declaration)
        if is_plain and self._types is not None:
            self._types[child] = declaration
        return is_plain

    def _is_right_bare(self, child: _Element, declaration: Element) -> bool:
        """Say whether an element in which nothing is, is right but for attributes."""
        number = declaration.number
        if not child.keys() and self._schema.required_attributes(declaration):
            return False
        if number not in self._bare:
            schema = self._schema
            found, model = schema.complex_type(declaration), schema.model(declaration)
            if declaration.alternatives or found is None or model is None:
                self._bare[number] = False
            else:
                _, faults, _ = typed(child, declaration, schema)
                match = self._matcher.match(child, model, found)
                self._bare[number] = match.is_right and not faults
        return self._bare[number]


def _absent(match: Match, model: Model) -> Iterator[Element]:
    """Yield elements that are told to be missing, or to have lost their tags."""
    yield from (wrapped.wrappers[0] for wrapped in match.wrapped)
    missing = {one.name for one in match.missing}
    if missing:
        yield from (one for one in model.elements if one.local_name in missing)
