"""Governments that are not Fukushima: their names, offices, header spellings and code styles.

The names are invented; the shapes of their offices are those of prefectures, designated cities, cities, towns
and villages. A government keeps to one style of codes, as a printed list does.
"""

from dataclasses import dataclass
from typing import Literal

from tests.damage import offices
from tests.damage.offices import Office

FieldStyle = Literal["plain", "chapter", "roman", "bracket", "none"]
ItemStyle = Literal["sub", "hyphen", "bracket", "hyphen_bracket", "none"]


@dataclass(frozen=True, slots=True)
class Government:
    """A publisher of lists."""

    name: str
    plan: str
    offices: tuple[Office, ...]
    field_style: FieldStyle
    item_style: ItemStyle
    local: tuple[str, ...]
    gluable: bool = False


GOVERNMENTS: tuple[Government, ...] = (
    Government(
        "北嶺県",
        "北嶺県デジタル戦略",
        offices.PREFECTURE_NORTH,
        "plain",
        "sub",
        ("しなの", "北嶺"),
        gluable=True,
    ),
    Government(
        "瀬戸浜県",
        "瀬戸浜県DX推進計画",
        offices.PREFECTURE_SEA,
        "plain",
        "hyphen",
        ("せとはま", "里山里海"),
    ),
    Government(
        "湖東県",
        "湖東県行政経営方針（デジタル編）",
        offices.PREFECTURE_LAKE,
        "chapter",
        "sub",
        ("うみのこ", "近江の里"),
    ),
    Government(
        "博津市",
        "博津市DX戦略",
        offices.CITY_LARGE,
        "roman",
        "hyphen",
        ("はくつ", "山笠"),
    ),
    Government(
        "港都市",
        "港都市スマートシティ推進プラン",
        offices.CITY_PORT,
        "plain",
        "sub",
        ("みなと", "ポートピア"),
    ),
    Government(
        "三河原市",
        "三河原市デジタル化推進計画",
        offices.CITY_MIDDLE,
        "plain",
        "bracket",
        ("みかわら", "東海"),
        gluable=True,
    ),
    Government(
        "松代城市",
        "松代城市DX推進基本計画",
        offices.CITY_CASTLE,
        "plain",
        "hyphen_bracket",
        ("まつしろ", "城下町"),
    ),
    Government(
        "雪国町",
        "雪国町総合計画（情報化分野）",
        offices.TOWN_SNOW,
        "none",
        "bracket",
        ("ゆきぐに", "こだま"),
    ),
    Government(
        "沖乃島町",
        "沖乃島町デジタル田園都市構想",
        offices.TOWN_ISLAND,
        "bracket",
        "hyphen",
        ("おきのしま", "しおかぜ"),
    ),
    Government(
        "奥谷村",
        "奥谷村地域情報化計画",
        offices.VILLAGE,
        "plain",
        "none",
        ("おくたに", "やまびこ"),
    ),
    Government(
        "日南県",
        "日南県情報化推進プラン",
        offices.PREFECTURE_SOUTH,
        "chapter",
        "sub",
        ("ひなた", "南国"),
        gluable=True,
    ),
)
