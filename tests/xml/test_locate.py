"""Every part of an element is found exactly where the file has it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.model import place as places
from ctct_lint.model.place import Part, Place
from ctct_lint.text.span import Span
from ctct_lint.xml.locate.locate import Locator


def parse(text: str) -> etree._Element:
    """Parse a text as the linter does, so that trees have elements only."""
    parser = etree.XMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, resolve_entities=False
    )
    return etree.fromstring(text.encode(), parser)


def element_named(root: etree._Element, name: str) -> etree._Element:
    return next(e for e in root.iter() if etree.QName(e).localname == name)


def located(text: str, place: Place) -> tuple[int, str]:
    """Return where the place starts, and the characters that it covers."""
    assert place.element is not None
    root = place.element.getroottree().getroot()
    start, end = Locator(text, root, [place]).span(place)
    return start, text[start:end]


def found(text: str, part: Part, name: str = "e", **more: object) -> tuple[int, str]:
    """Ask for a part of the first element of that name."""
    element = element_named(parse(text), name)
    return located(text, Place(part, element, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("<e>v</e>", Part.NAME, (1, "e")),
        ("<p:e xmlns:p='u'>v</p:e>", Part.NAME, (1, "p:e")),
        ("<e/>", Part.NAME, (1, "e")),
        ("<r><!-- <e> --><e/></r>", Part.NAME, (16, "e")),
        ("<r><![CDATA[<e></e>]]><e/></r>", Part.NAME, (23, "e")),
        ("<?p <e> ?><!-- <e> --><r a='>'><e/></r><!-- <e> -->", Part.NAME, (32, "e")),
        ("<r>\U0001f4a9\t\r\n\r<e/></r>", Part.NAME, (9, "e")),
        ("<r>" + "\n" * 70_000 + "<e/></r>", Part.NAME, (70_004, "e")),
        ("<r>" + "<a/>" * 20_000 + "<e/></r>", Part.NAME, (80_004, "e")),
        ("<e>v</e >", Part.END_NAME, (6, "e")),
        ("<p:e xmlns:p='u'></p:e\r\n>", Part.END_NAME, (19, "p:e")),
        ("<r><e /></r>", Part.END_NAME, (4, "e")),
        ("<e a='b'/>", Part.AFTER_NAME, (2, "")),
        ("<p:e xmlns:p='u'/>", Part.AFTER_NAME, (4, "")),
        ("<e>v</e>", Part.VALUE, (3, "v")),
        ("<e> \r\n\tv w\t\r\n </e>", Part.VALUE, (7, "v w")),
        ("<e>\rv\r</e>", Part.VALUE, (4, "v")),
        ("<e>a&amp;b</e>", Part.VALUE, (3, "a&amp;b")),
        ("<e>&#32;&lt;&#9;</e>", Part.VALUE, (8, "&lt;")),
        ("<e><![CDATA[ v ]]></e>", Part.VALUE, (13, "v")),
        ("<e> <!-- c -->v<!-- d --> </e>", Part.VALUE, (14, "v")),
        ("<e>v<!-- c -->w</e>", Part.VALUE, (3, "v<!-- c -->w")),
        ("<e>v<?p x?> <![CDATA[w]]></e>", Part.VALUE, (3, "v<?p x?> <![CDATA[w")),
        ("<e>\U0001f4a9é</e>", Part.VALUE, (3, "\U0001f4a9é")),
        ("<e>v<c>w</c>x</e>", Part.VALUE, (3, "v")),
        ("<e\n a='>'\n>v</e>", Part.VALUE, (11, "v")),
        ("<e> v <c/></e>", Part.BEFORE_VALUE, (4, "")),
        ("<e> v w <c/></e>", Part.AFTER_VALUE, (7, "")),
        ("<r><e/> v </r>", Part.BEFORE_TAIL, (8, "")),
        ("<r><e>x</e> v\n</r>", Part.AFTER_TAIL, (13, "")),
        ("<r><e/> <![CDATA[v]]> </r>", Part.BEFORE_TAIL, (8, "")),
        ("<r><e/> <![CDATA[v]]> </r>", Part.AFTER_TAIL, (21, "")),
        ("<r><e/> </r>", Part.AFTER_TAIL, (4, "e")),
        ("<e></e>", Part.VALUE, (1, "e")),
        ("<e/>", Part.VALUE, (1, "e")),
        ("<e> \r\n</e>", Part.VALUE, (1, "e")),
        ("<e><!-- c --></e>", Part.VALUE, (1, "e")),
        ("<e><c>w</c>x</e>", Part.VALUE, (1, "e")),
        ("<e>&#160;</e>", Part.VALUE, (3, "&#160;")),
        ("<r><e/> v <c/></r>", Part.TAIL, (8, "v")),
        ("<r><e>x</e>v</r>", Part.TAIL, (11, "v")),
        ("<r><e/><!-- > <x> -->v&amp;<c/>w</r>", Part.TAIL, (21, "v&amp;")),
        ("<r><e/> v<!-- < -->w <c/></r>", Part.TAIL, (8, "v<!-- < -->w")),
        ("<r><e/><?p > < ?>v</r>", Part.TAIL, (17, "v")),
        ("<r><e/><![CDATA[a > <b> ]]></r>", Part.TAIL, (16, "a > <b>")),
        ("<r><e/> </r>", Part.TAIL, (4, "e")),
        ("<e/>\n<!-- after -->\n", Part.TAIL, (1, "e")),
        ("<e>a <b>x</b> c</e>", Part.MARKUP, (5, "<b>x</b>")),
        (
            "<e><b/> > <i a='>'>y</i> 5 > 3</e>",
            Part.MARKUP,
            (3, "<b/> > <i a='>'>y</i>"),
        ),
        ("<e><!-- x --><b><i/></b><!-- y --></e>", Part.MARKUP, (13, "<b><i/></b>")),
        ("<e><![CDATA[<x>]]>a<br/>z</e>", Part.MARKUP, (19, "<br/>")),
        ("<e>text</e>", Part.MARKUP, (1, "e")),
        ("<e><c/>\r\n</e>", Part.END, (7, "")),
        ("<e>v</e>", Part.END, (4, "")),
        ("<e></e>", Part.END, (3, "")),
        ("<e> \n</e>", Part.END, (3, "")),
        ("<e><c/><!-- d --> </e>", Part.END, (17, "")),
        ("<e a='b' />", Part.END, (9, "/>")),
        ("<r> <e a='>'>v<c/></e > </r>", Part.WHOLE, (4, "<e a='>'>v<c/></e >")),
        ("<r> <e/> </r>", Part.WHOLE, (4, "<e/>")),
        ("<r> <e a='>'>v<c/></e > </r>", Part.START_TAG, (4, "<e a='>'>")),
        ("<r> <e a='>'>v<c/></e > </r>", Part.END_TAG, (18, "</e >")),
    ],
)
def test_a_part_is_found(text: str, part: Part, expected: tuple[int, str]) -> None:
    assert found(text, part) == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("<e>abc</e>", 1, 2, (4, "b")),
        ("<e>a&amp;c</e>", 1, 2, (4, "&amp;")),
        ("<e>a&#x1F4A9;c</e>", 1, 3, (4, "&#x1F4A9;c")),
        ("<e>a\r\nb</e>", 1, 2, (4, "\r\n")),
        ("<e>a<!-- x -->b</e>", 0, 2, (3, "a<!-- x -->b")),
        ("<e>a<!-- x -->b</e>", 1, 2, (14, "b")),
        ("<e>a<![CDATA[<p>]]>b</e>", 1, 4, (13, "<p>")),
        ("<e>abc</e>", 2, 9, (5, "c")),
        ("<e>abc</e>", -1, 1, (3, "a")),
        ("<e>abc</e>", 3, 4, (1, "e")),
        ("<e>abc</e>", 2, 2, (1, "e")),
        ("<e/>", 0, 1, (1, "e")),
    ],
)
def test_a_span_of_decoded_text_is_found(
    text: str, start: int, end: int, expected: tuple[int, str]
) -> None:
    place = places.text_span(parse(text), start, end)
    assert located(text, place) == expected


@pytest.mark.parametrize(
    ("text", "attribute", "name", "value"),
    [
        ("<e a='b'/>", "a", (3, "a"), (6, "b")),
        ('<e\r\n a\t=\n"x>y" />', "a", (5, "a"), (10, "x>y")),
        ("<e a=''/>", "a", (3, "a"), (3, "a")),
        ("<e a='&#65;&amp;'/>", "a", (3, "a"), (6, "&#65;&amp;")),
        ("<e x='a=\"1\"' a='2'/>", "a", (13, "a"), (16, "2")),
        ("<e a='b'/>", "missing", (1, "e"), (1, "e")),
        ("<e p:a='1' a='2' xmlns:p='u'/>", "{u}a", (3, "p:a"), (8, "1")),
        ("<e p:a='1' a='2' xmlns:p='u'/>", "a", (11, "a"), (14, "2")),
        (
            "<e q:a='1' p:a='2' xmlns:p='u' xmlns:q='v'/>",
            "{u}a",
            (11, "p:a"),
            (16, "2"),
        ),
        ("<r xmlns:p='u'><e p:a='1'/></r>", "{u}a", (18, "p:a"), (23, "1")),
        (
            "<e xml:lang='en'/>",
            "{http://www.w3.org/XML/1998/namespace}lang",
            (3, "xml:lang"),
            (13, "en"),
        ),
        ("<e xmlns='u' a='b'/>", "a", (13, "a"), (16, "b")),
        ("<e xmlns='u' a='b'/>", "{u}a", (1, "e"), (1, "e")),
    ],
)
def test_an_attribute_is_found_by_the_name_that_lxml_gives_it(
    text: str, attribute: str, name: tuple[int, str], value: tuple[int, str]
) -> None:
    element = element_named(parse(text), "e")
    at_name = places.attribute_name(element, attribute)
    at_value = places.attribute_value(element, attribute)
    assert (located(text, at_name), located(text, at_value)) == (name, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<e xmlns='u'/>", (10, "u")),
        ("<r xmlns='u'><e/></r>", (10, "u")),
        ("<r xmlns='u'><m xmlns='v'><e/></m></r>", (23, "v")),
        ("<r xmlns='u' xmlns:p='v'><p:e/></r>", (22, "v")),
        ("<r xmlns:p='v'><e/></r>", (16, "e")),
        ("<e/>", (1, "e")),
        ("<r xmlns='u'><e xmlns=''/></r>", (16, "xmlns")),
        ("<r xmlns='u'><m xmlns=''><e/></m></r>", (16, "xmlns")),
    ],
)
def test_the_declaration_that_gives_the_namespace_is_found(
    text: str, expected: tuple[int, str]
) -> None:
    assert found(text, Part.NAMESPACE) == expected


def test_the_prefix_counts_as_the_file_has_it_even_if_the_tree_was_changed() -> None:
    text = "<r xmlns='u'><e/></r>"
    root = parse(text)
    element = root[0]
    element.tag = "{other}e"
    assert located(text, places.namespace_of(element)) == (10, "u")


def test_a_span_of_the_file_needs_no_tree() -> None:
    place = places.source_span(2, 5)
    locator = Locator("<<<", None, [place])
    assert locator.span(place) == Span(2, 5)
    assert locator.edit(place, "x") == (Span(2, 5), "x")
    assert locator.path(place) == ""


def test_the_path_has_the_local_names_as_written() -> None:
    text = "<a><p:b xmlns:p='u'><c/><e/></p:b></a>"
    root = parse(text)
    place = places.name_of(element_named(root, "e"))
    assert Locator(text, root, [place]).path(place) == "/a/b/e"


def test_many_places_are_found_in_one_pass() -> None:
    text = "<r xmlns='u'><a>1</a><b>2</b></r>"
    root = parse(text)
    wanted = [places.namespace_of(e) for e in root.iter()]
    wanted += [places.value_of(e) for e in root] * 2
    wanted += [places.whole(root), places.end_of(root), places.end_of(root)]
    locator = Locator(text, root, wanted)
    spelt = [text[slice(*locator.span(place))] for place in wanted]
    assert spelt == ["u", "u", "u", "1", "2", "1", "2", text, "", ""]


def edited(text: str, place: Place, new: str) -> str | None:
    assert place.element is not None
    root = place.element.getroottree().getroot()
    edit = Locator(text, root, [place]).edit(place, new)
    if edit is None:
        return None
    (start, end), written = edit
    return text[:start] + written + text[end:]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a <b>c</b> d", "a &lt;b>c&lt;/b> d"),
        ("&lt; <b c=']]>'>&amp;</b>", "&lt; &lt;b c=']]&gt;'>&amp;amp;&lt;/b>"),
        ("<b/><!-- & --><c/>", "&lt;b/>&lt;!-- &amp; -->&lt;c/>"),
        ("<b><![CDATA[c]]></b>", None),
        ("a", None),
    ],
)
def test_markup_is_escaped_as_it_is_written(content: str, expected: str | None) -> None:
    text = f"<e>{content}</e>"
    place = places.markup_in(parse(text))
    after = None if expected is None else f"<e>{expected}</e>"
    assert edited(text, place, "") == after


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("<e>v</e>", Part.VALUE, "<e>N</e>"),
        ("<e> v </e>", Part.VALUE, "<e> N </e>"),
        ("<e></e>", Part.VALUE, "<e>N</e>"),
        ("<e> \n</e>", Part.VALUE, "<e>N</e>"),
        ("<e><c/></e>", Part.VALUE, "<e>N<c/></e>"),
        ("<e/>", Part.VALUE, "<e>N</e>"),
        ("<p:e xmlns:p='u' />", Part.VALUE, "<p:e xmlns:p='u' >N</p:e>"),
        ("<e><c/>\n</e>", Part.END, "<e><c/>N\n</e>"),
        ("<e/>", Part.END, "<e>N</e>"),
        ("<e/>", Part.NAME, "<N/>"),
        ("<e></e>", Part.END_NAME, "<e></N>"),
        ("<e></e>", Part.AFTER_NAME, "<eN></e>"),
        ("<e xmlns='u'/>", Part.NAMESPACE, "<e xmlns='N'/>"),
        (
            "<r xmlns='u'><e xmlns=''/></r>",
            Part.NAMESPACE,
            "<r xmlns='u'><e xmlns='N'/></r>",
        ),
        ("<e/>", Part.NAMESPACE, None),
        ("<e/>", Part.TAIL, None),
        ("<e/>", Part.MARKUP, None),
        ("<e/>", Part.TEXT_SPAN, None),
    ],
)
def test_an_edit_fills_what_is_empty_and_never_hits_another_part(
    text: str, part: Part, expected: str | None
) -> None:
    element = element_named(parse(text), "e")
    assert edited(text, Place(part, element), "N") == expected


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("<e a='b'/>", Part.ATTRIBUTE_VALUE, "<e a='N'/>"),
        ("<e a=''/>", Part.ATTRIBUTE_VALUE, "<e a='N'/>"),
        ("<e a='b'/>", Part.ATTRIBUTE_NAME, "<e N='b'/>"),
        ("<e/>", Part.ATTRIBUTE_VALUE, None),
        ("<e/>", Part.ATTRIBUTE_NAME, None),
    ],
)
def test_an_edit_of_an_attribute_needs_the_attribute(
    text: str, part: Part, expected: str | None
) -> None:
    assert edited(text, Place(part, parse(text), "a"), "N") == expected


SPACES = st.text(st.sampled_from(" \t\r\n"), max_size=3)
MISC = st.sampled_from(["", "<!-- <x a='>'> -->", "<?p <x> > ?>", "<!--\r\n-->"])
NAMES = st.sampled_from(["a", "Bé", "c-1", "\U00010000d", "p:e", "q:f", "g\u1680"])
# How a character of a text or a value is spelt, and is it white space decoded?
SPELLINGS = st.sampled_from(
    ["x", "é", "\U0001f4a9", ">", "/", "&amp;", "&lt;", "&#65;", "&#x1F4A9;", "="]
)
BLANKS = st.sampled_from([" ", "\t", "\n", "\r\n", "&#32;", "&#9;"])


@dataclass
class Words:
    """Text as written: white space, what is to be found, white space."""

    before: str
    inside: list[str]
    after: str
    comment: str

    def write(self) -> str:
        return self.before + self.core() + self.after

    def core(self) -> str:
        return self.comment.join(self.inside)


@dataclass
class Node:
    """An element to be written; attributes are (name, space, quote, value)."""

    name: str
    attributes: list[tuple[str, str, str, str]]
    text: Words
    children: list[Node]
    tail: Words
    is_empty: bool
    spaces: tuple[str, str]
    expected: dict[str, Span] = field(default_factory=dict)


def joined(parts: st.SearchStrategy[str], size: int) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=size).map("".join)


WORDS = st.builds(
    Words,
    joined(BLANKS, 2),
    st.lists(SPELLINGS, max_size=4),
    joined(BLANKS, 2),
    MISC,
)
VALUES = joined(SPELLINGS | BLANKS | st.just("&#10;"), 4)
ATTRIBUTES = st.lists(
    st.tuples(
        st.sampled_from(["a", "b1", "é", "p:a", "q:a", "xml:lang", "xmlns"]),
        SPACES,
        st.sampled_from("'\""),
        VALUES,
    ),
    max_size=3,
    unique_by=lambda a: a[0],
)


def nodes(children: st.SearchStrategy[list[Node]]) -> st.SearchStrategy[Node]:
    return st.builds(
        Node,
        NAMES,
        ATTRIBUTES,
        WORDS,
        children,
        WORDS,
        st.booleans(),
        st.tuples(SPACES, SPACES),
    )


NODES = st.recursive(
    nodes(st.just([])), lambda inner: nodes(st.lists(inner, max_size=3)), max_leaves=8
)


class Writer:
    """Writes a model and notes where each part of it comes to stand."""

    def __init__(self) -> None:
        self.text = ""
        self.nodes: list[Node] = []

    def put(self, text: str) -> Span:
        start = len(self.text)
        self.text += text
        return Span(start, len(self.text))

    def document(self, root: Node, before: str, after: str) -> None:
        self.put(f"<?xml version='1.0'?>\r\n{before}")
        scope = {"p": Span(0, 0), "q": Span(0, 0)}
        self.element(root, scope, is_root=True)
        self.put(after)

    def element(self, node: Node, scope: dict[str, Span], *, is_root: bool) -> None:
        self.nodes.append(node)
        parts = node.expected
        start = self.put("<").start
        parts["name"] = parts["end_name"] = parts["value"] = self.put(node.name)
        parts["after_name"] = Span(parts["name"].end, parts["name"].end)
        if is_root:
            scope = dict(scope)
            for prefix in "pq":
                self.put(f"\n\txmlns:{prefix} = '")
                scope[prefix] = self.put(f"urn:{prefix}")
                self.put("'")
        scope = self.attributes(node, scope)
        prefix = node.name.partition(":")[0] if ":" in node.name else ""
        parts["namespace"] = scope.get(prefix, parts["name"])
        self.put(node.spaces[0])
        if node.is_empty:
            parts["end"] = self.put("/>")
        else:
            self.content(node, scope)
        parts["whole"] = Span(start, len(self.text))

    def attributes(self, node: Node, scope: dict[str, Span]) -> dict[str, Span]:
        for name, space, quote, written in node.attributes:
            # libxml2 warns of a namespace that is no URI.
            value = "urn:&amp;" if name == "xmlns" and written else written
            self.put(f" {space}")
            at_name = node.expected[f"name {name}"] = self.put(name)
            self.put(f"{space}={space}{quote}")
            at_value = self.put(value)
            self.put(quote)
            found = at_value if value else at_name
            node.expected[f"value {name}"] = found
            if name == "xmlns":
                scope = {**scope, "": found}
        return scope

    def content(self, node: Node, scope: dict[str, Span]) -> None:
        parts = node.expected
        self.put(">")
        self.words(node.text, parts, "value")
        for child in node.children:
            self.element(child, scope, is_root=False)
            self.words(child.tail, child.expected, "tail")
        if node.children:
            first, last = node.children[0].expected, node.children[-1].expected
            parts["markup"] = Span(first["whole"].start, last["whole"].end)
        at = len(self.text.rstrip(" \t\r\n"))
        parts["end"] = Span(at, at)
        self.put("</")
        parts["end_name"] = self.put(node.name)
        self.put(f"{node.spaces[1]}>")

    def words(self, words: Words, parts: dict[str, Span], name: str) -> None:
        self.put(words.before)
        core = self.put(words.core())
        self.put(words.after)
        if words.inside:
            parts[name] = core


def clark(name: str) -> str:
    prefix, colon, local = name.rpartition(":")
    if not colon:
        return local
    xml = "http://www.w3.org/XML/1998/namespace"
    return f"{{{xml if prefix == 'xml' else 'urn:' + prefix}}}{local}"


def place_for(key: str, element: etree._Element) -> Place:
    part, _, name = key.partition(" ")
    if name:
        make = {"name": places.attribute_name, "value": places.attribute_value}[part]
        return make(element, clark(name))
    functions = {
        "name": places.name_of,
        "end_name": places.end_name_of,
        "after_name": places.after_name,
        "value": places.value_of,
        "tail": places.tail_of,
        "markup": places.markup_in,
        "namespace": places.namespace_of,
        "end": places.end_of,
        "whole": places.whole,
    }
    return functions[part](element)


@given(NODES, MISC, MISC)
def test_every_part_of_every_element_is_where_it_was_written(
    root: Node, before: str, after: str
) -> None:
    writer = Writer()
    writer.document(root, before, after)
    tree = parse(writer.text)
    elements = list(tree.iter())
    wanted = {
        (number, key): place_for(key, element)
        for number, (node, element) in enumerate(
            zip(writer.nodes, elements, strict=True)
        )
        for key in node.expected
    }
    locator = Locator(writer.text, tree, wanted.values())
    assert {at: locator.span(place) for at, place in wanted.items()} == {
        (number, key): span
        for number, node in enumerate(writer.nodes)
        for key, span in node.expected.items()
    }
