"""Which profile a document has: what is asked for, files, roots, catalogs, the rest."""

from __future__ import annotations

import json
import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from fixture_file import FIXTURES, ROOT, example_of_profiles

from ctct_lint.config.find import Configurations
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.problem import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{}">'


@pytest.fixture(autouse=True)
def schemas(tmp_path: Path) -> None:
    """Make schemas `a` to `d`: each wants the root to hold its own name."""
    for name in "abcd":
        (tmp_path / f"{name}.xsd").write_text(
            HEAD.format("urn:x") + '<xs:element name="order"><xs:simpleType>'
            '<xs:restriction base="xs:string">'
            f'<xs:enumeration value="{name}"/></xs:restriction></xs:simpleType>'
            "</xs:element></xs:schema>"
        )
    (tmp_path / "catalog.xml").write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        '<uri name="urn:x" uri="d.xsd"/><uri name="http://x/d" uri="d.xsd"/>'
        '<uri name="http://x/d.rng" uri="d.rng"/></catalog>'
    )


def document(path: Path, attributes: str = "", before: str = "") -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(f'{before}<order xmlns="urn:x"{attributes}>?</order>')


def profile(name: str, **keys: str | list[str]) -> str:
    """Return a table `[[profiles]]`, with the schema of the name's first letter."""
    given = {"name": name, "schema": f"{name[0]}.xsd", **keys}
    lines = (f"{key} = {json.dumps(value)}\n" for key, value in given.items() if value)
    return "[[profiles]]\n" + "".join(lines)


def chosen(called: Called, *arguments: str) -> str:
    """Return the name of the schema that has judged; "" for none."""
    result = called("check", "--output-format=json", *arguments)
    assert result.exit_code in {0, 1}, result.stderr
    (file,) = json.loads(result.stdout)
    helps = [h for d in file["diagnostics"] for h in d["data"]["help"]]
    found = [re.fullmatch("expected `([a-d])`", one) for one in helps]
    return "".join(one[1] for one in found if one)


SCHEMA_LOCATION = (
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="urn:x http://localhost:1/x.xsd"'
)
A_BY_FILES = profile("a", files=["*.xml"])
B_BY_ROOT = profile("b", root="{urn:x}order")
C_BY_CATALOG = profile("c", catalog="catalog.xml")


@pytest.mark.parametrize(
    ("configuration", "arguments", "expected"),
    [
        (A_BY_FILES + B_BY_ROOT, ["--schema=c.xsd"], "c"),
        (A_BY_FILES + B_BY_ROOT, ["--profile=b"], "b"),
        (A_BY_FILES + profile("c"), ["--profile=c"], "c"),
        (A_BY_FILES + B_BY_ROOT, ["--profile=ctct"], ""),
        (A_BY_FILES + B_BY_ROOT, ["--operation=create"], ""),
        (A_BY_FILES + B_BY_ROOT, ["--operation=auto"], "a"),
        (B_BY_ROOT + A_BY_FILES, [], "a"),
        (A_BY_FILES + B_BY_ROOT + C_BY_CATALOG, [], "a"),
        (B_BY_ROOT + C_BY_CATALOG, [], "b"),
        (C_BY_CATALOG + B_BY_ROOT, [], "b"),
        (C_BY_CATALOG, [], "d"),
        (A_BY_FILES.replace("*.xml", "*.pom") + C_BY_CATALOG, [], "d"),
        (profile("a", root="{urn:y}order"), [], ""),
        (profile("a"), [], ""),
        ("", [], ""),
    ],
)
def test_the_first_that_applies_counts(
    called: Called,
    tmp_path: Path,
    configuration: str,
    arguments: list[str],
    expected: str,
) -> None:
    document(tmp_path / "x.xml", SCHEMA_LOCATION)
    (tmp_path / "ctct-lint.toml").write_text(configuration)

    assert chosen(called, *arguments, "x.xml") == expected


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (profile("a", root="{urn:x}*") + profile("b", root="order"), "b"),
        (profile("a", root="order") + profile("b", root="{urn:x}*"), "a"),
        (profile("a", root="{urn:x}order") + profile("b", root="order"), "a"),
        (profile("a", root="{urn:x}order") + profile("b", root="{urn:x}order"), "b"),
        (profile("a", root=["{urn:y}*", "{urn:x}*"]), "a"),
        (profile("a", root="{urn:x}ordr"), "a"),
        (profile("a", root="{urn:x}invoice"), ""),
        (profile("a", root="{urn:x/}order"), "a"),
        (profile("a", root="{urn:x:2}order"), ""),
        (profile("a", root="{}order"), ""),
        (profile("a", files="*.xml") + profile("b", files=["x.*"]), "b"),
        (profile("a", files="x.xml") + profile("b", files=["sub/*"]), "a"),
    ],
)
def test_the_more_exact_wins_then_the_last(
    called: Called, tmp_path: Path, tables: str, expected: str
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "ctct-lint.toml").write_text(tables)

    assert chosen(called, "x.xml") == expected


