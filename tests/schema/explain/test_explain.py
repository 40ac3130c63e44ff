"""Why a document breaks a schema, on small schemas of every kind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from xmlschema import XMLSchema10

from ctct_lint.model.fault import Fault
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.schema.compiling.compile import compile_file, compile_schema
from ctct_lint.schema.content import free_model
from ctct_lint.schema.content.automaton import Automaton
from ctct_lint.schema.content.gaps import START
from ctct_lint.schema.explain.explain import explain
from ctct_lint.schema.names import local_name
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.storing.plain import from_lines, to_lines
from ctct_lint.text.spelling import by_closeness, closest

NAMES = ("alpha", "bravo", "charlie", "delta")


def declared(*names: str, **occurs: str) -> str:
    """Return declarations of string elements."""
    attributes = "".join(f' {k}="{v}"' for k, v in occurs.items())
    return "".join(
        f'<xs:element name="{n}" type="xs:string"{attributes}/>' for n in names
    )


def schema_of(model: str, more: str = "", attributes: str = "") -> str:
    return f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
      targetNamespace="urn:t" xmlns="urn:t" elementFormDefault="qualified">
      <xs:element name="root"><xs:complexType {attributes}>{model}</xs:complexType>
      </xs:element>{more}</xs:schema>"""


def sequence(content: str, occurs: str = "") -> str:
    return f"<xs:sequence {occurs}>{content}</xs:sequence>"


def choice(content: str, occurs: str = "") -> str:
    return f"<xs:choice {occurs}>{content}</xs:choice>"


def tree(content: str, head: str = "") -> etree._Element:
    return etree.fromstring(f'<root xmlns="urn:t"{head}>{content}</root>')


def told(fault: Fault) -> str:
    """Return a fault in a line: what, of what, and where to."""
    words = [fault.kind.removesuffix("-element"), fault.subject, *fault.expected]
    return " ".join(filter(None, (*words, fault.detail)))


def compiled(schema: str) -> Schema:
    """Return a schema as it is kept: compiled, and written as lines of JSON."""
    kept = from_lines(to_lines(compile_schema(XMLSchema10(schema))))
    return Schema(kept.components, survey=kept.survey)


def faults(
    schema: str, content: str, head: str = "", operation: str = "create"
) -> list[Fault]:
    """Return the faults; libxml2 must refuse the document if and only if there are."""
    root = tree(content, head)
    valid = etree.XMLSchema(etree.fromstring(schema)).validate(root)
    before = etree.tostring(root)
    found = explain(root, compiled(schema), Operation(operation)).faults
    assert etree.tostring(root) == before
    assert bool(found) is not valid
    return found


def told_of(schema: str, content: str, head: str = "") -> list[str]:
    return [told(f) for f in faults(schema, content, head)]


def children(*names: str) -> str:
    return "".join(f"<{n}/>" for n in names)


# ------------------------------------------------------------------- sequences

ORDERED = schema_of(sequence(declared(*NAMES)))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("alpha bravo charlie delta", []),
        ("alpha bravo delta", ["missing charlie"]),
        ("bravo charlie delta", ["missing alpha"]),
        ("", ["missing alpha bravo charlie delta"]),
        ("alpha brabo charlie delta", ["misspelt brabo bravo"]),
        ("alpha Bravo charlie delta", ["wrong-case Bravo bravo"]),
        ("alpha bravo zulu charlie delta", ["unknown zulu"]),
        ("alpha bravo bravo charlie delta", ["duplicate bravo"]),
        ("alpha bravo charlie delta alpha", ["duplicate alpha"]),
        ("alpha charlie bravo delta", ["misplaced bravo before charlie"]),
        ("bravo charlie delta alpha", ["misplaced alpha before bravo"]),
        ("delta alpha bravo charlie", ["misplaced delta after charlie"]),
        ("alpha charlie delta brabo", ["misspelt brabo bravo after alpha"]),
        ("alpah bravo charlie delta", ["misspelt alpah alpha"]),
        ("bravo charlie delta alpah", ["misspelt alpah alpha before bravo"]),
        ("alpha charlie delta Bravo", ["wrong-case Bravo bravo after alpha"]),
        ("charlei alpha bravo delta", ["misspelt charlei charlie after bravo"]),
        ("alpha bravo charlie delta brabo", ["unknown brabo"]),
        (
            "alpha zulu yankee delta",
            ["missing bravo charlie", "unknown zulu", "unknown yankee"],
        ),
        (
            "alpha brav charlie charlie",
            ["missing delta", "misspelt brav bravo", "duplicate charlie"],
        ),
    ],
)
def test_sequence(written: str, expected: list[str]) -> None:
    assert told_of(ORDERED, children(*written.split())) == expected


