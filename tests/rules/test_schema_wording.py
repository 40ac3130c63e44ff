"""How faults are worded: those of source and schema, and of the linter's comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.model.diagnostic import Applicability, Severity
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import (
    Place,
    after,
    after_name,
    attribute_value,
    before,
    end_of,
    name_of,
    source_span,
    value_of,
    whole,
)
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.base import Finding, Proposal, guess
from ctct_lint.rules.context import Context
from ctct_lint.rules.registry import all_rules, rule_named

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFORMATION
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
CREATE, UPDATE, RESPONSE = Operation.CREATE, Operation.UPDATE, Operation.RESPONSE
ATOM = "http://www.w3.org/2005/Atom"
CTCT = "http://ws.constantcontact.com/ns/1.0/"
HERE = source_span(3, 7)
REAL_FOLDERS = ("CTC0", "CTC2", "CTC9")


@dataclass(frozen=True)
class Said:
    """What is to be said of a fault."""

    message: str
    help: str = ""
    severity: Severity = ERROR
    fix: Proposal | None = None
    notes: tuple[str, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()


def worded(fault: Fault, operation: Operation = CREATE) -> Said:
    """Return what the rule of the fault's kind says of it."""
    rule = rule_named(fault.kind)
    context = Context(operation, vocabulary=built_in())
    (finding,) = built_in().word(fault, context) or rule.check(fault, context)
    assert isinstance(finding, Finding)
    assert finding.at == fault.at
    assert len(finding.fixes) <= 1
    return Said(
        message=finding.message,
        help=" + ".join(finding.help),
        severity=finding.severity or rule.severity,
        fix=finding.fixes[0] if finding.fixes else None,
        notes=finding.notes,
        related=finding.related,
    )


def case(fault: Fault, message: str, help_: str = "", *more: Any, **others: Any) -> Any:
    """Return a fault and what is to be said of it."""
    return fault, Said(message, help_, *more, **others)


def safe(title: str, *edits: tuple[Place, str]) -> Proposal:
    return Proposal(title, edits)


CAMPAIGN = etree.fromstring(
    f'<Campaign xmlns="{CTCT}" xmlns:a="{ATOM}"><id> 7&amp;8 </id><Name/><Name/>'
    '<xmlns/><ContactList><a:link/></ContactList><content type="x"/></Campaign>'
)
ID, NAME, SECOND, XMLNS, LIST, CONTENT = CAMPAIGN
TWICE = etree.fromstring(f'<ContactList xmlns="{CTCT}" id="7"><id>8</id></ContactList>')
RENAME = ((HERE, "Subject"), (source_span(20, 24), "Subject"))

