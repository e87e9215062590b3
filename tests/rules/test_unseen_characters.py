"""DX127: the number or name that a character breaks, the code points, and what is read instead."""

import pytest

import dxlist
from dxlist.rules.checking import Reported, check_lists
from dxlist.rules.registry import all_rules
from tests.text.test_folding import UNSEEN

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）"
FIRST = ("1 行政", "1(1) 手続の電子化", "総務部 総務課", "整備事業", "設備を整える。", "100件を目標とする。")


def found_in(*rows: tuple[str, ...], header: str = HEADER) -> list[Reported]:
    """Return what is found in a list of these rows; further ones show that its blanks are no line ends."""
    further = (
        "",
        "",
        "総務部 人事課",
        "勤怠管理電子化事業",
        "紙の出勤簿を廃止し、勤怠を電子で管理する。",
        "年間の作業時間を1,400時間削減する。",
    )
    text = "\n".join([header, *("\t".join(row) for row in (*rows, further, further))])
    checked = check_lists([("list.tsv", dxlist.parse(text.encode(), stem="list"))], [all_rules()["DX127"]])
    return list(checked.findings)


def row_with(cell: int, text: str) -> tuple[str, ...]:
    return (*FIRST[: cell - 1], text, *FIRST[cell:])


@pytest.mark.parametrize(
    ("cell", "text", "words", "said", "suggestion"),
    [
        # nothing was said of any of them, or "platform-dependent characters: ⺠"
        (6, "8,5\u200b00人とする。", "8,5\u200b00", "「8,5\\u200b00」に見えない文字（U+200B）があります。「8,500」", "8,500"),
        (6, "100\ufeff件とする。", "100\ufeff", "（U+FEFF）があります。「100」", "100"),
        (6, "令和\u200d8年度に100件", "\u200d8", "「\\u200d8」に見えない文字（U+200D）", "8"),
        (3, "総務部 情報\u00ad政策課", "情報\u00ad政策課", "（U+00AD）があります。「情報政策課」", "情報政策課"),
        (4, "\U000e0100整備\u2060事業", "\U000e0100整備\u2060事業", "（U+E0100 U+2060）があります。「整備事業」", "整備事業"),
        (2, "1(1) 手\u200e続", "手\u200e続", "（U+200E）があります。「手続」", "手続"),
        (3, "市\u2ea0課", "市⺠課", "部首の文字（U+2EA0）があります。「市民課」", "市民課"),
        (4, "⻑寿⻭科事業", "⻑寿⻭科事業", "（U+2ED1 U+2EED）があります。「長寿歯科事業」", "長寿歯科事業"),
        (6, "8,5 00人とする。", "8,5 00", "数の途中に空白（U+0020）があります。「8,500」", "8,500"),
        (6, "8, 500人とする。", "8, 500", "（U+0020）があります。「8,500」", "8,500"),
        (6, "約8\u2009500人とする。", "8\u2009500", "（U+2009）があります。「8500」", "8500"),
        (6, "6\x0b0%とする。", "6\x0b0", "数の途中に空白（U+000B）があります。「60」", "60"),
        (6, "8、500人とする。", "8、500", "1つの数（8,500）とも2つの数とも読めます", None),
        (6, "宿泊者数8 500人とする。", "8 500", "1つの数（8500）とも2つの数とも", None),
    ],
)  # fmt: skip
def test_what_breaks_a_number_or_a_name(cell: int, text: str, words: str, said: str, suggestion: str | None) -> None:
    (one,) = found_in(row_with(cell, text))
    place = one.found.place
    assert (place.line, place.cell, (place.text or "")[place.start : place.end]) == (2, cell, words)
    assert said in one.found.message.ja
    assert (one.found.suggestion, one.severity) == (suggestion, "warning")
    assert not any(character in one.found.message.ja for character in UNSEEN.values())


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (4, "☎\ufe0f相談事業"), (4, "1\ufe0f\u20e3の事業"), (6, "令和 8 年度に100 件"), (6, "R5 320件"), (6, "2022/1/1 0:00"), (4, "👨‍👩‍👧支援事業"),
        (6, "100件、200件"), (4, "第1, 200号事業"), (6, "電話 024 521 1111"),
    ],
)  # fmt: skip
def test_what_breaks_nothing(cell: int, text: str) -> None:
    assert found_in(row_with(cell, text)) == []


IN_SENTENCES = [
    # a list said nothing of them but "platform-dependent characters"
    (5, "住\u200b民を支える。", "住\u200b民を支える", "「住民を支える」と読みました", "warning"),
    (5, "住民を支える。\u200b", "民を支える。\u200b", "「民を支える。」と読みました", "info"),
    (5, "\ufeff・住民を支える。", "\ufeff・住民を支え", "「・住民を支え」と読みました", "info"),
    (6, "満足度の向\u00ad上を目標とする。", "満足度の向\u00ad上を目標とする", "（U+00AD）", "warning"),
    (5, "住⺠を支える。", "住⺠を支える", "「住民を支える」と思われます", "warning"),
    (4, "解決事業(仮称)\u200b", "事業(仮称)\u200b", "「事業(仮称)」と読みました", "warning"),
]


@pytest.mark.parametrize(("cell", "text", "words", "said", "severity"), IN_SENTENCES)
def test_sentences_are_asked_too(cell: int, text: str, words: str, said: str, severity: str) -> None:
    (one,) = found_in(row_with(cell, text))
    place = one.found.place
    assert (place.text or "")[place.start : place.end] == words
    assert said in one.found.message.ja
    assert one.severity == severity


def test_sentences_of_a_column_are_said_once_for_what_they_hold() -> None:
    rows = [
        row_with(5, "申請の\u200b手続。"),
        *(("", "", "人事課", f"事業{n}", f"第{n}の取\u200b組を行う。", "10件") for n in range(3)),
    ]
    (one,) = found_in(*rows)
    assert [other.line for other in one.found.related] == [3, 4, 5]


def test_a_number_broken_by_a_form_feed_is_said_once() -> None:
    assert len(found_in(row_with(6, "8\x0c,500人とする。"))) == 1


def test_cells_of_no_column_are_asked() -> None:
    rows = [(*row_with(4, f"第{n}の整備事業"), *(["別途協\u200b議"] if n == 3 else [])) for n in range(8)]
    assert [one.found.place.cell for one in found_in(*rows)] == [7]


def test_the_same_word_is_said_once_with_its_lines() -> None:
    rows = [row_with(3, "総務部 市⺠課"), *(("", "", "総務部 市⺠課", f"事業{n}", "行う。", "10件") for n in range(3))]
    (one,) = found_in(*rows)
    assert [other.line for other in one.found.related] == [3, 4, 5]


def test_headers_are_names_too() -> None:
    (one,) = found_in(FIRST, header=HEADER.replace("担当課", "担\u200b当課"))
    assert (one.found.place.line, one.found.place.cell, one.found.suggestion) == (1, 3, "担当課")


def test_further_columns_are_no_amounts_for_sure() -> None:
    header = f"{HEADER}\t事業番号\t予算額"
    rows = [(*row_with(4, f"事業{n}"), f"10 20{n}", "12, 000千円" if n else "5,000千円") for n in range(6)]
    one, *_ = found_in(*rows, header=header)
    assert (one.found.place.cell, one.found.suggestion) == (8, "12,000")
    assert len(found_in(*rows, header=header)) == 1
