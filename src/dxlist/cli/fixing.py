"""``fix_lists``: ``validate --fix`` and ``--diff``: lists -> a corrected copy, or the corrections of their sidecars.

No list is ever written over.  What is to be written is planned for all lists before the first file is.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.inputs import Read, read_documents
from dxlist.cli.outputs import STANDARD_OUTPUT, write_output, write_table
from dxlist.document import parse_source
from dxlist.errors import DxlistError, UsageError, describe
from dxlist.fixes.plans import FixPlan, plan_of
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.reading.normalised_files import SUFFIX
from dxlist.reading.sources import ByteSource, source_of
from dxlist.report.fix_lines import diff_lines, said_of_plan
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cli.messages import Messages
    from dxlist.cli.options import ListOptions
    from dxlist.model.document import Document
    from dxlist.rules.registry import Rule


class FixRequest(NamedTuple):
    """What is to be mended, and where it is to be written."""

    copy: str | None
    """The file of the corrected copy, ``-`` for standard output; None: the sidecars."""
    unsafe: bool
    diff: bool
    """Show what would be written, and write nothing."""
    encoding: str | None
    standard_input: ByteSource | None = None


class FixedList(NamedTuple):
    """A list as it is read now, and what was, or would be, written for it."""

    name: str
    document: Document
    plan: FixPlan | None


def fixing_of(
    paths: Sequence[str], *, diff: bool, unsafe: bool, output: str, encoding: str | None, elsewhere: Sequence[str]
) -> FixRequest:
    """Return what ``--fix`` or ``--diff`` is to do.

    Args:
        paths: of the lists, as they were given.
        diff: nothing is to be written.
        unsafe: a person has decided that all suggestions are meant.
        output: where the corrected copy is to stand.
        encoding: of the lists, where it is not to be detected.
        elsewhere: options that were given and that mean another kind of run.

    Raises:
        UsageError: they do not go together.
    """
    if elsewhere:
        raise UsageError(f"{'--diff' if diff else '--fix'} {elsewhere[0]}", *_NOT_TOGETHER)
    copy = None if output == STANDARD_OUTPUT else output
    if STANDARD_INPUT not in paths:
        return FixRequest(copy, unsafe, diff, encoding)
    if len(paths) > 1:
        raise UsageError(STANDARD_INPUT, *_ONE_LIST)
    return FixRequest(copy or STANDARD_OUTPUT, unsafe, diff, encoding, source_of(STANDARD_INPUT))


_NOT_TOGETHER = (
    Bilingual("同時には指定できません。", "these options do not go together."),
    Bilingual("別々に実行してください。", "Run them one by one."),
)
_ONE_LIST = (
    Bilingual("直した写しは、1件の一覧からだけ作れます。", "a corrected copy is made of one list."),
    Bilingual("一覧を1件だけ指定してください。", "Give one list."),
)


def read_to_fix(options: ListOptions, fixing: FixRequest, messages: Messages) -> Read[Document]:
    """Return the lists that could be read; standard input is kept, so that it can be mended."""
    if fixing.standard_input is None:
        return read_documents(options, messages, joined=False)
    return Read([(STANDARD_INPUT, parse_source(fixing.standard_input, fixing.encoding))], [], [])


def fix_lists(
    named: Sequence[tuple[str, Document]], rules: Sequence[Rule], fixing: FixRequest, messages: Messages
) -> list[FixedList]:
    """Write what mends the lists, or show it, and return them as they are read then.

    Raises:
        DxlistError: a file cannot be written; a copy is asked for of several lists.
    """
    if fixing.copy is not None and len(named) != 1:
        raise UsageError("--output", *_ONE_LIST)
    lists = [FixedList(name, document, _plan(name, document, rules, fixing, messages)) for name, document in named]
    if not any(one.plan and one.plan.mends for one in lists):
        messages.remark(_NOTHING)
    for one in lists:
        if one.plan:
            if fixing.diff:
                write_table(list(diff_lines(one.name, one.plan, messages.language)), STANDARD_OUTPUT)
            else:
                _write(one.plan, fixing)
            _say(one.name, one.plan, fixing, messages)
    return [_as_read_now(one, fixing) for one in lists]


_NOTHING = Bilingual("確実に直せる指摘はありません。", "There is nothing that can be mended.")


def _plan(
    name: str, document: Document, rules: Sequence[Rule], fixing: FixRequest, messages: Messages
) -> FixPlan | None:
    """Return what mends a list; None where it cannot be changed, which is said."""
    try:
        return plan_of(
            _source(name, fixing),
            rules,
            encoding=fixing.encoding,
            unsafe=fixing.unsafe,
            copy=fixing.copy is not None,
            language=messages.language,
            document=document if document.trail else None,
        )
    except DxlistError as error:
        messages.error(describe(error))
        return None


def _source(name: str, fixing: FixRequest) -> ByteSource:
    if fixing.standard_input and name == STANDARD_INPUT:
        return fixing.standard_input
    if Path(name).suffix.lower() == SUFFIX:
        raise UsageError(name, *_NO_LIST)
    return source_of(name)


_NO_LIST = (
    Bilingual(
        "元の一覧が見つからないか、変わっているため直せません。",
        "the list that it was made from is not found, or has changed since.",
    ),
    Bilingual("元の一覧を指定してください。", "Give the list itself."),
)


def _write(plan: FixPlan, fixing: FixRequest) -> None:
    if fixing.copy is not None:
        write_output(plan.data, fixing.copy)
    elif plan.sidecar and plan.corrections:
        write_output(plan.text.encode(), str(plan.sidecar))


def _say(name: str, plan: FixPlan, fixing: FixRequest, messages: Messages) -> None:
    copy = fixing.copy is not None
    place = name if fixing.diff or not plan.mends else fixing.copy if copy else str(plan.sidecar)
    for said in said_of_plan(plan, copy=copy, done=not fixing.diff):
        messages.remark(f"{place}: " + said)


def _as_read_now(one: FixedList, fixing: FixRequest) -> FixedList:
    if one.plan is None or fixing.diff:
        return one
    name = one.name if fixing.copy in {None, STANDARD_OUTPUT} else fixing.copy
    return one._replace(name=str(name), document=one.plan.document)
