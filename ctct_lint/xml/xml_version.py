"""The version of XML that a document says it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

_USUAL = ('<?xml version="1.0"', "<?xml version='1.0'")
# Not that of `chars`: a clean document needs none of its patterns.
_S = f"[{WHITE_SPACE}]"
_VERSION = lazy(f"<\\?xml{_S}+version{_S}*={_S}*([\"'])(1\\.[0-9]+)\\1")


def other_version(text: str) -> Iterator[Fault]:
    """Yield a fault if it is one that is read as 1.0, and is not 1.0."""
    if text.startswith("<?xml") and not text.startswith(_USUAL):
        found = _VERSION.match(text)
        if found and found[2] != "1.0":
            yield Fault("other-xml-version", source_span(*found.span(2)), found[2])
