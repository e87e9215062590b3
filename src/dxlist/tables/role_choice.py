"""``choose_roles``: the names of the columns of a table -> a role for each, all at once, and where their cells go.

Dynamic programming from left to right: a project and an overview there is one of; a level stands left of the project or
right of it, not on both sides.  What remains is settled by the neighbours: codes beside names, the units of the
departments in order, the values of indicators.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.roles import FURTHER, Role
from dxlist.model.stages import HeaderCell
from dxlist.tables.column_keys import (
    column_keys,
    with_depths,
    with_goal_as_level,
    with_lowest_level_as_project,
    with_units,
)
from dxlist.tables.columns import (
    CODE_ENDS,
    INDICATOR_WORD,
    NAME_HEADER,
    SPELLING_SCORE,
    YEAR_WITHIN,
    bare_key,
    header_roles,
    indicator_kind,
    indicator_number,
    is_qualifier,
    is_year,
    names_with_unit,
    value_part,
)
from dxlist.text.folding import fold
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.roles import RolePart

HeaderPath = tuple[str, ...]
Named = tuple[tuple[int, HeaderPath], ...]
"""Position of each column and its names from the top."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The columns with their roles, and how much speaks for them."""

    cells: tuple[HeaderCell, ...]
    score: float


class _Given(NamedTuple):
    """What is given away so far."""

    project: bool = False
    overview: bool = False
    level: int = 0
    """0 none yet, 1 left of the project, 2 right of it."""


class _Way(NamedTuple):
    score: float
    before: _Way | None
    role: Role
    last: int
    """Rank of the last role that has one."""

    def roles(self) -> tuple[Role, ...]:
        """Return the roles from the first column on."""
        way: _Way | None = self
        found = list[Role]()
        while way is not None:
            found.append(way.role)
            way = way.before
        return tuple(found[-2::-1])


_IN_ORDER = 0.05
_AMONG_LEVELS = 0.5
"""What an indicator that is not spelled so is worth less left of all but levels: まちづくりの将来目標."""
_ORDER = ("level", "department", "project", "overview", "indicator")
_INDICATOR_RANK = _ORDER.index("indicator")
_BEHIND_INDICATOR = 3.5
"""What a level is worth less behind an indicator: no plan names it before its goals, まちの目標 | 政策 | 施策."""
_OWN_SCORE = 3 * SPELLING_SCORE
_MAIN = 2.0
"""What the column of the projects is worth more than others: most lists have one."""
_RIGHT_OF_PROJECT = 0.3
"""What a level right of the project is worth less; only one that is spelled so may stand there."""


def choose_roles(named: Named, own: Mapping[str, Role]) -> Choice:
    """Give each column a role.

    Args:
        named: the columns.
        own: what the sidecar says, by folded header.

    >>> named = ((0, ("政策",)), (1, ("課",)), (2, ("事業名",)), (3, ("備考",)))
    >>> [cell.column for cell in choose_roles(named, {}).cells]
    ['field', 'departments', 'project_name', 'extra.備考']
    """
    texts = list(_told_apart([" ".join(path) for _, path in named]))
    settled = [own.get(fold(text)) or own.get(fold(path[-1])) for text, (_, path) in zip(texts, named, strict=True)]
    options = [[(role, _OWN_SCORE)] if role else _options(path) for role, (_, path) in zip(settled, named, strict=True)]
    codes = _code_columns(named, options, settled)
    score, roles = _best([[] if i in codes else one for i, one in enumerate(options)])
    full = ["".join(path) for _, path in named]
    chosen = _with_codes(list(roles), codes)
    chosen = with_goal_as_level(chosen, full, settled)
    chosen = _with_values(named, chosen, settled)
    chosen = [
        Role("text") if _tells_where_to(chosen, at, named) and not settled[at] else r for at, r in enumerate(chosen)
    ]
    chosen = with_units(chosen, full)
    chosen = with_depths(chosen, full)
    chosen = with_lowest_level_as_project(chosen)
    keys = column_keys(chosen, texts)
    return Choice(
        tuple(
            HeaderCell(at, text, column, role=role, path=path)
            for (at, path), (text, column), role in zip(named, keys, chosen, strict=True)
        ),
        score,
    )