SCHEMA = [
    case(
        Fault("unknown-element", HERE, "Priority", "Campaign"),
        "`Priority` is not a known element of `Campaign`",
        "remove it, or write the name that was meant",
        WARNING,
        notes=("the server ignores elements that it does not know",),
    ),
    case(
        Fault(
            "unknown-element",
            name_of(XMLNS),
            "xmlns",
            "Campaign",
            edits=((whole(XMLNS), ""),),
        ),
        "`xmlns` is not a known element of `Campaign`",
        "remove it, or write the name that was meant",
        WARNING,
        fix=guess("remove it", (whole(XMLNS), "")),
        notes=("the server ignores elements that it does not know",),
    ),
    case(
        Fault("misspelt-element", HERE, "Subjct", "Campaign", ("Subject",), (), RENAME),
        "`Subjct` is not an element of `Campaign`",
        "did you mean `Subject`?",
        fix=safe("rename it to `Subject`", *RENAME),
    ),
    case(
        Fault(
            "misspelt-element",
            HERE,
            "Organisation",
            "Campaign",
            ("Subject",),
            edits=RENAME,
        ),
        "`Organisation` is not an element of `Campaign`",
        "did you mean `Subject`?",
        fix=guess("rename it to `Subject`", *RENAME),
    ),
    case(
        Fault(
            "wrong-case-element", HERE, "subject", "Campaign", ("Subject",), (), RENAME
        ),
        "`subject` differs from `Subject` in case",
        "write `Subject`",
        fix=safe("rename it to `Subject`", *RENAME),
        notes=("element names are case-sensitive",),
    ),
    *(
        case(
            Fault(
                "duplicate-element",
                name_of(SECOND),
                "Name",
                "Campaign",
                related=((name_of(first), "Name"),),
            ),
            "duplicate `Name` in `Campaign`",
            "remove one of the two",
            fix=guess("remove the second `Name`", (whole(SECOND), "")),
            related=((name_of(first), "first one here"),),
        )
        for first in (ID, NAME, LIST)
    ),
    case(
        Fault(
            "misplaced-element",
            HERE,
            "Email",
            "Campaign",
            ("FromEmail", "ReplyToEmail"),
        ),
        "`Email` does not belong in `Campaign`",
        "move it into `FromEmail` or `ReplyToEmail`",
    ),
    case(
        Fault("misplaced-element", HERE, "b", "a", detail="after c"),
        "`b` must stand after `c` in `a`",
        "move it after `c`",
    ),
    case(
        Fault("misplaced-element", HERE, "b", "a", detail="before "),
        "`b` is out of order in `a`",
    ),
    case(
        Fault("missing-element", name_of(CAMPAIGN), "", "Campaign", ("Subject",)),
        "`Campaign` lacks the required element `Subject`",
        "add `<Subject>`: the subject line of the message",
        fix=guess(
            "insert `<Subject>TODO</Subject>`",
            (end_of(CAMPAIGN), "<Subject>TODO</Subject>"),
        ),
    ),
    case(
        Fault("missing-element", name_of(CONTENT), "", "content", ("Campaign",)),
        "`content` lacks the required element `Campaign`",
        "add `<Campaign>`",
    ),
    case(
        Fault("missing-element", name_of(LIST), "", "b", ("a|c",)),
        "`b` lacks the required element `a` or `c`",
        "add `<a>` or add `<c>`",
    ),
    case(
        Fault("missing-element", name_of(LIST), "", "b", ("a|c|d|e",)),
        "`b` lacks the required element `a`, `c`, `d` or `e`",
        "add `<a>`, `<c>`, `<d>` or `<e>`",
    ),
    case(
        Fault("missing-element", name_of(LIST), "", "b", ("|".join("acdefghijk"),)),
        "`b` lacks the required element "
        "`a`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j` or `k`",
        "add `<a>`, `<c>`, `<d>`, `<e>`, `<f>`, `<g>`, `<h>`, `<i>` or 2 more",
    ),
    case(
        Fault(
            "missing-element", name_of(LIST), "", "b", ("tuba|violin|" * 4 + "oboe",)
        ),
        "`b` lacks the required element "
        "`tuba`, `violin`, `tuba`, `violin`, `tuba` or 4 more",
        "add `<tuba>`, `<violin>`, `<tuba>`, `<violin>`, `<tuba>`, `<violin>`, "
        "`<tuba>`, `<violin>` or 1 more",
    ),
    case(
        Fault("missing-element", name_of(LIST), "", "b", ("a", "c|d", "e", "f")),
        "`b` lacks the required elements `a`, `c` or `d`, `e` and `f`",
        "add `<a>`, `<c>` or `<d>`, `<e>`, `<f>`",
    ),
    case(
        Fault("missing-element", name_of(LIST), "", "b", ("a",) * 5_000),
        "`b` lacks 5,000 required elements `a`",
        "add `<a>` 5,000 times",
    ),
    case(
        Fault("missing-element", name_of(LIST), "", "b", ("a", "c", "a", "d|e")),
        "`b` lacks the required elements `a` (2), `c` and `d` or `e`",
        "add `<a>` 2 times + add `<c>` + add `<d>` or add `<e>`",
    ),
    case(
        Fault(
            "misplaced-element", name_of(LIST), "a", "b", ("content",), detail="wrap"
        ),
        "`a` must stand in `content`, not directly in `b`",
        'wrap it in `<content type="application/vnd.ctct+xml">`',
        fix=guess(
            'wrap it in `<content type="application/vnd.ctct+xml">`',
            (before(LIST), '<content type="application/vnd.ctct+xml">'),
            (after(LIST), "</content>"),
        ),
    ),
    case(
        Fault("misplaced-element", name_of(LIST), "a", "b", ("c",), detail="inside"),
        "`a` must stand in `c`, not directly in `b`",
        "wrap it in `<c>`",
    ),
    case(
        Fault("missing-attribute", name_of(CONTENT), "type", "content"),
        "`content` lacks the required attribute `type`",
        'add `type="application/vnd.ctct+xml"`',
        fix=safe(
            'add `type="application/vnd.ctct+xml"`',
            (after_name(CONTENT), ' type="application/vnd.ctct+xml"'),
        ),
    ),
    case(
        Fault(
            "missing-attribute",
            name_of(LIST),
            "k",
            "ContactList",
            ("k", "on", "word"),
            detail="k\ta\tb\non date\nword string",
        ),
        "`ContactList` lacks the required attributes `k`, `on` and `word`",
        'add `k="…"`, `on="…"`, `word="…"` + `k` is one of `a`, `b` '
        "+ `on` is a date such as `2010-11-13`",
    ),
    case(
        Fault("missing-attribute", name_of(LIST), "id", "ContactList"),
        "`ContactList` lacks the required attribute `id`",
        'add `id="http://api.constantcontact.com/ws/customers/{user-name}'
        '/lists/{number}"`',
    ),
    case(
        Fault("missing-attribute", HERE, "type", "content"),
        "`content` lacks the required attribute `type`",
        'add `type="application/vnd.ctct+xml"`',
    ),
    case(
        Fault("unknown-attribute", HERE, "lang", "link", ("href", "rel")),
        "`link` has no attribute `lang`",
        "expected one of `href`, `rel`",
        fix=guess("remove it", (HERE, "")),
    ),
    case(
        Fault("unknown-attribute", HERE, "lang", "Subject"),
        "`Subject` has no attribute `lang`",
        "remove it: no attribute is known here",
        fix=guess("remove it", (HERE, "")),
    ),
    case(
        Fault("missing-byte-order-mark", HERE),
        "the document is in UTF-16 without a byte order mark",
        "save it as UTF-8, or as UTF-16 with a byte order mark",
        severity=INFO,
    ),
    case(
        Fault(
            "forbidden-nil", HERE, "true", "Subject", (), (), ((HERE, ""),), "xsi:nil"
        ),
        "`Subject` may not be nil: it cannot have `xsi:nil`",
        "leave out the element, or only the attribute",
        fix=guess("remove `xsi:nil`", (HERE, "")),
    ),
    case(
        Fault(
            "forbidden-type",
            HERE,
            "xsd:string",
            "Subject",
            (),
            (),
            ((HERE, ""),),
            "i:type",
        ),
        "`Subject` cannot have the type `xsd:string`",
        "take `i:type` away: no element of the format needs it",
        fix=guess("remove `i:type`", (HERE, "")),
    ),
    case(
        Fault("forbidden-type", HERE, "x", "pay", ("Card", "Cash"), detail="xsi:type"),
        "`pay` cannot have the type `x`",
        "expected one of `Card`, `Cash`, or no `xsi:type`",
    ),
    case(
        Fault("misspelt-attribute", HERE, "ID", "Email", ("id",), (), ((HERE, "id"),)),
        "`Email` has no attribute `ID`",
        "did you mean `id`?",
        fix=safe("rename it to `id`", (HERE, "id")),
        notes=("attribute names are case-sensitive",),
    ),
    case(
        Fault("misspelt-attribute", HERE, "hrf", "link", ("href",), (), RENAME[:1]),
        "`link` has no attribute `hrf`",
        "did you mean `href`?",
        fix=safe("rename it to `href`", *RENAME[:1]),
    ),
    case(
        Fault("misspelt-attribute", HERE, "hyref", "link", ("href",), (), RENAME[:1]),
        "`link` has no attribute `hyref`",
        "did you mean `href`?",
        fix=safe("rename it to `href`", *RENAME[:1]),
    ),
    case(
        Fault("misspelt-attribute", HERE, "hyrf", "link", ("href",), (), RENAME[:1]),
        "`link` has no attribute `hyrf`",
        "did you mean `href`?",
        fix=guess("rename it to `href`", *RENAME[:1]),
    ),
    case(
        Fault("unexpected-text", HERE, "one\n  two", "Campaign"),
        "text `one two` stands between the elements of `Campaign`",
        "remove it",
        WARNING,
        fix=guess("remove the text", (HERE, "")),
    ),
    case(
        Fault("unexpected-text", HERE, "<Campaign/>", "content"),
        "text `<Campaign/>` stands between the elements of `content`",
        "it is escaped markup: write it as elements",
        WARNING,
    ),
    case(
        Fault("empty-value", value_of(NAME), "", "Name"),
        "`Name` must not be empty",
        "it holds the name of the campaign in the account; recipients do not see it",
        fix=guess("write `TODO`", (value_of(NAME), "TODO")),
    ),
    case(
        Fault("empty-value", HERE, "", "ViewAsWebpage", ("YES", "NO")),
        "`ViewAsWebpage` must not be empty",
        "expected one of `YES`, `NO`",
    ),
    case(
        Fault("empty-value", attribute_value(CONTENT, "type"), "", "type", ("a/b",)),
        "the attribute `type` must not be empty",
        "expected `a/b`",
    ),
    case(
        Fault("empty-value", attribute_value(CONTENT, "type"), "", "type"),
        "the attribute `type` must not be empty",
        "write its value",
    ),
    case(
        Fault("malformed-value", HERE, "noon", "ScheduledTime", detail="dateTime"),
        "`noon` in `ScheduledTime` is not a date and time",
        "expected a date and time such as `2010-11-13T20:03:35.000Z`",
    ),
    case(
        Fault(
            "malformed-value",
            HERE,
            "2010-09-28T05:22:42 01:00",
            "ScheduledTime",
            ("2010-09-28T05:22:42+01:00",),
            detail="dateTime",
        ),
        "`2010-09-28T05:22:42 01:00` in `ScheduledTime` is not a date and time",
        "did you mean `2010-09-28T05:22:42+01:00`?",
        fix=safe(
            "replace with `2010-09-28T05:22:42+01:00`",
            (HERE, "2010-09-28T05:22:42+01:00"),
        ),
    ),
    case(
        Fault("malformed-value", HERE, "x y", "a", detail="NCName"),
        "`x y` in `a` is not a name",
        "expected a name such as `item-1`; "
        "it begins with a letter or `_`, and holds no blanks or colons",
    ),
    case(
        Fault("malformed-value", HERE, "12-31", "born", detail="gMonthDay"),
        "`12-31` in `born` is not a day of a month",
        "expected a day of a month such as `--11-13`",
    ),
    case(
        Fault("malformed-value", HERE, "x", "due", detail="int, short, date"),
        "`x` in `due` is not a whole number or a date",
        "expected a whole number such as `12` or a date such as `2010-11-13`",
    ),
    case(
        Fault("malformed-value", HERE, "x", "a", detail="date, ENTITY"),
        "`x` in `a` is not of the type date, ENTITY",
    ),
    case(
        Fault("untestable-pattern", HERE, "x", "Code", detail="(a+)+b"),
        "`x` in `Code` is not judged: its pattern takes too long",
        "expected the form `(a+)+b` + in the schema, write a pattern that can read "
        "a value in one way only",
        severity=WARNING,
    ),
    case(
        Fault("pattern-mismatch", HERE, "x", "Code", detail="[A-Z]{2}\n[0-9]{3}"),
        "`x` does not have the form of `Code`",
        "expected the form `[A-Z]{2}` or `[0-9]{3}`",
    ),
    case(
        Fault("blanks-around-value", HERE, "x", "a", edits=((HERE, "x"),)),
        "`x` in `a` has white space round it",
        "take it away: it counts as part of the value here",
        fix=safe("take the white space away", (HERE, "x")),
    ),
    case(
        Fault("wrong-length", HERE, "x", "a", detail="minLength 2"),
        "`x` is too short for `a`",
        "expected at least 2 characters",
    ),
    case(
        Fault("wrong-length", HERE, "xyz", "a", detail="maxLength 2"),
        "`xyz` is too long for `a`",
        "expected at most 2 characters",
    ),
    case(
        Fault("wrong-length", HERE, "a b", "a", detail="maxLength 1 items"),
        "`a b` is too long for `a`",
        "expected at most 1 item",
    ),
    case(
        Fault("wrong-digits", HERE, "1.25", "a", detail="fractionDigits 1"),
        "`1.25` has too many digits behind the point for `a`",
        "expected at most 1 digit behind the point",
    ),
    case(
        Fault("wrong-digits", HERE, "123", "a", detail="totalDigits 2"),
        "`123` has too many digits for `a`",
        "expected at most 2 digits",
    ),
    case(
        Fault("invalid-fixed-value", value_of(ID), "8", "id", ("7",)),
        "`8` is not the fixed value of `id`",
        "the only value is `7`",
    ),
    case(
        Fault(
            "invalid-fixed-value",
            attribute_value(CONTENT, "type"),
            "x",
            "type",
            ("y",),
            edits=((attribute_value(CONTENT, "type"), "y"),),
        ),
        "`x` is not the fixed value of `type` of `content`",
        "the only value is `y`",
        fix=guess("write `y`", (attribute_value(CONTENT, "type"), "y")),
    ),
    case(
        Fault("abstract-element", HERE, "item", expected=("book", "toy")),
        "`item` is abstract: one of its group must stand here",
        "expected one of `book`, `toy`",
    ),
    case(
        Fault("abstract-element", HERE, "item"),
        "`item` is abstract: one of its group must stand here",
    ),
    case(
        Fault("abstract-type", HERE, "Payment", "pay", ("Card",)),
        "the type `Payment` of `pay` is abstract: `xsi:type` must name one",
        "expected `Card`",
    ),
    case(
        Fault("abstract-type", HERE, "Payment", "pay"),
        "the type `Payment` of `pay` is abstract: `xsi:type` must name one",
    ),
    case(
        Fault(
            "invalid-xsi-type", HERE, "Crad", "pay", ("Card",), edits=((HERE, "Card"),)
        ),
        "`Crad` is no type that `pay` can have",
        "did you mean `Card`?",
        fix=guess("write `Card`", (HERE, "Card")),
    ),
    case(
        Fault("invalid-xsi-type", HERE, "Bank", "pay", ("Card",)),
        "`Bank` is no type that `pay` can have",
        "expected `Card`",
    ),
    case(
        Fault("invalid-xsi-type", HERE, "Bank", "pay"),
        "`Bank` is no type that `pay` can have",
    ),
    case(
        Fault(
            "content-of-nil", HERE, "x", "a", (), ((name_of(ID), ""),), (), "xsi:nil"
        ),
        "`a` is nil, so `x` must not stand in it",
        "take the content away, or the `xsi:nil`",
        related=((name_of(ID), "it is nil here"),),
    ),
    case(
        Fault("content-of-nil", HERE, "", "a", detail="i:nil"),
        "`a` is nil, so white space must not stand in it",
        "take the content away, or the `i:nil`",
    ),
    case(
        Fault(
            "attribute-namespace",
            HERE,
            "href",
            "a",
            ("urn:x",),
            edits=((HERE, "x:href"),),
        ),
        "the attribute `href` of `a` must be in `urn:x`",
        "write `x:href`",
        fix=safe("write `x:href`", (HERE, "x:href")),
    ),
    case(
        Fault("attribute-namespace", HERE, "href", "a", ("urn:x",)),
        "the attribute `href` of `a` must be in `urn:x`",
        "declare `urn:x`",
    ),
    case(
        Fault("attribute-namespace", HERE, "href", "a", ("",), edits=((HERE, "href"),)),
        "the attribute `href` of `a` must be in no namespace",
        "write `href`",
        fix=safe("write `href`", (HERE, "href")),
    ),
    case(
        Fault("invalid-xsi-type", HERE, "", "a", ("B",)),
        "the type that `a` says it has is empty",
        "expected `B`",
    ),
    case(
        Fault("unmet-assertion", HERE, owner="a", detail="@b\n lt 3"),
        "`a` breaks the assertion `@b lt 3`",
        "make this true: `@b lt 3`",
    ),
    case(
        Fault("unmet-assertion", HERE, "5", "b", detail="x" * 99),
        f"`5` in `b` breaks the assertion `{'x' * 39}…`",
        f"make this true: `{'x' * 99}`",
    ),
    case(
        Fault("duplicate-key", HERE, "b1", "a", related=((HERE, ""),), detail="codes"),
        "`b1` stands twice, but `codes` must be unique",
        "write another value here or there",
        related=((HERE, "first one here"),),
    ),
    case(
        Fault("missing-key", HERE, "@code", "a", detail="codes"),
        "`a` lacks `@code`, which the key `codes` needs",
        "add `@code`",
    ),
    case(
        Fault("missing-key", HERE, ".", "a", detail="codes"),
        "`a` lacks its value, which the key `codes` needs",
        "add its value",
    ),
    case(
        Fault("missing-key", HERE, "c", "a", related=((HERE, ""),), detail="codes"),
        "`c` is nil, but the key `codes` needs its value",
        "write the value, and take the `nil` away",
        related=((HERE, "it is nil here"),),
    ),
    case(
        Fault("ambiguous-key", HERE, "@b", "a", related=((HERE, ""),), detail="codes"),
        "`@b` is a second value of `a` for `codes`, which takes one",
        "leave one of the values",
        related=((HERE, "first value here"),),
    ),
    case(
        Fault("complex-key", HERE, "c", "a", detail="codes"),
        "`c` may hold elements, so it has no value for `codes`",
        "in the schema, let the field of `codes` lead to a text",
    ),
    case(
        Fault("unknown-keyref", HERE, "b1", "a", ("b1", "b2"), detail="codes"),
        "`b1` is of another type than the key `codes`",
        "in the schema, give both the same type",
    ),
    case(
        Fault("unknown-keyref", HERE, "book2", "a", ("book1",), detail="codes"),
        "`book2` is no value of the key `codes`",
        "did you mean `book1`?",
        fix=guess("write `book1`", (HERE, "book1")),
    ),
    case(
        Fault("unknown-keyref", HERE, "b2", "a", detail="codes"),
        "`b2` is no value of the key `codes`",
    ),
    case(
        Fault("duplicate-id", HERE, "l1", "a", related=((HERE, ""),)),
        "another element has the ID `l1` already",
        "write another ID here or there",
        related=((HERE, "first one here"),),
    ),
    case(
        Fault("unknown-idref", HERE, "l2", "a", ("m", "n")),
        "no element of this document has the ID `l2`",
        "expected one of `m`, `n`",
    ),
    case(
        Fault("unknown-idref", HERE, "link2", "a", ("link1",)),
        "no element of this document has the ID `link2`",
        "did you mean `link1`?",
        fix=guess("write `link1`", (HERE, "link1")),
    ),
    case(
        Fault("unknown-idref", HERE, "l2", "a"),
        "no element of this document has the ID `l2`",
    ),
    case(
        Fault("wrong-length", HERE, "xyz", "a", detail="length 2"),
        "`xyz` is not as long as it must be for `a`",
        "expected exactly 2 characters",
    ),
    case(
        Fault("value-out-of-range", HERE, "9", "a", detail="maxExclusive 5"),
        "`9` is out of the range of `a`",
        "expected less than `5`",
    ),
    case(
        Fault("attribute-as-element", name_of(ID), "id", "Campaign"),
        "`id` is an attribute of `Campaign`, not an element",
        'write it in the start tag: `<Campaign id="…">`',
        WARNING,
        fix=guess(
            "make it an attribute of `Campaign`",
            (after_name(CAMPAIGN), ' id="7&amp;8"'),
            (whole(ID), ""),
        ),
    ),
    case(
        Fault("attribute-as-element", name_of(TWICE[0]), "id", "ContactList"),
        "`id` is an attribute of `ContactList`, not an element",
        'write it in the start tag: `<ContactList id="…">`',
        WARNING,
    ),
    case(
        Fault("attribute-as-element", name_of(XMLNS), "xmlns", "Campaign"),
        "`xmlns` is an attribute of `Campaign`, not an element",
        'write it in the start tag: `<Campaign xmlns="…">`',
    ),
    case(
        Fault("not-well-formed", HERE, detail="xmlns: URI ' x' is not absolute\n"),
        "not well-formed: xmlns: URI ` x` is not absolute",
    ),
    case(
        Fault("unescaped-markup", HERE, "html", "EmailContent"),
        "`<html>` stands in `EmailContent` as an element, not as text",
        "escape the markup, `&lt;html&gt;`, or put it into a CDATA section",
    ),
    case(
        Fault(
            "schema-violation",
            HERE,
            "Foo",
            detail="Element '{urn:x}Foo': The attribute 'x' is required but missing.",
        ),
        "`Foo` breaks the schema: the attribute `x` is required but missing",
    ),
]

