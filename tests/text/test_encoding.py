"""Bytes to text: what is declared, what is there, and what is wrong with it."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.text.decoded import Decoded, Trouble
from ctct_lint.text.encoding import decode

XML = "<?xml version='1.0'?>"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def declaring(name: str, rest: str = "<a/>") -> str:
    return f'<?xml version="1.0" encoding="{name}"?>{rest}'


def at_name(kind: str, name: str, subject: str, expected: str = "") -> Trouble:
    """Return a trouble at the name in what `declaring` returns."""
    return Trouble(kind, 30, 30 + len(name), subject, expected)


def undecodable(start: int, end: int, subject: str, meant: str = "") -> Trouble:
    return Trouble("undecodable-bytes", start, end, subject, meant)


@pytest.mark.parametrize(
    "text", ["", "<a/>", "<a>é\U0001f4a9</a>", XML + "<a/>", "\ufffd", "Ã©", "\x85<a/>"]
)
def test_utf8_is_the_default(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8")


@pytest.mark.parametrize(
    "name", ["UTF-8", "utf-8", "utf8", "UTF_8", "Utf-8", "US-ASCII", "ascii"]
)
def test_a_declared_utf8_may_have_any_of_its_names(name: str) -> None:
    text = declaring(name)
    assert decode(text.encode()) == Decoded(text, "utf-8")


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("ISO-8859-1", "iso8859-1"),
        ("iso-8859-1", "iso8859-1"),
        ("latin1", "iso8859-1"),
        ("Latin-1", "iso8859-1"),
        ("ISO_8859-1", "iso8859-1"),
        ("ISO-8859-15", "iso8859-15"),
        ("windows-1252", "cp1252"),
        ("Windows-1252", "cp1252"),
        ("cp1252", "cp1252"),
        ("windows-1250", "cp1250"),
        ("macintosh", "mac-roman"),
        ("MacCentralEurope", "mac-latin2"),
        ("IBM850", "cp850"),
        ("gb18030", "gb18030"),
    ],
)
def test_a_declared_encoding_is_read(name: str, codec: str) -> None:
    text = declaring(name, "<a>é</a>")
    assert decode(text.encode(codec)) == Decoded(text, codec)


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("Shift_JIS", "shift_jis"),
        ("EUC-JP", "euc_jp"),
        ("ISO-2022-JP", "iso2022_jp"),
        ("Big5", "big5"),
        ("GB2312", "gb2312"),
        ("GBK", "gbk"),
        ("EUC-KR", "euc_kr"),
    ],
)
def test_a_declared_encoding_may_take_several_bytes(name: str, codec: str) -> None:
    text = declaring(name, "<a>中日</a>")
    if codec == "euc_kr":
        text = declaring(name, "<a>한</a>")
    assert decode(text.encode(codec)) == Decoded(text, codec)


@pytest.mark.parametrize(
    "declaration",
    [
        "<?xml version='1.0' encoding='windows-1252'?>",
        '<?xml version="1.0"\r\n\tencoding\n=\t"windows-1252" standalone="no" ?>',
        '<?xml encoding="windows-1252"?>',
        "\n <?xml version='1.0' encoding='windows-1252'?>",
        "é<?xml version='1.0' encoding='windows-1252'?>",
        "<!-- <x> é --><?xml version='1.0' encoding='windows-1252'?>",
        "<?XML version='1.0' ENCODING='windows-1252'?>",
        "<?xml version=1.0 encoding=windows-1252?>",
        "<?xml version='1.0' encoding=' windows-1252 '?>",
    ],
)
def test_a_declaration_counts_even_if_it_is_malformed_or_late(declaration: str) -> None:
    text = f"{declaration}<a>é</a>"
    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252")


@pytest.mark.parametrize(
    "text",
    [
        "<a><?xml version='1.0' encoding='windows-1252'?>é</a>",
        "<!-- <?xml version='1.0' encoding='windows-1252'?> -->é<a/>",
        "<?xml-stylesheet encoding='windows-1252'?>é<a/>",
        "<?xml version='1.0'?><a encoding='windows-1252'>é</a>",
    ],
)
def test_what_only_looks_like_a_declaration_does_not_count(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8")


@pytest.mark.parametrize("name", ["ISO-8859-1", "latin1", "l1"])
@pytest.mark.parametrize(
    ("rest", "first", "meant"),
    [
        ("<a>’</a>", "92", "’"),
        ("<a>“é”</a>", "93", "“”"),
        ("<a>€š<b/>Ÿ€</a>", "80", "€šŸ"),
        ("<a>Æ‘ ’</a>", "92", "’"),
    ],
)
def test_windows_1252_that_says_iso_8859_1_is_read_as_what_it_is(
    name: str, rest: str, first: str, meant: str
) -> None:
    text = declaring(name, rest)
    trouble = at_name("windows-text-as-latin", name, name, meant)
    at = text.rindex(meant[0]) if len(meant) == 1 else text.index(meant[0])

    assert decode(text.encode("cp1252")) == Decoded(
        text, "cp1252", b"", (trouble._replace(related=((at, at + 1, first),)),)
    )


def test_comments_without_an_end_are_looked_at_once() -> None:
    text = declaring("latin1", "<a>’" + "<!-- " * 400_000 + "<Šimon>")
    (trouble,) = decode(text.encode("cp1252")).troubles

    # All behind the first one may be a comment.
    assert (trouble.kind, trouble.detail) == ("windows-text-as-latin", "")


@pytest.mark.parametrize(
    "body",
    [
        b"caf\xe9 \xa0\xff",
        b"\x92 \x81",  # no character of windows-1252
        "caf\xe9 \u2019".encode(),  # encoded twice
        b"\xe9 \xe2\x80\x99",  # here and there
        b"\x7f",
    ],
)
def test_other_bytes_are_those_of_iso_8859_1(body: bytes) -> None:
    data = declaring("ISO-8859-1").encode() + body
    assert decode(data) == Decoded(data.decode("latin-1"), "iso8859-1")


@pytest.mark.parametrize("name", ["ISO-8859-15", "ISO-8859-2", "windows-1252"])
def test_only_iso_8859_1_is_taken_for_windows_1252(name: str) -> None:
    assert decode(declaring(name, "<a>\x80</a>").encode("latin-1")).troubles == ()


@pytest.mark.parametrize(
    ("data", "text", "troubles"),
    [
        (b"<a>\xe9</a>", "<a>é</a>", [undecodable(3, 4, "E9 UTF-8", "é")]),
        (
            b"\xe9t\xe9",
            "ét" + UNKNOWN,
            [
                undecodable(0, 1, "E9 UTF-8", "é"),
                undecodable(2, 3, "E9 UTF-8", UNKNOWN),
            ],
        ),
        (b"<a>\x93\x94</a>", "<a>“”</a>", [undecodable(3, 5, "93 94 UTF-8", "“”")]),
        (b"\xc3\xa9\xe9<", "éé<", [undecodable(1, 2, "E9 UTF-8", "é")]),
        (
            b"\xf0\x9f\x92\xa9\xe9<",
            "\U0001f4a9é<",
            [
                undecodable(1, 2, "E9 UTF-8", "é"),
            ],
        ),
        (b"\x81<", f"{UNKNOWN}<", [undecodable(0, 1, "81 UTF-8", UNKNOWN)]),
        (b"\xe9\xbb<", "é»<", [undecodable(0, 2, "E9 BB UTF-8", "é»")]),
        (b"\xc0\xbb<", "À»<", [undecodable(0, 2, "C0 BB UTF-8", "À»")]),
    ],
)
def test_bytes_that_are_not_utf8_are_read_as_windows_1252(
    data: bytes, text: str, troubles: list[Trouble]
) -> None:
    assert decode(data) == Decoded(text, "utf-8", b"", tuple(troubles))


@pytest.mark.parametrize(
    "bad",
    [
        b"\xc0\xbc",
        b"\xc0\x80",
        b"\xc1\xbf",
        b"\xe0\x80\xbc",
        b"\xf0\x80\x80\xbc",
        b"\xed\xa0\xbd\xed\xb2\xa9",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xf5\x80\x80\x80",
    ],
    ids=lambda bad: bad.hex(),
)
def test_overlong_forms_and_surrogates_are_no_characters_at_all(bad: bytes) -> None:
    unknown = UNKNOWN * len(bad)
    trouble = undecodable(3, 3 + len(bad), f"{bad.hex(' ').upper()} UTF-8", unknown)
    expected = Decoded(f"<a>{unknown}</a>", "utf-8", b"", (trouble,))
    assert decode(b"<a>" + bad + b"</a>") == expected


@pytest.mark.parametrize("cut", [b"\xc3", b"\xe2\x82", b"\xf0\x9f", b"\xf0\x9f\x92"])
def test_a_character_cut_off_at_the_end_is_no_windows_1252(cut: bytes) -> None:
    unknown = UNKNOWN * len(cut)
    trouble = undecodable(4, 4 + len(cut), f"{cut.hex(' ').upper()} UTF-8", unknown)
    assert decode(b"<a>b" + cut) == Decoded(f"<a>b{unknown}", "utf-8", b"", (trouble,))


def test_of_many_bytes_the_first_are_named() -> None:
    subject = " ".join(["E9"] * 16) + " UTF-8"
    trouble = undecodable(3, 23, subject, "é" * 16)
    data = b"<a>" + b"\xe9" * 20 + b"</a>"
    assert decode(data) == Decoded(f"<a>{'é' * 20}</a>", "utf-8", b"", (trouble,))


@pytest.mark.parametrize(
    ("name", "codec", "family", "bad"),
    [
        ("windows-1252", "cp1252", "windows-1252", b"\x81"),
        ("ISO-8859-3", "iso8859-3", "ISO-8859-3", b"\xa5"),
        ("Shift_JIS", "shift_jis", "SHIFT_JIS", b"\xff"),
        ("ISO-2022-JP", "iso2022_jp", "ISO2022_JP", b"\x80"),
    ],
)
def test_bytes_that_the_declared_encoding_lacks_are_unknown_characters(
    name: str, codec: str, family: str, bad: bytes
) -> None:
    before, after = declaring(name, "<a>"), "</a>"
    decoded = decode(before.encode() + bad + after.encode())
    at = len(before)
    trouble = undecodable(at, at + 1, f"{bad.hex().upper()} {family}")
    assert decoded == Decoded(f"{before}{UNKNOWN}{after}", codec, b"", (trouble,))


def test_undecodable_bytes_may_be_those_of_ascii() -> None:
    before = declaring("ISO-2022-JP", "<a>")
    data = before.encode() + b"\x1b$B\x7f\x7f\x1b(B</a>"
    at = len(before)
    trouble = undecodable(at, at + 2, "7F 7F ISO2022_JP")
    text = f"{before}{UNKNOWN * 2}</a>"
    assert decode(data) == Decoded(text, "iso2022_jp", b"", (trouble,))


@pytest.mark.parametrize(
    ("bom", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("text", ["", "<a>é\U0001f4a9</a>", XML + "<a/>"])
def test_a_byte_order_mark_tells_the_encoding(
    bom: bytes, codec: str, text: str
) -> None:
    assert decode(bom + text.encode(codec)) == Decoded(text, codec, bom)


def test_a_second_byte_order_mark_is_a_character() -> None:
    data = codecs.BOM_UTF8 * 2 + b"<a/>"
    assert decode(data) == Decoded("\ufeff<a/>", "utf-8", codecs.BOM_UTF8)


@pytest.mark.parametrize(
    ("name", "codec", "bom"),
    [
        ("UTF-16", "utf-16-le", codecs.BOM_UTF16_LE),
        ("utf16", "utf-16-be", codecs.BOM_UTF16_BE),
        ("UTF-16LE", "utf-16-le", codecs.BOM_UTF16_LE),
        ("UTF-16BE", "utf-16-be", b""),
        ("UTF-16LE", "utf-16-le", b""),
        ("UTF-8", "utf-8", codecs.BOM_UTF8),
    ],
)
def test_a_declaration_may_agree_with_the_shape(
    name: str, codec: str, bom: bytes
) -> None:
    text = declaring(name, "<a>é</a>")
    assert decode(bom + text.encode(codec)) == Decoded(text, codec, bom)


@pytest.mark.parametrize(
    ("name", "codec", "bom", "actual"),
    [
        ("UTF-8", "utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("UTF-8", "utf-16-be", b"", "UTF-16"),
        ("UTF-16BE", "utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("ISO-8859-1", "utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("US-ASCII", "utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("UTF-16", "utf-8", codecs.BOM_UTF8, "UTF-8"),
        ("UTF-16", "utf-8", b"", "UTF-8"),
        ("UTF-16LE", "cp1252", b"", "windows-1252"),
        ("US-ASCII", "utf-8", b"", "UTF-8"),
        ("ascii", "cp1252", b"", "windows-1252"),
    ],
)
def test_a_declaration_may_contradict_the_bytes(
    name: str, codec: str, bom: bytes, actual: str
) -> None:
    text = declaring(name, "<a>é</a>")
    trouble = at_name("encoding-mismatch", name, name, actual)
    assert decode(bom + text.encode(codec)) == Decoded(text, codec, bom, (trouble,))


@pytest.mark.parametrize(
    "name",
    [
        "UTF-7",
        "UTF",
        "UTF-",
        "U8",
        "UTF-32",
        "IBM037",
        "cp500",
        "ansi",
        "utf-8-sig",
        "undefined",
        "idna",
        "rot13",
        "unicode_escape",
        "base64",
        "x" * 500,
    ],
)
@pytest.mark.parametrize(
    ("codec", "guess"), [("utf-8", "UTF-8"), ("cp1252", "windows-1252")]
)
def test_an_encoding_that_is_not_supported_is_refused_by_name(
    name: str, codec: str, guess: str
) -> None:
    text = declaring(name, "<a>é</a>")
    trouble = at_name("unsupported-encoding", name, name, guess)
    assert decode(text.encode(codec)) == Decoded(text, codec, b"", (trouble,))


@pytest.mark.parametrize("name", ["", "utf~9", "8", "é", "a\0b", "+ADw-"])
def test_what_is_no_name_of_an_encoding_is_left_to_the_syntax(name: str) -> None:
    text = declaring(name)
    assert decode(text.encode()) == Decoded(text, "utf-8")


def test_bytes_that_fit_no_guess_are_read_as_utf8() -> None:
    data = declaring("ansi", "<a>").encode() + b"\xe9\x81</a>"
    text = declaring("ansi", f"<a>é{UNKNOWN}</a>")
    assert decode(data) == Decoded(
        text,
        "utf-8",
        b"",
        (
            at_name("unsupported-encoding", "ansi", "ansi", "UTF-8"),
            undecodable(40, 42, "E9 81 UTF-8", f"é{UNKNOWN}"),
        ),
    )


def test_the_name_is_found_where_the_decoded_text_has_it() -> None:
    text = f"é\U0001f4a9\n{declaring('ansi')}"
    trouble = Trouble("unsupported-encoding", 33, 37, "ansi", "UTF-8")
    assert decode(text.encode()) == Decoded(text, "utf-8", b"", (trouble,))


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize(
    ("codec", "mark"),
    [("utf-32-le", codecs.BOM_UTF32_LE), ("utf-32-be", codecs.BOM_UTF32_BE)],
)
def test_utf32_is_refused_and_read(codec: str, mark: bytes, bom: bool) -> None:
    before = mark if bom else b""
    plain = Trouble("unsupported-encoding", 0, 1, "UTF-32")
    wrong = at_name("unsupported-encoding", "UTF-8", "UTF-32")
    right = at_name("unsupported-encoding", "UTF-32", "UTF-32", "UTF-32")
    for text, trouble in (
        ("<a>é\U0001f4a9</a>", plain),
        (declaring("UTF-8"), wrong),
        (declaring("UTF-32"), right),
    ):
        expected = Decoded(text, codec, before, (trouble,))
        assert decode(before + text.encode(codec)) == expected


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (XML + "<a/>", Trouble("unsupported-encoding", 0, 1, "EBCDIC")),
        (
            declaring("UTF-8"),
            at_name("unsupported-encoding", "UTF-8", "EBCDIC"),
        ),
        (
            declaring("IBM037", "\n<a/>"),
            at_name("unsupported-encoding", "IBM037", "IBM037", "EBCDIC"),
        ),
    ],
)
def test_ebcdic_is_refused_and_read_with_its_line_ends(
    text: str, trouble: Trouble
) -> None:
    data = text.replace("\n", "\x85").encode("cp037")
    assert decode(data) == Decoded(text, "cp037", b"", (trouble,))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["<a>é</a>", "\r\n  <a>é</a>" + "x" * 9, "junk <a/> é"]
)
def test_utf16_needs_a_mark_or_a_declaration(codec: str, text: str) -> None:
    subject = "UTF-16 without a byte order mark"
    trouble = Trouble("unsupported-encoding", 0, 1, subject)
    assert decode(text.encode(codec)) == Decoded(text, codec, b"", (trouble,))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "declaration", [XML, declaring("UTF-16", ""), declaring("utf16", "")]
)
def test_utf16_is_known_by_its_declaration(declaration: str, codec: str) -> None:
    text = declaration + "<a>é</a>"
    trouble = Trouble("missing-byte-order-mark", 0, 5)
    assert decode(text.encode(codec)) == Decoded(text, codec, b"", (trouble,))


def test_an_odd_byte_at_the_end_of_utf16_is_an_unknown_character() -> None:
    data = codecs.BOM_UTF16_LE + "<a/>\U0001f4a9".encode("utf-16-le") + b"<"
    text = f"<a/>\U0001f4a9{UNKNOWN}"
    trouble = undecodable(5, 6, "3C UTF-16")
    assert decode(data) == Decoded(text, "utf-16-le", codecs.BOM_UTF16_LE, (trouble,))


def test_lone_surrogates_of_utf16_stay_in_the_text() -> None:
    data = codecs.BOM_UTF16_LE + b"<\0\x3d\xd8\xa9\xdc\x3d\xd8"
    expected = Decoded("<\U0001f4a9\ud83d", "utf-16-le", codecs.BOM_UTF16_LE)
    assert decode(data) == expected


@pytest.mark.parametrize("data", [b"\0", b"<a>\0</a>", b"<a/>" + b"\0" * 50])
def test_nul_bytes_are_characters_of_utf8(data: bytes) -> None:
    assert decode(data) == Decoded(data.decode(), "utf-8")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x1f\x8b\x08\0", "gzip data"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"%PDF-1.4 <a/>", "a PDF document"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"GIF89a", "a GIF image"),
        (b"BZh9", "bzip2 data"),
        (b"\x7fELF", "a program"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    trouble = Trouble("not-text", 0, 1, what)
    assert decode(data) == Decoded(data.decode("latin-1"), "latin-1", b"", (trouble,))


def test_of_what_is_no_text_only_the_head_is_kept() -> None:
    assert len(decode(b"\x1f\x8b" + bytes(10_000)).text) == 4096


@pytest.mark.parametrize("data", [codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE])
def test_a_mark_alone_leaves_nothing_to_point_at(data: bytes) -> None:
    (trouble,) = decode(data).troubles
    assert (trouble.start, trouble.end) == (0, 0)


def test_an_encoder_has_no_use_for_the_escape() -> None:
    with pytest.raises(UnicodeEncodeError):
        "é".encode("ascii", "ctct_lint.escape")


NAMES = st.sampled_from(
    ["utf-8", "utf-16", "ascii", "latin1", "cp1252", "utf-7", "x", "", "gbk", "\0"]
) | st.sampled_from(
    ["é", "iso-2022-jp", "hz", "gb18030", "shift_jis", "utf-32", "cp037", "punycode"]
)
HEADS = st.one_of(
    st.just(b""),
    NAMES.map(lambda name: declaring(name).encode()),
    NAMES.map(lambda name: declaring(name).encode("utf-16-le")),
    NAMES.map(lambda name: declaring(name).encode("utf-32-be")),
    NAMES.map(lambda name: declaring(name).encode("cp037", "replace")),
)
MARKS = st.sampled_from(
    [
        b"",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        codecs.BOM_UTF16_BE,
        codecs.BOM_UTF32_BE,
    ]
)


@given(MARKS, HEADS, st.binary(max_size=40))
def test_decoding_never_fails_and_troubles_lie_in_the_text(
    mark: bytes, head: bytes, rest: bytes
) -> None:
    text, _, bom, troubles = decode(mark + head + rest)
    assert (mark + head + rest).startswith(bom)
    assert all(0 <= t.start < t.end <= len(text) or not text for t in troubles)
    assert not any("\udc00" <= c <= "\udcff" for c in text) or b"\xdc" in head + rest


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.data())
def test_bytes_put_into_utf8_are_reported_where_they_are(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    before, after = f"<{text[:at]}", f"{text[at:]}>"
    decoded = decode(before.encode() + b"\xff" + after.encode())
    assert decoded.text == f"{before}ÿ{after}"
    trouble = undecodable(len(before), len(before) + 1, "FF UTF-8", "ÿ")
    assert decoded.troubles == (trouble,)


@pytest.mark.parametrize(
    "before",
    [
        "<b>Warning</b>: foo in bar.php<br />\n",
        "<!DOCTYPE html><html><body>a</body></html>",
        "HTTP/1.1 200 OK\r\n\r\n",
        "<pre>Array ( )</pre>\n<!-- c -->",
    ],
)
def test_declaration_counts_where_the_document_begins(before: str) -> None:
    text = before + declaring("ISO-8859-1", "<a>é</a>")
    assert decode(text.encode("latin-1")) == Decoded(text, "iso8859-1")


@pytest.mark.parametrize(
    "before", ['<a xmlns="u:a">', "<a><![CDATA[", "<?xml version='1.0'?><a>"]
)
def test_declaration_inside_of_a_document_does_not_count(before: str) -> None:
    text = before + declaring("ISO-8859-1", "é")
    assert decode(text.encode()) == Decoded(text, "utf-8")
