"""Documents that fill in the markup of another are told without a parser, no others.

Whatever was linted before, a document gets the same diagnostics.
"""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from fixture_file import FIXTURES, documents
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ctct_lint import lint
from ctct_lint.engine import forms, in_order
from ctct_lint.engine.form import Form
from ctct_lint.engine.forms import LARGEST, Forms
from ctct_lint.engine.parse import glance
from ctct_lint.engine.pieces import key_of, pieces_of
from ctct_lint.rules.campaign import malformed_email_address
from ctct_lint.rules.record import Record
from ctct_lint.schema.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

CLEAN = (FIXTURES / "valid" / "campaign-html.create.xml").read_text("utf-8")
UPDATE = (FIXTURES / "valid" / "campaign.update.xml").read_text("utf-8")
SECOND = CLEAN[CLEAN.index("<Campaign ") : CLEAN.index("</content>")].replace(
    "<Date>", "<Date>x"
)

# Texts as they are written in a file, with and without faults.
TEXTS = st.lists(
    st.sampled_from(
        [
            *("", " ", "\n", "\t", "\r\n", "a", "Joe", "é", "\N{EURO SIGN}", "😀"),
            *("&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&amp;lt;", "&nbsp;", "&"),
            *(
                "&#39;",
                "&#x27;",
                "&#38;",
                "&#38;amp;",
                "&#97;mp;",
                "&#60;",
                "&#0;",
                "&#xD800;",
            ),
            *("&#x110000;", "&#13;", "\x00", "\x1b", "\x7f", "\ufffe", "]]>", ">", "<"),
            *("<b>", "</b>", "<b/>", "<!-- x -->", "<![CDATA[x]]>", "<![CDATA[<b>]]>"),
            *("YES", "NO", "us", "ca", "VT", "05401", "FirstName", "Draft", "Sent"),
            *("2011-03-14T09:26:53.589Z", "{{name}}", "a@b.example", "x" * 100),
            *("&lt;p&gt;Hello&lt;/p&gt;", "&lt;p&gt;", "&lt;a href=&quot;x&quot;&gt;"),
            *("http://api.constantcontact.com/ws/customers/joe/lists/1", "https://x"),
            *("ctct-lint: ignore", "\u2019", "Ã©", '"', "'", "<?x?>"),
        ]
    ),
    max_size=4,
).map("".join)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> Forms:
    """Begin with no forms."""
    mine = Forms()
    monkeypatch.setattr(in_order, "_FORMS", mine)
    return mine


def form_of(text: str) -> Form:
    root = glance(text.encode())
    assert root is not None
    (payload,) = root.find("{*}content")
    return Form(pieces_of(text), Record(payload, Record(root)))


def tree(form: Form) -> str:
    return etree.tostring(form.payload.entry.element, encoding="unicode")


def parsed(text: str) -> str:
    root = glance(text.encode())
    assert root is not None
    return etree.tostring(root, encoding="unicode")


def with_text(name: str, text: str, document: str = CLEAN) -> str:
    """Return a document with another text in its first element of a name.

    `!` is the comment at the end.
    """
    if name == "!":
        return f"{document.partition('</entry>')[0]}</entry><!--{text}-->"
    start = document.index(">", re.search(rf"<{name}\b", document).start()) + 1
    return document[:start] + text + document[document.index(f"</{name}>") :]


def names_in(document: str) -> list[str]:
    root = etree.fromstring(document.encode())
    tags = [e.tag.rpartition("}")[2] for e in root.iter(etree.Element) if not len(e)]
    return sorted(name for name in set(tags) if f"</{name}>" in document)


def codes(text: str) -> list[str]:
    return [d.code for d in lint(text.encode())]