SOURCE = [
    case(
        Fault("empty-document", source_span(0, 0)),
        "the document is empty",
        "an XML document needs a root element, here an Atom `entry`",
    ),
    case(
        Fault(
            "windows-text-as-latin",
            HERE,
            "latin1",
            expected=("’",),
            related=((source_span(9, 10), "92"),),
        ),
        "declared as `latin1`, but `’` is windows-1252",
        "declare `windows-1252`, or save the file as UTF-8",
        WARNING,
        safe("declare `windows-1252`", (HERE, "windows-1252")),
        related=((source_span(9, 10), "0x92 is a control character in latin1"),),
    ),
    case(
        Fault("windows-text-as-latin", HERE, "ISO-8859-1", expected=("‘’“”–—…€™•",)),
        "declared as `ISO-8859-1`, but `‘’“”–—…€…` are windows-1252",
        "declare `windows-1252`, or save the file as UTF-8",
        WARNING,
        safe("declare `windows-1252`", (HERE, "windows-1252")),
    ),
    case(
        Fault("undecodable-bytes", HERE, "E9 UTF-8", expected=("é",)),
        "byte 0xE9 is not UTF-8",
        "windows-1252 for `é`: save the file as UTF-8, or declare `windows-1252`",
    ),
    case(
        Fault("undecodable-bytes", HERE, "81 8D 81 8D 81 UTF-8", expected=("\ufffd",)),
        "bytes 0x81 0x8D 0x81 0x8D … are not UTF-8",
        "save the file as UTF-8",
    ),
    case(
        Fault("undecodable-bytes", HERE, "41 UTF-16", expected=("",)),
        "byte 0x41 is not UTF-16",
        "save the file as UTF-8",
    ),
    case(
        Fault("encoding-mismatch", HERE, "utf-8", expected=("UTF-16",)),
        "declared as `utf-8`, but the file is UTF-16",
        "declare `UTF-16`, or save the file as utf-8",
        fix=safe("declare `UTF-16`", (HERE, "UTF-16")),
    ),
    case(
        Fault("unsupported-encoding", HERE, "utf-9", expected=("UTF-8",)),
        "the encoding `utf-9` is not supported",
        "save the file as UTF-8 and declare `UTF-8`, or nothing",
        fix=guess("declare `UTF-8`", (HERE, "UTF-8")),
    ),
    case(
        Fault("unsupported-encoding", HERE, "UTF-32", expected=("",)),
        "the encoding UTF-32 is not supported",
        "save the file as UTF-8 and declare `UTF-8`, or nothing",
    ),
    case(
        Fault("not-text", HERE, "gzip data", expected=("",)),
        "gzip data, not XML",
        "unpack it",
    ),
    case(
        Fault("not-text", HERE, "a PNG image", expected=("",)),
        "a PNG image, not XML",
        "give the XML document itself",
    ),
    case(
        Fault("nesting-too-deep", HERE, detail="Excessive depth in document: 256."),
        "elements are nested more than 256 levels deep",
        "close elements before opening further ones",
        notes=("libxml2 says: excessive depth in document: 256",),
    ),
    case(
        Fault("unknown-vocabulary", HERE, "project"),
        "`project` is of no known vocabulary: only its syntax is checked",
        "name its schema: `--schema FILE.xsd` or `[[profiles]]` in ctct-lint.toml; "
        "if it is meant for Constant Contact, say what it is for with "
        "`--operation`",
        INFO,
    ),
    case(
        Fault("document-too-large", HERE, "256 MiB"),
        "the document has more than 256 MiB",
        "split it, or check the right file",
    ),
    case(
        Fault("double-encoded-text", HERE, "Ã©", expected=("é",), edits=((HERE, "é"),)),
        "`Ã©` is UTF-8 that was read as windows-1252",
        "did you mean `é`?",
        severity=Severity.WARNING,
        fix=Proposal("replace with `é`", ((HERE, "é"),), Applicability.UNSAFE),
    ),
    case(
        Fault("missing-payload", HERE, "<Campaign/>"),
        "`content` holds text where an element such as `Campaign` must stand",
        "write the element itself: its own markup is not escaped",
    ),
    case(
        Fault("missing-payload", HERE),
        "`content` is empty, an element such as `Campaign` must stand in it",
        "add `<Campaign>`, `<Schedule>` or `<Contact>`",
    ),
    case(
        Fault("limit-exceeded", HERE, "title", detail="Text node too long"),
        "the text or an attribute of `title` is longer than 10,000,000 bytes",
        "shorten it",
        notes=("libxml2 says: text node too long",),
    ),
    case(
        Fault("limit-exceeded", HERE, "xyz", detail="Name too long"),
        "the name `xyz` is longer than 50,000 bytes",
        "shorten it",
        notes=("libxml2 says: name too long",),
    ),
    case(
        Fault("too-many-attributes", HERE, "1,001", "Status"),
        "`Status` has 1,001 attributes",
        "remove them; no more than 1,000 are looked at",
    ),
    case(
        Fault("internal-error", HERE, detail="CTC301 failed: KeyError: 'x'"),
        "CTC301 failed: KeyError: 'x'",
    ),
    case(
        Fault("too-many-diagnostics", HERE, detail="7 more CTC201 not shown"),
        "7 more CTC201 not shown",
        severity=INFO,
    ),
]
REMOVE = (HERE, "")
SUPPRESSION = [
    case(
        Fault("unused-suppression", HERE, "ignore[CTC203]", edits=(REMOVE,)),
        "`ignore[CTC203]` suppresses nothing",
        "remove it",
        WARNING,
        safe("remove `ignore[CTC203]`", REMOVE),
    ),
    case(
        Fault("unused-suppression", HERE, "enable[CTC2]", detail="enable"),
        "`enable[CTC2]` ends nothing: that is not disabled here",
        "remove it",
        WARNING,
    ),
    case(
        Fault("unused-suppression", HERE, "CTC101", detail="never", edits=(REMOVE,)),
        "`CTC101` cannot be suppressed by a comment",
        "correct the fault, or leave its code out with `--ignore`",
        WARNING,
        safe("remove `CTC101`", REMOVE),
    ),
    case(
        Fault("unused-suppression", HERE, "ignore", detail="no-element"),
        "no element follows `ignore`",
        "put it before the element that it is about",
        WARNING,
    ),
    case(
        Fault(
            "unknown-suppression",
            HERE,
            "missing-autor",
            expected=("missing-author",),
            edits=((HERE, "missing-author"),),
        ),
        "no rule has the code or name `missing-autor`",
        "did you mean `missing-author`?",
        WARNING,
        safe("write `missing-author`", (HERE, "missing-author")),
    ),
    case(
        Fault("unknown-suppression", HERE, "CTC999", edits=(REMOVE,)),
        "no rule has the code or name `CTC999`",
        "`ctct-lint rules` lists them",
        WARNING,
        safe("remove `CTC999`", REMOVE),
    ),
    case(
        Fault(
            "unknown-suppression",
            HERE,
            "disabel",
            expected=("disable",),
            detail="verb",
            edits=((HERE, "disable"),),
        ),
        "the linter cannot be told to `disabel`",
        "did you mean `disable`?",
        WARNING,
        safe("write `disable`", (HERE, "disable")),
    ),
    case(
        Fault(
            "unknown-suppression",
            HERE,
            "noqa",
            expected=("ignore", "disable"),
            detail="verb",
        ),
        "the linter cannot be told to `noqa`",
        "expected one of `ignore`, `disable`",
        WARNING,
    ),
    case(
        Fault("malformed-suppression", HERE, "ctct-lint:", detail="nothing"),
        "`ctct-lint:` tells the linter nothing",
        "say what is meant, as in `ctct-lint: ignore[CTC203]`",
        WARNING,
    ),
    case(
        Fault(
            "malformed-suppression",
            HERE,
            "ctct-lint ignore",
            detail="colon",
            edits=((HERE, "ctct-lint: ignore[CTC203]"),),
        ),
        "`ctct-lint ignore` does not begin with `ctct-lint:`",
        "put the colon right behind `ctct-lint`; as it is, it suppresses nothing",
        WARNING,
        safe("write `ctct-lint: ignore[CTC203]`", (HERE, "ctct-lint: ignore[CTC203]")),
    ),
    case(
        Fault("malformed-suppression", HERE, "ctct-lint-disable-all", detail="colon"),
        "`ctct-lint-disable-all` does not begin with `ctct-lint:`",
        "put the colon right behind `ctct-lint`; as it is, it suppresses nothing",
        WARNING,
    ),
    case(
        Fault("malformed-suppression", HERE, "[", detail="unclosed"),
        "the codes behind `[` have no `]`",
        "put a `]` behind the codes",
        WARNING,
    ),
    case(
        Fault("malformed-suppression", HERE, "ignore[]", detail="empty"),
        "`ignore[]` names no rule",
        "put codes or names of rules between the brackets",
        WARNING,
    ),
    case(
        Fault(
            "malformed-suppression",
            HERE,
            "CTC203",
            detail="bare",
            edits=((HERE, "[CTC203]"),),
        ),
        "`CTC203` must stand in square brackets",
        "put brackets around codes; other words are the reason",
        WARNING,
        safe("put it in square brackets", (HERE, "[CTC203]")),
    ),
    case(
        Fault("malformed-suppression", HERE, "ignore-file", detail="late"),
        "`ignore-file` without codes stands behind the start of the root",
        "put it before the root, or say in brackets what to ignore",
        WARNING,
    ),
]
WORDED = [*SCHEMA, *SOURCE, *SUPPRESSION]


