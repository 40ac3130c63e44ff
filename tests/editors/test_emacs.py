"""A session in Emacs without a display, with the set-up of editors/emacs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from editors.conftest import MENDED, RANGES

if TYPE_CHECKING:
    from editors.conftest import Workspace

SCRIPT = Path(__file__).with_name("mend.el")


def has_eglot() -> bool:
    emacs = shutil.which("emacs")
    command = ["emacs", "--batch", "--eval", "(kill-emacs (if (locate-library ?) 0 1))"]
    command[-1] = command[-1].replace("?", '"eglot"')
    return emacs is not None and subprocess.run(command, check=False).returncode == 0


def test_eglot_shows_what_is_wrong_and_mends_it(workspace: Workspace) -> None:
    if not has_eglot():
        pytest.skip("needs Emacs with Eglot")
    setup = workspace.install("emacs/ctct-lint.el", ".emacs.d/ctct-lint.el")

    told = workspace.run("emacs", "--batch", "-l", setup, "-l", SCRIPT)

    assert "trouble" not in told
    assert [range_ for _, _, range_ in told["before"]] == [
        [line, at, line, end] for line, at, end in RANGES.values()
    ]
    assert told["after"] == []
    assert workspace.document.read_text("utf-8") == MENDED
