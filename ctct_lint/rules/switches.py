"""The switches of a campaign, and the texts that each needs when it is YES."""

from __future__ import annotations

TEXTS_OF = {
    "ViewAsWebpage": ("ViewAsWebpageLinkText", "ViewAsWebpageText"),
    "PermissionReminder": ("PermissionReminderText",),
    "IncludeForwardEmail": ("ForwardEmailLinkText",),
    "IncludeSubscribeLink": ("SubscribeLinkText",),
}
SWITCH_OF = {text: switch for switch, texts in TEXTS_OF.items() for text in texts}
