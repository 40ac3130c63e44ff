"""Every rule's metadata and manual; the examples are run."""

from __future__ import annotations

import re

import pytest
from fixture_file import linted_by

from ctct_lint import lint
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.rules.base import FAULT, Rule, summary_of
from ctct_lint.rules.registry import (
    all_rules,
    find_rule,
    folder_of,
    group_of,
    groups,
)
from ctct_lint.schema.names import XSI

RULES = all_rules()
FAMILY = {
    "source": "0",
    "syntax": "1",
    "schema": "25",
    "schematron": "2",
    "atom": "3",
    "campaign": "4",
    "common": "247",
    "content": "5",
    "schedule": "6",
    "contact": "7",
    "list": "7",
    "registrant": "7",
    "activity": "7",
    "linter": "9",
}
# Their manuals have no examples: a block of text cannot show such bytes, or the
# schemas of today have no such facet.
WITHOUT_EXAMPLES = {
    "document-too-large",
    "too-many-attributes",
    "limit-exceeded",
    "empty-document",
    "failed-rule",
    "forbidden-character",
    "idle-key",
    "ignored-quick-fix",
    "inconsistent-schema",
    "internal-error",
    "invalid-schema",
    "invalid-schematron",
    "unresolved-schema",
    "missing-byte-order-mark",
    "nesting-too-deep",
    "no-element",
    "not-text",
    "not-well-formed",
    "schema-violation",
    "too-many-diagnostics",
    "undecodable-bytes",
    "windows-text-as-latin",
}
# Their examples are of the fixtures' shop: the service has no such schemas.
OF_A_SHOP = {
    "abstract-element",
    "abstract-type",
    "ambiguous-key",
    "attribute-namespace",
    "blanks-around-value",
    "complex-key",
    "content-of-nil",
    "duplicate-id",
    "duplicate-key",
    "invalid-fixed-value",
    "invalid-xsi-type",
    "missing-key",
    "pattern-mismatch",
    "unknown-idref",
    "unknown-keyref",
    "untestable-pattern",
    "value-out-of-range",
    "wrong-digits",
    "wrong-length",
}
# Its examples are of a schema of XSD 1.1.
OF_A_STOCK = {"unmet-assertion"}
# Their examples are invoices, with rules of their own.
OF_INVOICES = {"failed-assertion", "untestable-assertion"}
# They are about what the document tells itself, not about what it is for.
BY_THEMSELVES = {"unknown-vocabulary"}
_BLOCK = re.compile(r"^```(?:xml|form)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WHOLE = re.compile(
    r"\AactivityType=|<(?:(?:\w+:)?entry|feed|\?xml|!DOCTYPE)\b", re.IGNORECASE
)
_OPERATIONS = ("create", "update", "response")
# What an example that is no whole document is a part of, by the rule's folder.
_HOLDERS = {"contact": "Contact", "list": "ContactList", "schedule": "Schedule"}


def blocks(rule: Rule) -> list[str]:
    return _BLOCK.findall(rule.manual)


def operation_of(rule: Rule) -> str:
    return next(filter(rule.runs_for, _OPERATIONS))


def as_document(block: str, rule: Rule) -> str:
    """Return the document that a block stands for."""
    if _WHOLE.search(block):
        return block
    holder = _HOLDERS.get(folder_of(rule.module), "Campaign")
    return (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<{holder} xmlns="{CTCT}">\n{block}</{holder}></content></entry>\n'
    )


def codes_in(block: str, rule: Rule) -> set[str]:
    if rule.name in OF_A_SHOP:
        shop = f'<shop xmlns="urn:shop" xmlns:xsi="{XSI}">{block}</shop>'
        return {d.code for d in linted_by("shop.xsd", shop)}
    if rule.name in OF_A_STOCK:
        return {d.code for d in linted_by("stock.xsd", block)}
    if rule.name in OF_INVOICES:
        return {d.code for d in linted_by("invoice.sch", block)} & {rule.code}
    document = as_document(block, rule).encode()
    operation = None if rule.name in BY_THEMSELVES else operation_of(rule)
    found = lint(document, operation=operation, select=[rule.code])
    return {d.code for d in found} & {rule.code}


def named(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_code_is_of_the_folder_s_family(rule: Rule) -> None:
    folder = folder_of(rule.module)

    assert re.fullmatch(r"CTC\d{3}", rule.code)
    assert rule.code[3] in FAMILY[folder]
    assert group_of(rule) == groups()[rule.code[:4]]


def test_only_rules_about_contents_have_fields_and_tags() -> None:
    assert {rule.on for rule in RULES if rule.fields or rule.tags} == {"content"}


def test_rules_about_contents_and_faults_have_no_conditions() -> None:
    assert {rule.on for rule in RULES if rule.when}.isdisjoint({"content", FAULT})


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_name_is_the_file_s_name(rule: Rule) -> None:
    file = rule.module.rpartition(".")[2]

    assert rule.name == file.replace("_", "-")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_manual_says_what_why_and_how_to_fix_it(rule: Rule) -> None:
    summary, _, rest = rule.manual.strip().partition("\n\n")

    assert summary == summary_of(rule)
    assert "\n" not in summary
    assert summary.endswith(".")
    assert re.findall(r"^## (.*)$", rest, re.MULTILINE)[:2] == [
        "Why",
        "How to fix it",
    ]
    assert rule.source


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_bad_example_fires_and_the_good_one_does_not(rule: Rule) -> None:
    examples = blocks(rule)
    if rule.name in WITHOUT_EXAMPLES:
        assert examples == []
        return

    bad, good = examples
    assert "\nUse instead:\n" in rule.manual
    assert codes_in(bad, rule) == {rule.code}
    assert codes_in(good, rule) == set()


def test_rules_without_examples_exist() -> None:
    assert {n for n in WITHOUT_EXAMPLES if find_rule(n) is None} == set()
