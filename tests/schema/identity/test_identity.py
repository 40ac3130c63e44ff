"""Keys: what a field may lead to, and which values are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
Said = list[tuple[str, str, str]]


def schema_of(folder: Path, kind: str, content: str, field: str) -> Path:
    """Return a schema of a root that holds any number of `i` with a key."""
    path = folder / "r.xsd"
    path.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:attribute name="g" type="xs:int"/>'
        '<xs:element name="r"><xs:complexType><xs:sequence>'
        f'<xs:element name="i" maxOccurs="9"><xs:complexType>{content}'
        "</xs:complexType></xs:element></xs:sequence></xs:complexType>"
        f'<xs:{kind} name="k"><xs:selector xpath="i"/><xs:field xpath="{field}"/>'
        f"</xs:{kind}></xs:element></xs:schema>",
        "utf-8",
    )
    return path


def said(schema: Path, document: str) -> Said:
    return [
        (d.code, document[d.range.start.offset : d.range.end.offset], d.message)
        for d in lint(document, schema=schema)
    ]


def children(*declared: str) -> str:
    written = "".join(f"<xs:element {one}/>" for one in declared)
    return f"<xs:sequence>{written}</xs:sequence>"


MANY = children('name="c" type="xs:int" maxOccurs="3"')
ONE = children('name="c" type="xs:int"')
OTHERS = children('name="c" minOccurs="0"', 'name="d" type="xs:int" minOccurs="0"')
NIL = children('name="c" type="xs:string" nillable="true"')
DEFAULT = children('name="c" type="xs:int" default="1"')
A_AND_B = '<xs:attribute name="a"/><xs:attribute name="b"/>'
ANY = '<xs:anyAttribute processContents="{}"/>'
SKIP = '<xs:sequence><xs:any processContents="skip"/></xs:sequence>'


def second(name: str) -> str:
    return f"`{name}` is a second value of `i` for `k`, which takes one"


def no_value(name: str) -> str:
    return f"`{name}` may hold elements, so it has no value for `k`"


@pytest.mark.parametrize("kind", ["key", "unique"])
@pytest.mark.parametrize(
    ("content", "field", "document", "expected"),
    [
        (MANY, "c", "<r><i><c>1</c></i></r>", []),
        (
            MANY,
            "c",
            "<r><i><c>1</c><c>2</c><c>1</c></i></r>",
            [("CTC239", "c", second("c"))] * 2,
        ),
        (A_AND_B, "@a|@b", '<r><i a="1"/><i b="2"/></r>', []),
        (A_AND_B, "@*", '<r><i a="1" b="2"/></r>', [("CTC239", "b", second("@b"))]),
        (A_AND_B, "@a|@*", '<r><i a="1"/></r>', []),
        (
            A_AND_B,
            "@*",
            '<r><i a="1"/><i b="1"/></r>',
            [("CTC232", "1", "`1` stands twice, but `k` must be unique")],
        ),
        (
            OTHERS,
            "*",
            "<r><i><c/><d>1</d></i></r>",
            [("CTC240", "c", no_value("c")), ("CTC239", "d", second("d"))],
        ),
        (OTHERS, "*", "<r><i><d>1</d></i></r>", []),
        (OTHERS, ".", "<r><i/></r>", [("CTC240", "i", no_value("i"))]),
        (
            children('name="c" nillable="true"'),
            "c",
            f'<r {XSI}><i><c xsi:nil="true"/></i></r>',
            [("CTC240", "c", no_value("c"))],
        ),
        # A duplicate is one fault, and so is a value that is no number.
        (
            ONE,
            "c",
            "<r><i><c>1</c><c>2</c></i></r>",
            [("CTC205", "c", "duplicate `c` in `i`")],
        ),
        (
            ONE,
            "c",
            "<r><i><c>x</c></i><i><c>x</c></i></r>",
            [("CTC215", "x", "`x` in `c` is not a whole number")] * 2,
        ),
        # A value that is not written counts where the schema has it.
        (
            DEFAULT,
            "c",
            "<r><i><c>1</c></i><i><c/></i></r>",
            [("CTC232", "c", "`1` stands twice, but `k` must be unique")],
        ),
        (
            '<xs:attribute name="a" default="1"/>',
            "@a",
            '<r><i/><i a="1"/></r>',
            [("CTC232", "1", "`1` stands twice, but `k` must be unique")],
        ),
        (
            '<xs:attribute name="a" fixed="1"/>',
            "@a",
            '<r><i a="1"/><i/></r>',
            [("CTC232", "i", "`1` stands twice, but `k` must be unique")],
        ),
        # Of what a wildcard lets in the declared has a value.
        (
            ANY.format("lax"),
            "@g",
            '<r><i g="1"/><i g="01"/></r>',
            [("CTC232", "01", "`01` stands twice, but `k` must be unique")],
        ),
    ],
)
def test_a_field_leads_to_one_value(  # noqa: PLR0913, PLR0917 - a schema and a case
    tmp_path: Path, kind: str, content: str, field: str, document: str, expected: Said
) -> None:
    assert said(schema_of(tmp_path, kind, content, field), document) == expected


@pytest.mark.parametrize(
    ("type_", "first", "second"),
    [
        ("float", "NaN", "NaN"),
        ("double", "1", "1.0E0"),
        ("date", "2010-01-01Z", "2010-01-01+00:00"),
        ("dateTime", "2010-01-01T10:00:00-00:00", "2010-01-01T10:00:00Z"),
        ("boolean", "true", "1"),
        ("hexBinary", "0a", "0A"),
    ],
)
def test_the_same_value_may_be_written_otherwise(
    tmp_path: Path, type_: str, first: str, second: str
) -> None:
    schema = schema_of(tmp_path, "key", children(f'name="c" type="xs:{type_}"'), "c")
    document = f"<r><i><c>{first}</c></i><i><c>{second}</c></i></r>"

    assert said(schema, document) == [
        ("CTC232", second, f"`{second}` stands twice, but `k` must be unique")
    ]


def test_the_element_itself_may_be_what_a_constraint_selects(tmp_path: Path) -> None:
    """The selector `.` has no step that has a name."""
    content = '<xs:attribute name="a"/><xs:attribute name="b" type="xs:int"/>'
    schema = schema_of(tmp_path, "key", content, "@a")
    text = schema.read_text("utf-8").replace('xpath="i"', 'xpath="."')
    schema.write_text(text, "utf-8")

    assert said(schema, '<r><i b="x"/></r>') == [
        ("CTC233", "r", "`r` lacks `@a`, which the key `k` needs"),
        ("CTC215", "x", "`x` in `b` is not a whole number"),
    ]


@pytest.mark.parametrize(
    ("content", "field", "document", "place"),
    [
        (ANY.format("lax"), "@z", '<r><i z="1"/><i z="1"/></r>', "i"),
        (ANY.format("skip"), "@g", '<r><i g="1"/><i g="1"/></r>', "i"),
        (SKIP, "c", "<r><i><c>1</c></i><i><c>1</c></i></r>", "i"),
        (SKIP, "c/@a", '<r><i><c a="1"/></i><i><c a="1"/></i></r>', "i"),
    ],
)
def test_what_is_let_in_unseen_has_no_value(
    tmp_path: Path, content: str, field: str, document: str, place: str
) -> None:
    shown = f"`{field.rpartition('/')[2]}`"
    expected = ("CTC233", place, f"`i` lacks {shown}, which the key `k` needs")

    assert said(schema_of(tmp_path, "unique", content, field), document) == []
    assert said(schema_of(tmp_path, "key", content, field), document) == [expected] * 2


def test_a_key_must_not_be_nil(tmp_path: Path) -> None:
    document = f'<r {XSI}><i><c xsi:nil="true"/></i><i><c>1</c></i></r>'
    message = "`c` is nil, but the key `k` needs its value"

    (found,) = lint(document, schema=schema_of(tmp_path, "key", NIL, "c"))
    (nil,) = found.related

    assert (found.code, found.message) == ("CTC233", message)
    assert nil.range.start.offset == document.index("xsi:nil")


def test_of_unique_values_any_may_be_nil(tmp_path: Path) -> None:
    """libxml2 refuses such a document, with a message that says that it is at fault."""
    nil = '<i><c xsi:nil="true"/></i>'
    document = f"<r {XSI}>{nil}{nil}</r>"

    assert said(schema_of(tmp_path, "unique", NIL, "c"), document) == []


KEYREF = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">
  <xs:complexType><xs:sequence>
    <xs:element name="i" maxOccurs="9"><xs:complexType>
      <xs:attribute name="a" type="{}"/></xs:complexType></xs:element>
    <xs:element name="j"><xs:complexType><xs:sequence>
      <xs:element name="c" type="{}" maxOccurs="9"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:key name="k"><xs:selector xpath="i"/><xs:field xpath="@a"/></xs:key>
  <xs:keyref name="f" refer="k">
    <xs:selector xpath="j"/><xs:field xpath="c"/></xs:keyref>
</xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("key", "reference", "is_same"),
    [
        ("xs:string", "xs:token", True),
        ("xs:int", "xs:decimal", True),
        ("xs:anySimpleType", "xs:anySimpleType", True),
        ("xs:anySimpleType", "xs:string", False),
        ("xs:float", "xs:double", False),
        ("xs:int", "xs:string", False),
    ],
)
def test_values_of_types_that_are_not_akin_are_not_the_same(
    tmp_path: Path, key: str, reference: str, *, is_same: bool
) -> None:
    schema = tmp_path / "r.xsd"
    schema.write_text(KEYREF.format(key, reference), "utf-8")
    found = said(schema, '<r><i a="1"/><j><c>1</c></j></r>')

    assert found == (
        [] if is_same else [("CTC234", "1", "`1` is of another type than the key `k`")]
    )


def test_a_reference_that_has_two_values_is_one_fault(tmp_path: Path) -> None:
    schema = tmp_path / "r.xsd"
    schema.write_text(KEYREF.format("xs:int", "xs:int"), "utf-8")

    assert said(schema, '<r><i a="1"/><i/><j><c>7</c><c>8</c></j></r>') == [
        ("CTC233", "i", "`i` lacks `@a`, which the key `k` needs"),
        (
            "CTC239",
            "c",
            "`c` is a second value of `j` for `k`, which takes one",
        ),
    ]


TWICE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="i" maxOccurs="9"><xs:complexType>
    <xs:attribute name="a"/><xs:attribute name="b"/></xs:complexType></xs:element>
</xs:sequence></xs:complexType>
{}</xs:element></xs:schema>"""


