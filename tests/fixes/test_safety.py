"""What a safe fix may do: nothing that somebody could have decided otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-minimal.create.xml").read_text("utf-8")
USER = "http://api.constantcontact.com/ws/customers/greenleaf"
CONTACT = f"""<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title type="text"> </title>
  <updated>2011-03-14T09:26:53Z</updated>
  <author/>
  <content type="application/vnd.ctct+xml">
    <Contact xmlns="http://ws.constantcontact.com/ns/1.0/">
      <EmailAddress>jane@example.com</EmailAddress>
      <OptInSource>ACTION_BY_CUSTOMER</OptInSource>
      <ContactLists><ContactList id="{USER}/lists/1"/></ContactLists>
    </Contact>
  </content>
</entry>
"""
SCHEDULE = """<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title/>
  <updated>2011-03-14T09:26:53Z</updated>
  <author><name/></author>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/">
      <ScheduledTime>2031-03-18T12:00:00Z</ScheduledTime>
    </Schedule>
  </content>
</entry>
"""
GREETING = "<GreetingName>None</GreetingName><IncludeForwardEmail>"
TIME = "2031-03-18T12:00:00Z"
SAFE, UNSAFE = True, False

# What is put in the place of what, the title of the fix, and whether it is safe.
FIXES = [
    # who consents
    (CONTACT, "ACTION_BY_CUSTOMER", "ACTION_BY_CLIENT", "write `ACTION_BY_CON", UNSAFE),
    (CONTACT, "ACTION_BY_CUSTOMER", "action_by_contact", "write `ACTION_BY_", UNSAFE),
    (CONTACT, "ACTION_BY_CUSTOMER", "ACTION_BY_CUSTOMR", "write `ACTION_BY_", UNSAFE),
    (CONTACT, "ACTION_BY_CUSTOMER", "CUSTOMER", "write `ACTION_BY_", UNSAFE),
    # who receives, who sends
    (CONTACT, "jane@example.com", "mailto:jane@example.com", "write `jane@", UNSAFE),
    (CONTACT, "jane@example.com", "Jane &lt;j@example.com>", "write `j@", UNSAFE),
    (CONTACT, f"{USER}/lists", "ws/customers/a/lists", "write the full URI", UNSAFE),
    (CONTACT, "greenleaf", "GreenLeaf", "write `greenleaf`", UNSAFE),
    (CONTACT, "http://api", "https://api", "write `http`", UNSAFE),
    (CAMPAIGN, "<id>http://api", "<id>https://api", "write `http`", SAFE),
    (CAMPAIGN, f'<Email id="{USER}', '<Email id="ws/customers/a', "write the", UNSAFE),
    # when
    (SCHEDULE, TIME, "2031-03-18T12:00:00+01:00", "write `2031-", UNSAFE),
    (SCHEDULE, TIME, "2031-03-18T12:00:00", "add `Z`", UNSAFE),
    (
        SCHEDULE,
        TIME,
        "2031-03-18T12:00:00 01:00",
        "replace with `2031-03-18T12:00:00+",
        SAFE,
    ),
    # what is said
    (CAMPAIGN, "Tulip bulbs", "Tulip &amp;amp; bulbs", "write `&`", UNSAFE),
    (CAMPAIGN, "Tulip bulbs", "Tulip \u201cbulbs\u201d", "write plain", UNSAFE),
    (CAMPAIGN, "Tulip bulbs", "Tulip &eacute; bulbs", "replace it", SAFE),
    (CAMPAIGN, "Tulip bulbs", "Tulip & bulbs", "escape it", SAFE),
    # values with another reading
    (CAMPAIGN, "<IncludeForwardEmail>", GREETING, "", None),
    (
        CAMPAIGN,
        "<IncludeForwardEmail>",
        GREETING.replace("None", "FirstOrLastName"),
        "write `FirstAndLastName`",
        UNSAFE,
    ),
    (
        CAMPAIGN,
        "<IncludeForwardEmail>",
        GREETING.replace("None", "first_name"),
        "write `FirstName`",
        SAFE,
    ),
    (CAMPAIGN, "Format>HTML", "Format>XTML", "write `", UNSAFE),
    (CAMPAIGN, "Format>HTML", "Format>Html", "write `HTML`", SAFE),
    (CAMPAIGN, "Webpage>NO", "Webpage>true", "write `YES`", UNSAFE),
    (CAMPAIGN, "Webpage>NO", "Webpage>no", "write `NO`", SAFE),
    (CAMPAIGN, 'type="text"', 'type="text/html"', "write `html`", SAFE),
    (CAMPAIGN, 'type="text"', 'type="txt"', "write `text`", SAFE),
    (CAMPAIGN, 'type="text"', 'type="image/png"', "write `text`", UNSAFE),
    (CAMPAIGN, "ns/1.0/", "ns/1.0", "write `http", SAFE),
    (CAMPAIGN, "http://ws.constantcontact.com/ns/1.0/", "urn:x", "write `", UNSAFE),
    # names
    (CAMPAIGN, "Subject>", "Subjekt>", "rename it to `Subject`", SAFE),
    (CAMPAIGN, "EmailTextContent>", "TextContent>", "rename it to", UNSAFE),
    (CAMPAIGN, "</Subject>", "</FromName>", "make both tags", UNSAFE),
    (CAMPAIGN, "</Subject>", "</SUBJECT>", "make both tags", SAFE),
    (CAMPAIGN, "</Subject>", "</Subjct>", "make both tags", SAFE),
    # what takes something away
    (CAMPAIGN, "<Subject>", "<Subject>a</Subject><Subject>", "remove the se", UNSAFE),
    (CAMPAIGN, "<Subject>", "<Subject>\x08", "remove it", UNSAFE),
    (CAMPAIGN, "<entry", "<!DOCTYPE entry><entry", "remove the decl", UNSAFE),
    (CAMPAIGN, "&lt;h1", "&lt;OpenTracking/>" * 2 + "&lt;h1", "remove it", UNSAFE),
]


@pytest.mark.parametrize(("document", "right", "wrong", "title", "is_safe"), FIXES)
def test_a_fix_is_safe_if_nothing_is_decided(
    document: str, right: str, wrong: str, title: str, is_safe: bool | None
) -> None:
    broken = document.replace(right, wrong)
    fixes = [
        (fix.title.startswith(title), fix.applicability.value == "safe")
        for diagnostic in lint(broken, operation="create")
        for fix in diagnostic.fixes
    ]

    assert broken != document
    assert set(fixes) == (set() if is_safe is None else {(True, is_safe)})


def test_blanks_around_what_the_user_decides_are_no_decision() -> None:
    blank = CONTACT.replace(f'"{USER}', f'" {USER}')
    ((found,),) = (d.fixes for d in lint(blank, operation="create"))

    assert (found.title, found.applicability.value) == (
        "remove the white space",
        "safe",
    )


# What is broken, and the fixes that are shown for it, each with what is safe of it.
BROKEN = [
    # junk in an end tag is a fault of its own
    (
        "</Subject>",
        '</Subjct x="1">',
        ["make both tags of the element agree*", "remove it"],
    ),
    ("</Subject>", "</ Subjct>", ["make both tags of the element agree*"]),
    # what takes something away says so
    ("<Subject>", '<Subject ="yes">', ["remove it"]),
    ("<Subject>", "<Subject x = =>", ["mend the tag"]),
    ("<Subject>", "<Subject x=='a>", ["add the closing quote and remove the rest"]),
    ("<Subject>", "<Subject xmlns>", ["give it a value"]),
    ("<Subject>", "<Subject lang>", ["give it a value"]),
    ("<Subject>", '<Subject xmlns:xml="urn:x">', ["remove it"]),
    ("Tulip", "&#1", ["remove it"]),
    ("Tulip", "&#233", ["write `&#233;`*"]),
    # of what is cut off nobody can guess the rest
    (CAMPAIGN.partition("lists/3")[2], "", []),
    (CAMPAIGN.partition("<ContactList ")[2], "", ["add the end tags"]),
    # a second root goes only as a whole, and not if the first one is part of it
    ("</entry>", "</entry><entry><id>a</id></entry>", ["remove this `entry`"]),
    ("</entry>", "</entry><entry><id>a</id>", []),
    ('<entry xmlns="http://www.w3.org/2005/Atom">', "", []),
]


@pytest.mark.parametrize(("right", "wrong", "titles"), BROKEN)
def test_a_fix_of_the_syntax_says_what_it_removes(
    right: str, wrong: str, titles: list[str]
) -> None:
    text = CAMPAIGN.replace(right, wrong, 1)
    found = [
        fix.title + "*" * (fix.applicability.value == "safe")
        for diagnostic in lint(text, operation="create")
        if diagnostic.code not in {"CTC103", "CTC207"}
        for fix in diagnostic.fixes
    ]

    assert text != CAMPAIGN
    assert found == titles


@pytest.mark.parametrize("prefix", ["", "c:"])
def test_what_is_put_into_another_namespace_has_its_prefix(prefix: str) -> None:
    """Though the tree has one of its own, where the namespace has been mended."""
    declared = f"xmlns{':' * bool(prefix)}{prefix.rstrip(':')}"
    payload = (
        f'<{prefix}Campaign {declared}="http://ws.constantcontact.com/ns/2.0/">'
        f"<{prefix}OrganizationState>Bayern</{prefix}OrganizationState>"
        f"<{prefix}OrganizationCountry>de</{prefix}OrganizationCountry>"
        f"</{prefix}Campaign>"
    )
    found = {d.code: d for d in lint(payload, operation="create")}

    assert found["CTC411"].help == (
        f"add `<{prefix}ViewAsWebpage>`, with `NO` if in doubt",
    )
    (fix,) = found["CTC411"].fixes
    assert fix.title == f"insert `{fix.edits[0].new_text}`"
    assert fix.edits[0].new_text.startswith(f"<{prefix}ViewAsWebpage>NO</{prefix}V")
    (fix,) = found["CTC203"].fixes
    assert {e.new_text for e in fix.edits} == {
        f"{prefix}OrganizationInternationalState"
    }
