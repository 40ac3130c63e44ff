"""Documents of any vocabulary that are not valid: time by size, and by what is wrong.

python benchmarks/vocabularies.py: CPU seconds for each kind of document, at a size and
at twice the size. The ratio of the two is about 2 where the time is linear.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import process_time

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.profiles.xsd import XsdProfile

ORDERED = "".join(
    f'<xs:element name="field{n}" type="xs:string" minOccurs="0"/>' for n in range(40)
)
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="orders"><xs:complexType><xs:sequence>
  <xs:element name="order" maxOccurs="unbounded"><xs:complexType><xs:sequence>
    <xs:element name="number" type="xs:int"/><xs:element name="day" type="xs:date"/>
    <xs:element name="line" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:sequence><xs:element name="code" type="xs:string"/>
      <xs:element name="price" type="xs:decimal"/></xs:sequence></xs:complexType>
    </xs:element>{ORDERED}</xs:sequence><xs:attribute name="id" type="xs:ID"/>
  </xs:complexType></xs:element></xs:sequence></xs:complexType>
  <xs:unique name="numbers"><xs:selector xpath="order"/><xs:field xpath="number"/>
  </xs:unique></xs:element>
</xs:schema>"""
LINE = "<line><code>a1</code><price>9.99</price></line>"


def order(number: int, inside: str = LINE * 2) -> str:
    """Return an order with a number of its own."""
    day = "<day>2020-02-03</day>"
    return f'<order id="o{number}"><number>{number}</number>{day}{inside}</order>\n'


def orders(count: int, wrong: str = "") -> str:
    """Return orders; the last but one of them has something wrong in it."""
    every = [order(number) for number in range(count)]
    every[-2] = order(count, wrong or LINE)
    return f"<orders>{''.join(every)}</orders>"


KINDS = {
    "one wrong value": lambda n: orders(n, LINE.replace("9.99", "x")),
    "one misspelt element": lambda n: orders(n, LINE.replace("code", "cod")),
    "each value wrong": lambda n: orders(n).replace("9.99", "x"),
    "each element misspelt": lambda n: orders(n).replace("price>", "prise>"),
    "siblings, one lacks": lambda n: orders(3, LINE * n + "<line><code/></line>"),
    "siblings, unknown": lambda n: orders(3, "<zulu/>" * n),
    "siblings, of many names": lambda n: orders(
        3, "".join(f"<z{i}/>" for i in range(n))
    ),
    "siblings, out of order": lambda n: orders(
        3, "".join(f"<field{i * 7 % 40}/>" for i in range(n))
    ),
    "one key twice": lambda n: orders(n).replace(f">{n - 1}<", ">0<"),
}


def main() -> None:
    """Measure each kind at two sizes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "orders.xsd"
        path.write_text(SCHEMA)
        linter = Linter(XsdProfile("orders", str(path)))
        linter.lint_text(orders(3, "<x/>"), Settings())
        for kind, make in KINDS.items():
            times = [_time(linter, make(size)) for size in (800, 1600, 3200)]
            sizes = f"{len(make(1600)) >> 10:5} KB"
            shown = "  ".join(f"{one:.3f}" for one in times)
            print(f"{kind:26} {sizes}  {shown}  x{times[2] / times[1]:.1f}")


def _time(linter: Linter, document: str) -> float:
    start = process_time()
    linter.lint_text(document, Settings())
    return process_time() - start


if __name__ == "__main__":
    main()
