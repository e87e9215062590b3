"""Each change has one place: tried on a copy of the package, where one file is changed and nothing else.

The table is the last one of docs/architecture.md.  A test copies ``src/dxlist`` with :func:`copied_package`, makes the
change that its row names with :func:`change` or :func:`add` (one file, as a person would), and asks a process that loads
the copy, with :func:`run`, whether what should follow by itself has followed.  ``run`` takes Python that prints JSON; in
it ``call(*arguments)`` runs a command of the copy and returns what it printed, ``end(*arguments)`` returns how it ended.

What a change needs beyond its row of the table is said by its test: a comparison level, whose name is one of the values
that a record may hold, stands in ``model/project.py`` too, and so does a role of a column in ``model/roles.py``.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.cli.runs import FIRST, HEADER, PATIENCE, environment
from tests.lists import ROOT

PRELUDE = """
import json, sys
from typer.testing import CliRunner
import dxlist
from dxlist.cli.app import build_app

assert dxlist.__file__.startswith({folder!r}), dxlist.__file__

def end(*arguments, language="en", stdin=None):
    return CliRunner().invoke(build_app(language), arguments, input=stdin, env={{"DXLIST_LANG": language}})

def call(*arguments, **more):
    done = end(*arguments, **more)
    assert done.exit_code in (0, 1), (arguments, done.output, done.exception)
    return done.stdout

def answer(**found):
    sys.stdout.write(json.dumps(found, ensure_ascii=False))
"""


def copied_package(folder: Path) -> Path:
    """Copy the package into a folder and return where it stands there."""
    package = folder / "dxlist"
    shutil.copytree(ROOT / "src" / "dxlist", package, ignore=shutil.ignore_patterns("__pycache__"))
    return package


def change(file: Path, old: str, new: str) -> None:
    """Change one file: what is changed stands in it once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), "utf-8")


def add(file: Path, text: str) -> None:
    """Add one file."""
    assert not file.exists(), file
    file.write_text(text, "utf-8")


def run(package: Path, code: str, *arguments: str) -> Any:
    """Return what Python that loads the copied package answers; ``arguments`` are its ``sys.argv[1:]``."""
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE.format(folder=str(package)) + code, *arguments],
        capture_output=True,
        check=False,
        cwd=package.parent,
        env=environment(PYTHONPATH=str(package.parent), PYTHONUTF8="1"),
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


RULE = '''"""DX299: exclamation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.rules.dx2_texts.printed_texts import texts_of
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.rules.listed import Listed


@rule("DX299", "exclamation-mark", "info", Bilingual("感嘆符", "exclamation mark"), official=("L1-08",))
def exclamation_mark(listed: Listed) -> Iterator[Found]:
    """A text shouts.

    A plan states.

    日本語:
        感嘆符があります。

        計画は淡々と書きます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める！|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    for text in texts_of(listed).all:
        at = text.text.find("！")
        if at >= 0:
            yield Found(text.place(at, at + 1), Bilingual("感嘆符です。", "an exclamation mark."), suggestion="。")
'''


