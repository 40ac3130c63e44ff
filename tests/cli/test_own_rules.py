"""Rules of one's own: allowed, run, selected, suppressed, told when they fail."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT
from systems import linux, posix

from ctct_lint.own import guards
from ctct_lint.session.request import Request
from ctct_lint.session.watch import WatchedFiles

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called, Program

POM = "{urn:pom}"
TOML = """\
[[profiles]]
name = "pom"
root = "{urn:pom}*"
rules = ["rules"]
"""
RUN = ("check", "--run-rules", "--output-format=concise")
NO_VERSION = "a.xml:1:{}: warning[ACME001] `{}` has no version"


def rule(body: str, code: str = "ACME001", on: str = f"{POM}dependency") -> str:
    """Return a rule file; `body` is that of its function."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return (
        '"""A dependency has no version.\n\n## Why\n\nIt matters.\n"""\n'
        "from ctct_lint.rules.api import *\n\n"
        f'@rule(on="{on}", code="{code}", severity=Severity.WARNING)\n'
        f"def check(element, context):\n{lines}"
    )


def pom(*dependencies: str, before: str = "") -> str:
    """Return a document; a dependency is its artifact and what else it holds."""
    texts = (f"<dependency>{one}</dependency>" for one in dependencies)
    return f'{before}<project xmlns="urn:pom">{"".join(texts)}</project>'


VERSION = rule(
    'if element.find("{*}version") is None:\n'
    '    yield Finding(name_of(element), f"`{element.text}` has no version",\n'
    '        help=("write one",),\n'
    '        fixes=(Proposal("add one", ((end_of(element), "<version/>"),)),))'
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Make a folder with a profile, a rule and a document that it has a finding of."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "ctct-lint.toml").write_text(TOML)
    (tmp_path / "rules" / "no_version.py").write_text(VERSION)
    (tmp_path / "a.xml").write_text(pom("junit", "log4j<version/>", "ant"))
    return tmp_path


FOUND = [NO_VERSION.format(27, "junit"), NO_VERSION.format(97, "ant")]


def said(called: Called, *arguments: str, status: int = 0) -> list[str]:
    """Return the lines of a check that runs the rules."""
    result = called(*RUN, *(arguments or ("a.xml",)))
    assert result.exit_code == status, result.output
    return result.stdout.splitlines()


@pytest.mark.usefixtures("home")
def test_a_rule_is_run(called: Called) -> None:
    assert said(called) == FOUND


@linux
def test_a_rule_is_run_in_a_folder_whose_name_is_no_text(
    called: Called, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "\udcff"
    folder.mkdir()
    for name in ("a.xml", "ctct-lint.toml", "rules"):
        (home / name).rename(folder / name)
    monkeypatch.chdir(folder)

    assert said(called) == FOUND


# ------------------------------------------------------------ who has allowed it

REFUSED = (
    "ctct-lint.toml: the rules of the profile `pom` were not run: you have not allowed "
    "it\n"
    "  help: look at them first: they are Python, and may do anything\n"
    "  help: `--run-rules` runs them, and so does CTCT_LINT_RUN_RULES with their "
    "folder\n"
    "  help: `--no-run-rules` does without them\n"
)
TOUCH = (
    '"""A rule that leaves a trace."""\n'
    "from ctct_lint.rules.api import rule\n"
    "open('TRACE', 'w').close()\n"
    f'@rule(on="{POM}dependency", code="ACME002")\n'
    "def check(element):\n"
    "    return ()\n"
)


@pytest.mark.parametrize("key", ["", "run-python = false\n", "run-python = true\n"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.xml"],
        ["check"],
        ["check", "-"],
        ["check", "--profile=pom", "a.xml"],
        ["check", "--select=ACME", "a.xml"],
        ["check", "--fix", "a.xml"],
        ["rules"],
        ["explain", "ACME002"],
        ["profiles"],
    ],
)
def test_no_file_says_of_itself_that_it_may_be_run(
    called: Called, home: Path, key: str, arguments: list[str]
) -> None:
    trace = home / "trace"
    (home / "ctct-lint.toml").write_text(key + TOML)
    (home / "rules" / "leaves_a_trace.py").write_text(
        TOUCH.replace("TRACE", str(trace))
    )

    result = called(*arguments, data=pom("junit").encode())

    assert not trace.exists()
    assert (result.exit_code == 2) == (arguments[0] == "check")
    if arguments[0] == "check":
        assert result.stderr.startswith(REFUSED)
        assert "ACME" not in result.stdout


def test_refusal_is_said_once_and_all_else_is_checked(
    called: Called, home: Path
) -> None:
    (home / "b.xml").write_text("<a><b></a>")

    result = called("check", "--output-format=concise", ".")

    assert result.stderr.count("were not run") == 1
    assert result.stdout.startswith("./b.xml:1:5: error[CTC102]")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "environment", "runs"),
    [
        (["--run-rules"], "", True),
        (["--config=ctct-lint.toml"], "", False),
        (["--config=allowing.toml"], "", True),
        (["--config=allowing.toml", "--no-run-rules"], "", False),
        ([], "{home}", True),
        ([], "{home}/rules", True),
        ([], "/nowhere{sep}{home}", True),
        ([], "{home}/rules/no_version.py", False),
        ([], "{home}/rule", False),
        ([], ".", False),
        ([], "1", False),
        ([], "{sep}", False),
        (["--no-run-rules"], "{home}", False),
    ],
)
def test_who_says_that_rules_may_be_run(
    called: Called, home: Path, arguments: list[str], environment: str, runs: bool
) -> None:
    (home / "allowing.toml").write_text(f"run-python = true\n{TOML}")
    folders = environment.format(home=home, sep=os.pathsep)

    result = called(
        "check",
        "--output-format=concise",
        *arguments,
        "a.xml",
        env={"CTCT_LINT_RUN_RULES": folders},
    )

    assert result.stdout.splitlines() == (FOUND if runs else [])
    told = not runs and "--no-run-rules" not in arguments
    assert ("were not run" in result.stderr) == told
    assert result.exit_code == (2 if told else 0)