@pytest.mark.parametrize(
    ("attributes", "before", "expected"),
    [
        (SCHEMA_LOCATION, "", "d"),
        (SCHEMA_LOCATION.replace("urn:x ", "urn:y y.xsd\n urn:x "), "", "d"),
        (SCHEMA_LOCATION.replace("xsi", "s"), "", "d"),
        (SCHEMA_LOCATION.replace("urn:x", "urn:y"), "", ""),
        (SCHEMA_LOCATION.replace("urn:x ", "urn:y urn:x "), "", ""),
        (SCHEMA_LOCATION.replace("instance", "other"), "", ""),
        (
            SCHEMA_LOCATION.replace(
                'schemaLocation="urn:x http://localhost:1/x.xsd',
                'noNamespaceSchemaLocation="http://x/d',
            ),
            "",
            "d",
        ),
        ("", '<?xml-model href="http://x/d"?>', "d"),
        ("", "<!-- a --><?xml-model type='text/xml' href='http://x/d'?>\n", "d"),
        (
            "",
            (
                '<?xml-model href="http://x/d" '
                'schematypens="http://www.w3.org/2001/XMLSchema"?>'
            ),
            "d",
        ),
        (
            "",
            (
                '<?xml-model href="http://x/d" '
                'schematypens="http://purl.oclc.org/dsdl/schematron"?>'
            ),
            "",
        ),
        ("", '<?xml-model href="http://x/d.rng"?>', ""),
        ("", '<?xml-model href="d.xsd"?>', ""),
        ("", '<!-- <?xml-model href="http://x/d"?> -->', ""),
    ],
)
def test_what_a_document_names_is_a_key_of_the_catalog(
    called: Called, tmp_path: Path, attributes: str, before: str, expected: str
) -> None:
    document(tmp_path / "x.xml", attributes, before)
    (tmp_path / "ctct-lint.toml").write_text(C_BY_CATALOG)

    assert chosen(called, "x.xml") == expected


def test_a_broken_document_has_a_profile_too(called: Called, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_text('<order xmlns="urn:x">? & ?')
    (tmp_path / "ctct-lint.toml").write_text(B_BY_ROOT)

    result = called("check", "--output-format=concise", "x.xml")

    assert result.stdout == (
        "x.xml:1:24: error[CTC107] `&` begins no reference here and is not escaped\n"
        "x.xml:1:26: error[CTC104] the document ends here while 1 element is open\n"
    )


def test_constant_contacts_own_are_recognised_beside_others(
    called: Called, tmp_path: Path
) -> None:
    shutil.copy(FIXTURES / "valid" / "campaign-minimal.create.xml", tmp_path / "m.xml")
    document(tmp_path / "x.xml")
    (tmp_path / "y.xml").write_text("<other/>")
    (tmp_path / "ctct-lint.toml").write_text(
        B_BY_ROOT + '[[profiles]]\nname = "ctct"\nfiles = "y.xml"\n'
    )

    result = called("check", "--output-format=concise", ".")

    assert [line.partition(" ")[0] for line in result.stdout.splitlines()] == [
        "./x.xml:1:22:",
        "./y.xml:1:2:",
    ]


def test_the_nearest_configuration_counts(called: Called, tmp_path: Path) -> None:
    for folder, text in {".": B_BY_ROOT, "in": profile("a", schema="../a.xsd")}.items():
        document(tmp_path / folder / "x.xml")
        (tmp_path / folder / "ctct-lint.toml").write_text(text)
    (tmp_path / "in" / "ctct-lint.toml").write_text(
        profile("a", schema="../a.xsd", root="{urn:x}order")
    )

    assert chosen(called, "x.xml") == "b"
    assert chosen(called, "in/x.xml") == "a"
    assert chosen(called, "--profile=b", "in/x.xml") == "b"
    assert chosen(called, "--profile=a", "in/x.xml") == "a"
    assert chosen(called, "--config=in/ctct-lint.toml", "x.xml") == "a"
    assert chosen(called, "--isolated", "x.xml") == ""


def test_a_pyproject_has_profiles_too(called: Called, tmp_path: Path) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "pyproject.toml").write_text(
        B_BY_ROOT.replace("[[profiles]]", "[[tool.ctct-lint.profiles]]")
    )

    assert chosen(called, "x.xml") == "b"


