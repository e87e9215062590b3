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


LAST_LETTERS = frozenset(word[-1] for word in (*STRONG_ENDS, *WEAK_ENDS, *OTHERS, *WHOLE_OFFICE)) | frozenset("）)")
"""No cell that ends on another letter names offices."""


def ends_like_unit(token: str) -> bool:
    """Say whether ``token`` is more than a bare suffix and ends as the name of a unit does.

    >>> [ends_like_unit(t) for t in ("総務部", "部", "デジタル変")]
    [True, False, False]
    """
    return len(token) > 1 and (token in WHOLE_OFFICE or UNIT_END.search(token) is not None)