def test_a_misspelt_child_belongs_where_the_optional_one_that_is_meant_may_stand() -> (
    None
):
    optional = declared("bravo", minOccurs="0")
    schema = schema_of(
        sequence(declared("alpha") + optional + declared("charlie", "delta"))
    )

    assert told_of(schema, children("alpha", "charlie", "brabo", "delta")) == [
        "misspelt brabo bravo before charlie"
    ]
    assert told_of(schema, children("alpha", "bravo", "charlie", "delta", "brabo")) == [
        "unknown brabo"
    ]


@pytest.mark.parametrize("least", ["1", "2"])
def test_a_child_that_may_repeat_belongs_before_one_of_another_name(least: str) -> None:
    many = declared("alpha", minOccurs=least, maxOccurs="3")
    schema = schema_of(sequence(many + declared("bravo")))
    first = children(*["alpha"] * (int(least) - 1))

    assert told_of(schema, first + children("bravo", "alpha"))[0] == (
        "misplaced alpha before bravo"
    )


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("bravo alpha bravo charlie", "misplaced bravo after alpha"),
        ("alpha bravo charlie bravo", "misplaced bravo before charlie"),
        ("alpha charlie bravo", "misplaced bravo before charlie"),
        ("bravo alpha charlie", "misplaced bravo after alpha"),
    ],
)
def test_that_neighbour_is_named_on_whose_wrong_side_a_child_stands(
    order: str, expected: str
) -> None:
    several = declared("bravo", minOccurs="0", maxOccurs="7")
    schema = schema_of(sequence(declared("alpha") + several + declared("charlie")))

    assert told_of(schema, children(*order.split())) == [expected]


def test_a_child_belongs_before_what_a_wildcard_has_let_in() -> None:
    others = '<xs:any namespace="##other" processContents="skip" maxOccurs="3"/>'
    schema = schema_of(sequence(declared("alpha") + others))
    foreign = '<zulu xmlns="urn:o"/>' * 2

    assert told_of(schema, f"{foreign}<alpha/>") == ["misplaced alpha before zulu"]
    assert told_of(schema, f"{foreign}<alhpa/>") == ["misspelt alhpa alpha"]


def test_a_misspelt_child_is_the_one_of_a_choice_that_its_name_is_close_to() -> None:
    schema = schema_of(
        sequence(
            declared("alpha") + choice(declared("bravo", "delta")) + declared("charlie")
        )
    )

    found = told_of(schema, children("alpha", "charlie", "detla"))

    assert found == ["misspelt detla delta after alpha"]


def test_a_misplaced_child_of_another_namespace_has_two_faults_at_two_places() -> None:
    found = told_of(
        ORDERED, children("alpha", "charlie", "delta") + '<bravo xmlns="urn:o"/>'
    )

    assert found == ["wrong-namespace urn:o urn:t", "misplaced bravo after alpha"]


def test_children_that_are_misplaced_are_checked_inside() -> None:
    inner = '<xs:element name="echo" type="xs:int"/>'
    schema = schema_of(sequence(declared("alpha", "bravo") + inner))

    found = told_of(schema, "<alpha/><echo>x</echo><bravo/>")

    assert found == ["misplaced bravo before echo", "malformed-value x int"]


def test_repeated_particles() -> None:
    schema = schema_of(
        sequence(
            declared("alpha", minOccurs="2", maxOccurs="3")
            + declared("bravo", minOccurs="0", maxOccurs="unbounded")
        )
    )

    assert told_of(schema, children("alpha", "alpha")) == []
    assert told_of(schema, children(*["alpha"] * 3, *["bravo"] * 50)) == []
    assert told_of(schema, children("alpha")) == ["missing alpha"]
    assert told_of(schema, children(*["alpha"] * 4)) == [
        "duplicate alpha most 3 4 alpha"
    ]
    assert told_of(schema, children("alpha", "bravo", "alpha")) == [
        "misplaced bravo after alpha"
    ]


