"""Merged cells: which level, unit and project a blank stands for, and where that is not known."""

import pytest

import dxlist
from dxlist.model.initiative import Filled, Initiative

DOUBTFUL = 0.7


def read(table: str) -> list[Initiative]:
    """Return the records of a table whose cells are parted by bars; ``---`` ends a page."""
    lines = ["" if line == "---" else line.replace("|", "\t") for line in table.strip("\n").split("\n")]
    return list(dxlist.parse(("\n".join(lines) + "\n").encode()))


def levels(one: Initiative) -> str:
    return "/".join((level.code or "") + (level.title or "") for level in one.levels)


def units(one: Initiative) -> str:
    parts = ((unit.department, unit.bureau, unit.division) for unit in one.departments)
    return "・".join("".join(filter(None, part)) for part in parts)


def told(one: Initiative, *wanted: str) -> tuple[str, ...]:
    """Return levels, units and project of a row, as far as asked for; ``?`` behind the levels of a row in doubt."""
    found = {"levels": levels(one), "units": units(one), "project": one.project_name or ""}
    found["levels"] += "?" if one.confidence < DOUBTFUL else ""
    return tuple(found[key] for key in wanted)


BUDGET = """
款|項|目|節|予算額
使用料及び手数料||||900
|使用料|||600
||総務使用料||100
|||庁舎使用料|100
||土木使用料||500
|手数料|||300
||衛生手数料||300
|||ごみ処理手数料|200
|||畜犬登録手数料|100
国庫支出金||||70
|国庫負担金|||70
"""
BUDGET_LEVELS = [
    "使用料及び手数料",
    "使用料及び手数料/使用料",
    "使用料及び手数料/使用料/総務使用料",
    "使用料及び手数料/使用料/総務使用料/庁舎使用料",
    "使用料及び手数料/使用料/土木使用料",
    "使用料及び手数料/手数料",
    "使用料及び手数料/手数料/衛生手数料",
    "使用料及び手数料/手数料/衛生手数料/ごみ処理手数料",
    "使用料及び手数料/手数料/衛生手数料/畜犬登録手数料",
    "国庫支出金",
    "国庫支出金/国庫負担金",
]

THREE = "政策|施策|基本事業|担当課|事業名|事業概要|指標\n"
THREE_LEVELS = [
    # name, rows, levels of each
    (
        "each ends where one above it begins",
        (
            "住みよいまち|防災|自主防災|危機管理課|防災訓練事業|訓練を行う。|参加者数\n"
            "|||危機管理課|備蓄品整備事業|備蓄を進める。|備蓄数\n"
            "||消防力|消防本部|消防車更新事業|消防車を更新する。|更新台数\n"
            "|環境|ごみの減量|環境課|資源回収事業|資源を集める。|回収量\n"
            "学びのまち|学校|教材|学校教育課|図書購入事業|図書を買う。|冊数\n"
        ),
        ["住みよいまち/防災/自主防災"] * 2
        + ["住みよいまち/防災/消防力", "住みよいまち/環境/ごみの減量", "学びのまち/学校/教材"],
    ),
    (
        "a page prints again what stands above",
        (
            "住みよいまち|防災|自主防災|危機管理課|防災訓練事業|訓練を行う。|参加者数\n"
            "|||危機管理課|備蓄品整備事業|備蓄を進める。|備蓄数\n"
            "---\n"
            "住みよいまち|防災||危機管理課|避難所整備事業|避難所を整える。|箇所数\n"
            "||消防力|消防本部|消防車更新事業|消防車を更新する。|更新台数\n"
        ),
        ["住みよいまち/防災/自主防災"] * 3 + ["住みよいまち/防災/消防力"],
    ),
    (
        "a ditto mark is what stands above",
        (
            "住みよいまち|防災|自主防災|危機管理課|防災訓練事業|訓練を行う。|参加者数\n"
            "〃|〃|〃|危機管理課|備蓄品整備事業|備蓄を進める。|備蓄数\n"
            "〃|同上|消防力|消防本部|消防車更新事業|消防車を更新する。|更新台数\n"
        ),
        ["住みよいまち/防災/自主防災"] * 2 + ["住みよいまち/防災/消防力"],
    ),
    (
        "a new level without the one below it is in doubt where the others have it",
        (
            "住みよいまち|防災|自主防災|危機管理課|防災訓練事業|訓練を行う。|参加者数\n"
            "|環境|ごみの減量|環境課|資源回収事業|資源を集める。|回収量\n"
            "|公園||公園課|公園整備事業|公園を整える。|箇所数\n"
            "|||公園課|街路樹事業|街路樹を植える。|本数\n"
            "学びのまち|学校|教材|学校教育課|図書購入事業|図書を買う。|冊数\n"
        ),
        [
            "住みよいまち/防災/自主防災",
            "住みよいまち/環境/ごみの減量",
            "住みよいまち/公園?",
            "住みよいまち/公園?",
            "学びのまち/学校/教材",
        ],
    ),
]


