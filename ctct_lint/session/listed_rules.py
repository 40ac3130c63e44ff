"""The user's own rules that are known in the working folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.session.own_rules import rules_of
from ctct_lint.session.profiles.distributions import brought_profiles
from ctct_lint.session.request import Request
from ctct_lint.session.session import Session

if TYPE_CHECKING:
    from ctct_lint.rules.base import Rule


def rules_here(config: str | None, *, isolated: bool) -> tuple[Rule, ...]:
    """Return the rules of the configuration of the working folder.

    Those of distributions are among them. Raises what `Session` raises.
    """
    session = Session(Request(config=config, isolated=isolated))
    described = session.configurations.of_run().base.profiles
    return rules_of((*described, *brought_profiles().described))
