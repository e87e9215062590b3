"""What must hold of whatever dxlist makes of an input: each check yields what is wrong."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import traceback
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import dxlist
from dxlist.exports.described.content import Content
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.exporting import as_streamed, document_bytes, export_bytes
from dxlist.exports.format import FORMATS, Style, document_formats, formats_for
from dxlist.model.document import Document
from dxlist.query.answers import answer_groups, answer_projects, answer_rows
from dxlist.query.condition import read_condition
from dxlist.query.picture import picture_of
from dxlist.query.selecting import unheld_words
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules
from tests.hostile.conservation import lost_texts
from tests.hostile.laws import broken_laws
from tests.hostile.mutations import SNIPPETS
from tests.hostile.screens import check_screens
from tests.test_laws import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dxlist.model.table import Table

LONGEST_MESSAGE = 4000


class Failure(NamedTuple):
    """What is wrong: of which kind, so that equal ones are counted together, and the case."""

    kind: str
    detail: str


@dataclass(slots=True)
class Outcome:
    """What came of one input."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Given:
    """An input that was read, and what the checks of it may draw."""

    data: bytes
    document: Document
    number: int
    random: Random
    counts: Counter[str]

    def turn(self, every: int) -> bool:
        """Return whether it is this input's turn for what takes long."""
        return self.number % every == 0


