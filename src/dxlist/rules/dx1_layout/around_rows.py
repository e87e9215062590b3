"""DX101-DX103, DX123-DX125: what stands around the rows of a file: headers, titles, page breaks, remarks and totals."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Place
from dxlist.model.initiative import Rejoined
from dxlist.rules.cut_numbers import cut_numbers
from dxlist.rules.places import own_sources, repairs_of, shortened
from dxlist.rules.registry import rule
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.document import HeaderInfo
    from dxlist.model.stages import PhysicalRow
    from dxlist.rules.listed import Listed


@rule(
    "DX101",
    "header-over-several-lines",
    "warning",
    Bilingual("見出しが複数行にわたる", "header over several lines"),
    official=("L1-05", "L3-01"),
)
def header_over_several_lines(listed: Listed) -> Iterator[Found]:
    """The header of a page is printed over several lines.

    A program that takes one line for the header finds columns without a name, and takes the rest of the header for a
    row of the table (lines 20 and 40 of fukushima_r04).

    日本語:
        ページの見出しが複数の行に分かれています。

        1行を見出しとして読むプログラムでは、名前のない列ができ、残りの見出しが本体の行として読まれます
        （fukushima_r04 の20行目、40行目）。

    Bad, whole file:
        |||事業名|事業概要|指標（KPI）
        分野|項目|担当課|||
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    info = listed.document.document
    starts = {line for trail in listed.document.trail for line in _header_starts(trail.table.header_rows)}
    for page in info.pages:
        lines = [line for line in page.header_lines if not starts or line in starts]  # not those within a quoted cell
        lines = _without_dashes(lines) if info.read_as == "markdown" else lines
        if len(lines) > 1:
            message = Bilingual(
                f"見出しが{len(lines)}行（{lines[0]}～{lines[-1]}行目）に分かれています。1行にまとめてください。",
                f"the header takes {len(lines)} lines ({lines[0]}-{lines[-1]}); put it on one.",
            )
            yield Found(Place(lines[0], about=f"page {page.page}"), message, listed.related(*lines[1:]))


def _header_starts(rows: Sequence[PhysicalRow]) -> Iterator[int]:
    """Yield the first line of each row of a header; a lone cell in the corner above a whole row is a title."""
    for row, below in zip_longest(rows, rows[1:]):
        is_title = below and below.cells[0].strip() and [at for at, cell in enumerate(row.cells) if cell.strip()] == [0]
        if not is_title:
            yield row.line


def _without_dashes(lines: Sequence[int]) -> list[int]:
    """Return the lines of a header without the dashes that Markdown wants below the first line of each."""
    return [line for line in lines if line - 1 not in lines or line - 2 in lines]


