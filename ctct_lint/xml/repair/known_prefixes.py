"""What prefixes stand for: in the document, in its format, and everywhere."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.xml.repair.inside import mended
from ctct_lint.xml.repair.namespace_names import is_namespace, uses
from ctct_lint.xml.scan.escaping import decoded

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Attribute, Token

_WELL_KNOWN = {
    "app": "http://www.w3.org/2007/app",
    "atom": "http://www.w3.org/2005/Atom",
    "html": "http://www.w3.org/1999/xhtml",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xlink": "http://www.w3.org/1999/xlink",
    "xs": "http://www.w3.org/2001/XMLSchema",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


class KnownPrefixes:
    """The prefixes of a document: where they are used, and what they stand for."""

    def __init__(
        self,
        source: Source,
        opened: Sequence[Token | None],
        tokens: Sequence[Token],
    ) -> None:
        self._source = source
        self._tokens = tokens
        self._uses: dict[str, list[tuple[int, str]]] | None = None
        self._seen: dict[str, str] = {}
        self._collect(opened)

    def _collect(self, opened: Sequence[Token | None]) -> None:
        """Note what URI each prefix has wherever it is declared."""
        found = (t for t in opened if t and t.may_declare_prefixes())
        for attribute in chain.from_iterable(token.attributes for token in found):
            if attribute.name.startswith("xmlns:"):
                value = self.value(attribute)
                if value and is_namespace(attribute.name, value):
                    self._seen.setdefault(attribute.name[6:], decoded(value))

    def value(self, attribute: Attribute) -> str:
        """Return the value of an attribute as it is mended, references and all."""
        return mended(self._source, attribute.value_start, attribute.value_end)

    def seen(self, prefix: str) -> str:
        """Return what a prefix stands for somewhere in the document, or ""."""
        return self._seen.get(prefix, "")

    def uses(self) -> dict[str, list[tuple[int, str]]]:
        """Return where names have each prefix, and the local names."""
        if self._uses is None:
            self._uses = uses(self._tokens)
        return self._uses

    def uses_of(self, prefix: str) -> list[tuple[int, str]]:
        """Return where names have a prefix, and the local names."""
        return self.uses().get(prefix, [])

    def has_bare(self, prefix: str) -> bool:
        """Has the format all names with a prefix, and in no namespace?"""
        return self._source.model.has_bare([name for _, name in self.uses_of(prefix)])

    def in_format(self, prefix: str) -> str:
        """Return what the names with a prefix are in the format, or everywhere."""
        return self.known(prefix, [local for _, local in self.uses_of(prefix)])

    def meant_by(self, prefix: str) -> str:
        """Return what a prefix stands for elsewhere or in the format, or ""."""
        return self.seen(prefix) or self.in_format(prefix)

    def known(self, prefix: str, names: Collection[str] = ()) -> str:
        """Return what the prefix stands for in the format or everywhere, or ""."""
        of_format = self._source.model.namespace_of(prefix, names)
        return of_format or _WELL_KNOWN.get(prefix, "")