def _tells_where_to(roles: Sequence[Role], at: int, named: Named) -> bool:
    """Return whether a level is none: 方針 behind the office or the values, with levels before and none behind."""
    if roles[at].kind != "level" or not _WHERE_TO.search(bare_key("".join(named[at][1]))):
        return False
    before, behind = [role.kind for role in roles[:at]], {role.kind for role in roles[at + 1 :]}
    if "level" not in before or behind & {"level", "project", "indicator"}:
        return False
    last = len(before) - before[::-1].index("level")
    return bool({"department", "project", "indicator"} & {*before[last:]}) or "project" in before


_WHERE_TO = regex(r"(?:方針|方向性?)$")


def _options(path: HeaderPath) -> list[tuple[Role, float]]:
    """Return the roles that a column may have: by its full name, by its last one, by the one above a year."""
    if above := _inherited(path):
        return above
    names = ["".join(path), *([path[-1]] if len(path) > 1 and not is_year(path[-1]) else []), *path[:-1][-1:]]
    found: dict[str, tuple[Role, float]] = {}
    for rank, name in enumerate(names):
        for role, score in header_roles(name):
            worth = score - _FARTHER * rank
            if worth > found.get(role.kind, (role, 0.0))[1]:
                found[role.kind] = (role, worth)
    return list(found.values())


def _inherited(path: HeaderPath) -> list[tuple[Role, float]]:
    """Return the role of the name above where all below it is part of one thing: 指標 > 名称, 予算額 > R5."""
    if any(role.kind in _OF_ITS_OWN and score >= _OWN_LEAST for role, score in header_roles(path[-1])[:1]):
        return []
    for name in path[:-1]:
        for role, score in header_roles(name)[:1]:
            if role.kind in _WITH_PARTS and score >= _LEAST_ABOVE:
                return [(role, score)]
    return []


_WITH_PARTS = ("indicator", "money", "schedule", "evaluation")
_LEAST_ABOVE = 1.8
_OF_ITS_OWN, _OWN_LEAST = ("money", "evaluation", "schedule", "note", "text", "department", "overview"), 2.5
"""A name that says for itself what stands below it: R7目標 > 事業費."""
_FARTHER = 0.3
"""What a name tells less than the full one."""


def _best(options: Sequence[Sequence[tuple[Role, float]]]) -> tuple[float, tuple[Role, ...]]:
    ways: dict[_Given, _Way] = {_Given(): _Way(0.0, None, FURTHER, -1)}
    for own in options:
        new: dict[_Given, _Way] = {}
        for state, way in ways.items():
            for role, score in (*own, (FURTHER, 0.0)):
                for after, worth in _after(state, role, score):
                    rank = _ORDER.index(role.kind) if role.kind in _ORDER else -1
                    total = way.score + worth + (_IN_ORDER if rank > way.last else 0.0)
                    if role.kind == "indicator" and way.last <= 0 and score < SPELLING_SCORE:
                        total -= _AMONG_LEVELS
                    if (
                        role.kind == "level"
                        and way.last == _INDICATOR_RANK
                        and not state.project
                        and not _has_values(way)
                    ):
                        total -= _BEHIND_INDICATOR
                    if after not in new or total > new[after].score:
                        new[after] = _Way(total, way, role, rank if rank >= 0 else way.last)
        ways = new
    best = max(ways.values(), key=lambda way: way.score)
    return best.score, best.roles()


def _has_values(way: _Way) -> bool:
    """Return whether an indicator and its target stand before: 数値目標 | 基準値 | 目標値 | 施策 | KPI."""
    return way.role.part == "target" and way.before is not None and way.before.last == _INDICATOR_RANK