@pytest.mark.parametrize(
    ("fault", "said"), WORDED, ids=lambda v: getattr(v, "kind", "")
)
@pytest.mark.parametrize("operation", Operation)
def test_a_fault_is_said_so_whatever_the_operation(
    fault: Fault, said: Said, operation: Operation
) -> None:
    assert worded(fault, operation) == said


GREETINGS = ("FirstName", "LastName", "FirstAndLastName", "None")
GREETINGS_LISTED = "expected one of `FirstName`, `LastName`, `FirstAndLastName`, `None`"
ENUM = [
    ("cmp_grt_name", GREETINGS, None, None),
    ("firstname", GREETINGS, "FirstName", SAFE),
    ("First_Name", GREETINGS, "FirstName", SAFE),
    ("first and last name", GREETINGS, "FirstAndLastName", SAFE),
    ("FirstNam", GREETINGS, "FirstName", SAFE),
    ("FirstOrLastName", GREETINGS, "FirstAndLastName", UNSAFE),
    ("no", ("YES", "NO"), "NO", SAFE),
    ("true", ("YES", "NO"), "YES", UNSAFE),
    ("0", ("YES", "NO"), "NO", UNSAFE),
    ("true", ("HTML", "XHTML"), None, None),
    ("htm", ("HTML", "XHTML"), "HTML", SAFE),
    ("line3", ("line1", "line2"), "line1", UNSAFE),
]


