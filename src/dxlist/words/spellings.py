"""Words that are spelled in several ways: okurigana, kanji or kana, figures, loan words; misspellings.

Source: 送り仮名の付け方 (昭和48年内閣告示第2号, 通則6 許容 and 通則7) and 公用文における漢字使用等について (平成22年内閣訓令第1号, 別紙 2)
for okurigana; 公用文作成の考え方 (文化審議会 建議 2022) for kanji or kana and numerals; 外来語の表記 (平成3年内閣告示第2号) and its
留意事項 for loan words.  Whether サーバ or サーバー is preferred is left open there; the longer stands first here.  まちづくり, こども,
新型コロナ: everyday office Japanese, no source.  Forms of one character (髙, 﨑, ヶ) are in text/variants.py: folding knows them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.numbers import small_number


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
        """Return what the word is called in a message."""
        return self.forms[0] + self.ends[:1]

    @property
    def pattern(self) -> str:
        """Return the spelling as a pattern."""
        ends = f"[{self.ends}]" if self.ends else ""
        return f"{self.before}(?:{'|'.join(self.forms)}){ends}{self.after}"


class Word(NamedTuple):
    """A word in all its spellings."""

    spellings: tuple[Spelling, ...]
    """The one of official documents first."""
    key: str | None = None
    """What all of them become where names of projects are compared; None: names are not compared by this word."""
    only_in_names: tuple[str, ...] = ()
    """Further spellings that names of projects are compared by, and no more."""
    is_checked: bool = True
    """Whether DX209 says where a list spells it in two ways."""

    @property
    def others(self) -> tuple[str, ...]:
        """Return the spellings, folded, that give way to the key in the name of a project."""
        if self.key is None:
            return ()
        forms = (form for spelling in self.spellings for form in spelling.forms)
        folded = dict.fromkeys(map(fold, (*forms, *self.only_in_names)))
        return tuple(form for form in folded if form != self.key)


_NOUN = r"(?![ぁ-ん])"
_NOUN_OF_VERB = r"(?!やす|がち)(?=[のをにがはでとへやも・）)」』\]（(\s。]|等|など|状況|内容|事例|支援|$)"
"""Behind a noun that is a verb before a comma: 取り組み、."""
_KANA = regex("[ぁ-ん]")


def _one(*forms: str, ends: str = "", before: str = "", after: str = "") -> Spelling:
    return Spelling(forms, ends, before, after)


def _nouns(official: str, *others: str) -> Word:
    """Return a noun that is made of a verb; names are compared without okurigana."""
    spellings = (_one(official, after=r"(?![るたてらま])"), *(_one(other, after=_NOUN_OF_VERB) for other in others))
    return Word(spellings, key=_KANA.sub("", official))


def _nouns_in_names(*words: str) -> tuple[Word, ...]:
    """Return nouns that are made of verbs, each as 申合せ/申し合わせ, by which names alone are compared."""
    return tuple(_nouns(*word.split("/"))._replace(is_checked=False) for word in words)


def _names(key: str, *others: str) -> Word:
    """Return a word by which only names of projects are compared, in a key that need not be the official spelling."""
    return Word((_one(key, *others),), key, is_checked=False)


def _kana(official: str, kana: str, *, before: str = "") -> Word:
    return Word((_one(official), _one(kana, before=before)), key=kana)


def _loan(*words: str) -> Word:
    """Return a loan word, which may end a compound but not begin a longer word."""
    return Word(tuple(_one(word, after="(?![ァ-ヺー])") for word in words))


_NO_LAW = "(?!総合支援|差別解消|手帳|雇用|基本法|虐待防止|優先調達|週間|自立支援|控除|権利条約|スポーツ|情報アクセシビリティ|計画|プラン|支援センター|就業|就労)"
"""In the names of laws and of what they have made the spelling is theirs."""

_NO_NAME = "(?![一-龠々]{0,6}(?:会|協会|法人|センター|団体))"
"""An association spells its name as it likes."""

WORDS: tuple[Word, ...] = (
    # okurigana
    Word((_one("取組", after=f"(?:{_NOUN}|(?=[のをにがはでとへやも]))"), _one("取り組み", "取組み", after=_NOUN_OF_VERB)),
         key="取組", only_in_names=("とりくみ",)),
    Word((_one("取り組", ends="むめまん"), _one("取組", ends="むめまん"))),
    Word((_one("手続", after="(?!き)"), _one("手続き")), key="手続", only_in_names=("てつづき",)),
    _nouns("受入れ", "受け入れ"), _nouns("申込み", "申し込み"), _nouns("問合せ", "問い合わせ", "問合わせ"),
    _nouns("打合せ", "打ち合わせ", "打合わせ"), _nouns("取扱い", "取り扱い"), _nouns("貸出し", "貸し出し"),
    _nouns("引継ぎ", "引き継ぎ"), _nouns("切替え", "切り替え"), _nouns("立入り", "立ち入り"), _nouns("読取り", "読み取り"),
    _nouns("届出", "届け出"),
    Word((_one("支払", after="(?![いうわっ])"), _one("支払い", after=_NOUN_OF_VERB)), key="支払"),
    _nouns("掘り起こし", "掘り起し", "掘起こし")._replace(only_in_names=("掘起し",)),
    *_nouns_in_names(
        "申合せ/申し合わせ", "取替え/取り替え", "貸付け/貸し付け", "売上げ/売り上げ", "繰越し/繰り越し", "割当て/割り当て", "見込み",
        "積立て/積み立て", "払戻し/払い戻し", "埋立て/埋め立て", "引渡し/引き渡し", "立ち上げ/立上げ", "見守り", "呼出し/呼び出し",
        "組立て/組み立て", "買物/買い物", "引っ越し/引越し", "植付け/植え付け", "据付け/据え付け", "締切り/締め切り",
    ),
    Word((_one("行", ends="わいうえおっ", before="(?<=を)"), _one("行な", ends="わいうえおっ", before="(?<=を)"))),
    # kanji or kana
    Word((_one("見える化"), _one("みえる化"))),
    _kana("及び", "および", before="(?<![ぁ-ん])"), _kana("並びに", "ならびに"), _kana("又は", "または"), _kana("更なる", "さらなる"),
    Word((_one("若しくは"), _one("もしくは"))),
    Word((_one("様々"), _one("さまざま"))),
    Word((_one("図", ends="るりっれろ", before="(?<=を)"), _one("はか", ends="るりっれろ", before="(?<=を)"))),
    Word((_one("障害", ends="者", after=_NO_LAW), _one("障がい", ends="者", after=_NO_NAME), _one("障碍", ends="者")), key="障害"),
    Word((_one("ごみ", before="(?<![ぁ-ん])", after="(?=[のをが減処収分問])"), _one("ゴミ", before="(?<![ァ-ヺー])", after="(?![ァ-ヺー])"))),
    Word((_one("まちづくり"), _one("街づくり", "町づくり", "まち作り", "街作り")), key="まちづくり", only_in_names=("町作り",)),
    _names("こども", "子供", "子ども"), _names("ものづくり", "物づくり", "モノづくり", "もの作り"),
    _names("人づくり", "ひとづくり", "人作り"), _names("いかす", "活かす", "生かす"), _names("つくる", "創る", "作る"),
    # figures and counters
    Word((_one("一人一台"), _one("1人1台", "1人一台", "一人1台"))),
    Word((_one("一人一人"), _one("1人1人", "1人一人"), _one("一人ひとり", "1人ひとり"), _one("ひとりひとり", "ひとり一人"))),
    _names("1人", "一人", "ひとり"), _names("1台", "一台"),
    Word((_one("3次元"), _one("三次元"))),
    Word((_one("一つ", before="(?<![0-9一-龠])"), _one("1つ", before="(?<![0-9])"), _one("ひとつ", after="(?=[のとにで])"))),
    Word((_one("か月"), _one("ヶ月", "ヵ月", "ケ月", "カ月", "箇月")), key="か月"),
    Word((_one("か所", before="(?<=[0-9])"), _one("箇所", "ヶ所", "ヵ所", "ケ所", "カ所", "個所", before="(?<=[0-9])")), key="か所"),
    # loan words; names are compared without a long vowel at the end, whatever the word
    _loan("サーバー", "サーバ"), _loan("ユーザー", "ユーザ"), _loan("コンピューター", "コンピュータ"), _loan("プリンター", "プリンタ"),
    _loan("センサー", "センサ"), _loan("ルーター", "ルータ"), _loan("フォルダー", "フォルダ"), _loan("ブラウザー", "ブラウザ"),
    _loan("モニター", "モニタ"), _loan("スキャナー", "スキャナ"), _loan("ハードウェア", "ハードウエア"),
    _loan("ソフトウェア", "ソフトウエア")._replace(key="ソフトウエア"), _loan("ウイルス", "ウィルス")._replace(key="ウイルス"),
    _loan("インターフェース", "インターフェイス", "インタフェース"), _loan("スマートフォン", "スマートホン"),
    Word((_one("Wi-Fi"), _one("WiFi", "WIFI", "Wifi", "wifi", "WI-FI", before="(?<![A-Za-z])", after="(?![A-Za-z])"))),
    Word((_one("ウェブサイト"), _one("Webサイト", "WEBサイト", "webサイト"))),
    Word((_one("ホームページ"), _one("HP", "H/P", before="(?<![A-Za-z0-9])", after="(?![A-Za-z0-9])"))),
    # names of things
    _names("新型コロナ", "新型コロナウイルス感染症", "新型コロナウィルス感染症", "新型コロナウイルス", "新型コロナウィルス", "covid-19"),
)  # fmt: skip
"""Every word once."""

CHECKED: tuple[tuple[Spelling, ...], ...] = tuple(word.spellings for word in WORDS if word.is_checked)
"""The spellings of the words that a list should spell in one way."""

OF_KINDS: tuple[str, ...] = (
    "研修", "講座", "講習", "講習会", "研修会", "教室", "セミナー", "相談", "検査", "補助", "補助金", "助成", "助成金", "手当", "給付金", "大会", "イベント", "会議", "検診", "健診",
    "事業", "カード", "料金", "コース", "クラス", "施設", "学校",
)  # fmt: skip
"""What comes in kinds, so that the brackets behind it name one each: 職員研修（基礎セミナー）."""


class _Misspelling(NamedTuple):
    """A word as it is wrong in every text, and as it is right."""

    wrong: str
    right: str
    before: str = ""
    after: str = ""
    """Patterns that hold before and behind it, so that it is not read out of two other words."""
    is_sure: bool = True
    """Whether it cannot be meant so."""

    @property
    def pattern(self) -> str:
        """Return it as a pattern."""
        return f"{self.before}{self.wrong}{self.after}"


def _misspelt(pair: str) -> _Misspelling:
    wrong, right = pair.split("/")
    return _Misspelling(wrong, right)


_OF_A_PERIOD = "(?<![度月週期年巻端始結幕文語行本顛粗])"
"""年度末実施, 月末整備 are right."""

MISSPELT: tuple[_Misspelling, ...] = (
    # loan words
    *(_misspelt(pair) for pair in (
        "シュミレーション/シミュレーション", "シュミレート/シミュレート", "シュミレータ/シミュレータ", "コミニュケーション/コミュニケーション",
        "コミュニュケーション/コミュニケーション", "コミニティ/コミュニティ", "コミニュティ/コミュニティ", "コミュニテイ/コミュニティ", "セキュリテイ/セキュリティ",
        "ボランテイア/ボランティア", "ボランティヤ/ボランティア", "ディスクトップ/デスクトップ", "フューチャーフォン/フィーチャーフォン", "アボガド/アボカド",
        "バトミントン/バドミントン", "ハイブリットカー/ハイブリッドカー", "タブレッド/タブレット", "エンターテイメン卜/エンターテイメント",
        "オリンビック/オリンピック", "パラリンビック/パラリンピック", "キャンベーン/キャンペーン", "ホームべージ/ホームページ", "ホームベージ/ホームページ",
        "ワークショプ/ワークショップ", "スケジュルー/スケジュール", "アンケト/アンケート", "インターネト/インターネット",
        "シュチュエーション/シチュエーション", "マネジメト/マネジメント", "デジタライザーション/デジタライゼーション",
    )),
    _Misspelling("デジタルデバイス対策", "デジタルデバイド対策"),
    _Misspelling("デジタルデバイスの解消", "デジタルデバイドの解消"),
    _Misspelling("デジタルデバイスの是正", "デジタルデバイドの是正"),
    _Misspelling("デジタルデバイス解消", "デジタルデバイド解消"),
    _Misspelling("的を得た", "的を射た", is_sure=False),
    # kanji that look alike, where no word has the other one
    _Misspelling("年度未", "年度末", after="(?=まで|に|の|現在|時点|[、。）)]|$)"),
    _Misspelling("年未年始", "年末年始"),
    _Misspelling("メンテナス", "メンテナンス", after="(?!ク)"),
    _Misspelling("登緑", "登録", after="(?![地化道茶])"),
    _Misspelling("記緑", "記録", "(?<![上下左右前])", "(?![地化道茶])"),
    _Misspelling("縮少", "縮小", after="(?![なの々人数])"),
    *(_Misspelling(word + "土", word + "士", after="(?![曜日地壌木砂質台])") for word in ("保育", "福祉", "弁護", "看護", "税理", "管理栄養")),
    *(_Misspelling(wrong, right, "(?<![派軽現重])") for wrong, right in (
        ("遣産", "遺産"), ("遣跡", "遺跡"), ("微収", "徴収"), ("象微", "象徴"), ("複興", "復興"), ("複旧", "復旧"),
    )),
    *(_Misspelling(wrong, wrong.replace("末", "未"), _OF_A_PERIOD) for wrong in ("末満", "末来", "末定", "末整備", "末利用", "末実施", "末然", "末就学", "末収金", "末納")),
    *(_misspelt(pair) for pair in (
        "特微/特徴", "派遺/派遣", "訪間/訪問", "顧間/顧問", "完壁/完璧", "専問/専門", "撤底/徹底",
        "危倶/危惧", "招介/紹介", "不可決/不可欠", "幣害/弊害",
        "予防接腫/予防接種", "運般/運搬", "脆弱牲/脆弱性", "可能牲/可能性", "重要牲/重要性", "必要牲/必要性", "利便牲/利便性", "有効牲/有効性", "効卒/効率",
        "比卒/比率", "確卒/確率",
    )),
)  # fmt: skip
"""Misspellings that are no word.  Of loan words 外来語の表記 has the right one; デジタルデバイス (a device) where only the digital
divide can be meant is of line 162 of fukushima_r04; 的を得た is held for right by some dictionaries; kanji that look alike, and
the rest: common knowledge, no source."""

_KEY = {other: word.key for word in WORDS if word.key for other in word.others}
_ANY = regex("|".join(map(re.escape, sorted(_KEY, key=len, reverse=True))))
_LONG_VOWEL = regex(r"(?<=[ァ-ヺ][ァ-ヺ]|ー[ァ-ヺ])ー(?![ァ-ヺー])")
"""At the end of a word of katakana: サーバー / サーバ."""
_MARK = regex(r"(?<![0-9])\W|\W(?![0-9])|_")
"""A bracket, dot, dash or comma, but not between two figures: 1-2, 3.5."""
REMARK = regex(
    r"\((?:再掲|新規|拡充|継続|一部新規|一部拡充|重点|仮称|新|拡|継|(?:新規|拡充|一部)?・?組替|重点事業|主要事業|再)\)"
)
"""What a list says of a project within its name: （再掲）, 【新規】, （仮称）; brackets folded."""
_ORDINAL = regex(r"(?<=第)[一二三四五六七八九十]+(?=[期次回号弾])")


def respell(folded: str) -> str:
    """Return a folded text in one spelling, without brackets, dots, dashes and remarks; numbers stay apart.

    >>> respell("行政手続きのオンライン化への取り組み") == respell("行政手続の、オンライン化への取組")
    True
    >>> respell("第1-2工区") == respell("第12工区")
    False
    """
    text = REMARK.sub("", folded) if "(" in folded else folded
    text = _ANY.sub(lambda match: _KEY[match[0]], text)
    text = _ORDINAL.sub(lambda match: str(small_number(match[0])), text)
    return _MARK.sub("", _LONG_VOWEL.sub("", text))
