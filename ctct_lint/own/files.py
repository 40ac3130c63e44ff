"""The files of rules that a profile names, and what tells them from all others."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from ctct_lint.model.problem import Problem
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.own.declared import Declared, declared
from ctct_lint.own.names import words_in
from ctct_lint.text.regular import read_all, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LARGEST = 1 << 20
_END = ".py"
_HELPER = "_"


class DeclaredFile(NamedTuple):
    """A rule file as it was read: what it says, and its text."""

    declared: Declared
    data: bytes


class Broken(NamedTuple):
    """A file that is no rule: where and why, and what its rule is likely called."""

    problem: Problem
    words: tuple[str, ...]


class RuleFiles(NamedTuple):
    """The rules of some paths, and what is wrong with others.

    broken  those of the problems that end nothing but their own rules
    """

    files: tuple[DeclaredFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: tuple[Broken, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The codes and names of the rules, those that are broken among them."""
        rules = (file.declared for file in self.files)
        lost = (word for one in self.broken for word in one.words)
        return (*(word for one in rules for word in (one.code, one.name)), *lost)

    @property
    def is_usable(self) -> bool:
        """Can all files be read, whatever is wrong with their rules?"""
        return len(self.problems) == len(self.broken)


def read_rules(paths: Iterable[str]) -> RuleFiles:
    """Read rule files and the folders of such; a path that is not there has none."""
    files: list[DeclaredFile] = []
    problems: list[Problem] = []
    broken: list[Broken] = []
    for path in dict.fromkeys(file for one in paths for file in rule_files(one)):
        try:
            data = read_all(path, _LARGEST)
        except OSError as error:
            problems.append(Problem(path, 1, 1, f"cannot be read: {reason(error)}"))
            continue
        found, of_file = declared(path, data)
        if found is not None:
            file = DeclaredFile(found, data)
            of_file = list(clashes([*files, file]))
            files += [] if of_file else [file]
        problems += of_file
        broken += (Broken(one, words_in(path, data)) for one in of_file)
    return RuleFiles(tuple(files), tuple(problems), tuple(broken))


def rule_files(path: str) -> list[str]:
    """Return the rule files that a path stands for; none if there is no such thing.

    A folder that cannot be read stands for itself, which cannot be read either.
    """
    if not os.path.isdir(path):
        return [path] if os.path.lexists(path) else []
    try:
        names = sorted(os.listdir(path))
    except OSError:
        return [path]
    return [os.path.join(path, one) for one in names if _is_rule(one)]


def fingerprint(files: Iterable[DeclaredFile]) -> str:
    """Return what tells rule files, and the helpers beside them, from all others."""
    digest = blake2b(digest_size=16)
    rules = [(file.declared.path, file.data) for file in files]
    for path, data in (*rules, *helpers_of(path for path, _ in rules)):
        digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def helpers_of(rules: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the modules that rules may import, beside them: paths with texts."""
    for folder in dict.fromkeys(map(os.path.dirname, rules)):
        yield from _helpers_in(folder)


def _helpers_in(folder: str) -> Iterator[tuple[str, bytes]]:
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):
            if name.endswith(_END) and name.startswith(_HELPER):
                path = os.path.join(folder, name)
                with suppress(OSError):
                    yield path, read_all(path, _LARGEST)


def _is_rule(name: str) -> bool:
    return name.endswith(_END) and not name.startswith((_HELPER, "."))


def clashes(files: Iterable[DeclaredFile]) -> Iterator[Problem]:
    """Yield the files whose rule has the code or the name of one before it."""
    seen: dict[str, str] = {}
    for file in files:
        rule = file.declared
        for what, word in (("code", rule.code), ("name", rule.name)):
            other = seen.setdefault(word, rule.path)
            if other != rule.path:
                message = f"another rule has the {what} `{word}`"
                yield Problem(rule.path, rule.line, 1, message, (f"it is in {other}",))
