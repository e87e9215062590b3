"""The types that flow through the generator: clean records, the rows printed from them, the damaged list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.damage.offices import Office

TEXT_SLOTS = ("project", "overview", "kpi")
BODY_SLOTS = ("field", "item", "dept", "project", "overview", "kpi")


Answer = dict[str, Any]
"""What a careful reader writes down for one row: of the printed form every cell, with the keys of the hand-read answer;
of the other forms only what is certain (`forms.right`)."""


@dataclass(frozen=True, slots=True)
class Field:
    """A policy field; `code` is canonical."""

    code: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a field; an item of the plan alone has no code and may have no title."""

    codes: tuple[str, ...]
    title: str | None
    plan: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What one row says. `shares` tells whether its project is the one above: "", "own" or "merged" department."""

    field: Field
    item: Item | None
    offices: tuple[Office, ...]
    project: str
    overview: str | None
    kpi: str | None
    extra: dict[str, str]
    shares: str = ""


@dataclass(slots=True, eq=False)
class Row:
    """A row on its way to paper: what is printed where, what a careful reader gets, where filled text stands."""

    record: Record
    part: int
    printed: dict[str, str] = field(default_factory=dict)
    want: dict[str, str | None] = field(default_factory=dict)
    origin: dict[str, "Row"] = field(default_factory=dict)
    slots: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    slid: bool = False
    touched: bool = False
    line: int = 0

    def source(self, column: str) -> "Row":
        """The row whose print holds the text of the column."""
        row = self
        while column in row.origin:
            row = row.origin[column]
        return row


@dataclass(slots=True, eq=False)
class Page:
    """One table between two page breaks."""

    number: int
    part: int
    rows: list[Row]
    slots: list[str] = field(default_factory=list)
    split: bool = False
    mixed: bool = False
    joiner: str = ""
    widths: dict[str, int] = field(default_factory=dict)
    header: list[list[str]] = field(default_factory=list)
    before: list[list[str]] = field(default_factory=list)
    after: list[list[str]] = field(default_factory=list)
    between: dict[int, list[str]] = field(default_factory=dict)
    blank_lines: int = 1

    @property
    def width(self) -> int:
        """Cells of a row that fits."""
        return len(self.slots)


@dataclass(frozen=True, slots=True)
class DamagedList:
    """The damaged list of one seed, with the answer that a careful reader would give."""

    seed: int
    government: str
    data: bytes
    text: str
    answer: list[Answer]
    kinds: frozenset[str]
    slid_lines: frozenset[int]
    form: str = "printed"

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answer)
