"""What the service's vocabulary adds to what generic rules say."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.profiles.ctct.facts import FACTS
from ctct_lint.profiles.ctct.names import ATOM, CONTENT_TYPE, CTCT
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.ids import NAMED
from ctct_lint.profiles.ctct.resources import CHECKED, FAMILIES, resources_about
from ctct_lint.rules.vocabulary import AdvisedAttribute, Vocabulary
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.base import Finding
    from ctct_lint.rules.context import Context
    from ctct_lint.schema.facts.facts import Facts

_ACCOUNT = "http://api.constantcontact.com/ws/customers/{user-name}"
_TYPE = f'type="{CONTENT_TYPE}"'
_IDS = {n: f'id="{_ACCOUNT}/{CHECKED[n].path}/{{number}}"' for n in NAMED}
_ADDRESSES = "a list of e-mail addresses"
_LISTED = "a list of contacts is sent as form data to `activities`"
_ENTRY = "send an Atom `entry` as the body, and nothing else"


class EntryVocabulary(Vocabulary):
    """The vocabulary of Constant Contact's entries."""

    facts: Facts = FACTS
    labels: Mapping[str, str] = MappingProxyType(
        {ATOM: "Atom", CTCT: "Constant Contact"}
    )
    records: tuple[str, ...] = (
        *(resources_about(name)[0].payload for name in FAMILIES),
        "entry",
    )
    envelopes: frozenset[str] = frozenset({"content"})
    answers: frozenset[str] = frozenset({Operation.RESPONSE})
    takes_doctype: bool = False
    passes_over: bool = True
    advice: Mapping[str, str] = MappingProxyType(
        {
            "multipart form data": _ENTRY,
            "a multipart message": _ENTRY,
            "form data": _ENTRY,
            "JSON": _ENTRY,
            "CSV": _LISTED,
            _ADDRESSES: _LISTED,
            "a page of HTML": "look at what it says: the service sends no pages",
        }
    )
    needless: Mapping[str, str] = MappingProxyType(
        {"link": "take it away: what is sent needs no links"}
    )
    needs_root: str = "an XML document needs a root element, here an Atom `entry`"
    examples: Mapping[str, str] = MappingProxyType(
        {"anyURI": "http://api.constantcontact.com/ws/customers/joe/lists/1"}
    )

    def word(self, fault: Fault, context: Context) -> Iterable[Finding]:
        """Return what is better said of a fault than what its rule says, if any."""
        from ctct_lint.profiles.ctct.wording import WORDINGS

        words = WORDINGS.get(fault.kind)
        return () if words is None else tuple(words(fault, context))

    def is_harmless(self, fault: Fault) -> bool:
        """Is it the namespace of a link of a list or an address?"""
        parent = fault.at.parent
        if parent is None or fault.subject != "link":
            return False
        return local_name(parent) in _IDS

    def objection(self, element: _Element, value: str) -> str:
        """Return what to do instead of writing a state that is of no use there."""
        from ctct_lint.profiles.ctct.records.regions import objection

        return objection(element, value)

    def attribute(
        self, element: _Element | None, owner: str, name: str
    ) -> AdvisedAttribute:
        """Return the type of a `content`, or the id of the only address known."""
        if (owner, name) == ("content", "type"):
            return AdvisedAttribute(_TYPE, _TYPE, Applicability.SAFE)
        if name != "id" or owner not in _IDS:
            return super().attribute(element, owner, name)
        if owner != "Email" or element is None:
            return AdvisedAttribute(_IDS[owner])
        from ctct_lint.profiles.ctct.guesses import known_address
        from ctct_lint.rules.wording import escaped

        address = known_address(element)
        return AdvisedAttribute(
            _IDS[owner], f'id="{escaped(address)}"' if address else ""
        )

    def start_tag(self, tag: str) -> str:
        """Return the start tag of a wrapper; that of `content` says its type."""
        is_content = tag[1:-1].rpartition(":")[2] == "content"
        return f"{tag[:-1]} {_TYPE}>" if is_content else tag

    def value_for(self, parent: _Element, name: str) -> str:
        """Return the value that a child may be given, "" if none is known."""
        from ctct_lint.profiles.ctct.guesses import value_for

        return value_for(parent, name)

    def may_make_up(self, parent: _Element, name: str, operation: str) -> bool:
        """Say whether a placeholder may stand for a child that is missing."""
        from ctct_lint.profiles.ctct.guesses import may_make_up

        return may_make_up(parent, name, operation)

    def element_for(self, parent: _Element, name: str) -> str | None:
        """Return a child that is more than a value between tags."""
        from ctct_lint.profiles.ctct.guesses import element_for

        return element_for(parent, name)
