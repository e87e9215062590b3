"""DX108-DX109: what could not be read for sure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from dxlist.initiatives import DOUBTFUL
from dxlist.model.finding import Found
from dxlist.model.initiative import Ditto, Filled, Rejoined, TakenOut
from dxlist.model.stages import LONGEST_CELL
from dxlist.rules.cut_numbers import cut_numbers
from dxlist.rules.dx1_layout.own_cells import is_second_ditto, stands_for_field
from dxlist.rules.places import (
    cell_place,
    leftover_place,
    numbered_place,
    own_source,
    own_sources,
    repairs_of,
    row_place,
    shortened,
)
from dxlist.rules.registry import rule
from dxlist.text.bilingual import EMPTY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from dxlist.model.document import Document, PageInfo
    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Initiative, Leftover
    from dxlist.rules.cut_numbers import CutRow
    from dxlist.rules.listed import Listed


@rule(
    "DX108",
    "cell-of-no-column",
    "warning",
    Bilingual("どの列にも属さないセル", "cell of no column"),
    official=("L1-04", "L1-05"),
)
def cell_of_no_column(listed: Listed) -> Iterator[Found]:
    """A cell holds text that dxlist could give to no column of its row, or to no row.

    Such a text is in no record: a stray remark, one cell too many, or a field below which no row stands.  It is a warning
    where the cell stands to the right of every column that the header names, and nothing stands there in the other rows;
    else dxlist may have misread the list.  Where the commas of numbers cut a cell of a comma-separated file
    (来場者数3 | 000人), that is said once for the row.

    日本語:
        行のどの列にも、またはどの行にも当てはめられなかった文字がセルにあります。

        欄外の書き込み、余分なセル、続く行のない分野名などで、どの記録にも入りません。見出しのどの列よりも右にあり、ほかの行のそこには
        何もないときは警告とし、そのほかは dxlist の読み違いかもしれないので、参考情報とします。数値の桁区切りのコンマでセルが分かれた
        行（来場者数3 | 000人）は、行ごとに1件にまとめます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        2 産業の振興|||||

    Bad, whole file:
        基本方針,施策,担当課,事業名,概要,指標
        1 観光の振興,1(1) 誘客,観光課,物産展開催事業,物産展を開催する。,来場者数3,000人

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    rows = {initiative.line: initiative for initiative in listed.document}
    cut = cut_numbers(listed.document)
    told = {(leftover.line, leftover.cell) for one in cut.values() for leftover in one.stray}
    yield from (_cut_number(one, rows[line]) for line, one in cut.items())
    yield from filter(None, map(_rejoined_number, listed.document))
    stray = [
        leftover
        for leftover in listed.document.leftovers
        if not leftover.confirmed
        and (leftover.line, leftover.cell) not in told
        and not stands_for_field(leftover, rows.get(leftover.line))
        and not is_second_ditto(leftover)
    ]
    pages = {line: page for page in listed.document.document.pages for line in page.body_lines}
    beyond = _beyond_header(stray, pages)
    for first, *further in _few_or_one(stray, lambda leftover: _page_and_cell(leftover, pages)):
        place, related = leftover_place(first, rows.get(first.line)), (leftover.line for leftover in further)
        is_beyond = (first.line, first.cell) in beyond
        severity: Severity = "warning" if is_beyond else "info"
        message = _stray_words(first, len(further), is_beyond=is_beyond)
        yield Found(place, message, listed.related(*related), severity=severity)


def _stray_words(first: Leftover, further: int, *, is_beyond: bool) -> Bilingual:
    words = shortened(first.text)
    if is_beyond:
        return Bilingual(
            f"{first.cell}列目の「{words}」は、見出しのどの列にも属さない余分なセルです。",
            f"cell {first.cell}, 「{words}」, is one too many: it stands behind the columns of the header.",
        )
    more = Bilingual(f"（ほか{further}行）", f" (and {further} more)") if further else EMPTY
    return Bilingual(
        f"{first.cell}列目の「{words}」は、どの列のものか読み取れず、どの記録にも入りません{more.ja}。",
        f"cell {first.cell}, 「{words}」: which column it is of could not be told, and it is in no record{more.en}.",
    )


def _page_and_cell(leftover: Leftover, pages: Mapping[int, PageInfo]) -> tuple[int | None, int]:
    page = pages.get(leftover.line)
    return (page.page if page else None), leftover.cell


def _beyond_header(stray: Sequence[Leftover], pages: Mapping[int, PageInfo]) -> frozenset[tuple[int, int]]:
    """Return line and number of the cells behind the last column of their page where but one of many rows has any."""
    counts = Counter(_page_and_cell(leftover, pages) for leftover in stray)
    shown = {page.page: page for page in pages.values()}
    last = {number: max((head.cell for head in page.header), default=None) for number, page in shown.items()}
    return frozenset(
        (leftover.line, leftover.cell)
        for leftover in stray
        if (page := pages.get(leftover.line))
        and (end := last[page.page]) is not None
        and leftover.cell > end
        and counts[_page_and_cell(leftover, pages)] == 1
        and len(page.body_lines) >= _MANY
    )


