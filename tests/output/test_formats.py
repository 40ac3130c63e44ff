from __future__ import annotations

import subprocess
import sys

from ctct_lint.output.formats import FORMATS

PROGRAM = """
import sys
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.style import Style
renderers = {"full", "concise", "lsp_json"}
loaded = lambda: {n for n in renderers if f"ctct_lint.output.{n}" in sys.modules}
before = loaded()
nothing = list(FORMATS["concise"]([], Style.plain())), loaded()
list(FORMATS["json"]([], Style.plain()))
print(before, nothing, loaded())
"""


def test_the_formats_by_name() -> None:
    assert list(FORMATS) == ["full", "concise", "json"]


def test_a_format_is_imported_when_it_has_something_to_say() -> None:
    command = [sys.executable, "-c", PROGRAM]
    output = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert output == "set() ([], set()) {'lsp_json'}\n"
