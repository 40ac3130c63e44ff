"""Running the rules: each subject is dispatched once to the rules that want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.found import crash, found_by, word_faults
from ctct_lint.model.place import name_of
from ctct_lint.rules.base import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.engine.contents import Contents
    from ctct_lint.engine.found import Found
    from ctct_lint.model.fault import Fault
    from ctct_lint.model.quota import Quota
    from ctct_lint.own.rules import OwnRules
    from ctct_lint.profiles.profile import Profile, Subject
    from ctct_lint.rules.context import Context


def run_rules(
    root: _Element,
    profile: Profile,
    context: Context,
    contents: Contents,
    quota: Quota,
) -> Iterator[Found]:
    """Yield the findings of all rules about the subjects of a tree.

    Those for which the quota has no room are there to be counted, without fixes.
    """
    run = _Run(profile, context, contents, quota)
    for subject in profile.subjects(root):
        found, others = run.about(subject), subject.choices()
        if others:
            from ctct_lint.engine.duplicates import agreed

            yield from agreed(found, map(run.about, others))
        else:
            yield from found


def within(found: Iterable[Found], quota: Quota) -> Iterator[Found]:
    """Yield as many findings of each rule as the quota has; it counts the others."""
    for one in found:
        name = one.rule.name
        if quota.takes(name):
            yield one
        elif one.left_out:
            quota.count(name, one.left_out)


def first_of(faults: Iterable[Fault], quota: Quota) -> Iterator[Fault]:
    """Yield as many faults of each kind as the quota has; it counts the others."""
    for fault in faults:
        if quota.takes(fault.kind):
            yield fault
        if fault.left_out:
            quota.count(fault.kind, fault.left_out)


def run_own_rules(root: _Element, own: OwnRules, context: Context) -> Iterator[Found]:
    """Yield the findings of the user's own rules, and which of these have failed."""
    from ctct_lint.engine.own import run

    for rule, found in run(root, own, context):
        if isinstance(found, Finding):
            yield found_by(rule, found, context)
        else:
            yield from word_faults((found,), context)


class _Run:
    """The rules, and all that they are called with beside the subjects."""

    def __init__(
        self, profile: Profile, context: Context, contents: Contents, quota: Quota
    ) -> None:
        self._profile = profile
        self._context = context
        self._counting = context._replace(counts=True)
        self._contents = contents
        self._quota = quota

    def about(self, subject: Subject) -> Iterator[Found]:
        """Yield what the rules say about a subject and about its contents."""
        context, has_room = self._context, self._quota.has_room
        for rule in self._profile.rules_for(subject, context.operation):
            asked = context if has_room(rule.name) else self._counting
            try:
                for finding in rule.check(subject, asked):
                    yield found_by(rule, finding, context)
            except Exception as error:  # noqa: BLE001 - one must not end the run
                yield crash(rule.code, error, name_of(subject.element))
        yield from self._contents.check(subject, self._profile, context)