@pytest.mark.parametrize(
    ("severity", "arguments", "expected"),
    [
        ("", [], 1),
        ('severity = { CTC203 = "hint" }\n', [], 4),
        ('severity = { CTC203 = "hint" }\n', ["--severity=CTC203=info"], 3),
        ('severity = { CTC203 = "hint" }\n[severity]\nCTC203 = "warning"\n', [], 4),
        ('[severity]\nCTC203 = "warning"\n', [], 2),
    ],
)
def test_a_profile_has_severities(
    called: Called,
    tmp_path: Path,
    severity: str,
    arguments: list[str],
    expected: int,
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "ctct-lint.toml").write_text(B_BY_ROOT + severity)

    result = called("check", "--output-format=json", *arguments, "x.xml")

    ((found,),) = (one["diagnostics"] for one in json.loads(result.stdout))
    assert found["severity"] == expected


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "ctct-lint.toml:1:1: `profiles[0]`: the key `name` is missing"),
        ('name = ""', "ctct-lint.toml:2:8: `profiles[0].name`: the string is empty"),
        (
            'name = "x"\nroots = "a"',
            "ctct-lint.toml:3:1: unknown key `roots`\n  help: did you mean `root`?",
        ),
        (
            'name = "x"\nroot = "{urn:x}"',
            (
                "ctct-lint.toml:3:8: `profiles[0].root`: `{urn:x}` is no root: it "
                "ends with no local name of an element\n"
                "  help: write `{namespace}local`, `local` or `{namespace}*`"
            ),
        ),
        (
            'name = "x"\nroot = ["a", "{urn:x"]',
            (
                "ctct-lint.toml:3:14: `profiles[0].root[1]`: `{urn:x` is no root: "
                "the `}` behind the namespace is missing\n"
                "  help: write `{namespace}local`, `local` or `{namespace}*`"
            ),
        ),
        (
            'name = "x"\nroot = "*"',
            (
                "ctct-lint.toml:3:8: `profiles[0].root`: `*` is no root: it is for "
                "every document: use `files`\n"
                "  help: write `{namespace}local`, `local` or `{namespace}*`"
            ),
        ),
        (
            'name = "x"\nroot = 1',
            "ctct-lint.toml:3:8: `profiles[0].root`: must be a string, not an integer",
        ),
        (
            'name = "x"\n[[profiles]]\nname = "x"',
            "ctct-lint.toml:4:8: `profiles[1].name`: there is another profile `x`",
        ),
        (
            'name = "ctct"\nschema = "a.xsd"',
            (
                "ctct-lint.toml:2:8: `profiles[0].name`: `ctct` is the profile that "
                "is built in\n  help: give it another name, or leave out its schema"
            ),
        ),
        (
            'name = "x"\nseverity = { CTC203 = "fatal" }',
            (
                "ctct-lint.toml:3:23: `profiles[0].severity.CTC203`: unknown value "
                "`fatal`\n"
                "  help: expected one of `error`, `warning`, `info`, `hint`"
            ),
        ),
        (
            'name = "x"\nschema = "http://localhost:1/a.xsd"',
            (
                "ctct-lint.toml:3:10: `profiles[0].schema`: "
                "`http://localhost:1/a.xsd` is an address: none is opened\n"
                "  help: save what is there, and name the file"
            ),
        ),
        (
            'name = "x"\nrules = ["file:///a"]\ncatalog = "a+b:/c"',
            (
                "ctct-lint.toml:3:10: `profiles[0].rules[0]`: `file:///a` is an "
                "address: none is opened\n"
                "  help: save what is there, and name the file\n"
                "ctct-lint.toml:4:11: `profiles[0].catalog`: `a+b:/c` is an "
                "address: none is opened"
            ),
        ),
        (
            'name = "x"\nschema = "C:/no.xsd"\nphase = "p"',
            (
                "ctct-lint.toml:4:9: `profiles[0].phase`: there is no `schematron` "
                "that could have this phase"
            ),
        ),
        (
            'name = "x"\nfiles = "a[b"',
            (
                "ctct-lint.toml:3:9: `profiles[0].files`: `a[b` matches nothing: "
                "a `[` is never closed by a `]`"
            ),
        ),
    ],
)
def test_what_is_wrong_with_a_profile_is_told_at_its_place(
    called: Called, tmp_path: Path, table: str, said: str
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "ctct-lint.toml").write_text(f"[[profiles]]\n{table}\n")

    result = called("check", "x.xml")

    assert result.stderr.startswith(said + "\n")
    assert result.exit_code == 2


