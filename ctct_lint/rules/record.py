"""What rules about documents are called with: an element and its children."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.rules.ids import are_plain
from ctct_lint.schema.names import WHITE_SPACE, local_name
from ctct_lint.syntax.place import attribute_value, text_span, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.syntax.place import Place

_NAMED_IN = {
    "ContactLists": "ContactList",
    "FromEmail": "Email",
    "ReplyToEmail": "Email",
}


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

    Of each local name in the element's own namespace the first child counts.
    Built for every document: what is not asked for is not looked up.
    """

    __slots__ = (
        "_doubtful",
        "_entry",
        "_fields",
        "_prefix",
        "_textless",
        "_texts",
        "element",
    )

    def __init__(self, element: _Element, entry: Record | None = None) -> None:
        self.element = element
        # Not `entry or self`: a cycle would keep the tree until a collection.
        self._entry = entry
        self._prefix = _prefix(element)
        self._textless: set[str] | None = None
        self._doubtful: tuple[Id, ...] | None = None
        self._fields: dict[str, _Element] | None = None
        size = len(self._prefix)
        # Backwards, so that the first of each name stays. What is cut off is our own
        # namespace: another of its length is ours misspelt, and has been mended.
        backwards = element.iterchildren(reversed=True)
        self._texts = {child.tag[size:]: child.text for child in backwards}

    @property
    def entry(self) -> Record:
        """The entry that holds this payload; the record itself if it is one."""
        return self._entry or self

    @property
    def fields(self) -> dict[str, _Element]:
        """The fields' elements by name, for findings to point at."""
        if self._fields is None:
            backwards = self.element.iterchildren(reversed=True)
            own = [child for child in backwards if child.tag.startswith(self._prefix)]
            self._fields = {local_name(child): child for child in own}
        return self._fields

    def has(self, name: str) -> bool:
        """Is the field there?"""
        return name in self._texts

    def text(self, name: str) -> str:
        """Return a field's trimmed text; "" where it is missing or blank."""
        text = self._texts.get(name)
        return text.strip(WHITE_SPACE) if text else ""

    def raw(self, name: str) -> str:
        """Return a field's text as it is; "" where it is missing."""
        return self._texts.get(name) or ""

    def is_empty(self, name: str) -> bool:
        """Is the field there, but without text and children?"""
        if self._textless is None:
            items = self._texts.items()
            self._textless = {
                name for name, text in items if not text or text.isspace()
            }
        return name in self._textless and not len(self.fields[name])

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
        own = self.raw("id")
        if own:
            found.append(Id(own, local_name(self.element), self, None))
        value = self.element.get("id")
        if value is not None:
            found.append(Id(value, local_name(self.element), self, self.element))
        holders = [self._prefix + n for n in _NAMED_IN if n in self._texts]
        for holder in self.element.iterchildren(*holders) if holders else ():
            owner = _NAMED_IN[local_name(holder)]
            for child in holder:
                value = child.get("id")
                if value is not None:
                    found.append(Id(value, owner, self, child))
        return found


def _prefix(element: _Element) -> str:
    return element.tag[: element.tag.rfind("}") + 1]
