"""Which values a simple type refuses, in one document: libxml2 decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.quota import MOST_OF_KIND
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.values.described import NAMES, Described
from ctct_lint.schema.values.prefixes import full_name
from ctct_lint.schema.values.verdicts import GAVE_UP, UNKNOWN, Verdicts
from ctct_lint.text.spelling import closest
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.components import Table
    from ctct_lint.schema.components.types import SimpleType

# The facets that say how large a value may be.
BOUNDS = frozenset({"minInclusive", "minExclusive", "maxInclusive", "maxExclusive"})
# Those of any text: what stands in one may be markup.
TEXTS = frozenset({"anySimpleType", "anyType", "normalizedString", "string", "token"})
# What is as right as these could be anything.
_ANYTHING = ("word", "1")
# The types of names of elements, and of references to them.
IDS = frozenset({"ID", "IDREF", "IDREFS"})
_ENUMERATION = "enumeration"
# To give up takes libxml2 a third of a second: on so many values of a type it may, and
# on those half as long, which have far fewer ways through the pattern.
_MOST_TRIED = 3


class _Nature(NamedTuple):
    """How a type is judged: it takes anything, does not mind blanks, has names.

    lists_all    all its values are listed
    lists_names  all its values are names with prefixes that are listed
    """

    is_free: bool
    collapses: bool
    has_names: bool
    lists_all: bool
    lists_names: bool


class Judge(Described):
    """Judges the values of a schema's simple types, which are known by number.

    It is for one document: on how many values libxml2 may give up is counted.
    """

    def __init__(self, types: Table[SimpleType]) -> None:
        super().__init__(types)
        self._verdicts = Verdicts(types)
        self._natures: dict[int, _Nature] = {}
        # By type the values on which libxml2 gave up.
        self._tried: dict[int, set[str]] = {}
        self._read = 0
        self._compared = 0

    def for_document(self) -> Judge:
        """Return one that knows as much of the types, and nothing of a document."""
        made = object.__new__(Judge)
        made.__dict__.update(self.__dict__)
        made._tried = {}
        made._read = made._compared = 0
        return made

    def refusal(
        self, number: int, value: str, element: _Element | None = None
    ) -> str | None:
        """Return the facet that a value does not meet, "" if it is not of the type.

        None if nothing is wrong with it. `element` is where it stands: of a value that
        is a name the prefixes count that are declared there.
        """
        nature = self._natures.get(number) or self._nature(number)
        if nature.is_free:
            return None
        if self._tried and self.gave_up_on(number, value):
            return None
        found = self._verdicts.of(number, value)
        if found is UNKNOWN:
            written = collapsed(value) if nature.collapses else value
            if nature.lists_all and written == collapsed(written):
                return None if self.lists(number, written) else ""
            if nature.lists_names and element is not None:
                name = full_name(written, element)
                if name is not None:
                    return None if self.lists(number, name) else _ENUMERATION
            where = element if nature.has_names else None
            found = self._verdicts.said(number, written, where, self)
            if not nature.has_names:
                self._verdicts.keep(number, value, found)
        if found is GAVE_UP:
            written = collapsed(value) if nature.collapses else value
            self._tried.setdefault(number, set()).add(written)
            return None
        return found

    def meant(self, number: int, value: str, builtins: str) -> tuple[str, ...]:
        """Return the values of a type that a text in another form may mean.

        Where there is none, those that are only too large or too small: their form is
        right. Nothing where there are more such texts than anybody will be shown.

        builtins  the names of the built-in types that it could be, with commas
        """
        from ctct_lint.readings.readings import readings_of

        self._read += 1
        if self._read > MOST_OF_KIND:
            return ()
        found = [one.value for one in readings_of(value, builtins)]
        refusals = {one: self.refusal(number, one) for one in found}
        taken = tuple(one for one in found if refusals[one] is None)
        return taken or tuple(one for one in found if refusals[one] in BOUNDS)

    def is_close(self, number: int, value: str) -> bool:
        """Tell whether a value is close to one that a type lists.

        No where more were asked for than anybody will be shown.
        """
        self._compared += 1
        if self._compared > MOST_OF_KIND:
            return False
        return closest(value, self.choices(number)) is not None

    def gave_up_on(self, number: int, value: str) -> bool:
        """Tell of a value that is not refused whether nobody knows if it is right.

        It is one that was tried in vain, or too long to be tried after others were.
        """
        tried = self._tried.get(number)
        if tried is None:
            return False
        written = collapsed(value) if self.collapses(number) else value
        if written in tried:
            return True
        return len(tried) >= _MOST_TRIED and 2 * len(written) > min(map(len, tried))

    def is_right(
        self, number: int, value: str, element: _Element | None = None
    ) -> bool:
        """Say whether a value is surely right."""
        if self.refusal(number, value, element) is not None:
            return False
        return not (self._tried and self.gave_up_on(number, value))

    def tells(self, number: int, element: _Element) -> bool:
        """Say whether not just any word or number may be a value of a type."""
        refusals = (self.refusal(number, any_, element) for any_ in _ANYTHING)
        return all(one is not None for one in refusals)

    def _nature(self, number: int) -> _Nature:
        has_names = not self.builtins(number).isdisjoint(NAMES)
        found = _Nature(
            self._takes_all(number),
            self.collapses(number),
            has_names,
            self._lists_all(number),
            self.root_name(number) in NAMES and self._only_lists(number),
        )
        self._natures[number] = found
        return found

    def _takes_all(self, number: int) -> bool:
        facets = (facet for one in self._lineage(number) for facet in one.facets)
        if any(facet.kind != "whiteSpace" for facet in facets):
            return False
        last = self._root(number)
        return last.is_builtin and last.name in TEXTS