def test_repeated_group() -> None:
    pairs = sequence(declared("alpha", "bravo"), 'minOccurs="0" maxOccurs="unbounded"')
    schema = schema_of(sequence(pairs + declared("charlie")))

    assert told_of(schema, children("charlie")) == []
    assert told_of(schema, children(*["alpha", "bravo"] * 3, "charlie")) == []
    assert told_of(schema, children("alpha", "alpha", "bravo", "charlie")) == [
        "missing bravo"
    ]
    assert told_of(schema, children("alpha", "bravo", "charlie", "charlie")) == [
        "duplicate charlie"
    ]


def test_nothing_may_stand_in_an_empty_model() -> None:
    schema = schema_of(sequence(""))

    assert told_of(schema, "") == []
    assert told_of(schema, children("alpha")) == ["unknown alpha"]
    assert told_of(schema, "text") == ["unexpected-text text empty"]


def test_particle_that_may_not_occur() -> None:
    schema = schema_of(
        sequence(declared("alpha", minOccurs="0", maxOccurs="0") + declared("bravo"))
    )

    assert told_of(schema, children("bravo")) == []
    assert "missing bravo" not in told_of(schema, children("alpha", "bravo"))


def test_all_but_the_last_of_many_are_missing() -> None:
    many = [f"e{chr(97 + n) * 9}" for n in range(12)]
    schema = schema_of(sequence(declared(*many)))

    assert told_of(schema, "") == [f"missing {' '.join(many)}"]
    assert told_of(schema, children(many[-1])) == [f"missing {' '.join(many[:-1])}"]


# --------------------------------------------------------------------- choices


def test_choice_names_its_alternatives() -> None:
    schema = schema_of(choice(declared("alpha", "bravo")))

    (fault,) = faults(schema, "")

    assert (fault.kind, fault.owner) == ("missing-element", "root")
    assert fault.expected == ("alpha|bravo",)


def test_choice_of_one() -> None:
    schema = schema_of(choice(declared("alpha", "bravo")))

    assert told_of(schema, children("bravo")) == []
    assert told_of(schema, children("alpha", "bravo")) == [
        "misplaced bravo instead alpha"
    ]
    assert told_of(schema, children("brav")) == ["misspelt brav bravo"]


def test_choice_of_sequences() -> None:
    first = sequence(declared("alpha", "bravo"))
    second = sequence(declared("charlie", "delta"))
    schema = schema_of(sequence(choice(first + second) + declared("echo")))

    assert told_of(schema, children("charlie", "delta", "echo")) == []
    assert told_of(schema, children("charlie", "echo")) == ["missing delta"]
    assert told_of(schema, children("alpha", "bravo")) == ["missing echo"]


def test_optional_choice() -> None:
    schema = schema_of(
        sequence(choice(declared("alpha", minOccurs="0")) + declared("bravo"))
    )

    assert told_of(schema, children("bravo")) == []
    assert told_of(schema, children("alpha", "bravo")) == []
    assert told_of(schema, children("alpha")) == ["missing bravo"]


# ------------------------------------------------------------- any order at all

FREE = schema_of(
    f"<xs:all>{declared('alpha', 'bravo')}{declared('charlie', minOccurs='0')}</xs:all>"
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("bravo charlie alpha", []),
        ("charlie bravo", ["missing alpha"]),
        ("alpha bravo alpha", ["duplicate alpha"]),
        ("alpha brabo", ["misspelt brabo bravo"]),
        ("ALPHA bravo", ["wrong-case ALPHA alpha"]),
        ("alpha bravo zulu", ["unknown zulu"]),
        ("alpha bravo bravos", ["unknown bravos"]),
        ("zulu", ["missing alpha bravo", "unknown zulu"]),
    ],
)
def test_all(written: str, expected: list[str]) -> None:
    assert told_of(FREE, children(*written.split())) == expected


def test_repeated_choice_is_free_and_repeats() -> None:
    schema = schema_of(
        choice(declared("alpha", "bravo"), 'minOccurs="0" maxOccurs="unbounded"')
    )

    assert told_of(schema, children("bravo", "alpha", "bravo")) == []
    assert told_of(schema, children("bravo", "alhpa")) == ["misspelt alhpa alpha"]
    assert told_of(schema, children("zulu")) == ["unknown zulu"]


