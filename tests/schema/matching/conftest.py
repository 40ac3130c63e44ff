"""The schema of a test's module, compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.schema.compiling.compile import compile_file
from ctct_lint.schema.schema import Schema

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def compiled(schema: Path) -> Schema:
    """Compile the schema that is the text `SCHEMA` of a test's module."""
    return Schema(compile_file(str(schema)))
