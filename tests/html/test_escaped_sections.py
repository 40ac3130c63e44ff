"""A content whose CDATA section was escaped is told so once, and mended."""

from __future__ import annotations

from fixture_file import FIXTURES

from ctct_lint import lint

CDATA = (FIXTURES / "valid" / "campaign-cdata.create.xml").read_text("utf-8")
START, END = "&lt;![CDATA[", "]]&gt;"


def escaped(name: str, text: str, document: str = CDATA) -> str:
    """Return a document whose field of a name is `text`, as written in the file."""
    before, tag, rest = document.partition(f"<{name}>")
    return before + tag + text + rest[rest.index(f"</{name}>") :]


def test_both_marks_are_taken_away() -> None:
    html = "&lt;html&gt;&lt;body&gt;&lt;p&gt;Plums.&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;"
    text = escaped("EmailContent", f"\n  {START}{html}{END}\n")
    (found,) = lint(text.encode())
    (fix,) = found.fixes

    assert found.code == "CTC549"
    assert found.message == (
        "`<![CDATA[` in `EmailContent` was escaped: it begins no section"
    )
    assert [label.message for label in found.related] == ["and so was its end"]
    assert text[found.range.start.offset : found.range.end.offset] == START
    mended = text
    for edit in sorted(fix.edits, key=lambda e: e.range.start.offset, reverse=True):
        start, end = edit.range.start.offset, edit.range.end.offset
        mended = mended[:start] + edit.new_text + mended[end:]
    assert mended == escaped("EmailContent", f"\n  {html}\n")
    assert lint(mended.encode()) == []


def test_end_may_be_missing() -> None:
    text = escaped("EmailTextContent", f"{START}&lt;Text&gt;Plums.&lt;/Text&gt;")
    (found,) = lint(text.encode())

    assert (found.code, found.related) == ("CTC549", ())
    assert [edit.new_text for edit in found.fixes[0].edits] == [""]


def test_section_inside_a_content_is_no_such_slip() -> None:
    html = "&lt;html&gt;&lt;body&gt;&lt;p&gt;Plums.&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;"
    style = "&lt;style&gt;/*&lt;![CDATA[*/ p { color: red } /*]]&gt;*/&lt;/style&gt;"
    text = escaped("EmailContent", html.replace("&lt;p&gt;", f"{style}&lt;p&gt;", 1))

    assert "CTC549" not in [d.code for d in lint(text.encode())]
