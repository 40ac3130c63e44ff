"""What the scanner makes of a text: tokens that cover all of it, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.slotted import slotted
from ctct_lint.xml.chars import SPACE, skip_space
from ctct_lint.xml.draft import Draft, Sketch, TextEdit, draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source

_T = TypeVar("_T")


# The sorts of tokens. Words, as each is asked for at every token: to look up a member
# of an enumeration takes ten times as long before Python 3.12.
Kind = Literal["text", "start", "end", "comment", "section", "instruction", "doctype"]


class Stretch(NamedTuple):
    """The range of a text, or of the value of an attribute."""

    start: int
    end: int
    is_value: bool = False


@slotted
class Attribute:
    """One attribute; `start` is where the white space before its name begins.

    `name` is what it is called once mended; the value range has no quotes.
    """

    name: str
    start: int
    name_start: int
    name_end: int
    value_start: int
    value_end: int
    end: int


@slotted
class Token:
    """A piece of the text with the faults that are its own.

    name       of a tag, instruction or document type, as written; it begins `name_at`
               characters behind the start, and `name_size` are written
    proper     the name once mended, the same in nearly all tokens
    stretches  its text, or the values, where something may be wrong inside
    finished   False: a start tag without its `>`, where `good_end` says it ends
    good_end   ... and where the last attribute of a start tag ends, 0 if it has none
    cut        the text ends inside this token
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    # Small numbers are there once, offsets take memory for each of a million tags.
    name_at: int = 0
    name_size: int = 0
    proper: str = ""
    attributes: Sequence[Attribute] = ()
    drafts: Sequence[Draft | Sketch] = ()
    stretches: Sequence[Stretch] = ()
    empty: bool = False
    finished: bool = True
    cut: bool = False
    good_end: int = 0
    name_draft: Draft | None = None

    @property
    def name_start(self) -> int:
        """Where the name begins."""
        return self.start + self.name_at

    @property
    def name_end(self) -> int:
        """Where the name ends."""
        return self.start + self.name_at + self.name_size

    def fault(self, kind: str, *edits: TextEdit) -> Draft:
        """Return a fault at the name of this token."""
        return Draft(kind, self.name_start, self.name_end, self.name, list(edits))

    def add(self, *drafts: Draft | Sketch) -> None:
        """Note faults inside this token."""
        self.drafts = _longer(self.drafts, *drafts)

    def add_attribute(self, attribute: Attribute) -> None:
        """Note an attribute."""
        self.attributes = _longer(self.attributes, attribute)

    def add_value(self, source: Source, start: int, end: int) -> None:
        """Note the range of a value, if it has signs that may be wrong."""
        text = source.text
        if text.find("&", start, end) >= 0 or text.find("<", start, end) >= 0:
            value = Stretch(start, end, is_value=True)
            self.stretches = _longer(self.stretches, value)

    @property
    def has_attributes(self) -> bool:
        """Does it have any?"""
        return bool(self.attributes)

    def may_name_namespaces(self) -> bool:
        """Tell if the name of an attribute may have a prefix, or declare one.

        That of a fault may be meant as one.
        """
        return bool(self.attributes or self.drafts)

    def may_declare_prefixes(self) -> bool:
        """Tell if the name of an attribute may begin with `xmlns:`."""
        return bool(self.attributes)

    def part(self, start: int, end: int) -> Token:
        """Return a part of a text; what may be wrong in it may be so in the part."""
        stretches = (Stretch(start, end),) if self.stretches else ()
        return Token("text", start, end, stretches=stretches)

    def around(self, tag: Token) -> list[Token]:
        """Return a tag that is found in this text, and what of the text is around."""
        before, after = self.part(self.start, tag.start), self.part(tag.end, self.end)
        return [one for one in (before, tag, after) if one.start < one.end]

    @property
    def is_lost(self) -> bool:
        """Is it a start tag that is not there, with the fault of its end tag?"""
        return self.start == self.end and bool(self.drafts)

    @property
    def unclosed(self) -> Draft | None:
        """The fault of a section that is never closed; None of anything else."""
        faults = self.drafts if self.kind == "section" else ()
        kind = "unclosed-cdata"
        return next(
            (d for d in faults if isinstance(d, Draft) and d.kind == kind), None
        )

    @property
    def is_tag(self) -> bool:
        """A start or an end tag."""
        return self.kind in {"start", "end"}


def _longer(known: Sequence[_T], *more: _T) -> Sequence[_T]:
    """Return what is known with more at its end; a list only where that is needed."""
    if not known:
        return more
    longer = known if isinstance(known, list) else list(known)
    longer.extend(more)
    return longer


def slash_of(text: str, tag: Token) -> tuple[int, int]:
    """Return where the slash of an empty element's tag is, and where its `>` is.

    It may be a backslash, or there are several. An unfinished tag has no `>`, and ends
    with its slash.
    """
    if not tag.finished:
        return tag.end - 1, tag.end
    start = max(tag.good_end, tag.name_end)
    end = tag.end - 1
    before = text[start:end].rstrip(f"/\\{SPACE}")
    return skip_space(text, start + len(before)), end


def take_slash(text: str, tag: Token) -> Draft:
    """Make an empty element's tag a start tag; return the fault of its slash."""
    slash, end = slash_of(text, tag)
    edit = TextEdit(slash, end, "")
    fault = draft("malformed-attribute", text, slash, slash + 1, edit)
    fault.owner = tag.name
    tag.empty = False
    tag.drafts = [d for d in tag.drafts if d.start < slash]
    for sketch in (d for d in tag.drafts if isinstance(d, Sketch)):
        # It may have taken over the fault of a wrong slash.
        sketch.edits = tuple(edit for edit in sketch.edits if edit.end <= slash)
    return fault
