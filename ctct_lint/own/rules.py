"""The own rules of a profile, ready to be asked for and to be run."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.own.files import RuleFiles, fingerprint, helpers_of, read_rules
from ctct_lint.own.load import Loaded
from ctct_lint.rules.base import Rule
from ctct_lint.schema.sources.trouble import FAILED_RULE, SchemaTrouble
from ctct_lint.xml.described import pattern_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.own.declared import Declared
    from ctct_lint.own.files import Broken


class OwnRules:
    """Rules of files, read once."""

    def __init__(self, paths: Sequence[str], profile: str) -> None:
        """Note the files and folders, and the profile that names them."""
        self._paths = tuple(paths)
        self._profile = profile

    @cached_property
    def found(self) -> RuleFiles:
        """The files."""
        return read_rules(self._paths)

    @cached_property
    def in_order(self) -> tuple[Rule, ...]:
        """The rules in the order of the files."""
        files = self.found.files
        return tuple(as_rule(file.declared, self._profile) for file in files)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules by code."""
        return tuple(sorted(self.in_order, key=lambda rule: rule.code))

    @cached_property
    def fingerprint(self) -> str:
        """What tells the files, as they were read, from all others."""
        return fingerprint(self.found.files)

    @cached_property
    def troubles(self) -> tuple[SchemaTrouble, ...]:
        """Why files cannot be run that are no rules."""
        return tuple(map(_trouble, self.found.broken))

    def files(self) -> tuple[str, ...]:
        """Return the paths of rules, of what these may import, and of their folders."""
        rules = [file.declared.path for file in self.found.files]
        rules += [one.problem.path for one in self.found.broken]
        return (*self._paths, *rules, *(path for path, _ in helpers_of(rules)))

    @cached_property
    def loaded(self) -> tuple[Loaded, ...]:
        """The rules as they are run; none is before it is called."""
        pairs = zip(self.in_order, self.found.files, strict=True)
        return tuple(Loaded(rule, file, self.fingerprint) for rule, file in pairs)

    @cached_property
    def patterns(self) -> tuple[str, ...]:
        """The elements that any rule is called with, as lxml's `iter` takes them."""
        return tuple(dict.fromkeys(pattern_of(rule.on) for rule in self.rules))


def _trouble(broken: Broken) -> SchemaTrouble:
    path, line, column, message, helps = broken.problem
    at, subject = f"{line}:{column}", broken.words[0]
    return SchemaTrouble(path, FAILED_RULE, at, "", subject, message, helps)


def as_rule(declared: Declared, profile: str) -> Rule:
    """Return a rule with all that can be said of it without running its file."""
    return Rule(
        code=declared.code,
        module=f"own.{declared.name.replace('-', '_')}",
        severity=declared.severity,
        on=declared.on,
        operations=frozenset(),
        evidence=declared.evidence,
        source=declared.source,
        check=lambda _subject, _context: (),
        text=declared.manual,
        group=f"rules of the profile {profile}",
    )
