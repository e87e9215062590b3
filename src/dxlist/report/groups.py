"""``group_rows``: groups -> rows of a table for people: counts, bars beside them, what the targets come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.text.bilingual import EMPTY, Bilingual, plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from dxlist.query.amounts import TargetSum
    from dxlist.query.grouping import Group
    from dxlist.text.bilingual import Language

NONE = Bilingual("（なし）", "(none)")
_MOST_SHOWN = 3
_LONGEST_BAR = 24
_SHARE = 6
"""A bar takes this part of the width at most."""


def group_rows(
    groups: Sequence[Group], titles: Sequence[str], language: Language, width: int, *, whole: bool
) -> tuple[list[str], list[list[object]]]:
    """Return titles and rows of groups.

    Args:
        groups: in the order in which they are shown.
        titles: of name, rows, projects and targets.
        language: of our words.
        width: cells of a line, so that bars stand beside the counts; 0: no bars.
        whole: show what the targets of every unit come to, not of the first few.
    """
    most, longest = max((group.rows for group in groups), default=0), min(_LONGEST_BAR, width // _SHARE)
    rows: list[list[object]] = []
    for group in groups:
        name = NONE.text(language) if group.name is None else group.name
        amounts = _amounts(group.amounts, language, len(group.amounts) if whole else _MOST_SHOWN)
        bars = [bar(group.rows, most, longest)] if longest else []
        rows.append([str(name), group.rows, *bars, group.projects, amounts])
    return [*titles[:2], *([""] if longest else []), *titles[2:]], rows


def bar(count: int, most: int, longest: int) -> str:
    """Return a bar that is as long, of ``longest`` cells, as a count is of the greatest one.

    >>> [bar(count, 40, 8) for count in (40, 20, 5, 1, 0)]
    ['████████', '████', '█', '▏', '']
    """
    eighths = max(count * longest * 8 // most, 1) if count and most else 0
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


def _amounts(amounts: Sequence[TargetSum], language: Language, most: int) -> list[str]:
    texts = [amount_text(amount).text(language) for amount in amounts[:most]]
    if rest := len(amounts) - most:
        texts += [Bilingual(f"ほか{rest}", f"{rest} more").text(language)] if rest > 0 else []
    return texts


def amount_text(amount: TargetSum) -> Bilingual:
    """Return what the targets of a unit come to, in words."""
    unit = amount.unit or ""
    if amount.total is not None:
        more = Bilingual("以上", "at least ") if amount.at_least else EMPTY
        total = _number(amount.total)
        return Bilingual(
            f"{amount.metric} 計{total}{unit}{more.ja}（目標{amount.targets}）",
            f"{amount.metric}: {more.en}{total} {unit} in all ({plural(amount.targets, '', 'target').en})",
        )
    least, greatest = _number(amount.least), _number(amount.greatest)
    value = least if least == greatest else f"{least}～{greatest}"
    if amount.targets == 1:
        return Bilingual(f"{value}{unit}", f"{value} {unit}".rstrip())
    return Bilingual(f"{value}{unit}（目標{amount.targets}）", f"{value} {unit} ({amount.targets} targets)")


def _number(value: Decimal) -> str:
    return f"{value:,f}"
