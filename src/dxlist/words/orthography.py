"""Words that are spelled in several ways, the one of official documents first.

Source: 送り仮名の付け方 (昭和48年内閣告示第2号; 通則6 許容, 通則7), 公用文における漢字使用等について (平成22年内閣訓令第1号) and 公用文作成の
考え方 (文化審議会 2022) for okurigana, kanji or kana and numerals; 外来語の表記 (平成3年内閣告示第2号) and its 留意事項 for loan
words.  Whether サーバ or サーバー is preferred is left open there (JIS Z 8301 allows both); the first here is the longer.
"""

from __future__ import annotations

from typing import NamedTuple


class Spelling(NamedTuple):
    """One way of spelling a word."""

    forms: tuple[str, ...]
    """What stands in the text; the first names it."""
    ends: str = ""
    """Letters of which one belongs to the word behind the form: む, め, ま of 取り組む."""
    before: str = ""
    after: str = ""
    """Patterns that hold before and behind it, so that what only looks alike (取組 in 取組む) is not taken for it."""

    @property
    def word(self) -> str:
        """What it is called in a message."""
        return self.forms[0] + self.ends[:1]

    @property
    def pattern(self) -> str:
        """The spelling as a pattern."""
        ends = f"[{self.ends}]" if self.ends else ""
        return f"{self.before}(?:{'|'.join(self.forms)}){ends}{self.after}"


_NOUN = r"(?![ぁ-ん])"
_NOUN_OF_VERB = r"(?=[のをにがはでとへやも・）)」』\]（(\s。]|等|など|状況|内容|事例|支援|$)"
"""Behind a noun that is a verb before a comma: 取り組み、."""


def _one(*forms: str, ends: str = "", before: str = "", after: str = "") -> Spelling:
    return Spelling(forms, ends, before, after)


def _nouns(official: str, *others: str) -> tuple[Spelling, ...]:
    return (_one(official, after=r"(?![るたてらま])"), *(_one(other, after=_NOUN_OF_VERB) for other in others))


def _loan(*words: str) -> tuple[Spelling, ...]:
    """Return the spellings of a loan word, which may end a compound but not begin a longer word."""
    return tuple(_one(word, after="(?![ァ-ヺー])") for word in words)


SPELLINGS: tuple[tuple[Spelling, ...], ...] = (
    (_one("取組", after=f"(?:{_NOUN}|(?=[のをにがはでとへやも]))"), _one("取り組み", "取組み", after=_NOUN_OF_VERB)),
    (_one("取り組", ends="むめもまん"), _one("取組", ends="むめもまん")),
    (_one("手続", after="(?!き)"), _one("手続き")),
    _nouns("受入れ", "受け入れ"),
    _nouns("申込み", "申し込み"),
    _nouns("問合せ", "問い合わせ", "問合わせ"),
    _nouns("打合せ", "打ち合わせ", "打合わせ"),
    _nouns("取扱い", "取り扱い"),
    _nouns("貸出し", "貸し出し"),
    _nouns("引継ぎ", "引き継ぎ"),
    _nouns("切替え", "切り替え"),
    _nouns("立入り", "立ち入り"),
    _nouns("読取り", "読み取り"),
    _nouns("届出", "届け出"),
    (_one("支払", after="(?![いうわっ])"), _one("支払い", after=_NOUN_OF_VERB)),
    _nouns("掘り起こし", "掘り起し", "掘起こし"),
    (_one("見える化"), _one("みえる化")),
    (_one("行", ends="わいうえおっ", before="を"), _one("行な", ends="わいうえおっ", before="を")),
    (_one("一人一台"), _one("1人1台", "1人一台", "一人1台")),
    (_one("一人一人"), _one("1人1人", "1人一人"), _one("一人ひとり", "1人ひとり"), _one("ひとりひとり", "ひとり一人")),
    (_one("3次元"), _one("三次元")),
    (_one("一つ", before="(?<![0-9一-龠])"), _one("1つ", before="(?<![0-9])"), _one("ひとつ", after="(?=[のとにで])")),
    (_one("か月"), _one("ヶ月", "ヵ月", "ケ月", "カ月", "箇月")),
    (_one("か所", before="(?<=[0-9])"), _one("箇所", "ヶ所", "ヵ所", "ケ所", "カ所", "個所", before="(?<=[0-9])")),
    (_one("及び"), _one("および", before="(?<![ぁ-ん])")),
    (_one("並びに"), _one("ならびに")),
    (_one("又は"), _one("または")),
    (_one("若しくは"), _one("もしくは")),
    (_one("更なる"), _one("さらなる")),
    (_one("様々"), _one("さまざま")),
    (_one("図", ends="るりっれろ", before="を"), _one("はか", ends="るりっれろ", before="を")),
    (_one("障害者"), _one("障がい者"), _one("障碍者")),
    (_one("ごみ", before="(?<![ぁ-ん])", after="(?=[のをが減処収分問])"), _one("ゴミ", before="(?<![ァ-ヺー])", after="(?![ァ-ヺー])")),
    (_one("まちづくり"), _one("街づくり", "町づくり", "まち作り", "街作り")),
    _loan("サーバー", "サーバ"),
    _loan("ユーザー", "ユーザ"),
    _loan("コンピューター", "コンピュータ"),
    _loan("プリンター", "プリンタ"),
    _loan("センサー", "センサ"),
    _loan("ルーター", "ルータ"),
    _loan("フォルダー", "フォルダ"),
    _loan("ブラウザー", "ブラウザ"),
    _loan("モニター", "モニタ"),
    _loan("スキャナー", "スキャナ"),
    _loan("ソフトウェア", "ソフトウエア"),
    _loan("ハードウェア", "ハードウエア"),
    _loan("ウイルス", "ウィルス"),
    _loan("インターフェース", "インターフェイス", "インタフェース"),
    _loan("スマートフォン", "スマートホン"),
    (_one("Wi-Fi"), _one("WiFi", "WIFI", "Wifi", "wifi", "WI-FI", before="(?<![A-Za-z])", after="(?![A-Za-z])")),
    (_one("ウェブサイト"), _one("Webサイト", "WEBサイト", "webサイト")),
    (_one("ホームページ"), _one("HP", "H/P", before="(?<![A-Za-z0-9])", after="(?![A-Za-z0-9])")),
)  # fmt: skip
"""Groups of spellings of one word, the official one first."""

MISSPELT: dict[str, str] = {
    "シュミレーション": "シミュレーション",
    "シュミレート": "シミュレート",
    "シュミレータ": "シミュレータ",
    "コミニュケーション": "コミュニケーション",
    "コミュニュケーション": "コミュニケーション",
    "コミニティ": "コミュニティ",
    "ディスクトップ": "デスクトップ",
    "フューチャーフォン": "フィーチャーフォン",
    "デジタルデバイス対策": "デジタルデバイド対策",
    "デジタルデバイスの解消": "デジタルデバイドの解消",
    "デジタルデバイスの是正": "デジタルデバイドの是正",
    "デジタルデバイス解消": "デジタルデバイド解消",
    "的を得た": "的を射た",
}
"""A misspelling that is no word -> the word, as 外来語の表記 and dictionaries of errors (文化庁『言葉に関する問答集』) give it.

デジタルデバイス (a device) where only the digital divide can be meant: 対策, 解消, 是正.
"""