def test_duplicate_is_the_one_that_makes_no_sense() -> None:
    """`<alpha>1</alpha>` beside the element that has children is the wrong one."""
    holder = f"""<xs:element name="holder"><xs:complexType>
      {sequence(declared("alpha"))}</xs:complexType></xs:element>"""
    schema = schema_of(f"<xs:all>{holder}</xs:all>")
    right, text = "<holder><alpha/></holder>", "<holder>1</holder>"

    (after,) = faults(schema, right + text)
    (before,) = faults(schema, text + right)

    for fault, index in ((after, 1), (before, 0)):
        assert fault.kind == "duplicate-element"
        element = fault.at.element
        assert element is not None
        assert element.getparent()[index] is element


# -------------------------------------------------------------------- wildcards


@pytest.mark.parametrize(
    ("process", "inside", "expected"),
    [
        ("skip", "<o:any xmlns:o='urn:o'><x/></o:any>", []),
        ("lax", "<o:any xmlns:o='urn:o'/>", []),
    ],
)
def test_wildcard_takes_other_namespaces(
    process: str, inside: str, expected: list[str]
) -> None:
    any_ = (
        f'<xs:any namespace="##other" processContents="{process}"'
        ' minOccurs="0" maxOccurs="unbounded"/>'
    )
    schema = schema_of(sequence(declared("alpha") + any_))

    assert told_of(schema, f"<alpha/>{inside}") == expected
    unknown = ["unknown zulu not ##local urn:t"]
    assert told_of(schema, f"<alpha/>{inside}<zulu/>") == unknown
    assert told_of(schema, inside) == ["missing alpha"]


def test_required_wildcard_is_missed_without_a_name() -> None:
    any_ = '<xs:any namespace="##other" processContents="skip"/>'

    (fault,) = faults(schema_of(sequence(any_)), "")

    assert (fault.kind, fault.expected) == ("missing-element", ("*",))


def test_lax_wildcard_checks_what_is_declared() -> None:
    any_ = '<xs:any namespace="##targetNamespace" processContents="lax"/>'
    more = '<xs:element name="number" type="xs:int"/>'
    schema = schema_of(sequence(any_), more)

    assert told_of(schema, "<number>7</number>") == []
    assert told_of(schema, "<number>seven</number>") == ["malformed-value seven int"]
    assert told_of(schema, "<unheard/>") == []


def test_wildcard_in_a_free_choice() -> None:
    any_ = '<xs:any namespace="##other" processContents="skip"/>'
    model = choice(declared("alpha") + any_, 'minOccurs="0" maxOccurs="unbounded"')
    schema = schema_of(model)

    assert told_of(schema, "<o:x xmlns:o='urn:o'/><alpha/>") == []
    unknown = ["unknown zulu not ##local urn:t"]
    assert told_of(schema, "<o:x xmlns:o='urn:o'/><zulu/>") == unknown


# ------------------------------------------------------------ values and the rest


@pytest.mark.parametrize(
    ("facets", "value", "expected"),
    [
        ('<xs:enumeration value="one"/><xs:enumeration value="two"/>', "one", []),
        (
            '<xs:enumeration value="one"/><xs:enumeration value="two"/>',
            "twoo",
            "invalid-enum-value twoo one two",
        ),
        ('<xs:enumeration value="one"/>', " ", "empty-value one"),
        ('<xs:minLength value="1"/>', "", "empty-value"),
        ('<xs:maxLength value="2"/>', "abc", "wrong-length abc"),
        ('<xs:length value="2"/>', "abc", "wrong-length abc"),
        ('<xs:minLength value="3"/>', "ab", "wrong-length ab"),
        ('<xs:pattern value="[a-c]+"/>', "abd", "pattern-mismatch abd"),
    ],
)
def test_facets_of_strings(facets: str, value: str, expected: str | list[str]) -> None:
    type_ = f"""<xs:element name="alpha"><xs:simpleType>
      <xs:restriction base="xs:string">{facets}</xs:restriction>
      </xs:simpleType></xs:element>"""
    found = faults(schema_of(sequence(type_)), f"<alpha>{value}</alpha>")

    if expected == []:
        assert found == []
        return
    (fault,) = found
    assert told(fault).startswith(expected)
    assert fault.owner == "alpha"


