"""The switches of a campaign, the texts that each needs when it is YES, and codes."""

from __future__ import annotations

TEXTS_OF = {
    "ViewAsWebpage": ("ViewAsWebpageLinkText", "ViewAsWebpageText"),
    "PermissionReminder": ("PermissionReminderText",),
    "IncludeForwardEmail": ("ForwardEmailLinkText",),
    "IncludeSubscribeLink": ("SubscribeLinkText",),
}
# The fields of campaigns and contacts whose values are codes, dates or addresses:
# whatever else stands in one of them, the schema or a rule says that it is none.
CODED = frozenset(TEXTS_OF) | {
    "CountryCode",
    "Date",
    "EmailAddress",
    "EmailContentFormat",
    "EmailType",
    "GreetingName",
    "OptInSource",
    "OrganizationCountry",
    "OrganizationState",
    "StateCode",
}
SWITCH_OF = {text: switch for switch, texts in TEXTS_OF.items() for text in texts}
