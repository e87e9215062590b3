"""DX104-DX107: rows whose cells do not stand under their columns, and what that cost."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dxlist.model.columns import COLUMNS
from dxlist.model.finding import Found
from dxlist.model.initiative import Shifted, Truncated
from dxlist.rules.dx1_layout.own_cells import field_cells, stands_for_field
from dxlist.rules.places import (
    cell_place,
    leftover_place,
    numbered_place,
    own_source,
    own_sources,
    repairs_of,
    shortened,
)
from dxlist.rules.registry import rule
from dxlist.text.bilingual import COMMA, Bilingual, plural
from dxlist.values.item_codes import sort_key
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed


@rule("DX104", "row-slid", "info", Bilingual("列からずれた行", "row slid out of its columns"), official=("L1-05",))
def row_slid(listed: Listed) -> Iterator[Found]:
    """Cells of a row stand to the right or to the left of their columns.

    What they are was told from what they say, and nothing was lost; a program that goes by the position alone takes a
    department for a project (lines 32, 48 and 112 of fukushima_r04).

    日本語:
        行の中のセルが、自分の列より右や左にずれています。

        内容から列を判断したので失われた文字はありませんが、位置だけで読むプログラムは担当課を事業名として読みます
        （fukushima_r04 の32行目、48行目、112行目など）。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ||総務部 情報政策課|窓口改革推進事業|書かない窓口を導入する。|10窓口を目標とする。
        |||総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ||総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
    """
    usual = field_cells(listed.document)
    for initiative in listed.document:
        cells = [repair.cell for repair in repairs_of(initiative, Shifted)]
        parts = list(_slid_columns(initiative))
        if not parts and (cell := _item_in(initiative, usual[initiative.page])):
            cells, parts = [cell], [Bilingual("項目が分野のセルに", "the item stands in the cell of the field")]
        if parts:
            place = numbered_place(initiative, min(cells))
            words = shortened(place.text)
            start = Bilingual(
                f"ずれています（{min(cells)}列目「{words}」から）。", f" (from cell {min(cells)}, 「{words}」)."
            )
            yield Found(place, Bilingual("、", "; ").join(parts) + start)


def _slid_columns(initiative: Initiative) -> Iterator[Bilingual]:
    """Yield, for each run of columns that slid alike, how far they slid."""
    shifted = sorted(repairs_of(initiative, Shifted), key=lambda repair: repair.cell)
    for by, run in groupby(shifted, key=lambda repair: repair.by):
        names = list(map(column_name, dict.fromkeys(repair.column for repair in run)))
        side = Bilingual("右に", " too far to the right") if by > 0 else Bilingual("左に", " too far to the left")
        yield COMMA.join(names) + Bilingual("が", ": ") + plural(abs(by), "列", "cell") + side


def _item_in(initiative: Initiative, cells: frozenset[int]) -> int | None:
    """Return the cell of the field in which the item of a row stands, its code at least."""
    item, field = own_source(initiative, "item"), own_source(initiative, "field")
    return item.cells[0] if item and not field and item.cells[0] in cells else None


@rule(
    "DX105",
    "item-in-field-cell",
    "warning",
    Bilingual("分野のセルに項目がある", "item in the cell of the field"),
    official=("L1-07", "L2-02"),
)
def item_in_field_cell(listed: Listed) -> Iterator[Found]:
    """The cell of the field says the same as the item beside it.

    The item was written over the field, or into its blank cell.  What field the row has is not printed; it was taken
    from the row above (line 15 of fukushima_r04).  Where the item has no code that tells it from a field, both may be called
    the same: that is information alone.

    日本語:
        分野のセルに、隣の項目と同じ文字が入っています。

        項目が分野に上書きされたか、空白のセルに書き込まれたものです。この行の分野は印刷されておらず、上の行から補いました
        （fukushima_r04 の15行目）。番号から項目と分からないときは、分野と項目が同じ名前なのかもしれないので、参考情報とします。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1(2) 決済の電子化|1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
    """
    rows = {initiative.line: initiative for initiative in listed.document}
    of_fields = {_scripts(initiative.field_code) for initiative in listed.document if initiative.field_code}
    for leftover in listed.document.leftovers:
        initiative = rows.get(leftover.line)
        if initiative and stands_for_field(leftover, initiative):
            source, words = initiative.sources["field"], shortened(leftover.text)
            message = Bilingual(
                f"分野のセルに項目「{words}」が入っています。この行の分野は",
                f"the cell of the field holds the item 「{words}」; the field of this row ",
            )
            if source:
                message += Bilingual(f"{source.line}行目から補いました。", f"was taken from line {source.line}.")
            else:
                message += Bilingual("分からないままです。", "is not known.")
            related = listed.related(source.line) if source else ()
            severity: Severity = "warning" if _is_no_field(initiative, of_fields) else "info"
            yield Found(leftover_place(leftover, initiative), message, related, severity=severity)


Scripts = tuple[int, ...]


def _scripts(code: str) -> Scripts:
    """Return the scripts of the steps of a code: what it looks like, whatever its numbers."""
    return tuple(script for script, _ in sort_key(code)[1])


def _is_no_field(initiative: Initiative, of_fields: set[Scripts]) -> bool:
    """Return whether the item of a row bears a code that no field bears: (2), 2(2); else both may be called the same."""
    return any(_scripts(code) not in of_fields | {_scripts("1")} for code in initiative.item_codes)


@rule(
    "DX106",
    "department-in-field-cell",
    "info",
    Bilingual("分野のセルに担当課がある", "department in the cell of the field"),
    official=("L1-05",),
)
def department_in_field_cell(listed: Listed) -> Iterator[Found]:
    """The cell of the field holds a department.

    It was told by its name and put right; whoever counts the fields of the list counts a division among them (line 87 of
    fukushima_r04).

    日本語:
        分野のセルに担当課の名前が入っています。

        名前から担当課と分かるので正しい列に移しましたが、分野ごとに集計すると課の名前が分野として数えられます
        （fukushima_r04 の87行目）。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ||総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
        総務部 市民課|||窓口改革推進事業|書かない窓口を導入する。|10窓口を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ||総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
    """
    usual = field_cells(listed.document)
    for initiative in listed.document:
        source = own_source(initiative, "departments")
        slid = any(repairs_of(initiative, Shifted, "departments"))
        if source and slid and source.cells[0] in usual[initiative.page]:
            words = shortened(source.raw)
            message = Bilingual(
                f"分野のセルに担当課「{words}」が入っています。",
                f"the cell of the field holds the department 「{words}」.",
            )
            yield Found(cell_place(initiative, "departments"), message)


@rule("DX107", "row-cut-off", "error", Bilingual("途中で切れた行", "row cut off"), official=("L1-03",))
def row_cut_off(listed: Listed) -> Iterator[Found]:
    """A row slid to the right and was cut at the edge of its table: the text behind it is lost.

    Nothing in the file says what stood there; it has to be taken from the print (line 102 of fukushima_r04, whose overview
    and target are gone).

    日本語:
        行が右にずれ、表の端で切れて、その先の文字が失われています。

        何が書かれていたかはファイルから分かりません。元の資料から補う必要があります（fukushima_r04 の102行目では、事業概要と
        指標がありません）。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
        |||1(3) 窓口の改革|総務部 市民課|窓口改革推進事業

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|
    """
    for initiative in listed.document:
        # Of the six columns alone: a further one is often blank, and nobody knows.
        cut = {repair.column for repair in repairs_of(initiative, Truncated)}
        if lost := [column_name(column) for column in COLUMNS if column in cut]:
            last = max(cell for _, source in own_sources(initiative) for cell in source.cells)
            where = Bilingual(f"行が{last}列目で切れ、", f"the row is cut behind cell {last}; lost: ")
            message = where + COMMA.join(lost) + Bilingual("が失われています。", ".")
            yield Found(numbered_place(initiative, last), message)
