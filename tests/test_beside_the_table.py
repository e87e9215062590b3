"""Lines above, between and below the rows of a table are titles and notes, whatever they say; no row is taken for one."""

from pathlib import Path

import pytest

import dxlist
from dxlist.errors import NoTableError
from dxlist.model.document import Document

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）"
ROWS = (
    "1 防災\t1(1) 備え\t総務部 危機管理課\t防災倉庫整備事業\t防災倉庫を整え、食料を備える。\t10か所を目標とする。",
    "\t1(2) 訓練\t消防本部 予防課\t避難訓練事業\t訓練を行い、課題を整理する。\t年に2回を目標とする。",
    "2 福祉\t2(1) 見守り\t福祉部 高齢課\t見守り推進事業\t高齢者の家を訪ね、暮らしを支える。\t300世帯を目標とする。",
)
PROJECTS = ["防災倉庫整備事業", "避難訓練事業", "見守り推進事業"]


def read(*lines: str) -> Document:
    return dxlist.parse("\n".join(lines).encode(), stem="ours")


def projects(document: Document) -> list[str | None]:
    return [row.project_name for row in document]


ABOVE = {
    "a sentence": ["この表は、基本計画の主な事業の進み具合をまとめたものである。"],
    "two sentences": ["市は毎年、事業を点検します。", "結果は次のとおりです。"],
    "a title and a sentence": ["中央市の主な事業", "", "以下に、令和5年度の主な事業を掲げる。", ""],
    "who made it": ["主な事業の一覧", "作成者\t企画部 政策課", ""],
    "an office at the right": ["参考資料2\t\t\t\t\t企画部"],
    "date and office at the right": ["\t\t\t\t\t令和5年6月1日", "\t\t\t\t\t企画部政策課"],
    "a contact": ["担当\t係長 見本花子", "内線\t2345", "メール\tkikaku@example.jp"],
    "a contact in one cell": ["問合せ先：企画部政策課（電話 000-111-2222）"],
    "a legend": ["凡例\t◎：完了\t○：実施中\t△：検討中\t×：中止"],
    "a legend in lines": ["記号の見方", "◎：完了", "○：実施中"],
    "four cells with dates": ["作成日\t令和5年4月1日\t更新日\t令和5年10月1日"],
    "a unit": ["（単位：千円）"],
    "a table of contents": ["主な事業", "目次", "1 防災 …… 1", "2 福祉 …… 3", "3 教育 …… 7", "4 産業 …… 9", ""],
    "a cover page": ["中央市", "", "第3次総合計画", "", "実施計画", "", "令和5年3月", ""],
    "a table of other things": ["年月日\t会議\t場所", "4月1日\t審議会\t大会議室", "5月1日\t部会\t小会議室", ""],
    "two tables of other things": ["区分\t人数", "男\t10", "女\t12", "", "月\t回数", "4月\t3", "5月\t4", ""],
    "a sum table": ["全事業\t30件\t1,200千円", "うち新規\t4件\t200千円"],
    "codes and names": ["団体コード\t000000\t団体名\t中央市", "計画期間\t令和5年度～令和8年度"],
    "a letter": ["5政策第12号", "令和5年6月1日", "各部長 様", "\t\t\t\t企画部長", "事業の進み具合について（通知）", "標記の件について、別紙のとおり送付します。"],
    "an empty form": ["様式1\t\t\t\t\t（提出先：企画部）", "部名：\t\t課名：\t\t記入者：\t"],
}  # fmt: skip


@pytest.mark.parametrize("name", ABOVE)
def test_all_above_the_first_header_is_front_matter(name: str) -> None:
    document = read(*ABOVE[name], HEADER, *ROWS)
    assert projects(document) == PROJECTS
    (page,) = document.document.pages
    above = [i for i, line in enumerate(ABOVE[name], 1) if line.strip()]
    assert sorted([*page.title_lines, *page.note_lines]) == above
    assert all(row.confidence >= 0.9 for row in document)


def test_the_name_of_the_list_is_its_title() -> None:
    document = read("中央市の主な事業", "作成者\t企画部 政策課", "", "毎年、事業を点検します。", "", HEADER, *ROWS)
    assert document.document.name == "中央市の主な事業"
    assert [(note.line, note.kind) for note in document.document.notes] == [(2, "note"), (4, "note")]


def test_a_table_of_contents_names_no_list() -> None:
    document = read("主な事業", "", "目次", "防災の章", "福祉の章", "教育の章", "", HEADER, *ROWS)
    assert [title.text for title in document.document.titles] == ["主な事業"]


