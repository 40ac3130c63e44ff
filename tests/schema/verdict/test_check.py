"""The verdict on a document: which schema, which faults, what is not checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fixture_file import FIXTURES, ROOT
from lxml import etree

from ctct_lint import lint
from ctct_lint.profiles.ctct.catalog import resource_of
from ctct_lint.profiles.ctct.check import check
from ctct_lint.profiles.ctct.content_model import content_model
from ctct_lint.profiles.ctct.facts import code_list, facts, facts_of, first_sentence
from ctct_lint.profiles.ctct.names import ATOM, CTCT, atom, ctct
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.resources import OTHER
from ctct_lint.schema import files
from ctct_lint.schema.facts.read import fact_of
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.names import has_text, namespace
from ctct_lint.schema.validator import for_operation, validator

CLEAN = FIXTURES / "valid" / "campaign-minimal.create.xml"


def tree(content: str, root: str = "entry") -> etree._Element:
    return etree.fromstring(f'<{root} xmlns="{ATOM}">{content}</{root}>')


def kinds(root: etree._Element, operation: Operation = Operation.CREATE) -> list[str]:
    return [fault.kind for fault in check(root, operation)]


# ------------------------------------------------------------------ which schema


@pytest.mark.parametrize(
    ("content", "payload"),
    [
        (f'<content><Campaign xmlns="{CTCT}"/></content>', "Campaign"),
        (f'<content><Schedule xmlns="{CTCT}"/></content>', "Schedule"),
        (f'<content><Contact xmlns="{CTCT}"/></content>', "Contact"),
        ("<content><Contacts/></content>", "Contact"),
        (f'<content><ContactList xmlns="{CTCT}"/></content>', "ContactList"),
        ("<content><SentEvent><Contact/></SentEvent></content>", "SentEvent"),
        ("<content><OpenEvent><Contact/></OpenEvent></content>", "OpenEvent"),
        ('<content><Event xmlns="urn:events"/></content>', "Event"),
        ("<content><Campaign/></content>", "Campaign"),
        ("<content><Campain/></content>", "Campaign"),
        ("<content><SCHEDULE/></content>", "Schedule"),
        ('<content xmlns=""><Campaign/></content>', "Campaign"),
        ("<Campaign/>", "Campaign"),
        ("<author><Schedule/></author>", "Schedule"),
        ("<content><Pastry/></content>", ""),
        ("<content/>", ""),
        ("", ""),
        ("<content><Event><Campaign/></Event></content>", "Event"),
        ("<content><Pastry/><Campaign/></content>", "Campaign"),
    ],
)
def test_content_decides_on_the_resource(content: str, payload: str) -> None:
    assert resource_of(tree(content)).payload == payload


def test_feed_is_what_its_first_entry_is() -> None:
    one = f'<entry><content><Schedule xmlns="{CTCT}"/></content></entry>'

    assert resource_of(tree(one, "feed")).payload == "Schedule"
    assert resource_of(tree("", "feed")) == OTHER


def test_payload_as_root() -> None:
    assert resource_of(etree.fromstring("<Campaign/>")).payload == "Campaign"


def test_schema_is_compiled_once_for_an_operation() -> None:
    path = schema_path("campaign-entry.xsd")
    one = validator(path, "update")

    assert validator(path, "update") is one
    assert validator(path) is not one


def test_schema_of_a_response_requires_less() -> None:
    strict = for_operation(schema_path("campaign.xsd"), "")
    loose = for_operation(schema_path("campaign.xsd"), "response")

    assert strict == (ROOT / "schemas" / "campaign.xsd").read_bytes()
    assert loose.count(b'minOccurs="0"') > strict.count(b'minOccurs="0"')


# -------------------------------------------------------------------- the verdict


def test_verdict_on_a_clean_document() -> None:
    root = etree.parse(CLEAN).getroot()

    assert list(check(root, Operation.CREATE)) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("author", []),
        ("id", ["missing-element"]),
        ("title", ["missing-element"]),
        ("updated", ["missing-element"]),
        ("content", ["missing-element"]),
    ],
)
def test_envelope_lacks_an_element(name: str, expected: list[str]) -> None:
    root = etree.parse(CLEAN).getroot()
    for element in root.findall(atom(name)):
        root.remove(element)

    assert kinds(root) == expected


def test_envelope_with_two_ids_is_not_valid() -> None:
    root = etree.parse(CLEAN).getroot()
    etree.SubElement(root, atom("id")).text = "data:,b"

    assert kinds(root) == ["duplicate-element"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<recipe/>", ["unknown-root"]),
        (f'<Campaign xmlns="{CTCT}"/>', ["unknown-root"]),
        (f'<entri xmlns="{ATOM}"/>', ["unknown-root"]),
    ],
)
def test_unknown_root(document: str, expected: list[str]) -> None:
    found = kinds(etree.fromstring(document), Operation.RESPONSE)

    assert found[:1] == expected
    assert "missing-namespace" not in found


def test_misspelt_root_is_mended() -> None:
    text = CLEAN.read_text("utf-8")
    assert text.count("entry") == 2

    found = lint(text.replace("entry", "Entry"))

    assert [d.code for d in found] == ["CTC220"]


def test_what_explain_cannot_say_libxml2_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing invalid ever passes."""
    from ctct_lint.schema.explain import explain
    from ctct_lint.schema.verdict import check as checking

    nothing = explain.Explanation([], [])
    monkeypatch.setattr(checking, "explain", lambda *_: nothing)
    text = CLEAN.read_text("utf-8").replace(
        "<ViewAsWebpage>NO<", "<ViewAsWebpage>MAYBE<"
    )

    (found,) = lint(text)

    assert (found.code, found.path) == (
        "CTC299",
        "/entry/content/Campaign/ViewAsWebpage",
    )
    assert found.message.startswith("`ViewAsWebpage` breaks the schema: ")


