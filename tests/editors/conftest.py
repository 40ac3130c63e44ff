"""A workspace with a document that has faults, for editors that speak to the server."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from fixture_file import FIXTURES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

# Ends what hangs, and nothing that is only slow.
PATIENCE = 600
BAD = FIXTURES / "invalid" / "greeting-name-and-state.xml"
# What is mended needs no decision. A character before a fault is two units of UTF-16.
TEXT = (
    BAD.read_text("utf-8")
    .partition("<!-- expect")[0]
    .replace("<Subject>Rye bread,", "<Subject>Rye & wheat,")
    .replace("<GreetingName>choose_one", "<!-- 🥖 --><GreetingName>firstname")
)
# Where each stands: line (from 0), start and end (in characters).
RANGES = {
    "CTC401": (7, 5, 13),
    "CTC405": (9, 12, 37),
    "CTC107": (10, 19, 20),
    "CTC203": (15, 30, 39),
}
MENDED = (
    TEXT.replace("00 02:00", "00+02:00")
    .replace("& wheat", "&amp; wheat")
    .replace("firstname", "FirstName")
    .replace(
        "<OrganizationCountry>",
        "<OrganizationState>$ACCOUNT.US_STATE</OrganizationState>\n"
        "      <OrganizationCountry>",
    )
)


class Workspace(NamedTuple):
    """A folder with a configuration and a document, and the command on the PATH."""

    folder: Path
    home: Path
    env: dict[str, str]

    @property
    def document(self) -> Path:
        return self.folder / "rye.xml"

    def install(self, source: str, target: str) -> Path:
        """Put a file of ours into the user's home, as the documentation says."""
        path = self.home / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / "editors" / source).read_bytes())
        return path

    def run(self, *command: str | Path) -> Any:
        """Run an editor; return what it writes to the file `told.json`."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
        told = self.folder / "told.json"
        assert told.exists(), done.stdout + done.stderr
        return json.loads(told.read_text("utf-8"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    pytest.importorskip("pygls")
    programs, home, folder = (tmp_path / name for name in ("bin", "home", "project"))
    for path in (programs, home, folder):
        path.mkdir()
    command = programs / "ctct-lint"
    python = shlex.quote(sys.executable)
    command.write_text(f'#!/bin/sh\nexec {python} -m ctct_lint "$@"\n')
    command.chmod(0o755)
    (folder / "ctct-lint.toml").write_text("")
    (folder / "rye.xml").write_text(TEXT, "utf-8")
    env = {
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "CTCT_LINT_CACHE_DIR": str(tmp_path / "cache"),
    }
    return Workspace(folder, home, env)
