"""How the units of Japanese governments are named.

Source: 地方自治法 第138条–第138条の4 (議会事務局, 委員会), 第155条 (支庁, 地方事務所, 支所, 出張所), 第156条 (保健所, 警察署), 第158条 (部,
課: left to ordinances), 第252条の20 (区, 区役所), 国家行政組織法 第3条, 第7条 (省, 庁, 官房, 局) for the suffixes that they name, the list in
data/raw (fukushima_r04) for those that it prints; チーム, グループ, ラボ and their like are everyday office Japanese, no source.

A suffix is one row of :data:`SUFFIXES`: all that reads, ranks, parts and counts names of units follows from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

Rank = Literal["body", "department", "bureau", "office", "division", "room", "section"]
Bearer = Literal["offices", "others too", "longer"]
"""Who bears a suffix: hardly anything but an office; buildings and projects too; or it is the longer form of another row's."""


class Suffix(NamedTuple):
    """The end of a unit's name."""

    word: str
    rank: Rank
    bearer: Bearer = "longer"
    every: bool = False
    """各 or 全 before it means all units of the kind: 各課."""
    parts: bool = False
    """A name without blanks is parted behind it: 企画調整部|デジタル変革課."""
    before: str = ""
    """Assertions that hold before it where it parts a name: no 南部, no 教室."""
    behind: str = ""
    """What does not stand behind it where it parts a name: no 課税, no 支所整備課."""


_BUILDING = "整備|建設|設置|準備|再編|移転|統合|跡地"
"""Behind a suffix: what is done to the building."""
_HEAD = r"長(?![寿期])"
"""課長 and the like, but not 課長寿…."""


def _longer(rank: Rank, words: str, *, parts: bool = False, behind: str = "") -> tuple[Suffix, ...]:
    return tuple(Suffix(word, rank, parts=parts, behind=behind) for word in words.split())


SUFFIXES: tuple[Suffix, ...] = (
    Suffix("本部", "body", "offices", parts=True),
    Suffix("庁", "body", "offices", every=True, parts=True, before="(?<!県)", behind="舎|内|用"),
    Suffix("省", "body", "offices", parts=True, before="(?<![帰反])", behind="エネ|力|略|電|資|人|庁|令|内"),
    Suffix("委員会", "body", "offices", parts=True),
    Suffix("院", "body", "others too"),
    Suffix("議会", "body", "others too"),
    Suffix("企業団", "body", "others too"),
    Suffix("区", "body", "others too", every=True),
    Suffix("区役所", "body", every=True, parts=True),
    *_longer("body", "市役所 役場 県民局 振興局 委員会事務局 議会事務局 委員事務局", parts=True),
    *_longer("body", "市会事務局 組合事務局 センター事務局 学校事務局 連合事務局 広域連合 組合 都 道 府 県 市 町 村"),
    Suffix("部", "department", "offices", every=True, parts=True, before="(?<![東西南北中内外学幹全一支])",
           behind=f"会(?!計)|活|品|門|隊|落|分|材|{_HEAD}|局|署|科学省|内[各全の関]"),
    Suffix("公室", "department", parts=True),
    Suffix("部門", "department", every=True),
    Suffix("局", "bureau", "offices", parts=True, before="(?<![薬当支便電])", behind=f"地(?![域方])|所|{_HEAD}"),
    Suffix("事務局", "bureau", "offices", parts=True),
    Suffix("官房", "bureau", "offices", parts=True, behind=_HEAD),
    *_longer("body", "内閣府 内閣官房", parts=True),
    *_longer("bureau", "管理監 監理監 統括監 総括監"),
    Suffix("署", "office", "offices"),
    Suffix("事務所", "office", "offices", parts=True, behind=_BUILDING),
    Suffix("センター", "office", "others too", parts=True, before="(?<!データ)(?<!コール)(?<!コンタクト)", behind=_BUILDING),
    Suffix("所", "office", "others too"),
    Suffix("支所", "office", every=True, parts=True, behind=_BUILDING),
    Suffix("館", "office", "others too"),
    Suffix("園", "office", "others too"),
    Suffix("校", "office", "others too", every=True),
    Suffix("病院", "office", "others too", parts=True, before="(?<=[都府県市町村]立)", behind=_BUILDING),
    Suffix("学院", "office", "others too", parts=True, behind=_BUILDING),
    Suffix("場", "office", "others too"),
    Suffix("ラボ", "office"),
    *_longer("office", "保健所 出張所 研究所 相談所 試験場 試験所 浄水場 大学校 消防署 警察署 中央病院 総合病院", parts=True, behind=_BUILDING),
    Suffix("図書館", "office", parts=True, before="(?:(?<=中央)|(?<=[都府県市町村]立))", behind=_BUILDING),
    Suffix("博物館", "office", parts=True, before="(?<=[都府県市町村]立)", behind=_BUILDING),
    Suffix("美術館", "office", parts=True, before="(?<=[都府県市町村]立)", behind=_BUILDING),
    Suffix("課", "division", "offices", every=True, parts=True, before="(?<!放)", behind=f"税|題|程|外|目|{_HEAD}"),
    Suffix("会", "division", "others too"),
    Suffix("協議会", "division"),
    Suffix("室", "room", "offices", every=True, parts=True, before="(?<![教病図])(?<!相談|研究|職員|保健|図書)",
           behind=f"内|蘭|戸|町|{_HEAD}"),
    Suffix("係", "section", "offices"),
    Suffix("班", "section", "offices"),
    Suffix("チーム", "section", "offices"),
    Suffix("グループ", "section", "offices"),
    Suffix("担当", "section", "offices"),
    Suffix("ユニット", "section", "others too"),
    Suffix("分室", "section"),
)  # fmt: skip
"""Every suffix once, by rank; the longest that a name ends on is its own, and a name that ends on none is a division."""


