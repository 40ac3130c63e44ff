"""How a document begins: its root, and the schemas that it names.

It is read from the text, so that a document need not be well-formed.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.pieces import pieces_of
from ctct_lint.schema.names import XSD, XSI
from ctct_lint.text.patterns import lazy

_START = lazy(
    r"(?P<opener><!--|<!\[CDATA\[|<\?xml(?=\s)|<\?|<!DOCTYPE(?=[^\[<>]*\[))"
    r"(?:(?<=\?)(?P<target>[\w:.-]+))?"
    r"|<(?:(?P<prefix>[\w.-]+):)?(?P<local>[^\W\d][\w.-]*)"
    r"""(?P<attributes>(?:[^<>"']|"[^"<]*"|'[^'<]*')*)""",
    re.DOTALL,
)
_ATTRIBUTE = lazy(r"""(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_QUOTES = {"&quot;": '"', "&apos;": "'"}


class Opening(NamedTuple):
    """The root of a document, and the keys under which a catalog may have its schema.

    namespace, local  of the root; "" where there is none
    keys              the namespaces of `xsi:schemaLocation` (without one: the place
                      that is named), then the `href` of each `<?xml-model?>` that may
                      name an XSD
    """

    namespace: str = ""
    local: str = ""
    keys: tuple[str, ...] = ()


def opening_of(text: str) -> Opening:
    """Return how a document begins."""
    models: list[str] = []
    for found, inside in pieces_of(text, _START):
        if found["target"] == "xml-model":
            given = _attributes(inside)
            if given.get("schematypens", XSD) == XSD and "href" in given:
                models.append(given["href"])
        elif found["local"]:
            return _opening(found, models)
    return Opening(keys=tuple(models))


def _opening(found: re.Match[str], models: list[str]) -> Opening:
    given = _attributes(found["attributes"])
    prefix = found["prefix"]
    namespace = given.get(f"xmlns:{prefix}" if prefix else "xmlns", "")
    locations = [
        value if name.endswith(":schemaLocation") else f"{value} {value}"
        for name, value in given.items()
        if name.endswith((":schemaLocation", ":noNamespaceSchemaLocation"))
        and given.get(f"xmlns:{name.partition(':')[0]}") == XSI
    ]
    namespaces = [key for one in locations for key in one.split()[::2]]
    return Opening(namespace, found["local"], (*namespaces, *models))


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1]: unescape(found[2] if found[2] is not None else found[3], _QUOTES)
        for found in _ATTRIBUTE.finditer(text)
    }
