"""What only shows inside: progress, terminals, failures that must not happen."""

from __future__ import annotations

import errno
import io
import os
import runpy
import signal
import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from systems import posix

from ctct_lint.cli import main, run
from ctct_lint.cli.program import cli
from ctct_lint.engine.lint import Linter, Outcome, Steps
from ctct_lint.model.diagnostic import Severity
from ctct_lint.session.files.find import find_inputs
from ctct_lint.session.files.input import Input, NoInput
from ctct_lint.session.reports.tally import Tally, summary
from ctct_lint.session.streams import progress as progress_module
from ctct_lint.session.streams import terminal
from ctct_lint.session.streams.alarm import repeating
from ctct_lint.session.streams.progress import Progress, moving
from ctct_lint.text.regular import reason

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

    from ctct_lint.config import Settings


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Full(io.StringIO):
    """A stream to a disk that has no room."""

    def flush(self) -> None:
        raise OSError


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the time: a list whose one number is now."""
    now = [100.0]
    monkeypatch.setattr(progress_module, "monotonic", lambda: now[0])
    return now


# -------------------------------------------------------------------- progress


def test_progress_shows_once_it_takes_long(clock: list[float]) -> None:
    stream = Terminal()
    progress = Progress(stream, enabled=True)

    progress.step(10)
    clock[0] += 0.9
    progress.step(900)
    assert stream.getvalue() == ""

    clock[0] += 0.2
    progress.step(1100)
    assert stream.getvalue() == "\r\x1b[Kchecked 1,100 files |"


def test_progress_is_written_ten_times_a_second_at_most(clock: list[float]) -> None:
    stream = Terminal()
    progress = Progress(stream, enabled=True)
    clock[0] += 2
    for number in range(5):
        progress.step(number)
        clock[0] += 0.06

    assert stream.getvalue().count("checked") == 3


def test_progress_is_erased_before_other_output(clock: list[float]) -> None:
    stream = Terminal()
    progress = Progress(stream, enabled=True)
    progress.clear()
    assert stream.getvalue() == ""

    clock[0] += 2
    progress.step(3)
    progress.clear()
    progress.clear()
    assert stream.getvalue() == "\r\x1b[Kchecked 3 files |\r\x1b[K"


def test_progress_does_not_come_back_at_once(clock: list[float]) -> None:
    stream = Terminal()
    progress = Progress(stream, enabled=True)
    clock[0] += 2
    progress.clear()
    progress.step(3)
    assert stream.getvalue() == ""

    clock[0] += 0.2
    progress.step(3)
    assert stream.getvalue() != ""


def test_progress_lets_an_unfinished_line_stand(clock: list[float]) -> None:
    stream = Terminal()
    progress = Progress(stream, enabled=True)
    clock[0] += 2
    progress.clear("[")
    clock[0] += 2
    progress.step(3)
    assert stream.getvalue() == ""

    progress.clear("]\n")
    clock[0] += 2
    progress.step(4)
    assert stream.getvalue() == "\r\x1b[Kchecked 4 files |"


@posix
def test_progress_moves_while_one_file_takes_its_time_and_leaves_nothing(
    clock: list[float],
) -> None:
    stream = Terminal()
    before = signal.getsignal(signal.SIGALRM)
    with moving(stream, enabled=True) as progress:
        progress.step(3)
        for _ in range(5):
            clock[0] += 2
            signal.raise_signal(signal.SIGALRM)
    erase = "\r\x1b[K"

    assert stream.getvalue() == (
        "".join(f"{erase}checked 3 files {sign}" for sign in "|/-\\|") + erase
    )
    assert signal.getsignal(signal.SIGALRM) == before


def test_progress_leaves_nothing_when_the_run_is_broken_off(
    clock: list[float],
) -> None:
    stream = Terminal()

    def break_off() -> None:
        with moving(stream, enabled=True) as progress:
            clock[0] += 2
            progress.step(1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()

    assert stream.getvalue().endswith("|\r\x1b[K")


@posix
def test_an_alarm_that_cannot_be_told_is_no_matter() -> None:
    def fail() -> None:
        raise OSError

    with repeating(fail, 1000, 1000):
        signal.raise_signal(signal.SIGALRM)


def test_where_no_signal_comes_progress_still_steps(
    clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run() -> None:
        with moving(stream, enabled=True) as progress:
            clock[0] += 2
            progress.step(1)

    stream = Terminal()
    thread = Thread(target=run)
    thread.start()
    thread.join()
    assert stream.getvalue() == "\r\x1b[Kchecked 1 file |\r\x1b[K"

    monkeypatch.setattr("sys.platform", "win32")
    run()
    assert stream.getvalue().count("checked") == 2


@pytest.mark.parametrize(
    ("stream", "enabled"), [(io.StringIO, True), (Terminal, False)]
)
def test_no_progress_without_a_terminal_or_when_quiet(
    clock: list[float], stream: type[io.StringIO], enabled: bool
) -> None:
    written = stream()
    progress = Progress(written, enabled=enabled)
    clock[0] += 100
    progress.step(3)

    assert written.getvalue() == ""


# -------------------------------------------------------------------- terminals


@pytest.mark.parametrize(
    ("term", "colored"), [("xterm-256color", True), ("dumb", False)]
)
def test_terminal_is_colored_unless_it_is_dumb(
    monkeypatch: pytest.MonkeyPatch, term: str, colored: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", "72")

    style = terminal.style_for(Terminal(), "auto")

    assert (style.color, style.width) == (colored, 72)


@pytest.mark.parametrize("columns", [None, "wide"])
def test_width_is_that_of_the_terminal_or_a_hundred(
    monkeypatch: pytest.MonkeyPatch, columns: str | None
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    stream = Terminal()
    assert terminal.style_for(stream, "never").width == 100

    monkeypatch.setattr(stream, "fileno", lambda: 1)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((64, 9)))
    assert terminal.style_for(stream, "never").width == 64


@pytest.mark.parametrize(
    ("name", "value", "colored"),
    [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("FORCE_COLOR", "1", True)],
)
def test_environment_decides_on_color(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, colored: bool
) -> None:
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)

    assert terminal.style_for(Terminal(), "auto").color is colored


def test_selector_that_no_rule_has_in_process(called: Called, bad: Path) -> None:
    result = called("check", "--select", "CTC4,,oven", bad)

    assert result.exit_code == 2
    assert "no rule has the code or name 'oven'" in result.stderr


def test_manual_of_a_rule_for_all_operations_in_process(called: Called) -> None:
    page = called("explain", "CTC203").stdout

    assert page.startswith("# CTC203 invalid-enum-value\n\nerror, schema\n\n")


def test_output_that_is_no_terminal_is_a_hundred_columns_wide() -> None:
    assert terminal.style_for(io.StringIO(), "never").width == 100


PAGE = """# Rye bread, fresh on Fridays, and on Mondays

