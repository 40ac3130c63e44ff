"""Start tags with the name of another element, where the end tag has the right one.

Which of the two names is right, the schema says: what the element holds, its attributes
and its neighbours may fit one of them alone. Nothing must fit the name that is wrong.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import local_part
from ctct_lint.xml.repair.beginning import is_content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ctct_lint.xml.model import ContentModel
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token


def is_meant_as(
    source: Source, tokens: Sequence[Token], start: int, end: int, parent: str
) -> bool:
    """Tell whether start tag `start` is meant to have the name of end tag `end`.

    What is between them is balanced. The parent has the name that it is meant to have.
    """
    model = source.model
    own, other = source.meant(tokens[start].name), local_part(tokens[end].name)
    if own == other or not model.may_contain(parent, other):
        return False
    if not (model.may_contain(parent, own) or model.lets_in(parent, own)):
        return all(fits(other) for fits in _of_content(source, tokens, start, end))
    found = [
        fits(other)
        for fits in _questions(source, tokens, start, end, parent)
        if fits(own) != fits(other)
    ]
    return bool(found) and all(found)


def _questions(
    source: Source, tokens: Sequence[Token], start: int, end: int, parent: str
) -> Iterator[Callable[[str], bool]]:
    """Yield what is to be true of the name of an element, one thing after the other."""
    model, meant = source.model, source.meant
    for attribute in tokens[start].attributes:
        yield partial(_may_have, model, attribute.name)
    yield from _of_content(source, tokens, start, end)
    before = _next_tag(tokens, range(start - 1, -1, -1))
    if before and (before.kind == "end" or before.empty):
        yield lambda name: model.may_follow(parent, meant(before.proper), name)
    behind = _next_tag(tokens, range(end + 1, len(tokens)))
    if behind and behind.kind == "start":
        yield lambda name: model.may_follow(parent, name, meant(behind.proper))
    if _is_only(source, tokens[end]):
        yield partial(_may_be_alone, source, parent, tokens[end])


def _of_content(
    source: Source, tokens: Sequence[Token], start: int, end: int
) -> Iterator[Callable[[str], bool]]:
    """Yield what the text and the first and last child of an element ask of it."""
    model, first = source.model, tokens[start + 1]
    if first.kind == "text" and is_content(source.text, first):
        yield lambda name: not model.holds_no_text(name)
    for numbers in (range(start + 1, end), range(end - 1, start, -1)):
        child = _next_tag(tokens, numbers)
        if child:
            yield partial(_may_contain, model, source.meant(child.proper))


def _may_have(model: ContentModel, attribute: str, name: str) -> bool:
    return model.may_have(name, attribute)


def _may_contain(model: ContentModel, child: str, name: str) -> bool:
    return model.may_contain(name, child)


def _is_only(source: Source, end: Token) -> bool:
    """Tell whether a text has no other end tag of the name of one."""
    first = source.end_tag(end.name, 0)
    return first == end.start and source.end_tag(end.name, first + 1) < 0


def _may_be_alone(source: Source, parent: str, end: Token, name: str) -> bool:
    """Tell whether a parent may hold a name often, or it is there but for that end."""
    prefix = end.name.removesuffix(local_part(end.name))
    is_other = name != local_part(end.name)
    is_there = is_other and source.end_tag(prefix + name, 0) >= 0
    return not is_there or source.model.may_follow(parent, name, name)


def _next_tag(tokens: Sequence[Token], numbers: Iterable[int]) -> Token | None:
    return next((tokens[n] for n in numbers if tokens[n].is_tag), None)