def constraint(kind: str, name: str, field: str, refer: str = "") -> str:
    refers = refer and f'refer="{refer}"'
    paths = f'<xs:selector xpath="i"/><xs:field xpath="{field}"/>'
    return f'<xs:{kind} name="{name}" {refers}>{paths}</xs:{kind}>'


@pytest.mark.parametrize(
    ("constraints", "document", "expected"),
    [
        (
            [("key", "k", "@a"), ("key", "m", "@a")],
            '<r><i a="1"/><i a="1"/><i/></r>',
            [
                ("CTC232", "1", "`1` stands twice, but `k` must be unique"),
                ("CTC233", "i", "`i` lacks `@a`, which the key `k` needs"),
            ],
        ),
        # What refers to the second of them refers to the first.
        (
            [
                ("keyref", "f", "@b", "m"),
                ("key", "k", "@a"),
                ("key", "m", "@a"),
                ("keyref", "g", "@b", "k"),
            ],
            '<r><i a="1" b="1"/><i a="2" b="3"/></r>',
            [("CTC234", "3", "`3` is no value of the key `k`")],
        ),
        # Others are told of one by one.
        (
            [("key", "k", "@a"), ("unique", "m", "@a")],
            '<r><i a="1"/><i a="1"/></r>',
            [
                ("CTC232", "1", "`1` stands twice, but `k` must be unique"),
                ("CTC232", "1", "`1` stands twice, but `m` must be unique"),
            ],
        ),
    ],
)
def test_constraints_that_say_the_same_are_one(
    tmp_path: Path,
    constraints: list[tuple[str, ...]],
    document: str,
    expected: Said,
) -> None:
    schema = tmp_path / "r.xsd"
    written = "".join(constraint(*one) for one in constraints)
    schema.write_text(TWICE.format(written), "utf-8")

    assert said(schema, document) == expected
