"""Running the rules of the user's own, with one element of the tree after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.own.load import FailedRuleError
from ctct_lint.own.sound import top_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.own.load import Loaded
    from ctct_lint.own.rules import OwnRules
    from ctct_lint.rules.base import Finding, Rule
    from ctct_lint.rules.context import Context


def run(
    root: _Element, own: OwnRules, context: Context
) -> Iterator[tuple[Rule, Finding | Fault]]:
    """Yield what the rules say, with the rule, and the fault of each that fails.

    A rule that fails at one element is called with the others all the same; of what
    has failed in one line of it the first is told.
    """
    wanted: dict[str, list[Loaded]] = {}
    told: set[tuple[str, str]] = set()
    # A list: a rule that takes elements away does not end the walk.
    for element in list(root.iter(*own.patterns)) if own.patterns else ():
        tag = str(element.tag)
        if tag not in wanted:
            wanted[tag] = [one for one in own.loaded if one.is_on(tag)]
        for loaded in wanted[tag]:
            if top_of(element) is not root:
                break
            found: list[Finding] = []
            failure = _call(loaded, element, context, found)
            yield from ((loaded.rule, one) for one in found)
            if failure is not None and (loaded.rule.code, failure.owner) not in told:
                told.add((loaded.rule.code, failure.owner))
                yield loaded.rule, failure


def _call(
    loaded: Loaded, element: _Element, context: Context, into: list[Finding]
) -> Fault | None:
    """Add what a rule says of an element; return its fault if it fails."""
    top = top_of(element)
    try:
        loaded.call(element, context, into)
    except FailedRuleError as error:
        # A rule may have taken the element away: then it has no place any more.
        here = element if top_of(element) is top else top
        at, code = name_of(here), loaded.rule.code
        return Fault("failed-rule", at, code, owner=error.where, detail=error.why)
    return None