@pytest.mark.parametrize(
    "facet", ["minInclusive", "minExclusive", "maxInclusive", "maxExclusive"]
)
def test_bounds(facet: str) -> None:
    value = "1" if facet.startswith("min") else "9"
    type_ = f"""<xs:element name="alpha"><xs:simpleType>
      <xs:restriction base="xs:int"><xs:{facet} value="5"/></xs:restriction>
      </xs:simpleType></xs:element>"""
    (fault,) = faults(schema_of(sequence(type_)), f"<alpha>{value}</alpha>")

    assert (fault.kind, fault.subject) == ("value-out-of-range", value)


def test_union_lists_the_values_of_all_members() -> None:
    more = """<xs:simpleType name="a"><xs:restriction base="xs:string">
      <xs:enumeration value="one"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="b"><xs:restriction base="xs:string">
      <xs:enumeration value="two"/></xs:restriction></xs:simpleType>"""
    type_ = """<xs:element name="alpha"><xs:simpleType>
      <xs:union memberTypes="a b"/></xs:simpleType></xs:element>"""
    (fault,) = faults(schema_of(sequence(type_), more), "<alpha>three</alpha>")

    assert fault.kind == "invalid-enum-value"
    assert set(fault.expected) == {"one", "two"}


def test_of_a_union_that_member_tells_which_the_value_is_of_but_for_a_facet() -> None:
    below = """<xs:simpleType><xs:restriction base="xs:{}">
      <xs:maxInclusive value="{}"/></xs:restriction></xs:simpleType>"""
    members = below.format("date", "2020-01-01") + below.format("int", 5)
    type_ = f"""<xs:element name="alpha"><xs:simpleType><xs:union memberTypes="xs:byte">
      {members}</xs:union></xs:simpleType></xs:element>"""
    schema = schema_of(sequence(type_))

    (fault,) = faults(schema, "<alpha>900</alpha>")
    assert (fault.kind, fault.detail) == ("value-out-of-range", "maxInclusive 5")
    (fault,) = faults(schema, "<alpha>90000000000</alpha>")
    limit = "maxInclusive 2147483647"
    assert (fault.kind, fault.detail) == ("value-out-of-range", limit)
    (fault,) = faults(schema, "<alpha>x</alpha>")
    assert (fault.kind, fault.detail) == ("malformed-value", "date, int, byte")


def test_union_of_built_in_types_names_all() -> None:
    type_ = """<xs:element name="alpha"><xs:simpleType>
      <xs:union memberTypes="xs:int xs:date"/></xs:simpleType></xs:element>"""

    assert told_of(schema_of(sequence(type_)), "<alpha>x</alpha>") == [
        "malformed-value x int, date"
    ]


def test_of_a_list_the_item_is_wrong() -> None:
    type_ = """<xs:element name="alpha" type="Numbers"/>
      <xs:element name="bravo"><xs:simpleType><xs:list itemType="xs:int"/>
      </xs:simpleType></xs:element>"""
    named = """<xs:simpleType name="Numbers"><xs:list itemType="xs:int"/>
      </xs:simpleType>"""

    assert told_of(
        schema_of(sequence(type_), named), "<alpha>1 x</alpha><bravo>1 x</bravo>"
    ) == ["malformed-value x int", "malformed-value x int"]


ATTRIBUTES = """<xs:attribute name="identifier" type="xs:int" use="required"/>
    <xs:attribute name="colour" type="xs:string"/>"""


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (' identifier="1" colour=""', []),
        ("", ["missing-attribute identifier identifier int"]),
        (' identifier="x"', ["malformed-value x int"]),
        (' identifer="1"', ["misspelt-attribute identifer identifier"]),
        (' Identifier="1"', ["misspelt-attribute Identifier identifier"]),
        (
            ' identifer="x"',
            ["misspelt-attribute identifer identifier", "malformed-value x int"],
        ),
        (
            ' identifier="1" zulu="2"',
            ["unknown-attribute zulu identifier colour"],
        ),
        # The right one is there as well.
        (
            ' identifier="1" identifer="2"',
            ["unknown-attribute identifer identifier colour"],
        ),
        (' xmlns:o="urn:o" identifier="1" o:z="2"', ["unknown-attribute o:z"]),
    ],
)
def test_attributes(head: str, expected: list[str]) -> None:
    schema = schema_of(sequence("") + ATTRIBUTES)
    found = told_of(schema, "", head)

    assert [f.replace(" identifier colour", "") for f in found] == [
        e.replace(" identifier colour", "") for e in expected
    ]