def _borne_by_offices(*ranks: Rank) -> tuple[str, ...]:
    return tuple(suffix.word for suffix in SUFFIXES if suffix.rank in ranks and suffix.bearer == "offices")


_HIGH = _borne_by_offices("body", "department", "bureau")
LEVEL_SUFFIXES: tuple[tuple[str, ...], ...] = (
    _HIGH, _HIGH, (*_borne_by_offices("office", "division", "room"), "所"), _borne_by_offices("section"),
)  # fmt: skip
"""Of department, bureau, division, section: what a list leaves out where the header of the column says it (部: 子ども)."""

WHOLE_OFFICE: tuple[str, ...] = (
    "全庁", "各所属", "全所属", "各課", "全課", "関係課", "関係各課", "各部局", "全部局", "庁内各課", "各部", "全部署",
    "関係部局", "各部署", "関係所属", "各課室", "全課室",
)  # fmt: skip
"""Names that stand for all or several units."""

BODIES: frozenset[str] = frozenset({
    "国", "都", "道", "府", "県", "市", "町", "村", "区", "県・市", "県・町", "県・村", "市町村", "民間", "民間事業者", "事業者", "組合", "農協", "漁協",
    "森林組合", "商工会", "商工会議所", "観光協会", "社会福祉協議会", "広域連合", "一部事務組合", "土地改良区", "自治会", "町内会",
})  # fmt: skip
"""Who carries out a project where the list does not say which unit (事業主体). """

OTHERS = ("ほか", "他", "等", "外")
"""Behind a unit: "and others"."""

TOKENS = regex(r"[\s、，,／/;；]+")
"""What parts two units for sure; ・ may stand within a name (人権・男女共同参画課)."""
PARTICLES = regex(r"を|する|した|ため|こと|における|による|について|向け|とする")
"""Words of a sentence, which the name of an office does not hold."""

LISTING = r"、，,､;；|｜+＋&＆◎○●■□◆◇※▪•①-⑳"
"""What parts names of offices that stand side by side; a mark at the head of a line is one."""
BETWEEN = r"/／>＞→›"
"""What parts names side by side or a unit from the one below it; the ranks tell which."""
WITHIN = regex(r"(?P<beside>[・･]|及び|並びに|(?<=[部局課室庁])と)|[‐－–—―−:：-]")
"""What parts names only behind a whole unit: 総務部・企画部, but 人権・男女共同参画課."""

AND_OTHERS = regex(
    r"(?:ほか|他|など|等|外(?=[0-9０-９一二三四五六七八九十全各関]))"
    r"[（(]?[0-9０-９一二三四五六七八九十数]{0,3}(?:[全各]|関係各?|関連)?(?:課室?|室|所属|部局?|部署|機関|校|所|局)?[）)]?$"
)
"""Behind a unit, "and others", at times how many: ほか, 他3課, ほか関係各課."""

STANDS_ALONE = frozenset({"会計課", "会計室", "出納室", "出納課", "会計管理室", "監査室"})
"""Divisions that are under no department in a city or a town."""

IN_MANY_DEPARTMENTS = frozenset(
    [
        "総務課",
        "総務室",
        "庶務課",
        "管理課",
        "管理室",
        "経理課",
        "業務課",
        "総務企画課",
        "企画総務課",
        "総務管理課",
        "管理総務課",
    ]
)
"""Divisions that most departments have, each its own: that one has it says nothing of another row."""

