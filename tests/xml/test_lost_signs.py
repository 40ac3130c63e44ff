"""Tags that have lost something: a start tag whole, its `>`, the space in it."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint import lint
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

HEAD, TAIL = "<entry><content><Campaign>", "</Campaign></content></entry>"
LIST = "<ContactList/>"

# In a Campaign: what is written, the faults with what they point at, the mend.
LOST = [
    # The name, and there was nothing else in the tag.
    (
        f"<>{LIST}</ContactLists>",
        [("unfinished-start-tag", "<>")],
        f"<ContactLists>{LIST}</ContactLists>",
    ),
    (
        f"<Name>x</Name>\n<>\n{LIST}\n</ContactLists>",
        [("unfinished-start-tag", "<>")],
        f"<Name>x</Name>\n<ContactLists>\n{LIST}\n</ContactLists>",
    ),
    (
        "<Name>x</Name><></Subject>",
        [("unfinished-start-tag", "<>")],
        "<Name>x</Name><Subject></Subject>",
    ),
    (
        "<Name>x</Name> < a='b'></Subject>",
        [("unfinished-start-tag", "< a")],
        "<Name>x</Name> <Subject a='b'></Subject>",
    ),
    # A slash in the start tag of an empty element.
    (
        "<Name>x</Name></Subject></Subject>",
        [("stray-end-tag", "Subject")],
        "<Name>x</Name><Subject></Subject>",
    ),
    (
        "<Name>x</Name>\n</Subject></Subject>",
        [("stray-end-tag", "Subject")],
        "<Name>x</Name>\n<Subject></Subject>",
    ),
    (
        "<Name>x</Name>y</Subject></Subject>",
        [("stray-end-tag", "Subject"), ("stray-end-tag", "Subject")],
        "<Name>x</Name><Subject>y</Subject>",
    ),
    (
        "<Name>x</Name></Name></Name>",
        [("stray-end-tag", "Name"), ("stray-end-tag", "Name")],
        "<Name>x</Name>",
    ),
    # The name alone: the end tag tells it.
    (
        "< a='b'>Hi</Subject>",
        [("unfinished-start-tag", "< a")],
        "<Subject a='b'>Hi</Subject>",
    ),
    (
        "<Name>x</Name> <\na='b' c=\"d\" >Hi &amp; ho</Subject>",
        [("unfinished-start-tag", "<\na")],
        "<Name>x</Name> <Subject a='b' c=\"d\" >Hi &amp; ho</Subject>",
    ),
    (
        f"< a='b'>{LIST}</ContactLists>",
        [("unfinished-start-tag", "< a")],
        f"<ContactLists a='b'>{LIST}</ContactLists>",
    ),
    (
        "< a='b' Hi</Subject>",
        [("bare-less-than", "<"), ("stray-end-tag", "Subject")],
        "<Subject>&lt; a='b' Hi</Subject>",
    ),
    # The local name alone, or a name with a sign that none has.
    (
        "<a: xmlns:a='u'>Hi</a:Subject>",
        [("invalid-name", "a:")],
        "<a:Subject xmlns:a='u'>Hi</a:Subject>",
    ),
    (
        "<Sub,ject>Hi</Subject>",
        [("invalid-name", "Sub,ject")],
        "<Subject>Hi</Subject>",
    ),
    (
        "<Sub,ject>Hi</Subj,ect>",
        [("invalid-name", "Sub,ject"), ("mismatched-end-tag", "Subj,ect")],
        "<Sub_ject>Hi</Sub_ject>",
    ),
    # All but a `<` at the start of a line.
    (
        "\n<  <Subject>a</Subject>",
        [("bare-less-than", "<")],
        "\n  <Subject>a</Subject>",
    ),
    (
        "\n  < \n<Subject>a</Subject>",
        [("bare-less-than", "<")],
        "\n   \n<Subject>a</Subject>",
    ),
    (
        "\n<Subject>a < </Subject>",
        [("bare-less-than", "<")],
        "\n<Subject>a &lt; </Subject>",
    ),
    # The start tag: its element begins with the text, or with what it alone may hold.
    ("Hi</Subject>", [("stray-end-tag", "Subject")], "<Subject>Hi</Subject>"),
    # A start tag that has a slash.
    ("</Subject>Hi</Subject>", [("stray-end-tag", "Subject")], "<Subject>Hi</Subject>"),
    (
        "</Subject a='b'><![CDATA[Hi]]></Subject>",
        [("stray-end-tag", "Subject")],
        "<Subject a='b'><![CDATA[Hi]]></Subject>",
    ),
    (
        "</ContactLists><ContactList id='1'/></ContactLists>",
        [("stray-end-tag", "ContactLists")],
        "<ContactLists><ContactList id='1'/></ContactLists>",
    ),
    (
        "</Name a='>'>Hi</Name>",
        [("stray-end-tag", "Name"), ("stray-end-tag", "Name")],
        None,
    ),
    (
        "</ContactLists><Name>x</Name>",
        [("stray-end-tag", "ContactLists")],
        "<Name>x</Name>",
    ),
    (
        "<Name>x</Name></Subject> </Subject>",
        [("stray-end-tag", "Subject"), ("stray-end-tag", "Subject")],
        "<Name>x</Name> ",
    ),
    (
        "<Name>x</Name>\n Hi &amp; ho \n</Subject>",
        [("stray-end-tag", "Subject")],
        "<Name>x</Name>\n <Subject>Hi &amp; ho \n</Subject>",
    ),
    (
        "<Name/><!-- c --><![CDATA[Hi]]> ho</Subject>",
        [("stray-end-tag", "Subject")],
        "<Name/><!-- c --><Subject><![CDATA[Hi]]> ho</Subject>",
    ),
    (
        f"<Name>x</Name> {LIST}<ContactList></ContactList>\n</ContactLists>",
        [("stray-end-tag", "ContactLists")],
        (
            f"<Name>x</Name> <ContactLists>{LIST}<ContactList></ContactList>\n"
            "</ContactLists>"
        ),
    ),
    (
        f"x{LIST}</ContactLists>",
        [("stray-end-tag", "ContactLists")],
        f"x<ContactLists>{LIST}</ContactLists>",
    ),
    # What two end tags may have held is held by the first.
    (
        f"{LIST}</ContactLists></ContactLists>",
        [("stray-end-tag", "ContactLists"), ("stray-end-tag", "ContactLists")],
        f"<ContactLists>{LIST}</ContactLists>",
    ),
    # The `<` of an end tag.
    (
        f"<ContactLists>{LIST} /ContactLists> <FromEmail></FromEmail>",
        [("unclosed-element", "ContactLists")],
        f"<ContactLists>{LIST} </ContactLists> <FromEmail></FromEmail>",
    ),
    (
        "<FromEmail><Email/>/FromEmail><ReplyToEmail><EmailAddress/>/ReplyToEmail>",
        [("unclosed-element", "FromEmail"), ("unclosed-element", "ReplyToEmail")],
        ("<FromEmail><Email/></FromEmail><ReplyToEmail><EmailAddress/></ReplyToEmail>"),
    ),
    (
        "<Subject>/Subject><Name/>",
        [("unclosed-element", "Subject")],
        "<Subject></Subject><Name/>",
    ),
    # Nothing tells where these began.
    ("</Subject>", [("stray-end-tag", "Subject")], ""),
    ("<Name/></ContactLists>", [("stray-end-tag", "ContactLists")], "<Name/>"),
    ("x</ContactLists>", [("stray-end-tag", "ContactLists")], "x"),
    ("<Name><b/>x</b></Name>", [("unescaped-markup", "<b/>x</b>")], None),
    # An end tag that was written too early, another one in the place of a third.
    (
        "<Subject>Hi</Subject> ho</Subject>",
        [("stray-end-tag", "Subject")],
        "<Subject>Hi ho</Subject>",
    ),
    (
        "<Subject>Hi</Campaign><Name>x</Name>",
        [("mismatched-end-tag", "Campaign")],
        "<Subject>Hi</Subject><Name>x</Name>",
    ),
    # Behind it goes on a text that only the open element may hold.
    (
        "<Email><link>a</b> c</Email>",
        [("unclosed-element", "link"), ("stray-end-tag", "b")],
        "<Email><link>a c</link></Email>",
    ),
    (
        "<Email><link>a</b> \n</Email>",
        [("mismatched-end-tag", "b")],
        "<Email><link>a</link> \n</Email>",
    ),
    (
        "<Email><link>a</b><link/></Email>",
        [("mismatched-end-tag", "b")],
        "<Email><link>a</link><link/></Email>",
    ),
    ("<b><link>a</c> d</b>", [("mismatched-end-tag", "c")], None),
    # The `>` of a start tag.
    (
        "<Subject2010: a@b</Subject>",
        [("unfinished-start-tag", "Subject")],
        "<Subject>2010: a@b</Subject>",
    ),
    (
        "<Subject&lt;b class='x'&gt;</Subject>",
        [("unfinished-start-tag", "Subject")],
        "<Subject>&lt;b class='x'&gt;</Subject>",
    ),
    (
        "<SubjectAnn's and Joe's</Subject><Name>Ann's</Name>",
        [("unfinished-start-tag", "Subject")],
        "<Subject>Ann's and Joe's</Subject><Name>Ann's</Name>",
    ),
    (
        "<Email><link href='x'/</Email>",
        [("unfinished-start-tag", "link")],
        "<Email><link href='x'/></Email>",
    ),
    (
        "<EmailA b <link/> c</Email>",
        [("unfinished-start-tag", "Email")],
        "<Email>A b <link/> c</Email>",
    ),
    # The space before an attribute.
    (
        "<ContactLists><ContactListid='1'/></ContactLists>",
        [("missing-space-before-attribute", "id='1'")],
        "<ContactLists><ContactList id='1'/></ContactLists>",
    ),
    (
        "<ContactListsid='1'></ContactLists>",
        [("missing-space-before-attribute", "id='1'")],
        "<ContactLists id='1'></ContactLists>",
    ),
    (
        "<Foobar = '1'>x</Foo>",
        [("missing-space-before-attribute", "bar = '1'")],
        "<Foo bar = '1'>x</Foo>",
    ),
    # What a text begins with may be text.
    (
        "<b><FromEmail><Email/>/FromEmail></FromEmail>",
        [("unclosed-element", "b")],
        None,
    ),
    ("<b><Subject>Subject>x</Subject>", [("unclosed-element", "b")], None),
    ("x</:Subject>", [("stray-end-tag", ":Subject")], "x"),
    (
        "<Name>x<Name/<Subject/>",
        [("unclosed-element", "Name"), ("unfinished-start-tag", "Name")],
        "<Name>x</Name><Name/><Subject/>",
    ),
    # The slash is another one.
    ("<Name\\>", [("malformed-attribute", "\\")], "<Name/>"),
    ("<Name a='b' \\>", [("malformed-attribute", "\\")], "<Name a='b' />"),
    (
        "<Name a='b' \\>x</Name>",
        [("malformed-attribute", "\\")],
        "<Name a='b' >x</Name>",
    ),
    ("<Name/\\>x</Name>", [("malformed-attribute", "/")], "<Name>x</Name>"),
    (
        "<Name>x<Name\\>",
        [("unclosed-element", "Name")],
        "<Name>x</Name>",
    ),
    ("<Name>x<Name/ >", [("unclosed-element", "Name")], "<Name>x</Name>"),
    (
        "<Name/ x</Name>",
        [("unfinished-start-tag", "Name")],
        "<Name>/ x</Name>",
    ),
    # A quote.
    (
        "<Email><link a='b c='/d' e='f'/></Email>",
        [("unclosed-attribute-value", "a='b")],
        "<Email><link a='b' c='/d' e='f'/></Email>",
    ),
    # The quotes of an address that ends with a slash; another name begins so.
    (
        "<Email xmlns=http://x/><EmailAddress>x</EmailAddress></Email>",
        [("unquoted-attribute-value", "http://x/")],
        '<Email xmlns="http://x/"><EmailAddress>x</EmailAddress></Email>',
    ),
]


@pytest.mark.parametrize(("written", "faults", "mended"), LOST)
def test_what_a_tag_has_lost(
    written: str,
    faults: list[tuple[str, str]],
    mended: str | None,
    model: ContentModel,
) -> None:
    text = f"{HEAD}{written}{TAIL}"
    found = repair(text, model)

    assert pointed_at(text, found.faults) == faults
    assert mended is None or found.text == f"{HEAD}{mended}{TAIL}"


def test_what_may_stand_in_both_is_of_the_inner_one(model: ContentModel) -> None:
    written = "<feed><id/><content></content><title/></entry></feed>"
    found = repair(written, model)

    assert pointed_at(written, found.faults) == [("stray-end-tag", "entry")]
    assert found.text == (
        "<feed><id/><entry><content></content><title/></entry></feed>"
    )


def test_end_tag_before_the_right_one_is_named() -> None:
    text = f"{HEAD}<Subject>Hi</Subject> ho</Subject>{TAIL}"

    (found,) = lint(text, select=["stray-end-tag"])

    assert found.message == "`</Subject>` closes no open element"
    assert found.help == ("remove the end tag before it",)
    assert [label.message for label in found.related] == ["the element has an end here"]
    assert [fix.title for fix in found.fixes] == ["remove the end tag before it"]
