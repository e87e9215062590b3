"""How the units of Japanese governments are named.

Source: organisation charts of prefectures and municipalities (地方自治法 第155条–第158条 name 支庁, 地方事務所,
部, 課 and leave the rest to ordinances), and the lists in data/raw.
"""

from __future__ import annotations

import re

DIVISION_SUFFIXES: tuple[str, ...] = (
    "課", "室", "班", "係", "チーム", "グループ", "担当", "ユニット", "事務所", "センター", "所", "署", "館", "園", "校",
    "病院", "学院", "大学校", "研究所", "試験場", "場", "支所", "出張所", "分室",
)  # fmt: skip
"""Ends of a division or office, the level 課室."""

DEPARTMENT_SUFFIXES: tuple[str, ...] = (
    "部", "局", "庁", "本部", "委員会", "事務局", "院", "区", "支庁", "振興局", "企業団", "議会", "室", "会",
)  # fmt: skip
"""Ends of a department or bureau, the levels 部局 and 局."""

WHOLE_OFFICE: tuple[str, ...] = (
    "全庁", "各所属", "全所属", "各課", "全課", "関係課", "関係各課", "各部局", "全部局", "庁内各課", "各部", "全部署",
    "関係部局", "各部署", "関係所属", "各課室", "全課室",
)  # fmt: skip
"""Names that stand for all or several units."""

BODIES: frozenset[str] = frozenset({
    "国", "都", "道", "府", "県", "市", "町", "村", "区", "県・市", "県・町", "県・村", "市町村", "民間", "民間事業者", "事業者", "組合", "農協", "漁協",
    "森林組合", "商工会", "商工会議所", "観光協会", "社会福祉協議会", "広域連合", "一部事務組合", "土地改良区", "自治会", "町内会",
})  # fmt: skip
"""Who carries out a project where the list does not say which unit (事業主体).  Source: 過疎地域持続的発展計画, 辺地総合整備計画."""

OTHERS = ("ほか", "他", "等", "外")
"""Behind a unit: "and others"."""

STRONG_ENDS = (
    "部",
    "局",
    "庁",
    "課",
    "室",
    "班",
    "係",
    "署",
    "本部",
    "委員会",
    "事務局",
    "チーム",
    "グループ",
    "担当",
    "事務所",
)
"""Ends that hardly anything but an office bears."""

WEAK_ENDS = ("センター", "所", "館", "園", "校", "病院", "学院", "場", "院", "区", "会", "ユニット", "議会", "企業団")
"""Ends that offices share with buildings and projects."""

TOKENS = re.compile(r"[\s、，,／/;；]+")
"""What parts two units for sure; ・ may stand within a name (人権・男女共同参画課)."""
PARTICLES = re.compile(r"を|する|した|ため|こと|における|による|について|向け|とする")
"""Words of a sentence, which the name of an office does not hold."""

_ends = "|".join(sorted({*STRONG_ENDS, *WEAK_ENDS}, key=len, reverse=True))
UNIT_END = re.compile(rf"(?:{_ends})(?:[（(][^）)]*[）)])?(?:{'|'.join(OTHERS)})?$")
"""A token that ends as a unit does."""
STRONG_UNIT_END = re.compile(rf"(?:{'|'.join(STRONG_ENDS)})(?:[（(][^）)]*[）)])?(?:{'|'.join(OTHERS)})?$")


COUNT = re.compile(rf"[0-9０-９]+(?:{_ends}|[かヵケヶ]所|箇所)$")
"""How many there are (4チーム, 26校, 12課) is no name of one."""

LAST_LETTERS = frozenset(word[-1] for word in (*STRONG_ENDS, *WEAK_ENDS, *OTHERS, *WHOLE_OFFICE)) | frozenset("）)")
"""No cell that ends on another letter names offices."""


def ends_like_unit(token: str) -> bool:
    """Return whether ``token`` is more than a bare suffix and ends as the name of a unit does.

    >>> [ends_like_unit(t) for t in ("総務部", "部", "デジタル変")]
    [True, False, False]
    """
    return len(token) > 1 and (token in WHOLE_OFFICE or UNIT_END.search(token) is not None)


