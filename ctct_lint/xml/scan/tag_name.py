"""What a start tag is called: where its name ends, and whether it is one at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import (
    QNAME,
    SPACE,
    S,
    is_ncname,
    is_qname,
    local_part,
    safe_name,
    skip_space,
    visible_name,
)
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.signs import CURLY

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

RAW_NAME = lazy(f"[^ \t\r\n\x85\xa0\u2028\u3000<>/=\"'&{CURLY}]+")
_END_TAG = lazy(f"</({QNAME}){S}*>")
# Longer than an element and its attribute are called.
_LONGEST = 80


def set_proper_name(token: Token, text: str) -> None:
    """Give the token the name it should have, with a fault if it has another."""
    token.proper = token.name
    bad = token.name.startswith("xmlns:") or not is_qname(token.name)
    if bad:
        seen = visible_name(token.name)
        if seen == token.name:
            token.proper = safe_name(token.name)
        else:
            token.proper = token.name = seen
        edit = TextEdit(token.name_start, token.name_end, token.proper)
        token.name_draft = draft(
            "invalid-name", text, token.name_start, token.name_end, edit
        )


def glued_name(source: Source, found: re.Match[str]) -> str:
    """Return the name in `<NameText</Name>`, which has lost its `>`; else "".

    Elements may stand in the text, too. In `<Name>a <Nameb</Name>` no `>` is lost: the
    second `<` is one too many.
    """
    text, end = source.text, found.end()
    behind = text[end : end + 1]
    if behind == ">" or text.startswith("/>", end):
        return ""
    if behind in SPACE and source.model.knows(local_part(found[0])):
        return ""
    less = source.find("<", end)
    if less < 0 or 0 <= source.find(">", end) < less:
        return ""
    raw = found[0][:_LONGEST]
    names = (raw[:length] for length in range(len(raw), 0, -1))
    name = next((name for name in names if _is_ended(source, name, end)), "")
    name = name or _unknown_glued(source, raw, less)
    before = text.rfind("<", 0, max(found.start() - 1, 0))
    is_own = before >= 0 and text.startswith(f"{name}>", before + 1)
    return "" if is_own else name


def _is_ended(source: Source, name: str, at: int) -> bool:
    """Is it a name of the format, whose end tag is the next tag of that name?"""
    if not source.model.knows(local_part(name)):
        return False
    close = source.end_tag(name, at)
    return close >= 0 and source.start_tag(name, at, close) < 0


def _unknown_glued(source: Source, raw: str, less: int) -> str:
    """Return the name of the end tag at an offset if it is glued to a text, else "".

    The end tags of that name are more than its start tags.
    """
    found = _END_TAG.match(source.text, less)
    if found is None or not raw.startswith(found[1]) or raw == found[1]:
        return ""
    return found[1] if source.ends_outnumber_starts(found[1]) else ""


def name_in(source: Source, found: re.Match[str]) -> str:
    """Return the name alone of what was found, without what is glued to its end."""
    return _without_backslash(source, found) or _without_attribute(source, found)


def _without_backslash(source: Source, found: re.Match[str]) -> str:
    """Return the name alone where a backslash and the end of the tag follow it."""
    name = found[0].removesuffix("\\")
    is_end = name != found[0] and source.text.startswith(">", found.end())
    return name if is_end and is_qname(name) else ""


def _without_attribute(source: Source, found: re.Match[str]) -> str:
    """Return the name alone of `Nameid="1"`, which has no space before `id`."""
    raw, end = found[0], skip_space(source.text, found.end())
    is_known = source.model.knows(local_part(raw))
    if source.text[end : end + 1] != "=" or len(raw) > _LONGEST or is_known:
        return raw
    lengths = (n for n in range(len(raw) - 1, 0, -1) if is_qname(raw[n:]))
    names = (raw[:n] for n in lengths)
    return next((name for name in names if is_element(source, name, end)), raw)


def is_element(source: Source, name: str, at: int) -> bool:
    """Is there such an element in the format, or behind `at`?"""
    return source.model.knows(local_part(name)) or source.end_tag(name, at) >= 0


def may_be_name(source: Source, found: re.Match[str]) -> bool:
    """Tell a badly named tag from text that begins with `<`.

    `<3`, `<joe@example.com>` and `<http://x>` are text, `<1abc>` with an end
    tag of the same name is an element.
    """
    raw = found[0]
    if is_qname(raw):
        return True
    if source.text.startswith("/>", found.end()):
        return True
    if "@" in raw or (raw.endswith(":") and source.text.startswith("//", found.end())):
        return False
    if source.takes_any_name or source.end_tag(raw, found.end()) >= 0:
        return True
    behind = source.text[found.end() : found.end() + 1]
    return is_ncname(raw.lstrip(":")[:1]) and behind in ("=", ">", *SPACE)
