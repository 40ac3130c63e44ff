"""What a profile is: a vocabulary as the engine needs it."""

# ruff: noqa: ARG002 - who says more needs the arguments
from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Protocol

from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.html.content import Content
    from ctct_lint.model.fault import Fault
    from ctct_lint.own.rules import OwnRules
    from ctct_lint.profiles.description import ProfileHints
    from ctct_lint.rules.base import Rule
    from ctct_lint.schema.components.element import Element as SchemaElement
    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.sources.trouble import Unusable
    from ctct_lint.schematron.schematron import Schematron
    from ctct_lint.xml.model import ContentModel


class Subject(Protocol):
    """What rules about a document are called with: a part of it that they know.

    kind     what rules are `on` that are called with it
    element  where it is
    """

    @property
    def kind(self) -> str:
        """What rules are `on` that are called with it."""
        ...

    @property
    def element(self) -> _Element:
        """Where it is."""
        ...

    def choices(self) -> Sequence[Subject]:
        """Return it with other ones of the fields that stand twice; mostly none."""
        ...


class Purpose(NamedTuple):
    """What a document is for, and what is wrong with that."""

    operation: str
    faults: tuple[Fault, ...] = ()


class Markup(NamedTuple):
    """How the markup of a content is to be judged.

    as_xml   has it to be XML, or as browsers take it?
    at_best  the highest severity that its faults have
    notes    what is said with each
    """

    as_xml: bool
    at_best: Severity = Severity.WARNING
    notes: tuple[str, ...] = ()


class Series(NamedTuple):
    """A root and its children that say nothing of each other, by their local names."""

    root: str
    child: str


class Profile(Vocabulary):
    """A vocabulary that documents are checked with; it can be pickled.

    name        the word by which it is asked for
    operations  what a document of it can be for, the default first; () for one thing
    defaults    severities of rules that count for less than what the user says
    severities  those that count for more than what is said of all documents
    lasts       is what it says of a document the same while the user's files are?
    series      which of its documents may be of any length
    schematron  rules that the user has as a Schematron schema, None without
    own         the rules that the user has written for it, None where there are none
    own_is_idle are there such rules, and they are not run?
    """

    name: str
    operations: tuple[str, ...] = ()
    defaults: tuple[tuple[str, Severity], ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    lasts: bool = True
    series: Series | None = None
    schematron: Schematron | None = None
    own: OwnRules | None = None
    own_is_idle: bool = False

    @abstractmethod
    def recognises(self, text: str) -> bool:
        """Is a document of this vocabulary, well-formed or not?"""

    def profile_of(self, text: str, hints: ProfileHints) -> Profile | None:
        """Return it if a document is of it; see `choice.ProfileChoice`."""
        # Who says what a document is for says that it is one of ours.
        is_its = hints.operation is not None or self.recognises(text)
        return self if is_its else None

    @abstractmethod
    def content_model(self, text: str) -> ContentModel:
        """Return what may stand where, for the repair of a text."""

    @abstractmethod
    def check(self, root: _Element, operation: str) -> Iterable[Fault]:
        """Yield why a tree is not valid; make it the tree that was meant."""

    def document_in(self, root: _Element) -> tuple[_Element, tuple[Fault, ...]]:
        """Return the element that is the document, and the faults of what is round it.

        It is mostly the root, with no fault.
        """
        return root, ()

    def state(self) -> str:
        """Return what tells its files, as they are, from all others."""
        return "" if self.schematron is None else self.schematron.state()

    def files(self) -> tuple[str, ...]:
        """Return the paths of its files, those that cannot be read among them."""
        return ()

    def all_files(self) -> tuple[str, ...]:
        """Return the paths of its files, and of the rules that the user has written."""
        own = () if self.own is None else self.own.files()
        rules = () if self.schematron is None else self.schematron.files()
        return (*self.files(), *rules, *own)

    def hold(self, path: str, text: str) -> None:
        """Take a text for one of its files, whatever it holds; before any is read."""
        if self.schematron is not None:
            self.schematron.hold(path, text)

    def unusable(self) -> Unusable | None:
        """Return why no document can be checked with it, None if that is possible."""
        return None

    def unused(self) -> Unusable | None:
        """Return what is wrong with the rules beside its schema, None if all are used.

        Of the user's own rules it is which files are none.

        Documents are checked without the rules, or only without some, or without some
        quick fixes.
        """
        rules, own = self.schematron, () if self.own is None else self.own.troubles
        troubles = () if rules is None else rules.troubles or rules.remarks
        if not (troubles or own):
            return None
        from ctct_lint.schema.sources.trouble import Unusable

        if rules is None or not troubles:
            return Unusable(own[0].path, own)
        lacking = "without some of its rules" if rules.is_used else "without its rules"
        return Unusable(rules.path, (*troubles, *own), lacking)

    def schema_of(self, root: _Element | None) -> Schema | None:
        """Return the compiled schema of the document that a tree is, if it has one."""
        return None

    def let_in(
        self, owner: str, operation: str
    ) -> Sequence[tuple[Schema, SchemaElement]]:
        """Return what stands in an element though its own schema does not say so.

        `owner` is the element's local name.
        """
        return ()

    def own_tags(self, name: str) -> Sequence[str]:
        """Return the tags of its own that may stand in the text of an element.

        Each is written as it is used, `…` standing for what is to be filled in.
        """
        return ()

    def check_text(self, text: str) -> Iterable[Fault] | None:
        """Return the faults of a text that is no XML and known; None of another one."""
        return None

    def purpose(self, root: _Element | None, asked_for: str | None) -> Purpose:
        """Return what a document is for; what was asked for, if anything was."""
        return Purpose(asked_for or (*self.operations, "")[0])

    def depends_on_time(self, data: bytes) -> bool:
        """May what is said of a document be something else tomorrow?"""
        return False

    def subjects(self, root: _Element) -> Iterator[Subject]:
        """Yield what own rules are called with."""
        yield from ()

    def rules_on(self, kind: str, operation: str) -> tuple[Rule, ...]:
        """Return the own rules that are called with subjects of a kind."""
        return ()

    def rules_for(self, subject: Subject, operation: str) -> tuple[Rule, ...]:
        """Return those of the rules on a subject that may have something to say."""
        return self.rules_on(subject.kind, operation)

    def statuses(self) -> Sequence[str]:
        """Return the answers of a service that are explained, such as "400"."""
        return ()

    def status_page(self, status: str) -> str:
        """Return what an answer means, in Markdown; KeyError if that is not known."""
        raise KeyError(status)

    def starters(self) -> Sequence[tuple[str, str]]:
        """Return which documents to start from there are: resource and operation."""
        return ()

    def starter(self, resource: str, operation: str) -> str:
        """Return a valid document to start from; KeyError where there is none."""
        raise KeyError(resource, operation)

    def contents(self, subject: Subject) -> Iterator[Content]:
        """Yield the texts of a subject that are markup or a style sheet themselves."""
        yield from ()

    def markup(self, content: Content, operation: str) -> Markup | None:
        """Return how the markup of a content is judged, None if it is not."""
        return None
