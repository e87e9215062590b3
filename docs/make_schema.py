"""Write docs/schema.md and docs/schema.ja.md from the models: every key, its type, its Japanese name, what it means.

    python docs/make_schema.py            writes both pages
    python docs/make_schema.py --check    ends with 1 where one is stale

A key is described where it is defined, by its Field in `dxlist.model`, and in Japanese by the columns of the tables
(`dxlist.exports.described`); MEANINGS holds what is not said there.
"""  # noqa: INP001 - a script, no package
# ruff: noqa: E501 - a line of the Japanese page may be wider than one of code

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from dxlist.exports.described.lists import documents_table, initiatives_table, targets_table
from dxlist.exports.described.nested import indicator_values_table, indicators_table, levels_table
from dxlist.initiatives import DOUBTFUL
from dxlist.model import document, initiative
from dxlist.model.kpi import KpiStatus
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

    from dxlist.model.table import Table
    from dxlist.text.bilingual import Language

DOCS = Path(__file__).parent
PAGES: dict[Path, Language] = {DOCS / "schema.md": "en", DOCS / "schema.ja.md": "ja"}
Model = type[BaseModel]


class Meaning(NamedTuple):
    """The Japanese name of a key and what it means; empty where the model says it."""

    title: str = ""
    text: str = ""


