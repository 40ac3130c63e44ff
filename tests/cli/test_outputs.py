"""Several formats in one run, to stdout and to files that are whole or not there."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT
from said import codes
from systems import linux, posix

from ctct_lint.output.context import RenderContext
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.style import Style
from ctct_lint.session.files import own_reports
from ctct_lint.session.files.own_reports import passing_over
from ctct_lint.session.reports.render import render
from ctct_lint.session.streams import output_files
from ctct_lint.session.streams.output_files import OutputFiles, write_whole
from ctct_lint.session.streams.progress import Progress
from ctct_lint.session.streams.stdio import OutputError, flush, stdout, write
from ctct_lint.session.streams.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Called, Program

CODES = ["CTC401", "CTC405", "CTC203"]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_output_file_takes_what_stdout_would_show(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    shown = called("check", "--output-format=json", bad)
    written = called("check", "--output-format=json", "-o", "out.json", bad)

    assert (written.exit_code, written.stdout) == (1, "")
    assert (tmp_path / "out.json").read_text("utf-8") == shown.stdout
    assert written.stderr == shown.stderr


@pytest.mark.parametrize("option", ["-o", "--output-file"])
def test_dash_is_stdout(called: Called, bad: Path, tmp_path: Path, option: str) -> None:
    shown = called("check", "--output-format=concise", bad)
    dash = called("check", "--output-format=concise", option, "-", bad)

    assert dash.stdout == shown.stdout != ""
    assert (dash.exit_code, dash.stderr) == (shown.exit_code, shown.stderr)
    assert not (tmp_path / "-").exists()


def test_every_format_has_all_reports(
    called: Called, good: Path, bad: Path, tmp_path: Path
) -> None:
    result = called(
        *("check", "--output-format=concise", good, bad),
        *("--output", "json=a.json", "--output", "junit=b=c.xml"),
        *("--output", "json-lines=d.jsonl"),
    )

    assert codes(result.stdout) == CODES
    reports = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert [len(r["diagnostics"]) for r in reports] == [0, 3]
    assert (tmp_path / "b=c.xml").read_text("utf-8").count("<testsuite ") == 2
    assert len((tmp_path / "d.jsonl").read_text("utf-8").splitlines()) == 3


def test_file_is_utf8_whatever_the_terminal_is(
    program: Program, bad: Path, tmp_path: Path
) -> None:
    text = bad.read_text("utf-8").replace("choose_one", "wähle 🍞")
    bad.write_text(text, "utf-8")
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    program("check", bad, "--output-format=concise", "-o", "out.txt", env=env)

    assert "`wähle 🍞` is not a valid" in (tmp_path / "out.txt").read_text("utf-8")


def test_file_has_no_colors_unless_they_are_asked_for(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    called("check", "-o", "plain.txt", bad)
    called("check", "-o", "colored.txt", "--color=always", bad)

    assert "\x1b" not in (tmp_path / "plain.txt").read_text("utf-8")
    assert "\x1b[1;31m" in (tmp_path / "colored.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("-o", "no/such.txt"), ("--output", "json=no/such.txt"), ("-o", "folder")],
)
def test_file_that_cannot_be_written_is_said_before_anything_is_checked(
    called: Called, bad: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "folder").mkdir()
    result = called("check", bad, *arguments)
    name = arguments[-1].rpartition("=")[2]

    assert (result.exit_code, result.stdout) == (2, "")
    reason = "is a directory" if name == "folder" else "no such file or directory"
    assert result.stderr == f"ctct-lint: cannot write {name}: {reason}\n"


def test_file_of_a_run_that_is_broken_off_stays_what_it_was(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "out.txt").write_text("before")
    result = called("check", "-o", "out.txt", "--output", "json=no/such.json", bad)

    assert result.exit_code == 2
    assert (tmp_path / "out.txt").read_text() == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mails", "out.txt"]


@posix
def test_file_keeps_its_mode_and_a_link_its_target(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    called("check", "-o", link, bad)

    assert link.is_symlink()
    assert "CTC203" in target.read_text("utf-8")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_new_file_has_the_mode_that_the_mask_leaves(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    before = os.umask(0o027)
    try:
        called("check", "-o", "out.txt", bad)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640


@posix
def test_what_is_no_regular_file_is_written_as_it_is(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with open(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), encoding="utf-8") as reader:
        assert called("check", "-o", pipe, bad).exit_code == 1

        assert "error[CTC203]" in reader.read()
    assert pipe.is_fifo()


def write_all(target: Target, text: str) -> None:
    target.write(text)
    target.flush()


@linux
@pytest.mark.parametrize("text", ["x" * 100_000, "x"])
def test_one_file_is_written_whole_or_not_at_all(text: str, tmp_path: Path) -> None:
    write_whole(str(tmp_path / "new"), text)
    with pytest.raises(OutputError, match="cannot write /dev/full: no space left"):
        write_whole("/dev/full", text)

    assert contents(tmp_path) == {str(tmp_path / "new"): text.encode()}


@linux
def test_full_disk_is_said_and_no_file_replaced(tmp_path: Path) -> None:
    style = Style(color=False, columns=100)
    with OutputFiles() as files:
        files.open("full", "/dev/full", "never").write("x")
        with pytest.raises(OutputError, match="/dev/full: no space left on device"):
            files.keep()
    for text in ("x" * 100_000, "x"):
        with open("/dev/full", "w", encoding="utf-8") as stream:
            target = Target("full", stream, "stdout", style)
            with pytest.raises(OutputError, match="cannot write stdout: no space left"):
                write_all(target, text)
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("json", "write it as FORMAT=FILE"),
        ("json=", "write it as FORMAT=FILE"),
        ("bread=x", "with one of full, concise"),
        ("json=-", "'json=-': use --output-format for stdout"),
    ],
)
def test_output_that_is_no_pair_is_wrong_usage(
    called: Called, given: str, says: str
) -> None:
    result = called("check", "--output", given)

    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", "json=r", "--output", "html=r"),
        ("-o", "mails/../r", "--output", "json=r"),
        ("-o", "link", "--output", "json=r"),
    ],
)
def test_two_outputs_to_one_file_are_wrong_usage(
    called: Called, bad: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "r").write_text("before")
    (tmp_path / "link").symlink_to("r")
    result = called("check", bad, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: two outputs go to r: each needs its own file\n" in result.stderr
    assert (tmp_path / "r").read_text() == "before"


@pytest.mark.usefixtures("slips")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-o", "mails/b.xml", "mails/b.xml"), "mails/b.xml: {} mails/b.xml"),
        (("--fix", "-o", "mails/b.xml", "mails"), "mails/b.xml: {} mails/b.xml"),
        (("--output=json=mails/a/z.XML", "mails"), "mails/a/z.XML: {} mails/a/z.XML"),
        (("-o", "new", "--output=json=link", "mails"), "link: {} mails/b.xml"),
        (("--output", "json=same", "gone", "mails"), "same: {} mails/b.xml"),
        (("-o", "mails/b.xml", "link.xml"), "mails/b.xml: {} link.xml"),
    ],
)
def test_document_is_not_replaced_by_its_report(
    called: Called, bad: Path, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    """Nothing is written at all, neither a report nor what `--fix` would mend."""
    for name in ("link", "link.xml"):
        (tmp_path / name).symlink_to(bad)
    (tmp_path / "same").hardlink_to(bad)
    before = contents(tmp_path)
    result = called("check", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    said = says.format("it would replace") + ", which is to be checked"
    assert result.stderr == f"ctct-lint: cannot write {said}\n"
    assert contents(tmp_path) == before


def test_document_on_stdin_is_not_replaced_by_its_report(
    tmp_path: Path, bad: Path
) -> None:
    before = contents(tmp_path)
    with bad.open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-m", "ctct_lint", "check", "-o", bad, "-"],
            stdin=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            check=False,
        )

    assert (done.returncode, done.stdout) == (2, "")
    why = "it would replace <stdin>, which is to be checked"
    assert done.stderr == f"ctct-lint: cannot write {bad}: {why}\n"
    assert contents(tmp_path) == before


def test_report_may_replace_what_is_not_checked(called: Called, folder: Path) -> None:
    """An excluded file, say the report of the run before, next to documents."""
    report = folder / "report.xml"
    report.write_text("before")
    arguments = ("check", "--output", f"junit={report}", "--exclude", report.name)
    empty = folder / "c"
    result = called(*arguments, empty, folder)

    assert result.exit_code == 2
    assert result.stderr.startswith(
        f"ctct-lint: cannot find a document in {empty}: no *.xml file"
    )
    assert report.read_text("utf-8").count("<testcase ") > 3


@pytest.mark.parametrize("format_", ["junit", "checkstyle"])
def test_report_in_a_folder_that_is_checked_is_no_document(
    called: Called, folder: Path, format_: str
) -> None:
    report = folder / "report.xml"
    first = called("check", "--output", f"{format_}={report}", folder)
    written = report.read_text("utf-8")
    again = called("check", "--output", f"{format_}={report}", folder)

    assert first.stderr == again.stderr
    assert " in 3 files checked" in again.stderr
    assert (first.exit_code, again.exit_code) == (1, 1)
    assert report.read_text("utf-8") == written


def test_report_is_passed_over_whatever_its_name_and_what_is_excluded_too(
    called: Called, folder: Path, tmp_path: Path
) -> None:
    (folder / "report.xml").touch()
    (tmp_path / "link").symlink_to(folder / "report.xml")
    arguments = ("check", "-o", "link", "--output-format=checkstyle")
    for _ in range(2):
        result = called(*arguments, "--exclude=b.xml", "mails/../mails")
        assert " in 2 files checked" in result.stderr
    assert (folder / "report.xml").read_text("utf-8").count("<file ") == 1


@pytest.mark.parametrize("data", ["<entry/>", "<testsuites_/>", "{}", "<?xml ?>oven"])
def test_file_with_anything_else_is_not_replaced(
    called: Called, folder: Path, data: str
) -> None:
    report = folder / "report.xml"
    report.write_text(data)
    result = called("check", "--output", f"junit={report}", folder)

    assert result.exit_code == 2
    why = f"it would replace {report}, which is to be checked"
    assert result.stderr == f"ctct-lint: cannot write {report}: {why}\n"
    assert report.read_text("utf-8") == data


def test_report_that_is_named_is_a_document(called: Called, folder: Path) -> None:
    report = folder / "report.xml"
    called("check", "--output", f"junit={report}", folder)
    result = called("check", "--output", f"junit={report}", folder, report)

    assert result.exit_code == 2
    assert "which is to be checked" in result.stderr


def test_file_that_cannot_be_read_is_not_taken_for_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "r.xml"
    report.touch()

    def excluded(folder: str) -> None:
        del folder

    assert passing_over([str(report)], excluded)(str(tmp_path)) is not None
    assert passing_over([str(tmp_path)], excluded) is excluded
    assert passing_over([str(report)], excluded)(str(tmp_path / "below")) is None

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(own_reports, "open", refuse, raising=False)
    assert passing_over([str(report)], excluded) is excluded


def test_sigterm_leaves_no_temporary_file(tmp_path: Path, bad: Path) -> None:
    """Stdin never ends, so that the run is still on when the signal comes."""
    command = [sys.executable, "-m", "ctct_lint", "check", "-o", "out.txt", bad, "-"]
    with subprocess.Popen(
        [*command, "--output", "concise=/dev/stdout"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
    ) as process:
        while not any(p.name.startswith(".out.txt-") for p in tmp_path.iterdir()):
            assert process.poll() is None
        process.terminate()
        process.communicate()

    assert process.returncode == -signal.SIGTERM
    assert [p.name for p in tmp_path.iterdir()] == ["mails"]


def test_files_are_dropped_before_the_signal_does_its_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    killed: list[tuple[int, list[str], object]] = []

    def kill(_: int, number: int) -> None:
        left = [p.name for p in tmp_path.iterdir()]
        killed.append((number, left, signal.getsignal(signal.SIGTERM)))

    monkeypatch.setattr(os, "kill", kill)
    before = signal.getsignal(signal.SIGTERM)
    with OutputFiles() as files:
        files.open("full", str(tmp_path / "out.txt"), "never").write("x")
        files._end(signal.SIGTERM, None)

    assert killed == [(signal.SIGTERM, [], signal.SIG_DFL)]
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize("step", ["open", "chmod"])
def test_signal_while_a_file_is_opened_leaves_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, step: str
) -> None:
    killed = []
    files = OutputFiles()
    real = getattr(os, step)

    def broken_off(*arguments: object) -> object:
        done = real(*arguments)
        files._end(signal.SIGTERM, None)
        return done

    monkeypatch.setattr(os, "kill", lambda _, number: killed.append(number))
    monkeypatch.setattr(os, step, broken_off)
    with files:
        # Really, the process ends in the handler.
        with suppress(OutputError):
            files.open("full", str(tmp_path / "out.txt"), "never")
        monkeypatch.undo()

    assert killed == [signal.SIGTERM]
    assert [*tmp_path.iterdir()] == []


def test_file_that_cannot_be_opened_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chmod", refuse)
    refused = pytest.raises(OutputError, match="operation not permitted")
    with refused, OutputFiles() as files:
        files.open("full", str(tmp_path / "out.txt"), "never")

    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("text", ["x" * 100_000, "x"])
def test_reader_that_goes_away_is_no_output_error(text: str) -> None:
    read, other = os.pipe()
    os.close(read)

    def write_and_flush() -> None:
        write(gone, text)
        flush(gone)

    with open(other, "w", encoding="utf-8") as gone:
        with pytest.raises(BrokenPipeError):
            write_and_flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), gone.fileno())


def test_stdout_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError, match="cannot write stdout: it is closed"):
        stdout()


def test_signals_are_left_alone_outside_of_the_main_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("signal only works in main thread")

    monkeypatch.setattr(output_files.signal, "signal", refuse)
    with OutputFiles() as files:
        files.keep()


def test_reports_are_not_kept_for_formats_that_go_on_together() -> None:
    """Each format sees a report soon after the others have."""
    pulled = 0
    written: list[tuple[str, int]] = []

    def reports() -> Iterator[FileReport]:
        nonlocal pulled
        for number in range(50):
            pulled = number
            yield FileReport(f"{number}.xml", "file:///x", Lines(""), ())

    class Noted(Target):
        def write(self, text: str) -> None:
            del text
            written.append((self.format, pulled))

    style = Style(color=False, columns=100)
    stream = sys.stdout
    targets = [Noted(f, stream, f, style) for f in ("json", "junit")]
    progress = Progress(stream, enabled=False)
    render(reports(), targets, [RenderContext(style)] * 2, progress)
    json_at = [at for name, at in written if name == "json"]
    assert json_at[1:11] == list(range(10))
