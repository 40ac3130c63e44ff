"""Each kind of fault: where it is, and the text that its mend makes."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

HEAD, TAIL = "<entry><content><Campaign>", "</Campaign></content></entry>"


# In a Campaign: what is written, the faults with what they point at, the mend.
IN_CAMPAIGN = [
    # End tags.
    (
        "<OrganizationState>MA</OrganizationSt>",
        [("mismatched-end-tag", "OrganizationSt")],
        "<OrganizationState>MA</OrganizationState>",
    ),
    (
        "<OrganizationState>MA</OrganizationCity>",
        [("mismatched-end-tag", "OrganizationCity")],
        "<OrganizationState>MA</OrganizationState>",
    ),
    (
        "<Subject>Hello</subject>",
        [("mismatched-end-tag", "subject")],
        "<Subject>Hello</Subject>",
    ),
    (
        "<Subjct>Hello</Subject>",
        [("mismatched-end-tag", "Subject")],
        "<Subject>Hello</Subject>",
    ),
    ("<Subject>x</>", [("mismatched-end-tag", "</>")], "<Subject>x</Subject>"),
    ("<Foo>x</>", [("mismatched-end-tag", "</>")], "<Foo>x</Foo>"),
    ("<Foo>x<>", [("mismatched-end-tag", "<>")], "<Foo>x</Foo>"),
    (
        "<Subject>x< /> <Name>y<>",
        [("mismatched-end-tag", "< />"), ("mismatched-end-tag", "<>")],
        "<Subject>x</Subject> <Name>y</Name>",
    ),
    ("<Name>a <> b</Name>", [("bare-less-than", "<")], "<Name>a &lt;> b</Name>"),
    ("<Name>x<></Name>", [("bare-less-than", "<")], "<Name>x&lt;></Name>"),
    ("<Name>x</Name></>", [("stray-end-tag", "</>")], "<Name>x</Name>"),
    ("<Name>x</Name> <> ", [("stray-end-tag", "<>")], "<Name>x</Name>  "),
    ("<a><b>x</b></></a>", [("stray-end-tag", "</>")], "<a><b>x</b></a>"),
    (" <>x</Name>", [("unfinished-start-tag", "<>")], " <Name>x</Name>"),
    (
        "<Subject>x</<Name>y</Name>",
        [("mismatched-end-tag", "</")],
        "<Subject>x</Subject><Name>y</Name>",
    ),
    (
        "<Subject>x</\n<Name>y</Name>",
        [("mismatched-end-tag", "</")],
        "<Subject>x</Subject>\n<Name>y</Name>",
    ),
    ("<Name>x</\n</Name>", [("bare-less-than", "<")], "<Name>x&lt;/\n</Name>"),
    (
        "<FromEmail><EmailAddress>x</\n</FromEmail>",
        [("mismatched-end-tag", "</")],
        "<FromEmail><EmailAddress>x</EmailAddress>\n</FromEmail>",
    ),
    (
        "<Name>x</Name></b[&lt;i&gt;>",
        [("stray-end-tag", "b[")],
        "<Name>x</Name>&lt;i&gt;>",
    ),
    ("<Name>x</ y</Name>", [("bare-less-than", "<")], "<Name>x&lt;/ y</Name>"),
    ("<Name>x<?Name>", [("unfinished-end-tag", "Name")], "<Name>x</Name>"),
    (
        "<Name>x<?Name >?></Name>&",
        [("bare-ampersand", "&")],
        "<Name>x<?Name >?></Name>&amp;",
    ),
    ("<b><i>x</b></i>", [("mismatched-end-tag", "b")], "<b><i>x</i></b>"),
    (
        "<FromEmail><EmailAddress>a</FromEmail></EmailAddress>",
        [("mismatched-end-tag", "FromEmail")],
        "<FromEmail><EmailAddress>a</EmailAddress></FromEmail>",
    ),
    (
        "<Email><link/></Emial><Name>x</Name>",
        [("mismatched-end-tag", "Emial")],
        "<Email><link/></Email><Name>x</Name>",
    ),
    (
        "<FromEmail><Email></Xyz><EmailAddress>j</EmailAddress></FromEmail>",
        [("mismatched-end-tag", "Xyz")],
        "<FromEmail><Email></Email><EmailAddress>j</EmailAddress></FromEmail>",
    ),
    (
        "<FromEmail><Email><link/></FromEmial><Subject>x</Subject>",
        [("unclosed-element", "Email"), ("mismatched-end-tag", "FromEmial")],
        "<FromEmail><Email><link/></Email></FromEmail><Subject>x</Subject>",
    ),
    (
        "<Email></Xyz><Name>x</Name></Email>",
        [("stray-end-tag", "Xyz")],
        "<Email><Name>x</Name></Email>",
    ),
    (
        "<a><b></a>x<c/></b></a>",
        [("stray-end-tag", "a")],
        "<a><b>x<c/></b></a>",
    ),
    (
        "<a><b><c>x</b></b></a>",
        [("mismatched-end-tag", "b")],
        "<a><b><c>x</c></b></a>",
    ),
    (
        "<FromEmail><Email><link/></FromEmial></FromEmail>",
        [("mismatched-end-tag", "FromEmial")],
        "<FromEmail><Email><link/></Email></FromEmail>",
    ),
    (
        "<Subject>x</Subject></Subject>",
        [("stray-end-tag", "Subject")],
        "<Subject>x</Subject>",
    ),
    ("</Subject>", [("stray-end-tag", "Subject")], ""),
    (
        "<Subject>Hi</FromName> you</Subject>",
        [("stray-end-tag", "FromName")],
        "<Subject>Hi you</Subject>",
    ),
    # Elements without end tag.
    (
        "<FromEmail><EmailAddress>a<Subject>x</Subject>",
        [("unclosed-element", "FromEmail"), ("unclosed-element", "EmailAddress")],
        "<FromEmail><EmailAddress>a</EmailAddress></FromEmail><Subject>x</Subject>",
    ),
    (
        "<GreetingString>Hi\n  <Subject>Joe</Subject>",
        [("unclosed-element", "GreetingString")],
        "<GreetingString>Hi</GreetingString>\n  <Subject>Joe</Subject>",
    ),
    (
        "<FromEmail><EmailAddress>a</FromEmail><Subject>x</Subject>",
        [("unclosed-element", "EmailAddress")],
        "<FromEmail><EmailAddress>a</EmailAddress></FromEmail><Subject>x</Subject>",
    ),
    (
        "<FromEmail><EmailAddress>a</EmailAddress>\n<Subject>x</Subject>",
        [("unclosed-element", "FromEmail")],
        "<FromEmail><EmailAddress>a</EmailAddress></FromEmail>\n<Subject>x</Subject>",
    ),
    (
        (
            "<ContactLists><ContactList id='1'><link/><ContactList id='2'><link/>"
            "</ContactList></ContactLists>"
        ),
        [("unclosed-element", "ContactList")],
        (
            "<ContactLists><ContactList id='1'><link/></ContactList>"
            "<ContactList id='2'><link/></ContactList></ContactLists>"
        ),
    ),
    (
        "<Subject>Hello<Subject><Name>x</Name>",
        [("unclosed-element", "Subject")],
        "<Subject>Hello</Subject><Name>x</Name>",
    ),
    ("<Subject>Hello", [("unclosed-element", "Subject")], "<Subject>Hello</Subject>"),
    (
        "<Sub,ject>Hello<Sub,ject><Name>x</Name>",
        [("invalid-name", "Sub,ject"), ("unclosed-element", "Sub,ject")],
        "<Sub_ject>Hello</Sub_ject><Name>x</Name>",
    ),
    (
        "<Foo><Bar>x</Foo>",
        [("unclosed-element", "Bar")],
        "<Foo><Bar>x</Bar></Foo>",
    ),
    # Tags that do not end.
    (
        "<Name\n<Status>x</Status>",
        [("unfinished-start-tag", "Name")],
        "<Name/>\n<Status>x</Status>",
    ),
    (
        '<FromEmail><Email id="1" <Foo></FromEmail>',
        [("unfinished-start-tag", "Email"), ("unclosed-element", "Foo")],
        '<FromEmail><Email id="1"><Foo></Foo></Email></FromEmail>',
    ),
    (
        "<Subject Hello you</Subject>",
        [("unfinished-start-tag", "Subject")],
        "<Subject>Hello you</Subject>",
    ),
    *(
        (
            f"<Subject{words}</Subject>",
            [("unfinished-start-tag", "Subject")],
            f"<Subject>{words}</Subject>",
        )
        for words in ("2011-10-03T06:30:00Z", "http://a.b/", "a@b.c", "$5", "-1", "!")
    ),
    (
        "<Subject>a <Subjectb@c</Subject>",
        [("bare-less-than", "<")],
        "<Subject>a &lt;Subjectb@c</Subject>",
    ),
    (
        '<ContactList id="1"\n<link/></ContactList>',
        [("unfinished-start-tag", "ContactList")],
        '<ContactList id="1">\n<link/></ContactList>',
    ),
    (
        "<Name>x</Name\n<Status>y</Status>",
        [("unfinished-end-tag", "Name")],
        "<Name>x</Name>\n<Status>y</Status>",
    ),
    ("< Subject>x</Subject>", [("space-before-name", " ")], "<Subject>x</Subject>"),
    ("<Subject>x</ Subject>", [("space-before-name", " ")], "<Subject>x</Subject>"),
    ("<Subject>x< /Subject>", [("space-before-name", " ")], "<Subject>x</Subject>"),
    # Characters and references.
    (
        "<Name>1 < 2, I <3 you, a <b and c</Name>",
        [("bare-less-than", "<")] * 3,
        "<Name>1 &lt; 2, I &lt;3 you, a &lt;b and c</Name>",
    ),
    (
        "<Name>a <= b, a </= b, a < foo> b</Name>",
        [("bare-less-than", "<")] * 3,
        "<Name>a &lt;= b, a &lt;/= b, a &lt; foo> b</Name>",
    ),
    (
        "<FromName>Joe <joe@example.com></FromName>",
        [("bare-less-than", "<")],
        "<FromName>Joe &lt;joe@example.com></FromName>",
    ),
    (
        "<Name>R&D & you</Name>",
        [("bare-ampersand", "&")] * 2,
        "<Name>R&amp;D &amp; you</Name>",
    ),
    ("<Name>{{ & b</Name>", [("bare-ampersand", "&")], "<Name>{{ &amp; b</Name>"),
    (
        '<link href="a?b&amp;c&d=1&copy=2"/>',
        [("bare-ampersand", "&")] * 2,
        '<link href="a?b&amp;c&amp;d=1&amp;copy=2"/>',
    ),
    (
        "<Name>a&nbsp;b</Name>",
        [("undefined-entity", "&nbsp;")],
        "<Name>a&#160;b</Name>",
    ),
    (
        "<Name>Caf&eacute;&nbsp;&amp;&nbsp;</Name>",
        [("undefined-entity", "&eacute;"), ("undefined-entity", "&nbsp;")],
        "<Name>Caf&#233;&#160;&amp;&#160;</Name>",
    ),
    ("<Name>a&AMP;b</Name>", [("undefined-entity", "&AMP;")], "<Name>a&amp;b</Name>"),
    ("<Name>a&me;b</Name>", [("undefined-entity", "&me;")], "<Name>a&amp;me;b</Name>"),
    ("<Name>&#0;x</Name>", [("invalid-character-reference", "&#0;")], "<Name>x</Name>"),
    (
        "<Name>&#12345678;x</Name>",
        [("invalid-character-reference", "&#12345678;")],
        "<Name>x</Name>",
    ),
    (
        "<Name>&#XE9;</Name>",
        [("invalid-character-reference", "&#XE9;")],
        "<Name>&#xe9;</Name>",
    ),
    (
        "<Name>&#zz;</Name>",
        [("invalid-character-reference", "&#zz;")],
        "<Name>&amp;#zz;</Name>",
    ),
    (
        "<Name>&#233;&#12z;</Name>",
        [("invalid-character-reference", "&#12z;")],
        "<Name>&#233;&amp;#12z;</Name>",
    ),
    (
        "<Name>&#55356;&#57147;</Name>",
        [("invalid-character-reference", "&#55356;&#57147;")],
        "<Name>&#127803;</Name>",
    ),
    (
        "<Name>a &amp b</Name>",
        [("unterminated-reference", "&amp")],
        "<Name>a &amp; b</Name>",
    ),
    (
        "<Name>&#233 b</Name>",
        [("unterminated-reference", "&#233")],
        "<Name>&#233; b</Name>",
    ),
    ("<Name>a </ b</Name>", [("bare-less-than", "<")], "<Name>a &lt;/ b</Name>"),
    ("<Name>a</ Name>", [("space-before-name", " ")], "<Name>a</Name>"),
    (
        "<Name>a</ Name<Subject>x</Subject>",
        [("space-before-name", " "), ("unfinished-end-tag", "Name")],
        "<Name>a</Name><Subject>x</Subject>",
    ),
    ("<Name>a ]]> b</Name>", [("cdata-end-in-text", "]]>")], "<Name>a ]]&gt; b</Name>"),
    ("<Name>\x0b\x0cx</Name>", [("forbidden-character", "\x0b\x0c")], "<Name>x</Name>"),
    ("<Na\x00me>x</Name>", [("forbidden-character", "\x00")], "<Name>x</Name>"),
    (
        "<Name>\ud800x\ufffe</Name>",
        [("forbidden-character", "\ud800"), ("forbidden-character", "\ufffe")],
        "<Name>x</Name>",
    ),
    # Attributes.
    ("<link href=5/>", [("unquoted-attribute-value", "5")], '<link href="5"/>'),
    ('<link href=5"/>', [("unquoted-attribute-value", '5"')], '<link href="5"/>'),
    (
        "<link href=http://a?b=1&c rel=x />",
        [
            ("unquoted-attribute-value", "http://a?b=1&c"),
            ("bare-ampersand", "&"),
            ("unquoted-attribute-value", "x"),
        ],
        '<link href="http://a?b=1&amp;c" rel="x" />',
    ),
    ("<link edit/>", [("attribute-without-value", "edit")], '<link edit="edit"/>'),
    ('<link href "x"/>', [("malformed-attribute", 'href "x"')], '<link href="x"/>'),
    ('<link href=="x"/>', [("malformed-attribute", 'href=="x"')], '<link href="x"/>'),
    ("<link href=/>", [("malformed-attribute", "href=")], '<link href=""/>'),
    ('<link "x"/>', [("malformed-attribute", '"x"')], "<link/>"),
    (
        '<link ="x" rel="y"/>',
        [("malformed-attribute", '="x"')],
        '<link rel="y"/>',
    ),
    ('<link ="b="/>', [("malformed-attribute", '="b="')], '<link b=""/>'),
    ("<link / >", [("malformed-attribute", "/ ")], "<link />"),
    ("<link <%>x</link>", [("malformed-attribute", "<%")], '<link _="_">x</link>'),
    (
        '<link\xa0href="x"/>',
        [("malformed-attribute", '\xa0href="x"')],
        '<link  href="x"/>',
    ),
    (
        "<link xmlns rel='x'/>",
        [("attribute-without-value", "xmlns")],
        "<link rel='x'/>",
    ),
    (
        '<link href=x"y z"/>',
        [("malformed-attribute", 'href=x"y z"')],
        '<link href="y z"/>',
    ),
    (
        '<link href="b="c"/>',
        [("unclosed-attribute-value", 'c"')],
        '<link href="b=" c=""/>',
    ),
    ('<link / href="x"/>', [("malformed-attribute", "/")], '<link   href="x"/>'),
    ("<Name>x</Name a='1'>", [("malformed-attribute", "a='1'")], "<Name>x</Name>"),
    ("<Name>x</Name a >", [("malformed-attribute", "a")], "<Name>x</Name>"),
    (
        '<link href="x"rel="y"/>',
        [("missing-space-before-attribute", 'rel="y"')],
        '<link href="x" rel="y"/>',
    ),
    (
        '<link href="x/>\n<link href="y"/>',
        [("unclosed-attribute-value", 'href="x')],
        '<link href="x"/>\n<link href="y"/>',
    ),
    (
        '<link href="x rel="y"/>',
        [("unclosed-attribute-value", 'href="x')],
        '<link href="x" rel="y"/>',
    ),
    (
        '<link rel="x href="/y"/>',
        [("unclosed-attribute-value", 'rel="x')],
        '<link rel="x" href="/y"/>',
    ),
    ('<link href="a<b"/>', [("less-than-in-attribute", "<")], '<link href="a&lt;b"/>'),
    # What is bare in a section goes with that.
    (
        "<link href='<![CDATA[a & b]]> & <![CDATA[&c;&amp;]]>' rel='<![CDATA[d]]>'/>",
        [
            ("less-than-in-attribute", "<"),
            ("bare-ampersand", "&"),
            ("less-than-in-attribute", "<"),
            ("less-than-in-attribute", "<"),
        ],
        "<link href='a &amp; b &amp; &amp;c;&amp;' rel='d'/>",
    ),
    ("<link href=“x y”/>", [("curly-quotes", "“x y”")], '<link href="x y"/>'),
    ('<link href="x”/>', [("curly-quotes", '"x”')], '<link href="x"/>'),
    ("<link href=“x/>", [("curly-quotes", "“x")], '<link href="x"/>'),
    ("<link href=“/>", [("curly-quotes", "“")], '<link href=""/>'),
    ("<link href=x”/>", [("unquoted-attribute-value", "x”")], '<link href="x"/>'),
    ('<link a="1" b="" a="2"/>', [("duplicate-attribute", "a")], '<link a="1" b=""/>'),
    (
        '<link a="1" a="&" b="&"/>',
        [("duplicate-attribute", "a"), *[("bare-ampersand", "&")] * 2],
        '<link a="1" b="&amp;"/>',
    ),
    (
        '<link xmlns:p="u:x" xmlns:q="u:x" p:a="" q:a=""/>',
        [("duplicate-attribute", "q:a")],
        '<link xmlns:p="u:x" xmlns:q="u:x" p:a=""/>',
    ),
    # Names.
    ("<1abc>x</1abc>", [("invalid-name", "1abc")], "<_1abc>x</_1abc>"),
    ("<a,b>x</a,b>", [("invalid-name", "a,b")], "<a_b>x</a_b>"),
    ("<a:b:c/>", [("invalid-name", "a:b:c")], "<a_b_c/>"),
    ('<link 1="x"/>', [("invalid-name", "1")], '<link _1="x"/>'),
    ('<link xml:id="1"/>', [("invalid-name", "1")], '<link xml:id="_1"/>'),
    ("<link xml:id\u200b/>", [("invalid-name", "xml:id\u200b")], "<link/>"),
    ('<link xml:id=""/>', [("invalid-name", "xml:id")], '<link xml:id="_"/>'),
    (
        '<Email xml:id="x"/><link xml:id="x"/>',
        [("invalid-name", "x")],
        '<Email xml:id="x"/><link xml:id="x_1"/>',
    ),
    (
        '<link xmlns=" http://a/b"/>',
        [("malformed-namespace", " http://a/b")],
        '<link xmlns="http://a/b"/>',
    ),
    (
        '<link xmlns="http:\\\\a\\b\u200b"/>',
        [("malformed-namespace", "http:\\\\a\\b\u200b")],
        '<link xmlns="http://a/b"/>',
    ),
    (
        '<link xmlns:p="http://a/?b&amp;c&d&#233; "/>',
        [
            ("malformed-namespace", "http://a/?b&amp;c&d&#233; "),
            ("bare-ampersand", "&"),
        ],
        '<link xmlns:p="http://a/?b&amp;c&amp;d%C3%A9"/>',
    ),
    (
        '<link xmlns:p=""/>',
        [("malformed-namespace", "xmlns:p")],
        '<link xmlns:p="urn:xmlns_p"/>',
    ),
    (
        '<link xmlns:xml="u:x"/>',
        [("malformed-namespace", "u:x")],
        "<link/>",
    ),
    # Comments, CDATA, instructions.
    ("<Name><![CDATA[<p>]]></Name>", [], "<Name><![CDATA[<p>]]></Name>"),
    ("<?go now?>", [], "<?go now?>"),
    ("<?a,b c?>", [("invalid-name", "a,b")], "<?a_b c?>"),
    ("<?a>b?>", [("invalid-name", "a")], "<?a >b?>"),
    (
        "<?go now <Name>x</Name>",
        [("unclosed-processing-instruction", "<?go")],
        "<?go now ?><Name>x</Name>",
    ),
    (
        "<!DOCTYPE a <Name>x</Name>",
        [("doctype", "<!DOCTYPE a")],
        " <Name>x</Name>",
    ),
    ("<!-- a -- b -->", [("double-hyphen-in-comment", "--")], "<!-- a - - b -->"),
    ("<!-- a --->", [("double-hyphen-in-comment", "--")], "<!-- a - -->"),
    (
        "<!-- <Name>x</Name> <!--><Name>&</Name>",
        [("bare-ampersand", "&")],
        "<!-- <Name>x</Name> <!--><Name>&amp;</Name>",
    ),
    (
        "<!-- a\n<Name>x</Name>",
        [("unclosed-comment", "<!--")],
        "<!-- a-->\n<Name>x</Name>",
    ),
    (
        "<!-- a -> <Name>x</Name>",
        [("unclosed-comment", "<!--")],
        "<!-- a --> <Name>x</Name>",
    ),
    # An end that is not quite one may stand behind the elements of a comment.
    (
        "<!-- <Name>x</Name> --\n<Name>y</Name>",
        [("unclosed-comment", "<!--")],
        "<!-- <Name>x</Name> -->\n<Name>y</Name>",
    ),
    (
        "<!-- <Name>x</Name><a/> -> <Name>y</Name><!-- b -->",
        [("unclosed-comment", "<!--")],
        "<!-- <Name>x</Name><a/> --> <Name>y</Name><!-- b -->",
    ),
    (
        "<!--\n<Name>x -- >\n</Name>\n-- >\n<Name>y</Name>",
        [("unclosed-comment", "<!--")],
        "<!--\n<Name>x - - >\n</Name>\n-->\n<Name>y</Name>",
    ),
    (
        "<!-- a\n<Name>x</Name> ->\n",
        [("unclosed-comment", "<!--")],
        "<!-- a-->\n<Name>x</Name> ->\n",
    ),
    (
        "<!-- a\n<Name>x</Name><!-- b -->",
        [("unclosed-comment", "<!--")],
        "<!-- a-->\n<Name>x</Name><!-- b -->",
    ),
    (
        "<EmailContent><![CDATA[<p>x</EmailContent><Name>y</Name>",
        [("unclosed-cdata", "<![CDATA[")],
        "<EmailContent><![CDATA[<p>x]]></EmailContent><Name>y</Name>",
    ),
    (
        "<?go now>\n<Name>x</Name>",
        [("unclosed-processing-instruction", "<?go")],
        "<?go now?>\n<Name>x</Name>",
    ),
    (
        "<?php echo $a><Name>x</Name>",
        [("template-leftover", "<?php")],
        "<?php echo $a?><Name>x</Name>",
    ),
    (
        '<?xml version="1.0"?><Name>x</Name>',
        [("misplaced-xml-declaration", "<?xml")],
        "<Name>x</Name>",
    ),
    (
        "<!DOCTYPE html><Name>x</Name>",
        [("doctype", "<!DOCTYPE html")],
        "<Name>x</Name>",
    ),
    # Templates.
    (
        "<Name>a <?= b</Name>",
        [("template-leftover", "<?")],
        "<Name>a &lt;?= b</Name>",
    ),
    (
        "<Name><?= $a ?></Name>",
        [("template-leftover", "<?= $a ?>")],
        "<Name>&lt;?= $a ?></Name>",
    ),
    (
        "<Name><% a %></Name>",
        [("template-leftover", "<% a %>")],
        "<Name>&lt;% a %></Name>",
    ),
    (
        "<Name>{{ a && b < c }}</Name>",
        [("template-leftover", "{{ a && b < c }}")],
        "<Name>{{ a &amp;&amp; b &lt; c }}</Name>",
    ),
    ("<Name {{a}}>x</Name>", [("template-leftover", "{{a}}")], "<Name>x</Name>"),
    (
        "<link href={{ a }} rel='x'/>",
        [("template-leftover", "{{ a }}")],
        "<link href=\"{{ a }}\" rel='x'/>",
    ),
    (
        "<link href='<%= a & b %>' rel='x'/>",
        [("template-leftover", "<%= a & b %>")],
        "<link href='&lt;%= a &amp; b %>' rel='x'/>",
    ),
    (
        "<link href='/x/<?= $a ?>/<3'/>",
        [("template-leftover", "<?= $a ?>"), ("less-than-in-attribute", "<")],
        "<link href='/x/&lt;?= $a ?>/&lt;3'/>",
    ),
    ("<Name>{{ a }}</Name>", [], "<Name>{{ a }}</Name>"),
    # Markup in text.
    (
        "<EmailContent>Hi <p>a &nbsp;<hr size=1></p>!</EmailContent>",
        [("unescaped-markup", "<p>a &nbsp;<hr size=1></p>")],
        "<EmailContent>Hi &lt;p>a &amp;nbsp;&lt;hr size=1>&lt;/p>!</EmailContent>",
    ),
    (
        "<EmailContent><!DOCTYPE html><title>x</title></EmailContent>",
        [("unescaped-markup", "<!DOCTYPE html><title>x</title>")],
        "<EmailContent>&lt;!DOCTYPE html>&lt;title>x&lt;/title></EmailContent>",
    ),
    ("<Name>a <b>c</Name>", [("unescaped-markup", "<b>")], "<Name>a &lt;b>c</Name>"),
    (
        "<Name><b>&amp;&nbsp;</Name>",
        [("unescaped-markup", "<b>"), ("undefined-entity", "&nbsp;")],
        "<Name>&lt;b>&amp;&#160;</Name>",
    ),
    (
        "<EmailContent><p>&amp;&nbsp;</p><br>",
        [
            ("unclosed-element", "EmailContent"),
            ("unescaped-markup", "<p>&amp;&nbsp;</p><br>"),
        ],
        "<EmailContent>&lt;p>&amp;&amp;nbsp;&lt;/p>&lt;br></EmailContent>",
    ),
    (
        "<EmailContent><p>x\n<Subject>y</Subject>",
        [("unclosed-element", "EmailContent"), ("unescaped-markup", "<p>")],
        "<EmailContent>&lt;p>x</EmailContent>\n<Subject>y</Subject>",
    ),
    ("<Name><b>c</b></Name>", [], "<Name><b>c</b></Name>"),
    (
        "<Name>a <!DOCTYPE b []]>c</Name>",
        [("unescaped-markup", "<!DOCTYPE b []")],
        "<Name>a &lt;!DOCTYPE b []]&gt;c</Name>",
    ),
    (
        '<Name><!DOCTYPE a [<!ENTITY x "y">]></Name><Subject>&x;</Subject>',
        [
            ("unescaped-markup", '<!DOCTYPE a [<!ENTITY x "y">]>'),
            ("undefined-entity", "&x;"),
        ],
        ('<Name>&lt;!DOCTYPE a [&lt;!ENTITY x "y">]></Name><Subject>y</Subject>'),
    ),
    # Slips that are one fault, whatever follows from them.
    (
        "<ContactList id=http://a/b/><link/></ContactList>",
        [("unquoted-attribute-value", "http://a/b/")],
        '<ContactList id="http://a/b/"><link/></ContactList>',
    ),
    (
        '<ContactList id="http://a/b/><link/></ContactList>',
        [("unclosed-attribute-value", 'id="http://a/b/')],
        '<ContactList id="http://a/b/"><link/></ContactList>',
    ),
    (
        "<Email id=http://a/b/><Email id='2'></Email>",
        [("unquoted-attribute-value", "http://a/b")],
        "<Email id=\"http://a/b\"/><Email id='2'></Email>",
    ),
    (
        '<SubjectTulip bulbs & "more</Subject>',
        [("unfinished-start-tag", "Subject"), ("bare-ampersand", "&")],
        '<Subject>Tulip bulbs &amp; "more</Subject>',
    ),
    (
        "<NameNO</Name>",
        [("unfinished-start-tag", "Name")],
        "<Name>NO</Name>",
    ),
    (
        "Subject>a & b</Subject>",
        [("unfinished-start-tag", "Subject"), ("bare-ampersand", "&")],
        "<Subject>a &amp; b</Subject>",
    ),
    (
        "<Name>x</Name>\nFromEmail>\n<EmailAddress>a</EmailAddress></FromEmail>",
        [("unfinished-start-tag", "FromEmail")],
        "<Name>x</Name>\n<FromEmail>\n<EmailAddress>a</EmailAddress></FromEmail>",
    ),
    (
        "FromEmail><Email id='1'><link/></Email></FromEmail>",
        [("unfinished-start-tag", "FromEmail")],
        "<FromEmail><Email id='1'><link/></Email></FromEmail>",
    ),
    (
        "<FromEmail>Email id='&'><link/></Email></FromEmail>",
        [("unfinished-start-tag", "Email"), ("bare-ampersand", "&")],
        "<FromEmail><Email id='&amp;'><link/></Email></FromEmail>",
    ),
    (
        "<ContactLists>ContactList> <ContactList></ContactList></ContactLists>",
        [],
        "<ContactLists>ContactList> <ContactList></ContactList></ContactLists>",
    ),
    (
        "Subject><!-- </Subject> -->",
        [],
        "Subject><!-- </Subject> -->",
    ),
    (
        "FromEmail id='a>b'>x</FromEmail>",
        [("stray-end-tag", "FromEmail")],
        "FromEmail id='a>b'>x",
    ),
    (
        "<Subject/>Hello</Subject>",
        [("malformed-attribute", "/")],
        "<Subject>Hello</Subject>",
    ),
    (
        "<Subject/>\n</Subject>",
        [("stray-end-tag", "Subject")],
        "<Subject/>\n",
    ),
    (
        "<Subject>Hello<\\Subject>",
        [("unfinished-end-tag", "Subject")],
        "<Subject>Hello</Subject>",
    ),
    (
        "<Name>C:<\\temp></Name>",
        [("bare-less-than", "<")],
        "<Name>C:&lt;\\temp></Name>",
    ),
    (
        "<Subject>Hello<Subject/><Name>x</Name>",
        [("unclosed-element", "Subject")],
        "<Subject>Hello</Subject><Name>x</Name>",
    ),
    (
        "<FromEmail><Email/><FromEmail><Subject>x</Subject>",
        [("unclosed-element", "FromEmail")],
        "<FromEmail><Email/></FromEmail><Subject>x</Subject>",
    ),
    (
        "<FromEmail><Email/><FromEmail>",
        [("unclosed-element", "FromEmail")],
        "<FromEmail><Email/></FromEmail>",
    ),
    (
        "<Subject>Hello <Name>, in <OrganizationCity></Subject>",
        [("unescaped-markup", "<Name>, in <OrganizationCity>")],
        "<Subject>Hello &lt;Name>, in &lt;OrganizationCity></Subject>",
    ),
    (
        "<Name><![cdata[a & b]]></Name>",
        [("malformed-cdata", "<![cdata[")],
        "<Name><![CDATA[a & b]]></Name>",
    ),
    (
        "<Name><[CDATA[a <b> c]]></Name>",
        [("malformed-cdata", "<[CDATA[")],
        "<Name><![CDATA[a <b> c]]></Name>",
    ),
    (
        "<Name><!(CDATA[x]]></Name>",
        [("malformed-cdata", "<!(CDATA[")],
        "<Name><![CDATA[x]]></Name>",
    ),
    (
        "<Name><![CDATAx]]></Name>",
        [("malformed-cdata", "<![CDATA")],
        "<Name><![CDATA[x]]></Name>",
    ),
    (
        "<Name><![CDATA a]]></Name>",
        [("malformed-cdata", "<![CDATA")],
        "<Name><![CDATA[ a]]></Name>",
    ),
    (
        "<Name><[CDATA[a</Name><Subject>]]></Subject>",
        [("bare-less-than", "<"), ("cdata-end-in-text", "]]>")],
        "<Name>&lt;[CDATA[a</Name><Subject>]]&gt;</Subject>",
    ),
    # Tags that lack a sign, or have one too many.
    (
        "<Name>Rye week/Name><Subject>x</Subject>",
        [("unclosed-element", "Name")],
        "<Name>Rye week</Name><Subject>x</Subject>",
    ),
    (
        "<FromEmail><Email/>/ FromEmail ><Subject>x</Subject>",
        [("unclosed-element", "FromEmail")],
        "<FromEmail><Email/></FromEmail ><Subject>x</Subject>",
    ),
    (
        "<Name>Rye/week/Names><Subject>x</Subject>",
        [("unclosed-element", "Name")],
        "<Name>Rye/week/Names></Name><Subject>x</Subject>",
    ),
    (
        "<Name>x<//Name><Subject>y</Subject>",
        [("unfinished-end-tag", "Name")],
        "<Name>x</Name><Subject>y</Subject>",
    ),
    (
        "<b>x<///b >",
        [("unfinished-end-tag", "b")],
        "<b>x</b >",
    ),
    (
        "<<Name>x</Name>",
        [("bare-less-than", "<")],
        "<Name>x</Name>",
    ),
    (
        "<Name>x<</Name>",
        [("bare-less-than", "<")],
        "<Name>x</Name>",
    ),
    (
        "<Name>x < </Name>",
        [("bare-less-than", "<")],
        "<Name>x &lt; </Name>",
    ),
    # Other marks round a value.
    (
        "<a b=&quot;x y&quot;/>",
        [("unquoted-attribute-value", "&quot;x y&quot;")],
        '<a b="x y"/>',
    ),
    (
        "<a b=`x`>y</a>",
        [("unquoted-attribute-value", "`x`")],
        '<a b="x">y</a>',
    ),
    (
        "<a b=&quot;x?y=1&z=2&quot;/>",
        [
            ("unquoted-attribute-value", "&quot;x?y=1&z=2&quot;"),
            ("bare-ampersand", "&"),
        ],
        '<a b="x?y=1&amp;z=2"/>',
    ),
    # Comments.
    (
        "<!– a – b –><Name>x</Name>",
        [("malformed-comment", "<!–")],
        "<!-- a – b --><Name>x</Name>",
    ),
    (
        "<Name>x</Name> <! a note > <Subject>y</Subject>",
        [("malformed-comment", "<!")],
        "<Name>x</Name> <!-- a note --> <Subject>y</Subject>",
    ),
    # In a text, or with another word than one of a note, it is none.
    (
        "<Name>x <! y > z</Name>",
        [("bare-less-than", "<")],
        "<Name>x &lt;! y > z</Name>",
    ),
    (
        "<Name><! DOCTYPE html></Name>",
        [("bare-less-than", "<")],
        "<Name>&lt;! DOCTYPE html></Name>",
    ),
    (
        "<!- a -><Name>x</Name>",
        [("malformed-comment", "<!-")],
        "<!-- a --><Name>x</Name>",
    ),
    (
        "<-- a -- b --><Name>x</Name>",
        [("malformed-comment", "<--")],
        "<!-- a - - b --><Name>x</Name>",
    ),
    (
        "<!- a <Name>x</Name>",
        [("bare-less-than", "<")],
        "&lt;!- a <Name>x</Name>",
    ),
    (
        "<!-- a <!-- b --> c --><Name>x</Name>",
        [("double-hyphen-in-comment", "--")],
        "<!-- a <!- - b - -> c --><Name>x</Name>",
    ),
    (
        "<!-- a <!-- b --><Name>x</Name>",
        [("double-hyphen-in-comment", "--")],
        "<!-- a <!- - b --><Name>x</Name>",
    ),
    # References.
    ("<Name>a &Lt; b</Name>", [("undefined-entity", "&Lt;")], "<Name>a &lt; b</Name>"),
    (
        "<Name>a &#12 b</Name>",
        [("invalid-character-reference", "&#12")],
        "<Name>a  b</Name>",
    ),
    # Sections that never begin, or end twice.
    (
        "<EmailContent><p>a<br>&nbsp;</p>]]>\n</EmailContent>",
        [("cdata-end-in-text", "]]>")],
        "<EmailContent><![CDATA[<p>a<br>&nbsp;</p>]]>\n</EmailContent>",
    ),
    (
        "<EmailContent><p>a</p>]]></EmailContent>",
        [("cdata-end-in-text", "]]>")],
        "<EmailContent><![CDATA[<p>a</p>]]></EmailContent>",
    ),
    (
        "<EmailContent><p>a & b</p><![CDATA[c]]></EmailContent>",
        [("unescaped-markup", "<p>a & b</p>")],
        "<EmailContent>&lt;p>a &amp; b&lt;/p><![CDATA[c]]></EmailContent>",
    ),
    (
        "<EmailContent><p>a</p>]]> b ]]></EmailContent>",
        [("cdata-end-in-text", "]]>"), ("cdata-end-in-text", "]]>")],
        "<EmailContent><p>a</p>]]&gt; b ]]&gt;</EmailContent>",
    ),
    (
        '<link href=\'x" rel="y"/>',
        [("unclosed-attribute-value", "href='x\"")],
        "<link href='x' rel=\"y\"/>",
    ),
    (
        '<link href="x", rel="y"/>',
        [("malformed-attribute", ",")],
        '<link href="x" rel="y"/>',
    ),
    (
        '<link href="x",rel="y"/>',
        [("malformed-attribute", ",")],
        '<link href="x" rel="y"/>',
    ),
    (
        "<c:Name>x</Name>",
        [("mismatched-end-tag", "Name")],
        "<Name>x</Name>",
    ),
    (
        "<Na\u200bme>x</Name>",
        [("invalid-name", "Na\u200bme")],
        "<Name>x</Name>",
    ),
    (
        "<Name>x</Na\u200bme>",
        [("invalid-name", "Na\u200bme")],
        "<Name>x</Name>",
    ),
    (
        "<Na\xadme>x</Na\xadme>",
        [("invalid-name", "Na\xadme")],
        "<Name>x</Name>",
    ),
    (
        "<Nme>x</Na\xadme>",
        [("mismatched-end-tag", "Na\xadme")],
        "<Name>x</Name>",
    ),
    (
        "<Name>x<Na\xadme><Status>y</Status>",
        [("unclosed-element", "Name")],
        "<Name>x</Name><Status>y</Status>",
    ),
    (
        "<link hr\u200bef='x'/>",
        [("invalid-name", "hr\u200bef")],
        "<link href='x'/>",
    ),
    (
        "<FromEmail><email><link/></Email></FromEmail>",
        [("mismatched-end-tag", "Email")],
        "<FromEmail><Email><link/></Email></FromEmail>",
    ),
]


@pytest.mark.parametrize(("written", "faults", "mended"), IN_CAMPAIGN)
def test_fault_in_a_campaign(
    model: ContentModel, written: str, faults: list[tuple[str, str]], mended: str
) -> None:
    text = HEAD + written + TAIL

    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == HEAD + mended + TAIL


DOCUMENTS = [
    # Declarations that are none.
    *(
        (
            f"{begin} version='1.0' encoding='utf-8'{end}<entry/>",
            [("malformed-xml-declaration", begin)],
            '<?xml version="1.0" encoding="utf-8"?><entry/>',
        )
        for begin, end in (("<? xml", "?>"), ("< ?xml", "?>"), ("<xml", ">"))
    ),
    (
        "<xml version='1.0'><entry/></xml>",
        [],
        "<xml version='1.0'><entry/></xml>",
    ),
    (
        "x\x00y\x00<Name/>",
        [("text-outside-root", "x\x00y"), ("forbidden-character", "\x00")],
        "<Name/>",
    ),
    (
        "<\x00<\x00<Name/>",
        [("text-outside-root", "<\x00<"), ("forbidden-character", "\x00")],
        "<Name/>",
    ),
    (
        "<Campaign><Subject>Hi <Name>",
        [("unclosed-element", "Subject"), ("truncated-document", ">")],
        "<Campaign><Subject>Hi</Subject> <Name></Name></Campaign>",
    ),
    ("", [("empty-document", "")], ""),
    (" \n", [("empty-document", "")], " \n"),
    (
        "< doc/>",
        [("space-before-name", " ")],
        "<doc/>",
    ),
    ("<A@/>", [("invalid-name", "A@")], "<A_/>"),
    ("<3x></3x>", [("invalid-name", "3x")], "<_3x></_3x>"),
    (
        "<3x>",
        [("invalid-name", "3x"), ("truncated-document", ">")],
        "<_3x></_3x>",
    ),
    ("doc>x</doc>", [("unfinished-start-tag", "doc")], "<doc>x</doc>"),
    (
        '<?xml version="1.0"?>\nentry a="b">x</entry>',
        [("unfinished-start-tag", "entry")],
        '<?xml version="1.0"?>\n<entry a="b">x</entry>',
    ),
    # There is no element: nothing is mended, but what there is has its faults.
    (
        '<?xml version="1.0">',
        [("no-element", '<?xml version="1.0">'), ("malformed-xml-declaration", ">")],
        None,
    ),
    (
        " <?xml version='1.0'?><!DOCTYPE x><?XML?>",
        [
            ("no-element", "<?xml version='1.0'?><!DOCTYPE x><?XML?>"),
            ("misplaced-xml-declaration", "<?xml"),
            ("doctype", "<!DOCTYPE x"),
            ("misplaced-xml-declaration", "<?XML"),
        ],
        None,
    ),
    (
        "<!DOCTYPE x [<!ENTITY e 'x'>]>\nhello &e; &\n]]>",
        [("doctype", "<!DOCTYPE x"), ("no-element", "hello &e; &")],
        None,
    ),
    (
        "<!-- a -- b --></x> <!-- ",
        [
            ("double-hyphen-in-comment", "--"),
            ("no-element", "</x> <!--"),
            ("unclosed-comment", "<!--"),
        ],
        None,
    ),
    ("<?xml version='1.0'", [("no-element", "<?xml version='1.0'")], None),
    ("<!-- x", [("no-element", "<!-- x")], None),
    ("</x>", [("no-element", "</x>")], None),
    ("<!x/>", [("no-element", "<!x/>")], None),
    ("<-a/>", [("invalid-name", "-a")], "<_-a/>"),
    ("<.a>x</.a>", [("invalid-name", ".a")], "<_.a>x</_.a>"),
    ("<$a/>", [("invalid-name", "$a")], "<_a/>"),
    ("<joe@example.com>", [("no-element", "<joe@example.com>")], None),
    ("a < b", [("no-element", "a < b")], None),
    (" \r\n", [("empty-document", "")], None),
    ('\n{"a": 1}\n', [("no-element", '{"a": 1}')], '\n{"a": 1}\n'),
    ("<a><b>x\n", [("truncated-document", "x")], "<a><b>x</b></a>\n"),
    ("<a><b>x</", [("truncated-document", "/")], "<a><b>x</b></a>"),
    ("<a><b id='1", [("truncated-document", "1")], "<a></a>"),
    ("<a id='1", [("truncated-document", "1")], "<a></a>"),
    ("<a><b>x</b", [("truncated-document", "b")], "<a><b>x</b></a>"),
    ("<a><?go now", [("truncated-document", "w")], "<a></a>"),
    (
        "<entry><title>a",
        [("truncated-document", "a")],
        "<entry><title>a</title></entry>",
    ),
    (
        "<entry><title>a <b c='x",
        [("truncated-document", "x")],
        "<entry><title>a </title></entry>",
    ),
    (
        "<a>x <foo bar",
        [("bare-less-than", "<"), ("truncated-document", "r")],
        "<a>x &lt;foo bar</a>",
    ),
    (
        "<a>x <foo ",
        [("bare-less-than", "<"), ("truncated-document", "o")],
        "<a>x &lt;foo</a> ",
    ),
    (
        "<a></zzz>",
        [("mismatched-end-tag", "zzz")],
        "<a></a>",
    ),
    ("<zzz/", [("truncated-document", "/")], "<zzz></zzz>"),
    ("<zzz /\n", [("truncated-document", "/")], "<zzz></zzz>\n"),
    ("<a/><!DOCTYPE x", [("doctype", "<!DOCTYPE x")], "<a/>"),
    (
        "<a,b c='1'",
        [("invalid-name", "a,b"), ("truncated-document", "'")],
        "<a_b c='1'></a_b>",
    ),
    ("<a><!-- x", [("truncated-document", "x")], "<a></a>"),
    ("<a><![CDATA[x", [("truncated-document", "x")], "<a><![CDATA[x]]></a>"),
    ("<a/><!-- x", [("unclosed-comment", "<!--")], "<a/>"),
    ("<a/>\n<b><c/>&</b>", [("second-root", "b")], "<a/>\n"),
    ("<a/></a>", [("stray-end-tag", "a")], "<a/>"),
    (
        "```xml\n<a/>\n```\n",
        [("text-outside-root", "```xml"), ("text-outside-root", "```")],
        "\n<a/>\n\n",
    ),
    (
        "HTTP/1.1 200 OK\nA: <b\n\n<?xml version='1.0'?><a/>",
        [("text-outside-root", "HTTP/1.1 200 OK\nA: <b")],
        "<?xml version='1.0'?><a/>",
    ),
    (
        "\n<?xml version='1.0'?><a/>",
        [("misplaced-xml-declaration", "<?xml")],
        "<?xml version='1.0'?><a/>",
    ),
    (
        "<!-- c --><?xml version='1.0'?><a/>",
        [("misplaced-xml-declaration", "<?xml")],
        "<?xml version='1.0'?><!-- c --><a/>",
    ),
    (
        "<!-- c --><?xml version=1.0?><a/>",
        [("misplaced-xml-declaration", "<?xml"), ("malformed-xml-declaration", "1.0")],
        '<?xml version="1.0"?><!-- c --><a/>',
    ),
    (
        '<?xml version="1.0"?><?xml version="1.0"?><a/>',
        [("misplaced-xml-declaration", "<?xml")],
        '<?xml version="1.0"?><a/>',
    ),
    (
        "<?xml version=1.0?><a/>",
        [("malformed-xml-declaration", "1.0")],
        '<?xml version="1.0"?><a/>',
    ),
    (
        '<?xml version="2.0"?><a/>',
        [("malformed-xml-declaration", "2.0")],
        '<?xml version="1.0"?><a/>',
    ),
    (
        '<?xml version="1.0" foo="x"?><a/>',
        [("malformed-xml-declaration", 'foo="x"')],
        '<?xml version="1.0"?><a/>',
    ),
    (
        '<?xml version="1.0" <a/>',
        [("malformed-xml-declaration", '"')],
        '<?xml version="1.0"?> <a/>',
    ),
    (
        '<?xml version="2.0" ?><a/>',
        [("malformed-xml-declaration", "2.0")],
        '<?xml version="1.0"?><a/>',
    ),
    (
        '<?xml version="1.0"><a/>',
        [("malformed-xml-declaration", ">")],
        '<?xml version="1.0"?><a/>',
    ),
    (
        "<?xml?><a/>",
        [("malformed-xml-declaration", "<?xml")],
        '<?xml version="1.0"?><a/>',
    ),
    (
        '<?xml encoding="utf-8" version="1.0"?><a/>',
        [("malformed-xml-declaration", "encoding")],
        '<?xml version="1.0" encoding="utf-8"?><a/>',
    ),
    (
        '<?xml version="1.0" standalone="true"?><a/>',
        [("malformed-xml-declaration", "true")],
        '<?xml version="1.0"?><a/>',
    ),
    (
        '<!DOCTYPE a [<!ENTITY x "y&z">]><a b="&x;">&x;</a>',
        [("doctype", "<!DOCTYPE a")],
        '<a b="y&amp;z">y&amp;z</a>',
    ),
    (
        # As many characters as somebody may write, and none: both are written out.
        f'<!DOCTYPE a [<!ENTITY x "{"y" * 3000}"><!ENTITY e "">]><a>&x;&e;</a>',
        [("doctype", "<!DOCTYPE a")],
        f"<a>{'y' * 3000}</a>",
    ),
    (
        # What would become longer than any document is kept as it is written.
        f"<!DOCTYPE a [<!ENTITY x '{'y' * (2**20 + 1)}'>]><a>1 &x; 2</a>",
        [("doctype", "<!DOCTYPE a")],
        "<a>1 &amp;x; 2</a>",
    ),
    (
        # So it is where many of them would, from there on.
        f"<!DOCTYPE a [<!ENTITY x '{'y' * 2**19}'>]><a>&x;1&x;2&x;</a>",
        [("doctype", "<!DOCTYPE a")],
        f"<a>{'y' * 2**19}1{'y' * 2**19}2&amp;x;</a>",
    ),
    (
        # What is inside of an entity is not expanded: it may have itself inside.
        "<!DOCTYPE a [<!ENTITY x '-&y;'><!ENTITY y '&x;'>]><a>1 &x; 2 &y; 3</a>",
        [("doctype", "<!DOCTYPE a")],
        "<a>1 -&amp;y; 2 &amp;x; 3</a>",
    ),
    (
        '<!DOCTYPE a [<!ENTITY x "y">]>&x;<a>&x;</a>',
        [("doctype", "<!DOCTYPE a"), ("text-outside-root", "&x;")],
        "<a>y</a>",
    ),
    (
        "<a><!DOCTYPE a [><!DOCTYPE b [><b/></a>",
        [("doctype", "<!DOCTYPE a"), ("doctype", "<!DOCTYPE b")],
        "<a><b/></a>",
    ),
    *(
        (
            f"<!DOCTYPE a [{opened} <b> ]><a/>",
            [("doctype", "<!DOCTYPE a")],
            "<a/>",
        )
        for opened in ("<!-- ]> -->", "<?x ]> ?>", "'\"]>'", '"<!-- ]>"', "<!-- <?")
    ),
    (
        "<r><é:a/></r>",
        [("undeclared-prefix", "é:a")],
        '<r xmlns:é="urn:undeclared"><é:a/></r>',
    ),
    # Prefixes of which nobody knows what they stand for stand for two namespaces.
    (
        '<r xmlns="urn:u" p:a="1" q:a="2"/>',
        [("undeclared-prefix", "p:a"), ("undeclared-prefix", "q:a")],
        (
            '<r xmlns:p="urn:u" xmlns:q="urn:undeclared:25"'
            ' xmlns="urn:u" p:a="1" q:a="2"/>'
        ),
    ),
    (
        '<r P:a="1" p:a="2"/>',
        [("undeclared-prefix", "P:a"), ("undeclared-prefix", "p:a")],
        '<r xmlns:P="urn:p" xmlns:p="urn:undeclared:11" P:a="1" p:a="2"/>',
    ),
    (
        '<r xmlns="urn:u" xmlns:q="urn:u"><p:b/><b p:a="1" q:a="2"/></r>',
        [("undeclared-prefix", "p:b")],
        (
            '<r xmlns:p="urn:undeclared:34" xmlns="urn:u" xmlns:q="urn:u">'
            '<p:b/><b p:a="1" q:a="2"/></r>'
        ),
    ),
    (
        "<r><atom:a/><atom:b x:c=''/></r>",
        [("undeclared-prefix", "atom:a"), ("undeclared-prefix", "x:c")],
        (
            '<r xmlns:atom="http://www.w3.org/2005/Atom" xmlns:x="urn:x">'
            "<atom:a/><atom:b x:c=''/></r>"
        ),
    ),
    (
        "<entry><title>a</title></feed>",
        [("mismatched-end-tag", "feed")],
        "<entry><title>a</title></entry>",
    ),
    (
        "<entry><title>a</title></content>",
        [("stray-end-tag", "content"), ("truncated-document", ">")],
        "<entry><title>a</title></entry>",
    ),
    (
        '<a b=\\"x\\">\n<c d=\\"\\"/> & \\u00e9\\ud83c\\udf37\\u0000 "no"</a>',
        [
            ("malformed-attribute", 'b=\\"x\\"'),
            ("malformed-attribute", 'd=\\"\\"'),
            ("bare-ampersand", "&"),
        ],
        '<a b="x">\n<c d=""/> &amp; \\u00e9\\ud83c\\udf37\\u0000 "no"</a>',
    ),
    (
        '"<a b=\\"x\\">\\n& \\u00e9\\ud83c\\udf37\\u0000</a>"\n',
        [("escaped-document", '\\"'), ("bare-ampersand", "&")],
        '<a b="x">\n&amp; \u00e9\U0001f337\\u0000</a>\n',
    ),
    (
        '<a b=\\"x\\" b=\\"\\ty\\"/>',
        [("escaped-document", '\\"'), ("duplicate-attribute", "b")],
        '<a b="x"/>',
    ),
    (
        'const xml = "<a b=\\"x\\">& \\n</a>";\n',
        [("escaped-document", 'const xml = "'), ("bare-ampersand", "&")],
        '<a b="x">&amp; \n</a>',
    ),
    # What stands before each line.
    (
        "> <a>\n>   <b/>\n> & x</a>\n>\n>  \nBye",
        [
            ("prefixed-lines", ">"),
            ("bare-ampersand", "&"),
            ("text-outside-root", "Bye"),
        ],
        "<a>\n  <b/>\n&amp; x\n\n\nBye</a>",
    ),
    (
        '9 "<a>"\n9 "<b/>"\n10 "& x</a>"\n11 ""',
        [("prefixed-lines", '9 "'), ("bare-ampersand", "&")],
        "<a>\n<b/>\n&amp; x</a>\n",
    ),
    (
        "> <a>\r\n>   <b/>\r\n>\r\n\r\n> & x\r\n> </a>\r\n",
        [("prefixed-lines", ">"), ("bare-ampersand", "&")],
        "<a>\r\n  <b/>\r\n\r\n\r\n&amp; x\r\n</a>\r\n",
    ),
    (
        "Jo wrote:\n 9 | <a>\n10 |  <b/>\n11 | </a>\nBye",
        [
            ("text-outside-root", "Jo wrote:"),
            ("prefixed-lines", "9 |"),
            ("text-outside-root", "Bye"),
        ],
        "\n<a>\n <b/>\n</a>\n",
    ),
    (
        'String s = "<a c=\\"d\\">\\n" +\n  "<b/>\\n" +\n  "</a>";',
        [("prefixed-lines", 'String s = "')],
        '<a c="d">\n<b/>\n</a>',
    ),
    (
        'String s = "<a>"\n +  "  <b c=\\"d\\"/>"\n +  "</a>";',
        [("prefixed-lines", 'String s = "')],
        '<a>\n<b c="d"/>\n</a>',
    ),
    (
        's = "<a>" & _\n    "  <b c=""d""/>" & _\n    "</a>"',
        [("prefixed-lines", 's = "')],
        '<a>\n<b c="d"/>\n</a>',
    ),
    (
        "x.w('<a>');\nx.w('<b/>');\nx.w('</a>');\n",
        [("prefixed-lines", "x.w('")],
        "<a>\n<b/>\n</a>\n",
    ),
    (
        "+<a>;\n+<b/>\n+</a>;",
        [
            ("prefixed-lines", "+"),
            ("text-outside-root", ";"),
        ],
        "<a>;\n<b/>\n</a>",
    ),
    # What stands behind each line, but perhaps the last one.
    (
        "<a>^M\n<b/>^M\n\n& x^M\n</a>^M\n",
        [("prefixed-lines", "^M"), ("bare-ampersand", "&")],
        "<a>\n<b/>\n\n&amp; x\n</a>\n",
    ),
    (
        '<?xml version="1.0"?> \\\n<a> \\\n<b/> \\\n</a>\n',
        [("prefixed-lines", "\\")],
        '<?xml version="1.0"?>\n<a>\n<b/>\n</a>\n',
    ),
    (
        "<a>   |\n <b/> |\n</a>  |",
        [("prefixed-lines", "|")],
        "<a>\n <b/>\n</a>",
    ),
    (
        "<a><br />\n  <b/><br />\n</a><br />",
        [("prefixed-lines", "<br />")],
        "<a>\n  <b/>\n</a>",
    ),
    (
        "| <a>    |\n|  <b/>  |\n| </a>   |",
        [("prefixed-lines", "|")],
        "<a>\n <b/>\n</a>",
    ),
    # It may be text of the document, which has other faults, or be behind it.
    (
        "<a>,\n<b/>,\n& x,\n</a>",
        [("bare-ampersand", "&")],
        "<a>,\n<b/>,\n&amp; x,\n</a>",
    ),
    (
        '<?xml version="1.0"?>,\n<a>,\n</a>;',
        [("text-outside-root", ","), ("text-outside-root", ";")],
        '<?xml version="1.0"?>\n<a>,\n</a>',
    ),
    (
        "<a>&lt;\n<b/>&lt;\n</a>&lt;",
        [("text-outside-root", "&lt;")],
        "<a>&lt;\n<b/>&lt;\n&lt;</a>",
    ),
    # Two lines that are alike are no evidence, nor is what stops.
    (
        "x <a>\nx </a>",
        [("text-outside-root", "x")],
        "<a>x \nx </a>",
    ),
    (
        "x <a>\nx <b/>\n<c/></a>",
        [("text-outside-root", "x")],
        "<a>x \nx <b/>\n<c/></a>",
    ),
    # What takes away or mends a character that was escaped counts, not the escape.
    (
        '<a b=\\"x\\"><\\nid>1</id\\"></a>',
        [
            ("escaped-document", '\\"'),
            ("space-before-name", "\\n"),
            ("malformed-attribute", '\\"'),
        ],
        '<a b="x"><id>1</id></a>',
    ),
    (
        '<a b=\\"\\u003c\\">\\u0026</a>',
        [
            ("escaped-document", '\\"'),
            ("less-than-in-attribute", "\\u003c"),
            ("bare-ampersand", "\\u0026"),
        ],
        '<a b="&lt;">&amp;</a>',
    ),
]


@pytest.mark.parametrize(("text", "faults", "mended"), DOCUMENTS)
def test_fault_of_a_document(
    model: ContentModel, text: str, faults: list[tuple[str, str]], mended: str | None
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == (text if mended is None else mended)


def test_lines_lost_from_a_pasted_campaign(model: ContentModel) -> None:
    text = (
        '<entry xmlns="u:a"><title>x</title>\n'
        '<content>\n<Campaign xmlns="u:c">\n'
        '<ContactList id="1">\n<link xmlns="u:a"/>\n'
        '<Email id="1">\n<link xmlns="u:a"/>\n\n'
        '<Email id="2">\n<link xmlns="u:a"/>\n'
        "<title>y</title>\n<link/>\n"
    )

    result = repair(text, model)

    assert pointed_at(text, result.faults) == [
        ("unclosed-element", "ContactList"),
        ("unclosed-element", "Email"),
        ("unclosed-element", "Email"),
        ("truncated-document", ">"),
    ]
    (*_, cut) = result.faults
    assert [name for _, name in cut.related] == ["entry", "content", "Campaign"]


def test_an_unclosed_element_says_where_it_had_to_end(model: ContentModel) -> None:
    text = f"{HEAD}<Subject>Hi<FromName>Joe</FromName>{TAIL}"

    (fault,) = repair(text, model).faults

    ((place, name),) = fault.related
    assert (text[place.start : place.end], name) == ("FromName", "FromName")
    assert (fault.expected, fault.detail) == (("</Subject>",), "<FromName>")


def test_ten_faults_are_ten(model: ContentModel) -> None:
    text = HEAD + "<Name>a & b</Name><Subject>&nbsp;</Subjct>" * 5 + TAIL

    kinds = [f.kind for f in repair(text, model).faults]

    assert len(kinds) == 15
    assert set(kinds) == {"bare-ampersand", "undefined-entity", "mismatched-end-tag"}


def test_offsets_lead_back_to_the_original_text(model: ContentModel) -> None:
    text = "<a>\x00x & y</b>z</a>"

    result = repair(text, model)

    assert result.text == "<a>x &amp; yz</a>"
    at = {char: result.original(result.text.index(char)) for char in "xyz"}
    assert at == {char: text.index(char) for char in "xyz"}
    assert result.original(len(result.text)) == len(text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<e><a>j/a></e>", "<e><a>j</a></e>"),
        ("<e><a>j/a ></e>", "<e><a>j</a ></e>"),
        # XML has no white space before the name.
        ("<e><a>j/ a></e>", "<e><a>j</a></e>"),
        # Another sign stands in its place.
        ("<e><a>j>/a></e>", "<e><a>j</a></e>"),
        ("<e><a>j&lt;/a></e>", "<e><a>j</a></e>"),
        ("<e><a>j&lt;/a&gt;</e>", "<e><a>j</a></e>"),
        ("<e><a>j/a&gt;</e>", "<e><a>j</a></e>"),
        ("<e><a>/a></e>", "<e><a></a></e>"),
        # The end tag of an inner one is not what lacks its `<`.
        ("<e><b><a><b></b></e>", "<e><b><a><b></b></a></b></e>"),
        ("<e><b><a>/b></e>", "<e><b><a>/b></a></b></e>"),
        ("<e><a>x<!--/a></e>", "<e><a>x<!--/a>--></a></e>"),
        ("<e><a><![CDATA[/a>]]></e>", "<e><a><![CDATA[/a>]]></a></e>"),
        ("<e><a>x<?p /a>?></e>", "<e><a>x<?p /a>?></a></e>"),
    ],
)
def test_an_end_tag_that_lacks_its_sign_stands_in_a_text(
    text: str, mended: str, model: ContentModel
) -> None:
    assert repair(text, model).text == mended
    assert repair(mended, model).faults == ()
