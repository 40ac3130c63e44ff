"""What is put in between children is taken once, the first one of use first."""

from __future__ import annotations

from lxml import etree

from ctct_lint.schema.content.match import Move
from ctct_lint.schema.matching.put_in import PutIn

MOVES = [Move(0, -1), Move(1, 0, etree.Element("a")), Move(2, 1), Move(0, 2)]


def at_start(move: Move) -> str | None:
    """Say of what stands at position 0 that it is of use."""
    return None if move.position else "start"


def test_children_are_not_put_in() -> None:
    assert list(PutIn(MOVES)) == [Move(0, -1), Move(2, 1), Move(0, 2)]


def test_each_is_taken_once_in_their_order() -> None:
    put_in = PutIn(MOVES)

    found = [put_in.take("start", at_start) for _ in range(3)]

    assert found == [(Move(0, -1), "start"), (Move(0, 2), "start"), None]
    assert list(put_in) == [Move(2, 1)]
    assert put_in


def test_what_is_taken_for_one_key_is_gone_for_others() -> None:
    put_in = PutIn(MOVES)

    def every(move: Move) -> int | None:
        return move.position

    first = put_in.take("start", at_start)
    others = [put_in.take("any", every) for _ in range(3)]

    assert first == (Move(0, -1), "start")
    assert others == [(Move(2, 1), 2), (Move(0, 2), 0), None]
    assert put_in.take("start", at_start) is None
    assert not put_in


def test_those_at_some_positions_are_taken_in_their_order() -> None:
    put_in = PutIn(MOVES)

    assert put_in.take_at(()) is None
    assert put_in.take_at((1, 7)) is None
    assert put_in.take("any", lambda move: move.position) == (Move(0, -1), 0)
    assert put_in.take_at((0, 2)) == Move(2, 1)
    assert put_in.take_at((2,)) is None
    assert put_in.take_at((2, 0)) == Move(0, 2)
    assert not put_in


def test_what_is_meant_is_looked_for_apart_from_what_is_there() -> None:
    put_in = PutIn(MOVES)

    assert put_in.take_at((0,)) == Move(0, -1)
    assert put_in.take((0,), at_start) == (Move(0, 2), "start")
