"""DX40x: rows of one project that do not say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.rules.dx4_records.conflict_findings import conflict_found, each_or_once
from dxlist.rules.dx4_records.disagreeing_rows import conflicts_here, projects_with_conflicts, severity_of
from dxlist.rules.dx4_records.targets_in_columns import differing_columns
from dxlist.rules.registry import rule_across_lists
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Found
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.rules.listed import ListedRows


@rule_across_lists(
    "DX401",
    "project-with-different-targets",
    "warning",
    Bilingual("同じ事業の目標が食い違う", "one project, different targets"),
)
def project_with_different_targets(listed: ListedRows) -> Iterator[Found]:
    """Rows of one project set different targets.

    Which of them holds cannot be told from the list, and whoever adds targets up takes one of them at random. A factor
    of ten is an error: 11万件 on line 14 of fukushima_r04 and 11,000件 on line 61 are one target.

    日本語:
        同じ事業の行が、違う目標を掲げています。

        どれが正しいのか一覧からは分からず、集計する人はたまたま目にした数字を使うことになります。10倍の違いは
        エラーとします（fukushima_r04 の14行目「11万件」と61行目「11,000件」は同じ目標です）。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|申請・届出オンライン化事業|電子申請を進める。|利用件数について、11万件を目標とする。
        |1(2) 市町村の支援|総務部 情報政策課|申請・届出オンライン化事業|電子申請を進める。|利用件数について、11,000件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|申請・届出オンライン化事業|電子申請を進める。|利用件数について、11万件を目標とする。
        |1(2) 市町村の支援|総務部 情報政策課|申請・届出オンライン化事業|電子申請を進める。|利用件数について、11万件を目標とする。
    """
    yield from differing_columns(listed)
    yield from each_or_once(
        listed,
        (
            conflict_found(
                listed, conflict, pair, _TARGETS.get(conflict.reason, _DIFFER), severity_of(listed, conflict, pair)
            )
            for conflict, pair in conflicts_here(listed, "kpi_targets")
        ),
        Bilingual("目標", "their targets"),
    )


_DIFFER = Bilingual("目標が違います", "the targets differ")
_TARGETS: dict[str, Bilingual] = {
    "factor_of_ten": Bilingual("目標が10倍違います", "the targets differ by a factor of ten"),
    "other_deadline": Bilingual("目標の期限が違います", "the deadlines of the targets differ"),
    "other_targets": Bilingual("目標の数が違います", "the rows do not set the same targets"),
    "missing": Bilingual("目標のある行とない行があります", "some rows set a target and others none"),
}


@rule_across_lists(
    "DX402",
    "project-with-different-kpi-texts",
    "warning",
    Bilingual("同じ事業の指標の文が違う", "one project, different KPI texts"),
)
def project_with_different_kpi_texts(listed: ListedRows) -> Iterator[Found]:
    """Rows of one project word their KPI differently, while their numbers agree or there are none.

    One of the wordings is a slip or was not brought up to date: 実践例 and 実施例 on lines 6 and 36 of fukushima_r04.
    Where only the spelling differs it is info.

    日本語:
        同じ事業の行で、指標の文が違います（数字は同じか、ありません）。

        どちらかが書き誤りか、直し忘れです（fukushima_r04 の6行目「実践例」と36行目「実施例」）。表記だけの違いは情報とします。

    Bad:
        1 行政の効率化|1(1) 意識改革|総務部 人事課|働き方改革推進事業|働き方を見直す。|ペーパーレスに取り組む実践例を創出する。
        |1(2) テレワーク|総務部 人事課|働き方改革推進事業|働き方を見直す。|ペーパーレスに取り組む実施例を創出する。

    Good:
        1 行政の効率化|1(1) 意識改革|総務部 人事課|働き方改革推進事業|働き方を見直す。|ペーパーレスに取り組む実践例を創出する。
        |1(2) テレワーク|総務部 人事課|働き方改革推進事業|働き方を見直す。|ペーパーレスに取り組む実践例を創出する。
    """
    told = projects_with_conflicts(listed.gathered, "kpi_targets")
    about = Bilingual("指標の文が違います", "the KPI texts differ")
    conflicts = conflicts_here(listed, "kpi_text")
    found = (
        conflict_found(listed, conflict, pair, about, severity_of(listed, conflict, pair))
        for conflict, pair in conflicts
        if conflict.project_id not in told
    )
    yield from each_or_once(listed, found, Bilingual("指標の文", "the text of their KPI"))


@rule_across_lists(
    "DX403",
    "project-with-different-overviews",
    "warning",
    Bilingual("同じ事業の概要が違う", "one project, different overviews"),
)
def project_with_different_overviews(listed: ListedRows) -> Iterator[Found]:
    """Rows of one project describe it differently.

    A reader takes them for two projects, or asks which text is the current one (lines 60 and 62 of fukushima_r04:
    支援する, 財政支援する). Where only the spelling differs it is info, and where the texts have little in common: such
    look at the project from two sides. Rows of different portions (細事業, other money, another indicator below the same
    item) are not compared.

    日本語:
        同じ事業の行で、概要の文が違います。

        読む人は別の事業と受け取るか、どちらが今の内容か迷います（fukushima_r04 の60行目「支援する」と62行目「財政支援する」）。
        表記だけの違いと、ほとんど共通点のない文（同じ事業を別の面から述べたもの）は情報とします。同じ事業の別の部分の行
        （細事業や予算額が違う行、同じ項目の中で別の指標を掲げる行）は比べません。

    Bad:
        1 市町村支援|1(1) オンライン化|企画部 DX課|ICT推進市町村支援事業|市町村の取組を支援する。|42団体を目標とする。
        |1(2) 共同導入|企画部 DX課|ICT推進市町村支援事業|市町村におけるデジタル化の取組を財政支援する。|42団体を目標とする。

    Good:
        1 市町村支援|1(1) オンライン化|企画部 DX課|ICT推進市町村支援事業|市町村の取組を財政支援する。|42団体を目標とする。
        |1(2) 共同導入|企画部 DX課|ICT推進市町村支援事業|市町村の取組を財政支援する。|42団体を目標とする。

    Good, whole file:
        部局|課|事業名|細事業名|事業概要|予算額（千円）
        福祉部|福祉課|保育人材確保事業費|修学資金貸付事業費|保育士を目指す学生に修学資金を貸し付ける。|120,000
        福祉部|福祉課|保育人材確保事業費|再就職支援事業費|潜在保育士の再就職のため、職場体験を行う。|18,400
        福祉部|福祉課|保育人材確保事業費|雇上支援事業費|保育補助者の雇上げに要する経費を補助する。|96,500
    """
    about = Bilingual("概要が違います", "the overviews differ")
    found = (
        conflict_found(listed, conflict, pair, about, severity_of(listed, conflict, pair))
        for conflict, pair in conflicts_here(listed, "overview")
    )
    yield from each_or_once(listed, found, Bilingual("概要", "their overviews"))


@rule_across_lists(
    "DX405", "item-with-two-titles", "info", Bilingual("同じ番号の項目に名称が2つ", "one item code, two titles")
)
def item_with_two_titles(listed: ListedRows) -> Iterator[Found]:
    """A project stands twice under one item code, whose titles differ.

    Either the code or the title is a slip.

    日本語:
        同じ番号の項目に、違う名称が付いています。

        番号か名称のどちらかが誤っています。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(1) 窓口の改革|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 窓口の改革|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
    """
    titles = _titles_by_code(listed)
    if sum(len(names) > 1 for names in titles.values()) > max(1, len(titles) * _FEW_CODES):
        return  # the codes begin anew below a level that they do not say
    about = Bilingual("項目の名称が違います", "the titles of the item differ")
    for conflict, pair in conflicts_here(listed, "item"):
        if _place_of(pair.one) == _place_of(pair.two) and len(titles[_place_of(pair.two)]) == _TWO:
            yield conflict_found(listed, conflict, pair, about, "info")


_FEW_CODES, _TWO = 0.1, 2
"""Of all codes so many may have two titles by a slip; a code with more of them is no slip."""


def _place_of(row: ProjectRow) -> tuple[object, ...]:
    """Return what an item stands below, and its code."""
    above = ((level.code, level.title) for level in row.levels[:-1])
    return row.part, row.field_code, row.field_name, *above, *row.item_codes


def _titles_by_code(listed: ListedRows) -> dict[tuple[object, ...], set[str]]:
    """Return the titles that stand with the code of each item."""
    found = dict[tuple[object, ...], set[str]]()
    for row in listed.rows:
        if row.item_codes and row.item_name:
            found.setdefault(_place_of(row), set()).add(fold(row.item_name))
    return found
