"""Numbers as people and spreadsheets write them: `1.234,50`, `$5`, `5.0` for a 5.

`1,234` has two readings: nobody but its author knows whether the comma is that of a
fraction or of the thousands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.readings.reading import Reading
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST = 64
# Digits of full width, dashes and blanks that do not break are those of ASCII here.
_WIDE = "".join(chr(ord("\uff10") + digit) for digit in range(10))
_PLAIN = str.maketrans(f"{_WIDE}\u2212\u2013\u2019\xa0\u2009\u202f", "0123456789--'   ")
# The sign of a currency, or its code, before or behind.
_MONEY = r"(?:[$€£¥₹]|[A-Z]{3})?"
_NUMBER = lazy(
    rf"{_MONEY} ?(?P<sign>[+-]?) ?{_MONEY}(?P<digits>,?[0-9][0-9., ']*) ?{_MONEY}"
)
# As programs write them: `0x1F`, `1_000`.
_OF_PROGRAMS = lazy(r"([+-]?)(0[xX][0-9A-Fa-f]+|0[bB][01]+|0[oO][0-7]+)")
_UNDERSCORES = lazy(r"[+-]?[0-9]{1,3}(?:_[0-9]{3})+(?:\.[0-9]*)?")
_POWER = lazy(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}")
_GROUPS = {mark: lazy(rf"\d{{1,3}}(?:[{mark}]\d{{3}})+") for mark in ".,"}
_BLANK_GROUPS = lazy(r"\d{1,3}(?:([ '])\d{3})(?:\1\d{3})*(?=[.,]|$)")
_SPECIAL = {"inf": "INF", "+inf": "INF", "-inf": "-INF", "nan": "NaN"}
_SPECIAL |= {"infinity": "INF", "+infinity": "INF", "-infinity": "-INF"}


def decimals(text: str) -> Iterator[Reading]:
    """Yield the numbers with digits behind a point that a text may mean."""
    if len(text) > _LONGEST:
        return
    power = _POWER.fullmatch(text)
    if power is not None:
        from decimal import Decimal

        yield Reading(f"{Decimal(text):f}")
        return
    of_program = _OF_PROGRAMS.fullmatch(text)
    if of_program is not None:
        sign = of_program[1].replace("+", "")
        yield Reading(f"{sign}{int(of_program[2], 0)}")
        return
    if _UNDERSCORES.fullmatch(text):
        text = text.replace("_", "")
    found = _NUMBER.fullmatch(text.translate(_PLAIN))
    if found is None:
        return
    sign = found["sign"].replace("+", "")
    for digits in _undivided(found["digits"].strip()):
        yield Reading(sign + digits)


def integers(least: float, most: float) -> Callable[[str], Iterator[Reading]]:
    """Return what yields the whole numbers from `least` to `most` of a text."""

    def found(text: str) -> Iterator[Reading]:
        for one in decimals(text):
            whole, _, fraction = one.value.partition(".")
            if not fraction.strip("0") and least <= int(whole) <= most:
                yield Reading(whole)

    return found


def floats(text: str) -> Iterator[Reading]:
    """Yield the numbers that a text may mean, also those that are none."""
    special = _SPECIAL.get(text.lower())
    if special is not None:
        yield Reading(special, is_sure=True)
    else:
        yield from decimals(text)


def _undivided(digits: str) -> Iterator[str]:
    """Yield the readings of digits with marks, with nothing but a point in them."""
    blanks = _BLANK_GROUPS.match(digits)
    if blanks is not None:
        digits = blanks[0].replace(blanks[1], "") + digits[blanks.end() :]
    marks = [one for one in digits if not one.isdigit()]
    if len(set(marks)) > 1:
        whole, mark, fraction = digits.rpartition(marks[-1])
        group = _GROUPS.get(marks[0])
        if group is not None and group.fullmatch(whole) and mark in _GROUPS:
            yield f"{whole.replace(marks[0], '')}.{fraction}".rstrip(".")
        return
    mark = marks[0] if marks else "."
    if mark not in _GROUPS:
        return
    if len(marks) < 2:  # noqa: PLR2004 - one mark may be that of a fraction
        yield f"{'0' * digits.startswith(mark)}{digits.replace(mark, '.').rstrip('.')}"
    if _GROUPS[mark].fullmatch(digits) and not digits.startswith("0"):
        yield digits.replace(mark, "")
