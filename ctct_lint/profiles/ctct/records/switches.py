"""The switches of a campaign, the texts that each needs when it is YES, and codes."""

TEXTS_OF = {
    "ViewAsWebpage": ("ViewAsWebpageLinkText", "ViewAsWebpageText"),
    "PermissionReminder": ("PermissionReminderText",),
    "IncludeForwardEmail": ("ForwardEmailLinkText",),
    "IncludeSubscribeLink": ("SubscribeLinkText",),
}
# The fields of campaigns, contacts and lists whose values are codes, numbers, dates or
# addresses: whatever else stands in one, the schema or a rule says that it is none.
CODED = frozenset(TEXTS_OF) | {
    "CountryCode",
    "Date",
    "EmailAddress",
    "EmailContentFormat",
    "EmailType",
    "GreetingName",
    "OptInDefault",
    "OptInSource",
    "OrganizationCountry",
    "OrganizationState",
    "SortOrder",
    "StateCode",
}
SWITCH_OF = {text: switch for switch, texts in TEXTS_OF.items() for text in texts}
