"""What a rule may ask of the run, beside what it is called with."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.vocabulary import UNKNOWN

if TYPE_CHECKING:
    from ctct_lint.rules.vocabulary import Vocabulary
    from ctct_lint.schema.facts.facts import Facts


class Context(NamedTuple):
    """What a document is of and for, and what time it is.

    operation   which of the vocabulary's operations; "" if it has none
    clock       the time to go by, so that the same document has the same diagnostics
                tomorrow; without a zone it is in UTC. None: the computer's clock.
                `datetime.min` is before all times: nothing is in the past then
    vocabulary  what the document is of
    counts      are findings only counted, as there are too many to be told? Then
                nobody reads their fixes
    """

    operation: str = ""
    clock: datetime | None = None
    vocabulary: Vocabulary = UNKNOWN
    counts: bool = False

    @property
    def now(self) -> datetime:
        """The time, with a zone."""
        if self.clock is None:
            return datetime.now(timezone.utc)
        if self.clock.tzinfo is None:
            return self.clock.replace(tzinfo=timezone.utc)
        return self.clock

    @property
    def is_answer(self) -> bool:
        """Is it a document that the server wrote itself?"""
        return self.operation in self.vocabulary.answers

    @property
    def facts(self) -> Facts:
        """What the schemas of the vocabulary say."""
        return self.vocabulary.facts

    def does_without(self, parent: str, name: str) -> bool:
        """Is the server known to do without a child of an element?"""
        if not self.vocabulary.passes_over:
            return False
        fact = self.facts.children_of(parent).get(name)
        return fact is not None and self.operation not in fact.required
