"""End tags, whole or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, S, is_qname, skip_space, visible_name
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.scan.spaced_name import spaced_name
from ctct_lint.xml.scan.tag_name import RAW_NAME
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source

NAMELESS = "</>"
_BARE = lazy(f"<{S}*(?:/{S}*)?>")
_NEXT = lazy(f"<(/?)({QNAME})")
_DOUBLED = lazy(f"</(/+)({QNAME}){S}*>")


def read_end_tag(source: Source, at: int) -> Token | None:
    """Read what is no proper end tag; None if the `<` at `at` is only a sign."""
    text = source.text
    doubled = _DOUBLED.match(text, at)
    if doubled:
        return _slashed(text, doubled)
    slash = skip_space(text, at + 1)
    name_at = skip_space(text, slash + 1)
    found = RAW_NAME.match(text, name_at)
    if found is None:
        return _nameless(source, at, slash, name_at)
    if slash + 1 < name_at and not _may_be_end(source, found):
        return None
    spaced = spaced_name(source, name_at, is_end=True)
    if spaced:
        end = name_at + len(spaced.written)
        token = Token("end", at, end, "", name_at - at, end - name_at)
        spaced.draft(text, token)
    else:
        token = _token(at, found.end(), found[0], name_at)
        _see_through(token, text)
    for start, end in ((at + 1, slash), (slash + 1, name_at)):
        if start < end:
            edit = TextEdit(start, end, "")
            token.add(draft("space-before-name", text, start, end, edit))
    return _finished(source, token)


def _slashed(text: str, found: re.Match[str]) -> Token:
    """Read `<//Name>`."""
    token = _token(found.start(), found.end(), found[2], found.start(2))
    fault = draft("unfinished-end-tag", text, token.name_start, token.name_end)
    fault.edits = [TextEdit(*found.span(1), "")]
    fault.detail = f"</{found[1]}"
    token.add(fault)
    return token


def _may_be_end(source: Source, found: re.Match[str]) -> bool:
    """Tell `</ Name>` from a `<` before a slash in text, as in `a </ b`."""
    end = skip_space(source.text, found.end())
    return source.text[end : end + 1] in (">", "") or source.model.knows(found[0])


def _token(at: int, end: int, name: str, name_at: int) -> Token:
    return Token("end", at, end, name, name_at - at, len(name), name)


def _see_through(token: Token, text: str) -> None:
    """Take invisible characters out of a name that is none with them."""
    seen = token.name if is_qname(token.name) else visible_name(token.name)
    if seen != token.name:
        start, end = token.name_start, token.name_end
        edit = TextEdit(start, end, seen)
        token.name = token.proper = seen
        token.name_draft = draft("invalid-name", text, start, end, edit)


def _nameless(source: Source, at: int, slash: int, after: int) -> Token | None:
    """Read `</ >`, which closes whatever is open, or `</` before another tag."""
    text = source.text
    if slash == at + 1 and _is_tag(source, after):
        return Token("end", at, slash + 1, "", 0, slash + 1 - at)
    if text[after : after + 1] == ">" and slash == at + 1:
        return Token("end", at, after + 1, "", 0, after + 1 - at)
    if after >= len(text):
        return Token("end", at, after, "", 0, after - at, cut=True)
    return None


def read_bare_brackets(source: Source, at: int, opened: list[str]) -> Token | None:
    """Read `<>` or `< />` as an end tag; None if it is only two signs, as in `a <> b`.

    The innermost open element has no end tag to come, or may not hold text.
    """
    text, found = source.text, _BARE.match(source.text, at)
    if not (found and opened):
        return None
    end = found.end()
    after = skip_space(text, end)
    if not (after >= len(text) or _NEXT.match(text, after)):
        return None
    close = source.end_tag(opened[-1], end)
    is_ended = close >= 0 and source.start_tag(opened[-1], end, close) < 0
    if is_ended and not source.model.holds_no_text(source.meant(opened[-1])):
        return None
    return Token("end", at, end, "", 0, end - at)


def _is_tag(source: Source, at: int) -> bool:
    """Is there a tag of an element that is not the one which ends before it?

    An end tag is that of a parent.
    """
    model, following = source.model, _NEXT.match(source.text, at)
    if following is None:
        return False
    name = following[2]
    return model.holds_no_text(name) if following[1] else model.knows(name)


def _finished(source: Source, token: Token) -> Token:
    text, after = source.text, token.name_end
    end = skip_space(text, after)
    less, greater = source.find("<", after), source.find(">", after)
    if end >= len(text):
        token.cut, token.end = True, end
    elif end == greater:
        token.end = end + 1
    elif greater < 0 or 0 <= less < greater or "&" in text[end:greater]:
        edit = TextEdit(after, after, ">")
        token.add(draft("unfinished-end-tag", text, token.name_start, after, edit))
    else:
        edit = TextEdit(after, greater, "")
        junk_end = greater
        while text[junk_end - 1] in " \t\r\n":
            junk_end -= 1
        token.add(draft("malformed-attribute", text, end, junk_end, edit))
        token.end = greater + 1
    return token
