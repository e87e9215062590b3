"""Write docs/forms.md and docs/forms.ja.md: the forms of lists that are read, each with the record that it gives.

    python docs/make_forms.py            writes both pages
    python docs/make_forms.py --check    ends with 1 where one is stale

The examples are made up; they stand in docs/forms and are read by dxlist whenever the pages are made.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import dxlist
from dxlist.exports.cells import unit_text
from dxlist.exports.described.nested import extras_table, values_of
from dxlist.query.columns import indicator_text
from dxlist.query.keys import level_text
from dxlist.text.bilingual import Bilingual
from dxlist.words.code_words import LINE_WORDS, VALUE_ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist import Document, Initiative
    from dxlist.model.indicator import Indicator
    from dxlist.text.bilingual import Language

DOCS = Path(__file__).parent
LISTS = DOCS / "forms"
PAGES: dict[Path, Language] = {DOCS / "forms.md": "en", DOCS / "forms.ja.md": "ja"}


class Form(NamedTuple):
    """A form in which lists are published, with an example of it."""

    file: str
    title: Bilingual
    about: Bilingual
    line: int
    """Of the row whose record is shown."""


FORMS = (
    Form(
        "printed.tsv",
        Bilingual("取組一覧（印刷された表）", "A list of initiatives, out of a printed table"),
        Bilingual(
            "2つの階層、担当課、事業名、概要、指標。結合されたセルは最初の行にだけ印刷され、下の行は空です。階層"
            "の空欄は上から補い、補ったことを "
            "`repairs` に残します。",
            "Two levels, departments, project, overview, indicator. A merged cell is printed in its first row "
            "only; the "
            "blanks of levels are filled from above, and `repairs` says so.",
        ),
        4,
    ),
    Form(
        "plan.csv",
        Bilingual("実施計画・アクションプラン", "An action plan"),
        Bilingual(
            "2つから4つの階層、部と課が別々の列、年次計画。下の階層は、上の階層が変わるところで終わります。2行目"
            "の見出しが年度で、上の"
            "「年次計画」がまたがっています。",
            "Two to four levels, department and division in columns of their own, a schedule by year. A lower "
            "level ends "
            "where an upper one begins anew. The second row of the header holds years, over which 年次計画 spans.",
        ),
        4,
    ),
    Form(
        "strategy.csv",
        Bilingual("総合戦略・総合計画の指標", "Indicators of a strategy"),
        Bilingual(
            "1行が1つの指標で、事業も担当もありません。単位、基準値、目標値、年度ごとの実績が別々の列にあり、年度"
            "は見出しにあります。実績が"
            "目標になることはありません。",
            "A row is an indicator; there is no project and no department. Unit, baseline, target and the actual "
            "values of "
            "each year have columns of their own; the years stand in the header. An actual value is never a target.",
        ),
        3,
    ),
    Form(
        "evaluation.csv",
        Bilingual("事務事業評価", "An evaluation of projects"),
        Bilingual(
            "番号と名称が別々の列にある施策、対象・意図、活動指標と成果指標の名称と単位、年度ごとにまとまった値、"
            "評価。",
            "A measure with its code in a column of its own, 対象 and 意図, activity and outcome indicators with "
            "name and "
            "unit, values in groups by year, a judgement.",
        ),
        3,
    ),
    Form(
        "budget.csv",
        Bilingual("予算書・主要事業", "A budget"),
        Bilingual(
            "見出しのない通し番号、番号と名称の並ぶ款・項、所属、年度ごとの金額。番号と金額は `extra` に見出しの"
            "全体で残ります。",
            "An index without a header, 款 and 項 with code and name, the unit, money by year. Codes and money "
            "stay in "
            "`extra` under their full headers.",
        ),
        2,
    ),
    Form(
        "review.csv",
        Bilingual("行政事業レビュー（国）", "A review of national projects"),
        Bilingual(
            "府省庁の下に局・庁。目的と課題は指標ではなく、`extra` に残ります。",
            "府省庁 above 局・庁. Purpose and problem are no indicators; they stay in `extra`.",
        ),
        2,
    ),
    Form(
        "progress.csv",
        Bilingual("進捗・検証", "A progress report"),
        Bilingual(
            "担当課が事業名の括弧の中にあり、年度ごとの実績、達成率、評価が並びます。",
            "The division stands in brackets behind the project; actual values by year, a rate and a judgement follow.",
        ),
        2,
    ),
    Form(
        "sections.csv",
        Bilingual("区切りの行、小計、注のある表", "Section lines, totals and notes"),
        Bilingual(
            "表の前の表題と単位、表の中の「基本目標1 …」の行、小計、注。区切りの行は下の行の階層になり、小計と注"
            "は `notes` に残ります。",
            "A title and a unit above the table, lines such as 基本目標1 … within it, totals, notes. A section "
            "line is a "
            "level of the rows below it; totals and notes are kept in `notes`.",
        ),
        5,
    ),
    Form(
        "procedures.csv",
        Bilingual("手続一覧など（付属ファイルで列を示す）", "Procedures and other lists, with a sidecar"),
        Bilingual(
            "事業にあたる列の見出しを dxlist が知らないときは、付属ファイルが示します（[sidecar.ja.md]("
            "sidecar.ja.md)）。ここでは空欄は「ない」"
            "という意味で、上から補いません。",
            "Where dxlist does not know which column is the project, a sidecar says it ([sidecar](sidecar.md)). "
            "A blank "
            "means that there is nothing here, and is not filled from above.",
        ),
        3,
    ),
)

INTRODUCTION = Bilingual(
    """\
