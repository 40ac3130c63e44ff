"""What is known of each rule without its file: written when a wheel is built.

A document needs few of the files, and to import them all takes longer than to check
it. As with Python's bytecode, what was written counts as long as no file that it was
made of has another size or time, nor a folder of rules, in which one may be new. The
files of a wheel stay as they were built.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence, Rule
from ctct_lint.schema.files import is_bundled, schema_dir, state_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ctct_lint.rules.base import Finding
    from ctct_lint.rules.context import Context

# The first line, raised when the others are written otherwise than before.
_FORMAT = "rules 3"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class _Late:
    """What a rule calls, imported with the first call."""

    __slots__ = ("module",)

    def __init__(self, module: str) -> None:
        self.module = module

    def __call__(self, subject: object, context: Context) -> Iterable[Finding]:
        return rule_in(self.module).check(subject, context)


def resolved(rule: Rule) -> Rule:
    """Return a rule that is about to be called, with what it calls imported.

    What cannot be imported fails when it is called, as any rule that fails.
    """
    if not isinstance(rule.check, _Late):
        return rule
    try:
        return rule._replace(check=rule_in(rule.check.module).check)
    except Exception:  # noqa: BLE001 - one must not end the run
        return rule


@cache
def rule_in(module: str) -> Rule:
    """Return the rule that the file of a module holds."""
    found = [v for v in vars(import_module(module)).values() if isinstance(v, Rule)]
    if len(found) != 1:
        raise TypeError(f"{module} must hold one rule, not {len(found)}")
    return found[0]


def path() -> str:
    """Return where the index is, or would be."""
    return os.path.join(schema_dir(), "compiled", "rules.txt")


def lines() -> Mapping[str, str]:
    """Return the rules' lines by their modules; none where files have changed since."""
    try:
        with open(path(), encoding="utf-8") as stream:
            first, files, rules = stream.read().split("\n\n")
    except (OSError, ValueError):
        return {}
    if first != _FORMAT or not (is_bundled() or _is_current(files)):
        return {}
    return {line.partition("\t")[0]: line for line in rules.splitlines()}


def write_index(rules: Sequence[Rule]) -> None:
    """Write the index of rules; all that is imported counts as what it is made of."""
    from ctct_lint.schema.line_file import write

    modules = [m for name, m in sys.modules.items() if name.startswith("ctct_lint.")]
    folders = {os.path.dirname(str(sys.modules[r.module].__file__)) for r in rules}
    above = set(map(os.path.dirname, folders))
    # Some ask for values of the schemas' types.
    schemas = (entry.path for entry in os.scandir(schema_dir()) if entry.is_file())
    made_of = (*(str(m.__file__) for m in modules), *folders, *above, *schemas)
    files = sorted(os.path.relpath(path, _PACKAGE) for path in made_of)
    parts = (_FORMAT, "\n".join(map(_state, files)), "\n".join(map(line_of, rules)))
    write(path(), "\n\n".join(parts))


def _is_current(files: str) -> bool:
    for line in files.splitlines():
        file, _, state = line.partition("\t")
        if state_of(f"{_PACKAGE}{os.sep}{file}") != state:
            return False
    return True


def _state(file: str) -> str:
    """Return a file or folder here with what tells whether it has changed."""
    return f"{file}\t{state_of(f'{_PACKAGE}{os.sep}{file}')}"


def line_of(rule: Rule) -> str:
    """Return all of a rule but what it calls."""
    sets = (rule.operations, rule.superseded_by, rule.fields, rule.tags, rule.when)
    known = (
        *(rule.module, rule.code, rule.severity.name, rule.on),
        "" if rule.evidence is None else rule.evidence.name,
        *(rule.source, str(int(rule.stands)), str(rule.traits)),
    )
    return "\t".join((*known, *(" ".join(sorted(words)) for words in sets)))


def read(line: str) -> Rule:
    """Return the rule of a line."""
    module, code, severity, on, evidence, source, stands, traits, *sets = line.split(
        "\t"
    )
    operations, superseded_by, fields, tags, when = (
        frozenset(words.split()) for words in sets
    )
    return Rule(
        *(code, module, Severity[severity], on, operations),
        Evidence[evidence],
        source,
        _Late(module),
        stands == "1",
        *(superseded_by, fields, tags, int(traits), when),
    )