def test_nothing_goes_on_over_a_new_section() -> None:
    table = """
施策|取組方針|担当課|事業名|事業概要|指標
基本目標1 安全なまち
防災|訓練|危機管理課|総合訓練事業|訓練を行う。|参加者数
||危機管理課|図上訓練事業|図上で行う。|参加者数
基本目標2 学びのまち
防災||学校教育課|図書購入事業|図書を買う。|冊数
読書|図書館|図書館|読み聞かせ事業|読み聞かせを行う。|回数
"""
    wanted = ["1安全なまち/防災/訓練", "1安全なまち/防災/訓練", "2学びのまち/防災", "2学びのまち/読書/図書館"]
    assert [levels(one) for one in read(table)] == wanted


def test_a_row_of_an_upper_level_has_no_lower_one() -> None:
    assert [levels(one) for one in read(BUDGET)] == BUDGET_LEVELS
    assert [one.item_name for one in read(BUDGET)][:3] == [None, "使用料", "総務使用料"]


def test_rows_of_a_list_without_projects_are_not_in_doubt() -> None:
    assert [one.initiative_id for one in read(BUDGET) if one.confidence < DOUBTFUL] == []


@pytest.mark.parametrize(("name", "rows", "wanted"), THREE_LEVELS, ids=[case[0] for case in THREE_LEVELS])
def test_levels_fill_downward(name: str, rows: str, wanted: list[str]) -> None:
    assert [told(one, "levels")[0] for one in read(THREE + rows)] == wanted, name


UNITS = [
    # name, table, units of each row
    (
        "blanks nest below the levels",
        (
            "施策|取組方針|担当課|事業名|事業概要|指標\n"
            "防災|訓練|危機管理課|総合訓練事業|訓練を行う。|参加者数\n"
            "|||図上訓練事業|図上で行う。|参加者数\n"
            "|備蓄|福祉課|食料備蓄事業|食料を備える。|食数\n"
            "|||毛布備蓄事業|毛布を備える。|枚数\n"
            "環境|緑化|公園課|街路樹事業|街路樹を植える。|本数\n"
        ),
        ["危機管理課", "危機管理課", "福祉課", "福祉課", "公園課"],
    ),
    (
        "one of them is blank where a level begins",
        (
            "施策|取組方針|担当課|事業名|事業概要|指標\n"
            "防災|訓練|危機管理課|総合訓練事業|訓練を行う。|参加者数\n"
            "|||図上訓練事業|図上で行う。|参加者数\n"
            "|備蓄||食料備蓄事業|食料を備える。|食数\n"
            "|||毛布備蓄事業|毛布を備える。|枚数\n"
            "環境|緑化|公園課|街路樹事業|街路樹を植える。|本数\n"
        ),
        ["危機管理課", "", "", "", "公園課"],
    ),
    (
        "the same unit is printed again within a block",
        (
            "施策|取組方針|担当課|事業名|事業概要|指標\n"
            "防災|訓練|危機管理課|総合訓練事業|訓練を行う。|参加者数\n"
            "||危機管理課|図上訓練事業|図上で行う。|参加者数\n"
            "|||夜間訓練事業|夜間に行う。|参加者数\n"
            "環境|緑化|公園課|街路樹事業|街路樹を植える。|本数\n"
            "||公園課|花壇事業|花壇を作る。|面積\n"
        ),
        ["危機管理課", "危機管理課", "", "公園課", "公園課"],
    ),
    (
        "nothing stands to the left of the units",
        (
            "手続名|担当課|場所|用途\n"
            "転入届|市民課|1階|転入の届出\n"
            "転出届||1階|転出の届出\n"
            "印鑑登録|市民課|1階|印鑑の登録\n"
            "飼い犬の登録||2階|飼い犬の登録\n"
            "浄化槽の届出||2階|浄化槽の設置\n"
        ),
        ["市民課", "", "市民課", "", ""],
    ),
    (
        "an upper unit stands over several lower ones",
        (
            "部局|課|事業名|事業内容|予算額（千円）\n"
            "総務部|人事課|研修事業|研修を行う。|100\n"
            "|財政課|公会計事業|財務書類を作る。|200\n"
            "|契約課|電子入札事業|入札を電子で行う。|300\n"
            "市民部|市民課|証明書交付事業|証明書を交付する。|400\n"
            "|税務課|納税推進事業|納税を進める。|500\n"
            "|保険課|健診事業|健診を行う。|600\n"
        ),
        ["総務部人事課", "総務部財政課", "総務部契約課", "市民部市民課", "市民部税務課", "市民部保険課"],
    ),
    (
        "the unit stands first, over several projects",
        (
            "No.|担当課|事業名|事業内容|予算額（千円）\n"
            "1|人事課|研修事業|研修を行う。|100\n"
            "2||採用事業|採用を行う。|200\n"
            "3||給与事業|給与を払う。|300\n"
            "4|市民課|証明書交付事業|証明書を交付する。|400\n"
            "5||窓口予約事業|予約を受ける。|500\n"
            "6||戸籍事業|戸籍を整える。|600\n"
        ),
        ["人事課", "人事課", "人事課", "市民課", "市民課", "市民課"],
    ),
    (
        "some have no upper unit",
        (
            "部局|課|事業名|事業内容|予算額（千円）\n"
            "総務部|人事課|研修事業|研修を行う。|100\n"
            "総務部|財政課|公会計事業|財務書類を作る。|200\n"
            "|会計課|収納事業|収納を行う。|300\n"
            "市民部|市民課|証明書交付事業|証明書を交付する。|400\n"
            "市民部|税務課|納税推進事業|納税を進める。|500\n"
            "|議会事務局|中継事業|議会を中継する。|600\n"
        ),
        ["総務部人事課", "総務部財政課", "会計課", "市民部市民課", "市民部税務課", "議会事務局"],
    ),
]