# --------------------------------------------------------------- one form


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Name", "Another"),
        ("Name", "Joe &amp; Co &lt;3 &quot;x&quot; &apos;y&apos; &gt;"),
        ("Name", "it&#39;s &#x27;&#039;&#60;"),
        ("Name", "&amp;lt; &amp;amp; &amp;#39;"),
        ("Name", "a\r\nb\rc\n"),
        ("Name", "a > b -> c ]] > d"),
        ("EmailContent", "&lt;p>A & B &lt;/p>".replace("& ", "&amp; ")),
        ("Name", "é 😀 \x7f"),
        ("EmailAddress", "joe@example.com"),
        ("title", "Another"),
        ("EmailContent", "<![CDATA[<p>A & B</p>]]>"),
        ("EmailContent", "<![CDATA[ ]]&gt; &amp; <!-- <![CDATA [ -->\r\n ]]>"),
    ],
)
def test_filled_in_it_is_the_tree_of_the_document(name: str, text: str) -> None:
    document = CLEAN
    if f"<{name}>" not in document:
        document = document.replace(f'<{name} type="text">', f"<{name}>")
    form = form_of(document)
    other = with_text(name, text, document)

    assert form.fill_in(pieces_of(other))
    assert tree(form) == parsed(other)
    assert form.changed == {name}


def test_attributes_are_filled_in() -> None:
    form = form_of(CLEAN)
    other = CLEAN.replace("/campaigns/1100000000000", "/campaigns/1100000000001")
    other = other.replace('rel="edit"', 'rel="self"').replace("/lists/1", "/lists/12")

    assert form.fill_in(pieces_of(other))
    assert tree(form) == parsed(other)
    assert form.changed == {"Campaign", "ContactList", "link"}


def test_comments_may_be_others() -> None:
    form = form_of(f"{CLEAN}<!-- 1 -->\n")

    assert form.fill_in(pieces_of(f"{CLEAN}<!-- number\n 2 -->\n"))
    assert tree(form) == parsed(CLEAN)
    assert form.changed == frozenset()


@pytest.mark.parametrize(
    "comment",
    [
        *("<!-- a -- b -->", "<!-- a --->", "<!-->", "<!--->", "<!-- a --", "<!-- a"),
        *("<!-- \x01 -->", "<!-- \ufffe -->", "<!-- 2 -->x", "<!DOCTYPE x>", "<x-->"),
    ],
)
def test_comments_that_are_none_take_a_parser(comment: str) -> None:
    form = form_of(f"{CLEAN}<!-- 1 -->\n")

    assert not form.fill_in(pieces_of(f"{CLEAN}{comment}\n"))


def test_records_are_those_of_the_new_document() -> None:
    form = form_of(CLEAN)
    payload = form.payload
    before = payload.values, payload.doubtful_ids, payload.text("Name")
    other = with_text("Name", "Another").replace("/lists/1", "/lists/x y")
    form.fill_in(pieces_of(other))

    assert payload.text("Name") == "Another"
    assert payload.values == before[0].replace(before[2], "Another")
    assert (bool(before[1]), bool(payload.doubtful_ids)) == (False, True)


def test_what_a_document_is_for_is_told_anew() -> None:
    form = form_of(UPDATE)
    assert form.operation is Operation.UPDATE
    start = UPDATE.index("<id>") + len("<id>")
    other = UPDATE[:start] + "data:,none" + UPDATE[UPDATE.index("</id>") :]

    assert form.fill_in(pieces_of(other))
    assert form.operation is Operation.CREATE


@pytest.mark.parametrize(
    ("name", "text", "is_valid"),
    [
        ("Name", "Another", True),
        ("Status", "Sent", True),
        ("EmailContent", "Another", True),
        ("GreetingName", "LastName", False),
        ("OrganizationState", "NH", False),
    ],
)
def test_only_a_text_with_facets_needs_to_be_validated_again(
    name: str, text: str, *, is_valid: bool
) -> None:
    form = form_of(CLEAN)
    form.valid_for.add(Operation.CREATE)

    assert form.fill_in(pieces_of(with_text(name, text)))
    assert (form.valid_for == {Operation.CREATE}) is is_valid


