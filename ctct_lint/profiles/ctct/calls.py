"""Which rules have something to look at in a record: all others are not called.

A document has some forty fields and as many rules. To call each of them takes far
longer than to look once at each field for all of them; and most values, such as `YES`
or a name of the account, are those of other documents.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.field_facts import advised, limits, read_only
from ctct_lint.profiles.ctct.records.plain_address import has_odd_address
from ctct_lint.profiles.ctct.records.record import MARKUP
from ctct_lint.profiles.ctct.records.traits import (
    ADDRESSES,
    BLANKS,
    IDS,
    LONG,
    MESSAGES,
    PLACEHOLDERS,
    READ_ONLY,
    SYMBOLS,
    TYPES,
    UNADVISED,
    UNSENT,
)
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.conditions import (
    MISSING,
    ONE,
    OTHER,
    Condition,
    FieldConditions,
    read,
)
from ctct_lint.rules.index import resolved
from ctct_lint.text.placeholders import may_be_unfilled
from ctct_lint.text.shown import shown
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.profiles.ctct.records.record import Record
    from ctct_lint.rules.base import Rule

_TRAITS = (
    *(IDS, LONG, UNADVISED, SYMBOLS, BLANKS, PLACEHOLDERS),
    *(TYPES, READ_ONLY, UNSENT, ADDRESSES, MESSAGES),
)
# Those that any text of a field may have.
_OF_VALUES = (SYMBOLS, BLANKS, PLACEHOLDERS, MESSAGES)
_NOTHING_ASKED = FieldConditions(())
# As `xml.pages` knows them, of which a document without any has no need.
_IN_MESSAGES = " on line "
# What is longer is hardly seen twice.
_LONGEST, _MOST = 100, 1000


class Calls:
    """Says which of some rules are called with a record.

    A set of rules is a number: the bit of each rule is set by its place.
    """

    def __init__(self, rules: Sequence[Rule], payload: str, operation: str) -> None:
        """Note the rules about an element, by its local name, for an operation."""
        self._rules = rules
        self._always = _bits(
            r for r in enumerate(rules) if not (r[1].when or r[1].traits)
        )
        self._of = {
            trait: _bits(r for r in enumerate(rules) if r[1].traits & trait)
            for trait in _TRAITS
        }
        if not _is_sent(payload, operation):
            self._always |= self._of[UNSENT]
        self._of_ids, self._of_types = self._of[IDS], self._of[TYPES]
        self._of_addresses = self._of[ADDRESSES]
        self._of_values = any(self._of[trait] for trait in _OF_VALUES)
        self._limits = limits(payload)
        self._conditions_on: dict[str, list[tuple[Condition, int]]] = {}
        self._asked: dict[str, FieldConditions] = {}
        self._of_missing: dict[str, int] = {}
        for condition, bits in self._conditions(payload, operation):
            field = condition.field
            if condition.sign == MISSING:
                self._of_missing[field] = self._of_missing.get(field, 0) | bits
            else:
                self._conditions_on.setdefault(field, []).append((condition, bits))
        self._needed = frozenset(self._of_missing)
        self._of_all_missing = reduce(or_, self._of_missing.values(), 0)
        self._of_field = _Fields(self).__getitem__
        self._named: dict[int, tuple[Rule, ...]] = {}

    def _conditions(
        self, payload: str, operation: str
    ) -> Iterator[tuple[Condition, int]]:
        for number, rule in enumerate(self._rules):
            for written in rule.when:
                yield read(written), 1 << number
        for name in advised(payload, operation):
            yield Condition(name, MISSING), self._of[UNADVISED]
            yield Condition(name, ONE, frozenset([""])), self._of[UNADVISED]
        for name in read_only(payload):
            yield Condition(name, OTHER), self._of[READ_ONLY]

    def of(self, record: Record) -> tuple[Rule, ...]:
        """Return the rules that are called with a record, in their order."""
        bits = self._always
        for wanting in set(map(self._of_field, record.texts.items())):
            bits |= wanting
        if not record.fields:
            bits |= self._of_all_missing
        elif not self._needed <= record.fields.keys():
            for name in self._needed - record.fields.keys():
                bits |= self._of_missing[name]
        if self._of_ids and record.doubtful_ids:
            bits |= self._of_ids
        if self._of_types and record.has_odd_type:
            bits |= self._of_types
        if self._of_addresses and has_odd_address(record.fields):
            bits |= self._of_addresses
        found = self._named.get(bits)
        if found is None:
            rules = enumerate(self._rules)
            found = tuple(resolved(rule) for n, rule in rules if bits >> n & 1)
            self._named[bits] = found
        return found

    def of_text(self, name: str, text: str) -> int:
        """Return the rules that want to look at a text of a field."""
        value = text.strip(WHITE_SPACE)
        bits = self._asked_of(name).bits(value)
        if len(text) > self._limits.get(name, len(text)):
            bits |= self._of[LONG]
        return bits | self._of_value(name, text, value) if self._of_values else bits

    def _of_value(self, name: str, text: str, value: str) -> int:
        """Return those that want to look at any text which is like this one.

        value  the text without white space around it
        """
        bits, of = 0, self._of
        if _IN_MESSAGES in text:
            bits |= of[MESSAGES]
        if name in MARKUP:
            return bits
        if not text.isascii():
            bits |= of[SYMBOLS]
        if value and value != text:
            bits |= of[BLANKS]
        if shown(value):
            bits |= of[MESSAGES]
        return bits | of[PLACEHOLDERS] if may_be_unfilled(text) else bits

    def _asked_of(self, name: str) -> FieldConditions:
        """Return what is asked of a field: of most nothing is."""
        asked = self._asked.get(name)
        if asked is None:
            if name not in self._conditions_on:
                return _NOTHING_ASKED
            asked = self._asked[name] = FieldConditions(self._conditions_on[name])
        return asked


class _Fields(dict[tuple[str, str], int]):
    """The fields that were seen, by name and text, with the rules that want them."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def __missing__(self, field: tuple[str, str]) -> int:
        name, text = field
        bits = self._calls.of_text(name, text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[field] = bits
        return bits


def _bits(rules: Iterable[tuple[int, Rule]]) -> int:
    return sum(1 << number for number, _ in rules)


def _is_sent(payload: str, operation: str) -> bool:
    resource = CHECKED.get(payload)
    return resource is not None and Operation(operation) in resource.sent_for
