"""``said_of_correction``: what became of a correction, in words; ``lines_to_paste``: what to write in the sidecar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.reading.normalised_files import SUFFIX
from dxlist.report.blocks import in_brackets
from dxlist.rules.places import shortened
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages
from dxlist.text.toml import toml_string
from dxlist.text.visible import visible
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dxlist.model.document import CorrectionNote, CorrectionState
    from dxlist.rules.ignoring import UnusedIgnored

MOST_LINES = 5
"""Lines of a list that a message names."""


def correction_place(path: str, note: CorrectionNote) -> str:
    """Return where a correction is written: in the sidecar of a list; of a normalised file only the file is known."""
    if Path(path).suffix.lower() == SUFFIX:
        return path
    sidecar = str(Path(path).with_suffix(".toml"))
    return f"{sidecar}:{note.written_at}" if note.written_at else sidecar


def said_of_correction(path: str, note: CorrectionNote) -> Bilingual:
    """Return where a correction is written, what became of it, and what to do.

    Args:
        path: of the list.
        note: on the correction.
    """
    return f"{correction_place(path, note)}: " + _which(note) + _SAID[note.state](note)


def said_of_ignored(unused: UnusedIgnored) -> Bilingual:
    """Return where an entry of ``[[ignored]]`` is written, why it leaves no finding, and what to do."""
    entry, file = unused.entry, unused.file
    place = file if Path(file).suffix.lower() == SUFFIX else str(Path(file).with_suffix(".toml"))
    line = Bilingual(f"{entry.line}行目の", f", line {entry.line}") if entry.line else EMPTY
    words = Bilingual(f"「{shortened(entry.words)}」", f' "{shortened(entry.words)}"') if entry.words else EMPTY
    which = Bilingual(
        f"{line.ja}{entry.code}{words.ja}を無視するという記載（{entry.reason}）",
        f"the entry that ignores {entry.code}{words.en}{line.en} ({entry.reason})",
    )
    if unused.lines:
        where = _lines(unused.lines)
        why = Bilingual(
            f"は使っていません。{where.ja}にあり、どれか分かりません。line と project_name で示してください。",
            f" was not used: it fits {where.en}, and nothing tells which is meant. Write line and project_name.",
        )
    else:
        why = Bilingual(
            "はもう要りません。その検出結果はもうありません。消せます。",
            " is not needed any more: there is no such finding. It can be deleted.",
        )
    return (f"{place}:{entry.written_at}: " if entry.written_at else f"{place}: ") + which + why


def lines_to_paste(note: CorrectionNote) -> list[str]:
    """Return the lines of TOML that make a correction follow its row; none where it needs none."""
    return list(_lines_to_paste(note))


def _lines_to_paste(note: CorrectionNote) -> Iterator[str]:
    if note.state == "unchecked":
        yield f"was = {_written(note.was or '')}"
    if note.state in {"unchecked", "repeated"} and note.column != "project_name":
        yield f"project_name = {_written(note.project_name or '')}"
    if note.state == "moved":
        yield f"line = {note.now}"


def _written(text: str) -> str:
    """Write a text into TOML with everything escaped that nobody sees, so that it can be copied from a terminal."""
    return "".join(one if one == visible(one) else f"\\u{ord(one):04x}" for one in toml_string(text))


def _which(note: CorrectionNote) -> Bilingual:
    """Say which correction it is: its line, where it has one, its column and the text that it corrects."""
    line = Bilingual(f"{note.line}行目の", f", line {note.line}") if note.line else EMPTY
    was = shortened(note.was) if note.column in _CONFIRMED else note.was
    text = Bilingual(f"「{was}」", f' "{was}"') if was else EMPTY
    name = _CONFIRMED.get(note.column) or column_name(note.column)
    if note.column in _CONFIRMED:
        return Bilingual(
            f"{line.ja}{name.ja}{text.ja}の確認（{note.reason}）",
            f"the confirmation of {name.en}{text.en}{line.en} ({note.reason})",
        )
    return Bilingual(
        f"{line.ja}{name.ja}{text.ja}の訂正（{note.reason}）",
        f"the correction of {name.en}{text.en}{line.en} ({note.reason})",
    )


_CONFIRMED: Mapping[str, Bilingual] = {"row": Bilingual("行", "the row"), "cell": Bilingual("セル", "the cell")}


def _lines(lines: Iterable[int]) -> Bilingual:
    """Name lines of the list."""
    numbers = list(lines)
    more = len(numbers) - MOST_LINES
    rest = Bilingual(f"、ほか{more}", f" and {more} more") if more > 0 else EMPTY
    named = COMMA.join(Bilingual(f"{line}行目", str(line)) for line in numbers[:MOST_LINES])
    return Bilingual("", "line " if len(numbers) == 1 else "lines ") + named + rest


def _no_row(_: CorrectionNote) -> Bilingual:
    return Bilingual(
        "は使っていません。この行で始まるものがありません。", " was not used: no row begins on its line any more."
    )


def _no_column(_: CorrectionNote) -> Bilingual:
    return Bilingual(
        "は使っていません。一覧のその表に、この見出しの列がありません。見出しを一覧のとおりに書いてください。",
        " was not used: the table has no column of this header. Write the header as the list has it.",
    )


def _gone(note: CorrectionNote) -> Bilingual:
    why = Bilingual("は使っていません。もとの文が一覧にもうありません。", " was not used: its text is gone.")
    if note.lines:
        where, name = _lines(note.lines), note.project_name
        why = Bilingual(
            f"は使っていません。もとの文は{where.ja}にありますが、事業「{name}」の行ではありません。",
            f' was not used: its text stands on {where.en}, but in no row of the project "{name}".',
        )
    return why + Bilingual("一覧を見て、書き直すか消してください。", " Look at the list, and renew or delete it.")


def _ambiguous(note: CorrectionNote) -> Bilingual:
    where = _lines(note.lines)
    return Bilingual(
        f"は使っていません。もとの文は{where.ja}にあり、どの行か分かりません。line と project_name で示してください。",
        f" was not used: its text stands on {where.en}, and nothing tells which is meant. Write line and project_name.",
    )


def _twice(note: CorrectionNote) -> Bilingual:
    where = _lines(note.lines)
    return Bilingual(
        f"は使っていません。{where.ja}の同じセルに、前の訂正があります。片方を消してください。",
        f" was not used: another one before it settles the same cell ({where.en}). Delete one of them.",
    )


def _obsolete(note: CorrectionNote) -> Bilingual:
    where = _lines(note.lines)
    return Bilingual(
        f"はもう要りません。一覧そのものが訂正後の値になっています（{where.ja}）。",
        f" is obsolete: the list itself has the value now ({where.en}). It can be deleted.",
    )


def _moved(note: CorrectionNote) -> Bilingual:
    name = in_brackets(both_languages(note.project_name)) if note.project_name else EMPTY
    return Bilingual(
        f"は、{note.now}行目に移った文に使いました{name.ja}。次のように書き直せます:",
        f" was used on line {note.now}, where its text stands now{name.en}. It can be renewed:",
    )


def _repeated(note: CorrectionNote) -> Bilingual:
    where = _lines(note.lines)
    return Bilingual(
        f"は、同じ文が{where.ja}にもあるため、行が動くと見分けられません。書き足してください:",
        f" can be taken for another one when rows move, for its text stands on {where.en} too. Add:",
    )


def _unchecked(_: CorrectionNote) -> Bilingual:
    return Bilingual(
        "には、もとの文（was）がないため、行が動くと別の行を直してしまいます。書き足してください:",
        " does not say what it corrects (was), and would hit another row when rows move. Add:",
    )


_SAID: Mapping[CorrectionState, Callable[[CorrectionNote], Bilingual]] = {
    "no_row": _no_row,
    "no_column": _no_column,
    "gone": _gone,
    "ambiguous": _ambiguous,
    "twice": _twice,
    "obsolete": _obsolete,
    "moved": _moved,
    "repeated": _repeated,
    "unchecked": _unchecked,
}
