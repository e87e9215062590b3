"""Write docs/api.md and docs/api.ja.md from the public names of `dxlist`: signature, docstring, and an example of each.

    python docs/make_api.py            writes both pages
    python docs/make_api.py --check    ends with 1 where one is stale

A name is described where it is defined, by its docstring; EXAMPLES holds lines that use it on the shipped list.  The
suite runs every example and compares what is printed: tests/test_api_page.py.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

import dxlist
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.text.bilingual import Language

DOCS = Path(__file__).parent
PAGES: dict[Path, Language] = {DOCS / "api.md": "en", DOCS / "api.ja.md": "ja"}


class Example(NamedTuple):
    """What a name is for in Japanese, and some lines that use it."""

    about: str
    code: str


LIST = "data/raw/fukushima_r04.tsv"
STRATEGY = "docs/forms/strategy.csv"
EXAMPLES: dict[str, Example] = {
    "parse": Example(
        "一覧を読み、1件の Document を返します。",
        f"""\
>>> document = dxlist.parse("{LIST}")
>>> len(document)
131
""",
    ),
    "stream": Example(
        "取組を1件ずつ返します。使うメモリーは、ファイルの大きさによりません。",
        f"""\
>>> next(dxlist.stream("{LIST}")).project_name
'ふくしま自治研修センターにおける職層別研修への派遣'
""",
    ),
    "find_projects": Example(
        "どの行が同じ事業か、上位事業、食い違い、候補を返します。",
        f"""\
>>> found = dxlist.find_projects(dxlist.parse("{LIST}"))
>>> len(found.projects), [conflict.grade for conflict in found.conflicts[:2]]
(111, ['contradiction', 'contradiction'])
""",
    ),
    "validate": Example(
        "一覧の誤りや読みにくいところを、行の順に返します。",
        f"""\
>>> for finding in dxlist.validate("{LIST}", select=["DX203"]):
...     print(finding.line, finding.code, finding.suggestion)
42 DX203 の
""",
    ),
    "plan_fixes": Example(
        "確実に直せるものを、何も書かずに計画します。`text` は付属ファイル、`data` は直した写しです。",
        f"""\
>>> plan = dxlist.plan_fixes("{LIST}", select=["DX203"], language="ja")
>>> plan.text.splitlines()[-1]
'reason = "DX203: 続かない助詞"'
""",
    ),
    "select": Example(
        "条件に合う行を、元の順に返します。",
        f"""\
>>> rows = list(dxlist.parse("{LIST}"))
>>> hits = dxlist.select(rows, dxlist.Filters(departments=("デジタル変革課",), units=("件",)))
>>> [hit.initiative.line for hit in hits]
[14, 23, 61]
""",
    ),
    "export": Example(
        "1つ以上の一覧を、`dxlist export` と同じファイルに書きます。",
        f"""\
>>> import io
>>> target = io.BytesIO()
>>> dxlist.export([dxlist.parse("{LIST}")], target, format="csv", table="departments")
>>> target.getvalue().decode().splitlines()[1]
'fukushima_r04-79b1e35b,1,総務部 職員研修課,総務部,,職員研修課,,'
""",
    ),
    "write": Example(
        "1つの一覧を、`dxlist parse` と同じファイルに書きます。",
        f"""\
>>> import io
>>> target = io.BytesIO()
>>> dxlist.write(dxlist.parse("{LIST}"), target, format="jsonl")
>>> target.getvalue().count(b"\\n")
131
""",
    ),
    "load": Example(
        "`dxlist parse` が書いた `.json` を読み戻します。",
        """\
>>> dxlist.load("data/normalized/fukushima_r04.json").counts.initiatives
131
""",
    ),
    "parse_many": Example(
        "複数の一覧を読みます。",
        f"""\
>>> [len(document) for document in dxlist.parse_many(["{LIST}"])]
[131]
""",
    ),
    "read_decisions": Example(
        "同じ事業か別の事業かを人が決めたファイルを読みます。`find_projects`、`validate`、`export` に渡します。",
        f"""\
>>> import pathlib, tempfile
>>> file = pathlib.Path(tempfile.mkdtemp(), "decisions.toml")
>>> _ = file.write_text('same = [["fukushima_r04:113", "fukushima_r04:135"]]')
>>> rows = list(dxlist.parse("{LIST}"))
>>> len(dxlist.find_projects(rows, dxlist.read_decisions(file)).projects)
110
""",
    ),
    "Hit": Example(
        "`select` が見つけた1行と、条件に合う目標。",
        f"""\
>>> rows = list(dxlist.parse("{LIST}"))
>>> hit = dxlist.select(rows, dxlist.Filters(units=("件",)))[0]
>>> hit.initiative.line
14
""",
    ),
    "KpiTarget": Example(
        "指標のセルが定める1つの目標値。",
        f"""\
