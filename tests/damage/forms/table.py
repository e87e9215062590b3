"""A table before it is printed: columns with their roles and the way of names above them, rows with all their cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from dxlist.model.roles import Role
from tests.damage.themes import Theme
from tests.damage.vocabulary import Government


@dataclass(frozen=True, slots=True)
class Col:
    """A column: its role, the names above it from the top, and which cells make one indicator with it."""

    key: str
    role: Role
    path: tuple[str, ...]
    group: str = ""

    @property
    def header(self) -> str:
        """The full name."""
        return " ".join(name for name in self.path if name)


@dataclass(slots=True, eq=False)
class Line:
    """A row: what it says in full, and what is printed of it.

    `record` is False for a section, a total, a note; `rest_of` is the row that a page end cut.  `free` names keys of the
    answer that no reader can know for sure.
    """

    values: dict[str, str]
    blank: set[str] = field(default_factory=set)
    printed: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    sections: tuple[str, ...] = ()
    record: bool = True
    alone: str = ""
    free: frozenset[str] = frozenset()
    undecidable: bool = False
    rest_of: "Line | None" = None
    new_page: bool = False
    line: int = 0

    def text(self, key: str) -> str:
        """What is printed in a cell."""
        return "" if key in self.blank else self.printed.get(key, self.values.get(key, ""))


@dataclass(slots=True)
class Draft:
    """One list in the making: its choices, its columns, its lines, the kinds that it carries."""

    rng: Random
    government: Government
    themes: tuple[Theme, ...]
    year: int
    columns: list[Col] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    front: list[list[str]] = field(default_factory=list)
    end: list[list[str]] = field(default_factory=list)
    delimiter: str = "\t"
    done: set[str] = field(default_factory=set)
    unseen: int = 0
    unit_gap: str = " "
    with_unit: bool = True

    def chance(self, share: float) -> bool:
        """Does a thing of this share happen here?"""
        return self.rng.random() < share

    def is_unseen(self, share: float = 0.12) -> bool:
        """Is the next word above a column one of those that no table holds?  At most two in a list."""
        if self.unseen >= 2 or not self.chance(share):
            return False
        self.unseen += 1
        self.done.add("header_unseen_word")
        return True

    def add(self, key: str, role: Role, *path: str, group: str = "") -> Col:
        """Add a column at the right end."""
        column = Col(key, role, path, group)
        self.columns.append(column)
        return column

    def of_kind(self, kind: str) -> Iterator[Col]:
        """The columns of a kind of role, from left to right."""
        return (column for column in self.columns if column.role.kind == kind)
