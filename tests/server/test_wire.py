"""Messages in a stream of bytes, however they come and whatever is between them."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsp_client import framed

from ctct_lint.server.wire import Writer, bodies, reader


def read_in(pieces: list[bytes]) -> list[bytes]:
    waiting = [piece for piece in pieces if piece]
    return list(bodies(lambda _: waiting.pop(0) if waiting else b""))


@given(st.lists(st.binary(max_size=9), max_size=4), st.integers(1, 30))
def test_messages_are_cut_out_wherever_the_pieces_end(
    sent: list[bytes], size: int
) -> None:
    data = b"".join(map(framed, sent))
    pieces = [data[at : at + size] for at in range(0, len(data), size)]

    assert read_in(pieces) == sent


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", []),
        (b"content-length:2\r\nContent-Type: x\r\n\r\nab", [b"ab"]),
        (b"Content-Type: x\r\nCONTENT-LENGTH:  2 \r\n\r\nab", [b"ab"]),
        (b"Hello: there\r\n\r\n" + framed(b"ab"), [b"ab"]),
        (b"Content-Length: many\r\n\r\n" + framed(b"ab"), [b"ab"]),
        (b"Content-Length: -2\r\n\r\n{}" + framed(b"ab"), [b"ab"]),
        (b"noise" + framed(b"ab") + b"more" + framed(b"cd"), [b"ab", b"cd"]),
        (b"\0" * 70_000 + b"\r\n\r\n" + framed(b"ab"), [b"ab"]),
        (framed(b"ab") + b"Content-Length: 5\r\n\r\nabc", [b"ab"]),
        (framed(b"ab") + b"Content-Le", [b"ab"]),
    ],
    ids=[
        "nothing",
        "case",
        "order",
        "other",
        "words",
        "minus",
        "between",
        "noise",
        "cut off",
        "cut head",
    ],
)
def test_what_is_no_message_is_passed_over(data: bytes, found: list[bytes]) -> None:
    assert read_in([data[at : at + 7000] for at in range(0, len(data), 7000)]) == found


def test_handle_that_is_closed_has_nothing_to_read() -> None:
    source, target = os.pipe()
    os.close(source)
    os.close(target)

    assert reader(source)(10) == b""


def test_writer_stops_where_nobody_reads() -> None:
    source, target = os.pipe()
    writer = Writer(target)
    writer.write(b"before")
    assert os.read(source, 100) == b"before"
    os.close(source)
    writer.write(b"after")
    writer.write(b"and after that")
    writer.close()
    os.close(target)

    assert writer.is_broken
