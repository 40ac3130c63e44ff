"""What people call the built-in types of XSD, each with a value of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.readings.reading import LIST
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping


class ValueWords(NamedTuple):
    """What a value has to be, one of several: `a date`; and the advice about that."""

    kinds: tuple[str, ...]
    advice: str = ""


DATE_AND_TIME = "2010-11-13T20:03:35.000Z"
_WHOLE = "a whole number"
_AS_NAME = "it begins with a letter or `_`, and holds no blanks"
# What it is called, such a value, and what else has to be known to write one.
_KNOWN: dict[str, tuple[str, str, str]] = {
    "dateTime": ("a date and time", DATE_AND_TIME, ""),
    "dateTimeStamp": ("a date and time with its zone", "2010-11-13T20:03:35Z", ""),
    "date": ("a date", "2010-11-13", ""),
    "time": ("a time", "20:03:35", ""),
    "gYear": ("a year", "2010", ""),
    "gYearMonth": ("a month of a year", "2010-11", ""),
    "gMonth": ("a month", "--11", ""),
    "gMonthDay": ("a day of a month", "--11-13", ""),
    "gDay": ("a day of any month", "---13", ""),
    "duration": ("a duration", "P1DT12H30M", ""),
    "dayTimeDuration": ("a duration of days and less", "P1DT12H30M", ""),
    "yearMonthDuration": ("a duration of years and months", "P1Y6M", ""),
    **dict.fromkeys(("integer", "int", "long", "short", "byte"), (_WHOLE, "12", "")),
    **dict.fromkeys(
        (
            "nonNegativeInteger",
            "unsignedLong",
            "unsignedInt",
            "unsignedShort",
            "unsignedByte",
        ),
        (f"{_WHOLE} from 0 up", "12", ""),
    ),
    "positiveInteger": (f"{_WHOLE} from 1 up", "12", ""),
    "nonPositiveInteger": (f"{_WHOLE} up to 0", "-12", ""),
    "negativeInteger": (f"{_WHOLE} below 0", "-12", ""),
    **dict.fromkeys(("decimal", "double", "float"), ("a number", "1.5", "")),
    "boolean": ("true or false", "true", ""),
    "anyURI": ("a URI", "http://example.com/joe", ""),
    "language": ("the tag of a language", "en-US", ""),
    "hexBinary": ("bytes in hexadecimal", "0FB7", "each takes two digits"),
    "base64Binary": ("bytes in Base64", "R0lGODlh", ""),
    "Name": ("a name", "item-1", _AS_NAME),
    "NCName": ("a name", "item-1", f"{_AS_NAME} or colons"),
    **dict.fromkeys(("ID", "IDREF"), ("an ID", "item-1", f"{_AS_NAME} or colons")),
    "QName": ("a name with or without a prefix", "item-1", _AS_NAME),
    "IDREFS": ("a list of IDs", "item-1 item-2", ""),
    "NMTOKENS": ("a list of words", "item-1 item-2", ""),
    LIST: ("a list separated by blanks", "a b", ""),
    "NMTOKEN": ("one word", "item-1", "it holds letters, digits and `-._:` alone"),
}


def words_for(types: str, examples: Mapping[str, str]) -> ValueWords:
    """Return the words for a value of a built-in type, or of one of several.

    types     their names, with commas between them
    examples  those that a vocabulary has of its own
    """
    names = types.split(", ")
    if not all(name in _KNOWN for name in names):
        return ValueWords((f"of the type {types}",))
    values: dict[str, tuple[str, str]] = {}
    for name in names:
        what, example, why = _KNOWN[name]
        values.setdefault(what, (examples.get(name, example), why))
    shown = (f"{what} such as {quoted(one, 80)}" for what, (one, _) in values.items())
    why = "".join(f"; {why}" for _, why in values.values() if why and len(values) == 1)
    return ValueWords(tuple(values), f"expected {' or '.join(shown)}{why}")