@pytest.mark.parametrize(("value", "choices", "meant", "applicability"), ENUM)
def test_an_enumerated_value_is_corrected_where_the_meaning_is_clear(
    value: str,
    choices: tuple[str, ...],
    meant: str | None,
    applicability: Applicability | None,
) -> None:
    said = worded(Fault("invalid-enum-value", HERE, value, "GreetingName", choices))
    assert said.message == f"`{value}` is not a valid GreetingName"
    assert said.severity is ERROR
    if meant is None or applicability is None:
        assert said.help.startswith("expected one of")
        assert said.fix is None
    else:
        assert said.help.startswith(f"did you mean `{meant}`? + expected one of")
        edit = (HERE, meant)
        assert said.fix == Proposal(f"write `{meant}`", (edit,), applicability)


def test_the_allowed_values_are_listed() -> None:
    fault = Fault("invalid-enum-value", HERE, "x", "GreetingName", GREETINGS)
    assert worded(fault).help == GREETINGS_LISTED


def test_the_value_that_is_meant_is_listed_first() -> None:
    fault = Fault("invalid-enum-value", HERE, "thre", "Number", ("one", "two", "three"))
    assert worded(fault).help == (
        "did you mean `three`? + expected one of `three`, `one`, `two`"
    )


def test_after_eight_allowed_values_the_rest_is_counted() -> None:
    fault = Fault("invalid-enum-value", HERE, "x", "State", tuple("abcdefghij"))
    listed = ", ".join(f"`{c}`" for c in "abcdefgh")
    assert worded(fault).help == f"expected one of {listed} and 2 more"