def test_only_an_attribute_with_facets_needs_to_be_validated_again() -> None:
    form = form_of(CLEAN)
    form.valid_for.add(Operation.CREATE)
    other = CLEAN.replace('"/ws/customers/greenleaf/campaigns"', '"/ws/x"')
    assert form.fill_in(pieces_of(other))
    assert form.valid_for == {Operation.CREATE}

    other = other.replace('"application/vnd.ctct+xml"', '"text/plain"')
    assert form.fill_in(pieces_of(other))
    assert form.valid_for == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<Status>Draft</Status>", "<Status></Status>"),
        ("<Status>Draft</Status>", "<Status> \n</Status>"),
        ("<Status>Draft</Status>", "<Status>&#13;</Status>"),
        ("<author>\n    <", "<author<"),
        ("<OrganizationAddress3/>\n      <", "<OrganizationAddress3/<"),
        ("<ViewAsWebpage>", '<ViewAsWebpage">'),
        ('type="application/vnd.ctct+xml">', 'type="application/vnd.ctct+xml"">'),
        ('rel="edit"/>\n  <', 'rel="edit"/<'),
        ("<Status>Draft</Status>", "<Status>&nbsp;&#38;</Status>"),
        ("<Status>Draft</Status>", "<Status>&&#97;mp;</Status>"),
        ("<Status>Draft</Status>", "<Status>a ]]> b</Status>"),
        ("<Status>Draft</Status>", "<Status>&eacute;</Status>"),
        ("<Status>Draft</Status>", "<Status>A & B</Status>"),
        ("<Status>Draft</Status>", "<Status>&#38;</Status>"),
        ("<Status>Draft</Status>", "<Status>&#38;amp;</Status>"),
        ("<Status>Draft</Status>", "<Status><![CDATA[Draft]] ></Status>"),
        ("<Status>Draft</Status>", "<Status>A <![CDATA[Draft]]></Status>"),
        ("<Status>Draft</Status>", "<Status>\n<![CDATA[Draft]]>\n</Status>"),
        ("<Status>Draft</Status>", "<State>Draft</State>"),
        ("<Status>Draft</Status>", "<Status>Draft</Status >"),
        ("<Status>Draft</Status>", "<Status >Draft</Status>"),
        ("<Status>Draft</Status>\n", "<Status>Draft</Status>x\n"),
        ('rel="edit"/>\n', 'rel="edit"/>x\n'),
        ('rel="edit"', 'rel="ed&amp;it"'),
        ('rel="edit"', 'rel="ed\nit"'),
        ('rel="edit"', 'rel="ed>it"'),
        ('rel="edit"', "rel='edit'"),
        ('rel="edit"', 'rel="ed\'it"'),
        ('rel="edit"', 'rol="edit"'),
        ('rel="edit"', 'rel="<![CDATA[edit]]>"'),
        ('"http://ws.constantcontact.com/ns/1.0/"', '"http://ws.constantcontact.com/"'),
        ('encoding="UTF-8"', 'encoding="utf-8"'),
    ],
)
def test_what_differs_in_more_takes_a_parser(old: str, new: str) -> None:
    assert CLEAN.count(old) == 1
    form = form_of(CLEAN)
    pieces = pieces_of(CLEAN.replace(old, new))

    # Forms are told apart by the number of pieces at first.
    assert key_of(pieces) != form.key or not form.fill_in(pieces)
    assert tree(form) == parsed(CLEAN)


@pytest.mark.parametrize(
    "attribute", ["xml:lang", "xmlns:x", "z:x\u1680rel", "x\u1680rel"]
)
def test_attributes_of_another_kind_take_a_parser(attribute: str) -> None:
    document = CLEAN.replace("<link ", f'<link xmlns:z="urn:z" {attribute}="en" ')
    form = form_of(document)

    assert not form.fill_in(pieces_of(document.replace('"en"', '"de"')))


def test_default_namespaces_take_a_parser() -> None:
    form = form_of(CLEAN)
    other = CLEAN.replace('"http://www.w3.org/2005/Atom"', '"http://www.w3.org/2005/"')

    assert not form.fill_in(pieces_of(other))


def test_tags_are_read_where_a_minified_document_has_none_of_their_ends() -> None:
    document = re.sub(r">\s+<", "><", CLEAN)
    form = form_of(document)

    for old, new in (("<author><", "<author<"), ('rel="edit"/><', 'rel="edit"/<')):
        assert not form.fill_in(pieces_of(document.replace(old, new)))


def test_white_space_before_the_root_is_no_tag() -> None:
    document = "\n" + CLEAN[CLEAN.index("<entry") :]
    form = form_of(document)

    assert form.fill_in(pieces_of(with_text("Name", "Another", document)))
    assert tree(form) == parsed(with_text("Name", "Another"))


