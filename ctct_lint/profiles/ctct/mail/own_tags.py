"""The tags that the service replaces by something, as they are written.

Source: the samples of the documentation of v1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.content import EMAIL, REMINDER, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

_IN_BOTH = ("<Greeting/>", '<CustomBlock name="…" title="…">…</CustomBlock>')
_OF = {
    EMAIL: (
        "<OpenTracking/>",
        *_IN_BOTH,
        "<CopyRight>…</CopyRight>",
        '<SimpleURLProperty name="…" type="plain" track="true" href="…"/>',
    ),
    TEXT: ("<Text>…</Text>", *_IN_BOTH),
    REMINDER: ("<ConfirmOptin>…</ConfirmOptin>",),
}


def tags_in(name: str) -> Sequence[str]:
    """Return the tags for the text of an element of a campaign."""
    return _OF.get(name, ())
