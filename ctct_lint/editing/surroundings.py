"""What is around a cursor: the elements that are open there, and their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.allowed import NamesAround
from ctct_lint.editing.cursor import Where, cursor_at
from ctct_lint.editing.declared import child_of, declared, global_element
from ctct_lint.editing.outline import parsed_as, read
from ctct_lint.editing.pieces import shrunk
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.registry import built_in
from ctct_lint.profiles.xsd import PlainProfile
from ctct_lint.schema.names import qualified
from ctct_lint.text.span import Span
from ctct_lint.xml.chars import is_ncname

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.editing.cursor import Cursor
    from ctct_lint.editing.outline import Node
    from ctct_lint.engine.parse import Parsed
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema

# An instruction is a thing that repair leaves where it is, and no model asks for.
_HERE = "<?ctct-lint-cursor?>"


class Surroundings(NamedTuple):
    """A cursor, and what is known of where it is.

    parent        the innermost element that is open there, None outside the root
    lacks_end     has that no end tag?
    around        what stands beside the cursor already: children of it, or roots
    schema        what the document is described by, None if that is unknown
    declaration   of the parent
    operation     what the document is for
    """

    text: str
    cursor: Cursor
    profile: Profile
    operation: str
    parent: Node | None
    lacks_end: bool
    around: NamesAround
    schema: Schema | None
    declaration: Element | None

    @property
    def is_first(self) -> bool:
        """Is there no element at all yet?"""
        return self.parent is None and not (self.around.before or self.around.after)

    @property
    def spaces(self) -> Mapping[str, str]:
        """The namespaces in scope in the tag that the cursor is in, or there."""
        outer = {} if self.parent is None else self.parent.spaces
        return {**outer, **dict(self._declared())}

    @property
    def tag(self) -> str:
        """The name of the start tag that the cursor is in, in Clark notation."""
        prefix, _, local = self.cursor.name.rpartition(":")
        return qualified(self.spaces.get(prefix, ""), local)

    @property
    def element(self) -> Element | None:
        """The declaration of the element in whose start tag the cursor is."""
        if self.schema is None:
            return None
        if self.declaration is None:
            return global_element(self.schema, self.tag)
        return child_of(self.schema, self.declaration, self.tag)

    def _declared(self) -> list[tuple[str, str]]:
        return [
            (a.name.partition(":")[2], self.text[slice(*a.value)])
            for a in self.cursor.attributes
            if a.name.partition(":")[0] == "xmlns"
        ]


def surroundings(
    text: str, offset: int, profile: Profile | None, asked_for: str | None
) -> Surroundings:
    """Return what is around a cursor; `asked_for` is the operation, if it is known.

    Without a profile nothing is known but the tags.

    What stands before the cursor says what it is in; what stands behind it, what is
    there already. What is far away and whole is not looked into.
    """
    cursor = cursor_at(text, offset)
    hole = cursor.hole
    before, after = shrunk(text[: hole.start]), shrunk(text[hole.end :])
    here = f"{_HERE}{_stand_in(cursor)}"
    parsed = parsed_as(f"{before}{here}{after}", profile)
    found, at = read(parsed.text), parsed.text.find(_HERE)
    parent = _parent(found.roots, at)
    known = profile
    if known is None:
        # A document that is yet to begin may be of the vocabulary that is built in.
        known = PlainProfile("unknown") if found.roots else built_in()
    schema, declaration = known.schema_of(parsed.root), None
    if parent is not None and schema is not None:
        declaration = declared(schema, parent.lineage())
    siblings = found.roots if parent is None else parent.children
    place = Span(at, at + len(here))
    return Surroundings(
        text,
        cursor,
        known,
        known.purpose(parsed.root, asked_for).operation,
        parent,
        _lacks_end(parsed, parent),
        _around(schema, declaration, siblings, place),
        schema,
        declaration,
    )


def _around(
    schema: Schema | None, parent: Element | None, siblings: list[Node], place: Span
) -> NamesAround:
    """Return the names of what stands around a place, as they are meant."""

    def meant(node: Node) -> str:
        known = None
        if schema is not None and parent is not None:
            known = child_of(schema, parent, node.tag)
        return node.tag if known is None else known.name

    return NamesAround(
        [meant(node) for node in siblings if node.whole.end <= place.start],
        [meant(node) for node in siblings if node.whole.start >= place.end],
    )


def _lacks_end(parsed: Parsed, element: Node | None) -> bool:
    """Is there no end tag in the text that was mended?"""
    if element is None or element.closing is None or parsed.original is None:
        return False
    start, end = map(parsed.original, element.closing)
    return start == end


def _stand_in(cursor: Cursor) -> str:
    """Return what stands for the element in whose start tag the cursor is.

    It may be what tells what the document is about.
    """
    local = cursor.name.rpartition(":")[2]
    is_told = cursor.where is not Where.NAME or cursor.is_whole
    return f"<{local}/>" if is_told and is_ncname(local) else ""


def _parent(roots: list[Node], at: int) -> Node | None:
    found, among = None, roots
    while inner := next((n for n in among if _is_in(n.content, at)), None):
        found, among = inner, inner.children
    return found


def _is_in(content: Span, at: int) -> bool:
    return content.start <= at < content.end
