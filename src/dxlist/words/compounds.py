"""Whether letters make a word: two kanji side by side, one that is put before or behind others, one that stands alone.

Source: words of two kanji are those of the NAIST Japanese Dictionary (two_kanji_words.txt beside this module, with its
licence); letters put before and behind a word are its 接頭詞 and 接尾 without those that no office writes, and single
nouns of places, buildings, plants, animals and parts of the body that names of projects are made of (common knowledge, no
source).  First and second letters of names are those that most places and families of that dictionary have.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

PREFIXES = frozenset(
    "再新旧分全各非未無不元前現副準仮総半両小中大高上下左右東西南北内外男女公民私主本諸超被当同初低多少長短名異他別反対脱耐防最毎単複正逆"
    "急満片純生産後翌次続第要"
)
"""Letters that make another word of the word before which they stand: 再交付, 分庁舎."""
SUFFIXES = frozenset(
    "団税課局省室館者員費料所署場会部町村市区県都道府国期号版用性化的法権力側系産証書券金士師長官院園庁舎棟橋駅港湖川山島線車機器具品物業界圏地郡班係科組"
    "隊社店家宅類額簿届等他後前中内外学校生級児童婦人病症薬灯網管林表集誌史犬猫賞財街敷案輪心体板気粉下紙素割剤盤根畑草花石酒"
)
"""Letters that make another word of the word behind which they stand: 消防団, 市民税."""
_ALONE = frozenset(
    "森公池堤坂浜土木石米麦茶花草牛豚鶏馬魚鳥鹿熊猪竹松杉桜梅桃梨柿栗豆芋肺胃肝腸腎乳歯目耳鼻首腰骨血皮心体頭顔声冬春夏秋朝昼夜今昔父母兄弟"
    "姉妹妻孫祖老若街里郷城寺社神仏墓碑窓壁床屋根柵井戸泉滝湯氷雪雨風雲光音色形絵文字筆詩歌曲劇舞笛琴弓矢刀鉄銅銀鉛船舟糸布綿絹服靴帽傘鍵鐘塩酒"
    "毒菌虫蚊蜂銭空陸海河岸沖港湾峠谷原野沢沼浦崎岬洲路街"
)
_STANDS = PREFIXES | SUFFIXES | _ALONE

FRAMES = frozenset((
    "事業", "推進", "促進", "支援", "展開", "実証", "整備", "強化", "普及", "拡充", "創出", "育成", "確保", "導入", "活用", "改善", "向上", "構築",
    "策定", "対策", "助成", "補助", "改修", "改良", "実施", "維持", "形成", "充実", "啓発", "運用", "運営", "深化", "実現", "設計",
    "検討", "提供", "連携", "派遣", "更新", "拡大", "発信", "改革", "移行", "開発", "研修",
))  # fmt: skip
"""Words of which names of projects are made."""
BEHIND_FRAMES = frozenset("費者等員所課室係班隊会団部局料金化性用期法別前後中内外")
"""Letters that make another word of them: 推進費, but not 推進業."""
BEHIND_LOANS = frozenset("費者等員館機車具器券証用版化性会部課室係法店")
"""Letters that make another word of a loan word or an abbreviation: ドローン機, but not ドローン林."""

_FIRST = frozenset(
    "一七三上下中久亀二五井仁今仲伊佐保倉元光八六内出前加勝北千南原古吉名和四国土坂城堀塩大天奥宇安宮富寺小尾山岡岩島川市常平幸広御徳志成戸新"
    "日明月有朝木本杉村東松栗根桜梅森横正武水永江池沢河波津浅浜浦海深清湯滝瀬片牛玉生田白相真矢石神福秋稲竹笠米美羽船花若草荒藤西見角谷豊赤越"
    "道野金長関阿青須飯馬高鶴鹿黒"
)
_SECOND = frozenset(
    "上下丘中丸久井代住保倉元光内出前北南原口台合吉名和国園地坂垣城堀堂場塚子安宮家富寺尾屋山岡島崎嶋川州市平成戸所手新方月木本村東松林栄根森"
    "橋水永江池沢河沼泉波津浜浦海渡瀬生田町畑目石神立美良藤西見谷賀越道部郷里野門間陽馬高"
)


@cache
def _words() -> dict[str, str]:
    text = files("dxlist.words").joinpath("two_kanji_words.txt").read_text(encoding="utf-8")
    return dict(line.split(":", 1) for line in text.splitlines() if line[1:2] == ":")


def is_word(piece: str) -> bool:
    """Return whether two letters are a word of two kanji.

    >>> is_word("推進"), is_word("推新")
    (True, False)
    """
    return len(piece) == len("推進") and piece[0] != piece[1] and piece[1] in _words().get(piece[0], "")


@cache
def _letters() -> frozenset[str]:
    return frozenset(letter for first, others in _words().items() for letter in first + others)


def is_of_no_word(letter: str) -> bool:
    """Return whether a kanji is in no word at all, as one that was put for one of its shape: 閞 for 開.

    >>> is_of_no_word("閞"), is_of_no_word("開")
    (True, False)
    """
    return letter not in _letters() and not stands_alone(letter)


def is_named(piece: str) -> bool:
    """Return whether two letters look like the name of a place or of a family, which no list of words holds.

    >>> is_named("中井"), is_named("推新")
    (True, False)
    """
    return len(piece) == len("中井") and piece[0] in _FIRST and piece[1] in _SECOND


def stands_alone(letter: str) -> bool:
    """Return whether a kanji is a word of its own or makes one of the word beside it.

    >>> stands_alone("駅"), stands_alone("推")
    (True, False)
    """
    return letter in _STANDS