@pytest.mark.parametrize(("name", "table", "wanted"), UNITS, ids=[case[0] for case in UNITS])
def test_units_fill_where_their_blanks_nest(name: str, table: str, wanted: list[str]) -> None:
    assert [told(one, "units")[0] for one in read(table)] == wanted, name


def test_a_unit_that_may_be_merged_is_in_doubt_where_too_few_rows_tell() -> None:
    table = """
施策|取組方針|担当課|事業名|事業概要|指標
防災|訓練|危機管理課|総合訓練事業|訓練を行う。|参加者数
|備蓄|福祉課|食料備蓄事業|食料を備える。|食数
|||毛布備蓄事業|毛布を備える。|枚数
環境|緑化|公園課|街路樹事業|街路樹を植える。|本数
"""
    assert [told(one, "levels", "units") for one in read(table)][2] == ("防災/備蓄?", "")
    assert [one.confidence < DOUBTFUL for one in read(table)] == [False, False, True, False]


ELSEWHERE = "分野|項目|担当課|事業名|事業概要|指標（KPI）\n"
PRINTED_ELSEWHERE = [
    # name, the field of each row as printed, that of each row as read; ? in doubt
    ("middle of three and of three", ",甲,,,乙,", "甲?,甲,甲?,乙?,乙,乙?"),
    ("middle of five and of one", ",,甲,,,乙", "?,?,甲,?,?,乙"),  # the last rows of three and of three as well
    ("last of two, of one and of three", ",甲,乙,,,丙", "甲?,甲,乙,丙?,丙?,丙"),
    ("last of three, of two", ",,甲,,乙", "甲?,甲?,甲,乙?,乙"),
    ("middle of three, of one, of five", ",甲,,乙,,,丙,,", "甲?,甲,甲?,乙,丙?,丙?,丙,丙?,丙?"),
    ("neither", ",甲,,,,乙,,,", "?,甲,?,?,?,乙,?,?,?"),
    ("first rows", "甲,,,乙,,", "甲,甲,甲,乙,乙,乙"),
]


@pytest.mark.parametrize(("name", "printed", "wanted"), PRINTED_ELSEWHERE, ids=[case[0] for case in PRINTED_ELSEWHERE])
def test_a_text_in_the_middle_or_the_last_row_of_its_block(name: str, printed: str, wanted: str) -> None:
    names = {"甲": "行政の効率化|手続の電子化", "乙": "地域の活性化|観光の振興", "丙": "人材の育成|研修の充実"}
    rows = [
        f"{names.get(field, '|')}|総務部 財政課|取組{at}推進事業|第{at}の取組を進める。|{at}0件を目標とする。"
        for at, field in enumerate(printed.split(","), 1)
    ]
    short = {text.split("|")[0]: sign for sign, text in names.items()}
    found = read(ELSEWHERE + "\n".join(rows))
    assert [short.get(one.field_name or "", "") + "?" * (one.confidence < DOUBTFUL) for one in found] == wanted.split(
        ","
    ), name


