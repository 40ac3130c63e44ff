"""Names of findings that stay the same when lines move."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.output.report import FileReport

_DIGITS = 32


def fingerprints(report: FileReport, path: str) -> Iterator[str]:
    """Yield a name for each diagnostic of the file at `path`, all of them different.

    It is made of the path, the element's path, the code, and the number of those
    before it of which all this is the same; not of lines or messages.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for diagnostic in report.diagnostics:
        what = (diagnostic.code, diagnostic.path)
        seen[what] += 1
        key = "\0".join((path, *what, str(seen[what])))
        yield sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
