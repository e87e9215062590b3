"""Numbers that a blank breaks: joined where they can only be one, in doubt where they may be, left alone else."""

import pytest

from dxlist.text.broken_numbers import broken_number, broken_numbers

ONE = (
    # the wrong answer of before was the half behind the blank, or the half before it, as a value
    ("宿泊者数を8,5 00人とする。", "8,5 00"), ("宿泊者数を8, 500人とする。", "8, 500"), ("宿泊者数を8 ,500人とする。", "8 ,500"),
    ("宿泊者数を8\xa0500人とする。", "8\xa0500"), ("利用率を6\x0b0%とする。", "6\x0b0"), ("8,5\u300000人", "8,5\u300000"),
    ("8,50\u20090人", "8,50\u20090"), ("８，５ ００人", "８，５ ００"), ("８， ５００人", "８， ５００"), ("1, 234,500円", "1, 234,500"),
    ("1,23 4,500円", "1,23 4,500"), ("12 00人", "12 00"), ("9 000", "9 000"), ("目標\u202f12\u202f000", "12\u202f000"), ("3 .5%", "3 .5"), ("満足度を3. 5ポイント上げる", "3. 5"),
    ("約8 500人", "8 500"), ("12\u202f000件", "12\u202f000"), ("予算 1\xa0234\xa0000円", "1\xa0234\xa0000"), ("8,5\n00人", "8,5\n00"),
    ("8,\x0c500人", "8,\x0c500"), ("令和8年度 8,5 00人", "8,5 00"), ("8, 500～9, 000人", "8, 500"),
)  # fmt: skip
IN_DOUBT = (
    ("宿泊者数を8、500人とする。", "8、500"), ("12､000人", "12､000"), ("１２、０００人", "１２、０００"), ("宿泊者数8 500人", "8 500"),
    ("10 200人", "10 200"), ("8\u3000500人", "8\u3000500"), ("100 200 300人", "100 200 300"), ("1, 200, 300人", "1, 200, 300"),
    ("1,200, 300人", "1,200, 300"), ("参加者を1 2,000人とする", "1 2,000"), ("100\x0b200", "100\x0b200"), ("8 500～9 000人", "8 500"),
)  # fmt: skip
WHOLE = (
    "2022/1/1 0:00", "2022/4/1 12:30", "4月1日 500人", "024 521 1111", "024-521 1111", "電話 521 111", "1 2 3", "令和 8", "R5 320件",
    "R 5 320件", "H30 1,200件", "令和5 500人", "令和5、300人", "第1 200条", "KPI1 500人", "KPI1, 500人", "1. 5件の事業", "2022 500人", "2022. 4. 1",
    "01 02", "8,500 人", "8,500人", "8,500、9,000人", "5、6年度", "1、2", "3～ 5", "100人 200人", "A-1 200", "5 10", "令和5年度 10件", "10 20 30",
    "1. 200人", "24 2 31", "1 2,000人", "8 500号", "3:00 500", "0 500人", "第1、200件", "100\n200", "１　電子申請", "",
)  # fmt: skip


@pytest.mark.parametrize(("text", "number"), ONE)
def test_one_number(text: str, number: str) -> None:
    found, *others = broken_numbers(text)
    assert (found.span.of(text), found.is_one) == (number, True)
    assert all(one.is_one for one in others)
    assert "".join(blank.of(text) for blank in found.blanks).strip() == ""
    assert broken_number(text, found.span.start, found.span.start + 1) == found
    assert broken_number(text, found.span.end, len(text) + 1) != found


@pytest.mark.parametrize(("text", "number"), IN_DOUBT)
def test_one_or_two(text: str, number: str) -> None:
    found, *_ = broken_numbers(text)
    assert (found.span.of(text), found.is_one) == (number, False)


@pytest.mark.parametrize("text", WHOLE)
def test_no_broken_number(text: str) -> None:
    assert broken_numbers(text) == ()