def test_a_rule_is_one_decorated_function(tmp_path: Path) -> None:
    package = copied_package(tmp_path)
    add(package / "rules" / "dx2_texts" / "exclamations.py", RULE)
    examples = tmp_path / "bad.tsv", tmp_path / "good.tsv"
    for example, mark in zip(examples, "！。", strict=True):
        example.write_text(HEADER + FIRST.replace("進める。", f"進める{mark}"), "utf-8")
    code = """
from dxlist.exports.format import formats_for
from dxlist.rules.manual import page_of
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules

rule, (bad, good) = all_rules()["DX299"], sys.argv[1:]
found = {
    example.is_bad: len(check_lists([("x.tsv", dxlist.parse(example.data, stem="x"))], [rule]).findings)
    for example in page_of(rule.check).examples
}
answer(
    listed=[call("rules"), call("rules", language="ja")],
    pages=[call("rules", "DX299"), call("rules", "DX299", language="ja")],
    examples=[found[True], found[False]],
    formats={name: call("validate", bad, "--select", "DX2", "--show", "info", "--format", name) for name, found in formats_for("rows", "findings").items() if found.is_text},
    text=call("validate", bad, "--select", "DX299", "--show", "info"),
    nothing=call("validate", good, "--select", "DX299", "--format", "json"),
)
"""
    answer = run(package, code, *map(str, examples))
    assert "exclamation mark" in answer["listed"][0]
    assert "感嘆符" in answer["listed"][1]
    assert all(words in answer["pages"][0] for words in ("A text shouts.", "A plan states.", "L1-08", "進める！"))
    assert all(words in answer["pages"][1] for words in ("感嘆符があります。", "計画は淡々と書きます。", "進める！"))
    assert answer["examples"] == [1, 0]
    assert len(answer["formats"]) > 3
    assert all("DX299" in text for text in answer["formats"].values()), answer["formats"]
    assert "DX299" in answer["text"]
    assert json.loads(answer["nothing"]) == []


def test_a_header_spelling_is_one_entry(tmp_path: Path) -> None:
    """The page begins there, its cells come to their column, and nothing was guessed."""
    package = copied_package(tmp_path)
    change(package / "tables" / "columns.py", "_PROJECTS = (\n", '_PROJECTS = (\n    "くわだて",\n')
    header = HEADER.replace("事業名\t", "くわだて\t")
    (tmp_path / "list.tsv").write_text(f"一覧\n\n{header}{FIRST}", "utf-8")
    code = """
document = dxlist.parse(sys.argv[1])
(page,), (row,) = document.document.pages, document
answer(
    header=[(head.text, head.column, head.guessed) for head in page.header],
    titles=[title.text for title in document.document.titles],
    name=row.project_name,
    findings=[found.code for found in dxlist.validate(document) if found.code == "DX103"],
)
"""
    answer = run(package, code, str(tmp_path / "list.tsv"))
    assert ["くわだて", "project_name", False] in answer["header"]
    assert answer["titles"] == ["一覧"]
    assert answer["name"] == "電子申請推進事業"
    assert answer["findings"] == []


def test_a_key_of_a_record_is_one_field(tmp_path: Path) -> None:
    """The schema describes it, the records have it, and it is asked for by its name and by its Japanese label."""
    package = copied_package(tmp_path)
    change(
        package / "model" / "initiative.py",
        "    project_name: str | None",
        '    motto: str | None = Field(default=None, title="標語", description="What it says of itself.")\n'
        "    project_name: str | None",
    )
    (tmp_path / "list.tsv").write_text(HEADER + FIRST, "utf-8")
    code = """
path = sys.argv[1]
answer(
    schema=json.loads(call("schema", "--what", "initiative"))["properties"]["motto"],
    record=next(iter(dxlist.parse(path))).model_dump(mode="json"),
    asked=json.loads(call("query", path, "--columns", "line,motto", "--format", "json")),
    named=json.loads(call("query", path, "--columns", "標語", "--format", "json")),
)
"""
    answer = run(package, code, str(tmp_path / "list.tsv"))
    assert answer["schema"]["description"] == "What it says of itself."
    assert answer["record"]["motto"] is None
    assert answer["asked"] == [{"line": 2, "motto": None}]
    assert answer["named"] == [{"motto": None}]


def test_a_unit_of_targets_is_one_entry(tmp_path: Path) -> None:
    package = copied_package(tmp_path)
    change(package / "words" / "units.py", "\n件", "\nわっぱ 件")
    code = """
(row,) = dxlist.parse(sys.argv[1])
answer(targets=[(target.value, target.unit) for target in row.kpi_targets])
"""
    (tmp_path / "list.tsv").write_text(HEADER + FIRST.replace("100件", "100わっぱ"), "utf-8")
    assert run(package, code, str(tmp_path / "list.tsv"))["targets"] == [["100", "わっぱ"]]
    assert run(copied_package(tmp_path / "as_it_is"), code, str(tmp_path / "list.tsv"))["targets"] != [
        ["100", "わっぱ"]
    ]


