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
from dxlist.tables.columns import (
    CODE_ENDS,
    INDICATOR_WORD,
    NAME_HEADER,
    SPELLING_SCORE,
    UNIT_RANKS,
    YEAR_WITHIN,
    bare_key,
    header_roles,
    indicator_kind,
    indicator_number,
    is_qualifier,
    is_year,
    value_part,
)
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dxlist.model.roles import RolePart

Path = tuple[str, ...]
Named = tuple[tuple[int, Path], ...]
"""Position of each column and its names from the top."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The columns with their roles, and how much speaks for them."""

    cells: tuple[HeaderCell, ...]
    score: float


class _State(NamedTuple):
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

    >>> [cell.column for cell in choose_roles(((0, ("政策",)), (1, ("課",)), (2, ("事業名",)), (3, ("備考",))), {}).cells]
    ['field', 'departments', 'project_name', 'extra.備考']
    """
    texts = list(_told_apart([" ".join(path) for _, path in named]))
    settled = [own.get(fold(text)) or own.get(fold(path[-1])) for text, (_, path) in zip(texts, named, strict=True)]
    options = [[(role, _OWN_SCORE)] if role else _options(path) for role, (_, path) in zip(settled, named, strict=True)]
    codes = _code_columns(named, options, settled)
    score, roles = _best([[] if i in codes else one for i, one in enumerate(options)])
    chosen = _with_codes(list(roles), codes)
    chosen = _with_values(named, chosen, settled)
    chosen = _with_units(chosen, named)
    chosen = _with_depths(chosen)
    chosen = _with_lowest_level_as_project(chosen, named)
    keys = _columns(chosen, texts)
    return Choice(
        tuple(
            HeaderCell(at, text, column, role=role, path=path)
            for (at, path), (text, column), role in zip(named, keys, chosen, strict=True)
        ),
        score,
    )


def _options(path: Path) -> list[tuple[Role, float]]:
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


def _inherited(path: Path) -> list[tuple[Role, float]]:
    """Return the role of the name above where all that stands below it is part of one thing: 指標 > 名称, 予算額 > R5."""
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
    ways: dict[_State, _Way] = {_State(): _Way(0.0, None, FURTHER, -1)}
    for own in options:
        new: dict[_State, _Way] = {}
        for state, way in ways.items():
            for role, score in (*own, (FURTHER, 0.0)):
                for after, worth in _after(state, role, score):
                    rank = _ORDER.index(role.kind) if role.kind in _ORDER else -1
                    total = way.score + worth + (_IN_ORDER if rank > way.last else 0.0)
                    if role.kind == "indicator" and way.last <= 0 and score < SPELLING_SCORE:
                        total -= _AMONG_LEVELS
                    if after not in new or total > new[after].score:
                        new[after] = _Way(total, way, role, rank if rank >= 0 else way.last)
        ways = new
    best = max(ways.values(), key=lambda way: way.score)
    return best.score, best.roles()


def _after(state: _State, role: Role, score: float) -> Iterator[tuple[_State, float]]:
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
    parts = [_part_of(path) for _, path in named]
    whole = [i for i, role in enumerate(roles) if role.kind == "indicator" and (not parts[i] or parts[i] == "name")]
    values = [i for i, part in enumerate(parts) if part in _VALUES and _may_be_value(roles[i], parts[i])]
    if not whole and len(values) > 1 and (name := _name_of_values(values, parts, named)) is not None:
        whole, values = [name], [i for i in values if i != name]
        parts[name] = None
        roles[name] = Role("indicator")
    if not whole and len(values) == 1 and roles[values[0]].kind == "indicator":
        return roles[: values[0]] + [roles[values[0]]._replace(part="")] + roles[values[0] + 1 :]
    if not whole and not any(parts[i] == "target" for i in values):
        return roles
    for i, part in enumerate(parts):
        if settled[i] or not part or not (roles[i].kind == "indicator" or i in values):
            continue
        full = "".join(named[i][1])
        number, kind = indicator_number(full), indicator_kind(full)
        roles[i] = Role("indicator", part, indicator=kind, number=number, cumulative="累計" in full or "累積" in full)
    return _with_bare_values(roles)


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
    return first if parts[first] == "target" and bare and read_year_free(named[first][1]) else None


def read_year_free(path: Path) -> bool:
    """Return whether no name of a column holds a year."""
    return not any(YEAR_WITHIN.search(fold(name)) for name in path)


_VALUES = ("unit", "baseline", "target", "actual", "note")
_NOT_VALUES = ("money", "project", "department", "overview")


def _may_be_value(role: Role, part: RolePart | None) -> bool:
    return role.kind not in _NOT_VALUES and part in _VALUES


def _part_of(path: Path) -> RolePart | None:
    """Return what of an indicator a path names: its last name, below a year or a kind the one above."""
    names = [name for name in path if not is_qualifier(name) and (len(path) == 1 or fold(name) not in {"数値", "値"})]
    if not names:
        return None
    for name in reversed(names):
        if part := value_part(name):
            return part
        if not INDICATOR_WORD.search(fold(name)):
            return None
    full = "".join(names)
    return "actual" if indicator_number(full) and _is_repeated_value(path) else None


def _is_repeated_value(path: Path) -> bool:
    return len(path) > 1 and is_year(path[0])


# --- units of departments


def _with_units(roles: list[Role], named: Named) -> list[Role]:
    """Say of several department columns which unit each holds, in the order of their ranks; a second one of a rank is none."""
    at = [i for i, role in enumerate(roles) if role.kind == "department" and role.part != "code"]
    if not at:
        return roles
    ranks = {i: _unit_rank("".join(named[i][1])) for i in at}
    taken: dict[int, int] = {}
    for i in at:
        if ranks[i] in taken or (taken and ranks[i] < max(taken)):
            roles[i] = FURTHER
        else:
            taken[ranks[i]] = i
    units = [i for rank, i in sorted(taken.items()) if rank < _SECTION_RANK]
    for place, i in enumerate(units):
        part: RolePart = "" if len(units) == 1 else "department" if place == 0 else _lower_part(ranks[i], place, units)
        roles[i] = roles[i]._replace(part=part)
    if _SECTION_RANK in taken:
        roles[taken[_SECTION_RANK]] = roles[taken[_SECTION_RANK]]._replace(part="section" if units else "")
    return roles


_SECTION_RANK = 4
_DIVISION_RANK = 3


def _lower_part(rank: int, place: int, units: Sequence[int]) -> RolePart:
    return "division" if rank == _DIVISION_RANK or (place == len(units) - 1 and place > 1) else "bureau"


def _unit_rank(text: str) -> int:
    key = bare_key(text)
    return next((rank for pattern, rank in UNIT_RANKS if pattern.search(key)), _DIVISION_RANK)


# --- levels


def _with_depths(roles: list[Role]) -> list[Role]:
    """Number the levels from the left; a sidecar's ``field`` is the first wherever it stands.  A code has that of its level."""
    at = [i for i, role in enumerate(roles) if role.kind == "level" and not role.part]
    order = sorted(at, key=lambda i: (roles[i].depth != 1, i))
    for depth, i in enumerate(order, start=1):
        roles[i] = roles[i]._replace(depth=depth)
    for i, role in enumerate(roles):
        if role.kind == "level" and role.part == "code":
            beside = next(
                (k for k in (i + 1, i - 1) if 0 <= k < len(roles) and roles[k].kind == "level" and not roles[k].part),
                None,
            )
            roles[i] = role._replace(depth=roles[beside].depth) if beside is not None else Role("code")
    return roles


