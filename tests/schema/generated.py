"""Small schemas with all that XSD 1.0 has, documents of them, and slips in these."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    Make = Callable[[], etree._Element]

URN, OTHER = "urn:t", "urn:o"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
WORDS = """
alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november
oscar papa quebec romeo sierra tango uniform victor whisky xray
"""
NAMES = WORDS.split()
OCCURS = (
    (1, 1, ""),
    (1, 1, ""),
    (0, 1, 'minOccurs="0"'),
    (0, 3, 'minOccurs="0" maxOccurs="unbounded"'),
    (1, 3, 'maxOccurs="unbounded"'),
    (2, 3, 'minOccurs="2" maxOccurs="3"'),
)
SIMPLE = {
    "xs:string": ("x", "yes"),
    "xs:int": ("1", "-7"),
    "xs:date": ("2020-02-03", "1999-12-31Z"),
    "xs:boolean": ("true", "0"),
    "xs:unsignedByte": ("0", "255"),
    "xs:gYearMonth": ("2020-01",),
    "xs:QName": ("t:x", "x"),
    "xs:anyURI": ("http://example.com/a",),
    "Colour": ("red", "green"),
    "Code": ("AB1", "XY9"),
    "Days": ("mon", "mon tue"),
    "Either": ("small", "12"),
    "Short": ("ab", "abcd"),
    "Rate": ("1.25", "99.99"),
    "Range": ("1", "9"),
    "Bytes": ("0aff",),
    "Tight": ("a b",),
}
TYPES = """
<xs:simpleType name="Colour"><xs:restriction base="xs:token">
  <xs:enumeration value="red"/><xs:enumeration value="green"/>
</xs:restriction></xs:simpleType>
<xs:simpleType name="Code"><xs:restriction base="xs:string">
  <xs:pattern value="[A-Z]{2}[0-9]"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Day"><xs:restriction base="xs:token">
  <xs:enumeration value="mon"/><xs:enumeration value="tue"/>
</xs:restriction></xs:simpleType>
<xs:simpleType name="Days"><xs:restriction>
  <xs:simpleType><xs:list itemType="Day"/></xs:simpleType>
  <xs:maxLength value="2"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Either"><xs:union memberTypes="xs:positiveInteger">
  <xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="small"/>
  </xs:restriction></xs:simpleType></xs:union></xs:simpleType>
<xs:simpleType name="Short"><xs:restriction base="xs:string">
  <xs:minLength value="2"/><xs:maxLength value="4"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Rate"><xs:restriction base="xs:decimal">
  <xs:totalDigits value="4"/><xs:fractionDigits value="2"/>
</xs:restriction></xs:simpleType>
<xs:simpleType name="Range"><xs:restriction base="xs:integer">
  <xs:minInclusive value="1"/><xs:maxExclusive value="10"/>
</xs:restriction></xs:simpleType>
<xs:simpleType name="Bytes"><xs:restriction base="xs:hexBinary">
  <xs:length value="2"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Tight"><xs:restriction base="xs:string">
  <xs:whiteSpace value="collapse"/><xs:pattern value="a b"/>
</xs:restriction></xs:simpleType>
<xs:complexType name="Base"><xs:sequence>
  <xs:element name="base" type="xs:int"/></xs:sequence></xs:complexType>
<xs:complexType name="More"><xs:complexContent><xs:extension base="Base">
  <xs:sequence><xs:element name="more" type="Code"/></xs:sequence>
  <xs:attribute name="level" type="xs:int"/>
</xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Ghost" abstract="true"><xs:complexContent>
  <xs:extension base="Base"/></xs:complexContent></xs:complexType>
<xs:element name="head" type="Base" abstract="true"/>
<xs:element name="first" type="Base" substitutionGroup="head"/>
<xs:element name="second" type="More" substitutionGroup="head"/>
<xs:element name="known" type="xs:int"/>
<xs:attribute name="global" type="xs:int"/>
<xs:group name="pair"><xs:sequence><xs:element name="key" type="xs:string"/>
  <xs:element name="value" type="xs:string"/></xs:sequence></xs:group>
