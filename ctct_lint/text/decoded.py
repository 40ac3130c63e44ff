"""A document as text, with what was wrong with its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.text.trouble import Trouble


class Decoded(NamedTuple):
    """The text without its BOM; `codec` is the Python codec that made it."""

    text: str
    codec: str
    bom: bytes = b""
    troubles: tuple[Trouble, ...] = ()