BELOW = {
    "a contact": ["問い合わせ先\t企画部 政策課", "電話\t000-222-3333"],
    "a contact in cells of the table": ["問い合わせ先\t\t企画部 政策課\t\t000-222-3333\t"],
    "a contact in one cell": ["【問合せ先】企画部政策課 電話：000-222-3333"],
    "a remark": ["※ 事業費は見込みである。"],
    "a remark with its mark apart": ["※1\t新規の事業は今年度に始めたもの"],
    "a remark of the print": ["（注1）四捨五入のため、合計は一致しない。"],
    "a source": ["出典：中央市「実施計画」（令和5年3月）"],
    "a source in two cells": ["出典\t中央市実施計画"],
    "a sentence": ["この一覧に載せた事業は、毎年見直します。"],
    "a legend": ["凡例\t◎：完了\t○：実施中\t△：検討中"],
    "a page number": ["- 12 -"],
    "a date": ["令和5年6月1日"],
    "to be continued": ["（次ページへ続く）"],
    "a total": ["合計\t\t\t3事業\t\t"],
    "the end": ["以上"],
    "an address": ["https://www.example.jp/jigyo/"],
}


@pytest.mark.parametrize("blank", [[], [""]], ids=["at once", "behind a blank line"])
@pytest.mark.parametrize("name", BELOW)
def test_lines_below_the_table_are_notes(name: str, blank: list[str]) -> None:
    document = read(HEADER, *ROWS, *blank, *BELOW[name])
    assert projects(document) == PROJECTS
    first = 5 + len(blank)
    assert [note.line for note in document.document.notes] == list(range(first, first + len(BELOW[name])))
    assert not document.leftovers


@pytest.mark.parametrize("header", [[], [HEADER]], ids=["without header", "with header"])
@pytest.mark.parametrize("name", BELOW)
def test_lines_between_pages_are_notes(name: str, header: list[str]) -> None:
    lines = BELOW[name]
    document = read(HEADER, *ROWS[:2], "", *lines, "", *header, *ROWS[2:])
    assert projects(document) == PROJECTS
    assert [note.line for note in document.document.notes] == list(range(5, 5 + len(lines)))
    assert [row.field_name for row in document] == ["防災", "防災", "福祉"]


def test_lines_that_each_page_repeats_are_known_from_the_first() -> None:
    page = ("資料3-1\t\t\t\t\t企画部", HEADER)
    document = read(*page, *ROWS[:2], "", "資料3-2\t\t\t\t\t企画部", HEADER, *ROWS[2:])
    assert projects(document) == PROJECTS
    assert [note.line for note in document.document.notes] == [1, 6]


NO_NOTES = {
    "a row of the plan": "計画 災害に強いまち\t\t福祉部\t計画づくり事業\t計画を作る。\t1件",
    "a project of 総合計画": "\t\t企画部 政策課\t総合計画策定事業\t総合計画を策定する。\t1件",
    "a project of 統計": "\t\t企画部 統計課\t統計\t統計を集める。\t1件",
    "an item of sums": "\t3(1)\t\t合計特殊出生率向上事業\t子育てを支える。\t1.5",
    "a project of the telephone": "電話\t3(1) 相談\t福祉部 相談課\t電話相談事業\t電話で相談を受ける。\t100件",
    "a project of contacts": "\t3(1) 相談\t福祉部 相談課\t問い合わせ先一元化事業\t窓口をまとめる。\t1か所",
    "a project in a few cells": "\t\t\t広報事業\t\t",
    "a reference": "\t\t\t備考欄見直し事業\t備考を見直す。\t",
}


@pytest.mark.parametrize("name", NO_NOTES)
def test_a_row_of_the_list_is_no_note(name: str) -> None:
    document = read(HEADER, *ROWS, NO_NOTES[name])
    assert not document.document.notes
    assert [row.line for row in document] == [2, 3, 4, 5]


BUDGET = "款\t節\t担当課\t事業名\t事業費（千円）\t財源"
SUMS = {
    "in the first column": "合計\t\t\t\t12,300\t",
    "in the column of the projects": "\t\t\t合計\t12,300\t",
    "with a sign for nothing": "\t\t\t小計\t12,300\t－",
    "of a level": "2 総務費\t計\t\t\t12,300\t",
    "of a level in its own words": "総務費計\t\t\t\t12,300\t",
    "of a department": "\t\t総務課\t小計\t12,300\t",
    "with a count": "総計（3事業）\t\t\t\t12,300\t",
    "with its unit": "歳出合計\t\t\t\t12,300千円\t",
    "in brackets": "【合計】\t\t\t\t△12,300\t",
    "with blanks in its word": "合　　計\t\t\t\t12,300\t",
}


@pytest.mark.parametrize("name", SUMS)
def test_sums_are_totals(name: str) -> None:
    rows = ("2 総務費\t1 管理費\t総務課\t庁舎管理事業\t10,000\t一般", "\t\t人事課\t職員研修事業\t2,300\t一般")
    document = read(BUDGET, *rows, SUMS[name])
    assert [row.line for row in document] == [2, 3]
    assert [(note.line, note.kind) for note in document.document.notes] == [(4, "total")]


UNKNOWN = "みちすじ\tたばねた名の長い長い見出しであって二十字をこえるもの\tうけもち\tしごとの名\tあらまし\tめやす"
PROSE = "市の仕事をならべた。\n2023年\t企画部\t作成"


