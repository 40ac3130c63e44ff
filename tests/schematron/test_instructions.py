"""Instructions of XSLT in functions do what they do in Saxon."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = (
    '<a><b k="2">x</b><b k="10">y</b><b k="2">w</b><b k="1">z</b><c>ab12cd345e</c></a>'
)
TEMPLATES = """
<xsl:template name="deep"><xsl:param name="n" select="1"/><xsl:choose>
 <xsl:when test="$n &gt; 3">end</xsl:when>
 <xsl:otherwise><xsl:value-of select="$n"/>,<xsl:call-template name="deep">
 <xsl:with-param name="n" select="$n + 1"/></xsl:call-template></xsl:otherwise>
</xsl:choose></xsl:template>
<xsl:template name="ctx"><xsl:value-of select="name()"/></xsl:template>
<xsl:template name="two"><xsl:param name="a"/><xsl:param name="b"><b>x</b></xsl:param>
 <xsl:value-of select="$a, $b" separator="/"/></xsl:template>
"""


def written(book: Rulebook, *body: str, more: str = TEMPLATES) -> Rulebook:
    function = f'<xsl:function name="u:f"><xsl:param name="n"/>{"".join(body)}'
    report = '<report test="true()">[<value-of select="u:f(.)"/>]</report>'
    rule = f'<pattern><rule context="a">{report}</rule></pattern>'
    ns = '<ns prefix="u" uri="utils"/>'
    return book.write(f"{ns}{function}</xsl:function>{more}{rule}")


def said(book: Rulebook, body: str) -> list[str]:
    return written(book, body).messages(DOCUMENT)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (
            (
                '<xsl:for-each select="$n/b, $n"><xsl:sort select="@k"/>'
                "<xsl:value-of select='name()'/></xsl:for-each>"
            ),
            "abbbb",
        ),
        (
            (
                "<xsl:for-each select='$n/b'><xsl:sort/><xsl:value-of select='.'/>"
                "</xsl:for-each>"
            ),
            "wxyz",
        ),
        (
            (
                "<xsl:for-each select='$n/b'>"
                "<xsl:sort select='@k' data-type='number'/><xsl:value-of select='.'/>"
                "</xsl:for-each>"
            ),
            "zxwy",
        ),
        (
            (
                "<xsl:for-each select='$n/b'>"
                "<xsl:sort select='@k' data-type='number' order='descending'/>"
                "<xsl:sort select='.'/><xsl:value-of select='.'/></xsl:for-each>"
            ),
            "ywxz",
        ),
        (
            (
                "<xsl:for-each select='$n/b'><xsl:sort select='@k'/>"
                "<xsl:value-of select='position()'/><xsl:value-of select='.'/>"
                "</xsl:for-each>"
            ),
            "1z2y3x4w",
        ),
        (
            (
                "<xsl:for-each select='(3,1,2.5)'><xsl:sort select='.'/>"
                "<xsl:sequence select='.'/></xsl:for-each>"
            ),
            "1 2.5 3",
        ),
        (
            (
                "<xsl:for-each select='(10,9,8)'><xsl:sort select='string(.)'/>"
                "<xsl:sequence select='.'/></xsl:for-each>"
            ),
            "10 8 9",
        ),
        (
            (
                "<xsl:perform-sort><xsl:sort/><xsl:sequence select='(3,1,2)'/>"
                "</xsl:perform-sort>"
            ),
            "1 2 3",
        ),
        (
            (
                "<xsl:for-each select='$n/b'><xsl:sort select='number(@none)'/>"
                "<xsl:sort select='last() - position()'/><xsl:value-of select='.'/>"
                "</xsl:for-each>"
            ),
            "zwyx",
        ),
        (
            (
                "<xsl:variable name='v' as='element()*'>"
                "<xsl:perform-sort select='$n/b'>"
                "<xsl:sort select='@k' data-type='number'/></xsl:perform-sort>"
                "</xsl:variable>"
                "<xsl:sequence select='for $x in $v return string($x/@k)'/>"
            ),
            "1 2 2 10",
        ),
    ],
)
def test_items_are_sorted_by_their_keys(book: Rulebook, body: str, value: str) -> None:
    assert said(book, body) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (
            (
                "<xsl:for-each-group select='$n/b' group-by='@k'>"
                "<xsl:value-of select='current-grouping-key()'/>:"
                "<xsl:value-of select='count(current-group())'/>;"
                "</xsl:for-each-group>"
            ),
            "2:2;10:1;1:1;",
        ),
        (
            (
                "<xsl:for-each-group select='$n/b' group-adjacent='@k'>"
                "<xsl:value-of select='current-grouping-key()'/>:"
                "<xsl:value-of select='current-group()' separator='+'/>;"
                "</xsl:for-each-group>"
            ),
            "2:x;10:y;2:w;1:z;",
        ),
        (
            (
                "<xsl:for-each-group select='$n/b' group-by='@k'>"
                "<xsl:sort select='count(current-group())' order='descending'/>"
                "<xsl:sort select='current-grouping-key()'/>"
                "<xsl:value-of select='position(), last(), current-grouping-key()'/>;"
                "</xsl:for-each-group>"
            ),
            "1 3 2;2 3 1;3 3 10;",
        ),
        (
            (
                "<xsl:for-each-group select='(1,1.0,2,3)' group-by='. mod 2'>"
                "<xsl:value-of select='current-grouping-key()'/>="
                "<xsl:value-of select='current-group()'/>;</xsl:for-each-group>"
            ),
            "1=1 1 3;0=2;",
        ),
        (
            (
                "<xsl:for-each-group select='$n/b' group-by='@k, string(.)'>"
                "<xsl:value-of select='current-grouping-key()'/>:"
                "<xsl:value-of select='count(current-group())'/>;"
                "</xsl:for-each-group>"
            ),
            "2:2;x:1;10:1;y:1;w:1;1:1;z:1;",
        ),
        (
            (
                "<xsl:for-each-group select='2, 9, 2'"
                ' group-by=\'xs:date("2001-01-01") + xs:dayTimeDuration("P1D") * .\'>'
                "<xsl:value-of select='current-grouping-key()'/>:"
                "<xsl:value-of select='count(current-group())'/>;"
                "</xsl:for-each-group>"
            ),
            "2001-01-03:2;2001-01-10:1;",
        ),
        (
            (
                "<xsl:for-each-group select='$n/b' group-by='@none'>x"
                "</xsl:for-each-group>"
            ),
            "",
        ),
        (
            (
                "<xsl:for-each-group select='$n/*' group-by='local-name()'>"
                "<xsl:if test='count(current-group()) gt 1'>"
                "<xsl:value-of select='name(), sum(current-group()/number(@k))'/>"
                "</xsl:if></xsl:for-each-group>"
            ),
            "b 15",
        ),
    ],
)
def test_groups_have_a_key_and_items(book: Rulebook, body: str, value: str) -> None:
    assert said(book, body) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (
            (
                "<xsl:analyze-string select='string($n/c)' regex='[0-9]+'>"
                "<xsl:matching-substring>[<xsl:value-of select='.'/>]"
                "</xsl:matching-substring><xsl:non-matching-substring>("
                "<xsl:value-of select='.'/>)</xsl:non-matching-substring>"
                "</xsl:analyze-string>"
            ),
            "(ab)[12](cd)[345](e)",
        ),
        (
            (
                "<xsl:analyze-string select='string($n/c)' regex='([a-z])([0-9]{{2}})'>"
                "<xsl:matching-substring>"
                "<xsl:value-of select='regex-group(2), regex-group(1), "
                "position(), last()'/>;"
                "</xsl:matching-substring></xsl:analyze-string>"
            ),
            "12 b 2 5;34 d 4 5;",
        ),
        (
            (
                "<xsl:analyze-string select='\"AbC\"' regex='b' flags='i'>"
                "<xsl:matching-substring><xsl:value-of select='upper-case(.)'/>"
                "</xsl:matching-substring><xsl:non-matching-substring>"
                "<xsl:value-of select='lower-case(.)'/></xsl:non-matching-substring>"
                "</xsl:analyze-string>"
            ),
            "aBc",
        ),
        (
            (
                "<xsl:analyze-string select='\"\"' regex='b'>"
                "<xsl:non-matching-substring>x</xsl:non-matching-substring>"
                "</xsl:analyze-string>"
            ),
            "",
        ),
        (
            (
                "<xsl:analyze-string select='()' regex='b'>"
                "<xsl:non-matching-substring>x</xsl:non-matching-substring>"
                "</xsl:analyze-string>"
            ),
            "",
        ),
        (
            (
                '<xsl:analyze-string select="\'xay\'" regex="a">'
                "<xsl:non-matching-substring><xsl:value-of select='.'/>"
                "</xsl:non-matching-substring></xsl:analyze-string>"
            ),
            "xy",
        ),
    ],
)
def test_a_text_is_cut_up_by_a_pattern(book: Rulebook, body: str, value: str) -> None:
    assert said(book, body) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("<xsl:call-template name='deep'/>", "1,2,3,end"),
        (
            (
                "<xsl:call-template name='deep'><xsl:with-param name='n' select='3'/>"
                "</xsl:call-template>"
            ),
            "3,end",
        ),
        (
            (
                "<xsl:for-each select='$n/b[1]'><xsl:call-template name='ctx'/>"
                "</xsl:for-each>"
            ),
            "b",
        ),
        (
            (
                "<xsl:call-template name='two'><xsl:with-param name='a' select='1'/>"
                "</xsl:call-template>"
            ),
            "1/x",
        ),
        (
            (
                "<xsl:call-template name='two'><xsl:with-param name='a'>"
                "<xsl:value-of select='$n/c'/></xsl:with-param>"
                "<xsl:with-param name='b' select='2'/></xsl:call-template>"
            ),
            "ab12cd345e/2",
        ),
        ("<xsl:message>hi</xsl:message><xsl:sequence select='1'/>", "1"),
    ],
)
def test_a_template_is_called_by_its_name(
    book: Rulebook, body: str, value: str
) -> None:
    assert said(book, body) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        (
            (
                "<xsl:variable name='t'>"
                "<xsl:for-each-group select='$n/b' group-by='@k'><g k='x'/>"
                "</xsl:for-each-group></xsl:variable>"
                "<xsl:sequence select='count($t/g)'/>"
            ),
            "0",
        ),
        (
            (
                "<xsl:variable name='w' as='xs:string*'>"
                "<xsl:analyze-string select='\"a,b,,c\"' regex=','>"
                "<xsl:non-matching-substring><xsl:sequence select='.'/>"
                "</xsl:non-matching-substring></xsl:analyze-string></xsl:variable>"
                "<xsl:sequence select='count($w), $w'/>"
            ),
            "3 a b c",
        ),
        (
            (
                "<xsl:choose><xsl:when test='$n/b[1]/@k = 2'>"
                "<xsl:for-each select='1 to 3'><xsl:sort select='-.'/>"
                "<xsl:value-of select='.'/></xsl:for-each></xsl:when></xsl:choose>"
            ),
            "321",
        ),
        (
            (
                "<xsl:variable name='t'/>"
                "<xsl:sequence select='boolean($t), string($t) = \"\"'/>"
            ),
            "false true",
        ),
        (
            (
                "<xsl:variable name='t'><xsl:if test='$n/c'>yes</xsl:if>"
                "</xsl:variable>"
                "<xsl:sequence select='boolean($t), string($t), $t = \"yes\"'/>"
            ),
            "true yes true",
        ),
        (
            (
                "<xsl:variable name='t'><xsl:sequence select='1, 2, true(), 1e7'/>"
                "</xsl:variable><xsl:sequence select='string($t)'/>"
            ),
            "1 2 true 1.0E7",
        ),
        (
            (
                "<xsl:variable name='t'>a<xsl:value-of select='1'/>"
                "<xsl:sequence select='2, 3'/>b</xsl:variable>"
                "<xsl:sequence select='string($t)'/>"
            ),
            "a12 3b",
        ),
        (
            (
                "<xsl:variable name='t'><x>1</x><xsl:sequence select='2, 3'/>b<x>4"
                "</x></xsl:variable>"
                "<xsl:sequence select='string($t), count($t/x), count($t/node())'/>"
            ),
            "12 3b4 0 3",
        ),
        (
            (
                "<xsl:variable name='t'>5</xsl:variable>"
                "<xsl:sequence select='$t + 1, $t * 2, number($t)'/>"
            ),
            "6 10 5",
        ),
        (
            (
                "<xsl:variable name='t'><xsl:value-of select='$n/b' separator=','/>"
                "</xsl:variable><xsl:sequence select='tokenize($t, \",\")'/>"
            ),
            "x y w z",
        ),
        (
            (
                "<xsl:variable name='t'><xsl:for-each select='$n/b'>"
                "<xsl:copy-of select='.'/></xsl:for-each></xsl:variable>"
                "<xsl:sequence select='count($t/b), string($t), count($t//b[@k])'/>"
            ),
            "4 xywz 4",
        ),
        (
            (
                "<xsl:variable name='t'> </xsl:variable>"
                "<xsl:sequence select='string-length($t)'/>"
            ),
            "0",
        ),
        (
            (
                "<xsl:variable name='t'><xsl:text> </xsl:text></xsl:variable>"
                "<xsl:sequence select='string-length($t)'/>"
            ),
            "1",
        ),
        (
            (
                "<xsl:for-each select='$n/b'><xsl:choose>"
                "<xsl:when test='position() = last()'>.</xsl:when><xsl:otherwise>,"
                "</xsl:otherwise></xsl:choose></xsl:for-each>"
            ),
            ",,,.",
        ),
        (
            ("<xsl:for-each select='1 to 3'><xsl:sequence select='.'/></xsl:for-each>"),
            "1 2 3",
        ),
        (
            ("<xsl:for-each select='1 to 3'><xsl:value-of select='.'/></xsl:for-each>"),
            "123",
        ),
    ],
)
def test_a_variable_has_what_is_written_in_it(
    book: Rulebook, body: str, value: str
) -> None:
    assert said(book, body) == [f"[{value}]"]


def test_functions_know_no_group_but_their_own(book: Rulebook) -> None:
    assert said(book, '<xsl:sequence select="count(current-group())"/>') == ["[0]"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            '<xsl:for-each select="1, 2"><xsl:sort select="(1, 2)"/></xsl:for-each>',
            "`(1, 2)` has more than one value",
        ),
        (
            '<xsl:for-each select="1, 3"><xsl:sort select="., 2"/></xsl:for-each>',
            "`., 2` has more than one value",
        ),
        (
            "<xsl:for-each select=\"1, 'x'\"><xsl:sort/></xsl:for-each>",
            "`.` has values of different types",
        ),
        (
            '<xsl:for-each-group select="$n/c" group-adjacent="@k"/>',
            "`@k` has not one value",
        ),
        (
            '<xsl:analyze-string select="$n/b" regex="x"/>',
            "`$n/b` is more than one text",
        ),
    ],
)
def test_what_has_no_value_is_told_in_the_document(
    book: Rulebook, body: str, why: str
) -> None:
    (found,) = written(book, body).outcome(DOCUMENT).diagnostics
    assert (found.code, why in found.notes[1]) == ("CTC237", True)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            '<xsl:for-each select="1"><xsl:sort lang="de"/></xsl:for-each>',
            "@lang: texts are compared by their code points alone",
        ),
        (
            '<xsl:for-each select="1"><xsl:sort order="{$n}"/></xsl:for-each>',
            "@order: it is one of `ascending`, `descending`",
        ),
        (
            '<xsl:for-each select="1"><xsl:sort><i/></xsl:sort></xsl:for-each>',
            ": `i` cannot be evaluated: say it in `xsl:sequence`, in XPath",
        ),
        (
            '<xsl:for-each select="1"><xsl:sort select="("/></xsl:for-each>',
            "@select: unexpected end of source",
        ),
        (
            '<xsl:for-each-group select="1" group-starting-with="b"/>',
            "@group-starting-with: groups are made by `group-by` or `group-adjacent`",
        ),
        (
            '<xsl:perform-sort select="("/>',
            "@select: unexpected end of source",
        ),
        (
            '<xsl:for-each-group select="1"/>',
            ": groups are made by `group-by` or `group-adjacent`",
        ),
        (
            '<xsl:for-each-group select="1" group-by="("/>',
            "@group-by: unexpected end of source",
        ),
        (
            '<xsl:analyze-string select="1" regex="{$n}"/>',
            "@regex: it is computed: write it, or use `matches()` in XPath",
        ),
        (
            '<xsl:analyze-string select="1" regex="["/>',
            "unterminated character class at position 1: '['",
        ),
        (
            '<xsl:analyze-string select="1" regex="a*"/>',
            "@regex: it matches an empty text",
        ),
        (
            '<xsl:analyze-string select="1" regex="a" flags="y"/>',
            "@flags: flags are `i`, `m`, `s` and `x`",
        ),
        (
            '<xsl:analyze-string select="(" regex="a"/>',
            "@select: unexpected end of source",
        ),
        (
            '<xsl:analyze-string select="1" regex="a"><i/></xsl:analyze-string>',
            ": `i` cannot be evaluated: say it in `xsl:sequence`, in XPath",
        ),
        (
            '<xsl:call-template name="none"/>',
            "@name: no `xsl:template` has the name `none`",
        ),
        (
            '<xsl:call-template name="two"><xsl:fallback/></xsl:call-template>',
            ": `xsl:fallback` cannot be evaluated: say it in `xsl:sequence`, in XPath",
        ),
        (
            '<xsl:message terminate="yes"/>',
            ": `xsl:message` cannot be evaluated: say it in `xsl:sequence`, in XPath",
        ),
    ],
)
def test_what_of_them_is_not_known_is_told_at_its_place(
    book: Rulebook, body: str, told: str
) -> None:
    (trouble,) = written(book, body).troubles()
    assert trouble.endswith(told)


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            '<xsl:template match="b"/>',
            "a template is called by its `name`: `match` has no meaning here",
        ),
        ('<xsl:template name="ctx"/>', "the template `ctx` is there twice"),
    ],
)
def test_templates_have_one_name(book: Rulebook, template: str, told: str) -> None:
    (trouble,) = written(book, more=TEMPLATES + template).troubles()
    assert trouble.endswith(told)


STYLES = """<xsl:{0} version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xmlns:v="utils">{1}</xsl:{0}>"""
FUNCTION = '<xsl:function name="v:f"><xsl:sequence select="$one + 1"/></xsl:function>'
ONE = '<xsl:variable name="one" select="1"/><xsl:output method="xml"/>'


@pytest.mark.parametrize("root", ["stylesheet", "transform"])
@pytest.mark.parametrize("element", ["include", "import"])
def test_what_a_stylesheet_declares_is_the_schemas(
    book: Rulebook, root: str, element: str
) -> None:
    more = '<xsl:include href="more.xsl"/>'
    (book.folder / "all.xsl").write_text(STYLES.format(root, more + FUNCTION))
    (book.folder / "more.xsl").write_text(STYLES.format(root, ONE))
    rule = (
        '<rule context="a"><report test="true()">[<value-of select="u:f()"/>]</report>'
    )
    book.write(
        f'<ns prefix="u" uri="utils"/><xsl:{element} href="all.xsl"/>'
        f"<pattern>{rule}</rule></pattern>"
    )
    assert book.messages("<a/>") == ["[2]"]
    (book.folder / "more.xsl").write_text(STYLES.format(root, ONE.replace("1", "5")))
    assert book.messages("<a/>") == ["[6]"]


def test_other_files_are_no_stylesheets(book: Rulebook) -> None:
    (book.folder / "codes.xml").write_text("<codes/>")
    book.write('<xsl:include href="codes.xml"/><xsl:include href="none.xsl"/>')
    assert book.troubles() == [
        "rules.sch /*/xsl:include[1]@href: this is no stylesheet of XSLT",
        "rules.sch /*/xsl:include[2]@href: no such file or directory",
    ]


def test_a_prefix_stands_for_one_namespace(book: Rulebook) -> None:
    (book.folder / "all.xsl").write_text(STYLES.format("stylesheet", FUNCTION))
    book.write('<ns prefix="v" uri="other"/><xsl:include href="all.xsl"/>')
    first, *_ = book.troubles()
    assert first.endswith("its prefix `v` is that of `other` in an `ns`")
