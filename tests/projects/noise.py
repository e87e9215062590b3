"""Mentions of many governments' projects with a known truth: the shipped list's names, varied and then damaged by chance.

The truth holds names that look alike and are not one project: the same name of another government, another sub-project,
another programme, 第2期, another number, ア and イ, 農 and 林.  The noise is what print, typing and years do to a name:
width, blanks, shapes of brackets and brackets left out, abbreviations written out, one letter wrong in three mentions of
ten, no division in one of twenty.  The same seed gives the same mentions.
"""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import dxlist
from dxlist.projects.names import name_keys
from dxlist.projects.rows import Row, initiatives_to_rows
from dxlist.values.project_names import read_project_levels
from dxlist.words.abbreviations import LONG_FORMS
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

THEMES = (
    "観光", "福祉", "防災", "教育", "道路", "港湾", "森林", "消防", "図書", "文化", "体育", "環境", "雇用", "移住", "医療", "介護",
    "保育", "統計", "広報", "監査", "選挙", "会計", "税務", "住宅", "公園", "下水", "衛生", "年金", "国際", "商店",
)  # fmt: skip
"""Words put before a name where a government has more projects than the shipped list; no two share a letter's place twice."""
TWINS = (
    ("農業", "林業"),
    ("林業", "農業"),
    ("小学校", "中学校"),
    ("市町村", "都市"),
    ("県", "市"),
    ("高等", "中等"),
    ("観光", "漁業"),
)
"""A word for another that makes another project of the name."""
PLACES = ("福島", "ふくしま")
HALF_WIDTH = {chr(0x21 + i): chr(0xFF01 + i) for i in range(94)} | {chr(0xFF01 + i): chr(0x21 + i) for i in range(94)}
SHAPES = ("（）", "()", "【】", "［］", "〔〕")


class Truth(NamedTuple):
    """One project of one government, as nobody has damaged it."""

    name: str
    units: tuple[str, ...]
    twin_of: int | None = None
    """The project that it looks like, where it was made to."""


class Noise(NamedTuple):
    """How often each kind of damage falls on a mention, 0 to 1."""

    width: float = 0.3
    blanks: float = 0.2
    brackets: float = 0.2
    bracket_lost: float = 0.01
    abbreviation: float = 0.3
    typo: float = 0.3
    no_division: float = 0.05


class Plan(NamedTuple):
    """What is asked for."""

    mentions: int
    seed: int = 2026
    projects_each: int = 140
    """Projects of one government."""
    mentions_each: float = 10
    """Of a project, on average; one at least."""
    noise: Noise = Noise()


def make_mentions(plan: Plan) -> Iterator[tuple[Row, int]]:
    """Yield mentions with the number of the project that each is of, in the order of a shuffled pile."""
    chance = random.Random(plan.seed)
    government = total = made = 0
    while made < plan.mentions:
        projects = make_projects(chance, plan.projects_each)
        taken = {name_keys(project.name).respelled for project in projects}
        own = list[tuple["Row", int]]()
        for number, project in enumerate(projects):
            for _ in range(1 + int(chance.expovariate(1 / max(plan.mentions_each - 1, 1e-9)))):
                name = damage(chance, project.name, plan.noise, taken)
                units = () if chance.random() < plan.noise.no_division else project.units
                own.append((_mention(chance, name, units, (government, len(own))), total + number))
        chance.shuffle(own)
        yield from own[: plan.mentions - made]
        made += len(own)
        total += len(projects)
        government += 1


def make_projects(chance: random.Random, count: int) -> list[Truth]:
    """Return projects of one government: names of the shipped list, a quarter of them with a twin of the same division."""
    place = f"{chance.choice('青白黒大小長高北南東西')}{chance.choice('川山島野原浜崎岡沢谷')}"
    found, keys = list[Truth](), set[str]()
    for number in range(10 * count):
        base = _base()[number % len(_base())]
        theme = number // len(_base())
        if theme > len(THEMES) ** 2:
            break
        name = _with_theme(base.name, theme)
        for own in PLACES:
            name = name.replace(own, place)
        at = len(found)
        _add(found, keys, Truth(name, base.units))
        if len(found) > at and chance.random() < 0.25:
            _add(found, keys, Truth(_twin(chance, name), base.units, at))
        if len(found) >= count:
            break
    return found[:count]


