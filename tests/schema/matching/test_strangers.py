"""What strange names mean, in parents whose children come in any order or in one."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schema.explain.explain import explain
from ctct_lint.schema.matching import aliases, compared, meant, strangers
from ctct_lint.schema.schema import Schema

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="shop"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="all"><xs:complexType><xs:all>
        <xs:element name="street" minOccurs="0"/>
        <xs:element name="streets" minOccurs="0"/>
        <xs:element name="line1" minOccurs="0"/>
        <xs:element name="line2" minOccurs="0"/>
        <xs:element name="owner" minOccurs="0"><xs:complexType><xs:sequence>
          <xs:element name="owners" minOccurs="0"><xs:complexType><xs:sequence>
            <xs:element name="name" minOccurs="0"/>
          </xs:sequence></xs:complexType></xs:element>
        </xs:sequence></xs:complexType></xs:element>
      </xs:all></xs:complexType></xs:element>
      <xs:element name="row"><xs:complexType><xs:sequence>
        <xs:element name="street" minOccurs="0"/>
        <xs:element name="town" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:choice>
  </xs:complexType></xs:element>
</xs:schema>"""


def told(content: str, schema: Schema) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the kind, the subject and what is expected of each fault."""
    root = etree.fromstring(f"<shop>{content}</shop>")
    return [(f.kind, f.subject, f.expected) for f in explain(root, schema).faults]


@pytest.mark.parametrize(
    ("children", "fault"),
    [
        ("<stret/>", ("misspelt-element", "stret", ("street",))),
        ("<stret/><street/>", ("misspelt-element", "stret", ("streets",))),
        ("<stret/><street/><streets/>", ("unknown-element", "stret", ())),
        ("<line3/>", ("unknown-element", "line3", ())),
        ("<line3/><street/>", ("unknown-element", "line3", ())),
        ("<zebra/>", ("unknown-element", "zebra", ())),
        ("<owners><name/></owners>", ("misplaced-element", "owners", ("owner",))),
    ],
)
def test_stranger_is_meant_for_what_is_close_and_lacks(
    children: str, fault: tuple[str, str, tuple[str, ...]], compiled: Schema
) -> None:
    assert told(f"<all>{children}</all>", compiled) == [fault]


def test_two_strangers_are_not_meant_for_the_same(compiled: Schema) -> None:
    assert told("<all><stret/><sreet/><steet/></all>", compiled) == [
        ("misspelt-element", "stret", ("street",)),
        ("misspelt-element", "sreet", ("streets",)),
        ("unknown-element", "steet", ()),
    ]


@pytest.mark.parametrize(
    ("parent", "module", "times"), [("all", aliases, 1), ("row", meant, 3)]
)
def test_name_is_compared_once_however_often_it_stands(
    parent: str,
    module: object,
    times: int,
    compiled: Schema,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    closest = aliases.closest
    monkeypatch.setattr(
        module, "closest", lambda name, all_: asked.append(name) or closest(name, all_)
    )

    faults = told(f"<{parent}><stret/></{parent}>" * 50, compiled)

    assert faults == [("misspelt-element", "stret", ("street",))] * 50
    assert asked == ["stret"] * times


@pytest.mark.parametrize("parent", ["all", "row"])
def test_after_very_many_names_the_next_are_only_unknown(
    parent: str, compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compared, "_MOST", 6)
    names = ("zebra", "stret", "yak", "stret", "sreet")
    content = "".join(f"<{parent}><{name}/></{parent}>" for name in names)

    faults = told(content, compiled)

    assert faults == [
        ("unknown-element", "zebra", ()),
        ("misspelt-element", "stret", ("street",)),
        ("unknown-element", "yak", ()),
        ("misspelt-element", "stret", ("street",)),
        ("unknown-element", "sreet", ()),
    ]


def test_what_names_mean_is_forgotten_when_it_is_too_much(
    compiled: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strangers, "_MOST_REMEMBERED", 2)
    names = ("stret", "zebra", "sreet", "stret")

    faults = [told(f"<all><{name}/></all>", compiled) for name in names]

    misspelt, unknown = "misspelt-element", "unknown-element"
    assert faults == [
        [(misspelt, "stret", ("street",))],
        [(unknown, "zebra", ())],
        [(misspelt, "sreet", ("street",))],
        [(misspelt, "stret", ("street",))],
    ]