"""


@dataclass
class Model:
    """A piece of a schema as it is written, and how what fits it is made."""

    xsd: str
    make: Callable[[], list[etree._Element]]


@dataclass
class Generator:
    """Makes one schema, and documents of it."""

    random: Random
    names: list[str] = field(default_factory=lambda: list(NAMES))
    qualified: bool = True
    xsd: str = ""
    fill: Callable[[etree._Element], object] = len

    def make(self) -> None:
        """Make a schema, `xsd`, and what fills the root of a document of it."""
        self.qualified = self.random.random() < 0.8
        self.random.shuffle(self.names)
        content, self.fill = self._complex(3)
        form = "qualified" if self.qualified else "unqualified"
        more = self._constraints()
        self.xsd = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
          xmlns="{URN}" xmlns:t="{URN}" targetNamespace="{URN}"
          elementFormDefault="{form}"><xs:element name="root">{content}{more}
          </xs:element>{TYPES}</xs:schema>"""

    def document(self) -> etree._Element:
        """Return a valid document."""
        root = etree.Element(f"{{{URN}}}root", nsmap={"t": URN, "xsi": XSI})
        self.fill(root)
        return root

    def _constraints(self) -> str:
        if self.random.random() < 0.7:
            return ""
        name, field_ = self.random.choice(
            (("t:known", "."), (".//t:known", "."), ("*", "@number"), ("*/*", "@kind"))
        )
        kind = self.random.choice(("unique", "key"))
        return f"""<xs:{kind} name="one"><xs:selector xpath="{name}"/>
          <xs:field xpath="{field_}"/></xs:{kind}>"""

    def _complex(self, depth: int) -> tuple[str, Callable[[etree._Element], None]]:
        """Return a complex type, and what fills an element of it."""
        mixed = self.random.random() < 0.15
        attributes = [self._attribute(n) for n in self._some(("number", "kind"))]
        kind = self.random.random()
        if kind < 0.1:
            model = Model("", list)
        elif kind < 0.2:
            model = self._all()
        else:
            model = self._group(depth)
        any_ = self.random.choice(("", "", '<xs:anyAttribute namespace="##other"/>'))
        xsd = (
            f'<xs:complexType mixed="{str(mixed).lower()}">{model.xsd}'
            f"{''.join(a for a, _ in attributes)}{any_}</xs:complexType>"
        )

        def fill(element: etree._Element) -> None:
            for _, set_ in attributes:
                set_(element)
            element.extend(model.make())
            if mixed and self.random.random() < 0.5:
                element.text = "some text"

        return xsd, fill

    def _some(self, names: tuple[str, ...]) -> list[str]:
        return [name for name in names if self.random.random() < 0.4]

    def _attribute(self, name: str) -> tuple[str, Callable[[etree._Element], None]]:
        kind = self.random.choice([t for t in SIMPLE if t != "xs:QName"])
        use = self.random.choice(("optional", "required"))
        fixed = self.random.random() < 0.1
        value = self.random.choice(SIMPLE[kind])
        more = f'fixed="{value}"' if fixed else ""

        def fill(element: etree._Element) -> None:
            if use == "required" or self.random.random() < 0.5:
                element.set(name, value if fixed else self._value(kind))

        return f'<xs:attribute name="{name}" type="{kind}" use="{use}" {more}/>', fill

    def _value(self, kind: str) -> str:
        return self.random.choice(SIMPLE[kind])

    def _all(self) -> Model:
        parts = [self._element(0, f) for f in (0, 1, 1)]
        xsd = "".join(part.xsd for part in parts)

        def make() -> list[etree._Element]:
            self.random.shuffle(parts)
            return [e for part in parts for e in part.make()]

        return Model(f"<xs:all>{xsd}</xs:all>", make)

    def _group(self, depth: int) -> Model:
        kind = self.random.choice(("sequence", "sequence", "choice"))
        count = self.random.randint(1, 4)
        parts = [self._particle(depth - 1) for _ in range(count)]
        least, most, written = self.random.choice(OCCURS)
        xsd = "".join(part.xsd for part in parts)

        def make() -> list[etree._Element]:
            found: list[etree._Element] = []
            for _ in range(self.random.randint(least, most)):
                chosen = parts if kind == "sequence" else [self.random.choice(parts)]
                found += [e for part in chosen for e in part.make()]
            return found

        return Model(f"<xs:{kind} {written}>{xsd}</xs:{kind}>", make)

    def _particle(self, depth: int) -> Model:
        kind = self.random.random()
        if kind < 0.15 and depth > 0:
            return self._group(depth)
        if kind < 0.25:
            return self._wildcard()
        if kind < 0.35:
            return self._head()
        if kind < 0.4:
            return self._pair()
        if kind < 0.45:
            return self._known()
        return self._element(depth)

    def _times(self, least: int, most: int, make: Make) -> list[etree._Element]:
        return [make() for _ in range(self.random.randint(least, most))]

    def _wildcard(self) -> Model:
        least, most, written = self.random.choice(OCCURS[:5])
        process = self.random.choice(("lax", "skip", "strict"))
        space = "##other" if process != "strict" else "##targetNamespace"

        def make() -> etree._Element:
            if process == "strict":
                return self._text(f"{{{URN}}}known", "xs:int")
            element = etree.Element(f"{{{OTHER}}}any", nsmap={"o": OTHER})
            element.append(self._text(f"{{{URN}}}known", "xs:int"))
            return element

        return Model(
            f'<xs:any namespace="{space}" processContents="{process}" {written}/>',
            lambda: self._times(least, most, make),
        )

    def _head(self) -> Model:
        least, most, written = self.random.choice(OCCURS[:5])

        def make() -> etree._Element:
            name = self.random.choice(("first", "second"))
            element = etree.Element(f"{{{URN}}}{name}")
            self._fill_base(element, more=name == "second")
            return element

        return Model(
            f'<xs:element ref="head" {written}/>',
            lambda: self._times(least, most, make),
        )

    def _fill_base(self, element: etree._Element, *, more: bool) -> None:
        element.append(self._text(self._local("base"), "xs:int"))
        if more:
            element.append(self._text(self._local("more"), "Code"))

    def _pair(self) -> Model:
        least, most, written = self.random.choice(OCCURS)

        def make() -> list[etree._Element]:
            return [
                self._text(self._local(name), "xs:string")
                for _ in range(self.random.randint(least, most))
                for name in ("key", "value")
            ]

        return Model(f'<xs:group ref="pair" {written}/>', make)

    def _known(self) -> Model:
        least, most, written = self.random.choice(OCCURS)
        return Model(
            f'<xs:element ref="known" {written}/>',
            lambda: self._times(
                least, most, lambda: self._text(f"{{{URN}}}known", "xs:int")
            ),
        )

    def _local(self, name: str) -> str:
        return f"{{{URN}}}{name}" if self.qualified else name

    def _text(self, tag: str, kind: str) -> etree._Element:
        element = etree.Element(tag)
        element.text = self._value(kind)
        return element

    def _element(self, depth: int, most: int | None = None) -> Model:
        """Return a local element of a name of its own."""
        name = self.names.pop() if self.names else f"n{self.random.randint(0, 10**9)}"
        least, times, written = self.random.choice(OCCURS[: 2 if most else None])
        if most == 0:
            least, times, written = OCCURS[2]
        tag = self._local(name)
        kind = self.random.random()
        if kind < 0.25 and depth > 0:
            content, fill = self._complex(depth - 1)

            def make() -> etree._Element:
                element = etree.Element(tag)
                fill(element)
                return element

            xsd = f'<xs:element name="{name}" {written}>{content}</xs:element>'
        elif kind < 0.35:
            xsd = f'<xs:element name="{name}" type="Base" {written}/>'

            def make() -> etree._Element:
                element = etree.Element(tag)
                more = self.random.random() < 0.5
                if more:
                    element.set(f"{{{XSI}}}type", "t:More")
                self._fill_base(element, more=more)
                return element

        else:
            xsd, make = self._simple(name, tag, written)
        return Model(xsd, lambda: self._times(least, times, make))

    def _simple(self, name: str, tag: str, written: str) -> tuple[str, Make]:
        kind = self.random.choice(list(SIMPLE))
        value = self._value(kind)
        traits = {"": 6, 'nillable="true"': 1, f'default="{value}"': 1}
        if kind != "xs:QName":
            traits[f'fixed="{value}"'] = 1
        (trait,) = self.random.choices(list(traits), list(traits.values()))

        def make() -> etree._Element:
            element = self._text(tag, kind)
            if "fixed" in trait:
                element.text = value
            if "nillable" in trait and self.random.random() < 0.5:
                element.text = None
                element.set(f"{{{XSI}}}nil", "true")
            return element

        return f'<xs:element name="{name}" type="{kind}" {trait} {written}/>', make