def test_attribute_wildcard_and_hints_are_let_through() -> None:
    schema = schema_of(
        sequence("") + '<xs:anyAttribute namespace="##other" processContents="skip"/>'
    )
    hint = (
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="urn:x y.xsd"'
    )

    assert told_of(schema, "", hint) == []
    assert told_of(schema, "", ' xmlns:o="urn:o" o:z="1"') == []
    assert told_of(schema, "", ' z="1"') == ["unknown-attribute z not ##local urn:t"]


def test_text_between_elements() -> None:
    schema = schema_of(sequence(declared("alpha", "bravo")))

    assert told_of(schema, " one <alpha/> two <bravo/>\n") == [
        "unexpected-text one",
        "unexpected-text two",
    ]


def test_mixed_content_may_hold_text() -> None:
    schema = schema_of(sequence(declared("alpha")), attributes='mixed="true"')

    assert told_of(schema, "one <alpha/> two") == []


def test_elements_in_a_text_element() -> None:
    schema = schema_of(sequence(declared("alpha", "bravo")))

    (markup,) = faults(schema, "<alpha><b>x</b> and <i/></alpha><bravo/>")
    assert (markup.kind, markup.subject, markup.owner) == (
        "unescaped-markup",
        "b",
        "alpha",
    )
    assert told_of(schema, "<alpha><bravo/></alpha><bravo/>") == [
        "misplaced bravo root"
    ]


def test_attribute_written_as_element() -> None:
    schema = schema_of(sequence("") + ATTRIBUTES)

    assert told_of(schema, "<identifier>1</identifier>", ' identifier="1"') == [
        "attribute-as identifier"
    ]
    assert "attribute-as xmlns" in told_of(schema, "<xmlns/>")


def test_element_of_another_parent_is_misplaced() -> None:
    holder = f"""<xs:element name="holder"><xs:complexType>
      {sequence(declared("alpha"))}</xs:complexType></xs:element>"""
    schema = schema_of(sequence(holder))

    assert told_of(schema, "<holder><alpha/></holder><alpha/>") == [
        "misplaced alpha holder"
    ]


