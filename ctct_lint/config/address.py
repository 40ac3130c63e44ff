"""A kind of values: the address of published pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ctct_lint.config.kinds import Text, Wrong
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.config.kinds import Known, Path

CODE = "{code}"
_ADDRESS = r"https?://[^\s{}]+\{code\}[^\s{}]*"
_is_address = lazy(_ADDRESS)


class Address(NamedTuple):
    """An address on the web with `{code}` in the place of a rule's code."""

    def wrongs(self, value: Any, path: Path, known: Known) -> Iterator[Wrong]:
        """Yield what is wrong with a value."""
        found = list(Text().wrongs(value, path, known))
        yield from found
        if not found and not _is_address.fullmatch(value):
            example = "write it as `https://example.org/rules/{code}.html`"
            yield Wrong(path, f"{value!r} is no address with {CODE} in it", (example,))

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the values."""
        return {"type": "string", "pattern": f"^{_ADDRESS}$"}
