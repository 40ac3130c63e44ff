"""The addresses of links and images in a content, where one of them is in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ctct_lint.html.content import STYLE
from ctct_lint.html.traits import ADDRESS
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.mail.web_address import MALFORMED, judge, mended
from ctct_lint.rules.base import Proposal
from ctct_lint.rules.wording import quoted
from ctct_lint.xml.signs import CURLY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.html.attributes import Attribute
    from ctct_lint.html.content import Content
    from ctct_lint.html.tag import Tag
    from ctct_lint.model.place import Place
    from ctct_lint.model.severity import Applicability
    from ctct_lint.profiles.ctct.mail.web_address import Verdict

_ATTRIBUTES = frozenset({"href", "src", "background"})
# An address may call functions in each other: `javascript:a(b())`.
_DEPTH = 4
_OF_STYLES = "[^()]*"
for _ in range(_DEPTH):
    _OF_STYLES = rf"[^()]*(?:\({_OF_STYLES}\)[^()]*)*"
_OF_STYLES = rf"url\(({_OF_STYLES})\)"
# In a tag the quotes of `url("...")` can be references.
_QUOTES = ("&quot;", "&#34;", "&#39;", "&apos;", '"', "'")
# Other rules speak of these elements as a whole.
_OTHERS = frozenset({"base", "embed", "frame", "iframe", "input", "link", "script"})
_OTHERS |= {"audio", "source", "track", "video"}

_KNOWN: WeakKeyDictionary[Content, tuple[Address, ...]] = WeakKeyDictionary()


class Address(NamedTuple):
    """An address: what is wrong with it, and where it is.

    owner     the name of the attribute, or `url()`
    tag       the name of the tag in lower case; empty in a style sheet
    written   it as it is written, with references
    """

    verdict: Verdict
    owner: str
    tag: str
    written: str
    at: Place
    value: str

    @property
    def shown(self) -> str:
        """The address as messages show it, on one line."""
        return quoted(" ".join(self.value.split()))

    @property
    def better(self) -> str | None:
        """The address without the fault, as it is written; None if that is not sure."""
        return mended(self.written, self.verdict)

    def proposals(self, applicability: Applicability) -> tuple[Proposal, ...]:
        """Return the fix that takes the fault away, if there is one."""
        better = self.better
        if better is None:
            return ()
        title = f"write {quoted(better, 80)}"
        return (Proposal(title, ((self.at, better),), applicability),)


def doubtful(content: Content, kind: str) -> Iterator[Address]:
    """Yield the addresses with a fault of a kind, in order."""
    for address in _addresses(content):
        if address.verdict.kind == kind:
            yield address


def quote_marks(content: Content) -> Iterator[int]:
    """Yield where the typographic quotes are that an address begins or ends with."""
    if not content.traits & ADDRESS:
        return
    for address in doubtful(content, MALFORMED):
        bare = address.written.strip()
        start = address.at.start + address.written.find(bare)
        if bare[0] in CURLY:
            first = len(bare) - len(bare.lstrip(CURLY))
            last = len(bare.rstrip(CURLY))
            yield from range(start, start + first)
            yield from range(start + max(first, last), start + len(bare))


def _addresses(content: Content) -> tuple[Address, ...]:
    """Return all that are in doubt; several rules ask for them."""
    if content not in _KNOWN:
        _KNOWN[content] = tuple(_in_doubt(content))
    return _KNOWN[content]


def _in_doubt(content: Content) -> Iterator[Address]:
    if content.name == STYLE:
        yield from _in_styles(content, 0, len(content.text))
        return
    tags = content.tags
    for number, tag in enumerate(tags):
        if tag.lower in _OTHERS:
            continue
        for attribute in tag.attributes:
            if attribute.lower in _ATTRIBUTES:
                yield from _of_attribute(content, tag, attribute)
            elif attribute.lower == "style":
                span = attribute.value_start, attribute.value_end
                yield from _in_styles(content, *span, tag.lower)
        if tag.lower == "style" and not tag.is_end:
            following = tags[number + 1 : number + 2]
            end = following[0].start if following else len(content.text)
            yield from _in_styles(content, tag.end, end)


def _of_attribute(
    content: Content, tag: Tag, attribute: Attribute
) -> Iterator[Address]:
    verdict = judge(attribute.value)
    if verdict is None:
        return
    start, end = attribute.value_start, attribute.value_end
    if not attribute.value or verdict.is_around:
        at = content.attribute_value(attribute)
    else:
        start, end = _without_blanks(content.text, start, end)
        at = content.span(start, end)
    written = content.text[start:end]
    yield Address(verdict, attribute.lower, tag.lower, written, at, attribute.value)


def _in_styles(
    content: Content, start: int, end: int, tag: str = ""
) -> Iterator[Address]:
    pattern = re.compile(_OF_STYLES, re.IGNORECASE)
    for found in pattern.finditer(content.text, start, end):
        first, last = _without_quotes(content.text, *found.span(1))
        written = content.text[first:last]
        verdict = judge(written.replace("&amp;", "&"))
        if verdict and not _is_import(content.text, found.start()):
            place = (first, last) if written.strip() else found.span()
            at = content.span(*place)
            yield Address(verdict, "url()", tag, written, at, written)


def _without_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = _without_blanks(text, start, end)
    for quote in _QUOTES:
        width = len(quote)
        if text.startswith(quote, start) and text.endswith(quote, start + width, end):
            return start + width, end - width
    return start, end


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span down to what is no white space; a blank one stays as it is."""
    inside = text[start:end]
    if inside.isspace():
        return start, end
    return end - len(inside.lstrip()), start + len(inside.rstrip())


def _is_import(text: str, at: int) -> bool:
    """Say whether an `@import`, of which another rule speaks, is right before."""
    return text[max(at - 20, 0) : at].rstrip().lower().endswith("@import")
