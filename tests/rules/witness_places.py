"""Where the witnesses of the rules are found again.

Of a list that stands beside this checkout (``../shared/real``) the file, the physical line of the finding and the lines
that it needs; of a list that does not, a list of two or three rows in our own words around the words that were found.
"""

from typing import NamedTuple


class RealPlace(NamedTuple):
    """A finding in a list beside this checkout."""

    code: str
    published_list: str
    file: str
    line: int
    needs: tuple[int, ...] = ()
    """Further lines without which there is no finding."""


OFUNATO, KOSAI, SHINAGAWA = "ofunato_core_full.tsv", "onuma_kosai.tsv", "onuma_shinagawa.tsv"
ICHINOMIYA, FUJI = "onuma_ichinomiya.tsv", "fuji_r7_budget_hier.csv"
KODOMO, DIGITAL = "rs2025_kodomo.csv", "rs2025_digital.csv"

REAL_PLACES = (
    RealPlace("DX117", "ofunato_r7", OFUNATO, 11),
    RealPlace("DX118", "ofunato_r7", OFUNATO, 12),
    RealPlace("DX204", "ofunato_r7", OFUNATO, 149),
    RealPlace("DX207", "ofunato_r7", OFUNATO, 253),
    RealPlace("DX207", "rs2025_digital", DIGITAL, 263),
    RealPlace("DX211", "rs2025_digital", DIGITAL, 176),
    RealPlace("DX209", "ofunato_r7", OFUNATO, 31),
    RealPlace("DX213", "ofunato_r7", OFUNATO, 24),
    RealPlace("DX214", "ofunato_r7", OFUNATO, 192),
    RealPlace("DX304", "ofunato_r7", OFUNATO, 29),
    RealPlace("DX313", "ofunato_r7", OFUNATO, 42, (83, 236, 256)),
    RealPlace("DX323", "ofunato_r7", OFUNATO, 160, (74,)),
    RealPlace("DX120", "fuji_r7", FUJI, 3),
    RealPlace("DX121", "ichinomiya", ICHINOMIYA, 2),
    RealPlace("DX122", "ichinomiya", ICHINOMIYA, 2),
    RealPlace("DX122", "kosai", KOSAI, 4),
    RealPlace("DX301", "kosai", KOSAI, 19),
    RealPlace("DX412", "kosai", KOSAI, 97, (89,)),
    RealPlace("DX122", "shinagawa", SHINAGAWA, 4),
    RealPlace("DX310", "shinagawa", SHINAGAWA, 53),
    RealPlace("DX127", "rs2025_kodomo", KODOMO, 97),
)

WORKBOOK = "workbooks/ofunato_r7_report.xlsx"
SHEET_ROWS = {("DX203", "ofunato_r7"): (287, 186), ("DX215", "ofunato_r7"): (14, 50)}
"""Row and column, both 1-based, of a text in the workbook of Ofunato; its columns 7 to 21 name the row."""

IN_OUR_WORDS = {
    ("DX101", "toyoake_h19"): (
        "課題|事業|担当課|実施年度||評価\n|||前期|後期|\n|||H19-H22|H23-H26|H19\n"
        "教育|名簿の検討|児童福祉課|○|○|A\n教育|図書の充実|図書館|◎|◎|A\n"
    ),
    ("DX119", "toyoake_h19"): (
        "課題|事業コード|事業|担当課|評価\n教育|11111|名簿の検討|児童福祉課|A\n|||学校教育課|B\n教育|11112|図書の充実|図書館|A\n"
    ),
    ("DX127", "shizuoka_h30"): (
        "柱|担当課|取組|内容\nⅠ 現場|広聴広報課|Ⅰ-2 県⺠参画の促進|広く意見を聴く。\nⅠ 現場|広聴広報課|Ⅰ-3 連携|地域と共に働く。\n"
    ),
    ("DX204", "shizuoka_r4"): (
        "分野|担当課|事業名|事業概要|課題\n行政のデジタル化|デジタル戦略課|オンライン化|手続を電子化する。|システム整備ととセキュリティの両立が要る。\n"
    ),
    ("DX212", "kitamoto_r6"): (
        "分野|担当課|事業名|事業概要\n3 参加|くらし安全課|自治会連合会支援事業|左記の目的を達成する活動に補助金を出す。\n"
    ),
    ("DX213", "nishinomiya"): (
        "局|担当課|事業名|事業概要\n健康福祉局|保健総務課|救急医療対策事業|電話による相談を始める。平成18年「西宮\n"
    ),
    (
        "DX217",
        "nerima",
    ): "分野|担当課|事業名|事業概要\n1 福祉|高齢者支援課|布団乾燥|要介護１?５に認定された方が使う。\n",
    (
        "DX217",
        "kantei_h25",
    ): "分野|担当課|事業名|事業概要\n1 予算|内閣府|(cid:5561)(cid:6210)(cid:18446)|地域の再生に要する。\n",
    ("DX301", "asago"): (
        "施策|担当課|事業名|成果指標\n4 学習|生涯学習課|図書館運営管理事業|利用者数：33044　貸出冊数：146569冊\n"
        "4 学習|生涯学習課|社会体育事業|参加者数：489人\n"
    ),
    ("DX309", "musashino"): (
        "施策|担当課|事業名|成果指標\n3 相談|高齢者支援課|在宅介護支援センター事業|延相談件数：26428件\n"
        "7 産業|産業振興課|農業振興事業|利用枚数：5,023枚\n3 交通|地域交通課|ムーバス運行事業|乗客者数：2,648,901人\n"
        "3 交通|地域交通課|パークアンドバスライド事業|利用台数：5,147台\n4 教育|教育支援課|教育相談事業|派遣相談件数：10,196件\n"
        "2 育児|支援課|施設運営事業|来所者数：30,684人\n5 福祉|地域支援課|社会福祉協議会事業|運営費補助金：1,711人\n"
    ),
}
"""Rule and list -> a list, its cells parted by bars, whose rows are shortened; the words that were found are the list's."""