def test_a_link_out_of_a_trusted_folder_is_not_trusted(
    called: Called, home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("stranger")
    shutil.move(home / "rules" / "no_version.py", elsewhere)
    (home / "rules").rmdir()
    (home / "rules").symlink_to(elsewhere)

    result = called("check", "a.xml", env={"CTCT_LINT_RUN_RULES": str(home)})

    assert "were not run" in result.stderr


def test_a_stranger_s_folder_is_not_run_beside_one_s_own(
    called: Called, home: Path
) -> None:
    stranger = home / "stranger"
    (stranger / "rules").mkdir(parents=True)
    (stranger / "ctct-lint.toml").write_text(f"run-python = true\n{TOML}")
    (stranger / "rules" / "leaves_a_trace.py").write_text(
        TOUCH.replace("TRACE", str(home / "trace"))
    )
    (stranger / "b.xml").write_text(pom("junit"))

    result = called(
        "check",
        "--output-format=concise",
        "a.xml",
        "stranger/b.xml",
        env={"CTCT_LINT_RUN_RULES": str(home / "rules")},
    )

    assert result.stdout.splitlines() == FOUND
    assert result.stderr.startswith(os.path.join("stranger", REFUSED[:14]))
    assert not (home / "trace").exists()


# ------------------------------------------------------------ like any other rule


@pytest.mark.parametrize(
    ("arguments", "configuration", "codes"),
    [
        (["--select=ACME001"], "", ["warning[ACME001]"] * 2),
        (["--select=ACME"], "", ["warning[ACME001]"] * 2),
        (["--select=acme0"], "", ["warning[ACME001]"] * 2),
        (["--select=no-version"], "", ["warning[ACME001]"] * 2),
        (["--select=CTC"], "", []),
        (["--ignore=ACME001"], "", []),
        (["--severity=ACME001=error"], "", ["error[ACME001]"] * 2),
        (["--severity=no-version=info"], "", ["info[ACME001]"] * 2),
        (["--per-file-ignores=a.*=no-version"], "", []),
        ([], 'select = ["no-version"]', ["warning[ACME001]"] * 2),
        ([], 'ignore = ["ACME0"]', []),
        ([], 'per-file-ignores = { "*.xml" = ["ACME001"] }', []),
        ([], "severity = { ACME001 = 'error' }", ["error[ACME001]"] * 2),
    ],
)
def test_rules_are_selected_by_code_and_name(
    called: Called,
    home: Path,
    arguments: list[str],
    configuration: str,
    codes: list[str],
) -> None:
    (home / "ctct-lint.toml").write_text(f"{configuration}\n{TOML}")

    result = called(*RUN, *arguments, "a.xml")

    assert re.findall(r"\w+\[\w+\]", result.stdout) == codes
    assert result.exit_code == any(code.startswith("error") for code in codes)


def test_a_profile_has_severities_of_its_rules(called: Called, home: Path) -> None:
    severity = "severity = { ACME001 = 'info' }\n"
    (home / "ctct-lint.toml").write_text(TOML + severity)

    assert [line.split()[1] for line in said(called)] == ["info[ACME001]"] * 2


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("ACME002", "`ctct-lint rules` lists them"),
        ("no-versoin", "did you mean no-version?"),
    ],
)
def test_what_no_rule_is_called(
    called: Called, home: Path, selector: str, hint: str
) -> None:
    by_option = called("check", f"--select={selector}", "a.xml")
    (home / "ctct-lint.toml").write_text(f'select = ["{selector}"]\n{TOML}')
    by_key = called("check", "a.xml")

    assert f"no rule has the code or name '{selector}'; {hint}" in by_option.stderr
    assert f"no rule has the code or name `{selector}`" in by_key.stderr
    assert (by_option.exit_code, by_key.exit_code) == (2, 2)


@pytest.mark.usefixtures("home")
def test_options_that_contradict_each_other_are_told(called: Called) -> None:
    both = ("--config=ctct-lint.toml", "--isolated")

    for command in (["check", "--select=ACME001", *both], ["rules", *both]):
        result = called(*command)
        assert result.exit_code == 2
    assert "--config and --isolated exclude each other" in result.stderr
    assert "no rule has" in called("check", "--isolated", "--select=ACME001").stderr


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- ctct-lint: ignore-file[ACME001] -->",
        "<!-- ctct-lint: ignore-file[no-version] -->",
        "<!-- ctct-lint: disable[ACME] -->",
        "<!-- ctct-lint: ignore-file -->",
    ],
)
def test_comments_suppress(called: Called, home: Path, comment: str) -> None:
    (home / "a.xml").write_text(pom("junit", before=comment))

    assert said(called) == []


def test_a_comment_without_use_is_told(called: Called, home: Path) -> None:
    (home / "a.xml").write_text(
        pom("ant<version/>", before="<!-- ctct-lint: ignore-file[ACME001] -->")
    )

    assert [line.split()[1] for line in said(called)] == ["warning[CTC903]"]


def test_a_comment_about_a_rule_that_is_not_run_may_be_of_use(
    called: Called, home: Path
) -> None:
    comments = "".join(
        f"<!-- ctct-lint: ignore[{word}] so -->"
        for word in ("ACME001", "no-version", "CTC999")
    )
    (home / "a.xml").write_text(pom("ant<version/>", before=comments))
    result = called("check", "--no-run-rules", "--output-format=concise", "a.xml")

    assert [line.partition(": ")[2] for line in result.stdout.splitlines()] == [
        "warning[CTC904] no rule has the code or name `CTC999`"
    ]


