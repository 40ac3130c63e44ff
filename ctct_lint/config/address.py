"""A kind of values: the address of published pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config.kind import ValueProblem
from ctct_lint.config.kinds import text
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.config.kind import KnownNames, Path

CODE = "{code}"
_ADDRESS = r"https?://[^\s{}]+\{code\}[^\s{}]*"
_is_address = lazy(_ADDRESS)


def _of_address(value: str, path: Path, _: KnownNames) -> Iterator[ValueProblem]:
    if not _is_address.fullmatch(value):
        example = "write it as `https://example.org/rules/{code}.html`"
        yield ValueProblem(
            path, f"{value!r} is no address with {CODE} in it", (example,)
        )


# An address on the web with `{code}` in the place of a rule's code.
ADDRESS = text(_of_address, f"^{_ADDRESS}$")
