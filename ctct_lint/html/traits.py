"""What a content has that some rule may want to look at: flags, found at a glance.

A flag that is not set rules out what it stands for; one that is set says nothing
yet. Most contents have few, so that few rules are called.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ctct_lint.html.names import CONSTANT_CONTACT, KNOWN, SERVICE_TAGS
from ctct_lint.text.patterns import lazy
from ctct_lint.text.placeholders import may_have_placeholders

ADDRESS = 1  # an address of a link or image that is not plainly in order
HANDLER = 2  # an attribute that begins with `on`
IMAGE = 4  # an image without `src` or `alt`
NAME = 8  # a tag that neither HTML nor the service knows
XHTML = 16  # the document says that it is XHTML
SYMBOLS = 32  # characters beyond ASCII
CONTROL = 64  # a control character
ESCAPED_TAG = 128  # a reference to `<`
TWICE = 256  # a reference that was escaped
MOJIBAKE = 512  # references that programs make of UTF-8 in the wrong encoding
ENTITY = 1024  # references that XML does not have
STYLES = 2048  # a style sheet
MISCASED = 4096  # a tag of the service in the wrong case
SECTION = 8192  # a CDATA section: never seen at a glance, which is in doubt there
FRAME = 16384  # not plainly a page from `<html>` to `</html>`, nor without tags
WRAPPER = 32768  # not plainly words in one `<Text>`
WORDLESS = 65536  # no words behind a tag
UNTRACKED = 131_072  # not plainly one `<OpenTracking>`
PLACEHOLDER = 262_144  # a placeholder of a template
ALL = -1

_OF_HTML = KNOWN - CONSTANT_CONTACT
# What is surely in order, in lower case. A host is no name of a private network.
_fine_addresses = lazy(
    r'="(?<=href="|.src=")(?:https?://[a-z0-9][a-z0-9.-]*'
    r"\.(?!(?:local|internal|intranet|lan|corp|home)\b)[a-z]{2,}(?=[/?#\"])"
    r"[\w.~/?&=;:+,#!$'()@*%-]*"
    r'|mailto:[\w.+&-]+@[\w-][^"\s]*|#[^"\s]*)"'
)
# The same but for what is seldom, whatever the case of the rest of the tag.
_plain_addresses = lazy(
    r'="http(?<=href="http|.src="http)s?://(?!-)(?:[a-z0-9-]+\.)+'
    r"(?!(?:local|internal|intranet|lan|corp|home)\b)[a-z]{2,}(?=[/?#\"])"
    r"(?:[\w~/?=;:+,#!$()@*%-]+(?:(?:\.|&(?!#))[\w~/?=;:+,#!$()@*%-]+)*)?\"",
    re.ASCII,
)
_handler = lazy(r"[\s\"'/]on")
_alt = lazy(r"[\s\"'/]alt\s*=")
_src = lazy(r"[\s\"'/]src\s*=")
# With a semicolon: a reference that was escaped.
_references = lazy(r"&(?:amp;[#\w]\w*;|#?\w+)")
_LESS = frozenset({"lt", "#60", "#x3c", "#x3C", "#X3c", "#X3C"})
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
# The first byte of most characters in UTF-8: C2, C3 or E2.
_FIRST_BYTES = frozenset({"Atilde", "Acirc", "acirc", "#194", "#195", "#226"})
# A character that is no blank behind a tag; an entity may be one.
_words = lazy(r">[ \t\r\n\f]*[^ \t\r\n\f<&]")


def without_addresses(text: str) -> str:
    """Return a text with `#` for each address that is surely in order.

    Where tags differ in their addresses alone, to look at one of them is enough.
    """
    return _plain_addresses.sub('="#"', text) if '="http' in text else text


def of_tag(raw: str, name: str, rest: str) -> int:
    """Return the traits of a start tag.

    raw   all between `<` and `>`, as written
    name  its name, `rest` what follows the name, both in lower case
    """
    found = 0 if name in _OF_HTML else _of_name(name, raw[: len(name)])
    if name == "img" and not (_alt.search(rest) and _src.search(rest)):
        found |= IMAGE
    if rest and _has_doubtful_address(rest):
        found |= ADDRESS
    if "on" in rest and _handler.search(rest):
        found |= HANDLER
    return found


def of_end_tag(raw: str, name: str) -> int:
    """Return the traits of an end tag, given as that of a start tag."""
    return 0 if name in _OF_HTML else _of_name(name, raw[1 : len(name) + 1])


def _of_name(name: str, written: str) -> int:
    if name not in CONSTANT_CONTACT:
        return NAME
    return 0 if written in SERVICE_TAGS else MISCASED


def of_text(text: str) -> int:
    """Return the traits that need no look at the tags."""
    found = 0
    if not text.isascii():
        found |= SYMBOLS | CONTROL
    elif "\x7f" in text:
        found |= CONTROL
    if may_have_placeholders(text):
        found |= PLACEHOLDER
    if "&" in text:
        found |= _of_references(frozenset(_references.findall(text)))
    return found


def of_page(text: str) -> int:
    """Return the traits of what is to be a page; of its tags, no words are needed."""
    found = 0 if begins_as_page(text) and ends_as_page(text) else FRAME
    return found if _is_tracked_once(text) else found | UNTRACKED


def of_words(text: str) -> int:
    """Return the traits of a text that is to be words, in tags or without any."""
    found = 0 if is_wrapped(text) else WRAPPER
    return found if has_words(text) else found | WORDLESS


def _is_tracked_once(text: str) -> bool:
    at = text.find("<OpenTracking")
    if at < 0 or text.find("<OpenTracking", at + 1) >= 0:
        return False
    comment = text.rfind("<!--", 0, at)
    return comment < 0 or text.find("-->", comment, at) >= 0


def begins_as_page(text: str) -> bool:
    """Has it an `<html>` and a `<body>`, with no comment before that?"""
    body = text.find("<body", text.find("<html") + 1 or len(text))
    return body >= 0 and "<!" not in text[:body]


def ends_as_page(text: str) -> bool:
    """Has it the end tags of the body and the page, in their order?"""
    return text.rfind("</html") > text.rfind("</body") > 0


def is_wrapped(text: str) -> bool:
    """Is it words in a `<Text>`, with no other tag among them?"""
    return text.startswith("<Text>") and "<" not in text[1:].partition("</Text>")[0]


def has_words(text: str) -> bool:
    """Are there words behind a tag of the body that is no comment?"""
    # Behind the last comment there is no text that only seems to be one.
    behind = text.rfind("-->") + 2 if "<!--" in text else 0
    return _words.search(text, max(text.find("<body"), behind, 0)) is not None


def of_style_sheet(text: str) -> int:
    """Return the traits of a style sheet, or of a text that has one."""
    return STYLES | ADDRESS if "url(" in text.lower() else STYLES


@lru_cache(maxsize=256)
def _of_references(references: frozenset[str]) -> int:
    found = 0
    names = {one[1:].partition(";")[0] for one in references}
    if not _LESS.isdisjoint(names):
        found |= ESCAPED_TAG
    if not _FIRST_BYTES.isdisjoint(names):
        found |= MOJIBAKE
    if not names <= _OF_XML:
        found |= ENTITY
    return found | TWICE if any(one.endswith(";") for one in references) else found


def _has_doubtful_address(rest: str) -> bool:
    if "&#" in rest or ".." in rest or "url(" in rest or "background=" in rest:
        return True
    number = rest.count("href") + rest.count("src")
    if number == rest.count('href="#"') + rest.count('src="#"'):
        return False
    return number != len(_fine_addresses.findall(rest))