def test_resource_without_a_schema_is_said_once() -> None:
    entry = f'<entry><content><Statement xmlns="{CTCT}"/></content></entry>'

    assert (
        kinds(tree(entry * 3, "feed"), Operation.RESPONSE).count("unchecked-payload")
        == 1
    )
    assert "unchecked-payload" not in kinds(tree(""))


def test_library_entry_needs_no_envelope() -> None:
    folder = '<Folder xmlns="">{}</Folder>'
    content = f'<content type="x">{folder}</content>'

    assert kinds(tree(content.format("<Name>Bread</Name>"))) == []
    assert kinds(tree(content.format(""))) == ["missing-element"]
    assert kinds(tree(folder.format("<Name>Bread</Name>"))) == ["misplaced-element"]


# --------------------------------------------------------------------- namespaces


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (ATOM, ATOM + "/", ["CTC212"]),
        (ATOM, " " + ATOM, ["CTC136"]),
        (CTCT, CTCT.upper(), ["CTC212"]),
        (CTCT, CTCT.replace("1.0", "2.0"), ["CTC212"]),
        (f' xmlns="{CTCT}"', "", ["CTC213"]),
        (f' xmlns="{ATOM}"', "", ["CTC213"]),
        (f'<Campaign xmlns="{CTCT}">', '<Campaign xmlns="">', ["CTC213"]),
    ],
)
def test_namespace_is_one_diagnostic(old: str, new: str, expected: list[str]) -> None:
    text = CLEAN.read_text("utf-8")
    assert text.count(old) == 1

    assert [d.code for d in lint(text.replace(old, new))] == expected


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<Name>", '<Name xmlns="urn:x">', "CTC212"),
        ("<Name>", '<Name xmlns="">', "CTC213"),
        ("<author/>", '<author><name xmlns="">Joe</name></author>', "CTC213"),
    ],
)
def test_one_child_in_the_wrong_namespace(old: str, new: str, code: str) -> None:
    text = CLEAN.read_text("utf-8").replace(old, new, 1)

    assert [d.code for d in lint(text)] == [code]


def test_links_of_lists_may_be_in_either_namespace_with_a_warning() -> None:
    text = CLEAN.read_text("utf-8").replace(
        'lists/3"/>', 'lists/3"><link href="/l" rel="self"/></ContactList>'
    )
    (found,) = lint(text)

    assert (found.code, found.severity.label) == ("CTC213", "warning")


# ------------------------------------------------------------- facts and vocabulary


def test_facts_of_an_element() -> None:
    fact = facts_of("campaign.xsd", "Campaign")["ViewAsWebpageLinkText"]

    assert (fact.name, fact.owner, fact.maximum) == (
        "ViewAsWebpageLinkText",
        "Campaign",
        50,
    )
    assert ("FromEmail", "EmailAddress") in facts("campaign.xsd")


def test_declaration_without_a_fact_says_nothing() -> None:
    fact = fact_of(etree.Element("element", name="Pastry"), "Campaign")

    assert (fact.name, fact.owner) == ("Pastry", "Campaign")
    assert (fact.required, fact.maximum, fact.at_most) == (frozenset(), 0, 0)


