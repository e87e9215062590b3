"""Words behind a year that say what the year is to a target.

Source: the lists in data/raw and KPI tables of prefectures and cities.  All patterns read narrow text.
"""

from __future__ import annotations

import re

TAIL = re.compile(r"(?:度?末日?|中|内|時点|当初|期間中|上半期|下半期|上期|下期|頃)*")
"""Belongs to the year: 令和6年度末時点."""

SAME_YEAR_AGAIN = re.compile(r" ?\((?:令和|平成|R|H|(?:19|20)) ?[0-9元]{1,2}(?:年度?)?(?:末)?\)(?:末|中|内|時点)*")
"""令和7年度（2025年度）末: the same year twice."""

SHORT_YEAR = re.compile(
    r"(?<![A-Za-z0-9])(?:FY ?(?P<before>20[0-9]{2})|(?P<behind>20[0-9]{2}) ?FY|(?P<era>[RH][0-9]{1,2})(?=[にはのをで]|累計))"
)
"""Years without 年 that stand before a particle: R8に, R8累計, FY2025."""

BY = re.compile(r" ?(?:まで|迄|を?目途|を?目処|をめど|を目標に|を期限|を最終)")
START = re.compile(r" ?(?:から|以降|以来|より(?!も)|~|～|〜|-(?=[RHS令平0-9]))")
BACKGROUND = re.compile(
    r"(?:の)?(?:実績|現在|比|策定|改定|現状|基準)|に係る|に向け|に備え|を見据え"
    r"|には?[^、。]{0,14}(?:した|された|していた|だった)(?=[^、。])"
    r"|[^、。0-9]{0,24}(?:に向けて?|に備えて?|を見据えて?|を踏まえて?)、"
)
"""An actual or a purpose: 令和3年度実績, 令和5年4月のリリースに向け."""
IN = re.compile(
    r"(?:において|における|には|に(?![向備関係対伴基つ])|は|の(?!実績|現状|基準|[0-9])|で(?=は|[0-9約])|目標値?"
    r"|[、:)\]】 →]|(?=[0-9約])|$)"
)

ONLY_LABEL = re.compile(
    r"(?:まで(?:に)?|に(?:は|おいて(?:は)?)?|の|は|時点(?:で|の)?|末|目標値?|実績値?|現状値?|基準値?|値|[()\]】:、, ])*"
)
"""Between a year and the number that it labels: R7：20件, 令和7年度目標値 20件."""

DATE_PARTICLES = re.compile(
    r"[)\]】]?(?:末|まで|に|は|において|における|時点|で|の|中|内|目標値?|値|を目途|を目処|を目標|をめど|現在|[:、, 」])*"
)
"""Behind a year at the edge of a metric."""
