"""How ``dxlist describe`` shows the columns of a list: kinds of pages, a table, and a sidecar to start from."""

from __future__ import annotations

import io
from itertools import groupby
from typing import TYPE_CHECKING

from dxlist.model.roles import word_of
from dxlist.report.blocks import Block, Entry
from dxlist.report.role_words import page_kind_text, role_text
from dxlist.report.tables import rows_table
from dxlist.text.bilingual import Bilingual, plural
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.text.toml import toml_string
from dxlist.text.visible import visible
from dxlist.text.widths import cells
from dxlist.words.code_words import KNOWN_BY_WORDS
from dxlist.words.column_names import COLUMN_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.exports.described.page_columns import PageColumn
    from dxlist.model.document import Document, Trail
    from dxlist.model.roles import Role
    from dxlist.report.blocks import Line
    from dxlist.text.bilingual import Language

SAMPLE_WIDTH = 24
"""Terminal cells of a value beside a line of a sidecar."""
_NARROW_SAMPLE, _SAMPLES_OF_LINE = 12, 7
"""A value in the table for people: at least so many cells, else so great a part of a line, that it seldom wraps."""

_PAGES = Bilingual("ページの種類", "kinds of pages")
_HEADINGS = (
    Bilingual("列", "column"),
    Bilingual("見出し", "header"),
    Bilingual("役割", "role"),
    Bilingual("行き先", "goes to"),
    Bilingual("割合", "filled"),
    Bilingual("例", "values"),
    Bilingual("分かり方", "known by"),
)


def kinds_block(document: Document) -> Block:
    """Return which kind the pages of each table are, pages of one kind that follow each other together."""
    pages = [trail for trail in document.trail if trail.kind]
    groups = groupby(pages, key=lambda trail: (trail.table.part, trail.kind and trail.kind.rectangle))
    return Block(_PAGES, tuple(_kind_entry(list(group)) for _, group in groups))


def _kind_entry(trails: Sequence[Trail]) -> Entry:
    first, last = trails[0].table, trails[-1].table
    kinds = [trail.kind for trail in trails if trail.kind]
    whole = kinds[0]._replace(rows=sum(kind.rows for kind in kinds), moved=sum(kind.moved for kind in kinds))
    pages = f"{first.page}" if first.page == last.page else f"{first.page}–{last.page}"
    where = Bilingual(f"表{first.part}、{pages}ページ", f"list {first.part}, page {pages}")
    return Entry(where, page_kind_text(whole))


