"""``stats_lines``: the picture of lists -> the lines of one screen; ``picture_record``: the same for programs."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from dxlist.model.finding import SEVERITIES
from dxlist.query.answers import amount_record
from dxlist.report.blocks import Line, in_brackets, plain_line
from dxlist.report.groups import NONE, bar
from dxlist.report.projects import undated_rows
from dxlist.report.wrapping import wrap
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages, plural
from dxlist.text.visible import visible
from dxlist.text.widths import cells
from dxlist.words.code_words import KPI_STATUS_WORDS, SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.query.grouping import Group
    from dxlist.query.picture import Picture
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

_SIDES = (("field", "department"), ("status", "unit"))
_TITLES = {
    "field": Bilingual("分野", "fields"),
    "department": Bilingual("部局", "departments"),
    "status": Bilingual("指標の種類", "kinds of KPI"),
    "unit": Bilingual("目標の単位", "units of targets"),
    "due": Bilingual("目標年度", "due in"),
}
_FEW = {"field": 8, "department": 8, "status": 6, "unit": 6, "due": 6}
"""Lines of a block, so that all of it stands on a screen of 24 lines."""
_GAP = 2
_BAR = 8
_NARROW = 72
"""Cells from which two blocks stand side by side."""


def picture_record(picture: Picture, findings: Sequence[Reported] = ()) -> dict[str, Any]:
    """Return the picture as ``dxlist stats --format json`` does.

    Args:
        picture: what :func:`dxlist.query.picture.picture_of` returns.
        findings: what the rules find in the same lists; they are counted.

    >>> import dxlist
    >>> from dxlist.query.picture import picture_of
    >>> record = picture_record(picture_of([dxlist.parse("data/raw/fukushima_r04.tsv")]))
    >>> record["rows"], record["projects"], record["by_due"][0]["due"]
    (131, 111, 2022)
    """
    record: dict[str, Any] = picture._asdict()
    blocks = record.pop("blocks")
    for name, groups in blocks.items():
        record[f"by_{name}"] = [
            {name: g.name, "rows": g.rows, "projects": g.projects, "targets": list(map(amount_record, g.amounts))}
            for g in groups
        ]
    record["findings"] = {
        "by_severity": dict(Counter(one.severity for one in findings)),
        "by_code": dict(sorted(Counter(one.rule.code for one in findings).items())),
    }
    return record


def stats_lines(
    picture: Picture, findings: Sequence[Reported], language: Language, width: int, *, whole: bool
) -> list[Line]:
    """Return the lines, none wider than ``width`` cells.

    Args:
        picture: what the lists hold.
        findings: what the rules find in them.
        language: of our words.
        width: cells of a line.
        whole: show every line of every block.
    """
    lines = [*_head(picture, findings, language, width)]
    for sides in _SIDES:
        lines.append(Line())
        beside = width >= _NARROW
        room = (width - _GAP) // 2 if beside else width
        blocks = [list(_block(name, picture.blocks[name], language, room, whole=whole)) for name in sides]
        if beside:
            lines += [_side_by_side(left, right, room) for left, right in zip_longest(*blocks)]
        else:
            lines += [line for block in blocks for line in block]
    return lines


def _side_by_side(left: Line | None, right: Line | None, room: int) -> Line:
    """Return two lines as one, each in its own style."""
    first = left or Line()
    gap = " " * (room - cells(first.text) + _GAP)
    return Line((*first.pieces, (gap, ""), *right.pieces)) if right and right.text else first


def _head(picture: Picture, findings: Sequence[Reported], language: Language, width: int) -> Iterator[Line]:
    for name in picture.names[:_MOST_NAMES]:
        yield from (plain_line(line, "bold") for line in wrap(visible(name), width))
    if (more := len(picture.names) - _MOST_NAMES) > 0:
        yield plain_line((Bilingual("ほか", "and ") + plural(more, "件の一覧", "more list")).text(language))
    for text in (_origin(picture), _figures(picture), _doubts(picture), _found(findings)):
        yield from map(plain_line, wrap(visible(text.text(language)), width))


_MOST_NAMES = 3


def _origin(picture: Picture) -> Bilingual:
    years = (Bilingual(f"{year}年度", f"fiscal {year}") for year in picture.fiscal_years)
    return COMMA.join([*picture.governments, *years])


def _figures(picture: Picture) -> Bilingual:
    rows = plural(picture.rows, "行", "row") + Bilingual("、事業", " of ") + plural(picture.projects, "件", "project")
    several = in_brackets(COMMA.join(_several_rows(picture)))
    targets = Bilingual("目標", "") + plural(picture.targets, "件", "target")
    lists = Bilingual("表", "") + plural(picture.parts, "つ", "list")
    return COMMA.join([rows + several, targets, plural(picture.pages, "ページ", "page"), lists])


def _several_rows(picture: Picture) -> Iterator[Bilingual]:
    """Yield how many rows repeat a project within their year, and how many projects go on for years."""
    shared, goes_on = plural(picture.shared_rows, "", "row"), plural(picture.continuing, "", "project")
    years = len(picture.fiscal_years) > 1
    within = Bilingual("同じ年度の", " of a year") if years else EMPTY
    yield Bilingual(
        f"{within.ja}複数の行にある事業の行 {shared.ja}", f"{shared.en} of projects in several rows{within.en}"
    )
    if years:
        yield Bilingual(f"年度をまたいで続く事業 {goes_on.ja}", f"{goes_on.en} continuing from year to year")
    if picture.undated and len(picture.names) > 1:
        yield undated_rows(picture.undated)


def _doubts(picture: Picture) -> Bilingual:
    count, first = len(picture.doubtful), picture.doubtful[:3]
    named = in_brackets(COMMA.join(first) + (" …" if count > len(first) else "")) if first else EMPTY
    doubtful = Bilingual(f"疑わしい行 {count}", f"doubtful rows: {count}") + named
    return doubtful + Bilingual(
        f"、どの列にも入らなかったセル {picture.leftovers}", f"; leftovers: {picture.leftovers}"
    )


def _found(findings: Sequence[Reported]) -> Bilingual:
    counts = Counter(one.severity for one in findings)
    said = COMMA.join(
        Bilingual(f"{SEVERITY_WORDS[severity].ja} ", "") + plural(counts[severity], "", severity)
        for severity in SEVERITIES
    )
    return Bilingual("検査の結果: ", "findings: ") + said + in_brackets(both_languages("dxlist validate"))


def _block(name: str, groups: Sequence[Group], language: Language, room: int, *, whole: bool) -> Iterator[Line]:
    """Yield a block: its title, then a line a group with bar, rows and projects."""
    shown = groups if whole else groups[: _FEW[name]]
    digits = max((len(str(group.rows)) for group in groups), default=1)
    most = max((group.rows for group in groups), default=0)
    label = room - _BAR - 2 * (digits + 1) - 1
    head = Bilingual("行 事業", "rows projects").text(language)
    yield plain_line(_between(_TITLES[name].text(language), head, room), "bold")
    for group in shown:
        text = NONE.text(language) if group.name is None else _name(name, str(group.name), language)
        first, *more = _wrapped(visible(text), label)
        figures = f"{group.rows:>{digits}} {group.projects:>{digits}}"
        drawn = bar(group.rows, most, _BAR)
        yield plain_line(f"{first}{' ' * (label - cells(first))} {drawn}{' ' * (_BAR - cells(drawn))} {figures}")
        yield from map(plain_line, more)
    if rest := len(groups) - len(shown):
        yield plain_line(Bilingual(f"ほか{rest}（--all）", f"{rest} more (--all)").text(language), "dim")


def _wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a label, the further ones set in."""
    first, *more = wrap(text, width) or [""]
    return [first, *(f"  {line}" for line in wrap("".join(more), width - 2))]


def _name(block: str, name: str, language: Language) -> str:
    return KPI_STATUS_WORDS[name].text(language) if block == "status" else name


def _between(left: str, right: str, room: int) -> str:
    return f"{left}{' ' * max(1, room - cells(left) - cells(right))}{right}"
