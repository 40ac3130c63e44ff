"""What was found in the parts of a document, as far as it can be shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.engine.limits import limited
from ctct_lint.model.quota import Quota

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctct_lint.engine.locate import Located
    from ctct_lint.model.diagnostic import Diagnostic


class FirstDiagnostics:
    """The first diagnostics of each code, one more than are shown, and their number.

    Those of the parts come by position; what frames the parts comes at any time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._quota = Quota(most + 1)
        self._kept: list[Diagnostic] = []
        self._frame: dict[tuple[object, ...], Diagnostic] = {}
        self._left_out: Counter[str] = Counter()
        self.crashed = False

    def add(self, one: Located, diagnostic: Callable[[Located], Diagnostic]) -> None:
        """Keep or count what was found in a part."""
        if self._quota.takes(one.code):
            self._kept.append(diagnostic(one))
        else:
            self._left_out[one.name] += 1

    def add_of_frame(self, diagnostic: Diagnostic) -> None:
        """Keep what was found outside of the parts, if it was not found before."""
        key = diagnostic.code, diagnostic.range, diagnostic.message
        self._frame.setdefault(key, diagnostic)

    def leave_out(self, numbers: Mapping[str, int]) -> None:
        """Count what was not even made, by the names of the rules."""
        self._left_out.update(numbers)

    def shown(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics by position."""
        found = [*self._frame.values(), *self._kept]
        found.sort(key=lambda one: one.sort_key)
        return tuple(limited(found, self._most, self._left_out))