def test_a_suffix_of_offices_is_one_entry(tmp_path: Path) -> None:
    package = copied_package(tmp_path)
    suffixes = "SUFFIXES: tuple[Suffix, ...] = (\n"
    change(package / "words" / "offices.py", suffixes, f'{suffixes}    Suffix("つぼね", "division", "offices"),\n')
    code = """
(row,) = dxlist.parse(sys.argv[1])
answer(units=[(unit.department, unit.division) for unit in row.departments])
"""
    (tmp_path / "list.tsv").write_text(HEADER + FIRST.replace("情報政策課", "情報つぼね"), "utf-8")
    assert run(package, code, str(tmp_path / "list.tsv"))["units"] == [["総務部", "情報つぼね"]]


HTML = '''"""HTML: one table."""

from html import escape


def rows_to_bytes(table, style):
    """Yield a row of the table."""
    for row in (table.header(style.header), *table.shown_rows(style.header)):
        yield f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>\\n".encode()
'''
ENTRY = '        Format("html", Bilingual("HTMLの表", "a table of HTML"), (".html",), _ROWS, "html", _OF_TEXT),\n'


def test_a_format_is_one_file_and_one_entry(tmp_path: Path) -> None:
    """Every command that writes rows has it, by its name and by its suffix, in its help, with the options of a table."""
    package = copied_package(tmp_path)
    add(package / "exports" / "formats" / "html.py", HTML)
    change(package / "exports" / "format.py", '        Format("tsv", ', f'{ENTRY}        Format("tsv", ')
    (tmp_path / "list.tsv").write_text(HEADER + FIRST, "utf-8")
    code = """
path, html = sys.argv[1], ("--format", "html", "--header", "ja")
commands = {
    "parse": ("parse", path, "--output", "-"),
    "query": ("query", path),
    "sql": ("sql", "SELECT project_name FROM initiatives", path),
    "export": ("export", path, "--output", "-"),
    "dedupe": ("dedupe", path),
    "validate": ("validate", path),
}
call("export", path, "--output", "by_its_suffix.html")
from dxlist.cli.commands import query
answer(
    written={name: call(*arguments, *html) for name, arguments in commands.items()},
    helped={name: call(name, "--help") for name in commands},
    suffixed=open("by_its_suffix.html", encoding="utf-8").read(),
)
"""
    answer = run(package, code, str(tmp_path / "list.tsv"))
    for name, text in answer["written"].items():
        assert text.startswith("<tr><td>"), (name, text)
        assert name == "validate" or "<td>電子申請推進事業</td>" in text, (name, text)
    assert all("|html|" in "".join(text.split()) for text in answer["helped"].values())
    assert "<td>project_name</td>" in answer["suffixed"]


def test_a_column_of_a_table_is_one_entry(tmp_path: Path) -> None:
    """A key of the model becomes a column of every command and format by its name in the list of columns."""
    package = copied_package(tmp_path)
    change(
        package / "exports" / "described" / "lists.py", '"project_name", "project_levels",', '"project_name", "motto",'
    )
    change(
        package / "model" / "initiative.py",
        "    project_name: str | None",
        '    motto: str | None = Field(default="前進", title="標語", description="What it says of itself.")\n'
        "    project_name: str | None",
    )
    change(
        package / "exports" / "described" / "words.py",
        '    "overview": (',
        '    "motto": ("事業の標語。",),\n    "overview": (',
    )
    (tmp_path / "list.tsv").write_text(HEADER + FIRST, "utf-8")
    code = """
path = sys.argv[1]
answer(
    headers=[
        call(*arguments, "--format", "csv").splitlines()[0]
        for arguments in (("parse", path, "--output", "-"), ("query", path), ("export", path, "--output", "-"))
    ],
    japanese=call("query", path, "--format", "markdown", "--columns", "motto", "--header", "ja"),
    asked=json.loads(call("sql", "SELECT motto FROM initiatives", path, "--format", "json")),
)
"""
    answer = run(package, code, str(tmp_path / "list.tsv"))
    assert all(",motto," in header for header in answer["headers"])
    assert "標語" in answer["japanese"]
    assert answer["asked"] == [{"motto": "前進"}]


