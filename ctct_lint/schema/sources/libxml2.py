"""A schema as libxml2 compiles it, from the files that it may have and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from ctct_lint.schema.sources.sources import Unresolved

if TYPE_CHECKING:
    from ctct_lint.schema.sources.sources import Sources

# What stands for a file that there is none of: without an answer libxml2 would look
# for it itself.
_NOTHING = b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'


def libxml2_schema(sources: Sources) -> etree.XMLSchema:
    """Return the compiled schema.

    Raises XMLSyntaxError or XMLSchemaParseError, with the faults in its `error_log`,
    and Unresolved if the schema itself cannot be read.
    """
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True)
    parser.resolvers.add(_Resolver(sources))
    data = _encoded(sources.text(sources.url))
    return etree.XMLSchema(etree.fromstring(data, parser, base_url=sources.url))


class _Resolver(etree.Resolver):
    """Serves the files of a schema."""

    def __init__(self, sources: Sources) -> None:
        super().__init__()
        self._sources = sources

    # lxml calls it with the context as a third argument, which its stubs lack.
    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:
        del public_id
        try:
            data = _encoded(self._sources.text(system_url))
        except Unresolved:
            data = _NOTHING
        return self.resolve_string(data, context, base_url=system_url)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
