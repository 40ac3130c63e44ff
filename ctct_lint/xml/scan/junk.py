"""What start tags hold that is no attribute: odd blanks, templates, lone values."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, S
from ctct_lint.xml.draft import TextEdit, sketch
from ctct_lint.xml.scan.unquoted import FOLLOWS
from ctct_lint.xml.signs import CURLY, ODD_SPACE, QUOTES

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

_ODD_SPACE = lazy(f"[{ODD_SPACE}]+")
_TEMPLATE = lazy("\\{\\{[^{}<>]*\\}\\}|\\$\\{[^{}<>]*\\}|\\{%[^{}<>]*%\\}")
_ENDS_WITH_ASSIGNMENT = lazy("=.*=[\"']", re.DOTALL)
_COMMAS = lazy("[,;]+")
_NAMELESS = lazy(f"=?{S}*(\"[^\"<>]*\"|'[^'<>]*')")
_NEEDED = lazy(' ([^\\s="]+)="')
_XMLNS = "xmlns"
_LOOSE_VALUE = lazy(f"={S}*(?:\"[^\"<>]*\"|'[^'<>]*')?|[\"'{CURLY}]")


def read_junk(source: Source, token: Token, at: int, start: int) -> int:
    """Read what is no attribute, and return where it ends; `start` if there is none.

    at  where the white space before it begins
    """
    text = source.text
    odd = _ODD_SPACE.match(text, start)
    commas = None if odd else _COMMAS.match(text, start)
    kind, first, new = "malformed-attribute", at, ""
    if odd:
        end, new = odd.end(), " "
    elif commas:
        end, first = commas.end(), start
        new = "" if at < start or text[end : end + 1] in FOLLOWS else " "
    elif (end := _template_end(source, start)) > start:
        kind = "template-leftover"
    else:
        end = _loose_value_end(text, start)
    edit = TextEdit(first, end, new)
    if kind == "malformed-attribute" and not (odd or commas):
        edit = _naming(source, token, start, end) or edit
    if end > start:
        token.add(sketch(kind, start, end, edit))
    return end


def _naming(source: Source, token: Token, start: int, end: int) -> TextEdit | None:
    """Return the edit that names a value, if just one attribute must stand there.

    Or if it is the namespace of the element. None as well if the tag has it already, or
    if the value has not two quotes.
    """
    value = _NAMELESS.fullmatch(source.text, start, end)
    if value is None:
        return None
    needed = _NEEDED.findall(source.model.start_tag(token.name, ""))
    if f' {_XMLNS}="{value[1][1:-1]}"' in source.model.root_tag(token.name):
        needed = [_XMLNS]
    if len(needed) != 1:
        return None
    (name,) = needed
    stops = (source.find("<", end), source.find(">", end), len(source.text))
    stop = min(at for at in stops if at >= 0)
    if source.search(_assigned(name), token.start, stop) or _is_given(token, name):
        return None
    blank = "" if source.text[start - 1] in SPACE else " "
    return TextEdit(start, value.start(1), f"{blank}{name}=")


@lru_cache
def _assigned(name: str) -> re.Pattern[str]:
    return re.compile(rf"\s{re.escape(name)}\s*=")


def _is_given(token: Token, name: str) -> bool:
    """Has another value of a tag got the name already?"""
    news = (edit.new for fault in token.drafts for edit in fault.edits)
    return any(new.strip() == f"{name}=" for new in news)


def _loose_value_end(text: str, start: int) -> int:
    """Return where a value ends that has no name; `start` if there is none."""
    loose = _LOOSE_VALUE.match(text, start)
    if loose is None:
        return start
    if loose[0] in QUOTES + CURLY:
        return _lone_value_end(text, start)
    return start + 1 if _ENDS_WITH_ASSIGNMENT.fullmatch(loose[0]) else loose.end()


def _template_end(source: Source, start: int) -> int:
    text = source.text
    found = _TEMPLATE.match(text, start)
    if found:
        return found.end()
    if text.startswith(("<?", "<%"), start):
        close = source.find(f"{text[start + 1]}>", start + 2)
        return close + 2 if close >= 0 else start
    return start


def _lone_value_end(text: str, start: int) -> int:
    found = re.compile(f"[^<>{text[start]}]*{text[start]}").match(text, start + 1)
    whole = found and text[found.end() - 2] != "="
    return found.end() if found and whole else start + 1
