"""The rules, found by walking the folders of this package.

Nothing is imported before it is needed: a clean document needs no rule that
words a fault, and a fault only the one rule of its name.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.rules.base import On, Rule
from ctct_lint.schema.names import ctct

if TYPE_CHECKING:
    from ctct_lint.schema.operation import Operation

_PACKAGE = "ctct_lint.rules"
FOLDERS = {
    "source": "source and encoding",
    "syntax": "XML syntax",
    "schema": "schema",
    "atom": "Atom envelope",
    "campaign": "campaign",
    "content": "e-mail content",
    "schedule": "schedule",
    "resource": "other resources",
    "linter": "the linter itself",
}
_ABOUT_FORM = ("source", "syntax", "linter")
# Where the rules about each kind of record stand.
_HOMES = {
    On.ENTRY: ("atom",),
    On.CAMPAIGN: ("atom", "campaign"),
    On.SCHEDULE: ("atom", "schedule"),
    On.CONTACT: ("atom", "campaign", "resource"),
    On.CONTENT: ("content",),
}
# Payloads by their tags.
PAYLOADS = {
    ctct("Campaign"): On.CAMPAIGN,
    ctct("Schedule"): On.SCHEDULE,
    ctct("Contact"): On.CONTACT,
}
# What else a rule may be about, to be called with such a record.
_WIDER = {
    On.CAMPAIGN: frozenset({On.PAYLOAD, On.LISTED}),
    On.SCHEDULE: frozenset({On.PAYLOAD}),
    On.CONTACT: frozenset({On.PAYLOAD, On.LISTED}),
}


class DuplicateRuleError(Exception):
    """Two rules have the same code or name."""


@cache
def _modules() -> dict[str, str]:
    """Return the full name of each rule's module by the rule's name."""
    found: dict[str, str] = {}
    here = os.path.dirname(os.path.abspath(__file__))
    for folder in FOLDERS:
        for file in sorted(os.listdir(os.path.join(here, folder))):
            module, _, suffix = file.partition(".")
            if suffix != "py" or module == "__init__":
                continue
            name = module.replace("_", "-")
            if name in found:
                raise DuplicateRuleError(name)
            found[name] = f"{_PACKAGE}.{folder}.{module}"
    return found


@cache
def rule_named(name: str) -> Rule:
    """Return the rule of a kebab-case name; KeyError if there is none."""
    return _rule_in(_modules()[name])


@cache
def rules_on(subject: On, operation: Operation) -> tuple[Rule, ...]:
    """Return the rules that are called with records of this kind."""
    modules = [m for m in _modules().values() if folder_of(m) in _HOMES[subject]]
    rules = map(_rule_in, modules)
    wanted = {subject, *_WIDER.get(subject, ())}
    return tuple(r for r in rules if r.on in wanted and operation in r.operations)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule by code; DuplicateRuleError if two share one."""
    rules = sorted(map(_rule_in, _modules().values()), key=lambda r: r.code)
    for one, other in pairwise(rules):
        if one.code == other.code:
            raise DuplicateRuleError(f"{one.code}: {one.name}, {other.name}")
    return tuple(rules)


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule of a code (any case) or a name."""
    wanted = (code_or_name.upper(), code_or_name.lower())
    return next(
        (r for r in all_rules() if r.code == wanted[0] or r.name == wanted[1]), None
    )


def is_about_meaning(rule: Rule) -> bool:
    """Is it about what a document says, not about its being XML?"""
    return folder_of(rule.module) not in _ABOUT_FORM


def folder_of(module: str) -> str:
    """Return the folder of a rule's module."""
    return module.split(".")[2]


def group_of(rule: Rule) -> str:
    """Return the heading under which a rule is listed."""
    return FOLDERS[folder_of(rule.module)]


@cache
def _rule_in(module: str) -> Rule:
    found = [v for v in vars(import_module(module)).values() if isinstance(v, Rule)]
    if len(found) != 1:
        raise TypeError(f"{module} must hold one rule, not {len(found)}")
    return found[0]
