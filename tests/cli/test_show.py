"""``dxlist show`` as it is typed."""

import json
from pathlib import Path

import pytest

from dxlist.exports.exporting import write as write_document
from tests.cli.runs import SMALL, call, run, write
from tests.cli.terminal import see
from tests.exports.contents import planned
from tests.lists import SHIPPED, ids_of
from tests.query.lists import NORMALISED

LIST = str(NORMALISED)


@pytest.mark.parametrize("asked", ["fukushima_r04-20e4d95f", "62", "６２"])
@pytest.mark.parametrize("source", [str(SHIPPED), LIST], ids=["raw", "normalised"])
def test_one_row_is_shown_whole(asked: str, source: str) -> None:
    done = call("show", asked, source, language="ja")
    text = done.out.decode()
    assert done.code == 0
    for words in (
        "fukushima_r04-20e4d95f デジタル変革（DX）推進事業（ICT推進市町村支援事業）",
        "場所: 62行目（4ページ）",
        "項目: 1(6) AI・RPA等の利用促進・共同導入",
        "事業の階層: デジタル変革（DX）推進事業 › ICT推進市町村支援事業",
        "AI、RPA等の先端技術を活用する市町村数: 42団体、累計「42団体（累計）」",
        "fukushima_r04-8ec9e96f: 1(5) 行政手続のオンライン化",
        "fukushima_r04-e8482fb1: 1(7) テレワークの推進",
    ):
        assert words in text


def test_what_the_rules_find_is_shown() -> None:
    """Line 60 sets 41 municipalities, lines 62 and 64 of the same project 42: DX401."""
    text = call("show", "62", LIST).out.decode()
    assert "DX401: warning: " in text


def test_words_of_targets_are_in_the_language() -> None:
    assert '職員: about 700 名, due in fiscal 2022 "700名程度"' in call("show", "5", LIST).out.decode()
    assert "職員: 700名程度、2022年度「700名程度」" in call("show", "5", LIST, language="ja").out.decode()


def test_what_is_not_there_is_set_in_like_its_neighbours(tmp_path: Path) -> None:
    text = call("show", "2", write(tmp_path / "a.tsv"), language="ja").out.decode()
    assert "同じ事業のほかの行\n  なし\n" in text


def test_a_target_without_a_metric_is_its_amount(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", SMALL.replace("オンライン化した手続を100件とすることを目標とする。", "50%"))
    for language, said in (("ja", "目標\n  50%「50%」\n"), ("en", 'targets\n  50 % "50%"\n')):
        assert said in call("show", "2", path, language=language).out.decode()


def planned_list(tmp_path: Path) -> str:
    path = tmp_path / "plan.json"
    write_document(planned().lists[0].document, path)
    return str(path)


JAPANESE = """\
計画の階層
  政策: 1 子育て
  施策: 保育
  基本事業: 園庭
列に分かれた指標
  成果指標ア: 待機児童数（人）
    基準値 2023年度 12
    目標値 2028年度 0
    実績値 2024年度 9.5、2025年度 －
  活動指標: 園の見学会（累計）
    値 2024年度 3回
目標
"""
ENGLISH = """\
levels of the plan
  政策: 1 子育て
  施策: 保育
  基本事業: 園庭
indicators in columns
  outcome indicator ア: 待機児童数 (人)
    baseline 2023: 12
    target 2028: 0
    actual 2024: 9.5, 2025: －
  activity indicator: 園の見学会 (cumulative)
    value 2024: 3回
targets
"""


@pytest.mark.parametrize(("language", "said"), [("ja", JAPANESE), ("en", ENGLISH)])
def test_levels_and_indicators_are_shown(language: str, said: str, tmp_path: Path) -> None:
    assert said in call("show", "2", planned_list(tmp_path), language=language).out.decode()


def test_two_levels_are_the_field_and_the_item(tmp_path: Path) -> None:
    text = call("show", "3", planned_list(tmp_path)).out.decode()
    assert "levels of the plan" not in text
    assert "indicators in columns" not in text


def test_json_holds_record_mentions_and_findings() -> None:
    found = json.loads(call("show", "62", LIST, "--format", "json").out)
    assert list(found) == ["initiative", "mentions", "findings"]
    assert found["initiative"]["line"] == 62
    assert [m["line"] for m in found["mentions"]] == [60, 64]
    assert {f["initiative_id"] for f in found["findings"]} <= {"fukushima_r04-20e4d95f"}


@pytest.mark.parametrize("asked", ["fukushima_r04:62", "fukushima_r04：６２"])
def test_a_place_as_dedupe_shows_it_names_the_row(asked: str) -> None:
    done = call("show", asked, LIST, "--format", "json")
    assert (done.code, json.loads(done.out)["initiative"]["line"]) == (0, 62)


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("fukushima_r04-0004", "fukushima_r04-79b1e35b, fukushima_r04-97d0c38a, fukushima_r04-3d62c91d"),
        ("fukusima_r04-62", "fukushima_r04-20e4d95f"),
        ("167", "fukushima_r04-048d2f0d"),
    ],
)
def test_an_unknown_id_gives_the_nearest_and_1(asked: str, near: str) -> None:
    done = run("show", asked, LIST)
    assert (done.code, done.out) == (1, b"")
    assert near in done.err


def test_a_line_of_several_lists_is_not_guessed(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one.tsv"), write(tmp_path / "other.tsv")
    done = call("show", "2", one, other)
    assert done.code == 1
    own = [ids_of(SMALL, stem)[2] for stem in ("one", "other")]
    assert ", ".join(own) in done.err
    assert call("show", own[1], one, other).code == 0


def test_a_project_id_shows_its_first_row() -> None:
    whole = json.loads(NORMALISED.read_text(encoding="utf-8"))["initiatives"]
    project = next(r["project_id"] for r in whole if r["line"] == 64)
    found = json.loads(call("show", project, LIST, "--format", "json").out)
    assert found["initiative"]["line"] == 60


@pytest.mark.parametrize(
    ("language", "mark"), [("ja", "確度: 0.40（疑わしい）"), ("en", "confidence: 0.40 (doubtful)")]
)
def test_a_doubtful_row_is_marked_and_no_other(language: str, mark: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv", SMALL + "\t\t手当\t調査\t総務部\t\n")
    shown = {line: call("show", line, path, language=language).out.decode().splitlines() for line in ("3", "4")}
    assert f"  {mark}" in shown["4"]
    assert [line.strip() for line in shown["3"] if mark.partition(":")[0] in line] == [
        mark.partition(":")[0] + ": 1.00"
    ]


def test_on_a_terminal_a_long_metric_keeps_its_distance_from_the_value() -> None:
    text = see("show", "62", LIST, "--lang", "ja", width=100)
    assert "先端技術を活用  42団体" in text
