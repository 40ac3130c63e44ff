"""Configuration: `ctct-lint.toml`, or `[tool.ctct-lint]` in `pyproject.toml`.

`find.Configurations` is asked for the settings of each file. Everything else here is
frozen and can be pickled.
"""

from ctct_lint.config.settings import Settings, covers

__all__ = ["Settings", "covers"]
