"""A rule that is not called with a record has nothing to say of it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from examples import examples
from fixture_file import documents
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.profiles.ctct.calls import Calls
from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.profiles.ctct.names import CONTENT_TYPE
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.profile import PROFILE
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.records import records_in
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.profiles.ctct.rulebook import calls
from ctct_lint.rules.conditions import read
from ctct_lint.rules.context import Context
from ctct_lint.rules.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

ASKING = {
    rule.name
    for rule in all_rules()
    if rule.when or (rule.traits and rule.on != "content")
}
PARSER = etree.XMLParser(remove_comments=True, remove_pis=True)
OPERATIONS = [operation.value for operation in Operation]


def roots() -> Iterator[_Element]:
    """Yield the trees of all fixtures that are well-formed."""
    for folder in ("rules", "invalid", "valid"):
        for path in documents(folder):
            try:
                root = etree.fromstring(path.read_bytes(), PARSER)
            except etree.XMLSyntaxError:
                continue
            yield root


ROOTS = list(roots())


def records(root: _Element) -> Iterator[Record]:
    for record in records_in(root):
        yield record
        yield from record.choices()


def heard_and_unheard(root: _Element, operation: str) -> tuple[set[str], set[str]]:
    """Return the rules that speak of a tree: those that are called, and the others."""
    context = Context(operation, vocabulary=PROFILE)
    heard, unheard = set[str](), set[str]()
    for record in records(root):
        called = {rule.name for rule in PROFILE.rules_for(record, operation)}
        for rule in PROFILE.rules_on(record.kind, operation):
            if any(True for _ in rule.check(record, context)):
                (heard if rule.name in called else unheard).add(rule.name)
    return heard, unheard


def test_there_is_something_to_ask_about() -> None:
    assert len(ROOTS) > 100
    assert len(ASKING) > 35


def test_rules_speak_where_they_are_called_and_nowhere_else() -> None:
    heard = set[str]()
    for root in ROOTS:
        for operation in OPERATIONS:
            speaking, unheard = heard_and_unheard(root, operation)
            heard |= speaking
            assert not unheard, etree.tostring(root)

    assert heard >= ASKING


CHANGES = ["text", "text", "id", "type", "remove", "twice", "empty"]
TYPES = st.sampled_from(["", "text", " html", "txt", CONTENT_TYPE, f"{CONTENT_TYPE} "])
TEXTS = st.sampled_from(
    [
        *("", " ", "\n", " \t\r", "\u00a0", "\u200b", "\u00a0 ", "x", " x", "x\n"),
        *("YES", "NO", " NO ", "yes", "Draft", "draft", "Sent", "CUSTOM", "STOCK"),
        *("us", "US", "Us", "\u212ae", "ca", "de", "pr", "PR", " PR", "MA", "ON"),
        *("02451", "1", "K1A 0B1", "2011-02-30", "2011-03-14T09:26:53.589Z"),
        *("a & b", "&eacute;", "<b>x</b>", "a < b", "\u2019", "\xe9", "{{ a }}"),
        *("[[NAME]]", "__NAME__", "%s", "*|A|*", "@Model.A", "<? a ?>", "$ACCOUNT.US"),
        *("x" * 51, "x" * 300, "a  b" * 30, "data:,none", "none", "http://a b"),
        "Notice: Undefined index: a in /b.php on line 1",
        "https://api.constantcontact.com/ws/customers/a/lists/1",
        "http://api.constantcontact.com/ws/customers/B/campaigns/2",
    ]
)


@st.composite
def changed(draw: st.DrawFn) -> _Element:
    """Return a fixture some of whose fields are missing, twice there or others."""
    root = deepcopy(draw(st.sampled_from(ROOTS)))
    for _ in range(draw(st.integers(1, 5))):
        element = draw(st.sampled_from(list(root.iter("*"))))
        parent = element.getparent()
        match draw(st.sampled_from(CHANGES)):
            case "text":
                element.text = draw(TEXTS)
            case "id":
                element.set("id", draw(TEXTS))
            case "type":
                element.set("type", draw(TYPES))
            case "remove" if parent is not None:
                parent.remove(element)
            case "twice" if parent is not None:
                element.addprevious(deepcopy(element))
            case _:
                del element[:]
    return root


@examples(200)
@given(changed(), st.sampled_from(OPERATIONS))
def test_no_rule_is_kept_from_what_it_would_say(root: _Element, operation: str) -> None:
    assert heard_and_unheard(root, operation)[1] == set()


def record_of(xml: str) -> Record:
    return Record(etree.fromstring(xml))


def test_values_are_remembered_up_to_a_bound() -> None:
    of_status = Calls(PROFILE.rules_on("campaign", "create"), "Campaign", "create")
    wanted = of_status.of(record_of("<Campaign><Status>Sent</Status></Campaign>"))

    for number in range(500):
        record = record_of(
            f"<Campaign><Status>Draft</Status><F{number}/>"
            f"<Name>{number}</Name><Subject>{'x' * 101}{number}</Subject></Campaign>"
        )
        assert "status-on-create" not in {r.name for r in of_status.of(record)}

    again = of_status.of(record_of("<Campaign><Status>Sent</Status></Campaign>"))
    assert again == wanted
    assert "status-on-create" in {rule.name for rule in wanted}


def test_of_what_is_no_payload_no_field_is_advised() -> None:
    entry = calls("{http://www.w3.org/2005/Atom}entry", "create")

    assert {r.name for r in entry.of(record_of("<entry/>"))} >= {"missing-author"}
    author = record_of("<entry><author/></entry>")
    assert "missing-author" not in {rule.name for rule in entry.of(author)}


def test_conditions_are_about_fields_that_there_are() -> None:
    owners = ("entry", *CHECKED)
    known = {name for owner in owners for name in children_of(owner)}

    asked = {read(one).field for rule in all_rules() for one in rule.when}
    assert asked <= known


@pytest.mark.parametrize(
    ("field", "type_", "is_odd"),
    [
        ("title", "html", False),
        ("title", CONTENT_TYPE, True),
        ("summary", "", True),
        ("content", CONTENT_TYPE, False),
        ("content", f" {CONTENT_TYPE}", True),
        ("author", "x", False),
    ],
)
def test_types_of_an_entry_s_texts(field: str, type_: str, is_odd: bool) -> None:
    record = record_of(f'<entry><{field} type="{type_}"/></entry>')

    assert record.has_odd_type is is_odd


def test_names_of_fields_are_known_however_many_were_seen() -> None:
    fields = "".join(f"<F{number}>x</F{number}>" for number in range(1100))
    record = record_of(f'<a xmlns="b" xmlns:c="d"><c:F0/>{fields}</a>')

    assert set(record.texts) == {f"F{number}" for number in range(1100)}
    assert record.text("F1099") == "x"
