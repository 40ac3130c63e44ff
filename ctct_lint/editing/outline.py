"""The elements of a document as a tree with the ranges of their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.parse import parse, parse_foreign
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import qualified
from ctct_lint.slotted import field, slotted
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span
from ctct_lint.xml.locate.tags import MARKUP, AttributeSpans, written_attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from re import Match

    from ctct_lint.engine.parse import Parsed
    from ctct_lint.profiles.profile import Profile

_XML = {"xml": "http://www.w3.org/XML/1998/namespace"}
_DECLARES = lazy(r"\sxmlns[\s:=]")
# In the scope of so many prefixes no element has a list of its own: each is as long.
_MOST_SPACES = 100


@slotted
class Node:
    """An element; its ranges are those of the text that was asked about.

    name     as written, or as it is mended
    whole    from its `<` to the `>` of its end
    opening  the name in its start tag, `closing` that in its end tag: None for
             `<name/>`, empty where the end tag lacks
    content  what stands between its tags; empty for `<name/>`
    spaces   the namespaces in scope, by their prefixes; "" is the default one
    """

    name: str
    whole: Span
    opening: Span
    content: Span
    closing: Span | None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    attributes: tuple[AttributeSpans, ...] = ()
    spaces: Mapping[str, str] = field(default_factory=dict)

    @property
    def local_name(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix of the name, "" for none."""
        return self.name.rpartition(":")[0]

    @property
    def tag(self) -> str:
        """The name in Clark notation."""
        return qualified(self.spaces.get(self.prefix, ""), self.local_name)

    def lineage(self) -> list[Node]:
        """Return the elements from the root down to this one."""
        found: list[Node] = []
        node: Node | None = self
        while node is not None:
            found.append(node)
            node = node.parent
        return found[::-1]


class Section(NamedTuple):
    """A comment or a CDATA section."""

    whole: Span
    is_comment: bool


@slotted
class Outline:
    """The elements of a document: its roots, all of them in document order."""

    text: str
    roots: list[Node] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def innermost(self, offset: int) -> Node | None:
        """Return the deepest element that an offset is in, or at the edge of."""
        found, among = None, self.roots
        while True:
            inner = next((n for n in among if n.whole.holds(offset)), None)
            if inner is None:
                return found
            found, among = inner, inner.children


def parsed_as(text: str, profile: Profile | None) -> Parsed:
    """Return the tree of a document, mended if it has to be; None: of no profile."""
    if profile is None:
        return parse_foreign(text, most=1)
    return parse(text, profile, most=1)


def outline(text: str, profile: Profile | None) -> Outline:
    """Return the elements of a document, well-formed or not."""
    parsed = parsed_as(text, profile)
    found = read(parsed.text, parsed.original or _same)
    found.text = text
    return found


def read(text: str, original: Callable[[int], int] | None = None) -> Outline:
    """Return the elements of a text that is well-formed.

    `original` turns its offsets into those of the text that it was mended from. What
    is not well-formed after all is passed over.
    """
    reader = _Reader(text, original or _same)
    for match in MARKUP.finditer(text):
        reader.take(match)
    reader.finish()
    return reader.outline


def _same(offset: int) -> int:
    return offset


class _Reader:
    """Makes nodes of tags; `_stack` has the open ones."""

    def __init__(self, text: str, original: Callable[[int], int]) -> None:
        self.outline = Outline(text)
        self._text = text
        self._original = original
        self._stack: list[Node] = []

    def take(self, match: Match[str]) -> None:
        if match.lastgroup == "open":
            self._open(match)
        elif match.lastgroup == "close":
            if self._stack:
                start, end = match.span()
                self._close(start, end, self._span(*match.span("close")))
        elif not match[0].startswith("<?"):
            section = Section(self._span(*match.span()), match[0].startswith("<!--"))
            self.outline.sections.append(section)

    def finish(self) -> None:
        """Close what is still open, at the end of the text."""
        end = len(self._text)
        while self._stack:
            self._close(end, end, self._span(end, end))

    def _open(self, match: Match[str]) -> None:
        start, end = match.span()
        at = self._span(end, end)
        parent = self._stack[-1] if self._stack else None
        node = Node(
            match["open"],
            self._span(start, end),
            self._span(*match.span("open")),
            at,
            None,
            parent,
            spaces=_XML if parent is None else parent.spaces,
        )
        if match.end("open") + 2 < end:
            self._read_attributes(node, match.end("open"), end)
        (self.outline.roots if parent is None else parent.children).append(node)
        self.outline.nodes.append(node)
        if self._text[end - 2] != "/":
            self._stack.append(node)

    def _close(self, start: int, end: int, name: Span) -> None:
        node = self._stack.pop()
        node.content = Span(node.content.start, self._original(start))
        node.whole = Span(node.whole.start, self._original(end))
        node.closing = name

    def _read_attributes(self, node: Node, start: int, end: int) -> None:
        node.attributes = tuple(self._attributes(start, end))
        is_full = len(node.spaces) >= _MOST_SPACES
        if not is_full and _DECLARES.search(self._text, start, end):
            node.spaces = {**node.spaces, **dict(self._declared(start, end))}

    def _attributes(self, start: int, end: int) -> Iterator[AttributeSpans]:
        for one in written_attributes(self._text, start, end):
            yield AttributeSpans(one.name, *map(self._original, one[1:]))

    def _declared(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        """Yield the namespaces that a start tag declares, by their prefixes."""
        for one in written_attributes(self._text, start, end):
            if one.name.partition(":")[0] == "xmlns":
                uri = self._text[one.value_start : one.value_end]
                yield one.name.partition(":")[2], uri

    def _span(self, start: int, end: int) -> Span:
        return Span(self._original(start), self._original(end))