def check_input(data: bytes, number: int) -> Outcome:
    """Send an input through everything, and return what is wrong."""
    outcome = Outcome()
    outcome.counts["inputs"] += 1
    try:
        document = dxlist.parse(data, stem="hostile")
    except dxlist.DxlistError as error:
        outcome.counts["refused"] += 1
        outcome.failures += refusal(error)
        if number % 4 == 0:
            outcome.failures += guarded(lambda: _check_refused_stream(data), "stream")
        if number % 40 == 0:
            outcome.failures += guarded(lambda: _check_screens(data, None, number // 40), "screens")
        return outcome
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is what is looked for
        outcome.failures.append(_traceback(error, "parse"))
        return outcome
    outcome.counts.update(read=1, records=len(document))
    given = Given(data, document, number, Random(number), outcome.counts)
    for check in CHECKS:
        outcome.failures += guarded(lambda check=check: check(given), check.__name__)  # type: ignore[misc]
    return outcome


def guarded(check: Callable[[], Iterable[Failure]], name: str) -> list[Failure]:
    """Return what a check finds; an exception in it is a failure too."""
    found = list[Failure]()
    try:
        found.extend(check())
    except Exception as error:  # noqa: BLE001
        found.append(_traceback(error, name))
    return found


def _traceback(error: Exception, stage: str) -> Failure:
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"traceback: {stage}: {type(error).__name__} in {Path(last.filename).name}:{last.name}"
    return Failure(kind, str(error)[:300])


def refusal(error: dxlist.DxlistError) -> list[Failure]:
    """Return what is wrong with a refusal: it is to be short, in both languages."""
    lengths = [len(error.message("ja")), len(error.message("en"))]
    return [Failure("message: longer than a screen", f"{lengths} letters")] if max(lengths) > LONGEST_MESSAGE else []


def _check_refused_stream(data: bytes) -> Iterator[Failure]:
    try:
        list(dxlist.stream(data, stem="hostile"))
    except dxlist.DxlistError:
        return
    yield Failure("stream: reads what parse refuses", "")


def check_laws(given: Given) -> Iterator[Failure]:
    """Each cell ended in one place, and sources and repairs give each text back."""
    cells, lines = rows_of(given.data)
    for found in broken_laws(given.document, cells, lines):
        given.counts["lost"] += found[0].startswith("lost")
        yield Failure(*found)


def check_texts(given: Given) -> Iterator[Failure]:
    """Every text of the input stands somewhere, as another reading of the bytes tells."""
    for kind, lost in lost_texts(given.data, given.document):
        given.counts["lost"] += 1
        yield Failure(f"lost: {kind} stands nowhere", lost[:200])


def check_round_trip(given: Given) -> Iterator[Failure]:
    """JSON read back is the same, and a second reading writes the same."""
    text = given.document.to_json()
    if Document.model_validate_json(text) != given.document:
        yield Failure("round trip: JSON read back differs", "")
    if given.turn(7) and dxlist.parse(given.data, stem="hostile").to_json() != text:
        yield Failure("round trip: a second reading differs", "")
    json.loads(text)


def check_stream(given: Given) -> Iterator[Failure]:
    if not given.turn(2):
        return
    streamed = list(dxlist.stream(given.data, stem="hostile"))
    if streamed != [as_streamed(row) for row in given.document]:
        yield Failure("stream: yields other rows than parse", "")


def check_rules(given: Given) -> Iterator[Failure]:
    """All rules, and their findings in a format of the turn."""
    if given.number % 4 != 1:
        return
    checked = check_lists([("hostile.tsv", given.document)], all_rules().values())
    given.counts["findings"] += len(checked.findings)
    names = list(formats_for("findings"))
    name = names[given.number // 4 % len(names)]
    made = FORMATS[name].findings(checked, given.random.choice(("ja", "en"))).decode()
    given.counts["exports"] += 1
    yield from _of_findings(name, made, len(checked.findings))


def _of_findings(name: str, made: str, findings: int) -> Iterator[Failure]:
    if name == "junit":
        ET.fromstring(made)  # a file of our own
    elif name == "github":
        if foreign := [
            line for line in made.splitlines() if not line.startswith(("::error ", "::warning ", "::notice "))
        ]:
            yield Failure("github: a line that is no annotation", foreign[0][:200])
    else:
        json.loads(made)
    if findings and not made.strip():
        yield Failure(f"{name}: findings are not written", "")


def check_tables(given: Given) -> Iterator[Failure]:
    """Rows of one table as text: as many as there are, none of them a formula; keys stand where they point to."""
    if not given.turn(3):
        return
    content = _content(given)
    for table in content.tables() if given.turn(9) else [content.table("initiatives"), content.table("targets")]:
        yield from _check_keys(table, content)
    name = given.random.choice(tuple(TABLE_NAMES))
    table, style = content.table(name), Style(header=given.random.choice(("en", "ja")))
    format_ = given.random.choice(("csv", "csv", "tsv", "markdown", "json", "jsonl"))
    made = export_bytes(content, FORMATS[format_], name, style if format_ in {"csv", "tsv", "markdown"} else Style())
    assert isinstance(made, bytes)
    given.counts["exports"] += 1
    yield from _check_text(format_, made.decode(), len(table.held()), table)


def _content(given: Given) -> Content:
    return Content([("hostile.tsv", given.document)])


def _check_keys(table: Table, content: Content) -> Iterator[Failure]:
    names = [column.name for column in table.columns]
    keys = [tuple(row[names.index(one)] for one in table.primary_key) for row in table.held()]
    if table.primary_key and len(set(keys)) < len(keys):
        yield Failure(f"keys: {table.name} has one twice", str(Counter(keys).most_common(1)))
    for foreign in table.foreign_keys:
        other = content.table(foreign.table)
        places = [other.index(one) for one in foreign.references]
        known = {tuple(row[at] for at in places if at is not None) for row in other.held()}
        for row in table.held():
            key = tuple(row[names.index(one)] for one in foreign.columns)
            if None not in key and key not in known:
                yield Failure(f"keys: {table.name} points to no row of {foreign.table}", str(key)[:200])


_FORMULA = re.compile(r"[\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u3000]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+\-＋－]*[\s\d.,０-９．，]*[%％]?")


def _check_text(format_: str, text: str, rows: int, table: Table) -> Iterator[Failure]:
    if format_ in {"csv", "tsv"}:
        delimiter = "," if format_ == "csv" else "\t"
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        if len(read) != rows + 1 or {len(row) for row in read} != {len(table.columns)}:
            yield Failure(f"{format_}: not a rectangle of all rows", f"{table.name}: {len(read)} of {rows + 1}")
        numbers = {at for at, column in enumerate(table.columns) if column.type in {"integer", "number"}}
        cells = (cell for row in read[1:] for at, cell in enumerate(row) if at not in numbers)
        for cell in cells:
            if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
                yield Failure(f"{format_}: a formula", f"{table.name}: {cell[:100]!r}")
    elif format_ == "jsonl":
        if len([json.loads(line) for line in text.split("\n")[:-1]]) != rows:
            yield Failure("jsonl: not a line a row", table.name)
    elif format_ == "json":
        if len(json.loads(text)) != rows:
            yield Failure("json: not an object a row", table.name)
    elif len(text.rstrip("\n").split("\n")) != rows + 2 and rows:
        yield Failure("markdown: not a line a row", table.name)


def check_files(given: Given) -> Iterator[Failure]:
    """One of the formats that take long, and what `dxlist parse` writes."""
    if given.turn(5):
        names = [name for name in document_formats() if name not in {"xlsx", "parquet"}]
        document_bytes(given.document, given.random.choice(names))
        given.counts["exports"] += 1
    if not given.turn(60):
        return
    name = given.random.choice(("xlsx", "xlsx", "sqlite", "sqlite", "datapackage", "parquet"))
    made = export_bytes(_content(given), FORMATS[name], "targets" if name == "parquet" else None)
    given.counts["exports"] += 1
    if isinstance(made, dict):
        json.loads(made["datapackage.json"])
        return
    data = made if isinstance(made, bytes) else b"".join(made)
    if name in _OF_FILES:
        yield from _OF_FILES[name](data)


def _check_workbook(made: bytes) -> Iterator[Failure]:
    with ZipFile(io.BytesIO(made)) as book:
        for name in book.namelist():
            part = book.read(name)
            ET.fromstring(part)
            if name.startswith("xl/worksheets/") and (b"<f>" in part or b"<hyperlink" in part):
                yield Failure("xlsx: a formula or a link", name)


def _check_database(made: bytes) -> Iterator[Failure]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.sqlite")
        path.write_bytes(made)
        base = sqlite3.connect(path)
        if broken := base.execute("PRAGMA foreign_key_check").fetchall():
            yield Failure("sqlite: a key points to no row", str(broken[:3]))
        if (whole := base.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
            yield Failure("sqlite: a broken database", str(whole[:3]))
        base.close()


_OF_FILES: dict[str, Callable[[bytes], Iterator[Failure]]] = {"sqlite": _check_database, "xlsx": _check_workbook}


def check_questions(given: Given) -> Iterator[Failure]:
    """Questions, of names that are there and of texts that are meant to do harm."""
    if not given.turn(4):
        return
    rows, asked = given.document.initiatives, given.random.choice(SNIPPETS)
    for filters in _filters(given, asked):
        try:
            hits = dxlist.select(rows, filters())
        except dxlist.DxlistError:
            continue
        answer_rows(hits)
        answer_projects(hits)
        answer_groups(hits, given.random.choice(_groupings()))
        given.counts["questions"] += 1
    unheld_words(rows, dxlist.Filters(texts=asked))
    if not picture_of([given.document]).rows:
        yield Failure("stats: count no rows", "")


def _filters(given: Given, asked: str) -> tuple[Callable[[], dxlist.Filters], ...]:
    row = given.random.choice(given.document.initiatives)
    quoted = asked.replace("'", "''")
    return (
        lambda: dxlist.Filters(texts=row.project_name or "事業"),
        lambda: dxlist.Filters(departments=asked),
        lambda: dxlist.Filters(fields=asked, items=asked),
        lambda: dxlist.Filters(projects=asked, units=asked),
        lambda: dxlist.Filters(condition=read_condition(f"project_name LIKE '%{quoted}%' OR value > 1")),
        lambda: dxlist.Filters(condition=read_condition(asked)),
    )


@cache
def _groupings() -> tuple[str, ...]:
    from dxlist.query.grouping import GROUPINGS  # noqa: PLC0415

    return tuple(GROUPINGS)


def check_projects(given: Given) -> Iterator[Failure]:
    """Every row is of one project."""
    if not given.turn(3):
        return
    found = dxlist.find_projects(given.document.initiatives)
    mentioned = Counter(mention.initiative_id for project in found.projects for mention in project.mentions)
    if mentioned != Counter(row.initiative_id for row in given.document):
        yield Failure("projects: not each row in one project", str(mentioned)[:200])
    found.model_dump_json()


def check_fixes(given: Given) -> Iterator[Failure]:
    """A corrected copy can be read, and holds as many rows."""
    if not given.turn(12):
        return
    copy, unsafe = given.turn(24), given.turn(36)
    try:
        plan = dxlist.plan_fixes(given.data, copy=copy, unsafe=unsafe)
    except dxlist.DxlistError:
        return
    given.counts["fixes"] += len(plan.mends)
    if copy and len(dxlist.parse(plan.data)) != len(given.document):
        yield Failure("fixes: the copy has other rows", "")


def check_commands(given: Given) -> Iterator[Failure]:
    """What people read on a screen."""
    if given.turn(40):
        given.counts["commands"] += 1
        yield from _check_screens(given.data, given.document, given.number // 40)


def _check_screens(data: bytes, document: Document | None, turn: int) -> Iterator[Failure]:
    yield from (Failure(*found) for found in check_screens(data, document, turn))


CHECKS: tuple[Callable[[Given], Iterator[Failure]], ...] = (
    check_laws, check_texts, check_round_trip, check_stream, check_rules, check_tables, check_files, check_questions,
    check_projects, check_fixes, check_commands,
)  # fmt: skip
OF_DOCUMENTS = (check_rules, check_tables, check_files, check_questions, check_projects)
"""Those that need no bytes of a list."""