@pytest.mark.usefixtures("home")
def test_a_baseline_knows_the_findings(called: Called) -> None:
    baseline = ("--baseline=known.json", "a.xml")
    called(*RUN, "--update-baseline", *baseline)

    assert said(called, *baseline) == []
    ignored = called(*RUN, "--ignore=ACME001", *baseline)
    assert "no longer found" not in ignored.stderr


@pytest.mark.usefixtures("home")
def test_fixes_are_made(called: Called, home: Path) -> None:
    called(*RUN, "--fix", "a.xml")

    versions = (home / "a.xml").read_text().count("<version/>")
    assert versions == 3


@pytest.mark.usefixtures("home")
def test_the_cache_knows_the_findings_while_the_rules_are_the_same(
    called: Called, home: Path
) -> None:
    cache = ("--cache-dir=cache", "a.xml")
    assert said(called, *cache) == FOUND
    kept = {path: path.read_bytes() for path in (home / "cache").glob("*.json")}
    assert said(called, *cache) == FOUND
    assert {p: p.read_bytes() for p in (home / "cache").glob("*.json")} == kept

    file = home / "rules" / "no_version.py"
    file.write_text(VERSION.replace("has no version", "is of any"))
    assert said(called, *cache) == [
        line.replace("has no version", "is of any") for line in FOUND
    ]
    assert called("check", "--no-run-rules", *cache).stdout == ""


def test_the_cache_looks_at_what_rules_import(called: Called, home: Path) -> None:
    cache = ("--cache-dir=cache", "a.xml")
    (home / "rules" / "no_version.py").write_text(
        rule(
            "from ._words import WORD\nyield Finding(name_of(element), WORD)",
        )
    )
    helper = home / "rules" / "_words.py"
    for word in ("one", "another"):
        helper.write_text(f"WORD = '{word}'\n")
        assert {line.rpartition(" ")[2] for line in said(called, *cache)} == {word}
    assert sorted(os.listdir(home / "rules")) == ["_words.py", "no_version.py"]


def test_a_failure_is_not_kept(called: Called, home: Path) -> None:
    (home / "rules" / "no_version.py").write_text(rule("raise ValueError"))
    cache = ("--cache-dir=cache", "a.xml")

    first, second = (said(called, *cache, status=2) for _ in range(2))

    assert first == second != []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_processes_run_rules_themselves(
    program: Program, home: Path, jobs: str
) -> None:
    for number in range(40):
        (home / f"{number:02}.xml").write_text(pom("junit"))

    result = program(*RUN, f"--jobs={jobs}", ".")

    lines = result.stdout.splitlines()
    assert len(lines) == 42
    assert all("warning[ACME001]" in line for line in lines)


@pytest.mark.usefixtures("home")
def test_reports_describe_the_rule(called: Called) -> None:
    sarif = json.loads(
        called("check", "--run-rules", "--output-format=sarif", "a.xml").stdout
    )
    (described,) = sarif["runs"][0]["tool"]["driver"]["rules"]

    assert described["id"] == "ACME001"
    assert described["name"] == "no-version"
    assert described["shortDescription"]["text"] == "A dependency has no version."
    assert "helpUri" not in described


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "kind",
    [
        *("full", "grouped", "json", "json-lines", "junit", "checkstyle"),
        *("gitlab", "github", "rdjson", "html"),
    ],
)
def test_every_format_has_the_findings(called: Called, kind: str) -> None:
    result = called("check", "--run-rules", f"--output-format={kind}", "a.xml")

    assert result.exit_code == 0
    assert "ACME001" in result.stdout


def test_rules_that_change_are_seen_while_files_are_watched(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home)
    (home / "rules" / "_words.py").write_text("WORD = 'one'\n")
    file = home / "rules" / "no_version.py"
    file.write_text(
        rule("from ._words import WORD\nyield Finding(name_of(element), WORD)")
    )
    request = Request(paths=("a.xml",), output_format="concise", run_rules=True)
    watched = WatchedFiles(request)

    def last() -> str:
        return capsys.readouterr().out.rpartition(" ")[2]

    watched.check()
    assert last() == "one\n"
    assert watched.profile_folders() == [str(home), str(home / "rules")]

    (home / "rules" / "_words.py").write_text("WORD = 'another'\n")
    watched.look({"_words.py"})
    assert last() == "another\n"

    file.write_text(rule("yield Finding(name_of(element), 'third')"))
    watched.look({"no_version.py"})
    assert last() == "third\n"

    (home / "rules" / "more.py").write_text(
        rule("yield Finding(name_of(element), 'more')", code="ACME002")
    )
    watched.look({"more.py"})
    assert last() == "more\n"


def test_a_folder_that_cannot_be_read_is_told(
    called: Called, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listdir = os.listdir

    def refused(path: str) -> list[str]:
        if os.path.basename(path) == "rules":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refused)

    result = called("check", "--run-rules", "a.xml")

    assert "rules:1:1: cannot be read: " in result.stderr
    assert result.exit_code == 2
    assert home.is_dir()


# ------------------------------------------------------------ listed and explained


