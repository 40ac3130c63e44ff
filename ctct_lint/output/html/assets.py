"""The page's own style, script and signs, and the policy that allows no others."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from ctct_lint.model.severity import Severity
from ctct_lint.output.html.markup import Html, element


def asset(name: str) -> Html:
    """Return a file of this package that is markup, style or script already."""
    return Html((files(__package__) / name).read_text("utf-8"))


def policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy for one style sheet and one script.

    Nothing can be loaded or sent, and what a source smuggled in could not run.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def favicon(worst: Severity | None) -> Html:
    """Return a sign for the tab: a disc, a triangle or a tick."""
    drawing = _FAVICONS[worst] if worst in _FAVICONS else _FAVICONS[None]
    image = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
        f"<path {drawing}/></svg>"
    )
    data = base64.b64encode(image.encode("ascii")).decode("ascii")
    return element("link", rel="icon", href=f"data:image/svg+xml;base64,{data}")


_FAVICONS = {
    Severity.ERROR: "fill='#c4302b' d='M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z'",
    Severity.WARNING: "fill='#c77700' d='M8 1l7 13H1z'",
    None: "fill='none' stroke='#1a7f4b' stroke-width='3' d='M2 9l4 4 8-10'",
}
