"""DX2xx on written rows: what each rule marks, and what it would have there."""

import pytest

from dxlist.rules.dx2_texts.dictionary import Dictionary, Morpheme, installed_dictionary
from dxlist.rules.dx2_texts.katakana import katakana_slips
from dxlist.rules.dx2_texts.particles import runs_into_verbs
from tests.rules.written_lists import found_in, marked, texts_in, written

AI = "AIとICTを活用する。"

CASES = [
    ("DX201", (AI, "A1による要約を行う。"), ["A1 → AI"]),
    ("DX201", (AI, "A1-OCRで読み取る。"), ["A1 → AI"]),
    ("DX201", (AI, "Alチャットボットを置く。"), ["Al → AI"]),
    ("DX201", ("1CTを活用する。",), ["1CT → ICT"]),
    ("DX201", ("AI-0CRで読み取る。",), ["0CR → OCR"]),
    ("DX201", ("loTセンサーを置く。",), ["loT → IoT"]),
    ("DX201", ("C02を減らす。",), ["C02 → CO2"]),
    ("DX201", ("１ＣＴを活用する。",), ["１ＣＴ → ICT"]),
    ("DX201", ("1O0件を超える。",), ["1O0 → 100"]),
    ("DX201", ("DХを進める。",), ["DХ → DX"]),
    ("DX201", ("A1による要約を行う。",), []),
    ("DX201", (AI, "A1、A3の図面を出力する。A3も使う。"), []),
    ("DX201", ("C01、C02、C03の区画を測る。",), ["C02 → CO2"]),
    ("DX202", ("平成㉚年度から続ける。",), ["平成㉚年度 → 平成30年度"]),
    ("DX202", ("R⑤年度に始める。",), ["R⑤年度 → R5年度"]),
    ("DX202", ("令和⑤年から始める。",), ["令和⑤年 → 令和5年"]),
    ("DX202", ("令和5年④月に始める。",), ["④月 → 4月"]),
    ("DX202", ("令和4年度～⑥年度に行う。",), ["⑥年 → 6年"]),
    ("DX202", ("目標は⑦年度末までに達成する。",), ["⑦年度 → 7年度"]),
    ("DX203", ("職員がを支える仕組みを作る。",), ["がを"]),
    ("DX203", ("手続をが簡素になる。",), ["をが"]),
    ("DX203", ("システムをに移行する。",), ["をに"]),
    ("DX203", ("市町村にを支援する。",), ["にを"]),
    ("DX203", ("窓口でを受け付ける。",), ["でを"]),
    ("DX203", ("県はが進める。県ががん検診を進める。",), ["はが"]),
    ("DX203", ("県はの主体となる。",), ["はの"]),
    ("DX203", ("データ連携をについて検討する。",), ["をについて"]),
    ("DX204", ("県のの施設を整える。",), ["のの → の"]),
    ("DX204", ("システム整備ととセキュリティを両立する。",), ["とと → と"]),
    ("DX204", ("システムをを更新する。",), ["をを → を"]),
    ("DX204", ("電子申請を進める。。窓口を減らす。",), ["。。 → 。"]),
    ("DX204", ("推進推進する。",), ["推進推進 → 推進"]),
    ("DX204", ("システムのシステムの更新を行う。",), ["システムのシステムの → システムの"]),
    ("DX204", ("利用についてについて検討する。",), ["についてについて → について"]),
    ("DX207", ("ネットワ一クを整える。",), ["ネットワ一ク → ネットワーク"]),
    ("DX207", ("力メラを置く。カメラの数を増やす。",), ["力メラ → カメラ"]),
    ("DX207", ("セキユリティを高める。",), ["セキユリティ → セキュリティ"]),
    ("DX207", ("ブラットフォームを、プラットフォームとしてプラットフォームに置く。",), ["ブラットフォーム → プラットフォーム"]),
    ("DX207", ("ロボコソを開く。ロボコンを見る。ロボコンに出る。",), ["ロボコソ → ロボコン"]),
    ("DX207", ("オープソデータを公開する。",), ["オープソデータ → オープンデータ"]),
    ("DX207", ("ビンゴアプリとピンゴアプリを配る。",), []),
    ("DX208", ("子育てマップを公開する。", "子育てまっぷの閲覧を増やす。"), ["育てまっぷ"]),
    ("DX208", ("県民ナビ（よりそいナビ）を配る。県民ナビ（よりそい健康ナビ）を使う。",), []),
    ("DX208", ("総合相談窓口システム（スマイルネット）を配る。総合相談窓口システム（スマイル健康ネット）を使う。",), ["スマイル健康ネット"]),
    ("DX208", ("総合相談窓口システム（スマイルネット）を配る。", "総合相談窓口システム（スマイル健康ネット）を使う。"), []),
    ("DX209", ("および、及び、及び",), ["および → 及び"]),
    ("DX209", ("取り組み", "取組を広げる。取組を続ける。取り組みを示す。"), ["取り組み → 取組"]),
    ("DX210", ("人工知能を学ぶ。人工知能を使う。", AI), ["人工知能 → AI"]),
    ("DX210", ("人工知能（AI）を学ぶ。",), []),
    ("DX211", ("避難のシュミレーションを行う。",), ["シュミレーション → シミュレーション"]),
    ("DX212", ("同上の事業と併せて行う。",), ["同上"]),
    ("DX212", ("別紙のとおり進める。",), ["別紙"]),
    ("DX212", ("別紙参照",), ["別紙"]),
    ("DX212", ("前述の取組を続ける。",), ["前述"]),
    ("DX212", ("対象は次のとおり。",), ["次のとおり"]),
    ("DX212", ("1(1)と同じ内容を行う。3(2)アに同じ。",), ["1(1)", "3(2)ア"]),
    ("DX213", ("申請（オンラインを進める。",), ["（"]),
    ("DX213", ("申請をオンライン化）する。",), ["）"]),
    ("DX213", ("「申請（オンライン」）を進める。",), ["（", "）"]),
    ("DX214", ("電子申請ｼｽﾃﾑとｻｰﾊﾞを整える。",), ["ｼｽﾃﾑ → システム"]),
    ("DX215", ("電子申請のシステムを",), ["を"]),
    ("DX215", ("電子申請、電子納付及び",), ["及び"]),
]  # fmt: skip

