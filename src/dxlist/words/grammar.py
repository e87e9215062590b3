"""Grammar that the rules about texts rest on: particles, forms of する, words that point outside the text.

Source: 学校文法 (格助詞 take one another's place and do not follow を; は and が shut each other out; サ行変格活用; nouns used as
adverbs, 形式名詞) and 日本語記述文法研究会『現代日本語文法2』; 公用文作成の考え方 (文化審議会 建議 2022) on 上記, 左記, 別紙 and
their like.  Each is narrowed by words that the list in data/raw (fukushima_r04) and right sentences show to be no slip: a pair of
particles counts only where the letters around it cannot be a word in kana (をのぞく, をはじめ, がん検診, まんがを, は種, と畜, から揚げ).
"""

from __future__ import annotations

from dxlist.text.regex import regex

# --- particles ---------------------------------------------------------------------------------------------------------

_W = r"一-龠々〆ヶァ-ヺーA-Za-z0-9０-９Ａ-Ｚａ-ｚ"
"""Letters of a noun that is not written in hiragana."""
_BEFORE = rf"(?<=[{_W}）)」』])"
_AFTER = rf"(?=[{_W}「『（(])"

PAIRS = regex(
    # を takes its noun to a verb: no other particle may follow before a noun.
    rf"を(?:の|が|に|は|へ|で|から|まで){_AFTER}(?!(?<=は)[種握乗]|(?<=から)[揚拭煎炒炊傘押咳付梅松堀回振])"
    r"|を(?:について|における|において|によ[りるっ]|に(?=対し|関し|向け|係る|応じ)|をもって)"
    # が, に, は, で, へ, も before を; 初詣で and the like are nouns.
    rf"|{_BEFORE}(?:が|に|は|へ|も)を(?!もっ)|(?<=[{_W}）)」』])(?<![詣茹撫秀奏愛])でを"
    # は and が beside each other, or beside の and に.
    rf"|{_BEFORE}(?:がの|がは|はが|はの|はに|にが|にの){_AFTER}(?!(?<=はに)輪|(?<=にが)[手味瓜笑虫]|(?<=にの)腕)"
)
"""Two particles of which one is too many, as a slip of editing leaves them: システムをの更新."""

DOUBLED = regex(
    rf"を[ \u3000]?を|{_BEFORE}(?:のの|がが|にに|はは(?![種握親])|へへ|とと(?![畜殺石粒場体])|でで){_AFTER}"
    # Three in a row, and blanks between commas, are dots and empty places of a form.
    r"|(?<!。)。[ \u3000]?。(?!。)|(?<!、)、、(?!、)|、。|。、"
    r"|(によ(?:り|る)|に対(?:し|する)|について|における|において|ために?|する(?:こと|とともに)?|こと(?:により|を|が)|とともに|等を|などを)\1"
    r"(?!(?<=ため)[池るめ息込]|(?<=する)[すとり])"
    r"|(?<=[るたい])と(?=とともに)"
    rf"|(?<![{_W}])([一-龠々]{{2,6}}|[ァ-ヺー]{{4,40}})\2(?![一-龠々ァ-ヺー])"
    rf"|(?<![{_W}])([一-龠々ァ-ヺーA-Za-z]{{2,40}}(?:[のをにがはで]|する))\3"
)
"""A particle, a mark, a word or a word with its particle, twice in a row."""

NOT_DOUBLED = regex(
    r"[一二三四五六七八九十百千万各個毎逐時々]|.々|(.{1,3})\1$|要所|部分|場面|地域|節目|段階|世代|時代|瞬間|年代|時期|学校|家庭|会社|施設|季節|集落|事業|部署|行事|地区|課題|案件"
)
"""What a doubled word may begin with and be right, or be doubled itself: 一人一人, 個別個別, ワクワクワクワク."""
DISTRIBUTED = regex(r"(?:で|の|に|ごと|により|によって|に応じ|それぞれ)")
"""Behind a noun that is doubled to say each of them: 部署部署で異なる."""

TOGETHER = regex(r"(?<=[一-龠々][うるくすむ])ともに|(?<=[えげせぜてでねべめれ]る)ともに|(?<=する)ともに")
"""Behind a verb とともに alone is right: 行うともに."""
PARTICLES = frozenset("をのにがはとでへも")
"""What a name may have lost between two of its words."""

# --- verbs and the nouns before them -----------------------------------------------------------------------------------

SURU = r"(?:す(?:る|れば|べき)|し(?:た|て|、|ない|ます|つつ|ながら|得)|され|させ|せず)"
"""する behind a noun, in the forms that plans use."""
SURU_AT_END = r"(?:する(?=[。、]|とともに|ほか|$)|し(?=、)|した(?=。|$)|して(?=[、い]|$)|します|しつつ|しながら)"
"""する where it ends a clause, so that の before its noun cannot be its subject: 県の運営する施設 is right."""

