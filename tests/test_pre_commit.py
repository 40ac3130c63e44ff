"""The hooks, run by the real pre-commit in a repository with good and bad files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from fixture_file import FIXTURES, ROOT

HOOK = ROOT / ".pre-commit-hooks.yaml"
GOOD = FIXTURES / "valid" / "campaign-minimal.create.xml"
BAD = FIXTURES / "invalid" / "greeting-name-and-state.xml"
OFFLINE = {  # the hooks' environment borrows what this one has, without the project
    "PYTHONPATH": sysconfig.get_path("purelib"),
    "PIP_NO_DEPS": "1",
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # for pip this is how to say yes
    "PIP_IGNORE_INSTALLED": "1",
    "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
}
_WHOLE = re.MULTILINE | re.DOTALL
_SHIPPED = (
    *("ctct_lint", "schemas", "pyproject.toml", "hatch_build.py", "README.md"),
    HOOK.name,
)


def git(folder: Path, *arguments: str) -> str:
    user = ("-c", "user.name=test", "-c", "user.email=test@example.com")
    return subprocess.run(
        ["git", *user, *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def repository(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return folder


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """Return a repository of the project as it is, committed."""
    folder = repository(tmp_path / "hooks")
    for name in _SHIPPED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "compiled")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=all")
    return folder


def test_hook_file_says_what_pre_commit_needs() -> None:
    hooks = {h.pop("id"): h for h in yaml.safe_load(HOOK.read_text("utf-8"))}

    assert all(hook.pop("description") for hook in hooks.values())
    assert hooks == {
        "ctct-lint": {
            "name": "ctct-lint",
            "entry": "ctct-lint check --force-exclude",
            "language": "python",
            "types": ["xml"],
        },
        "ctct-lint-fix": {
            "name": "ctct-lint-fix",
            "entry": "ctct-lint check --force-exclude --fix-only",
            "language": "python",
            "types": ["xml"],
        },
    }


def configuration(hooks: Path) -> str:
    """Return that of the recipe, with the repository in the place of its address."""
    recipes = (ROOT / "docs" / "recipes.md").read_text("utf-8")
    text = re.findall(r"^```yaml\n(# \.pre-commit-config.*?)^```$", recipes, _WHOLE)[0]
    at = git(hooks, "rev-parse", "HEAD").strip()
    return text.replace("https://example.org/ctct-lint.git", str(hooks)).replace(
        "rev: REVISION", f"rev: {at}"
    )


def test_hooks_check_and_mend_what_is_not_excluded(hooks: Path, tmp_path: Path) -> None:
    """One test for all: to make the environment of the hooks takes most of the time."""
    work = repository(tmp_path / "work")
    campaigns = work / "campaigns"
    (campaigns / "drafts").mkdir(parents=True)
    shutil.copy(GOOD, campaigns / "good.xml")
    for place in (work, campaigns, campaigns / "drafts"):
        shutil.copy(BAD, place / "bad.xml")
    (campaigns / "notes.txt").write_text("no XML")
    (work / "ctct-lint.toml").write_text('exclude = ["drafts/"]\n')
    (work / ".pre-commit-config.yaml").write_text(configuration(hooks))
    git(work, "add", "--all")
    before = BAD.read_text("utf-8")

    def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--verbose", *arguments],
            cwd=work,
            env={**os.environ, **OFFLINE, "PRE_COMMIT_HOME": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )

    good = ran("ctct-lint", "--files", "campaigns/good.xml", "campaigns/notes.txt")
    every = ran("ctct-lint", "--all-files")
    mended = ran("--all-files")

    assert good.returncode == 0, good.stdout + good.stderr
    assert list((tmp_path / "cache").glob("repo*/py_env-*/bin/ctct-lint"))
    assert "1 file checked, nothing found" in good.stdout
    assert every.returncode == 1
    assert "exit code: 1" in every.stdout
    assert "--> campaigns/bad.xml:16:21" in every.stdout
    assert "in 2 files checked" in every.stdout
    assert mended.returncode == 1
    assert "files were modified by this hook" in mended.stdout
    assert "campaigns/bad.xml: fixed 1 x CTC405" in mended.stdout
    assert re.findall(r"\[(CTC\d+)\]", mended.stdout) == ["CTC401", "CTC203"]
    texts = {
        str(path.relative_to(work)): path.read_text("utf-8")
        for path in work.rglob("bad.xml")
    }
    assert texts == {
        "bad.xml": before,
        "campaigns/drafts/bad.xml": before,
        "campaigns/bad.xml": before.replace("30:00 02:00<", "30:00+02:00<"),
    }
