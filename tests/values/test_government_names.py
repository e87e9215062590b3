"""Which local government a title or a file's name says: whole official names of one, and else nobody."""

import re

import pytest

from dxlist.sidecar import checked_code
from dxlist.values.government_names import GovernmentMention, governments_in_file_name, governments_in_title
from dxlist.words.local_governments import governments_by_name, local_governments


def meant(mentions: list[GovernmentMention]) -> str | None:
    """Return the code that all mentions mean, where one is sure."""
    codes = frozenset[str].intersection(*(one.codes for one in mentions)) if mentions else frozenset[str]()
    sure = len(codes) == 1 and any(one.is_sure for one in mentions) and not local_governments()[min(codes)].city
    return min(codes) if sure else None


TITLES = [
    # title, code: was null for all
    ("会津若松市DX推進計画　令和5年度", "072028"),
    ("会津若松市", "072028"),
    ("福島県デジタル変革（ＤＸ）推進基本方針", "070009"),
    ("福島県　会津若松市", "072028"),
    ("福島県会津若松市デジタル戦略", "072028"),
    ("令和5年度会津若松市重点事業一覧", "072028"),
    ("第3期 渋谷区基本計画", "131130"),
    ("ＤＸ推進計画（会津若松市）", "072028"),
    ("【会津若松市】事業一覧", "072028"),
    ("会津若松市役所の取組", "072028"),
    ("福島県庁DXアクションプラン", "070009"),
    ("会津若松市における情報化", "072028"),
    ("北海道デジタル化計画", "010006"),
    ("さいたま市スマートシティ", "111007"),
    ("千代田区行政改革プラン", "131016"),
    # the longest name
    ("市川市DX推進計画", "122033"),
    ("津市DX推進計画", "242012"),
    ("南相馬市デジタル化計画", "072125"),
    ("東大阪市総合計画", "272272"),
    ("四日市市情報化計画", "242021"),
    ("廿日市市総合計画", "342131"),
    ("野々市市総合計画", "172120"),
    ("上市町総合計画", "163228"),
    ("大阪府大阪市の事業", "271004"),
    ("大阪府DX", "270008"),
    ("大阪市DX", "271004"),
    ("京都府京都市", "261009"),
    ("秋田県秋田市DX", "052019"),
    # districts
    ("福島県南会津郡只見町総合計画", "073679"),
    ("南会津郡只見町総合計画", "073679"),
    ("北海道沙流郡日高町総合計画", "016012"),
    # names that two places share
    ("府中市DX計画", None),
    ("東京都府中市DX計画", "132063"),
    ("広島県府中市DX計画", "342084"),
    ("日高町総合計画", None),
    ("北海道日高町総合計画", "016012"),
    ("中央区基本計画", None),
    ("東京都中央区基本計画", "131024"),
    ("港区DX", None),
    ("那珂川町DX", None),
    ("栃木県那珂川町DX", "094111"),
    # other spellings of a letter
    ("龍ヶ崎市情報化計画", "082082"),
    ("七ケ宿町DX", "043028"),
    # wards of cities
    ("札幌市中央区基本計画", None),
    ("横浜市西区地域福祉計画", None),
    # what lies in it, and several
    ("福島県内市町村のDX", None),
    ("福島県の市町村支援", None),
    ("福島県下の取組", None),
    ("福島県３市の取組", None),
    ("福島県市町村DX", None),
    ("東京都市町村DX", None),
    ("大阪府市の取組", None),
    ("会津若松市と磐梯町", None),
    ("会津若松市及び喜多方市", None),
    ("会津若松市・磐梯町", None),
    ("会津若松市、磐梯町", None),
    ("国・福島県", None),
    ("会津若松市ほか3市町村", None),
    ("会津若松市（周辺町村を含む）", None),
    ("会津若松市DX（喜多方市と共同）", None),
    ("福島県札幌市", None),
    # other words and other bodies
    ("会津市DX", None),
    ("県内市町村のDX", None),
    ("みなと市DX", None),
    ("青嶺県DX推進計画", None),
    ("福島県医師会", None),
    ("福島県立医科大学", None),
    ("福島県スポーツ協会", None),
    ("福島県市町村総合事務組合", None),
    ("会津若松市スマートシティ推進協議会", None),
    ("北海道新幹線", None),
    ("東福島県DX", None),
    ("DX推進計画 事業一覧", None),
]


@pytest.mark.parametrize(("title", "code"), TITLES)
def test_titles(title: str, code: str | None) -> None:
    assert meant(governments_in_title(title)) == code


FILE_NAMES = [
    ("070009_list", "070009"),
    ("131016", "131016"),
    ("131016_dx_r5", "131016"),
    ("list_131016", "131016"),
    ("list-131016.v2", "131016"),
    ("072028会津若松市DX", "072028"),
    ("072028_会津若松市DX", "072028"),
    ("会津若松市_dx計画_r5", "072028"),
    ("DX計画（会津若松市）", "072028"),
    ("府中市_132063", "132063"),
    ("070008_list", None),  # the check digit
    ("070009_会津若松市", None),
    ("072028-072036", None),
    ("1310161", None),
    ("20230401_list", None),
    ("202207_list", None),  # 安曇野市, or July 2022
    ("221007_list", None),  # 静岡市, or a day of 2022
    ("静岡市_221007", "221007"),
    ("011011_list", None),  # a ward
    ("fukushima_r04", None),
]


@pytest.mark.parametrize(("stem", "code"), FILE_NAMES)
def test_file_names(stem: str, code: str | None) -> None:
    assert meant(governments_in_file_name(stem)) == code


def test_the_table_is_whole() -> None:
    rows = local_governments().values()
    assert sum(row.is_prefecture for row in rows) == 47
    assert sum(not row.is_prefecture and not row.city for row in rows) == 1741
    assert sum(row.city is not None for row in rows) == 175
    assert all(checked_code(row.code) and (not row.city or row.city in local_governments()) for row in rows)
    assert all(re.fullmatch(r".+[都道府県]", row.name) for row in rows if row.is_prefecture)
    assert all(re.fullmatch(r".+[市区町村]", row.name) for row in rows if not row.is_prefecture)
    assert {len(same) for same in governments_by_name().values() if not any(row.city for row in same)} == {1, 2, 3, 4}


def test_every_name_is_found_with_its_prefecture() -> None:
    prefectures = {row.prefecture: row.name for row in local_governments().values() if row.is_prefecture}
    wrong = [
        row
        for row in local_governments().values()
        if not row.city
        and meant(
            governments_in_title(("" if row.is_prefecture else prefectures[row.prefecture]) + row.name + "DX計画")
        )
        != row.code
    ]
    assert wrong == []
