"""`--fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from ctct_lint.cli import mended
from ctct_lint.cli.outputs import OutputError
from ctct_lint.engine import mend_file as mend_module

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

SAFE = b"<ViewAsWebpage>no</ViewAsWebpage>"
MENDED = SAFE.replace(b"no", b"NO")
UNSAFE = b"      <Subject>Bulbs</Subject>\n"


def test_safe_fixes_are_made_in_place(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    result = called("check", "--fix", "--output-format=concise", slips)

    assert slips.read_bytes() == before.replace(SAFE, MENDED)
    assert result.exit_code == 1
    assert [line.split("[")[1][:6] for line in result.stdout.splitlines()] == [
        "CTC205",
        "CTC203",
    ]
    assert result.stderr == (
        "1 fixed, 2 left in 1 file checked; 1 more with --unsafe-fixes\n"
    )


def test_unsafe_fixes_are_made_when_asked_for(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    result = called("check", "--fix", "--unsafe-fixes", slips)
    after = slips.read_bytes()

    assert after == before.replace(SAFE, MENDED).replace(UNSAFE, b"")
    assert result.stderr == "2 fixed, 1 left in 1 file checked\n"


def test_unsafe_fixes_alone_change_nothing_but_the_summary(
    called: Called, slips: Path
) -> None:
    before = slips.read_bytes()
    result = called("check", "--unsafe-fixes", slips)

    assert slips.read_bytes() == before
    assert result.stderr.endswith("; 2 fixable with --fix --unsafe-fixes\n")


def test_status_is_that_of_what_is_left(called: Called, good: Path) -> None:
    data = good.read_bytes()
    good.write_bytes(data.replace(b"<ViewAsWebpage>NO", b"<ViewAsWebpage>no"))
    assert called("check", good).exit_code == 1

    result = called("check", "--fix", good)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 fixed, 0 left in 1 file checked\n"
    assert good.read_bytes() == data


ALL = ("check", "--fix", "--unsafe-fixes", "--baseline=base.json")


def test_what_a_baseline_knows_is_not_mended(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    called("check", "--baseline=base.json", "--update-baseline", slips)
    known = called(*ALL, slips)

    assert (known.exit_code, known.stdout) == (0, "")
    assert known.stderr == (
        "0 fixed, 0 left in 1 file checked; 3 known from the baseline\n"
    )
    assert slips.read_bytes() == before


def test_what_is_new_is_mended_beside_it(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    called("check", "--baseline=base.json", "--update-baseline", slips)
    new = b"<IncludeForwardEmail>no</"
    right = new.replace(b"no", b"NO")
    assert before.count(right) == 1
    slips.write_bytes(before.replace(right, new))
    shown = called(*("check", "--diff", "--baseline=base.json"), slips)
    result = called(*ALL, slips)

    assert shown.stdout.count("\n-") == shown.stdout.count("\n+ ") == 1
    assert shown.stderr.startswith("1 would be fixed, 0 left in 1 file checked; 3 k")
    assert result.stderr == (
        "1 fixed, 0 left in 1 file checked; 3 known from the baseline\n"
    )
    assert slips.read_bytes() == before


def test_of_findings_of_one_sort_the_last_are_mended(
    called: Called, good: Path
) -> None:
    """Of three elements that stand too often the baseline knows one."""
    once = b"      <Subject>Bulbs</Subject>\n"
    data = good.read_bytes()
    end = data.index(b"</FromName>\n") + len(b"</FromName>\n")
    good.write_bytes(data[:end] + once + data[end:])
    called("check", "--baseline=base.json", "--update-baseline", good)
    more = once + once.replace(b"Bulbs", b"Seeds")
    good.write_bytes(data[:end] + more + data[end:])
    result = called(*ALL, good)

    assert "1 fixed, 0 left in 1 file checked; 1 known" in result.stderr
    assert good.read_bytes() == data[:end] + once + data[end:]


def test_baseline_that_is_not_there_stops_the_fixing(
    called: Called, slips: Path
) -> None:
    before = slips.read_bytes()
    result = called(*ALL, slips)

    assert result.exit_code == 2
    assert result.stderr == (
        "ctct-lint: cannot read base.json: no such file; --update-baseline makes it\n"
    )
    assert slips.read_bytes() == before


def test_clean_file_is_not_touched(called: Called, good: Path) -> None:
    before = good.stat()
    result = called("check", "--fix", good)

    assert result.stderr == "0 fixed, 0 left in 1 file checked\n"
    assert good.stat().st_mtime_ns == before.st_mtime_ns
    assert good.stat().st_ino == before.st_ino


def test_what_is_not_selected_is_not_mended(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    called("check", "--fix", "--ignore=CTC203", slips)

    assert slips.read_bytes() == before


def test_stdin_goes_to_stdout_and_what_is_left_to_stderr(
    called: Called, slips: Path
) -> None:
    data = slips.read_bytes().replace(b"\n", b"\r\n")
    result = called("check", "--fix", "--output-format=concise", "-", data=data)

    assert result.exit_code == 1
    assert result.stdout_bytes == data.replace(SAFE, MENDED)
    assert "<stdin>:15:21: error[CTC203] `choose_one` is not" in result.stderr
    assert result.stderr.endswith(
        "1 fixed, 2 left in 1 file checked; 1 more with --unsafe-fixes\n"
    )


@pytest.mark.parametrize("data", [b"\xff\xfe\0\0", b""])
def test_stdin_that_cannot_be_mended_is_passed_on(called: Called, data: bytes) -> None:
    assert called("check", "--fix", "-", data=data).stdout_bytes == data


def test_stdin_mended_and_clean(called: Called, good: Path) -> None:
    data = good.read_bytes()

    assert called("check", "--fix", "-", data=data).stdout_bytes == data


DIFF = """\
--- a/{name}
+++ b/{name}
@@ -10,7 +10,7 @@
       <Subject>Tulip bulbs are in</Subject>
       <FromName>Green Leaf Nursery</FromName>
       <Subject>Bulbs</Subject>
