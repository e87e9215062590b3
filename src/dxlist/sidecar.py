"""``read_sidecar``: the ``.toml`` beside a list, with what the list itself does not say."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    model_validator,
)

from dxlist.errors import SidecarError, no_toml, why_unreadable
from dxlist.model.columns import COLUMNS, KEPT_BY_HEADER
from dxlist.model.document import IgnoredFinding
from dxlist.model.initiative import Record
from dxlist.model.roles import ROLES, IndicatorKind, Role
from dxlist.model.stages import Correction
from dxlist.plain_files import is_there, read_plain
from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.text.toml import table_offsets
from dxlist.words.code_words import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_Entry = TypeVar("_Entry", bound=Record)
_WEIGHTS = (6, 5, 4, 3, 2)
_MODULUS = 11


def checked_code(code: str) -> str:
    """Return a 全国地方公共団体コード whose check digit is right; raise ValueError otherwise.

    Source: 総務省 全国地方公共団体コード, 検査数字の算出方法 (modulus 11).

    >>> checked_code("070009")
    '070009'
    """
    if len(code) != len(_WEIGHTS) + 1 or not code.isascii() or not code.isdigit():
        raise ValueError("a local government code has six digits, as text")
    total = sum(int(digit) * weight for digit, weight in zip(code, _WEIGHTS, strict=False))
    check = str(_MODULUS - total % _MODULUS)[-1] if total >= _MODULUS else str(_MODULUS - total)[-1]
    if code[-1] != check:
        raise ValueError(f"the check digit of {code} should be {check}")
    return code


class _SaidError(ValueError):
    """What is wrong with a value, said in both languages."""

    def __init__(self, said: Bilingual) -> None:
        self.said = said
        super().__init__(said.en)


def _correctable(column: str) -> str:
    """Return the name of a column, one of the six or a key of ``sources``; raise an error for any other word."""
    if column in COLUMNS or any(column.startswith(one) and column != one for one in KEPT_BY_HEADER):
        return column
    known = ", ".join((*COLUMNS, *(f"{one}…" for one in KEPT_BY_HEADER)))
    raise _SaidError(
        Bilingual(f"「{column}」という列はありません（{known}）", f"{column!r} is no column (there are {known})")
    )


class CorrectionEntry(Record):
    """One ``[[corrections]]`` of a sidecar."""

    line: int | None = Field(default=None, ge=1)
    column: Annotated[str, AfterValidator(_correctable)]
    was: str | None = None
    project_name: str | None = None
    value: str
    reason: str = Field(min_length=1)

    @model_validator(mode="after")
    def _tells_its_row(self) -> CorrectionEntry:
        if self.line is None and self.was is None:
            raise _SaidError(_NO_ROW)
        return self


class ConfirmedEntry(Record):
    """One ``[[confirmed]]`` of a sidecar: a row, or with ``cell`` a cell of no column, is right as it was read."""

    line: int | None = Field(default=None, ge=1)
    cell: int | None = Field(default=None, ge=1)
    was: str | None = None
    project_name: str | None = None
    reason: str = Field(min_length=1)

    @model_validator(mode="after")
    def _tells_its_row(self) -> ConfirmedEntry:
        if self.line is None and self.was is None:
            raise _SaidError(_NO_ROW)
        return self


class IgnoredEntry(Record):
    """One ``[[ignored]]`` of a sidecar: a single finding that a person looked at and left as it is."""

    code: str = Field(pattern=r"^DX[0-9]{3}$")
    line: int | None = Field(default=None, ge=1)
    words: str | None = None
    project_name: str | None = None
    reason: str = Field(min_length=1)


_NO_ROW = Bilingual(
    "line（行）か was（もとの文）が要ります", "it needs line, or was (the text that it corrects), or both"
)


class RoleTable(Record):
    """A role with its qualifiers: ``{ role = "indicator.actual", fiscal_year = 2021, number = "ア" }``."""

    role: str
    fiscal_year: int | None = Field(default=None, ge=1868, le=2200)
    indicator: IndicatorKind | None = None
    number: str | None = None


def _unknown_role(word: str) -> _SaidError:
    near = get_close_matches(word, (*ROLES, *_ROLES_IN_JAPANESE), n=3)
    return _SaidError(
        Bilingual(
            f"「{word}」という役割はありません" + (f"（{'、'.join(near)} のことですか）" if near else ""),
            f"{word!r} is no role" + (f" (did you mean {', '.join(near)}?)" if near else ""),
        )
    )


_ROLES_IN_JAPANESE = {said.ja: ROLES[word] for word, said in ROLE_WORDS.items()}
"""The words in which ``dxlist describe`` shows the roles to a reader of Japanese."""


def _role_of(entry: object) -> Role:
    if not isinstance(entry, str | RoleTable):
        raise _SaidError(_NO_ROLE)
    word = entry if isinstance(entry, str) else entry.role
    role = ROLES.get(word) or _ROLES_IN_JAPANESE.get(word)
    if role is None:
        raise _unknown_role(word)
    if isinstance(entry, str):
        return role
    return role._replace(fiscal_year=entry.fiscal_year, indicator=entry.indicator, number=entry.number)


_NO_ROLE = Bilingual(
    '役割の名前を文字列で書きます（例: "note"、{ role = "indicator.actual", fiscal_year = 2021 }）',
    'it must be the name of a role (such as "note" or { role = "indicator.actual", fiscal_year = 2021 })',
)
RoleEntry = Annotated[
    Any,
    BeforeValidator(lambda entry: RoleTable.model_validate(entry) if isinstance(entry, dict) else entry),
    AfterValidator(_role_of),
]


class Sidecar(BaseModel):
    """What a person knows of a list; every key is optional."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    title: str | None = None
    local_government_code: Annotated[str, AfterValidator(checked_code)] | None = None
    local_government_name: str | None = None
    fiscal_year: int | None = Field(default=None, ge=1868, le=2200)
    publisher: str | None = None
    source: str | None = None
    source_url: str | None = None
    licence: str | None = None
    columns: dict[str, RoleEntry] = {}
    ignore: dict[Annotated[str, Field(pattern=r"^DX[0-9]{1,3}$")], Annotated[str, Field(min_length=1)]] = {}
    corrections: list[CorrectionEntry] = []
    confirmed: list[ConfirmedEntry] = []
    ignored: list[IgnoredEntry] = []

    _written_at: dict[str, tuple[int, ...]] = PrivateAttr(default_factory=dict)

    def placed_corrections(self) -> list[Correction]:
        """Return the corrections and confirmations, each with the line of the sidecar on which it stands."""
        confirmed = (
            Correction(**entry.model_dump(), column="cell" if entry.cell else "row", value="", written_at=line)
            for entry, line in self._placed(self.confirmed, "confirmed")
        )
        corrected = (
            Correction(**entry.model_dump(), written_at=line)
            for entry, line in self._placed(self.corrections, "corrections")
        )
        return [*corrected, *confirmed]

    def ignored_findings(self) -> list[IgnoredFinding]:
        """Return the findings to be left, each with the line of the sidecar on which it stands."""
        placed = self._placed(self.ignored, "ignored")
        return [IgnoredFinding(**entry.model_dump(), written_at=line) for entry, line in placed]

    def _placed(self, entries: Sequence[_Entry], table: str) -> Iterator[tuple[_Entry, int | None]]:
        return zip(entries, self._written_at.get(table, [None] * len(entries)), strict=True)

    def with_corrections(self, corrections: Iterable[CorrectionEntry]) -> Sidecar:
        """Return the sidecar with these corrections in the place of its own; where they stand is not known then."""
        changed = self.model_copy(update={"corrections": list(corrections)})
        changed._written_at = {table: at for table, at in self._written_at.items() if table != "corrections"}  # noqa: SLF001 - its own
        return changed


