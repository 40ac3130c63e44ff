"""How the tests of the command line run it as a program, and on which documents."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from fixture_file import FIXTURES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = "ctct-lint"


class Program(Protocol):
    """What the `program` fixture is."""

    def __call__(
        self, *arguments: object, **options: Any
    ) -> subprocess.CompletedProcess[str]: ...


def environment(**more: str) -> dict[str, str]:
    """Return an environment without what a user's shell may have set."""
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "SYSTEMROOT", "HOME"}}
    return {**kept, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **more}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Run `python -m ctct_lint` in an empty folder; never a traceback."""

    def run(
        *arguments: object, env: dict[str, str] | None = None, data: str = ""
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "ctct_lint", *map(str, arguments)],
            input=data,
            capture_output=True,
            encoding="utf-8",
            env=environment(**(env or {})),
            cwd=tmp_path,
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr
        return done

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a good and a bad document, and what is passed over."""
    good = (FIXTURES / "valid" / "campaign-minimal.create.xml").read_bytes()
    bad = (FIXTURES / "invalid" / "greeting-name-and-state.xml").read_bytes()
    home = tmp_path / "mails"
    for name, data in {
        "b.xml": bad,
        "a.xml": good,
        "a/z.XML": bad,
        "c/empty/readme.txt": b"no XML",
        ".hidden.xml": bad,
        ".git/HEAD.xml": bad,
        "notes.txt": bad,
    }.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return home


@pytest.fixture
def good(folder: Path) -> Path:
    return folder / "a.xml"


@pytest.fixture
def bad(folder: Path) -> Path:
    return folder / "b.xml"


@pytest.fixture
def slips(folder: Path) -> Path:
    """Return a document with a safe fix, an unsafe one, and a fault without any."""
    path = folder / "a.xml"
    text = path.read_text("utf-8")
    for old, new in {
        "<ViewAsWebpage>NO<": "<ViewAsWebpage>no<",
        "</FromName>\n": "</FromName>\n      <Subject>Bulbs</Subject>\n",
        "<OrganizationName>": "<GreetingName>choose_one</GreetingName>\n"
        "      <OrganizationName>",
    }.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path
