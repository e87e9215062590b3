"""``read_filters``: the options of ``dxlist query`` as they were typed -> filters; what makes no sense is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.errors import UsageError
from dxlist.exports.rows import ROW_FORMATS
from dxlist.jobs.inputs import find_inputs
from dxlist.query.condition import read_condition
from dxlist.query.filters import Filters
from dxlist.query.grouping import GROUPINGS
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import to_half_width
from dxlist.values.fiscal_years import read_fiscal_year

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TABLE = "table"
FORMATS = (TABLE, *ROW_FORMATS)
STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the rows are to have in common, as it was typed."""

    names: Mapping[str, tuple[str, ...]]
    """Values of the options that take texts, by the name of the option."""
    kpi_min: str | None = None
    kpi_max: str | None = None
    parts: tuple[int, ...] = ()
    shared: bool | None = None
    plan_only: bool = False
    where: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """How the answer is to look, as it was typed."""

    group_by: str | None = None
    projects: bool = False
    count: bool = False
    columns: tuple[str, ...] = ()
    wide: bool = False
    sort: tuple[str, ...] = ()
    limit: int | None = None
    format: str | None = None
    output: str = STANDARD_OUTPUT
    overwrite: bool = False
    excel_safe: bool = False

    @property
    def shows_records(self) -> bool:
        """Return whether whole records are written."""
        chosen = self.group_by or self.projects or self.count or self.columns
        return self.format_name in {"json", "jsonl"} and not chosen

    @property
    def format_name(self) -> str:
        """The format that was asked for, else that of the file's name, else a table."""
        suffix = Path(self.output).suffix.lower().removeprefix(".")
        by_suffix = {"md": "markdown"}.get(suffix, suffix)
        return self.format or (by_suffix if by_suffix in FORMATS else TABLE)


def check_view(view: View, paths: Sequence[str]) -> None:
    """Raise where the answer cannot look so, before anything is read.

    Raises:
        UsageError: an unknown format or group, options that do not go together, a file that is there.
    """
    _check_choice("--format", view.format, FORMATS)
    _check_choice("--group-by", view.group_by, tuple(GROUPINGS))
    if view.group_by and (view.projects or view.columns):
        other = "--projects" if view.projects else "--columns"
        raise _no_pair("--group-by", other)
    if view.projects and view.columns:
        raise _no_pair("--projects", "--columns")
    if view.output == STANDARD_OUTPUT:
        return
    if not view.output.strip():
        raise UsageError("--output", _EMPTY, _OTHER_FILE)
    _check_suffix(view)
    if Path(view.output).is_dir():
        raise UsageError(view.output, Bilingual("フォルダーです。", "this is a folder."), _OTHER_FILE)
    if any(_is_same(view.output, path) for path in find_inputs(paths, normalised=True).lists):
        problem = Bilingual("書き出すと元の一覧を上書きします。", "writing would replace the list itself.")
        raise UsageError(view.output, problem, _OTHER_FILE)
    if Path(view.output).is_file() and not view.overwrite:
        problem = Bilingual("このファイルはすでにあります。", "this file is there already.")
        remedy = Bilingual("置き換えるには --overwrite を付けてください。", "Add --overwrite to replace it.")
        raise UsageError(view.output, problem, remedy)


def _check_suffix(view: View) -> None:
    """Raise where the file's name promises another format than the answer would have (list.xlsx)."""
    suffix = Path(view.output).suffix.lower()
    if view.format is None and not view.count and suffix not in {"", ".txt", ".md", *(f".{name}" for name in FORMATS)}:
        problem = Bilingual(f"拡張子「{suffix}」からは形式が決まりません。", f'the suffix "{suffix}" names no format.')
        names = ", ".join(FORMATS)
        remedy = Bilingual(f"--format に {names} のどれかを指定してください。", f"Give one of {names} with --format.")
        raise UsageError(view.output, problem, remedy)


_OTHER_FILE = Bilingual("--output に別のファイルを指定してください。", "Give another file with --output.")


def _is_same(output: str, path: str) -> bool:
    return Path(output).exists() and Path(path).exists() and Path(output).samefile(path)


def _check_choice(option: str, asked: str | None, known: Sequence[str]) -> None:
    if asked is not None and asked not in known:
        problem = Bilingual("この指定はありません。", "there is no such choice.")
        names = ", ".join(known)
        remedy = Bilingual(f"{names} のどれかを指定してください。", f"Give one of {names}.")
        raise UsageError(f"{option} {asked}", problem, remedy)


def _no_pair(one: str, other: str) -> UsageError:
    problem = Bilingual(f"{other} とは一緒に使えません。", f"it cannot go with {other}.")
    return UsageError(one, problem, Bilingual("どちらかにしてください。", "Give one of them."))


def read_filters(asked: Asked, further: Sequence[str]) -> Filters:
    """Return the filters.

    Args:
        asked: as it was typed.
        further: headers of the further columns of the lists, which a condition may name.

    Raises:
        DxlistError: no number, no year, an empty name, a condition that cannot be read.
    """
    names = {name: _checked(name, values) for name, values in asked.names.items()}
    return Filters(
        departments=names["dept"],
        fields=names["field"],
        items=names["item"],
        projects=names["project"],
        programmes=names["programme"],
        texts=names["text"],
        units=names["kpi-unit"],
        statuses=names["kpi-status"],
        due=tuple(_year("--due", text) for text in names["due"]),
        years=tuple(_year("--year", text) for text in names["year"]),
        least=_number("--kpi-min", asked.kpi_min),
        most=_number("--kpi-max", asked.kpi_max),
        parts=asked.parts,
        shared=asked.shared,
        plan_only=asked.plan_only,
        condition=read_condition(asked.where, further) if asked.where is not None else None,
    )


_EMPTY = Bilingual("空です。", "it is empty.")


def _checked(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    if not all(value.strip() for value in values):
        raise UsageError(f"--{name}", _EMPTY, Bilingual("名前か言葉を指定してください。", "Give a name or words."))
    return values


_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_YEAR = re.compile(r"[0-9]{4}")


def _number(option: str, text: str | None) -> Decimal | None:
    if text is None:
        return None
    plain = to_half_width(text).strip().replace(",", "")
    if not _NUMBER.fullmatch(plain):
        problem = Bilingual("数ではありません。", "this is no number.")
        raise UsageError(f"{option} {text}", problem, Bilingual("例: 1000、0.5", "For example: 1000 or 0.5."))
    return Decimal(plain)


def _year(option: str, text: str) -> int:
    plain = to_half_width(text).strip()
    year = int(plain) if _YEAR.fullmatch(plain) else read_fiscal_year(text)
    if year is None:
        problem = Bilingual("年度ではありません。", "this is no fiscal year.")
        remedy = Bilingual("例: 2025、令和7年度、R7", "For example: 2025, 令和7年度 or R7.")
        raise UsageError(f"{option} {text}", problem, remedy)
    return year
