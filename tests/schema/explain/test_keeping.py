"""Strangers beside what lacks: none that may be the very thing is to be removed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fixture_file import FIXTURES

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="note"><xs:complexType><xs:all>
    <xs:element name="title" type="xs:string"/>{others}
    <xs:element name="color" minOccurs="0"/>
  </xs:all></xs:complexType></xs:element></xs:schema>"""
NUMBER = '<xs:element name="number" type="xs:int"/>'
WORD = '<xs:element name="word" type="xs:string"/>'
MORE = '<xs:element name="more" type="xs:string"/>'
BOX = """<xs:element name="box"><xs:complexType>
  <xs:attribute name="a"/></xs:complexType></xs:element>"""
HOLDER = """<xs:element name="rows"><xs:complexType><xs:sequence>
  <xs:element name="row"/></xs:sequence></xs:complexType></xs:element>"""
STRAY = "remove it, or write the name that was meant"


def told(folder: Path, content: str, others: str = "") -> tuple[str, list[str]]:
    """Return the help of the stranger, and the titles of its fixes."""
    (folder / "s.xsd").write_text(SCHEMA.replace("{others}", others))
    found = lint(f"<note>{content}</note>", schema=folder / "s.xsd")
    (one,) = [d for d in found if d.code == "CTC201"]
    return one.help[0], [fix.title for fix in one.fixes]


@pytest.mark.parametrize(
    ("others", "stranger", "names"),
    [
        ("", "<x>a</x>", "`title`, which is"),
        ("", '<x a="1"/>', "`title`, which is"),
        (NUMBER, "<x>a</x>", "`title`, which is"),
        (NUMBER, "<x>7</x>", "`title` or `number`, which are"),
    ],
)
def test_it_may_be_what_is_missing(
    tmp_path: Path, others: str, stranger: str, names: str
) -> None:
    help_ = f"did you mean {names} missing here? else remove it"

    assert told(tmp_path, stranger, others) == (help_, [])


def test_of_many_the_help_has_the_number(tmp_path: Path) -> None:
    assert told(tmp_path, "<x>7</x>", NUMBER + WORD + MORE) == (
        "write the name that was meant: 4 are missing here; else remove it",
        [],
    )


@pytest.mark.parametrize(
    ("others", "content"),
    [
        # It says nothing, nothing is missing, or it is what stands there already.
        ("", "<x/>"),
        ("", "<title/><x>a</x>"),
        ("", "<color>b</color><Color>a</Color>"),
    ],
)
def test_else_it_may_be_removed(tmp_path: Path, others: str, content: str) -> None:
    assert told(tmp_path, content, others)[1] == ["remove it"]


@pytest.mark.parametrize(
    ("others", "content"),
    [
        (NUMBER, "<title/><x>a</x>"),
        ("", "<x><y/></x>"),
        (HOLDER, "<title/><x>a</x>"),
    ],
)
def test_it_stays_beside_what_is_missing_though_it_is_no_value_of_that(
    tmp_path: Path, others: str, content: str
) -> None:
    assert told(tmp_path, content, others) == (STRAY, [])


