"""Namespaces in XML: prefixes without declaration, names that are no URI."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import SPACE, is_ncname, safe_name
from ctct_lint.xml.draft import Draft, TextEdit, draft
from ctct_lint.xml.repair.inside import mended
from ctct_lint.xml.repair.lost_declarations import LostDeclarations
from ctct_lint.xml.repair.namespace_names import (
    is_namespace,
    meant_prefix,
    mended_uri,
    uses,
)
from ctct_lint.xml.scan.escaping import decoded, escaped_text
from ctct_lint.xml.scan.repeated import repeated_attribute, take_away

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Attribute, Token

# A text with more prefixes than that without a declaration has no misspelt ones.
_MOST_COMPARED = 200
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


class Namespaces:
    """Checks the start tags of the mended document; `drafts` has the faults.

    of_root  the fault of a root that has lost its start tag
    """

    def __init__(
        self,
        source: Source,
        opened: Sequence[Token | None],
        tokens: Sequence[Token],
        of_root: Draft | None = None,
    ) -> None:
        self._lost = LostDeclarations(of_root)
        self._source = source
        self._opened = opened
        self._tokens = tokens
        self._scopes: dict[str, list[str]] = {"": [""]}
        self._seen: dict[str, str] = {}
        self._assigned: dict[str, str] = {}
        self._ids: set[str] = set()
        self._uses: dict[str, list[tuple[int, str]]] | None = None
        self.drafts: list[Draft] = []

    def run(self) -> None:
        """Check all start tags, each in the scope of those around it."""
        self._collect()
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
            declared.append(self._declare(token) if is_of_moment else [])
            if ":" in token.proper:
                self._uri(token.proper, token.name_start, token.name_end)
            if is_of_moment:
                self._check_attributes(token)

    def _collect(self) -> None:
        """Note what URI each prefix has wherever it is declared."""
        tokens = (t for t in self._opened if t and t.may_name_namespaces())
        for attribute in chain.from_iterable(token.attributes for token in tokens):
            if attribute.name.startswith("xmlns:"):
                value = self._value(attribute)
                if value and is_namespace(attribute.name, value):
                    self._seen.setdefault(attribute.name[6:], decoded(value))

    def _value(self, attribute: Attribute) -> str:
        start, end = attribute.value_start, attribute.value_end
        return mended(self._source, start, end)

    def _declare(self, token: Token) -> list[str]:
        prefixes = []
        for attribute in token.attributes:
            if attribute.name != "xmlns" and not attribute.name.startswith("xmlns:"):
                continue
            prefix, value = attribute.name[6:], self._value(attribute)
            if not is_namespace(attribute.name, value):
                value = self._mend_value(token, attribute, value)
            self._scopes.setdefault(prefix, []).append(decoded(value))
            prefixes.append(prefix)
        return prefixes

    def _mend_value(self, token: Token, attribute: Attribute, value: str) -> str:
        start, end = attribute.value_start, attribute.value_end
        new = mended_uri(attribute.name, decoded(value).strip())
        edit = TextEdit(start, end, new or "")
        if new is None:
            take_away(token, [(attribute.start, attribute.end)])
            edit = TextEdit(attribute.start, attribute.end, "")
        if start == end:
            start, end = attribute.name_start, attribute.name_end
        fault = draft("malformed-namespace", self._source.text, start, end, edit)
        fault.owner = attribute.name
        if new:
            fault.expected = (new,)
        self.drafts.append(fault)
        return new or ""

    def _check_attributes(self, token: Token) -> None:
        expanded: dict[tuple[str, str], Attribute] = {}
        for attribute in token.attributes:
            prefix, colon, local = attribute.name.partition(":")
            if not colon or prefix == "xmlns":
                continue
            uri = self._uri(attribute.name, attribute.name_start, attribute.name_end)
            first = expanded.setdefault((uri, local), attribute)
            if first is not attribute:
                take_away(token, [(attribute.start, attribute.end)])
                fault = repeated_attribute(self._source.text, token, attribute, first)
                self.drafts.append(fault)
            elif attribute.name == "xml:id":
                self._check_id(attribute)

    def _uri(self, name: str, start: int, end: int) -> str:
        """Return the namespace of a name with a prefix; an undeclared one is a fault.

        Only the first use of a prefix is reported: what is missing is one
        declaration, and the root is where it will do for all.
        """
        prefix = name.partition(":")[0]
        if prefix == "xml":
            return "xml"
        scope = self._scopes.get(prefix)
        if scope:
            return scope[-1]
        if prefix not in self._assigned and self._is_declared_in_lost(prefix):
            return self._assigned[prefix]
        if prefix not in self._assigned:
            meant = self._meant(prefix)
            uri = self._scopes[meant][-1] if meant else self._guess(prefix)
            self._assigned[prefix] = uri
            is_known = bool(meant) or bool(self._told(prefix))
            fault = self._undeclared(prefix, name, start, end, is_known=is_known)
            fault.owner = meant
            needless = not is_known and self._is_needless(prefix)
            for at, _ in self._uses_of(prefix) if meant or needless else ():
                fault.relate(at, at + len(prefix) + needless, prefix)
        return self._assigned[prefix]

    def _is_declared_in_lost(self, prefix: str) -> bool:
        """Let a start tag that is lost declare a prefix, if all uses are inside."""
        if not self._lost:
            return False
        uri = self._told(prefix)
        places = [at for at, _ in self._uses_of(prefix)]
        is_done = bool(uri) and self._lost.declare(prefix, uri, places)
        if is_done:
            self._assigned[prefix] = uri
        return is_done

    def _meant(self, prefix: str) -> str:
        """Return the declared prefix that another one is meant to be, if any.

        It is close to it, or stands for the namespace that has the names.
        """
        many = len(self._assigned) > _MOST_COMPARED
        if many or prefix in self._seen or self._known(prefix):
            return ""
        meant = meant_prefix(prefix, [p for p, uris in self._scopes.items() if uris])
        uri = self._known(prefix, self._names_with(prefix))
        if meant and uri in {"", self._scopes[meant][-1]}:
            return meant
        return self._prefix_of(uri)

    def _prefix_of(self, uri: str) -> str:
        """Return the prefix that a namespace has; "" for that of names without one."""
        if not uri or self._scopes[""][-1] == uri:
            return ""
        return next((p for p, uris in self._scopes.items() if uris[-1:] == [uri]), "")

    def _uses_of(self, prefix: str) -> list[tuple[int, str]]:
        """Return where names have a prefix, and the local names."""
        if self._uses is None:
            self._uses = uses(self._tokens)
        return self._uses.get(prefix, [])

    def _names_with(self, prefix: str) -> list[str]:
        """Return the local names of the tags and attributes that have a prefix."""
        return [local for _, local in self._uses_of(prefix)]

    def _guess(self, prefix: str) -> str:
        """Return what the prefix most likely stands for.

        Without a better idea it is the default namespace, so that the elements
        mean what they would mean without the prefix.
        """
        return self._told(prefix) or self._scopes[""][-1] or _made_up(prefix)

    def _told(self, prefix: str) -> str:
        """Return what the document or the format says of a prefix, or ""."""
        names = self._names_with(prefix)
        return self._seen.get(prefix) or self._known(prefix, names)

    def _is_needless(self, prefix: str) -> bool:
        """Has the format all names with a prefix, and in no namespace?"""
        names = self._names_with(prefix)
        return not self._scopes[""][-1] and self._source.model.has_bare(names)

    def _known(self, prefix: str, names: Collection[str] = ()) -> str:
        """Return what the prefix stands for in the format or everywhere, or ""."""
        of_format = self._source.model.namespace_of(prefix, names)
        return of_format or _WELL_KNOWN.get(prefix, "")

    def _undeclared(
        self, prefix: str, name: str, start: int, end: int, *, is_known: bool
    ) -> Draft:
        root = next(filter(None, self._opened))
        uri = self._assigned[prefix]
        if not is_namespace(f"xmlns:{prefix}", escaped_text(uri)):
            uri, is_known = "urn:undeclared", False
            self._assigned[prefix] = uri
        fault = Draft("undeclared-prefix", start, end, name)
        new = f' xmlns:{prefix}="{escaped_text(uri)}"'
        fault.edits.append(TextEdit(root.name_end, root.name_end, new))
        fault.expected = (new.strip() if is_known else f'xmlns:{prefix}="…"',)
        fault.detail = prefix
        self.drafts.append(fault)
        return fault

    def _check_id(self, attribute: Attribute) -> None:
        """`xml:id` must be a name and the only one: libxml2 minds."""
        value = decoded(self._value(attribute)).strip(SPACE)
        is_name = is_ncname(value)
        if is_name and value not in self._ids:
            self._ids.add(value)
            return
        new = safe_name(value)
        while new in self._ids:
            new = f"{new}_{len(self._ids)}"
        self._ids.add(new)
        start, end = attribute.value_start, attribute.value_end
        edit = TextEdit(start, end, new)
        if start == end:
            start, end = attribute.name_start, attribute.name_end
        fault = draft("invalid-name", self._source.text, start, end, edit)
        fault.subject, fault.detail = value, "xml:id again" if is_name else "xml:id"
        self.drafts.append(fault)


def _made_up(prefix: str) -> str:
    """Return a namespace for a prefix of which nobody knows what it stands for."""
    return f"urn:{prefix.lower()}"
