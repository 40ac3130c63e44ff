r"""White space as XML and XSD have it: four characters, and no other blank.

Python's `str.strip()`, `str.isspace()` and `\s` know many more, such as the no-break
space. To XML those are text.
"""

from __future__ import annotations

from ctct_lint.text.patterns import lazy

WHITE_SPACE = " \t\r\n"
_RUN = lazy(r"[ \t\r\n]+")


def trimmed(text: str | None) -> str:
    """Return the text without white space at its ends; "" for None."""
    return "" if text is None else text.strip(WHITE_SPACE)


def collapsed(text: str) -> str:
    """Return the text as `xs:token` has it: none around, one blank inside."""
    return _RUN.sub(" ", text).strip(" ")


def visible_part(text: str) -> str:
    """Return the text without white space and invisible characters at its ends."""
    shown = [n for n, c in enumerate(text) if not (c in WHITE_SPACE or is_invisible(c))]
    return text[shown[0] : shown[-1] + 1] if shown else ""


def is_invisible(character: str) -> bool:
    """Is there nothing, or no more than a blank, to be seen of it?

    Format characters (zero width, direction, soft hyphen), and all white space but
    the blank.
    """
    if character.isascii():  # as nothing at all is
        return False
    from unicodedata import category

    return category(character) in {"Cf", "Zs", "Zl", "Zp", "Cc"}


def is_unseen(text: str) -> bool:
    """Say whether a text is of invisible characters, and not of white space alone."""
    if text.isascii():
        return False
    return all(c in WHITE_SPACE or is_invisible(c) for c in set(text))
