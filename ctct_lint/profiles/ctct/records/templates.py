"""Campaigns that were made from a template in the user interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctct_lint.profiles.ctct.records.record import Record

FROM_TEMPLATES = frozenset({"STOCK", "TEMPLATE_V2"})


def is_from_template(campaign: Record) -> bool:
    """Tell whether a campaign says that it was made from a template."""
    return campaign.text("CampaignType") in FROM_TEMPLATES
