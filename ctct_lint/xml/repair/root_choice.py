"""Which element is the root: the one that has most to say, not the first one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from ctct_lint.slotted import slotted
from ctct_lint.xml.pages import OF_PAGES, VOID
from ctct_lint.xml.repair.pairs import Pairs
from ctct_lint.xml.scan.declaration import is_declaration

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

# So many start tags make a document, be there a larger one behind it.
_ENOUGH = 4


@slotted
class _Top:
    """An element that nothing is around, as far as can be seen.

    weight    how many start tags it has, its own included
    begins    documents of the format begin with such an element
    leftover  it is one of HTML, which the format does not know
    is_open   it has no end tag
    """

    number: int
    token: Token
    begins: bool
    leftover: bool
    is_open: bool
    weight: int = 0


def begins(source: Source, token: Token) -> bool:
    """Tell whether a document of the format may begin with the start tag."""
    return source.model.root_tag(source.meant(token.proper)) != ""


def declares(token: Token) -> bool:
    """Tell whether a start tag declares a namespace, as that of a document does."""
    return any(a.name.startswith("xmlns") for a in token.attributes)


def is_leftover(source: Source, token: Token) -> bool:
    """Tell whether the start tag is one of HTML that the format does not know."""
    if token.name.lower() not in OF_PAGES:
        return False
    return not source.model.knows(source.meant(token.name))


def root_number(source: Source, tokens: Sequence[Token]) -> int:
    """Return the number of the root's start tag; there must be a start tag."""
    first = next(n for n, token in enumerate(tokens) if token.kind == "start")
    if begins(source, tokens[first]) and _is_large(tokens, first):
        return first
    tops = _Tops(source, tokens).found()
    choices = (
        (t for t in tops if t.begins and t.weight >= _ENOUGH),
        (t for t in tops if not t.leftover and t.weight >= _ENOUGH),
        (t for t in tops if t.begins),
        (t for t in tops if not t.leftover),
    )
    found = (top.number for choice in choices for top in choice)
    return next(found, first)


def _is_large(tokens: Sequence[Token], number: int) -> bool:
    depth = weight = 0
    for token in islice(tokens, number, None):
        if token.kind == "start":
            if weight and token.name == tokens[number].name:
                break
            weight += 1
            depth += not token.empty
        elif token.kind == "end":
            depth -= 1
        if weight == _ENOUGH or not depth:
            break
    return weight == _ENOUGH


class _Tops:
    """The elements that may be the root.

    One without end tag goes on to the end of the text: what follows stands in it,
    but for what can begin a document only.
    """

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        self._source = source
        self._tokens = tokens
        self._end_of = Pairs(tokens).end_of
        self._announced = list(_announced(tokens))

    def found(self) -> list[_Top]:
        """Return them by their position."""
        starts = accumulate(token.kind == "start" for token in self._tokens)
        starts_before = [0, *starts]
        tops = list(self._run())
        ends = [*(top.number for top in tops[1:]), len(self._tokens)]
        for top, end in zip(tops, ends, strict=True):
            last = end if top.is_open else self._end(top) + 1
            top.weight = starts_before[last] - starts_before[top.number]
        return tops

    def _run(self) -> Iterator[_Top]:
        holder: _Top | None = None
        number = 0
        while number < len(self._tokens):
            if self._tokens[number].kind != "start":
                number += 1
                continue
            top = self._top(number)
            if holder is None or self._is_apart(top, holder):
                yield top
                if top.is_open and top.token.name.lower() not in VOID:
                    holder = top
            number = number + 1 if top.is_open else self._end(top) + 1

    def _end(self, top: _Top) -> int:
        return self._end_of.get(top.number, top.number)

    def _top(self, number: int) -> _Top:
        token = self._tokens[number]
        top = _Top(
            number,
            token,
            begins=begins(self._source, token),
            leftover=is_leftover(self._source, token),
            is_open=not token.empty and number not in self._end_of,
        )
        top.is_open = top.is_open or self._is_wrapper(top)
        return top

    def _is_wrapper(self, top: _Top) -> bool:
        """Tell whether a whole document with its declaration stands inside."""
        first = bisect_right(self._announced, top.number)
        if top.begins or first == len(self._announced):
            return False
        number = self._announced[first]
        is_root = top.leftover or begins(self._source, self._tokens[number])
        return is_root and number < self._end(top)

    def _is_apart(self, top: _Top, holder: _Top) -> bool:
        """Tell whether an element does not belong to the open one before it.

        HTML is often sloppy: an end tag of that name will do.
        """
        if holder.leftover:
            close = self._source.end_tag(holder.token.name, holder.token.end)
            if 0 <= close < top.token.start:
                return True
        at = bisect_left(self._announced, top.number)
        is_announced = self._announced[at : at + 1] == [top.number]
        if not top.begins:
            return holder.leftover and is_announced
        model, meant = self._source.model, self._source.meant
        if model.may_contain(meant(holder.token.name), meant(top.token.name)):
            return False
        is_like = top.token.name == holder.token.name
        return is_like or holder.leftover or is_announced or declares(top.token)


def _announced(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the numbers of the start tags that follow a declaration."""
    is_due = False
    for number, token in enumerate(tokens):
        is_due = is_declaration(token) or (is_due and token.kind != "end")
        if is_due and token.kind == "start":
            yield number
            is_due = False
