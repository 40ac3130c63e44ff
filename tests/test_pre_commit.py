"""The hook, run by the real pre-commit in a repository with a good and a bad file."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fixture_file import FIXTURES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

HOOK = ROOT / ".pre-commit-hooks.yaml"
GOOD = FIXTURES / "valid" / "campaign-minimal.create.xml"
BAD = FIXTURES / "invalid" / "greeting-name-and-state.xml"
_SHIPPED = ("ctct_lint", "schemas", "pyproject.toml", "README.md", HOOK.name)


def can_install() -> bool:
    """Is pre-commit there, and a package index that pip can reach?"""
    if importlib.util.find_spec("pre_commit") is None or not shutil.which("git"):
        return False
    if os.environ.get("PIP_INDEX_URL") or os.environ.get("PIP_CONFIG_FILE"):
        return True
    try:
        socket.create_connection(("pypi.org", 443), timeout=5).close()
    except OSError:
        return False
    return True


def git(folder: Path, *arguments: str) -> None:
    user = ("-c", "user.name=test", "-c", "user.email=test@example.com")
    subprocess.run(
        ["git", *user, *arguments], cwd=folder, check=True, capture_output=True
    )


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
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=all")
    return folder


def test_hook_file_says_what_pre_commit_needs() -> None:
    lines = HOOK.read_text("utf-8").splitlines()
    hook = dict(line[2:].split(": ", 1) for line in lines)

    assert hook.pop("description")
    assert hook == {
        "id": "ctct-lint",
        "name": "ctct-lint",
        "entry": "ctct-lint check",
        "language": "python",
        "types": "[xml]",
    }


def test_hook_refuses_the_bad_file_and_takes_the_good_one(
    hooks: Path, tmp_path: Path
) -> None:
    if not can_install():
        pytest.skip("needs pre-commit and a package index")
    work = repository(tmp_path / "work")
    shutil.copy(GOOD, work / "good.xml")
    shutil.copy(BAD, work / "bad.xml")
    (work / "notes.txt").write_text("no XML")
    git(work, "add", "--all")

    def tried(*files: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [
                *(sys.executable, "-m", "pre_commit", "try-repo", str(hooks)),
                *("ctct-lint", "--verbose", "--files", *files),
            ],
            cwd=work,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )

    good, both = tried("good.xml", "notes.txt"), tried("good.xml", "bad.xml")

    assert good.returncode == 0, good.stdout + good.stderr
    assert "1 file checked, nothing found" in good.stdout
    assert both.returncode == 1
    assert "exit code: 1" in both.stdout
    assert "--> bad.xml:16:21" in both.stdout
    assert "in 2 files checked" in both.stdout