@pytest.mark.usefixtures("home")
def test_rules_are_listed_last(called: Called) -> None:
    last = called("rules").stdout.splitlines()[-1]
    listed = json.loads(called("rules", "--output-format=json").stdout)[-1]
    page = called("rules", "--output-format=markdown").stdout

    assert last.split("  ")[0] == "ACME001"
    assert last.endswith("A dependency has no version.")
    assert listed == {
        "code": "ACME001",
        "name": "no-version",
        "group": "rules of the profile pom",
        "severity": "warning",
        "summary": "A dependency has no version.",
        "operations": listed["operations"],
        "evidence": None,
        "source": "",
    }
    assert "## Rules of the profile pom" in page
    assert "### ACME001 no-version" in page
    assert "ACME001" not in called("rules", "--isolated").stdout


@pytest.mark.parametrize("word", ["ACME001", "acme001", "no-version"])
@pytest.mark.usefixtures("home")
def test_a_rule_is_explained(called: Called, word: str) -> None:
    assert called("explain", word).stdout == (
        "# ACME001 no-version\n\n"
        "warning, rules of the profile pom\n\n"
        "A dependency has no version.\n\n## Why\n\nIt matters.\n"
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("evidence=Evidence.STANDARD", "standard"),
        ('source="Maven\'s own page"', "Maven's own page"),
        ('evidence=Evidence.STANDARD, source="the page"', "standard: the page"),
    ],
)
def test_evidence_and_source_are_shown_where_there_are_any(
    called: Called, home: Path, keys: str, expected: str
) -> None:
    (home / "rules" / "no_version.py").write_text(
        VERSION.replace("severity=Severity.WARNING", keys)
    )

    page = called("explain", "ACME001").stdout

    assert page.endswith(f"It matters.\n\n## Evidence\n\n{expected}\n")


def test_the_rules_that_are_built_in_are_listed_whatever_is_wrong(
    called: Called, home: Path
) -> None:
    (home / "ctct-lint.toml").write_text("select = 3\n")

    result = called("rules")

    assert result.stdout.startswith("CTC001")
    assert "ctct-lint.toml:1:10" in result.stderr
    assert result.exit_code == 2
    assert called("explain", "CTC001").exit_code == 0


@pytest.mark.usefixtures("home")
def test_the_profile_shows_its_rules(called: Called) -> None:
    assert "  rules      rules\n" in called("profiles").stdout


# ------------------------------------------------------------ what is wrong


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ('"none"', "4:9: `profiles[0].rules`: there is no file or folder `none`"),
        (
            '["rules", "none.py"]',
            "4:19: `profiles[0].rules[1]`: there is no file or folder `none.py`",
        ),
        ("3", "4:9: `profiles[0].rules`: must be a string, not an integer"),
        ("[3]", "4:10: `profiles[0].rules[0]`: must be a string, not an integer"),
        ('""', "4:9: `profiles[0].rules`: the string is empty"),
        ('"a\\u0000"', "4:9: `profiles[0].rules`: the string holds a NUL character"),
    ],
)
def test_values_that_lead_to_no_rule(
    called: Called, home: Path, rules: str, expected: str
) -> None:
    (home / "ctct-lint.toml").write_text(TOML.replace('["rules"]', rules))

    result = called("check", "a.xml")

    assert f"ctct-lint.toml:{expected}" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "configuration", ["profiles = 3", "profiles = [3]", "[profiles]\nrules = 'rules'"]
)
def test_tables_that_are_none(called: Called, home: Path, configuration: str) -> None:
    (home / "ctct-lint.toml").write_text(configuration)

    result = called("check", "a.xml")

    assert "must be" in result.stderr
    assert result.exit_code == 2


def test_files_that_are_no_rules_are_told_with_their_place(
    called: Called, home: Path
) -> None:
    (home / "rules" / "a_list.py").write_text('"""A list."""\n')
    (home / "rules" / "broken.py").write_text("def")
    (home / "rules" / "_helper.py").write_text("no rule, and no Python")
    (home / "rules" / "notes.txt").write_text("no Python")
    (home / "rules" / "folder.py").mkdir()

    result = called("check", "--run-rules", "a.xml")

    lines = [line for line in result.stderr.splitlines() if "rules" in line]
    rules = os.path.join("rules", "")
    assert [line.removeprefix(f"{rules}") for line in lines[:3]] == [
        "a_list.py:1:1: the file holds no rule",
        "broken.py:1:4: not Python: invalid syntax",
        "folder.py:1:1: cannot be read: is a directory",
    ]
    assert result.exit_code == 2


BROKEN = "def"


def test_a_file_that_is_no_python_is_told_there_and_all_else_is_checked(
    called: Called, home: Path
) -> None:
    broken = '"""A."""\n@rule(code="ACME007")\ndef broken(:\n'
    (home / "rules" / "broken.py").write_text(broken)
    place = os.path.join("rules", "broken.py")
    words = f"`ACME007` failed at {place}:3: not Python: invalid syntax"

    assert said(called, status=2) == [
        *FOUND,
        f"{place}:3:12: error[CTC908] {words}",
    ]


@pytest.mark.parametrize(
    ("option", "told", "status"),
    [("--no-run-rules", "", 0), ("--quiet", "were not run", 2)],
)
def test_of_what_is_not_run_it_is_not_told(
    called: Called, home: Path, option: str, told: str, status: int
) -> None:
    (home / "rules" / "broken.py").write_text(BROKEN)

    result = called("check", option, "--output-format=concise", "a.xml")

    assert (result.stdout, result.exit_code) == ("", status)
    assert told in result.stderr
    assert "Python: " not in result.stderr


def test_what_a_broken_rule_is_called_is_known(called: Called, home: Path) -> None:
    comment = "<!-- ctct-lint: ignore[ACME008] so -->"
    (home / "rules" / "broken.py").write_text(BROKEN)
    (home / "ctct-lint.toml").write_text(f'ignore = ["broken"]\n{TOML}')
    (home / "a.xml").write_text(pom("ant<version/>", before=comment))

    place = os.path.join("rules", "broken.py")
    words = f"`broken` failed at {place}:1: not Python: invalid syntax"

    # Behind the end of a line its last character is shown.
    assert said(called, status=2) == [f"{place}:1:3: error[CTC908] {words}"]


