"""The real program, from outside: exit status, stdout, stderr."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
CODES_OF_BAD = ["CTC401", "CTC405", "CTC203"]
SUMMARY_OF_BAD = "2 errors, 1 warning in 1 file checked"


def codes(concise: str) -> list[str]:
    return [line.partition("[")[2].partition("]")[0] for line in concise.splitlines()]


def check(program: Program, *arguments: object, **options: object) -> tuple[int, str]:
    done = program("check", "--output-format", "concise", *arguments, **options)
    return done.returncode, done.stdout


# ----------------------------------------------------------------- exit status


def test_good_file_is_silent_on_stdout(program: Program, good: Path) -> None:
    done = program("check", good)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 file checked, nothing found\n"


def test_bad_file_is_reported_on_stdout(program: Program, bad: Path) -> None:
    done = program("check", bad)

    assert done.returncode == 1
    assert done.stderr.partition(";")[0] == SUMMARY_OF_BAD
    assert f"  --> {bad}:16:21\n" in done.stdout
    assert "error[CTC203]: `choose_one` is not a valid GreetingName\n" in done.stdout
    assert "\x1b" not in done.stdout


def test_missing_file_does_not_stop_the_others(
    program: Program, good: Path, bad: Path
) -> None:
    done = program("check", "--output-format=concise", good, "missing.xml", bad)

    assert done.returncode == 2
    assert codes(done.stdout) == CODES_OF_BAD
    assert done.stderr.partition(";")[0] == (
        "ctct-lint: cannot read missing.xml: no such file or directory\n"
        "2 errors, 1 warning in 2 files checked, 1 failed"
    )


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_unreadable_file_does_not_stop_the_others(
    program: Program, good: Path, bad: Path
) -> None:
    good.chmod(0)
    done = program("check", "--output-format=concise", good, bad)

    assert done.returncode == 2
    assert codes(done.stdout) == CODES_OF_BAD
    assert f"cannot read {good}: permission denied" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "--operation", "delete"), "'delete' is not one of"),
        (("check", "--select", "CTC777"), "no rule has the code or name 'CTC777'"),
        (("check", "--ignore", "CTC2,oven"), "no rule has the code or name 'oven'"),
        (("check", "--nothing"), "No such option"),
        (("bake",), "No such command 'bake'"),
        (("explain", "CTC777"), "no rule has the code or name 'CTC777'"),
        (("explain", "missing-stat"), "did you mean missing-state?"),
        (("explain",), "Missing argument 'CODE|NAME'"),
    ],
)
def test_wrong_usage_is_status_2(
    program: Program, arguments: tuple[str, ...], says: str
) -> None:
    done = program(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--exit-zero"], 0),
        (["--select", "malformed-date"], 0),
        (["--select", "malformed-date", "--fail-on", "warning"], 1),
        (["--select", "malformed-date", "--fail-on", "info"], 1),
        (["--ignore", "CTC2,CTC401"], 0),
        (["--ignore", "CTC2", "--ignore", "missing-state"], 0),
        (["--operation", "response"], 0),
        (["--operation", "update"], 1),
    ],
)
def test_options_decide_on_the_status(
    program: Program, bad: Path, options: list[str], status: int
) -> None:
    assert program("check", bad, *options).returncode == status


def test_exit_zero_does_not_hide_that_the_job_was_not_done(program: Program) -> None:
    assert program("check", "missing.xml", "--exit-zero").returncode == 2


# ----------------------------------------------------------------------- stdin


def test_stdin_has_a_name_of_its_own(program: Program, bad: Path) -> None:
    status, output = check(program, "-", data=bad.read_text("utf-8"))

    assert status == 1
    assert output.startswith("<stdin>:8:6: error[CTC401] ")


def test_stdin_can_be_named(program: Program, bad: Path) -> None:
    text = bad.read_text("utf-8")
    status, output = check(program, "--stdin-filename", "x/y.xml", "-", data=text)

    assert status == 1
    assert output.startswith("x/y.xml:8:6: ")


def test_stdin_in_json_has_the_uri_stdin_or_that_of_its_name(
    program: Program, good: Path, tmp_path: Path
) -> None:
    text = good.read_text("utf-8")
    plain = program("check", "--output-format=json", "-", data=text)
    named = program(
        "check", "--output-format=json", "--stdin-filename=y.xml", "-", data=text
    )

    assert json.loads(plain.stdout) == [{"uri": "stdin:", "diagnostics": []}]
    uri = (tmp_path / "y.xml").as_uri()
    assert json.loads(named.stdout) == [{"uri": uri, "diagnostics": []}]


# --------------------------------------------------------------------- folders


def test_folder_stands_for_its_xml_files_in_order(
    program: Program, folder: Path
) -> None:
    done = program("check", "--output-format=json", folder)
    uris = [report["uri"] for report in json.loads(done.stdout)]

    assert uris == [(folder / n).as_uri() for n in ("a.xml", "b.xml", "a/z.XML")]


def test_without_a_path_the_current_folder_is_checked(
    program: Program, folder: Path
) -> None:
    status, output = check(program)

    assert status == 1
    assert {line.split(":")[0] for line in output.splitlines()} == {
        f"./{folder.name}/b.xml",
        f"./{folder.name}/a/z.XML",
    }


def test_folder_without_xml_is_status_2(program: Program, folder: Path) -> None:
    done = program("check", folder / "c")

    assert done.returncode == 2
    assert done.stderr == (
        f"ctct-lint: cannot read {folder / 'c'}: "
        "no *.xml file in this folder or below\n"
        "0 files checked, 1 failed\n"
    )


def test_hidden_file_is_checked_when_it_is_named(
    program: Program, folder: Path
) -> None:
    assert check(program, folder / ".hidden.xml")[0] == 1


# --------------------------------------------------------------------- terminal


@pytest.mark.parametrize(
    ("options", "env", "colored"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": ""}, False),
    ],
)
@pytest.mark.parametrize("output_format", ["full", "concise"])
def test_color(  # noqa: PLR0913, PLR0917 - each is a case
    program: Program,
    bad: Path,
    options: list[str],
    env: dict[str, str],
    colored: bool,
    output_format: str,
) -> None:
    done = program("check", bad, *options, "--output-format", output_format, env=env)

    assert ("\x1b[" in done.stdout) is colored
    assert "\x1b" not in done.stderr


def test_json_is_never_colored(program: Program, bad: Path) -> None:
    done = program("check", bad, "--output-format=json", "--color=always")

    assert "\x1b" not in done.stdout


def test_quiet_has_no_summary(program: Program, bad: Path) -> None:
    done = program("check", bad, "--quiet")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_ascii_terminal_gets_escapes(
    program: Program, bad: Path, output_format: str
) -> None:
    text = bad.read_text("utf-8").replace("choose_one", "wähle 🍞")
    bad.write_text(text, "utf-8")
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = program("check", bad, "--output-format", output_format, env=env)

    assert done.returncode == 1
    shown = r"w\xe4hle \U0001f35e" if output_format != "json" else "wähle 🍞"
    if output_format == "json":
        (report,) = json.loads(done.stdout)
        messages = [d["message"] for d in report["diagnostics"]]
        assert f"`{shown}` is not a valid GreetingName" in messages
    else:
        assert shown in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's pipe")
@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_reader_that_goes_away_is_no_error(
    tmp_path: Path, bad: Path, output_format: str
) -> None:
    """As in `ctct-lint check . | head -1`, with more output than a pipe holds."""
    text = bad.read_text("utf-8").replace("<Name>", "<Extra/>" * 90 + "<Name>")
    for number in range(40):
        (tmp_path / f"{number}.xml").write_text(text, "utf-8")
    command = f"{sys.executable} -m ctct_lint check --output-format {output_format} ."
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} | head -c 1"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )

    assert len(done.stdout) == 1
    assert "Traceback" not in done.stderr
    assert "rror" not in done.stderr.replace("errors", "")


# ---------------------------------------------------------------- other commands


def test_installed_command_is_the_same_program() -> None:
    command = Path(sys.executable).parent / "ctct-lint"
    done = subprocess.run([command, "--version"], capture_output=True, check=True)

    assert done.stdout.startswith(b"ctct-lint, version ")


def test_version_and_help(program: Program) -> None:
    assert program("--version").stdout.startswith("ctct-lint, version ")
    shown = program("--help").stdout
    assert all(name in shown for name in ("check", "explain", "rules"))
    assert "Exit status: 0 nothing found" in shown
    assert "--stdin-filename" in program("check", "-h").stdout


def test_rules_are_listed_a_line_each(program: Program) -> None:
    lines = program("rules").stdout.splitlines()

    assert lines == sorted(lines)
    assert len(lines) > 50
    assert all(line.startswith("CTC") for line in lines)


def test_manual_is_found_by_code_and_name(program: Program) -> None:
    by_code, by_name = program("explain", "ctc203"), program("explain", "CTC203")

    assert by_code.stdout == by_name.stdout
    assert by_code.stdout == program("explain", "invalid-enum-value").stdout
    assert by_code.stdout.startswith("# CTC203 invalid-enum-value\n\nerror, schema\n")
    assert "## How to fix it" in by_code.stdout
    assert "## Evidence\n\nstaff answer: " in by_code.stdout