FORM = '''"""Lists whose cells stand between double colons."""

from dxlist.model.stages import PhysicalRow
from dxlist.reading.plain.lines import open_text


def read_rows(source, encoding=None):
    """Return the rows."""
    found, lines = open_text("colons", source, encoding)
    cells = ((number, line.strip().split("::")) for number, line in enumerate(lines, 1))
    found.delimiter = "::"
    found.rows = (PhysicalRow(number, number, ("",) if number == 1 else tuple(row)) for number, row in cells)
    return found


def position_in_row(row, delimiter, cell, at):
    """Return the line and the column in it."""
    return row.line, sum(len(one) + 2 for one in row.cells[: cell - 1]) + at + 1
'''
FORM_ENTRY = """    Form(
        "colons",
        Bilingual("コロン区切り", "double colons"),
        (".colons",),
        "dxlist.reading.colons",
        regex(rb"\\A%colons"),
    ),
"""


def test_a_form_of_input_is_one_module_and_one_entry(tmp_path: Path) -> None:
    """Folders are searched for it, ``-`` is known by its first bytes, and errors, places and help speak of it."""
    package = copied_package(tmp_path)
    add(package / "reading" / "colons.py", FORM)
    forms = "FORMS: tuple[Form, ...] = (\n"
    change(package / "reading" / "forms.py", forms, forms + FORM_ENTRY)
    lists = tmp_path / "lists"
    lists.mkdir()
    text = "%colons\n" + (HEADER + FIRST.replace("システムを", "システムをを")).replace("\t", "::")
    (lists / "a.colons").write_text(text, "utf-8")
    (lists / "broken.bin").write_text("%colons\n1::2\n", "utf-8")
    (lists / "bytes.bin").write_bytes(b"%colons\n\xff\xfe\x81\n")
    (tmp_path / "none").mkdir()
    code = """
folder, none = sys.argv[1:]
place = f"{folder}/a.colons"
def records(*paths, stdin=None):
    return [json.loads(line) for line in call("parse", *paths, "--format", "jsonl", "--output", "-", stdin=stdin).splitlines()]
(row,) = records(folder)
answer(
    folder=(row["initiative_id"], row["line"], row["project_name"], row["sources"]["project_name"]["cells"]),
    stdin=[one["project_name"] for one in records("-", stdin=open(place, "rb").read())],
    errors=[end("parse", f"{folder}/{name}.bin").stderr for name in ("broken", "bytes")],
    nothing=end("parse", none).stderr,
    explained=call("explain", place, "3"),
    found=json.loads(call("validate", place, "--select", "DX204", "--format", "sarif")),
    help=[call(*arguments, language=language) for arguments in (("parse", "--help"), ("query", "--help")) for language in ("en", "ja")],
    told=[call("export", folder, "--table", "documents", "--format", "csv", "-o", "-", *more) for more in ((), ("--header", "ja"))],
)
"""
    answer = run(package, code, str(lists), str(tmp_path / "none"))
    assert answer["folder"] == [answer["folder"][0], 3, "電子申請推進事業", [4]]
    assert answer["stdin"] == ["電子申請推進事業"]
    assert f"{lists}/broken.bin" in answer["errors"][0]
    assert all("Traceback" not in error for error in answer["errors"])
    assert ".colons" in answer["nothing"]
    assert "電子申請推進事業" in answer["explained"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in answer["found"]["runs"][0]["results"]]
    column = text.splitlines()[2].index("をを") + 1
    assert [(region["startLine"], region["startColumn"]) for region in regions] == [(3, column)]
    assert ".colons" in answer["help"][0]
    assert ".colons" in answer["help"][1]
    assert "colons" in answer["told"][0]
    assert "コロン区切り" in answer["told"][1]


