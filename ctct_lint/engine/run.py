"""Running the rules: each subject is dispatched once to the rules that want it."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.engine.found import RuleFinding, crash, found_by, word_faults
from ctct_lint.model.fault import DOUBLE
from ctct_lint.model.place import name_of
from ctct_lint.rules.base import Finding
from ctct_lint.rules.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.config import Settings
    from ctct_lint.engine.contents import Contents
    from ctct_lint.model.fault import Fault
    from ctct_lint.model.quota import Quota
    from ctct_lint.own.rules import OwnRules
    from ctct_lint.profiles.profile import Profile, Subject

# Of so many elements of a document the objects stay while the rules look at it.
_MOST_KEPT = 10_000


class Run:
    """Runs the rules of a profile over one document.

    text      the well-formed text of which it has the tree
    contents  what is known of the contents of documents
    quota     how many findings of each rule there is room for

    `of_schema` is what its schema says against the tree; None before `judge`, and of no
    tree.
    """

    def __init__(
        self, text: str, profile: Profile, contents: Contents, quota: Quota
    ) -> None:
        self._text = text
        self._profile = profile
        self._contents = contents
        self._quota = quota
        self._elements: list[_Element] = []
        self._root: _Element | None = None
        self._context = self._asked = Context()
        self._beside: tuple[Fault, ...] = ()
        # Fields that stand twice, of which rules blame no other but the first.
        self._worse: set[_Element] = set()
        self.of_schema: tuple[Fault, ...] | None = None

    def judge(self, root: _Element | None, settings: Settings) -> None:
        """Find out what a tree is for, and what its schema says of it."""
        profile = self._profile
        asked_for = settings.operation
        if asked_for not in profile.operations:
            asked_for = None
        round_it: tuple[Fault, ...] = ()
        if root is not None:
            # lxml makes an object of an element each time that there is none.
            self._elements = list(islice(root.iter(), _MOST_KEPT))
            root, round_it = profile.document_in(root)
        operation, of_purpose = profile.purpose(root, asked_for)
        self._root, self._beside = root, (*round_it, *of_purpose)
        self._context = self._asked = Context(operation, settings.now, profile)
        if self._beside and asked_for:
            self._asked = self._context._replace(operation=asked_for)
        if root is not None:
            self.of_schema = tuple(profile.check(root, operation))

    def findings(self, faults: list[Fault]) -> Iterator[RuleFinding]:
        """Yield what the rules say of the tree, and of the faults of its text."""
        if faults:
            # What is no XML cannot be read, whoever has written it.
            yield from word_faults(faults, self._context._replace(operation=""))
        if self._root is not None and self.of_schema is not None:
            yield from word_faults(self._beside, self._asked)
            yield from self._of_tree(self._root, self.of_schema, self._context)

    def _of_tree(
        self, root: _Element, of_schema: tuple[Fault, ...], context: Context
    ) -> Iterable[RuleFinding]:
        of_rules = self._of_rules(root, of_schema, context)
        if not of_schema:
            return of_rules
        from ctct_lint.engine.renamed import as_written, renamed_in

        faults = _first_of(of_schema, self._quota)
        if any(fault.kind == DOUBLE for fault in of_schema):
            from ctct_lint.engine.duplicates import judged

            of_rules = list(of_rules)
            faults = judged(faults, self._worse)
        worded = word_faults(faults, context)
        return as_written(chain(worded, of_rules), renamed_in(of_schema))

    def _of_rules(
        self, root: _Element, of_schema: tuple[Fault, ...], context: Context
    ) -> Iterable[RuleFinding]:
        """Return what all rules say, when it is asked for; the user's have no quota."""
        profile = self._profile
        found: Iterable[RuleFinding] = self._of_subjects(root, context)
        if profile.schematron is not None:
            from ctct_lint.engine.assertions import run_assertions

            rules, text = profile.schematron, self._text
            beside = run_assertions(root, text, rules, context, of_schema)
            found = chain(found, beside)
        found = _within(found, self._quota)
        if profile.own is not None:
            found = chain(found, _run_own_rules(root, profile.own, context))
        return found

    def _of_subjects(self, root: _Element, context: Context) -> Iterator[RuleFinding]:
        """Yield the findings of all rules about the subjects of a tree.

        Those for which the quota has no room are there to be counted, without fixes.
        """
        counting = context._replace(counts=True)
        first_ones: dict[_Element | None, set[_Element]] | None = None
        for subject in self._profile.subjects(root):
            found = self._about(subject, context, counting)
            others = subject.choices()
            if others:
                from ctct_lint.engine import duplicates

                if first_ones is None:
                    first_ones = duplicates.first_ones(self.of_schema or ())
                of_first = list(found)
                all_others = (self._about(one, counting, counting) for one in others)
                of_both = duplicates.agreed(of_first, all_others)
                firsts = first_ones.get(subject.element, ())
                self._worse.update(duplicates.blamed(of_first, of_both, firsts))
                yield from of_both
            else:
                yield from found

    def _about(
        self, subject: Subject, context: Context, counting: Context
    ) -> Iterator[RuleFinding]:
        """Yield what the rules say about a subject and about its contents.

        Those of which enough is told get the context that is `counting`.
        """
        has_room = self._quota.has_room
        for rule in self._profile.rules_for(subject, context.operation):
            asked = context if has_room(rule.name) else counting
            try:
                for finding in rule.check(subject, asked):
                    if asked.counts:
                        yield RuleFinding(rule, finding, rule.severity)
                    else:
                        yield found_by(rule, finding, context)
            except Exception as error:  # noqa: BLE001 - one must not end the run
                yield crash(rule.code, error, name_of(subject.element))
        yield from self._contents.check(subject, self._profile, context)


def _within(found: Iterable[RuleFinding], quota: Quota) -> Iterator[RuleFinding]:
    """Yield as many findings of each rule as the quota has; it counts the others."""
    for one in found:
        name = one.rule.name
        if quota.takes(name):
            yield one
        elif one.left_out:
            quota.count(name, one.left_out)


def _first_of(faults: Iterable[Fault], quota: Quota) -> Iterator[Fault]:
    """Yield as many faults of each kind as the quota has; it counts the others."""
    for fault in faults:
        if quota.takes(fault.kind):
            yield fault
        if fault.left_out:
            quota.count(fault.kind, fault.left_out)


def _run_own_rules(
    root: _Element, own: OwnRules, context: Context
) -> Iterator[RuleFinding]:
    """Yield the findings of the user's own rules, and which of these have failed."""
    from ctct_lint.engine.own import run

    for rule, found in run(root, own, context):
        if isinstance(found, Finding):
            yield found_by(rule, found, context)
        else:
            yield from word_faults((found,), context)
