"""A named tuple is what that of `typing` is."""

from __future__ import annotations

import pickle
import typing

import pytest

from ctct_lint.named_tuple import NamedTuple


class Ours(NamedTuple):
    """A point."""

    x: int
    y: int = 0

    @property
    def total(self) -> int:
        return self.x + self.y

    def __str__(self) -> str:
        return f"{self.x}|{self.y}"


class Theirs(typing.NamedTuple):
    """A point."""

    x: int
    y: int = 0

    @property
    def total(self) -> int:
        return self.x + self.y

    def __str__(self) -> str:
        return f"{self.x}|{self.y}"


class Long(NamedTuple):
    """A value of more fields than most have."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int = 9
    j: int = 10
    k: int = 11
    m: int = 12
    n: int = 13
    o: int = 14
    p: int = 15


SAID = ("__doc__", "__module__", "__match_args__", "_fields", "_field_defaults")


@pytest.mark.parametrize("name", SAID)
def test_class_says_the_same_of_itself(name: str) -> None:
    assert getattr(Ours, name) == getattr(Theirs, name)


def test_class_is_a_tuple_with_annotations() -> None:
    assert Ours.__bases__ == Theirs.__bases__ == (tuple,)
    assert Ours.__qualname__ == "Ours"
    assert Ours.__annotations__ == {"x": "int", "y": "int"}


def test_value_has_fields_defaults_and_what_the_class_defines() -> None:
    for made in (Ours(3), Theirs(3)):
        assert made == (3, 0) == made._replace(x=3)
        assert (made.x, made.y, made.total, str(made)) == (3, 0, 3, "3|0")


def test_value_is_shown_and_pickled_by_the_name_of_its_class() -> None:
    assert repr(Ours(1, y=2)) == "Ours(x=1, y=2)"
    assert pickle.loads(pickle.dumps(Ours(1, 2))) == Ours(1, 2)  # noqa: S301


def test_value_is_made_of_values_and_told_as_them() -> None:
    for kind in (Ours, Theirs):
        made = kind._make([1, 2])

        assert (made, made._asdict()) == ((1, 2), {"x": 1, "y": 2})


def test_value_has_no_attribute_beside_its_fields() -> None:
    with pytest.raises(AttributeError):
        Ours(1).z = 2  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        Ours(1).x = 2  # type: ignore[misc]


def test_field_without_a_value_is_told() -> None:
    told = r"^Ours\.__new__\(\) missing 1 required positional argument: 'x'$"
    with pytest.raises(TypeError, match=told):
        Ours()  # type: ignore[call-arg]


def test_values_that_are_too_few_are_told() -> None:
    with pytest.raises(TypeError, match="expected 2 arguments, got 1"):
        Ours._make([1])


def test_field_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match=r"unexpected field names: \['z'\]"):
        Ours(1)._replace(z=2)  # type: ignore[call-arg]


def test_value_of_many_fields_takes_what_any_other_takes() -> None:
    made = Long(1, 2, 3, 4, 5, 6, 7, h=8, j=0)

    assert made == (1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 11, 12, 13, 14, 15)
    assert made == Long(*made) == made._replace(j=0)
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301
    assert repr(made).startswith("Long(a=1, b=2,")


@pytest.mark.parametrize(
    ("number", "named", "told"),
    [
        (7, {}, r"^Long: 7 values, missing=\['h'\], odd=\[\]$"),
        (8, {"z": 1}, r"^Long: 8 values, missing=\[\], odd=\['z'\]$"),
        (8, {"a": 1}, r"^Long: 8 values, missing=\[\], odd=\['a'\]$"),
        (16, {}, r"^Long: 16 values, missing=\[\], odd=\[\]$"),
    ],
)
def test_values_that_many_fields_do_not_fit_are_told(
    number: int, named: dict[str, int], told: str
) -> None:
    with pytest.raises(TypeError, match=told):
        Long(*range(number), **named)