@rule(
    "DX102",
    "column-without-name",
    "warning",
    Bilingual("見出しのない列", "column without a name"),
    official=("L1-05", "L2-03"),
)
def column_without_name(listed: Listed) -> Iterator[Found]:
    """Cells stand in a column over which the header says nothing.

    What stands there has no name; readers drop such cells, or join them to a neighbour (the seventh column of most
    pages of fukushima_r04).  Said once for a list, with the lines of the headers.

    日本語:
        見出しのない列にセルがあります。

        名前のない列の内容は、読むプログラムによって捨てられたり、隣の列に混ざったりします（fukushima_r04 の多くのページの
        7列目）。一覧ごとに1回、見出しの行を添えて示します。

    Bad:
        1 行政の効率化|1(1)|手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    cells = list(_nameless_cells(listed))
    if not cells:
        return
    headers = list(dict.fromkeys(header for header, _ in cells))
    columns = sorted({cell for _, cell in cells})
    message = Bilingual(
        f"{'、'.join(map(str, columns))}列目に見出しがありませんが、{len(cells)}個のセルに文字があります"
        f"（見出し{len(headers)}か所の下）。列の名前を書いてください。",
        f"column {', '.join(map(str, columns))} has no name, but {len(cells)} of its cells hold text "
        f"(below {len(headers)} headers); name it.",
    )
    yield Found(Place(headers[0], columns[0], about=f"column {columns}"), message, listed.related(*headers[1:]))


def _nameless_cells(listed: Listed) -> Iterator[tuple[int, int]]:
    """Yield the line of a header and each body cell to which it gives no name."""
    named, header_line = set[int](), 1
    printed = {page.page: page for page in listed.document.document.pages}
    seen, cut = set[tuple[int, int]](), cut_numbers(listed.document)
    for initiative in listed.document:
        page = printed[initiative.page]
        if page.header_lines:
            named, header_line = {cell.cell for cell in page.header}, page.header_lines[0]
        if initiative.line in cut or any(repairs_of(initiative, Rejoined)):
            continue
        for place in ((source.line, cell) for _, source in own_sources(initiative) for cell in source.cells):
            if place[1] not in named and place not in seen:
                seen.add(place)
                yield header_line, place[1]


@rule(
    "DX103",
    "header-guessed",
    "info",
    Bilingual("意味を推定した見出し", "header whose meaning was guessed"),
    official=("L1-05", "L2-03"),
)
def header_guessed(listed: Listed) -> Iterator[Found]:
    """The header of a column is none that dxlist knows; which column it is was told from what its cells look like.

    The header need not be wrong: dxlist knows the headers that many lists have, and not this one.  If the guess is wrong, say
    in the sidecar which column it is.  Said too where dxlist knows of no header that it names the projects; a list of items
    (施策, 取組項目) or indicators (KPI, 目標値) may be meant so.

    日本語:
        dxlist の知らない見出しです。どの列かは、セルの内容から判断しました。

        見出しの誤りとは限りません。dxlist が知っているのは、多くの一覧にある見出しだけです。判断が違うときは、付属ファイル（.toml）で
        列を指定してください。事業名の列がどの見出しからも分からないときにも示します（施策・取組項目や、指標・目標値の一覧であれば、
        そのままで構いません）。

    Bad, whole file:
        分野|項目|担当課|事業名|事業概要|ゴール
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率について、20%を目標とする。
        |1(3) 窓口の改革|総務部 市民課|窓口改革推進事業|書かない窓口を導入する。|導入窓口数について、10窓口を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    said, pages = set[tuple[str, str | None]](), listed.document.document.pages
    if pages and not any(head.column == "project_name" for page in pages for head in page.header):
        read = any(_is_said_without_project(head) for page in pages for head in page.header)
        message = _NO_PROJECTS + (_READ_WITHOUT if read else Bilingual("", ""))
        place = Place(min(pages[0].header_lines, default=None), about="project_name")
        yield Found(place, message)
    for page in pages:
        for head in page.header:
            if head.guessed and head.column and (head.text, head.column) not in said:
                said.add((head.text, head.column))
                name = column_name(head.column)
                message = Bilingual(
                    f"見出し「{shortened(head.text)}」は dxlist の知らない見出しなので、内容から「{name.ja}」の列として読みました。",
                    f"dxlist does not know the header 「{shortened(head.text)}」; its cells were read as the {name.en}.",
                )
                line = page.header_lines[0] if page.header_lines else None
                yield Found(Place(line, head.cell if line else None, about=head.text), message)


def _is_said_without_project(head: HeaderInfo) -> bool:
    """Return whether a column tells what a row is where none holds projects: its item, or its indicator."""
    kind = (head.role or "").partition(".")[0]
    return not head.guessed and (head.column == "item" or kind == "indicator")


_NO_PROJECTS = Bilingual(
    "事業名の列が、どの見出しからも分かりません。あれば、付属ファイル（.toml）の [columns] で指定してください。",
    "no header names the column of the projects; if there is one, name it in the sidecar, under [columns].",
)
_READ_WITHOUT = Bilingual(
    "なくても、階層や指標の一覧として読んでいます。", " Without one, the list is read by its levels and indicators."
)


