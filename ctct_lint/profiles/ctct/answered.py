"""Answers of the server that were saved in place of a document: `Error 400: ...`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.answers import statuses
from ctct_lint.rules.base import Finding
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.context import Context

_STATUS = lazy(
    r"\s*(?:HTTP/[\d.]+ |(?:HTTP )?(?:Status|Error)(?: code)?:? )?"
    r"([45]\d\d)(?=[\s:]|\Z)",
    re.IGNORECASE,
)
# The title of a page, and the first texts of an answer in XML.
_MOST_TEXTS = 20


def word_answer(fault: Fault, context: Context) -> Iterator[Finding]:
    """Yield the finding for a text, or for a root, that is an answer of the server."""
    root = fault.at.element
    texts = (fault.subject,) if root is None else _texts(root)
    found = next(filter(None, map(_STATUS.match, texts)), None)
    if found is None or found[1] not in statuses():
        return
    explain = f"`ctct-lint explain {found[1]}`"
    yield Finding(
        fault.at,
        f"this is the answer {found[1]} of a server, not a document for it",
        help=(f"{explain} says what it means; check the document that was sent",),
        severity=Severity.INFORMATION if context.is_answer else None,
    )


def _texts(root: _Element) -> Iterator[str]:
    """Yield the first texts of a document that are not blank."""
    texts = (str(text) for text in root.itertext() if text.strip())
    return (text for _, text in zip(range(_MOST_TEXTS), texts, strict=False))