def test_profiles_that_are_no_array_are_told(called: Called, tmp_path: Path) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "ctct-lint.toml").write_text("profiles = 1\n")

    assert called("check", "x.xml").stderr.startswith(
        "ctct-lint.toml:1:12: `profiles`: must be an array, not an integer\n"
    )


@pytest.mark.parametrize(("head", "column"), [("[profiles]", 1), ("[profiles.a]", 2)])
def test_profiles_that_are_a_table_are_told(
    called: Called, tmp_path: Path, head: str, column: int
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "ctct-lint.toml").write_text(f'{head}\nschema = "a.xsd"\n')

    assert called("check", "x.xml").stderr.startswith(
        f"ctct-lint.toml:1:{column}: `profiles`: must be an array, not a table\n"
        "  help: write `[[profiles]]`, with two brackets, above the keys of each\n"
    )


@pytest.mark.parametrize(
    ("name", "help_"),
    [("ctc", "did you mean `ctct`?"), ("maven", "expected one of `b`, `ctct`")],
)
def test_a_profile_that_nobody_describes_is_told(
    called: Called, tmp_path: Path, name: str, help_: str
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "ctct-lint.toml").write_text(B_BY_ROOT)

    result = called("check", f"--profile={name}", "x.xml")

    assert result.stderr.startswith(
        f"--profile: no profile is called `{name}`\n  help: {help_}\n"
    )
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--schema=a.xsd", "--profile=a"],
        ["--operation=create", "--profile=ctct"],
        ["--operation=create", "--schema=a.xsd"],
    ],
)
def test_no_two_of_them_are_asked_for(called: Called, arguments: list[str]) -> None:
    result = called("check", *arguments)

    assert " exclude each other" in result.stderr
    assert result.exit_code == 2


def test_a_profile_without_a_schema_is_no_unknown_vocabulary(
    called: Called, tmp_path: Path
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "y.xml").write_text("<order>&</order>")
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "x"\nroot = "order"\n'
    )

    result = called("check", "--output-format=concise", "x.xml", "y.xml")

    assert result.stdout == (
        "y.xml:1:8: error[CTC107] `&` begins no reference here and is not escaped\n"
    )


def test_a_missing_schema_stops_no_other_document(
    called: Called, tmp_path: Path
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "y.xml").write_text("<other>&</other>")
    (tmp_path / "ctct-lint.toml").write_text(
        profile("b", root="{urn:x}order", schema="none.xsd")
    )

    result = called("check", "--output-format=concise", ".")

    assert result.stdout.startswith("./y.xml:1:8: error[CTC107]")
    assert result.stderr.startswith(
        "ctct-lint: cannot use the schema none.xsd: no such file or directory; "
        "1 document checked for the syntax only\n"
    )
    assert result.exit_code == 2


# ------------------------------------------------------------------ what works for all


@pytest.fixture
def poms(tmp_path: Path) -> Path:
    """Make a folder as docs/profiles.md has it."""
    home = tmp_path / "home"
    (home / "xsd").mkdir(parents=True)
    shutil.copy(ROOT / "fixtures" / "profiles" / "pom.xsd", home / "xsd")
    for name in ("ctct-lint.toml", "pom.xml"):
        (home / name).write_text(example_of_profiles(name), "utf-8")
    return home


