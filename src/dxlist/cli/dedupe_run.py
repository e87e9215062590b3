"""``run_dedupe``: what ``dxlist dedupe`` was asked for -> its text or file, words, and the exit code."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.dedupe_decided import apply_decisions, open_decisions, say_unmet
from dxlist.cli.dedupe_options import TEXT, FailOn
from dxlist.cli.dedupe_review import check_terminal, review
from dxlist.cli.dedupe_screen import plain_text, show
from dxlist.cli.documents import read_documents
from dxlist.cli.guard import Exit
from dxlist.cli.screen import StandardOutput, console, is_terminal
from dxlist.errors import UsageError
from dxlist.exports.projects.formats import PROJECT_FORMATS
from dxlist.exports.writing import whole_file
from dxlist.projects.conflicts import GRADES
from dxlist.projects.decision_checks import unmet_decisions, without_decided
from dxlist.projects.decision_files import to_decisions
from dxlist.projects.finding import find_projects
from dxlist.report.projects import found_in, parts_of, summary
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.voice import Voice
    from dxlist.exports.projects.formats import ProjectStyle
    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative
    from dxlist.model.project import Projects
    from dxlist.report.projects import Found

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """The options of ``dxlist dedupe``."""

    paths: tuple[str, ...]
    format: str
    output: str
    style: ProjectStyle
    decisions: Path | None
    everything: bool
    review: bool
    fail_on: FailOn
    encoding: str | None


def run_dedupe(request: Request, voice: Voice) -> Exit:
    """Read all lists, show or write their projects, and return the exit code.

    Raises:
        DxlistError: nothing can be read or written at all, or the decisions are malformed.
    """
    if request.review:
        check_terminal()
    decided = open_decisions(request.decisions, may_be_missing=request.review)
    documents, complete = read_documents(request.paths, voice, encoding=request.encoding)
    _check_output(request, [path for path, _ in documents])
    initiatives = list(_initiatives(documents))
    checked = apply_decisions(decided, initiatives, voice)
    projects = find_projects(initiatives, to_decisions(checked.decisions))
    unmet = unmet_decisions(projects, checked.decisions)
    say_unmet(decided.path, unmet, voice)
    found = found_in(without_decided(projects, checked.decisions), initiatives)
    if request.review and request.decisions:
        review(found, request.decisions, voice)
    elif documents:
        _write(found, request, voice)
    stale = bool(checked.gone or unmet) and request.fail_on is not FailOn.never
    failed = not request.review and (stale or _fails(found.projects, request.fail_on))
    return Exit.CANNOT if not complete else Exit.FOUND if failed else Exit.DONE


def _initiatives(documents: Sequence[tuple[str, Document]]) -> Iterable[Initiative]:
    """Yield the rows of all lists; two lists of one id would give two rows one name."""
    first = dict[str, str]()
    for path, document in documents:
        name = document.document.document_id
        if name in first:
            raise UsageError(
                f"{first[name]}, {path}",
                Bilingual(f"どちらも一覧ID「{name}」の一覧です。", f'both are the list "{name}".'),
                Bilingual("片方だけを指定してください。", "Name only one of them."),
            )
        first[name] = path
        yield from document


def _check_output(request: Request, lists: Iterable[str]) -> None:
    """Raise where the file to write is one of the lists or the decisions: the evidence is never overwritten."""
    target = Path(request.output)
    if request.output == STANDARD_OUTPUT or not target.exists():
        return
    for path in (*map(Path, lists), *filter(None, [request.decisions])):
        if path.exists() and target.samefile(path):
            problem = Bilingual("書き出すと、読んだファイルを上書きします。", "writing would replace what was read.")
            remedy = Bilingual("--output で別の名前を指定してください。", "Give another name with --output.")
            raise UsageError(request.output, problem, remedy)


def _write(found: Found, request: Request, voice: Voice) -> None:
    """Show the projects on a terminal, or write them to standard output or a file."""
    figures = summary(found)
    to_screen = request.output == STANDARD_OUTPUT
    if request.format == TEXT and to_screen and is_terminal(sys.stdout):
        show(figures, parts_of(found, everything=request.everything), console(sys.stdout), voice.language)
    elif to_screen:
        StandardOutput().write(_bytes(found, request, voice))
    else:
        data = _bytes(found, request, voice)
        with whole_file(Path(request.output)) as stream:
            stream.write(data)
        voice.remark(Bilingual(f"{figures[0].ja} → {request.output}", f"{figures[0].en} -> {request.output}"))
    if found.projects.suggested and request.format == TEXT and to_screen and not request.decisions:
        voice.remark(_REVIEW)


def _bytes(found: Found, request: Request, voice: Voice) -> bytes:
    if request.format == TEXT:
        parts = parts_of(found, everything=request.everything)
        return plain_text(summary(found), parts, voice.language).encode()
    return PROJECT_FORMATS[request.format].to_bytes(found.projects, request.style)


_REVIEW = Bilingual(
    "候補の組を決めるには: --review --decisions decisions.toml",
    "Decide suggested pairs: --review --decisions decisions.toml",
)


def _fails(projects: Projects, fail_on: FailOn) -> bool:
    """Return whether something was found that ``--fail-on`` does not let pass."""
    if fail_on is FailOn.never:
        return False
    if fail_on is FailOn.suggestion:
        return bool(projects.conflicts or projects.suggested)
    refused = GRADES[: GRADES.index(fail_on.value) + 1]
    return any(conflict.grade in refused for conflict in projects.conflicts)