def test_a_broken_rule_is_told_beside_a_broken_schematron_schema(
    called: Called, home: Path
) -> None:
    (home / "rules" / "broken.py").write_text(BROKEN)
    (home / "ctct-lint.toml").write_text(f'{TOML}schematron = "pom.sch"\n')
    (home / "pom.sch").write_text("<a/>")

    lines = said(called, status=2)

    assert lines[:2] == FOUND
    assert sorted(re.findall(r"CTC\d+", "".join(lines))) == ["CTC908", "CTC909"]


@pytest.mark.parametrize(
    ("text", "column", "why"),
    [
        (VERSION.replace(', code="ACME001"', ""), 2, "`code` is missing"),
        (VERSION.replace("ACME001", "CTC001"), 38, "`CTC001` is no code of a rule"),
        (VERSION.replace('"ACME001"', "1"), 38, "`code` is no plain text"),
        (
            VERSION.replace("code=", 'code="ACME002", code='),
            49,
            "not Python: keyword argument repeated: code",
        ),
        (VERSION, 1, "another rule has the code `ACME001`"),
    ],
)
def test_a_file_that_is_no_rule_is_told_there_and_all_else_is_checked(
    called: Called, home: Path, text: str, column: int, why: str
) -> None:
    (home / "rules" / "other.py").write_text(text)

    (*found, told) = said(called, status=2)

    assert found == FOUND
    place, _, words = told.partition(" error[CTC908] ")
    line = re.fullmatch(rf".*other\.py:(\d+):{column}:", place)
    assert line is not None
    assert words.endswith(f"other.py:{line[1]}: {why}")


def test_no_two_rules_of_two_profiles_share_a_code_or_a_name(
    called: Called, home: Path
) -> None:
    (home / "ctct-lint.toml").write_text(
        TOML + '[[profiles]]\nname = "other"\nrules = ["more"]\n'
    )
    (home / "more").mkdir()
    (home / "more" / "no_version.py").write_text(VERSION.replace("ACME001", "ACME002"))
    (home / "more" / "no_scope.py").write_text(VERSION)

    result = called("rules")

    found = re.findall(r"(\w+)\.py:\d+:\d+: (.*)\n  help: it is in (.*)", result.stderr)
    file = str(home / "rules" / "no_version.py")
    assert found == [
        ("no_scope", "another rule has the code `ACME001`", file),
        ("no_version", "another rule has the name `no-version`", file),
    ]


def test_an_empty_folder_has_no_rules(called: Called, home: Path) -> None:
    (home / "rules" / "no_version.py").unlink()

    assert said(called) == []


# ------------------------------------------------------------ rules that fail


def test_a_rule_may_leave_the_folder(called: Called, home: Path) -> None:
    body = 'import os\nos.chdir("rules")\nyield Finding(name_of(element), "x")'
    (home / "rules" / "no_version.py").write_text(rule(body))
    (home / "b.xml").write_text(pom("ant"))

    assert said(called, "a.xml", "b.xml") == [
        f"{name}:1:{column}: warning[ACME001] x"
        for name, column in (("a.xml", 27), ("a.xml", 57), ("a.xml", 97), ("b.xml", 27))
    ]


def failing(body: str, line: int, why: str) -> tuple[str, list[str]]:
    """Return the body of a rule, and what is said of its failing once."""
    path = os.path.join("rules", "no_version.py")
    return body, [f"a.xml:1:27: error[CTC908] `ACME001` failed at {path}:{line}: {why}"]


YIELD = "yield Finding(name_of(element), 'seen')"
SEEN = [f"a.xml:1:{column}: warning[ACME001] seen" for column in (27, 57, 97)]
IT = "it has to yield findings"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        failing("raise ValueError('bad')", 11, "ValueError: bad"),
        failing("raise ValueError", 11, "ValueError"),
        failing("raise ValueError('bad\\nworse')", 11, "ValueError: bad"),
        failing("pass\nreturn 1 / 0", 12, "ZeroDivisionError: division by zero"),
        failing("import sys; sys.exit('bye')", 11, "SystemExit: bye"),
        failing("raise GeneratorExit", 11, "GeneratorExit"),
        failing("raise BaseException('x' * 500)", 11, f"BaseException: {'x' * 120}"),
        failing(
            "class Mute(Exception):\n    def __str__(self): raise self\nraise Mute",
            13,
            "Mute",
        ),
        failing("def deep(): deep()\ndeep()", 11, "RecursionError: maximum recursion "),
        failing("pass", 10, f"TypeError: it returns None: {IT}"),
        failing("return 3", 10, f"TypeError: it returns a `int`: {IT}"),
        failing("return 'text'", 10, f"TypeError: it returns a `str`: {IT}"),
        failing(
            "return Finding(name_of(element), 'a')",
            10,
            f"TypeError: it returns a `Finding`: {IT}",
        ),
        failing("yield 3", 10, "TypeError: it yields a `int`, not a `Finding`"),
        failing(
            "from lxml.etree import Element\nyield Finding(name_of(Element('a')), 'a')",
            10,
            "TypeError: `at` is a place of what is not in the document",
        ),
    ],
)
def test_what_fails_is_told_once_with_its_line(
    called: Called, home: Path, body: str, expected: list[str]
) -> None:
    (home / "rules" / "no_version.py").write_text(rule(body))
    other = rule(YIELD, code="ACME002")
    (home / "rules" / "other.py").write_text(other)

    lines = said(called, status=2)

    (found,) = [line for line in lines if "CTC908" in line]
    assert found.startswith(expected[0])
    assert len([line for line in lines if "ACME002]" in line]) == 3
    assert len(lines) == 4


