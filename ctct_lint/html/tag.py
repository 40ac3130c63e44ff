"""A tag of an HTML text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctct_lint.html.attributes import Attribute


class Tag:
    """A start or end tag; all offsets are code points of the text.

    name          as written; `lower` is the same in lower case
    start, end    from `<` to behind `>`
    self_closing  it ends in `/>`
    trouble       what is wrong with it, the name of a rule that words it
    """

    __slots__ = (
        "_attributes",
        "_text",
        "end",
        "is_end",
        "lower",
        "name",
        "self_closing",
        "start",
        "trouble",
    )

    def __init__(  # noqa: PLR0913 - by keyword, what a tag is
        self,
        text: str,
        name: str,
        span: tuple[int, int],
        *,
        is_end: bool = False,
        self_closing: bool = False,
        trouble: str = "",
        attributes: tuple[Attribute, ...] | None = None,
    ) -> None:
        self._text = text
        self._attributes = () if is_end else attributes
        self.name = name
        # Most names are: a text of its own for each would take much memory.
        self.lower = name if name.islower() else name.lower()
        self.start, self.end = span
        self.is_end = is_end
        self.self_closing = self_closing
        self.trouble = trouble

    def __repr__(self) -> str:
        return f"<Tag {self._text[self.start : self.end]!r} at {self.start}>"

    @property
    def name_start(self) -> int:
        """Where the name begins."""
        return self.start + (2 if self.is_end else 1)

    @property
    def name_end(self) -> int:
        """Where the name ends."""
        return self.name_start + len(self.name)

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes of a start tag, in order."""
        if self._attributes is None:
            from ctct_lint.html.attributes import read_attributes

            self._attributes = read_attributes(self._text, self.name_end).attributes
        return self._attributes

    def attribute(self, name: str) -> Attribute | None:
        """Return the first attribute of a lower-case name; the others do not count."""
        return next((a for a in self.attributes if a.lower == name), None)
