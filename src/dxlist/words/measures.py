"""Nouns of what is measured, by what a number of them looks like, and words of change.

Source: the list in data/raw (fukushima_r04) for the nouns that it prints; else everyday office Japanese, no source.  All patterns read narrow text
(:func:`dxlist.text.widths.narrow`), brackets and colons half-width.
"""

from __future__ import annotations

from dxlist.text.regex import regex

NOTE = r"(?: ?\([^()]{0,200}\))"
"""A bracket behind a noun; whatever follows a noun is bounded, for every noun of a long text is tried."""
FRAME = rf"{NOTE}{{0,9}}(?:について(?:は)?|に関して|に関し)?[をがはも]?[、:= ]{{0,40}}"
"""Between a metric and its number."""

_NO_COUNT = r"(?<![複多少半関偶奇無手因指変係定素])(?<!有効求人倍)"
COUNT = rf"(?:{_NO_COUNT}数|(?<![大少多軽計測裁技])量|(?<![少多全])額|件|売上高|生産高|販売高|人口|面積|延長|時間|費用|コスト|価格|所得)"
"""Ends of a noun of which there is so much or so many."""
SHARE = r"(?:(?<![効能確])率|割合|満足度|認知度|理解度|認識度|浸透度|定着度|貢献度|達成度|習熟度|カバー度|シェア)"
"""Ends of a noun that is a share of a whole."""

COUNTED = regex(rf"(?:{COUNT}|{SHARE}){FRAME}$")
"""At the end of the text before a number: it needs a unit."""

SHARED = regex(rf"{SHARE}{FRAME}$")
"""At the end of the text before a number: a share, which may be written as 0.8."""

PURE_NUMBER = regex(
    r"(?:出生率|死亡率|婚姻率|離婚率|再生産率|倍率|回転率|指数|係数|比|スコア|偏差値|評価値?|評定|レベル|ランク|順位|得点|評点|点数|成績|判定値?|密度|世代|段階|平均値"
    rf"|\([^()]{{0,100}}(?:段階|満点|評価|指数|NPS|SMR|比|=)[^()]{{0,100}}\)|NPS|PUE|pH|GPA|BMI|Is値|IS値|FI|力|度数率|強度率|濃度|等級|格付け?){FRAME}$"
)
"""At the end of the text before a number: it is one without a unit, or on a scale of its own."""
PER_SO_MANY = regex(r"人口(?:1?[0-9]?[千万]?[0-9]*[千万]?)人?(?:当たり|あたり|当り|対|につき)")
"""A rate per so many people: 罹患率（人口10万人対）, 人口千人当たり出生数."""
OPINION = regex(rf"(?:満足|認知|理解|認識|浸透|定着|習熟|貢献|関心|共感|信頼|愛着)(?:度|率){NOTE}{{0,9}}$")
"""At the end of a metric: the share of those who answered so."""

AT_MOST_ALL = regex(
    r"(?:カバー率|(?:普及|整備|導入|保有|取得|正答|合格|参加|受診|接種|出席|就職|進学|卒業|加入|設置|策定|配備|作成|収納|徴収|納付|公開|交付|接続|水洗|浸透|定着|完了|対応|適用|配置|認知|理解|満足|着用|所持|居住|在籍|修了|検挙|有収|人口|世帯|耐震|電子|電子申請|洋式|オンライン|デジタル|標準|ペーパーレス|ICT|無線)(?:化)?率"
    rf"|割合|満足度|認知度|理解度|浸透度){FRAME}$"
)
"""At the end of the text before a number: a part of a whole, which is never more than all of it."""
MAY_EXCEED = regex(r"(?:普及|整備|配備|配置|保有|所持|設置|参加|加入|作成)(?:化)?率")
"""Shares of a plan, of a standard or of households, of which there may be more than all: 携帯電話の普及率, 教育用端末の整備率."""
AGAINST = regex(r"予備|前年|昨年|基準|当初|現状|従来|実績|計画|目標|定員|比|対する|に対し|平均|とした|達成|増|伸")
"""What may be more than all: a share of another year's value, of a plan."""

_RISE = r"増加|上昇|伸び|伸長|伸|成長|拡大|向上|増"
_FALL = r"減少|削減|縮減|低減|低下|短縮|節減|節約|抑制|軽減|圧縮|減"
CHANGE_OF_RATE = regex(
    rf"(?:(?P<rise>{_RISE})|{_FALL})率{FRAME}"
    r"(?:(?:対?前年(?:度|同月|同期)?|対?昨年度?|対?[^、。 ]{1,8}年度?)比(?:で|の|、)?)?(?:約|概ね|おおむね|年間|年平均|毎年度?|平均|\+|プラス){0,9} ?"
    r"(?P<size>[0-9][0-9,.]*) ?(?:%|パーセント|割)(?:以上|程度|超|を?超え(?:る)?)?の?"
    rf"(?(rise)(?:増加|増(?!や)|アップ|上昇|伸び|向上)|(?:減少|減(?!ら)|削減|縮減|低減|低下|短縮|ダウン|カット))(?!率)"
)
"""増加率について、120%増: the rate of a change that changes again."""

NO_TARGET_NEEDED = regex(
    r"(?:人件費|給与費?|報酬|予備費|公債費|元金|利子|償還金?|繰出金|積立金|還付金|事務費|管理費|運営費|負担金|分担金)$"
)
"""Ends of names of expenses for which nobody sets a target."""

BARE_REDUCTION = regex(rf"(?:削減|縮減|短縮|節減|低減|軽減|減少|抑制|圧縮){FRAME}$")
"""At the end of the text before a number: less of something, and the number may be the level or the cut."""
LEVEL = regex(
    r"/(?:月|年|日|人|件|回|週|台|世帯|社|校|か月|ヶ月)|平均|(?:[1一]?(?:人|月|日|件|回|世帯|社|校|週)|か月|ヶ月)(?:当たり|あたり|当り)"
)
"""Of what a thing is per one: the number that follows is likely its level."""
