"""Tags with another tag inside: `<Na</entry>me type="text">`.

Without the inner one they are whole, and of an element that there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import PLAIN_QNAME, S, local_part
from ctct_lint.xml.draft import Draft, TextEdit, draft
from ctct_lint.xml.scan.proper import read_proper
from ctct_lint.xml.scan.tag_name import is_element
from ctct_lint.xml.source import Source
from ctct_lint.xml.tokens import Attribute, Token

if TYPE_CHECKING:
    import re

_INNER = lazy(f"<(/?)({PLAIN_QNAME}){S}*>")
_NEXT = lazy(f"[^<]*<(/?)({PLAIN_QNAME})")
# No real tag is longer, and what is put together is read again.
_LONGEST = 2000


def read_interrupted(source: Source, at: int) -> Token | None:
    """Read the tag whose `<` is at `at`; None if there is no other one inside."""
    text, less = source.text, source.find("<", at + 1)
    inner = _INNER.match(text, less) if 0 < less < at + _LONGEST else None
    if inner is None or _is_ended(text, at, less):
        return None
    joined = text[at:less] + text[inner.end() : inner.end() + _LONGEST]
    token = read_proper(Source(joined, source.model), 0)
    gap = less - at
    if token is None or token.drafts or token.end <= gap:
        return None
    if any(a.value_start <= gap <= a.value_end for a in token.attributes):
        return None
    token = _spread(source, token, _Gap(at, *inner.span()))
    if not _is_meant(source, token, inner):
        return None
    token.add(_fault(text, token, inner))
    return token


def _is_ended(text: str, at: int, less: int) -> bool:
    """Tell whether a tag has its `>` before the next `<`: not one in a value."""
    greater = text.find(">", at, less)
    if greater < 0:
        return False
    return text.find('"', at, greater) < 0 and text.find("'", at, greater) < 0


class _Gap(NamedTuple):
    """Where the outer tag begins, and from where to where the inner one goes."""

    outer: int
    start: int
    end: int

    def first(self, at: int) -> int:
        """Return where something begins that began so far behind the outer tag."""
        at += self.outer
        return at if at < self.start else at + self.end - self.start

    def last(self, at: int) -> int:
        """Return where something ends that ended so far behind the outer tag."""
        return self.first(at - 1) + 1


def _spread(source: Source, token: Token, gap: _Gap) -> Token:
    """Return a tag that was read without the inner one with its places in the text."""
    start, end = gap.first(token.name_start), gap.last(token.name_end)
    found = Token(token.kind, gap.outer, gap.last(token.end), token.name)
    found.proper, found.empty = token.name, token.empty
    found.name_at, found.name_size = start - gap.outer, end - start
    found.good_end = gap.last(token.good_end) if token.good_end else 0
    for a in token.attributes:
        starts = gap.first(a.start), gap.first(a.name_start)
        value = gap.first(a.value_start), gap.first(a.value_end)
        ends = gap.last(a.name_end), *value, gap.last(a.end)
        found.add_attribute(Attribute(a.name, *starts, *ends))
        found.add_value(source, *value)
    return found


def _is_meant(source: Source, outer: Token, inner: re.Match[str]) -> bool:
    """Tell whether the inner tag is one too many, and not the end of the outer one."""
    name, text = inner[2], source.text
    is_start = not inner[1] and source.model.knows(local_part(name))
    if is_start and source.end_tag(name, inner.end()) >= 0:
        return False
    if outer.kind == "end":
        return source.model.knows(local_part(outer.name))
    if not is_element(source, outer.name, outer.end):
        return False
    following = _NEXT.match(text, outer.end) if name == outer.name else None
    if following is None:
        return name != outer.name
    if following[1]:
        return following[2] == name
    return source.model.may_contain(source.meant(name), source.meant(following[2]))


def _fault(text: str, outer: Token, inner: re.Match[str]) -> Draft:
    edit = TextEdit(*inner.span(), "")
    if not inner[1]:
        return draft("malformed-attribute", text, *inner.span(), edit)
    fault = draft("stray-end-tag", text, *inner.span(2), edit)
    fault.detail = "inside"
    fault.owner = outer.name
    return fault
