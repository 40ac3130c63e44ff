"""Settings of the garbage collector: a run makes hardly any reference cycles."""

from __future__ import annotations

import atexit
import gc

_MANY = 100_000


def postpone() -> None:
    """Look for cycles seldom, and not in what is left at the end.

    Trees are freed with their last name. A tenth of a short run would be spent on
    looking through the modules that it imports, most of it when it ends.
    """
    gc.set_threshold(_MANY)
    atexit.register(gc.freeze)
