"""Documents of a schema: one fault, again and again, among siblings or in depth."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from repeated import repeated_to

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:shop"
 xmlns:s="urn:shop" targetNamespace="urn:shop" elementFormDefault="qualified">
 <xs:element name="shop" type="List">
  <xs:key name="keys">
   <xs:selector xpath=".//s:key"/><xs:field xpath="@n"/>
  </xs:key>
  <xs:keyref name="tos" refer="keys">
   <xs:selector xpath=".//s:to"/><xs:field xpath="@n"/>
  </xs:keyref>
 </xs:element>
 <xs:complexType name="List">
  <xs:choice minOccurs="0" maxOccurs="unbounded">
   <xs:element name="list" type="List"/>
   <xs:element name="item">
    <xs:complexType><xs:attribute name="code" use="required"/></xs:complexType>
   </xs:element>
   <xs:element name="colour">
    <xs:simpleType><xs:restriction base="xs:string">
     <xs:enumeration value="red"/><xs:enumeration value="green"/>
    </xs:restriction></xs:simpleType>
   </xs:element>
   <xs:element name="article">
    <xs:simpleType><xs:restriction base="xs:string">
     <xs:pattern value="[A-Z]{2}[0-9]+"/>
    </xs:restriction></xs:simpleType>
   </xs:element>
   <xs:element name="count" type="xs:integer"/>
   <xs:element name="day" type="xs:date"/>
   <xs:element name="pair" type="Pair"/>
   <xs:element name="parcel">
    <xs:complexType><xs:sequence>
     <xs:element name="from"/><xs:element name="by"/><xs:element name="till"/>
     <xs:element name="box" minOccurs="0">
      <xs:complexType><xs:sequence>
       <xs:element name="thing" maxOccurs="9"/>
      </xs:sequence></xs:complexType>
     </xs:element>
     <xs:element name="card" minOccurs="0">
      <xs:complexType mixed="true"><xs:sequence>
       <xs:element name="wish" maxOccurs="9"/>
      </xs:sequence></xs:complexType>
     </xs:element>
    </xs:sequence></xs:complexType>
   </xs:element>
   <xs:element name="facts">
    <xs:complexType><xs:all>
     <xs:element name="first" type="xs:string"/>
     <xs:element name="second" type="xs:string" minOccurs="0"/>
    </xs:all></xs:complexType>
   </xs:element>
   <xs:element name="rows">
    <xs:complexType><xs:sequence maxOccurs="unbounded">
     <xs:element name="first" type="xs:string"/>
     <xs:element name="second" type="xs:string"/>
    </xs:sequence></xs:complexType>
   </xs:element>
   <xs:element name="few">
    <xs:complexType><xs:choice maxOccurs="100">
     <xs:element name="first" type="xs:string"/>
     <xs:element name="second" type="xs:string"/>
    </xs:choice></xs:complexType>
   </xs:element>
   <xs:element name="rounds">
    <xs:complexType><xs:sequence maxOccurs="unbounded">
     <xs:choice minOccurs="3" maxOccurs="40">
      <xs:element name="first" type="xs:string"/>
      <xs:element name="second" type="xs:string"/>
     </xs:choice>
     <xs:element name="third" type="xs:string"/>
    </xs:sequence></xs:complexType>
   </xs:element>
   <xs:element name="order">
    <xs:complexType><xs:sequence><xs:element name="lines">
     <xs:complexType><xs:sequence>
      <xs:element name="line" type="xs:string" maxOccurs="unbounded"/>
     </xs:sequence></xs:complexType>
    </xs:element></xs:sequence></xs:complexType>
   </xs:element>
   <xs:element name="key">
    <xs:complexType><xs:attribute name="n" type="xs:token"/></xs:complexType>
   </xs:element>
   <xs:element name="to">
    <xs:complexType><xs:attribute name="n" type="xs:token"/></xs:complexType>
   </xs:element>
   <xs:element name="id">
    <xs:complexType>
     <xs:attribute name="n" type="xs:ID"/><xs:attribute name="to" type="xs:IDREF"/>
    </xs:complexType>
   </xs:element>
   <xs:element name="empty" nillable="true"><xs:complexType/></xs:element>
   <xs:element name="note" type="xs:string"/>
   <xs:element ref="shelf"/>
   <xs:element name="prose">
    <xs:complexType mixed="true">
     <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="em" type="xs:string"/>
     </xs:choice>
    </xs:complexType>
   </xs:element>
   <xs:element ref="vehicle"/>
   <xs:element name="strict">
    <xs:complexType><xs:sequence>
     <xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType>
   </xs:element>
   <xs:element name="lax">
    <xs:complexType><xs:sequence>
     <xs:any namespace="##any" processContents="lax" minOccurs="0"
      maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType>
   </xs:element>
  </xs:choice>
  <xs:attribute name="name"/>
 </xs:complexType>
 <xs:element name="shelf">
  <xs:complexType>
   <xs:choice minOccurs="0" maxOccurs="unbounded">
    <xs:element ref="shelf"/>
    <xs:element name="volume">
     <xs:complexType><xs:attribute name="n" type="xs:token"/></xs:complexType>
    </xs:element>
   </xs:choice>
  </xs:complexType>
  <xs:key name="volumes">
   <xs:selector xpath=".//s:volume"/><xs:field xpath="@n"/>
  </xs:key>
 </xs:element>
 <xs:complexType name="Pair">
  <xs:sequence>
   <xs:element name="first" type="xs:string"/>
   <xs:element name="second" type="xs:string"/>
   <xs:element name="third" type="xs:string" minOccurs="0"/>
  </xs:sequence>
 </xs:complexType>
 <xs:element name="vehicle" type="Vehicle" abstract="true"/>
 <xs:element name="car" type="Vehicle" substitutionGroup="vehicle"/>
 <xs:element name="lorry" substitutionGroup="car">
  <xs:complexType><xs:complexContent><xs:extension base="Vehicle">
   <xs:sequence><xs:element name="load" type="xs:integer"/></xs:sequence>
  </xs:extension></xs:complexContent></xs:complexType>
 </xs:element>
 <xs:complexType name="Vehicle">
  <xs:sequence><xs:element name="wheels" type="xs:integer"/></xs:sequence>
 </xs:complexType>
</xs:schema>"""
# Each assert fails wherever its rule has a node.
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
 <ns prefix="s" uri="urn:shop"/>
 <pattern>
  <rule context="s:note"><assert test=". = 'x'">note <value-of select="."/></assert>
  </rule>
  <rule context="s:count[. &gt; 1]"><report test="true()">count</report></rule>
  <rule context="s:item"><assert test="preceding-sibling::*[1]/@code = @code"
   diagnostics="d">item</assert></rule>
  <rule context="s:first"><assert test="../s:third">first</assert></rule>
  <rule context="@n"><assert test="starts-with(., 'n')">n</assert></rule>
 </pattern>
 <diagnostics><diagnostic id="d">code <value-of select="@code"/></diagnostic>
 </diagnostics>
