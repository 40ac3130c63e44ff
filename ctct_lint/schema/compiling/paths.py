"""The paths of identity constraints, which are few of those of XPath."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.schema.components.element import Path


def read_paths(written: str, spaces: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the paths that `|` separates; `spaces` has the prefixes' namespaces."""
    without_blanks = "".join(written.split())
    return tuple(tuple(_steps(one, spaces)) for one in without_blanks.split("|") if one)


def _steps(path: str, spaces: Mapping[str, str]) -> Iterator[str]:
    if path.startswith(".//"):
        yield "//"
        path = path.removeprefix(".//")
    for step in path.split("/"):
        if step != ".":
            yield _step(
                step.replace("attribute::", "@").removeprefix("child::"), spaces
            )


def _step(step: str, spaces: Mapping[str, str]) -> str:
    sign, name = ("@", step[1:]) if step.startswith("@") else ("", step)
    prefix, colon, local = name.rpartition(":")
    uri = spaces.get(prefix, "") if colon else ""
    return f"{sign}{{{uri}}}{local}" if uri else sign + local
