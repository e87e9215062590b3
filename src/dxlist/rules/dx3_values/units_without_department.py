"""DX324: divisions that a cell prints behind the one of another unit, without what is above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.model.initiative import Inferred
from dxlist.rules.places import own_source, raw_place, repairs_of
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.initiative import Initiative
    from dxlist.rules.listed import Listed


class _Behind(NamedTuple):
    """A division that its cell prints without what is above it."""

    initiative: Initiative
    division: str
    whole: str | None = None
    """With what another line prints above it; None: no line does."""
    line: int | None = None


def _divisions(listed: Listed) -> Iterator[_Behind]:
    for initiative in listed.document:
        if own_source(initiative, "departments"):
            for unit in initiative.departments:
                if not unit.known_levels[0] and unit.division:
                    yield _Behind(initiative, unit.division)
            for repair in repairs_of(initiative, Inferred, "departments"):
                yield _Behind(initiative, repair.value.split()[-1], repair.value, repair.from_line)


@rule(
    "DX324",
    "division-behind-another-department",
    "info",
    Bilingual("別の部局の課に続く、部局名のない課", "division behind that of another department"),
    official=("L1-07", "L2-02"),
)
def division_behind_another_department(listed: Listed) -> Iterator[Found]:
    """A cell prints a division behind that of a department, and not which department it is of itself.

    財務部 財政課 政策課 may say that both are of 財務部, or that the row belongs to two departments.  Where other rows print
    the division with its department, the record has that beside it (``elsewhere``); where none does, whoever counts or asks
    by department misses the row.  Said once a list, at the first division whose department is not known; readers who know
    the organisation need no telling.

    日本語:
        1つのセルに複数の課があり、2つ目以降の課に部局名がありません。

        「財務部 財政課 政策課」が、どちらも財務部の課なのか、2つの部局にまたがるのか、セルからは分かりません。ほかの行に部局名のある
        課は、その部局を別の項目（elsewhere）に記録します。どの行にもなければ、部局で数えたり検索したりするとその行が漏れます。一覧ごとに
        1回、部局の分からない最初の課に示します（組織を知る読み手には分かるため、参考とします）。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|財務部 財政課 政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|財務部 財政課 企画部 政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        1 行政の効率化|1(2) 窓口の改善|財務部（財政課、税務課）|窓口改善事業|窓口を改善する。|20窓口を目標とする。
    """
    found = list(_divisions(listed))
    unknown = [one for one in found if one.whole is None]
    if found:
        first, *others = unknown or found
        place = raw_place(first.initiative, "departments", first.division)
        rows = list({one.initiative.line: one.initiative for one in others}.values())
        yield Found(
            place._replace(about="departments"),
            _message(first, len(found) - len(unknown), len(unknown)),
            listed.related_rows([row for row in rows if row is not first.initiative]),
            first.whole,
        )


def _message(first: _Behind, taken: int, unknown: int) -> Bilingual:
    name = f"「{first.division}」"
    if first.whole is not None:
        return Bilingual(
            f"部局名のない課が{taken}件あります。部局はほかの行にあります（ここでは{name}、{first.line}行目の「{first.whole}」）。",
            f"divisions without their department: {taken}, all known from other rows (here {name}: 「{first.whole}」 of line"
            f" {first.line}).",
        )
    more = Bilingual(
        f"ほかに{taken}件の部局は、ほかの行にあります。" if taken else "",
        f"; {taken} more are known from other rows" if taken else "",
    )
    return Bilingual(
        f"部局の分からない課が{unknown}件あります（ここでは{name}）。{more.ja}",
        f"divisions whose department is not known: {unknown} (here {name}){more.en}.",
    )