@pytest.mark.parametrize("example", ["output", "profiles output"])
def test_the_examples_of_the_page_are_true(
    called: Called, poms: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.chdir(poms)
    command, *expected = example_of_profiles(example).splitlines()

    result = called(*command.split()[2:])

    assert result.stdout.splitlines() == expected


def test_fixes_are_made(called: Called, poms: Path) -> None:
    result = called("check", "--fix", str(poms))

    assert "<artifactId>junit</artifactId>" in (poms / "pom.xml").read_text()
    assert "1 fixed, 1 left in 1 file checked" in result.stderr


def test_comments_suppress(called: Called, poms: Path) -> None:
    text = (poms / "pom.xml").read_text()
    (poms / "pom.xml").write_text(
        f"<!-- ctct-lint: ignore-file[CTC202, CTC215] -->{text}"
    )

    assert called("check", str(poms)).stdout == ""


def test_a_baseline_knows_what_was_found(called: Called, poms: Path) -> None:
    baseline = ["--baseline", str(poms / "baseline.json")]
    called("check", *baseline, "--update-baseline", str(poms))

    assert called("check", *baseline, str(poms)).exit_code == 0


@pytest.mark.parametrize("kind", ["sarif", "junit", "gitlab", "github", "html", "full"])
def test_every_format_has_them(called: Called, poms: Path, kind: str) -> None:
    assert "CTC215" in called("check", "--output-format", kind, str(poms)).stdout


def test_processes_find_the_same(called: Called, poms: Path) -> None:
    for number in range(40):
        shutil.copy(poms / "pom.xml", poms / f"{number}.pom.xml")
    (poms / "ctct-lint.toml").write_text(
        example_of_profiles("ctct-lint.toml").replace('"pom.xml"', '"*.xml"')
    )

    one = called("check", "--jobs=1", "--output-format=concise", str(poms))
    two = called("check", "--jobs=2", "--output-format=concise", str(poms))

    assert len(one.stdout.splitlines()) == 82
    assert two.stdout == one.stdout


def test_the_cache_keeps_results_and_schemas_until_these_change(
    called: Called, poms: Path
) -> None:
    run = ["check", "--cache-dir", str(poms / "kept"), "--output-format=concise"]
    first = called(*run, str(poms))
    again = called(*run, str(poms))
    schema = poms / "xsd" / "pom.xsd"
    schema.write_text(schema.read_text().replace("xs:boolean", "xs:string"))
    changed = called(*run, str(poms))

    assert again.stdout == first.stdout
    assert len(first.stdout.splitlines()) == 2
    assert len(changed.stdout.splitlines()) == 1
    # Of each of the two its texts, its model and what is to be remarked.
    assert len(list((poms / "kept").glob("*.schema.jsonl"))) == 6


# -------------------------------------------------------------------- distributions


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a distribution into a folder of its own: it brings a profile."""
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    monkeypatch.delitem(sys.modules, "shop_schemas", raising=False)
    site = tmp_path / "site"
    info = site / "shop_schemas-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: shop-schemas\nVersion: 1.0\n"
    )
    (info / "entry_points.txt").write_text(
        "[ctct_lint.profiles]\nshop = shop_schemas:PROFILE\n"
    )
    (site / "shop_schemas").mkdir()
    shutil.copy(tmp_path / "b.xsd", site / "shop_schemas" / "b.xsd")
    code = 'PROFILE = {"name": "shop", "root": "{urn:x}*", "schema": "b.xsd"}'
    (site / "shop_schemas" / "__init__.py").write_text(code + "\n")
    return site


@pytest.mark.parametrize(
    "code",
    [
        'PROFILE = {"name": "shop", "root": "{urn:x}*", "schema": "b.xsd"}',
        'PROFILE = [{"name": "shop", "root": ("{urn:x}order",), "schema": "b.xsd"}]',
        (
            "from pathlib import Path\ndef PROFILE():\n    return {'name': 'shop',"
            " 'root': 'order', 'schema': Path(__file__).with_name('b.xsd')}"
        ),
        (
            'print("hello")\n'
            'PROFILE = {"name": "shop", "root": "{urn:x}*", "schema": "b.xsd"}'
        ),
        (
            "import os\nfrom ctct_lint.profiles.xsd import XsdProfile\n"
            "PROFILE = XsdProfile('shop', os.path.dirname(__file__) + '/b.xsd')"
        ),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["--profile=shop"]])
def test_a_distribution_brings_a_profile(
    called: Called, tmp_path: Path, installed: Path, code: str, arguments: list[str]
) -> None:
    document(tmp_path / "x.xml")
    (installed / "shop_schemas" / "__init__.py").write_text(code + "\n")

    done = called(
        "check",
        "--output-format=concise",
        *arguments,
        "x.xml",
    )

    assert done.stdout == "x.xml:1:22: error[CTC203] `?` is not a valid order\n"


@pytest.mark.usefixtures("installed")
def test_a_configuration_counts_for_more_than_a_distribution(
    called: Called, tmp_path: Path
) -> None:
    document(tmp_path / "x.xml")
    (tmp_path / "ctct-lint.toml").write_text(profile("c", root="{urn:x}*"))

    done = called("check", "--output-format=full", "x.xml")

    assert "expected `c`" in done.stdout


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("raise RuntimeError('no luck')", "no luck"),
        ("", "module 'shop_schemas' has no attribute 'PROFILE'"),
        ("PROFILE = 1", "must be a table, not an integer"),
        ("PROFILE = {'root': 'a'}", "the key `name` is missing"),
        ("PROFILE = {'name': 'a', 'files': 'x'}", "`files`: unknown key `files`"),
        ("PROFILE = {'name': 'a', 'root': '{'}", "`root`: `{` is no root: "),
        ("def PROFILE():\n    return 1 / 0", "division by zero"),
        ("PROFILE = None", "must be a table, not None"),
        ("PROFILE = {'name': 'ctct'}", "`ctct` is the profile that is built in"),
        ("PROFILE = [{'name': 'a'}] * 2", "there is another profile `a`"),
        ("def PROFILE():\n    raise SystemExit", "it calls `sys.exit`"),
        ("import sys\nsys.exit(0)", "it calls `sys.exit`"),
    ],
)
def test_what_a_distribution_cannot_bring_is_told(
    called: Called, tmp_path: Path, installed: Path, code: str, why: str
) -> None:
    document(tmp_path / "x.xml")
    (installed / "shop_schemas" / "__init__.py").write_text(code + "\n")

    done = called("check", "x.xml")
    listed = called("profiles")

    said = f"profile `shop` of shop-schemas: cannot be used: {why}"
    assert done.stderr.startswith(said)
    assert done.exit_code == 2
    assert said in listed.stderr
    assert listed.exit_code == 2


def test_nobody_looks_for_distributions_without_need() -> None:
    code = (
        "import sys\nfrom ctct_lint.cli import main\n"
        "try:\n    main(['check', sys.argv[1]])\n"
        "except SystemExit:\n    print('importlib.metadata' in sys.modules)\n"
    )
    import subprocess

    clean = FIXTURES / "valid" / "campaign-minimal.create.xml"
    done = subprocess.run(
        [sys.executable, "-c", code, clean], capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"


@pytest.mark.usefixtures("installed")
def test_profiles_are_listed(called: Called, tmp_path: Path) -> None:
    (tmp_path / "ctct-lint.toml").write_text(
        A_BY_FILES + profile("c", catalog="catalog.xml") + '[[profiles]]\nname = "e"\n'
    )
    assert called("profiles").stdout == (
        "a\n"
        "  documents  files *.xml\n"
        "  schema     a.xsd\n"
        "  from       ctct-lint.toml\n"
        "c\n"
        "  documents  what its catalog has\n"
        "  schema     c.xsd\n"
        "  catalog    catalog.xml\n"
        "  from       ctct-lint.toml\n"
        "e\n"
        "  documents  those of --profile e\n"
        "  from       ctct-lint.toml\n"
        "shop\n"
        "  documents  root {urn:x}*\n"
        "  schema     site/shop_schemas/b.xsd\n"
        "  from       profile `shop` of shop-schemas\n"
        "ctct\n"
        "  documents  it recognises them itself\n"
        "  from       ctct-lint\n"
    )
    listed = json.loads(called("profiles", "--output-format=json").stdout)
    assert [one["name"] for one in listed] == ["a", "c", "e", "shop", "ctct"]
    assert listed[0] == {
        "name": "a",
        "files": ["*.xml"],
        "root": [],
        "schema": str(tmp_path / "a.xsd"),
        "catalog": None,
        "schematron": None,
        "rules": [],
        "origin": "ctct-lint.toml",
    }
    isolated = called("profiles", "--isolated").stdout
    assert isolated.startswith("shop\n")


def test_what_profiles_cannot_be_used_is_told_where_they_are_listed(
    called: Called, tmp_path: Path
) -> None:
    (tmp_path / "ctct-lint.toml").write_text(
        A_BY_FILES
        + profile("b", schema="bad.xsd", schematron="gone.sch")
        + profile("\x1bc\n", schema="gone.xsd", root="c")
    )
    (tmp_path / "bad.xsd").write_text(HEAD.format("urn:x"))

    listed = called("profiles")

    assert listed.stderr.splitlines() == [
        (
            "ctct-lint: profile `b`: cannot use bad.xsd: `ctct-lint check` shows "
            "what is wrong in it"
        ),
        "ctct-lint: profile `b`: cannot use gone.sch: no such file or directory",
        (
            "ctct-lint: profile `\\x1bc\\n`: cannot use gone.xsd: no such file or "
            "directory"
        ),
    ]
    assert "\\x1bc\\n\n  documents  root c\n" in listed.stdout
    assert listed.exit_code == 2
    as_json = called("profiles", "--output-format=json")
    assert json.loads(as_json.stdout)[2]["name"] == "\x1bc\n"
    assert as_json.exit_code == 2


def test_a_configuration_knows_the_rules_of_a_distribution(
    called: Called, tmp_path: Path, installed: Path
) -> None:
    code = 'PROFILE = {"name": "shop", "root": "{urn:x}*", "rules": "big_order.py"}'
    (installed / "shop_schemas" / "__init__.py").write_text(code + "\n")
    (installed / "shop_schemas" / "big_order.py").write_text(
        '"""An order is big.\n\n## Why\n\nIt is."""\n'
        "from ctct_lint.rules.api import Finding, name_of, rule\n"
        '@rule(on="{urn:x}order", code="SHOP001")\n'
        "def check(element):\n"
        '    yield Finding(at=name_of(element), message="it is big")\n'
    )
    document(tmp_path / "x.xml")
    for line, severity in [
        ("", ["1 SHOP001"]),
        ('ignore = ["SHOP001"]', []),
        ('ignore = ["big-order"]', []),
        ('select = ["CTC"]', []),
        ('severity = { SHOP = "hint" }', ["4 SHOP001"]),
        ('[per-file-ignores]\n"x.xml" = ["SHOP001"]', []),
    ]:
        (tmp_path / "ctct-lint.toml").write_text(line)
        result = called("check", "--output-format=json", "x.xml")
        (file,) = json.loads(result.stdout)
        found = [f"{d['severity']} {d['code']}" for d in file["diagnostics"]]
        assert found == severity, result.stderr
    (tmp_path / "ctct-lint.toml").write_text('ignore = ["SHOP002"]')
    told = called("check", "x.xml")
    assert told.exit_code == 2
    assert "`ignore[0]`: no rule has the code or name `SHOP002`" in told.stderr


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("keys", "expected"), [("", 1), ('severity = { CTC203 = "hint" }\n', 4)]
)
def test_a_configuration_adds_to_the_profile_of_a_distribution(
    called: Called, tmp_path: Path, keys: str, expected: int
) -> None:
    for name in ("x.xml", "y.xml"):
        document(tmp_path / name)
    (tmp_path / "ctct-lint.toml").write_text(
        f'[[profiles]]\nname = "shop"\nfiles = "x.xml"\n{keys}'
    )

    result = called("check", "--output-format=json", "x.xml", "y.xml")

    found = [d["severity"] for f in json.loads(result.stdout) for d in f["diagnostics"]]
    assert found == [expected, 1]