_MANY = 5
"""Rows of a page that show where its columns end."""


def _cut_number(cut: CutRow, row: Initiative) -> Found:
    """Return the finding where the first number was cut; the cells behind it stand one column too far right."""
    words = "」「".join(map(shortened, cut.texts))
    message = Bilingual(
        f"数値の桁区切りのコンマでセルが分かれ（「{words}」）、以降の列がずれています。セル全体を二重引用符で囲んでください。",
        f"a comma within a number cuts the cell (「{words}」), and what follows is out of its column. Put the cell in double quotes.",
    )
    first = cut.cells[0]
    stray = next((leftover for leftover in cut.stray if leftover.cell == first), None)
    return Found(leftover_place(stray, row) if stray else numbered_place(row, first), message)


def _rejoined_number(row: Initiative) -> Found | None:
    """Return the finding where numbers were cut and could be joined again in one way only."""
    repairs = list(repairs_of(row, Rejoined))
    if not repairs:
        return None
    sources = (row.sources.get(column) for column in dict.fromkeys(repair.column for repair in repairs))
    words = "」「".join(shortened(source.raw) for source in sources if source)
    message = Bilingual(
        f"数値の桁区切りのコンマでセルが分かれています（「{words}」としてつなぎました）。セル全体を二重引用符で囲んでください。",
        f"a comma within a number cuts the cell (joined again: 「{words}」). Put the cell in double quotes.",
    )
    return Found(numbered_place(row, repairs[0].cell), message)


T = TypeVar("T")
_FEW = 5
"""Findings of one kind on a page up to which each is said by itself."""


def _few_or_one(found: Iterable[T], key: Callable[[T], object]) -> Iterator[list[T]]:
    """Yield each thing by itself, but many of one key together: they have one cause."""
    groups = dict[object, list[T]]()
    for one in found:
        groups.setdefault(key(one), []).append(one)
    for group in groups.values():
        yield from [group] if len(group) > _FEW else ([one] for one in group)


@rule("DX109", "row-in-doubt", "info", Bilingual("読み方が確かでない行", "row read in doubt"), official=("L1-05",))
def row_in_doubt(listed: Listed) -> Iterator[Found]:
    """A row can be read in more than one way.

    Its cells could stand for other columns, a blank in it could be a line end or not, it names no project, or which field it
    belongs to is not known: the text of a merged cell stands in a row below, or the code of the item is not one of the field
    above.  Said where the doubt begins; rows that took a merged cell from there are related, and so are the others of a page where many are in
    the same doubt.  So is a cell of over 100,000 characters, which is kept as text and read no further.  It is a warning where a row prints something but no project, and nearly all others print one; all else is the doubt of
    dxlist, and need be no fault of the list.

    日本語:
        二通りに読める行です。

        セルが別の列のものとも読める、空白が改行の跡とも区切りとも読める、事業名がない、結合セルの文字が下の行にある、項目番号が上の
        分野と合わない、などの行です。疑いの元の行を示し、そこから結合セルの内容を受け継いだ行を関連する行として添えます。同じページに多いときはまとめて示します。10万字を超えるセルは、文字のまま残し、値も誤りも読み取らないため、これも示します。
        ほかのほとんどの行に事業名がある一覧で、事業名の欄が空白の行は警告とします。そのほかは dxlist の疑いで、一覧の誤りとは限りません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        2 産業の振興||商工部 商工課|販路開拓支援事業|通販サイトへの出店を支援する。|30社を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        2 産業の振興|2(1) 販路の開拓|商工部 商工課|販路開拓支援事業|通販サイトへの出店を支援する。|30社を目標とする。
    """
    doubtful = {i.line: i for i in _in_doubt(listed)}
    heirs = dict[int, list[int]]()
    for line, initiative in doubtful.items():
        heirs.setdefault(_origin(initiative, doubtful), []).append(line)
    known = _list_facts(listed)
    reasons = {line: _reason(doubtful[line], known) for line in heirs}
    for lines in _few_or_one(heirs, lambda line: (doubtful[line].page, reasons[line])):
        initiative, (why, severity) = doubtful[lines[0]], reasons[lines[0]]
        sure = f"{initiative.confidence:.2f}"
        message = why + Bilingual(f"（確度{sure}）。", f" (confidence {sure}).")
        related = (heir for line in lines for heir in (line, *heirs[line]) if heir != lines[0])
        yield Found(row_place(initiative), message, listed.related(*dict.fromkeys(related)), severity=severity)
    yield from _too_long(listed)