Rye bread, fresh on Fridays, and on Mondays
and Tuesdays, not today.

- two loaves of rye bread that are a day old
- one

Short
lines

```xml
<bread kind="rye" fresh="Fridays Mondays Tuesdays"/>

<bread kind="rye" fresh="Fridays Mondays Tuesdays"/>
```
"""
FITTED = """# Rye bread, fresh on Fridays, and on
Mondays

Rye bread, fresh on Fridays, and on
Mondays and Tuesdays, not today.

- two loaves of rye bread that are a day
old
- one

Short
lines

```xml
<bread kind="rye" fresh="Fridays Mondays Tuesdays"/>

<bread kind="rye" fresh="Fridays Mondays Tuesdays"/>
```
"""


@pytest.mark.parametrize("columns", ["40", "20"])
def test_text_is_broken_at_blanks_where_a_terminal_ends(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert terminal.fitted(PAGE, Terminal()) == FITTED
    assert terminal.fitted(PAGE, io.StringIO()) == PAGE


def test_streams_of_other_kinds_are_left_alone() -> None:
    terminal.prepare(io.StringIO())


# ---------------------------------------------------------------------- summary


@pytest.mark.parametrize(
    ("files", "found", "failed", "line"),
    [
        (0, {}, 0, "0 files checked"),
        (1, {}, 0, "1 file checked, nothing found"),
        (1, {1: 1}, 0, "1 error in 1 file checked"),
        (1234, {1: 2000, 2: 1}, 0, "2,000 errors, 1 warning in 1,234 files checked"),
        (2, {3: 1, 4: 2}, 1, "1 note, 2 hints in 2 files checked, 1 failed"),
    ],
)
def test_summary(files: int, found: dict[int, int], failed: int, line: str) -> None:
    tally = Tally()
    tally.files, tally.failed = files, failed
    tally.found.update({Severity(k): n for k, n in found.items()})

    assert summary(tally) == line


# ------------------------------------------------------------------ the commands


def test_check_in_process(called: Called, good: Path, bad: Path) -> None:
    result = called("check", "--output-format", "concise", good, bad)

    assert result.exit_code == 1
    assert result.stdout.count("\n") == 3
    assert result.stderr.startswith("2 errors, 1 warning in 2 files checked; ")


def test_full_format_in_process(called: Called, bad: Path) -> None:
    result = called("check", "--quiet", "--select=CTC203", bad)

    assert result.exit_code == 1
    assert result.stderr == ""
    assert (
        result.stdout
        == f"""error[CTC203]: `choose_one` is not a valid GreetingName
  --> {bad}:16:21
   |
16 |       <GreetingName>choose_one</GreetingName>
   |                     ^^^^^^^^^^
   |
   = help: expected one of `FirstName`, `LastName`, `FirstAndLastName`, `None`

