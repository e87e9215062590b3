"""Forms of する, and nouns that stand before a verb without a particle.

Source: 学校文法 (サ行変格活用; 副詞的に使われる名詞, 形式名詞), read against the lists in data/raw and published plans.
"""

from __future__ import annotations

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

ADVERBIAL = frozenset(
    [
        "際",
        "時",
        "場合",
        "後",
        "前",
        "上",
        "中",
        "間",
        "度",
        "都度",
        "結果",
        "一部",
        "以上",
        "以下",
        "以降",
        "以後",
        "以前",
        "以内",
        "以外",
        "今後",
        "当面",
        "毎年",
        "毎月",
        "毎日",
        "毎年度",
        "順次",
        "随時",
        "適宜",
        "期間",
        "期限",
        "年度",
        "年間",
        "全て",
        "全部",
        "一方",
        "反面",
        "場所",
        "他",
        "外",
        "内",
        "折",
        "方向",
        "限り",
        "当初",
        "同時",
        "一度",
        "一時",
        "一律",
        "一括",
        "一斉",
        "直接",
        "個別",
        "別途",
        "早期",
        "全面",
        "部分",
        "原則",
        "従来",
        "現在",
        "将来",
        "最大",
        "最低",
        "多数",
        "少数",
        "半数",
        "大半",
        "複数",
        "各自",
        "自ら",
        "全員",
        "相互",
        "継続",
        "新規",
        "下半期",
        "上半期",
        "前期",
        "後期",
        "今年度",
        "来年度",
        "次年度",
        "本年度",
        "昨年度",
        "前年度",
        "翌年度",
        "同年度",
    ]
)
"""Nouns that stand before a verb as adverbs do: 一部改修する, 実施した結果判明した."""
ADVERBIAL_ENDS = frozenset("時後前中内間毎際上別度")
"""Last letters of such nouns: 更新時, 期間中."""

LIGHT_VERBS = frozenset(
    [
        "実施",
        "推進",
        "促進",
        "開始",
        "検討",
        "強化",
        "支援",
        "構築",
        "整備",
        "導入",
        "確保",
        "実現",
        "継続",
        "拡大",
        "拡充",
        "改善",
        "活用",
        "利用",
        "作成",
        "提供",
        "展開",
        "策定",
        "開催",
        "設置",
        "把握",
        "公開",
        "配備",
        "配置",
        "徹底",
        "予定",
        "目標",
        "運用",
        "開発",
        "調達",
        "更新",
        "改修",
        "派遣",
    ]
)
"""Verbs that take the noun before them as their object: 監視を実施する."""