def holder(name: str, content: str) -> str:
    """Return the declaration of an element that holds others in their order."""
    return f"""<xs:element name="{name}" minOccurs="0"><xs:complexType>
      {sequence(content)}</xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<root><alpha/><bravo/></root>", ["misplaced root alpha bravo round"]),
        ("<zulu><alpha/></zulu><bravo/>", ["misplaced zulu alpha round"]),
        ("<zulu><alpha/><yankee/></zulu><bravo/>", ["missing alpha", "unknown zulu"]),
        ("<zulu>text<alpha/></zulu><bravo/>", ["missing alpha", "unknown zulu"]),
        ("<zulu><alpha/>text</zulu><bravo/>", ["missing alpha", "unknown zulu"]),
        ("<zulu><alpha/></zulu><alpha/><bravo/>", ["unknown zulu"]),
        ("<zulu/><alpha/><bravo/>", ["unknown zulu"]),
        ("<alpha/><bravo/><zulu><inner/></zulu>", ["unknown zulu outer alike"]),
        ("<alpha/><bravo/><outre><inner/></outre>", ["misspelt outre outer"]),
        (
            "<zulu><alpha/></zulu><yankee><bravo/></yankee>",
            ["misplaced zulu alpha round", "misplaced yankee bravo round"],
        ),
    ],
)
@pytest.mark.parametrize("is_free", [True, False])
def test_element_round_what_belongs_into_its_parent(
    inside: str, expected: list[str], *, is_free: bool
) -> None:
    content = declared("alpha", "bravo") + holder("outer", declared("inner"))
    model = f"<xs:all>{content}</xs:all>" if is_free else sequence(content)

    assert told_of(schema_of(model), inside) == expected


def test_what_stands_in_a_needless_element_is_looked_at() -> None:
    number = '<xs:element name="alpha" type="xs:int"/>'
    found = told_of(schema_of(sequence(number)), "<zulu><alpha>x</alpha></zulu>")

    assert found == ["misplaced zulu alpha round", "malformed-value x int"]


def test_element_called_like_what_it_holds_is_misspelt() -> None:
    held = declared("item", maxOccurs="9")
    for content in (holder("items", held), declared("other") + holder("items", held)):
        first = "<other/>" if "other" in content else ""
        found = told_of(schema_of(sequence(content)), f"{first}<item><item/></item>")

        assert found == ["misspelt item items"]


@pytest.mark.parametrize(
    ("inside", "kind", "subject"),
    [
        ('<alpha xmlns="urn:other"/>', "wrong-namespace", "urn:other"),
        ('<alpha xmlns=""/>', "missing-namespace", "alpha"),
    ],
)
def test_right_name_in_the_wrong_namespace(
    inside: str, kind: str, subject: str
) -> None:
    schema = schema_of(sequence(declared("alpha")))
    (fault,) = faults(schema, inside)

    assert (fault.kind, fault.subject, fault.expected) == (kind, subject, ("urn:t",))


def test_prefix_is_kept_in_the_edit_of_a_name() -> None:
    schema = schema_of(sequence(declared("alpha")))
    (fault,) = faults(schema, '<t:alhpa xmlns:t="urn:t"></t:alhpa>')

    assert [text for _, text in fault.edits] == ["t:alpha", "t:alpha"]


def test_unknown_root_is_not_explained() -> None:
    other = etree.fromstring("<other xmlns='urn:t'/>")

    assert explain(other, compiled(ORDERED), Operation.CREATE) == ([], [], ())


# -------------------------------------------------------------------- no cascades


def test_misspelt_element_is_mended_and_checked_inside() -> None:
    holder = f"""<xs:element name="holder"><xs:complexType>
      {sequence(declared("alpha", "bravo"))}</xs:complexType></xs:element>"""
    schema = schema_of(sequence(holder))
    root = tree("<hodler><alpha/></hodler>")

    found, renames, _ = explain(root, compiled(schema), Operation.CREATE)

    assert [told(f) for f in found] == ["misspelt hodler holder", "missing bravo"]
    assert [f.owner for f in found] == ["root", "holder"]
    assert renames == [(root[0], "{urn:t}holder")]
    assert local_name(root[0]) == "hodler"


def test_ten_faults_are_ten_faults() -> None:
    number = '<xs:element name="number" type="xs:int" maxOccurs="3"/>'
    holder = f"""<xs:element name="holder"><xs:complexType>
      {sequence(declared("alpha", "bravo", "charlie") + number)}{ATTRIBUTES}
      </xs:complexType></xs:element>"""
    schema = schema_of(sequence(holder + declared("delta", "echo")))
    content = (
        '<holder Colour="red" zulu="1">text'  # 1 to 4, identifier among them
        "<Alpha/><bravo/><bravo/><chalrie/>"  # 5 to 7
        "<number>one</number><number>2</number></holder>"  # 8
        "<stranger/><echo/>"  # 9 and 10
    )

    assert sorted(told_of(schema, content)) == sorted(
        [
            "misspelt-attribute Colour colour",
            "unknown-attribute zulu identifier colour",
            "missing-attribute identifier identifier int",
            "unexpected-text text",
            "wrong-case Alpha alpha",
            "duplicate bravo",
            "misspelt chalrie charlie",
            "malformed-value one int",
            "unknown stranger",
            "missing delta",
        ]
    )


# ------------------------------------------------- libxml2 and explain are agreed

MODELS = [
    schema_of(sequence(declared(*NAMES))),
    schema_of(f"<xs:all>{declared(*NAMES[:3], minOccurs='0')}</xs:all>"),
    schema_of(
        sequence(
            declared("alpha", minOccurs="0")
            + choice(declared("bravo", "charlie"), 'maxOccurs="2"')
            + declared("delta", minOccurs="0", maxOccurs="unbounded")
        )
    ),
    schema_of(
        sequence(
            sequence(
                declared("alpha") + declared("bravo", minOccurs="0"),
                'minOccurs="0" maxOccurs="2"',
            )
            + choice(
                sequence(declared("charlie", "delta")) + declared("echo"),
                'minOccurs="0"',
            )
        )
    ),
    schema_of(choice(declared(*NAMES), 'minOccurs="2" maxOccurs="40"')),
    schema_of(choice(declared(*NAMES[:2]), 'minOccurs="0" maxOccurs="unbounded"')),
]
LISTS = st.lists(
    st.sampled_from([*NAMES, "echo", "Alpha", "brravo", "zulu"]), max_size=9
)


@pytest.mark.parametrize("schema", MODELS)
def test_explain_finds_something_if_and_only_if_libxml2_does(schema: str) -> None:
    verdict = etree.XMLSchema(etree.fromstring(schema))
    known = compiled(schema)

    @examples(150)
    @given(LISTS)
    def agree(names: list[str]) -> None:
        root = tree(children(*names))
        valid = verdict.validate(root)
        found = explain(root, known, Operation.CREATE).faults
        assert bool(found) is not valid, [told(f) for f in found]
        assert_no_element_twice(found)

    agree()


def assert_no_element_twice(found: Iterable[Fault]) -> None:
    """Blame a child once; only what is missing is said at its parent."""
    blamed = [f.at.element for f in found if f.kind != "missing-element"]
    assert len({id(e) for e in blamed}) == len(blamed)


# ---------------------------------------------------------------------- the parts


def automaton_of(content: str) -> Automaton:
    schema = compiled(schema_of(content))
    root = schema.root("{urn:t}root")
    assert root is not None
    model = schema.model(root)
    assert isinstance(model, Automaton)
    assert schema.model(root) is model
    return model


def test_automaton_of_a_sequence() -> None:
    automaton = automaton_of(sequence(declared("alpha", "bravo")))

    assert [p.local_name for p in automaton.terms] == ["alpha", "bravo"]
    assert list(automaton.follow[START]) == [0]
    assert list(automaton.follow[0]) == [1]
    assert automaton.final == {1}


def test_automaton_of_what_may_be_left_out() -> None:
    automaton = automaton_of(sequence(declared("alpha", "bravo", minOccurs="0")))

    assert list(automaton.follow[START]) == [0, 1]
    assert automaton.final == {START, 0, 1}


def test_automaton_bounds_the_copies_of_a_particle() -> None:
    content = declared("alpha", minOccurs="1000", maxOccurs="2000")
    automaton = automaton_of(sequence(content))

    assert len(automaton.terms) == 512


def test_automaton_bounds_the_copies_of_a_group_by_its_size() -> None:
    names = [f"a{number}" for number in range(100)]
    content = sequence(declared(*names), 'minOccurs="100" maxOccurs="200"')

    assert len(automaton_of(sequence(content)).terms) == 4000


def test_a_copy_that_may_be_left_out_has_one_way_to_it() -> None:
    automaton = automaton_of(sequence(declared("alpha", maxOccurs="3")))

    assert list(automaton.follow[START]) == [0]
    assert list(automaton.follow[0]) == [1]
    assert list(automaton.follow[1]) == [2]
    assert automaton.final == {0, 1, 2}


def test_homes_of_elements() -> None:
    assert compiled(ORDERED).homes["{urn:t}alpha"] == ("root",)


def test_a_schema_is_read_from_its_own_folder_only(tmp_path: Path) -> None:
    outside = tmp_path / "outside.xsd"
    outside.write_text(ORDERED.replace('name="root"', 'name="other"'))
    inside = tmp_path / "inside" / "a.xsd"
    inside.parent.mkdir()
    inside.write_text(
        ORDERED.replace(
            '<xs:element name="root">',
            '<xs:include schemaLocation="../outside.xsd"/><xs:element name="root">',
            1,
        )
    )

    assert list(compile_file(str(inside)).roots) == ["{urn:t}root"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("PermisionReminder", "PermissionReminder"),
        ("permissionreminder", "PermissionReminder"),
        ("Reminder", None),
        ("redniMernoissimreP", None),
        ("", None),
        ("x" * 201, None),
    ],
)
def test_closest(name: str, expected: str | None) -> None:
    assert closest(name, ["PermissionReminder", "Subject"]) == expected


def test_candidates_by_closeness() -> None:
    names = ("alpha", "bravo")

    assert by_closeness("bravoo", names) == ("bravo", "alpha")
    assert by_closeness("zulu", names) == names


def test_what_lacks_beside_some_children_is_found_however_little_is_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(free_model, "_MOST_REMEMBERED", 1)
    free = compiled(schema_of("<xs:all>" + declared(*NAMES) + "</xs:all>"))

    for present in (NAMES[:1], NAMES[1:], NAMES[:1], ()):
        lacking = tuple(name for name in NAMES if name not in present)
        found = explain(tree(children(*present)), free, Operation.CREATE).faults
        assert [fault.expected for fault in found] == [lacking]
