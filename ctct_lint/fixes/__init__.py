"""Mending documents with the fixes of their diagnostics.

What a session needs, each from its own module (import them lazily: a check that
mends nothing has no need of them):

    from ctct_lint.fixes.rounds import mend
    from ctct_lint.fixes.diff import unified

    mended = mend(data, lint, frozenset({Applicability.SAFE}), reported)

`rounds.mend(data, lint, wanted, fixable)` -> `results.Mended(data, made, unmade, left,
rounds, refused)`. Pure: bytes in, bytes out;
offsets count code points of the decoded text. `lint` (bytes -> diagnostics) has to
report every rule and every diagnostic (`Settings.most` high), with the operation and
the configuration set, for `mend` sees by it that nothing new is wrong;
`fixable(diagnostics)` returns those of a round's that may be mended (`--select`,
`--ignore`, a baseline). `left` are all the diagnostics of `Mended.data`, not only
those that may be fixed; `unmade` says of each that could have been why it was not.
`refused` is "" or says why no fix was made at all, for stderr. However much is wrong,
a document is linted `budget.MOST_LINTS` times at most: what a trial shows to be wrong
is blamed on the fixes that wrote there (`blame`), and these wait while the others are
made (`queue`).

`diff.unified(name, old, new)` yields (`diff.LineKind`, line with its end) of a unified
diff; nothing where nothing differs. Control characters are passed on as they are, so
that the diff can be applied; on a terminal they should be escaped.
"""
