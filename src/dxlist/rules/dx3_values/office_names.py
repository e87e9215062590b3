"""DX321-DX323: names of departments and divisions that do not agree within a list."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.places import own_source, raw_place
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.words.contrasts import GENERIC, are_of_neighbours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dxlist.model.finding import Severity
    from dxlist.model.initiative import Department, Initiative
    from dxlist.rules.listed import Listed


class _Office(NamedTuple):
    """One unit by its names."""

    above: tuple[str, ...]
    """The units above it, the widest first."""
    name: str


_Rows = list["Initiative"]


def _units(listed: Listed) -> dict[_Office, _Rows]:
    """Return the rows in which each unit is printed, departments and bureaus too; what is above it is known."""
    found = defaultdict[_Office, _Rows](list)
    for initiative in listed.document:
        if own_source(initiative, "departments"):
            known = (department for department in initiative.departments if department.department)
            for unit in dict.fromkeys(u for department in known for u in _levels(department)):
                found[unit].append(initiative)
    return found


def _levels(department: Department) -> Iterator[_Office]:
    names = [name for name in (department.department, department.bureau, department.division) if name]
    return (_Office(tuple(names[:i]), name) for i, name in enumerate(names))


@rule(
    "DX321",
    "name-of-office-off-by-a-letter",
    "info",
    Bilingual("一字違いの部署名", "name of an office off by a letter"),
    official=("L2-04",),
)
def name_of_office_off_by_a_letter(listed: Listed) -> Iterator[Found]:
    """A division or department is named once, and but for a letter it is one that the list names again and again.

    A query for the division misses the row (デジタル変更課 beside デジタル変革課).  The level above must agree; of a
    department, the divisions below.  Letters by which real neighbours differ (東部/西部, 農業/農村, 第一/第二) are left alone, and a
    change between two kanji is a warning only in a long name of a division, not in one that may be of a place (事務所, 支所,
    センター); else all of it is info.

    日本語:
        一覧で繰り返し出る部署名と、一字だけ違う部署名が1回だけあります。

        部署で検索すると、その行が漏れます（「デジタル変革課」と「デジタル変更課」など）。上位の部局が同じもの（部局の場合は下の
        課が同じもの）に限ります。実在する隣の課に多い違い（東部・西部、農業・農村、第一・第二）は対象にせず、漢字一字の違いは
        長い課名のときだけ警告とし、地名があり得るもの（事務所、支所、センターなど）とほかは参考とします。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|企画部 デジタル変革課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|企画部 デジタル変革課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
        1 行政の効率化|1(3) データ公開|企画部 デジタル変革課|データ公開事業|データを公開する。|30件を目標とする。
        1 行政の効率化|1(4) 会議の改善|企画部 デジタル変革課|会議改善事業|会議を改善する。|40回を目標とする。
        1 行政の効率化|1(5) 基盤の整備|企画部 デジタル変革課|基盤整備事業|基盤を整備する。|50台を目標とする。
        1 行政の効率化|1(6) 研修|企画部 デジダル変革課|研修事業|研修を行う。|60名を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|農林部 農業振興課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|農林部 農業振興課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
        1 行政の効率化|1(3) データ公開|農林部 農業振興課|データ公開事業|データを公開する。|30件を目標とする。
        1 行政の効率化|1(4) 会議の改善|農林部 農業振興課|会議改善事業|会議を改善する。|40回を目標とする。
        1 行政の効率化|1(5) 基盤の整備|農林部 農業振興課|基盤整備事業|基盤を整備する。|50台を目標とする。
        1 行政の効率化|1(6) 研修|農林部 農村振興課|研修事業|研修を行う。|60名を目標とする。
    """
    units = _units(listed)
    for unit, rows in units.items():
        if len(rows) == 1 and (typo := _typo(unit, units)):
            (usual, severity), others = typo, units[typo[0]]
            message = Bilingual(
                f"「{unit.name}」はこの行だけで、一字違いの「{usual.name}」が{len(others)}行あります。同じ部署か確かめてください。",
                f"「{unit.name}」 stands in this row only, 「{usual.name}」 in {len(others)}; check whether they are one.",
            )
            place, related = raw_place(rows[0], "departments", unit.name), listed.related(others[0].line)
            yield Found(place, message, related, usual.name, "info" if severity == "info" else None)


_OFTEN, _VERY_OFTEN = 5, 10
_OF_PLACES = ("所", "センター", "署", "校", "院", "園", "館", "場", "局")
"""Ends of names that have that of a place before them."""
_LONG, _LONGER = 5, 7
"""Letters of a name in which one letter tells little."""


def _typo(unit: _Office, units: Mapping[_Office, _Rows]) -> tuple[_Office, Severity] | None:
    """Return the office of which this name looks like a typo, and how sure that is; None where there is none."""
    for usual, rows in units.items():
        if len(rows) < _OFTEN or not _stand_alike(unit, usual, units):
            continue
        if letters := _one_letter(fold(unit.name), fold(usual.name)):
            severity = _severity(letters, unit, len(rows))
            return (usual, severity) if severity else None
    return None


def _stand_alike(unit: _Office, usual: _Office, units: Iterable[_Office]) -> bool:
    """Return whether the same unit stands above both; for departments, whether a division of one name does below.

    Divisions that many departments have (総務課) are no evidence.
    """
    if unit.above != usual.above or unit.name == usual.name:
        return False
    if unit.above:
        return True
    below = {(u.above[1:], u.name) for u in units if u.above[:1] == (unit.name,)}
    theirs = {(u.above[1:], u.name) for u in units if u.above[:1] == (usual.name,)}
    return any(name not in GENERIC and len(name) >= _LONG for _, name in below & theirs)


@lru_cache(maxsize=4096)
def _one_letter(one: str, other: str) -> tuple[str, str] | None:
    """Return the letters at the only place where two names differ, one at most of each; None for more."""
    if abs(len(one) - len(other)) > 1:
        return None
    least = min(len(one), len(other))
    head = next((i for i in range(least) if one[i] != other[i]), least)
    tail = next((i for i in range(least - head) if one[-1 - i] != other[-1 - i]), least - head)
    mine, theirs = one[head : len(one) - tail], other[head : len(other) - tail]
    return (mine, theirs) if len(mine) <= 1 and len(theirs) <= 1 else None


def _severity(letters: tuple[str, str], unit: _Office, often: int) -> Severity | None:
    """Return how sure it is that a letter is a typo; None for letters by which real neighbours differ.

    Two kanji are a warning in a long name only.
    """
    mine, theirs = letters
    both = {mine, theirs} - {""}
    if not unit.above:
        return "warning"
    if are_of_neighbours(both) or len(unit.name) < _LONG:
        return None
    if all(_is_kanji(letter) for letter in both):
        sure = len(unit.name) >= _LONGER and often >= _VERY_OFTEN and mine and theirs and unit.name[-1] != mine
        sure = sure and not unit.name.endswith(_OF_PLACES)
        return "warning" if sure else "info"
    return "warning"


def _is_kanji(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


@rule(
    "DX322",
    "division-under-two-departments",
    "info",
    Bilingual("2つの部局に属する課", "division under two departments"),
    official=("L2-04",),
)
def division_under_two_departments(listed: Listed) -> Iterator[Found]:
    """A division stands below one department in some rows and below another elsewhere.

    One of the departments is wrong, or the list was put together over a reorganisation; counts by department are then not
    to be trusted.  Divisions that many departments have (総務課, 会計課) are left alone.

    日本語:
        同じ名称の課が、行によって別の部局の下にあります。

        どちらかの部局名が誤っているか、組織改正をまたいだ一覧であり、部局別の集計が信頼できません。多くの部局にある課（総務課、
        会計課など）は対象にしません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|企画部 デジタル変革課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|企画部 デジタル変革課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
        1 行政の効率化|1(3) 研修|総務部 デジタル変革課|研修事業|研修を行う。|60名を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|企画部 総務課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|土木部 総務課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
    """
    homes = defaultdict[str, dict[str, "_Rows"]](dict)
    for unit, rows in _units(listed).items():
        if unit.above and unit.name not in GENERIC and unit.name.endswith(_DIVISIONS):
            homes[unit.name].setdefault(unit.above[0], []).extend(rows)
    for name, departments in homes.items():
        usual = max(departments, key=lambda department: len(departments[department]))
        for department, rows in departments.items():
            if department != usual and not _one_letter(fold(department), fold(usual)):
                others = departments[usual]
                message = Bilingual(
                    f"「{name}」はここでは{department}、ほかの{len(others)}行では{usual}の下にあります。",
                    f"「{name}」 stands below {department} here, and below {usual} in {len(others)} other rows.",
                )
                related = listed.related(*(row.line for row in (*rows[1:], others[0])))
                yield Found(raw_place(rows[0], "departments", department), message, related)


_DIVISIONS = ("課", "室")


@rule(
    "DX323",
    "division-without-department",
    "info",
    Bilingual("部局名のない課", "division without its department"),
    official=("L2-02",),
)
def division_without_department(listed: Listed) -> Iterator[Found]:
    """A division stands alone, and elsewhere in the list below its department.

    A query by department misses the row.  The suggestion is the name as it stands elsewhere.

    日本語:
        ほかの行では部局名と並んでいる課が、この行では課名だけです。

        部局で検索すると、その行が漏れます。ほかの行での表記を案として示します。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 行政経営課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 行政経営課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
        1 行政の効率化|1(3) 研修|行政経営課|研修事業|研修を行う。|60名を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 行政経営課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|総務部 行政経営課|窓口改善事業|窓口を改善する。|20窓口を目標とする。
        1 行政の効率化|1(3) 研修|会計課|研修事業|研修を行う。|60名を目標とする。
    """
    units = _units(listed)
    below = defaultdict[str, set[tuple[str, ...]]](set)
    for unit in units:
        if unit.above:
            below[unit.name].add(unit.above)
    for unit, rows in units.items():
        homes = below[unit.name] if not unit.above and unit.name.endswith(_DIVISIONS) else ()
        if len(homes) == 1 and all(other.above[:1] != (unit.name,) for other in units):
            whole = " ".join((*next(iter(homes)), unit.name))
            message = Bilingual(
                f"「{unit.name}」に部局名がありません（ほかの行では「{whole}」）。",
                f"「{unit.name}」 has no department; elsewhere it is 「{whole}」.",
            )
            place = raw_place(rows[0], "departments", unit.name)
            yield Found(place, message, listed.related_rows(rows[1:]), whole)
