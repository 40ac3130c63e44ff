"""Values that are names with prefixes, as they are to be written where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import written_name
from ctct_lint.schema.values.described import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.values.judge import Judge


class Written(NamedTuple):
    """The values that a type lists; may each be written so?"""

    values: tuple[str, ...]
    is_whole: bool = True


def written_choices(
    simple_type: int, judge: Judge, element: _Element | None
) -> Written:
    """Return what a type lists, in an element: names have the prefixes there.

    They are local ones, and not whole, where a prefix is not declared.
    """
    choices = judge.written_choices(simple_type)
    is_plain = not judge.members(simple_type) and judge.item(simple_type) is None
    is_named = is_plain and not judge.builtins(simple_type).isdisjoint(NAMES)
    if element is None or not is_named:
        return Written(choices)
    named = list(_named(judge.choices(simple_type), element))
    written = tuple(name or local for name, local in named if name or local)
    return Written(written, all(name for name, _ in named))


def _named(choices: Sequence[str], element: _Element) -> Iterator[tuple[str, str]]:
    """Yield names as they are written, "" without a prefix, and the local ones."""
    for choice in choices:
        uri, _, local = choice.removeprefix("{").rpartition("}")
        yield written_name(element, uri, local), local