def test_first_sentence_of_an_element() -> None:
    assert first_sentence("Campaign", "Subject")
    assert not first_sentence("Campaign", "Subject").endswith(".")
    assert first_sentence("Campaign", "Pastry") == ""


def test_code_lists() -> None:
    assert {"MA", "ME"} <= code_list("UsStateCode")
    assert "ON" in code_list("CanadianProvinceCode")
    with pytest.raises(KeyError):
        code_list("Pastry")


def test_vocabulary() -> None:
    words = content_model("")

    assert words.knows("Campaign")
    assert not words.knows("html")
    assert words.holds_text_only("Subject")
    assert not words.holds_text_only("FromEmail")
    assert not words.holds_text_only("html")
    assert not words.may_omit_end("Name")
    assert words.may_contain("entry", "content")
    assert words.may_contain("content", "Campaign")
    assert words.may_contain("ContactList", "link")
    assert not words.may_contain("Subject", "Campaign")
    assert words.spelling_of("Campain") == "Campaign"
    assert words.spelling_of("zulu") is None


@pytest.mark.parametrize(
    ("text", "is_contact"),
    [
        (f'<Contact xmlns="{CTCT}">', True),
        ("<c:Contact>", True),
        ("<Contact/>", True),
        ("", False),
        ("<ContactLists><ContactList id='x'/></ContactLists>", False),
        ("<Campaign>", False),
    ],
)
def test_vocabulary_is_that_of_the_payload(text: str, *, is_contact: bool) -> None:
    words = content_model(text)

    assert words.may_contain("Contact", "FirstName") is is_contact
    assert words.may_contain("content", "Contact") is is_contact
    assert words.may_contain("ContactList", "OptInTime") is is_contact
    assert words.may_contain("content", "Campaign") is not is_contact
    assert words.knows("Subject") is not is_contact
    assert words.may_contain("entry", "content")
    assert words.may_contain("ContactList", "link")
    assert words.spelling_of("FrstName") == ("FirstName" if is_contact else None)


@pytest.mark.parametrize(
    ("text", "parent", "child"),
    [
        ("<ContactList><Name/>", "ContactList", "SortOrder"),
        ("<content>\n<SentEvent><Contact/><Campaign/>", "SentEvent", "EventTime"),
        ("<a:content type='x'><Folder><Name/>", "content", "Image"),
        ("<?xml version='1.0'?><Email/>", "Email", "VerifiedTime"),
    ],
)
def test_vocabulary_is_that_of_what_a_content_holds(
    text: str, parent: str, child: str
) -> None:
    words = content_model(text)

    assert words.may_contain(parent, child)
    assert not words.knows("Subject")


def test_names() -> None:
    element = tree("", "entry")

    assert namespace(element) == ATOM
    assert namespace(etree.Element("a")) == ""
    assert (atom("id"), ctct("Name")) == (f"{{{ATOM}}}id", f"{{{CTCT}}}Name")
    assert [has_text(t) for t in (None, "", " \n", "a")] == [False, False, False, True]


# --------------------------------------------------------------------------- files


def test_wheel_s_schemas_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "ctct_lint"
    ignored = shutil.ignore_patterns("compiled")
    shutil.copytree(ROOT / "schemas", package / "_schemas", ignore=ignored)
    module = package / "schema" / "files.py"
    monkeypatch.setattr(files, "__file__", str(module))

    assert str(files.schema_dir.__wrapped__()) == str(package / "_schemas")

    shutil.rmtree(package / "_schemas")
    assert str(files.schema_dir.__wrapped__()) == str(tmp_path / "schemas")


def test_children_that_share_what_they_inherit_are_one_fault() -> None:
    data = CLEAN.read_text("utf-8")
    data = data.replace('<Campaign xmlns="', '<c:Campaign xmlns:c="')
    data = data.replace("</Campaign>", "</c:Campaign>")

    (found,) = lint(data)

    assert (found.name, found.path) == (
        "missing-namespace",
        "/entry/content/Campaign/Name",
    )
    assert found.fixes == ()


def test_declaration_of_the_wrong_one_is_pointed_at_and_replaced() -> None:
    data = CLEAN.read_text("utf-8").replace(f'"{CTCT}"', f'"{ATOM}"')

    (found,) = lint(data)

    (edit,) = found.fixes[0].edits
    start, end = (position.offset for position in found.range)
    assert data[start:end] == ATOM
    first, last = (position.offset for position in edit.range)
    assert data[:first] + edit.new_text + data[last:] == CLEAN.read_text("utf-8")


