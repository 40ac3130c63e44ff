"""A Schematron schema of 100 rules and 1,000 asserts, on invoices of growing length.

python benchmarks/schematron.py: CPU seconds to read and compile the schema, then for
each invoice at a size and at twice the size. The ratio of the two is about 2 where the
time is linear. The last line is the same without the index of contexts: each rule
looks for its nodes in the whole document.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import process_time

from lxml import etree

from ctct_lint.schematron import contexts
from ctct_lint.schematron.schematron import Schematron

LINES = 200
FIELDS = 20
RULES = 100
ASSERTS = 10
KINDS = (
    "i:f{0}",
    "number(i:f{0}) >= {1}",
    "not(i:f{0}) or i:f{0} != ''",
    "every $x in i:f{0} satisfies string-length($x) < 9",
    "exists(i:f{0}) and (i:f{0} castable as xs:decimal)",
)
CONTEXTS = ("i:line", "i:line/i:f{0}", "i:invoice/i:line[i:f{0}]", "i:f{0}[. > 1]")


def rule(number: int) -> str:
    """Return a rule with its asserts; each in a pattern, so that all are run."""
    asserts = "".join(
        '<assert id="A{0}-{1}" test="{2}">{0} {1}</assert>'.format(
            number,
            n,
            KINDS[n % len(KINDS)].format(n % FIELDS, n).replace("<", "&lt;")
            + f" or @none{number}-{n}",
        )
        for n in range(ASSERTS)
    )
    context = CONTEXTS[number % len(CONTEXTS)].format(number % FIELDS)
    if number % 10:
        context = f"i:head{number}"
    return f'<pattern><rule context="{context}">{asserts}</rule></pattern>'


SCHEMA = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'
    f'<ns prefix="i" uri="urn:i"/>{"".join(map(rule, range(RULES)))}</schema>'
)


def invoice(lines: int) -> etree._Element:
    """Return an invoice of so many lines."""
    fields = "".join(f"<f{n}>{n + 10}</f{n}>" for n in range(FIELDS))
    head = "".join(f"<head{n}/>" for n in range(RULES))
    line = f"<line>{fields}</line>"
    return etree.fromstring(f'<invoice xmlns="urn:i">{head}{line * lines}</invoice>')


def timed(schematron: Schematron, root: etree._Element) -> float:
    """Return the CPU seconds of one document."""
    start = process_time()
    for _ in schematron.failures(root, ""):
        pass
    return process_time() - start


def without_index(context: etree._Element) -> list[tuple[()]]:
    """Take no context apart."""
    del context
    raise contexts.NotTakenApart


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rules.sch")
        path.write_text(SCHEMA, "utf-8")
        start = process_time()
        schematron = Schematron(str(path))
        assert schematron.troubles == ()  # noqa: S101
        print(f"read and compiled: {process_time() - start:.2f} s")
        for lines in (LINES // 4, LINES):
            once = timed(schematron, invoice(lines))
            twice = timed(schematron, invoice(2 * lines))
            print(f"{lines} lines: {once:.2f} s, twice as many: {twice / once:.1f}")
        contexts.steps_of = without_index  # type: ignore[assignment]
        print(f"without the index: {timed(schematron, invoice(LINES // 4)):.2f} s")


if __name__ == "__main__":
    main()
