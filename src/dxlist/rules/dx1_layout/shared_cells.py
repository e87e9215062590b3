"""DX110-DX112, DX119-DX122: cells that stand for several rows, and cells that hold several values."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dxlist.model.columns import MERGED_COLUMNS, SHARED_COLUMNS
from dxlist.model.finding import Found
from dxlist.model.initiative import Filled, TakenOut
from dxlist.rules.dx1_layout.own_cells import heirs_of_items
from dxlist.rules.places import cell_place, code_place, own_source, repairs_of, row_place, shortened
from dxlist.rules.registry import rule
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.column_names import column_name
from dxlist.words.offices import ALL, AND_OTHERS, OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Department, Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.rules.listed import Listed


@rule(
    "DX119",
    "project-printed-once",
    "info",
    Bilingual("複数の項目に1回だけ書かれた事業", "project printed once for several items"),
    official=("L1-12", "L2-02"),
)
def project_printed_once(listed: Listed) -> Iterator[Found]:
    """The row has an item, a department or a target of its own and a blank project: it shares the project of a row above.

    The project and what belongs to it were carried down; a program that does not do so sees a row without any project
    (lines 69 to 71 and 131 to 134 of fukushima_r04).

    日本語:
        項目・担当課・指標だけがあり、事業の欄が空白の行です。上の行の事業と共通です。

        事業名などを上の行から補いました。補わないプログラムでは、事業のない行に見えます（fukushima_r04 の69～71行目、
        131～134行目）。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 窓口の改革||||

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 窓口の改革|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    for initiative in listed.document:
        filled = {repair.column: repair.from_line for repair in repairs_of(initiative, Filled)}
        line = next((filled[column] for column in SHARED_COLUMNS if column in filled), None)
        if line is not None:
            words = shortened(initiative.project_name)
            message = Bilingual(
                f"事業の欄が空白で、{line}行目の「{words}」と共通です。",
                f"the project is blank: it is 「{words}」 of line {line}.",
            )
            place = cell_place(initiative, "item") if own_source(initiative, "item") else row_place(initiative)
            yield Found(place, message, listed.related(line))


@rule(
    "DX120",
    "field-and-item-printed-once",
    "info",
    Bilingual("最初の行にだけ書かれた分野・項目", "field and item printed in the first row alone"),
    official=("L1-12", "L2-02"),
)
def field_and_item_printed_once(listed: Listed) -> Iterator[Found]:
    """Field and item stand in the first of their rows, and the cells below are blank.

    Sorted or filtered, such rows lose what they belong to.  The records have it in every row.  Said once a list, at the
    first such row.

    日本語:
        分野や項目が最初の行にだけ書かれ、続く行では空白です。

        並べ替えや絞り込みをすると、何に属する行か分からなくなります。記録ではすべての行に補いました。一覧ごとに1回、最初の行に
        示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ||総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(1) 手続のオンライン化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
    """
    rows = [(initiative, columns) for initiative in listed.document if (columns := _merged_columns(initiative))]
    if rows:
        counts = {c: sum(c in columns for _, columns in rows) for c in MERGED_COLUMNS}
        told = (column_name(c) + Bilingual(f"が{count}行", f" ({count})") for c, count in counts.items() if count)
        message = (
            Bilingual("", "blank and taken from the rows above: ")
            + COMMA.join(told)
            + Bilingual("で空白です。上の行から補いました。", ".")
        )
        yield Found(row_place(rows[0][0])._replace(about="field and item"), message)


def _merged_columns(initiative: Initiative) -> set[str]:
    return {repair.column for repair in repairs_of(initiative, Filled)}.intersection(MERGED_COLUMNS)