def test_a_role_of_a_column_is_one_entry_and_its_name(tmp_path: Path) -> None:
    """Header, pages, the sidecar and what a file says of its columns know it; its cells are kept by their header."""
    package = copied_package(tmp_path)
    change(package / "model" / "roles.py", '"level", "department"', '"premises", "level", "department"')
    change(
        package / "tables" / "columns.py",
        "FURTHER_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (\n",
        'FURTHER_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (\n    (re.compile("ばしょ"), "premises"),\n',
    )
    cells = HEADER.strip() + "\t{}\n" + FIRST.strip() + "\t本庁舎2階\n"
    (tmp_path / "spelled.tsv").write_text(cells.format("つかうばしょ"), "utf-8")
    (tmp_path / "said.tsv").write_text(cells.format("ありか"), "utf-8")
    (tmp_path / "said.toml").write_text('[columns]\n"ありか" = "premises"\n', "utf-8")
    code = """
found = {}
for path in sys.argv[1:]:
    document = dxlist.parse(path)
    (row,), (page,) = document, document.document.pages
    found[path.split("/")[-1]] = [page.header[-1].role, row.extra[page.header[-1].text], len(document.leftovers)]
answer(found=found, explained=call("explain", sys.argv[1], "2"), columns=call("describe", sys.argv[1]))
"""
    answer = run(package, code, str(tmp_path / "spelled.tsv"), str(tmp_path / "said.tsv"))
    assert answer["found"] == {name: ["premises", "本庁舎2階", 0] for name in ("spelled.tsv", "said.tsv")}
    assert "本庁舎2階" in answer["explained"]
    assert "premises" in answer["columns"]


def test_a_key_of_a_record_comes_into_its_table_and_a_target_too(tmp_path: Path) -> None:
    package = copied_package(tmp_path)
    change(
        package / "model" / "initiative.py",
        "    project_name: str | None",
        '    motto: str = Field(default="前へ", title="標語", description="What it says of itself.")\n'
        "    project_name: str | None",
    )
    change(
        package / "model" / "kpi.py",
        "    cumulative: bool",
        '    mood: str = Field(default="元気", title="気分", description="How it feels.")\n    cumulative: bool',
    )
    (tmp_path / "list.tsv").write_text(HEADER + FIRST, "utf-8")
    code = """
def of(table, header):
    return call("export", sys.argv[1], "--table", table, "--header", header, "--format", "csv", "-o", "-").splitlines()
answer(rows=[of("initiatives", "en"), of("initiatives", "ja")], targets=[of("targets", "en"), of("targets", "ja")])
"""
    answer = run(package, code, str(tmp_path / "list.tsv"))
    for tables, names, value in (
        (answer["rows"], ("motto", "標語"), "前へ"),
        (answer["targets"], ("mood", "気分"), "元気"),
    ):
        for (header, row), name in zip(tables, names, strict=True):
            assert row.split(",")[header.split(",").index(name)] == value


TABLE_NAME = '    "pages": TableName(Bilingual("頁の表", "pages"), Bilingual("1行が1頁。", "A row is one page.")),\n'
TABLE_MAKER = """    "pages": lambda content: Table(
        "pages",
        (
            TableColumn("document_id", "string", "一覧ID", Bilingual("一覧。", "The list.")),
            TableColumn("page", "integer", "頁", Bilingual("頁の番号。", "Number of the page.")),
        ),
        tuple((one.document_id, page.page) for one in content.lists for page in one.document.document.pages),
        ("document_id", "page"),
    ),
"""


