"""What codes and files of the user's own rules can be called."""

from __future__ import annotations

import os
import re

from ctct_lint.rules.registry import is_known

_CODE = re.compile(r"(?!CTC)[A-Z]+[0-9]{3,}")
_STEM = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_WRITTEN = re.compile(rb"""\bcode\s*=\s*["']([A-Z]+[0-9]+)["']""")

CODE_HELP = "write capitals and three digits, as in `ACME001`; `CTC` is ours"
STEM_HELP = "call the file by small letters, digits and `_`: `price_without_tax.py`"


def is_code(text: str) -> bool:
    """Can a rule of the user's own have this code?"""
    return _CODE.fullmatch(text) is not None


def wrong_stem(stem: str) -> str:
    """Return why a file of a rule cannot be called so, "" if it can."""
    if not _STEM.fullmatch(stem):
        return "is no name of a rule"
    is_taken = is_known(stem.replace("_", "-"))
    return "is the name of a rule that is built in" if is_taken else ""


def words_in(path: str, data: bytes) -> tuple[str, ...]:
    """Return what the rule of a file that is none is likely called, code first."""
    codes = {found.decode("ascii") for found in _WRITTEN.findall(data)}
    return (*sorted(filter(is_code, codes)), stem_of(path).replace("_", "-"))


def stem_of(path: str) -> str:
    """Return the name of a rule file, without its folder and its suffix."""
    return os.path.basename(path).removesuffix(".py")
