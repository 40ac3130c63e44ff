"""Which folder the paths in reports are relative to."""

from __future__ import annotations

import os

# The checkout, as GitHub Actions and GitLab CI call it.
_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def project_root() -> str:
    """Return the CI's checkout if the run is inside it, else the working directory.

    A step may run in a folder of the checkout, and code scanning knows files by
    their paths from its root.
    """
    try:
        here = os.getcwd()
    except OSError:
        return os.sep  # the folder is gone: paths stay whole
    for name in _CHECKOUTS:
        checkout = os.path.abspath(os.environ.get(name) or here)
        if here.startswith(os.path.join(checkout, "")):
            return checkout
    return here
