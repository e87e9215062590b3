"""``conflict_found``: a conflict of the rows of a project -> the finding that quotes what each row says."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Related
from dxlist.projects.conflicts.differences import differing_spans
from dxlist.rules.places import TEXT_COLUMNS, cell_place, words_place
from dxlist.text.bilingual import COMMA, Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.columns import Column
    from dxlist.model.finding import Severity
    from dxlist.model.project import Conflict, Reading
    from dxlist.rules.dx4_records.disagreeing_rows import Disagreeing
    from dxlist.rules.listed import ListedRows, NamedList
    from dxlist.text.spans import Span

_AROUND, _BEHIND, _LONGEST = 6, 10, 40
"""Letters shown before and behind what differs, and in all."""
_QUOTED = 5
"""So many texts of a project are quoted in a message."""


def conflict_found(
    listed: ListedRows, conflict: Conflict, pair: Disagreeing, about: Bilingual, severity: Severity | None
) -> Found:
    """Return the finding at the later row of a pair, with what each row says and the rows of the others.

    Args:
        listed: the list of the later row.
        conflict: in what the rows of a project disagree.
        pair: the two that disagree worst.
        about: what is said of the column: 担当課が違います.
        severity: how sure it is that one is wrong; None: that of the rule.
    """
    column: Column = "kpi_text" if conflict.column == "kpi_targets" else conflict.column
    other, initiative = pair.at[1], pair.two
    name = initiative.project_name or ""
    spans = differing_spans([reading.text for reading in conflict.readings])
    said = _said(conflict.readings, spans)
    place = cell_place(initiative, column)
    if spans[other] and column in TEXT_COLUMNS:  # the words that differ, from the first to the last of them
        place = words_place(initiative, column, spans[other][0][0], spans[other][-1][1])
    # All other rows of the project in that year: each says what one of the readings says.
    related = tuple(
        Related(file=home.file, line=row.line)
        for home, row in listed.gathered.rows_of[conflict.project_id]
        if row is not initiative and row.fiscal_year == initiative.fiscal_year
    )
    message = Bilingual(f"「{name}」の{about.ja}。", f'{about.en} in "{name}": ') + said
    return Found(place, message, related, severity=severity)


def _said(readings: Sequence[Reading], spans: Sequence[Sequence[Span]]) -> Bilingual:
    """Return what each row has where they differ; rows of one text stand together."""
    shown, lines_of = dict[str, str](), defaultdict[str, list[str]](list)
    for reading, own in zip(readings, spans, strict=True):
        key = fold(reading.text)
        lines_of[key].append(str(reading.line))
        shown.setdefault(key, around(reading.text, own))
    said = [
        Bilingual("", "lines " if len(lines) > 1 else "line ")
        + COMMA.join(lines)
        + (Bilingual(f"行目「{shown[key]}」", f' "{shown[key]}"') if key else Bilingual("行目は空白", " is blank"))
        for key, lines in lines_of.items()
    ]
    more = len(said) - _QUOTED
    return COMMA.join([*said[:_QUOTED], *([Bilingual(f"ほか{more}通り", f"{more} more")] if more > 0 else [])])


def around(text: str, spans: Sequence[Span]) -> str:
    """Return the part of a text in which it differs, with a few letters before and behind.

    >>> around("AI等の先端技術を活用する市町村数について、41団体（累計）を目標とする。", [(22, 24)])
    '…数について、41団体（累計）を目標と…'
    """
    start = max(0, spans[0][0] - _AROUND) if spans else 0
    end = min(len(text), min(spans[-1][1] + _BEHIND, start + _LONGEST) if spans else _LONGEST)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


_MANY = 3
"""So many doubtful findings of one kind are the way of a list, and said once."""


def each_or_once(listed: NamedList, found: Iterable[Found], what: Bilingual) -> Iterator[Found]:
    """Yield findings; where many of them are info, those as one finding at the first of them, with the places of all.

    Args:
        listed: the list that they are of.
        found: the findings of one rule.
        what: in what the rows differ: 担当課.
    """
    all_of_them = list(found)
    quiet = sorted((one for one in all_of_them if one.severity == "info"), key=lambda one: one.place.line or 0)
    yield from (one for one in all_of_them if one.severity != "info" or len(quiet) <= _MANY)
    if len(quiet) > _MANY:
        first, *others = quiet
        message = Bilingual(
            f"行によって{what.ja}が違う事業が{len(quiet)}件あります。最初は",
            f"rows of {len(quiet)} projects differ in {what.en}; ",
        )
        rows = listed.related(*dict.fromkeys(one.place.line for one in others))
        yield Found(first.place, message + first.message, (*first.related, *rows), severity="info")
