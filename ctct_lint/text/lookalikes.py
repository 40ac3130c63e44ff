"""Letters of other scripts that look like those of ASCII."""

# ruff: noqa: RUF001 - ambiguous characters are what this is about
from __future__ import annotations

# Letters that look like one of ASCII: in a name or a code they are a slip of the
# keyboard or of a copy.
_LOOKALIKES = str.maketrans(
    "авеорсухікјѕАВЕКМНОРСТУХІЈЅ" + "ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "abeopcyxikjsABEKMHOPCTYXIJS" + "ovABEZHIKMNOPTYX",
)


def in_ascii(text: str) -> str:
    """Return the text in ASCII, if its other letters only look like those of ASCII.

    A word that has more of another script is meant as it is.
    """
    if text.isascii():
        return text
    plain = text.translate(_LOOKALIKES)
    return plain if plain.isascii() else text
