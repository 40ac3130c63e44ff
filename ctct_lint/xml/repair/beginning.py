"""Where the document begins: what stands before it is one fault, and read no further.

A warning of PHP, the headers of a response, a page of HTML or another document may
stand there. The root is the element that has most to say, not the first one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit, deletion, draft
from ctct_lint.xml.repair.pairs import Pairs
from ctct_lint.xml.repair.root_choice import begins, declares, is_leftover, root_number
from ctct_lint.xml.scan.declaration import is_declaration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token


# What would be a fault of a text.
_SIGNS = ("&", "<", "]]>")


def without_preamble(
    source: Source, tokens: Sequence[Token]
) -> tuple[Sequence[Token], list[Draft]]:
    """Return the tokens of the document, and the fault of what stands before it."""
    root = root_number(source, tokens)
    noise = [n for n in range(root) if is_content(source.text, tokens[n])]
    if not noise:
        return tokens, []
    first, last = noise[0], noise[-1]
    first = _with_doctype(source.text, tokens, first)
    start, end = tokens[first].start, tokens[last].end
    closing = _ends_behind(tokens, noise, root)
    own = next((n for n in range(last, root) if is_declaration(tokens[n])), None)
    if own is not None:
        # The document begins with its declaration, whatever was before.
        start, end, first, last = 0, tokens[own].start, 0, own - 1
    at, stop = trimmed_range(source.text, start, end)
    edit = TextEdit(at, stop, "") if own is None else TextEdit(start, end, "")
    fault = draft("text-outside-root", source.text, at, stop, edit)
    fault.detail = "before" if _may_go(source, tokens, noise, root) else "before, kept"
    if own is None and _is_of_root(source, tokens, noise, root):
        tag = tokens[root]
        written = source.text[tag.start : tag.end]
        away = deletion(source.text, tag.start, tag.end)
        fault.edits = [TextEdit(at, at, written), away]
    for number in closing:
        token = tokens[number]
        fault.edits.append(deletion(source.text, token.start, token.end))
    behind = (n for n in range(last + 1, len(tokens)) if n not in closing)
    return [*tokens[:first], *(tokens[n] for n in behind)], [fault]


def _is_of_root(
    source: Source, tokens: Sequence[Token], noise: Sequence[int], root: int
) -> bool:
    """Tell whether what stands before the root is a text that it may hold itself.

    Neither the text nor a tag of the root has anything to be mended.
    """
    first, tag = tokens[noise[0]], tokens[root]
    words = source.text[first.start : first.end]
    is_words = first.kind == "text" and any(map(str.isalnum, words))
    is_plain = is_words and not any(map(words.__contains__, _SIGNS))
    written = source.text[tag.start : tag.end]
    is_bare = written == f"<{tag.name}>" and ":" not in tag.name
    # Of one with the end tag of another the name may be mended.
    is_bare = is_bare and source.end_tag(tag.name, tag.end) >= 0
    if len(noise) > 1 or not (is_plain and is_bare):
        return False
    name = source.meant(tag.name)
    if source.model.knows(name):
        return not source.model.holds_no_text(name)
    behind = tokens[root + 1] if root + 1 < len(tokens) else tag
    return behind.kind == "text" and is_content(source.text, behind)


def _may_go(
    source: Source, tokens: Sequence[Token], noise: Sequence[int], root: int
) -> bool:
    """Tell whether what stands before the root is surely no part of the document."""
    starts = [tokens[n] for n in noise if tokens[n].kind == "start"]
    if not begins(source, tokens[root]):
        return all(is_leftover(source, token) for token in starts)
    says = any(not tokens[n].is_tag for n in noise) or any(
        t.has_attributes for t in starts
    )
    is_known = any(source.model.knows(source.meant(token.name)) for token in starts)
    return not (says and is_known) or any(map(declares, starts))


def _ends_behind(
    tokens: Sequence[Token], noise: Sequence[int], root: int
) -> frozenset[int]:
    """Return the end tags behind the root of what was begun before it."""
    if not any(tokens[n].kind == "start" and not tokens[n].empty for n in noise):
        return frozenset()
    end_of = Pairs(tokens).end_of
    return frozenset(end for n in noise if (end := end_of.get(n, root)) > root)


def is_content(text: str, token: Token) -> bool:
    """Tell whether the token may stand nowhere but in the root element."""
    if token.kind == "text":
        start, end = trimmed_range(text, token.start, token.end)
        return start < end
    return token.is_tag or token.kind == "section"


def _with_doctype(text: str, tokens: Sequence[Token], number: int) -> int:
    """Return the number of the document type of a root, its own if it has none."""
    name, at = tokens[number].name.lower(), number - 1
    while at > 0 and tokens[at].kind == "text" and not is_content(text, tokens[at]):
        at -= 1
    is_own = at >= 0 and tokens[at].kind == "doctype"
    return at if is_own and tokens[at].name.lower() == name else number
