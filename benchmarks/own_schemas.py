"""Hostile documents with schemas of their own: wide, ambiguous, with many keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from repeated import repeated_to

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:s"
 xmlns:s="urn:s" targetNamespace="urn:s" elementFormDefault="qualified">{}
</xs:schema>"""
_ROOT = '<r xmlns="urn:s">', "</r>"
_KEYS = 10


class Shape(NamedTuple):
    """A schema, what is repeated in the root of a document, and what is around it."""

    schema: str
    piece: str
    before: str = ""
    after: str = ""


def _element(name: str, content: str, more: str = "") -> str:
    return f'<xs:element name="{name}" {more}>{content}</xs:element>'


def _complex(content: str) -> str:
    return f"<xs:complexType>{content}</xs:complexType>"


def _text(name: str, most: str = "") -> str:
    return f'<xs:element name="{name}" type="xs:string" {most}/>'


def _rooted(content: str, beside: str = "") -> str:
    return _SCHEMA.format(beside + _element("r", _complex(content)))


def _in_parents(content: str) -> str:
    parent = _element("p", _complex(content), 'maxOccurs="unbounded"')
    return _rooted(f"<xs:sequence>{parent}</xs:sequence>")


def _values(name: str, simple_type: str) -> str:
    value = f'<xs:element name="v" type="{name}" maxOccurs="unbounded"/>'
    return _rooted(f"<xs:sequence>{value}</xs:sequence>", simple_type)


def _restriction(name: str, facets: str) -> str:
    body = f'<xs:restriction base="xs:string">{facets}</xs:restriction>'
    return f'<xs:simpleType name="{name}">{body}</xs:simpleType>'


def _names(letter: str, number: int, most: str = "") -> str:
    return "".join(_text(f"{letter}{n}", most) for n in range(number))


def _keys() -> str:
    attributes = '<xs:attribute name="a"/><xs:attribute name="b"/>'
    value = _element("v", _complex(attributes), 'maxOccurs="unbounded"')
    body = _complex(f"<xs:sequence>{value}</xs:sequence>")
    fields = '<xs:field xpath="@a"/><xs:field xpath="@b"/>'
    swapped = '<xs:field xpath="@b"/><xs:field xpath="@a"/>'
    for n in range(_KEYS):
        body += f'<xs:key name="k{n}"><xs:selector xpath=".//s:v"/>{fields}</xs:key>'
        body += f'<xs:keyref name="f{n}" refer="k{n}"><xs:selector xpath="s:v"/>'
        body += f"{swapped}</xs:keyref>"
    return _SCHEMA.format(_element("r", body))


def _union() -> str:
    types = (
        _restriction(
            f"T{n}", "".join(f'<xs:enumeration value="v{n}x{k}"/>' for k in range(20))
        )
        for n in range(200)
    )
    members = " ".join(f"T{n}" for n in range(200))
    union = f'<xs:simpleType name="U"><xs:union memberTypes="{members}"/>'
    return _values("U", f"{''.join(types)}{union}</xs:simpleType>")


def _pattern(pattern: str) -> str:
    return _values("P", _restriction("P", f'<xs:pattern value="{pattern}"/>'))


_CHOICE = f'<xs:choice maxOccurs="unbounded">{_names("e", 1000)}</xs:choice>'
_WIDE = f"<xs:sequence>{_names('e', 300)}</xs:sequence>"
_OPTIONAL = f"""<xs:sequence>{_names("e", 1000, 'minOccurs="0"')}</xs:sequence>"""
_MANY = 'minOccurs="5000" maxOccurs="5000"'
_NEEDED = "".join(f'<xs:attribute name="n{n}" use="required"/>' for n in range(300))
_ANY = f"<xs:all>{_names('e', 60)}</xs:all>"
SHAPES = {
    "choice of 1000, unknown": Shape(_rooted(_CHOICE), "<x¤/>"),
    "choice of 1000, in strangers": Shape(_rooted(_CHOICE), "<x><e7/></x>"),
    "1000 optional, backwards": Shape(_rooted(_OPTIONAL), "<e9/><e7/><e5/>"),
    "300 in parents, none": Shape(_in_parents(_WIDE), "<p/>"),
    "300 in parents, one": Shape(_in_parents(_WIDE), "<p><e7/></p>"),
    "300 in parents, misspelt": Shape(_in_parents(_WIDE), "<p><f7/></p>"),
    "5000 in parents, unknown": Shape(
        _in_parents(f"<xs:sequence>{_text('a', _MANY)}</xs:sequence>"), "<p><z/></p>"
    ),
    "all of 60, one": Shape(_in_parents(_ANY), "<p><e7/></p>"),
    "300 attributes, none": Shape(
        _in_parents(_NEEDED).replace('name="p"', 'name="v"'), "<v/>"
    ),
    "union of 200, numbers": Shape(_union(), "<v>v¤x9x</v>"),
    "pattern of repetitions": Shape(
        _pattern("(a|b|ab)*c(a?){20}"), f"<v>{'ab' * 20}</v>"
    ),
    "pattern of repetitions, distinct": Shape(
        _pattern("(a|b|ab)*c(a?){20}"), f"<v>{'ab' * 20}¤</v>"
    ),
    "pattern of repetitions, long": Shape(
        _pattern("(a|b|ab)*c(a?){20}"), "ab", "<v>", "</v>"
    ),
    "keys, unequal": Shape(_keys(), '<v a="¤" b="x¤"/>'),
    "keys, equal": Shape(_keys(), '<v a="1" b="2"/>'),
    "keys, none": Shape(_keys(), "<v/>"),
}


def names() -> Iterator[str]:
    """Yield the names of all inputs."""
    yield from SHAPES


def options(name: str) -> tuple[tuple[str, str], ...]:
    """Return the options that check an input, each with the text of its file."""
    return (("--schema", SHAPES[name].schema),)


def document(name: str, size: int) -> bytes:
    """Return an input's document of about as many bytes."""
    _, piece, before, after = SHAPES[name]
    start, end = _ROOT
    pieces = "".join(repeated_to(piece, size))
    return f"{start}{before}{pieces}{after}{end}".encode()
