"""Namespaces in XML: prefixes without declaration, names that are no URI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.repair.declarations import Declarations
from ctct_lint.xml.repair.known_prefixes import KnownPrefixes
from ctct_lint.xml.repair.lost_declarations import LostDeclarations
from ctct_lint.xml.repair.undeclared_prefixes import UndeclaredPrefixes
from ctct_lint.xml.repair.xml_ids import XmlIds
from ctct_lint.xml.scan.repeated import repeated_attribute, take_away

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Attribute, Token


class Namespaces:
    """Checks the start tags of the mended document; `drafts` has the faults.

    opened   the start tags, each followed by None where its element ends
    tokens   all of them, where somebody asks for all names
    of_root  the fault of a root that has lost its start tag
    """

    def __init__(
        self,
        source: Source,
        opened: Sequence[Token | None],
        tokens: Sequence[Token],
        of_root: Draft | None = None,
    ) -> None:
        self.drafts: list[Draft] = []
        self._source = source
        self._opened = opened
        self._known = known = KnownPrefixes(source, opened, tokens)
        self._scopes = scopes = {"": [""]}
        self._lost = lost = LostDeclarations(of_root)
        self._ids = XmlIds(source)
        self._declarations = Declarations(source, known, scopes, self.drafts)
        self._prefixes = UndeclaredPrefixes(known, scopes, lost, opened, self.drafts)

    def run(self) -> None:
        """Check all start tags, each in the scope of those around it."""
        declared: list[list[str]] = []
        for token in self._opened:
            if token is None:
                for prefix in declared.pop():
                    self._scopes[prefix].pop()
                self._lost.leave(len(declared))
                continue
            if token.start == token.end:
                self._lost.enter(token, len(declared))
            is_of_moment = token.may_name_namespaces()
            declared.append(self._declarations.read(token) if is_of_moment else [])
            if ":" in token.proper:
                self._uri(token.proper, token.name_start, token.name_end)
            if is_of_moment:
                self._check_attributes(token)

    def _uri(self, name: str, start: int, end: int) -> str:
        """Return the namespace of a name with a prefix."""
        prefix = name.partition(":")[0]
        if prefix == "xml":
            return "xml"
        scope = self._scopes.get(prefix)
        return scope[-1] if scope else self._prefixes.uri(prefix, name, start, end)

    def _check_attributes(self, token: Token) -> None:
        expanded: dict[tuple[str, str], Attribute] = {}
        for attribute in token.attributes:
            prefix, colon, local = attribute.name.partition(":")
            if not colon or prefix == "xmlns":
                continue
            place = attribute.name_start, attribute.name_end
            key = self._uri(attribute.name, *place), local
            first = expanded.get(key)
            if first and self._prefixes.take_back_guess(attribute, first):
                key, first = (self._uri(attribute.name, *place), local), None
            expanded.setdefault(key, attribute)
            if first:
                take_away(token, [(attribute.start, attribute.end)])
                fault = repeated_attribute(self._source.text, token, attribute, first)
                self.drafts.append(fault)
            elif attribute.name == "xml:id":
                written = self._known.value(attribute)
                self.drafts += self._ids.check(token, attribute, written)