MEANINGS: dict[str, Meaning] = {
    "Source.line": Meaning("行"),
    "Source.cells": Meaning("セル"),
    "Source.raw": Meaning("印刷のまま"),
    "Document.schema_version": Meaning("形式の版", "Version of this page; a new major number changes or removes keys."),
    "Document.document": Meaning("一覧", "What is known of the file."),
    "Document.initiatives": Meaning("事業・取組", "The records, in the order of the list."),
    "Document.leftovers": Meaning("どの列にも入らなかったセル", "Cells of the body that belong to no column."),
    "Document.counts": Meaning("件数", "Figures of the list."),
    "DocumentInfo.document_id": Meaning("一覧ID", "Stem of the list's file."),
    "DocumentInfo.name": Meaning("名称"),
    "DocumentInfo.read_as": Meaning("入力の形式"),
    "DocumentInfo.sha256": Meaning("ハッシュ値", "SHA-256 of the bytes of the list."),
    "DocumentInfo.encoding": Meaning("文字コード", "Of a text, as proved by a strict decode: utf-8, cp932 …"),
    "DocumentInfo.byte_order_mark": Meaning("BOM", "Whether the file begins with a byte-order mark."),
    "DocumentInfo.encoding_rival": Meaning("紛らわしい文字コード"),
    "DocumentInfo.further_encodings": Meaning("2つ目以降の文字コード"),
    "DocumentInfo.control_characters": Meaning("制御文字"),
    "DocumentInfo.delimiter": Meaning("区切り文字", "Tab, comma, semicolon or bar."),
    "DocumentInfo.line_ends": Meaning("改行コード"),
    "DocumentInfo.local_government_code": Meaning(
        "全国地方公共団体コード", "From the sidecar, or from titles or the file's name and the official table."
    ),
    "DocumentInfo.local_government_name": Meaning(
        "地方公共団体名", "From the sidecar, or from titles or the file's name and the official table."
    ),
    "DocumentInfo.local_government_from": Meaning("地方公共団体の根拠"),
    "DocumentInfo.fiscal_year": Meaning("年度", "From the sidecar, or the first fiscal year that a title names."),
    "DocumentInfo.publisher": Meaning("公表者", "From the sidecar."),
    "DocumentInfo.source": Meaning("出所", "From the sidecar: what the file was made from."),
    "DocumentInfo.source_url": Meaning("公表元URL", "From the sidecar."),
    "DocumentInfo.licence": Meaning("ライセンス", "From the sidecar."),
    "DocumentInfo.titles": Meaning("表題", "The title lines, in order."),
    "DocumentInfo.pages": Meaning("ページ", "The pages, in order."),
    "DocumentInfo.notes": Meaning("注記", "Lines beside the table, in order."),
    "DocumentInfo.blank_lines": Meaning("空行", "Physical lines without a letter."),
    "DocumentInfo.unused_corrections": Meaning("使われない訂正", "Corrections of the sidecar that no row took."),
    "DocumentInfo.noted_corrections": Meaning("見直すべき訂正"),
    "DocumentInfo.ignored_rules": Meaning("使わないルール", "Rules that the sidecar switches off for this list."),
    "DocumentInfo.ignored_findings": Meaning("示さない検出結果"),
    "IgnoredFinding.code": Meaning("ルール番号"),
    "IgnoredFinding.line": Meaning("行"),
    "IgnoredFinding.words": Meaning("言葉"),
    "IgnoredFinding.project_name": Meaning("事業名"),
    "IgnoredFinding.reason": Meaning("理由"),
    "IgnoredFinding.written_at": Meaning("付属ファイルの行"),
    "IgnoredRule.code": Meaning("ルール番号"),
    "IgnoredRule.reason": Meaning("理由"),
    "ControlCharacter.character": Meaning("文字"),
    "ControlCharacter.count": Meaning("個数", "How many of them the text holds."),
    "ControlCharacter.line": Meaning("最初の行"),
    "GovernmentSource.by": Meaning("根拠", "sidecar, title or file_name."),
    "GovernmentSource.line": Meaning("行"),
    "GovernmentSource.text": Meaning("文"),
    "GovernmentSource.supplied": Meaning("補ったもの"),
    "GovernmentSource.contradicts": Meaning("公式の表との食い違い"),
    "FurtherEncoding.line": Meaning("行"),
    "FurtherEncoding.byte": Meaning("バイト"),
    "FurtherEncoding.encoding": Meaning("文字コード", "utf-8, cp932 …"),
    "TitleInfo.line": Meaning("行", "1-based physical line."),
    "TitleInfo.part": Meaning("表番号", "Which list of the file it stands in, from 1."),
    "TitleInfo.text": Meaning("文", "Its cells, joined by a blank."),
    "PageInfo.page": Meaning("ページ", "From 1."),
    "PageInfo.part": Meaning("表番号", "Which list of the file, from 1."),
    "PageInfo.header": Meaning("見出し", "The columns; those of the page before where it prints none."),
    "PageInfo.title_lines": Meaning("表題の行", "1-based physical lines."),
    "PageInfo.header_lines": Meaning("見出しの行", "1-based physical lines."),
    "PageInfo.body_lines": Meaning("本体の行", "1-based physical lines."),
    "PageInfo.note_lines": Meaning("注記の行", "1-based physical lines."),
    "HeaderInfo.cell": Meaning("セル", "1-based."),
    "HeaderInfo.text": Meaning("見出し", "As printed; of a header over several lines, joined."),
    "HeaderInfo.guessed": Meaning("推定"),
    "HeaderInfo.column": Meaning("列"),
    "HeaderInfo.role": Meaning("役割"),
    "NoteInfo.line": Meaning("行", "1-based physical line."),
    "NoteInfo.kind": Meaning("種類", "A remark, a total, a unit, a page number."),
    "NoteInfo.text": Meaning("文", "As printed."),
    "Source.more": Meaning("続きの行"),
    "SourceLine.line": Meaning("行", "1-based physical line."),
    "SourceLine.cells": Meaning("セル", "1-based cells of that line."),
    "Leftover.line": Meaning("行", "1-based physical line."),
    "Leftover.cell": Meaning("セル"),
    "Leftover.confirmed": Meaning("確認"),
    "Leftover.text": Meaning("文", "As printed."),
    "Leftover.reason": Meaning("理由", "It repeats the item; it fits no column; a field that no row below it took up."),
    "CorrectionNote.line": Meaning("行", "As the sidecar has it; null where it has none."),
    "CorrectionNote.column": Meaning("列"),
    "CorrectionNote.reason": Meaning("理由", "As the sidecar has it."),
    "CorrectionNote.state": Meaning("状態"),
    "CorrectionNote.was": Meaning("もとの文"),
    "CorrectionNote.project_name": Meaning("事業名"),
    "CorrectionNote.now": Meaning("使った行"),
    "CorrectionNote.lines": Meaning("ほかの行"),
    "CorrectionNote.written_at": Meaning("付属ファイルの行"),
    "Counts.pages": Meaning("ページ数", "Pages."),
    "Counts.parts": Meaning("表の数", "Tables in the file."),
    "Counts.initiatives": Meaning("事業数", "Records."),
    "Counts.leftovers": Meaning("どの列にも入らなかったセルの数", "Leftovers."),
    "Counts.doubtful": Meaning("疑わしい行の数"),
    "Counts.repairs": Meaning("補正の数"),
}

