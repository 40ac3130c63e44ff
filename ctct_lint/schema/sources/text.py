"""The text of a schema file as it is handed to libxml2 and xmlschema.

A document type is blanked, and the texts that it declares as entities are put in: no
reader expands any. So is the XML declaration, for the text is handed over in UTF-8.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr, unescape

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.sources.entities import expanded
from ctct_lint.text.encoding import decode
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BLANK = lazy(r"[^\r\n]")
# A comment, or an instruction, ends where it first can: nothing is tried twice.
_ASIDE = r"<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>"
_BEFORE = lazy(rf"\s+|{_ASIDE}", re.DOTALL)
_DECLARATION = lazy(r"\s*<\?xml\s[^>]*\?>")
_DOCTYPE = lazy(
    r"""<!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*"""
    rf"""(?:\[(?:"[^"]*"|'[^']*'|{_ASIDE}|[^\]"'<]|<(?!!--|\?))*\]\s*)?>""",
    re.DOTALL,
)
_KINDS = ("include", "import", "redefine", "override")
_REFERENCE = lazy(
    rf"<(?:[\w.-]+:)?(?P<kind>{'|'.join(_KINDS)})\b"
    r"""(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*?)/?>"""
)
_LONGEST_PREFIX = 200
_ATTRIBUTE = lazy(r"""(?<=\s)(namespace|schemaLocation)\s*=\s*("[^"]*"|'[^']*')""")
_QUOTES = {"&quot;": '"', "&apos;": "'"}


class Reference(NamedTuple):
    """What an include, an import or the like names; None where it does not say."""

    kind: str
    namespace: str | None
    location: str | None


def readable(data: bytes) -> str:
    """Return the text of a file, without its declaration and its document type."""
    text = undeclared(decode(data).text)
    found = _doctype(text) if "<!DOCTYPE" in text else None
    if found is None:
        return text
    blanked = _blanked(text, found.start(), found.end())
    return expanded(blanked, found[0]) if "<!ENTITY" in found[0] else blanked


def undeclared(text: str) -> str:
    """Return a text with its XML declaration blanked."""
    found = _DECLARATION.match(text)
    return text if found is None else _blanked(text, found.start(), found.end())


def _doctype(text: str) -> re.Match[str] | None:
    """Return where the document type stands, behind comments and white space."""
    at, found = 0, _BEFORE.match(text)
    while found is not None:
        at = found.end()
        found = _BEFORE.match(text, at)
    return _DOCTYPE.match(text, at)


def references(text: str) -> Iterator[Reference]:
    """Yield what a schema file refers to, also in comments: it may be too much."""
    for found in _written(text):
        yield _reference(found)


def relocated(text: str, place: Callable[[Reference], str | None]) -> str:
    """Return a text with other places of what it refers to; None takes a place away.

    place  returns the place of what is referred to
    """
    parts: list[str] = []
    end = 0
    for found in _written(text):
        parts += text[end : found.start()], _relocated(found, place)
        end = found.end()
    return "".join((*parts, text[end:]))


def _written(text: str) -> list[re.Match[str]]:
    """Return where something is referred to: a pattern would look at every `<`."""
    found = (one for kind in _KINDS for one in _tags(text, kind))
    return sorted(found, key=re.Match.start)


def _tags(text: str, kind: str) -> Iterator[re.Match[str]]:
    """Yield the start tags of a name."""
    at = text.find(kind)
    while at >= 0:
        if text[at - 1] in "<:":
            start = text.rfind("<", max(at - _LONGEST_PREFIX, 0), at)
            found = _REFERENCE.match(text, max(start, 0))
            if found is not None and found.start("kind") == at:
                yield found
        at = text.find(kind, at + 1)


def _relocated(found: re.Match[str], place: Callable[[Reference], str | None]) -> str:
    reference = _reference(found)
    wanted = place(reference)
    if wanted == reference.location:
        return found[0]
    start, end = (index - found.start() for index in found.span("attributes"))
    others = _ATTRIBUTE.sub(
        lambda one: one[0] if one[1] == "namespace" else _BLANK.sub(" ", one[0]),
        found["attributes"],
    )
    given = "" if wanted is None else f" schemaLocation={quoteattr(wanted)}"
    return found[0][:start] + given + others + found[0][end:]


def _reference(found: re.Match[str]) -> Reference:
    given = {
        one[1]: unescape(one[2][1:-1], _QUOTES)
        for one in _ATTRIBUTE.finditer(found["attributes"])
    }
    return Reference(found["kind"], given.get("namespace"), given.get("schemaLocation"))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + _BLANK.sub(" ", text[start:end]) + text[end:]
