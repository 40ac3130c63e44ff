"""What happens when a wheel is built: what it carries compiled is compiled."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Compiled(BuildHookInterface[Any]):
    """Writes compiled schemas and what is known of rules where the wheel takes them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them; an editable install reads what is written here."""
        del version, build_data
        sys.path.insert(0, self.root)
        from ctct_lint.profiles.registry import compile_all

        compile_all()