def test_id_of_a_foreign_content_tells_what_a_document_is_for() -> None:
    uri = "http://api.constantcontact.com/ws/customers/greenleaf/campaigns/11"
    document = with_text("id", uri).replace(
        "<content ", '<x:content xmlns:x="x:"><x:Y id="1"/></x:content><content '
    )
    form = form_of(document)
    assert form.operation is Operation.CREATE

    assert form.fill_in(pieces_of(document.replace('<x:Y id="1"', f'<x:Y id="{uri}"')))
    assert form.operation is Operation.UPDATE


# --------------------------------------------------------------- the forms of a run


def test_second_of_a_kind_makes_a_form(known: Forms) -> None:
    pieces = pieces_of(CLEAN)
    assert codes(CLEAN) == []
    assert known.take(pieces) is None
    assert codes(with_text("Name", "Another")) == []
    form = known.take(pieces)

    assert form is not None
    assert tree(form) == parsed(CLEAN)


def test_form_in_use_is_no_one_elses(known: Forms) -> None:
    codes(CLEAN)
    codes(CLEAN)
    form = known.take(pieces_of(CLEAN))
    assert form is not None
    assert known.take(pieces_of(CLEAN)) is None

    known.put(form)
    assert known.take(pieces_of(CLEAN)) is form


def test_form_is_lost_with_a_text_that_is_none(known: Forms) -> None:
    codes(CLEAN)
    codes(CLEAN)
    assert known.take(pieces_of(with_text("Name", "a\x01b"))) is None
    assert known.take(pieces_of(CLEAN)) is None


@pytest.mark.parametrize(
    "aside",
    [
        *("<!-- <b> -->", "<!-- > <b -->", "<!--> <b> -->", "<!---> <b> -->"),
        *("<?x > <b?>", "<?x <b> ?>", "<?x y?>"),
    ],
)
def test_documents_that_are_not_cut_at_tags_have_no_form(
    known: Forms, aside: str
) -> None:
    document = CLEAN.replace("<Status>", f"{aside}<Status>")
    for _ in range(3):
        assert codes(document) == []
        assert known.take(pieces_of(document)) is None


@pytest.mark.parametrize(
    "attributes",
    ["""x='"' y=">" """, """x="'" y='>' """, 'x=">"', "x='>'", """x="'" y="" """],
)
def test_documents_with_tags_that_are_not_sure_have_no_form(
    known: Forms, attributes: str
) -> None:
    document = CLEAN.replace("<link ", f"<link xmlns:z='z:' {attributes} ")
    document = re.sub(r"\b([xy])=", r"z:\1=", document)
    for _ in range(3):
        assert codes(document) == []
        assert known.take(pieces_of(document)) is None


def test_single_quotes_are_as_good(known: Forms) -> None:
    document = CLEAN.replace('"', "'").replace("='text'", '="text"')
    codes(document)
    codes(document)
    other = with_text("Name", "Another", document)
    form = known.take(pieces_of(other))

    assert form is not None
    assert tree(form) == parsed(other)


@pytest.mark.parametrize(
    "aside", ["<!-- a comment -->", "<!---->", "<!-- > -->", "<!--> -->"]
)
def test_comments_are_markup(known: Forms, aside: str) -> None:
    document = CLEAN.replace("<Status>", f"{aside}<Status>")
    codes(document)
    codes(document)

    form = known.take(pieces_of(document))
    assert form is not None
    assert tree(form) == parsed(CLEAN)


def test_documents_with_comments_of_their_own_have_a_form(known: Forms) -> None:
    kinds = [f"{CLEAN}<!-- {number} -->\n" for number in range(3)]
    assert codes(kinds[0]) == codes(kinds[1]) == []

    assert known.take(pieces_of(kinds[2])) is not None


def test_schedules_have_no_form(known: Forms) -> None:
    schedule = (FIXTURES / "valid" / "schedule.create.xml").read_text("utf-8")
    for _ in range(3):
        assert codes(schedule) == []
    assert known.take(pieces_of(schedule)) is None


