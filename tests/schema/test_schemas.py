"""The schemas: what they accept, what they refuse, what they know."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from lxml import etree

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
VALID = ROOT / "fixtures" / "valid"
XS = "{http://www.w3.org/2001/XMLSchema}"
ATOM = "http://www.w3.org/2005/Atom"
CTCT = "http://ws.constantcontact.com/ns/1.0/"
FACT = "{urn:ctct-lint:facts}fact"
OPERATIONS = ("create", "update", "response")
# Each schema file and the elements that a `content` can hold.
EVENTS = (
    "SentEvent OpenEvent ClickEvent BounceEvent ForwardEvent OptOutEvent OptoutEvent "
    "ReportsSummary"
)
PAYLOADS = {
    "campaign": "Campaign",
    "schedule": "Schedule",
    "contact": "Contact",
    "list": "ContactList",
    "member": "ContactListMember",
    "address": "Email",
    "activity": "Activity",
    "report": EVENTS,
    "library": "Folder Image",
    "event": "Event",
    "registrant": "Registrant AttendanceStatus",
    "site-owner": "SiteOwner",
}
DRIVERS = (*(f"{payload}-entry" for payload in PAYLOADS), "other-entry")
FILES = (
    "atom.xsd",
    *(f"{payload}.xsd" for payload in PAYLOADS),
    "service-document.xsd",
)
EVIDENCE = {
    "documentation",
    "staff",
    "official-sdk",
    "sdk",
    "sample",
    "v2",
    "inference",
    "standard",
}
FACT_ATTRIBUTES = {
    "required",
    "wanted",
    "should",
    "readonly",
    "at-most",
    "path",
    "repeats",
    "max",
    "max-evidence",
    "values",
    "format",
    "also",
    "codes",
    "decides",
    "erases",
    "placeholder",
    "evidence",
    "source",
}


def declarations(schema: str) -> list[etree._Element]:
    """All element declarations of a schema file; references are none."""
    tree = etree.parse(SCHEMAS / schema)
    return [e for e in tree.iter(f"{XS}element") if e.get("name")]


def fact_of(declaration: etree._Element) -> etree._Element:
    (fact,) = declaration.findall(f"{XS}annotation/{XS}appinfo/{FACT}")
    return fact


def campaign_children() -> dict[str, etree._Element]:
    tree = etree.parse(SCHEMAS / "campaign.xsd")
    path = f"{XS}complexType[@name='Campaign']/{XS}all/{XS}element"
    return {e.get("name", ""): e for e in tree.iterfind(path)}


def codes(simple_type: str) -> list[str]:
    tree = etree.parse(SCHEMAS / "codes.xsd")
    path = f"{XS}simpleType[@name='{simple_type}']/{XS}restriction/{XS}enumeration"
    return [e.get("value", "") for e in tree.iterfind(path)]


def relax(declaration: etree._Element, operation: str) -> None:
    required = fact_of(declaration).get("required")
    if required is not None and operation not in required.split():
        declaration.set("minOccurs", "0")


def write_relaxed(operation: str, folder: Path) -> Path:
    """Write the schemas with only the constraints that hold for the operation."""
    for path in SCHEMAS.glob("*.xsd"):
        tree = etree.parse(path)
        for declaration in tree.iter(f"{XS}element"):
            if declaration.get("name"):
                relax(declaration, operation)
        tree.write(folder / path.name)
    return folder


def driver_of(document: Path) -> str:
    (payload,) = (p for p in PAYLOADS if document.name.startswith(p))
    return f"{payload}-entry"


def atom_fixtures() -> list[Path]:
    """All but the service document, which is not in the Atom namespace."""
    return sorted(p for p in VALID.glob("*.xml") if not p.name.startswith("service"))


@pytest.fixture(scope="module")
def drivers(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[tuple[str, str], etree.XMLSchema]:
    """One compiled schema for each driver and operation."""
    compiled = {}
    for operation in OPERATIONS:
        folder = write_relaxed(operation, tmp_path_factory.mktemp(operation))
        for driver in DRIVERS:
            schema = etree.XMLSchema(file=str(folder / f"{driver}.xsd"))
            compiled[driver, operation] = schema
    return compiled


@pytest.fixture(scope="module")
def campaign_schema() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(SCHEMAS / "campaign-entry.xsd"))


@pytest.fixture
def minimal() -> etree._ElementTree:
    return etree.parse(VALID / "campaign-minimal.create.xml")


def campaign_in(document: etree._ElementTree) -> etree._Element:
    campaign = document.find(f".//{{{CTCT}}}Campaign")
    assert campaign is not None
    return campaign


def child(campaign: etree._Element, name: str) -> etree._Element:
    found = campaign.find(f"{{{CTCT}}}{name}")
    assert found is not None
    return found


def messages(schema: etree.XMLSchema, document: etree._ElementTree) -> list[str]:
    schema.validate(document)
    log: Any = schema.error_log  # the stubs do not know that it is iterable
    return [entry.message for entry in log]


# Compiling and the valid fixtures


@pytest.mark.parametrize("driver", DRIVERS)
def test_driver_compiles_in_lxml(driver: str) -> None:
    etree.XMLSchema(file=str(SCHEMAS / f"{driver}.xsd"))


@pytest.mark.parametrize("driver", DRIVERS)
def test_driver_compiles_in_xmlschema(driver: str) -> None:
    schema = xmlschema.XMLSchema10(str(SCHEMAS / f"{driver}.xsd"))
    assert set(schema.elements) == {"entry", "feed", "link"}


@pytest.mark.parametrize(("file", "names"), PAYLOADS.items())
def test_payload_schema_stands_alone(file: str, names: str) -> None:
    schema = xmlschema.XMLSchema10(str(SCHEMAS / f"{file}.xsd"))
    assert set(schema.elements) == set(names.split())


def test_service_schema_knows_its_document_and_titles_of_atom() -> None:
    schema = etree.XMLSchema(file=str(SCHEMAS / "service-document.xsd"))
    assert messages(schema, etree.parse(VALID / "service-document.response.xml")) == []


@pytest.mark.skipif(shutil.which("xmllint") is None, reason="xmllint is not installed")
@pytest.mark.parametrize(
    "document",
    [p for p in atom_fixtures() if ".create." in p.name],
    ids=lambda p: p.name,
)
def test_xmllint_accepts(document: Path) -> None:
    schema = SCHEMAS / f"{driver_of(document)}.xsd"
    command = ["xmllint", "--nonet", "--noout", "--schema", str(schema), str(document)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, f"{document} validates\n")


@pytest.mark.parametrize("document", atom_fixtures(), ids=lambda p: p.name)
def test_valid_fixture_is_valid_for_its_operation(
    document: Path, drivers: dict[tuple[str, str], etree.XMLSchema]
) -> None:
    operation = document.name.split(".")[1]
    schema = drivers[driver_of(document), operation]
    assert messages(schema, etree.parse(document)) == []


@pytest.mark.parametrize("operation", OPERATIONS)
def test_xmlschema_agrees_on_the_valid_fixtures(operation: str, tmp_path: Path) -> None:
    folder = write_relaxed(operation, tmp_path)
    schemas = {d: xmlschema.XMLSchema10(str(folder / f"{d}.xsd")) for d in DRIVERS}
    for document in atom_fixtures():
        if document.name.split(".")[1] == operation:
            tree = etree.parse(document)
            errors = schemas[driver_of(document)].iter_errors(tree)
            assert [str(e.reason) for e in errors] == [], document.name


def test_fixtures_name_their_operation() -> None:
    operations = {p.name.split(".", 1)[1] for p in VALID.glob("*.xml")}
    assert operations <= {f"{operation}.xml" for operation in OPERATIONS}


# What the declarations know


@pytest.mark.parametrize("schema", FILES)
def test_every_declaration_is_documented_with_evidence(schema: str) -> None:
    for declaration in declarations(schema):
        name = declaration.get("name")
        text = declaration.findtext(f"{XS}annotation/{XS}documentation", "")
        fact = fact_of(declaration)
        assert text.strip(), name
        assert set(fact.attrib) <= FACT_ATTRIBUTES, name
        assert fact.get("evidence") in EVIDENCE, name
        assert fact.get("source"), name


@pytest.mark.parametrize("schema", FILES)
def test_facts_are_consistent(schema: str) -> None:
    for declaration in declarations(schema):
        fact, name = fact_of(declaration), declaration.get("name")
        operations = fact.get("required", "") + " " + fact.get("wanted", "")
        assert set(operations.split()) <= {"create", "update"}, name
        assert ("max" in fact.attrib) == ("max-evidence" in fact.attrib), name
        assert not {"readonly", "erases"} <= set(fact.attrib), name
        assert not {"readonly", "required"} <= set(fact.attrib), name


def test_global_declarations_require_nothing() -> None:
    for schema in FILES:
        tree = etree.parse(SCHEMAS / schema)
        for declaration in tree.iterfind(f"{XS}element"):
            assert fact_of(declaration).get("required") is None


def test_campaign_knows_the_documented_elements_and_three_more() -> None:
    undocumented = {"ShowAgent", "ProductID", "LetterImageList"}
    children = set(campaign_children())
    assert undocumented < children
    assert len(children - undocumented) == 49


def test_min_occurs_is_what_a_create_requires() -> None:
    required = {
        name
        for name, declaration in campaign_children().items()
        if "create" in fact_of(declaration).get("required", "").split()
    }
    must_occur = {
        name
        for name, declaration in campaign_children().items()
        if declaration.get("minOccurs", "1") == "1"
    }
    assert must_occur == required
    assert required == {
        "Name",
        "Subject",
        "FromName",
        "PermissionReminder",
        "IncludeForwardEmail",
        "IncludeSubscribeLink",
        "EmailContentFormat",
        "EmailContent",
        "EmailTextContent",
        "FromEmail",
        "ReplyToEmail",
    }


def test_content_is_not_required_for_update() -> None:
    required = {
        name
        for name, declaration in campaign_children().items()
        if fact_of(declaration).get("required") == "create"
    }
    assert required == {"EmailContentFormat", "EmailContent", "EmailTextContent"}


def test_what_is_wanted_for_create() -> None:
    wanted = {
        name
        for name, declaration in campaign_children().items()
        if fact_of(declaration).get("wanted") == "create"
    }
    assert wanted == {
        "ViewAsWebpage",
        "OrganizationName",
        "OrganizationAddress1",
        "OrganizationCity",
        "OrganizationCountry",
        "OrganizationPostalCode",
    }


# Codes


def test_state_codes() -> None:
    states, provinces = codes("UsStateCode"), codes("CanadianProvinceCode")
    assert len(states) == len(set(states)) == 50 + len(["DC", "AA", "AE", "AP", "PR"])
    assert {"MA", "TX", "DC", "AA", "AE", "AP", "PR"} <= set(states)
    assert " ".join(provinces) == "AB BC MB NB NL NT NS NU ON PE QC SK YT"
    assert not set(states) & set(provinces)


def test_country_codes() -> None:
    countries = codes("CountryCode")
    assert len(countries) == len(set(countries)) == 245
    odd = {c for c in countries if len(c) != 2}
    assert odd == {"eng", "nir", "sct", "tmp", "unavailable"}
    assert all(c == c.lower() for c in countries)
    assert {"us", "ca", "gb", "pr"} <= set(countries)
    assert not {"cu", "ir", "kp", "sd", "sy", "tl"} & set(countries)


def test_account_placeholders() -> None:
    names = (
        "ORGANIZATIONNAME ADDRESS_LINE_1 ADDRESS_LINE_2 ADDRESS_LINE_3 CITY "
        "US_STATE STATE POSTAL_CODE COUNTRY_CODE"
    )
    assert codes("AccountPlaceholder") == [f"$ACCOUNT.{n}" for n in names.split()]


@pytest.mark.parametrize("value", ["MA", " MA ", "PR", "QC", "$ACCOUNT.US_STATE", ""])
def test_state_is_accepted(
    value: str, minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    child(campaign_in(minimal), "OrganizationState").text = value
    assert messages(campaign_schema, minimal) == []


# Values, order and occurrence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Name", " "),
        ("Subject", ""),
        ("FromName", "\n"),
        ("PermissionReminder", "No"),
        ("IncludeForwardEmail", "true"),
        ("OrganizationState", "ma"),
        ("OrganizationState", "Vermont"),
        ("EmailContentFormat", "html"),
        ("EmailContentFormat", ""),
    ],
)
def test_value_is_refused(
    name: str,
    value: str,
    minimal: etree._ElementTree,
    campaign_schema: etree.XMLSchema,
) -> None:
    child(campaign_in(minimal), name).text = value
    assert not campaign_schema.validate(minimal)


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("FirstName", True),
        ("LastName", True),
        ("FirstAndLastName", True),
        ("None", True),
        ("", True),
        ("First_Name", False),
        ("NONE", False),
        ("firstname", False),
    ],
)
def test_greeting_name(
    value: str,
    valid: bool,
    minimal: etree._ElementTree,
    campaign_schema: etree.XMLSchema,
) -> None:
    etree.SubElement(campaign_in(minimal), f"{{{CTCT}}}GreetingName").text = value
    assert campaign_schema.validate(minimal) is valid


def test_what_the_server_ignores_may_hold_anything(
    minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    for name in ("Status", "Date", "Sent", "CampaignType", "ArchiveURL"):
        etree.SubElement(campaign_in(minimal), f"{{{CTCT}}}{name}").text = "anything"
    assert messages(campaign_schema, minimal) == []


def test_order_of_campaign_children_is_free(campaign_schema: etree.XMLSchema) -> None:
    document = etree.parse(VALID / "campaign-html.create.xml")
    campaign = campaign_in(document)
    campaign[:] = reversed(campaign)
    assert messages(campaign_schema, document) == []


@pytest.mark.parametrize("name", list(campaign_children()))
def test_campaign_child_occurs_at_most_once(
    name: str, campaign_schema: etree.XMLSchema
) -> None:
    document = etree.parse(VALID / "campaign-html.create.xml")
    campaign = campaign_in(document)
    present = campaign.find(f"{{{CTCT}}}{name}")
    if present is None:
        present = etree.SubElement(campaign, f"{{{CTCT}}}{name}")
    again = etree.fromstring(etree.tostring(present))
    assert messages(campaign_schema, document) == []
    campaign.append(again)
    assert not campaign_schema.validate(document)


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, declaration in campaign_children().items()
        if declaration.get("minOccurs") is None
    ],
)
def test_campaign_without_a_required_child_is_refused(
    name: str, minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    campaign = campaign_in(minimal)
    campaign.remove(child(campaign, name))
    (message,) = messages(campaign_schema, minimal)
    assert "Missing child element(s)" in message


@pytest.mark.parametrize(
    "payload",
    [
        "text",
        "<Unknown xmlns='http://ws.constantcontact.com/ns/1.0/'/>",
        "<name xmlns='http://ws.constantcontact.com/ns/1.0/'/>",
        "<Foreign xmlns='urn:other'/>",
        "<link xmlns='http://www.w3.org/2005/Atom'/>",
    ],
)
def test_campaign_refuses_text_and_unknown_children(
    payload: str, campaign_schema: etree.XMLSchema
) -> None:
    text = (VALID / "campaign-minimal.create.xml").read_text(encoding="utf-8")
    spoilt = text.replace("</Campaign>", f"{payload}</Campaign>").encode()
    document = etree.ElementTree(etree.fromstring(spoilt))
    assert not campaign_schema.validate(document)


def test_markup_in_text_is_refused(
    minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    content = child(campaign_in(minimal), "EmailContent")
    etree.SubElement(content, f"{{{CTCT}}}html")
    assert not campaign_schema.validate(minimal)


# The envelope


def test_content_holds_exactly_one_campaign(
    minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    campaign = campaign_in(minimal)
    content = campaign.getparent()
    assert content is not None
    content.append(etree.fromstring(etree.tostring(campaign)))
    assert not campaign_schema.validate(minimal)
    content[:] = []
    assert not campaign_schema.validate(minimal)


@pytest.mark.parametrize("value", [None, "text/xml", "application/vnd.ctct+XML"])
def test_content_type_is_needed(
    value: str | None, minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    content = campaign_in(minimal).getparent()
    assert content is not None
    del content.attrib["type"]
    if value is not None:
        content.set("type", value)
    assert not campaign_schema.validate(minimal)


def test_order_of_entry_children_is_free(campaign_schema: etree.XMLSchema) -> None:
    document = etree.parse(VALID / "campaign-html.create.xml")
    root = document.getroot()
    root[:] = reversed(root)
    assert messages(campaign_schema, document) == []


def test_foreign_attributes_and_extensions_are_accepted(
    minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for element in minimal.iter("*"):
        element.set(lang, "en")
    etree.SubElement(minimal.getroot(), "{urn:other}extension").set("any", "thing")
    assert messages(campaign_schema, minimal) == []


def test_unknown_attributes_are_refused(campaign_schema: etree.XMLSchema) -> None:
    document = etree.parse(VALID / "campaign-html.create.xml")
    for element in document.iter("*"):
        element.set("unknown", "")
        assert not campaign_schema.validate(document), element.tag
        del element.attrib["unknown"]


def test_xhtml_title_is_accepted(
    minimal: etree._ElementTree, campaign_schema: etree.XMLSchema
) -> None:
    title = minimal.find(f"{{{ATOM}}}title")
    assert title is not None
    title.set("type", "xhtml")
    etree.SubElement(title, "{http://www.w3.org/1999/xhtml}div").text = "News"
    assert messages(campaign_schema, minimal) == []


def test_schedule_needs_a_time(drivers: dict[tuple[str, str], etree.XMLSchema]) -> None:
    document = etree.parse(VALID / "schedule.create.xml")
    schema = drivers["schedule-entry", "create"]
    time = document.find(f".//{{{CTCT}}}ScheduledTime")
    assert time is not None
    for value, valid in {
        "2011-03-18T12:00:00Z": True,
        "2011-03-18T12:00:00": True,
        "2011-03-18T12:00:00-05:00": True,
        "2011-03-18": False,
        "tomorrow": False,
        "": False,
    }.items():
        time.text = value
        assert schema.validate(document) is valid, value


def test_campaign_of_an_event_is_not_validated_as_a_campaign(
    drivers: dict[tuple[str, str], etree.XMLSchema],
) -> None:
    event = f"""
        <entry xmlns="{ATOM}">
          <id>http://api.constantcontact.com/ws/customers/greenleaf</id>
          <content type="application/vnd.ctct+xml">
            <SentEvent xmlns="{CTCT}">
              <Campaign id="http://api.constantcontact.com/1"><Odd/>text</Campaign>
            </SentEvent>
          </content>
        </entry>"""
    document = etree.ElementTree(etree.fromstring(event))
    assert messages(drivers["other-entry", "response"], document) == []
    schema = xmlschema.XMLSchema10(str(SCHEMAS / "other-entry.xsd"))
    assert list(schema.iter_errors(document)) == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_forms_of_values_are_those_that_texts_are_compared_with(name: str) -> None:
    facts = etree.parse(SCHEMAS / f"{name}.xsd").iter(FACT)
    known = {None, "count", "dateTime", "email", "uri"}

    assert {fact.get("format") for fact in facts} <= known
