"""``roles_in``: which amounts of a statement are targets, which are baselines, and which are part of a name.

``grade_of`` says of a target whether it is stated, a planned activity, or the extent of those served.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from dxlist.text.regex import regex
from dxlist.values.kpi_units import unit_before, unit_before_colon
from dxlist.words.targets import (
    ARROW,
    BASELINE_AFTER,
    BASELINE_BRACKET,
    BASELINE_LABEL,
    DOES,
    INDICATOR_END,
    OF_OTHERS,
    OF_THESE,
    RAISED_TO,
    REASON,
    SEPARATED,
    SERVE,
    SERVED,
    STATED,
    STATED_AFTER,
    TOPIC,
    TRAILING_LABEL,
    VERBAL_NOUN_END,
    VERBAL_NOUNS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.kpi import TargetGrade
    from dxlist.text.spans import Span
    from dxlist.values.kpi_amounts import Amount
    from dxlist.values.kpi_statements import KpiCell

AmountRole = Literal["target", "baseline", "name", "number"]
"""name: part of a name or of a reason; number: no name, and not plainly a target either."""
NO_VALUES: frozenset[AmountRole] = frozenset({"name", "number"})

_COMPOUND = regex(r"[一-龠々ァ-ヶーA-Za-z]{1,60}")
_NOTE = regex(r" ?\(([^()]{0,1000})\)")
_HOLDS_AMOUNT = regex(r"[0-9](?: ?(?:件|人|名|%|回|社|団体)|.{0,60}比)|[:は][^年度]{0,60}[0-9]|比")
_COLON = regex(r":(?![0-9]{2}(?![0-9]))")
_DONE = regex(r"[^、, ]{0,8}[、, ]")
_EMPTY = " 。\n"
_AFTER_LABEL = regex(r":(?![0-9]{2}(?![0-9]))|(?:について|に関して)(?:は)?、?$")
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_NO_NOUN = regex(r"(?:(?!うち).)*の|(?:内訳)?[:、 ]*|[0-9一]+(?:日|人|社|校|回|か月|月|年)(?:当たり|あたり)?")
_JOINS = regex(r"[×*/・、, +]*")
_CLOSERS = regex(r"[)\]」』】〕]*")
_FRAME_AFTER_METRIC = regex(r"(?:は|が|を|の|:|について(?:は)?)?[、 ]?$")
_ENDS_BARE = regex(r"[をとには、。以程(～~ )\n」]|$")
_FRAMED_BEFORE = regex(r"(?::|について(?:は)?、?|に関して、?|[はをが]、?| |^)$")
_SENTENCE_BOUNDARY = regex(r"[ぁ-ん](?<!など)(?<!ほか)[、,]")
_RISE_FROM = regex(r" ?(?:\([^()]{0,1000}\))? ?(?:から|を|より)[、 ]?(?:[^、。]{0,14}(?:まで|に|は|:))?")


def roles_in(cell: KpiCell, statement: Span, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, AmountRole]]:
    """Yield each amount of a statement with its role."""
    before: AmountRole = "name"
    for i, amount in enumerate(amounts):
        following = amounts[i + 1] if i + 1 < len(amounts) else None
        floor = amounts[i - 1].end if i else statement.start
        if before not in NO_VALUES or not i or not _goes_on_in_bracket(cell, amounts[i - 1], amount):
            before = _role(cell, statement, amount, floor, following)
        yield amount, before


def _role(cell: KpiCell, statement: Span, amount: Amount, floor: int, following: Amount | None) -> AmountRole:
    if following is None and _NAME_GOES_ON.match(cell.narrow, amount.end, statement.end):
        return "name"
    if _is_baseline(cell, statement, amount, floor, following):
        return "baseline"
    if _is_name(cell, statement, amount, floor, following):
        return "name"
    return "target" if _counts(cell, statement, amount, floor) else "number"


# --- baselines


def _is_baseline(cell: KpiCell, statement: Span, amount: Amount, floor: int, following: Amount | None) -> bool:
    """Return whether an amount is an actual value: labelled so, or left of an arrow or of から … に増加."""
    plain = cell.narrow
    note = _NOTE.match(plain, amount.end)
    after = note.end() if note else amount.end
    if note and BASELINE_BRACKET.search(note[1]) and not _HOLDS_AMOUNT.search(note[1]):
        return True
    if BASELINE_AFTER.match(plain, after):
        return True
    is_step = ARROW.search(plain, floor, amount.start)
    if following and not is_step and _rises_to(plain, after, following, statement.end):
        return True
    label = BASELINE_LABEL.search(plain, max(floor, amount.start - 40), amount.start)
    if label is None or amount.comparator in _CHANGE or _KEPT.match(plain, after):
        return False
    return not (label[0].startswith("実績") and _OF_THINGS.search(plain[floor : label.start()]))


_OF_THINGS = regex(r"[一-龠ァ-ヶー](?<![年度月末前昨現近期回値標画初去時日準績較対比])$")
"""Before 実績: what was done is counted (掲載実績), and the number is no earlier state (前年度実績)."""


def _rises_to(plain: str, start: int, following: Amount, end: int) -> bool:
    """Return whether the text between and behind two amounts says a rise: 22人→149人, 22人から149人に."""
    note = _BEFORE_ARROW.match(plain, start, following.start)
    if ARROW.match(plain, note.end() if note else start, following.start):
        return True
    if not _RISE_FROM.fullmatch(plain, start, following.start):
        return False
    return RAISED_TO.match(plain, following.end, end) is not None


_BEFORE_ARROW = regex(r" ?(?:\([^()]{0,1000}\))? ?")


_KEPT = regex(r"[)]?(?:以上|以下|を(?:維持|上回|下回|超え)|の維持|と同)")
"""The present state is itself the target: 現状の22件を維持する, 前年度（22件）以上."""


# --- parts of names, background


def _is_name(cell: KpiCell, statement: Span, amount: Amount, floor: int, following: Amount | None) -> bool:
    plain = cell.narrow
    if following is not None and _ends_item(plain, amount, floor, following):
        return False
    if plain[amount.end - 1] in _SIGNS:
        return False
    begins = _EMPTY_BEFORE.fullmatch(plain, statement.start, amount.start)
    if (begins and _HEADS_NAME.match(plain, amount.end)) or _is_of_others(cell, amount, floor):
        return True
    if OF_THESE.match(plain, amount.end) or (not amount.each and _heads_compound(plain, amount.end)):
        return True
    if _in_background(cell, statement, amount) or _restates(cell, amount, floor):
        return True
    return following is not None and _within_metric_of(cell, amount, following)


_EMPTY_BEFORE = regex(r"\s{0,99}")


def _is_of_others(cell: KpiCell, amount: Amount, floor: int) -> bool:
    """Return whether a bracket behind an amount says the number of others: 60％（全国平均52％）."""
    opened = cell.opened_at[amount.start]
    return opened >= floor > 0 and OF_OTHERS.match(cell.narrow, opened + 1, amount.end) is not None


_HEADS_NAME = regex(rf"(?!(?:{'|'.join(VERBAL_NOUNS)}|程度|以上|以下|以内|前後|規模)の)[一-龠ァ-ヶー]{{1,6}}の")
"""Behind the amount that begins a statement: a name goes on (1級河川の点検, 30人学級の実現)."""
_NAME_GOES_ON = regex(
    r"(?!の)(?=[^、。:\n]*[ぁ-ん])[^、。:\s]{1,100}(?:数|率|割合|比率|人口|額|量)(?:\([^()]{0,1000}\))?[\s」]*$"
)
"""Behind a number: the rest of the name of an indicator, and no more: 月2回以上支援が必要な団地数."""
_SIGNS = frozenset("≧≥⩾≦≤⩽<>=↑↓")
"""At the end of an amount: a sign of comparison, which no name holds."""


def _ends_item(plain: str, amount: Amount, floor: int, following: Amount) -> bool:
    """Return whether the labels of two indicators stand before two amounts, with no blank left between the items.

    残余年数：12年登録件数：30件.
    """
    before, between = plain[floor : amount.start].rstrip(" "), plain[amount.end : following.start].rstrip(" ")
    return (
        (amount.has_own_unit or unit_before_colon(plain, amount.start) is not None)
        and between[:1] not in _PARTICLES
        and all(words.endswith(":") and INDICATOR_END.search(words[:-1]) for words in (before, between))
    )


_PARTICLES = frozenset("のをがはにでと")


def _restates(cell: KpiCell, amount: Amount, floor: int) -> bool:
    """Return whether an amount in a bracket restates the one before it: 25.0%（前年度比＋2.0ポイント）."""
    opened = cell.opened_at[amount.start]
    if opened < floor or floor == 0 or cell.narrow[floor:opened].strip():
        return False
    if amount.cumulative or amount.is_total:
        return False
    return _NO_NOUN.fullmatch(cell.narrow, opened + 1, amount.start) is not None


def _goes_on_in_bracket(cell: KpiCell, before: Amount, amount: Amount) -> bool:
    """Return whether an amount continues, in the same bracket, one that is no target: 500件（100件×5年）."""
    opened = cell.opened_at[amount.start]
    between = cell.narrow[before.end : amount.start]
    return opened >= 0 and opened == cell.opened_at[before.start] and _JOINS.fullmatch(between) is not None


def _heads_compound(plain: str, at: int) -> bool:
    """Return whether an amount begins a compound name: 12市町村移住ポータルサイト, but not 640名受講, 2回開催."""
    if SEPARATED.match(plain, at) or not (word := _COMPOUND.match(plain, at)):
        return False
    return len(word[0]) > _SHORT and VERBAL_NOUN_END.search(word[0]) is None


_SHORT = 2
"""A compound of two letters is what is done (5万人突破), hardly the rest of a name."""


_COMMA = regex("[、,]")
_LONGEST_REASON = 12
"""Letters of the longest end of a clause that gives a reason, with room."""


def _in_background(cell: KpiCell, statement: Span, amount: Amount) -> bool:
    """Return whether the clause of an amount gives a reason or a purpose, and another clause follows."""
    depth = cell.depth[amount.start]
    for comma in cell.at_depth(_COMMA, amount.end, statement.end, depth):
        end = max(amount.end, comma - _LONGEST_REASON)
        if REASON.search(cell.narrow, end, comma) and not STATED.search(cell.narrow[amount.end : comma]):
            return True
        if _SENTENCE_BOUNDARY.search(cell.narrow, max(amount.end, comma - 1), comma + 1):
            return False
    return False


def _within_metric_of(cell: KpiCell, amount: Amount, following: Amount) -> bool:
    """Return whether an amount is part of what a later one measures: 65歳以上の割合について、30%."""
    plain = cell.narrow
    note = _NOTE.match(plain, amount.end)
    at = _CLOSERS.match(plain, note.end() if note else amount.end)
    after = at.end() if at else amount.end
    between = plain[after : following.start]
    if SEPARATED.match(between):
        return False
    if TOPIC.search(between) or _COLON.search(between):
        return not _DONE.match(between)
    stem = _FRAME_AFTER_METRIC.sub("", between)
    return bool(stem) and INDICATOR_END.search(stem) is not None and not re.search("[、,]", stem)


# --- numbers without a known unit


def _counts(cell: KpiCell, statement: Span, amount: Amount, floor: int) -> bool:
    """Return whether an amount can be a target: without a known unit only where a target is plainly stated."""
    if amount.has_own_unit:
        return True
    plain = cell.narrow
    if amount.unit is None and unit_before(plain, amount.start):
        return True
    looks_like_year = _YEAR.fullmatch(amount.value) is not None
    if amount.unit is None and not _ENDS_BARE.match(plain, amount.end):
        return False
    if amount.unit is not None and looks_like_year:
        return False
    before, behind = plain[floor : amount.start], _NOTE_BEHIND.sub("", plain[amount.end : statement.end])
    if not behind.strip(_EMPTY) and not looks_like_year and _is_last(before):
        return True
    return _AFTER_LABEL.search(before) is not None or _is_framed(before, behind, amount)


_NOTE_BEHIND = regex(r"^ ?\([^()]{0,1000}\)")
_AFTER_ARROW = regex(rf" ?(?:\([^()]{{0,1000}}\))? ?(?:{ARROW.pattern}) ?")
_ON_A_SCALE = regex(r"(?:段階(?:評価|中)?|満点|段階\))(?:で|の|中)?(?:平均)?$")
"""満足度5段階評価で4.0以上."""


def _is_last(before: str) -> bool:
    """Return whether a number that ends its line stands behind a noun of measure or a blank, or alone: 申請件数1200."""
    return (
        not before.strip(_EMPTY) or before.endswith(" ") or _names(before) or _AFTER_ARROW.fullmatch(before) is not None
    )


def _is_framed(before: str, behind: str, amount: Amount) -> bool:
    """Return whether a word of a target follows, or a noun of measure stands before and a comparison behind."""
    named = _names(before) or _ON_A_SCALE.search(before) is not None
    if named and amount.comparator != "eq":
        return True
    stated = STATED.search(behind) or STATED_AFTER.match(behind)
    return bool(_FRAMED_BEFORE.search(before) and (stated or named))


def _names(before: str) -> bool:
    stem = before.rstrip(" ")
    return (INDICATOR_END.search(stem) or TRAILING_LABEL.search(stem)) is not None


# --- grades

_PREDICATE = regex(
    r"(?:する|行う|図る|いく|設ける|進める|せる|れる|える|ける|める|てる|ぶ|く|す|し|て|予定|である|します|ます|こと)[。」)\s]*$"
)
_CLAUSE_END = regex(r"[ぁ-ん](?=[、,])")
_RATES = frozenset({"%", "ポイント", "倍", "点", "‰"})
"""A rate is a level to be reached; nobody does 50 %."""
_DOES_LAST = regex(rf"を(?:{'|'.join(VERBAL_NOUNS)})[。\s]*$")
_CHANGE = frozenset({"increase", "decrease"})


def grade_of(cell: KpiCell, statement: Span, amount: Amount, until: int) -> TargetGrade:
    """Return explicit, activity or scope.

    explicit: words of a target (目標, 目指す), a level to be reached (…とする, …まで伸ばす), the size of a change,
    or an indicator with its number; activity: the statement says what is done (2回開催する); scope: what is done is
    to inform or serve as many (59市町村に対し…提供する).
    """
    clause = _CLAUSE_END.search(cell.narrow, amount.end, until)
    end = clause.end() if clause and until < statement.end else statement.end
    whole, behind = cell.narrow[statement.start : end], cell.narrow[amount.end : end]
    if STATED.search(whole) or amount.comparator in _CHANGE or amount.unit in _RATES:
        return "explicit"
    if STATED_AFTER.match(cell.narrow[amount.unit_end : statement.end]) or STATED_AFTER.match(behind):
        return "explicit"
    if (served := SERVED.match(behind)) and SERVE.search(served[0]):
        return "scope"
    if _PREDICATE.search(whole) or _DOES_LAST.search(behind) or DOES.match(behind.lstrip(" をのでに")):
        return "activity"
    return "explicit"
