"""``COLUMNS``: every column by the name that the records give it -> its values in a row.

Columns of a target are those of the targets asked for; a few columns are put together for people: field, item, targets.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.model.initiative import Initiative
from dxlist.model.kpi import KpiTarget, amount_words
from dxlist.query.keys import codes_of, due_year, joined, level_text, near_texts, units_of
from dxlist.text.bilingual import EMPTY, Bilingual
from dxlist.text.folding import fold
from dxlist.text.visible import shortened
from dxlist.words.code_words import INDICATOR_KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pydantic.fields import FieldInfo

    from dxlist.model.indicator import Indicator

Scalar = str | int | float | Decimal | bool
Value = Scalar | None
ColumnKind = Literal["text", "number", "boolean"]


class Hit(NamedTuple):
    """A row that is asked for, with those of its targets that are; ``dxlist.select`` returns them.

    >>> import dxlist
    >>> initiatives = dxlist.parse("data/raw/fukushima_r04.tsv").initiatives
    >>> hit = dxlist.select(initiatives, dxlist.Filters(units="団体"))[0]
    >>> hit.initiative.initiative_id, [target.raw for target in hit.targets]
    ('fukushima_r04-11bfb79d', ['2団体(累計)'])
    """

    initiative: Initiative
    targets: Sequence[KpiTarget]


class QueryColumn(NamedTuple):
    """One column."""

    name: str
    title: str
    """Its Japanese name."""
    kind: ColumnKind
    of_row: Callable[[Initiative], Value | Sequence[Value]] | None
    """Its value in a row; None: it is a column of targets."""
    of_target: Callable[[KpiTarget], Value] | None = None
    several: bool = False
    """Whether a row may have several values."""

    def shown(self, hit: Hit) -> Value | list[Value]:
        """Return what stands in the column; a list where a row may have several values."""
        if self.of_row:
            value = self.of_row(hit.initiative)
            return list(value) if isinstance(value, list | tuple) else value  # type: ignore[return-value]
        assert self.of_target  # noqa: S101 - a column is of one or the other
        return [self.of_target(target) for target in hit.targets]

    def values(self, initiative: Initiative, target: KpiTarget | None) -> tuple[Scalar, ...]:
        """Return the values that are there, of a row and one of its targets; none where nothing is."""
        if self.of_row is None:
            found: object = self.of_target(target) if self.of_target and target else None
        else:
            found = self.of_row(initiative)
        many = found if isinstance(found, list | tuple) else (found,)
        return tuple(value for value in many if value is not None)


_LEFT_OUT = {"sources", "repairs", "kpi_targets", "extra", "departments", "levels", "indicators"}
_NUMBERS = {"value", "value_to", "baseline_value"}
EXTRA = "extra."
LEVELS = "levels."


def _kind(field: FieldInfo) -> ColumnKind:
    text = str(field.annotation)
    return "boolean" if "bool" in text else "number" if "int" in text or "float" in text else "text"


def _getter(name: str) -> Callable[[object], Value]:
    return lambda record: getattr(record, name)


def _decimal(name: str) -> Callable[[KpiTarget], Decimal | None]:
    def read(target: KpiTarget) -> Decimal | None:
        text = getattr(target, name)
        return Decimal(text) if text is not None else None

    return read


def _row_columns() -> Iterable[QueryColumn]:
    for name, field in Initiative.model_fields.items():
        if name not in _LEFT_OUT:
            several = "list" in str(field.annotation)
            yield QueryColumn(name, field.title or name, _kind(field), _getter(name), several=several)


def _target_columns() -> Iterable[QueryColumn]:
    for name, field in KpiTarget.model_fields.items():
        is_number = name in _NUMBERS
        read = _decimal(name) if is_number else _getter(name)
        yield QueryColumn(name, field.title or name, "number" if is_number else _kind(field), None, read, several=True)


def _level(name: str) -> Callable[[Initiative], list[Value]]:
    return lambda initiative: [getattr(department, name) for department in initiative.departments]


def indicator_text(indicator: Indicator) -> str:
    """Return what an indicator is called for people: its kind and number, its name, its unit.

    >>> from dxlist.model.indicator import Indicator
    >>> indicator_text(Indicator(kind="outcome", number="ア", name="待機児童数", unit="人"))
    '成果指標ア 待機児童数（人）'
    """
    kind = INDICATOR_KIND_WORDS[indicator.kind].ja if indicator.kind else ""
    unit = f"（{indicator.unit}）" if indicator.unit else ""
    return joined((f"{kind}{indicator.number or ''}", f"{indicator.name or ''}{unit}"))


def _target(target: KpiTarget) -> str:
    amount = amount_words(target)
    return f"{target.metric}: {amount}" if target.metric else amount


_FOR_PEOPLE = (
    QueryColumn("field", "分野", "text", lambda i: joined((i.field_code, i.field_name)) or None),
    QueryColumn("codes", "項目番号", "text", codes_of, several=True),
    QueryColumn("item", "項目", "text", lambda i: joined((*codes_of(i), i.item_name)) or None),
    QueryColumn("departments", "担当課", "text", units_of, several=True),
    QueryColumn("department", "部局", "text", _level("department"), several=True),
    QueryColumn("bureau", "局", "text", _level("bureau"), several=True),
    QueryColumn("division", "課室", "text", _level("division"), several=True),
    QueryColumn("section", "係", "text", _level("section"), several=True),
    QueryColumn("levels", "階層", "text", lambda i: list(map(level_text, i.levels)), several=True),
    QueryColumn("level", "階層の名称", "text", lambda i: [level.title for level in i.levels], several=True),
    QueryColumn("indicators", "指標（列別）", "text", lambda i: list(map(indicator_text, i.indicators)), several=True),
    QueryColumn("programme", "上位の事業", "text", lambda i: i.project_levels[:-1], several=True),
    QueryColumn("targets", "目標", "text", None, _target, several=True),
    QueryColumn("amounts", "目標", "text", None, amount_words, several=True),
    QueryColumn("due", "目標年度", "number", None, due_year, several=True),
)

COLUMNS: dict[str, QueryColumn] = {
    column.name: column for column in (*_row_columns(), *_target_columns(), *_FOR_PEOPLE)
}
"""By name; further columns of a list are ``extra.<header>``, its levels ``levels.<header>``."""

_TARGET = "target_"


def find_column(name: str, further: Iterable[str] = ()) -> QueryColumn | None:
    """Return a column by its name in the records, its name in the CSV tables, or its Japanese name.

    Args:
        name: as it was typed.
        further: what :func:`further_columns` gives of the lists at hand.
    """
    if name in COLUMNS:
        return COLUMNS[name]
    if name.startswith(_TARGET) and name.removeprefix(_TARGET) in KpiTarget.model_fields:
        return COLUMNS[name.removeprefix(_TARGET)]
    key = fold(name.removeprefix(EXTRA))
    if header := next((header for header in further if fold(header) == key), None):
        return _of_level(header) if header.startswith(LEVELS) else _of_extra(header)
    if column := next((column for column in COLUMNS.values() if column.title == name), None):
        return column
    key = fold(f"{LEVELS}{name}")
    return next((_of_level(header) for header in further if fold(header) == key), None)


def _of_extra(header: str) -> QueryColumn:
    return QueryColumn(f"{EXTRA}{header}", header, "text", lambda initiative: initiative.extra.get(header))


def _of_level(name: str) -> QueryColumn:
    header = name.removeprefix(LEVELS)

    def read(initiative: Initiative) -> str | None:
        return next((level_text(level) for level in initiative.levels if level.header == header), None)

    return QueryColumn(name, header, "text", read)


def further_columns(initiatives: Iterable[Initiative]) -> tuple[str, ...]:
    """Return what else a row may be asked for: headers of further columns, and ``levels.<header>`` of its levels."""
    headers, levels = dict[str, None](), dict[str, None]()
    for initiative in initiatives:
        headers.update(dict.fromkeys(initiative.extra))
        levels.update(dict.fromkeys(f"{LEVELS}{level.header}" for level in initiative.levels))
    return *headers, *levels


def unknown_column(name: str, further: Iterable[str] = ()) -> tuple[Bilingual, Bilingual]:
    """Return what is wrong with a name that is no column, and what to do: the nearest names, and all known ones."""
    known = [*COLUMNS, *(header if header.startswith(LEVELS) else f"{EXTRA}{header}" for header in further)]
    near = near_texts(name, known)
    name = shortened(name)
    problem = Bilingual(f"「{name}」という列はありません。", f'there is no column "{name}".')
    meant = Bilingual(f"{'、'.join(near)} のことですか。", f"Did you mean {' or '.join(near)}? ") if near else EMPTY
    return problem, meant + Bilingual("使える列: ", "Columns: ") + " ".join(known)