def test_a_page_cut_out_of_a_list_is_not_turned_over() -> None:
    """The blocks of fields begin where items do: the texts stand in the first rows, and the first rows go on."""
    rows = ["|", "|", "産業|商店街", "|", "|農業", "|", "|", "福祉|子育て", "|高齢者", "|"]
    table = [f"{row}|総務部 財政課|取組{n}推進事業|第{n}の取組を進める。|{n}件" for n, row in enumerate(rows, 1)]
    wanted = ["", "", *["産業/商店街"] * 2, *["産業/農業"] * 3, "福祉/子育て", *["福祉/高齢者"] * 2]
    found = read(ELSEWHERE + "\n".join(table))
    assert [levels(one) for one in found] == wanted
    assert [one.confidence < DOUBTFUL for one in found] == [True] * 2 + [False] * 8


CODES = [
    # name, field | item of each row as printed, field of each row as read; ? in doubt
    ("the field is printed below", "1 窓口|1(1) 予約;|1(2) 案内;|2(1) 研修;2 人材|2(2) 採用", "1,1,2,2"),
    ("the field is not printed", "1 窓口|1(1) 予約;|1(2) 案内;|2(1) 研修;|", "1,1,?,?"),
    ("rows without a code may be of either", "1 窓口|1(1) 予約;|その他;|;|2(1) 研修;3 安全|3(1) 防犯", "1,?,?,?,3"),
    ("a blank item goes on", "1 窓口|1(1) 予約;|;|2(1) 研修;3 安全|3(1) 防犯", "1,1,?,3"),
    ("numbers begin again", "1 窓口|1(1) 予約;5 人材|5(1) 研修;|1(1) 農業;|1(2) 林業;6 安全|6(1) 防犯", "1,5,?,?,6"),
    ("numbers are not those of the field", "1 窓口|1(1) 予約;2 人材|1(1) 研修;|1(2) 採用;3 安全|1(1) 防犯", "1,2,2,3"),
    ("chapters have other codes", "第4-1 支援|1(1) 助言;|1(2) 派遣;第4-2 連携|2(1) 共同;|3(1) 協定", "4-1,4-1,4-2,4-2"),
    ("no row shows the rule", "3 人材|研修;|1(1) 採用;|1(2) 異動", "3,3,3"),
    ("titles alone", "窓口|予約;|案内;人材|研修;|採用", "窓口,窓口,人材,人材"),
    ("hyphens", "1 窓口|1-1 予約;|2-1 研修;2 人材|2-2 採用;|3-1 防犯", "1,2,2,?"),
    ("labels", "基本目標1 窓口|1-1 予約;|1-2 案内;基本目標3 人材|3-1 研修;|4-1 防犯", "1,1,3,?"),
]


@pytest.mark.parametrize(("name", "printed", "wanted"), CODES, ids=[case[0] for case in CODES])
def test_a_code_that_contradicts_what_stands_above_is_believed(name: str, printed: str, wanted: str) -> None:
    rows = [
        f"{row}|総務部 財政課|取組{n}推進事業|第{n}の取組を進める。|{n}件"
        for n, row in enumerate(printed.split(";"), 1)
    ]
    found = []
    for one in read(ELSEWHERE + "\n".join(rows)):
        code = (one.field_code or one.field_name or "").removeprefix("第").removeprefix("基本目標")
        found.append(code + "?" * (one.confidence < DOUBTFUL))
    assert found == wanted.split(","), name


CONTINUED = [
    # name, table, project of each row
    (
        "a second division",
        (
            "施策|事業名|担当課|前期|後期\n"
            "読書|図書館まつり|図書館|○|○\n||学校教育課|△|○\n|読み聞かせ|図書館|○|△\n||子育て支援課|◎|◎\n|貸出|図書館|○|○\n"
        ),
        ["図書館まつり", "図書館まつり", "読み聞かせ", "読み聞かせ", "貸出"],
    ),
    (
        "a second indicator",
        (
            "施策|事業名|担当課|事業概要|指標\n"
            "読書|図書館まつり事業|図書館|まつりを開く。|来場者数500人\n||||出展数20件\n"
            "|読み聞かせ事業|図書館|読み聞かせを行う。|回数50回\n||||参加者数300人\n"
        ),
        ["図書館まつり事業"] * 2 + ["読み聞かせ事業"] * 2,
    ),
    (
        "over the end of a page",
        (
            "施策|事業名|担当課|前期|後期\n"
            "読書|図書館まつり|図書館|○|○\n|読み聞かせ|図書館|○|△\n---\n||子育て支援課|◎|◎\n|貸出|図書館|○|○\n"
        ),
        ["図書館まつり", "読み聞かせ", "読み聞かせ", "貸出"],
    ),
]