"""
    )


def test_stdin_is_read_once_as_bytes(called: Called) -> None:
    result = called("check", "--output-format=concise", "-", data=b"\xff\xfe\0")

    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:1:1: error[CTC0")


def test_rules_and_manuals_in_process(called: Called) -> None:
    assert "missing-state" in called("rules").stdout
    page = called("explain", "missing-state").stdout
    assert page.startswith(
        "# CTC401 missing-state\n\nerror, campaign; only for create, update\n"
    )
    unknown = called("explain", "zzzzzzzzzzz")
    assert unknown.exit_code == 2
    assert "`ctct-lint rules` lists them" in unknown.stderr


def test_unknown_command_in_process(called: Called) -> None:
    assert called("bake").exit_code == 2
    assert "check" in called("--help").stdout


def test_empty_folder_and_missing_file_in_process(called: Called, folder: Path) -> None:
    result = called("check", folder / "c", "missing\x1b.xml")

    assert result.exit_code == 2
    assert "no *.xml file in this folder or below" in result.stderr
    assert "\x1b" not in result.stderr


def test_file_too_large_for_memory_is_a_file_that_cannot_be_read(
    called: Called, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_self: Input, _most: int) -> bytes:
        raise MemoryError

    monkeypatch.setattr(Input, "read_short", read)
    result = called("check", good)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"ctct-lint: cannot read {good}: not enough memory")


def test_crashed_rule_is_status_2(
    called: Called, bad: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Linter.steps
    crashed = good.read_bytes()

    def crashing(self: Linter, data: bytes, settings: Settings) -> Steps[Outcome]:
        outcome = yield from real(self, data, settings)
        return outcome._replace(crashed=data == crashed)

    monkeypatch.setattr(Linter, "steps", crashing)
    result = called("check", "--output-format=concise", good, bad)

    assert result.exit_code == 2
    assert "CTC203" in result.stdout


def test_bug_is_a_message_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError("no flour")

    monkeypatch.setattr(cli, "main", fail)
    with pytest.raises(SystemExit) as exit_:
        main(["check"])

    assert exit_.value.code == 2
    assert capsys.readouterr().err == (
        "ctct-lint: internal error: RuntimeError: no flour\n"
        "This is a bug of ctct-lint; please report it.\n"
    )


def test_help_that_cannot_be_written_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cli, "main", fail)
    with pytest.raises(SystemExit) as exit_:
        main(["--help"])

    assert exit_.value.code == 2
    told = "ctct-lint: cannot write stdout: no space left on device\n"
    assert capsys.readouterr().err == told


def test_main_exits_with_the_status(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["--version"])

    assert exit_.value.code == 0
    assert capsys.readouterr().out.startswith("ctct-lint, version ")


def test_module_that_is_imported_does_not_run() -> None:
    assert runpy.run_module("ctct_lint.__main__", run_name="imported")["run"] is run


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the statuses with which the process would have ended at once."""
    statuses: list[int] = []
    monkeypatch.setattr("os._exit", statuses.append)
    return statuses


def test_module_runs_as_a_program(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ended: list[int],
) -> None:
    monkeypatch.setattr(sys, "argv", ["ctct_lint", "--version"])
    with pytest.raises(SystemExit):
        runpy.run_module("ctct_lint", run_name="__main__")

    assert ended == [0]
    assert "version" in capsys.readouterr().out


def test_program_without_streams_ends_at_once(
    monkeypatch: pytest.MonkeyPatch, ended: list[int]
) -> None:
    monkeypatch.setattr(sys, "argv", ["ctct-lint", "check", "no such file"])
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with pytest.raises(SystemExit):
        run()
    sys.stderr.close()  # it is what stands in for none

    assert ended == [2]


def test_program_that_cannot_write_the_rest_leaves_it_to_the_end(
    monkeypatch: pytest.MonkeyPatch, ended: list[int], good: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["ctct-lint", "check", "--quiet", str(good)])
    monkeypatch.setattr(sys, "stderr", Full())
    with pytest.raises(SystemExit):
        run()

    assert ended == []


# ------------------------------------------------------------------- the inputs


def names(*paths: object) -> list[str]:
    return [found.name for found in find_inputs(map(str, paths))]


def test_folder_is_walked_in_order_of_names(folder: Path) -> None:
    expected = [str(folder / n) for n in ("a.xml", "b.xml", "a/z.XML")]

    assert names(folder) == expected
    assert names(folder / "b.xml", folder / "a") == [expected[1], expected[2]]


def test_folder_that_cannot_be_listed_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("/a"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)

    assert NoInput(str(folder / "a"), "permission denied") in list(
        find_inputs([str(folder)])
    )
    assert list(find_inputs([str(folder / "a")])) == [
        NoInput(str(folder / "a"), "permission denied")
    ]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(2, "No such file or directory"), "no such file or directory"),
        (OSError("Disk on fire"), "disk on fire"),
        (OSError(), "oserror"),
    ],
)
def test_reason_is_in_words(error: OSError, words: str) -> None:
    assert reason(error) == words
