"""What a call of `check` is to do: the options, with what a configuration adds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from ctct_lint.cli.errors import JobError
from ctct_lint.cli.options.findings import FAIL_ON
from ctct_lint.cli.options.inputs import AUTO
from ctct_lint.cli.options.selectors import known
from ctct_lint.config.find import Configurations
from ctct_lint.config.overrides import Overrides
from ctct_lint.output.formats import FORMATS
from ctct_lint.regular import reason
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from datetime import datetime

    from ctct_lint.config.configuration import Configuration

    Given = dict[str, Any]

STDIN = STDOUT = "-"
TEXT_FORMATS = frozenset({"full", "concise", "grouped"})
_WITH_STATISTICS = (*sorted(TEXT_FORMATS), "json")


class Job:
    """What one call is to do; the options do not contradict each other."""

    def __init__(self, given: Given) -> None:
        """Read the configuration and settle what the options leave open.

        Raises click.UsageError for options that do not go together, and
        ConfigurationError if the configuration cannot be used.
        """
        _refuse_contradictions(given)
        _refuse_no_folder()
        self.configurations = Configurations(
            known,
            _overrides(given),
            file=given["config"],
            isolated=given["isolated"],
            formats=tuple(FORMATS),
        )
        run = self.configurations.of_run()
        self.paths: tuple[str, ...] = given["paths"] or (".",)
        self.stdin_name: str | None = given["stdin_filename"]
        self.now: datetime | None = given["now"]
        self.force_exclude = bool(_first(given["force_exclude"], run.force_exclude))
        gitignore = _first(given["respect_gitignore"], run.respect_gitignore)
        self.gitignore = gitignore is not False
        # Formats with the files they go to, "" for stdout; the first is the main one.
        self.outputs: list[tuple[str, str]] = [
            (
                given["output_format"] or run.output_format or "full",
                _file(given["output_file"]),
            ),
            *given["outputs"],
        ]
        self.most_shown: int | None = _first(
            given["max_diagnostics"], run.max_diagnostics
        )
        self.statistics: bool = given["statistics"]
        self.color: str = given["color"]
        self.quiet: bool = given["quiet"]
        self.fail_on = _fail_on(given, run)
        self.exit_zero: bool = given["exit_zero"]
        self.fix: bool = given["fix"]
        self.unsafe_fixes: bool = given["unsafe_fixes"]
        self.show_fixes: bool = given["show_fixes"]
        self.diff: bool = given["diff"]
        # A file, or "".
        self.baseline = _baseline(given, run)
        self.update_baseline: bool = given["update_baseline"]
        # None: as many processes as are of use.
        self.jobs: int | None = given["jobs"]
        # A folder, or "".
        self.cache = _cache(given, run)
        _refuse_statistics(given, self.outputs[0][0])
        _refuse_shared([file for _, file in self.outputs if file])

    @property
    def speaks(self) -> bool:
        """Does stdout show the diagnostics?"""
        return not (self.diff or self.statistics or self.outputs[0][1])


def _first(given: Any, configured: Any) -> Any:
    return configured if given is None else given


def _file(given: str | None) -> str:
    """Return the file that an option names, "" for stdout."""
    return "" if given is None or given == STDOUT else given


def _overrides(given: Given) -> Overrides:
    operation = given["operation"]
    is_auto = operation == AUTO
    return Overrides(
        operation=None if is_auto else operation,
        is_auto=is_auto,
        select=given["select"],
        ignore=given["ignore"],
        severities=given["severity"],
        per_file_ignores=given["per_file_ignores"],
        exclude=given["exclude"] or None,
        extend_exclude=given["extend_exclude"],
    )


def _fail_on(given: Given, run: Configuration) -> Severity:
    if given["fail_on"] is not None:
        return FAIL_ON[given["fail_on"]]
    return run.fail_on or Severity.ERROR


def _baseline(given: Given, run: Configuration) -> str:
    found: str = given["baseline"] or run.baseline or ""
    if given["update_baseline"] and not found:
        raise click.UsageError("--update-baseline needs the file: --baseline FILE")
    return found


def _cache(given: Given, run: Configuration) -> str:
    """Return the folder of the cache, if one is asked for.

    The environment says where, not whether.
    """
    folder: str = given["cache_dir"] or ""
    wanted = given["cache"]
    if wanted is None:
        wanted = bool(folder or run.cache_dir)
    if not wanted:
        return ""
    from ctct_lint.engine.cache_file import default_folder

    own = os.environ.get("CTCT_LINT_CACHE_DIR")
    return folder or own or run.cache_dir or default_folder()


def _refuse_contradictions(given: Given) -> None:
    for one, other in (
        ("fix", "diff"),
        ("fix", "update_baseline"),
        ("diff", "update_baseline"),
        ("diff", "statistics"),
        ("config", "isolated"),
        ("watch", "update_baseline"),
    ):
        if given[one] and given[other]:
            raise click.UsageError(
                f"{_spelt(one)} and {_spelt(other)} exclude each other"
            )
    for one in ("unsafe_fixes", "show_fixes"):
        if given[one] and not (given["fix"] or given["diff"]):
            raise click.UsageError(
                f"{_spelt(one)} needs --fix, which makes them, or --diff, which shows "
                "what they would change"
            )
    if given["watch"] and STDIN in given["paths"]:
        raise click.UsageError("--watch needs files: stdin ('-') does not change")


def _refuse_no_folder() -> None:
    """Refuse to work in a folder that is gone: no path can be taken from there."""
    try:
        os.getcwd()
    except OSError as error:
        raise JobError(f"there is no working folder: {reason(error)}") from None


def _refuse_statistics(given: Given, format_: str) -> None:
    if given["statistics"] and format_ not in _WITH_STATISTICS:
        shown = ", ".join(_WITH_STATISTICS)
        raise click.UsageError(f"--statistics has the forms {shown}, not {format_}")


def _refuse_shared(files: list[str]) -> None:
    """Refuse outputs of which the last would replace another one."""
    seen = set()
    for file in files:
        target = os.path.realpath(file)
        if target in seen:
            raise click.UsageError(f"two outputs go to {file}: each needs its own file")
        seen.add(target)


def _spelt(name: str) -> str:
    return "--" + name.replace("_", "-")
