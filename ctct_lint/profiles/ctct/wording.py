"""Faults of which the service's vocabulary knows more than their rules do.

Where a function yields nothing, the rule of the fault words it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, end_tag_of, start_tag_of, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.catalog import resource_of
from ctct_lint.profiles.ctct.facts import FACTS
from ctct_lint.profiles.ctct.names import CONTENT_TYPE, ctct
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.profiles.ctct.surroundings import tags_round
from ctct_lint.rules.base import Finding, Findings, guess
from ctct_lint.rules.registry import rule_named
from ctct_lint.rules.wording import (
    article,
    did_you_mean,
    holder,
    is_of_attribute,
    quoted,
    renaming,
)
from ctct_lint.text.spelling import closest
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.context import Context

_ACTIVITIES = "this is right for `activities` alone, where a bulk activity is posted"
_WRAP = (
    'wrap it in `<entry xmlns="http://www.w3.org/2005/Atom">` and '
    f'`<content type="{CONTENT_TYPE}">`'
)


def _root(fault: Fault, context: Context) -> Findings:
    """Word a root that is no entry; `expected` holds the roots that there are."""
    from ctct_lint.profiles.ctct.answered import word_answer

    name = fault.subject
    meant = closest(name, fault.expected)
    if fault.related:
        yield _stands_round(fault)
    elif name in CHECKED:
        message = f"{quoted(name)} stands alone, without its Atom `entry`"
        yield Finding(fault.at, message, help=(_WRAP,))
    elif meant is None and (answers := tuple(word_answer(fault, context))):
        yield from answers
    elif context.is_answer and meant is None:
        message = f"{article(name)} {quoted(name)} document is not checked"
        yield Finding(fault.at, message, severity=Severity.INFORMATION)
    else:
        help_ = did_you_mean(meant) if meant else "the root must be an Atom `entry`"
        message = f"{quoted(name)} is not an Atom `entry`"
        yield Finding(fault.at, message, help=(help_,), fixes=renaming(fault))


def _stands_round(fault: Fault) -> Finding:
    """Word a root that stands round the document, which is looked at by itself."""
    root, (inner, name) = fault.at.element, fault.related[0]
    assert root is not None  # noqa: S101 - the fault is of elements
    assert inner.element is not None  # noqa: S101
    message = f"{quoted(fault.subject)} stands round the {quoted(name)}"
    if name in CHECKED:
        message = f"{quoted(fault.subject)} is not an Atom `entry`"
        help_ = _WRAP.replace("it", quoted(name), 1)
        return Finding(fault.at, message, help=(help_,))
    which = "another" if name == fault.subject else "the"
    tags = tags_round(inner.element, root)
    edits = [(part(tag), "") for tag in tags for part in (start_tag_of, end_tag_of)]
    title = "remove the tags round it"
    fix = guess(title, *edits)
    return Finding(
        fault.at,
        f"{quoted(fault.subject)} stands round {which} {quoted(name)}, "
        "which must be the root",
        help=(f"send the {quoted(name)} as the body, and nothing else",),
        related=((inner, "the document begins here"),),
        fixes=(fix,) if edits else (),
    )


def _region(fault: Fault, context: Context) -> Findings:
    """Word a region in the element of states, of which no code would be right."""
    from ctct_lint.profiles.ctct.records.regions import (
        REGION,
        country_abroad,
        moved_to_region,
    )

    state = None if is_of_attribute(fault) else fault.at.element
    country = None if state is None else country_abroad(state)
    if state is not None and country is not None:
        yield Finding(
            fault.at,
            f"{quoted(fault.subject)} is not a valid {holder(fault)}",
            help=(
                f"write the region in {quoted(REGION)}: states are for `us` and `ca`",
            ),
            related=((value_of(country), "the country"),),
            fixes=tuple(moved_to_region(state)),
            severity=Severity.WARNING if context.is_answer else None,
        )


def _needed(fault: Fault, context: Context) -> Findings:
    """Word as an error what stands in the place of something that must be there.

    That is the name of who schedules, and the one list of a new contact.
    """
    if context.is_answer or not (_is_author(fault) or _is_list(fault, context)):
        return
    rule = rule_named(fault.kind)
    for finding in rule.check(fault, context):
        yield finding._replace(severity=Severity.ERROR)


def _is_author(fault: Fault) -> bool:
    """Is it a text in the author of a schedule, which has no name?

    Of several authors the first one counts.
    """
    author = fault.at.element
    if fault.kind != "unexpected-text" or author is None or fault.owner != "author":
        return False
    entry = author.getparent()
    if entry is None or next(entry.iterchildren(author.tag)) is not author:
        return False
    return resource_of(entry).payload == "Schedule"


def _is_list(fault: Fault, context: Context) -> bool:
    """Is it meant as a list of a new contact, which has no other one?"""
    lists, text = fault.at.element, fault.subject
    if lists is not None and fault.at.part is not Part.VALUE:
        text = trimmed(lists.text) if fault.at.part is Part.NAME else text
        lists = lists.getparent()
    if fault.owner != "ContactLists" or lists is None:
        return False
    from ctct_lint.schema.matching.text_home import certain_home

    contact = lists.getparent()
    return (
        context.operation == Operation.CREATE
        and contact is not None
        and contact.tag == ctct("Contact")
        and next(contact.iter(ctct("ContactList")), None) is None
        and certain_home(FACTS, text, "ContactLists", (), fault.subject) is not None
    )


def _no_element(fault: Fault, context: Context) -> Findings:
    """Word the form of an activity: it is no XML, and right all the same.

    What is wrong with the form itself is told beside it. An answer of the server is
    told as what it is.
    """
    if fault.detail == "activity":
        message = f"this is form data (`{fault.subject}=...`), not XML"
        yield Finding(
            fault.at, message, help=(_ACTIVITIES,), severity=Severity.INFORMATION
        )
    else:
        from ctct_lint.profiles.ctct.answered import word_answer

        yield from word_answer(fault, context)


WORDINGS: Mapping[str, Callable[[Fault, Context], Findings]] = MappingProxyType(
    {
        "invalid-enum-value": _region,
        "no-element": _no_element,
        "unexpected-text": _needed,
        "unknown-element": _needed,
        "unknown-root": _root,
    }
)
