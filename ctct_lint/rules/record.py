"""What rules about documents are called with: an element and its children."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.rules.ids import are_plain
from ctct_lint.schema.names import WHITE_SPACE, local_name
from ctct_lint.syntax.place import attribute_value, text_span, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.syntax.place import Place

_NAMED_IN = (
    ("ContactLists", "ContactList"),
    ("FromEmail", "Email"),
    ("ReplyToEmail", "Email"),
)


class Id(NamedTuple):
    """An id as written, blanks included: an `id` attribute, or the text of `id`."""

    value: str
    owner: str
    record: Record
    holder: _Element | None

    @property
    def at(self) -> Place:
        """The value's place."""
        if self.holder is None:
            return value_of(self.record.fields["id"])
        return attribute_value(self.holder, "id")

    @property
    def whole(self) -> Place:
        """The value's place, blanks around it included."""
        if self.holder is None:
            return text_span(self.record.fields["id"], 0, len(self.value))
        return attribute_value(self.holder, "id")


class Record:
    """An element whose children are fields: an entry, a campaign, a schedule.

    `fields` holds the first child of each local name in the element's own
    namespace. `entry` is the record of the entry that holds a payload, and of an
    entry itself.
    """

    __slots__ = ("_doubtful", "_entry", "element", "fields")

    def __init__(self, element: _Element, entry: Record | None = None) -> None:
        self.element = element
        # Not `entry or self`: a cycle would keep the tree until a collection.
        self._entry = entry
        self._doubtful: tuple[Id, ...] | None = None
        size = element.tag.rfind("}") + 1
        # Backwards, so that the first of each name stays. What is cut off is our own
        # namespace: another of its length is ours misspelt, and has been mended.
        backwards = element.iterchildren(reversed=True)
        self.fields = {child.tag[size:]: child for child in backwards}

    @property
    def entry(self) -> Record:
        """The entry that holds this payload; the record itself if it is one."""
        return self._entry or self

    def has(self, name: str) -> bool:
        """Is the field there?"""
        return name in self.fields

    def longer(self, limits: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        """Yield the limits, in code points, that the fields' texts as they are pass."""
        fields = self.fields
        for name, limit in limits:
            field = fields.get(name)
            if field is not None and len(field.text or "") > limit:
                yield name, limit

    def text(self, name: str) -> str:
        """Return a field's trimmed text; "" where it is missing or blank."""
        field = self.fields.get(name)
        return "" if field is None else (field.text or "").strip(WHITE_SPACE)

    def is_empty(self, name: str) -> bool:
        """Is the field there, but without text and children?"""
        field = self.fields.get(name)
        if field is None:
            return False
        text = field.text
        return (not text or not text.strip(WHITE_SPACE)) and not len(field)

    @property
    def doubtful_ids(self) -> tuple[Id, ...]:
        """Every id of a payload and its entry; none if all are in order."""
        if self._doubtful is None:
            ids = [*self.entry.find_ids(), *self.find_ids()]
            self._doubtful = () if are_plain(ids) else tuple(ids)
        return self._doubtful

    def find_ids(self) -> list[Id]:
        """Return the ids of this element and of what its fields refer to."""
        found = []
        own = self.fields.get("id")
        if own is not None and own.text:
            found.append(Id(own.text, local_name(self.element), self, None))
        value = self.element.get("id")
        if value is not None:
            found.append(Id(value, local_name(self.element), self, self.element))
        for name, owner in _NAMED_IN:
            for child in self.fields.get(name, ()):
                value = child.get("id")
                if value is not None:
                    found.append(Id(value, owner, self, child))
        return found
