"""Characters that are not what they look like, or do not look like anything."""

from __future__ import annotations

from ctct_lint.schema.lookalikes import in_ascii

# Typographic characters beyond ISO-8859-1, and what takes their place in ASCII.
PLAIN = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u2032": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\u2033": '"',
    "\u2039": "<",
    "\u203a": ">",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2015": "-",
    "\u2212": "-",
    "\u2026": "...",
    "\u2022": "\u00b7",
    "\u2044": "/",
    "\u20ac": "EUR",
    "\u2122": "(TM)",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "\u200e": "",
    "\u200f": "",
    **dict.fromkeys(map(chr, (*range(0x2000, 0x200B), 0x202F, 0x205F)), " "),
}


def is_latin(text: str) -> bool:
    """Has ISO-8859-1 all of the text's characters?"""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def is_invisible(character: str) -> bool:
    """Is there nothing, or no more than a blank, to be seen of it?

    Format characters (zero width, direction, soft hyphen), and all white space but
    the blank.
    """
    if character.isascii():  # as nothing at all is
        return False
    from unicodedata import category

    return category(character) in {"Cf", "Zs", "Zl", "Zp", "Cc"}


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
    from unicodedata import name

    for where, character in (("begins", value[:1]), ("ends", value[-1:])):
        if is_invisible(character):
            what = name(character, "control character").lower()
            return f"the value {where} with the character {code(character)} ({what})"
    return ""


def about_letters(text: str) -> str:
    """Return a help about the first letter that looks like one of ASCII, or ""."""
    from unicodedata import name

    for character in text if in_ascii(text) != text else "":
        plain = in_ascii(character)
        if plain != character:
            script = name(character).partition(" ")[0].capitalize()
            return (
                f"the `{character}` ({code(character)}) is a {script} letter, "
                f"not the Latin `{plain}`"
            )
    return ""