def test_a_table_is_its_name_and_what_it_is_made_of(tmp_path: Path) -> None:
    """Export, SQL, help, the explaining sheet and the page of the tables have it."""
    package = copied_package(tmp_path)
    described = package / "exports" / "described"
    change(described / "names.py", '    "findings": TableName(', f'{TABLE_NAME}    "findings": TableName(')
    change(described / "content.py", '    "findings": lambda', f'{TABLE_MAKER}    "findings": lambda')
    change(
        described / "content.py",
        "from dxlist.exports.described.names",
        "from dxlist.model.table import Table, TableColumn\nfrom dxlist.exports.described.names",
    )
    (tmp_path / "list.tsv").write_text(HEADER + FIRST, "utf-8")
    code = """
import importlib.util
from dxlist.exports.format import formats_for
spec = importlib.util.spec_from_file_location("make_tables", sys.argv[2])
docs = importlib.util.module_from_spec(spec)
spec.loader.exec_module(docs)
path = sys.argv[1]
for name, found in formats_for("rows", "tables").items():
    more = ("--table", "pages") if "rows" in found.takes else ()
    call("export", path, *more, "--format", name, "-o", f"out.{name}")
from dxlist.exports.described.content import Content
from dxlist.exports.described.explanation import explanation_rows
_, explained = explanation_rows(Content([]).tables(), "en")
answer(
    csv=open("out.csv").read(),
    sql=json.loads(call("sql", "SELECT page FROM pages", path, "--format", "json")),
    help=[call(name, "--help") for name in ("export", "sql")],
    explained=[row[0] for row in explained],
    docs=[docs.page("en"), docs.page("ja")],
)
"""
    answer = run(package, code, str(tmp_path / "list.tsv"), str(ROOT / "docs" / "make_tables.py"))
    assert answer["csv"].splitlines() == ["document_id,page", "list,1"]
    assert answer["sql"] == [{"page": 1}]
    assert all("pages" in text for text in answer["help"])
    assert "pages" in answer["explained"]
    assert "A row is one page." in answer["docs"][0]
    assert "1行が1頁。" in answer["docs"][1]


COMMAND = '''"""``dxlist greet``: says good day."""

from dataclasses import dataclass

from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.usage import choice
from dxlist.text.bilingual import Bilingual


@dataclass(frozen=True, kw_only=True)
class GreetOptions(option.ReadingOptions):
    """The options."""

    who: str = option.value("--who you|me", "だれに。", "Whom.", "you")


def greet(options, messages):
    """Greet."""
    messages.remark(Bilingual("こんにちは。", "good day."))
    return Exit.FOUND if choice("--who", options.who, ("you", "me")) == "me" else Exit.DONE
'''
COMMAND_ENTRY = '    "greet": CommandEntry(Bilingual("挨拶します。", "Say good day."), HELPING),\n'


def test_a_command_is_one_file_and_one_entry(tmp_path: Path) -> None:
    """Help, completion and exit codes have it; a near miss of its name is answered with it."""
    package = copied_package(tmp_path)
    add(package / "cli" / "commands" / "greet.py", COMMAND)
    change(package / "cli" / "app.py", '    "help": CommandEntry(', f'{COMMAND_ENTRY}    "help": CommandEntry(')
    code = """
from dxlist.cli.completing import candidates, read_line
ended = [end("greet", *more, language=language) for more, language in (
    ((), "ja"), (("--who", "me"), "en"), (("--who", "us"), "en"), (("--quiet",), "en"), (("--lang", "jp"), "en"))]
answer(
    help=[call("--help"), call("help", language="ja"), call("help", "greet"), call("greet", "--help", language="ja")],
    codes=[done.exit_code for done in ended],
    said=[done.stderr for done in ended],
    wrong=end("gret").stderr,
    completed=[list(candidates(read_line(line))) for line in ("dxlist gr", "dxlist greet --who ", "dxlist help gre")],
)
"""
    answer = run(package, code)
    assert "Say good day." in answer["help"][0]
    assert "挨拶します。" in answer["help"][1]
    assert "--who" in answer["help"][2]
    assert "だれに。" in answer["help"][3]
    assert answer["codes"] == [0, 1, 2, 0, 2]
    assert "こんにちは。" in answer["said"][0]
    assert "you" in answer["said"][2]
    assert answer["said"][3] == ""
    assert "greet" in answer["wrong"]
    assert answer["completed"] == [["greet"], ["you", "me"], ["greet"]]


