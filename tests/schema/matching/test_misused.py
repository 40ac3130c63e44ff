"""A child with the name of a sibling is one fault where another one is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.schema.matching import matcher
from tests.said import underlined


def element(name: str, content: str, least: int = 1, most: str = "1") -> str:
    return f"""<xs:element name="{name}" minOccurs="{least}" maxOccurs="{most}">
    <xs:complexType>{content}</xs:complexType></xs:element>"""


def leaves(names: str) -> str:
    inside = "".join(
        f'<xs:element name="{n}" type="xs:string"/>' for n in names.split()
    )
    return f"<xs:sequence>{inside}</xs:sequence>"


ANY = '<xs:sequence><xs:any processContents="skip"/></xs:sequence>'
DEBTOR, AGENT = element("debtor", leaves("name")), element("agent", leaves("bic"))
TIMES = leaves("from x to").replace("string", "int")
DUE = (
    '<xs:element name="n" type="xs:int"/><xs:element name="day" type="xs:date"/>'
    '<xs:element name="s" type="xs:string"/>'
)
CONTENTS = {
    "pay": f"<xs:sequence>{DEBTOR}{AGENT}"
    f"{element('end', leaves('t'), 0)}</xs:sequence>",
    "heap": f"<xs:all>{DEBTOR}{AGENT}</xs:all>",
    "bill": "<xs:sequence>"
    f"{element('buyer', leaves('n'))}{element('seller', leaves('n'))}</xs:sequence>",
    "order": f"<xs:sequence>{element('ship', leaves('street city'), 0)}"
    f"{element('line', leaves('sku'), 1, '9')}</xs:sequence>",
    "open": f"<xs:sequence>{element('one', ANY)}{element('two', leaves('n'), 0)}"
    "</xs:sequence>",
    "pair": f"<xs:sequence>{element('one', leaves('n'))}"
    f"{element('two', leaves('p'), 0)}"
    f"{element('three', leaves('p'), 0)}</xs:sequence>",
    "when": TIMES,
    "due": f"<xs:sequence>{DUE}</xs:sequence>",
    "free": f"<xs:all>{DUE}</xs:all>",
    "trade": f"<xs:sequence>{DEBTOR}{AGENT}{element('sum', leaves('t'))}</xs:sequence>",
}
ELEMENTS = "".join(
    f'<xs:element name="{name}"><xs:complexType>{content}</xs:complexType></xs:element>'
    for name, content in CONTENTS.items()
)
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  {ELEMENTS}</xs:schema>"""
PERSON, BANK = "<name>a</name>", "<bic>b</bic>"


@pytest.mark.parametrize(
    ("document", "name", "meant"),
    [
        (
            f"<pay><debtor>{PERSON}</debtor><debtor>{BANK}</debtor></pay>",
            "debtor",
            "agent",
        ),
        (f"<pay><agent>{PERSON}</agent><agent>{BANK}</agent></pay>", "agent", "debtor"),
        (
            f"<heap><debtor>{BANK}</debtor><debtor>{PERSON}</debtor></heap>",
            "debtor",
            "agent",
        ),
        (
            "<order><line><street/><city/></line><line><sku/></line></order>",
            "line",
            "ship",
        ),
        # Only a text tells it, wherever it stands.
        ("<due><n>1</n><n>2001-01-01</n><s/></due>", "n", "day"),
        ("<due><day>1</day><day>2001-01-01</day><s/></due>", "day", "n"),
        ("<free><n>2001-01-01</n><s/><n>1</n></free>", "n", "day"),
    ],
)
def test_it_is_the_one_that_would_hold_what_it_holds(
    document: str, name: str, meant: str, tmp_path: Path
) -> None:
    assert told(document, tmp_path) == [
        (
            "CTC202",
            name,
            f"`{name}` holds what `{meant}` would hold",
            f"did you mean `{meant}`, which is missing here?",
            f"rename it to `{meant}`",
        )
    ]


@pytest.mark.parametrize(
    ("document", "name", "meant"),
    [
        (
            "<bill><buyer><n>a</n></buyer><buyer><n>b</n></buyer></bill>",
            "buyer",
            "seller",
        ),
        ("<when><from>1</from><x>2</x><from>3</from></when>", "from", "to"),
    ],
)
def test_it_is_what_is_missing_in_its_place(
    document: str, name: str, meant: str, tmp_path: Path
) -> None:
    assert told(document, tmp_path) == [
        (
            "CTC202",
            name,
            f"`{name}` stands where `{meant}` is missing",
            f"did you mean `{meant}`, which is missing here?",
            f"rename it to `{meant}`",
        )
    ]


