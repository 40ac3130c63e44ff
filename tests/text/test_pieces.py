"""Text that comes in pieces is the text of the whole, and so are its troubles."""

from __future__ import annotations

import pytest

from ctct_lint.text.encoding import decode
from ctct_lint.text.pieces import Piece, TaglessError, pieces_of_text

DOCUMENT = '<?xml version="1.0" encoding="{}"?>\n<a>\U0001f337 \u013e 5 > 4</a>\n'


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


def texts(data: bytes, size: int) -> list[Piece]:
    pieces = pieces_of_text(cut(data, size))
    assert pieces is not None
    return list(pieces.texts)


@pytest.mark.parametrize("size", [45, 60, 7_000])
@pytest.mark.parametrize(
    "data",
    [
        DOCUMENT.format("UTF-8").encode(),
        b"\xef\xbb\xbf" + DOCUMENT.format("UTF-8").encode(),
        DOCUMENT.format("UTF-16").encode("utf-16"),
        b"\xfe\xff" + DOCUMENT.format("UTF-16").encode("utf-16-be"),
        b'<?xml version="1.0" encoding="windows-1252"?><a>\x80 > \xe9</a>',
        b"<a>caf\xe9 > caf\xe9</a>",
    ],
)
def test_pieces_are_the_text(data: bytes, size: int) -> None:
    found, whole = texts(data, size), decode(data)

    assert "".join(piece.text for piece in found) == whole.text
    assert [piece.text[-1] for piece in found[:-1]] == [">"] * (len(found) - 1)
    assert [t for piece in found for t in piece.troubles] == list(whole.troubles)
    starts = [sum(len(p.text) for p in found[:n]) for n in range(len(found))]
    assert [piece.start for piece in found] == starts


def test_pieces_without_a_tag_are_joined() -> None:
    assert texts(b"<a>" + b"x" * 50 + b"</a>", 3) == [
        Piece(0, "<a>"),
        Piece(3, "x" * 50 + "</a>"),
    ]


def test_bytes_without_end_and_tag_are_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ctct_lint.text.pieces.MOST", 9)
    pieces = pieces_of_text(iter(lambda: b"abc", b""))

    assert pieces is not None
    with pytest.raises(TaglessError):
        list(pieces.texts)


def test_a_sign_across_two_characters_ends_no_piece() -> None:
    text = "<a>\u3e41\u4100\u3e41\u4100"
    data = b"\xff\xfe" + text.encode("utf-16-le")

    assert "".join(piece.text for piece in texts(data, 5)) == text


def test_bytes_of_two_characters_are_no_sign() -> None:
    data = b"\xfe\xff" + "<?xml?\u2000\u3e00".encode("utf-16-be")

    assert [piece.text for piece in texts(data, 18)] == ["<?xml?\u2000\u3e00"]


@pytest.mark.parametrize(
    ("data", "is_plain"),
    [(b"<a/>", True), (b"\xef\xbb\xbf<a/>", False), ("<a/>".encode("utf-16"), False)],
)
def test_plain_is_utf_8_without_mark(data: bytes, is_plain: bool) -> None:
    pieces = pieces_of_text([data])

    assert pieces is not None
    assert pieces.is_plain is is_plain


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0" encoding="US-ASCII"?><a/>',
        b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
        b'<?xml version="1.0" encoding="klingon"?><a/>',
        b'<?xml version="1.0" encoding="UTF-16"?><a/>',
        b"\x1f\x8b\x08",
    ],
)
def test_other_encodings_need_the_whole(data: bytes) -> None:
    assert pieces_of_text([data]) is None


def test_nothing_is_one_empty_piece() -> None:
    pieces = pieces_of_text([])

    assert pieces is not None
    assert list(pieces.texts) == [Piece(0, "")]