_PARTS_PLAYED = (
    "主|副|正|従|主管|主務|主担|副担|主担当|副担当|主管課|主務課|主担当課|副担当課|担当|担当課|担当部署|所管|所管課|関係|関係課|関連|関連課|協力|協力課|連携|連携課"
    "|総括|統括|取りまとめ|とりまとめ|取りまとめ課"
)
ROLES = regex(
    rf"(?:{_PARTS_PLAYED})$|(?:主|副|総括|統括|窓口|連絡|取りまとめ|とりまとめ)(?:担当|管)$|事務局$|本[部庁課所]$"
)
"""In brackets behind a name: what a unit does, no unit below it."""
_PHONE = r"[0-9０-９]{1,5}[-－ー‐(（][0-9０-９]{1,4}[-－ー‐)）]?(?:[0-9０-９]{3,4})?"
_PART_PLAYED = rf"[（(［\[【〔][\s　]*(?:{_PARTS_PLAYED})[\s　]*+[:：]?[\s　]*+[）)］\]】〕]"
NOT_NAMES = regex(
    rf"(?<![^\s、，,;；／/]){_PART_PLAYED}|{_PART_PLAYED}(?=[^\s、，,;；／/・（(）)※])"
    rf"|(?<![^\s、，,;；／/（(【])(?:{_PARTS_PLAYED})[\s　]*[:：]"
    r"|[※＊*†][\s　]?[0-9０-９]{0,2}(?![0-9０-９])|(?<=[課部局室係所])注[0-9０-９]{1,2}(?![0-9０-９])"
    rf"|[（(]?(?:℡|☎|(?<![A-Za-zＡ-Ｚａ-ｚ])(?:TEL|Tel|tel|ＴＥＬ|FAX|Fax|fax|ＦＡＸ)|電話(?:番号)?|内線|直通)[\s　]*+[:：.]?[\s　]*+(?:{_PHONE}|[0-9０-９]{{3,11}})(?:[）)](?![0-9０-９]))?"
    rf"|(?<![0-9０-９A-Za-z])0{_PHONE}(?![0-9０-９])|[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}}"
    r"|(?<!\S)(?:[（(]?[0-9０-９]{1,2}[）).．]|[0-9０-９]{1,2}(?=[\s　]))(?=[\s　]*[^\s0-9０-９])"
    r"|&(?:nbsp|ensp|emsp|amp|\#160|\#12288);|<br\s*/?>"
)
"""Beside a unit in its cell: which part it plays in the row (（主）, 主管：), a mark of a note (※1), how it is reached (内線2345), its number."""
FORMER = regex(
    r"(?:旧|現(?![場地業代])|元(?!気)|前身は?|前(?![期橋])|改組前|改称前|名称変更)[\s　]*+(?:[:：・]|名称?|称)?[\s　]*+\S"
    r"|[^）)]{0,12}(?:年度?|月|日|[HRSＨＲＳ][0-9０-９]{1,2})[\s　]*(?:から|まで|より|以降|以前|時点|に|[〜～~]).*|.*(?:改称|改組|移管|統合|廃止)(?:予定|済み?)?$"
)
"""In brackets behind a unit: what it was or will be called, no unit beside it: 政策課（旧：企画課）."""
_FORMS = "公財|一財|公社|一社|財|社|社福|福|株|有|独|地独|国研|学|医|宗|特非|特非法|合|資"
_CORPORATIONS = (
    "公益財団法人|一般財団法人|公益社団法人|一般社団法人|株式会社|有限会社|合同会社|合資会社|独立行政法人|地方独立行政法人|国立研究開発法人|国立大学法人|公立大学法人"
    "|社会福祉法人|学校法人|医療法人|特定非営利活動法人|NPO法人|ＮＰＯ法人|認定NPO法人"
)
CORPORATION = regex(
    rf"(?:[（(](?:{_FORMS})[）)]|{_CORPORATIONS}|[㈱㈲㈶㈳])|.*(?:[（(](?:{_FORMS})[）)]|株式会社|有限会社|合同会社|財団|公社|機構|大学|[㈱㈲])$"
)
"""A body that is no part of the government, by its legal form: （公財）文化振興財団, 株式会社みなと開発, みなと大学.

Source: 一般社団法人及び一般財団法人に関する法律 第5条, 会社法 第6条, 独立行政法人通則法 第4条, 社会福祉法 第23条, 特定非営利活動促進法 第4条."""

