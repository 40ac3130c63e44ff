"""How property tests look for counterexamples; HYPOTHESIS_PROFILE chooses.

`suite`, unless told otherwise: the same examples in each run, so that a run fails for
what was changed and for nothing else; another machine finds the same. `long`: new
examples in each run, fifty times as many, and failures are kept in `.hypothesis/`.
Neither has a limit of time: a machine with much to do is no fault of the code.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_UNHURRIED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)

settings.register_profile(
    "suite", _UNHURRIED, max_examples=100, derandomize=True, database=None
)
settings.register_profile("long", _UNHURRIED, max_examples=5_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