def slips(root: etree._Element, random: Random, count: int) -> etree._Element:
    """Return a copy of a document with some slips."""
    changed = copy.deepcopy(root)
    for _ in range(count):
        element = random.choice(list(changed.iter("*")))
        random.choice(_SLIPS)(element, random)
    return changed


def _take_away(element: etree._Element, random: Random) -> None:
    del random
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _double(element: etree._Element, random: Random) -> None:
    del random
    if element.getparent() is not None:
        element.addnext(copy.deepcopy(element))


def _move(element: etree._Element, random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        parent.insert(random.randint(0, len(parent)), element)


def _rename(element: etree._Element, random: Random) -> None:
    local = element.tag.rpartition("}")[2]
    name = random.choice(("known", "head", "first", "zulu", local))
    element.tag = f"{{{random.choice((URN, OTHER))}}}{name}"


def _misspell(element: etree._Element, random: Random) -> None:
    del random
    element.tag = f"{element.tag}x"


def _set_text(element: etree._Element, random: Random) -> None:
    element.text = random.choice(
        ("", " ", "x", "-1", "999", "AB1 ", "mon tue mon", "1.255")
    )


def _add_text_after(element: etree._Element, random: Random) -> None:
    if element.getparent() is not None:
        element.tail = random.choice((" ", "text"))


def _set_attribute(element: etree._Element, random: Random) -> None:
    name = random.choice(
        (
            "number",
            "numbr",
            "kind",
            f"{{{URN}}}global",
            f"{{{OTHER}}}a",
            f"{{{URN}}}kind",
        )
    )
    element.set(name, random.choice(("x", "1", "red", "")))


def _set_type(element: etree._Element, random: Random) -> None:
    names = ("t:Base", "t:More", "t:Ghost", "t:Mroe", "Base", "xs:int", "t:Code")
    element.set(f"{{{XSI}}}type", random.choice(names))


def _set_nil(element: etree._Element, random: Random) -> None:
    element.set(f"{{{XSI}}}nil", random.choice(("true", "false", "1", "yes")))


def _drop_attributes(element: etree._Element, random: Random) -> None:
    del random
    element.attrib.clear()


def _add_child(element: etree._Element, random: Random) -> None:
    name = random.choice(("known", "first", "zulu", "key"))
    child = etree.Element(f"{{{random.choice((URN, OTHER))}}}{name}")
    child.text = random.choice(("1", "x", None))
    element.insert(random.randint(0, len(element)), child)


_SLIPS = (
    _take_away,
    _double,
    _move,
    _rename,
    _misspell,
    _set_text,
    _add_text_after,
    _set_attribute,
    _set_type,
    _set_nil,
    _drop_attributes,
    _add_child,
)


def documents(
    random: Random, valid: Make, count: int
) -> Iterator[tuple[etree._Element, int]]:
    """Yield valid documents, and ones with one to four slips: how many these are."""
    for _ in range(count):
        root = valid()
        for number in (0, 1, random.randint(2, 4)):
            # As a parser gives it, with the prefixes where they are declared.
            yield etree.fromstring(etree.tostring(slips(root, random, number))), number
