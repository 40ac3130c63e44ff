"""Where the keys and values of a TOML text stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.config.load import _toml
from ctct_lint.config.toml_places import Places, position

TOML = _toml()
Path = tuple[str | int, ...]


def decode(written: str) -> str:
    return str(TOML.loads(f"x={written}")["x"])


def leaves(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    """Return the paths of all values that hold no other, empty tables left out."""
    if isinstance(value, dict):
        return [x for k, v in value.items() for x in leaves(v, (*path, k))]
    if isinstance(value, list) and value:
        return [x for n, v in enumerate(value) for x in leaves(v, (*path, n))]
    return [(path, value)]


SAMPLE = '''\
title = "with # and \\" and ]"  # a comment, "quoted"
'literal key' = 'C:\\x'
"quoted\\tkey" . sub = """
more "than" one line ""\\" """""
triple = \'\'\'it's ''\'\'\'
numbers = [ 1, 2.5, # one
  [0x10, 1979-05-27 07:32:00Z], [], true,
]
point = { x = 1, "y".z = [ { deep = -inf } ] }
[a.b]
c = false
[a]
d = 07:32:00
[[fruit]]
name = "apple"
[fruit.colour]
red = 1
[[fruit.kind]]
n = 1
[[fruit.kind]]
n = 2
[[fruit]]
name = "pear"
[[fruit.kind]]
n = 3
'''


def spelt(text: str) -> dict[Path, str]:
    places = Places(text, decode)
    return {path: text[slice(*span)] for path, span in places.values.items()}


def test_every_value_is_where_it_stands() -> None:
    found = spelt(SAMPLE)
    expected = leaves(TOML.loads(SAMPLE))

    assert len(expected) == 20
    assert {p: repr(decode_any(found[p])) for p, _ in expected} == {
        p: repr(v) for p, v in expected
    }


def decode_any(written: str) -> object:
    return TOML.loads(f"x={written}")["x"]


def test_every_key_is_where_it_stands() -> None:
    places = Places(SAMPLE, decode)
    keys = {p: SAMPLE[slice(*s)] for p, s in places.keys.items()}

    assert keys[("literal key",)] == "'literal key'"
    assert keys[("quoted\tkey",)] == '"quoted\\tkey"'
    assert keys[("quoted\tkey", "sub")] == "sub"
    assert keys[("point", "y", "z", 0, "deep")] == "deep"
    assert keys[("fruit", 1, "kind")] == "kind"
    assert keys[("a", "b", "c")] == "c"
    assert places.keys[("fruit",)].start == SAMPLE.index("fruit")


def test_table_is_its_header() -> None:
    found = spelt(SAMPLE)

    assert found[("a", "b")] == "[a.b]"
    assert found[("fruit", 1)] == "[[fruit]]"
    assert found[("fruit", 0, "kind", 1)] == "[[fruit.kind]]"
    assert found[("point",)].startswith("{ x = 1")


@pytest.mark.parametrize("text", ["", "# only a comment", "\n \t\r\n", "a = 1"])
def test_small_texts_are_read_to_their_end(text: str) -> None:
    expected = {("a",): "1"} if text.startswith("a") else {}

    assert spelt(text) == expected


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1, 1)), (3, (1, 4)), (4, (2, 1)), (6, (3, 1))]
)
def test_lines_and_columns_count_from_one(
    offset: int, expected: tuple[int, int]
) -> None:
    assert position("abc\nd\n", offset) == expected


SPACE = st.sampled_from(["", " ", "\t "])
BREAK = st.sampled_from(["", " ", "\n", "# x ] }\n", "\r\n  "])
STRINGS = st.sampled_from(
    [
        *('""', '"a # ] } , = b"', '"\\\\"', '"\\""', "''", "'\\'", "'\"'", '"é😀"'),
        *('""""""', '"""a\nb"""', '"""""a"" """', '"""\\"" """', '"""a"""""'),
        *("''''''", "'''a\nb'''", "'''''a'' '''", "'''a'''''"),
    ]
)
PLAIN = st.sampled_from(["1", "-2.5e3", "true", "0x1F", "1979-05-27 07:32:00", "nan"])


@st.composite
def arrays(draw: st.DrawFn, of: st.SearchStrategy[str]) -> str:
    items = draw(st.lists(of, max_size=3))
    parts = [draw(BREAK) + item + draw(BREAK) for item in items]
    end = "," + draw(BREAK) if items and draw(st.booleans()) else draw(BREAK)
    return f"[{','.join(parts)}{end}]"


@st.composite
def pairs(draw: st.DrawFn, of: st.SearchStrategy[str]) -> list[str]:
    keys = draw(st.lists(st.integers(0, 99), max_size=3, unique=True))
    return [draw(keys_of(k)) + draw(SPACE) + "=" + draw(SPACE) + draw(of) for k in keys]


def keys_of(number: int) -> st.SearchStrategy[str]:
    """Return ways to write a key that differs from those of other numbers."""
    return st.sampled_from(
        [f"k{number}", f'"k {number}"', f"'k.{number}'", f"k{number} . 'x y'.\"z\""]
    )


@st.composite
def tables(draw: st.DrawFn, of: st.SearchStrategy[str]) -> str:
    return "{" + draw(SPACE) + ", ".join(draw(pairs(of))) + draw(SPACE) + "}"


VALUES = st.recursive(STRINGS | PLAIN, lambda of: arrays(of) | tables(of), max_leaves=6)


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = draw(pairs(VALUES))
    for number in range(draw(st.integers(0, 3))):
        header = draw(st.sampled_from(["[t{}]", "[[s]]", "[s2 . 'x {}']"]))
        lines += [draw(SPACE) + header.format(number), *draw(pairs(VALUES))]
    return draw(BREAK) + draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@given(documents())
def test_value_read_by_its_place_is_the_value(text: str) -> None:
    """Whatever TOML allows: what stands at the place is TOML for the value."""
    expected = leaves(TOML.loads(text))
    found = spelt(text)

    for path, value in expected:
        assert repr(decode_any(found[path])) == repr(value)
