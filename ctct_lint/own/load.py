"""A rule file that is run: its function, called with one element at a time.

One that has no end is ended, and not called again: the other rules and files are told.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import redirect_stdout
from functools import cached_property
from hashlib import blake2b
from inspect import signature
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ctct_lint.own import guards
from ctct_lint.own.guards import (
    EndlessError,
    content_of,
    limited,
    refuse_changes,
    restore,
    same_folder,
    time_limit,
)
from ctct_lint.own.sound import checked, top_of, worded
from ctct_lint.rules.base import Finding, Rule
from ctct_lint.text.regular import short_path
from ctct_lint.xml.described import ANY, split

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from ctct_lint.own.files import DeclaredFile
    from ctct_lint.rules.context import Context

_LONGEST = 120


class FailedRuleError(Exception):
    """A rule that has failed: `where` is the file and line, `why` what has come up."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(where, why)
        self.where = where
        self.why = why


class Loaded:
    """A rule whose file is run when the rule is first called."""

    def __init__(self, rule: Rule, file: DeclaredFile, state: str) -> None:
        """Note the file; `state` tells it, and its helpers, from earlier ones."""
        self.rule = rule
        self._file = file
        self._state = state
        self._endless: FailedRuleError | None = None
        self._namespace, self._local = split(rule.on)

    def is_on(self, tag: str) -> bool:
        """Is it called with elements of this name?"""
        namespace, local = split(tag) if tag.startswith("{") else ("", tag)
        return self._local in {ANY, local} and self._namespace in {None, namespace}

    def call(self, element: _Element, context: Context, into: list[Finding]) -> None:
        """Add what the rule says of an element; FailedRuleError if it fails."""
        if self._endless is not None:
            raise self._endless
        top, before = top_of(element), content_of(element)
        try:
            # What a rule prints must not get between the diagnostics.
            with same_folder(), time_limit(guards.SECONDS), redirect_stdout(sys.stderr):
                found: Any = self._function(element, context)
                for one in limited(_iterable(found)):
                    into.append(checked(one, top))  # noqa: PERF401 - some may come
            refuse_changes(element, before)
        except KeyboardInterrupt as error:
            where = f"{self.rule.code} at {self._where(error)}"
            raise KeyboardInterrupt(where) from None
        except EndlessError as error:
            # The next call might take as long, and there may be thousands.
            self._endless = FailedRuleError(self._where(error), str(error))
            raise self._endless from None
        except BaseException as error:  # noqa: BLE001 - sys.exit() too
            raise FailedRuleError(self._where(error), _why(error)) from None
        finally:
            # What else is to be said of the element has its place there.
            restore(element, before)

    @cached_property
    def _function(self) -> Callable[[_Element, Context], Any]:
        if isinstance(self._run, BaseException):
            raise self._run
        return self._run

    @cached_property
    def _run(self) -> Callable[[_Element, Context], Any] | BaseException:
        """The function, or why the file does not give it: it is run only once."""
        try:
            function: Any = getattr(self._module(), self._file.declared.function)
            if isinstance(function, Rule):
                return function.check
            number = len(signature(function).parameters)
        except (EndlessError, KeyboardInterrupt):
            raise
        except BaseException as error:  # noqa: BLE001 - sys.exit() is none of ours
            return error
        if number == 1:
            return lambda element, _context: function(element)
        return function  # type: ignore[no-any-return]

    def _module(self) -> ModuleType:
        """Run the file as a module of a package that its helpers are in, too."""
        path = self._file.declared.path
        folder, name = os.path.split(path)
        state = f"{folder}\0{self._state}".encode("utf-8", "surrogateescape")
        key = blake2b(state, digest_size=8).hexdigest()
        package = f"_ctct_lint_rules_{key}"
        if package not in sys.modules:
            above = ModuleType(package)
            above.__path__ = [folder]
            sys.modules[package] = above
        module = ModuleType(f"{package}.{name.removesuffix('.py')}")
        module.__package__, module.__file__ = package, path
        sys.modules[module.__name__] = module
        writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
        try:
            exec(compile(self._file.data, path, "exec"), vars(module))  # noqa: S102
        finally:
            sys.dont_write_bytecode = writes
        return module

    def _where(self, error: BaseException) -> str:
        """Return the last line of the rule's folder that an exception came through."""
        path, line = self._file.declared.path, self._file.declared.line
        folder = os.path.dirname(path)
        trace = error.__traceback__
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if os.path.dirname(file) == folder:
                path, line = file, trace.tb_lineno
            trace = trace.tb_next
        return f"{short_path(path)}:{line}"


def _iterable(found: Any) -> Iterable[Any]:
    """Return what was returned, if it can hold findings."""
    # A finding is a tuple itself: its fields are no findings.
    if isinstance(found, Finding | str) or not isinstance(found, Iterable):
        raise TypeError(f"it returns {worded(found)}: it has to yield findings")
    return found


def _why(error: BaseException) -> str:
    """Return what has come up, in a line."""
    kind = type(error).__name__
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - it is not our code that runs
        text = ""
    line = (text.splitlines() or [""])[0]
    return f"{kind}: {line[:_LONGEST]}" if line else kind
