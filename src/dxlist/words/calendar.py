"""Words around months and years that say whether they are dates of the list.

Source: the lists in data/raw and KPI tables of prefectures and cities.  The patterns read narrow text
(:func:`dxlist.words.codes.narrow`).
"""

from __future__ import annotations

import re

MONTH = re.compile(
    r"(?<![0-9年度/.\-~か])(?P<month>1[0-2]|[1-9])月(?:(?P<day>[0-9]{1,2})日|末|上旬|中旬|下旬|頃)?"
    r"(?!間|額|平均|当たり|当り|あたり|につき|例|号|生|以内|[0-9])"
)
"""A month, at times with its day, without a year before it."""
EVERY_YEAR = re.compile(r"(?:毎年度?|例年|各年度?|年度?ごと|毎) ?(?:の|に|、)?$")
"""Before a month: it is that of every year."""
AS_OF = re.compile(r" ?(?:現在|時点|基準)")
"""Behind a month: the day of a count, the same every year."""

DATE = re.compile(
    r"(?:(?:(?P<era>令和|平成|昭和|R|H|S) ?(?P<number>[0-9]{1,2}|元)|(?P<western>(?:19|20)[0-9]{2}))(?: ?\([^()]{2,8}\))? ?年 ?)?"
    r"(?<![0-9/.,])(?P<month>[0-9]{1,2}) ?月(?: ?(?P<day>[0-9]{1,2}) ?日(?!間))?"
)

NAMED_YEAR = re.compile(
    r"比|(?:の|」)?(?:(?:ゼロ)?カーボン|脱炭素|温室効果|二酸化炭素|問題|崖|アジェンダ|大阪|関西|日本国際博|万博|東京オリ|デフリンピック|国スポ|ビジョン)"
)
"""Behind a western year: it belongs to a name or a baseline of the nation (2050年カーボンニュートラル, 2025年の崖, 2013年度比)."""

DONE = re.compile(r"した|された|してき|済み?の|であった|だった|実績|における(?:調査|アンケート)")
"""Between a date and a number: what the date closes is past."""