@pytest.mark.parametrize(
    ("document", "codes"),
    [
        # What is copied, or written again at once, is a duplicate.
        ("<bill><buyer><n>a</n></buyer><buyer><n>a</n></buyer></bill>", "207 205"),
        ("<when><from>1</from><from>2</from><x>1</x></when>", "207 205"),
        ("<when><from>1</from><x>2</x><from/></when>", "207 205"),
        # Neither fits, or both.
        ("<due><n>1</n><n>x</n><s/></due>", "207 205"),
        ("<free><n>1</n><day>2001-01-01</day><n>1</n></free>", "207 205"),
        # In another place, or where more lacks, nothing tells; nor in any order.
        ("<when><x>1</x><to>2</to><x>3</x></when>", "207 205"),
        ("<when><x>1</x><x>3</x></when>", "207 205"),
        (
            f"<heap><debtor>{PERSON}</debtor><debtor><name>b</name></debtor></heap>",
            "207 205",
        ),
        ("<when><from>1</from><x>2</x><x>3</x><x>3</x></when>", "207 205 205"),
        # Something that it holds is its own.
        (f"<pay><debtor>{PERSON}{BANK}</debtor></pay>", "207 206"),
        # Anything may stand in it.
        ("<open><one><n>a</n></one></open>", ""),
        # It may be either of two.
        ("<pair><one><p>a</p></one></pair>", "207 206"),
        # What is meant is there already.
        (f"<heap><debtor>{BANK}</debtor><agent>{BANK}</agent></heap>", "207 206"),
    ],
)
def test_others_are_what_their_names_say(
    document: str, codes: str, tmp_path: Path
) -> None:
    assert [one[0] for one in told(document, tmp_path)] == [
        f"CTC{code}" for code in codes.split()
    ]


def test_what_it_holds_is_checked_as_that(tmp_path: Path) -> None:
    document = f"<pay><debtor>{PERSON}</debtor><debtor>{BANK}{BANK}</debtor></pay>"

    assert [one[:2] for one in told(document, tmp_path)] == [
        ("CTC202", "debtor"),
        ("CTC205", "bic"),
    ]


def test_what_else_is_missing_is_told_besides(tmp_path: Path) -> None:
    document = f"<trade><debtor>{PERSON}</debtor><debtor>{BANK}</debtor></trade>"

    assert [one[:2] for one in told(document, tmp_path)] == [
        ("CTC207", "trade"),
        ("CTC202", "debtor"),
    ]


LINES = "".join(
    f'<xs:element name="{name}" minOccurs="0" {kind}'
    for name, kind in (
        ("n", 'type="xs:string"/>'),
        ("a", f"><xs:complexType>{leaves('x')}</xs:complexType></xs:element>"),
        ("l", 'type="xs:string"/>'),
        ("t", 'type="xs:string"/>'),
    )
)


@pytest.mark.parametrize(
    "content",
    [
        # By another name the child would be out of order, or there would be two.
        "<l/><t><x>1</x></t><t/>",
        "<l/><t><x>1</x></t><n/><t/>",
        # A text of its own, or one of its like: it is what it says.
        "<n/><t>a<x>1</x></t>",
        "<n/><t><x>1</x>a</t>",
        "<n/><t><t/></t>",
    ],
)
def test_child_that_is_what_it_says(content: str, tmp_path: Path) -> None:
    schema = tmp_path / "s.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">'
        f"<xs:complexType><xs:sequence>{LINES}</xs:sequence></xs:complexType>"
        "</xs:element></xs:schema>"
    )

    found = [one.code for one in lint(f"<r>{content}</r>", schema=schema)]

    assert found
    assert not {"CTC202", "CTC901"} & set(found)


def test_child_that_has_lost_tags_in_it_is_what_it_says(tmp_path: Path) -> None:
    row = element("row", leaves("bic"), 1, "9")
    rows = element("rows", f"<xs:sequence>{row}</xs:sequence>")
    schema = tmp_path / "s.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">'
        f"<xs:complexType><xs:sequence>{rows}"
        f"{element('agent', leaves('bic'), 0)}</xs:sequence></xs:complexType>"
        "</xs:element></xs:schema>"
    )

    (found,) = lint(f"<r><rows>{BANK}</rows></r>", schema=schema)

    assert (found.code, [fix.title for fix in found.fixes]) == (
        "CTC206",
        ["wrap it in `<row>`"],
    )


def test_after_many_parents_names_are_taken_at_their_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matcher, "_MOST_AGAIN", 0)
    document = f"<pay><debtor>{PERSON}</debtor><debtor>{BANK}</debtor></pay>"

    assert {one[:2] for one in told(document, tmp_path)} >= {
        ("CTC205", "debtor"),
        ("CTC207", "pay"),
    }


def told(text: str, folder: Path) -> list[tuple[str, ...]]:
    """Return code, place, message, help and fixes of each diagnostic."""
    schema = folder / "s.xsd"
    schema.write_text(SCHEMA, "utf-8")
    return [
        (
            one.code,
            underlined(text, one),
            one.message,
            *one.help,
            *(fix.title for fix in one.fixes),
        )
        for one in lint(text, schema=schema)
    ]