def columns_lines(columns: Sequence[PageColumn], language: Language, width: int) -> list[Line]:
    """Return the columns as a table for people, no wider than ``width`` cells."""
    several = len({column.table for column in columns}) > 1
    sample = max(_NARROW_SAMPLE, width // _SAMPLES_OF_LINE)
    rows = [[_shown(value, language) for value in _row(column, sample, several=several)] for column in columns]
    return rows_table([heading.text(language) for heading in _HEADINGS], rows, width)


def _row(column: PageColumn, sample: int, *, several: bool) -> Iterator[object]:
    yield f"{column.table}-{column.cell}" if several else column.cell
    yield column.header
    yield role_text(column.role)
    yield _goes_to(column)
    yield f"{column.filled:.0%}"
    yield [shortened(text, sample) for text in column.samples]
    yield KNOWN_BY_WORDS[column.known_by]


def _goes_to(column: PageColumn) -> str | Bilingual:
    """Return the key of a record that holds the cells; within ``extra`` and such the header has its own column."""
    whole, _, header = column.key.partition(".")
    return whole if header == column.header else COLUMN_NAMES.get(column.key, column.key)


def _shown(value: object, language: Language) -> object:
    return value.text(language) if isinstance(value, Bilingual) else value


def shortened(text: str, width: int = SAMPLE_WIDTH) -> str:
    r"""Return a value on one line, cut to so many cells of a terminal.

    >>> shortened("子育て世帯の相談窓口を\n一本化する", 14), shortened("1,200", 14)
    ('子育て世帯の…', '1,200')
    """
    line = visible(" ".join(text.split()))
    if cells(line) <= width:
        return line
    end = next(at for at in range(len(line), -1, -1) if cells(line[:at]) < width)
    return f"{line[:end]}…"


def columns_said(columns: Sequence[PageColumn]) -> Bilingual:
    """Return how many columns there are, and how many of them have no known role."""
    unknown = sum(column.known_by in {"none", "content"} for column in columns)
    said = plural(len(columns), "列", "column")
    return said + Bilingual(f"（見出しから分からない列 {unknown}）", f" ({unknown} not known by the header)")


# --- a sidecar to start from


def sidecar_text(columns: Iterable[PageColumn], name: str, language: Language, before: str = "") -> str:
    """Return a sidecar with a line for each header, so that one word is all there is to edit.

    Args:
        columns: as understood.
        name: of the list, for the first comment.
        language: of the comments.
        before: what the sidecar says already; its other keys stay, its ``[columns]`` are written anew.
    """
    lines = dict[str, str]()
    for column in columns:
        if column.key != f"extra.列{column.cell}":  # a column without a header has no name to write
            lines.setdefault(fold(column.header), _sidecar_line(column, language))
    kept = f"{rest}\n\n" if (rest := without_columns(before).strip()) else ""
    intro = "".join(f"# {line}\n" for line in _INTRODUCTION.text(language).format(name=visible(name)).split("\n"))
    return f"{kept}{intro}[columns]\n" + "".join(f"{line}\n" for line in lines.values())


_INTRODUCTION = Bilingual(
    "{name} の列の役割。dxlist describe が書きました。\n"
    "右側の言葉を直すと、その列の読み方が変わります。使える言葉は docs/sidecar.ja.md にあります。",
    "The roles of the columns of {name}, as dxlist describe understood them.\n"
    "Edit the word on the right to have a column read otherwise; docs/sidecar.md lists the words.",
)


def _sidecar_line(column: PageColumn, language: Language) -> str:
    return f"{toml_string(column.header)} = {_sidecar_role(column.role)}  # {_remark(column).text(language)}"


def _remark(column: PageColumn) -> Bilingual:
    """Return what helps to judge a line: how the role is known, and where it is not by the header, a value."""
    known = KNOWN_BY_WORDS[column.known_by]
    if column.known_by in {"sidecar", "spelling"} or not column.samples:
        return known
    sample = shortened(column.samples[0])
    return known + Bilingual(f"。例: {sample}", f"; for example: {sample}")


def _sidecar_role(role: Role) -> str:
    """Return a role as a sidecar writes it: a word, or a table where the header adds to it."""
    year = role.fiscal_year if role.kind == "indicator" else None
    qualifiers = {"fiscal_year": year, "indicator": role.indicator, "number": role.number}
    said: dict[str, object] = {key: value for key, value in qualifiers.items() if value is not None}
    if not said:
        return toml_string(word_of(role))
    said = {"role": word_of(role), **said}
    pairs = (f"{key} = {value if isinstance(value, int) else toml_string(str(value))}" for key, value in said.items())
    return f"{{ {', '.join(pairs)} }}"


_COLUMNS = regex(r"[ \t]*\[[ \t]*columns[ \t]*\]")


def without_columns(text: str) -> str:
    r"""Return a sidecar without its table ``[columns]`` and the comments right above it.

    >>> without_columns('title = "一覧"\n# 列\n[columns]\n"甲" = "item"\n[ignore]\nDX101 = "別に定める"\n')
    'title = "一覧"\n[ignore]\nDX101 = "別に定める"\n'
    """
    kept, above, is_kept = list[str](), list[str](), True
    for line in io.StringIO(text, newline="\n"):
        above.append(line)
        begin = line.lstrip(" \t")[:1]
        if begin == "#":  # it belongs to the table that may follow
            continue
        if begin == "[":
            is_kept = not _COLUMNS.match(line)
        kept += above if is_kept else ()
        above.clear()
    return "".join([*kept, *(above if is_kept else ())])
