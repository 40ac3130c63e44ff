"""Numbers written by a picture, as `format-number()` does: XSLT 2.0, section 16.4."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import TYPE_CHECKING

from elementpath.exceptions import ElementPathError

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

# The attributes of `xsl:decimal-format`, but for its name, with what they are without.
SYMBOLS: Mapping[str, str] = {
    "decimal-separator": ".",
    "grouping-separator": ",",
    "infinity": "Infinity",
    "minus-sign": "-",
    "NaN": "NaN",
    "percent": "%",
    "per-mille": "\u2030",
    "zero-digit": "0",
    "digit": "#",
    "pattern-separator": ";",
}
# So many digits has the longest double, written out.
_PRECISION = 1100


class Picture(NamedTuple):
    """What a picture is made of.

    least    digits of the whole part that are always written
    groups   where separators stand in it, counted from its end
    shown    digits of the fraction that are always written
    most     all digits that the fraction may have
    """

    before: str
    least: int
    groups: tuple[int, ...]
    shown: int
    most: int
    after: str


def format_number(
    value: float | Decimal, picture: str, symbols: Mapping[str, str]
) -> str:
    """Return a number in words of a picture; ElementPathError if that is none."""
    pictures = [_read(one, symbols) for one in _parts(picture, symbols)]
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if number.is_nan():
        return symbols["NaN"]
    chosen = pictures[0]
    if number.is_signed():
        minus = chosen._replace(before=symbols["minus-sign"] + chosen.before)
        chosen = pictures[1] if len(pictures) > 1 else minus
    written = symbols["infinity"]
    if number.is_finite():
        written = _digits(abs(number), chosen, symbols)
    return f"{chosen.before}{written}{chosen.after}"


def _parts(picture: str, symbols: Mapping[str, str]) -> list[str]:
    found = picture.split(symbols["pattern-separator"])
    if len(found) > 2:  # noqa: PLR2004 - one for numbers below zero
        raise _no_picture(picture)
    return found


def _read(text: str, symbols: Mapping[str, str]) -> Picture:
    zero, optional = symbols["zero-digit"], re.escape(symbols["digit"])
    point, comma = symbols["decimal-separator"], symbols["grouping-separator"]
    digits = f"{zero}-{chr(ord(zero) + 9)}"
    digit, group = f"[{digits}]", re.escape(comma)
    active = rf"{digits}{optional}{group}{re.escape(point)}"
    form = rf"([^{active}]*)((?:{optional}|{group})*(?:{digit}|{group})*)"
    form += rf"(?:{re.escape(point)}({digit}*{optional}*))?([^{active}]*)"
    found = re.fullmatch(form, text)
    if found is None or not (found[2] or found[3]) or found[2].endswith(comma):
        raise _no_picture(text)
    whole, fraction = found[2], found[3] or ""
    sizes = [len(part) for part in reversed(whole.split(comma))][:-1]
    groups = tuple(sum(sizes[: at + 1]) for at in range(len(sizes)))
    shown = len(re.findall(digit, fraction))
    least = len(re.findall(digit, whole))
    # Something is written of nought.
    if not least and not shown:
        least, shown = int(not fraction), int(bool(fraction))
    return Picture(found[1], least, groups, shown, len(fraction), found[4])


def _digits(number: Decimal, picture: Picture, symbols: Mapping[str, str]) -> str:
    """Return the digits of a number that is not below zero."""
    around = picture.before + picture.after
    with localcontext() as context:
        context.prec = _PRECISION
        if symbols["percent"] in around:
            number *= 100
        elif symbols["per-mille"] in around:
            number *= 1000
        number = number.quantize(Decimal(1).scaleb(-picture.most), ROUND_HALF_EVEN)
    whole, _, fraction = f"{number:f}".partition(".")
    whole = whole.lstrip("0").rjust(picture.least, "0")
    kept = max(len(fraction.rstrip("0")), picture.shown)
    whole = _grouped(whole, picture.groups, symbols["grouping-separator"])
    fraction = fraction[:kept]
    shift = ord(symbols["zero-digit"]) - ord("0")
    if shift:
        whole, fraction = (_shifted(part, shift) for part in (whole, fraction))
    return f"{whole}{symbols['decimal-separator']}{fraction}" if fraction else whole


def _grouped(whole: str, groups: tuple[int, ...], comma: str) -> str:
    """Return digits with separators; those at equal distances go on to the left."""
    size = groups[0] if groups else 0
    is_regular = all(group == size * at for at, group in enumerate(groups, 1))
    places = range(size, len(whole), size) if size and is_regular else groups
    for place in sorted(places, reverse=True):
        if place < len(whole):
            whole = f"{whole[:-place]}{comma}{whole[-place:]}"
    return whole


def _shifted(digits: str, shift: int) -> str:
    return "".join(chr(ord(c) + shift) if c in "0123456789" else c for c in digits)


def _no_picture(text: str) -> ElementPathError:
    return ElementPathError(f"`{text}` is no picture of a number")
