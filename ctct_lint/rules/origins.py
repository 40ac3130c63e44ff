"""What a text that is not XML is instead, told by its beginning."""

from __future__ import annotations

import re

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.pages import MESSAGE

_LOOKED_AT = 2000
_MOST_LINES = 5
_ALONE = "send the XML as the body, and nothing else"


class Origin(NamedTuple):
    """What the text is, and what to do about it.

    is_payload  may it be the document itself, which must not be taken away?
    """

    what: str
    advice: str
    is_payload: bool = False


_HTTP = Origin("the header of a request or response", "keep only what follows it")
_MAIL = Origin("the header of a mail", "keep only what follows it")
PHP = Origin(
    "a message of PHP", "set `display_errors` to off, and mend what the message says"
)
_DUMP = Origin(
    "a dump of PHP", "send the string itself, not what `print_r` or `var_dump` shows"
)
_MULTIPART = Origin("multipart form data", _ALONE)
_PARTS = Origin("a multipart message", _ALONE)
_FORM = Origin("form data", _ALONE)
_JSON = Origin("JSON", _ALONE)
_CSV = Origin("CSV", _ALONE)
_ADDRESSES = Origin("a list of e-mail addresses", _ALONE)
_LOG = Origin("the line of a log", "keep only the document")
_SHELL = Origin("the line of a shell", "copy what the command shows only")
_COMMAND = Origin("a command of a shell", "keep only what it sends")
_FENCE = Origin("Markdown", "leave out the fences of the block")
_BYTES = Origin("a literal of Python", "decode the bytes: write `data.decode()`")
_QUOTE = Origin("a quotation mark", "send only what stands between the quotes")
_ENCODED = Origin("URL-encoded XML", "decode it: `%3C` is `<`")
_ESCAPED = Origin("escaped XML", "unescape it: `&lt;` is `<`", is_payload=True)
_BASE64 = Origin("Base64", "decode it")
_SECTION = Origin("a CDATA section", "take `<![CDATA[` and `]]>` away")
_COMMENT = Origin("a comment", "take `<!--` and `-->` away if it holds the document")
_PROGRAM = Origin("a template or program", "send what it makes, not the code")
_PAGE = Origin("a page of HTML", "look at what it says")
_CONVERTED = "only XSD is read: convert it, for example with `trang`"
_DTD = Origin("a DTD", _CONVERTED)
_COMPACT = Origin("RELAX NG in its compact form", _CONVERTED)
_MARK = Origin("a byte order mark", "it may stand at the very start only, and once")
# As `2011-09-02`, `02/Sep/2011` and `Sep  2`, and a time behind them.
_DAY = r"(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d?[-/. ][a-z]{3}[-/. ]\d{4}|[a-z]{3} +\d\d?)"
_TIME = r"\d\d:\d\d:\d\d"
_KEY = r"[\w.\[\]+%-]+"
# A `<` that begins no tag may stand in it.
_VALUE = r"(?:[^<>&\s]|&(?![\w.\[\]+%-]+=)|[<>](?![a-z/?!]))"
_ADDRESS = r"[^\s@<>,;\"]+@[^\s@<>,;\"]+"
# With or without a name before it, as in the header of a mail.
_MAILBOX = rf"(?:\"?{_ADDRESS}\"?|[^\n@<>,;]*<{_ADDRESS}>)"
_MAILBOXES = lazy(
    rf"(?:e-?mail[\w -]*\s+)?{_MAILBOX}(?:[\s,;]+{_MAILBOX})*\s*\Z", re.IGNORECASE
)
# The line of a request, and fields of a header, folded or not, up to its type.
_TO_TYPE = (
    r"(?:[^\r\n:]*HTTP/\d[^\r\n]*\r?\n)?"
    r"(?:(?!Content-Type:)[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*Content-Type:\s*"
)
_ORIGINS = tuple(
    (lazy(pattern, re.IGNORECASE), origin)
    for pattern, origin in (
        (r"\ufeff+\Z", _MARK),
        (r"['\"]\Z", _QUOTE),
        (rf"{_TO_TYPE}multipart/form-data", _MULTIPART),
        (rf"{_TO_TYPE}multipart/", _PARTS),
        (r"(?:[<>*]\s)?(?:HTTP/\d|[A-Z]{3,7} \S+ HTTP/\d)", _HTTP),
        (r"\* +(?:About to connect|Trying|Connected to|Host )", _HTTP),
        (r"(?:Content-[\w-]+|Host|Date|Server|User-Agent|Accept): ", _HTTP),
        (r"(?:MIME-Version|From|To|Subject|Received|Return-Path|Message-ID): ", _MAIL),
        (MESSAGE, PHP),
        (r"(?:<pre[^<>]*>\s*)?(?:array|\w+ object)\s*\(", _DUMP),
        (r"(?:<pre[^<>]*>\s*)?(?:(?:string|array|object)\(\S+\)|NULL\b)", _DUMP),
        (r"--[^\s<>]{2,70}\r?\nContent-", _MULTIPART),
        (r"```|~~~", _FENCE),
        (r"b(?:'|\")", _BYTES),
        (r"(?:[$#%] +)?(?:curl|wget) +\S", _COMMAND),
        (r"(?:[$#%]|\S+@\S+[$#%]|PS [A-Z]:\S*>|[A-Z]:\\\S*>|>>>) +\w", _SHELL),
        (r"[\w.-]+@[\w.-]+:\S* ?[$#%]", _SHELL),
        (r"(?:\w+=)?%3C(?:%3F|[a-z])", _ENCODED),
        (r"(?:[a-z0-9+/]{40,80}\s+)*[a-z0-9+/]{24,}={1,2}\s*\Z", _BASE64),
        (r"(?=\S*\d)[a-z0-9+/]{40,}(?:\s+[a-z0-9+/]{4,80})*\s*\Z", _BASE64),
        (rf"{_KEY}={_VALUE}*(?:&{_KEY}={_VALUE}*)*\s*\Z", _FORM),
        (rf"(?!\S*(?:</|/>|<[?!])){_KEY}=\S*\s*\Z", _FORM),
        (r"\{\s*(?:\"|'|\}|\Z)|\[\s*(?:[\[{\"]|-?\d[\d.]*\s*[,\]]|\])", _JSON),
        (rf"[\[(]?(?:{_DAY}[ T,:]+{_TIME}|{_TIME}[.,]\d+ )", _LOG),
        (r"\[?(?:debug|info|warn|error|trace)\]?(?::| +-| +\[| +\S+ - )", _LOG),
        (r"&(?:amp;)*(?:lt|#0*60|#x0*3c);(?:\?xml|!|[a-z])", _ESCAPED),
        (r"(?:PD94|PGVud|PEVud|77u/PD)[A-Za-z0-9+/=\s]*\Z", _BASE64),
        (r"<!DOCTYPE html|<html", _PAGE),
        (r"<!\[CDATA\[", _SECTION),
        (r"<!--", _COMMENT),
        (r"<\?php\b|<[%?]=|<%", _PROGRAM),
        (r"<!(?:ELEMENT|ATTLIST|ENTITY|NOTATION)\s", _DTD),
        (r"(?:default )?namespace [\w ]*=|datatypes \w+ ?=|grammar\s*\{", _COMPACT),
        (r"element [\w:.-]+\s*\{|start\s*=\s*[a-z]", _COMPACT),
    )
)


def origin_of(text: str) -> Origin | None:
    """Say what a text is that stands where XML should; None if that is unknown."""
    head = text[:_LOOKED_AT]
    known = next((origin for pattern, origin in _ORIGINS if pattern.match(head)), None)
    return known or (_CSV if _is_table(head) else None)


def origin_of_document(text: str) -> Origin | None:
    """Say what a document is that is no XML.

    Addresses alone are a list of them there; between elements they are a value.
    """
    return _ADDRESSES if _MAILBOXES.match(text[:_LOOKED_AT]) else origin_of(text)


def _is_table(text: str) -> bool:
    """Do the first lines have as many commas each, semicolons or tabs?"""
    lines = text.split("\n")[:_MOST_LINES]
    rows = [line for line in lines if line.strip()]
    if len(rows) < 2 or "<" in text:  # noqa: PLR2004 - a heading and a row
        return False
    return any(
        0 < rows[0].count(sign) == rows[1].count(sign) for sign in (",", ";", "\t")
    )
