"""What a rule is: metadata, a manual and a generator of findings.

A rule is one module of a folder of rules, here or of a profile. Its file name, with
dashes, is the rule's name; its docstring is the manual that `ctct-lint explain` prints;
its one decorated function yields findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ctct_lint.model.copied import NewText
    from ctct_lint.model.place import Place
    from ctct_lint.rules.context import Context

    Check = Callable[[Any, Context], Iterable["Finding"]]
    CheckAlone = Callable[[Any], Iterable["Finding"]]


# Folders of rules that are about the form of a document, or about the run.
_ABOUT_FORM = frozenset({"source", "syntax", "linter"})
# What says that something has failed, not what is wrong with a document.
FAILURES = frozenset({"internal-error", "failed-rule"})
FAULT = "fault"  # what a rule is on that words the faults of its name


class Evidence(str, Enum):
    """How well it is known that the receiver minds; the strongest first."""

    STANDARD = "standard"  # the XML, Namespaces, XML Schema or Atom specification
    STAFF = "staff answer"  # Constant Contact staff, about a refused document
    DOCUMENTATION = "documentation"  # the official v1 pages
    OFFICIAL_SDK = "official SDK"  # code that Constant Contact published
    SDK = "third-party SDK"  # code that others used with success
    V2 = "v2 documentation"  # the later JSON interface on the same back end
    INFERENCE = "inference"  # follows from the above, never seen written


class Proposal(NamedTuple):
    """A fix in places: each edit puts a text in the place of a place.

    Such a text may have parts that are copied from the document.
    """

    title: str
    edits: tuple[tuple[Place, NewText], ...]
    applicability: Applicability = Applicability.SAFE


def guess(title: str, *edits: tuple[Place, NewText]) -> Proposal:
    """Return a fix that decides something for the user, and so is not safe."""
    return Proposal(title, edits, Applicability.UNSAFE)


class Finding(NamedTuple):
    """What a rule yields; `severity` only where it differs from the rule's own.

    `otherwise` is what is to be done if the schema refuses the one fix, a guess that
    the help speaks of. `is_inside` as in a `Fault`.
    """

    at: Place
    message: str
    help: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()
    fixes: tuple[Proposal, ...] = ()
    severity: Severity | None = None
    otherwise: Proposal | None = None
    is_inside: bool = False


# What a rule is: a generator of them.
Findings = Iterator[Finding]


@cache
def _name_of(module: str) -> str:
    return module.rpartition(".")[2].replace("_", "-")


class Rule(NamedTuple):
    """A rule as the registry knows it; `check(subject, context)` runs it.

    It is `on` the faults of its name (`FAULT`), or on one kind of what its profile
    makes of a document. `operations` are those for which it runs, none: all.

    A rule about content is called for the `fields` only (none: all of them), and if
    the content has one of the `tags` and of the `traits`, flags of `html.traits`
    (none: in any case); `StyleSheet/b` is the tag `b` in that field. Other rules have
    no fields and tags: they are called if what they are about has one of the `traits`,
    flags of its profile, or if one of the conditions `when` holds, see `conditions`
    (neither: in any case).

    A user's own rule has its manual as `text`, and its heading as `group`; its
    evidence may be unknown.
    """

    code: str
    module: str
    severity: Severity
    on: str
    operations: frozenset[str]
    evidence: Evidence | None
    source: str
    check: Check
    stands: bool = False
    superseded_by: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    traits: int = 0
    when: frozenset[str] = frozenset()
    text: str = ""
    group: str = ""

    @property
    def name(self) -> str:
        """The kebab-case name: that of the file."""
        return _name_of(self.module)

    @property
    def is_about_meaning(self) -> bool:
        """Is it about what a document says, not about its form or the run?"""
        return self.module.split(".")[-2] not in _ABOUT_FORM

    @property
    def is_of_schema(self) -> bool:
        """Does it word what the schema forbids?"""
        return self.module.split(".")[-2] == "schema"

    @property
    def stands_alone(self) -> bool:
        """Does it hold where a fault of the form spoils the rest?"""
        return self.stands or not self.is_about_meaning

    def runs_for(self, operation: str) -> bool:
        """Is it called with documents for an operation?"""
        return not self.operations or operation in self.operations

    def is_for(self, field: str, traits: int, tags: frozenset[str]) -> bool:
        """Is it called for a content, by its field, its traits and its tags?"""
        if self.fields and field not in self.fields:
            return False
        if self.traits and not self.traits & traits:
            return False
        here = (tag.removeprefix(f"{field}/") for tag in self.tags)
        return not self.tags or not tags.isdisjoint(here)

    @property
    def is_own(self) -> bool:
        """Is it a rule of the user's own?"""
        return bool(self.group)

    @property
    def manual(self) -> str:
        """The manual page, in Markdown: the docstring of the file."""
        return self.text or import_module(self.module).__doc__ or ""


def rule(  # noqa: PLR0913 - a rule's metadata, by keyword only
    *,
    code: str,
    evidence: Evidence,
    source: str,
    severity: Severity = Severity.ERROR,
    on: str = FAULT,
    operations: Iterable[str] = (),
    stands: bool = False,
    superseded_by: Iterable[str] = (),
    fields: Iterable[str] = (),
    tags: Iterable[str] = (),
    traits: int = 0,
    when: Iterable[str] = (),
) -> Callable[[Check | CheckAlone], Rule]:
    """Make a rule of the generator below it; `source` says where it is known from.

    The generator takes what the rule is called with, and the context if it asks that.
    Without `on` it words the faults of the rule's name.

    stands         does it hold where a fault of the form spoils the rest, as rules
                   about the form do?
    superseded_by  the names of rules that say all there is to say in their ranges

    `fields`, `tags` (lower-case names, of one field such as `EmailContent/title`) and
    `traits` narrow down for which contents it is called, `traits` and `when` for what
    else.
    """

    def make(check: Check | CheckAlone) -> Rule:
        return Rule(
            code=code,
            module=check.__module__,
            severity=severity,
            on=on,
            operations=frozenset(operations),
            evidence=evidence,
            source=source,
            check=_with_context(check),
            stands=stands,
            superseded_by=frozenset(superseded_by),
            fields=frozenset(fields),
            tags=frozenset(tags),
            traits=traits,
            when=frozenset(when),
        )

    return make


def _with_context(check: Check | CheckAlone) -> Check:
    if check.__code__.co_argcount == 2:  # noqa: PLR2004 - the subject and the context
        return cast("Check", check)
    alone = cast("CheckAlone", check)
    return lambda subject, _context: alone(subject)


def summary_of(rule: Rule) -> str:
    """Return the first line of a rule's manual."""
    return rule.manual.strip().partition("\n")[0]
