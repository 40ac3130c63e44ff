"""A schema as libxml2 compiles it, from the files that it may have and no others.

The schema is imported by one of no content: of a tree that lxml has, a copy is made
first, and to make both takes longer than to compile it.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from ctct_lint.schema.names import XSD
from ctct_lint.schema.sources.sources import Unresolved
from ctct_lint.xml.parsing import encoded, parsed, safe_parser

if TYPE_CHECKING:
    from collections.abc import Callable

    Texts = Callable[[str], str]

# What stands for a file that there is none of: without an answer libxml2 would look
# for it itself.
_NOTHING = f'<xs:schema xmlns:xs="{XSD}"/>'
_OF_NOTHING = "urn:ctct-lint:of-nothing"
_ANNOTATION = f"{{{XSD}}}annotation"


def libxml2_schema(url: str, texts: Texts) -> etree.XMLSchema:
    """Return the compiled schema of a URL.

    texts  returns the text of the file of a URL; Unresolved if there is none

    Raises XMLSyntaxError or XMLSchemaParseError, with the faults in its `error_log`,
    and Unresolved if the schema itself cannot be read.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parser.resolvers.add(_Resolver(texts))
    return etree.XMLSchema(etree.fromstring(_importing(url, texts(url)), parser))


def bare(text: str) -> str:
    """Return the text of a schema file without what libxml2 passes over."""
    root = parsed(text, safe_parser(remove_blank_text=True, remove_comments=True))
    etree.strip_elements(root, _ANNOTATION, with_tail=False)
    return etree.tostring(root, encoding="unicode")


def _importing(url: str, text: str) -> str:
    """Return a schema that imports the one of a URL; of no namespace it includes it."""
    _, root = next(etree.iterparse(BytesIO(encoded(text)), ("start",)))
    namespace = root.get("targetNamespace")
    place = f"schemaLocation={quoteattr(url)}"
    if namespace is None:
        return f'<xs:schema xmlns:xs="{XSD}"><xs:include {place}/></xs:schema>'
    # With none of its own, what is imported of no namespace would be taken for it.
    return (
        f'<xs:schema xmlns:xs="{XSD}" targetNamespace="{_OF_NOTHING}">'
        f"<xs:import namespace={quoteattr(namespace)} {place}/></xs:schema>"
    )


class _Resolver(etree.Resolver):
    """Serves the files of a schema."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    # lxml calls it with the context as a third argument, which its stubs lack.
    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:
        del public_id
        try:
            text = self._texts(system_url)
        except Unresolved:
            text = _NOTHING
        return self.resolve_string(encoded(text), context, base_url=system_url)