def test_an_attribute_s_value_is_said_with_its_element() -> None:
    at = attribute_value(CONTENT, "type")
    fault = Fault("invalid-enum-value", at, "x", "type", ("a/b",))
    assert worded(fault) == Said(
        "`x` is not a valid `type` of `content`",
        "expected `a/b`",
        fix=guess("write `a/b`", (at, "a/b")),
    )


NAMESPACES = [
    (f" {CTCT}", CTCT, ("begins with a blank", SAFE)),
    (f"{CTCT} ", CTCT, ("ends with a blank", SAFE)),
    (CTCT.upper(), CTCT, (f"is `{CTCT.upper()}`: the case differs", SAFE)),
    (CTCT[:-1], CTCT, ("lacks its final slash", SAFE)),
    (f"{ATOM}/", ATOM, ("ends with a slash too many", SAFE)),
    (f"{CTCT}/", CTCT, ("ends with a slash too many", SAFE)),
    (CTCT.replace("http", "https"), CTCT, ("begins with `https:`, not `http:`", SAFE)),
    (
        CTCT.replace("1.0", "2.0"),
        CTCT,
        ("is `http://ws.constantcontact.com/ns/2.0/`: the version differs", UNSAFE),
    ),
    (ATOM, CTCT, ("is the Atom namespace, not the Constant Contact namespace", UNSAFE)),
    ("urn:x", ATOM, ("is `urn:x`, not the Atom namespace", UNSAFE)),
]