@cache
def _base() -> tuple[Truth, ...]:
    rows = initiatives_to_rows(dxlist.parse(SHIPPED))
    return tuple({row.levels: Truth(row.name or "", row.units) for row in rows if row.name}.values())


def _with_theme(name: str, theme: int) -> str:
    if not theme:
        return name
    first, second = divmod(theme - 1, len(THEMES))
    return f"{THEMES[second]}{THEMES[-first] if first else ''}における{name}"


def _add(found: list[Truth], keys: set[str], project: Truth) -> None:
    key = name_keys(project.name).respelled
    if key not in keys:
        keys.add(key)
        found.append(project)


def _twin(chance: random.Random, name: str) -> str:
    """Return the name of another project that looks like this one."""
    swaps = [(old, new) for old, new in TWINS if old in name]
    levels = read_project_levels(name)
    kinds = ["period", "number", "kana", "year"] + ["word"] * 3 * bool(swaps) + ["sub", "programme"] * (len(levels) > 1)
    kind = chance.choice(kinds)
    if kind == "word":
        old, new = chance.choice(swaps)
        return name.replace(old, new, 1)
    if kind in {"sub", "programme"}:
        other = chance.choice([t for t in _base() if len(read_project_levels(t.name)) > 1])
        other_levels = read_project_levels(other.name)
        pair = (levels[0], other_levels[-1]) if kind == "sub" else (other_levels[0], levels[-1])
        return f"{pair[0]}（{pair[1]}）"
    if kind == "period":
        return f"第{chance.choice('23')}期{name}"
    return name + {"number": f"（{chance.choice('12')}号）", "kana": f"（{chance.choice('アイ')}）"}.get(
        kind, "（令和5年度）"
    )


def _mention(chance: random.Random, name: str, units: tuple[str, ...], place: tuple[int, int]) -> Row:
    government, number = place
    year = 2020 + chance.randrange(7)
    document = f"g{government:04d}_{year}"
    return Row(
        initiative_id=f"{document}-{number:06d}",
        document_id=document,
        line=number,
        government=f"{government:06d}",
        fiscal_year=year,
        name=name,
        levels=read_project_levels(name),
        units=units,
    )


def damage(chance: random.Random, name: str, noise: Noise, taken: set[str] = frozenset()) -> str:  # type: ignore[assignment]
    """Return a name as it may be printed; a typo never makes the name of another project (``taken``) of it."""
    if chance.random() < noise.abbreviation:
        name = _abbreviated(chance, name)
    if chance.random() < noise.typo:
        mistyped = typo(chance, name)
        name = mistyped if name_keys(mistyped).respelled not in taken else name
    if chance.random() < noise.brackets:
        name = _brackets(chance, name)
    if chance.random() < noise.bracket_lost:
        name = _without_a_bracket(chance, name)
    if chance.random() < noise.width:
        name = "".join(HALF_WIDTH.get(letter, letter) for letter in name)
    if chance.random() < noise.blanks:
        at = chance.randrange(1, len(name))
        name = f"{name[:at]}{chance.choice(' 　')}{name[at:]}"
    return name


def typo(chance: random.Random, name: str) -> str:
    """Return a name with one letter replaced, left out, added, or two that changed places."""
    at, letter = chance.randrange(len(name)), chance.choice(_letters())
    kind = chance.choice(("replace", "replace", "replace", "leave", "add", "swap"))
    if kind == "replace":
        return name[:at] + letter + name[at + 1 :]
    if kind == "leave":
        return name[:at] + name[at + 1 :]
    if kind == "add":
        return name[:at] + letter + name[at:]
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


@cache
def _letters() -> Sequence[str]:
    return sorted({letter for project in _base() for letter in project.name if letter.isalnum()})


def _abbreviated(chance: random.Random, name: str) -> str:
    for short in ("DX", "ICT", "AI", "PC", "Web", "IoT", "RPA"):
        if short in name:
            return name.replace(short, chance.choice(LONG_FORMS[short.lower()]), 1)
    return name


def _brackets(chance: random.Random, name: str) -> str:
    shape = chance.choice(SHAPES)
    return name.translate({ord(old): shape[side] for old, side in zip("（）()", (0, 1, 0, 1), strict=True)})


def _without_a_bracket(chance: random.Random, name: str) -> str:
    places = [at for at, letter in enumerate(name) if letter in "（）()"]
    at = chance.choice(places) if places else len(name)
    return name[:at] + name[at + 1 :]
