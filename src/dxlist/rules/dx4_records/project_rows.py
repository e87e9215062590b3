"""DX40x: rows of one project that do not say the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Related
from dxlist.projects.conflicts.comparing import UNLIKE
from dxlist.projects.conflicts.differences import differing_spans
from dxlist.rules.places import TEXT_COLUMNS, cell_place, words_place
from dxlist.rules.registry import rule
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.columns import Column
    from dxlist.model.finding import Severity
    from dxlist.model.project import Conflict, ConflictColumn, Reading
    from dxlist.rules.listed import Listed
    from dxlist.text.spans import Span

_FACTOR_OF_TEN = "factor_of_ten"
_AROUND, _BEHIND, _LONGEST = 6, 10, 40
"""Letters shown before and behind what differs, and in all."""
_SEVERITIES: dict[str, Severity] = {"contradiction": "warning", "difference": "warning", "spelling": "info"}


@rule(
    "DX401",
    "project-with-different-targets",
    "warning",
    Bilingual("同じ事業の目標が食い違う", "one project, different targets"),
)
def project_with_different_targets(listed: Listed) -> Iterator[Found]:
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
    for conflict in _conflicts_here(listed, "kpi_targets"):
        about = _TARGETS.get(conflict.reason, Bilingual("目標が違います", "the targets differ"))
        yield _found(listed, conflict, "kpi_text", about, "error" if conflict.reason == _FACTOR_OF_TEN else None)


_TARGETS: dict[str, Bilingual] = {
    _FACTOR_OF_TEN: Bilingual("目標が10倍違います", "the targets differ by a factor of ten"),
    "other_deadline": Bilingual("目標の期限が違います", "the deadlines of the targets differ"),
    "other_targets": Bilingual("目標の数が違います", "the rows do not set the same targets"),
    "missing": Bilingual("目標のある行とない行があります", "some rows set a target and others none"),
}


@rule(
    "DX402",
    "project-with-different-kpi-texts",
    "warning",
    Bilingual("同じ事業の指標の文が違う", "one project, different KPI texts"),
)
def project_with_different_kpi_texts(listed: Listed) -> Iterator[Found]:
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
    told = {c.project_id for c in listed.gathered.projects.conflicts if c.column == "kpi_targets"}
    for conflict in _conflicts_here(listed, "kpi_text"):
        if conflict.project_id not in told:
            yield _found(listed, conflict, "kpi_text", Bilingual("指標の文が違います", "the KPI texts differ"))


@rule(
    "DX403",
    "project-with-different-overviews",
    "warning",
    Bilingual("同じ事業の概要が違う", "one project, different overviews"),
)
def project_with_different_overviews(listed: Listed) -> Iterator[Found]:
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
    for conflict in _conflicts_here(listed, "overview"):
        about = Bilingual("概要が違います", "the overviews differ")
        yield _found(listed, conflict, "overview", about, "info" if conflict.reason == UNLIKE else None)


@rule(
    "DX404",
    "project-with-different-departments",
    "warning",
    Bilingual("同じ事業の担当課が違う", "one project, different departments"),
)
def project_with_different_departments(listed: Listed) -> Iterator[Found]:
    """Rows of one project name different departments.

    Whoever asks for the projects of a division finds it under one of them only.

    日本語:
        同じ事業の行で、担当課が違います。

        担当課で検索すると、一方の行だけが見つかります。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 市町村の支援|企画部 統計課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 市町村の支援|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
    """
    for conflict in _conflicts_here(listed, "departments"):
        yield _found(listed, conflict, "departments", Bilingual("担当課が違います", "the departments differ"))


@rule("DX405", "item-with-two-titles", "info", Bilingual("同じ番号の項目に名称が2つ", "one item code, two titles"))
def item_with_two_titles(listed: Listed) -> Iterator[Found]:
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
    for conflict in _conflicts_here(listed, "item"):
        about = Bilingual("項目の名称が違います", "the titles of the item differ")
        yield _found(listed, conflict, "item", about, "info")


def _conflicts_here(listed: Listed, column: ConflictColumn) -> Iterator[Conflict]:
    """Yield the conflicts whose other reading stands in this list, so that each is said once over all lists."""
    for conflict in listed.gathered.projects.conflicts:
        if conflict.column == column and len(conflict.readings) > 1:
            home, _ = listed.gathered.rows[conflict.readings[_other(conflict)].initiative_id]
            if home is listed:
                yield conflict


def _other(conflict: Conflict) -> int:
    """Return which reading is the first that does not say what the first one says."""
    first, *others = (reading.text for reading in conflict.readings)
    return next((at for at, text in enumerate(others, 1) if text != first), 1)


def _found(
    listed: Listed, conflict: Conflict, column: Column, about: Bilingual, severity: Severity | None = None
) -> Found:
    """Return the finding at the second reading, with what each row says and the rows of the others."""
    other = _other(conflict)
    _, initiative = listed.gathered.rows[conflict.readings[other].initiative_id]
    name = initiative.project_name or ""
    spans = differing_spans([reading.text for reading in conflict.readings])
    said = _said(conflict.readings, spans)
    place = cell_place(initiative, column)
    if spans[other] and column in TEXT_COLUMNS:  # the words that differ, from the first to the last of them
        place = words_place(initiative, column, spans[other][0][0], spans[other][-1][1])
    # All other rows of the project in that year: each says what one of the readings says.
    related = tuple(
        Related(file=home.file, line=row.line)
        for home, row in listed.gathered.rows_of[conflict.project_id]
        if row is not initiative and row.fiscal_year == initiative.fiscal_year
    )
    message = Bilingual(f"「{name}」の{about.ja}。", f'{about.en} in "{name}": ') + said
    return Found(place, message, related, severity=severity or _SEVERITIES[conflict.grade])


def _said(readings: Sequence[Reading], spans: Sequence[Sequence[Span]]) -> Bilingual:
    """Return what each row has where they differ; rows of one text stand together."""
    shown, lines_of = dict[str, str](), defaultdict[str, list[str]](list)
    for reading, own in zip(readings, spans, strict=True):
        key = fold(reading.text)
        lines_of[key].append(str(reading.line))
        shown.setdefault(key, around(reading.text, own))
    return COMMA.join(
        Bilingual("", "lines " if len(lines) > 1 else "line ")
        + COMMA.join(lines)
        + Bilingual(f"行目「{shown[key]}」", f' "{shown[key]}"')
        for key, lines in lines_of.items()
    )


def around(text: str, spans: Sequence[Span]) -> str:
    """Return the part of a text in which it differs, with a few letters before and behind.

    >>> around("AI等の先端技術を活用する市町村数について、41団体（累計）を目標とする。", [(22, 24)])
    '…数について、41団体（累計）を目標と…'
    """
    start = max(0, spans[0][0] - _AROUND) if spans else 0
    end = min(len(text), min(spans[-1][1] + _BEHIND, start + _LONGEST) if spans else _LONGEST)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