REPAIRS: tuple[Model, ...] = get_args(get_args(initiative.Repair)[0])


def _models(model: Model, known: tuple[Model, ...]) -> tuple[Model, ...]:
    """Return a model and all models that its keys hold, each once, in the order in which they are met."""
    found = (*known, model)
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in (*found, *REPAIRS):
                found = _models(part, found)
    return found


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield what a type is made of, and the type."""
    yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)


INTRODUCTION = Bilingual(
    f"""\
# レコードの形式

[English](schema.md)

バージョン {initiative.SCHEMA_VERSION}。このページは `python docs/make_schema.py` が書くので、手で直さないでください。JSON Schema としては
`dxlist schema`（ファイル全体）、`dxlist schema --what initiative`（1件。JSON Lines の1行）で表示できます。

キーはこの順に書かれ、どのキーもいつもあります。一覧に書かれていないもの、印刷で失われたものは `null` です。文は一覧のもので、
改行の跡を取り除いたほかは変えません。文の中の位置は0から、行とセルは1から、文字（コードポイント）で数えます。「意味」に日本語のない
キーは、英語の説明です。
""",
    f"""\
# Schema

[日本語](schema.ja.md)

Version {initiative.SCHEMA_VERSION}. This page is written by `python docs/make_schema.py`; do not edit it. The same as
JSON Schema: `dxlist schema` (a whole file), `dxlist schema --what initiative` (a record, a line of JSON Lines).

Keys stand in the order in which they are written, and every key is always there. What a list does not say, or what the
print has lost, is `null`; text is the list's own, with line ends mended and nothing else changed. Positions within a
text are counted in code points from 0, lines and cells from 1.
""",
)

REPLAY = Bilingual(
    """\
## Repairs

補正です。どの文にも出典があり、そこから同じ文をもう一度得られます。列ごとに、

1. `sources` の `raw` を取ります。印刷のままのセルで、2つあればタブでつないであります。出典のない列の文は `null` です。
2. その列の補正のうち、`at` と `taken` を持つもの（`cleaned`、`unwrapped`、`trimmed`、`split`）を取ります。`taken[i]` は `raw` の
   `at[i]` にあり、重なりません。すべて取り除きます。`cleaned` は、見えない文字（ゼロ幅の空白、異体字セレクターなど）、制御文字、
   数の途中にある空白（「8,5 00人」）です。
3. 残ったものが文です。何も残らなければ `null` です。`field` は `field_name`、`item` は `item_name` になり（分けたものは
   `field_code`、`item_codes`、`plan_only`）、`extra.<見出し>` は `extra` の値に、`departments` は担当を読み取った名前になります。
4. 人が決めた文（`corrected`）では、印刷が何であっても、`value` が文です。
5. プログラムが値の代わりに残したもの（nan、NULL、`#REF!`）は、どの列でも値ではなく `null` です。`raw` には残ります。

部局名なしに書かれた課の `department` は、同じセルの前の課の部局だとセルか一覧が示すときにだけその部局で、ほかは `null` です。ほかの行
が示す部局は `elsewhere` に入り、`inferred` がその行（`from_line`）を示します。JSON Lines では、前の行すべてと続く400行が手がかりです。