@pytest.mark.parametrize(("found", "right", "difference"), NAMESPACES)
@pytest.mark.parametrize(
    ("operation", "severity"), [(CREATE, ERROR), (UPDATE, ERROR), (RESPONSE, WARNING)]
)
def test_a_wrong_namespace_is_told_by_its_difference(
    found: str,
    right: str,
    difference: tuple[str, Applicability],
    operation: Operation,
    severity: Severity,
) -> None:
    edit = (HERE, right)
    fault = Fault("wrong-namespace", HERE, found, "a", (right,), edits=(edit,))
    title = f"write `{right}`"
    assert worded(fault, operation) == Said(
        f"the namespace of `a` {difference[0]}",
        title,
        severity,
        fix=Proposal(title, (edit,), difference[1]),
    )


COPIED = (
    "whoever reads it by its namespace will not find it; a copy may have lost it",
)


@pytest.mark.parametrize(
    ("name", "at", "operation", "severity"),
    [
        ("Campaign", name_of(CAMPAIGN), CREATE, ERROR),
        ("Campaign", name_of(CAMPAIGN), UPDATE, ERROR),
        ("Campaign", name_of(CAMPAIGN), RESPONSE, INFO),
        ("link", name_of(LIST[0]), CREATE, WARNING),
        ("link", name_of(CONTENT), CREATE, ERROR),
    ],
)
def test_a_missing_namespace_is_weaker_for_links_and_responses(
    name: str, at: Place, operation: Operation, severity: Severity
) -> None:
    edit = (HERE, f' xmlns="{CTCT}"')
    fault = Fault("missing-namespace", at, name, ATOM, (CTCT,), edits=(edit,))
    title = f'add `xmlns="{CTCT}"`'
    assert worded(fault, operation) == Said(
        f"`{name}` is in the Atom namespace, not in the Constant Contact namespace",
        title,
        severity,
        notes=COPIED if operation == RESPONSE else (),
        fix=safe(title, edit),
    )


