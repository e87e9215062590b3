"""The last part of a line's trail: where the texts of its record stand, what was mended, and the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dxlist.model.initiative import Corrected
from dxlist.report.blocks import Entry
from dxlist.text.bilingual import Bilingual, both_languages
from dxlist.text.unseen import has_unseen
from dxlist.text.visible import code_points
from dxlist.words.code_words import REPAIR_WORDS, word
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.initiative import Department, Initiative

_BESIDE_THE_RECORD = {"sources", "repairs", "kpi_targets"}
_BLANK = "␣"


def source_entries(initiative: Initiative) -> Iterator[Entry]:
    """Yield for each text the line and cells that hold it, with what is printed there."""
    for column, source in initiative.sources.items():
        if source is None:
            yield Entry(column_name(column), Bilingual("なし", "not there"))
            continue
        cells = "+".join(map(str, source.cells))
        cell = Bilingual(f"セル{cells}", f"cell {cells}") if cells else Bilingual("空欄", "blank")
        text = Bilingual(f"{source.line}行目 ", f"line {source.line} ") + cell
        if source.line != initiative.line:
            text = Bilingual("", "filled from ") + text + Bilingual(f" から補った「{source.raw}」", f' "{source.raw}"')
        yield Entry(column_name(column), text)


def repair_entries(initiative: Initiative) -> Iterator[Entry]:
    """Yield what was mended, in the order of the record."""
    for repair in initiative.repairs:
        yield Entry(column_name(repair.column), _repair(repair.model_dump()))


def correction_entries(initiative: Initiative) -> Iterator[Entry]:
    """Yield what a person corrected."""
    for repair in initiative.repairs:
        if isinstance(repair, Corrected):
            yield Entry(column_name(repair.column), _corrected(repair.model_dump()))


def _repair(repair: dict[str, Any]) -> Bilingual:
    kind, details = word(REPAIR_WORDS, repair["kind"]), _DETAILS.get(repair["kind"])
    return kind if details is None else kind + ": " + details(repair)


def _from(repair: dict[str, Any]) -> Bilingual:
    return Bilingual(f"{repair['from_line']}行目", f"line {repair['from_line']}")


def _ditto(repair: dict[str, Any]) -> Bilingual:
    line, mark, cell = repair["from_line"], repair["mark"], repair["cell"]
    return Bilingual(f"{line}行目（セル{cell}に「{mark}」）", f'line {line} (cell {cell} has "{mark}")')


def _moved(repair: dict[str, Any]) -> Bilingual:
    cell, by = repair["cell"], repair["by"]
    side = Bilingual("右" if by > 0 else "左", "right" if by > 0 else "left")
    return Bilingual(f"セル{cell}、{side.ja}に{abs(by)}", f"cell {cell}, {abs(by)} to the {side.en}")


def _of_cell(repair: dict[str, Any]) -> Bilingual:
    return Bilingual(f"セル{repair['cell']}", f"cell {repair['cell']}")


def _taken(repair: dict[str, Any]) -> Bilingual:
    """Say what was taken out and behind which character; a blank is written so that it can be seen."""
    taken = ["".join(map(_seen, text)) for text in repair["taken"]]
    pairs = list(zip(repair["at"], taken, strict=True))
    return Bilingual(
        "、".join(f"{at}文字目のあとの「{text}」" if at else f"先頭の「{text}」" for at, text in pairs),
        ", ".join(f'"{text}" behind character {at}' if at else f'"{text}" at the head' for at, text in pairs),
    )


def _seen(character: str) -> str:
    if character in " \u3000":
        return _BLANK
    is_unseen = has_unseen(character) or (character.isspace() and character not in "\n\t")
    return code_points(character) if is_unseen else character


def _corrected(repair: dict[str, Any]) -> Bilingual:
    was, value, reason = repair["was"], repair["value"], repair["reason"]
    if was is None:
        return Bilingual(f"「{value}」（{reason}）", f'"{value}" ({reason})')
    return Bilingual(f"「{was}」を「{value}」に（{reason}）", f'"{was}" to "{value}" ({reason})')


def _inferred(repair: dict[str, Any]) -> Bilingual:
    return Bilingual(f"「{repair['value']}」（", f'"{repair["value"]}" (') + _from(repair) + Bilingual("）", ")")


_DETAILS = {
    "filled": _from,
    "ditto": _ditto,
    "shifted": _moved,
    "rejoined": _of_cell,
    "cleaned": _taken,
    "unwrapped": _taken,
    "trimmed": _taken,
    "split": _taken,
    "corrected": _corrected,
    "inferred": _inferred,
}


def target_entries(initiative: Initiative) -> Iterator[Entry]:
    """Yield for each number of the indicator's text where it stands there and what it was read as."""
    for target in initiative.kpi_targets:
        label = Bilingual(
            f"{target.start}～{target.end}文字目「{target.raw}」", f'"{target.raw}" at {target.start}-{target.end}'
        )
        said = [(name, value) for name, value in target if name not in _OF_THE_PLACE and value not in (None, False)]
        text = ", ".join(f"{name} {value}" for name, value in said)
        yield Entry(label, both_languages(text))


_OF_THE_PLACE = {"raw", "start", "end"}


def record_entries(initiative: Initiative) -> Iterator[Entry]:
    """Yield the keys of the record with their values."""
    for name, value in initiative:
        if name not in _BESIDE_THE_RECORD:
            text = _value(name, value) or "–"
            yield Entry(both_languages(name), both_languages(text))


def _value(name: str, value: Any) -> str:
    if value is None:
        return "null"
    if name == "departments":
        return "; ".join(map(_unit, value))
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {text}" for key, text in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unit(unit: Department) -> str:
    *levels, section = unit.levels
    levels += [section] if section else []
    return " / ".join(part or "–" for part in levels)
