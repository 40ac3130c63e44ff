"""What is offered where a schema has what few have."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from editing.marked import cut, labels, results

from ctct_lint.editing.completion.complete import complete
from ctct_lint.editing.completion.item import Rank
from ctct_lint.editing.hover import hover
from ctct_lint.profiles.xsd import XsdProfile
from ctct_lint.schema.components.components import Components
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.user_schema import UserSchema

PARCELS = XsdProfile("parcels", str(Path(__file__).with_name("parcels.xsd")))


def parcel(children: str) -> str:
    return f'<parcel xmlns="urn:parcels" version="1.0">{children}</parcel>'


def required(document: str) -> list[str]:
    found = complete(*cut(document), PARCELS)
    return [item.label for item in found if item.rank is Rank.REQUIRED]


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ("|", ["foil", "paper"]),
        ("<foil/>|", ["stamp"]),
        ("<foil/><stamp/>|", ["receiver", "sender"]),
        ("<foil/><stamp/><sender>|</sender>", ["name", "town"]),
        (
            "<foil/><stamp/><receiver/><contents>|</contents>",
            ["foil", "paper", "weight"],
        ),
        ("<foil/><stamp/><receiver/><contents><foil/>|</contents>", ["weight"]),
        ("<foil/><stamp/><receiver/><contents/>|", ["sold", "customs"]),
        ("<foil/><stamp>|</stamp>", ["paid"]),
    ],
)
def test_what_is_abstract_is_not_offered(children: str, expected: list[str]) -> None:
    assert labels(parcel(children), PARCELS) == expected


def test_a_content_that_may_lack_requires_nothing_until_it_is_begun() -> None:
    start = "<foil/><stamp/><sender>"
    assert required(parcel(f"{start}|</sender>")) == []
    assert required(parcel(f"{start}<town/>|</sender>")) == ["name"]


def test_what_is_required_of_other_documents_is_not_of_these() -> None:
    assert required(parcel("<foil/><stamp/><receiver/><contents/>|")) == []


def test_an_element_is_written_with_what_stands_for_an_abstract_one() -> None:
    found = results("|", PARCELS)
    assert list(found) == ["parcel", "paper", "foil"]
    assert (
        found["parcel"]
        == """\
<parcel xmlns="urn:parcels" version="1.0">
  <foil>$1</foil>
  <stamp>${2:paid}</stamp>
  <receiver>$3</receiver>
  <contents>
    <foil>$4</foil>
    <weight>$5</weight>
  </contents>
</parcel>"""
    )


_XSD = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'


@pytest.mark.parametrize(
    ("spaces", "attribute", "written"),
    [
        ('xmlns:o="urn:o"', "o:h", ' o:h="$1"'),
        ("", "o:h", ' xmlns:ns="urn:o" ns:h="$1"'),
        ("", "xml:lang", ' xml:lang="$1"'),
    ],
)
def test_a_required_attribute_of_a_namespace_is_written_with_its_prefix(
    tmp_path: Path, spaces: str, attribute: str, written: str
) -> None:
    """The element that is offered is complete and well-formed as it stands."""
    other = '<xs:attribute name="h" type="xs:string"/>'
    schema = f"""<xs:schema {_XSD} xmlns:o="urn:o">
  <xs:import namespace="urn:o" schemaLocation="o.xsd"/>
  <xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="w"><xs:complexType>
      <xs:attribute ref="{attribute}" use="required"/>
      <xs:attribute name="k" use="required"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
    path = tmp_path / "s.xsd"
    path.write_text(schema)
    (tmp_path / "o.xsd").write_text(
        f'<xs:schema {_XSD} targetNamespace="urn:o">{other}</xs:schema>'
    )
    start = f"<r {spaces}>"
    found = results(f"{start}|</r>", XsdProfile("s", str(path)))
    assert found["w"] == f'{start}<w{written} k="$2"/></r>'


def test_the_fixed_value_is_told() -> None:
    document = parcel("<foil/><sta|mp/>")
    found = hover(*cut(document), PARCELS)
    assert found is not None
    assert "- `paid`" in found.text


def test_a_schema_that_is_still_compiled_is_waited_for() -> None:
    """The server lints in one thread and completes in another."""
    found: list[Schema | None] = []
    other = Thread(target=lambda: found.append(schema.compiled(NO_FACTS)))

    class Meanwhile:
        def find(self, fingerprint: str) -> None:
            """Let another thread ask for the schema that is not there yet."""
            del fingerprint
            other.start()

        def keep(self, fingerprint: str, components: Components) -> None:
            """Keep nothing."""

    schema = UserSchema(PARCELS.schema.path, "", Meanwhile())
    made = schema.compiled(NO_FACTS)
    other.join()
    assert made is not None
    assert found == [made]