DOUBLES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:{order}>
    <xs:element name="city" type="xs:string"/>
    <xs:element name="zip"><xs:simpleType><xs:restriction base="xs:string">
      <xs:pattern value="[0-9]{5}"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="row" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
  </xs:{order}></xs:complexType></xs:element></xs:schema>"""
MAY_BE = "did you mean `zip`, which is missing here? else remove one of the two"
FIRST, SECOND = (f"rename the {which} `city` to `zip`" for which in ("first", "second"))
ONE = ("remove one of the two", ["remove the second `city`"])


@pytest.mark.parametrize("order", ["all", "sequence"])
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<city>Rome</city><city>12345</city>", (MAY_BE, [SECOND])),
        ("<city>23456</city><city>12345</city>", (MAY_BE, ["", SECOND])),
        ("<city>12345</city><city>Rome</city>", (MAY_BE, [FIRST, ""])),
        (
            "<city>Rome</city><row><n>1</n></row><city>12345</city>",
            (MAY_BE, [SECOND, ""]),
        ),
        # It may not be, has nothing to lose, or nothing is missing.
        ("<city>Rome</city><city>Bonn</city>", ONE),
        ("<city>12345</city><city>12345</city>", ONE),
        ("<city>Rome</city><city/>", ONE),
        ("<city>Rome</city><city>12345</city><zip>12345</zip>", ONE),
    ],
)
def test_of_two_none_goes_that_may_be_what_is_missing(
    tmp_path: Path, order: str, content: str, expected: tuple[str, list[str]]
) -> None:
    (tmp_path / "s.xsd").write_text(DOUBLES.replace("{order}", order))
    found = lint(f"<r>{content}</r>", schema=tmp_path / "s.xsd")
    (one,) = [d for d in found if d.code == "CTC205"]
    help_, titles = expected
    title = titles[0 if order == "all" else -1]

    assert (one.help, [fix.title for fix in one.fixes]) == (
        (help_,),
        [title] * bool(title),
    )


def test_of_two_that_may_be_what_is_missing_the_empty_one_stays_as_well(
    tmp_path: Path,
) -> None:
    (tmp_path / "s.xsd").write_text(DOUBLES.replace("{order}", "all"))
    found = lint("<r><city/><city>12345</city></r>", schema=tmp_path / "s.xsd")

    assert [(d.code, [fix.title for fix in d.fixes]) for d in found] == [
        ("CTC207", []),
        ("CTC205", [SECOND]),
    ]


def test_of_two_words_only_markup_is_what_lacks_that_holds_markup() -> None:
    campaign = (FIXTURES / "valid" / "campaign-minimal.create.xml").read_text()
    subject = re.compile("<Subject>.*</Subject>")
    text = re.compile("<EmailTextContent>.*</EmailTextContent>")
    word, markup = "<Subject>a</Subject>", "<Subject>&lt;p&gt;a&lt;/p&gt;</Subject>"

    title = "rename the second `Subject` to `EmailTextContent`"
    for second, titles in (
        (word, ["remove the second `Subject`"]),
        (markup, [title]),
    ):
        twice = subject.sub(lambda one, two=second: one[0] + two, campaign)
        found = lint(text.sub("", twice), operation="create")
        (one,) = [d for d in found if d.code == "CTC205"]

        assert [fix.title for fix in one.fixes] == titles


ATTRIBUTES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:all>{children}</xs:all></xs:complexType>
  </xs:element></xs:schema>"""
CHILD = """<xs:element name="{name}"><xs:complexType><xs:attribute name="{of}"/>
</xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("names", "content", "help_"),
    [
        ("ab", "<a ofb='1'/>", "`b`, missing beside it, has such an attribute"),
        ("ab", "<a/><a ofb='1'/>", "`b`, missing beside it, has such an attribute"),
        ("abc", "<a ofx='1'/>", "expected `ofa`"),
        ("ab", "<a ofb='1'/><b/>", "expected `ofa`"),
    ],
)
def test_no_attribute_goes_that_what_is_missing_has(
    tmp_path: Path, names: str, content: str, help_: str
) -> None:
    children = (CHILD.format(name=name, of=f"of{name}") for name in names)
    schema = ATTRIBUTES.replace("{children}", "".join(children))
    (tmp_path / "s.xsd").write_text(schema)
    found = lint(f"<r>{content}</r>", schema=tmp_path / "s.xsd")
    (one,) = [d for d in found if d.code == "CTC209"]
    titles = ["remove it"] if help_.startswith("expected") else []

    assert (one.help[0], [fix.title for fix in one.fixes]) == (help_, titles)


def test_no_attribute_goes_that_two_have_which_are_missing(tmp_path: Path) -> None:
    children = "".join(CHILD.format(name=n, of="k" if n != "a" else "j") for n in "abc")
    (tmp_path / "s.xsd").write_text(ATTRIBUTES.replace("{children}", children))
    found = lint("<r><a kk='' k='1'/></r>", schema=tmp_path / "s.xsd")

    assert [d.help[0] for d in found if d.code == "CTC209"][-1] == (
        "`b` or `c`, missing beside it, have such an attribute"
    )


@pytest.mark.parametrize("stranger", ["<x>a</x>", '<x b="1"/>', "<x><y/>a</x>"])
def test_what_holds_elements_or_nothing_may_be_called_so(
    tmp_path: Path, stranger: str
) -> None:
    others = (
        BOX
        if stranger != "<x>a</x>"
        else BOX.replace("<xs:complexType>", "<xs:complexType mixed='true'>")
    )

    assert told(tmp_path, f"<title/>{stranger}", others) == (
        "did you mean `box`, which is missing here? else remove it",
        [],
    )
