"""Which documents are of Constant Contact's vocabulary, well-formed or not."""

from __future__ import annotations

import pytest

from ctct_lint.profiles.ctct.recognition import is_of_constant_contact

ATOM = "http://www.w3.org/2005/Atom"
CTCT = "http://ws.constantcontact.com/ns/1.0/"
HOST = "http://api.constantcontact.com/ws/customers/joe/campaigns"

OURS = (
    # an entry, or what was meant as one
    f'<entry xmlns="{ATOM}"/>',
    f'<!DOCTYPE entry><!-- <shop> --><?x <shop>?><entry xmlns="{ATOM}">',
    "<entry/>",
    "<ENTRY>",
    f'<a:entry xmlns:a="{ATOM}">',
    "<atom:entry><atom:id/>",
    f'<entyr xmlns="{ATOM}"><id/></entyr>',
    "<enrty><id/><updated/></enrty>",
    '<entry xmlns="http://www.w3.org/2005/atom">',
    '<entry xmlns="https://www.w3.org/2005/Atom/">',
    '<entry xmlns="http://www.w3.org/2005/Atm">',
    '<entry xmlns="http://purl.org/atom/ns#">',
    f'<entry xmlns="{CTCT}">',
    f"<entry xmlns={ATOM}><id>",
    f'< entry xmlns="{ATOM}"><id>',
    "<entry",
    # a payload alone, or what was meant as one
    f'<Campaign xmlns="{CTCT}"/>',
    '<Campaign xmlns="https://ws.constantcontact.com/ns/2.0/"/>',
    '<Campaign xmlns="http://ws.contantcontact.com/ns/1.0/"/>',
    "<Campaign/>",
    "<Campaign><Name/></Campaign>",
    "<Campain><Subject/></Campain>",
    "<campaign><Name>Bulbs</Name></campaign>",
    "<Schedule><ScheduledTime/></Schedule>",
    "<Contact><EmailAddress/></Contact>",
    "<ContactList/>",
    '<Campaign xmlns="urn:x"><Name/><Subject/><FromName/></Campaign>',
    # a payload in what should not be around it
    f'<shop><Campaign xmlns="{CTCT}"/></shop>',
    f'<s:Body xmlns:s="urn:s"><c:Campaign xmlns:c="{CTCT}"/></s:Body>',
    "<request><Campaign><Name/><Subject/><FromName/></Campaign></request>",
    f'<br /><b>Warning</b>: x<br /><entry xmlns="{ATOM}"><id>',
    # what a GET returns
    f'<feed xmlns="{ATOM}"><entry><content><Contact xmlns="{CTCT}"/></content></entry>',
    f'<feed xmlns="{ATOM}"><id>{HOST}</id></feed>',
    f'<service xmlns="http://www.w3.org/2007/app"><collection href="{HOST}"/>',
    # no element at all: not of another vocabulary
    "",
    "Bulbs",
    "&lt;entry>",
    '{"Campaign": 1}',
)

FOREIGN = (
    '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion/></project>',
    f"<project><groupId>com.constantcontact</groupId><url>{HOST}</url></project>",
    f'<rss xmlns:atom="{ATOM}"><channel><atom:link href="x"/></channel></rss>',
    f'<feed xmlns="{ATOM}"><entry><content type="html">x</content></entry></feed>',
    f'<a:feed xmlns:a="{ATOM}"><a:entry/></a:feed>',
    '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
    "<svg><rect/></svg>",
    '<html xmlns="http://www.w3.org/1999/xhtml"><head/></html>',
    "<html><body><p>500<br></body></html>",
    '<manifest xmlns:android="http://schemas.android.com/apk/res/android"/>',
    '<gpx xmlns="http://www.topografix.com/GPX/1/1"><wpt><name/></wpt></gpx>',
    "<testsuites><testsuite><testcase/></testsuite></testsuites>",
    "<configuration><appSettings><add/></appSettings></configuration>",
    "<!DOCTYPE plist><plist><dict><key>x</key></dict></plist>",
    '<book xmlns="http://docbook.org/ns/docbook"><entry/></book>',
    '<entry xmlns="http://docbook.org/ns/docbook"/>',
    '<entry xmlns="http://www.w3.org/2000/svg"/>',
    f'<entry xmlns="urn:{"x" * 200}"/>',
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element/></xs:schema>',
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/>',
    "<dictionary><entry><form/></entry></dictionary>",
    "<entries><entry/></entries>",
    "<retry><id/><title/></retry>",
    "<entity><id/></entity>",
    "<contacts><contact><name/></contact></contacts>",
    "<Contacts><Contact><FirstName/><LastName/></Contact></Contacts>",
    '<Contact xmlns="urn:crm"><FirstName/></Contact>',
    "<schedule><conference/><day/></schedule>",
    "<campaign><mission/></campaign>",
    "<game><Campaign><mission/></Campaign></game>",
    '<service xmlns="http://www.w3.org/2007/app"><workspace/></service>',
    f'<shop><!-- <entry xmlns="{CTCT}"> --></shop>',
    f'<shop><![CDATA[<entry xmlns="{CTCT}">]]></shop>',
    f'<shop><?x <entry xmlns="{CTCT}">?></shop>',
)


@pytest.mark.parametrize("text", OURS)
def test_own_documents_are_recognised_also_where_they_are_wrong(text: str) -> None:
    assert is_of_constant_contact(text)


@pytest.mark.parametrize("text", FOREIGN)
def test_documents_of_others_are_not(text: str) -> None:
    assert not is_of_constant_contact(text)


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_of_others_is_so_with_a_declaration_and_when_cut_off(text: str) -> None:
    assert not is_of_constant_contact(f'<?xml version="1.0"?>\n{text}'[:-2])
