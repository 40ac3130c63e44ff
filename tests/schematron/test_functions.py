"""Functions and keys that a schema declares in XSLT; Saxon has the same answers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from lxml import etree, isoschematron
from rulebook import Rulebook

SPACES = '<ns prefix="u" uri="utils"/><ns prefix="xs" uri="{}"/>'.format(
    "http://www.w3.org/2001/XMLSchema"
)
FUNCTIONS = """
<xsl:function name="u:twice" as="xs:integer"><xsl:param name="n" as="xs:integer"/>
 <xsl:sequence select="$n * 2"/></xsl:function>
<xsl:function name="u:first" as="xs:string?"><xsl:param name="s" as="xs:string*"/>
 <xsl:sequence select="$s[1]"/></xsl:function>
<xsl:function name="u:join"><xsl:param name="s"/>
 <xsl:value-of select="$s" separator="-"/></xsl:function>
<xsl:function name="u:listed"><xsl:param name="s"/><xsl:value-of select="$s"/>
</xsl:function>
<xsl:function name="u:above" as="node()*"><xsl:param name="n"/>
 <xsl:sequence select="$n/.."/></xsl:function>
<xsl:function name="u:same" as="element()"><xsl:param name="n" as="element()"/>
 <xsl:sequence select="$n"/></xsl:function>
<xsl:function name="u:count" as="xs:string"><xsl:param name="n"/><xsl:choose>
 <xsl:when test="number($n) = 1">one</xsl:when>
 <xsl:when test="number($n) &gt; 1"><xsl:text>more</xsl:text></xsl:when>
 <xsl:otherwise>none</xsl:otherwise></xsl:choose></xsl:function>
<xsl:function name="u:said" as="xs:boolean"><xsl:param name="n"/>
 <xsl:variable name="x"><xsl:if test="$n">yes</xsl:if></xsl:variable>
 <xsl:sequence select="$x = 'yes'"/></xsl:function>
<xsl:function name="u:both"><xsl:param name="a"/><xsl:param name="b"/>
 <xsl:sequence select="$a, $b"/></xsl:function>
<xsl:function name="u:mod97-10"><xsl:sequence select="'n'"/></xsl:function>
<xsl:function name="u:product" as="xs:integer"><xsl:param name="n" as="xs:integer"/>
 <xsl:sequence select="if ($n le 1) then 1 else $n * u:product($n - 1)"/>
</xsl:function>
<xsl:function name="u:more" as="xs:decimal"><xsl:param name="n"/>
 <xsl:variable name="d" as="xs:decimal" select="$n"/>
 <xsl:variable name="e" as="xs:decimal"><xsl:value-of select="$d * 2"/></xsl:variable>
 <xsl:value-of select="$e + 1"/></xsl:function>
<xsl:function name="u:keyed"><xsl:param name="n" as="element()"/>
 <xsl:sequence select="count(key('k', '2', root($n)))"/></xsl:function>
<xsl:function name="u:many"><xsl:param name="a"/>one</xsl:function>
<xsl:function name="u:many"><xsl:param name="a"/><xsl:param name="b"/>
 <xsl:param name="c"/>three: <xsl:value-of select="$a, $b, $c"/></xsl:function>
