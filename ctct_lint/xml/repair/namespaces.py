"""Namespaces in XML: prefixes without declaration, names that are no URI."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, is_ncname, local_part, safe_name
from ctct_lint.xml.draft import Draft, TextEdit, draft
from ctct_lint.xml.repair.broken_declarations import (
    may_be_declaration,
    meant_declaration,
    misspelt,
    with_values,
)
from ctct_lint.xml.repair.known_prefixes import KnownPrefixes
from ctct_lint.xml.repair.lost_declarations import LostDeclarations
from ctct_lint.xml.repair.namespace_names import (
    is_namespace,
    meant_prefix,
    mended_uri,
)
from ctct_lint.xml.scan.escaping import decoded, escaped_text
from ctct_lint.xml.scan.repeated import repeated_attribute, take_away

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Attribute, Token

# A text with more prefixes than that without a declaration has no misspelt ones.
_MOST_COMPARED = 200
_NEEDS_ID = lazy(r"\sid=")


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
        self._lost = LostDeclarations(of_root)
        self._source = source
        self._opened = opened
        self._known = KnownPrefixes(source, opened, tokens)
        self._scopes: dict[str, list[str]] = {"": [""]}
        self._assigned: dict[str, str] = {}
        # The faults of prefixes of which nobody knows what they stand for.
        self._guessed: dict[str, Draft] = {}
        self._ids: set[str] = set()
        self._looked_at = 0
        self.drafts: list[Draft] = []

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
            declared.append(self._declare(token) if is_of_moment else [])
            if ":" in token.proper:
                self._uri(token.proper, token.name_start, token.name_end)
            if is_of_moment:
                self._check_attributes(token)

    def _declare(self, token: Token) -> list[str]:
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
            self.drafts.append(fault)
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
        self.drafts.append(fault)
        return new or ""

    def _check_attributes(self, token: Token) -> None:
        expanded: dict[tuple[str, str], Attribute] = {}
        for attribute in token.attributes:
            prefix, colon, local = attribute.name.partition(":")
            if not colon or prefix == "xmlns":
                continue
            place = attribute.name_start, attribute.name_end
            key = self._uri(attribute.name, *place), local
            first = expanded.get(key)
            if first and self._takes_back_guess(attribute, first):
                key, first = (self._uri(attribute.name, *place), local), None
            expanded.setdefault(key, attribute)
            if first:
                take_away(token, [(attribute.start, attribute.end)])
                fault = repeated_attribute(self._source.text, token, attribute, first)
                self.drafts.append(fault)
            elif attribute.name == "xml:id":
                self._check_id(token, attribute)

    def _takes_back_guess(self, *attributes: Attribute) -> bool:
        """Give a prefix a namespace of its own if the guess makes one name of two."""
        prefixes = (attribute.name.partition(":")[0] for attribute in attributes)
        wrong = next((prefix for prefix in prefixes if prefix in self._guessed), None)
        if wrong is None:
            return False
        fault = self._guessed.pop(wrong)
        uri = self._assigned[wrong] = f"urn:undeclared:{fault.start}"
        fault.edits[0] = fault.edits[0]._replace(new=f' xmlns:{wrong}="{uri}"')
        return True

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
            is_known = bool(meant) or bool(self._known.meant_by(prefix))
            fault = self._undeclared(prefix, name, start, end, is_known=is_known)
            fault.owner = meant
            if not (meant or is_known):
                self._guessed[prefix] = fault
            needless = not is_known and self._is_needless(prefix)
            for at, _ in self._known.uses_of(prefix) if meant or needless else ():
                fault.relate(at, at + len(prefix) + needless, prefix)
        return self._assigned[prefix]

    def _is_declared_in_lost(self, prefix: str) -> bool:
        """Let a start tag that is lost declare a prefix, if all uses are inside."""
        uri = self._known.meant_by(prefix)
        places = [at for at, _ in self._known.uses_of(prefix)]
        is_done = bool(uri) and self._lost.declare(prefix, uri, places)
        if is_done:
            self._assigned[prefix] = uri
        return is_done

    def _meant(self, prefix: str) -> str:
        """Return the declared prefix that another one is meant to be, if any.

        It is close to it, or stands for the namespace that has the names.
        """
        many = len(self._assigned) > _MOST_COMPARED
        if many or self._known.seen(prefix) or self._known.known(prefix):
            return ""
        meant = meant_prefix(prefix, [p for p, uris in self._scopes.items() if uris])
        uri = self._known.in_format(prefix)
        if meant and uri in {"", self._scopes[meant][-1]}:
            return meant
        return self._prefix_of(uri)

    def _prefix_of(self, uri: str) -> str:
        """Return the prefix that a namespace has; "" for that of names without one."""
        found = (p for p, uris in self._scopes.items() if uris[-1:] == [uri])
        return next(found, "") if uri else ""

    def _guess(self, prefix: str) -> str:
        """Return what the prefix most likely stands for.

        Without a better idea it is the default namespace, so that the elements
        mean what they would mean without the prefix.
        """
        return self._known.meant_by(prefix) or self._scopes[""][-1] or _made_up(prefix)

    def _is_needless(self, prefix: str) -> bool:
        """Has the format all names with a prefix, and in no namespace?"""
        names = [local for _, local in self._known.uses_of(prefix)]
        return not self._scopes[""][-1] and self._source.model.has_bare(names)

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
        # A name that is put in itself stands before what comes at its place.
        at = root.name_end if root.name_size else root.good_end
        fault.edits.append(TextEdit(at, at, new))
        fault.expected = (new.strip() if is_known else f'xmlns:{prefix}="…"',)
        fault.detail = prefix
        self.drafts.append(fault)
        return fault

    def _check_id(self, token: Token, attribute: Attribute) -> None:
        """`xml:id` must be a name and the only one: libxml2 minds."""
        value = decoded(self._known.value(attribute)).strip(SPACE)
        is_name = is_ncname(value)
        meant = "" if is_name else self._source.meant(local_part(token.proper))
        if meant and _NEEDS_ID.search(self._source.model.start_tag(meant, "")):
            self.drafts.append(misspelt(self._source.text, token, attribute, "id"))
            return
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
