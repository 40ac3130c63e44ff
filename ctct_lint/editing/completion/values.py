"""The values that an attribute or the text at the cursor may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.about import About
from ctct_lint.editing.choices import attribute_choices, text_choices
from ctct_lint.editing.completion.item import Item, ItemKind
from ctct_lint.editing.skeleton import known_value
from ctct_lint.rules.wording import escaped
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.surroundings import Surroundings

# What editors replace is on one line.
_LINE_END = lazy(r"[\r\n]")
_ON = lazy(r"[^<>\r\n]*")
_SIGNS = "<>\r\n"
_BLANKS = " \t"


def attribute_values(here: Surroundings) -> Iterator[Item]:
    """Yield the values of the attribute that the cursor is in."""
    element, cursor = here.element, here.cursor
    is_long = _LINE_END.search(here.text, *cursor.typed)
    if element is None or here.schema is None or is_long:
        return
    written = cursor.attribute
    quote = "" if written.quote else '"'
    about = About(here.schema, element)
    if written.name == "xmlns":
        values: tuple[str, ...] = (element.namespace,) if element.namespace else ()
    else:
        local = written.name.rpartition(":")[2]
        declared = here.schema.attributes(element).named.values()
        found = [a for a in declared if a.name.rpartition("}")[2] == local]
        known = known_value(here.profile, element, local)
        values = attribute_choices(here.schema, found[0]) if found else ()
        values = values or tuple(filter(None, [known]))
        about = about._replace(attribute=found[0] if found else None)
    for value in values:
        text = f"{quote}{escaped(value)}{quote}"
        typed = text if quote else value
        yield Item(value, ItemKind.VALUE, cursor.typed, (text,), typed, about=about)


def text_values(here: Surroundings, offset: int) -> Iterator[Item]:
    """Yield the values of the text that the cursor is in."""
    if here.schema is None or here.declaration is None or here.parent is None:
        return
    span = written_at(here.text, offset)
    above = here.parent.parent
    owner = "" if above is None else above.local_name
    about = About(here.schema, here.declaration, owner)
    for value in text_choices(here.schema, here.declaration, owner):
        text = escaped(value)
        yield Item(value, ItemKind.VALUE, span, (text,), text, about=about)


def written_at(text: str, offset: int) -> Span:
    """Return the text at an offset, on its line and without blanks around it."""
    start = 1 + max(text.rfind(sign, 0, offset) for sign in _SIGNS)
    on = _ON.match(text, offset)
    end = on.end() if on else offset
    while start < offset and text[start] in _BLANKS:
        start += 1
    while end > offset and text[end - 1] in _BLANKS:
        end -= 1
    return Span(start, end)