<xsl:function name="u:here"><xsl:sequence select="current()"/></xsl:function>
<xsl:key name="k" match="b" use="@id"/><xsl:key name="k" match="c" use="@id, @alt"/>
<xsl:key name="t" match="a/b[. &gt; 1]" use="string(.)"/>
"""
DOCUMENT = (
    '<r><a n="2"><b id="1">1</b><b id="2">2</b><c id="x">x</c><c alt="x">y</c></a>'
    '<a n="5"><c>z</c></a></r>'
)
BOTH, FIRST, NONE = ["2", "5"], ["2"], list[str]()


@pytest.mark.parametrize(
    ("test", "true_at"),
    [
        ("u:twice(@n) = 4", FIRST),
        ("u:twice(3) = 6", BOTH),
        ("u:first(b) = '1'", FIRST),
        ("empty(u:first(()))", BOTH),
        ("u:join(b) = '1-2'", FIRST),
        ("u:join((1, 2, 3)) = '1-2-3'", BOTH),
        ("u:listed((1, 2, 3)) = '1 2 3'", BOTH),
        ("count(u:above(b)) = 1", FIRST),
        ("u:above(b) is .", FIRST),
        ("u:same(.)/b", FIRST),
        ("u:count(@n) = 'more'", BOTH),
        ("u:count(1) = 'one'", BOTH),
        ("u:count('x') = 'none'", BOTH),
        ("u:said(b)", FIRST),
        ("u:said(nothing)", NONE),
        ("count(u:both(b, c)) > 2", FIRST),
        ("u:both(1, (2, 3))[3] = 3", BOTH),
        ("u:mod97-10() = 'n'", BOTH),
        ("u:product(10) = 3628800", BOTH),
        ("u:more(@n) = 5", FIRST),
        ("u:more(2.5) = 6", BOTH),
        ("u:keyed(.) = 1", BOTH),
        ("u:many(1) = 'one'", BOTH),
        ("string-join(u:many(1, 2, 3), '') = 'three: 1 2 3'", BOTH),
        ("count(b) = 2 and count(u:both(1, 2)) = 2", FIRST),
        ("count(key('k', '1')) = 1", BOTH),
        ("key('k', b/@id)", FIRST),
        ("key('k', ('1', '2'))", BOTH),
        ("count(key('k', 'x')) = 2", BOTH),
        ("key('k', 'x', .)", FIRST),
        ("key('k', @nothing)", NONE),
        ("key('t', '2')", BOTH),
        ("key('t', '1')", NONE),
        ("key(concat('k', ''), current()/b/@id)", FIRST),
    ],
)
def test_functions_and_keys_are_evaluated(
    book: Rulebook, test: str, true_at: list[str]
) -> None:
    condition = test.replace(">", "&gt;")
    book.write(
        f'{SPACES}{FUNCTIONS}<pattern><rule context="a"><report test="{condition}">'
        '<value-of select="@n"/></report></rule></pattern>'
    )

    assert book.troubles(DOCUMENT) == []
    assert book.messages(DOCUMENT) == true_at


@pytest.mark.parametrize(
    ("test", "why"),
    [
        ("u:twice(b)", "2 items are no `xs:integer`"),
        ("u:twice(())", "0 items are no `xs:integer`"),
        ("u:twice('x')", "could not convert `x` to xs:integer"),
        ("key(string(@n), 1)", "no `xsl:key` has the name `2`"),
        ("u:many(1, 2)", "there is none with 2 parameters"),
        ("u:here()", "a function has no current node"),
    ],
)
def test_what_has_no_value_in_a_document_is_said_there(
    book: Rulebook, test: str, why: str
) -> None:
    book.write(
        f'{SPACES}{FUNCTIONS}<pattern><rule context="a[b]"><assert test="{test}"/>'
        "</rule></pattern>"
    )

    (told,) = book.outcome(DOCUMENT).diagnostics
    assert (told.code, told.message) == ("CTC238", f"`{test}` cannot be tested here")
    assert why in "\n".join(told.help + told.notes)


def function(content: str, attributes: str = 'name="u:f"') -> str:
    return f"{SPACES}<xsl:function {attributes}>{content}</xsl:function>"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            function("<xsl:comment/>"),
            (
                "/*/*/*: `xsl:comment` cannot be evaluated: "
                "say it in `xsl:sequence`, in XPath"
            ),
        ),
        (
            function("<xsl:choose><xsl:wen/></xsl:choose>"),
            (
                "/*/*/*/*: `xsl:wen` cannot be evaluated: "
                "say it in `xsl:sequence`, in XPath"
            ),
        ),
        (
            function('<xsl:for-each select="1"><xsl:number/></xsl:for-each>'),
            (
                "/*/*/*/*: `xsl:number` cannot be evaluated: "
                "say it in `xsl:sequence`, in XPath"
            ),
        ),
        (
            function("") + function("").removeprefix(SPACES),
            "/*/*@name: the function `u:f` with 0 parameters is there twice",
        ),
        (
            function("<xsl:sequence/>"),
            "/*/*/*: its attribute `select` is missing",
        ),
        (
            function('<xsl:value-of select="$x"/>'),
            "/*/*/*@select: no `let` declares the variable `$x`",
        ),
        (
            function('<xsl:if test="("/>'),
            "/*/*/*@test: unexpected end of source",
        ),
        (
            function("", 'name="f"'),
            "/*/*@name: no `ns` declares the prefix of the function `f`",
        ),
        (
            function("", 'name="u:if"'),
            "/*/*@name: `if` is a reserved function name",
        ),
        (
            function("", 'name="u:f" as="map(*)"'),
            "/*/*@as: the type `map(*)` is not supported",
        ),
        (
            function("", 'name="u:f" as="string"'),
            "/*/*@as: the type `string` is not supported",
        ),
        (
            function("", 'name="u:f" as="thing()"'),
            "/*/*@as: the type `thing()` is not supported",
        ),
        (
            function("", 'name="u:f" as="xs:nothing"'),
            "/*/*@as: unknown constructor function `nothing`",
        ),
        (
            '<xsl:key name="k" match="a"/>',
            "/*/*: its attribute `use` is missing",
        ),
        (
            (
                '<pattern><rule context="a"><assert test="key(\'k\', 1)"/></rule>'
                "</pattern>"
            ),
            "/*/*/*/*@test: no `xsl:key` has the name `k`",
        ),
        (
            "<xsl:strip-space/>",
            "/*/*: `xsl:strip-space` cannot be evaluated: `xsl:function` can",
        ),
    ],
)
def test_what_of_xslt_is_not_known_is_told_at_its_place(
    book: Rulebook, content: str, told: str
) -> None:
    (trouble,) = book.write(content).troubles()

    path = told.partition("@")[0].partition(":")[0]
    assert trouble.split(" ", 2)[2] == told.split(" ", 1)[1]
    assert trouble.count("/") == path.count("/")


def test_functions_need_xslt_2(book: Rulebook) -> None:
    (told,) = book.write(function(""), "xslt").troubles()

    assert told.endswith('a function is XSLT 2.0: it needs queryBinding="xslt2"')


def test_keys_of_xslt_1_find_the_same(book: Rulebook) -> None:
    book.write(
        '<xsl:key name="k" match="b" use="@id"/><xsl:key name="k" match="c" use="."/>'
        '<pattern><rule context="a"><assert test="key(\'k\', c)">c '
        '<value-of select="@n"/></assert><assert test="key(\'k\', @n) = 2">n '
        '<value-of select="@n"/></assert><assert test="key(\'k\', 2)"/></rule>'
        "</pattern>",
        "xslt",
    )
    schema = isoschematron.Schematron(
        etree.parse(book.path), store_report=True, validate_schema=False
    )
    schema.validate(etree.fromstring(DOCUMENT).getroottree())
    texts = schema.validation_report.iter("{http://purl.oclc.org/dsdl/svrl}text")

    by_lxml = [" ".join((text.text or "").split()) for text in texts]
    assert book.messages(DOCUMENT) == by_lxml == ["n 5"]


DEEP = """
<xsl:function name="u:sum"><xsl:param name="n"/><xsl:choose>
 <xsl:when test="empty($n)"><xsl:sequence select="0"/></xsl:when>
 <xsl:otherwise><xsl:variable name="more" select="u:sum(subsequence($n, 2))"/>
  <xsl:sequence select="$n[1] + $more"/></xsl:otherwise></xsl:choose></xsl:function>
