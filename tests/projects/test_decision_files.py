"""Files of decisions: what they may say, what is wrong with them, and how one more is written into them."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from dxlist import parse
from dxlist.errors import DecisionError
from dxlist.projects.decisions.checks import CheckedDecisions, check_contradictions, check_rows
from dxlist.projects.decisions.files import Decision, DecisionFile, read_decision_file, read_entries
from dxlist.projects.decisions.writing import HEAD, with_decision
from tests.lists import SHIPPED, ids_of

if TYPE_CHECKING:
    from pathlib import Path

BOTH = """\
# 先端ICTの2行は 担当課に確認
same = [
  ["fukushima_r04-0113", "fukushima_r04:135"],   # ]
]
different = [["a-0001", "a-0002", "a-0003"], {rows = ["a-0001", "b-0009"], reason = "別の係"}]
"""
TABLES = """\
[[same]]
rows = ["a-0001", "b-0002"]
names = ["電子申請事業", "電子申請推進事業"]
reason = "名称変更（令和5年度）"

[[different]]
rows = ["a-0001", "a-0002"]
reason = '''
対象が違う
'''

[[same]]
rows = [
  "c-12",
  "c-0013",
]
reason = "同じ"
"""
NEW = Decision("same", ("a-0007", "a-0008"), ('研修\t"DX"', "研修\\\x7f"), "担当課に確認")


def read(text: str) -> list[Decision]:
    return list(read_entries(text, "d.toml"))


def test_plain_lists_and_tables_are_read_with_their_lines() -> None:
    assert read(BOTH) == [
        Decision("same", ("fukushima_r04-0113", "fukushima_r04:135"), line=3),
        Decision("different", ("a-0001", "a-0002", "a-0003"), line=5),
        Decision("different", ("a-0001", "b-0009"), reason="別の係", line=5),
    ]
    assert read(TABLES) == [
        Decision("same", ("a-0001", "b-0002"), ("電子申請事業", "電子申請推進事業"), "名称変更（令和5年度）", 1),
        Decision("same", ("c-12", "c-0013"), reason="同じ", line=12),
        Decision("different", ("a-0001", "a-0002"), reason="対象が違う", line=6),
    ]


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing yet\n", "same = []\ndifferent = []\n"])
def test_nothing_may_be_decided(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "place", "english", "japanese"),
    [
        ("same = [[", "d.toml", "no readable TOML", "TOMLとして読めません"),
        (f"same = {'[' * 5000}", "d.toml", "no readable TOML", "TOMLとして読めません"),
        (f"same = {'1' * 5000}", "d.toml", "no readable TOML", "TOMLとして読めません"),
        (f'same = [["a-1", "a-{"1" * 5000}"]]', "d.toml:1", "is no id of a row", "は行のIDではありません"),
        ('sama = [["a-0001", "a-0002"]]', "d.toml", '"sama" is no key', "「sama」という項目はありません"),
        ('same = "a-0001"', "d.toml", "must list ids of rows", "行のIDを文字列で並べて"),
        ('[same]\nrows = ["a-0001", "a-0002"]', "d.toml", "must list ids of rows", "行のIDを文字列で並べて"),
        ('same = ["a-0001", "a-0002"]', "d.toml:1", "must list ids of rows", "行のIDを文字列で並べて"),
        ("\nsame = [[1, 2]]", "d.toml:2", "must list ids of rows", "行のIDを文字列で並べて"),
        ('same = [\n["a-0001"],\n]', "d.toml:2", "two rows or more", "行は2つ以上"),
        ('same = [["a-0001", "a:1"]]', "d.toml:1", '"a-0001" stands in it twice', "「a-0001」が2度あります"),
        ('same = [["a-0001", "0113行"]]', "d.toml:1", '"0113行" is no id', "「0113行」は行のIDではありません"),
        ('[[same]]\nreason = "x"', "d.toml:1", "must list ids of rows", "行のIDを文字列で並べて"),
        ('\n\n[[same]]\nrows = ["a-0001", "a-0002"]', "d.toml:3", "gives no reason", "理由（reason）がありません"),
        ('[[same]]\nrows = ["a-1", "a-2"]\nreason = " "', "d.toml:1", "gives no reason", "理由（reason）がありません"),
        ('[[same]]\nrows = ["a-1", "a-2"]\nreason = 1', "d.toml:1", "gives no reason", "理由（reason）がありません"),
        ('[[same]]\nrows = ["a-1", "a-2"]\nwhy = "x"', "d.toml:1", '"why" is no key', "「why」という項目はありません"),
        (
            '[[same]]\nrows = ["a-1", "a-2"]\nreason = "x"\ndifferent = []',
            "d.toml:1",
            "must stand before the first [[...]]",
            "最初の [[…]] より前",
        ),
        ('[[same]]\nrows = ["a-1", "a-2"]\nnames = ["x"]', "d.toml:1", "as many names", "同じ数の事業名"),
        ('[[same]]\nrows = ["a-1", "a-2"]\nnames = "xy"', "d.toml:1", "as many names", "同じ数の事業名"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, place: str, english: str, japanese: str) -> None:
    with pytest.raises(DecisionError) as caught:
        read(text)
    assert caught.value.place == place
    assert english in caught.value.message("en")
    assert japanese in caught.value.message("ja")


def test_a_file_that_is_missing_or_no_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match=r"there is no such file.*--review makes a new one"):
        read_decision_file(tmp_path / "d.toml")
    (tmp_path / "d.toml").write_bytes("理由".encode("cp932"))
    with pytest.raises(DecisionError, match="Save it in UTF-8"):
        read_decision_file(tmp_path / "d.toml")


def test_a_byte_order_mark_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "d.toml").write_text(TABLES, encoding="utf-8-sig")
    assert read_decision_file(tmp_path / "d.toml").decisions == tuple(read(TABLES))


@pytest.mark.parametrize(
    ("text", "place", "lines"),
    [
        ('same = [["a-1", "a-2"]]\ndifferent = [["a-2", "a-1"]]', "d.toml:2", "line 1"),
        (
            'same = [\n["a-1", "a-2"],\n["b-1", "b-2"],\n["a-2", "b-2"]]\ndifferent = [["x-1", "b-1", "a-1"]]',
            "d.toml:5",
            "lines 3, 4, 2",
        ),
    ],
)
def test_decisions_that_contradict_each_other_are_named(text: str, place: str, lines: str) -> None:
    file = DecisionFile("d.toml", tuple(read(text)))
    with pytest.raises(DecisionError) as caught:
        check_contradictions(file)
    assert caught.value.place == place
    assert f"by {lines}." in caught.value.message("en")
    assert "同じ事業とされています" in caught.value.message("ja")


def test_decisions_that_touch_are_no_contradiction() -> None:
    text = 'same = [["a-1", "a-2"], ["a-3", "a-4"]]\ndifferent = [["a-2", "a-3"]]'
    check_contradictions(DecisionFile("d.toml", tuple(read(text))))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 決定\n",
        BOTH,
        BOTH.replace("\n", "\r\n"),
        TABLES,
        TABLES.removesuffix("\n"),
        "\ufeff" + TABLES,
        "same = []\n",
        'same=[["a-0001","a-0002"]]',
        'same = [["a-0001", "a-0002"],]\n\n[[different]]\nrows = ["a-0001", "a-0003"]\nreason = "x"\n',
        'same = [\n  ["a-0001", "a-0002"]  # 最後の行\n]\n',
        'same = [\n  ["a-0001", "a-0002"],\n  # ["a-0003", "a-0004"],\n]\n',
        '"same" = [["a-0001", "a-0002"]]\n',
        "different = [['a-0001', 'a-0002'], {rows = ['a-0001', 'a-0003'], reason = '''a ] \" , ''' }]\n",
    ],
)
@pytest.mark.parametrize("verdict", ["same", "different"])
def test_a_decision_is_added_and_all_else_stays(text: str, verdict: str) -> None:
    new = Decision("same" if verdict == "same" else "different", NEW.rows, NEW.names, NEW.reason)
    added = with_decision(text, new)
    kinds = [[d for d in read(t) if d.verdict == verdict] for t in (text, added)]
    assert [(d.rows, d.names, d.reason) for d in kinds[1]] == [
        *((d.rows, d.names, d.reason) for d in kinds[0]),
        (new.rows, new.names, new.reason),
    ]
    others = [[(d.rows, d.reason) for d in read(t) if d.verdict != verdict] for t in (text, added)]
    assert others[0] == others[1]
    for line in filter(None, text.split("\n")):
        assert line.rstrip("\r]").replace(",", "") in added.replace(",", "")
    assert ("\r\n" in added) == ("\r\n" in text)
    assert added.count("\n") == added.count("\r\n") or "\r\n" not in added


def test_many_decisions_can_be_added() -> None:
    text = ""
    for number in range(5):
        text = with_decision(text, Decision("same", (f"a-{number:04d}", "b-0001"), reason="同じ"))
    assert text.startswith(HEAD)
    assert len(read(text)) == 5
    assert text.count("\n\n[[same]]\n") == 5


def test_a_file_that_cannot_be_added_to_is_left_alone() -> None:
    text = "different.a = 1\n"
    with pytest.raises(DecisionError):
        with_decision(text, NEW)
    assert tomllib.loads(text)


def ids(*lines: int) -> tuple[str, ...]:
    return tuple(ids_of()[line] for line in lines)


def places(*lines: int) -> tuple[str, ...]:
    return tuple(f"fukushima_r04:{line}" for line in lines)


def check(*decisions: Decision) -> CheckedDecisions:
    """Return what holds of decisions as they stand in a file."""
    document = parse(SHIPPED)
    checked = check_rows(decisions, document)
    check_contradictions(DecisionFile("d.toml", checked.decisions))
    return checked


@pytest.mark.parametrize("rows", [ids(113, 135), places(113, 135), ("fukushima_r04-0113", ids(135)[0])])
def test_rows_that_are_there_are_decided(rows: tuple[str, ...]) -> None:
    """By their ids, by list and line, and by the ids of before schema 3.0, which named the line."""
    checked = check(Decision("same", rows, reason="確認済み"))
    decided = Decision("same", ids(113, 135), reason="確認済み")
    assert (checked.decisions, checked.gone, checked.elsewhere) == ((decided,), (), ())


def test_a_contradiction_between_two_ways_to_name_a_row_is_found() -> None:
    with pytest.raises(DecisionError) as caught:
        check(Decision("same", ids(113, 135), line=1), Decision("different", places(113, 135), line=2))
    assert caught.value.place == "d.toml:2"


@pytest.mark.parametrize(
    ("decision", "row", "nearest", "same_name"),
    [
        # There is no line 72 in a table; the nearest row is 71.
        (Decision("same", places(72, 5)), "fukushima_r04:72", 71, False),
        # Line 15 holds another project than the file says; its name stands on 14 and 61.
        (Decision("different", places(15, 5), ("申請・届出ｵﾝﾗｲﾝ化事業", "")), ids(15)[0], 14, True),
        # Without a name, what the other row is called: オールふくしま… stands on 68.
        (Decision("same", places(72, 71)), "fukushima_r04:72", 70, True),
        # An id says no line: the first row of the name that was decided on.
        (Decision("same", ("fukushima_r04-00000000", *ids(71))), "fukushima_r04-00000000", 13, True),
        (Decision("same", ("fukushima_r04-00000000", *ids(5))), "fukushima_r04-00000000", None, False),
    ],
)
def test_a_row_that_is_gone_is_named_with_the_one_to_look_at(
    decision: Decision, row: str, nearest: int | None, same_name: bool
) -> None:
    checked = check(decision)
    gone = next(gone for gone in checked.gone if gone.row == row)
    assert (gone.nearest and gone.nearest[0]) == (nearest and ids_of()[nearest])
    assert gone.same_name == same_name
    assert checked.decisions == ()


def test_of_three_rows_two_may_stay() -> None:
    checked = check(Decision("same", places(113, 135, 999)))
    assert [decision.rows for decision in checked.decisions] == [ids(113, 135)]
    assert [gone.row for gone in checked.gone] == ["fukushima_r04:999"]


@pytest.mark.parametrize("other", ["fukushima_r05:113", "fukushima_r05-0113", "fukushima_r05-79b1e35b-2"])
def test_rows_of_lists_that_are_not_at_hand_are_not_gone(other: str) -> None:
    checked = check(Decision("same", (*ids(113), other)))
    assert (checked.decisions, checked.gone, checked.elsewhere) == ((), (), ("fukushima_r05",))
