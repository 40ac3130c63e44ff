"""What the command line says: it wins over every configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.model.severity import Severity
    from ctct_lint.profiles.description import Description


class Overrides(NamedTuple):
    """The options of one run; what was not given is None or empty.

    profile         the vocabulary of all documents
    operation       `is_auto` tells `--operation auto` from nothing said
    select          takes the place of the configuration's `select` and `ignore`
    ignore          comes on top of what the configuration ignores
    severities      (selector, severity): come on top, and win where both speak
    per_file_ignores  (glob, selectors): come on top
    exclude         takes the place of the configuration's `exclude`
    extend_exclude  comes on top
    folder          what the globs given here are relative to
    run_rules       may own rules be run? None: see `trusted`
    trusted         folders whose own rules may be run
    """

    operation: str | None = None
    is_auto: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    folder: str = ""
    profile: Description | None = None
    run_rules: bool | None = None
    trusted: tuple[str, ...] = ()

    @property
    def says_operation(self) -> bool:
        """Is it said what documents are for, or that each tells that itself?"""
        return self.operation is not None or self.is_auto

    @property
    def root(self) -> str:
        """The absolute folder of the globs: the working folder unless said."""
        return os.path.abspath(self.folder)