def test_a_configuration_adds_to_the_profile_that_is_built_in(
    called: Called, tmp_path: Path
) -> None:
    shutil.copy(
        FIXTURES / "invalid" / "greeting-name-and-state.xml", tmp_path / "m.xml"
    )
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "ctct"\nfiles = "*.xml"\nseverity = { CTC = "hint" }\n'
    )

    assert called("check", "m.xml").exit_code == 0


def test_profiles_of_all_configurations_that_can_be_used_are_known(
    tmp_path: Path,
) -> None:
    for folder, text in {"a": profile("a"), "b": "[[profiles]]\n", "c": ""}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ctct-lint.toml").write_text(text)
    (tmp_path / "c" / "ctct-lint.toml").unlink()
    (tmp_path / "c" / "pyproject.toml").write_text("[tool.other]\n# tool.ctct-lint\n")
    configurations = Configurations(KnownNames(set))
    for folder in "ac":
        configurations.of(str(tmp_path / folder / "x.xml"))
    with pytest.raises(ConfigurationError):
        configurations.of(str(tmp_path / "b" / "x.xml"))

    assert [one.name for one in configurations.described()] == ["a"]


@pytest.mark.parametrize(
    ("tables", "help_"),
    [
        (
            [profile("a", root="{urn:y}order")],
            "if it is meant for the profile `a`, its namespace is `urn:y`",
        ),
        (
            [profile("a", root="shop"), profile("b", files="*.shop"), profile("c")],
            "the profile `c` does not say what it is for: give it `root` or `files`",
        ),
        (
            [profile("a", root="shop"), profile("b", catalog="catalog.xml")],
            (
                "name its schema: `--schema FILE.xsd` or `[[profiles]]` in "
                "ctct-lint.toml; if it is meant for Constant Contact, say what it is "
                "for with `--operation`"
            ),
        ),
    ],
)
def test_a_document_of_none_is_told_which_may_be_meant(
    tables: list[str], help_: str, called: Called, tmp_path: Path
) -> None:
    document(tmp_path / "a.xml")
    (tmp_path / "ctct-lint.toml").write_text("".join(tables))

    result = called("check", "--output-format=json", "a.xml")

    (found,) = json.loads(result.stdout)[0]["diagnostics"]
    assert (found["code"], found["data"]["help"]) == ("CTC224", [help_])