@rule(
    "DX121",
    "several-departments-in-cell",
    "info",
    Bilingual("1つのセルに複数の担当課", "several departments in one cell"),
    official=("L1-07",),
)
def several_departments_in_cell(listed: Listed) -> Iterator[Found]:
    """A cell names several departments.

    A blank parts both two departments and a department from its division; who counts or filters by department has to tell
    them apart (lines 11, 51 and 98 of fukushima_r04).  Said once a list, at the first such cell.

    日本語:
        1つのセルに複数の担当課が書かれています。

        課と課の間も、部と課の間も空白なので、担当課ごとに数えたり絞り込んだりするには切り分けが必要です（fukushima_r04 の11行目、
        51行目、98行目）。一覧ごとに1回、最初のセルに示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課 企画部 政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    rows = [i for i in listed.document if len(_units(i.departments)) > 1 and own_source(i, "departments")]
    if rows:
        units = _units(rows[0].departments)
        names = [unit.printed for unit in units]
        yield _several(listed, rows, "departments", names)


def _several(listed: Listed, rows: Sequence[Initiative], column: str, values: Sequence[str]) -> Found:
    """Return the finding at the first row of a list that holds several values in a cell, which are shown."""
    what = _SEVERAL[column]
    message = Bilingual(
        f"{len(rows)}行で、1つのセルに複数の{what.ja}があります（ここでは「{'」「'.join(values)}」）。",
        f"cells with several {what.en}: {len(rows)} (here {', '.join(f'「{value}」' for value in values)}).",
    )
    return Found(cell_place(rows[0], column)._replace(about=what.en), message, listed.related_rows(rows[1:]))


_SEVERAL = {"departments": Bilingual("担当課", "departments"), "kpi_text": Bilingual("目標", "targets")}


def _units(departments: Sequence[Department]) -> list[Department]:
    """Return the units that are no word for others: ほか, 関係各課."""
    return [unit for unit in departments if not _is_others(unit.department or "")]


def _is_others(name: str) -> bool:
    return name in OTHERS or AND_OTHERS.fullmatch(name) is not None or ALL.fullmatch(name) is not None


@rule(
    "DX122",
    "several-targets-in-cell",
    "info",
    Bilingual("1つのセルに複数の目標", "several targets in one cell"),
    official=("L1-07", "L3-09"),
)
def several_targets_in_cell(listed: Listed) -> Iterator[Found]:
    """A cell of indicators sets several targets.

    In a table of one target a row they could be added up and compared; the export of targets has them so.  Targets in
    columns of their own (目標値（R7）) are not meant.  Said once a list, at the first such cell.

    日本語:
        指標のセル1つに、複数の目標が書かれています。

        1行に1つの目標であれば、集計や比較ができます（目標の表として書き出すと、そうなります）。目標値の列に分かれた目標は数えません。
        一覧ごとに1回、最初のセルに示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|①利用件数について、100件を目標とする。 ②研修の受講者数について、20人を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good, whole file:
        項目|担当課|事業名|指標|目標値（R6）|目標値（R7）
        1(1) 手続のオンライン化|情報政策課|電子申請推進事業|オンライン化した手続|80件|100件
        1(2) 窓口の改革|市民課|書かない窓口導入事業|導入窓口数|5か所|10か所
    """
    rows = [i for i in listed.document if len(_in_cell(i)) > 1 and own_source(i, "kpi_text")]
    if rows:
        yield _several(listed, rows, "kpi_text", [shortened(target.raw) for target in _in_cell(rows[0])])


def _in_cell(initiative: Initiative) -> list[KpiTarget]:
    """Return the targets that the text of the indicator sets, not those of columns of their own."""
    return [target for target in initiative.kpi_targets if target.header is None]


@rule(
    "DX110",
    "several-items-in-cell",
    "warning",
    Bilingual("1つのセルに複数の項目", "several items in one cell"),
    official=("L1-07",),
)
def several_items_in_cell(listed: Listed) -> Iterator[Found]:
    """One cell holds the codes of several items.

    Which of them a row belongs to is lost, for this row and for those below that take the item from it (line 93 of
    fukushima_r04, which holds for nine rows).  It is information alone where the row may be of all of them: where a sign parts the
    codes of one title (1(1)、1(2)), or many cells of the list hold several.

    日本語:
        1つのセルに複数の項目の番号が入っています。

        この行と、項目を受け継ぐ下の行が、どの項目のものか分かりません（fukushima_r04 の93行目。9行に及びます）。1つの項目名の番号が
        「1(1)、1(2)」と区切られているときや、同じ書き方のセルが多い一覧では、すべての項目の行かもしれないので、参考情報とします。

    Bad:
        1 行政の効率化|1(1) 1(2) 手続のオンライン化 決済の電子化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ||総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
    """
    heirs = heirs_of_items(listed.document)
    printed = [(initiative, again) for initiative, again in _items(listed) if initiative.item_codes]
    several = [(initiative, again) for initiative, again in printed if len(initiative.item_codes) > 1]
    is_usual = len(several) > max(1, len(printed) // _RARE)
    for initiative, again in several:
        codes = initiative.item_codes
        took = [row for one in (initiative, *again) for row in heirs.get(one.line, ())]
        below = sorted(row.line for row in (*again, *took))
        message = Bilingual(
            f"{len(codes)}つの項目（{'、'.join(codes)}）が1つのセルにあり、どれの事業か分かりません",
            f"{len(codes)} items ({', '.join(codes)}) share one cell; it is not clear to which of them the row belongs",
        )
        if below:
            message += Bilingual(f"（下の{len(below)}行も同様）", f" (rows below that take it: {len(below)})")
        place, related = code_place(initiative), listed.related(*below)
        severity: Severity | None = "info" if is_usual or _are_parted(initiative) else None
        yield Found(place, message + Bilingual("。", "."), related, severity=severity)


_RARE = 10
"""Cells with codes to each with several, at least, where these are no habit of the list."""
_PARTED = regex(r"[、，,・･/／&＆~～〜及]")


def _are_parted(initiative: Initiative) -> bool:
    """Return whether its author parted the codes of one title, as one who means that the row is of all of them."""
    heads = (repair.taken[0] for repair in repairs_of(initiative, TakenOut, "item") if repair.kind == "split")
    return _PARTED.search(next(heads, "")) is not None and len((initiative.item_name or "").split()) <= 1


def _items(listed: Listed) -> Iterator[tuple[Initiative, list[Initiative]]]:
    """Yield each item at the row that prints it first, with the rows that print it again without another between."""
    own = (initiative for initiative in listed.document if own_source(initiative, "item"))
    for _, group in groupby(own, key=lambda i: (i.part, i.field_code, i.item_codes, fold(i.item_name or ""))):
        first, *again = group
        yield first, again


@rule(
    "DX111",
    "codes-and-titles-differ",
    "warning",
    Bilingual("項目番号と項目名の数が合わない", "codes and titles differ in number"),
    official=("L1-07",),
)
def codes_and_titles_differ(listed: Listed) -> Iterator[Found]:
    """A cell holds several codes and several titles, but fewer titles than codes.

    A title is missing, or a code is one too many; which title belongs to which code cannot be told (line 93 of
    fukushima_r04: four codes, three titles).

    日本語:
        1つのセルに複数の番号と複数の項目名がありますが、項目名の数が番号より少なくなっています。

        項目名が抜けたか、番号が余分です。どの番号がどの項目名か分かりません（fukushima_r04 の93行目。番号4つに項目名3つ）。

    Bad:
        1 行政の効率化|1(1) 1(2) 1(3) 手続のオンライン化 決済の電子化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 1(2) 手続のオンライン化 決済の電子化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    items = [initiative for initiative, _ in _items(listed)]
    of_one = [_titles(initiative) for initiative in items if len(initiative.item_codes) == 1]
    if sum(len(titles) > 1 for titles in of_one) > len(of_one) // _RARE:
        return  # a blank may stand within a title
    for initiative in items:
        codes, titles = initiative.item_codes, _titles(initiative)
        if 1 < len(titles) < len(codes):
            message = Bilingual(
                f"番号が{len(codes)}つ（{'、'.join(codes)}）あるのに、項目名は{len(titles)}つしかありません。",
                f"there are {len(codes)} codes ({', '.join(codes)}) but {len(titles)} titles.",
            )
            yield Found(cell_place(initiative, "item"), message)


