"""`rules test`: the examples of the manuals, and the fixtures, of a folder of rules."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.config.own_rules import as_shown
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.config.settings import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.own.names import stem_of
from ctct_lint.own.rules import OwnRules
from ctct_lint.profiles.xsd import PlainProfile
from ctct_lint.rules.base import FAILURES
from ctct_lint.session.errors import JobError
from ctct_lint.session.rule_kit.expectation import (
    END,
    FIXTURES,
    as_expectation,
    expected,
)
from ctct_lint.text.patterns import lazy
from ctct_lint.text.regular import read_all, reason, short_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.rules.base import Rule

_BLOCK = lazy(r"(?ms)^```xml\n(.*?)^```$")
_PARTS = ("## Why", "## How to fix it", "## Example", "Use instead:")
_LARGEST = 16 << 20


class Differing(NamedTuple):
    """A rule file or a fixture that fails the test, and in what; lines of text."""

    path: str
    lines: tuple[str, ...]


class RuleTest:
    """Tests the rules of a folder, or one rule by its file."""

    def __init__(self, folder: str) -> None:
        """Read the rules; JobError if there are none, ConfigurationError if unsound."""
        own = OwnRules([os.path.abspath(folder)], os.path.basename(folder))
        if own.found.problems:
            raise ConfigurationError(tuple(map(as_shown, own.found.problems)))
        if not own.rules:
            raise JobError(f"there are no rules in {folder}")
        is_folder = os.path.isdir(folder)
        self._folder = folder if is_folder else os.path.dirname(folder)
        # The fixtures of a single rule are those that are called as it is.
        self._stem = "" if is_folder else stem_of(folder)
        self._own = own
        profile = PlainProfile("rules")
        profile.own = own
        self._linter = Linter(profile)
        self.examples = self.fixtures = 0
        self.rules = len(own.rules)

    def differing(self) -> Iterator[Differing]:
        """Test all, and yield what fails."""
        for file, rule in zip(self._own.found.files, self._own.in_order, strict=True):
            lines = tuple(self._of_manual(rule))
            if lines:
                yield Differing(short_path(file.declared.path), lines)
        for path in self._fixtures():
            lines = tuple(self._of_fixture(path))
            if lines:
                yield Differing(path, lines)

    def _of_manual(self, rule: Rule) -> Iterator[str]:
        lines = rule.manual.splitlines()
        yield from (
            f"the manual lacks `{part}`" for part in _PARTS if part not in lines
        )
        blocks = _BLOCK.findall(rule.manual + "\n")
        if len(blocks) != 2:  # noqa: PLR2004 - what is wrong, and what to write
            yield f"the manual has {len(blocks)} examples in ```xml, not 2"
            return
        self.examples += 2
        bad, good = map(self._said, blocks)
        if not any(one.code == rule.code for one in bad):
            yield "- the first example has no finding of the rule"
        failed = [one for one in bad if one.name in FAILURES]
        unwanted = [one for one in good if one.code == rule.code]
        for one in (*failed, *unwanted):
            which = "first" if one in failed else "second"
            yield from _marked("+", [f"{which} example: {as_expectation(one)}"])

    def _of_fixture(self, path: str) -> Iterator[str]:
        self.fixtures += 1
        expecting = path.removesuffix(".xml") + END
        if not os.path.exists(expecting):
            yield f"there is no {os.path.basename(expecting)} beside it"
            return
        wanted = Counter(expected(_read(expecting).decode("utf-8", "replace")))
        said = Counter(map(as_expectation, self._said(_read(path))))
        yield from _marked("-", (wanted - said).elements())
        yield from _marked("+", (said - wanted).elements())

    def _said(self, document: str | bytes) -> tuple[Diagnostic, ...]:
        data = document.encode() if isinstance(document, str) else document
        return self._linter.lint_bytes(data, Settings()).diagnostics

    def _fixtures(self) -> list[str]:
        folder = os.path.join(self._folder, FIXTURES)
        names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        stems = {self._stem} if self._stem else {one[:-4] for one in names}
        found = (one for one in names if one.endswith(".xml") and one[:-4] in stems)
        return [os.path.join(folder, one) for one in found]


def _marked(sign: str, found: Iterable[str]) -> Iterator[str]:
    for one in found:
        yield from (f"{sign} {line}" for line in one.splitlines())


def _read(path: str) -> bytes:
    try:
        return read_all(path, _LARGEST)
    except OSError as error:
        raise JobError(f"cannot read {path}: {reason(error)}") from None
