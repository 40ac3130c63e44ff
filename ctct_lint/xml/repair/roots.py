"""A root of which only the end tag is left."""

from __future__ import annotations

from array import array
from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.beheaded import beheaded_start
from ctct_lint.xml.repair.lost_starts import LostStarts
from ctct_lint.xml.repair.root_choice import begins, declares
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.repair.elements import Slip
    from ctct_lint.xml.source import Source


def with_start_of_root(
    source: Source, tokens: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Return the tokens with a start tag for the root.

    It is only done where there is an end tag of the root too many.
    """
    last = _surplus_end(source, tokens)
    if last < 0:
        return tokens, []
    first = next((n for n, t in enumerate(tokens) if t.kind == "start"), last)
    # Two mends in one place would meet.
    is_free = not (first and tokens[first - 1].drafts)
    if is_free and _belongs(source, tokens, first, last):
        end, root = tokens[last], source.meant(tokens[last].name)
        texts = _texts_before(source, tokens, first, root)
        if texts:
            first = texts[0][0]
            tokens = _begun(source, tokens, texts, root)
        return _with_start(source, tokens, first, end)
    return tokens, []


def _texts_before(
    source: Source, tokens: Sequence[Token], first: int, root: str
) -> list[tuple[int, int]]:
    """Return the numbers of the texts before the first element, and of their end tags.

    They are elements of the root that have lost their start tags. There are none if
    anything else stands there, or if nothing stands between the first and what is
    before.
    """
    content = [n for n in range(first) if is_content(source.text, tokens[n])]
    pairs = list(zip(content[::2], content[1::2], strict=False))
    kinds = [tokens[n].kind for n in content]
    if not pairs or kinds != ["text", "end"] * len(pairs):
        return []
    names = [source.meant(tokens[end].name) for _, end in pairs]
    text = tokens[content[0]]
    is_apart = trimmed_range(source.text, text.start, text.end)[0] > text.start
    holds = source.model.may_contain
    return pairs if is_apart and all(holds(root, name) for name in names) else []


def _begun(
    source: Source, tokens: Sequence[Token], texts: list[tuple[int, int]], root: str
) -> list[Token]:
    """Return the tokens with a start tag before each text."""
    instead: dict[int, list[Token]] = {}
    lost = LostStarts(source, tokens, array("q"), instead)
    for text, end in texts:
        lost.begin(end, root, text)
    parts = (instead.get(number, (token,)) for number, token in enumerate(tokens))
    return list(chain.from_iterable(parts))


def _surplus_end(source: Source, tokens: Sequence[Token]) -> int:
    """Return the number of the last end tag of a root, if it is one too many, or -1."""
    numbers = range(len(tokens) - 1, -1, -1)
    ends = (n for n in numbers if tokens[n].kind == "end")
    last = next((n for n in ends if source.model.root_tag(tokens[n].name)), -1)
    if last < 0:
        return -1
    of_name = [t for t in tokens if t.name == tokens[last].name and not t.empty]
    surplus = sum(1 if t.kind == "end" else -1 for t in of_name if t.is_tag)
    return last if surplus > 0 else -1


def _belongs(source: Source, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the first element was meant to stand in the root.

    One with which a document may begin was if none of its own declarations makes it a
    document, and if more follow, or if it is known to stand in others and the root not.
    """
    token, model = tokens[first], source.model
    name, root = source.meant(token.name), source.meant(tokens[last].name)
    if not model.may_contain(root, name):
        return False
    if not begins(source, token):
        return True
    needs_root = model.stands_inside(name) and not model.stands_inside(root)
    return not declares(token) and (needs_root or _is_followed(tokens, first))


def _is_followed(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether an element has its end, and another one follows."""
    depth = 0
    for token in islice(tokens, first, None):
        if token.kind == "start":
            if token is not tokens[first] and not depth:
                return True
            depth += not token.empty
        elif token.kind == "end":
            depth -= 1
        if depth < 0:
            return False
    return False


def _with_start(
    source: Source, tokens: Sequence[Token], first: int, end: Token
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Begin the root before the first token that may stand in it.

    Or with the attributes before that, if these are all that is left of its tag.
    """
    name, at = end.name, tokens[first].start
    before = tokens[first - 1] if first else None
    rest = []
    if before is not None and before.kind == "text":
        rest = beheaded_start(source, before, name)
    if rest:
        return [*tokens[: first - 1], *rest, *tokens[first:]], []
    tag = source.model.root_tag(name)
    start = Token("start", at, at, name, proper=name, good_end=at)
    fault = end.fault("stray-end-tag", TextEdit(at, at, tag[:-1]))
    fault.expected, fault.detail = (tag,), "root"
    # What else the root declares comes between.
    closing = Draft("", at, at, edits=[TextEdit(at, at, ">")], part_of=fault)
    # The `<` that the element lacks comes behind all that.
    lacking = [made for made in tokens[first].drafts if made.start == at]
    tokens[first].drafts = tokens[first].drafts[len(lacking) :]
    return [*tokens[:first], start, *tokens[first:]], [fault, closing, *lacking]