NAMES = [
    (
        "デジタル活用した支援事業（デジタルを活用した支援事業）",
        ["デジタル活用した支援事業 → デジタルを活用した支援事業"],
    ),
    (
        "デジタルを活用した支援事業（デジタル活用した支援事業）",
        ["デジタル活用した支援事業 → デジタルを活用した支援事業"],
    ),
    ("デジタル活用支援事業（スマホ教室開催事業）", []),
    ("農業先端技術展開事業（農業先端技術の実証事業）", []),
]

LOST = [
    ("高度なセキュリティ監視実施していく。", ["監視実施"]),
    ("新たなシステム導入する。", ["システム導入"]),
    ("提出された書類確認する。", ["書類確認"]),
    ("県民に分かりやすい情報発信する。", ["情報発信"]),
    ("市町村の業務改善する。", ["業務改善"]),
    ("必要な行政手続電子化する。", ["手続電子化"]),
    ("4月に運用開始する。", []),
    ("全国に情報発信する。", []),
    ("県の運営支援する団体を増やす。", []),
    ("実施した結果判明した課題を示す。", []),
    ("申請の都度更新する。", []),
]


def shown(code: str, *overviews: str, names: tuple[str, ...] = ()) -> list[str]:
    """Return what a rule marks in a list, and what it would have there."""
    found = [one.found for one in found_in(written(*overviews, names=names), code)]
    return [
        f"{words} → {one.suggestion}" if one.suggestion else words
        for one, words in zip(found, marked(found), strict=True)
    ]


@pytest.mark.parametrize(("code", "overviews", "words"), CASES)
def test_what_a_rule_marks(code: str, overviews: tuple[str, ...], words: list[str]) -> None:
    found = shown(code, *overviews)
    assert [one if " → " in word else one.split(" → ")[0] for one, word in zip(found, words, strict=True)] == words


@pytest.mark.parametrize(("name", "words"), NAMES)
def test_a_name_that_lost_a_particle(name: str, words: list[str]) -> None:
    assert shown("DX205", "支援する。", names=(name,)) == words


@pytest.mark.parametrize(("sentence", "words"), LOST)
def test_a_noun_that_ran_into_its_verb(sentence: str, words: list[str]) -> None:
    texts = texts_in(written(sentence))
    assert marked(runs_into_verbs(texts, installed_dictionary())) == words
    assert marked(runs_into_verbs(texts, None)) == []


def test_the_list_itself_says_what_lost_its_particle() -> None:
    texts = texts_in(written("高度なセキュリティ監視実施していく。", "毎年監視を実施する。"))
    assert marked(runs_into_verbs(texts, None)) == ["監視実施"]


class Knows:
    """A dictionary of a few words: every other run of letters is one word that it does not know."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def words(self, text: str) -> list[Morpheme]:
        return [Morpheme(text, "noun", text in self._words)]


@pytest.mark.parametrize(
    ("dictionary", "words"),
    [(None, []), (Knows(), []), (Knows("イノシシ"), ["インシシ"]), (Knows("イノシシ", "インシシ"), [])],
)
def test_a_dictionary_tells_a_slip_from_a_word(dictionary: Dictionary | None, words: list[str]) -> None:
    assert marked(katakana_slips(texts_in(written("インシシを捕らえる。")), dictionary)) == words


def test_a_word_that_the_list_prints_often_is_a_name() -> None:
    texts = texts_in(written("インシシを捕らえる。インシシを追う。インシシの数を示す。"))
    assert marked(katakana_slips(texts, Knows("イノシシ"))) == []


def test_codes_and_sizes_of_one_form_make_it_doubtful_only() -> None:
    severities = [one.severity for one in found_in(written(AI, "A1の紙とA3の紙を使い、A1資料を作る。"), "DX201")]
    assert set(severities) <= {"info"}


def test_one_finding_for_all_half_width_words_of_a_list() -> None:
    document = written("電子申請ｼｽﾃﾑを整える。", "ｻｰﾊﾞを更新する。")
    (one,) = found_in(document, "DX214")
    assert [other.line for other in one.found.related] == [3]


def test_a_span_in_a_wrapped_cell_is_that_of_the_print() -> None:
    document = written("電子申請シス テムをの更 新を進め、業務 の効率化を図 る。")
    (one,) = found_in(document, "DX203")
    place = one.found.place
    assert (place.text or "")[place.start : place.end] == "をの"
