"""A slotted class is what a dataclass with slots is, but equal to itself alone."""

from __future__ import annotations

import dataclasses
import pickle
from typing import Any

import pytest

from ctct_lint.slotted import field, slotted


@slotted
class Ours:
    """A point with names."""

    x: int
    y: int = 0
    names: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.x + self.y


@dataclasses.dataclass(slots=True)
class Theirs:
    """A point with names."""

    x: int
    y: int = 0
    names: list[str] = dataclasses.field(default_factory=list)

    @property
    def total(self) -> int:
        return self.x + self.y


BOTH = pytest.mark.parametrize("point", [Ours, Theirs])
SAID = ("__doc__", "__module__", "__slots__", "__match_args__", "__annotations__")


@pytest.mark.parametrize("name", SAID)
def test_class_says_the_same_of_itself(name: str) -> None:
    assert getattr(Ours, name) == getattr(Theirs, name)


@BOTH
def test_object_has_what_is_given_its_defaults_and_what_the_class_defines(
    point: Any,
) -> None:
    made = point(3, names=["a"])

    assert (made.x, made.y, made.names, made.total) == (3, 0, ["a"], 3)
    assert point(1, 2, []).names == []


@BOTH
def test_object_has_a_list_of_its_own(point: Any) -> None:
    one, other = point(1), point(1)
    one.names.append("a")
    one.x = 2

    assert (one.x, one.names, other.x, other.names) == (2, ["a"], 1, [])


@BOTH
def test_object_has_no_other_attributes(point: Any) -> None:
    with pytest.raises(AttributeError):
        point(1).z = 1


@BOTH
def test_field_without_a_value_is_told(point: Any) -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'x'"):
        point()


@BOTH
def test_object_is_shown_and_pickled_by_the_name_of_its_class(point: Any) -> None:
    made = point(1, names=["a"])
    copied = pickle.loads(pickle.dumps(made))  # noqa: S301

    assert repr(copied) == repr(made) == f"{point.__name__}(x=1, y=0, names=['a'])"


def test_object_is_equal_to_itself_alone() -> None:
    one, other = Ours(1), Ours(1)

    assert one == one  # noqa: PLR0124
    assert one != other
    assert len({one, other}) == 2