_AGENCIES = """
内閣府 宮内庁 公正取引委員会 国家公安委員会 警察庁 個人情報保護委員会 カジノ管理委員会 金融庁 消費者庁 こども家庭庁
総務省 公害等調整委員会 消防庁
法務省 公安審査委員会 公安調査庁 出入国在留管理庁
財務省 国税庁
文部科学省 スポーツ庁 文化庁
厚生労働省 中央労働委員会
農林水産省 林野庁 水産庁
経済産業省 資源エネルギー庁 特許庁 中小企業庁
国土交通省 観光庁 気象庁 海上保安庁 運輸安全委員会
環境省 原子力規制委員会
防衛省 防衛装備庁
"""
AGENCIES = {
    (ministry, agency) for line in _AGENCIES.split("\n") if line for ministry, *own in [line.split()] for agency in own
}
"""Ministries and the agencies below them.  Source: 国家行政組織法 別表第一, 内閣府設置法 第64条."""

FACILITIES = ("公民館", "図書館", "博物館", "美術館")
"""Buildings that carry out projects of their own, as schools, nurseries and shelters do not in a list."""

BRACKETS = regex(r"[（(［\[【〔]([^（(［\[【〔）)］\]】〕]*)[）)］\]】〕]")
"""A bracket without another in it."""
CLOSING = dict(zip("（(［[【〔", "）)］]】〕", strict=True))
"""Opening -> closing bracket, widths apart."""

_RANKS: dict[str, Rank] = {suffix.word: suffix.rank for suffix in SUFFIXES}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ends = _any_of(suffix.word for suffix in SUFFIXES if suffix.bearer != "longer")
_sure_ends = _any_of(suffix.word for suffix in SUFFIXES if suffix.bearer == "offices")
_sections = _any_of(suffix.word for suffix in SUFFIXES if suffix.rank == "section" and suffix.bearer != "longer")
_REMARKS = rf"(?:[（(][^）)]{{0,200}}[）)])?(?:{'|'.join(OTHERS)})?$"
UNIT_END = regex(rf"(?:{_ends}){_REMARKS}")
"""A token that ends as a unit does."""
STRONG_UNIT_END = regex(rf"(?:{_sure_ends}){_REMARKS}")
SECTION_END = regex(rf"(?:{_sections})$")
_RANK_END = regex(rf"(?:{_any_of(_RANKS)})$")
COUNT = regex(rf"[0-9０-９]+(?:{_ends}|[かヵケヶ]所|箇所)$")
"""How many there are (4チーム, 26校, 12課) is no name of one."""
CUT = regex(
    "|".join(
        f"{suffix.before}{suffix.word}" + (f"(?!{suffix.behind})" if suffix.behind else "")
        for suffix in sorted(SUFFIXES, key=lambda suffix: -len(suffix.word))
        if suffix.parts
    )
)
"""Ends behind which a name without blanks is parted: 企画調整部|デジタル変革課, but not 南部, 課税, 教室, 支所整備課."""
_every = _any_of(suffix.word for suffix in SUFFIXES if suffix.every)
ALL = regex(
    r"(?:(?:庁内|市長部局|知事部局|全庁)?(?:[全各]|関係|関連|その他の?|当該|(?:事業|施設|制度|業務)?(?:担当|所管|主管)){1,3}[各の]?"
    rf"(?:所属|部局庁?|部署|行政機関|機関|学校|施設|課[（(]室[）)]|課室|課所|{_every}){{1,3}}等?|全庁|庁内)$"
)
"""Names that stand for all or several units: 全庁, 各所属, 関係各課, 施設所管課."""
LAST_LETTERS = frozenset(word[-1] for word in (*_ends.split("|"), *OTHERS, *WHOLE_OFFICE)) | frozenset("）)")
"""No cell that ends on another letter names offices."""


def ends_like_unit(token: str) -> bool:
    """Return whether ``token`` is more than a bare suffix and ends as the name of a unit does.

    >>> [ends_like_unit(t) for t in ("総務部", "部", "デジタル変")]
    [True, False, False]
    """
    return len(token) > 1 and (token in WHOLE_OFFICE or UNIT_END.search(token) is not None)


def rank_of_end(name: str) -> Rank:
    """Return the rank that the end of a name says; of a name that ends on no suffix, that of a division.

    >>> [rank_of_end(name) for name in ("総務部", "警察本部", "会津若松消防署", "推進協議会", "デジタル戦略")]
    ['department', 'body', 'office', 'division', 'division']
    """
    end = _RANK_END.search(name)
    return _RANKS[end[0]] if end else "division"