def _after(state: _Given, role: Role, score: float) -> Iterator[tuple[_Given, float]]:
    if role.kind == "project" and role.part != "code":
        if not state.project:
            yield state._replace(project=True), score + _MAIN
    elif role.kind == "overview":
        if not state.overview:
            yield state._replace(overview=True), score
    elif role.kind == "level" and not role.part:
        if not state.project:
            yield state._replace(level=1), score
        elif state.level != 1 and score >= SPELLING_SCORE:
            yield state._replace(level=2), score - _RIGHT_OF_PROJECT
    else:
        yield state, score


# --- codes beside names


def _code_columns(
    named: Named, options: Sequence[Sequence[tuple[Role, float]]], settled: Sequence[Role | None]
) -> dict[int, int]:
    """Return the columns that hold the codes of one beside them: 款 beside 款名, 施策番号 beside 施策."""
    keys = [bare_key("".join(path)) for _, path in named]
    found: dict[int, int] = {}
    for i, key in enumerate(keys):
        for beside in (i + 1, i - 1):
            if settled[i] or i in found or not 0 <= beside < len(keys) or beside in found:
                continue
            if _is_code_of(key, keys[beside], options[i], options[beside]):
                found[i] = beside
    return found


_CODED = ("level", "project", "department")


def _is_code_of(key: str, beside: str, own: Sequence[tuple[Role, float]], of: Sequence[tuple[Role, float]]) -> bool:
    name = NAME_HEADER.sub("", beside)
    if key in {beside, ""}:
        return False
    if name == key and name != beside:
        return True
    stem = _stem(key)
    coded = any(role.kind in _CODED for role, _ in of)
    numbered = any(role.kind in {"code", "number"} for role, _ in own)
    return numbered and coded and stem != "" and stem in {beside, name}


def _stem(key: str) -> str:
    end = next((end for end in CODE_ENDS if key.endswith(end) and len(key) > len(end)), "")
    return key.removesuffix(end) if end else ""


def _with_codes(roles: list[Role], codes: Mapping[int, int]) -> list[Role]:
    for i, beside in codes.items():
        kind = roles[beside].kind
        roles[i] = Role(kind, "code") if kind in _CODED else Role("code")
    return roles


# --- indicators and their values


def _with_values(named: Named, roles: list[Role], settled: Sequence[Role | None]) -> list[Role]:
    """Make 単位, 現状値, 目標値, 実績 and years below these parts of an indicator, where the table has one."""
    parts = _parts_of(named, roles)
    whole = [i for i, role in enumerate(roles) if role.kind == "indicator" and (not parts[i] or parts[i] == "name")]
    values = [i for i, part in enumerate(parts) if part in _VALUES and _may_be_value(roles[i], parts[i])]
    names = [
        i
        for i in values[:-1]
        if parts[i] == "target" and parts[i + 1] in {"unit", "baseline"} and _name_of_values([i], parts, named) == i
    ]
    for i in names:
        parts[i], roles[i] = None, Role("indicator")
    whole, values = [*whole, *names], sorted({*values} - {*names})
    if not whole and len(values) > 1 and (name := _name_of_values(values, parts, named)) is not None:
        whole, values = [name], [i for i in values if i != name]
        parts[name] = None
        roles[name] = Role("indicator")
    if not whole and len(values) == 1 and roles[values[0]].kind == "indicator":
        return [*roles[: values[0]], roles[values[0]]._replace(part=""), *roles[values[0] + 1 :]]
    if not whole and not any(parts[i] == "target" for i in values):
        return roles
    of_values = {*values}
    for i, part in enumerate(parts):
        if settled[i] or not part or not (roles[i].kind == "indicator" or i in of_values):
            continue
        full = "".join(named[i][1])
        number, kind = indicator_number(full), indicator_kind(full)
        roles[i] = Role("indicator", part, indicator=kind, number=number, cumulative="累計" in full or "累積" in full)
    return _with_bare_values(roles)


