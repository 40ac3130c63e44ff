"""Why a session cannot do its work."""


class JobError(Exception):
    """A job that cannot be done; says why, in words for stderr. The status is 2."""


class RequestError(Exception):
    """A request that contradicts itself; says what of it, in words of its options."""