</schema>"""

_ROOT = ('<shop xmlns="urn:shop">', "</shop>")
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# `¤` becomes a number of its own in each piece.
FAULTS = {
    "nothing": '<item code="1"/>',
    "missing attribute": "<item/>",
    "unknown attribute": '<item code="1" size="2"/>',
    "misspelt attribute": '<item cod="1"/>',
    "unknown element": "<zebra/>",
    "unknown elements": "<zebra¤/>",
    "misspelt element": "<nota>x</nota>",
    "foreign element": '<x xmlns="urn:x¤"/>',
    "no namespace": '<note xmlns="">x</note>',
    "enumeration": "<colour>bleu</colour>",
    "enumeration misspelt": "<colour>rde</colour>",
    "pattern": "<article>A¤</article>",
    "integer": "<count>x¤</count>",
    "date": "<day>2010-13-0¤</day>",
    "padded date": "<day> 2010-12-01 </day>",
    "child of another": "<first>x</first>",
    "lines without wrapper": "<line>x</line>",
    "misplaced": "<pair><second/><first/></pair>",
    "duplicate": "<pair><first/><first/><second/></pair>",
    "duplicate with a fault": "<pair><first/><first a='1'/><second/></pair>",
    "missing child": "<pair><first/></pair>",
    "missing children": "<pair/>",
    "misspelt child": "<pair><frist/><second/></pair>",
    "unknown child": "<pair><first/><zebra/><second/></pair>",
    "nothing in parcels": "<parcel/>",
    "parcels reversed": "<parcel><till/><by/><from/></parcel>",
    "parcels swapped": "<parcel><by/><from/><till/></parcel>",
    "parcels misspelt and moved": "<parcel><till/><form/><by/></parcel>",
    "parcels in their own": "<parcel><parcel><from/><by/><till/></parcel></parcel>",
    "unknown wrapper": "<parcel><zebra><from/><by/><till/></zebra></parcel>",
    "box lost": "<parcel><from/><by/><till/><thing/><thing/></parcel>",
    "box and more": "<parcel><from/><by/><till/><box><thing/></box><thing/></parcel>",
    "box ended early": "<parcel><from/><by/><till/><box></box><thing/></box></parcel>",
    "box without start": "<parcel><from/><by/><till/><thing/></box></parcel>",
    "card lost": "<parcel><from/><by/><till/>x<wish/>x<wish/>x</parcel>",
    "missing in all": "<facts><second/></facts>",
    "duplicate in all": "<facts><first/><first/></facts>",
    "missing wrapper": "<order><line>x</line></order>",
    "empty order": "<order/>",
    "text in element": "<pair>x<first/><second/></pair>",
    "child in text": "<note>x<em>y</em></note>",
    "unknown in mixed": "<prose>x<b>y</b></prose>",
    "keys equal": '<key n="1"/>',
    "keys equal in pairs": '<key n="n¤"/><key n="n¤"/>',
    "key without field": "<key/>",
    "keyref": '<to n="n¤"/>',
    "ids equal": '<id n="a"/>',
    "idref": '<id to="a¤"/>',
    "abstract": "<vehicle><wheels>4</wheels></vehicle>",
    "value in substitute": "<car><wheels>x</wheels></car>",
    "missing in substitute": "<lorry><wheels>4</wheels></lorry>",
    "xsi:type unknown": f'<car xmlns:i="{_XSI}" i:type="T¤"/>',
    "xsi:type other": f'<car xmlns:i="{_XSI}" i:type="Pair"/>',
    "xsi:nil": f'<note xmlns:i="{_XSI}" i:nil="true"/>',
    "content of nil": f'<empty xmlns:i="{_XSI}" i:nil="true">x</empty>',
    "strict wildcard": '<strict><x xmlns="urn:x"/></strict>',
    "value in wildcard": "<strict><car><wheels>x</wheels></car></strict>",
    "value in lax": "<lax><y><car><wheels>x</wheels></car></y></lax>",
    "unclosed": "<note>x",
    "unclosed deep": "<pair><first>x",
    "closed wrongly": "<note>x</nota>",
    "end tag alone": "</note>",
    "unquoted": "<item code=1/>",
    "prefix": "<s:note>x</s:note>",
    "&": "<note>a & b</note>",
    "<": "<note>a < b</note>",
    "& alone": "& ",
    "< alone": "< ",
    "&nbsp;": "<note>&nbsp;</note>",
    "text": "x ",
}
# What is wrong in a parent that has its children in an order or once each.
_ROWS = {
    "first without second": "<first/>",
    "second without first": "<second/>",
    "one doubled": "<first/><first/><second/>",
    "order": "<second/><first/>",
    "misspelt": "<frist/><second/>",
    "unknown": "<zebra/>",
    "of a parent": "<note/>",
    "text": "<first/>x<second/>",
    "attribute": '<first a="¤"/>',
}
_ROWS_IN = ("rows", "pair", "facts", "lines", "few", "rounds")
# What is wrong in parents of which each has a key of all that is in it.
_VOLUMES = {
    "equal": '<volume n="1"/>',
    "equal in pairs": '<volume n="n¤"/><volume n="n¤"/>',
    "without field": "<volume/>",
    "none": '<volume n="n¤"/>',
}
_SHELVES = ("shelves", "shelf")
# Faults of documents that the schema accepts.
_ASSERTED = {
    "note": "<note>y</note>",
    "count": "<count>¤0</count>",
    "item": '<item code="¤"/>',
    "first": "<pair><first/><second/></pair>",
    "attribute": '<key n="¤"/>',
}
_PLACES = ("siblings", "nested", "chains", "apart")
# Almost as deep as libxml2 lets a document be.
_CHAIN = 2_000


def names() -> Iterator[str]:
    """Yield the names of all inputs: a fault and where it stands."""
    for what, where in (
        (FAULTS, _PLACES),
        (_ROWS, _ROWS_IN),
        (_VOLUMES, _SHELVES),
        (_ASSERTED, tuple(f"{place} asserted" for place in _PLACES)),
    ):
        for fault in what:
            for place in where:
                yield f"{fault} | {place}"


def options(name: str) -> tuple[tuple[str, str], ...]:
    """Return the options that check an input, each with the text of its file."""
    schema = ("--schema", SCHEMA)
    return (schema, ("--schematron", RULES)) if "asserted" in name else (schema,)


def document(name: str, size: int) -> bytes:
    """Return an input's document of about as many bytes."""
    fault, _, where = name.partition(" | ")
    place, _, is_asserted = where.partition(" ")
    of = _ASSERTED if is_asserted else _ROWS if place in _ROWS_IN else FAULTS
    of = _VOLUMES if place in _SHELVES else of
    before, after = _ROOT
    if place in _ROWS_IN:
        outer = ("order", "lines") if place == "lines" else (place,)
        before += "".join(f"<{one}>" for one in outer)
        after = "".join(f"</{one}>" for one in reversed(outer)) + after
    return f"{before}{''.join(_placed(of[fault], place, size))}{after}".encode()


def _placed(fault: str, place: str, size: int) -> Iterator[str]:
    """Yield what stands in the root."""
    if place in {"nested", "chains"}:
        opened = repeated_to(f"<list>{fault}", size // 2)
        yield from _closed(opened, size if place == "nested" else _CHAIN)
    elif place in _SHELVES:
        opened = repeated_to(f"<shelf>{fault * 8}", size)
        yield from _closed(opened, _CHAIN if place == "shelves" else 1, "</shelf>")
    else:
        in_own = f"<list>{fault}</list>" if place == "apart" else fault
        yield from repeated_to(in_own, size)


def _closed(opened: Iterator[str], depth: int, end: str = "</list>") -> Iterator[str]:
    """Yield what begins with a start tag each, closed when so many are open."""
    while found := list(islice(opened, depth)):
        yield from found
        yield end * len(found)
