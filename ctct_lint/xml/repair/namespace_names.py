"""Prefixes, of which a misspelt one means another, and the URIs that libxml2 takes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.text.patterns import lazy
from ctct_lint.text.slips import is_slip
from ctct_lint.text.white_space import is_invisible
from ctct_lint.xml.chars import safe_name
from ctct_lint.xml.parsing import parsed
from ctct_lint.xml.scan.escaping import escaped_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.xml.tokens import Token

# By prefixes, "" for names without one: the URIs in the elements around, "" for none.
Scopes = dict[str, list[str]]
# Short ones are too much alike: `xs`, `xsd`, `xsi`, `xsl`.
_SHORTEST = 4
_PLAIN_URI = lazy("https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9/._~-]*)?")
_RESERVED = frozenset(
    {"http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"}
)


def meant_prefix(prefix: str, declared: Iterable[str]) -> str:
    """Return the one declared prefix that is a slip away; "" if there is none."""
    if len(prefix) < _SHORTEST:
        return ""
    close = [p for p in declared if len(p) >= _SHORTEST and is_slip(prefix, p)]
    return close[0] if len(close) == 1 else ""


def uses(tokens: Sequence[Token]) -> dict[str, list[tuple[int, str]]]:
    """Return where tags and attributes have each prefix, with the rest of the name."""
    found: dict[str, list[tuple[int, str]]] = {}
    for token in tokens:
        if token.is_tag:
            _note(found, token.name_start, token.name)
        for attribute in token.attributes if token.may_name_namespaces() else ():
            _note(found, attribute.name_start, attribute.name)
    return found


def _note(found: dict[str, list[tuple[int, str]]], start: int, name: str) -> None:
    prefix, colon, local = name.partition(":")
    if colon:
        found.setdefault(prefix, []).append((start, local))


def is_namespace(name: str, value: str) -> bool:
    """Tell whether libxml2 takes the declaration `name="value"`.

    Which strings are URIs is a long story; for all but the plain ones it is
    libxml2 itself that is asked.
    """
    if name not in ("xmlns:xml", "xmlns:xmlns") and value not in _RESERVED:
        if _PLAIN_URI.fullmatch(value):
            return True
        if not value:
            return name == "xmlns"
    return _libxml2_takes(name, value)


@lru_cache(maxsize=256)
def _libxml2_takes(name: str, value: str) -> bool:
    value = value.replace("<", "&lt;").replace('"', "&quot;")
    try:
        parsed(f'<a {name}="{value}"/>')
    except etree.XMLSyntaxError:
        return False
    return True


def mended_uri(name: str, plain: str) -> str | None:
    """Return the URI that was meant by what declaration `name` has, None if unknown."""
    from urllib.parse import quote

    seen = "".join(char for char in plain if not is_invisible(char))
    tried = (
        escaped_text(seen.strip("\\").replace("\\", "/")),
        escaped_text(plain),
        escaped_text(quote(plain, safe="/:?#@!$&'()*+,;=~-._%")),
        escaped_text(quote(plain, safe="/:?=~-._")),
        f"urn:{safe_name(name).lower()}",
    )
    return next((one for one in tried if is_namespace(name, one)), None)
