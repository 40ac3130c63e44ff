"""What fingers do to attributes: a quote beside its place, or `-` for `=`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import PLAIN_QNAME, S
from ctct_lint.xml.mistyped.slip import ATTRIBUTE, Slip, fault, written

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.mistyped.names import Names

_KIND = "malformed-attribute"
# An attribute up to its closing quote; the value goes on behind it.
_VALUE = rf"{S}({PLAIN_QNAME}{S}*={S}*([\"'])[^\"'<>]+?)"
_NAME_BEFORE = lazy(rf"<({PLAIN_QNAME})")


def _other_sign(found: re.Match[str], names: Names) -> Draft | None:
    """Read `id-"1"`."""
    start, end = found.start(1), found.end()
    if not names.is_in_tag(start):
        return None
    edits = written(found.end(1), "=")
    return fault(_KIND, (start, end), names.text[start:end], edits, "")


def _behind_sign(found: re.Match[str], names: Names) -> Draft | None:
    """Read `id"=1"`."""
    return _quote(found, names, f"{found[1]}={found[2]}")


def _too_early(found: re.Match[str], names: Names) -> Draft | None:
    """Read `id="1"2`."""
    return _quote(found, names, f"{found[1]}{found[3]}{found[2]}")


def _too_late(found: re.Match[str], names: Names) -> Draft | None:
    """Read `id="12 "no="3"`, and `id="12/>"` where the tag ends.

    The slash is that of an address if an end tag follows.
    """
    right = f"{found[1]}{found[2]}{found[3]}"
    start = names.text.rfind("<", 0, found.start())
    name = _NAME_BEFORE.match(names.text, max(start, 0))
    if found[3] == "/>" and name and names.lack_ends(name[1]) < 0:
        right = f"{found[1]}/{found[2]}>"
    return _quote(found, names, right)


def _quote(found: re.Match[str], names: Names, right: str) -> Draft | None:
    start, end = found.start(1), found.end()
    if not names.is_in_tag(start):
        return None
    edits = [e for e in written(start, right) if names.text[e.start] != e.new]
    return fault(_KIND, (start, end), names.text[start:end], edits, "quote")


# Each such slip has one of these in its tag; to look for two signs takes longer.
_ODD_QUOTES = tuple(
    lazy(rf"{quote}(?:=|\w[\s/>]|(?<=[->]{quote})|(?<=\s{quote})\S)") for quote in "\"'"
)
ATTRIBUTES = (
    Slip(lazy(rf"{S}({PLAIN_QNAME})([\"'])=[^\"'<>]*\2(?=[\s/>])"), _behind_sign),
    Slip(lazy(rf"{S}({PLAIN_QNAME})-([\"'])[^\"'<>]*\2(?=[\s/>])"), _other_sign),
    Slip(lazy(rf"{_VALUE}\2(\w)(?={S}*/?>|{S})"), _too_early),
    Slip(lazy(rf"{_VALUE}(/?>)\2(?={S}*<)"), _too_late),
    Slip(lazy(rf"{_VALUE}( )\2(?={ATTRIBUTE.removeprefix(S + '+')}[\"'])"), _too_late),
)


def may_have_slip(text: str) -> bool:
    """Tell whether there is a quote in a tag where few have one."""
    return any(_has_sign(text, sign) for sign in _ODD_QUOTES)


def _has_sign(text: str, sign: re.Pattern[str]) -> bool:
    at, is_in_tag = 0, False
    for found in sign.finditer(text):
        # A `>` right before it may be its own.
        end = max(found.start() - 1, at)
        less, more = text.rfind("<", at, end), text.rfind(">", at, end)
        is_in_tag = is_in_tag if less == more else less > more
        if is_in_tag:
            return True
        at = end
    return False
