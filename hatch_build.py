"""What happens when a wheel is built: the schemas are compiled, to be carried by it."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledSchemas(BuildHookInterface[Any]):
    """Writes the compiled schemas beside the schemas, where the wheel takes both."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them; an editable install reads what is written here."""
        del version, build_data
        sys.path.insert(0, self.root)
        from ctct_lint.profiles.registry import compile_all

        compile_all()
