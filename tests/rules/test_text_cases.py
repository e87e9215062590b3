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
    ("DX201", (AI, "lCTを使う。"), ["lCT → ICT"]),
    ("DX201", (AI, "ⅠoTを使う。"), ["ⅠoT → IoT"]),
    ("DX201", (AI, "AⅠを使う。"), ["AⅠ → AI"]),
    ("DX201", (AI, "生成A1を使う。"), ["A1 → AI"]),
    ("DX201", (AI, "A1チャットボットを導入する。"), ["A1 → AI"]),
    ("DX201", (AI, "ΑIを使う。"), ["ΑI → AI"]),
    ("DX201", ("C02排出量を減らす。",), ["C02 → CO2"]),
    ("DX201", ("KP1を定める。",), ["KP1 → KPI"]),
    ("DX201", ("GlGAスクールを進める。",), ["GlGA → GIGA"]),
    ("DX201", ("3O人を採る。",), ["3O → 30"]),
    ("DX202", ("昭和⑤⑤年に建てた。",), ["昭和⑤⑤年 → 昭和55年"]),
    ("DX202", ("令和③年度末までに行う。",), ["令和③年度 → 令和3年度"]),
    ("DX202", ("4月①日に始める。",), ["①日 → 1日"]),
    ("DX203", ("システムをの更新を行う。",), ["をの → の"]),
    ("DX203", ("システムをの更新する。",), ["をの → を"]),
    ("DX203", ("データ連携をについて検討する。",), ["をについて → について"]),
    ("DX203", ("フラグをにより置換する。",), ["をにより → により"]),
    ("DX203", ("体制をにおいて整える。",), ["をにおいて → において"]),
    ("DX204", ("整備するととともに推進する。",), ["と"]),
    ("DX204", ("研修等を等を実施する。",), ["等を等を → 等を"]),
    ("DX204", ("終了、。",), ["、。 → 。"]),
    ("DX204", ("窓口で窓口で受け付ける。",), ["窓口で窓口で → 窓口で"]),
    ("DX204", ("サポートサポートする。",), ["サポートサポート → サポート"]),
    ("DX207", ("共通システムヘの接続を行う。",), ["ヘ → へ"]),
    ("DX207", ("市民ヘの周知を行う。",), ["ヘ → へ"]),
    ("DX207", ("こどもヘの支援を行う。",), ["ヘ → へ"]),
    ("DX207", ("次世代ヘ。",), ["ヘ → へ"]),
    ("DX207", ("市民ヘサービスを提供する。サービスを増やす。",), ["ヘ → へ"]),
    ("DX207", ("システムヘデータを送る。システムとデータを使う。",), ["ヘ → へ"]),
    ("DX207", ("すベての市民に届ける。",), ["ベ → べ"]),
    ("DX207", ("協カ体制を作る。",), ["協カ → 協力"]),
    ("DX207", ("窓ロを減らす。",), ["窓ロ → 窓口"]),
    ("DX207", ("施エを管理する。",), ["施エ → 施工"]),
    ("DX207", ("道路エ事を行う。",), ["エ事 → 工事"]),
    ("DX207", ("第ニ期計画を作る。",), ["第ニ → 第二"]),
    ("DX207", ("夜間やタ方の見守りを行う。",), ["タ方 → 夕方"]),
    ("DX207", ("ロコミを広げる。",), ["ロコミ → 口コミ"]),
    ("DX207", ("デー夕を公開する。",), ["デー夕 → データ"]),
    ("DX207", ("センタ一整備を行う。",), ["センタ一 → センター"]),
    ("DX207", ("コンビ二で交付する。",), ["コンビ二 → コンビニ"]),
    ("DX207", ("こころのへルスケアを進める。",), ["へルスケア → ヘルスケア"]),
    ("DX207", ("ホームへルパーを派遣する。ホームヘルパーを増やす。",), ["ホームへルパー → ホームヘルパー"]),
    ("DX211", ("年度未までに整備する。",), ["年度未 → 年度末"]),
    ("DX211", ("末整備の区間を整備する。",), ["末整備 → 未整備"]),
    ("DX211", ("世界遣産を守る。",), ["遣産 → 遺産"]),
    ("DX211", ("保育土を確保する。",), ["保育土 → 保育士"]),
    ("DX211", ("周知を図るともに、研修を行う。",), ["ともに → とともに"]),
    ("DX211", ("的を得た提案とする。",), ["的を得た"]),
    ("DX211", ("ホームべージを更新する。",), ["ホームべージ → ホームページ"]),
    ("DX212", ("左記改修を行う。",), ["左記"]),
    ("DX212", ("詳細別紙参照",), ["別紙"]),
    ("DX212", ("左欄の内容を実施する。",), ["左欄"]),
    ("DX213", ("令和4)年度に行う。",), [")"]),
    ("DX213", ("総合福祉センター（盛町）)の施設を管理する。",), [")"]),
    ("DX213", ("1)設計を行う。2)構築を行う（県内。",), ["（"]),
    ("DX213", ("使う」を進める。",), ["」"]),
    ("DX215", ("職員の資質向上を図るための",), ["ための"]),
    ("DX215", ("国、県、市町村が",), ["が"]),
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


MENDED = ("DX201", "DX202", "DX203", "DX204", "DX207", "DX211")


@pytest.mark.parametrize(("code", "overviews", "words"), [case for case in CASES if case[0] in MENDED and case[2]])
def test_what_is_suggested_leaves_nothing_to_find(code: str, overviews: tuple[str, ...], words: list[str]) -> None:
    texts, mended = list(overviews), 0
    while found := [one.found for one in found_in(written(*texts), code) if one.found.suggestion is not None]:
        place, meant = found[0].place, found[0].suggestion
        line, text = (place.line or 0) - 2, place.text or ""
        texts[line] = text[: place.start] + (meant or "") + text[place.end :]
        mended += 1
        assert mended <= len(words)
    assert mended or not any(" → " in word for word in words)


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
