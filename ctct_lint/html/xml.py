"""What keeps the text of a field from being XML, as XHTML has to be.

The project's own repair finds it. A document type and the entities of HTML are no
faults here, and an element that has no end tag in HTML is one fault by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.html.model import HtmlModel
from ctct_lint.html.names import VOID, address_at
from ctct_lint.html.tree import FRAGMENT
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.repair.repair import repair

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from ctct_lint.html.tags import Tag, TagReading
    from ctct_lint.model.place import Place

# There is nothing to say that could be repaired.
_OF_NOTHING = frozenset({"empty-document", "no-element"})
# A fragment's own element is not there to have anything beside it.
_OF_ROOTS = frozenset({"second-root", "text-outside-root"})


def xml_faults(
    text: str, read: TagReading, owner: str, most: int
) -> tuple[Iterator[Fault], Counter[str]]:
    """Return the faults of a text that is not well-formed, and how many others.

    The places count its own characters. Of each kind the repair tells `most`.
    """
    void = _unclosed_void(text, read.tags)
    copy = _Copy.of(text, [tag.end - 1 for tag in void], whole=read.is_document)
    mended = repair(copy.text, HtmlModel(), most)
    prolog = read.tags[0].start if read.tags else len(text)
    told = _told(text, copy, mended.faults, owner, prolog)
    return chain((_void_fault(text, tag) for tag in void), told), mended.left_out


def _told(
    text: str, copy: _Copy, faults: Sequence[Fault], owner: str, prolog: int
) -> Iterator[Fault]:
    cuts = {fault.at for fault in faults if fault.kind == "truncated-document"}
    for fault in faults:
        # A text that is cut off behind a `<` has no stray `<` as well.
        is_said = fault.kind == "bare-less-than" and fault.at in cuts
        moved = None if is_said else copy.back(fault, owner)
        if moved and not _is_harmless(moved, prolog):
            yield _with_address(moved, text)


def _with_address(fault: Fault, text: str) -> Fault:
    if fault.kind != "bare-less-than":
        return fault
    return fault._replace(detail=address_at(text, fault.at.end))


def _is_harmless(fault: Fault, prolog: int) -> bool:
    if fault.kind == "doctype":
        return fault.at.start < prolog
    return fault.kind in _OF_NOTHING


def _unclosed_void(text: str, tags: Sequence[Tag]) -> list[Tag]:
    """Return the tags like `<br>`, that XML takes for start tags."""
    found = []
    for number, tag in enumerate(tags):
        if tag.lower in VOID and not (
            tag.is_end or tag.self_closing or tag.trouble or _has_slash(text, tag)
        ):
            following = tags[number + 1] if number + 1 < len(tags) else tag
            if not following.is_end or following.name != tag.name:
                found.append(tag)
    return found


def _has_slash(text: str, tag: Tag) -> bool:
    """Tell whether a tag ends in `/ >`: the space is its fault, and repair says it."""
    slash = tag.end - 2
    while _is_blank(text[slash]):
        slash -= 1
    if text[slash] != "/":
        return False
    # In `src=a/ >` the slash belongs to the value.
    return not any(a.value_start <= slash < a.value_end for a in tag.attributes[-1:])


def _is_blank(character: str) -> bool:
    return character.isspace() or character == "\u200b"


def _void_fault(text: str, tag: Tag) -> Fault:
    # Behind a value without quotes a slash would belong to the value.
    new = " />" if tag.attributes else "/>"
    at = tag.end - 1
    while _is_blank(text[at - 1]):
        at -= 1
    return Fault(
        "unclosed-void-element",
        source_span(tag.name_start, tag.name_end),
        tag.name,
        edits=((source_span(at, tag.end), new),),
    )


class _Copy(NamedTuple):
    """The text with a slash in each unclosed void tag, and in an element of its own.

    A text that is no document gets one; `slashes` are offsets of the copy.
    """

    text: str
    size: int
    before: int
    slashes: list[int]

    @staticmethod
    def of(text: str, slashes: list[int], *, whole: bool) -> _Copy:
        """Make the copy; `slashes` are the offsets to insert them at."""
        parts, at = [], 0
        for offset in slashes:
            parts.append(text[at:offset])
            at = offset
        copy = "/".join([*parts, text[at:]])
        before = 0 if whole else len(FRAGMENT) + 2
        if not whole:
            copy = f"<{FRAGMENT}>{copy}</{FRAGMENT}>"
        moved = [offset + before + i for i, offset in enumerate(slashes)]
        return _Copy(copy, len(text), before, moved)

    def back(self, fault: Fault, owner: str) -> Fault | None:
        """Return the fault of the copy as one of the text, None if it has no place."""
        at = self._place(fault.at)
        if at is None or (self.before and fault.kind in _OF_ROOTS):
            return None
        if FRAGMENT in fault.expected:
            return Fault("stray-end-tag", at, fault.subject)
        related = [(self._place(place), name) for place, name in fault.related]
        edits = [(self._place(place), new) for place, new in fault.edits]
        kept = tuple((place, new) for place, new in edits if place is not None)
        return fault._replace(
            at=at,
            # Of this kind only an element that `/>` ends too early has an owner.
            owner=fault.owner or ("" if fault.kind == "malformed-attribute" else owner),
            related=tuple((place, name) for place, name in related if place),
            edits=kept if len(kept) == len(edits) else (),
            detail="" if FRAGMENT in fault.detail and self.before else fault.detail,
        )

    def _place(self, place: Place) -> Place | None:
        start, end = (self._offset(o) for o in (place.start, place.end))
        if start < 0 or end > self.size:
            return None
        return source_span(start, end)

    def _offset(self, offset: int) -> int:
        return offset - self.before - bisect_left(self.slashes, offset)