>>> row = next(row for row in dxlist.parse("{LIST}") if row.line == 62)
>>> [(target.value, target.unit, target.raw) for target in row.kpi_targets]
[('42', '団体', '42団体（累計）')]
""",
    ),
    "Decision": Example(
        "同じ事業か別の事業か、人が決めたこと。`find_projects` に渡します。",
        f"""\
>>> rows = list(dxlist.parse("{LIST}"))
>>> joined = dxlist.Decision("same", (rows[0].initiative_id, rows[1].initiative_id))
>>> len(dxlist.find_projects(rows, [joined]).projects)
110
""",
    ),
    "Document": Example(
        "1つの一覧を読んだ結果。取組の並びとして使えます。`model_validate_json` で `.json` を読み戻せます。",
        """\
>>> from pathlib import Path
>>> text = Path("data/normalized/fukushima_r04.json").read_text(encoding="utf-8")
>>> document = dxlist.Document.model_validate_json(text)
>>> document.counts.initiatives, document.document.fiscal_year
(131, 2022)
""",
    ),
    "Initiative": Example(
        "一覧の1行。すべてのキーは [schema](schema.ja.md) にあります。",
        f"""\
>>> row = next(row for row in dxlist.parse("{LIST}") if row.line == 62)
>>> row.item_codes, row.item_name
(['1(6)'], 'AI・RPA等の利用促進・共同導入')
""",
    ),
    "Department": Example(
        "1つの担当。部局、局、課室の階層に分かれています。",
        f"""\
>>> row = next(row for row in dxlist.parse("{LIST}") if row.line == 62)
>>> row.departments
[Department(department='企画調整部', bureau=None, division='デジタル変革課', section=None, elsewhere=None)]
""",
    ),
    "Level": Example(
        "計画の1つの階層。見出し、番号、名称。",
        f"""\
>>> row = next(row for row in dxlist.parse("{LIST}") if row.line == 62)
>>> [(level.header, level.code) for level in row.levels]
[('分野', '第4-1'), ('項目', '1(6)')]
""",
    ),
    "Indicator": Example(
        "専用の列がある1つの指標。",
        f"""\
>>> indicator = dxlist.parse("{STRATEGY}").initiatives[0].indicators[0]
>>> indicator.name, indicator.unit, len(indicator.actuals)
('新規就農者数', '人', 2)
""",
    ),
    "IndicatorValue": Example(
        "指標の1つの値と、その値のあるセル。",
        f"""\
>>> indicator = dxlist.parse("{STRATEGY}").initiatives[0].indicators[0]
>>> [(one.fiscal_year, one.value, one.header) for one in indicator.targets]
[(2028, '20', '目標値（R10）')]
""",
    ),
    "Source": Example(
        "文が元のどの行のどのセルにあるか、元の文字のまま。",
        f"""\
>>> row = next(row for row in dxlist.parse("{LIST}") if row.line == 62)
>>> row.sources["field"].line, row.sources["field"].raw
(60, '第4-1 市町村 支援・連携')
""",
    ),
    "Repair": Example(
        "補正の1つ。何を取り除き、どこから動かしたか。",
        f"""\
>>> row = next(row for row in dxlist.parse("{LIST}") if row.line == 62)
>>> [(repair.kind, repair.column) for repair in row.repairs][:3]
[('filled', 'field'), ('split', 'item'), ('unwrapped', 'project_name')]
""",
    ),
    "Leftover": Example(
        "どの列にも入らなかったセル。",
        f"""\
>>> [(left.line, left.cell, left.text) for left in dxlist.parse("{LIST}").leftovers]
[(15, 1, '2(2) キャッシュレス決済の導入')]
""",
    ),
    "Finding": Example(
        "`validate` が見つけたものの1つ。",
        f"""\
>>> finding = dxlist.validate("{LIST}", select=["DX203"], language="ja")[0]
>>> finding.severity, finding.message
('warning', '「をの」は助詞が続いています。一方が余分です。')
""",
    ),
    "FixPlan": Example(
        "`plan_fixes` の結果。直すセル、付属ファイルの文、直した写し。",
        f"""\
>>> plan = dxlist.plan_fixes("{LIST}", select=["DX201"], copy=True)
>>> [(mend.line, mend.column, mend.codes) for mend in plan.mends]
[(124, 'project_name', ['DX201']), (124, 'overview', ['DX201'])]
""",
    ),
    "Project": Example(
        "1つの事業と、それが載っているすべての行。",
        f"""\
>>> found = dxlist.find_projects(dxlist.parse("{LIST}"))
>>> max(len(project.mentions) for project in found.projects)
8
""",
    ),
    "Projects": Example(
        "`find_projects` の結果。事業、上位事業、食い違い、候補。",
        f"""\
>>> found = dxlist.find_projects(dxlist.parse("{LIST}"))
>>> len(found.programmes), len(found.conflicts), len(found.suggested)
(10, 14, 1)
""",
    ),
    "Filters": Example(
        "`select` の条件。同じ条件の値はどれか、違う条件はすべてを満たす行です。",
        f"""\
