"""``Gathering``: lists, rules and decisions as the files are now -> the questions that are open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dxlist.cli.review.findings import open_findings
from dxlist.cli.review.leftovers import leftover_cells
from dxlist.cli.review.lists import ReviewedList
from dxlist.cli.review.pairs import Answers, PairQuestion
from dxlist.cli.review.rows import doubtful_rows
from dxlist.document import parse
from dxlist.model.initiative import Corrected
from dxlist.plain_files import is_there, read_plain
from dxlist.projects.decisions.checks import check_rows, without_decided
from dxlist.projects.decisions.files import read_decision_file
from dxlist.projects.finding import find_projects
from dxlist.report.found_projects import found_in
from dxlist.rules.baseline import Baseline, compare
from dxlist.rules.checking import check_lists
from dxlist.rules.settled_cells import with_settled_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from dxlist.cli.review.questions import Question
    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative, Repair
    from dxlist.projects.decisions.files import Decision
    from dxlist.rules.checking import Reported
    from dxlist.rules.registry import Rule

KINDS = ("rows", "leftovers", "pairs", "findings")
_OF_OTHERS = {"rows": "DX109", "leftovers": "DX108"}
"""Rules that find what is a question of another kind."""


@dataclass
class Gathering:
    """The lists of a review; the questions are gathered anew where an answer changes how a list is read."""

    documents: dict[str, Document]
    """By path, in order; of lists as they were published."""
    kinds: Sequence[str]
    rules: Sequence[Rule]
    baseline: Baseline
    decisions: Sequence[Path] = ()
    """The files of decisions; those that are not there yet hold none."""
    writes: Path | None = None
    """The file that answers on pairs are written into; None: nothing is asked of pairs."""
    encoding: str | None = None
    answers: Answers = field(default_factory=Answers)
    _read: dict[str, bytes] = field(default_factory=dict)
    """What the sidecars held when the lists were read."""

    def __post_init__(self) -> None:
        self._read = {path: _sidecar_bytes(path) for path in self.documents}

    def questions(self) -> list[Question]:
        """Return the open questions in the order of the lists and of their lines.

        Raises:
            DxlistError: a list, a sidecar or the decisions cannot be read any more.
        """
        for path, document in self.documents.items():
            if (now := _sidecar_bytes(path)) != self._read[path]:
                self._read[path] = now
                self.documents[path] = parse(path, encoding=self.encoding, stem=document.document.document_id)
        lists = [ReviewedList(number, *pair) for number, pair in enumerate(self.documents.items())]
        return sorted(self._all(lists), key=lambda question: question.place)

    def _all(self, lists: Sequence[ReviewedList]) -> Iterator[Question]:
        decisions = self._decisions()
        for one in lists:
            if "rows" in self.kinds:
                yield from doubtful_rows(one)
            if "leftovers" in self.kinds:
                yield from leftover_cells(one)
        if "pairs" in self.kinds and self.writes:
            yield from self._pairs(lists, decisions, self.writes)
        if "findings" in self.kinds:
            yield from self._findings(lists, decisions)

    def _decisions(self) -> tuple[Decision, ...]:
        found = [one for path in self.decisions if is_there(path) for one in read_decision_file(path).decisions]
        return check_rows(found, self._rows()).decisions if found else ()

    def _rows(self) -> list[Initiative]:
        return [row for document in self.documents.values() for row in document]

    def _pairs(
        self, lists: Sequence[ReviewedList], decisions: Sequence[Decision], path: Path
    ) -> Iterator[PairQuestion]:
        rows = self._rows()
        found = found_in(without_decided(find_projects(rows, decisions), decisions), rows)
        numbers = {one.document.document.document_id: one.number for one in lists}
        for pair in found.projects.suggested:
            first = found.rows[pair.initiative_ids[0]]
            yield PairQuestion(pair, found, path, self.answers, numbers[first.document_id], first.line)

    def _findings(self, lists: Sequence[ReviewedList], decisions: Sequence[Decision]) -> Iterator[Question]:
        documents = [(one.path, _as_if_printed(one.document)) for one in lists]
        found = compare(check_lists(documents, self.rules, decisions), self.baseline).new.findings
        for one in lists:
            own = [reported for reported in found if reported.file == one.path]
            yield from open_findings(one, [reported for reported in own if not _is_of_others(reported, one)])


def _is_of_others(reported: Reported, of: ReviewedList) -> bool:
    """Return whether a finding says of a row or a cell what another question asks."""
    place = reported.found.place
    if reported.rule.code == _OF_OTHERS["rows"]:
        return True
    lines = {one.line for one in of.document.leftovers}
    return reported.rule.code == _OF_OTHERS["leftovers"] and place.line in lines


def _as_if_printed(document: Document) -> Document:
    """Return a list as if it printed what a person corrected: what is found in such a text has its place there."""
    settled = with_settled_cells(document).document
    rows = [row.model_copy(update={"repairs": [one for one in row.repairs if not _is_of_text(one)]}) for row in settled]
    return settled.model_copy(update={"initiatives": rows})


def _is_of_text(repair: Repair) -> bool:
    """Return whether a repair is a correction of a text that has no code at its head."""
    return isinstance(repair, Corrected) and repair.column not in {"field", "item"}


def _sidecar_bytes(path: str) -> bytes:
    sidecar = ReviewedList.sidecar_of(path)
    return read_plain(sidecar) if is_there(sidecar) else b""
