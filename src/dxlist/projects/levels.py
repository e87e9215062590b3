"""``LEVELS``: the comparison levels in order, of which the first that holds between two rows joins them.

A level either has a key, and rows of one government that share it are of one name; or it searches the graph of
spellings for pairs to join.  This list is all that decides the order: clusters are made by it, each row's ``level`` is
found by it, and docs/projects.md and docs/dedupe.md print it (``python docs/make_levels.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.projects.rows import printed_at
from dxlist.projects.typos import join_typos
from dxlist.text.bilingual import EMPTY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.model.project import LevelName
    from dxlist.projects.graph import Graph
    from dxlist.projects.names import NameKeys
    from dxlist.projects.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLevel:
    """What may join a row to a project, in words."""

    name: LevelName
    label: Bilingual
    """A few words to put behind each row."""
    sentence: Bilingual
    """What it says of the two names."""
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLevel(ComparisonLevel):
    """A level on which names are compared by a key."""

    key: Callable[[Row, NameKeys], str]
    """A row and the keys of its name -> what it must share; rows that share it share the keys of all levels after."""
    needs_evidence: bool = False
    """Whether rows that share this key, and none before it, are one project only where division, overview or targets
    agree (:mod:`dxlist.projects.homonyms`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLevel(ComparisonLevel):
    """A level on which names are near and not equal."""

    join: Callable[[Graph, LevelName], None]
    """Joins the vertices of a graph on this level."""


FIRST = ComparisonLevel(
    name="first",
    label=EMPTY,
    sentence=Bilingual(
        "その事業の最初の行。ほかの行に合わせたものではない。",
        "The row that the project was found in; it was joined to none.",
    ),
)
DECIDED = ComparisonLevel(
    name="decided",
    label=Bilingual("人の判断", "decided by a person"),
    sentence=Bilingual("人が同じと決めた（`--decisions`）。", "A person said so (`--decisions`)."),
)
LEVELS: tuple[KeyLevel | SearchLevel, ...] = (
    KeyLevel(
        name="merged",
        label=Bilingual("結合セル", "printed once for several items"),
        sentence=Bilingual(
            "複数の項目にまたがる結合セルに1度だけ書いてある。",
            "are printed once, in a cell that is merged over several items.",
        ),
        key=lambda row, _: printed_at(row),
        example="lines 130–134 of the shipped list",
    ),
    KeyLevel(
        name="exact",
        label=Bilingual("同名", "same name"),
        sentence=Bilingual("一字一句同じ。", "are equal to the letter."),
        key=lambda row, _: row.name or "",
    ),
    KeyLevel(
        name="folded",
        label=Bilingual("字形・空白の違い", "same but for width and blanks"),
        sentence=Bilingual(
            "全角・半角、大文字・小文字、空白、括弧の形、①と(1) だけが違う。",
            "differ in width, case, blanks, shape of brackets, ① for (1).",
        ),
        key=lambda _, keys: keys.folded,
        example="デジタル変革（DX）推進事業 / デジタル変革(ＤＸ) 推進事業",
    ),
    KeyLevel(
        name="expanded",
        label=Bilingual("略語の違い", "same but for an abbreviation"),
        sentence=Bilingual(
            "知られた略語だけが違う（DX とデジタルトランスフォーメーション）。",
            "differ in a known abbreviation: DX and デジタルトランスフォーメーション.",
        ),
        key=lambda _, keys: keys.expanded,
        example="福島県警察DX推進事業 / 福島県警察デジタルトランスフォーメーション推進事業",
    ),
    KeyLevel(
        name="respelled",
        label=Bilingual("表記の違い", "another spelling"),
        sentence=Bilingual(
            "送り仮名、中点、括弧などの表記が違い、担当課、事業概要、目標のどれかが合う。",
            "are the same path of names in another spelling (okurigana, dots, brackets, remarks), "
            "and division, overview or targets agree.",
        ),
        key=lambda _, keys: keys.respelled,
        needs_evidence=True,
        example="行政手続 / 行政手続き, …事業（再掲）",
    ),
    SearchLevel(
        name="typo",
        label=Bilingual("一字違い", "a letter differs"),
        sentence=Bilingual(
            "一字違いで、担当課、事業概要、目標のどれかが合い、反対の材料がない。",
            "differ in a letter, division, overview or targets agree, and nothing speaks against it.",
        ),
        join=join_typos,
        example="オンライン化 / オンライ化",
    ),
)
"""In this order, after ``first`` and ``decided``, which compare nothing."""

LABELS: dict[str, Bilingual] = {level.name: level.label for level in (FIRST, DECIDED, *LEVELS)}
KEY_LEVELS = tuple(level for level in LEVELS if isinstance(level, KeyLevel))
SEARCH_LEVELS = tuple(level for level in LEVELS if isinstance(level, SearchLevel))

BLOCKING_LEVEL = KEY_LEVELS[-1]
"""The loosest level with a key: rows that do not share it are of two spellings."""
SPELLING_LEVEL = [level for level in KEY_LEVELS if not level.needs_evidence][-1]
"""The loosest level on which the name alone is enough."""
