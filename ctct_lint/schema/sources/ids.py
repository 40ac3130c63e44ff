"""Whether the documents of a schema may have IDs, as words in its files say."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from ctct_lint.schema.sources.sources import Sources

# An element of the type, or a type that restricts or extends it.
_OF_IDS = r"""\s*=\s*["']\s*(?:[\w.-]+:)?ID\s*["']"""
_ID_AS_TEXT = lazy(
    rf"<(?:[\w.-]+:)?(?:element\b[^<>]*\stype|(?:restriction|extension)\b[^<>]*\sbase)"
    rf"{_OF_IDS}"
)
# Most schemas have no such end of a name, which is found a hundred times as fast.
_ID_AT_END = lazy(r"""ID\s*["']""")
_BEFORE = frozenset(":\"' \t\r\n")


class Ids:
    """What the words in the files of a schema say of IDs; each is looked for once."""

    def __init__(self, sources: Sources) -> None:
        """Note the files; nothing is read yet."""
        self._sources = sources

    @cached_property
    def may_be(self) -> bool:
        """May there be IDs?"""
        return self._sources.have("ID")

    @cached_property
    def may_be_referred_to(self) -> bool:
        """May there be references? One of the files must have the word then."""
        return self._sources.have("IDREF")

    @cached_property
    def may_be_texts(self) -> bool:
        """May texts of elements be IDs? libxml2 compares those of attributes alone."""
        texts = self._sources.texts()
        return any(_names_id(text) and _ID_AS_TEXT.search(text) for text in texts)


def _names_id(text: str) -> bool:
    ends = _ID_AT_END.finditer(text)
    return any(text[found.start() - 1] in _BEFORE for found in ends)