def _with_lowest_level_as_project(roles: list[Role], named: Named) -> list[Role]:
    """Where no header names the projects, let a third level right of the division be them: 分野 | 項目 | 所管 | 施策名."""
    levels = [i for i, role in enumerate(roles) if role.kind == "level" and not role.part]
    departments = [i for i, role in enumerate(roles) if role.kind == "department"]
    if len(levels) <= 2 or not departments or any(role.kind in {"project"} for role in roles):  # noqa: PLR2004
        return roles
    last = levels[-1]
    if levels[-2] < min(departments) < last:
        return [*roles[:last], Role("project"), *roles[last + 1 :]]
    return roles


# --- where their cells go


def _columns(roles: Sequence[Role], texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return for each column its name, told apart by order from equal ones, and the key of its cells."""
    deepest = max((role.depth for role in roles if role.kind == "level" and not role.part), default=0)
    lowest = _lowest_unit(roles)
    whole = [i for i, role in enumerate(roles) if role.kind == "indicator" and role.part in {"", "name"}]
    return [
        (name, _column(i, role, name, deepest, lowest, whole))
        for i, (role, name) in enumerate(zip(roles, texts, strict=True))
    ]


def _column(i: int, role: Role, name: str, deepest: int, lowest: int | None, whole: Sequence[int]) -> str:  # noqa: PLR0911
    if role.part == "code" or role.kind not in _ORDER or role.part == "note":
        return f"extra.{name}"
    if role.kind == "level":
        return "field" if role.depth == 1 else "item" if role.depth == deepest else f"levels.{name}"
    if role.kind == "department":
        return "departments" if i == lowest else f"departments.{name}"
    if role.kind == "project":
        return "project_name"
    if role.kind == "overview":
        return "overview"
    return "kpi_text" if whole == [i] else f"indicators.{name}"


def _lowest_unit(roles: Sequence[Role]) -> int | None:
    order = ("division", "bureau", "", "department", "section")
    found = [
        (order.index(role.part), i) for i, role in enumerate(roles) if role.kind == "department" and role.part in order
    ]
    return min(found)[1] if found else None


def _told_apart(texts: Sequence[str]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
        yield f"{text} ({seen[text]})" if seen[text] > 1 else text