def _too_long(listed: Listed) -> Iterator[Found]:
    """Yield the cells that are kept as text and read no further."""
    for initiative in listed.document:
        for column, source in own_sources(initiative):
            if len(source.raw) > LONGEST_CELL:
                letters = f"{len(source.raw):,}"
                message = Bilingual(
                    f"セルが{letters}字あり、{LONGEST_CELL:,}字を超えるため、値も誤りも読み取っていません。",
                    f"the cell has {letters} characters, more than {LONGEST_CELL:,}: no values or faults are read in it.",
                )
                yield Found(cell_place(initiative, column), message)


def _in_doubt(listed: Listed) -> Iterator[Initiative]:
    """Yield the rows in doubt."""
    return (initiative for initiative in listed.document if initiative.confidence < DOUBTFUL)


class _ListFacts(NamedTuple):
    """What the rows of a list say together."""

    roles: Collection[str]
    has_items: bool
    printed_below: Collection[int]
    """Lines from which rows above them were filled."""
    without_project: Collection[int]
    """Lines of the few rows in which nothing stands below the header of the projects."""


def _without_project(document: Document) -> Collection[int]:
    """Return the lines of rows that say what is done or by whom, but nothing below the header of the projects.

    There are none where many are so; and a row of indicators alone goes on with the project above it.
    """
    columns = {
        page.page: [head.cell for head in page.header if head.column == "project_name"]
        for page in document.document.pages
    }
    printed = {row.line: [cell for _, source in own_sources(row) for cell in source.cells] for row in document}
    for leftover in document.leftovers:
        printed.setdefault(leftover.line, []).append(leftover.cell)
    own = (row for row in document if own_source(row, "overview") or own_source(row, "departments"))
    several = (row for row in own if len(printed[row.line]) > 1 and columns.get(row.page))
    blank = [row.line for row in several if not {*columns[row.page]}.intersection(printed[row.line])]
    return blank if len(blank) <= max(1, len(document) // _RARE) else ()


_RARE = 10
"""Rows to each without a project, at least, where it is no habit of the list to leave the cell blank."""


def _printed_below(listed: Listed) -> Collection[int]:
    fills = (
        (initiative.line, repair.from_line)
        for initiative in listed.document
        for repair in repairs_of(initiative, Filled)
    )
    return {source for line, source in fills if source > line}


def _list_facts(listed: Listed) -> _ListFacts:
    """Return what columns a list has, for a row is not held to miss what the list does not have, and what stands in them."""
    heads = [head for page in listed.document.document.pages for head in page.header]
    return _ListFacts(
        {head.role or "" for head in heads},
        any(head.column == "item" for head in heads),
        _printed_below(listed),
        _without_project(listed.document),
    )


def _origin(initiative: Initiative, doubtful: Mapping[int, Initiative]) -> int:
    """Return the line where the doubt of a row begins: that of a cell which it took from a row as doubtful."""
    above = (r.from_line for r in initiative.repairs if isinstance(r, Filled | Ditto) and r.from_line in doubtful)
    return next((line for line in above if doubtful[line].confidence <= initiative.confidence + _NEAR), initiative.line)


_NEAR = 0.05


def _reason(initiative: Initiative, known: _ListFacts) -> tuple[Bilingual, Severity]:
    """Return what is in doubt, and how bad that is: measured on damaged lists, most rows in doubt are read right."""
    if not initiative.project_name and "project" in known.roles:
        severity: Severity = "warning" if initiative.line in known.without_project else "info"
        return Bilingual("この行には事業名がありません", "this row names no project"), severity
    if level := _doubt_of_level(initiative, known):
        return level
    taken = repairs_of(initiative, TakenOut)
    if any(repair.kind == "unwrapped" and own_source(initiative, repair.column) for repair in taken):
        return Bilingual("空白が改行の跡か区切りか、はっきりしません", "a blank may be a line end, or not"), "info"
    if "department" in known.roles and initiative.sources["departments"] is None:
        what = Bilingual(
            "担当課の空白が上と同じという意味か、はっきりしません", "the blank department may mean the one above"
        )
        return what, "info"
    return Bilingual("どのセルがどの列のものか、はっきりしません", "its cells may be those of other columns"), "info"


def _doubt_of_level(initiative: Initiative, known: _ListFacts) -> tuple[Bilingual, Severity] | None:
    if any(repair.from_line in known.printed_below for repair in repairs_of(initiative, Filled)):
        what = Bilingual(
            "分野・項目が結合セルの最初の行に書かれていません",
            "its field or item is not printed in the first row of the merged cell",
        )
        return what, "info"
    if "level" in known.roles and initiative.sources["field"] is None:
        return Bilingual(
            "どの分野の行か、読み取れませんでした", "which field the row belongs to could not be told"
        ), "info"
    if known.has_items and own_source(initiative, "field") and initiative.sources["item"] is None:
        return Bilingual("分野が変わったのに項目がありません", "the field is new, and there is no item"), "info"
    return None