_NAMES_INDICATOR = regex(r"(?:指標|kpi)(?:名称?)?(?:\ue000[0-9]{2}\ue001|[ア-オ]|[1-9])$")
_NUMBER_OF_VALUE = regex(r"(?<=目標|現状|実績|標値|状値|績値)(?:\ue000[0-9]{2}\ue001|[ア-オ]|[1-9])$")


def _parts_of(named: Named, roles: Sequence[Role]) -> list[RolePart | None]:
    """Return what of an indicator each column names.

    成果指標（単位） beside 成果指標 holds its unit alone; 目標① beside 指標① its value, 数値目標① by itself a sentence.
    """
    parts = [_part_of(path) for _, path in named]
    named_numbers = {indicator_number(path[-1]) for _, path in named if _NAMES_INDICATOR.search(fold(path[-1]))}
    for i, (_, path) in enumerate(named):
        if parts[i] is None and indicator_number(path[-1]) in named_numbers - {None}:
            parts[i] = value_part(_NUMBER_OF_VALUE.sub("", fold(path[-1])))
    for i in range(1, len(parts)):
        if parts[i] == "name" and names_with_unit(named[i][1][-1]):
            beside = roles[i - 1].kind == "indicator" and parts[i - 1] in {None, "name"}
            parts[i] = "unit" if beside else "name"
    return parts


def _with_bare_values(roles: list[Role]) -> list[Role]:
    """Make 成果指標ア the column of its values where another one has its name: 成果指標ア：名称."""
    names = {(role.indicator, role.number) for role in roles if role.kind == "indicator" and role.part == "name"}
    return [
        role._replace(part="value")
        if role.part == "" and role.number and (role.indicator, role.number) in names
        else role
        for role in roles
    ]


def _name_of_values(values: Sequence[int], parts: Sequence[RolePart | None], named: Named) -> int | None:
    """Return the column that names the indicators where none is called so: 数値目標 | 単位 | 現状値 | 目標値."""
    first = values[0]
    bare = not any(map(is_qualifier, named[first][1])) and "値" not in "".join(named[first][1]).replace("数値", "")
    return first if parts[first] == "target" and bare and _is_without_year(named[first][1]) else None


def _is_without_year(path: HeaderPath) -> bool:
    """Return whether no name of a column holds a year."""
    return not any(YEAR_WITHIN.search(fold(name)) for name in path)


_VALUE_ITSELF, _OF_THE_YEAR = ("値", "数値", "数", "数量"), ("年度", "年", "年次", "時点", "年月")
"""What stands below 基準値 beside each other: its value, and the year that it is of."""
_VALUES = ("unit", "baseline", "target", "actual", "note")
_NOT_VALUES = ("level", "money", "project", "department", "overview")


def _may_be_value(role: Role, part: RolePart | None) -> bool:
    return role.kind not in _NOT_VALUES and part in _VALUES


def _part_of(path: HeaderPath) -> RolePart | None:
    """Return what of an indicator a path names: its last name, below a year or a kind the one above."""
    names = [name for name in path if not is_qualifier(name) and (len(path) == 1 or fold(name) not in {"数値", "値"})]
    if not names:
        return None
    if is_year_of_value(path):
        return "note"
    for name in reversed(names):
        if fold(name) in _VALUE_ITSELF:
            continue
        if part := value_part(name):
            return part
        if not INDICATOR_WORD.search(fold(name)):
            return None
    full = "".join(names)
    return "actual" if indicator_number(full) and _is_repeated_value(path) else None


def is_year_of_value(path: HeaderPath) -> bool:
    """Return whether a column holds the year of the value beside it: 基準値 > 年度 | 値."""
    return len(path) > 1 and fold(path[-1]) in _OF_THE_YEAR and value_part(path[-2]) is not None


def _is_repeated_value(path: HeaderPath) -> bool:
    return len(path) > 1 and is_year(path[0])


def _told_apart(texts: Sequence[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
        yield f"{text} ({seen[text]})" if seen[text] > 1 else text