-      <ViewAsWebpage>no</ViewAsWebpage>
+      <ViewAsWebpage>NO</ViewAsWebpage>
       <PermissionReminder>NO</PermissionReminder>
       <GreetingName>choose_one</GreetingName>
       <OrganizationName>Green Leaf Nursery</OrganizationName>
"""


def test_diff_shows_what_fix_would_do_and_does_it_not(
    called: Called, slips: Path
) -> None:
    before = slips.read_bytes()
    result = called("check", "--diff", slips)

    assert result.exit_code == 1
    assert result.stdout == DIFF.format(name=str(slips).lstrip("/"))
    assert result.stderr == (
        "1 would be fixed, 2 left in 1 file checked; 1 more with --unsafe-fixes\n"
    )
    assert slips.read_bytes() == before


def test_diff_of_stdin(called: Called, slips: Path) -> None:
    result = called("check", "--diff", "-", data=slips.read_bytes())

    assert result.stdout == DIFF.format(name="<stdin>")


@pytest.mark.parametrize(
    ("options", "status"), [([], 1), (["--exit-zero"], 0), (["--select=CTC205"], 0)]
)
def test_status_says_whether_there_is_a_diff(
    called: Called, slips: Path, options: list[str], status: int
) -> None:
    assert called("check", "--diff", slips, *options).exit_code == status


def test_diff_with_a_file_that_is_missing_is_status_2(
    called: Called, slips: Path
) -> None:
    assert called("check", "--diff", slips, "missing.xml").exit_code == 2


def test_diff_is_colored(called: Called, slips: Path) -> None:
    lines = called("check", "--diff", "--color=always", slips).stdout.splitlines()

    assert lines[0].startswith("\x1b[1m--- a/")
    assert lines[2] == "\x1b[36m@@ -10,7 +10,7 @@\x1b[0m"
    assert lines[6:8] == [
        "\x1b[31m-      <ViewAsWebpage>no</ViewAsWebpage>\x1b[0m",
        "\x1b[32m+      <ViewAsWebpage>NO</ViewAsWebpage>\x1b[0m",
    ]
    assert lines[3].startswith("       <Subject>")


def test_diff_on_a_terminal_shows_nothing_that_acts() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    lines = (("added", "+\tx\x1b[2J\r\n"), ("context", " y\n"))
    mended._write_diff(stream, lines, color=True)

    assert stream.getvalue() == "\x1b[32m+       x\\x1b[2J\x1b[0m\n y\n"


def test_read_only_file_is_left_alone(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    slips.chmod(0o444)
    result = called("check", "--fix", "--output-format=concise", slips)

    assert result.exit_code == 2
    assert result.stderr.startswith(
        f"ctct-lint: cannot write {slips}: the file is read-only\n"
    )
    assert result.stdout.count("\n") == 3
    assert slips.read_bytes() == before


def test_reason_why_nothing_can_be_mended_is_said(
    called: Called, slips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ctct_lint.fixes import rounds

    def refuse(data: bytes, *_: object) -> rounds.Mended:
        return rounds.Mended(data, (), (), 0, rounds.INEXACT)

    monkeypatch.setattr(rounds, "mend", refuse)
    result = called("check", "--fix", slips)

    assert result.exit_code == 2
    assert f"cannot fix {slips}: {rounds.INEXACT}" in result.stderr


def test_several_processes_mend_too(called: Called, slips: Path) -> None:
    data = slips.read_bytes()
    paths = [slips.with_name(f"{n}.xml") for n in range(40)]
    for path in paths:
        path.write_bytes(data)
    result = called("check", "--fix", "--jobs=2", "--statistics", *paths)

    assert result.stderr.startswith("40 fixed, 80 left in 40 files checked")
    assert {path.read_bytes() for path in paths} == {data.replace(SAFE, MENDED)}


def test_full_disk_while_the_document_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(mended, "stdout", lambda: full)
        with pytest.raises(OutputError, match="no space left"):
            mended._write_document(b"x")
        os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())


def test_reader_that_goes_away_is_no_output_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, write = os.pipe()
    os.close(read)
    with open(write, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(mended, "stdout", lambda: gone)
        with pytest.raises(BrokenPipeError):
            mended._write_document(b"x")
        os.dup2(os.open(os.devnull, os.O_WRONLY), gone.fileno())


def test_which_fixes_are_wanted() -> None:
    assert {a.value for a in mend_module.Fixing().wanted} == {"safe"}
    assert {a.value for a in mend_module.Fixing(unsafe=True).wanted} == {
        "safe",
        "unsafe",
    }
