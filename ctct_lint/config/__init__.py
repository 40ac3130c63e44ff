"""Configuration: `ctct-lint.toml`, or `[tool.ctct-lint]` in `pyproject.toml`.

The command line uses it like this (`known` is what the keys may
name; `Overrides` holds what was given as options, each None or empty if not):

    from ctct_lint.config.find import Configurations
    from ctct_lint.config.overrides import Overrides
    from ctct_lint.config.problem import ConfigurationError

    overrides = Overrides(select=("CTC2",), severities=(("CTC405", Severity.ERROR),))
    configurations = Configurations(known, overrides, file=None, isolated=False)
    run = configurations.of_run()           # nearest above the working folder
    run.fail_on, run.output_format, run.max_diagnostics, run.respect_gitignore,
    run.force_exclude, run.baseline, run.cache_dir      # None where nothing was said
    configurations.settings_for("mail/a.xml")   # nearest above that file; cached
    configurations.settings_for(None)           # for stdin without a name
    find_inputs(
        paths,
        exclusion_in=configurations.exclusion_in,
        is_forced_out=configurations.covers_excluded if run.force_exclude else None,
        gitignore=run.respect_gitignore is not False,
    )

`of_run` and `settings_for` raise `ConfigurationError`, whose text has a line for
each problem: `FILE:LINE:COLUMN: message`. The same configuration fails with the same
error each time. Everything but `Configurations` is frozen and can be pickled.
"""

from __future__ import annotations

from ctct_lint.config.settings import Settings, covers

__all__ = ["Settings", "covers"]