def test_a_missing_namespace_that_no_declaration_mends_has_no_fix() -> None:
    fault = Fault("missing-namespace", HERE, "entry", "", (ATOM,))
    assert worded(fault) == Said(
        "`entry` is in no namespace, not in the Atom namespace",
        f"declare `{ATOM}` for it",
    )


WRAP = (
    'wrap it in `<entry xmlns="http://www.w3.org/2005/Atom">` and '
    '`<content type="application/vnd.ctct+xml">`'
)
ROOTS = [
    ("foo", CREATE, "`foo` is not an Atom `entry`", "the root must be an Atom `entry`"),
    ("Entry", CREATE, "`Entry` is not an Atom `entry`", "did you mean `entry`?"),
    ("Feed", RESPONSE, "`Feed` is not an Atom `entry`", "did you mean `feed`?"),
    ("Campaign", CREATE, "`Campaign` stands alone, without its Atom `entry`", WRAP),
    ("Schedule", RESPONSE, "`Schedule` stands alone, without its Atom `entry`", WRAP),
]


@pytest.mark.parametrize(("name", "operation", "message", "help_"), ROOTS)
def test_an_unknown_root_is_an_error_where_an_entry_is_meant(
    name: str, operation: Operation, message: str, help_: str
) -> None:
    fault = Fault("unknown-root", HERE, name, expected=("entry", "feed"))
    assert worded(fault, operation) == Said(message, help_)


@pytest.mark.parametrize(("name", "article"), [("service", "a"), ("error", "an")])
def test_a_response_of_another_kind_is_only_mentioned(name: str, article: str) -> None:
    fault = Fault("unknown-root", HERE, name, expected=("entry", "feed"))
    assert worded(fault, RESPONSE) == Said(
        f"{article} `{name}` document is not checked", severity=INFO
    )


def test_an_invalid_value_that_the_server_wrote_is_a_warning() -> None:
    fault = Fault("invalid-enum-value", HERE, "x", "GreetingName", GREETINGS)
    said = {operation: worded(fault, operation).severity for operation in Operation}
    assert said == {CREATE: ERROR, UPDATE: ERROR, RESPONSE: WARNING}


def test_every_rule_of_source_schema_and_comments_is_tested_here() -> None:
    tested = {fault.kind for fault, _ in WORDED}
    tested |= {"invalid-enum-value", "wrong-namespace", "missing-namespace"}
    tested |= {"unknown-root"}
    # In files of their own: tests/schema/sources, tests/schematron and tests/cli.
    tested |= {"invalid-schema", "unresolved-schema", "failed-rule"}
    tested |= {"failed-assertion", "invalid-schematron"}
    tested |= {"untestable-assertion", "ignored-quick-fix", "idle-key"}
    tested |= {"inconsistent-schema"}
    rules = {r.name for r in all_rules() if r.code.startswith(REAL_FOLDERS)}
    assert tested - {"unescaped-markup", "not-well-formed"} == rules


@pytest.mark.parametrize("fault", [f for f, _ in WORDED])
def test_messages_keep_the_house_style(fault: Fault) -> None:
    message = worded(fault).message
    assert len(message) <= 90
    assert not message.endswith(".")
    assert "{http" not in message


@pytest.mark.parametrize(
    ("written", "prefix", "meant"),
    [("Entry", "", "entry"), ("entyr", "", "entry"), ("ENTRY", "atom:", "atom:entry")],
)
def test_a_misspelt_root_is_renamed_with_its_prefix(
    written: str, prefix: str, meant: str
) -> None:
    declared = "xmlns:atom" if prefix else "xmlns"
    name = f"{prefix}{written}"
    found = lint(f'<{name} {declared}="{ATOM}"></{name}>')

    (fix,) = (fix for d in found if d.code == "CTC220" for fix in d.fixes)
    assert fix.applicability is SAFE
    assert [edit.new_text for edit in fix.edits] == [meant, meant]
