"""The rules of values (DX3xx): what they find in the shipped list, in cells of other governments, and in whole lists."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

import dxlist
from dxlist.model.document import Document
from dxlist.rules.checking import Reported, at_least, check_lists
from dxlist.rules.registry import all_rules
from dxlist.rules.selection import chosen_rules
from tests.damage import generate
from tests.lists import NORMALIZED, SHIPPED
from tests.rules.kpi_cells import SOUND
from tests.values.kpi_cases import CELLS, KNOWN_FAILURES, REAL, STATUSES, WRITTEN

RULES = chosen_rules(["DX3"])


class Told(NamedTuple):
    """A finding as it is written down here."""

    line: int | None
    code: str
    severity: str
    words: str


SHIPPED_FINDINGS = [
    Told(32, "DX311", "info", "9月"),
    Told(42, "DX309", "warning", "5000"),
    Told(49, "DX303", "warning", "一般職員向け及び管理職員を対象とした情報セキュリティ研修及びITLを対象としたITL研修を行う。"),
    Told(52, "DX303", "warning", "市町村のデジタル人材に係るニーズを把握し、必要な支援を行う。"),
    Told(66, "DX303", "warning", "県庁での見直し方法の情報提供 等による支援を行う。"),
    Told(87, "DX301", "warning", "4,500"),
    Told(100, "DX302", "warning", "「うつくしま教育総合ネットワーク」のサービス水準合意(SLA)目標及びインターネット回線稼働率"),
    Told(113, "DX313", "info", "H30年度"),
    Told(118, "DX306", "info", "増加率について、120%増"),
    Told(130, "DX307", "info", "165.6時間"),
    Told(136, "DX303", "info", "新型コロナウイルス等情報把握・管理システム（HER-SYS）や医療機関等情報システム（G-MIS）、ワクチン接種記録システム（VRS）、ワクチン接種円滑化システム（V-SYS）により迅速に感染症対策に取り組む。"),
    Told(137, "DX303", "info", "新型コロナウイルスに対応するため、外国人住民向け新型コロナウイルス相談ホットラインを安定的に運営する。"),
    Told(163, "DX303", "info", "行政手続（県、市町村）の共通ポータルを提供するための仕様を策定する。"),
    Told(166, "DX303", "warning", "令和4年度内に個人情報保護法の適用を受ける条例等の改正を行う。"),
]  # fmt: skip

NOT_FOUND = [
    (92, "DX301", "PV数（件）について、928万件: the unit stands in both places"),
    (103, "DX301", "定員の6割: a share in tenths"),
    (11, "DX302", "県及び市町村の行政手続のオンライン利用率: one metric"),
    (124, "DX302", "牛枝肉価格と全国平均価格の差: one metric"),
    (148, "DX303", "the target says less than the overview, in its own words"),
    (47, "DX304", "指標の設定は行わない: said so"),
    (69, "DX304", "shares the project of the row above"),
    (102, "DX304", "cut off"),
    (134, "DX304", "shares the project of the row above"),
    (28, "DX307", "削減される年間の業務時間: what is cut is counted"),
    (51, "DX308", "2回、2回、合計4回: adds up"),
    (79, "DX316", "令和7年度: three years on"),
]  # fmt: skip


def check(document: Document, file: str = "list.tsv") -> Sequence[Reported]:
    return check_lists([(file, document)], RULES).findings


def told(reported: Reported) -> Told:
    place = reported.found.place
    words = "" if place.start is None else (place.text or "")[place.start : place.end]
    return Told(place.line, reported.rule.code, reported.severity, words)


def as_list(rows: Sequence[str], title: str = "") -> Document:
    """Rows of cells parted by | below the usual header."""
    header = "分野|項目|担当課|事業名|事業概要|指標（KPI）"
    text = "\n".join([*filter(None, [title]), header, *rows, ""])
    return dxlist.parse(text.replace("|", "\t").encode(), stem="list")


def with_kpis(*cells: str, title: str = "") -> Document:
    return as_list(
        [
            f"1 行政の効率化|1({n}) 手続{n}のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請の推進に取り組む（{n}）。|{cell}"
            for n, cell in enumerate(cells, 1)
        ],
        title,
    )


SHIPPED_DOCUMENT = dxlist.parse(SHIPPED)


def test_all_that_is_found_in_the_shipped_list() -> None:
    assert sorted(map(told, check(SHIPPED_DOCUMENT))) == sorted(SHIPPED_FINDINGS)


@pytest.mark.parametrize(("line", "code", "why"), NOT_FOUND)
def test_what_is_not_found_in_the_shipped_list(line: int, code: str, why: str) -> None:
    assert code in all_rules()
    assert (line, code) not in {(one.line, one.code) for one in map(told, check(SHIPPED_DOCUMENT))}, why


def test_places_are_those_of_the_raw_file() -> None:
    raw = [line.split("\t") for line in SHIPPED.read_text(encoding="utf-8").split("\n")]
    for reported in check(SHIPPED_DOCUMENT):
        place = reported.found.place
        assert place.line
        assert place.cell
        assert raw[place.line - 1][place.cell - 1] == place.text
        assert place.text[place.start : place.end] == told(reported).words


def test_a_normalised_list_gives_the_same_findings() -> None:
    normalised = Document.model_validate_json((NORMALIZED / "fukushima_r04.json").read_bytes())
    again = [reported.finding("en") for reported in check(normalised)]
    assert again == [reported.finding("en") for reported in check(SHIPPED_DOCUMENT)]


# --- cells: one row each


OTHER_CELLS = [
    *SOUND,
    *CELLS.values(),
    *(cell for cell, _ in WRITTEN),
    *(cell for cell, _ in KNOWN_FAILURES),
    *(cell for cell, _ in STATUSES if cell and cell.strip()),
    *(cell for line, cell, _ in REAL if line not in {87, 100, 118, 130}),
]


@pytest.mark.parametrize("cell", [cell.replace("\n", " ") for cell in OTHER_CELLS])
def test_nothing_to_warn_of(cell: str) -> None:
    found = at_least(check(with_kpis(cell, title="令和4年度関連事業一覧")), "warning")
    assert [told(reported) for reported in found] == []


FAULTY = [
    # no unit
    ("動画の再生回数について、90,000を目標とする。", "DX301", "warning", "90,000", None),
    ("ポータルサイトの閲覧数：120,000", "DX301", "warning", "120,000", None),
    ("研修の受講者数を300とする。", "DX301", "warning", "300", None),
    ("電子申請の利用率について、60を目標とする。", "DX301", "warning", "60", None),
    ("登録者数（人）は、5,000を目指す。", "DX301", "warning", "5,000", "5,000人"),
    ("利用者数（人）について、５，０００以上を目標とする。", "DX301", "warning", "５，０００以上", "５，０００人以上"),
    ("コミュニティバスの利用について、4,500を目標とする。", "DX301", "info", "4,500", None),
    # two metrics
    ("研修の受講者数及び修了者数：200人", "DX302", "warning", "研修の受講者数及び修了者数", None),
    ("サイトの認知度・満足度：80％", "DX302", "info", "サイトの認知度・満足度", None),
    ("オンライン申請件数と電子決済件数を1万件とする。", "DX302", "warning", "オンライン申請件数と電子決済件数", None),
    ("電子決裁率並びに電子契約率について90％以上を目標とする。", "DX302", "warning", "電子決裁率並びに電子契約率", None),
    # more than all
    ("健康診査の受診率：120％", "DX305", "info", "120％", None),
    ("満足と回答した職員の割合を180%とする。", "DX305", "info", "180%", None),
    # a change of a change
    ("売上高の増加率150％増", "DX306", "info", "増加率150％増", None),
    ("売上高の増加率10％増", "DX306", "info", "増加率10％増", None),
    ("コピー用紙の削減率：20%減", "DX306", "info", "削減率：20%減", None),
    # the size or the level
    ("1人当たり月平均時間外勤務の縮減について、15時間を目標とする。", "DX307", "info", "15時間", None),
    ("待ち時間の短縮：平均10分", "DX307", "info", "平均10分", None),
    ("業務時間の削減について、1,000時間を目標とする。", "DX307", "info", "1,000時間", None),
    ("1人1日当たりごみ排出量の削減：50g", "DX307", "info", "50g", None),
    # sums
    ("セミナーを２回、相談会を３回、合計６回開催", "DX308", "info", "合計６回", None),
    ("合計100件（窓口40件、郵送50件）を見込む。", "DX308", "info", "合計100件", None),
    ("受講者数：管理職50人、一般職100人（計160人）", "DX308", "info", "計160人", None),
    ("申請を受け付ける（窓口40件、郵送50件、計100件）。", "DX308", "info", "計100件", None),
    ("令和5年度10校、令和6年度15校、計30校", "DX308", "info", "計30校", None),
    # months and years
    ("10月から試行し、年度内に本格導入する。", "DX311", "info", "10月", "令和4年10月"),
    ("2月末に運用を開始する。", "DX311", "info", "2月末", "令和5年2月末"),
    ("平成33年度までに開始する。", "DX314", "info", "平成33年度", "令和3年度"),
    ("開始時期：H32年4月", "DX314", "info", "H32年4月", "R2年4月"),
    ("平成31年5月に開始した。", "DX314", "info", "平成31年5月", "令和元年5月"),
    ("令和5年11月31日までに移行を完了する。", "DX315", "info", "令和5年11月31日", None),
    ("令和5年13月に開始する。", "DX315", "info", "令和5年13月", None),
    ("令和2年度末までに利用率を80%とする。", "DX316", "info", "令和2年度末", None),
    ("令和3年度までに利用率を80%とする。", "DX316", "info", "令和3年度", None),
    ("令和70年度までに利用率を80%とする。", "DX316", "info", "令和70年度", None),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "code", "severity", "words", "suggestion"), FAULTY)
def test_what_is_wrong_in_a_cell(cell: str, code: str, severity: str, words: str, suggestion: str | None) -> None:
    found = [r for r in check(with_kpis(cell, title="令和4年度関連事業一覧")) if r.rule.code == code]
    assert [told(reported)[2:] for reported in found] == [(severity, words)]
    assert found[0].found.suggestion == suggestion
    assert found[0].found.message.ja != found[0].found.message.en


@pytest.mark.xfail(strict=True, reason="where numbers of several years go on, the unit may stand with the last")
def test_a_row_of_years_without_units() -> None:
    assert any(r.rule.code == "DX301" for r in check(with_kpis("オンライン申請件数　R4：1,200　R5：1,500")))


NO_SUMS = [
    "セミナー2回（東京1回、大阪1回）、相談会1回、計3回",
    "基礎2回、応用3回、計5回、現地4回、計4回、合計9回",
    "研修2回、講座3回、合計6回程度",
    "講師2人、参加者50人、計2回",
    "初級2回、中級2回を4地域で実施し、合計16回とする。",
    "うち県主催5回、市町村主催ほか、合計12回",
]


@pytest.mark.parametrize("cell", NO_SUMS)
def test_what_is_no_plain_sum_is_left_alone(cell: str) -> None:
    assert [r for r in check(with_kpis(cell)) if r.rule.code == "DX308"] == []


# --- whole lists


def codes(document: Document, code: str) -> list[tuple[int | None, str, str, list[int | None]]]:
    """Line, severity, marked words and related lines of what a rule finds."""
    found = (reported for reported in check(document) if reported.rule.code == code)
    return [
        (one.line, one.severity, one.words, [place.line for place in reported.found.related])
        for reported in found
        for one in [told(reported)]
    ]


def test_a_list_that_hardly_ever_writes_units_is_told_once() -> None:
    document = with_kpis(*(f"サイト{n}の閲覧数：{n},500" for n in "123456"), "受講者数：30人")
    assert codes(document, "DX301") == [(2, "warning", "1,500", [3, 4, 5, 6, 7])]


def test_units_in_the_brackets_of_labels_are_units() -> None:
    assert codes(with_kpis("申請件数（件）：4,500", "受講者数（人）　300", "満足度（％）：80"), "DX301") == []


def test_a_column_of_units_gives_the_units() -> None:
    text = "分野|項目|担当課|事業名|事業概要|指標（KPI）|単位\n1 手続|1(1) 申請|総務部 人事課|申請事業|申請を進める。|申請件数：4,500|件\n"
    assert codes(dxlist.parse(text.replace("|", "\t").encode(), stem="list"), "DX301") == []


def test_thousands_are_told_at_the_rarer_kind() -> None:
    usual = with_kpis("閲覧数：23,146件", "申請数：1,200件", "台数：5000台", "登録数：8,100人", "会員数：3万人")
    assert codes(usual, "DX309") == [(4, "warning", "5000", [])]
    other = with_kpis("閲覧数：23146件", "申請数：1200件", "台数：5,000台", "登録数：8100人", "参加者：4,000人")
    assert codes(other, "DX309") == [(4, "info", "5,000", [6])]
    assert codes(with_kpis("閲覧数：23,146件（2025年度）", "台数：900台"), "DX309") == []


def test_calendars_are_told_at_the_rarer_kind() -> None:
    mixed = with_kpis("令和7年度までに10件", "2025年度までに20件", "令和8年度末に30件", "2027年3月に開始する。")
    assert codes(mixed, "DX312") == [(3, "info", "2025年度", [5])]
    both = with_kpis(
        "令和7年度（2025年度）までに10件",
        "2050年カーボンニュートラルの啓発を令和5年度に行う。",
        "排出量を2013年度比46%削減",
    )
    assert codes(both, "DX312") == []


def test_era_letters_are_told_at_the_rarer_kind() -> None:
    mixed = with_kpis("令和7年度までに10件", "R8年度までに20件", "令和8年度末に30件")
    assert codes(mixed, "DX313") == [(3, "info", "R8年度", [])]
    assert codes(with_kpis("R7年度までに10件", "H30年度からの累計20件"), "DX313") == []


def test_a_blank_target_beside_others() -> None:
    cells = ["10件を目標とする。"] * 6
    one = with_kpis(*cells[:3], "", *cells[3:])
    assert codes(one, "DX304") == [(5, "warning", "", [])]
    many = with_kpis(cells[0], "", "", cells[1], "", "", cells[2])
    assert codes(many, "DX304") == [(3, "info", "", [4, 6, 7])]


def test_a_list_without_targets_lacks_none() -> None:
    rows = [f"1 行政の効率化|1({n}) 手続|総務部 人事課|事業{n}|事業を行う。" for n in range(1, 6)]
    text = "\n".join(["分野|項目|担当課|事業名|事業概要", *rows, ""]).replace("|", "\t")
    assert codes(dxlist.parse(text.encode(), stem="list"), "DX304") == []


def test_dashes_are_told_once() -> None:
    assert codes(with_kpis("10件", "－", "20件", "―"), "DX304") == [(3, "info", "", [5])]


COPIES = [
    ("電子申請システムを運用する。", "電子申請システムを運用する。", ["warning"]),
    ("電子申請システムを運用する。", "電子申請システムを運用する", ["warning"]),
    ("研修会を年2回開催する。", "研修会を年2回開催する。", ["info"]),
    ("電子申請システムを市町村と共同で運用する。", "電子申請システムを市町村と共同で安定的に運用する。", ["info"]),
    (
        "県民の利便性を高めるため、電子申請システムを市町村と運用する。",
        "電子申請システムを市町村と運用する。",
        ["info"],
    ),
    ("電子申請システムを運用する。", "電子申請の利用率：50％", []),
    ("", "電子申請システムを運用する。", []),
]


@pytest.mark.parametrize(("overview", "kpi", "severities"), COPIES)
def test_targets_that_copy_the_overview(overview: str, kpi: str, severities: list[str]) -> None:
    document = as_list([f"1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|{overview}|{kpi}"])
    assert [severity for _, severity, _, _ in codes(document, "DX303")] == severities


# --- offices


def with_offices(*offices: str) -> Document:
    return as_list(
        [
            f"1 行政の効率化|1({n}) 手続{n}のオンライン化|{office}|電子申請推進事業{n}|電子申請の推進に取り組む（{n}）。|{n}0件"
            for n, office in enumerate(offices, 1)
        ]
    )


SLIPS = [
    (["企画部 デジタル変革課"] * 5, "企画部 デジダル変革課", ("info", "デジダル変革課")),
    (["企画部 デジタル変革課"] * 10, "企画部 デジタル変更課", ("info", "デジタル変更課")),
    (["企画部 デジタル変革課"] * 5, "企画部 デジタル変更課", ("info", "デジタル変更課")),
    (["県民部 人権・男女共同参画課"] * 5, "県民部 人権男女共同参画課", ("info", "人権男女共同参画課")),
    (["企画調整部 デジタル変革課"] * 5, "企画調調部 デジタル変革課", ("info", "企画調調部")),
    (["企画部 デジタル変革課"] * 5, "総務部 デジダル変革課", None),
    (["農林部 農業振興課"] * 12, "農林部 農村振興課", None),
    (["総務部 市町村行政課"] * 12, "総務部 市町村財政課", None),
    (["健康部 東部保健福祉事務所"] * 12, "健康部 西部保健福祉事務所", None),
    (["総務部 広報課"] * 12, "総務部 広聴課", None),
    (["総務部 総務課"] * 12, "財務部 総務課", None),
    (["企画部 デジタル変革課"] * 4, "企画部 デジダル変革課", None),
]  # fmt: skip


@pytest.mark.parametrize(("usual", "once", "expected"), SLIPS)
def test_names_of_offices_off_by_a_letter(usual: list[str], once: str, expected: tuple[str, str] | None) -> None:
    document = with_offices(*usual, once)
    found = [(severity, words) for _, severity, words, _ in codes(document, "DX321")]
    assert found == ([expected] if expected else [])


def test_a_slip_in_the_shipped_list() -> None:
    data = SHIPPED.read_bytes().replace(
        "デジタル変革課\t携帯電話通話".encode(), "デジタル変更課\t携帯電話通話".encode()
    )
    (found,) = codes(dxlist.parse(data, stem="changed"), "DX321")
    assert found == (162, "info", "デジタル変更課", [11])


def test_a_division_under_two_departments() -> None:
    document = with_offices(*["企画部 デジタル変革課"] * 3, "総務部 デジタル変革課", "土木部 総務課", "農林部 総務課")
    assert codes(document, "DX322") == [(5, "info", "総務部", [2])]


def test_a_division_without_its_department() -> None:
    document = with_offices(*["総務部 行政経営課"] * 3, "行政経営課", "会計課")
    assert codes(document, "DX323") == [(5, "info", "行政経営課", [])]
    suggestions = [r.found.suggestion for r in check(document) if r.rule.code == "DX323"]
    assert suggestions == ["総務部 行政経営課"]


BEHIND = [
    (["財務部 財政課 政策課"], (2, "info", "政策課", [])),
    (["財務部 財政課 政策課", "財務部 税務課", "市民部 市民課、環境課"], (2, "info", "政策課", [4])),
    (["企画部 政策課", "財務部 財政課 政策課"], (3, "info", "政策課", [])),
    (["企画部 政策課", "財務部 財政課 政策課", "財務部 財政課 契約課"], (4, "info", "契約課", [])),
    (["財務部 税務課", "財務部 財政課 税務課"], None),
    (["財務部（財政課、税務課）", "財務部財政課・税務課", "財務部 財政課 企画部 政策課"], None),
    (["財政課、政策課", "財政課 政策課"], None),
]  # fmt: skip


@pytest.mark.parametrize(("offices", "expected"), BEHIND)
def test_a_division_behind_that_of_another_department(
    offices: list[str], expected: tuple[int, str, str, list[int]] | None
) -> None:
    assert codes(with_offices(*offices), "DX324") == ([expected] if expected else [])
    assert codes(with_offices(*offices), "DX323") == []


# --- numbers of fields and items


def with_items(*rows: tuple[str, str]) -> Document:
    return as_list(
        [
            f"{field}|{item} 手続{n}のオンライン化|総務部 情報政策課|電子申請推進事業{n}|電子申請の推進に取り組む（{n}）。|{n}0件"
            for n, (field, item) in enumerate(rows, 1)
        ]
    )


TWO_FIELDS = [("1 行政の効率化", "1(1)"), ("", "1(2)"), ("2 人材の育成", "2(1)"), ("", "2(2)")]


def test_items_that_stand_in_another_field() -> None:
    assert codes(with_items(*TWO_FIELDS), "DX331") == []
    found = codes(with_items(*TWO_FIELDS, ("", "2(3)"), ("", "2(4)"), ("", "3(1)")), "DX331")
    assert [(line, severity) for line, severity, _, _ in found] == [(8, "info")]


def test_items_with_numbers_of_their_own_are_left_alone() -> None:
    restarting = [("1 行政の効率化", "1(1)"), ("", "1(2)"), ("2 人材の育成", "1(1)"), ("", "1(2)"), ("", "2(1)")]
    assert codes(with_items(*restarting), "DX331") == []
    chapters = [("第4-1 市町村支援", "1(1)"), ("", "1(2)"), ("第4-2 地域支援", "2(1)"), ("", "2(2)"), ("", "3(1)")]
    assert codes(with_items(*chapters), "DX331") == []


# --- lists of governments that do not exist


def generated() -> Iterator[tuple[str, Document]]:
    for seed in range(0, 400, 10):
        yield f"{seed}.tsv", dxlist.parse(generate(seed).data, stem=f"generated_{seed}")


BY_CHANCE = {"DX304", "DX309", "DX316", "DX324"}
"""The generator leaves targets out, mixes commas and draws years and units without regard to the rest of its list."""


def test_generated_lists_have_no_faults_of_values() -> None:
    for file, document in generated():
        found = at_least(check(document, file), "warning")
        assert [told(reported) for reported in found if reported.rule.code not in BY_CHANCE] == []


def test_targets_that_are_missing_are_missing_in_the_answer() -> None:
    for seed in range(0, 400, 10):
        damaged = generate(seed)
        answers = {answer["line"]: answer["kpi_text"] for answer in damaged.answer}
        for line, *_ in codes(dxlist.parse(damaged.data, stem="generated"), "DX304"):
            assert line is not None
            assert answers[line] is None


def test_a_sidecar_switches_a_rule_off(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_bytes(SHIPPED.read_bytes())
    (tmp_path / "list.toml").write_text('[ignore]\nDX30 = "原本のまま公表する"\n', encoding="utf-8")
    assert {reported.rule.code for reported in check(dxlist.parse(path))} == {"DX311", "DX313"}