def test_large_documents_have_no_form(known: Forms) -> None:
    large = with_text("EmailContent", "Read this. " * (LARGEST // 10))
    for _ in range(3):
        codes(large)
    assert known.take(pieces_of(large)) is None


def test_documents_of_other_markup_are_no_form(known: Forms) -> None:
    """As many pieces alone do not make a form."""
    other = CLEAN.replace("<Status>Draft</Status>", "<ShowAgent>x</ShowAgent>")
    assert codes(CLEAN) == codes(other) == codes(CLEAN) == []
    assert known.take(pieces_of(CLEAN)) is None


def test_number_of_forms_is_limited(
    known: Forms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "_MOST", 2)
    kinds = [CLEAN.replace("<Status>", "<!---->" * n + "<Status>") for n in range(4)]
    for document in kinds:
        assert codes(document) == codes(document) == []
    found = [known.take(pieces_of(document)) is not None for document in kinds]

    assert found == [False, False, True, True]


def test_rule_that_fails_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(address: str) -> str:
        raise RuntimeError(address)

    codes(UPDATE)
    monkeypatch.setattr(malformed_email_address, "trouble_with", fail)
    for _ in range(3):
        (found,) = lint(with_text("EmailAddress", "joe@x.example").encode())
        assert found.code == "CTC901"
        assert found.message.startswith("CTC417 failed: RuntimeError: ")


# --------------------------------------------------------------- the same, always


def test_faults_come_and_go() -> None:
    for _ in range(3):
        assert codes(CLEAN) == []
        assert codes(with_text("GreetingName", "cmp_grt_name")) == ["CTC203"]
        assert codes(with_text("GreetingName", "LastName")) == []
        assert codes(with_text("Name", "x" * 81)) == ["CTC413"]
        assert codes(with_text("OrganizationPostalCode", "Vermont")) == ["CTC418"]
        assert codes(with_text("Name", "a\x01b")) == ["CTC129"]


def test_what_an_invalid_document_changed_is_looked_at_in_the_next() -> None:
    bad = with_text("OrganizationPostalCode", "Vermont")
    worse = with_text("GreetingName", "cmp_grt_name", bad)
    for _ in range(3):
        assert codes(CLEAN) == []
        assert codes(worse) == ["CTC203", "CTC418"]
        assert codes(bad) == ["CTC418"]


def test_threads_do_not_share_a_tree() -> None:
    texts = [
        CLEAN,
        with_text("Name", "Another"),
        with_text("Name", "x" * 81),
        with_text("OrganizationPostalCode", "Vermont"),
        with_text("GreetingName", "LastName"),
        with_text("GreetingName", "&nbsp;"),
    ]
    alone = [codes(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(codes, texts * 40))

    assert found == alone * 40


@pytest.mark.parametrize(
    ("addition", "before", "expected"),
    [
        ("<?PHP echo 1 ?>", "</entry>", ["CTC133"]),
        (SECOND, "</entry>", ["CTC405"]),
    ],
)
def test_bytes_are_told_as_text_is(
    addition: str, before: str, expected: list[str]
) -> None:
    document = CLEAN.replace(before, addition + before)
    as_text = [d.code for d in lint(document)]

    assert codes(document) == as_text
    assert set(expected) <= set(as_text)


def documents_of_one_markup() -> Iterator[str]:
    for path in documents("valid"):
        text = path.read_text("utf-8")
        if "<Campaign" in text and "<feed" not in text:
            yield text


@settings(max_examples=200, deadline=None)
@given(
    document=st.sampled_from(list(documents_of_one_markup())),
    data=st.data(),
    crlf=st.booleans(),
)
def test_what_was_linted_before_changes_nothing(
    document: str, data: st.DataObject, *, crlf: bool
) -> None:
    document = with_text("!", " 1 ", document)
    names = st.sampled_from([*names_in(document), "!"])
    changes = st.lists(st.tuples(names, TEXTS), max_size=3)
    sequence = [document, document, document]
    for several in data.draw(st.lists(changes, min_size=1, max_size=8)):
        other = data.draw(st.sampled_from(sequence))
        for name, text in several:
            other = with_text(name, text, other)
        sequence.append(other)
    if crlf:
        sequence = [text.replace("\n", "\r\n") for text in sequence]
    warm = [lint(text.encode("utf-8", "surrogatepass")) for text in sequence]

    for text, found in zip(sequence, warm, strict=True):
        in_order._FORMS = Forms()
        assert found == lint(text.encode("utf-8", "surrogatepass"))
