"""The recipes of docs/recipes.md, done as they are written, in a small repository."""

from __future__ import annotations

import json
import os
import pickle
import re
import shlex
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from fixture_file import FIXTURES, ROOT
from lxml import etree

from ctct_lint import lint
from ctct_lint.profiles.registry import built_in

BAD = FIXTURES / "invalid" / "greeting-name-and-state.xml"
GOOD = FIXTURES / "valid" / "campaign-minimal.create.xml"
RECIPES = (ROOT / "docs" / "recipes.md").read_text("utf-8")
ACTION = ROOT / ".github" / "actions" / "ctct-lint" / "action.yml"
SOURCE = "git+https://example.org/ctct-lint.git@REVISION"
_USER = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "test"), ("EMAIL", "test@example.com"))
}


def recipe(title: str, kind: str) -> list[str]:
    """Return the blocks of one kind under a heading."""
    _, _, rest = RECIPES.partition(f"\n## {title}\n")
    section = rest.partition("\n## ")[0]
    return re.findall(rf"^```{kind}\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


class Project(NamedTuple):
    """A Git repository with a good and a bad document, and the command on its PATH."""

    folder: Path
    env: dict[str, str]

    def run(
        self, *command: str | Path, **more: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**self.env, **more},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def shell(self, script: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a script as the runners of CI servers do."""
        options = ("--noprofile", "--norc", "-e", "-o", "pipefail")
        return self.run("bash", *options, "-c", script, **more)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    programs, folder = tmp_path / "bin", tmp_path / "project"
    campaigns = folder / "campaigns"
    campaigns.mkdir(parents=True)
    programs.mkdir()
    command = programs / "ctct-lint"
    python = shlex.quote(sys.executable)
    command.write_text(f'#!/bin/sh\nexec {python} -m ctct_lint "$@"\n')
    command.chmod(0o755)
    shutil.copy(GOOD, campaigns / "good.xml")
    shutil.copy(BAD, campaigns / "rye.xml")
    path = [str(programs), str(Path(sys.executable).parent), os.environ["PATH"]]
    env = {
        "PATH": os.pathsep.join(path),
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "CTCT_LINT_CACHE_DIR": str(tmp_path / "cache"),
        **_USER,
    }
    made = Project(folder, env)
    assert made.run("git", "init", "--quiet").returncode == 0
    return made


def codes(text: str) -> list[str]:
    return re.findall(r"CTC\d{3}", text)


# ---------------------------------------------------------------- GitHub Actions


def action() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
    return read


def steps() -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in action()["runs"]["steps"] if "run" in step}


def check_as_the_action_does(
    project: Project, **inputs: str
) -> subprocess.CompletedProcess[str]:
    step = steps()["Check"]
    given = {name: one["default"] for name, one in action()["inputs"].items()}
    given.update({name.replace("_", "-"): value for name, value in inputs.items()})
    env = {
        name: re.sub(r"\$\{\{ inputs\.(\S+) \}\}", lambda m: given[m[1]], value)
        for name, value in step["env"].items()
    }
    return project.shell(step["run"], **env)


def test_workflows_give_inputs_that_the_action_has() -> None:
    inputs = action()["inputs"]
    table = re.findall(r"^\| `([a-z-]+)` \|", RECIPES, re.MULTILINE)
    workflows = [yaml.safe_load(b) for b in recipe("GitHub Actions", "yaml")]
    given = {
        name
        for workflow in workflows
        for step in workflow["jobs"]["ctct-lint"]["steps"]
        if "/.github/actions/ctct-lint@" in step["uses"]
        for name in step["with"]
    }

    assert table == list(inputs)
    assert given == {"paths", "options", "sarif-file"}
    assert given <= set(inputs)


def test_scripts_of_the_action_have_no_inputs_in_their_text() -> None:
    assert [name for name, step in steps().items() if "${{" in step["run"]] == []


def test_action_installs_the_linter_of_its_own_commit(
    project: Project, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    offline = {
        "PIP_TARGET": str(site),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # for pip this is how to say yes
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "GITHUB_ACTION_PATH": str(ACTION.parent),
        "PYTHONPATH": "",
    }

    done = project.shell(steps()["Install ctct-lint"]["run"], **offline)

    assert done.returncode == 0, done.stderr
    assert (site / "ctct_lint" / "_schemas").is_dir()
    command = str(site / "bin" / "ctct-lint")
    found = project.run(command, "check", "campaigns", PYTHONPATH=str(site))
    assert codes(found.stdout) == ["CTC401", "CTC405", "CTC203"]


def test_action_checks_the_checkout_unless_told_otherwise(project: Project) -> None:
    done = check_as_the_action_does(project)

    assert done.returncode == 1
    assert done.stdout.count("::error file=campaigns/rye.xml,") == 2
    assert "in 2 files checked" in done.stderr


def test_action_takes_paths_and_options_as_they_are(project: Project) -> None:
    odd = "campaigns/odd name $(touch pwned).xml"
    shutil.copy(BAD, project.folder / odd)

    done = check_as_the_action_does(
        project,
        paths=f"{odd}\n\ncampaigns/good.xml\n",
        options="--ignore CTC203\n  --severity CTC405=info --ignore missing-state",
    )

    assert done.returncode == 0
    assert codes(done.stdout) == ["CTC405"]
    assert "in 2 files checked" in done.stderr
    assert not (project.folder / "pwned").exists()


def test_action_writes_what_code_scanning_reads(project: Project) -> None:
    done = check_as_the_action_does(
        project, paths="campaigns", sarif_file="ctct-lint.sarif"
    )
    sarif = json.loads((project.folder / "ctct-lint.sarif").read_text("utf-8"))

    assert done.returncode == 1
    results = sarif["runs"][0]["results"]
    assert [r["ruleId"] for r in results] == ["CTC401", "CTC405", "CTC203"]


# ---------------------------------------------------------------- other CI


def test_gitlab_job_leaves_the_artifacts_that_it_names(project: Project) -> None:
    (text,) = recipe("GitLab CI", "yaml")
    job = yaml.safe_load(text)["ctct-lint"]
    install, check = job["script"]
    (report,) = job["artifacts"]["reports"].values()

    done = project.shell(check)

    assert install == f"pip install --quiet {SOURCE}"
    assert done.returncode == 1
    found = json.loads((project.folder / report).read_text("utf-8"))
    assert [one["check_name"] for one in found] == ["CTC401", "CTC405", "CTC203"]
    assert {one["location"]["path"] for one in found} == {"campaigns/rye.xml"}
    for name in job["artifacts"]["paths"]:
        assert (project.folder / name).read_text().startswith("<!DOCTYPE html>")


def test_jenkins_gets_the_files_that_it_reads(project: Project) -> None:
    (text,) = recipe("Jenkins", "groovy")
    (command,) = re.findall(r"sh '(.*)'", text)
    (checkstyle,) = re.findall(r"checkStyle\(pattern: '(.*?)'\)", text)
    (junit,) = re.findall(r"junit '(.*)'", text)

    done = project.shell(command)

    assert done.returncode == 0
    found = etree.parse(project.folder / checkstyle).findall("file/error")
    assert [error.get("severity") for error in found] == ["error", "warning", "error"]
    tests = etree.parse(project.folder / junit)
    assert tests.xpath("count(//failure)") == 3


def test_reviewdog_gets_what_it_reads(project: Project) -> None:
    (script,) = recipe("reviewdog", "bash")
    check, reader = script.split("|")

    done = project.shell(check)

    assert "-f=rdjson" in reader.split()
    assert done.returncode == 0
    found = json.loads(done.stdout)["diagnostics"]
    assert [one["code"]["value"] for one in found] == ["CTC401", "CTC405", "CTC203"]


def test_pre_commit_configuration_names_the_hooks() -> None:
    (text,) = recipe("pre-commit", "yaml")
    (repo,) = yaml.safe_load(text)["repos"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert {h["id"] for h in repo["hooks"]} == {h["id"] for h in hooks}


# ---------------------------------------------------------------- local


def test_git_hook_checks_what_is_staged(project: Project) -> None:
    (script,) = recipe("A Git hook", "bash")
    project.write(".git/hooks/pre-commit", script).chmod(0o755)
    odd = project.folder / "campaigns" / 'ö "b".xml'
    bad = (project.folder / "campaigns" / "rye.xml").rename(odd)

    def commit() -> subprocess.CompletedProcess[str]:
        return project.run("git", "commit", "--quiet", "--message=campaigns")

    project.run("git", "add", "campaigns/good.xml")
    assert commit().returncode == 0

    project.run("git", "add", "--all")
    shutil.copy(GOOD, bad)
    refused = commit()
    assert refused.returncode == 1
    assert f"--> campaigns/{odd.name}:16:21" in refused.stdout + refused.stderr

    project.run("git", "add", "--all")
    shutil.copy(BAD, bad)
    assert commit().returncode == 0


def test_make_checks_and_mends(project: Project) -> None:
    if not shutil.which("make"):
        pytest.skip("needs make")
    (makefile,) = recipe("Make", "make")
    project.write("Makefile", makefile)

    first = project.run("make", "lint")
    again = project.run("make", "lint-fix")

    assert first.returncode == again.returncode == 2
    assert re.findall(r"\[(CTC\d+)", first.stdout) == ["CTC401", "CTC405", "CTC203"]
    assert re.findall(r"\[(CTC\d+)", again.stdout) == ["CTC401", "CTC203"]


def test_tox_runs_a_command_that_checks(project: Project) -> None:
    (text,) = recipe("tox", "ini")
    parser = ConfigParser()
    parser.read_string(text)
    environment = parser["testenv:campaigns"]

    done = project.run(*shlex.split(environment["commands"]))

    assert environment["deps"] == f"ctct-lint @ {SOURCE}"
    assert codes(done.stdout) == ["CTC401", "CTC405", "CTC203"]


# ---------------------------------------------------------------- editors


def test_editor_reads_json_of_what_it_gives_to_stdin(project: Project) -> None:
    (command,) = recipe("Editors and programs", "sh")

    done = project.shell(command)
    ((params),) = json.loads(done.stdout)

    assert done.returncode == 0
    assert params["uri"] == (project.folder / "campaigns" / "rye.xml").as_uri()
    assert [d["code"] for d in params["diagnostics"]] == ["CTC401", "CTC405", "CTC203"]


def test_program_stops_at_errors(project: Project) -> None:
    (code,) = recipe("Editors and programs", "python")

    done = project.run(sys.executable, "-c", code)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "`OrganizationState` must not be missing when the country is `us`",
        "`choose_one` is not a valid GreetingName",
    ]


# ---------------------------------------------------------------- before it is sent


def test_curl_sends_only_what_has_no_error(project: Project) -> None:
    """What stands for curl writes down what it was called with."""
    (script,) = recipe("Before it is sent", "bash")
    curl = project.folder.parent / "bin" / "curl"
    curl.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > sent\n')
    curl.chmod(0o755)
    sent = project.folder / "sent"

    refused = project.shell(script, COLLECTION="https://example.org/campaigns")
    assert (refused.returncode, sent.exists()) == (1, False)

    shutil.copy(GOOD, project.folder / "campaigns" / "rye.xml")
    accepted = project.shell(script, COLLECTION="https://example.org/campaigns")
    assert accepted.returncode == 0
    assert sent.read_text().splitlines()[-3:] == [
        "--data-binary",
        "@campaigns/rye.xml",
        "https://example.org/campaigns",
    ]


@pytest.mark.parametrize(
    ("program", "kind"), [("php", "php"), ("ruby", "ruby"), ("node", "js")]
)
def test_programs_send_nothing_that_has_an_error(
    project: Project, program: str, kind: str
) -> None:
    interpreter = shutil.which(program)
    if interpreter is None:
        pytest.skip(f"needs {program}")
    (code,) = recipe("Before it is sent", kind)
    script = project.write(f"send.{kind}", code)

    refused = project.run(interpreter, script)
    assert refused.returncode == 1
    assert refused.stderr.splitlines() == [
        "line 8: `OrganizationState` must not be missing when the country is `us`",
        "line 16: `choose_one` is not a valid GreetingName",
    ]

    shutil.copy(GOOD, project.folder / "campaigns" / "rye.xml")
    accepted = project.run(interpreter, script)
    assert (accepted.returncode, accepted.stderr) == (0, "")


def test_documents_are_linted_on_other_machines() -> None:
    source = recipe("More than one machine", "python")[0]
    function = re.search(r"^def check\(.*?\n\n\n", source, re.MULTILINE | re.DOTALL)
    assert function is not None
    known: dict[str, Any] = {"lint": pickle.loads(pickle.dumps(lint))}  # noqa: S301
    exec(function[0], known)  # noqa: S102 - the recipe
    documents = [(path.name, path.read_bytes()) for path in (BAD, GOOD)]

    found = known["check"](documents)
    assert [name for name, _ in found] == [BAD.name]
    assert found == [(BAD.name, lint(BAD.read_bytes()))]
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


def test_profiles_are_cheap_to_ship() -> None:
    profile = built_in()

    assert len(pickle.dumps(profile)) < 1_000
    assert pickle.loads(pickle.dumps(profile)).name == profile.name  # noqa: S301


def test_the_recipe_runs_in_a_cluster_of_this_machine(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    script = tmp_path / "farm.py"
    script.write_text(recipe("More than one machine", "python")[0], "utf-8")
    folder = tmp_path / "documents"
    folder.mkdir()
    for path in (BAD, GOOD):
        shutil.copy(path, folder)
    done = subprocess.run(
        [sys.executable, script, folder],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )

    said = [f"{d.code} {d.message}" for d in lint(BAD)]
    assert [line.partition(": ")[2] for line in done.stdout.splitlines()] == said
