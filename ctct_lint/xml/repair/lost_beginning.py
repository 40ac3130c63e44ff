"""A document that begins in the middle: of what was open only the end tags are left.

In `<to/></head><body/></note></letter>` nothing else is wrong: the start tags of three
elements are lost, with what stood before. That is one fault, as it is where a document
is cut off at its end.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.lost_starts import without_unknown
from ctct_lint.xml.scan.declaration import is_declaration
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeGuard

    from ctct_lint.xml.draft import Sketch
    from ctct_lint.xml.repair.elements import Slip
    from ctct_lint.xml.source import Source

# What a fault of an end tag has as `detail` where the beginning is lost.
BEGINNING = "beginning"


def with_beginning(
    source: Source, tokens: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Slip]] | None:
    """Return the tokens with the start tags that are lost, and the fault; None if none.

    A document with a declaration has its beginning. Of a root alone
    `with_start_of_root` knows more, if nothing is left of its tag.
    """
    ends = [] if any(map(is_declaration, tokens)) else _surplus(tokens)
    if not ends or not _are_around(source, ends):
        return None
    content = [n for n, t in enumerate(tokens) if is_content(source.text, t)]
    if tokens[content[-1]] is not ends[-1]:
        return None
    first = content[0]
    is_rest = _is_rest(source, tokens[first])
    is_root = len(ends) == 1 and source.model.root_tag(ends[0].name) != ""
    if (is_root and not is_rest) or not _is_inside(source, tokens, first, ends[0]):
        return None
    return _begun(source, tokens, first, ends)


def _is_rest(source: Source, token: Token) -> bool:
    """Tell whether a document begins in the middle of a tag."""
    if token.kind == "text":
        return ">" in source.text[token.start : token.end]
    return any(_is_unbegun(made) for made in token.drafts)


def _is_unbegun(made: Draft | Sketch) -> TypeGuard[Draft]:
    """Tell whether it is the fault of a start tag without its `<`."""
    return isinstance(made, Draft) and made.kind == "unfinished-start-tag"


def _surplus(tokens: Sequence[Token]) -> list[Token]:
    """Return the end tags without start tags; none if anything else is not matched."""
    opened: list[str] = []
    ends: list[Token] = []
    for token in tokens:
        if token.kind == "start" and not token.empty:
            opened.append(token.name)
        elif token.kind == "end" and opened:
            if opened.pop() != token.name:
                return []
        elif token.kind == "end":
            ends.append(token)
    return [] if opened else ends


def _are_around(source: Source, ends: Sequence[Token]) -> bool:
    """Tell whether each of the elements may stand in the next one."""
    names = [source.meant(token.name) for token in ends]
    return source.model.knows(names[-1]) and all(
        source.model.names(outer, inner) for inner, outer in pairwise(names)
    )


def _is_inside(source: Source, tokens: Sequence[Token], first: int, end: Token) -> bool:
    """Tell whether the document may begin in the innermost element.

    It may with the text of that, and with the rest of a tag.
    """
    content = (t for t in tokens[first:] if is_content(source.text, t))
    token = next(content)
    if token.kind == "text":
        is_rest, token = _is_rest(source, token), next(content)
        if token is not end and not is_rest:
            return False
    name = source.meant(token.name)
    return token.kind == "end" or source.model.may_contain(source.meant(end.name), name)


def _begun(
    source: Source, tokens: Sequence[Token], first: int, ends: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Begin the elements of end tags before a token, the outermost first."""
    at, _ = trimmed_range(source.text, tokens[first].start, tokens[first].end)
    root, model = ends[-1], source.model
    names = [token.name for token in reversed(ends)]
    inner = [
        model.start_tag(name, source.meant(parent)) for parent, name in pairwise(names)
    ]
    tags = (model.root_tag(root.name) or f"<{root.name}>", *inner)
    edit = TextEdit(at, at, tags[0][:-1])
    span = root.name_start, root.name_end
    fault = Draft("stray-end-tag", *span, root.name, [edit], detail=BEGINNING)
    fault.expected = tags
    for token in ends[:-1]:
        fault.relate(token.name_start, token.name_end, token.name)
    starts = [Token("start", at, at, n, proper=n, good_end=at) for n in names]
    # What else the root declares comes between.
    rest = f">{''.join(map(without_unknown, inner))}"
    closing = Draft("", at, at, edits=[TextEdit(at, at, rest)], part_of=fault)
    head, lacking = tokens[first], _taken(tokens[first], fault)
    before = [head.part(head.start, at)] if head.start < at else []
    head = head.part(at, head.end) if before else head
    begun = [*tokens[:first], *before, *starts, head, *tokens[first + 1 :]]
    # The `<` that the element lacks comes behind all that.
    return begun, [fault, closing, *lacking]


def _taken(token: Token, fault: Draft) -> list[Draft]:
    """Take the fault of a tag away from it that has lost its `<`: it is that of all."""
    lacking = list(filter(_is_unbegun, token.drafts))
    token.drafts = [made for made in token.drafts if made not in lacking]
    for made in lacking:
        made.kind, made.part_of = "", fault
    return lacking
