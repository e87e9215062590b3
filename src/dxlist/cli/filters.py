"""``FilterOptions``: what rows are to have in common, as it is typed; ``read_filters``: what is meant by it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.usage import EMPTY_VALUE, decimal_number, half_width, whole_number
from dxlist.errors import UsageError
from dxlist.query.condition import read_condition
from dxlist.query.filters import Filters
from dxlist.text.bilingual import Bilingual
from dxlist.values.fiscal_years import read_fiscal_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.query.selecting import UnknownNameError


@dataclass(frozen=True, kw_only=True)
class FilterOptions(option.ProjectTableOptions):
    """The options that choose rows, of a command that writes them."""

    dept: option.Several = option.several(
        "--dept -d NAME",
        "担当の部局・局・課室・係の名前（全体が一致）。企画調整部/デジタル変革課 のように絞れます。",
        "Whole name of a responsible unit of any level; 総務部/人事課 narrows.",
    )
    field: option.Several = option.several(
        "--field NAME",
        "分野の番号、または名前の一部。分野と項目の間の階層も。",
        "Code of a policy field, or part of its name; of a level between field and item too.",
    )
    item: option.Several = option.several(
        "--item -i CODE",
        "項目の番号（3(1) は 3(1)ア も含み、3(10) は含まない）、または題名の一部。分野と項目の間の階層も。",
        "Code of an item with all below it (3(1) takes its children, not 3(10)), or part of its title; of a level "
        "between field and item too.",
    )
    project: option.Several = option.several(
        "--project NAME", "事業名の一部、または事業のID。", "Part of a project's name, or its project_id."
    )
    programme: option.Several = option.several(
        "--programme NAME", "上位の事業の名前の一部。", "Part of the name of a programme, the level above a project."
    )
    text: option.Several = option.several(
        "--text -t WORDS",
        "本文の言葉。空白で区切った語をすべて含む行（全角半角・大小・かなカナは区別しない）。",
        "Words that a row holds, all of them, in any text column; width, case, kana make no difference.",
    )
    kpi_unit: option.Several = option.several(
        "--kpi-unit UNIT", "目標の単位（件、% など）。", "Unit of a target (件, % ...)."
    )
    kpi_min: str | None = option.value("--kpi-min NUMBER", "目標値がこれ以上。", "A target of at least that.")
    kpi_max: str | None = option.value("--kpi-max NUMBER", "目標値がこれ以下。", "A target of at most that.")
    kpi_status: option.Several = option.several(
        "--kpi-status STATUS",
        "指標の種類: quantitative milestone no_target qualitative none_declared shared missing。",
        "Kind of KPI cell: quantitative, milestone, no_target, qualitative, none_declared, shared, missing.",
    )
    due: option.Several = option.several(
        "--due YEAR", "目標の年度（2025、令和7年度、R7）。", "Fiscal year of a target (2025, 令和7年度, R7)."
    )
    year: option.Several = option.several("--year YEAR", "一覧の年度。", "Fiscal year of the list.")
    part: option.Several = option.several(
        "--part N", "ファイルの中の何番目の一覧か。", "Which list of the file, from 1."
    )
    shared: bool | None = option.either(
        "--shared/--not-shared",
        "事業が複数の行にあるものだけ、またはないものだけ。",
        "Only projects in several rows, or only in one.",
    )
    plan_only: bool = option.switch(
        "--plan-only", "番号の代わりに「計画」とある行だけ。", "Only rows marked 計画 in place of a code."
    )
    where: str | None = option.value(
        "--where -w CONDITION",
        "そのほかの条件。例: \"unit = '件' and value >= 1000\"（docs/query.ja.md）。",
        "Any other condition, such as \"unit = '件' and value >= 1000\" (docs/query.md).",
    )


OPTIONS = {
    "departments": "--dept",
    "fields": "--field",
    "items": "--item",
    "projects": "--project",
    "programmes": "--programme",
    "units": "--kpi-unit",
    "statuses": "--kpi-status",
    "years": "--year",
    "parts": "--part",
}
"""How a filter that asks by name is typed, by what ``Filters`` calls it."""


def in_options(error: UnknownNameError) -> UnknownNameError:
    """Return the error in words of the command line: by the option in place of the field of ``Filters``."""
    error.place = f"{OPTIONS[error.field]} {error.asked}"
    return error


def read_filters(options: FilterOptions, further: Sequence[str]) -> Filters:
    """Return the filters.

    Args:
        options: as they were typed.
        further: headers of the further columns of the lists, which a condition may name.

    Raises:
        DxlistError: no number, no year, an empty name, a condition that cannot be read.
    """
    where = options.where
    return Filters(
        departments=_words("--dept", options.dept),
        fields=_words("--field", options.field),
        items=_words("--item", options.item),
        projects=_words("--project", options.project),
        programmes=_words("--programme", options.programme),
        texts=_words("--text", options.text),
        units=_words("--kpi-unit", options.kpi_unit),
        statuses=_words("--kpi-status", options.kpi_status),
        due=tuple(_year("--due", text) for text in _words("--due", options.due)),
        years=tuple(_year("--year", text) for text in _words("--year", options.year)),
        least=None if options.kpi_min is None else decimal_number("--kpi-min", options.kpi_min),
        most=None if options.kpi_max is None else decimal_number("--kpi-max", options.kpi_max),
        parts=tuple(whole_number("--part", text, 1) for text in options.part),
        shared=options.shared,
        plan_only=options.plan_only,
        condition=None if where is None else read_condition(where, further),
    )


def _words(option: str, values: Sequence[str]) -> tuple[str, ...]:
    if not all(value.strip() for value in values):
        raise UsageError(option, EMPTY_VALUE, Bilingual("名前か言葉を指定してください。", "Give a name or words."))
    return tuple(values)


def _year(option: str, text: str) -> int:
    plain = half_width(text)
    year = int(plain) if re.fullmatch("[0-9]{4}", plain) else read_fiscal_year(text)
    if year is None:
        problem = Bilingual("年度ではありません。", "this is not a fiscal year.")
        remedy = Bilingual("例: 2025、令和7年度、R7", "For example: 2025, 令和7年度 or R7.")
        raise UsageError(f"{option} {text}", problem, remedy)
    return year
