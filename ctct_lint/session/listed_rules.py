"""The user's own rules that are known in the working folder."""

from __future__ import annotations

from ctct_lint.session.own_rules import FoundRules, found_in
from ctct_lint.session.profiles.distributions import brought_profiles
from ctct_lint.session.request import Request
from ctct_lint.session.session import Session


def rules_here(config: str | None, *, isolated: bool) -> FoundRules:
    """Return the rules of the configuration of the working folder.

    Those of distributions are among them. Raises what `Session` raises.
    """
    session = Session(Request(config=config, isolated=isolated))
    described = session.configurations.of_run().base.profiles
    return found_in((*described, *brought_profiles().described))
