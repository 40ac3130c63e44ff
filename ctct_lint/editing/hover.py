"""What is told of the element, the attribute or the value at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.about import About, markdown
from ctct_lint.editing.completion.values import written_at
from ctct_lint.editing.cursor import Where
from ctct_lint.editing.surroundings import surroundings
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from ctct_lint.editing.surroundings import Surroundings
    from ctct_lint.profiles.profile import Profile


class Hover(NamedTuple):
    """What is told, as Markdown, and of which range."""

    span: Span
    text: str


def hover(
    text: str, offset: int, profile: Profile | None, operation: str | None = None
) -> Hover | None:
    """Return what the schema and the facts say of what is at an offset, if anything."""
    here = surroundings(text, offset, profile, operation)
    match here.cursor.where:
        case Where.NAME:
            name = here.cursor.hole.start + 1
            return _element(here, Span(name, name + len(here.cursor.name)))
        case Where.END_NAME:
            start = here.cursor.typed.start
            written = text[start : here.cursor.typed.end].rstrip("> \t\r\n")
            return _open(here, Span(start, start + len(written)))
        case Where.ATTRIBUTE | Where.VALUE:
            return _attribute(here)
        case Where.TEXT | Where.CDATA:
            return _value(here, offset)
        case _:
            return None


def _element(here: Surroundings, span: Span) -> Hover | None:
    if here.schema is None or here.element is None:
        return None
    owner = "" if here.declaration is None else here.declaration.local_name
    return Hover(span, markdown(About(here.schema, here.element, owner)))


def _open(here: Surroundings, span: Span) -> Hover | None:
    """Return what is told of the innermost element that is open."""
    if here.schema is None or here.declaration is None or here.parent is None:
        return None
    above = here.parent.parent
    owner = "" if above is None else above.local_name
    return Hover(span, markdown(About(here.schema, here.declaration, owner)))


def _attribute(here: Surroundings) -> Hover | None:
    element, schema = here.element, here.schema
    found = [a for a in here.cursor.attributes if here.cursor.typed in {a.at, a.value}]
    if not found or element is None or schema is None:
        return None
    local = found[0].name.rpartition(":")[2]
    for attribute in schema.attributes(element).named.values():
        if attribute.name.rpartition("}")[2] == local:
            about = About(schema, element, attribute=attribute)
            return Hover(here.cursor.typed, markdown(about))
    return None


def _value(here: Surroundings, offset: int) -> Hover | None:
    """Return what is told of the element whose text it is."""
    if here.schema is None or here.declaration is None:
        return None
    span = written_at(here.text, offset)
    is_text = here.schema.simple_type(here.declaration) is not None
    return _open(here, span) if is_text and span.start < span.end else None