ENDLESS = "while True:\n    try:\n        while True: pass\n    except Exception: pass"


@posix
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (rule(ENDLESS), 13),
        (rule("import time\nwhile True: time.sleep(0)"), 12),
        (rule("import re\nre.match('(a|aa)+$', 'a' * 99 + 'b')"), 12),
        (rule(YIELD).replace("\n@rule", "while True: pass\n@rule"), 8),
    ],
)
def test_a_rule_without_end_is_ended_and_told_in_each_file(
    called: Called, home: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int
) -> None:
    monkeypatch.setattr(guards, "SECONDS", 0.01)
    (home / "rules" / "no_version.py").write_text(text)
    (home / "rules" / "other.py").write_text(rule("return []", code="ACME002"))
    (home / "b.xml").write_text(pom("ant"))

    path = os.path.join("rules", "no_version.py")
    why = f"`ACME001` failed at {path}:{line}: it has not ended after 0.01 seconds"
    assert said(called, "a.xml", "b.xml", status=2) == [
        f"a.xml:1:27: error[CTC908] {why}",
        f"b.xml:1:27: error[CTC908] {why}",
    ]


def test_a_rule_that_finds_without_end_is_ended(
    called: Called, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "FINDINGS", 3)
    (home / "rules" / "no_version.py").write_text(
        rule(f"for _ in range(4):\n    {YIELD}")
    )

    path = os.path.join("rules", "no_version.py")
    why = f"`ACME001` failed at {path}:10: it has not ended after 3 findings"
    assert said(called, status=2) == [
        "a.xml:1:27: warning[ACME001] seen",
        f"a.xml:1:27: error[CTC908] {why}",
    ]


def test_ctrl_c_says_in_which_line_of_a_rule_it_was(called: Called, home: Path) -> None:
    (home / "rules" / "no_version.py").write_text(
        rule("import signal\nsignal.raise_signal(signal.SIGINT)")
    )

    result = called(*RUN, "a.xml")

    assert (result.exit_code, result.stdout) == (130, "")
    path = os.path.join("rules", "no_version.py")
    assert result.stderr == f"ctct-lint: interrupted in ACME001 at {path}:12\n"


def test_a_rule_that_takes_elements_away_is_told(called: Called, home: Path) -> None:
    body = f"element.getparent().remove(element)\n{YIELD}"
    (home / "rules" / "no_version.py").write_text(rule(body))
    (home / "rules" / "other.py").write_text(rule(YIELD, code="ACME002"))

    (found,) = [one for one in said(called, status=2) if "error[" in one]

    assert "error[CTC908] `ACME001` failed at " in found
    assert found.endswith("`at` is a place of what is not in the document")


@pytest.mark.parametrize(
    "change",
    [
        "element.clear()",
        "element.remove(element[0])",
        "element.text = 'x'",
        "element.set('x', 'y')",
        "element.tag = 'x'",
        "element.clear()\n1 / 0",
    ],
)
def test_what_a_rule_changes_is_as_it_was_for_all_others(
    called: Called, home: Path, change: str
) -> None:
    lines = "".join(f"    {line}\n" for line in change.splitlines())
    body = f"if len(element):\n{lines}yield from ()"
    (home / "rules" / "no_version.py").write_text(rule(body))
    (home / "rules" / "other.py").write_text(rule(YIELD, code="ACME002"))

    found = said(called, status=2)

    path = os.path.join("rules", "no_version.py")
    what = f"{path}:10: TypeError: it changes the element, which is not to be changed"
    if "1 / 0" in change:
        what = f"{path}:13: ZeroDivisionError: division by zero"
    seen = [line.replace("ACME001", "ACME002") for line in SEEN]
    told = f"a.xml:1:57: error[CTC908] `ACME001` failed at {what}"
    assert sorted(found) == sorted([told, *seen])


def test_what_was_found_before_is_kept(called: Called, home: Path) -> None:
    (home / "rules" / "no_version.py").write_text(rule(f"{YIELD}\n1 / 0"))

    lines = said(called, status=2)

    assert [line for line in lines if "CTC908" not in line] == SEEN
    assert len(lines) == 4


def test_each_line_that_fails_is_told(called: Called, home: Path) -> None:
    body = "if len(element):\n    raise ValueError\nraise ValueError\nyield"
    (home / "rules" / "no_version.py").write_text(rule(body))

    lines = said(called, status=2)

    found = [re.findall(r"1:(\d+):.*\.py:(\d+):", line) for line in lines]
    assert found == [[("27", "13")], [("57", "12")]]


@pytest.mark.parametrize(
    ("before", "line", "why"),
    [
        ("import there_is_none", 9, "ModuleNotFoundError: No module named "),
        ("import sys\nsys.exit(3)", 10, "SystemExit: 3"),
        ("raise KeyError('x')", 9, "KeyError: 'x'"),
        ("from . import _none", 9, "ImportError: "),
    ],
)
def test_a_file_that_cannot_be_run(
    called: Called, home: Path, before: str, line: int, why: str
) -> None:
    text = VERSION.replace("@rule", f"{before}\n@rule")
    (home / "rules" / "no_version.py").write_text(text)

    (found,) = said(called, status=2)

    path = os.path.join("rules", "no_version.py")
    assert found.startswith(
        f"a.xml:1:27: error[CTC908] `ACME001` failed at {path}:{line}: {why}"
    )


