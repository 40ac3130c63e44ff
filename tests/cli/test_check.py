"""Where documents come from, what the status is, when there are colors."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from said import codes

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
CODES_OF_BAD = ["CTC401", "CTC405", "CTC203"]


def check(called: Called, *arguments: object, **options: object) -> tuple[int, str]:
    done = called("check", "--output-format", "concise", *arguments, **options)
    return done.exit_code, done.stdout


# ----------------------------------------------------------------- exit status


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_unreadable_file_does_not_stop_the_others(
    called: Called, good: Path, bad: Path
) -> None:
    good.chmod(0)
    done = called("check", "--output-format=concise", good, bad)

    assert done.exit_code == 2
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
        (("check", "--select", "CTC98"), "those that start with CTC9: CTC90, CTC91"),
        (("check", "--select", "CTC8"), "those that start with CTC: CTC0, CTC1, CTC2,"),
        (("check", "--ignore", "ctc69"), "'ctc69'; those that start with CTC6: CTC60"),
        (("check", "--ignore", "oven"), "'oven'; `ctct-lint rules` lists them"),
        (("chekc", "a.xml"), "command 'chekc'. Did you mean `ctct-lint check`?"),
        (("400",), "'400'. Did you mean `ctct-lint explain 400`?"),
        (("explan", "CTC203"), "'explan'. Did you mean `ctct-lint explain`?"),
        (("a.xml",), "'a.xml'. Did you mean `ctct-lint check a.xml`?"),
        (("A.XML",), "Did you mean `ctct-lint check A.XML`?"),
        (("-",), "Did you mean `ctct-lint check -`?"),
        ((".",), "Did you mean `ctct-lint check .`?"),
        (("mails/may",), "Did you mean `ctct-lint check mails/may`?"),
        (("--fix", "a.xml"), "'--fix'. Did you mean `ctct-lint check --fix`?"),
        (("--no-cache", "a.xml"), "Did you mean `ctct-lint check --no-cache`?"),
        (("-q", "a.xml"), "'-q'. Did you mean `ctct-lint check -q`?"),
        (("CTC203", "x"), "Did you mean `ctct-lint explain CTC203`?"),
        (("missing-state",), "Did you mean `ctct-lint explain missing-state`?"),
        (("explain", "CTC777"), "no rule has the code or name 'CTC777'; those that"),
        (("explain", "missing-stat"), "did you mean missing-state?"),
        (("explain", "misssing-state"), "did you mean missing-state?"),
        (("explain", "invalid-enum"), "did you mean invalid-enum-value?"),
        (
            ("explain", "Misplaced"),
            (
                "did you mean misplaced-xml-declaration, misplaced-element or "
                "misplaced-service-tag?"
            ),
        ),
        (("explain", "missing"), "`ctct-lint rules` lists them"),
        (("explain",), "Missing argument 'CODE|NAME|STATUS'"),
    ],
)
def test_wrong_usage_is_status_2(
    called: Called, arguments: tuple[str, ...], says: str
) -> None:
    done = called(*arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr


def test_an_option_that_no_command_has_gets_no_advice(called: Called) -> None:
    done = called("--fxi")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "--fxi" in done.stderr
    assert "Did you mean" not in done.stderr


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
    called: Called, bad: Path, options: list[str], status: int
) -> None:
    assert called("check", bad, *options).exit_code == status


@pytest.mark.parametrize(
    ("options", "told", "status"),
    [
        (["--select=CTC2"], ["CTC107"], 1),
        (["--select=CTC2", "--ignore=CTC107"], [], 0),
        (["--select=CTC2", "--ignore=CTC1"], [], 0),
        (["--select=CTC2", "--per-file-ignores=*=bare-ampersand"], [], 0),
        (["--select=CTC2", "--severity=CTC107=warning"], [], 0),
    ],
)
def test_choice_of_rules_does_not_hide_that_a_document_is_no_xml(
    called: Called, good: Path, options: list[str], told: list[str], status: int
) -> None:
    good.write_bytes(good.read_bytes().replace(b"<Subject>", b"<Subject>Rye & "))

    done = called("check", "--output-format=concise", good, *options)

    assert (done.exit_code, codes(done.stdout)) == (status, told)


def test_exit_zero_does_not_hide_that_the_job_was_not_done(called: Called) -> None:
    assert called("check", "missing.xml", "--exit-zero").exit_code == 2


# ----------------------------------------------------------------------- stdin


def test_stdin_has_a_name_of_its_own(called: Called, bad: Path) -> None:
    status, output = check(called, "-", data=bad.read_bytes())

    assert status == 1
    assert output.startswith("<stdin>:8:6: error[CTC401] ")


def test_stdin_can_be_named(called: Called, bad: Path) -> None:
    status, output = check(
        called, "--stdin-filename", "x/y.xml", "-", data=bad.read_bytes()
    )

    assert status == 1
    assert output.startswith("x/y.xml:8:6: ")


def test_stdin_in_json_has_the_uri_stdin_or_that_of_its_name(
    called: Called, good: Path, tmp_path: Path
) -> None:
    text = good.read_bytes()
    plain = called("check", "--output-format=json", "-", data=text)
    named = called(
        "check", "--output-format=json", "--stdin-filename=y.xml", "-", data=text
    )

    assert json.loads(plain.stdout) == [{"uri": "stdin:", "diagnostics": []}]
    uri = (tmp_path / "y.xml").as_uri()
    assert json.loads(named.stdout) == [{"uri": uri, "diagnostics": []}]


# --------------------------------------------------------------------- folders


def test_folder_stands_for_its_xml_files_in_order(called: Called, folder: Path) -> None:
    done = called("check", "--output-format=json", folder)
    uris = [report["uri"] for report in json.loads(done.stdout)]

    assert uris == [(folder / n).as_uri() for n in ("a.xml", "b.xml", "a/z.XML")]


def test_without_a_path_the_current_folder_is_checked(
    called: Called, folder: Path
) -> None:
    status, output = check(called)

    assert status == 1
    assert {line.split(":")[0] for line in output.splitlines()} == {
        f"./{folder.name}/b.xml",
        f"./{folder.name}/a/z.XML",
    }


def test_folder_without_xml_is_status_2(called: Called, folder: Path) -> None:
    done = called("check", folder / "c")

    assert done.exit_code == 2
    assert done.stderr == (
        f"ctct-lint: cannot find a document in {folder / 'c'}: "
        "no *.xml file in this folder or below\n"
        "0 files checked, 1 failed\n"
    )


def test_hidden_file_is_checked_when_it_is_named(called: Called, folder: Path) -> None:
    assert check(called, folder / ".hidden.xml")[0] == 1


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
    called: Called,
    bad: Path,
    options: list[str],
    env: dict[str, str],
    colored: bool,
    output_format: str,
) -> None:
    done = called("check", bad, *options, "--output-format", output_format, env=env)

    assert ("\x1b[" in done.stdout) is colored
    assert "\x1b" not in done.stderr


def test_json_is_never_colored(called: Called, bad: Path) -> None:
    done = called("check", bad, "--output-format=json", "--color=always")

    assert "\x1b" not in done.stdout


def test_quiet_has_no_summary(called: Called, bad: Path) -> None:
    done = called("check", bad, "--quiet")

    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout


# ---------------------------------------------------------------- other commands


def test_version_and_help(called: Called) -> None:
    assert called("--version").stdout.startswith("ctct-lint, version ")
    shown = called("--help").stdout
    assert all(name in shown for name in ("check", "explain", "rules"))
    assert "Exit status: 0 no error found" in shown
    assert "--stdin-filename" in called("check", "-h").stdout


def test_rules_are_listed_a_line_each(called: Called) -> None:
    lines = called("rules").stdout.splitlines()

    assert lines == sorted(lines)
    assert len(lines) > 50
    assert all(line.startswith("CTC") for line in lines)


def test_manual_is_found_by_code_and_name(called: Called) -> None:
    by_code, by_name = called("explain", "ctc203"), called("explain", "CTC203")

    assert by_code.stdout == by_name.stdout
    assert by_code.stdout == called("explain", "invalid-enum-value").stdout
    assert by_code.stdout.startswith("# CTC203 invalid-enum-value\n\nerror, schema\n")
    assert "## How to fix it" in by_code.stdout
    assert "## Evidence\n\nstandard: XML Schema 1.0, part 2, " in by_code.stdout
