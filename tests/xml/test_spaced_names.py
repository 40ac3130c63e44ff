"""Names with blanks in them are one fault, not attributes without a value."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint import lint
from ctct_lint.html.model import HtmlModel
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

HEAD, TAIL = "<entry><content><Campaign>", "</Campaign></content></entry>"

# In a Campaign: what is written, what is pointed at, the mend.
SPACED = [
    ("<From Name>a</From Name>", ["From Name"], "<FromName>a</FromName>"),
    ("<From Name>a</FromName>", ["From Name"], "<FromName>a</FromName>"),
    ("<FromName>a</From Name>", ["From Name"], "<FromName>a</FromName>"),
    ("<From  name>a</From  name>", ["From  name"], "<FromName>a</FromName>"),
    ("<From\nName>a</From Name>", ["From\nName"], "<FromName>a</FromName>"),
    ("<From Name/>", ["From Name"], "<FromName/>"),
    ("<Email Text Content />", ["Email Text Content"], "<EmailTextContent />"),
    (
        "<Contact Lists><Contact List id='1'/></Contact Lists>",
        ["Contact Lists", "Contact List"],
        "<ContactLists><ContactList id='1'/></ContactLists>",
    ),
    ("<Email Content>a</EmailContent>", ["Email Content"], None),
    # A line break behind a prefix, or in a name with one.
    ("<a: xmlns:a='u'>b</a:Name>", ["a:"], "<a:Name xmlns:a='u'>b</a:Name>"),
    (
        "<x xmlns:a='u'><a:\nName>b</a:Na\nme></x>",
        ["a:\nName"],
        "<x xmlns:a='u'><a:Name>b</a:Name></x>",
    ),
    (
        "<x xmlns:a='u'><a:From Name>b</a:FromName></x>",
        ["a:From Name"],
        "<x xmlns:a='u'><a:FromName>b</a:FromName></x>",
    ),
    # Nobody knows it, but both tags have it.
    ("<Foo Bar>a</Foo Bar>", ["Foo Bar"], "<FooBar>a</FooBar>"),
    ("<Foo Bar 2 x='1'/></Foo Bar 2>", ["Foo Bar 2", "Foo Bar 2"], "<FooBar2 x='1'/>"),
    # Nor this one, whose end tag has it.
    ("<Foo\nBar>a</FooBar>", ["Foo\nBar"], "<FooBar>a</FooBar>"),
    ("<Foo>a</Foo><Foo Bar>a</FooBar>", ["Foo Bar"], None),
    # These are attributes.
    ("<Email Address='a'>", None, None),
    ("<link rel/>", ["rel"], '<link rel="rel"/>'),
    ("<Email Content>a</Email>", ["Content"], '<Email Content="Content">a</Email>'),
    ("<Foo Bar>a</Foo>", ["Bar"], '<Foo Bar="Bar">a</Foo>'),
    ("<Foo>a</Foo Bar>", ["Bar"], "<Foo>a</Foo>"),
]


@pytest.mark.parametrize(("text", "places", "mended"), SPACED)
def test_name_with_blanks(
    model: ContentModel, text: str, places: list[str] | None, mended: str | None
) -> None:
    result = repair(HEAD + text + TAIL, model)

    found = pointed_at(HEAD + text + TAIL, result.faults)
    if places is None:
        assert "invalid-name" not in [kind for kind, _ in found]
    else:
        assert [place for _, place in found][: len(places)] == places
    if mended is not None:
        assert result.text == HEAD + mended + TAIL


def test_attributes_of_html_are_none() -> None:
    text = "<p re>a</p><b><input disabled></b>"

    faults = repair(f"<div>{text}</div>", HtmlModel()).faults

    assert "invalid-name" not in {fault.kind for fault in faults}


def test_not_every_name_that_nobody_knows_is_looked_for(model: ContentModel) -> None:
    text = "".join(f"<a{n} b>c</a{n} b>" for n in range(120))

    kinds = [fault.kind for fault in repair(f"<r>{text}</r>", model).faults]

    # Each is looked for three times.
    assert kinds.count("invalid-name") == 100 // 3


@pytest.mark.parametrize(
    ("name", "new", "how"),
    [("From\n Name", "FromName", "safe"), ("Foo Bar", "FooBar", "unsafe")],
)
def test_name_with_blanks_is_told(name: str, new: str, how: str) -> None:
    head = '<entry xmlns="http://www.w3.org/2005/Atom"><content><Campaign '
    text = f'{head}xmlns="http://ws.constantcontact.com/ns/1.0/"><{name}>a</{name}>'

    (found,) = lint(f"{text}</Campaign></content></entry>", select=["invalid-name"])

    shown = " ".join(name.split())
    assert found.message == f"`{shown}` is not a name that XML allows"
    assert found.help == ("a name has no blanks in it",)
    assert [(f.title, f.applicability.value) for f in found.fixes] == [
        (f"write `{new}`", how)
    ]
