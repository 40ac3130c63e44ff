"""What a rule says that it reads must decide alone what it says.

Of a document that differs from the last one in other texts and attributes, the rule
is not asked again.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from fixture_file import documents
from lxml import etree

from ctct_lint.rules.base import On
from ctct_lint.rules.record import Record
from ctct_lint.rules.registry import all_rules
from ctct_lint.schema.names import atom, ctct, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.rules.base import Rule
    from ctct_lint.schema.operation import Operation

PARSER = etree.XMLParser(remove_comments=True, remove_pis=True)
SUBJECTS = (On.ENTRY, On.CAMPAIGN, On.PAYLOAD, On.LISTED)
READERS = [rule for rule in all_rules() if rule.on in SUBJECTS and rule.fields]
# Of most rules something would have to be said, could they read it.
NASTY = " https://X/ws/customers/Joe/lists/{{1}} <b>&amp;\N{EURO SIGN}</b> " * 20


def entries() -> Iterator[_Element]:
    for folder in ("valid", "invalid", "rules"):
        for path in documents(folder):
            try:
                root = etree.fromstring(path.read_bytes(), PARSER)
            except etree.XMLSyntaxError:
                continue
            if root.find(f"{atom('content')}/{ctct('Campaign')}") is not None:
                yield root


ENTRIES = [root for root in entries() if root.tag == atom("entry")]


def changed_but_for(fields: frozenset[str], root: _Element) -> _Element:
    """Return the entry with other texts and attributes in all other elements."""
    other = deepcopy(root)
    for element in other.iter():
        if local_name(element) not in fields:
            if not len(element) and (element.text or "").strip():
                element.text = NASTY
            for name in element.attrib:
                element.set(name, NASTY)
    return other


def said(rule: Rule, root: _Element, operation: Operation) -> list[str]:
    entry = Record(root)
    campaign = Record(entry.fields["content"][0], entry)
    subject = entry if rule.on is On.ENTRY else campaign
    return [finding.message for finding in rule.check(subject, operation)]


def test_there_are_campaigns_and_rules_to_ask() -> None:
    assert len(ENTRIES) > 50
    assert len(READERS) > 30


@pytest.mark.parametrize("rule", READERS, ids=lambda rule: rule.name)
def test_its_fields_alone_decide_what_a_rule_says(rule: Rule) -> None:
    for root in ENTRIES:
        other = changed_but_for(rule.fields, root)
        for operation in rule.operations:
            assert said(rule, other, operation) == said(rule, root, operation)


def test_most_rules_would_say_something_of_what_is_changed() -> None:
    deaf = {
        rule.name
        for rule in READERS
        if all(
            said(rule, changed_but_for(frozenset(), root), operation)
            == said(rule, root, operation)
            for root in ENTRIES
            for operation in rule.operations
        )
    }

    # They read which elements there are, and whether they are empty.
    assert deaf == {
        "empty-content",
        "empty-greeting-name",
        "empty-switch",
        "incomplete-address",
        "missing-advised-element",
        "missing-author",
        "read-only-on-create",
    }