@pytest.mark.parametrize(
    ("after", "why"),
    [
        ("del check", "AttributeError: "),
        ("check = 3", "TypeError: "),
    ],
)
def test_a_function_that_is_gone(
    called: Called, home: Path, after: str, why: str
) -> None:
    (home / "rules" / "no_version.py").write_text(f"{VERSION}\n{after}\n")

    (found,) = said(called, status=2)

    assert f"no_version.py:10: {why}" in found


def test_a_failure_inside_a_helper_is_told_there(called: Called, home: Path) -> None:
    (home / "rules" / "_help.py").write_text("def help_me():\n    return {}['x']\n")
    (home / "rules" / "no_version.py").write_text(
        rule("from ._help import help_me\nhelp_me()")
    )

    (found,) = said(called, status=2)

    assert f"{os.path.join('rules', '_help.py')}:2: KeyError: 'x'" in found


def test_ctrl_c_is_no_failure_of_a_rule(called: Called, home: Path) -> None:
    for text in (
        rule("raise KeyboardInterrupt"),
        VERSION.replace("@rule", "raise KeyboardInterrupt\n@rule"),
    ):
        (home / "rules" / "no_version.py").write_text(text)
        assert called(*RUN, "a.xml").exit_code == 130


def test_a_failure_counts_in_reports_and_baselines(called: Called, home: Path) -> None:
    (home / "rules" / "no_version.py").write_text(rule("raise ValueError"))

    sarif = called("check", "--run-rules", "--output-format=sarif", "a.xml").stdout
    junit = called("check", "--run-rules", "--output-format=junit", "a.xml").stdout
    update = called(*RUN, "--baseline=known.json", "--update-baseline", "a.xml")

    (run,) = json.loads(sarif)["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "<error" in junit
    assert "CTC908" in update.stdout
    assert update.exit_code == 2


def test_what_rules_print_goes_to_stderr(called: Called, home: Path) -> None:
    text = VERSION.replace("@rule", "print('imported')\n@rule")
    (home / "rules" / "no_version.py").write_text(
        text.replace("    if", "    print('called')\n    if")
    )

    result = called("check", "--run-rules", "--output-format=json", "a.xml")

    assert len(json.loads(result.stdout)[0]["diagnostics"]) == 2
    assert result.stderr.startswith("imported\ncalled\ncalled\ncalled\n")


# ------------------------------------------------------------ what rules are given


@pytest.mark.parametrize(
    ("on", "columns"),
    [
        ("{urn:a}x", [18, 21]),
        ("{urn:b}x", [49]),
        ("{}x", [24]),
        ("x", [18, 21, 24, 49]),
        ("{urn:a}*", [2, 18, 21]),
        ("{}*", [24, 36]),
        ("{urn:c}x", []),
    ],
)
def test_the_elements_that_are_meant(
    called: Called, home: Path, on: str, columns: list[int]
) -> None:
    (home / "ctct-lint.toml").write_text(TOML.replace('"{urn:pom}*"', '"r"'))
    (home / "rules" / "no_version.py").write_text(rule(YIELD, on=on))
    (home / "rules" / "never_called.py").write_text(
        rule("1 / 0", code="ACME002", on="{urn:none}x")
    )
    (home / "a.xml").write_text(
        '<r xmlns="urn:a"><x/><x xmlns=""/><y xmlns=""/><b:x xmlns:b="urn:b"/>'
        "<!-- x --><?x?></r>"
    )
    text = (home / "a.xml").read_text()
    found = [int(line.split(":")[2]) for line in said(called)]

    tags = [found_.start() + 2 for found_ in re.finditer(r"<(?=[a-z])", text)]
    names = ["{urn:a}r", "{urn:a}x", "{}x", "{}y", "{urn:b}x"]
    wanted = {
        "x": lambda n: n.endswith("}x"),
        "{urn:a}*": lambda n: n.startswith("{urn:a}"),
        "{}*": lambda n: n.startswith("{}"),
    }.get(on, lambda n: n == on)
    assert found == [at for at, name in zip(tags, names, strict=True) if wanted(name)]
    assert len(found) <= len(columns)


def test_a_function_may_do_without_the_context(called: Called, home: Path) -> None:
    text = VERSION.replace("check(element, context)", "check(element)")
    (home / "rules" / "no_version.py").write_text(text)

    assert said(called) == FOUND


def test_a_rule_as_those_that_are_built_in_are_written(
    called: Called, home: Path
) -> None:
    text = VERSION.replace(
        "from ctct_lint.rules.api import *",
        "from ctct_lint.rules.api import *\n"
        "from ctct_lint.rules.base import Evidence, rule",
    ).replace(
        "severity=Severity.WARNING",
        'severity=Severity.WARNING, evidence=Evidence.STANDARD, source="Maven"',
    )
    (home / "rules" / "no_version.py").write_text(text)

    assert said(called) == FOUND


def test_the_context_knows_the_time(called: Called, home: Path) -> None:
    (home / "rules" / "no_version.py").write_text(
        rule("yield Finding(name_of(element), f'{context.now:%Y}')")
    )

    lines = said(called, "--now=2011-10-03T06:30:00Z", "a.xml")

    assert {line.rpartition(" ")[2] for line in lines} == {"2011"}


def test_rules_see_what_was_meant(called: Called, home: Path) -> None:
    (home / "a.xml").write_text(pom("ant & junit"))

    lines = said(called, status=1)

    assert lines[0] == NO_VERSION.format(27, "ant & junit")
    assert [line.split("[")[1][:6] for line in lines[1:]] == ["CTC107"]


def test_rules_come_with_a_schema_and_with_schematron(
    called: Called, home: Path
) -> None:
    shutil.copy(ROOT / "fixtures" / "profiles" / "pom.xsd", home)
    namespace = "http://maven.apache.org/POM/4.0.0"
    beside = 'schema = "pom.xsd"\nschematron = "pom.sch"\n'
    (home / "ctct-lint.toml").write_text(TOML.replace("urn:pom", namespace) + beside)
    (home / "pom.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron">'
        f'<ns prefix="m" uri="{namespace}"/><pattern><rule context="m:dependency">'
        '<report test="m:artifactId = 1" role="warning">it is old</report></rule>'
        "</pattern></schema>"
    )
    (home / "rules" / "no_version.py").write_text(
        rule(YIELD, on=f"{{{namespace}}}dependency")
    )
    (home / "a.xml").write_text(
        f'<project xmlns="{namespace}"><modelVersion>4.0.0</modelVersion>'
        "<artifactId>a</artifactId><dependencies><dependency>"
        "<groupld>old</groupld><artifactId>1</artifactId></dependency></dependencies></project>"
    )

    assert said(called, status=1) == [
        "a.xml:1:127: warning[ACME001] seen",
        "a.xml:1:127: warning[CTC237] it is old",
        "a.xml:1:139: error[CTC202] `groupld` is not an element of `dependency`",
    ]


@pytest.fixture
def site(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a distribution that brings the rules instead of the configuration."""
    site = home / "site"
    site.mkdir()
    (home / "ctct-lint.toml").unlink()
    shutil.move(home / "rules", site / "rules")
    (site / "tax_rules.py").write_text(
        'PROFILE = {"name": "pom", "root": "{urn:pom}*", "rules": "rules"}\n'
    )
    info = site / "tax_rules-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tax-rules\n")
    (info / "entry_points.txt").write_text(
        "[ctct_lint.profiles]\npom = tax_rules:PROFILE\n"
    )
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delitem(sys.modules, "tax_rules", raising=False)
    return site


def test_a_distribution_s_rules_need_no_more_consent(
    called: Called, site: Path
) -> None:
    result = called("check", "--output-format=concise", "a.xml")
    assert result.stdout.splitlines() == FOUND
    assert called("explain", "ACME001").stdout.startswith("# ACME001")

    (site / "rules" / "no_version.py").write_text("x = 1\n")
    result = called("check", "a.xml")
    assert "no_version.py:1: the file has no docstring" in result.stderr
    assert result.exit_code == 2


def test_a_distribution_says_how_bad_what_its_rules_find_is(
    called: Called, site: Path
) -> None:
    (site / "tax_rules.py").write_text(
        'PROFILE = {"name": "pom", "root": "{urn:pom}*", "rules": "rules",\n'
        '           "severity": {"ACME001": "info"}}\n'
    )

    result = called("check", "--output-format=concise", "a.xml")

    expected = [
        line.replace("warning", "info").replace("error", "info") for line in FOUND
    ]
    assert result.stdout.splitlines() == expected
    assert result.exit_code == 0


# ------------------------------------------------------------ Constant Contact


ENTRY = (
    '<entry xmlns="http://www.w3.org/2005/Atom"><id>data:,none</id><title/>'
    "<author/><updated>2008-04-16</updated></entry>"
)


@pytest.mark.parametrize("arguments", [[], ["--operation=create"], ["--profile=ctct"]])
def test_rules_for_constant_contact_s_documents(
    called: Called, home: Path, arguments: list[str]
) -> None:
    (home / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "ctct"\nrules = "rules"\n'
        "severity = { ACME001 = 'error' }\n"
    )
    (home / "rules" / "no_version.py").write_text(rule(YIELD, on="author"))
    (home / "a.xml").write_text(ENTRY)

    lines = said(called, *arguments, "a.xml", status=1)

    assert any("error[ACME001] seen" in line for line in lines)
    assert any("CTC" in line for line in lines)
    without = called("check", "--isolated", "--output-format=concise", "a.xml").stdout
    rest = [line for line in lines if "ACME001" not in line]
    assert rest == without.splitlines()


# ------------------------------------------------------------ the page is true


def example(name: str) -> str:
    """Return a block of docs/profiles.md."""
    text = (ROOT / "docs" / "profiles.md").read_text("utf-8")
    found = re.search(
        rf"<!-- example: {re.escape(name)} -->\n(````?)\w+\n(.*?)\1\n", text, re.DOTALL
    )
    assert found is not None
    return found[2]


def test_the_example_of_the_page(called: Called, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    namespace = "http://maven.apache.org/POM/4.0.0"
    called(
        *("rules", "new", "dependency-without-version"),
        *("--on", f"{{{namespace}}}dependency", "--code", "ACME001"),
    )
    (rules / "dependency_without_version.py").write_text(
        example("rules/dependency_without_version.py")
    )
    (tmp_path / "ctct-lint.toml").write_text(example("rules.toml"))
    document = example("rules/pom.xml")
    (tmp_path / "pom.xml").write_text(document)
    fixture = "rules/fixtures/dependency_without_version"
    (tmp_path / f"{fixture}.xml").write_text(document)
    (tmp_path / f"{fixture}.expect").write_text(example(f"{fixture}.expect"))
    command, *expected = example("rules.output").splitlines()
    test, *told = example("rules test output").splitlines()

    result = called(*command.split()[2:])
    tested = called(*test.split()[2:])

    assert result.stdout.splitlines() == expected
    assert tested.stderr.splitlines() == told


def test_the_names_that_the_page_promises_are_there() -> None:
    from ctct_lint.rules import api

    text = (ROOT / "docs" / "profiles.md").read_text("utf-8")
    (line,) = re.findall(r"- `at` is a place: (.*?) and the others", text, re.DOTALL)
    assert {word.strip("`,\n ") for word in line.split()} <= set(api.__all__)
    assert all(hasattr(api, name) for name in api.__all__)
