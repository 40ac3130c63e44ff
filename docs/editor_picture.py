"""Draws docs/static/neovim.svg: what Neovim shows of a document with faults.

python docs/editor_picture.py [NVIM]

Needs Neovim 0.11, tmux, and pygls: it is a capture of a real session with the set-up
of editors/neovim.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from picture import FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "static" / "neovim.svg"
BAD = ROOT / "fixtures" / "invalid" / "greeting-name-and-state.xml"
COLUMNS, LINES = 118, 24
PATIENCE = 120
INIT = """\
vim.o.termguicolors = true
vim.o.number = true
vim.o.signcolumn = 'yes'
vim.o.laststatus = 0
vim.o.showcmd = false
vim.o.ruler = false
vim.cmd.highlight('Normal guibg=NONE')
vim.diagnostic.config({ virtual_text = true })
vim.lsp.enable('ctct-lint')
"""


class Session:
    """Neovim in a terminal of its own."""

    def __init__(self, nvim: str, home: Path) -> None:
        self._tmux = ["tmux", "-L", f"picture-{home.name}", "-f", "/dev/null"]
        settings = home / ".config" / "nvim"
        (settings / "lsp").mkdir(parents=True)
        (settings / "init.lua").write_text(INIT)
        set_up = ROOT / "editors" / "neovim" / "lsp" / "ctct-lint.lua"
        (settings / "lsp" / "ctct-lint.lua").write_bytes(set_up.read_bytes())
        (home / "ctct-lint.toml").write_text("")
        text = BAD.read_text("utf-8").partition("<!-- expect")[0]
        text = text.replace("bread, fresh", "bread & rolls, fresh")
        (home / "rye.xml").write_text(text.replace("choose_one", "firstname"), "utf-8")
        programs = home / "bin"
        programs.mkdir()
        command = programs / "ctct-lint"
        python = shlex.quote(sys.executable)
        command.write_text(f'#!/bin/sh\nexec {python} -m ctct_lint "$@"\n')
        command.chmod(0o755)
        words = [
            "env",
            f"HOME={home}",
            f"PYTHONPATH={ROOT}",
            f"PATH={programs}:/usr/bin:/bin",
            "LC_ALL=C.UTF-8",
            nvim,
            "-n",
            "-i",
            "NONE",
            "rye.xml",
        ]
        size = ["-x", str(COLUMNS), "-y", str(LINES)]
        self._do("new-session", "-d", *size, "-c", str(home), shlex.join(words))

    def press(self, *keys: str) -> None:
        """Press keys, by the names that tmux has for them."""
        self._do("send-keys", *keys)

    def seen(self, text: str) -> str:
        """Wait for a text; return all that is shown, with its colours."""
        end = time.monotonic() + PATIENCE
        while text not in self._do("capture-pane", "-p"):
            if time.monotonic() > end:
                raise TimeoutError(self._do("capture-pane", "-p"))
            time.sleep(0.1)
        # Neovim draws what belongs together in pieces.
        time.sleep(1)
        return self._do("capture-pane", "-p", "-e")

    def end(self) -> None:
        """End the terminal, and Neovim with it."""
        self._do("kill-server")

    def _do(self, *words: str) -> str:
        done = subprocess.run(  # noqa: S603 - it is our own
            [*self._tmux, *words], capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout


def picture(nvim: str) -> str:
    """Return the picture of a real session, as SVG."""
    with TemporaryDirectory() as home:
        session = Session(nvim, Path(home))
        try:
            session.seen("is not a valid GreetingName")
            session.press("/firstname", "Enter", ":noh", "Enter", "gra")
            shown = session.seen("explain CTC203")
        finally:
            session.end()
    console = Console(record=True, width=COLUMNS, file=StringIO())
    # A line more: the picture ends within the last one.
    console.print(Text.from_ansi(shown.rstrip("\n") + "\n"))
    return console.export_svg(
        theme=MONOKAI, code_format=FORMAT, unique_id="neovim", title=""
    )


if __name__ == "__main__":
    program = sys.argv[1] if len(sys.argv) > 1 else "nvim"
    PICTURE.write_text(picture(program), "utf-8")
