"""``dxlist review``: lists -> what a person has to settle in them; the answers go into sidecars and decisions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.decisions import find_decisions, holding_decisions, new_decisions, open_decisions
from dxlist.cli.inputs import lists_of, read_documents
from dxlist.cli.outputs import WrittenOutput, check_outputs
from dxlist.cli.review.gathering import KINDS, Gathering
from dxlist.cli.review.screen import check_terminal, walk
from dxlist.cli.usage import choice
from dxlist.document import parse
from dxlist.errors import UsageError
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.reading.normalised_files import SUFFIX, list_of
from dxlist.rules.baseline import Baseline, read_baseline
from dxlist.rules.selection import chosen_rules
from dxlist.settings import find_settings
from dxlist.text.bilingual import COMMA, Bilingual, both_languages, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.exits import Exit
    from dxlist.cli.messages import Messages
    from dxlist.cli.review.screen import ReviewOutcome
    from dxlist.model.document import Document
    from dxlist.settings import Settings


@dataclass(frozen=True, kw_only=True)
class ReviewOptions(option.JoiningOptions):
    """The options of ``dxlist review``."""

    only: option.Several = option.several(
        f"--only {'|'.join(KINDS)}",
        "疑わしい行（rows）、どの列にも属さないセル（leftovers）、同じかもしれない組（pairs）、検出結果（findings）の"
        "うち、これだけ。繰り返してもよい。",
        "Only doubtful rows, cells of no column, pairs of projects or findings; may be given several times.",
    )


def review(options: ReviewOptions, messages: Messages) -> Exit:
    """Ask of everything that a person has to settle, write each answer at once, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all, there is no terminal, or a file cannot be written.
        KeyboardInterrupt: Ctrl-C; what was answered before it is written.
    """
    for kind in options.only:
        choice("--only", kind, KINDS)
    if STANDARD_INPUT in options.paths:
        raise UsageError("-", *_NO_STANDARD_INPUT)
    settings = find_settings(Path.cwd())
    files = find_decisions(options, settings)
    kinds, writes = options.only or KINDS, _writes(options, files)
    if writes:
        # What is decided is added to what stands there.
        check_outputs([WrittenOutput(writes, "decisions")], lists_of(options.paths), overwrite=True)
    elif "pairs" in kinds and not options.no_decisions:
        messages.remark(_NOT_ONE_FILE)
    decided = open_decisions(files, may_be_missing=True)
    read = read_documents(options, messages)
    documents = dict(map(_as_published, read.named))
    holding_decisions(decided, documents.values(), messages)
    gathering = Gathering(
        documents, kinds, chosen_rules(settings.select, settings.ignore), _known(settings),
        decisions=files, writes=writes, encoding=options.encoding,
    )  # fmt: skip
    if not gathering.questions():
        messages.remark(_NOTHING_TO_ASK)
        return read.exit()
    check_terminal("review")
    outcome = walk(gathering.questions, messages, lambda outcome: messages.remark(_said(outcome)))
    return read.exit(found=outcome.left > 0)


def _writes(options: ReviewOptions, files: Sequence[Path]) -> Path | None:
    """Return the file that decisions are added to; None where there is none, or which of several is not known."""
    found = files or ([] if options.no_decisions else new_decisions(options.paths))
    return found[0] if len(found) == 1 else None


def _known(settings: Settings) -> Baseline:
    return read_baseline(settings.baseline) if settings.baseline else Baseline(findings=[])


def _as_published(named: tuple[str, Document]) -> tuple[str, Document]:
    """Return a list with its path; in the place of a normalised one that from which it was made.

    Raises:
        UsageError: that is not known, or has changed since.
    """
    path, document = named
    if Path(path).suffix.lower() != SUFFIX:
        return named
    found = list_of(Path(path), document)
    if found is None:
        raise UsageError(path, *_NORMALISED)
    return str(found), parse(found, stem=document.document.document_id)


def _said(outcome: ReviewOutcome) -> Bilingual:
    """Say how many questions are answered and left, and which files hold the answers."""
    answered, left = plural(outcome.answered, "件", "question"), plural(outcome.left, "件", "")
    said = Bilingual(f"{answered.ja}に答え、残りは{left.ja}です。", f"{answered.en} answered, {outcome.left} left.")
    return said + _where(outcome.paths) if outcome.paths else said


def _where(paths: Iterable[Path]) -> Bilingual:
    names = COMMA.join(both_languages(str(path)) for path in paths)
    return Bilingual(f"答えは {names.ja} にあります。", f" The answers are in {names.en}.")


_NO_STANDARD_INPUT = (
    Bilingual("標準入力は答えを聞くのに使います。", "standard input is for the answers."),
    Bilingual("一覧はファイルで指定してください。", "Name the lists as files."),
)
_NORMALISED = (
    Bilingual(
        "正規化した一覧です。元の一覧が見つからないか、変わっています。",
        "is a normalised list, and the one that it was made from is not found, or has changed.",
    ),
    Bilingual("元の一覧を指定してください。", "Name the list as it was published."),
)
_NOT_ONE_FILE = Bilingual(
    "決定を書くファイルが1つに決まらないため、同じかもしれない事業は尋ねません。--decisions で指定してください。",
    "Pairs of projects are not asked of: which file holds the decisions is not known. Name it with --decisions.",
)
_NOTHING_TO_ASK = Bilingual("確かめることはありません。", "There is nothing to settle.")
