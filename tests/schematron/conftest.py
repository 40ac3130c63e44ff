"""A Schematron schema that a test writes in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rulebook import Rulebook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    """Return what makes a schema in the folder of a test."""
    return Rulebook(tmp_path)
