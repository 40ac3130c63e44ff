"""Schemas that cannot be used, and those that only one of the two readers takes."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from lxml import etree

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.profiles.opening import Opening, opening_of
from ctct_lint.profiles.xsd import PlainProfile, XsdProfile
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.sources import sources as sources_module
from ctct_lint.schema.sources.libxml2 import libxml2_schema
from ctct_lint.schema.sources.sources import Sources, Unresolved
from ctct_lint.schema.sources.text import Reference, references
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.session.cache.models import ModelStore
from ctct_lint.session.profiles.known import KnownProfiles
from ctct_lint.text.uris import joined, path_of

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
END = "</xs:schema>"
ASSERTED = (
    '<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a"'
    ' type="xs:int" maxOccurs="9"/></xs:sequence><xs:assert test="{}"/>'
    "</xs:complexType></xs:element>"
)
AMBIGUOUS = (
    '<xs:element name="r"><xs:complexType><xs:choice><xs:element name="a"/>'
    '<xs:sequence><xs:element name="a"/></xs:sequence></xs:choice></xs:complexType>'
    "</xs:element>"
)


NEEDS = ' xmlns:v="http://www.w3.org/2007/XMLSchema-versioning" v:minVersion="{}">'


def write(folder: Path, body: str, least: str = "") -> str:
    path = folder / "main.xsd"
    head = HEAD.replace(">", NEEDS.format(least)) if least else HEAD
    path.write_text(head + body + END, "utf-8")
    return str(path)


def said(path: str, document: str) -> list[tuple[str, str]]:
    outcome = Linter(XsdProfile("x", path)).lint_text(document, Settings())
    return [(d.code, d.message) for d in outcome.diagnostics]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<r><a>1</a></r>", []),
        (
            "<r><a>1</a><a>1</a></r>",
            [("CTC241", "`r` breaks the assertion `count(a) = 1`")],
        ),
        (
            "<r><a>1</a><b>1</b></r>",
            [("CTC201", "`b` is not a known element of `r`")],
        ),
    ],
)
def test_xmlschema_judges_by_schemas_of_xsd_1_1(
    tmp_path: Path, document: str, expected: list[tuple[str, str]]
) -> None:
    assert said(write(tmp_path, ASSERTED.format("count(a) = 1")), document) == expected


LATER = """
<xs:element name="r"><xs:complexType><xs:all>
  <xs:element name="a" type="xs:int" maxOccurs="2"/>
  <xs:element name="b" type="base" minOccurs="0">
    <xs:alternative test="@kind" type="more"/>
  </xs:element>
</xs:all></xs:complexType></xs:element>
<xs:complexType name="base"><xs:sequence/>
  <xs:attribute name="kind"/></xs:complexType>
<xs:complexType name="more"><xs:complexContent><xs:extension base="base">
  <xs:sequence><xs:element name="n" type="xs:int"/></xs:sequence>
