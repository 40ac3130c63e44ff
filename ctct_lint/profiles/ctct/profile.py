"""The profile of the Constant Contact v1 web services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.check import check
from ctct_lint.profiles.ctct.mail.contents import contents_of, markup_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.purpose import feed_as_request, operation_of
from ctct_lint.profiles.ctct.recognition import is_of_constant_contact
from ctct_lint.profiles.ctct.records.records import records_in
from ctct_lint.profiles.ctct.rulebook import rules_for, rules_on
from ctct_lint.profiles.ctct.surroundings import document_in
from ctct_lint.profiles.ctct.words import EntryVocabulary
from ctct_lint.profiles.profile import Profile, Purpose, Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.html.content import Content
    from ctct_lint.model.fault import Fault
    from ctct_lint.profiles.profile import Markup, Subject
    from ctct_lint.rules.base import Rule
    from ctct_lint.schema.components.element import Element as SchemaElement
    from ctct_lint.schema.schema import Schema
    from ctct_lint.xml.model import ContentModel
# The tag of what is compared with the time.
_TIMED = b"Schedule"
# To ask the enumeration takes longer.
_OPERATIONS = {one.value: one for one in Operation}


class ConstantContact(EntryVocabulary, Profile):
    """Atom entries that are sent to the service, and what it answers."""

    name: str = "ctct"
    operations: tuple[str, ...] = tuple(o.value for o in Operation)
    series: Series | None = Series("feed", "entry")

    def recognises(self, text: str) -> bool:
        """Is a document of the service, or was it meant to be?"""
        return is_of_constant_contact(text) or self.check_text(text) is not None

    def content_model(self, text: str) -> ContentModel:
        """Return what may stand in the entry that a text is."""
        from ctct_lint.profiles.ctct.content_model import content_model

        return content_model(text)

    def purpose(self, root: _Element | None, asked_for: str | None) -> Purpose:
        """Return what was asked for, or what a document tells itself."""
        if not asked_for:
            return Purpose(operation_of(root))
        faults = () if root is None else tuple(feed_as_request(root, asked_for))
        return Purpose(Operation.RESPONSE if faults else asked_for, faults)

    def document_in(self, root: _Element) -> tuple[_Element, tuple[Fault, ...]]:
        """Return the entry, whatever stands round it, and the fault of that."""
        return document_in(root)

    def schema_of(self, root: _Element | None) -> Schema:
        """Return the schema of entries with what an entry or a feed holds."""
        from ctct_lint.profiles.ctct.completion import schema_of

        return schema_of(root)

    def let_in(
        self, owner: str, operation: str
    ) -> Sequence[tuple[Schema, SchemaElement]]:
        """Return the payloads of a `content`."""
        from ctct_lint.profiles.ctct.completion import payloads

        return payloads(operation) if owner == "content" else ()

    def own_tags(self, name: str) -> Sequence[str]:
        """Return the service's tags, for the texts that are mails."""
        from ctct_lint.profiles.ctct.mail.service_tags import tags_in

        return tags_in(name)

    def check(self, root: _Element, operation: str) -> Iterable[Fault]:
        """Yield why an entry or a feed is not valid."""
        return check(root, _OPERATIONS[operation])

    def check_text(self, text: str) -> Iterable[Fault] | None:
        """Return what is wrong with the form data of a bulk activity."""
        if text.lstrip()[:1] == "<":
            return None
        from ctct_lint.profiles.ctct.forms.check import form_faults

        return form_faults(text)

    def depends_on_time(self, data: bytes) -> bool:
        """Has it a schedule, which may be in the past tomorrow?"""
        return _TIMED in data

    def subjects(self, root: _Element) -> Iterator[Subject]:
        """Yield a record of each entry and of each payload."""
        return records_in(root)

    def rules_on(self, kind: str, operation: str) -> tuple[Rule, ...]:
        """Return the rules about records, and those about the contents of mails."""
        return rules_on(kind, operation)

    def rules_for(self, subject: Subject, operation: str) -> tuple[Rule, ...]:
        """Return the rules for which there is something to look at in a record."""
        return rules_for(subject, operation)  # type: ignore[arg-type]

    def statuses(self) -> Sequence[str]:
        """Return the statuses of HTTP that developers asked about."""
        from ctct_lint.profiles.ctct.answers import statuses

        return statuses()

    def status_page(self, status: str) -> str:
        """Return what a status means, and whether the document can be its cause."""
        from ctct_lint.profiles.ctct.answers import status_page

        return status_page(status)

    def starters(self) -> Sequence[tuple[str, str]]:
        """Return what can be sent."""
        from ctct_lint.profiles.ctct.starters import starters

        return starters()

    def starter(self, resource: str, operation: str) -> str:
        """Return an entry."""
        from ctct_lint.profiles.ctct.starters import starter

        return starter(resource, operation)

    def contents(self, subject: Subject) -> Iterator[Content]:
        """Yield the rich fields of a campaign."""
        return contents_of(subject)  # type: ignore[arg-type]

    def markup(self, content: Content, operation: str) -> Markup | None:
        """Return how strictly the server reads a content."""
        return markup_of(content, operation)


PROFILE = ConstantContact()
