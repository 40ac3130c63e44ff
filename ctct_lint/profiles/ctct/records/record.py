"""What rules about documents are called with: an element and its children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.profiles.ctct.names import ATOM, CONTENT_TYPE, local_names_in
from ctct_lint.profiles.ctct.records.ids import NAMED, Id, are_plain
from ctct_lint.profiles.ctct.records.texts import attribute_text
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.schema.names import children, local_name, namespace
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

# The fields whose text is markup or a style sheet of its own.
MARKUP = frozenset(
    {"EmailContent", "EmailTextContent", "PermissionReminderText", "StyleSheet"}
)
_NAMED_IN = (
    ("ContactLists", "ContactList"),
    ("FromEmail", "Email"),
    ("ReplyToEmail", "Email"),
)
_OF_TEXTS = frozenset({"text", "html", "xhtml"})
_TYPES = {
    "title": _OF_TEXTS,
    "summary": _OF_TEXTS,
    "content": _OF_TEXTS | {CONTENT_TYPE},
}
_MOST_CHOICES = 4
# What rules are `on`, by the tags of payloads.
KINDS = {resource.tag: resource.name for resource in CHECKED.values()}


class Record:
    """An element whose children are fields: an entry, or one of the payloads.

    `fields` holds the first child of each local name in the element's own
    namespace (those `chosen` instead of it, if any), `texts` their texts as they
    are, "" for none. `entry` is the record of the entry that holds a payload, and of
    an entry itself.
    """

    __slots__ = (
        "_choices",
        "_doubtful",
        "_entry",
        "_ids",
        "_tags",
        "_values",
        "element",
        "fields",
        "texts",
    )

    def __init__(
        self,
        element: _Element,
        entry: Record | None = None,
        chosen: Iterable[_Element] = (),
    ) -> None:
        self.element = element
        # Not `entry or self`: a cycle would keep the tree until a collection.
        self._entry = entry
        self._choices: list[Record] | None = None
        self._doubtful: tuple[Id, ...] | None = None
        self._ids: list[tuple[str, str, _Element, str]] | None = None
        self._tags: frozenset[str] | None = None
        self._values: str | None = None
        names = local_names_in(element.tag[: element.tag.rfind("}") + 1])
        # Backwards, so that the first of each name stays.
        inside = [*reversed(children(element)), *chosen]
        fields = {names[child.tag]: child for child in inside}
        fields.pop("", None)
        self._unwrap(fields)
        texts: dict[str, str] = {}
        for name, field in fields.items():
            child = field
            if len(field) and field[0].tag == field.tag:
                # A field may stand in itself; what it says is said there.
                child = fields[name] = field[0]
            texts[name] = child.text or attribute_text(child)
        self.fields: dict[str, _Element] = fields
        self.texts = texts

    def _unwrap(self, fields: dict[str, _Element]) -> None:
        """Add the fields round which stands an element of no name that is known."""
        known = children_of(local_name(self.element))
        strange = [f for name, f in fields.items() if name not in known and len(f)]
        for wrapper in strange:
            inside = {local_name(child): child for child in reversed(children(wrapper))}
            if inside.keys() <= known.keys():
                fields.update((n, f) for n, f in inside.items() if n not in fields)

    @property
    def kind(self) -> str:
        """What rules are `on` that are called with it."""
        return KINDS.get(self.element.tag, "entry")

    @property
    def entry(self) -> Record:
        """The entry that holds this payload; the record itself if it is one."""
        return self._entry or self

    def choices(self) -> list[Record]:
        """Return this record with the other ones of fields that stand twice.

        There are mostly none. The second record has the second of each such field,
        and so on; of more than four fields of a name the others do not matter. Those of
        an entry are asked for by each of its payloads.
        """
        if self._choices is None:
            self._choices = self._other_ones()
        return self._choices

    def _other_ones(self) -> list[Record]:
        above = [] if self._entry is None else self._entry.choices()
        doubles = self._doubles()
        if not (above or doubles):
            return []
        sizes = [len(found) for found in doubles]
        count = min(max([len(above) + 1, *sizes]), _MOST_CHOICES)
        return [
            Record(
                self.element,
                above[min(n, len(above)) - 1] if above else self._entry,
                [found[min(n, len(found) - 1)] for found in doubles],
            )
            for n in range(1, count)
        ]

    def _doubles(self) -> list[list[_Element]]:
        """Return the fields of each name that stands twice, but may only once."""
        if len(self.fields) == len(self.element):
            return []
        by_tag: dict[str, list[_Element]] = {}
        for child in self.element:
            by_tag.setdefault(child.tag, []).append(child)
        doubles = [found for found in by_tag.values() if len(found) > 1]
        return [found for found in doubles if _stands_once(found[0], self.element)]

    def has(self, name: str) -> bool:
        """Is the field there?"""
        return name in self.fields

    @property
    def tags(self) -> frozenset[str]:
        """The tags of the element and of all that it holds."""
        if self._tags is None:
            self._tags = frozenset(one.tag for one in self.element.iter("*"))
        return self._tags

    def text(self, name: str) -> str:
        """Return a field's trimmed text; "" where it is missing or blank."""
        text = self.texts.get(name)
        return text.strip(WHITE_SPACE) if text else ""

    @property
    def values(self) -> str:
        """The texts of all fields but those that hold markup, a line each."""
        if self._values is None:
            plain = [text for name, text in self.texts.items() if name not in MARKUP]
            self._values = "\n".join(plain)
        return self._values

    @property
    def has_odd_type(self) -> bool:
        """Has a text or the content of an entry a `type` that is not as usual?"""
        for name, usual in _TYPES.items():
            field = self.fields.get(name)
            if field is not None and field.get("type", "text") not in usual:
                return True
        return False

    def is_empty(self, name: str) -> bool:
        """Is the field there, but without text and children?"""
        if self.texts.get(name, "x").strip(WHITE_SPACE):
            return False
        return not len(self.fields[name])

    @property
    def doubtful_ids(self) -> tuple[Id, ...]:
        """Every id of a payload and its entry; none if all are in order."""
        if self._doubtful is None:
            entry = self.entry
            both = (entry._named(), self._named())  # noqa: SLF001 - of its own kind
            ids = tuple([(one[1], one[0]) for own in both for one in own])
            if are_plain(ids):
                self._doubtful = ()
            else:
                self._doubtful = (*entry.find_ids(), *self.find_ids())
        return self._doubtful

    def find_ids(self) -> list[Id]:
        """Return the ids of this element and of what its fields refer to."""
        return [Id(*one) for one in self._named()]

    def _named(self) -> list[tuple[str, str, _Element, str]]:
        """Return what each id consists of: tuples take less time to make.

        Those of an entry are asked for by each of its payloads.
        """
        if self._ids is None:
            self._ids = self._find_named()
        return self._ids

    def _find_named(self) -> list[tuple[str, str, _Element, str]]:
        found: list[tuple[str, str, _Element, str]] = []
        element, own = self.element, self.texts.get("id")
        of = [(local_name(element), element)]
        if own:
            found.append((own, of[0][0], self.fields["id"], ""))
        for name, owner in _NAMED_IN:
            if name in self.fields:
                of += [(owner, child) for child in children(self.fields[name])]
        if not self.fields.keys().isdisjoint(NAMED):
            # They stand alone where their wrapper should.
            alone = ((local_name(child), child) for child in children(element))
            of += [one for one in alone if one[0] in NAMED]
        for owner, named in of:
            value, attribute = named.get("id"), "id"
            if value is None and named.keys():
                attribute = _meant_as_id(named)
                value = named.get(attribute) if attribute else None
            if value is not None:
                found.append((value, owner, named, attribute))
        return found


def _meant_as_id(element: _Element) -> str:
    """Return the attribute that is a misspelt `id`, or ""."""
    from ctct_lint.text.spelling import closest

    names = map(str, element.keys())
    return next((name for name in names if closest(name, ("id",))), "")


def _stands_once(field: _Element, parent: _Element) -> bool:
    """May there be only one such field? In Atom the facts say so."""
    if namespace(parent) != ATOM:
        return True
    fact = children_of(local_name(parent)).get(local_name(field))
    return fact is not None and fact.at_most == 1