`filled` と `ditto` は出典がほかの行にあること、`shifted` はセルが列の隣にあったこと、`truncated` は列の前で行が切れていたことを
示し、文字は変えません。補正が持つのは結果ではなく、何をどこから取り除き、動かしたかなので、この規則は破れることがありえます。
試験は、すべてのレコードでこれを確かめます。
""",
    """\
## Repairs

Every text has a source and can be had from it again. For a column:

1. Take `raw` of its entry in `sources`: the cells as printed, joined by a tab where there are two. Where the column has
   no source, its text is `null`.
2. Of the repairs of that column take those with `at` and `taken` (`cleaned`, `unwrapped`, `trimmed`, `split`). Each
   `taken[i]` stands in `raw` at `at[i]`; no two overlap. Take them all out. What was `cleaned` are characters that nobody
   sees (zero-width blanks, variation selectors …), control characters, and a blank that broke a number (8,5 00人).
3. What is left is the text, or nothing, which is `null`. `field` gives `field_name`, `item` gives `item_name` (what was
   split off is `field_code`, `item_codes`, `plan_only`), `extra.<header>` gives the entry of `extra`; `departments`
   gives the printed names from which its units were read.
4. Where a person has settled the text (`corrected`), its `value` is the text, whatever was printed.
5. What a program left in place of a value (nan, NULL, `#REF!`) is no value in any column: `null`. `raw` keeps it.

The `department` of a division that is printed without it is that of the division before it in its cell only where the
cell or the list says so; else it is `null`. What another row prints above the division stands in `elsewhere`, and
`inferred` names that row (`from_line`). JSON Lines are written from what all rows before and the next 400 show.

`filled` and `ditto` say that the source stands on another line, `shifted` that a cell stood beside its column,
`truncated` that the row was cut before the column. None of them changes a letter. A repair holds what was taken out or
moved and where, never the result, so this rule can fail; the tests apply it to every record.
""",
)

CONFIDENCE = Bilingual(
    f"""\
## Confidence

`confidence`（確度）は0から1です。行ごとに、セルの割り当てのうち最もよいものと次によいものを比べ、その差（対数オッズ）を余裕と
します。その行、結合セルの元の行、改行の跡とした空白とそうでないとした空白のうち、最も小さい余裕をとります。確度は
tanh(余裕 / 2)、つまり、このオッズの確率 p について 2p − 1 です。事業概要と指標の一方しかない行では下げ、新しい分野が始まるのに
項目がないか、自分の事業がない行では0.4以下とします。

{DOUBTFUL} 未満の行は「疑わしい行」です。要約に示し、`counts.doubtful` に数え、`--strict` では通しません。余裕は、行がどれだけよく
合うかを測るもので、保証ではありません。どれだけ当たるかは [damage.md](damage.md)（英語）にあります。
""",
    f"""\
## Confidence

`confidence` is 0 to 1. For each row the assignment of its cells to the columns that fits best is compared with the next
best; the difference (log-odds) is the margin. The least margin counts: of the row itself, of the rows that its merged
cells were filled from, and of each blank that was taken for a line end or was not. Confidence is tanh(margin / 2),
which is 2p − 1 for the probability p of these odds. It is lowered where of overview and KPI only one is there; it is at
most 0.4 where a row begins a new field and has no item, or no project of its own.

