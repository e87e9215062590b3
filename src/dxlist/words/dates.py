"""Words around years, months and dates that say what the date is to a target or to a list.

Source: the list in data/raw (fukushima_r04) for the forms that it prints; else everyday office Japanese, no source.  All
patterns read narrow text (:func:`dxlist.text.widths.narrow`).
"""

from __future__ import annotations

from dxlist.text.regex import regex

# --- years -------------------------------------------------------------------------------------------------------------

BARE_ENDS = r"末|当初|中|内|から|まで|より|比|実績|目標|見込|現在|時点|予算|決算|以降|現状|年次|計画|事業|開始|予定"
"""Behind a year without 年 (R4実績, R7末): words that follow a year, where ステーション behind H2 does not."""

EDGES = {"末": "end", "終わり": "end", "当初": "start", "初め": "start", "はじめ": "start", "初頭": "start"}
"""Behind a year, a fiscal year or a month: which end of it is meant."""

NO_YEARS = "間以後目生連計ぶ制前分程半"
"""Behind 年 these make a span of it: 3年間, 5年以内, 2年生."""

# --- deadlines ---------------------------------------------------------------------------------------------------------

TAIL = regex(r"(?:度?末日?|中|内|時点|当初|期間中|上半期|下半期|上期|下期|頃)*")
"""Belongs to the year: 令和6年度末時点."""

SAME_YEAR_AGAIN = regex(r" ?\((?:令和|平成|R|H|(?:19|20)) ?[0-9元]{1,2}(?:年度?)?(?:末)?\)(?:末|中|内|時点)*")
"""令和7年度（2025年度）末: the same year twice."""

SHORT_YEAR = regex(
    r"(?<![A-Za-z0-9])(?:FY ?(?P<before>20[0-9]{2})|(?P<behind>20[0-9]{2}) ?FY|(?P<era>[RH][0-9]{1,2})(?=[にはのをで]|累計))"
)
"""Years without 年 that stand before a particle: R8に, R8累計, FY2025."""

BY = regex(r" ?(?:まで|迄|を?目途|を?目処|をめど|を目標に|を期限|を最終)")
START = regex(r" ?(?:から|以降|以来|より(?!も)|~|～|〜|-(?=[RHS令平0-9]))")
BACKGROUND = regex(
    r"(?:の)?(?:実績|現在|比|策定|改定|現状|基準)|に係る|に向け|に備え|を見据え"
    r"|には?[^、。]{0,14}(?:した|された|していた|だった)(?=[^、。])"
    r"|[^、。0-9]{0,24}(?:に向けて?|に備えて?|を見据えて?|を踏まえて?)、"
)
"""An actual or a purpose: 令和3年度実績, 令和5年4月のリリースに向け."""
COMPARED_TO = regex("年?度?(?:対比|比|基準)")
"""Behind a year: the number is compared to it, and not due in it: −46％（2013年度比）."""
IN = regex(
    r"(?:において|における|には|に(?![向備関係対伴基つ])|は|の(?!実績|現状|基準|[0-9])|で(?=は|[0-9約])|目標値?"
    r"|[、:)\]】 →]|(?=[0-9約])|$)"
)

ONLY_LABEL = regex(
    r"(?:まで(?:に)?|に(?:は|おいて(?:は)?)?|の|は|時点(?:で|の)?|末|目標値?|実績値?|現状値?|基準値?|値|[()\]】:、, ])*"
)
"""Between a year and the number that it labels: R7：20件, 令和7年度目標値 20件."""

DATE_PARTICLES = regex(
    r"[)\]】]?(?:末|まで|に|は|において|における|時点|で|の|中|内|目標値?|値|を目途|を目処|を目標|をめど|現在|[:、, 」])*"
)
"""Behind a year at the edge of a metric."""

# --- months and days ---------------------------------------------------------------------------------------------------

MONTH = regex(
    r"(?<![0-9年度/.\-~か])(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-9]{1,2})日|末|上旬|中旬|下旬|頃)?"
    r"(?!間|額|平均|当たり|当り|あたり|につき|例|号|生|以内|[0-9])"
)
"""A month, at times with its day, without a year before it."""
EVERY_YEAR = regex(r"(?:毎年度?|例年|各年度?|年度?ごと|毎) ?(?:の|に|、)?$")
"""Before a month: it is that of every year."""
AS_OF = regex(r" ?(?:現在|時点|基準)")
"""Behind a month: the day of a count, the same every year."""

DATE = regex(
    r"(?:(?:(?P<era>令和|平成|昭和|R|H|S) ?(?P<number>[0-9]{1,2}|元)|(?P<western>(?:19|20)[0-9]{2}))(?: ?\([^()]{2,8}\))? ?年 ?)?"
    r"(?<![0-9/.,])(?P<month>[0-9]{1,2}) ?月(?: ?(?P<day>[0-9]{1,2}) ?日(?!間))?"
)

NAMED_YEAR = regex(
    r"比|基準|以前|生まれ|製|版|式|改[訂定正]|(?:[0-9]{1,2}月)?(?:閣議|公布|施行|採択|発効|(?:策定|制定|公表|開始|設立)(?=\)))"
    r"|(?:の|」)?(?:(?:ゼロ)?カーボン|脱炭素|温室効果|二酸化炭素|問題|崖|アジェンダ|大阪|関西|日本国際博|万博|東京オリ|デフリンピック|国スポ|ビジョン|ゼロ|ネットゼロ"
    r"|国際園芸|[^、。0-9]{0,6}(?:博覧会|オリンピック|パラリンピック|大会|センサス|国勢調査|[^査]調査|サミット)|ワールド|アジア|世界)"
)
"""Behind a western year: it belongs to a name, a source or a baseline (2050年カーボンニュートラル, 2025年の崖, 2020年国勢調査, 2013年度比)."""
DATES = regex(
    r" ?(?:末|まで|迄|以降|以後|以来|から|より|に(?![当係基発])|は|で|現在|時点|頃|目標|実績|値|[()\[\]」:、。,;・/~→⇒=\- ]|[0-9]|$"
    r"|の[^、。]{0,16}?(?:数|率|量|額|割合|度|件|面積|延長|人口)(?=[:はをが、。 0-9]|$))"
)
"""Behind a calendar year or a month that dates something; before another noun it is part of a name: 令和元年東日本台風."""
BRACKET_OF_A_NAME = regex(r"(?<![0-9数率割合量額度値標])(?<![人件回社台所])\((?:20[0-9]{2}年?[~-])?$")
"""Before a calendar year: it stands in the bracket of a name, 第20回競技大会（2026年）, 基本計画（2021～2025）."""
CLIMATE = regex(r"CO2|温室効果|二酸化炭素|カーボン|脱炭素|排出量|GHG|20[0-9]{2}年度?比")
"""In a sentence: its years are those of the targets of all nations, which are told in western years."""
BESIDE_ERA = regex(r"(?:令和|平成|昭和|R|H|S) ?[0-9元]{1,2}(?:年度?|末)*[(\[/]$")
"""Before a western year: it is the year of an era once more: R4（2022）."""
OF_OTHERS_PLAN = regex(
    r"(?:国|政府|県|都|道|府|世界|国連|EU|閣議|法律?|条例)[のはがで][^、。]{0,20}$|(?:SDGs|パリ協定)[^、。]{0,8}$|対$|に当たる$"
)
"""Before a year: it is one of another's plan, quoted: 国の目標（2030年度80%）."""

DONE = regex(r"した|された|してき|済み?の|であった|だった|実績|における(?:調査|アンケート)")
"""Between a date and a number: what the date closes is past."""
