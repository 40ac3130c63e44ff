"""The sender's address in a campaign."""

from __future__ import annotations

ADDRESS = (
    "OrganizationName",
    "OrganizationAddress1",
    "OrganizationAddress2",
    "OrganizationAddress3",
    "OrganizationCity",
    "OrganizationState",
    "OrganizationInternationalState",
    "OrganizationCountry",
    "OrganizationPostalCode",
)
