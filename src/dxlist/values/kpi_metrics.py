"""``metric_of``: the words that name what an amount counts or measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.text.regex import regex
from dxlist.text.spans import Span
from dxlist.values.kpi_deadlines import is_alone_in_bracket
from dxlist.values.kpi_units import unit_label_at_end, unit_label_at_start
from dxlist.words.dates import DATE_PARTICLES
from dxlist.words.targets import (
    BULLET,
    CONNECTIVE,
    GENERIC_LABEL,
    INDICATOR_END,
    LEADING_LABEL,
    NOT_A_NOUN,
    NOUN_AFTER,
    PARTICLES,
    PLACE_ONLY,
    SCOPE_PARTICLE,
    STATED_AFTER,
    TOPIC,
    TRAILING_LABEL,
)

if TYPE_CHECKING:
    from dxlist.values.kpi_amounts import Amount
    from dxlist.values.kpi_statements import KpiCell

_GENERIC = regex(rf"[\[【〔]?(?:{GENERIC_LABEL})(?:・{GENERIC_LABEL})*(?:\([^()]*\))?[\]】〕]? ?[0-9①-⑳]{{0,2}}")
_EDGE = " 　\n、,:。)」』】〕]・/×→⇒⟶➡⇨➔~～〜"
_NO_END = " 　\n、,:。・=~～〜([「【-―—─"
_LETTER = regex(r"[^\W\d_]")
_CLAUSE_END = regex(
    r"[ぁ-ん](?<!など)(?<!ほか)(?<!まち)(?<!ひと)(?<!ども)(?<!わな)(?<!や)[、,]|(?:推進|促進|強化|充実|実施|開催|構築)[、,]"
)
_PREDICATE_END = regex(r"(?:こと(?:により|で|とし)|[。」]|する予定|を(?:目標|目指|めざ)).{0,1000}$")
_TO_OTHERS = regex(r"(?:を[^を、。]{1,14}[にでへ]|(?:から|より|に比べて?|と比較して?))[、 ]?$")
"""Between the thing counted and its number: 推進員を各課に1名, 消費額から+20%."""
_PER_ONE = regex(r"[ 、]?[0-9一]{1,15}[^0-9、。 ]{1,6}(?:当たり|当り|あたり|につき|平均)$")
_NO_THING = regex(
    r"対前年度?|(?:来|今|本|当|次|初|最終|前|昨|各|毎)年度?|(?:上|下)半?期|[前後]期|基準年度?|計画期間中?|期間中|平日|それぞれ|対象|[0-9一]+(?:日|人|校|週|社|回|か月|課)|実績"
)
"""Words of time and sharing out that name nothing to count."""
_OUT_OF = regex(r"[0-9][0-9,.]{0,15}[^0-9、。 ]{0,6}中$")
_BEFORE_OUT_OF = "、。 "
_COLON = regex(":")
_MEASURED = regex(r"^.*?((?:[数率量額度]|割合))[をがは][^をがは、]{1,14}の$")
"""登録率を人口の30%."""
_AT_PLACE = regex(r"(?<=..)を(?:[県市町村区管庁域]内|全国|各地区?|各[校課市所回]|各所属|各市町村|国内)(?:の|全)?$")
"""説明会を市内10か所で."""
_PURPOSE = regex(
    r"ため、|[し行図進設努](?:い|り|め|け)?、(?![^について]{0,60}(?:する|した|れた|いる|った|んだ|なる|できる|める|える)[一-龠ァ-ヶ「])"
)
"""Another clause before the metric; 研修を受講し、資格を取得した職員数 is one noun."""
_PART_OF = regex(r"の$")
_WITH_OTHERS = regex(r"(?:及び|と|や)[^、。をは]{1,20}?(?=に対し|において|を対象|と|で|に|へ)")
_BARE_VERB = regex(r"(?:する|なる|し|な[っる]|[^一-龠ァ-ヶA-Za-z]*$)")
_NO_NOUN_AFTER = regex(
    r"(?:目標|目指|とし|とな|以上|以下|達成|維持|目安|目途|超え|上回|下回|[0-9]|いう|こと|もの|ま$|まで|上限|下限|満た|ない|下回)"
)


def metric_of(cell: KpiCell, statement: Span, amount: Amount, floor: int) -> Span | None:
    """Return where the metric stands: before について, before a colon, before the amount, or None."""
    end, opened = amount.start, cell.opened_at[amount.start]
    if opened >= statement.start:
        if inner := _noun(cell, max(opened + 1, floor), end):
            return inner
        end = min(end, max(opened, floor))
    return _topic(cell, statement, floor, end) or _label(cell, floor, end) or _before(cell, floor, end)


def header_of(cell: KpiCell, statement: Span) -> Span | None:
    """Return the metric that a statement without amounts names for those behind it: a line of its own, a label."""
    return _noun(cell, *statement)


def _topic(cell: KpiCell, statement: Span, floor: int, end: int) -> Span | None:
    """Return the text before the last について, without a purpose (…ため、) or an earlier item before it."""
    matches = [m for m in TOPIC.finditer(cell.narrow, statement.start, end) if cell.depth[m.start()] == 0]
    if not matches:
        return None
    until = matches[-1].start()
    start = max((m.end() for m in matches[:-1]), default=statement.start)
    if start < floor <= until:
        clause = _CLAUSE_END.search(cell.narrow, floor, until)
        start = clause.end() if clause else floor
    purposes = (m.end() for m in _PURPOSE.finditer(cell.narrow, start, until))
    return _noun(cell, max(purposes, default=start), until, loose=True)


def _label(cell: KpiCell, floor: int, end: int) -> Span | None:
    """Return the label before a colon; one that only says 指標 or 目標値 gives way to the words behind the colon."""
    colons = list(cell.at_depth(_COLON, floor, end, cell.depth_at(end)))
    if not colons:
        return None
    label = _noun(cell, floor, colons[-1], loose=True)
    inner = _noun(cell, _after_clause(cell, colons[-1] + 1, end), end)
    if inner is None or label is None:
        return inner or label
    is_share = _PART_OF.search(cell.narrow, colons[-1] + 1, end) is not None
    return label if is_share or (_measures(cell, label) and not _measures(cell, inner)) else inner


def _measures(cell: KpiCell, span: Span) -> bool:
    return INDICATOR_END.search(cell.narrow, *span) is not None


def _before(cell: KpiCell, floor: int, end: int) -> Span | None:
    """Return the noun before the amount, within its own clause."""
    plain, start = cell.narrow, _after_clause(cell, floor, end)
    if noun := _noun(cell, start, _end_of_measured(plain, start, end)):
        return noun
    other = _TO_OTHERS.search(plain, max(start, end - _LONGEST_END), end)
    return _noun(cell, start, other.start()) if other else None


def _end_of_measured(plain: str, start: int, end: int) -> int:
    """Return where the noun ends of whose whole or whose place the words before an amount speak."""
    if measured := _MEASURED.search(plain, start, end):
        return measured.end(1)
    place = _AT_PLACE.search(plain, max(start + 2, end - _LONGEST_END), end)
    return place.start() if place else end


def _after_clause(cell: KpiCell, start: int, end: int) -> int:
    """Return where the last clause before ``end`` begins; a comma between nouns is no end of a clause."""
    stripped = start + len(cell.narrow[start:end].rstrip(" 、,"))
    ends = (match.end() for match in _CLAUSE_END.finditer(cell.narrow, start, stripped))
    return max((at for at in ends if cell.depth[at - 1] == cell.depth_at(end)), default=start)


def noun_behind(cell: KpiCell, statement: Span, amount: Amount) -> Span | None:
    """Return the noun behind the amount that it counts (700名程度の職員を派遣), or what is done for those counted."""
    plain = cell.narrow
    if plain.startswith((" (", "(", "-"), amount.end):
        return None
    if (match := NOUN_AFTER.match(plain, amount.end, statement.end)) and not _NO_NOUN_AFTER.match(match[1]):
        joined = plain[amount.end] in "のを" or amount.each or plain[match.end() : match.end() + 1] != "に"
        if joined and not plain.startswith(("に", "で", "へ", "と", "及び"), amount.end):
            return _noun(cell, *match.span(1), loose=True)
    return None if STATED_AFTER.match(plain[amount.unit_end : statement.end]) else _predicate(cell, statement, amount)


def _predicate(cell: KpiCell, statement: Span, amount: Amount) -> Span | None:
    others = _WITH_OTHERS.match(cell.narrow, amount.end, statement.end)
    at = others.end() if others else amount.end
    if not (particle := SCOPE_PARTICLE.match(cell.narrow, at, statement.end)):
        return None
    start = particle.end()
    clause = _CLAUSE_END.search(cell.narrow, start, statement.end)
    end = clause.start() + 1 if clause else statement.end
    text = _PREDICATE_END.sub("", cell.narrow[start:end].rstrip())
    return None if _BARE_VERB.match(text) or not text.strip(_EDGE) else Span(start, start + len(text))


def _noun(cell: KpiCell, start: int, end: int, *, loose: bool = False) -> Span | None:
    """Trim bullets, labels, dates and particles; loose: the phrase may end as a verb does."""
    span = Span(start, end)
    for _ in range(_MOST_TRIMMED):
        if (shorter := _trimmed_once(cell, span)) == span:
            break
        span = shorter
    words = span.of(cell.narrow)
    if (
        not _LETTER.search(words)
        or _NO_THING.fullmatch(words)
        or _GENERIC.fullmatch(words)
        or PLACE_ONLY.fullmatch(words)
    ):
        return None
    return None if not loose and NOT_A_NOUN.search(words, len(words) - _LONGEST_VERB_END) else span


_LONGEST_END, _LONGEST_LABEL, _LONGEST_VERB_END = 32, 80, 8
"""Letters of the longest words with which a phrase ends, of the longest label and of the longest end of a verb."""
_MOST_TRIMMED = 24
"""Bullets, labels, dates and particles around one phrase."""


def _trimmed_once(cell: KpiCell, span: Span) -> Span:
    start = _trimmed_start(cell, span)
    return Span(start, _trimmed_end(cell, start, span.end)) if start < span.end else Span(span.end, span.end)


def _trimmed_start(cell: KpiCell, span: Span) -> int:
    plain, at = cell.narrow, span.start
    while at < span.end and plain[at] in _EDGE:
        at += 1
    if _opens_alone(cell, at, span.end):
        return at + 1
    if (behind := unit_label_at_start(plain, at, span.end)) is not None:
        return behind
    for pattern in (BULLET, LEADING_LABEL, CONNECTIVE):
        if match := pattern.match(plain, at, span.end):
            return match.end()
    for when in cell.dates_from(at, at + 2):
        if when.start == at + 1 and is_alone_in_bracket(cell, when):
            return when.end + 1
        if when.start == at and when.bearing in {"by", "in"}:
            particles = DATE_PARTICLES.match(plain, when.end, span.end)
            return min(span.end, particles.end() if particles else when.end)
    return _without_outer_brackets(cell, at, span.end)[0]


def _trimmed_end(cell: KpiCell, start: int, end: int) -> int:
    plain = cell.narrow
    while end > start and (plain[end - 1] in _NO_END and not _closes(cell, start, end)):
        end -= 1
    if end > start and _closes_alone(cell, start, end):
        return end - 1
    if (behind := _start_of_aside(cell, start, end)) is not None:
        return behind
    particles = PARTICLES.search(plain, max(start, end - _LONGEST_END), end)
    end = particles.start() if particles else end
    return _without_outer_brackets(cell, start, end)[1]


def _start_of_aside(cell: KpiCell, start: int, end: int) -> int | None:
    """Return where a date, what it is counted per, a label or a note begins with which a phrase ends."""
    plain = cell.narrow
    for when in cell.dates_within(start, end):
        if DATE_PARTICLES.fullmatch(plain, when.end, end):
            return when.start
    last = plain[end - 1 : end]
    if last in "りき均" and (match := _PER_ONE.search(plain, max(start, end - _LONGEST_END), end)):
        return match.start()
    if last == "中" and _OUT_OF.search(plain, max(start, end - _LONGEST_END), end):
        return max(start, *(plain.rfind(letter, start, end) + 1 for letter in _BEFORE_OUT_OF))
    if plain.find("※", start, end) >= 0 and (match := _NOTE_AT_END.search(plain, start, end)):
        return match.start()
    if (label := unit_label_at_end(plain, start, end)) is not None:
        return label
    trailing = TRAILING_LABEL.search(plain, max(start, end - _LONGEST_LABEL), end)
    return trailing.start(1) if trailing and not _is_within_bracket(cell, start, trailing.start(1)) else None


def _is_within_bracket(cell: KpiCell, start: int, at: int) -> bool:
    """Return whether other words stand before a label in its bracket: 会員数（3月末現在）."""
    return start <= cell.opened_at[at] < at - 1


_NOTE_AT_END = regex(r"(?<=.) ?※[^:。\n]{0,200}$")
"""満足度（％）※「満足」と「やや満足」の計：71.3."""


def _closes(cell: KpiCell, start: int, end: int) -> bool:
    return cell.narrow[end - 1] in ")]」】" and cell.opened_at[end - 1] >= start


def _opens_alone(cell: KpiCell, start: int, end: int) -> bool:
    """Return whether the first letter of a span opens a bracket that is closed behind the span, or never."""
    return cell.narrow[start : start + 1] in _OPENING and cell.opened_at[end - 1] >= start


def _closes_alone(cell: KpiCell, start: int, end: int) -> bool:
    """Return whether the last letter of a span closes a bracket that was opened before the span."""
    return cell.narrow[end - 1] in _CLOSING and cell.opened_at[end - 2] < start <= end - 2


_OPENING, _CLOSING = frozenset("([【〔"), frozenset(")]】〕")


def _without_outer_brackets(cell: KpiCell, start: int, end: int) -> tuple[int, int]:
    """Return the span without brackets around all of it: 【電子申請】, but 「…」 belongs to the words."""
    plain = cell.narrow
    if end - start > 1 and plain[start] in "【[〔(" and plain[end - 1] in "】]〕)" and cell.opened_at[end - 2] == start:
        return start + 1, end - 1
    return start, end
