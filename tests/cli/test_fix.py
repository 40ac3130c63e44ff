"""`--fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import io
import os
import re
from typing import TYPE_CHECKING, Any

import pytest
from systems import linux

from ctct_lint.fixes.results import NO_END, NO_TURN, UnfixedFault
from ctct_lint.session.files.result import FixOutcome
from ctct_lint.session.fixing import fix_output
from ctct_lint.session.fixing.fix_file import Fixing
from ctct_lint.session.fixing.fix_lines import told
from ctct_lint.session.streams.stdio import OutputError
from ctct_lint.text.source import LineIndex

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

SAFE = b"<ViewAsWebpage>no</ViewAsWebpage>"
MENDED = SAFE.replace(b"no", b"NO")
UNSAFE = b"      <Subject>Bulbs</Subject>\n"


def test_what_is_left_is_no_matter_of_fix_only(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    result = called("check", "--fix-only", slips)

    assert slips.read_bytes() == before.replace(SAFE, MENDED)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"{slips}: fixed 1 x CTC203\n")


@pytest.mark.parametrize(
    "other", ["--diff", "--statistics", "--watch", "--update-baseline"]
)
def test_fix_only_goes_with_nothing_that_reports(called: Called, other: str) -> None:
    result = called("check", "--fix-only", other, "--baseline=b.json", ".")

    assert result.exit_code == 2
    assert f"--fix-only and {other} exclude each other" in result.stderr


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
        f"{slips}: fixed 1 x CTC203\n"
        "1 fixed, 2 left in 1 file checked; 1 more with --unsafe-fixes\n"
    )


def test_unsafe_fixes_are_made_when_asked_for(called: Called, slips: Path) -> None:
    before = slips.read_bytes()
    result = called("check", "--fix", "--unsafe-fixes", slips)
    after = slips.read_bytes()

    assert after == before.replace(SAFE, MENDED).replace(UNSAFE, b"")
    assert result.stderr == (
        f"{slips}: fixed 1 x CTC203, 1 x CTC205\n2 fixed, 1 left in 1 file checked\n"
    )


@pytest.mark.parametrize("option", ["--unsafe-fixes", "--show-fixes"])
def test_what_is_about_fixes_alone_is_refused(
    called: Called, slips: Path, option: str
) -> None:
    before = slips.read_bytes()
    result = called("check", option, slips)

    assert slips.read_bytes() == before
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        f"Error: {option} needs --fix, which makes them, or --diff, which shows what "
        "they would change\n"
    )


@pytest.mark.parametrize(
    ("option", "verb"), [("--fix", "fixed"), ("--diff", "would fix")]
)
def test_each_fix_is_shown_with_its_place_in_the_file_as_it_was(
    called: Called, slips: Path, option: str, verb: str
) -> None:
    result = called("check", option, "--unsafe-fixes", "--show-fixes", slips)

    assert result.stderr.splitlines()[:3] == [
        f"{slips}: {verb} 1 x CTC203, 1 x CTC205",
        "  12:8 CTC205 remove the second `Subject`",
        "  13:22 CTC203 write `NO`",
    ]


def test_nothing_is_said_of_fixes_where_only_diagnostics_are_wanted(
    called: Called, slips: Path
) -> None:
    assert called("check", "--fix", "--quiet", slips).stderr == ""


def test_a_fix_that_is_not_made_says_why_and_how_many_more(
    called: Called, slips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ctct_lint.fixes import rounds, trial

    real = trial.try_together

    def harmful(*all_: Any) -> trial.Trial:
        return real(*all_)._replace(unexplained="it would bring\x1b CTC207, x")

    monkeypatch.setattr(rounds, "try_together", harmful)
    why = "CTC203 not fixed: it would bring\\x1b CTC207, x"
    text = slips.read_text("utf-8")
    slips.write_text(text.replace("<P", "<!-- -->\n<P"), "utf-8")

    for option in ("--fix", "--diff"):
        result = called("check", option, slips)
        assert result.stderr.splitlines()[:-1] == [f"{slips}:13:22: {why}"]
    assert result.stdout == ""


@pytest.mark.parametrize(("each", "shown"), [(False, 5), (True, 7)])
def test_so_many_reasons_of_one_file_are_told(each: bool, shown: int) -> None:
    places = LineIndex("\n" * 9)
    unmade = tuple(
        UnfixedFault("CTC203", "why", places.position(n), places.position(n + 1))
        for n in range(7)
    )
    lines = list(told("::a.xml", FixOutcome(unmade=unmade), would=False, each=each))

    assert lines[:shown] == [
        f"\\x3a:a.xml:{n + 1}:1: CTC203 not fixed: why" for n in range(shown)
    ]
    assert lines[shown:] == (
        [] if each else ["\\x3a:a.xml: 2 more not fixed (--show-fixes tells why)"]
    )


def test_that_there_was_no_turn_for_all_is_told_once() -> None:
    at = LineIndex("\n").position(0)
    unmade = tuple(UnfixedFault("CTC107", NO_TURN, at, at) for _ in range(9))
    mending = FixOutcome(unmade=(*unmade, UnfixedFault("CTC203", "why", at, at)))

    assert list(told("a.xml", mending, would=False, each=False)) == [
        "a.xml:1:1: CTC203 not fixed: why",
        f"a.xml: not all fixed: {NO_TURN}",
    ]
    each = list(told("a.xml", mending, would=False, each=True))
    assert each[0] == f"a.xml:1:1: CTC107 not fixed: {NO_TURN}"
    assert len(each) == 10


def test_that_none_of_it_could_be_verified_is_told() -> None:
    at = LineIndex("\n").position(0)
    mending = FixOutcome(unmade=(UnfixedFault("CTC107", NO_END, at, at),))

    assert list(told("a.xml", mending, would=False, each=False)) == [
        f"a.xml: not fixed: {NO_END}"
    ]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.xml"
    path.write_bytes(b"<a>" + b"&" * 4000 + b"<b c=1/></a>")
    return path


CHECKED = (
    "101 errors, 1 note, 3,900 more not shown in 1 file checked; "
    "at least 101 fixable with --fix\n"
)
FIXED = (
    "{0}: fixed 1000 x CTC107, 1 x CTC111\n"
    f"{{0}}: not all fixed: {NO_TURN}\n"
    "1,001 fixed, 3,001 left in 1 file checked; run it again to fix more\n"
)
WOULD_BE = (
    "{0}: would fix 1000 x CTC107, 1 x CTC111\n"
    f"{{0}}: not all fixed: {NO_TURN}\n"
    "1,001 would be fixed, 3,001 left in 1 file checked; more runs would fix more\n"
)


@pytest.mark.parametrize(
    ("options", "said"), [([], CHECKED), (["--fix"], FIXED), (["--diff"], WOULD_BE)]
)
def test_what_is_not_shown_is_counted(
    called: Called, many: Path, options: list[str], said: str
) -> None:
    result = called("check", *options, many)

    assert result.stderr == said.format(many)


def test_further_runs_fix_all(called: Called, many: Path) -> None:
    for _ in range(3):
        result = called("check", "--fix", "--select=CTC1", many)

    assert many.read_bytes() == b"<a>" + b"&amp;" * 4000 + b'<b c="1"/></a>'
    assert result.stderr == (
        f"{many}: fixed 1500 x CTC107\n1,500 fixed, 0 left in 1 file checked\n"
    )


def test_what_is_told_but_not_selected_is_not_mended(
    called: Called, good: Path
) -> None:
    data = good.read_bytes().replace(b"<Subject>", b"<Subject>Rye & ")
    good.write_bytes(data)

    result = called("check", "--fix", "--select=CTC2", good)

    assert good.read_bytes() == data
    assert (result.exit_code, result.stdout.count("error[CTC107]")) == (1, 1)


def test_of_many_that_are_not_selected_the_rest_is_counted(
    called: Called, many: Path
) -> None:
    given = many.read_bytes()
    result = called("check", "--fix", "--select=CTC2", many)

    assert many.read_bytes() == given
    assert result.stdout == called("check", "--select=CTC2", many).stdout


def test_status_is_that_of_what_is_left(called: Called, good: Path) -> None:
    data = good.read_bytes()
    good.write_bytes(data.replace(b"<ViewAsWebpage>NO", b"<ViewAsWebpage>no"))
    assert called("check", good).exit_code == 1

    result = called("check", "--fix", good)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("\n1 fixed, 0 left in 1 file checked\n")
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
    assert shown.stderr == (
        f"{slips}: would fix 1 x CTC203\n"
        "1 would be fixed, 0 left in 1 file checked; 3 known from the baseline\n"
    )
    assert result.stderr == (
        f"{slips}: fixed 1 x CTC203\n"
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
        f"{slips}: would fix 1 x CTC203\n"
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
    fix_output._write_diff(stream, lines, color=True)

    assert stream.getvalue() == "\x1b[32m+       x\\x1b[2J\x1b[0m\n y\n"


COMMAND = "<Subject>The\n ::error::first tulips are up</Subject>"


@pytest.fixture
def with_command(slips: Path) -> Path:
    """Return a document with a line beside a slip that is a command of GitHub."""
    text = re.sub("<Subject>.*</Subject>", COMMAND, slips.read_text("utf-8"))
    slips.write_text(text, "utf-8")
    return slips


def test_diff_in_a_workflow_of_github_has_no_commands(
    called: Called, with_command: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    diff = called("check", "--diff", with_command).stdout
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    first, *lines, last = called("check", "--diff", with_command).stdout.splitlines()

    assert "  ::error::first tulips are up</Subject>" in lines
    assert lines == diff.splitlines()
    word = last.strip(":")
    assert (first, last) == (f"::stop-commands::{word}", f"::{word}::")
    assert word not in diff


def test_other_diffs_in_a_workflow_of_github_are_as_elsewhere(
    called: Called, slips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert called("check", "--diff", slips).stdout.startswith("--- a/")


@pytest.fixture
def outside(slips: Path) -> Path:
    """Return a document that no folder of the test has but by a link."""
    path = slips.parents[1] / "elsewhere" / "o.xml"
    path.parent.mkdir()
    path.write_bytes(slips.read_bytes())
    return path


def not_fixed(link: Path, outside: Path) -> str:
    return f"{link}: not fixed: it leads to {outside}, outside of what was named\n"


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_link_out_of_the_folder_is_checked_and_not_written_through(
    called: Called, slips: Path, outside: Path, option: str
) -> None:
    before = outside.read_bytes()
    folder = slips.parent / "links"
    folder.mkdir()
    link = folder / "link.xml"
    link.symlink_to(outside)
    result = called("check", option, "--output-format=concise", folder)

    assert result.stderr.startswith(not_fixed(link, outside))
    assert result.stdout.count("\n") == (3 if option == "--fix" else 0)
    assert outside.read_bytes() == before
    assert link.is_symlink()


def test_a_link_that_is_named_is_not_what_it_leads_to(
    called: Called, slips: Path, outside: Path
) -> None:
    link = slips.with_name("link.xml")
    link.symlink_to(outside)
    result = called("check", "--fix", link)

    assert result.stderr.startswith(not_fixed(link, outside))
    assert MENDED not in outside.read_bytes()


def test_a_link_in_a_row_of_links_is_followed_to_its_end(
    called: Called, slips: Path, outside: Path
) -> None:
    first, second = slips.with_name("1.xml"), slips.with_name("2.xml")
    second.symlink_to(outside)
    first.symlink_to(second)

    assert not_fixed(first, outside) in called("check", "--fix", slips.parent).stderr
    assert MENDED not in outside.read_bytes()


@pytest.mark.parametrize("named", ["elsewhere", "elsewhere/o.xml", "."])
def test_what_a_link_leads_to_is_written_once_if_it_was_named_too(
    called: Called, slips: Path, outside: Path, named: str
) -> None:
    link = slips.with_name("link.xml")
    link.symlink_to(outside)
    result = called("check", "--fix", link, named)

    assert f"{link}: fixed 1 x CTC203\n" in result.stderr
    assert "o.xml: fixed" not in result.stderr
    assert MENDED in outside.read_bytes()
    assert link.is_symlink()


def test_a_folder_that_is_named_by_a_link_is_that_folder(
    called: Called, outside: Path, tmp_path: Path
) -> None:
    link = tmp_path / "current"
    link.symlink_to(outside.parent)
    called("check", "--fix", "current")
    assert MENDED in outside.read_bytes()

    outside.write_bytes(outside.read_bytes().replace(MENDED, SAFE))
    called("check", "--fix", "current/o.xml")
    assert MENDED in outside.read_bytes()


def test_a_folder_with_the_same_start_of_its_name_is_another(
    called: Called, slips: Path, outside: Path
) -> None:
    beside = outside.parent.with_name("elsewhere2")
    beside.mkdir()
    (beside / "link.xml").symlink_to(outside)
    (outside.parent.with_name("else")).mkdir()
    (outside.parent.with_name("else") / "link.xml").symlink_to(outside)

    assert (
        called("check", "--fix", "elsewhere2", "else").stderr.count("outside of") == 2
    )
    assert MENDED not in outside.read_bytes()
    assert slips.exists()


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
        return rounds.Mended(data, (), (), (), 0, rounds.INEXACT)

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

    assert result.stderr.splitlines() == [
        *(f"{path}: fixed 1 x CTC203" for path in paths),
        "40 fixed, 80 left in 40 files checked; 40 more with --unsafe-fixes",
    ]
    assert {path.read_bytes() for path in paths} == {data.replace(SAFE, MENDED)}


@linux
def test_full_disk_while_the_document_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(fix_output, "stdout", lambda: full)
        with pytest.raises(OutputError, match="no space left"):
            fix_output._write_document(b"x")
        os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())


def test_reader_that_goes_away_is_no_output_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, write = os.pipe()
    os.close(read)
    with open(write, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(fix_output, "stdout", lambda: gone)
        with pytest.raises(BrokenPipeError):
            fix_output._write_document(b"x")
        os.dup2(os.open(os.devnull, os.O_WRONLY), gone.fileno())


def test_which_fixes_are_wanted() -> None:
    assert {a.value for a in Fixing().wanted} == {"safe"}
    assert {a.value for a in Fixing(unsafe=True).wanted} == {
        "safe",
        "unsafe",
    }
