"""The rules, found by walking folders: the generic ones here, and those of profiles.

Nothing is imported before it is needed: a clean document needs no rule that
words a fault, and a fault only the one rule of its name.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.rules.index import lines, read, rule_in, write_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.rules.base import Rule

_GENERIC = "ctct_lint.rules"


class DuplicateRuleError(Exception):
    """Two rules have the same code or name."""


@cache
def packages() -> tuple[str, ...]:
    """Return the packages of rules: the generic one, and one of each profile."""
    profiles = os.path.join(os.path.dirname(_folder_here()), "profiles")
    own = sorted(
        f"ctct_lint.profiles.{name}.rules"
        for name in os.listdir(profiles)
        if os.path.isdir(os.path.join(profiles, name, "rules"))
    )
    return (_GENERIC, *own)


def _folder_here() -> str:
    return os.path.dirname(os.path.abspath(__file__))


@cache
def _modules() -> dict[str, str]:
    """Return the full name of each rule's module by the rule's name."""
    found: dict[str, str] = {}
    for module in _index() or _listed():
        name = module.rpartition(".")[2].replace("_", "-")
        if name in found:
            raise DuplicateRuleError(name)
        found[name] = module
    return found


def _listed() -> list[str]:
    """Return the modules of the rules, as folders have them."""
    return [module for package in packages() for module in _modules_in(package)]


def _modules_in(package: str) -> Iterator[str]:
    """Yield the modules in the folders of a package of rules."""
    base = os.path.join(os.path.dirname(_folder_here()), *package.split(".")[1:])
    for folder in sorted(os.listdir(base)):
        path = os.path.join(base, folder)
        files = sorted(os.listdir(path)) if os.path.isdir(path) else ()
        for file in files:
            module, _, suffix = file.partition(".")
            if suffix == "py" and module != "__init__":
                yield f"{package}.{folder}.{module}"


def is_known(name: str) -> bool:
    """Is it the name of a rule?"""
    return name in _modules()


@cache
def rule_named(name: str) -> Rule:
    """Return the rule of a kebab-case name; KeyError if there is none."""
    return _rule_in(_modules()[name])


def stands_alone(name: str) -> bool:
    """Is it the name of a rule that holds where a fault of the form spoils the rest?"""
    return is_known(name) and rule_named(name).stands_alone


@cache
def rules_in(package: str, folders: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules in some of the folders of a package, in the folders' order."""
    modules = [m for m in _modules().values() if m.startswith(f"{package}.")]
    found = [m for folder in folders for m in modules if folder_of(m) == folder]
    return tuple(map(_rule_in, found))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule by code; DuplicateRuleError if two share one."""
    rules = sorted(map(_rule_in, _modules().values()), key=lambda r: r.code)
    for one, other in pairwise(rules):
        if one.code == other.code:
            raise DuplicateRuleError(f"{one.code}: {one.name}, {other.name}")
    return tuple(rules)


def all_words() -> tuple[str, ...]:
    """Return the codes and names of all rules: what may select one."""
    return tuple(word for rule in all_rules() for word in (rule.code, rule.name))


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule of a code (any case) or a name."""
    wanted = (code_or_name.upper(), code_or_name.lower())
    return next(
        (r for r in all_rules() if r.code == wanted[0] or r.name == wanted[1]), None
    )


def folder_of(module: str) -> str:
    """Return the folder of a rule's module."""
    return module.split(".")[-2]


def group_of(rule: Rule) -> str:
    """Return the heading under which a rule is listed, "" for none."""
    named = (name for code, name in groups().items() if rule.code.startswith(code))
    return rule.group or next(named, "")


@cache
def groups() -> Mapping[str, str]:
    """Return the headings, by the beginnings of codes."""
    found: dict[str, str] = {}
    for package in packages():
        found.update(import_module(package).GROUPS)
    return found


@cache
def _rule_in(module: str) -> Rule:
    line = _index().get(module)
    return rule_in(module) if line is None else read(line)


@cache
def _index() -> Mapping[str, str]:
    """Return what is known of the rules without their files; nothing of others."""
    return lines()


def compile_index() -> None:
    """Write what is known of the rules, for the next start of the program."""
    write_index(list(map(rule_in, _listed())))
