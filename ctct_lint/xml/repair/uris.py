"""Which names of namespaces libxml2 takes."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from ctct_lint.text.patterns import lazy

_PLAIN_URI = lazy("https?://[A-Za-z0-9.-]+(?:/[A-Za-z0-9/._~-]*)?")
_RESERVED = frozenset(
    {
        "http://www.w3.org/XML/1998/namespace",
        "http://www.w3.org/2000/xmlns/",
    }
)


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
    parser = etree.XMLParser(resolve_entities=False, no_network=True, encoding="utf-8")
    try:
        etree.fromstring(f'<a {name}="{value}"/>'.encode(), parser)
    except etree.XMLSyntaxError:
        return False
    return True
