"""What the generic rules may ask about the vocabulary that a document is of."""

# ruff: noqa: ARG002 - who says more needs the arguments
from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.base import Finding
    from ctct_lint.rules.context import Context
    from ctct_lint.schema.facts.facts import Facts


class AdvisedAttribute(NamedTuple):
    """An attribute that lacks: how help shows it, and what a fix writes, if it can."""

    shown: str
    written: str = ""
    applicability: Applicability = Applicability.UNSAFE


class Vocabulary:
    """A vocabulary of which nothing is known; others say more.

    facts       what the annotations of its schemas say
    labels      what people call its namespaces, by their URIs
    records     the elements whose children are fields: one surely ends before the next
    envelopes   those whose children are of another namespace than they are
    answers     the operations of documents that the server wrote itself: it cannot
                refuse them, and means them as they are
    advice      what to do about a text that is no XML, by what it is
    needless    what to do about elements where they do not belong, by their names
    takes_doctype  may its documents name a DTD, as long as that declares no entities?
    passes_over does the server pass over what it does not know, so that it is no error?
    needs_root  what is said of a document without an element
    examples    values that are of a built-in type, by its name
    """

    facts: Facts = NO_FACTS
    labels: Mapping[str, str] = MappingProxyType({})
    records: tuple[str, ...] = ()
    envelopes: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    takes_doctype: bool = True
    passes_over: bool = False
    advice: Mapping[str, str] = MappingProxyType({})
    needless: Mapping[str, str] = MappingProxyType({})
    needs_root: str = "an XML document needs a root element"
    examples: Mapping[str, str] = MappingProxyType({})

    def word(self, fault: Fault, context: Context) -> Iterable[Finding]:
        """Return what is better said of a fault than what its rule says, if any."""
        return ()

    def is_harmless(self, fault: Fault) -> bool:
        """Is it a fault that the server does not mind, though its rule says so?"""
        return False

    def objection(self, element: _Element, value: str) -> str:
        """Return what to do instead of writing a value that would be refused, or ""."""
        return ""

    def attribute(
        self, element: _Element | None, owner: str, name: str
    ) -> AdvisedAttribute:
        """Return the attribute that an element lacks, as it may be written."""
        return AdvisedAttribute(f'{name}="…"')

    def start_tag(self, tag: str) -> str:
        """Return the start tag of a wrapper, with the attributes that it needs."""
        return tag

    def value_for(self, parent: _Element, name: str) -> str:
        """Return the value that a child may be given, "" if none is known."""
        fact = self.facts.children_of(local_name(parent)).get(name)
        return "" if fact is None else fact.placeholder

    def may_make_up(self, parent: _Element, name: str, operation: str) -> bool:
        """Say whether a placeholder may stand for a child that is missing."""
        return True

    def element_for(self, parent: _Element, name: str) -> str | None:
        """Return a child as it is to be written, None for its value between tags."""
        return None


UNKNOWN = Vocabulary()
