"""Start tags: where one ends, and the faults inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import (
    QNAME,
    SPACE,
    S,
    is_qname,
    local_part,
    skip_space,
)
from ctct_lint.xml.draft import Sketch, TextEdit, sketch
from ctct_lint.xml.scan.assigned_name import (
    read_assigned_name,
    read_named_text,
    read_text_in_tag,
)
from ctct_lint.xml.scan.attributes import read_attribute
from ctct_lint.xml.scan.plain_attributes import MOST_FAULTS, ends_early
from ctct_lint.xml.scan.repeated import note_repeated
from ctct_lint.xml.scan.spaced_name import slashed_name, spaced_name
from ctct_lint.xml.scan.tag_name import (
    RAW_NAME,
    glued_name,
    is_element,
    may_be_name,
    name_in,
    set_proper_name,
)
from ctct_lint.xml.signs import CURLY, ODD_SPACE
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.scan.spaced_name import SpacedName
    from ctct_lint.xml.source import Source

# From the name on to the next tag, with nothing that ends this one or is a value:
# whatever else there is, the tag ends before it.
_NO_VALUE = lazy(f"[^<>=\"'{CURLY}]*(?=<[^?%])")
# The same with such signs, where no attribute comes first: `<Subject Joe's</Subject>`.
_NO_ATTRIBUTE = lazy(f"(?!{S}*{QNAME}{S}*=)[^<>]*(?=</)")
_BLANKS = lazy(f"(?:{S}|[{ODD_SPACE}])*")
_SLIPS = frozenset(
    {
        "attribute-without-value",
        "invalid-name",
        "malformed-attribute",
        "missing-space-before-attribute",
        "unclosed-attribute-value",
    }
)


def read_start_tag(source: Source, at: int, name_at: int) -> Token | None:
    """Read the start tag whose `<` is at `at`; None if that `<` is only a sign."""
    spaced = spaced_name(source, name_at, is_end=False) or slashed_name(source, name_at)
    if spaced:
        return _spaced(source, spaced, at, name_at)
    named = read_named_text(source, at, name_at)
    if named:
        return named
    found = RAW_NAME.match(source.text, name_at)
    glued = glued_name(source, found) if found else ""
    if glued:
        end = name_at + len(glued)
        return Token(
            *("start", at, end, glued, name_at - at, len(glued), glued),
            finished=False,
            good_end=end,
        )
    if found is None or not may_be_name(source, found):
        return None
    name = name_in(source, found)
    end = name_at + len(name)
    token = Token("start", at, end, name, name_at - at, len(name))
    token.good_end = end
    set_proper_name(token, source.text)
    if read_assigned_name(source, token) or read_text_in_tag(source, token):
        return token
    return _with_rest(source, token)


def _spaced(source: Source, name: SpacedName, at: int, name_at: int) -> Token | None:
    """Read a start tag with a name in which there are blanks."""
    end = name_at + len(name.written)
    token = Token("start", at, end, "", name_at - at, end - name_at)
    token.good_end = end
    name.draft(source.text, token)
    return _with_rest(source, token)


def _with_rest(source: Source, token: Token) -> Token | None:
    if not _read_rest(source, token):
        return None
    note_repeated(source.text, token)
    if len(token.drafts) > 1:
        _merge_touching(token)
    return token


def _read_rest(source: Source, token: Token) -> bool:
    text, at = source.text, token.name_end
    found = _NO_VALUE.match(text, at) or _text_before_own_end(text, token)
    if found:
        return _end_unfinished(source, token, found.end())
    while True:
        start = skip_space(text, at)
        char = text[start : start + 1]
        if char == ">" and ends_early(source, token.name, start + 1):
            at = start + 1
            edit = TextEdit(start, at, "")
            token.add(sketch("malformed-attribute", start, at, edit))
            continue
        if char == ">":
            token.end = start + 1
            return True
        if char == "/" and _read_slash(text, token, start):
            return True
        if text.startswith("\\>", start):
            return _read_backslash(token, start)
        is_template = char == "<" and _is_template(source, start)
        if not char or token.cut or (char == "<" and not is_template):
            return _end_unfinished(source, token, start)
        is_slash = char == "/" and len(token.drafts) <= MOST_FAULTS
        at = start + 1 if is_slash else read_attribute(source, token, at)


def _text_before_own_end(text: str, token: Token) -> re.Match[str] | None:
    """Return what stands between a name and the end tag of the same element, if text.

    None as well if something else stands there, such as an attribute.
    """
    found = _NO_ATTRIBUTE.match(text, token.name_end)
    if found is None or not text.startswith(token.name, found.end() + len("</")):
        return None
    behind = found.end() + len("</") + len(token.name)
    return found if text[behind : behind + 1] in (">", *SPACE) else None


def _is_template(source: Source, at: int) -> bool:
    if source.text.startswith("<?", at):
        return source.find("?>", at) >= 0
    return source.text.startswith("<%", at) and source.find("%>", at) >= 0


def _read_slash(text: str, token: Token, at: int) -> bool:
    """Read `/>`, or `/ >` with a fault; a slash elsewhere is dropped."""
    blanks = _BLANKS.match(text, at + 1)
    end = blanks.end() if blanks else at + 1
    token.empty = text[end : end + 1] == ">"
    if not token.empty:
        if len(token.drafts) <= MOST_FAULTS:
            edit = TextEdit(at, at + 1, " ")
            token.add(sketch("malformed-attribute", at, at + 1, edit))
        return False
    if end > at + 1:
        edit = TextEdit(at + 1, end, "")
        token.add(sketch("malformed-attribute", at, end, edit))
    token.end = end + 1
    return True


def _read_backslash(token: Token, at: int) -> bool:
    """Read what is meant as `/>`, with the other slash."""
    edit = TextEdit(at, at + 1, "/")
    token.add(sketch("malformed-attribute", at, at + 1, edit))
    token.empty, token.end = True, at + 2
    return True


def _end_unfinished(source: Source, token: Token, at: int) -> bool:
    """End a tag that has no `>` after its last attribute that has a value.

    False if it looks like text (`a <b and c`): an unknown name,
    followed by words.
    """
    text = source.text
    at_end = at >= len(text) or token.cut
    token.finished = False
    if not (token.good_end > token.name_end or _is_meant(source, token)):
        has_value = any(a.value_start > a.name_end for a in token.attributes)
        if not at_end or not is_qname(token.name):
            return False
        if token.attributes and not has_value:
            return False
        known = has_value or source.takes_any_name
        known = known or source.model.knows(local_part(token.name))
        if token.name_end < at and not known:
            return False
    token.cut = at_end
    good_end = token.good_end
    token.attributes = [a for a in token.attributes if a.end <= good_end]
    token.drafts = [d for d in token.drafts if d.end <= good_end]
    token.stretches = [s for s in token.stretches if s.end <= good_end]
    if not at_end:
        token.good_end = _behind_slash(text, token, at)
    token.end = len(text) if at_end else token.good_end
    return True


def _behind_slash(text: str, token: Token, end: int) -> int:
    """Return where an unfinished tag ends; it is empty if its slash alone is left."""
    slash = skip_space(text, token.good_end)
    if text[slash : slash + 1] != "/" or skip_space(text, slash + 1) < end:
        return token.good_end
    token.empty = True
    return slash + 1


def _is_meant(source: Source, token: Token) -> bool:
    return is_element(source, source.meant(token.name), token.name_end) or (
        source.end_tag(token.name, token.name_end) >= 0
    )


def _merge_touching(token: Token) -> None:
    """Make one fault of those that follow from one slip in an attribute.

    A quote too many leaves a nameless value, a missing space and a name
    without value behind it, each touching the next.
    """
    kept: list[Draft | Sketch] = []
    last: Sketch | None = None
    for fault in sorted(token.drafts, key=lambda d: (d.start, -d.end)):
        if isinstance(fault, Sketch) and fault.kind in _SLIPS:
            if last and fault.start <= last.end:
                last.grow(fault)
                continue
            last = fault
        kept.append(fault)
    token.drafts = tuple(kept)
