"""The JSON schema of `ctct-lint.toml`, for editors, made from the table of keys.

`schema.json` beside this file is what `document()` returns; a test keeps it so.
"""

from __future__ import annotations

from typing import Any

from ctct_lint.config.keys import TABLE


def document() -> dict[str, Any]:
    """Return the schema of `ctct-lint.toml`, and of `[tool.ctct-lint]`."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "ctct-lint",
        "description": "Configuration of ctct-lint.",
        **TABLE.schema,
    }