Below {DOUBTFUL} a row is doubtful: the summary names it, `counts.doubtful` counts it, `--strict` does not let it pass.
The margin measures how well a row fits; it is not a promise. How well it warns: [damage.md](damage.md).
""",
)

STATUSES: dict[str, Bilingual] = {
    "quantitative": Bilingual("目標値が1つ以上ある。", "The cell holds at least one target."),
    "milestone": Bilingual("期日のある成果物で、数値はない。", "A deliverable with a date, and no number."),
    "no_target": Bilingual(
        "数値はあるが、目標とは読めない（実績、確かに読めない数値）。",
        "Numbers, none of which is plainly a target (an actual value, a number that cannot be read for certain).",
    ),
    "qualitative": Bilingual("言葉だけ。", "Words only."),
    "none_declared": Bilingual("設定しないと書かれている。", "The cell says that none is set."),
    "shared": Bilingual(
        "上の行と結合された事業で、目標は上の行のもの。文は残し、この行の目標とはしない。",
        "The project is merged with the row above, whose targets these are; text kept, no targets of its own.",
    ),
    "missing": Bilingual("文がないか、横線だけ。", "No text, or only dashes."),
}

MODELS: dict[str, str] = {
    "Initiative": "一覧の1行。",
    "Department": "1つの担当。",
    "Level": "計画の1つの階層。政策、施策、基本事業、款、項など。",
    "Indicator": "専用の列がある1つの指標。",
    "IndicatorValue": "指標の1つの値と、その値のあるセル。",
    "KpiTarget": "1つの目標値。",
    "SourceLine": "文の続きがある1行。",
    "Source": "文が元のどこにあるか。",
    "Document": "1つの一覧。書き出した `.json` の全体。",
    "DocumentInfo": "ファイルについて分かっていること。",
    "ControlCharacter": "文に混ざった、目に見えない文字。",
    "GovernmentSource": "一覧の地方公共団体を何から知ったか。",
    "FurtherEncoding": "文字コードが変わるところ。ファイルをつなげたときなどにできる。",
    "TitleInfo": "表題の1行。",
    "PageInfo": "1ページの表。",
    "HeaderInfo": "見出しの1つ。",
    "NoteInfo": "表の本体でない1行。",
    "Leftover": "どの列にも入らなかったセル。",
    "CorrectionNote": "付属ファイルの訂正のうち、使わなかったもの、または使ったが見直すべきもの。",
    "IgnoredRule": "付属ファイルで使わないとしたルール。",
    "IgnoredFinding": "人が見て、そのままでよいとした1件の検出結果。",
    "Counts": "一覧の件数。",
}
"""In Japanese what a model is; its docstring says it in English."""

HEADS = Bilingual("| キー | 型 | 日本語名 | 意味 |", "| key | type | 日本語 | meaning |")

TABLE = Bilingual(
    """\
## CSV

`<name>.csv` は1件を1行に書きます。`sources`、`repairs`、`indicators`、2つ目からの目標はありません。`levels` は階層を `>` でつなぎます。
一覧にあるほかの列は、確度の前に入ります。`<name>.targets.csv` は目標1つを1行に書きます。階層、指標、その値、ほかの列を
縦に並べた表は `dxlist export --table` が書きます（[tables.ja.md](tables.ja.md)）。`--header ja` では列の名前も符号も日本語です。

複数の値は `;` でつなぎ（値の中の `;` は `\\;`）、担当の階層は空白でつなぎます。文の中の改行は空白、`null` は空です。表計算ソフトが数式と
みなす文の前には `'` が付きます。UTF-8、LF で、`--bom` は先頭にBOMを付けます。
""",
    """\
## CSV

`<name>.csv` has one row an initiative, without `sources`, `repairs`, `indicators` and all targets but the first;
`levels` joins the levels with `>`; further columns of the list stand before the confidence. `<name>.targets.csv` has
one row a target; `dxlist export --table` writes levels, indicators, their values and further columns, a row each
([tables](tables.md)). `--header ja` writes Japanese names.

