"""DX310: numbers of indicators that say no one thing and are not read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.dx3_values.kpi_texts import further_texts, own_kpis
from dxlist.rules.places import raw_place
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.values.kpi_statements import to_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Place
    from dxlist.model.indicator import IndicatorValue
    from dxlist.model.initiative import Initiative
    from dxlist.rules.dx3_values.kpi_texts import FurtherText
    from dxlist.rules.listed import Listed
    from dxlist.values.unclear_numbers import Unclearness

_WHY: dict[Unclearness, Bilingual] = {
    "broken": Bilingual(
        "は途中で切れており、1つの数値か2つの数値か分かりません", " is broken: it may be one number or two"
    ),
    "zero": Bilingual(
        "は0で始まっており、桁が失われたか、番号と思われます", " begins with 0: digits are lost, or it is a code"
    ),
    "dash": Bilingual(
        "の横線は、負の符号か見出しの区切りか分かりません", ": the dash may be a minus or part the label from its value"
    ),
    "torn": Bilingual("は、単位の一部が「：」の前にあります", ": a part of its unit stands before the colon"),
    "sign": Bilingual(
        "は、符号の後に何もなく、どちら向きか分かりません", ": nothing stands behind the sign to compare with"
    ),
}


@rule(
    "DX310",
    "number-not-read",
    "warning",
    Bilingual("読み取れない数値", "number that cannot be read for certain"),
    official=("L2-01",),
)
def number_not_read(listed: Listed) -> Iterator[Found]:
    """A number of an indicator can be read in two ways, so none of them is taken.

    Of 8 500人 nobody knows whether it is 8,500 or two numbers, 000人 has lost its first digits, and the dash of 利用率-60%
    may be a minus.  A number that is guessed is worse than none: the row has no target by it.  In a column of numbers with
    commas between their thousands, 52,00 has lost a digit.

    日本語:
        指標の数値が2通りに読めるため、どちらとも読み取っていません。

        「8 500人」は 8,500 か2つの数値か、「000人」は桁が落ちていないか、「利用率-60%」は負の数かが分かりません。推測した数値は
        ないより悪いため、その行の目標にはしていません。桁区切りのある数値の列では、「52,00」のような数字の抜けも示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|宿泊者数8 500人とする。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|参加者は000人とする。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用率-60%

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|費用を-10%とし、宿泊者数を8,500人とする。
    """
    for text in _texts(listed):
        for unclear in to_cell(text.text).unclear:
            before = text.text[max(0, unclear.start - _BEFORE) : unclear.start]
            if _OFFSET.search(before):
                continue
            head = _HEAD.search(before) if unclear.why == "sign" else None
            words = text.text[unclear.start - (len(before) - head.start("digits") if head else 0) : unclear.end]
            yield Found(text.place(words), f"「{words}」" + _WHY[unclear.why] + Bilingual("。", "."))
    yield from _short_groups(listed)


_BEFORE = 100
"""Letters before an unclear number that are looked at."""
_HEAD = regex(r"(?<![0-9０-９,.，．])[,.，．]{0,100}(?P<digits>[0-9０-９][0-9０-９,.，．]{0,100})$")
"""The digits before the one that stands next to a sign: the 8 of 80≦."""
_OFFSET = regex(r"(?:GMT|UTC|[0-9]{2}:[0-9]{2})[+-]$")
"""Before the offset of a time zone, which a program left: GMT+0900."""
_THOUSANDS = regex(r"[▲△-]?[0-9]{1,3}(?:,[0-9]{3})+")
_SHORT = regex(r"[▲△-]?[0-9]{1,3}(?:,[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4})(?:,[0-9]{3})*")
_LEAST_THOUSANDS, _MOST_SHORT = 3, 0.1
"""A column of money has so many numbers with commas, and half of its cells; and no greater share of odd ones."""


def _short_groups(listed: Listed) -> Iterator[Found]:
    """Yield the cells of columns of numbers in which a comma is not followed by three digits: 52,00 among 52,000."""
    columns = defaultdict[str, list["FurtherText"]](list)
    for text in further_texts(listed):
        columns[text.column].append(text)
    for texts in columns.values():
        odd = [text for text in texts if _SHORT.fullmatch(text.narrow)]
        thousands = sum(_THOUSANDS.fullmatch(text.narrow) is not None for text in texts) if odd else 0
        if thousands >= max(_LEAST_THOUSANDS, len(texts) / 2) and len(odd) <= max(1, len(texts) * _MOST_SHORT):
            yield from (_short_found(text) for text in odd if not _is_told(text))


def _is_told(text: FurtherText) -> bool:
    """Return whether the cell is one of an indicator that is read as an unclear number already."""
    return text.column.startswith("indicators.") and bool(to_cell(text.text).unclear)


def _short_found(text: FurtherText) -> Found:
    message = Bilingual(
        f"「{text.text}」は、桁区切りのコンマの後が3桁ではありません。数字が抜けたか、余分です。",
        f"「{text.text}」 has no three digits behind its comma: one is lost, or one is too many.",
    )
    return Found(text.place(0, len(text.text)), message)


class _IndicatorText(NamedTuple):
    row: Initiative
    column: str
    text: str

    def place(self, words: str) -> Place:
        return raw_place(self.row, self.column, words)


def _texts(listed: Listed) -> Iterator[_IndicatorText]:
    """Yield the KPI cells of a list and the cells of its columns of values."""
    yield from (_IndicatorText(kpi.initiative, "kpi_text", kpi.text) for kpi in own_kpis(listed))
    for row in listed.document:
        for value in _values(row):
            if value.value is None:
                yield _IndicatorText(row, f"indicators.{value.header}", value.text)


def _values(row: Initiative) -> Iterator[IndicatorValue]:
    for one in row.indicators:
        yield from (*one.targets, *one.actuals, *one.values, *([one.baseline] if one.baseline else []))
