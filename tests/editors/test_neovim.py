"""A session in headless Neovim, with the set-up of editors/neovim."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from editors.conftest import MENDED, RANGES, TEXT

if TYPE_CHECKING:
    from editors.conftest import Workspace

SCRIPT = Path(__file__).with_name("mend.lua")
ERROR, WARNING = 1, 2


def version() -> tuple[int, int]:
    """Return which Neovim is here; 0.0 is none."""
    program = shutil.which("nvim")
    said = program and subprocess.run(
        [program, "--version"], capture_output=True, encoding="utf-8", check=True
    )
    found = said and re.match(r"NVIM v(\d+)\.(\d+)", said.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def bytes_before(line: int, characters: int) -> int:
    """Return a column as Neovim counts it."""
    return len(TEXT.splitlines()[line][:characters].encode())


def test_attached_by_a_file_type_plug_in(workspace: Workspace) -> None:
    if version() < (0, 8):
        pytest.skip("needs Neovim 0.8")
    workspace.install(
        "neovim/after/ftplugin/xml.lua", ".config/nvim/after/ftplugin/xml.lua"
    )

    assert_mended(workspace)


def test_enabled_by_its_name(workspace: Workspace) -> None:
    if version() < (0, 11):
        pytest.skip("needs Neovim 0.11")
    path = workspace.install(
        "neovim/lsp/ctct-lint.lua", ".config/nvim/lsp/ctct-lint.lua"
    )
    (line,) = re.findall(r"^--   (.*)$", path.read_text(), re.MULTILINE)
    (workspace.home / ".config/nvim/init.lua").write_text(line)

    assert_mended(workspace)


def assert_mended(workspace: Workspace) -> None:
    told = workspace.run("nvim", "--headless", "-n", "-i", "NONE", "-S", SCRIPT)

    assert "trouble" not in told
    assert told["clients"] == [["ctct-lint", "project"]]
    assert told["before"] == [
        {
            "code": code,
            "source": "ctct-lint",
            "severity": WARNING if code == "CTC405" else ERROR,
            "range": [line, bytes_before(line, at), line, bytes_before(line, end)],
        }
        for code, (line, at, end) in RANGES.items()
    ]
    assert told["after"] == []
    assert workspace.document.read_text("utf-8") == MENDED
