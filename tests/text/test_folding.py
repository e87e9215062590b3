"""Folding: what nobody sees, radicals and forms of a kanji do not count; what tells two texts apart does."""

import sys
import unicodedata

import pytest

from dxlist.text.folding import fold
from dxlist.text.unseen import IGNORABLE, has_unseen, unseen_spans
from dxlist.text.variants import RADICALS, VARIANTS
from dxlist.text.visible import code_points, visible

UNSEEN = {
    "zero width space": "\u200b", "zero width non-joiner": "\u200c", "zero width joiner": "\u200d",
    "left-to-right mark": "\u200e", "right-to-left mark": "\u200f", "left-to-right embedding": "\u202a",
    "pop directional formatting": "\u202c", "word joiner": "\u2060", "invisible separator": "\u2063",
    "pop directional isolate": "\u2069", "byte order mark": "\ufeff", "soft hyphen": "\u00ad",
    "combining grapheme joiner": "\u034f", "arabic letter mark": "\u061c", "mongolian vowel separator": "\u180e",
    "variation selector 1": "\ufe00", "variation selector 16": "\ufe0f", "variation selector 17": "\U000e0100",
    "variation selector 256": "\U000e01ef", "hangul filler": "\u3164", "tag": "\U000e0041",
}  # fmt: skip

ALIKE = (
    # as another tool prints it, as a person types it: the wrong answer was "not the same"
    ("⺠間連携課", "民間連携課"), ("⻑寿福祉課", "長寿福祉課"), ("⻄部支所", "西部支所"), ("⻘少年課", "青少年課"), ("⻝品課", "食品課"),
    ("⻩金町", "黄金町"), ("⻲山支所", "亀山支所"), ("⻭科保健課", "歯科保健課"), ("⻤石支所", "鬼石支所"), ("⻨生産課", "麦生産課"), ("⻁ノ門", "虎ノ門"),
    ("⻆田支所", "角田支所"), ("⽇本", "日本"), ("㇐般", "一般"),
    ("髙﨑支所", "高崎支所"), ("齋場課", "斎場課"), ("齊藤", "斎藤"), ("渡邊", "渡辺"), ("渡邉", "渡辺"), ("霞ヶ関課", "霞ケ関課"),
    ("龍ヶ崎", "竜ケ崎"), ("龍ケ崎", "竜ヶ崎"), ("富澤", "富沢"), ("横濱", "横浜"), ("廣島縣", "広島県"), ("櫻井", "桜井"), ("舘林", "館林"),
    ("三ヵ所", "三カ所"), ("嶋田", "島田"), ("薗部", "園部"), ("曾根", "曽根"), ("飛騨", "飛驒"), ("𠮟る", "叱る"), ("剝離", "剥離"),
    ("福祉課", "福祉課"), ("龍野", "竜野"),
)  # fmt: skip

APART = (("①", "1"), ("崎", "埼"), ("民", "氏"), ("課", "科"), ("か月", "カ月"), ("市民課", "市民税課"), ("1,2", "12"))


@pytest.mark.parametrize("character", UNSEEN.values(), ids=UNSEEN)
def test_what_nobody_sees_does_not_count(character: str) -> None:
    assert fold(f"情報{character}政策課") == fold("情報政策課")
    assert fold(character) == ""
    assert has_unseen(f"8,5{character}00")
    assert [tuple(span) for span in unseen_spans(f"8,5{character * 2}00")] == [(3, 5)]
    assert visible(f"8,5{character}00").isascii()


@pytest.mark.parametrize(("printed", "typed"), ALIKE)
def test_forms_of_one_character_are_one(printed: str, typed: str) -> None:
    assert fold(printed) == fold(typed)


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_tells_texts_apart_stays(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_key_is_its_own_key() -> None:
    tables = {*VARIANTS, *VARIANTS.values(), *RADICALS, *RADICALS.values(), *map(chr, range(0xF900, 0xFB00))}
    assert [one for one in sorted(tables) if fold(fold(one)) != fold(one)] == []
    normal = ((one, unicodedata.normalize("NFKC", one)) for one in sorted(tables))
    assert [one for one, plain in normal if fold(one) != fold(plain)] == []


def test_ranges_are_of_the_property() -> None:
    """Of the assigned ones, format characters are in the table but for marks of numbers and notes that are seen."""
    inside = {chr(code) for first, last in IGNORABLE for code in range(first, last + 1)}
    formats = {chr(c) for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)) == "Cf"}
    blocks = {code_points(character)[:-1] for character in formats - inside}
    assert {unicodedata.category(one) for one in inside} <= {"Cf", "Mn", "Lo", "Cn"}
    assert blocks <= {"U+060", "U+06D", "U+070", "U+089", "U+08E", "U+FFF", "U+110B", "U+110C", "U+1343", "U+1344"}


@pytest.mark.parametrize("text", ["👨‍👩‍👧", "❤️‍🔥"])
def test_a_joint_of_an_emoji_is_seen(text: str) -> None:
    assert not any("\u200d" in span.of(text) for span in unseen_spans(text))


@pytest.mark.parametrize("text", ["情報\n政策課", "情報\t政策課", "情報 政策課", "情報　政策課", "①㈱"])
def test_blanks_and_line_breaks_are_seen(text: str) -> None:
    assert not has_unseen(text)
    assert list(unseen_spans(text)) == []
