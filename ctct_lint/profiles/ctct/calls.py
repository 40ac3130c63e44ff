"""Which rules have something to look at in a record: all others are not called.

A document has some forty fields and as many rules. To call each of them takes far
longer than to look once at each field for all of them; and most values, such as `YES`
or a name of the account, are those of other documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.mail.placeholders import may_have_placeholders
from ctct_lint.profiles.ctct.records.elsewhere import advised
from ctct_lint.profiles.ctct.records.lengths import limits
from ctct_lint.profiles.ctct.records.record import MARKUP
from ctct_lint.profiles.ctct.records.traits import (
    BLANKS,
    IDS,
    LONG,
    PLACEHOLDERS,
    SYMBOLS,
    UNADVISED,
)
from ctct_lint.rules.conditions import MISSING, ONE, Condition, read
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.profiles.ctct.records.record import Record
    from ctct_lint.rules.base import Rule

# What is longer is hardly seen twice.
_LONGEST, _MOST = 100, 200


class Calls:
    """Says which of some rules are called with a record.

    A set of rules is a number: the bit of each rule is set by its place.
    """

    def __init__(self, rules: Sequence[Rule], payload: str, operation: str) -> None:
        """Note the rules about an element, by its local name, for an operation."""
        self._rules = rules
        self._always = _bits(r for r in enumerate(rules) if _is_unconditional(r[1]))
        self._of = {
            trait: _bits(r for r in enumerate(rules) if r[1].traits & trait)
            for trait in (IDS, LONG, UNADVISED, SYMBOLS, BLANKS, PLACEHOLDERS)
        }
        self._of_ids = self._of[IDS]
        self._limits = limits(payload)
        self._asked: dict[str, list[tuple[Condition, int]]] = {}
        self._of_missing: dict[str, int] = {}
        for condition, bits in self._conditions(advised(payload, operation)):
            field = condition.field
            if condition.sign == MISSING:
                self._of_missing[field] = self._of_missing.get(field, 0) | bits
            else:
                self._asked.setdefault(field, []).append((condition, bits))
        self._needed = frozenset(self._of_missing)
        self._of_field = _Fields(self)
        self._named: dict[int, tuple[Rule, ...]] = {}

    def _conditions(self, advised: Iterable[str]) -> Iterator[tuple[Condition, int]]:
        for number, rule in enumerate(self._rules):
            for written in rule.when:
                yield read(written), 1 << number
        unadvised = self._of[UNADVISED]
        for name in advised if unadvised else ():
            yield Condition(name, MISSING), unadvised
            yield Condition(name, ONE, frozenset([""])), unadvised

    def of(self, record: Record) -> tuple[Rule, ...]:
        """Return the rules that are called with a record, in their order."""
        bits = self._always
        of_field = self._of_field
        for name, text in record.texts.items():
            bits |= of_field[name][text]
        if not self._needed <= record.fields.keys():
            for name in self._needed - record.fields.keys():
                bits |= self._of_missing[name]
        if self._of_ids and record.doubtful_ids:
            bits |= self._of_ids
        found = self._named.get(bits)
        if found is None:
            rules = enumerate(self._rules)
            found = self._named[bits] = tuple(r for n, r in rules if bits >> n & 1)
        return found

    def of_text(self, name: str, text: str) -> int:
        """Return the rules that want to look at a text of a field."""
        value, of = text.strip(WHITE_SPACE), self._of
        bits = 0
        for condition, asking in self._asked.get(name, ()):
            if condition.holds(value):
                bits |= asking
        if len(text) > self._limits.get(name, len(text)):
            bits |= of[LONG]
        if name in MARKUP:
            return bits
        if not text.isascii():
            bits |= of[SYMBOLS]
        if value and value != text:
            bits |= of[BLANKS]
        return bits | of[PLACEHOLDERS] if may_have_placeholders(text) else bits


class _Fields(dict[str, "_Texts"]):
    """The texts that were seen of each field."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def __missing__(self, name: str) -> _Texts:
        texts = _Texts(self._calls, name)
        if len(self) < _MOST:
            self[name] = texts
        return texts


class _Texts(dict[str, int]):
    """The texts that were seen of a field, with the rules that want to look at them."""

    def __init__(self, calls: Calls, name: str) -> None:
        self._calls = calls
        self._name = name

    def __missing__(self, text: str) -> int:
        bits = self._calls.of_text(self._name, text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = bits
        return bits


def _bits(rules: Iterable[tuple[int, Rule]]) -> int:
    return sum(1 << number for number, _ in rules)


def _is_unconditional(rule: Rule) -> bool:
    return not (rule.when or rule.traits)