# 読める一覧の形

[English](forms.md)

自治体や国が公表する一覧の主な形と、それぞれの1行から得られるレコードです。列の順、見出しの書き方、階層の数は違っていて
かまいません。どの列をどう理解したかは `dxlist describe 一覧`、1行がどう読まれたかは `dxlist explain 一覧 行` で
分かります。読み方を変えるには[付属ファイル](sidecar.ja.md)を使います。例は架空のもので、`docs/forms/` にあります。
このページは `python docs/make_forms.py` が実際に読んで書くので、手で直さないでください。
""",
    """\
# Forms of lists

[日本語](forms.ja.md)

The main forms in which governments publish lists, and the record that a row of each gives. The order of the columns,
the spelling of the headers and the number of levels may differ. `dxlist describe LIST` shows how each column is
understood, `dxlist explain LIST LINE` how a row was read; a [sidecar](sidecar.md) changes it. The examples are made up
and stand in `docs/forms/`. This page is written by `python docs/make_forms.py`, which reads them; do not edit it.
""",
)
RECORD = Bilingual("{line}行目のレコード", "The record of line {line}")
LINES = Bilingual("{stem} の中身", "The list")
KEY = Bilingual("| キー | 値 |", "| key | value |")


def page(language: Language) -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION.text(language), *(_section(form, language) for form in FORMS)])


def _section(form: Form, language: Language) -> str:
    path = LISTS / form.file
    document = dxlist.parse(path)
    row = next(one for one in document if one.line == form.line)
    parts = [f"## {form.title.text(language)}", "", form.about.text(language), "", *_picture(path), ""]
    sidecar = path.with_suffix(".toml")
    if sidecar.exists():
        parts += ["```toml", sidecar.read_text(encoding="utf-8").strip(), "```", ""]
    parts += [f"{RECORD.text(language).format(line=form.line)}:", "", KEY.text(language), "|---|---|"]
    parts += [f"| `{key}` | {_escaped(value)} |" for key, value in _record(row, document, language)]
    return "\n".join([*parts, ""])


def _picture(path: Path) -> Iterator[str]:
    """Yield the list as a table, its lines as printed."""
    delimiter = "\t" if path.suffix == ".tsv" else ","
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=delimiter))
    width = max(map(len, rows))
    for at, row in enumerate(rows):
        yield f"| {' | '.join(map(_escaped, [*row, *[''] * (width - len(row))]))} |"
        if at == 0:
            yield f"|{'---|' * width}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>").replace("\t", " ")


def _record(row: Initiative, document: Document, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the keys of a record that hold something, in the order of the record."""
    yield from _texts(row)
    if row.kpi_targets:
        yield "kpi_targets", "\n".join(_target(target, language) for target in row.kpi_targets)
    if row.indicators:
        yield "indicators", "\n".join(_indicator(indicator, language) for indicator in row.indicators)
    if row.extra:
        yield "extra", "\n".join(_extras(row, language))
    yield "confidence", f"{row.confidence:.2f}"
    if document.document.notes:
        notes = (f"{LINE_WORDS[note.kind].text(language)}: {note.text}" for note in document.document.notes)
        yield "document.notes", "\n".join(notes)


def _texts(row: Initiative) -> Iterator[tuple[str, str]]:
    said = {
        "levels": " › ".join(f"{level.header}: {level_text(level)}" for level in row.levels),
        "departments": "\n".join(filter(None, map(unit_text, row.departments))),
        "project_name": row.project_name,
        "overview": row.overview,
        "kpi_text": row.kpi_text,
    }
    yield from ((key, text) for key, text in said.items() if text)


def _target(target: dxlist.KpiTarget, language: Language) -> str:
    year = {"ja": f"（{target.target_fiscal_year}年度）", "en": f" ({target.target_fiscal_year})"}[language]
    said = f"{target.value}{target.unit or ''}{year if target.target_fiscal_year else ''}"
    return f"{target.metric}: {said}" if target.metric else said


def _indicator(indicator: Indicator, language: Language) -> str:
    year = "{}年度 " if language == "ja" else "{}: "
    values = (
        VALUE_ROLE_WORDS[role].text(language)
        + " "
        + (year.format(value.fiscal_year) if value.fiscal_year else "")
        + (value.value or f"null ({value.text})")
        for role, value in values_of(indicator)
    )
    between = "、" if language == "ja" else ", "
    return f"{indicator_text(indicator)} – {between.join(values)}".removesuffix(" – ")


def _extras(row: Initiative, language: Language) -> Iterator[str]:
    """Yield the further columns as the table ``extras`` has them: the year apart from the rest of the header."""
    for _, _, header, year, value, _ in extras_table([row]).rows:
        name = " ".join(filter(None, (str(header or ""), str(year or ""))))
        yield f"{name}{'年度' if year and language == 'ja' else ''}: {value}"


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
        sys.stderr.write(f"{', '.join(stale)}: stale; run python docs/make_forms.py\n")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
