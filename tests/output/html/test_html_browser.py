"""The page in a browser: what is seen, what the filter does, what cannot happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ctct_lint.model.diagnostic import Applicability, Edit, Fix, Label, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.report import FileReport

    Page = Callable[..., str]
    At = Callable[[str, str], Range]

ERROR, WARNING, INFO, HINT = Severity
EVIL = "<script>pwned=1</script><img src='http://x.test/' onerror='pwned=1'>"

SHOWN = (
    "return [...document.querySelectorAll('.card')].filter(c => c.checkVisibility())"
)
SHOWN_CARDS = f"{SHOWN}.map(card => card.id)"
LISTED = """
return [...document.querySelectorAll("#contents li")]
  .filter(item => item.checkVisibility())
  .map(item => item.firstElementChild.hash.slice(1))
"""
GAPS = """
return [...document.querySelectorAll("#f1 .gap")]
  .filter(gap => gap.checkVisibility()).map(gap => gap.textContent)
"""
# A range's marks never hold one another, but those of other ranges.
MARKED = """
return [...document.querySelectorAll(`mark[data-of="${arguments[0]}"]`)]
  .filter(mark => !mark.classList.contains("related"))
  .map(mark => {
    const { width, height } = mark.getBoundingClientRect();
    return { text: mark.textContent, seen: width > 0 && height > 0 };
  })
