from __future__ import annotations

from ctct_lint.output.html.excerpt import Block, Row, excerpt, last_line, lines_behind
from ctct_lint.output.report import Lines
from ctct_lint.text.source import LineIndex, Range


def shown(text: str, *spans: tuple[int, int]) -> list[Block]:
    index = LineIndex(text)
    return list(excerpt(Lines(text), [index.range(*span) for span in spans]))


def lines(text: str, *spans: tuple[int, int]) -> list[tuple[int, int, int]]:
    """Return the lines left out before each block, its first and its last."""
    return [(b.before, b.first, b.last) for b in shown(text, *spans)]


def of_line(number: int) -> tuple[int, int]:
    return number * 2, number * 2 + 1


HUNDRED = "x\n" * 100


def test_three_lines_around_a_fault() -> None:
    assert lines(HUNDRED, of_line(50)) == [(47, 47, 53)]


def test_near_faults_share_a_block_and_far_ones_do_not() -> None:
    assert lines(HUNDRED, of_line(50), of_line(58)) == [(47, 47, 61)]
    assert lines(HUNDRED, of_line(50), of_line(59)) == [(47, 47, 53), (2, 56, 62)]


def test_a_single_line_is_never_left_out() -> None:
    assert lines(HUNDRED, of_line(4)) == [(0, 0, 7)]
    assert lines(HUNDRED, of_line(5)) == [(2, 2, 8)]
    assert lines(HUNDRED, of_line(95)) == [(92, 92, 99)]
    assert lines(HUNDRED, of_line(94)) == [(91, 91, 97)]


def test_the_empty_line_after_the_last_line_end_is_none() -> None:
    assert lines("x\n", (0, 1)) == [(0, 0, 0)]
    assert lines("x\n", (2, 2)) == [(0, 0, 1)]
    assert lines_behind(Lines("x\n"), 0) == lines_behind(Lines("x\n"), 1) == 0
    assert lines_behind(Lines("x\ny"), 0) == 1


def test_an_empty_text_is_one_row() -> None:
    assert shown("", (0, 0)) == [Block(0, (Row(0, 0, 0),))]


def test_a_range_is_shown_whole_or_by_its_ends() -> None:
    assert lines(HUNDRED, (40, 63)) == [(17, 17, 34)]
    assert lines(HUNDRED, (40, 65)) == [(17, 17, 23), (5, 29, 35)]
    assert lines(HUNDRED, (40, 101)) == [(17, 17, 23), (23, 47, 53)]


def test_a_range_up_to_a_line_end_stops_before_it() -> None:
    index = LineIndex("ab\ncd\n")
    text = Lines("ab\ncd\n")
    assert last_line(index.range(0, 3), text) == (0, 2)
    assert last_line(index.range(0, 4), text) == (1, 1)
    assert last_line(Range(index.position(3), index.position(3)), text) == (1, 0)


def test_blocks_have_no_more_than_32_rows() -> None:
    every = [of_line(number) for number in range(70)]
    assert lines(HUNDRED, *every) == [(0, 0, 31), (0, 32, 63), (0, 64, 72)]


def test_long_lines_are_cut_around_the_edges_of_ranges() -> None:
    text = "x" * 5000
    assert shown(text, (1000, 1010), (1100, 1101), (3000, 4000)) == [
        Block(
            0,
            (
                Row(0, 920, 1181, 920, final=False),
                Row(0, 2920, 3080, 1739, final=False),
                Row(0, 3920, 4080, 840, 920),
            ),
        )
    ]


def test_a_long_line_is_not_cut_next_to_its_ends() -> None:
    assert shown("x" * 401, (99, 99), (302, 302)) == [
        Block(0, (Row(0, 0, 179, final=False), Row(0, 222, 401, 43)))
    ]
    assert shown("x" * 400, (0, 1)) == [Block(0, (Row(0, 0, 400),))]


def test_of_a_long_line_beside_a_fault_the_start_is_shown() -> None:
    (block,) = shown("x" * 1000 + "\ny", (1001, 1002))
    assert block.rows == (Row(0, 0, 80, 0, 920), Row(1, 0, 1))


def test_a_long_line_full_of_faults_is_shown_in_rows() -> None:
    (block,) = shown("x" * 1500, *((at, at + 1) for at in range(0, 1500, 50)))
    assert [(row.start, row.end, row.before) for row in block.rows] == [
        (0, 640, 0),
        (640, 1280, 0),
        (1280, 1500, 0),
    ]


def test_a_cut_does_not_part_a_letter_from_its_accent() -> None:
    (block,) = shown("x" * 919 + "e\u0301" + "x" * 2000, (1000, 1001))
    assert block.rows[0].start == 919