</xs:extension></xs:complexContent></xs:complexType>"""


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('<r><a>1</a><b kind="x"><n>1</n></b><a>2</a></r>', []),
        ("<r><b/></r>", ["CTC207 `r` lacks the required element `a`"]),
        (
            '<r><a>1</a><b kind="x"><n>no</n></b><a>x</a></r>',
            [
                "CTC215 `no` in `n` is not a whole number",
                "CTC215 `x` in `a` is not a whole number",
            ],
        ),
        (
            "<r><a>1</a><a>2</a><a>3</a></r>",
            [
                "CTC205 `r` may hold at most 2 `a`",
            ],
        ),
    ],
)
def test_what_xsd_1_1_allows_is_no_fault_beside_one(
    tmp_path: Path, document: str, expected: list[str]
) -> None:
    found = said(write(tmp_path, LATER), document)

    assert sorted(" ".join(one) for one in found) == expected


@pytest.mark.parametrize("least", ["1.1", "1.05"])
@pytest.mark.parametrize("assertion", ["true()", "false()"])
def test_a_schema_that_says_that_it_needs_xsd_1_1(
    tmp_path: Path, least: str, assertion: str
) -> None:
    path = write(tmp_path, ASSERTED.format(assertion), least)

    assert [code for code, _ in said(path, "<r><a>1</a></r>")] == (
        ["CTC241"] if assertion == "false()" else []
    )
    assert "CTC215" in dict(said(path, "<r><a>x</a></r>"))


@pytest.mark.parametrize("most", ["1.1", "1.05"])
def test_a_schema_that_is_for_no_later_version(tmp_path: Path, most: str) -> None:
    """To a reader of XSD 1.1 there is nothing in it, so that is none of its faults."""
    path = write(tmp_path, '<xs:element name="r" type="T"/>', most)
    text = Path(path).read_text("utf-8").replace("minVersion", "maxVersion")
    Path(path).write_text(text, "utf-8")

    (trouble,) = UserSchema(path, "").troubles

    assert trouble[1:4] == ("invalid-schema", "/xs:schema/xs:element", "type")


@pytest.mark.parametrize("least", ["1.0", "x"])
def test_a_schema_that_needs_no_later_version(tmp_path: Path, least: str) -> None:
    path = write(tmp_path, '<xs:element name="r" type="xs:int"/>', least)

    assert [code for code, _ in said(path, "<r>x</r>")] == ["CTC215"]


def test_libxml2_may_take_what_xmlschema_finds_fault_with(tmp_path: Path) -> None:
    path = write(tmp_path, AMBIGUOUS)

    assert said(path, "<r><a/></r>") == []
    assert [code for code, _ in said(path, "<r><a/><b/></r>")] == ["CTC201"]


def test_what_xmlschema_cannot_read_at_all_is_judged_by_libxml2_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ctct_lint.schema.sources import xsd

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(xsd, "read_schema", fail)
    path = write(tmp_path, '<xs:element name="r" type="xs:int"/>')

    assert said(path, "<r>1</r>") == []
    assert [code for code, _ in said(path, "<r>x</r>")] == ["CTC299"]
    assert [code for code, _ in said(path, "<r>1")] == ["CTC104"]


@pytest.mark.parametrize(
    ("body", "at", "attribute"),
    [
        ('<xs:element name="r" type="T"/>', "/xs:schema/xs:element", "type"),
        ("<xs:element/>", "/xs:schema/xs:element", ""),
        ('<xs:elment name="r"/>', "/xs:schema/xs:elment", ""),
        (
            ASSERTED.format("count(a = 1"),
            "/xs:schema/xs:element/xs:complexType/xs:assert",
            "",
        ),
        (
            ASSERTED.format("true()").replace("xs:int", "xs:integr"),
            "/xs:schema/xs:element/xs:complexType/xs:sequence/xs:element",
            "type",
        ),
    ],
)
def test_a_trouble_has_a_place(
    tmp_path: Path, body: str, at: str, attribute: str
) -> None:
    made = UserSchema(write(tmp_path, body), "")

    (trouble,) = made.troubles
    assert trouble[:3] == (made.path, "invalid-schema", at)
    assert not attribute or trouble.attribute == attribute


@pytest.mark.parametrize(
    ("other", "body", "where", "detail"),
    [
        (
            '<xs:simpleType name="T"><xs:restriction base="Q"/></xs:simpleType>',
            '<xs:include schemaLocation="other.xsd"/><xs:element name="r" type="T"/>',
            "other.xsd",
            "the schema has no type `Q`",
        ),
        (
            '<xs:element name="r"/>',
            '<xs:include schemaLocation="other.xsd"/><xs:element name="r"/>',
            "other.xsd",
            "A global element declaration 'r' does already exist.",
        ),
        (
            "",
            (
                '<xs:element name="r"><xs:complexType/><xs:key name="k">'
                '<xs:selector xpath="/r"/><xs:field xpath="."/></xs:key></xs:element>'
            ),
            "main.xsd",
            "The XPath expression '/r' could not be compiled.",
        ),
    ],
)
def test_what_only_libxml2_knows_is_a_trouble(
    tmp_path: Path, other: str, body: str, where: str, detail: str
) -> None:
    (tmp_path / "other.xsd").write_text(f"{HEAD}{other}{END}")

    (trouble,) = UserSchema(write(tmp_path, body), "").troubles

    assert (Path(trouble.path).name, trouble.detail) == (where, detail)


def test_what_is_part_of_itself_is_a_trouble(tmp_path: Path) -> None:
    """Of such heads of substitution groups xmlschema makes nothing at all."""
    body = (
        '<xs:element name="a" substitutionGroup="b"/>'
        '<xs:element name="b" substitutionGroup="a"/>'
    )

    troubles = UserSchema(write(tmp_path, body), "").troubles

    assert {(one.kind, one.at) for one in troubles} == {
        ("invalid-schema", "/xs:schema/xs:element[1]"),
        ("invalid-schema", "/xs:schema/xs:element[2]"),
    }


def test_another_thread_has_a_judge_of_its_own(tmp_path: Path) -> None:
    from threading import Thread

    made = UserSchema(write(tmp_path, ASSERTED.format("true()")), "")
    judges = [made.troubles, made.judge]
    thread = Thread(target=lambda: judges.append(made.judge))
    thread.start()
    thread.join()

    assert judges[0] == ()
    assert judges[1] is not judges[2]
    assert made.judge is judges[1]


def test_a_thread_has_a_judge_of_libxml2_too(tmp_path: Path) -> None:
    made = UserSchema(write(tmp_path, '<xs:element name="r"/>'), "")

    assert made.judge.validate(etree.fromstring("<r/>"))
    assert made.compiled(NO_FACTS) is made.compiled(NO_FACTS)


@pytest.mark.parametrize(
    ("name", "most", "why"),
    [("MOST_FILES", 1, "at most 1 files"), ("_MOST_BYTES", 200, "more than")],
)
def test_a_schema_has_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, most: int, why: str
) -> None:
    (tmp_path / "b.xsd").write_text(HEAD + f"<!--{'b' * 200}-->" + END)
    monkeypatch.setattr(sources_module, name, most)
    sources = Sources(write(tmp_path, '<xs:include schemaLocation="b.xsd"/>'))
    sources.read(sources.url)

    with pytest.raises(Unresolved, match=why):
        sources.read(joined(sources.url, "b.xsd"))


def test_what_is_no_url_is_no_path() -> None:
    assert path_of("http://[bad/") is None
    assert joined("http://[bad/", "x") == "x"


def test_a_profile_of_a_schema_can_be_pickled(tmp_path: Path) -> None:
    path = write(tmp_path, '<xs:element name="r" type="xs:int"/>')
    copy = pickle.loads(pickle.dumps(XsdProfile("x", path)))  # noqa: S301

    assert copy.files() == (path,)
    assert copy.state() == XsdProfile("x", path).state()
    assert copy.recognises("")


def test_nothing_stands_for_what_libxml2_asks_for_in_vain(tmp_path: Path) -> None:
    outside = tmp_path / "outside.xsd"
    outside.write_text(f'{HEAD}<xs:element name="r"/>{END}')
    (tmp_path / "in").mkdir()
    body = '<xs:include schemaLocation="../outside.xsd"/>'
    sources = Sources(write(tmp_path / "in", body))
    made = libxml2_schema(sources.url, sources.text)

    assert not made.validate(etree.fromstring("<r/>"))


def test_only_what_leads_nowhere_is_lost(tmp_path: Path) -> None:
    (tmp_path / "b.xsd").write_text(HEAD + END)
    body = (
        '<xs:include schemaLocation="b.xsd"/><xs:include schemaLocation="c.xsd"/>'
        '<xs:element name="r"/>'
    )

    made = UserSchema(write(tmp_path, body), "")

    assert [one.subject for one in made.troubles] == ["c.xsd"]


def test_an_import_without_a_place_is_lost_without_a_catalog(tmp_path: Path) -> None:
    body = (
        '<xs:import namespace="urn:b"/>'
        '<xs:element name="r" type="b:T" xmlns:b="urn:b"/>'
    )

    (trouble,) = UserSchema(write(tmp_path, body), "").troubles

    assert trouble[1:5] == (
        "unresolved-schema",
        "/xs:schema/xs:import",
        "namespace",
        "urn:b",
    )
    assert trouble.detail.startswith("it has no `schemaLocation`")


def test_a_catalog_is_part_of_the_state_of_a_schema(tmp_path: Path) -> None:
    path, catalog = write(tmp_path, '<xs:element name="r"/>'), tmp_path / "c.xml"
    states = []
    for entries in ("", "<group/>"):
        catalog.write_text(
            '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
            f"{entries}</catalog>"
        )
        made = UserSchema(path, str(catalog))
        assert made.troubles == ()
        states.append(made.sources.fingerprint())
    catalog.unlink()
    states.append(made.sources.fingerprint())

    assert len(set(states)) == 3


class Kept:
    """Keeps lines; see `shelf.Models`."""

    def __init__(self) -> None:
        self.lines: dict[str, list[str]] = {}

    def find(self, key: str) -> list[str] | None:
        return self.lines.get(key)

    def keep(self, key: str, lines: list[str]) -> None:
        self.lines[key] = lines


def test_models_that_are_kept_are_used(tmp_path: Path) -> None:
    path, kept = write(tmp_path, '<xs:element name="r"/>'), str(tmp_path / "kept")
    first = UserSchema(path, "", ModelStore(kept)).compiled(NO_FACTS)
    again = UserSchema(path, "", ModelStore(kept)).compiled(NO_FACTS)

    assert first is not None
    assert again is not None
    assert tuple(again.components.elements) == first.components.elements
    assert again.components.roots == first.components.roots


def test_what_libxml2_has_compiled_is_kept_without_what_it_passes_over(
    tmp_path: Path,
) -> None:
    note = "<xs:annotation><xs:documentation>a</xs:documentation></xs:annotation>"
    (tmp_path / "b.xsd").write_text(
        f'{HEAD}<!-- b -->{note}<xs:simpleType name="t"><xs:restriction '
        f'base="xs:string">{note}<xs:enumeration value=" &#10;é">{note}'
        f"</xs:enumeration></xs:restriction></xs:simpleType>{END}",
        "utf-8",
    )
    body = '<xs:include schemaLocation="b.xsd"/>\n<xs:element name="r" type="t"/>'
    path, models = write(tmp_path, body), Kept()
    first = UserSchema(path, "", models)
    assert first.troubles == ()
    again = UserSchema(path, "", models)
    assert again.troubles == ()

    (key,) = models.lines
    beside = joined(first.sources.url, "b.xsd")
    assert key == f"texts {first.sources.fingerprint()}"
    assert dict(map(json.loads, models.lines[key])) == {
        first.sources.url: (
            f'{HEAD}<xs:include schemaLocation="{beside}"/>'
            f'<xs:element name="r" type="t"/>{END}'
        ),
        beside: (
            f'{HEAD}<xs:simpleType name="t"><xs:restriction base="xs:string">'
            '<xs:enumeration value=" &#10;é"/></xs:restriction></xs:simpleType>'
            f"{END}"
        ),
    }
    for text, is_valid in ((" \né", True), ("\né", False), ("", False)):
        root = etree.Element("r")
        root.text = text
        assert first.judge.validate(root) == again.judge.validate(root) == is_valid


@pytest.mark.parametrize(
    "lines", [[""], ["[]"], ["[1, 2]"], ["[" * 99_999], ['["{url}", "<a"]']]
)
def test_what_is_kept_is_nobodys_word(tmp_path: Path, lines: list[str]) -> None:
    path, models = write(tmp_path, '<xs:element name="r" type="xs:int"/>'), Kept()
    key = UserSchema(path, "").sources.fingerprint()
    for what in ("texts", "model"):
        made = [line.replace("{url}", Path(path).as_uri()) for line in lines]
        models.lines[f"{what} {key}"] = made
    schema = UserSchema(path, "", models)

    assert schema.troubles == ()
    assert not schema.judge.validate(etree.fromstring("<r>x</r>"))
    compiled = schema.compiled(NO_FACTS)
    assert compiled is not None
    assert list(compiled.components.roots) == ["r"]


def test_of_a_schema_that_cannot_be_used_nothing_is_kept(tmp_path: Path) -> None:
    models = Kept()

    assert UserSchema(write(tmp_path, "<xs:nothing/>"), "", models).troubles
    assert models.lines == {}


def test_a_profile_without_a_schema_knows_nothing() -> None:
    plain = PlainProfile("x")

    assert plain.recognises("<a/>")
    assert (plain.state(), plain.files()) == ("", ())


def test_the_profiles_of_a_session_can_be_pickled() -> None:
    known = KnownProfiles("kept")

    copy = pickle.loads(pickle.dumps(known))  # noqa: S301
    assert type(copy) is KnownProfiles


def test_a_text_without_a_root_may_name_a_schema() -> None:
    assert opening_of('<?xml-model href="a.xsd"?>') == Opening(keys=("a.xsd",))
    assert opening_of("") == Opening()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import include", []),
        ("<included/><:import/><a:b:import/><importer/>", []),
        ("<import/>", [Reference("import", None, None)]),
        (
            '<a:import namespace="n"/>:import<include schemaLocation="&amp;"/>',
            [Reference("import", "n", None), Reference("include", None, "&")],
        ),
        (f"<a/><{'a' * 300}:import/>", []),
        (
            '<b.c:redefine schemaLocation="import"></b.c:redefine><override/>',
            [Reference("redefine", None, "import"), Reference("override", None, None)],
        ),
    ],
)
def test_references_are_found_by_their_names(text: str, found: list[Reference]) -> None:
    assert list(references(text)) == found
