"""Which elements a text has, as far as its tags are whole."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import PLAIN_QNAME, S, local_part

if TYPE_CHECKING:
    from ctct_lint.xml.model import ContentModel

_STARTS = lazy(f"<({PLAIN_QNAME})(?:{S}[^<>]*)?(?<!/)>")
_ENDS = lazy(f"</({PLAIN_QNAME}){S}*>")


class Names:
    """The names of the elements of a text, and those that a format knows."""

    def __init__(self, text: str, model: ContentModel) -> None:
        self.text = text
        self._model = model

    @cached_property
    def _starts(self) -> Counter[str]:
        return Counter(found[1] for found in _STARTS.finditer(self.text))

    @cached_property
    def _ends(self) -> Counter[str]:
        return Counter(found[1] for found in _ENDS.finditer(self.text))

    def know(self, name: str) -> bool:
        """Say whether a tag has the name, or an element of the format."""
        return name in self._starts or self.is_ended_or_known(name)

    def is_ended_or_known(self, name: str) -> bool:
        """Say whether an end tag has the name, or an element of the format."""
        prefix = name.rpartition(":")[0]
        if prefix and f"xmlns:{prefix}" not in self.text:
            return False
        return name in self._ends or self._model.knows(local_part(name))

    def lack_ends(self, name: str) -> int:
        """Return how many start tags of the name have no end tag."""
        return self._starts[name] - self._ends[name]

    def is_in_tag(self, at: int) -> bool:
        """Say whether a tag begins before a place and does not end there."""
        return self.text.rfind("<", 0, at) > self.text.rfind(">", 0, at)