@rule(
    "DX123",
    "table-cut-into-pages",
    "info",
    Bilingual("ページごとに分かれた表", "table cut into pages"),
    official=("L1-02", "L1-03"),
)
def table_cut_into_pages(listed: Listed) -> Iterator[Found]:
    """The table is cut into pages: blank lines, headers or titles stand between its rows.

    A program that reads one table from top to bottom takes them for rows, or stops there.  Said once a list, with the line
    at which each further page begins.

    日本語:
        表がページに分かれ、行の間に空行、見出し、表題が入っています。

        上から1つの表として読むプログラムは、それらを行として読むか、そこで読み終えます。一覧ごとに1回、2ページ目以降の最初の行を添えて
        示します。

    Bad, whole file:
        分野|項目|担当課|事業名|事業概要|指標（KPI）
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        分野|項目|担当課|事業名|事業概要|指標（KPI）
        1 行政の効率化|1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付方法を拡大する。|利用率20%を目標とする。
    """
    pages = [page for page in listed.document.document.pages if page.body_lines]
    starts = [min((*page.title_lines, *page.header_lines, *page.body_lines)) for page in pages[1:]]
    if starts:
        parts = len({page.part for page in pages})
        cut = Bilingual("表が", "the table is cut into")
        if parts > 1:
            cut = Bilingual(f"{parts}つの一覧が", f"{parts} lists stand in")
        cut += Bilingual(
            f"{len(pages)}ページに分かれています。1ファイルに1つの表とし、見出しは最初の行だけにしてください。",
            f" {len(pages)} pages; put one table in a file, with one header on its first line.",
        )
        yield Found(Place(starts[0], about="pages"), cut, listed.related(*starts[1:]))


@rule(
    "DX124",
    "title-above-header",
    "info",
    Bilingual("見出しより上の表題", "title above the header"),
    official=("L1-04", "L3-01"),
)
def title_above_header(listed: Listed) -> Iterator[Found]:
    """The file does not begin with its header: titles stand above it.

    A program takes the first line for the header.  The title belongs into the name of the file, or into its metadata.  Said
    once a list.

    日本語:
        ファイルが見出しの行から始まっておらず、上に表題があります。

        プログラムは1行目を見出しとして読みます。表題はファイル名かメタデータに書いてください。一覧ごとに1回示します。

    Bad, whole file:
        令和4年度 関連事業一覧
        分野|項目|担当課|事業名|事業概要|指標（KPI）
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    titles = listed.document.document.titles
    if titles:
        first, *further = titles
        message = Bilingual(
            f"見出しの上に表題「{shortened(first.text)}」があります。1行目を見出しにしてください。",
            f"the title 「{shortened(first.text)}」 stands above the header; begin the file with the header.",
        )
        lines = dict.fromkeys(title.line for title in further)
        yield Found(Place(first.line, about="titles"), message, listed.related(*lines))


@rule("DX125", "lines-beside-data", "info", Bilingual("データでない行", "lines that are no data"), official=("L1-04",))
def lines_beside_data(listed: Listed) -> Iterator[Found]:
    """Remarks, totals, units or page numbers stand on lines of their own beside the rows.

    A program reads them as rows: a total is then counted twice.  Said once a list, with all such lines.

    日本語:
        注記、合計、単位、ページ番号などが、本体の行と並んで独立の行にあります。

        プログラムはそれらも本体の行として読むので、合計が二重に数えられます。一覧ごとに1回、該当する行を添えて示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ※ 指標は令和4年度末の目標値である。|||||

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    notes = listed.document.document.notes
    if notes:
        kinds = COMMA.join(dict.fromkeys(_KINDS[note.kind] for note in notes))
        first = notes[0]
        message = Bilingual(
            f"データでない行が{len(notes)}行あります（{kinds.ja}。最初は「{shortened(first.text)}」）。",
            f"lines that are no data: {len(notes)} ({kinds.en}; the first is 「{shortened(first.text)}」).",
        )
        yield Found(Place(first.line, about="notes"), message, listed.related(*(note.line for note in notes[1:])))


_KINDS = {
    "note": Bilingual("注記", "remarks"),
    "total": Bilingual("合計", "totals"),
    "unit": Bilingual("単位", "units"),
    "page_number": Bilingual("ページ番号", "page numbers"),
}
