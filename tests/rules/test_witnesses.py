"""Every rule that warns has found something right in two published lists, and each such finding is found again."""

from contextlib import closing
from functools import cache

import openpyxl
import pytest

import dxlist
from dxlist.model.finding import Finding
from dxlist.rules.registry import all_rules
from dxlist.rules.witnesses import published_lists, witnesses_of
from tests.lists import ROOT, SHIPPED
from tests.rules.verdicts import read_verdicts
from tests.rules.witness_places import IN_OUR_WORDS, REAL_PLACES, SHEET_ROWS, WORKBOOK, RealPlace

REAL = ROOT.parent / "shared" / "real"
needs_real_lists = pytest.mark.skipif(not REAL.is_dir(), reason="the real lists are not here")
ENOUGH = 2
"""Witnesses of a rule that warns: the list that it was written from, and another."""
COLUMNS = ("政策名", "施策名", "部課名", "事務事業名", "事務事業の概要")
"""Of the workbook, as far as a row of it needs them."""
AROUND = 2
"""Lines before and behind a finding that are read with it."""

WITNESSES = [witness for code in all_rules() for witness in witnesses_of(code)]
NAMES = {published: name for name, published in published_lists().items()}

DAMAGED = "only a print as damaged as that of the shipped list shows it; what it finds there is certain"
SLIP = "a slip that no published list at hand holds; what it finds in the shipped list is certain"
REPEATED = "the published lists at hand print a project once; what it finds in the shipped list is certain"
WORDED = "the published lists at hand word no target so; what it finds in the shipped list is certain"
LOST = "texts are lost or changed where it warns, which no severity may hide; what it finds is certain by its nature"
FOREIGN = "one published list shows it, and the rule was not written from that list; a second one is looked for"
NOT_YET_WITNESSED = (
    dict.fromkeys(("DX102", "DX105", "DX107", "DX110", "DX111", "DX112", "DX113", "DX115"), DAMAGED)
    | dict.fromkeys(("DX201", "DX202", "DX205", "DX206", "DX208"), SLIP)
    | dict.fromkeys(("DX302", "DX303"), WORDED)
    | dict.fromkeys(("DX401", "DX402", "DX403"), REPEATED)
    | dict.fromkeys(("DX108", "DX128"), LOST)
    | dict.fromkeys(("DX215", "DX304", "DX310"), FOREIGN)
)
"""Rules that warn, of which a second published list is still looked for, and why they warn all the same."""


def test_the_tables_speak_of_rules_and_lists() -> None:
    assert {witness.code for witness in WITNESSES} <= set(all_rules())
    assert {witness.published_list for witness in WITNESSES} == set(published_lists().values())
    assert all(published.source for published in published_lists().values())


def test_a_list_speaks_for_a_rule_once() -> None:
    pairs = [(witness.code, witness.published_list) for witness in WITNESSES]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_that_warns_has_two_witnesses(code: str) -> None:
    warns = all_rules()[code].severity != "info"
    assert (warns and len(witnesses_of(code)) < ENOUGH) == (code in NOT_YET_WITNESSED)


def test_what_the_shipped_list_shows_was_read_as_right() -> None:
    right = {(row.code, f"line {row.line}") for row in read_verdicts(SHIPPED) if row.verdict == "right"}
    shipped = published_lists()["fukushima_r04"]
    shown = {(witness.code, witness.place.en) for witness in WITNESSES if witness.published_list == shipped}
    assert len(shown) > len(all_rules()) / 2
    assert shown <= right


def test_every_other_witness_is_found_again_here() -> None:
    others = {(w.code, NAMES[w.published_list]) for w in WITNESSES if NAMES[w.published_list] != "fukushima_r04"}
    real = {(place.code, place.published_list) for place in REAL_PLACES}
    assert others == real | set(SHEET_ROWS) | set(IN_OUR_WORDS)


@pytest.mark.parametrize(("code", "name"), IN_OUR_WORDS)
def test_what_a_list_said_is_found_in_our_words(code: str, name: str) -> None:
    found = dxlist.validate(IN_OUR_WORDS[code, name].replace("|", "\t").encode(), select=code)
    words = next(witness.words for witness in witnesses_of(code) if NAMES[witness.published_list] == name)
    assert len(found) == 1
    assert words.split()[-1] in IN_OUR_WORDS[code, name]
    assert found[0].severity == all_rules()[code].severity


@cache
def findings_of(file: str) -> tuple[dict[int, int], list[Finding]]:
    """Return what is found in the lines of a list that are needed, and where each of its lines stands among them."""
    lines = (REAL / file).read_bytes().splitlines(keepends=True)
    needed = {1}
    for place in (place for place in REAL_PLACES if place.file == file):
        for line in (place.line, *place.needs):
            needed.update(range(max(line - AROUND, 1), min(line + AROUND, len(lines)) + 1))
    numbers = {line: number for number, line in enumerate(sorted(needed), 1)}
    return numbers, dxlist.validate(b"".join(lines[line - 1] for line in sorted(needed)))


@needs_real_lists
@pytest.mark.parametrize("place", REAL_PLACES, ids=lambda place: f"{place.code} {place.published_list}")
def test_a_real_list_shows_it(place: RealPlace) -> None:
    numbers, found = findings_of(place.file)
    lines = {(one.code, line) for one in found for line in (one.line, *(r.line for r in one.related))}
    assert (place.code, numbers[place.line]) in lines


@needs_real_lists
def test_a_sheet_shows_it() -> None:
    with closing(openpyxl.load_workbook(REAL / WORKBOOK, read_only=True, data_only=True)) as book:
        rows = list(book.worksheets[0].iter_rows(max_row=max(row for row, _ in SHEET_ROWS.values()), values_only=True))
    for (code, _), (row, column) in SHEET_ROWS.items():
        cells = [str(rows[row - 1][n - 1]).replace("\n", "") for n in (13, 16, 21, 9, column)]
        text = "\n".join("\t".join(line) for line in (COLUMNS, cells))
        assert [one.code for one in dxlist.validate(text.encode(), select=code)] == [code]
