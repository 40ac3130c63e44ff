"""One rich field of a campaign: its text, and what follows from the text alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ctct_lint.html.glance import Glance, glance
from ctct_lint.html.traits import (
    ALL,
    FRAME,
    UNTRACKED,
    XHTML,
    of_style_sheet,
    of_text,
    of_words,
)
from ctct_lint.html.tree import FRAGMENT, parse
from ctct_lint.model.place import content_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.html.attributes import Attribute, Slip
    from ctct_lint.html.faults import Faults
    from ctct_lint.html.tags import Tag, TagReading
    from ctct_lint.model.place import Place

EMAIL, TEXT = "EmailContent", "EmailTextContent"
REMINDER, STYLE = "PermissionReminderText", "StyleSheet"
FIELDS = (EMAIL, TEXT, REMINDER, STYLE)

_UNREAD = object()
_NO_TAGS = Glance(frozenset(), FRAME | UNTRACKED, is_balanced=True)


class Content:
    """The content of a field that has text and no child elements.

    name       the field: `EmailContent`, `EmailTextContent`, ...
    text       its text with the file's references resolved, as it will be read
    is_xhtml   is `EmailContentFormat` `XHTML`?
    element    the field's element, for places only

    All that takes time is done when it is asked for, once.
    """

    __slots__ = (
        "__weakref__",
        "_faults",
        "_glance",
        "_has_markup",
        "_names",
        "_root",
        "_tags",
        "element",
        "is_xhtml",
        "name",
        "text",
    )

    def __init__(
        self, element: _Element, name: str, text: str, *, is_xhtml: bool
    ) -> None:
        self.element = element
        self.name = name
        self.text = text
        self.is_xhtml = is_xhtml
        self._has_markup = name != STYLE and "<" in text
        self._root: _Element | object | None = _UNREAD
        # False: not looked yet.
        self._glance: Glance | Literal[False] | None = False
        self._names: frozenset[str] | None = None
        self._tags: TagReading | None = None
        self._faults: dict[bool, Faults] = {}

    # ------------------------------------------------------------ what it is

    @property
    def root(self) -> _Element | None:
        """The tree of the text if it is well-formed XML, else None.

        Entities of HTML and a document type do not matter. Its tag is `fragment`
        where the text has not exactly one root: bare words, for instance. The tree
        has no offsets; where a tag is, `start_tags()` knows.
        """
        if self._root is _UNREAD:
            self._root = None if self.name == STYLE else parse(self.text)
        return self._root  # type: ignore[return-value]

    @property
    def is_fragment(self) -> bool:
        """Is it well-formed, but no document of one root element?"""
        return self.root is not None and self.root.tag == FRAGMENT

    @property
    def tag_names(self) -> frozenset[str]:
        """The lower-case names of all tags."""
        found = self._glanced()
        if found is not None:
            return found.names
        if self._names is None:
            self._names = frozenset([tag.lower for tag in self.tags])
        return self._names

    @property
    def traits(self) -> int:
        """The flags of `html.traits` that are set; in doubt all of them."""
        if self.name == STYLE:
            return of_text(self.text) | of_style_sheet(self.text)
        found = self._glanced()
        if found is None:
            return ALL
        flags = found.traits | of_text(self.text)
        if self.name != REMINDER:  # of that only a page is said to be too much
            flags |= of_words(self.text)
        if "style" in found.names:
            flags |= of_style_sheet(self.text)
        return flags | XHTML if self.is_xhtml else flags

    def _glanced(self) -> Glance | None:
        if self._glance is False:
            self._glance = glance(self.text) if self._has_markup else _NO_TAGS
        return self._glance

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All start and end tags in order, in any HTML, however broken."""
        return self._read().tags

    @property
    def slips(self) -> tuple[Slip, ...]:
        """What is not written as it should be inside of tags, by position."""
        return self._read().slips

    def start_tags(self, *names: str) -> Iterator[Tag]:
        """Yield the start tags of these lower-case names; all without a name."""
        for tag in self.tags:
            if not tag.is_end and (not names or tag.lower in names):
                yield tag

    def end_tags(self, *names: str) -> Iterator[Tag]:
        """Yield the end tags of these lower-case names; all without a name."""
        for tag in self.tags:
            if tag.is_end and (not names or tag.lower in names):
                yield tag

    def _read(self) -> TagReading:
        if self._tags is None:
            from ctct_lint.html.tags import read_tags

            text = self.text if self._has_markup else ""
            self._tags = read_tags(text, is_sure=self._glanced() is not None)
        return self._tags

    # ------------------------------------------------------------ what is wrong

    def faults(self, *, as_xml: bool) -> Faults:
        """Return the first faults by position, with the number of the others.

        as_xml  what keeps the text from being XML with one root, if it was meant to
                have one; else: which tags of it, as HTML, do not match

        There are none where it has no tags. The places are spans of the text.
        """
        from ctct_lint.html.faults import Faults, faults_as_html, faults_as_xml

        if self.is_sound(as_xml=as_xml):
            return Faults()
        if as_xml not in self._faults:
            find = faults_as_xml if as_xml else faults_as_html
            self._faults[as_xml] = find(self.text, self._read(), self.name)
        return self._faults[as_xml]

    def is_sound(self, *, as_xml: bool) -> bool:
        """Is it clear without a closer look that it has none of these faults?"""
        if not self._has_markup:
            return True
        return self._is_xml() if as_xml else self._is_balanced()

    def _is_xml(self) -> bool:
        if self.root is None:
            return False
        # `<html>` and more behind it is no fragment, but a document with a fault.
        return not self.is_fragment or not self._read().is_document

    def _is_balanced(self) -> bool:
        found = self._glanced()
        return found is not None and found.is_balanced

    # ------------------------------------------------------------ where it is

    def span(self, start: int, end: int) -> Place:
        """Return the place of `text[start:end]`; of `start == end` to insert there."""
        return content_span(self.element, start, end)

    def name_of(self, tag: Tag) -> Place:
        """Return the place of a tag's name."""
        return self.span(tag.name_start, tag.name_end)

    def whole(self, tag: Tag) -> Place:
        """Return the place of a tag from `<` to `>`."""
        return self.span(tag.start, tag.end)

    def attribute_name(self, attribute: Attribute) -> Place:
        """Return the place of an attribute's name."""
        return self.span(attribute.start, attribute.end)

    def attribute_value(self, attribute: Attribute) -> Place:
        """Return the place of an attribute's value; its name where that is empty."""
        if attribute.value_start < attribute.value_end:
            return self.span(attribute.value_start, attribute.value_end)
        return self.attribute_name(attribute)
