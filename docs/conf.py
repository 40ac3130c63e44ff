"""How Sphinx makes the site of these pages: sphinx-build -W docs site.

The pages of rules and of the server's answers are written before, from the linter.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pygments.lexers.special import TextLexer

from ctct_lint.version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

project = "ctct-lint"
author = "the authors of ctct-lint"
copyright = f"2026, {author}"  # noqa: A001 - Sphinx calls it so
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
myst_links_external_new_tab = False
source_suffix = {".md": "markdown"}
nitpicky = False  # annotations name types of lxml and of the standard library
highlight_language = "text"
suppress_warnings = ["misc.highlighting_failure"]  # examples are broken on purpose

html_theme = "furo"
html_title = "ctct-lint"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"

# A line "name  what it is" of a docstring, and what goes on under it.
_PARAMETER = re.compile(r"^(\w+) {2,}(\S.*)$")


def _as_fields(*event: Any) -> None:
    """Make fields of the lines of a docstring that say what parameters are."""
    lines: list[str] = event[-1]
    lines[:] = [_PARAMETER.sub(r":\1: \2", line) for line in lines]


def setup(app: Sphinx) -> None:
    """Write the pages that are made, and have docstrings read as they are written."""
    from made import write

    write(HERE)
    app.add_lexer("form", TextLexer)  # the body of a form, in manuals of rules
    app.connect("autodoc-process-docstring", _as_fields)
