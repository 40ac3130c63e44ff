"""The `html` format: one page with the sources, every fault underlined in place.

The page needs no network and no other file, and it allows itself neither. It is
ASCII, so that any stream can take it; without its script it is whole, only not
filtered.
"""

from ctct_lint.output.html.page import render

__all__ = ["render"]