def _titles(initiative: Initiative) -> list[str]:
    return (initiative.item_name or "").split()


@rule(
    "DX112",
    "plan-item-without-title",
    "warning",
    Bilingual("項目名のない「計画」", "計画 without a title"),
    official=("L1-05", "L2-02"),
)
def plan_item_without_title(listed: Listed) -> Iterator[Found]:
    """The item says 計画 and no more.

    計画 in place of a code says that the item is of the plan, not of the basic policy; without a title nobody can tell which
    item of the plan (lines 32 to 34 of fukushima_r04).  Said where the other items of the list have a code and a title.

    日本語:
        項目に「計画」とだけあり、項目名がありません。

        番号の代わりの「計画」は、基本方針ではなく計画の項目であることを示します。項目名がないと、計画のどの項目か分かりません
        （fukushima_r04 の32～34行目）。ほかの項目に番号と項目名がある一覧で示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |計画|総務部 人事課|業務改革推進事業|業務を分析する。|報告書をまとめる。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |計画 業務の現状分析|総務部 人事課|業務改革推進事業|業務を分析する。|報告書をまとめる。
    """
    items = [initiative for initiative, _ in _items(listed) if not initiative.plan_only]
    coded = sum(bool(initiative.item_codes and initiative.item_name) for initiative in items)
    for initiative in listed.document if coded * 2 > len(items) else ():
        if initiative.plan_only and not initiative.item_name and own_source(initiative, "item"):
            name = shortened(initiative.project_name)
            message = Bilingual(
                f"「計画」とだけあり、「{name}」が計画のどの項目か分かりません。",
                f"計画 stands without a title, so it is not clear which item of the plan 「{name}」 belongs to.",
            )
            yield Found(code_place(initiative), message)