>>> rows = list(dxlist.parse("{LIST}"))
>>> len(dxlist.select(rows, dxlist.Filters(texts=("オンライン 申請",), shared=True)))
2
""",
    ),
    "DxlistError": Example(
        "読めないときの誤り。ファイル、場所、何が問題か、どうすればよいかを持ちます。",
        """\
>>> try:
...     dxlist.parse(b"a\\tb\\n1\\t2\\n")
... except dxlist.DxlistError as error:
...     print(error.problem.ja)
表が見つかりません（見出し行に続く行がありません）。
""",
    ),
}

INTRODUCTION = Bilingual(
    """\
# Python から使う

[English](api.md)

`import dxlist` で使える名前のすべてです。このページは `python docs/make_api.py` が書くので、手で直さないでください。
例は、同梱の一覧があるフォルダーで動き、試験として実行されます。説明は docstring（英語）です。型情報が付いています。
""",
    """\
# Use from Python

[日本語](api.ja.md)

All names that `import dxlist` gives. This page is written by `python docs/make_api.py`; do not edit it. The examples
run in the folder of the shipped list, and the suite runs them. The package is typed.
""",
)
FUNCTIONS = Bilingual("## 関数", "## Functions")
TYPES = Bilingual("## 型", "## Types")
SECTIONS = {
    "Args:": Bilingual("引数", "Args"),
    "Raises:": Bilingual("例外", "Raises"),
    "Returns:": Bilingual("戻り値", "Returns"),
    "Yields:": Bilingual("順に返すもの", "Yields"),
}
ONE_OF_THE_KINDS = Bilingual(
    "[schema](schema.ja.md#repairs) にある種類のどれかです。",
    "One of the kinds that [schema](schema.md#repairs) describes.",
)
BOUNDARY = re.compile(r"^ *>>> ", re.MULTILINE)


def page(language: Language) -> str:
    """Return the whole page."""
    functions = [name for name in EXAMPLES if name in dxlist.__all__ and inspect.isfunction(getattr(dxlist, name))]
    types = [name for name in EXAMPLES if name in dxlist.__all__ and name not in functions]
    parts = [INTRODUCTION.text(language)]
    for heading, names in ((FUNCTIONS, functions), (TYPES, types)):
        parts += [heading.text(language), "", *(_section(name, language) for name in names)]
    return "\n".join(parts)


def _section(name: str, language: Language) -> str:
    example = EXAMPLES[name]
    parts = [f"### {name}", ""]
    if language == "ja":
        parts += [example.about, ""]
    parts += [*_signature(name), *_described(name, language), "```python", f">>> import dxlist\n{example.code}```", ""]
    return "\n".join(parts)


def _signature(name: str) -> Iterator[str]:
    value = getattr(dxlist, name)
    if inspect.isfunction(value):
        arguments = ",\n    ".join(_parameters(inspect.signature(value)))
        returned = inspect.signature(value).return_annotation
        yield f"```text\ndxlist.{name}(\n    {arguments},\n) -> {returned}\n```\n"


def _parameters(signature: inspect.Signature) -> Iterator[str]:
    named = False
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not named:
            named = True
            if not any(p.kind is p.VAR_POSITIONAL for p in signature.parameters.values()):
                yield "*"
        yield re.sub(r"'([^']*)'", r"\1", str(parameter))


def _described(name: str, language: Language) -> Iterator[str]:
    """Yield the docstring, its sections as lists, less the examples in it; of a type its keys too."""
    value = getattr(dxlist, name)
    if not inspect.isclass(value) and not inspect.isfunction(value):
        yield f"{ONE_OF_THE_KINDS.text(language)}\n"
        return
    text = BOUNDARY.split(inspect.getdoc(value) or "")[0].rstrip()
    yield f"{_as_markdown(text, language)}\n"
    if inspect.isclass(value) and issubclass(value, BaseModel):
        yield f"{', '.join(f'`{key}`' for key in value.model_fields)}.\n"


def _as_markdown(text: str, language: Language) -> str:
    lines = list[str]()
    for line in text.replace("``", "`").splitlines():
        if heading := SECTIONS.get(line):
            lines += [f"**{heading.text(language)}**", ""]
        elif entry := re.match(r"    (\w+): ", line):
            lines.append(f"- `{entry[1]}`: {line[entry.end() :]}")
        elif line.startswith("        "):
            lines.append(f"  {line.strip()}")
        else:
            lines.append(line.strip())
    return re.sub(r":(?:class|func|mod|meth):`~?([^`]+)`", r"`\1`", "\n".join(lines))


def main() -> int:
    """Write the pages, or tell by the exit code whether one is stale."""
    stale = []
    for path, language in PAGES.items():
        text = page(language)
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: stale; run python docs/make_api.py\n")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
