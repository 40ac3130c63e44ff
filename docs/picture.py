"""Draws docs/static/terminal.svg: what a terminal shows of the README's document.

python docs/picture.py
"""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "static" / "terminal.svg"
BAD = "fixtures/invalid/greeting-name-and-state.xml"
_COLUMNS = 92
# The fonts of the reader's machine: a picture must not load any.
FORMAT = """\
<svg viewBox="0 0 {terminal_width} {terminal_height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px ui-monospace, Menlo, Consolas, monospace;
  line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>{lines}</defs>
<rect fill="#1b1f24" width="{terminal_width}" height="{terminal_height}" rx="8"/>
<g transform="translate(12, 8)" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def picture() -> str:
    """Return the picture of a real run, as SVG."""
    command = [sys.executable, "-m", "ctct_lint", "check", "--color", "always", BAD]
    done = subprocess.run(  # noqa: S603 - it is our own
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    console = Console(record=True, width=_COLUMNS, file=StringIO())
    console.print(Text(f"$ ctct-lint check {BAD}\n", style="bold"))
    console.print(Text.from_ansi(done.stdout + done.stderr))
    return console.export_svg(
        theme=MONOKAI, code_format=FORMAT, unique_id="ctct-lint", title=""
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), "utf-8")
