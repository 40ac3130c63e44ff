"""Characters that are not what they look like, or do not look like anything."""

from __future__ import annotations

from functools import lru_cache

from ctct_lint.text.lookalikes import in_ascii
from ctct_lint.text.white_space import is_invisible

# What takes the place of a character that ISO-8859-1 lacks, and those that it is for.
# Others are taken apart by what Unicode says of them.
_TWINS = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02c8",
    '"': "\u201c\u201d\u201e\u201f\u2033\u2036\u02ba\u301d\u301e\u301f",
    "<": "\u2039\u2329\u27e8\u3008",
    ">": "\u203a\u232a\u27e9\u3009",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2500\ufe58",
    "\u00b7": "\u2022\u2023\u2027\u2219\u25cf\u25e6\u25aa\u25ab\u25a0\u25a1\u22c5",
    "...": "\u2026",
    "/": "\u2044\u2215",
    "*": "\u2217\u2605\u2606\u2731",
    "~": "\u223c\u2248",
    "x": "\u2715\u2716",
    "->": "\u2192\u27a1\u2794",
    "<-": "\u2190",
    "=>": "\u21d2",
    "<=": "\u2264",
    ">=": "\u2265",
    "!=": "\u2260",
    "EUR": "\u20ac",
    "(TM)": "\u2122",
    "(SM)": "\u2120",
    "(P)": "\u2117",
    "OE": "\u0152",
    "oe": "\u0153",
    "L": "\u0141",
    "l": "\u0142",
    "\u00d0": "\u0110",
    "d": "\u0111",
    "H": "\u0126",
    "h": "\u0127",
    "i": "\u0131",
    "f": "\u0192",
    "\u00df": "\u1e9e",
    " ": "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u2028\u2029",
    "": "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061"
    "\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff",
}
_BLANKS = {" ": "a blank", "\t": "a tab", "\n": "a line break", "\r": "a line break"}
_PLAIN = {character: twin for twin, all_ in _TWINS.items() for character in all_}


def in_latin_1(text: str) -> str | None:
    """Return the text in ISO-8859-1, with a twin for each character that this lacks.

    An accent goes with its letter, if there is no such letter. None if a character has
    no twin.
    """
    from unicodedata import normalize

    twins = list(map(_twin, normalize("NFC", text)))
    return None if None in twins else "".join(filter(None, twins))


@lru_cache(maxsize=1_024)
def _twin(character: str) -> str | None:
    if character <= "\xff":
        meant = _of_windows(character)
        return character if meant == character else _twin(meant)
    if character in _PLAIN:
        return _PLAIN[character]
    from unicodedata import combining, normalize

    parts = (c for c in normalize("NFKD", character) if not combining(c))
    twin = "".join(_PLAIN.get(part, part) for part in parts)
    return twin if twin and is_latin(twin) else None


def _of_windows(character: str) -> str:
    """Return what a control character between 80 and 9F is in windows-1252, if any."""
    if not "\x80" <= character <= "\x9f":
        return character
    return character.encode("latin-1").decode("cp1252", "ignore") or character


def is_latin(text: str) -> bool:
    """Has ISO-8859-1 all of the text's characters?"""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def visible(text: str) -> str:
    """Return the text with the numbers of invisible characters in their place."""
    if text.isascii():
        return text
    return "".join(f"<{code(c)}>" if is_invisible(c) else c for c in text)


def code(character: str) -> str:
    """Return the number of a character, as `U+200B`."""
    return f"U+{ord(character):04X}"


def about_blanks(value: str) -> str:
    """Return a help about the first blank at the ends of a value, or "".

    The value has no white space there: what is left looks like it, or like nothing.
    """
    for where, character in (("begins", value[:1]), ("ends", value[-1:])):
        if is_invisible(character):
            from unicodedata import name

            what = name(character, "control character").lower()
            return f"the value {where} with the character {code(character)} ({what})"
    return ""


def about_letters(text: str) -> str:
    """Return a help about the first letter that looks like one of ASCII, or ""."""
    for character in text if in_ascii(text) != text else "":
        plain = in_ascii(character)
        if plain != character:
            from unicodedata import name

            script = name(character).partition(" ")[0].capitalize()
            return (
                f"the `{character}` ({code(character)}) is a {script} letter, "
                f"not the Latin `{plain}`"
            )
    return ""


def named(character: str) -> str:
    """Return what to call a character in a message, also an invisible one."""
    if character in _BLANKS:
        return _BLANKS[character]
    if character.isprintable():
        return f"`{character}`"
    return f"the character {code(character)}"
