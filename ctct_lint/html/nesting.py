"""HTML tags that do not match: which one is at fault."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ctct_lint.html.names import KNOWN, OPTIONAL_END, STANDARD
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.text.slips import alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.html.tags import Tag
    from ctct_lint.model.place import Place

_BLANK = " \t\r\n\f"
# What a start tag is meant as whose end tag has such a name.
_MEANT = STANDARD | KNOWN
# How many elements without end tags are looked past.
_NEAR = 8


def stray(tag: Tag) -> Fault:
    """Return the fault of an end tag that closes nothing."""
    edit = source_span(tag.start, tag.end), ""
    return Fault("stray-end-tag", _name(tag), tag.name, edits=(edit,))


def nesting_faults(
    text: str, tags: Sequence[Tag], owner: str, *, is_cut: bool
) -> list[Fault]:
    """Return the faults of tags without void ones; `is_cut`: the end is known to lack.

    End tags that HTML lets authors leave out may be missing.
    """
    nesting = _Nesting(text, _unmatched(tags), owner)
    nesting.run()
    if not is_cut:
        nesting.finish()
    return nesting.faults


def _unmatched(tags: Sequence[Tag]) -> list[Tag]:
    """Return the tags that are left when all that match are taken away."""
    left: list[Tag] = []
    for tag in tags:
        if not tag.is_end:
            left.append(tag)
            continue
        at = len(left) - 1
        # An end tag that is left stops the search, which keeps it linear.
        while at >= 0 and _may_end_here(left[at]) and left[at].lower != tag.lower:
            at -= 1
        if at >= 0 and not left[at].is_end and left[at].lower == tag.lower:
            del left[at:]
        else:
            left.append(tag)
    return left


def _may_end_here(tag: Tag) -> bool:
    return not tag.is_end and tag.lower in OPTIONAL_END


class _Nesting:
    """One pass over the tags that are left; afterwards `faults` has what was found."""

    def __init__(self, text: str, tags: Sequence[Tag], owner: str) -> None:
        self._text = text
        self._tags = tags
        self._owner = owner
        self._open: list[Tag] = []
        self._counts: dict[str, int] = {}
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}
        for number, tag in enumerate(tags):
            places = self._ends if tag.is_end else self._starts
            places.setdefault(tag.lower, []).append(number)
        self.faults: list[Fault] = []

    def run(self) -> None:
        number = 0
        while number < len(self._tags):
            tag = self._tags[number]
            if not tag.is_end:
                self._open.append(tag)
                self._counts[tag.lower] = self._counts.get(tag.lower, 0) + 1
            elif self._is_crossed(number):
                self._swap(tag, self._tags[number + 1])
                number += 1
            else:
                self._end(number, tag)
            number += 1

    def finish(self) -> None:
        """Report what is open at the end; of a text that is cut off, in one fault."""
        still_open = [tag for tag in self._open if tag.lower not in OPTIONAL_END]
        is_cut_off = any(tag.lower == "html" for tag in self._open)
        if still_open and is_cut_off:
            self._truncated()
            return
        end = self._trimmed(len(self._text))
        for tag in reversed(still_open):
            self._unclosed(tag, None, end)

    def _truncated(self) -> None:
        end = self._trimmed(len(self._text))
        new = "".join(f"</{tag.name}>" for tag in reversed(self._open))
        fault = Fault(
            "truncated-document",
            source_span(end - 1, end),
            self._text[end - 1 : end],
            owner=self._owner,
            expected=tuple(f"</{tag.name}>" for tag in reversed(self._open)),
            related=tuple((_name(tag), tag.name) for tag in self._open),
            edits=((source_span(end, end), new),),
        )
        self.faults.append(fault)

    def _end(self, number: int, tag: Tag) -> None:
        name = tag.lower
        if not self._counts.get(name):
            meant = self._meant_by(number, tag)
            if meant:
                for _ in range(meant - 1):
                    self._pop()
                self._mismatched(tag, self._pop())
            else:
                self.faults.append(stray(tag))
            return
        if (
            self._open[-1].lower != name
            and self._ends_left(name, number) > (self._counts[name])
        ):
            self.faults.append(stray(tag))
            return
        place = self._trimmed(tag.start)
        while (item := self._pop()).lower != name:
            if item.lower not in OPTIONAL_END:
                self._unclosed(item, tag, place)

    def _meant_by(self, number: int, tag: Tag) -> int:
        """Return how many elements it ends if there is a slip in it; 0 without one.

        The outermost of them is one that lacks its end tag.
        """
        for depth, item in enumerate(self._open[: -_NEAR - 1 : -1], 1):
            name = item.lower
            if alike(name, tag.lower):
                is_lacking = self._ends_left(name, number) < self._counts[name]
                return depth if is_lacking else 0
            if name not in OPTIONAL_END:
                break
        return 0

    def _ends_left(self, name: str, number: int) -> int:
        """Count the end tags of a name from here to the next start tag of it."""
        starts, ends = self._starts.get(name, []), self._ends.get(name, [])
        at = bisect_left(starts, number)
        last = bisect_left(ends, starts[at]) if at < len(starts) else len(ends)
        return last - bisect_left(ends, number)

    def _is_crossed(self, number: int) -> bool:
        """Do this end tag and the next stand in each other's place?"""
        tags = self._tags[number : number + 2]
        if len(tags) < 2 or len(self._open) < 2 or not tags[1].is_end:  # noqa: PLR2004
            return False
        outer, inner = (tag.lower for tag in self._open[-2:])
        if not outer == tags[0].lower != tags[1].lower == inner:
            return False
        # Else it is an element around both that the next one closes.
        return self._ends_left(inner, number) >= self._counts[inner]

    def _swap(self, tag: Tag, following: Tag) -> None:
        inner, outer = self._pop(), self._pop()
        self._mismatched(tag, inner, (_name(following), outer.name))

    def _mismatched(self, tag: Tag, opened: Tag, *more: tuple[Place, str]) -> None:
        edit = _name(tag), opened.name
        if opened.lower not in _MEANT and tag.lower in _MEANT:
            edit = _name(opened), tag.name
        fault = Fault(
            "mismatched-end-tag",
            _name(tag),
            tag.name,
            expected=(opened.name,),
            related=((_name(opened), opened.name),),
            edits=(edit, *more),
        )
        self.faults.append(fault)

    def _unclosed(self, item: Tag, before: Tag | None, place: int) -> None:
        new = f"</{item.name}>"
        fault = Fault(
            "unclosed-element",
            _name(item),
            item.name,
            expected=(new,),
            related=((_name(before), before.name),) if before else (),
            edits=((source_span(place, place), new),),
            detail=f"</{before.name}>" if before else "",
        )
        self.faults.append(fault)

    def _pop(self) -> Tag:
        tag = self._open.pop()
        self._counts[tag.lower] -= 1
        return tag

    def _trimmed(self, end: int) -> int:
        """Return where an end tag goes: behind the last character that is seen."""
        while end and self._text[end - 1] in _BLANK:
            end -= 1
        return end


def _name(tag: Tag) -> Place:
    return source_span(tag.name_start, tag.name_end)