Several values are joined with `;` (a `;` within a value is written `\\;`), the levels of a department with a blank; a
line break within a text becomes a blank; `null` is empty. A text that a spreadsheet would take for a formula gets one
`'` in front (`--raw-text` leaves it). UTF-8, LF; `--bom` adds a byte-order mark.
""",
)


def page(language: Language) -> str:
    """Return the whole page."""
    record = _models(initiative.Initiative, ())
    whole = [model for model in _models(document.Document, ()) if model not in record]
    parts = [
        INTRODUCTION.text(language),
        *(_section(model, "##", language) for model in record),
        _statuses(language),
        REPLAY.text(language),
        *(_section(model, "###", language) for model in REPAIRS),
        CONFIDENCE.text(language),
        *(_section(model, "##", language) for model in whole),
        TABLE.text(language),
        _names("name.csv", *_headers(initiatives_table([]))),
        _names("name.targets.csv", *_headers(targets_table([]))),
    ]
    return "\n".join(parts)


def _headers(table: Table) -> tuple[list[str], list[str]]:
    return table.header("en"), table.header("ja")


def _section(model: Model, level: str, language: Language) -> str:
    english = _sentence((model.__doc__ or "").partition(">>>")[0])
    about = MODELS.get(model.__name__, english) if language == "ja" else english
    return "\n".join([f"{level} {_name(model)}", "", about, "", *_table(model, language), ""])


def _statuses(language: Language) -> str:
    rows = (f"| `{status}` | {STATUSES[status].text(language)} |" for status in get_args(KpiStatus))
    return "\n".join(
        ["## kpi_status", "", Bilingual("| 値 | 意味 |", "| value | meaning |").text(language), "|---|---|", *rows, ""]
    )


def _names(file: str, english: Iterable[str], japanese: Iterable[str]) -> str:
    rows = (f"| `{name}` | {label} |" for name, label in zip(english, japanese, strict=True))
    return "\n".join([f"### {file}", "", "| column | `--header ja` |", "|---|---|", *rows, ""])


def _name(model: Model) -> str:
    kinds = model.model_fields.get("kind")
    if kinds and get_origin(kinds.annotation) is Literal and "column" in model.model_fields:
        return ", ".join(get_args(kinds.annotation))
    return model.__name__


def _table(model: Model, language: Language) -> Iterator[str]:
    yield HEADS.text(language)
    yield "|---|---|---|---|"
    for name, field in model.model_fields.items():
        meaning = _meaning(model, name, field)
        text = _in_japanese(model, name, meaning.title) if language == "ja" else ""
        cells = (f"`{name}`", _type(field.annotation, language), meaning.title, text or _sentence(meaning.text))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _meaning(model: Model, name: str, field: FieldInfo) -> Meaning:
    """Return what the model says of a key, else what this script says."""
    here = MEANINGS.get(f"{model.__name__}.{name}", Meaning())
    common = _OF_REPAIRS.get(name, Meaning()) if model in REPAIRS else Meaning()
    title = field.title or here.title or common.title
    text = field.description or here.text or common.text
    if not title or not text:
        raise SystemExit(f"{model.__name__}.{name}: say its Japanese name and its meaning in MEANINGS of {__file__}.")
    return Meaning(title, text)


def _in_japanese(model: Model, name: str, title: str) -> str:
    """Return what a key means in Japanese: as said here, else as the tables say; where its name says it all, that."""
    if said := _JAPANESE.get(f"{model.__name__}.{name}"):
        return f"{said}。"
    tables = {
        "Initiative": initiatives_table,
        "KpiTarget": targets_table,
        "DocumentInfo": documents_table,
        "Level": levels_table,
        "Indicator": indicators_table,
        "IndicatorValue": indicator_values_table,
    }
    columns = tables[model.__name__]([]).columns if model.__name__ in tables else ()
    found = [column.about.ja for column in columns if column.name == name]
    return found[0] if found else f"{title}。"


_JAPANESE = {
    "Document.schema_version": "このページのバージョン。上の数字が変われば、キーが変わるか、なくなる",
    "Document.initiatives": "レコード。一覧の順",
    "Source.line": "元のファイルの何行目か。1から",
    "Source.cells": "その行の何番目のセルか。1から",
    "Source.place": "行とセルの番号では言い表せないときの場所。区切り文字のテキストではnull",
    "Source.more": "ページの終わりで切れた文の続きがある行。なければキーもない",
    "SourceLine.line": "元のファイルの何行目か。1から",
    "SourceLine.cells": "その行の何番目のセルか。1から",
    "Source.raw": "印刷のままの文。セルが2つならタブでつなぐ",
    "Initiative.sources": "文ごとの出典。列の名前がキー",
    "Initiative.repairs": "直したこと。順に",
    "Initiative.extra": "6列のほかの列。見出しがキー",
    "Initiative.kpi_targets": "指標のセルが定める目標値",
    "DocumentInfo.local_government_from": "コードと名称の根拠。分からないときと3.0より前はnull",
    "GovernmentSource.by": "sidecar 付属ファイル、title 表題、file_name ファイル名",
    "GovernmentSource.line": "表題の行。1から",
    "GovernmentSource.text": "根拠とした文。付属ファイルの値、表題、またはファイル名",
    "GovernmentSource.supplied": "公式の表から補ったもの。code または name",
    "GovernmentSource.contradicts": "付属ファイルのコードと名称が、公式の表では別の団体のものであること",
    "DocumentInfo.further_encodings": "途中から変わる文字コード。1つの文字コードで保存し直す",
    "DocumentInfo.control_characters": "文に混ざった制御文字。タブと改行は除く",
    "ControlCharacter.character": "Unicodeの番号。U+0000 など",
    "ControlCharacter.count": "文の中の個数",
    "ControlCharacter.line": "最初のものがある行。1から",
    "FurtherEncoding.line": "その文字コードで始まる最初の行。1から",
    "FurtherEncoding.byte": "その文字コードで始まる最初のバイト。1から",
    "FurtherEncoding.encoding": "utf-8、cp932 など",
    "DocumentInfo.titles": "表題の行。順に",
    "DocumentInfo.pages": "ページ。順に",
    "DocumentInfo.notes": "表の本体でない行。順に",
    "DocumentInfo.blank_lines": "文字のない行の番号",
    "PageInfo.header": "列。見出しが印刷されていないページでは、前のページのもの",
    "HeaderInfo.guessed": "見出しを知らず、下のセルから推定した列かどうか",
    "HeaderInfo.column": "`sources` のキー。6列のどれか、または levels.…、departments.…、indicators.…、extra.…。2.1より前はnull",
    "HeaderInfo.role": "見出しが示す役割。2.1より前はnull",
    "Department.section": "係。一覧に係の列があるときだけ",
    "Initiative.levels": "行の階層のすべて。上から順。`field` は最初、`item` は最も下の階層",
    "Initiative.indicators": "部分ごとに専用の列がある指標。1つの文だけの列しかなければ空",
    "Indicator.baseline": "現状値、基準値、計画策定時の値",
    "Indicator.targets": "目標値。列の順",
    "Indicator.actuals": "実績値。目標とはしない",
    "Indicator.values": "目標値か実績値か、見出しからは分からない値。列の順",
    "Indicator.cells": "指標のすべてのセル。見出しの全体がキー。列の順",
    "Corrected.was": "付属ファイルに書かれた、訂正前の印刷の文。書かれていなければnull",
    "DocumentInfo.unused_corrections": "付属ファイルの訂正のうち、使わなかったもの",
    "DocumentInfo.noted_corrections": "使ったが見直すべき訂正（行が移った、別の行と取り違えうる）。なければキーもない",
    "CorrectionNote.line": "付属ファイルにある行。なければnull",
    "CorrectionNote.column": "6列のうちの1つ、または sources のキー（extra.備考）。row は行全体の確認、cell はどの列にも属さないセルの確認",
    "CorrectionNote.reason": "付属ファイルにある理由",
    "CorrectionNote.state": "使わなかったもの: その行で始まるものがない、その表にこの列がない、もとの文がない、もとの文がいくつもの行にある、別の訂正が先に同じセルを"
    "直している、一覧そのものが訂正後の値になっている。使ったもの: 別の行で使った、もとの文がほかの行にもある、もとの文が書かれていない",
    "CorrectionNote.was": "訂正するもとの文。付属ファイルになければ、その行にある文",
    "CorrectionNote.project_name": "付属ファイルにある事業名。使ったものでは、その行の事業",
    "CorrectionNote.now": "使った行。使わなかったものではnull",
    "CorrectionNote.lines": "もとの文があるほかの行。もう要らない訂正では、その値がある行",
    "CorrectionNote.written_at": "付属ファイルの何行目に書かれているか",
    "Counts.doubtful": "確度が0.7未満の行の数",
    "Counts.leftovers": "どの列にも入らなかったセルの数。人が確認したものは数えない",
    "Initiative.confidence": "列の割り当ての確かさ。0から1。0.7未満は見直しが必要。人が確認した行では1",
    "Initiative.confirmed": "読み取りのとおりで正しいと人が確認した理由。付属ファイルから。確認していなければキーもない",
    "Leftover.confirmed": "どの列にも属さなくてよいと人が確認した理由。付属ファイルから。確認していなければキーもない",
    "DocumentInfo.ignored_findings": "付属ファイルの [[ignored]]。示さない検出結果。なければキーもない",
    "IgnoredFinding.line": "1から。言葉だけで示すときはnull",
    "IgnoredFinding.words": "印の付いた言葉。印がなければセルの文",
    "IgnoredFinding.project_name": "検出結果のある行の事業",
    "IgnoredFinding.reason": "付属ファイルにある理由",
    "IgnoredFinding.written_at": "付属ファイルの何行目に書かれているか",
}

_OF_REPAIRS = {
    "kind": Meaning("種類", "What was done."),
    "column": Meaning("列", "One of the six text columns, or `extra.<header>`."),
    "from_line": Meaning("補った元の行", "The line that holds the text."),
    "cell": Meaning("セル", "Where it stands in the row."),
    "mark": Meaning("記号", "As printed."),
    "by": Meaning("ずれ"),
    "was": Meaning("もとの文"),
    "at": Meaning("位置"),
    "taken": Meaning("取り除いた文字"),
    "value": Meaning("値", "The text that stands in the record."),
    "reason": Meaning("理由", "As the sidecar gives it."),
}


def _sentence(text: str) -> str:
    """Return a description as one line of Markdown."""
    line = " ".join(text.split()).replace("``", "`")
    return line if not line or line.endswith((".", "…")) else f"{line}."


def _type(annotation: Any, language: Language) -> str:  # noqa: PLR0911 - a line for each kind of type
    """Return a type as JSON has it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        is_repair = get_origin(arguments[0]) in _UNIONS
        return f"[{_REPAIR.text(language)}](#repairs)" if is_repair else _type(arguments[0], language)
    if origin is Literal:
        return _COMMA.text(language).join(f"`{value}`" for value in arguments)
    if origin in _UNIONS:
        return _OR.text(language).join(_type(argument, language) for argument in arguments)
    if origin is list:
        return _LIST.text(language).format(_type(arguments[0], language))
    if origin is dict:
        return _OBJECT.text(language).format(_type(arguments[1], language))
    if annotation in _SCALARS:
        return _SCALARS[annotation].text(language)
    return f"[{annotation.__name__}](#{annotation.__name__.lower()})"


_UNIONS = (Union, type(int | str))
_REPAIR = Bilingual("補正", "repair")
_COMMA = Bilingual("、", ", ")
_OR = Bilingual("または", " or ")
_LIST = Bilingual("{}の並び", "list of {}")
_OBJECT = Bilingual("{}のオブジェクト", "object of {}")
_SCALARS: dict[Any, Bilingual] = {
    str: Bilingual("文字列", "text"),
    int: Bilingual("整数", "whole number"),
    float: Bilingual("数", "number"),
    bool: Bilingual("真偽", "true or false"),
    type(None): Bilingual("null", "null"),
}


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
        sys.stderr.write(f"{', '.join(stale)}: stale; run python docs/make_schema.py\n")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
