"""DX303, DX304: cells that should set a target and do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found
from dxlist.model.initiative import Truncated
from dxlist.rules.places import cell_place, own_texts, row_place, words_place
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Related, Severity
    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed


@rule(
    "DX303",
    "target-copies-overview",
    "warning",
    Bilingual("概要と同じ目標", "target copies the overview"),
)
def target_copies_overview(listed: Listed) -> Iterator[Found]:
    """The cell of the target says what the overview says, and nothing more.

    What would count as success stays open (lines 49, 52, 66 and 166 of fukushima_r04).  A target that only adds a word
    or two to the overview (line 136: 迅速に) or repeats a sentence of it (line 163) is told as info, and so is one that
    holds a number: there it is the overview that says too little.

    日本語:
        指標・目標の欄が、事業概要と同じ文です。

        何をもって達成とするのかが分かりません（fukushima_r04 の49、52、66、166行目）。概要に一、二語を足しただけのもの
        （136行目「迅速に」）、概要の一文を繰り返すもの（163行目）、数値を含むもの（概要の側の書き不足）は、参考として
        示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|情報セキュリティ研修|職員を対象とした研修を行う。|職員を対象とした研修を行う。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|情報セキュリティ研修|職員を対象とした研修を行う。|研修の受講者数について、300名を目標とする。
    """
    for initiative, _, text in own_texts(listed, ("kpi_text",)):
        overview = initiative.overview
        if overview and _is_own(initiative) and (found := _copy(overview, text, initiative)):
            severity, message = found
            yield Found(words_place(initiative, "kpi_text", 0, len(text)), message, severity=severity)


_ENDS = "。.・「」、,()-ー-－"
_SHORTEST = 4
_LONG_ENOUGH = 15
"""Letters below which two texts are alike by chance."""
_FEW = 6
"""Letters that a near copy may add or leave out."""


def _is_own(initiative: Initiative) -> bool:
    source = initiative.sources["overview"]
    return source is not None and source.line == initiative.line


def _copy(overview: str, text: str, initiative: Initiative) -> tuple[Severity, Bilingual] | None:
    """Say how a target repeats the overview: to the letter, but for a word, or as a part of it."""
    theirs, ours = fold(overview).strip(_ENDS), fold(text).strip(_ENDS)
    if len(ours) < _SHORTEST:
        return None
    if theirs == ours:
        return ("info" if initiative.kpi_targets else "warning"), _SAME
    if len(ours) < _LONG_ENOUGH or initiative.kpi_targets:
        return None
    if abs(len(ours) - len(theirs)) <= _FEW and _differ_once(theirs, ours):
        return "info", _NEAR
    return ("info", _PART) if ours in theirs else None


def _differ_once(one: str, other: str) -> bool:
    """Return whether a few letters at one place make one text the other."""
    shorter, longer = sorted((one, other), key=len)
    head = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    rest = len(shorter) - head
    tail = next((i for i in range(rest) if shorter[-1 - i] != longer[-1 - i]), rest)
    return len(longer) - head - tail <= _FEW


_SAME = Bilingual(
    "指標・目標が事業概要と同じ文です。何をもって達成とするかを書いてください。",
    "the target is the overview once more; say what counts as success.",
)
_NEAR = Bilingual(
    "指標・目標が事業概要とほぼ同じ文です。何をもって達成とするかを書いてください。",
    "the target is the overview but for a word or two; say what counts as success.",
)
_PART = Bilingual(
    "指標・目標が事業概要の一部の繰り返しです。何をもって達成とするかを書いてください。",
    "the target repeats a part of the overview; say what counts as success.",
)


@rule(
    "DX304",
    "target-missing",
    "warning",
    Bilingual("指標・目標がない", "no target"),
    official=("L1-09", "L3-03"),
)
def target_missing(listed: Listed) -> Iterator[Found]:
    """The cell of the target is blank where other rows of the list have one.

    A blank says neither that there is none nor that it was forgotten.  なし says it; cells with nothing but a dash are told
    once, as info.  Rows that share the project above, and rows that the print cut off, are other findings.
    Where many cells are blank, as in lists that print one target for several projects, that is said once, as info.

    日本語:
        他の行には指標・目標があるのに、この行では空白です。

        空白では、設定がないのか書き忘れなのかが分かりません。「－」は参考として示し、「なし」等の明記は対象にしません。上の行と
        事業を共有する行、印刷で切れた行は別の検査で扱います。空白が多い一覧（複数の事業に一つの目標を印刷するもの）では、
        参考として1件にまとめます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|市役所の窓口における書かない手続の仕組みを整える。|
        1 行政の効率化|1(3) 研修|総務部 人事課|職員研修事業|職員を対象とした研修を行う。|研修の受講者数について、300名を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|電子申請の利用件数について、100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 情報政策課|窓口改善事業|市役所の窓口における書かない手続の仕組みを整える。|指標の設定なし
    """
    parts = {initiative.part for initiative in listed.document if initiative.kpi_text}
    rows = [initiative for initiative in listed.document if initiative.part in parts and _may_lack(initiative)]
    blank = [initiative for initiative in rows if initiative.kpi_text is None]
    if blank and len(blank) > max(_MANY, len(rows) * _SHARE):
        yield Found(row_place(blank[0]), _many(len(blank)), _lines(listed, blank[1:]), severity="info")
    else:
        yield from (Found(row_place(initiative), _BLANK) for initiative in blank)
    dashes = [initiative for initiative in rows if initiative.kpi_text and initiative.kpi_status == "missing"]
    if dashes:
        yield Found(
            cell_place(dashes[0], "kpi_text"), _dashes(len(dashes)), _lines(listed, dashes[1:]), severity="info"
        )


_MANY, _SHARE = 3, 0.15
"""So many blanks, and so great a share of the rows, are the way of a list."""
_SURE = 0.5
"""Confidence below which the target may have been read into another column."""


def _may_lack(initiative: Initiative) -> bool:
    """Return whether a row has an overview, and nothing explains why it has no target."""
    if initiative.kpi_status == "shared" or initiative.confidence < _SURE:
        return False
    cut = any(isinstance(repair, Truncated) for repair in initiative.repairs)
    return bool(initiative.overview) and not cut


def _lines(listed: Listed, initiatives: list[Initiative]) -> tuple[Related, ...]:
    return listed.related(*(initiative.line for initiative in initiatives))


_BLANK = Bilingual(
    "指標・目標が空白です。設定しない場合は「なし」等と書いてください。",
    "there is no target; where none is set, say so.",
)


def _many(count: int) -> Bilingual:
    return Bilingual(
        f"指標・目標が空白の行が{count}行あります。複数の行に共通のものなら各行に、設定しないなら「なし」等と書いてください。",
        f"{count} rows have no target; repeat one that holds for several rows, and say where none is set.",
    )


def _dashes(count: int) -> Bilingual:
    return Bilingual(
        f"指標・目標が「－」だけの行が{count}行あります。意味（設定なし、未定など）を注記してください。",
        f"the target of {count} {'row' if count == 1 else 'rows'} is only a dash; say what it stands for.",
    )
