"""The tags that are open as tags are recovered, and what may stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.chars import local_part

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source

# So many of the innermost are looked at.
LEVELS = 8
# Of so many names it is remembered what takes them.
_MOST_REMEMBERED = 1_000


class Entry(NamedTuple):
    """A start tag that is open, with the number of its token."""

    number: int
    name: str


class Headless(NamedTuple):
    """A text that begins like a start tag (`found`), and may be one.

    `number` is that of the token, `outer` the name of the start tag around, if any.
    """

    number: int
    name: str
    outer: str
    found: re.Match[str]


class OpenTags(list[Entry | Headless]):
    """What may be open, the innermost last."""

    def __init__(self, source: Source) -> None:
        """Begin with none."""
        super().__init__()
        self._source = source
        self._nesting: dict[str, bool] = {}
        # The number of the innermost that was asked for its holders last, and these.
        self._held: tuple[int, list[tuple[Entry | Headless, str]]] = (-1, [])
        # Which of these takes an element, by the names that were asked for.
        self._takers: dict[str, Entry | Headless | None] = {}

    def nests(self, name: str) -> bool:
        """Tell whether such an element may stand in its like."""
        nests = self._nesting.get(name)
        if nests is None:
            source = self._source
            nests = source.model.may_contain(source.meant(name), local_part(name))
            self._nesting[name] = nests
        return nests

    def may_hold(self, name: str) -> bool:
        """Tell whether such an element may stand in one of the innermost."""
        model, local = self._source.model, local_part(name)
        return any(model.may_contain(parent, local) for _, parent in self._holders())

    def taker(self, name: str) -> Entry | Headless | None:
        """Return the innermost that may hold such an element, if only as it may any."""
        holders, takers = self._holders(), self._takers
        if name not in takers:
            if len(takers) >= _MOST_REMEMBERED:
                takers.clear()
            model, local = self._source.model, local_part(name)
            lets_in, may_contain = model.lets_in, model.may_contain
            takes = (
                e for e, p in holders if lets_in(p, local) or may_contain(p, local)
            )
            takers[name] = next(takes, None)
        return takers[name]

    def _holders(self) -> list[tuple[Entry | Headless, str]]:
        """Return the innermost, with what they are meant to be.

        Inside of them there may be what was not closed as it should be. A million end
        tags may stand in the same element.
        """
        top = self[-1].number if self else -1
        if top != self._held[0]:
            innermost, meant = self[: -LEVELS - 1 : -1], self._source.meant
            self._held = top, [(one, meant(one.name)) for one in innermost]
            self._takers = {}
        return self._held[1]