def error_of(path: Path, text: str) -> NoTableError:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NoTableError) as caught:
        dxlist.parse(path)
    return caught.value


def toml_of(error: NoTableError) -> str:
    remedy = error.remedy.ja
    return remedy[remedy.index("[columns]") :]


def test_the_error_shows_the_row_that_looks_most_like_a_header(tmp_path: Path) -> None:
    error = error_of(tmp_path / "list.tsv", "\n".join([PROSE, UNKNOWN, *ROWS]))
    assert error.place.endswith("list.tsv:3")
    assert "みちすじ | たばねた名の長い長い見出しであって二十字をこえるもの | うけもち" in error.problem.ja


def test_the_lines_of_the_error_work(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    lines = toml_of(error_of(path, "\n".join([PROSE, UNKNOWN, *ROWS])))
    answers = {"みちすじ": "field", "うけもち": "departments", "しごとの名": "project_name", "めやす": "kpi_text"}
    answers |= {"あらまし": "overview", "たばねた名の長い長い見出しであって二十字をこえるもの": "item"}
    for name, column in answers.items():
        lines = lines.replace(f'"{name}" = ""', f'"{name}" = "{column}"')
    path.with_suffix(".toml").write_text(lines, encoding="utf-8")
    document = dxlist.parse(path)
    assert projects(document) == PROJECTS
    assert [row.item_name for row in document] == ["備え", "訓練", "見守り"]


def test_the_error_says_what_it_knows_and_names_every_column(tmp_path: Path) -> None:
    names = ["担当課", *(f"らん{'あいうえお'[i % 5] * (i // 5 + 1)}" for i in range(50))]
    error = error_of(tmp_path / "list.tsv", "\t".join(names) + "\n" + "\t".join(["総務部 総務課", *"あ" * 50]))
    assert "分かった列: 担当課 = departments。" in error.problem.ja
    assert "Understood: 担当課 = departments." in error.problem.en
    assert "（ほか41列）" in error.problem.ja
    assert all(f'"{name}" = ' in error.remedy.en for name in names[1:])


def test_a_header_with_quotes_and_line_ends_is_written_as_toml(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    header = '"みち\nすじ","うけ ""もち""","し\\ごと"'
    lines = toml_of(error_of(path, f"{header}\nア,イ,ウ\n"))
    for name, column in (("みちすじ", "field"), ('うけ \\"もち\\"', "departments"), ("し\\\\ごと", "project_name")):
        assert f'"{name}" = ""' in lines
        lines = lines.replace(f'"{name}" = ""', f'"{name}" = "{column}"')
    path.with_suffix(".toml").write_text(lines, encoding="utf-8")
    assert projects(dxlist.parse(path)) == ["ウ"]


def test_a_long_text_without_a_table_is_given_up() -> None:
    with pytest.raises(NoTableError) as caught:
        read(*["市の計画の本文です。"] * 5000)
    assert "no table" in caught.value.problem.en


KINDS = {
    "indicators": (
        "基本目標\t施策\tKPI\t単位\t基準値（R2）\t目標値（R8）",
        "1 しごと\t1-1 産業\t新規創業者数\t人\t10\t20", "\t\t商談件数\t件\t5\t8", "2 ひと\t2-1 移住\t移住者数\t人\t30\t60",
    ),
    "two columns": ("事業名\t担当課", "道路整備事業\t土木課", "河川改修事業\t土木課", "公園管理事業\t都市計画課"),
    "levels": (
        "基本目標\t施策\t主な取組\t担当",
        "Ⅰ 安全\t1 防災\t防災訓練の実施\t危機管理課", "\t2 防犯\t防犯灯の設置\t市民課", "Ⅱ 福祉\t1 高齢\t見守りの推進\t高齢課",
    ),
    "a budget": (
        "款\t項\t事業名\t所属名\tR5当初\tR4当初\t比較",
        "2 総務費\t1 総務管理費\t庁舎管理事業\t総務課\t1,000\t900\t100", "\t\t職員研修事業\t人事課\t200\t200\t0",
        "3 民生費\t1 社会福祉費\t福祉事業\t福祉課\t500\t600\t△100",
    ),
    "procedures": ("手続名称\t担当課\t担当係\t備考", "転入届\t市民課\t届出係\t", "印鑑登録\t市民課\t証明係\t本人", "犬の登録\t環境課\t\t郵送可"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_lists_of_every_kind_are_read_alike_whatever_stands_around(kind: str) -> None:
    header, *rows = KINDS[kind]
    alone = content(read(header, *rows))
    for name, lines in ABOVE.items():
        assert content(read(*lines, header, *rows)) == alone, name
    for name, lines in BELOW.items():
        assert content(read(header, *rows, *lines)) == alone, name
        assert content(read(header, *rows[:2], "", *lines, header, *rows[2:])) == alone, name
        assert content(read(header, *rows[:2], *lines, *rows[2:])) == alone, name


def content(document: Document) -> list[tuple[object, ...]]:
    return [(row.project_name, row.overview, row.kpi_text, row.levels, row.departments, row.extra) for row in document]
