"""What keeps a job from being done."""

from __future__ import annotations


class JobError(Exception):
    """A job that cannot be done; says why, in words for stderr. The status is 2."""
