"""What a campaign's rule says that it reads must decide alone what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fixture_file import documents
from lxml import etree

from ctct_lint.rules.base import On
from ctct_lint.rules.record import Record
from ctct_lint.rules.registry import all_rules
from ctct_lint.schema.names import ctct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.rules.base import Rule
    from ctct_lint.schema.operation import Operation

PARSER = etree.XMLParser(remove_comments=True, remove_pis=True)
READERS = [rule for rule in all_rules() if rule.on is On.CAMPAIGN and rule.fields]


def campaigns() -> Iterator[Record]:
    for folder in ("valid", "invalid", "rules"):
        for path in documents(folder):
            try:
                root = etree.fromstring(path.read_bytes(), PARSER)
            except etree.XMLSyntaxError:
                continue
            for campaign in root.iter(ctct("Campaign")):
                yield Record(campaign)


CAMPAIGNS = list(campaigns())


def only(record: Record, fields: frozenset[str]) -> Record:
    """Return the record with no other field than these."""
    reduced = Record(record.element)
    for name in record.fields.keys() - fields:
        del reduced.fields[name], reduced.texts[name]
    return reduced


def said(rule: Rule, record: Record, operation: Operation) -> list[str]:
    return [finding.message for finding in rule.check(record, operation)]


def test_there_are_campaigns_and_rules_to_ask() -> None:
    assert len(CAMPAIGNS) > 50
    assert len(READERS) > 10


@pytest.mark.parametrize("rule", READERS, ids=lambda rule: rule.name)
def test_its_fields_alone_decide_what_a_rule_says(rule: Rule) -> None:
    for operation in rule.operations:
        for campaign in CAMPAIGNS:
            alone = said(rule, only(campaign, rule.fields), operation)
            assert alone == said(rule, campaign, operation)
