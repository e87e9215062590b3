"""DX123-DX125: what stands in the file beside one table: page breaks, titles, remarks and totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Place
from dxlist.rules.places import shortened
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.rules.listed import Listed


@rule(
    "DX123",
    "table-cut-into-pages",
    "info",
    Bilingual("頁ごとに分かれた表", "table cut into pages"),
    official=("L1-02", "L1-03"),
)
def table_cut_into_pages(listed: Listed) -> Iterator[Found]:
    """The table is cut into pages: blank lines, headers or titles stand between its rows.

    A program that reads one table from top to bottom takes them for rows, or stops there.  Said once a list, with the line
    at which each further page begins.

    日本語:
        表が頁に分かれ、行の間に空行、見出し、表題が入っています。

        上から1つの表として読むプログラムは、それらを行として読むか、そこで読み終えます。一覧ごとに1回、2頁目以降の最初の行を添えて
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
        lists = (
            Bilingual(f"{parts}つの一覧が", f"{parts} lists stand in")
            if parts > 1
            else Bilingual("表が", "the table is cut into")
        )
        message = Bilingual(
            f"{lists.ja}{len(pages)}頁に分かれています。1ファイルに1つの表とし、見出しは最初の行だけにしてください。",
            f"{lists.en} {len(pages)} pages; put one table in a file, with one header on its first line.",
        )
        yield Found(Place(starts[0], about="pages"), message, listed.related(*starts[1:]))


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


@rule(
    "DX125",
    "lines-beside-data",
    "info",
    Bilingual("データでない行", "lines that are no data"),
    official=("L1-04",),
)
def lines_beside_data(listed: Listed) -> Iterator[Found]:
    """Remarks, totals, units or page numbers stand on lines of their own beside the rows.

    A program reads them as rows: a total is then counted twice.  Said once a list, with all such lines.

    日本語:
        注記、合計、単位、頁番号などが、本体の行と並んで独立の行にあります。

        プログラムはそれらも本体の行として読むので、合計が二重に数えられます。一覧ごとに1回、該当する行を添えて示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        ※ 指標は令和4年度末の目標値である。|||||

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
    """
    notes = listed.document.document.notes
    if notes:
        kinds = dict.fromkeys(_KINDS[note.kind] for note in notes)
        first = notes[0]
        message = Bilingual(
            f"データでない行が{len(notes)}行あります（{'、'.join(kind.ja for kind in kinds)}。最初は「{shortened(first.text)}」）。",
            f"lines that are no data: {len(notes)} ({', '.join(kind.en for kind in kinds)}; the first is 「{shortened(first.text)}」).",
        )
        yield Found(Place(first.line, about="notes"), message, listed.related(*(note.line for note in notes[1:])))


_KINDS = {
    "note": Bilingual("注記", "remarks"),
    "total": Bilingual("合計", "totals"),
    "unit": Bilingual("単位", "units"),
    "page_number": Bilingual("頁番号", "page numbers"),
}