def read_sidecar(list_path: Path | None) -> Sidecar:
    """Return the sidecar beside a list (same name, ``.toml``), or an empty one.

    Raises:
        SidecarError: what has its name cannot be read, is no TOML, has a key that is not known, or a value that cannot
            be.
    """
    path = list_path.with_suffix(".toml") if list_path else None
    if path is None or path == list_path or not is_there(path):
        return _NOTHING
    try:
        text = read_plain(path).decode("utf-8-sig")
    except OSError as error:
        raise SidecarError(str(path), why_unreadable(error), _NO_SIDECAR) from error
    except ValueError as error:
        raise SidecarError(str(path), no_toml(error), _REMEDY) from error
    return sidecar_of(text, path)


def sidecar_of(text: str, path: Path) -> Sidecar:
    """Return the sidecar that a text says; ``path`` is for messages, which are those of :func:`read_sidecar`."""
    try:
        sidecar = Sidecar.model_validate(tomllib.loads(text))
    except ValidationError as error:
        raise _invalid(path, error) from error
    except (ValueError, RecursionError) as error:
        raise SidecarError(str(path), no_toml(error), _REMEDY) from error
    for table in ("corrections", "confirmed", "ignored"):
        lines = tuple(text.count("\n", 0, at) + 1 for at in table_offsets(text, table))
        if len(lines) == len(getattr(sidecar, table)):
            sidecar._written_at[table] = lines  # noqa: SLF001 - known beside the values only here
    return sidecar


_NOTHING = Sidecar.model_construct()
"""Of a list without a sidecar; nothing in it is to be checked."""
_NO_SIDECAR = Bilingual(
    "一覧の付属ファイルの名前です。読めるファイルにするか、名前を変えてください。",
    "This is the name of the sidecar of a list: make it a file that can be read, or rename it.",
)
_REMEDY = Bilingual("書き方は docs/sidecar.ja.md を見てください。", "See docs/sidecar.md for its keys.")


def _invalid(path: Path, error: ValidationError) -> SidecarError:
    first, *more = error.errors()
    key = ".".join(str(part) for part in first["loc"])
    count = f" (+{len(more)})" if more else ""
    cause = first.get("ctx", {}).get("error")
    said = cause.said if isinstance(cause, _SaidError) else both_languages(first["msg"])
    problem = Bilingual(f"「{key}」が正しくありません: {said.ja}{count}。", f"{key}: {said.en}{count}.")
    return SidecarError(str(path), problem, _REMEDY)