PAYLOAD = CLEAN.read_text("utf-8").partition("<content")[2].partition(">")[2]
PAYLOAD = PAYLOAD.partition("</content>")[0]


@pytest.mark.parametrize(
    ("instead", "code", "text"),
    [
        ("", "CTC221", "content"),
        ("&lt;Campaign/>", "CTC221", "&lt;Campaign/>"),
        ("<Name>x</Name>", "CTC206", "Name"),
    ],
)
def test_content_without_its_payload(instead: str, code: str, text: str) -> None:
    data = CLEAN.read_text("utf-8").replace(PAYLOAD, instead)

    (found,) = lint(data)

    start, end = (position.offset for position in found.range)
    assert (found.code, data[start:end]) == (code, text)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('xsi:type="xsd:string"', "CTC223"),
        ('xsi:type=""', "CTC223"),
        ('xsi:nil="true"', "CTC222"),
        ('xsi:nil="false"', "CTC222"),
    ],
)
def test_types_that_serializers_write_are_one_fault(written: str, code: str) -> None:
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    data = CLEAN.read_text("utf-8")
    text = data.replace("<Subject>", f"<Subject {xsi} {written}>")

    (found,) = lint(text)

    start, end = (position.offset for position in found.range)
    name = written.partition("=")[0]
    assert (found.code, text[start:end]) == (code, name)
    assert [fix.title for fix in found.fixes] == [f"remove `{name}`"]


def test_nil_in_other_vocabularies_is_their_own_business() -> None:
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    extension = f'<x:ext xmlns:x="urn:x" {xsi} xsi:nil="true"/>'
    data = CLEAN.read_text("utf-8").replace("<updated>", f"{extension}<updated>", 1)

    assert lint(data) == []
    assert [d.code for d in lint(data.replace("Subject>", "Sbject>"))] == ["CTC202"]


def test_misplaced_element_is_not_also_missing() -> None:
    data = CLEAN.read_text("utf-8")
    name = data[data.index("<Name>") : data.index("</Name>") + 7]
    data = data.replace(name, "").replace("<FromEmail>", f"<FromEmail>{name}")

    assert [d.code for d in lint(data)] == ["CTC206"]


@pytest.mark.parametrize("written", ["Nmae", "Naem", "aNme"])
def test_swapped_letters_are_a_misspelling(written: str) -> None:
    data = CLEAN.read_text("utf-8")
    data = data.replace("<Name>", f"<{written}>").replace("</Name>", f"</{written}>")

    (found,) = lint(data)

    assert (found.code, found.help) == ("CTC202", ("did you mean `Name`?",))


def test_second_campaign_is_the_duplicate_and_not_looked_into() -> None:
    data = CLEAN.read_text("utf-8")
    second = f'<Campaign xmlns="{CTCT}"/>'
    data = data.replace("</content>", f"{second}</content>")

    (found,) = [d for d in lint(data) if d.code.startswith("CTC2")]

    assert found.code == "CTC205"
    assert found.range.start.offset == data.index(second) + 1


@pytest.mark.parametrize("written", ["xmlsn", "xlmns", "XMLNS", "namespace"])
def test_misspelt_declaration_is_pointed_at(written: str) -> None:
    data = CLEAN.read_text("utf-8").replace(f'xmlns="{CTCT}"', f'{written}="{CTCT}"')

    (found,) = lint(data)

    start, end = (position.offset for position in found.range)
    assert (found.code, data[start:end]) == ("CTC210", written)
    assert found.help == ("did you mean `xmlns`?",)


def test_empty_content_of_a_response_is_no_fault() -> None:
    root = tree('<content type="application/vnd.ctct+xml"/>')

    assert list(check(root, Operation.RESPONSE)) == []


@pytest.mark.parametrize("name", ["Name", "Subject", "FromEmail"])
def test_a_child_that_leaves_the_namespace_is_told_where_it_does(name: str) -> None:
    data = CLEAN.read_text("utf-8").replace(f"<{name}>", f'<{name} xmlns="">')

    (found, *_) = lint(data)

    start, end = (position.offset for position in found.range)
    assert (found.code, data[start:end]) == ("CTC213", "xmlns")
    assert found.message.startswith(f"`{name}` is in no namespace")
