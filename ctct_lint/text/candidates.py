"""Names that others are compared with: of many, only those that may be close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ctct_lint.text.letter_index import LetterIndex

# Fewer are compared one by one before they could be put in an index.
_FEW = 20
# So many are compared at most: of codes, such as numbers, very many are alike.
_MOST = 200
_HASH, _GROUPS = "hash", "groups"


class Candidates(tuple[str, ...]):  # noqa: SLOT001 - it keeps what is made of it
    """Names in their order, with what is made of all of them once."""

    def __hash__(self) -> int:
        """Return the hash of the names; a tuple does not remember its own."""
        made = self.__dict__
        if _HASH not in made:
            made[_HASH] = super().__hash__()
        found: int = made[_HASH]
        return found

    def near(
        self, name: str, form: Callable[[str], str], needed: Callable[[int], int]
    ) -> tuple[str, ...]:
        """Return those that may be close to a name, by the letters; few are all.

        form    returns what of a name is compared
        needed  returns how many letters must be the same in a name of a length
        """
        if len(self) <= _FEW:
            return self
        found = self._index(form).most_alike(form(name), needed, _MOST)
        return tuple(self[number] for number in found)

    def grouped(self, form: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
        """Return them by what is compared of each."""
        made: dict[Any, Any] = self.__dict__
        key = form, _GROUPS
        if key not in made:
            groups: dict[str, list[str]] = {}
            for name in self:
                groups.setdefault(form(name), []).append(name)
            made[key] = groups
        found: Mapping[str, Sequence[str]] = made[key]
        return found

    def _index(self, form: Callable[[str], str]) -> LetterIndex:
        made: dict[Any, LetterIndex] = self.__dict__
        if form not in made:
            from ctct_lint.text.letter_index import LetterIndex

            made[form] = LetterIndex(list(map(form, self)))
        return made[form]
