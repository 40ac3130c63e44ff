"""What start tags declare, also where a declaration is misspelt or is no URI."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.repair.broken_declarations import (
    may_be_declaration,
    meant_declaration,
    misspelt,
    with_values,
)
from ctct_lint.xml.repair.namespace_names import is_namespace, mended_uri
from ctct_lint.xml.scan.escaping import decoded, escaped_text
from ctct_lint.xml.scan.repeated import take_away

if TYPE_CHECKING:
    from ctct_lint.xml.draft import Draft
    from ctct_lint.xml.repair.known_prefixes import KnownPrefixes
    from ctct_lint.xml.repair.namespace_names import Scopes
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Attribute, Token

# A text with more names that may be declarations than that has no misspelt ones.
_MOST_COMPARED = 200


class Declarations:
    """Reads the declarations of start tags into the scopes, and mends them.

    drafts  takes the faults
    """

    def __init__(
        self, source: Source, known: KnownPrefixes, scopes: Scopes, drafts: list[Draft]
    ) -> None:
        self._source = source
        self._known = known
        self._scopes = scopes
        self._drafts = drafts
        self._looked_at = 0

    def read(self, token: Token) -> list[str]:
        """Return the prefixes that a tag declares."""
        prefixes = []
        if token.drafts:
            for prefix, uri in with_values(self._source.text, token, self._known):
                self._scopes.setdefault(prefix, []).append(uri)
                prefixes.append(prefix)
        for attribute in token.attributes:
            self._mend_name(token, attribute)
            if attribute.name != "xmlns" and not attribute.name.startswith("xmlns:"):
                continue
            prefix, value = attribute.name[6:], self._known.value(attribute)
            if not is_namespace(attribute.name, value):
                value = self._mend_value(token, attribute, value)
            self._scopes.setdefault(prefix, []).append(decoded(value))
            prefixes.append(prefix)
        return prefixes

    def _mend_name(self, token: Token, attribute: Attribute) -> None:
        """Take an attribute for the declaration that its name is close to."""
        name = attribute.name
        if not may_be_declaration(name) or self._looked_at == _MOST_COMPARED:
            return
        self._looked_at += 1
        undeclared = (p for p in self._known.uses() if not self._scopes.get(p))
        meant = meant_declaration(name, islice(undeclared, _MOST_COMPARED))
        if not meant or any(other.name == meant for other in token.attributes):
            return
        if ":" in self._known.value(attribute):
            fault = misspelt(self._source.text, token, attribute, meant)
            self._drafts.append(fault)
            attribute.name = meant

    def _mend_value(self, token: Token, attribute: Attribute, value: str) -> str:
        start, end = attribute.value_start, attribute.value_end
        new = mended_uri(attribute.name, decoded(value).strip())
        is_empty = start == end
        known = self._known.meant_by(attribute.name[6:]) if is_empty else ""
        new = escaped_text(known) or new
        edit = TextEdit(start, end, new or "")
        if new is None:
            take_away(token, [(attribute.start, attribute.end)])
            edit = TextEdit(attribute.start, attribute.end, "")
        if is_empty:
            start, end = attribute.name_start, attribute.name_end
        fault = draft("malformed-namespace", self._source.text, start, end, edit)
        fault.owner = attribute.name
        if new and (known or not is_empty):
            fault.expected = (new,)
        self._drafts.append(fault)
        return new or ""
