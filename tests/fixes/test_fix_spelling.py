"""Edits of the text become bytes; every other byte stays what it was."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.fixes import spelling
from ctct_lint.fixes.spelling import is_exact, respell, shown_text
from ctct_lint.text.encoding import decode
from ctct_lint.xml.draft import TextEdit

BODY = "<a>\r\n  häß € 日\U0001f33b</a>\r\n"


def declared(name: str, body: str = "") -> str:
    return f'<?xml version="1.0" encoding="{name}"?>{body}'


DOCUMENTS = [
    ("plain", BODY.encode()),
    ("with a BOM", codecs.BOM_UTF8 + BODY.encode()),
    ("UTF-16 LE", codecs.BOM_UTF16_LE + BODY.encode("utf-16-le")),
    ("UTF-16 BE", codecs.BOM_UTF16_BE + BODY.encode("utf-16-be")),
    (
        "windows-1252",
        declared("windows-1252", "<a>h\xe4\xdf \u20ac</a>").encode("cp1252"),
    ),
    ("ISO-8859-1", declared("ISO-8859-1", "<a>h\xe4\xdf</a>").encode("latin-1")),
    ("not UTF-8", b"<a>caf\xe9 \xff</a>"),
    ("not Shift_JIS", declared("Shift_JIS", "<a>").encode() + b"\x83\x5c\x80\xfd</a>"),
    ("half a character", codecs.BOM_UTF16_LE + "<a/>".encode("utf-16-le") + b"\x20"),
    ("a lone surrogate", codecs.BOM_UTF16_LE + b"<\0a\0>\0\x3d\xd8"),
    ("empty", b""),
]


@pytest.mark.parametrize(
    "data", [d for _, d in DOCUMENTS], ids=[n for n, _ in DOCUMENTS]
)
def test_no_edit_changes_nothing(data: bytes) -> None:
    assert is_exact(data)
    assert respell(data, []) == data


def mended(data: bytes, *edits: tuple[int, int, str]) -> bytes | None:
    return respell(data, [TextEdit(*edit) for edit in edits])


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_edits_count_code_points_behind_the_bom(codec: str) -> None:
    bom = "\ufeff".encode(codec)
    at = BODY.index("日")
    wanted = BODY.replace("日\U0001f33b", "日 \U0001f33b!")

    edits = ((at + 1, at + 1, " "), (at + 2, at + 2, "!"))
    assert mended(bom + BODY.encode(codec), *edits) == bom + wanted.encode(codec)


def test_bytes_that_are_no_characters_stay() -> None:
    assert mended(b"<a>\xe9\xff</b>", (7, 8, "a")) == b"<a>\xe9\xff</a>"
    assert mended(b"<a>\xe9\xff</b>", (3, 4, "é")) == b"<a>\xc3\xa9\xff</b>"
    assert mended(b"<a>\xe9\xff</b>", (3, 5, "")) == b"<a></b>"


def test_half_a_character_at_the_end_stays_unless_it_is_replaced() -> None:
    data = codecs.BOM_UTF16_LE + "<a/>".encode("utf-16-le") + b"\x20"

    assert decode(data).text == "<a/>\ufffd"
    kept = mended(data, (1, 2, "b"))
    assert kept == codecs.BOM_UTF16_LE + "<b/>".encode("utf-16-le") + b"\x20"
    assert mended(data, (4, 5, "")) == data[:-1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_new_line_ends_are_those_of_the_file(line_end: str) -> None:
    data = f"<a>{line_end}</a>".encode()
    wanted = f"<a>{line_end}<b/>{line_end}x\r\n</a>{line_end}"

    edits = ((3, 3, "\n<b/>"), (3 + len(line_end), 3 + len(line_end), "x\r\n"))
    size = len(data)
    assert mended(data, *edits, (size, size, "\n")) == wanted.encode()


def test_a_file_of_one_line_gets_line_feeds() -> None:
    assert mended(b"<a></a>", (3, 3, "\n")) == b"<a>\n</a>"


def test_what_the_encoding_lacks_becomes_a_reference() -> None:
    data = declared("ISO-8859-1", "<a>\xe4</a>").encode("latin-1")
    at = data.index(b"\xe4")

    made = mended(data, (at, at, "\xf6\u20ac\U0001f33b"))
    assert made == data[:at] + b"\xf6&#8364;&#127803;" + data[at:]


def test_without_an_exact_mapping_nothing_is_written() -> None:
    # UTF-32 is refused; what cannot be decoded in it is lost.
    data = codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff"

    assert not is_exact(data)
    assert mended(data, (0, 0, "x")) is None
    assert shown_text(data) == decode(data).text
    # Escape sequences that are no bytes of any character.
    japanese = declared("ISO-2022-JP", "<a>").encode() + b"\x1b(B\x1b$B\x1b(B</a>"
    assert not is_exact(japanese)


def test_an_edit_that_would_change_the_bytes_beside_it_is_refused() -> None:
    # A byte that begins no character in Shift_JIS, until one follows it.
    data = declared("Shift_JIS", "<a>").encode() + b"\x83</a>"
    at = data.index(b"\x83")

    assert is_exact(data)
    assert mended(data, (at + 1, at + 1, "A")) is None
    assert mended(data, (at, at, "A")) == data[:at] + b"A" + data[at:]


def test_an_edit_that_no_encoding_can_hold_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(spelling, "_REFER", "surrogatepass")

    assert mended(b"<a></a>", (3, 3, "\ud800")) is None


def test_escape_of_bytes_refuses_what_it_has_not_made() -> None:
    assert mended(b"<a></a>", (3, 3, "\ud800")) == b"<a>&#55296;</a>"
    with pytest.raises(UnicodeEncodeError):
        "\ud800".encode("utf-8", "ctct_lint.keep")
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", "ctct_lint.keep")


def test_text_is_shown_with_a_mark_for_what_is_none() -> None:
    assert shown_text(BODY.encode()) == BODY
    assert shown_text(b"<a>\xe9</a>") == "<a>\ufffd</a>"
    assert shown_text(codecs.BOM_UTF16_LE + b"<\0a\0\x20") == "<a\ufffd"


def test_a_codec_that_breaks_is_no_exact_mapping(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_self: object, _text: str) -> bytes:
        raise UnicodeEncodeError("utf-8", "x", 0, 1, "broken")

    monkeypatch.setattr(spelling._Spelt, "encode", broken)
    assert not is_exact(b"<a/>")


CODECS = st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"])


@given(st.text(max_size=30), CODECS, st.integers(0, 30), st.integers(0, 4), st.text())
def test_only_the_edited_characters_change(
    text: str, codec: str, start: int, size: int, new: str
) -> None:
    text, new = (s.replace("\x00", "0").replace("\n", "n") for s in (text, new))
    data = "\ufeff<".encode(codec) + text.encode(codec, "surrogatepass")
    whole = decode(data).text
    start = min(start + 1, len(whole))
    end = min(start + size, len(whole))
    before = whole[:start].encode(codec, "surrogatepass")
    after = whole[end:].encode(codec, "surrogatepass")

    made = mended(data, (start, end, new))
    assert made is not None
    bom = "\ufeff".encode(codec)
    assert made.startswith(bom + before)
    assert made.endswith(after)
