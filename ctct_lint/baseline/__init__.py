"""Baseline: what is known already, so that only new findings are reported.

    from ctct_lint.baseline.compare import Comparison
    from ctct_lint.baseline.file import Baseline, BaselineError, as_text, read

    recorded = read(path)       # OSError, BaselineError (its text has the place)
    comparison = Comparison(recorded, folder_of(path))
    new = comparison.take("mail/a.xml", outcome.diagnostics, is_reported)
    comparison.known            # how many have been left out so far
    comparison.stale()          # recorded, but no longer found
    as_text(comparison.updated())           # what --update-baseline writes

`is_reported(code)` says whether a code is reported at all in this file: what
`--select` leaves out is neither stale nor dropped by an update. For the first
`--update-baseline` start with `Baseline()`. Stdin without a name has no place in it.

Diagnostics must come uncut: lint with `settings._replace(most=UNLIMITED)`, and cut
what `take` returns with `ctct_lint.engine.limits.limited(new, settings.most)`.
"""

UNLIMITED = 1 << 60
