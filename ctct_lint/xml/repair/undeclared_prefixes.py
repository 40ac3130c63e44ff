"""Prefixes that nothing declares, and what they are taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.repair.namespace_names import is_namespace, meant_prefix
from ctct_lint.xml.scan.escaping import escaped_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.repair.known_prefixes import KnownPrefixes
    from ctct_lint.xml.repair.lost_declarations import LostDeclarations
    from ctct_lint.xml.repair.namespace_names import Scopes
    from ctct_lint.xml.tokens import Attribute, Token

# A text with more prefixes than that without a declaration has no misspelt ones.
_MOST_COMPARED = 200


class UndeclaredPrefixes:
    """What the prefixes without a declaration stand for; the first use is the fault.

    opened  the start tags, and None for ends; the first one is to declare them
    drafts  takes the faults
    """

    def __init__(
        self,
        known: KnownPrefixes,
        scopes: Scopes,
        lost: LostDeclarations,
        opened: Sequence[Token | None],
        drafts: list[Draft],
    ) -> None:
        self._known = known
        self._scopes = scopes
        self._lost = lost
        self._opened = opened
        self._drafts = drafts
        self._assigned: dict[str, str] = {}
        # The faults of prefixes of which nobody knows what they stand for.
        self._guessed: dict[str, Draft] = {}

    def take_back_guess(self, *attributes: Attribute) -> bool:
        """Give a prefix a namespace of its own if the guess makes one name of two."""
        prefixes = (attribute.name.partition(":")[0] for attribute in attributes)
        wrong = next((prefix for prefix in prefixes if prefix in self._guessed), None)
        if wrong is None:
            return False
        fault = self._guessed.pop(wrong)
        uri = self._assigned[wrong] = f"urn:undeclared:{fault.start}"
        fault.edits[0] = fault.edits[0]._replace(new=f' xmlns:{wrong}="{uri}"')
        return True

    def uri(self, prefix: str, name: str, start: int, end: int) -> str:
        """Return what a prefix is taken for.

        Only the first use of a prefix is reported: what is missing is one
        declaration, and the root is where it will do for all.
        """
        is_new = prefix not in self._assigned
        if is_new and not self._is_declared_in_lost(prefix):
            self._assign(prefix, name, start, end)
        return self._assigned[prefix]

    def _assign(self, prefix: str, name: str, start: int, end: int) -> None:
        """Note what a prefix is taken for, and the fault at its first use."""
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
        return not self._scopes[""][-1] and self._known.has_bare(prefix)

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
        self._drafts.append(fault)
        return fault


def _made_up(prefix: str) -> str:
    """Return a namespace for a prefix of which nobody knows what it stands for."""
    return f"urn:{prefix.lower()}"