@pytest.mark.parametrize(
    ("written", "beside"),
    [
        ("xsd/order.xsd", ", but xsd/orders.xsd is there"),
        ("xsd\\orders.xsd", ", but xsd/orders.xsd is there"),
        ("xsd/shop.xsd", ""),
        ("xds/orders.xsd", ""),
    ],
)
def test_a_schema_that_is_not_there_is_told_with_one_that_is(
    written: str, beside: str, called: Called, tmp_path: Path
) -> None:
    document(tmp_path / "a.xml")
    (tmp_path / "xsd").mkdir()
    (tmp_path / "xsd" / "orders.xsd").touch()
    table = profile("a", root="order", schema=written)
    (tmp_path / "ctct-lint.toml").write_text(table)

    result = called("check", "a.xml")

    assert result.stderr.splitlines()[0] == (
        f"ctct-lint: cannot use the schema {written}: no such file or directory{beside}"
        "; 1 document checked for the syntax only"
    )


PHASES = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><phase id="quick">'
    '<active pattern="p"/></phase><phase/><pattern id="p"/></schema>'
)
NO_PHASE = "ctct-lint.toml:5:9: `profiles[0].phase`: no phase of the schema has the id "


@pytest.mark.parametrize(
    ("rules", "phase", "told"),
    [
        (PHASES, "quik", f"{NO_PHASE}`quik`\n  help: did you mean `quick`?\n"),
        (PHASES, "full", f"{NO_PHASE}`full`\n  help: expected one of `quick`\n"),
        (PHASES.replace(' id="quick"', ""), "full", f"{NO_PHASE}`full`\n"),
        (PHASES, "quick", ""),
        (PHASES, "#ALL", ""),
        # What is wrong in the file is told there.
        ("<schema>", "full", ""),
        ("<schema/>", "full", ""),
    ],
)
def test_a_phase_that_the_schema_lacks_is_told_where_it_is_asked_for(
    called: Called, tmp_path: Path, rules: str, phase: str, told: str
) -> None:
    (tmp_path / "r.sch").write_text(rules)
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "x"\nroot = "a"\nschematron = "r.sch"\n'
        f'phase = "{phase}"\n'
    )
    (tmp_path / "a.xml").write_text("<a/>")

    result = called("check", "a.xml")

    starts = result.stderr.startswith(told) if told else NO_PHASE not in result.stderr
    assert (starts, result.exit_code == 2 or not told) == (True, True)