@pytest.mark.parametrize(("name", "table", "wanted"), CONTINUED, ids=[case[0] for case in CONTINUED])
def test_a_second_line_of_a_project_has_its_name(name: str, table: str, wanted: list[str]) -> None:
    found = read(table)
    assert [one.project_name for one in found] == wanted, name
    assert [one.line for one in found if one.confidence < DOUBTFUL] == []
    first = {one.project_name: one.line for one in reversed(found)}
    filled = [
        (repair.from_line, first[one.project_name])
        for one in found
        for repair in one.repairs
        if isinstance(repair, Filled) and repair.column == "project_name"
    ]
    assert len(filled) == len(wanted) - len(set(wanted))
    assert all(source == line for source, line in filled)


def test_a_second_indicator_is_of_the_same_unit_and_overview() -> None:
    _, second, *_ = read(CONTINUED[1][1])
    assert (units(second), second.overview, second.kpi_text) == ("図書館", "まつりを開く。", "出展数20件")


def test_a_new_item_without_a_project_is_in_doubt() -> None:
    rows = "1 窓口|1(1) 予約|市民課|予約事業|予約を受ける。|10件\n|1(2) 案内|広報課||案内を置く。|20件\n"
    assert [(one.project_name, one.confidence < DOUBTFUL) for one in read(ELSEWHERE + rows)] == [
        ("予約事業", False), (None, True)
    ]  # fmt: skip


def test_a_project_is_shared_by_an_item_alone() -> None:
    rows = "1 窓口|1(1) 予約|市民課|予約事業|予約を受ける。|10件\n|1(2) 案内||||\n"
    first, second = read(ELSEWHERE + rows)
    assert (second.project_name, second.overview, units(second)) == (first.project_name, first.overview, units(first))
    assert second.confidence >= DOUBTFUL


def test_a_project_is_shared_by_the_one_level_alone() -> None:
    table = "施策|担当課|事業名|事業概要|指標\n"
    rows = "予約|市民課|予約事業|予約を受ける。|10件\n案内||||\n相談|福祉課|相談事業|相談を受ける。|20件\n"
    found = read(table + rows)
    assert [(levels(one), one.project_name) for one in found] == [
        ("予約", "予約事業"), ("案内", "予約事業"), ("相談", "相談事業")
    ]  # fmt: skip


def test_a_row_of_one_level_names_the_rows_below_it() -> None:
    table = "施策|担当課|事業名|事業概要|指標\n"
    rows = "予約|市民課|予約事業|予約を受ける。|10件\n案内||||\n|福祉課|相談事業|相談を受ける。|20件\n"
    assert [(levels(one), one.project_name) for one in read(table + rows)] == [
        ("予約", "予約事業"), ("案内", "相談事業")
    ]  # fmt: skip


CODED = """
款|款名|項|項名|予算額
1|市税|||900
||1|市民税|600
||2|固定資産税|300
2|地方譲与税|||70
||1|自動車重量譲与税|70
"""


def test_the_code_of_a_level_fills_with_it() -> None:
    assert [levels(one) for one in read(CODED)] == [
        "1市税", "1市税/1市民税", "1市税/2固定資産税", "2地方譲与税", "2地方譲与税/1自動車重量譲与税"
    ]  # fmt: skip


@pytest.mark.parametrize("pages", [1, 3, 40])
def test_a_list_is_read_alike_however_it_is_paged(pages: int) -> None:
    """What a column merges is known from a block of rows, not from the rows of one page."""
    rows = [f"分野{n // 12}|" if n % 12 == 0 else "|" for n in range(240)]
    rows = [row + (f"項目{n // 3}|市民課" if n % 3 == 0 else "|") for n, row in enumerate(rows)]
    table = [f"{row}|取組{n}推進事業|第{n}の取組を進める。|{n}件" for n, row in enumerate(rows)]
    size = len(table) // pages
    paged = "\n---\n".join("\n".join(table[at : at + size]) for at in range(0, len(table), size))
    found = read(ELSEWHERE + paged)
    assert [levels(one) for one in found] == [f"分野{n // 12}/項目{n // 3}" for n in range(240)]
    assert {units(one) for one in found} == {"市民課"}
    assert all(one.confidence >= DOUBTFUL for one in found)