def test_a_shared_option_is_written_once(tmp_path: Path) -> None:
    """Another wording, and another name, is that of every command that takes the option."""
    package = copied_package(tmp_path)
    change(package / "cli" / "options.py", '"Say nothing but errors and what was found."', '"Hush."')
    change(package / "cli" / "options.py", '"--quiet -q"', '"--quiet --hush -q"')
    (tmp_path / "list.tsv").write_text(HEADER + FIRST, "utf-8")
    code = """
from dxlist.cli.app import COMMANDS
from dxlist.cli.setup import load_command
names = [name for name in COMMANDS if any("--quiet" in field.names for field in load_command(name).fields)]
path = sys.argv[1]
more = {"show": ("2", path), "explain": (path, "2"), "sql": ("SELECT 1", path), "export": (path, "-o", "a.json")}
answer(
    helps={name: call(name, "--help") for name in names},
    said={name: end(name, *more.get(name, (path,)), "--hush").stderr for name in names},
)
"""
    answer = run(package, code, str(tmp_path / "list.tsv"))
    assert len(answer["helps"]) > 7
    assert all("Hush." in text for text in answer["helps"].values())
    assert set(answer["said"].values()) == {""}, answer["said"]


LEVEL = """    KeyLevel(
        name="shortened",
        label=Bilingual("頭の四字", "same beginning"),
        sentence=Bilingual("最初の四字が同じ。", "begin alike."),
        key=lambda row, _: (row.name or "")[:4],
    ),
"""


def test_a_comparison_level_is_one_entry_and_its_name(tmp_path: Path) -> None:
    """The clusters are made by it; the words behind a row, the tables, the schema and the documents know it."""
    package = copied_package(tmp_path)
    change(package / "model" / "project.py", '"respelled", "typo"]', '"respelled", "shortened", "typo"]')
    change(
        package / "projects" / "levels.py", "    SearchLevel(\n        name=", f"{LEVEL}    SearchLevel(\n        name="
    )
    second = FIRST.replace("電子申請推進事業", "電子申請大作戦")
    (tmp_path / "list.tsv").write_text(HEADER + FIRST + second, "utf-8")
    code = """
import importlib.util
spec = importlib.util.spec_from_file_location("make_levels", sys.argv[2])
docs = importlib.util.module_from_spec(spec)
spec.loader.exec_module(docs)
path = sys.argv[1]
answer(
    levels=[row["level"] for row in json.loads(call("dedupe", path, "--table", "mentions", "--format", "json"))],
    japanese=call("dedupe", path, "--table", "mentions", "--format", "csv", "--header", "ja"),
    text=call("dedupe", path),
    schema=call("schema", "--what", "project"),
    docs=[docs.with_examples(), docs.for_users("ja")],
)
"""
    answer = run(package, code, str(tmp_path / "list.tsv"), str(ROOT / "docs" / "make_levels.py"))
    assert answer["levels"] == ["first", "shortened"]
    assert "頭の四字" in answer["japanese"]
    assert "same beginning" in answer["text"]
    assert '"shortened"' in answer["schema"]
    assert "begin alike." in answer["docs"][0]
    assert "最初の四字が同じ。" in answer["docs"][1]