<xsl:function name="u:on"><xsl:param name="n"/><xsl:sequence select="u:on($n + 1)"/>
</xsl:function>
"""


def test_functions_call_themselves_for_each_of_many_lines(book: Rulebook) -> None:
    book.write(
        f'{SPACES}{DEEP}<let name="all" value="u:sum(1 to 300)"/>'
        '<pattern><rule context="a"><let name="here" value="u:sum(1 to 200)"/>'
        '<assert test="$here = 0"><value-of select="$all, u:sum(1 to 250)"/></assert>'
        "</rule></pattern>"
    )

    assert book.messages("<a/>") == ["45150 31375"]


def test_documents_of_several_threads_do_not_get_into_each_other_s_way(
    book: Rulebook,
) -> None:
    """How deep calls may go is the same for all threads, and Python may end by it."""
    book.write(
        f'{SPACES}<xsl:function name="u:up"><xsl:param name="n" as="xs:integer"/>'
        '<xsl:sequence select="if ($n) then 1 + u:up($n - 1) else 0"/></xsl:function>'
        '<pattern><rule context="a"><report test="true()">'
        '<value-of select="u:up(xs:integer(@n))"/></report></rule></pattern>'
    )
    numbers = [300, 500, 700, 900] * 4
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: book.messages(f'<a n="{n}"/>'), numbers))

    assert found == [[str(n)] for n in numbers]


def test_a_function_without_end_is_told_at_each_node(book: Rulebook) -> None:
    book.write(
        f'{SPACES}{DEEP}<let name="v" value="u:on(1)"/><pattern><rule context="b">'
        '<assert test="u:on(@n) = 1">on</assert><assert test="$v">v</assert>'
        "</rule></pattern>"
    )

    found = book.outcome('<a><b n="1"/><b n="2"/></a>').diagnostics
    assert [(one.code, one.message) for one in found] == [
        ("CTC238", "`$v` cannot be tested here"),
        ("CTC238", "`u:on(@n) = 1` cannot be tested here"),
        ("CTC238", "`$v` cannot be tested here"),
        ("CTC238", "`u:on(@n) = 1` cannot be tested here"),
    ]
    why = ("a function calls itself without end, or too often",)
    assert {one.notes for one in found} == {why}
