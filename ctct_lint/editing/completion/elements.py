"""Elements that may stand at the cursor and do not stand there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.about import About
from ctct_lint.editing.allowed import allowed
from ctct_lint.editing.completion.item import Item, ItemKind, Rank
from ctct_lint.editing.cursor import Where
from ctct_lint.editing.names import spelling
from ctct_lint.editing.skeleton import Destination, Skeleton
from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.components.element import Element
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.surroundings import Surroundings
    from ctct_lint.schema.schema import Schema

_Found = tuple["Schema", Element, bool]


def elements(here: Surroundings) -> Iterator[Item]:
    """Yield the elements, in the order of the schema."""
    return (_item(here, *one) for one in _candidates(here))


def _candidates(here: Surroundings) -> Iterator[_Found]:
    """Yield what may stand here: its schema, its declaration, must it be there?"""
    schema, parent = here.schema, here.declaration
    if schema is None:
        return
    if parent is None:
        if here.is_first:
            yield from _documents(here, schema)
        return
    model = schema.model(parent)
    if model is None:
        return
    terms = list(allowed(model, here.around, here.operation))
    for term, is_required in terms:
        if isinstance(term, Element) and not term.abstract:
            yield schema, term, is_required
    if any(isinstance(term, Wildcard) for term, _ in terms):
        yield from _let_in(here, schema, [t for t, _ in terms])


def _documents(here: Surroundings, schema: Schema) -> Iterator[_Found]:
    """Yield the elements that a document may begin with."""
    model = here.profile.content_model(here.text)
    for root in _roots(schema):
        if model.root_tag(root.local_name):
            yield schema, root, False


def _let_in(
    here: Surroundings, schema: Schema, terms: list[Element | Wildcard]
) -> Iterator[_Found]:
    """Yield what a wildcard lets in that is known."""
    parent = here.declaration
    owner = "" if parent is None else parent.local_name
    known = here.profile.let_in(owner, here.operation)
    if known:
        if not (here.around.before or here.around.after):
            yield from ((of, element, True) for of, element in known)
        return
    named = {t.name for t in terms if isinstance(t, Element)}
    wildcards = [t for t in terms if isinstance(t, Wildcard)]
    for root in _roots(schema):
        is_let_in = any(w.matches(root.name) for w in wildcards)
        if is_let_in and root.name not in named:
            yield schema, root, False


def _roots(schema: Schema) -> Iterator[Element]:
    components = schema.components
    every = (components.elements[number] for number in components.roots.values())
    return (element for element in every if not element.abstract)


def _item(
    here: Surroundings,
    schema: Schema,
    element: Element,
    is_required: bool,  # noqa: FBT001
) -> Item:
    owner = "" if here.declaration is None else here.declaration.local_name
    typed = here.cursor.name.rpartition(":")[0]
    liked = typed or ("" if here.parent is None else here.parent.prefix)
    destination = Destination(
        owner, {} if here.parent is None else here.parent.spaces, liked
    )
    written = spelling(element, destination.spaces, liked, holds_unqualified=False).name
    about = About(schema, element, owner)
    rank = _rank(here, element, is_required=is_required)
    if here.cursor.is_whole:
        # Only the name is asked for: the rest of the tag is there.
        name, parts = here.cursor.hole.start + 1, (written,)
        span = Span(name, name + len(here.cursor.name))
        return Item(written, ItemKind.ELEMENT, span, parts, written, rank, about=about)
    made = Skeleton(schema, here.profile, here.operation).element(element, destination)
    sign = "<" if here.cursor.where is Where.NAME else ""
    local = written.rpartition(":")[2]
    compared = f"{sign}{typed}:{local}" if typed else f"{sign}{written}"
    detail = "required" if rank is Rank.REQUIRED else ""
    return Item(
        written,
        ItemKind.ELEMENT,
        here.cursor.hole,
        tuple(made),
        compared,
        rank,
        detail,
        about,
    )


def _rank(here: Surroundings, element: Element, *, is_required: bool) -> Rank:
    facts = dict(element.facts)
    if is_required:
        return Rank.REQUIRED
    if here.operation in facts.get("wanted", "").split():
        return Rank.WANTED
    is_answer = here.operation in here.profile.answers
    is_given = facts.get("readonly") == "true" and not is_answer
    return Rank.READ_ONLY if is_given else Rank.OPTIONAL
