"""Each change has one place: tried on a copy of the package, where one file is changed and nothing else.

The table is the last one of docs/architecture.md.  A test copies ``src/dxlist`` with :func:`copied_package`, makes the
change that its row names with :func:`change` or :func:`add` (one file, as a person would), and asks a process that loads
the copy, with :func:`run`, whether what should follow by itself has followed.  ``run`` takes Python that prints JSON; in
it ``call(*arguments)`` runs a command of the copy and returns what it printed.

Not tried yet, each for who builds its room: a form of input (``reading/sources.py``), a table or a column of it
(``exports/described``), a format (``exports/formats``), a command (``cli/commands``), an option that several commands
share (``cli/options.py``).
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

def call(*arguments, language="en"):
    done = CliRunner().invoke(build_app(language), arguments, env={{"DXLIST_LANG": language}})
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
from dxlist.exports.findings.formats import FINDING_FORMATS
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
    formats={name: call("validate", bad, "--select", "DX2", "--show", "info", "--format", name) for name in FINDING_FORMATS},
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
    change(package / "tables" / "columns.py", '    "project_name": (\n', '    "project_name": (\n        "くわだて",\n')
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
