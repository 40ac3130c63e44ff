"""What one call asks for, as it was given: nothing is read yet, nothing settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.session.errors import RequestError
from ctct_lint.session.files.find import STDIN

if TYPE_CHECKING:
    from datetime import datetime

    from ctct_lint.model.severity import Severity

AUTO = "auto"
_EXCLUDING = (
    ("operation", "schema"),
    ("operation", "profile"),
    ("operation", "schematron"),
    ("schema", "profile"),
    ("schematron", "profile"),
    ("fix", "diff"),
    ("fix_only", "diff"),
    ("fix_only", "update_baseline"),
    ("fix_only", "statistics"),
    ("fix_only", "watch"),
    ("fix", "update_baseline"),
    ("diff", "update_baseline"),
    ("diff", "statistics"),
    ("config", "isolated"),
    ("watch", "update_baseline"),
)
_OF_FIXES = ("unsafe_fixes", "show_fixes")


class Request(NamedTuple):
    """The options of `check` by their names; None and () leave it to a configuration.

    operation         what the documents are for; AUTO: decided for each
    schema            the XSD that all documents are checked with
    catalog           the OASIS XML catalog of that schema
    schematron        the Schematron schema that they are checked with
    profile           the name of the profile that they are checked with
    now               the time that schedules are compared with; None: the clock
    per_file_ignores  globs, each with the selectors that it ignores
    fix_only          is nothing said of what is left?
    outputs           further formats, each with its file
    jobs              the number of processes; None: as many as are of use
    cache             whether results are remembered, `cache_dir` where
    run_rules         may the rules of configurations be run? None: see `Overrides`
    folder            where the run takes place; "": the working folder
    """

    paths: tuple[str, ...] = ()
    operation: str | None = None
    schema: str | None = None
    catalog: str | None = None
    schematron: str | None = None
    profile: str | None = None
    now: datetime | None = None
    stdin_filename: str | None = None
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool | None = None
    respect_gitignore: bool | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    baseline: str | None = None
    update_baseline: bool = False
    fail_on: Severity | None = None
    exit_zero: bool = False
    fix: bool = False
    fix_only: bool = False
    unsafe_fixes: bool = False
    show_fixes: bool = False
    diff: bool = False
    output_format: str | None = None
    output_file: str | None = None
    outputs: tuple[tuple[str, str], ...] = ()
    max_diagnostics: int | None = None
    statistics: bool = False
    color: str = AUTO
    quiet: bool = False
    config: str | None = None
    isolated: bool = False
    jobs: int | None = None
    cache: bool | None = None
    cache_dir: str | None = None
    watch: bool = False
    run_rules: bool | None = None
    folder: str = ""


def refuse_contradictions(request: Request) -> None:
    """Raise RequestError for options that do not go together."""
    for one, other in _EXCLUDING:
        if getattr(request, one) and getattr(request, other):
            raise RequestError(f"{_spelt(one)} and {_spelt(other)} exclude each other")
    for one in _OF_FIXES:
        if getattr(request, one) and not (
            request.fix or request.fix_only or request.diff
        ):
            raise RequestError(
                f"{_spelt(one)} needs --fix, which makes them, or --diff, which shows "
                "what they would change"
            )
    if request.catalog and not request.schema:
        raise RequestError(
            "--catalog needs --schema, whose files it finds; a profile names its own"
        )
    if request.watch and STDIN in request.paths:
        raise RequestError("--watch needs files: stdin ('-') does not change")


def _spelt(name: str) -> str:
    return "--" + name.replace("_", "-")
