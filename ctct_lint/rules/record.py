"""What rules about documents are called with: an element and its children."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.schema.names import WHITE_SPACE, local_name
from ctct_lint.syntax.place import attribute_value, text_span, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.syntax.place import Place

_HOLDERS = (
    ("ContactLists", "ContactList"),
    ("FromEmail", "Email"),
    ("ReplyToEmail", "Email"),
)


class Id(NamedTuple):
    """An id as written, blanks included: an `id` attribute, or the text of `id`."""

    value: str
    owner: str
    element: _Element
    is_attribute: bool

    @property
    def at(self) -> Place:
        """The value's place."""
        if self.is_attribute:
            return attribute_value(self.element, "id")
        return value_of(self.element)

    @property
    def whole(self) -> Place:
        """The value's place, blanks around it included."""
        if self.is_attribute:
            return attribute_value(self.element, "id")
        return text_span(self.element, 0, len(self.value))


class Record:
    """An element whose children are fields: an entry, a campaign, a schedule.

    `fields` holds the first child of each local name in the element's own
    namespace. `entry` is the record of the entry that holds a payload, and of
    an entry itself.
    """

    __slots__ = ("_entry", "_ids", "element", "fields")

    def __init__(self, element: _Element, entry: Record | None = None) -> None:
        self.element = element
        # Not `entry or self`: a cycle would keep the tree until a collection.
        self._entry = entry
        self._ids: tuple[Id, ...] | None = None
        prefix = element.tag.rpartition("}")[0] + "}" if element.tag[0] == "{" else ""
        size = len(prefix)
        fields: dict[str, _Element] = {}
        for child in element.iterchildren():
            tag = child.tag
            if tag.startswith(prefix):
                fields.setdefault(tag[size:], child)
        self.fields = fields

    @property
    def entry(self) -> Record:
        """The entry that holds this payload; the record itself if it is one."""
        return self._entry or self

    def text(self, name: str) -> str:
        """Return a field's trimmed text; "" where it is missing or blank."""
        field = self.fields.get(name)
        return "" if field is None else (field.text or "").strip(WHITE_SPACE)

    def is_empty(self, name: str) -> bool:
        """Is the field there, but blank and without children?"""
        field = self.fields.get(name)
        return field is not None and not self.text(name) and len(field) == 0

    @property
    def ids(self) -> tuple[Id, ...]:
        """Every id of an entry or of a payload, in document order."""
        if self._ids is None:
            self._ids = tuple(self._find_ids())
        return self._ids

    def _find_ids(self) -> Iterator[Id]:
        own = self.fields.get("id")
        if own is not None and own.text:
            yield Id(own.text, local_name(self.element), own, is_attribute=False)
        value = self.element.get("id")
        if value is not None:
            owner = local_name(self.element)
            yield Id(value, owner, self.element, is_attribute=True)
        for holder, owner in _HOLDERS:
            for child in self.fields.get(holder, ()):
                value = child.get("id")
                if value is not None:
                    yield Id(value, owner, child, is_attribute=True)