LISTING = r"、，,､;；|｜+＋&＆◎○●■□◆◇※▪•①-⑳"
"""What parts names of offices that stand side by side; a mark at the head of a line is one."""
BETWEEN = r"/／>＞→›"
"""What parts names side by side or a unit from the one below it; the ranks tell which."""
WITHIN = re.compile(r"(?P<beside>[・･]|及び|並びに|(?<=[部局課室庁])と)|[‐－–—―−:：-]")
"""What parts names only behind a whole unit: 総務部・企画部, but 人権・男女共同参画課."""

RANKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("body", re.compile(
        r"(?:本部|委員会(?:事務局)?|(?:議会|市会|委員|組合|センター|学校|連合)事務局|庁|(?<![病学])院|(?<!協)議会"
        r"|企業団|広域連合|組合|区役所|市役所|役場|県民局|振興局|[都道府県市区町村])$"
    )),
    ("department", re.compile(r"(?:部|公室|部門)$")),
    ("bureau", re.compile(r"(?:局|[管理統括]監)$")),
    ("office", re.compile(r"(?:所|署|センター|館|場|園|校|学院|病院|ラボ)$")),
    ("section", re.compile(r"(?:係|班|チーム|グループ|担当|ユニット|分室)$")),
    ("room", re.compile(r"室$")),
)  # fmt: skip
"""Rank -> how a unit of it ends; what ends on none is a division (課)."""

ALL = re.compile(
    r"(?:(?:庁内|市長部局|知事部局|全庁)?(?:[全各]|関係|関連|その他の?|当該|(?:事業|施設|制度|業務)?(?:担当|所管|主管)){1,3}[各の]?"
    r"(?:庁|所属|部局庁?|部署|部門|行政機関|機関|区役所|支所|区|室|学校|校|施設|課[（(]室[）)]|課室|課所|課|部){1,3}等?|全庁|庁内)$"
)
"""Names that stand for all or several units: 全庁, 各所属, 関係各課, 施設所管課."""

AND_OTHERS = re.compile(
    r"(?:ほか|他|など|等|外(?=[0-9０-９一二三四五六七八九十全各関]))"
    r"[（(]?[0-9０-９一二三四五六七八九十数]{0,3}(?:[全各]|関係各?|関連)?(?:課室?|室|所属|部局?|部署|機関|校|所|局)?[）)]?$"
)
"""Behind a unit, "and others", at times how many: ほか, 他3課, ほか関係各課."""

STANDS_ALONE = frozenset({"会計課", "会計室", "出納室", "出納課", "会計管理室", "監査室"})
"""Divisions that are under no department in a city or a town."""

ROLES = re.compile(r"(?:主|副|総括|統括|窓口|連絡|取りまとめ|とりまとめ)(?:担当|管)$|事務局$|本[部庁課所]$")
"""In brackets behind a name: what a unit does, no unit below it."""

CUT = re.compile(
    r"委員会事務局|議会事務局|委員事務局|事務局|委員会|本部|振興局|県民局|区役所|市役所|役場"
    r"|(?<![東西南北中内外学幹全一支])部(?!会(?!計)|活|品|門|隊|落|分|材|長(?![寿期])|局|署)|(?<![薬当支便電])局(?!地|所|長(?![寿期]))"
    r"|(?<!県)庁(?!舎|内|用)|公室|(?<!放)課(?!税|題|程|外|目|長(?![寿期]))|(?<![教病図])(?<!相談|研究|職員|保健|図書)室(?!内|蘭|戸|町|長(?![寿期]))"
    r"|(?:事務所|保健所|支所|出張所|研究所|相談所|試験場|試験所|浄水場|学院|大学校|消防署|警察署|(?<!データ)(?<!コール)(?<!コンタクト)センター"
    r"|(?<=中央)図書館|(?<=[都府県市町村]立)(?:図書館|博物館|美術館|病院)|中央病院|総合病院)(?!整備|建設|設置|準備|再編|移転|統合|跡地)"
)
"""Ends behind which a name without blanks is parted: 企画調整部|デジタル変革課, but not 南部, 課税, 教室, 支所整備課."""
SECTION_END = re.compile(r"(?:係|班|チーム|グループ|担当|ユニット)$")
BRACKETS = re.compile(r"[（(［\[【〔]([^（(［\[【〔）)］\]】〕]*)[）)］\]】〕]")
"""A bracket without another in it."""
CLOSING = dict(zip("（(［[【〔", "）)］]】〕", strict=True))
"""Opening -> closing bracket, widths apart."""