ADNOMINAL_END = (
    r"(?:(?<=な)(?<!んな)(?<!かな)|(?<=[うすぶむる])(?<!ます)(?<!ほう)(?<!よう)|(?<=た)(?<!また)"
    r"|(?<=しい)|(?<=ない)|(?<=すい)|(?<=にくい)|(?<=たい)|(?<=[高強多広低近良早速深]い)|(?P<of>(?<=の)))"
)
"""Behind a word that qualifies the noun after it: 高度な, 新しい, 活用した, に係る, の."""
ADNOMINAL_LAST = "なうすぶむるたいの"
"""The last letters of such words."""

ADVERBIAL = frozenset({
    "際", "時", "場合", "後", "前", "上", "中", "間", "度", "都度", "結果", "一部", "以上", "以下", "以降", "以後", "以前", "以内", "以外", "今後", "当面",
    "毎年", "毎月", "毎日", "毎年度", "順次", "随時", "適宜", "期間", "期限", "年度", "年間", "全て", "全部", "一方", "反面", "場所", "他", "外", "内", "折",
    "方向", "限り", "当初", "同時", "一度", "一時", "一律", "一括", "一斉", "直接", "個別", "別途", "早期", "全面", "部分", "原則", "従来", "現在", "将来",
    "最大", "最低", "時期", "範囲", "方法", "形", "形式", "段階", "頻度", "独自", "自主", "単独", "共同", "多数", "少数", "半数", "大半", "複数", "各自", "自ら", "全員", "相互", "継続", "新規", "下半期", "上半期", "前期", "後期", "今年度", "来年度",
    "次年度", "本年度", "昨年度", "前年度", "翌年度", "同年度",
})  # fmt: skip
"""Nouns that stand before a verb as adverbs do: 一部改修する, 実施した結果判明した."""
ADVERBIAL_ENDS = frozenset("時後前中内間毎際上別度")
"""Last letters of such nouns: 更新時, 期間中."""

NO_OBJECT_ENDS = frozenset("部域営任様者員民方所地区県市町村国課局室")
"""Last letters of places, people and ways, which lack に, で or が before such a verb rather than を."""
LIGHT_VERBS = frozenset({
    "実施", "推進", "促進", "開始", "検討", "強化", "支援", "構築", "整備", "導入", "確保", "実現", "継続", "拡大", "拡充", "改善", "活用", "利用", "作成",
    "提供", "展開", "策定", "開催", "設置", "把握", "公開", "配備", "配置", "徹底", "予定", "目標", "運用", "開発", "調達", "更新", "改修", "派遣",
})  # fmt: skip
"""Verbs that take the noun before them as their object: 監視を実施する."""

# --- words that point --------------------------------------------------------------------------------------------------

_NO_RECORD = "(?![録憶念号入載章者述])"
"""史上記録的な, 右記載, 以上記載 are other words."""
_OF_A_LAW = "(?<![法令例則綱領程準示款定書約表式票紙帳]の)"
"""An appendix of a law, or the column of a form, is no part of the print."""
_OWN_WORD = "(?:(?<![一-龠々])|(?<=詳細)|(?<=内容)|(?<=内訳)|(?<=実績)|(?<=計画)|(?<=一覧))"
ASIDE = regex(
    rf"{_OF_A_LAW}[左右]記{_NO_RECORD}|(?<![一-龠々]){_OF_A_LAW}[左右上下](?:の)?欄(?!に(?:記入|押印|記載する|書))|(?<!目)[前次]頁|(?<![目以])[前次]ページ(?!.{{0,12}}(?:ボタン|リンク|遷移|画面|戻|進|表示|移動|切り?替))"
    r"|(?<![以事直最])[前後]掲(?![示載出げ])"
    rf"|{_OWN_WORD}{_OF_A_LAW}別[紙表添](?:\d+|[一二三四五])?(?=のとお|の通|を?参照|に(?:記載|示し|示す|掲げ|よる)|。|$)"
    r"|(?<![一-龠0-9])\d\(\d+\)[ア-ンa-z]?(?=と同様|に同じ|と同じ|を?参照)|No\.? ?\d+(?=と同|に同じ|を?参照)"
)
"""These point to another cell, row or sheet."""
THE_SAME = regex("同上")
BACK = regex(
    rf"(?<![一-龠々])同上(?=[^一-龠々]|$|事業|理由|施設|補助)|(?<![以史紙])上記{_NO_RECORD}|前述|先述|上述|(?<![以事直])前記{_NO_RECORD}|既述|(?<!条)前項"
)
"""These need something before them in the same text."""
AHEAD = regex(rf"(?<![以廊])下記{_NO_RECORD}|次の(?:とおり|通り)|以下の(?:とおり|通り)|次に掲げる")
"""These need something behind them."""
NOTHING_BEFORE = 8
"""So few letters before BACK hold nothing that it could mean."""
SOMETHING_BEHIND = regex(
    r"(?:[。：:①-⑳・●○■◆▪⇒→（(【「『＜<〈]\s*|\s)[^\s。）)]{2,}|[ア-ンa-zA-Z0-9０-９][.．)）]|、[^、。・]*[、・][^、。・]*[、・]"
)
"""Behind AHEAD: what it announces."""