"""
# WCAG 2.2, relative luminance; a background may let the one behind it through.
CONTRASTS = """
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const paint = (colors) => {
  canvas.clearRect(0, 0, 1, 1);
  for (const color of colors) { canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const luminance = (color) => {
  const [r, g, b] = color.map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const low = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let checked = 0;
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
  if (element.closest("script, .unseen, select")) continue;
  const behind = [];
  for (let e = element; e; e = e.parentElement) {
    behind.unshift(getComputedStyle(e).backgroundColor);
  }
  const { color } = getComputedStyle(element);
  const [a, b] = [paint(behind), paint([...behind, color])].map(luminance);
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  checked += 1;
  if (contrast < 4.5) low.add(`${element.className} ${contrast.toFixed(2)}`);
}
return checked > 50 ? [...low] : ["too little was checked"];
"""


@pytest.fixture(scope="module")
def four(page: Page, report: Callable[..., FileReport], at: At) -> str:
    """Return a page with three diagnostics of one file and one of another."""
    text = "\n".join(f"<line{number}/>" for number in range(1, 61))
    fix = Fix("call it `row`", Applicability.UNSAFE, (Edit(at(text, "line10"), "row"),))
    label = Label(at(text, "line12"), "the first one")
    return page(
        report(
            text,
            ("line10", ERROR, "CTC201", {"message": "no `Apple`", "fixes": (fix,)}),
            ("line30", WARNING, "CTC202", {"message": "no pear", "help": ("plum",)}),
            ("line50", ERROR, "CTC202", {"message": "a pear", "related": (label,)}),
            name="one.xml",
        ),
        report("<b/>", ("b", INFO, "CTC701", {"message": "a pear"}), name="two.xml"),
        report("<c/>", name="three.xml"),
    )


def test_all_is_shown_at_first(four: str, opened: Callable[..., Any]) -> None:
    browser = opened(four)

    assert browser.run(SHOWN_CARDS) == ["f1-d1", "f1-d2", "f1-d3", "f2-d1"]
    assert browser.run(LISTED) == ["f1-d1", "f1-d2", "f1-d3", "f2-d1"]
    assert browser.run("return document.getElementById('shown').value") == "4 shown"
    assert browser.run(GAPS) == [
        "\u2026 6 lines \u2026",
        "\u2026 11 lines \u2026",
        "\u2026 13 lines \u2026",
        "\u2026 7 lines \u2026",
    ]


def test_nothing_is_loaded_and_nothing_complains(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)

    (address,) = browser.requested()
    assert address.startswith("file:///")
    assert browser.logged("browser") == []


@pytest.mark.parametrize(
    ("script", "cards"),
    [
        ("tick('error')", ["f1-d2", "f2-d1"]),
        ("tick('error'); tick('info')", ["f1-d2"]),
        ("choose('by-code', 'CTC202')", ["f1-d2", "f1-d3"]),
        ("choose('by-file', '2')", ["f2-d1"]),
        ("tick('error'); choose('by-code', 'CTC202')", ["f1-d2"]),
    ],
)
def test_filter_by_severity_code_and_file(
    four: str, opened: Callable[..., Any], script: str, cards: list[str]
) -> None:
    browser = opened(four)
    browser.run(
        """
        const tick = (value) => document.querySelector(`[value=${value}]`).click();
        const choose = (id, value) => {
          const select = document.getElementById(id);
          select.value = value;
          select.dispatchEvent(new Event("input", { bubbles: true }));
        };
        """
        + script
    )

    assert browser.run(SHOWN_CARDS) == browser.run(LISTED) == cards
    shown = browser.run("return document.getElementById('shown').value")
    assert shown == f"{len(cards)} of 4 shown"


@pytest.mark.parametrize(
    ("words", "cards"),
    [
        ("apple", ["f1-d1"]),
        ("PEAR a", ["f1-d2", "f1-d3", "f2-d1"]),
        ("plum", ["f1-d2"]),
        ("ctc202 line12", []),
        ("two.xml", ["f2-d1"]),
        ("row", ["f1-d1"]),
        ("  ", ["f1-d1", "f1-d2", "f1-d3", "f2-d1"]),
    ],
)
def test_filter_by_text(
    four: str, opened: Callable[..., Any], words: str, cards: list[str]
) -> None:
    browser = opened(four)

    browser.type("#search", words)

    assert browser.run(SHOWN_CARDS) == browser.run(LISTED) == cards


def test_what_is_filtered_out_leaves_a_gap_and_no_underline(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)

    browser.type("#search", "plum")

    assert browser.run(GAPS) == ["\u2026 26 lines \u2026", "\u2026 27 lines \u2026"]
    lines = browser.run(
        "return [...document.querySelectorAll('mark')].map(mark =>"
        " getComputedStyle(mark).textDecorationLine)"
    )
    assert lines == ["none", "none", "underline", "none", "none"]


def test_a_filter_that_nothing_passes_says_so_and_clear_ends_it(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)
    none = "return document.getElementById('none').checkVisibility()"

    before = browser.run(none)
    browser.type("#search", "quince")
    during = browser.run(none), browser.run(SHOWN_CARDS)
    browser.click("#clear")

    assert before is False
    assert during == (True, [])
    assert browser.run(none) is False
    assert len(browser.run(SHOWN_CARDS)) == 4


def test_an_address_leads_to_its_diagnostic(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four, "#f1-d3")
    current = "return document.querySelector('[aria-current]').hash"
    seen = """
    const { top, bottom } = document.querySelector(":target").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
    """

    assert browser.run(current) == "#f1-d3"
    assert browser.run(seen)


def test_a_click_on_underlined_text_leads_to_its_card(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)

    browser.click("mark[data-of=f1-d2]")

    assert browser.run("return location.hash") == "#f1-d2"


def test_the_list_follows_to_the_diagnostic_that_is_shown(
    page: Page, report: Callable[..., FileReport], opened: Callable[..., Any]
) -> None:
    text = " ".join(f"<name{number}/>" for number in range(100, 200))
    found = [(f"name{number}", ERROR, "CTC201", {}) for number in range(100, 200)]
    browser = opened(page(report(text, *found)), "#f1-d90")

    assert browser.run(
        """
        const item = document.querySelector("[aria-current]").getBoundingClientRect();
        const list = document.querySelector("#contents").getBoundingClientRect();
        return item.top >= list.top && item.bottom <= list.bottom;
        """
    )


def test_a_link_to_what_is_filtered_out_ends_the_filter(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)
    browser.type("#search", "apple")

    browser.run("location.hash = 'f1-d3'")
    browser.run("dispatchEvent(new HashChangeEvent('hashchange'))")

    assert len(browser.run(SHOWN_CARDS)) == 4


def test_arrow_keys_walk_the_list_past_what_is_hidden(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)
    browser.type("#search", "pear a")
    focus = "return document.activeElement.hash"
    browser.run("document.querySelector('#contents li:not([hidden]) a').focus()")
    walk = []
    for key in ("\ue015", "\ue010", "\ue015", "\ue013", "\ue011", "\ue013"):
        browser.type(":focus", key)
        walk.append(browser.run(focus))

    assert walk == ["#f1-d3", "#f2-d1", "#f2-d1", "#f1-d3", "#f1-d2", "#f1-d2"]


def test_every_range_is_underlined_as_it_is(
    page: Page, report: Callable[..., FileReport], opened: Callable[..., Any]
) -> None:
    needles = {
        "<outer><mid>in": "<outer><mid>in",
        "<mid>in</mid>": "<mid>in</mid>",
        "in": "in",
        "in</mid></outer>": "in</mid></outer>",
        "</script><img": "</script><img",
        "\U0001f389\U0001f389": "\U0001f389\U0001f389",
        "\u05dc\u05d5": "\u05dc\u05d5",
        "\u05d5\u05dd \u05e2\u05d5": "\u05d5\u05dd \u05e2\u05d5",
        "\u202e": "U+202E",
        "a\u0301": "a\u0301",
        "\x1b[": "U+001B[",
        "\t|": "\t|",
        "two\r\n  three": "twothree",
        "\u0302": "e\u0302",
        "KEY": "KEY",
    }
    text = (
        "<outer><mid>in</mid></outer>\r\n</script><img>\r\n"
        "\U0001f389\U0001f389 <i>\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc</i>\r\n"
        "|\u202e a\u0301 \x1b[ |\t| e\u0302|\r\ntwo\r\n  three\r\n"
        f"{'x' * 5000}KEY{'y' * 5000}"
    )
    found = [(needle, WARNING, "CTC203", {}) for needle in needles]
    made = report(text, *found)
    browser = opened(page(made))

    marks = {}
    for number, each in enumerate(made.diagnostics, 1):
        parts = browser.run(MARKED, f"f1-d{number}")
        needle = text[each.range.start.offset : each.range.end.offset]
        marks[needle] = "".join(part["text"] for part in parts)
        assert all(part["seen"] for part in parts), needle
    assert marks == needles


def test_text_read_leftward_leaves_the_markup_where_it_is(
    page: Page, report: Callable[..., FileReport], opened: Callable[..., Any]
) -> None:
    browser = opened(
        page(report("<b a='\u05d0'>\u05d1</b>", ("\u05d1", ERROR, "CTC203", {})))
    )
    order = browser.run(
        """
        const code = document.querySelector(".row code");
        const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
        const places = [];
        while (walker.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(walker.currentNode);
          places.push(range.getBoundingClientRect().left);
        }
        return places;
        """
    )
    assert len(order) == 5
    assert order == sorted(order)


def test_nothing_from_a_file_runs(
    page: Page, report: Callable[..., FileReport], opened: Callable[..., Any]
) -> None:
    text = f"--> ]]> {EVIL} <b/>"
    more = {"message": EVIL, "help": (EVIL,), "notes": (f"`{EVIL}`",), "path": EVIL}
    browser = opened(page(report(text, ("b", ERROR, EVIL, more), name=EVIL)))

    assert browser.run("return [typeof pwned, document.scripts.length]") == [
        "undefined",
        1,
    ]
    assert browser.logged("browser") == []


def test_the_policy_holds_where_escaping_would_have_failed(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four.replace("<main", f"{EVIL}<main"))

    assert browser.run("return typeof pwned") == "undefined"
    complaints = " ".join(browser.logged("browser"))
    assert "script-src" in complaints
    assert "img-src" in complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_enough_contrast(
    four: str, opened: Callable[..., Any], scheme: str
) -> None:
    browser = opened(four)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.devtools("Emulation.setEmulatedMedia", features=[feature])
    try:
        low = browser.run(CONTRASTS)
        paper = browser.run("return getComputedStyle(document.body).backgroundColor")
    finally:
        browser.devtools("Emulation.setEmulatedMedia", features=[])

    assert low == []
    assert paper == {"light": "rgb(246, 246, 244)", "dark": "rgb(20, 21, 22)"}[scheme]


def test_a_narrow_screen_needs_no_scrolling_sideways(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)
    size = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False}
    browser.devtools("Emulation.setDeviceMetricsOverride", **size)
    try:
        widths = "const { scrollWidth, clientWidth } = document.documentElement;"
        assert browser.run(f"{widths} return scrollWidth - clientWidth") == 0
    finally:
        browser.devtools("Emulation.clearDeviceMetricsOverride")


def test_print_has_the_cards_and_no_controls(
    four: str, opened: Callable[..., Any]
) -> None:
    browser = opened(four)
    browser.devtools("Emulation.setEmulatedMedia", media="print")
    try:
        controls = browser.run(
            "return ['filter', 'contents'].map(id =>"
            " document.getElementById(id).checkVisibility())"
        )
        cards = browser.run(SHOWN_CARDS)
    finally:
        browser.devtools("Emulation.setEmulatedMedia", media="")

    assert controls == [False, False]
    assert len(cards) == 4
