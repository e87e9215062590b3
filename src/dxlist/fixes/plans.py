"""``plan_fixes``: a list -> what is to be written so that the findings are gone that the rules can mend.

That is a corrected copy of the list, or corrections of its sidecar; the list itself is never written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.fixes.attempts import read_list
from dxlist.fixes.inlining import with_corrections
from dxlist.fixes.passes import Mend, MendedList, fixable, mend
from dxlist.fixes.sidecar_entries import as_corrections
from dxlist.reading.sources import source_of
from dxlist.rules.selection import chosen_rules
from dxlist.sidecar import read_sidecar
from dxlist.sidecar_writing import sidecar_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from dxlist.model.document import Document
    from dxlist.reading.sources import ByteSource
    from dxlist.rules.registry import Rule
    from dxlist.text.bilingual import Language


@dataclass(frozen=True, slots=True)
class FixPlan:
    """What is to be written so that a list is without the findings that the rules can mend.

    ``dxlist.plan_fixes`` returns it.

    >>> import dxlist
    >>> plan = dxlist.plan_fixes("data/raw/fukushima_r04.tsv", copy=True)
    >>> len(plan.mends), plan.mended, plan.left
    (6, 6, 0)
    """

    data: bytes
    """The corrected copy, or the list as it is where its sidecar is to say all."""
    sidecar: Path | None
    """Where the sidecar is, or is to be; None: a copy is to be written, or the list is no file."""
    text: str
    """The sidecar as it is to be."""
    mends: tuple[Mend, ...]
    """The cells that are changed."""
    corrections: int
    """How many corrections are new in the sidecar."""
    mended: int
    """Findings that are gone then."""
    left: int
    """Changes that are not made: more would change than they are to, or the encoding has no such letters."""
    only_in_copy: int
    """Changes that a corrected copy can hold, and no correction of the sidecar."""
    document: Document
    """The list as it is read then."""


def plan_of(
    source: ByteSource,
    rules: Sequence[Rule],
    *,
    encoding: str | None = None,
    unsafe: bool = False,
    copy: bool = False,
    language: Language = "en",
    document: Document | None = None,
) -> FixPlan:
    """Return what is to be written so that a list is without the findings that the rules can mend.

    Args:
        source: the list.
        rules: those to apply.
        encoding: of the list, where it is not to be detected.
        unsafe: also what a person decides, not only what can have been meant alone.
        copy: into a corrected copy, which also takes what the sidecar corrects in printed cells; else into the sidecar.
        language: of the reasons in the sidecar.
        document: the list as it has just been read, beside the same sidecar.

    Raises:
        DxlistError: the list or its sidecar cannot be read, or cannot be changed.
    """
    rules = [rule for rule in rules if rule.fixes is not None]
    before = read_list(source, encoding, read_sidecar(source.path), document)
    if copy:
        before, inlined = with_corrections(before)
        mended = mend(before, rules, unsafe=unsafe, anywhere=True)
        return _plan(mended, rules, inlined, unsafe=unsafe)
    mended = mend(before, rules, unsafe=unsafe)
    path = source.path.with_suffix(".toml") if source.path else Path(f"{source.stem}.toml")
    new = as_corrections(mended, sidecar_text(path) if source.path else "", path, language)
    refused = len(mended.mends) - len(new.mends)
    plan = _plan(replace(mended, after=new.read, mends=new.mends, left=mended.left + refused), rules, (), unsafe=unsafe)
    return replace(plan, sidecar=path if source.path else None, text=new.text, corrections=new.corrections)


def plan_fixes(
    origin: str | PathLike[str] | bytes,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    encoding: str | None = None,
    unsafe: bool = False,
    copy: bool = False,
    language: Language = "en",
) -> FixPlan:
    """Return what is to be written so that a list is without the findings that the rules can mend.  Nothing is written.

    Args:
        origin: a path, or the bytes of a list; beside bytes there is no sidecar.
        select: codes of the rules to apply, or how they begin; without any, all.
        ignore: codes of the rules to leave out.
        encoding: of the list, where it is not to be detected.
        unsafe: also what a person has to decide; else only what can have been meant in one way alone.
        copy: plan a corrected copy, which also takes what the sidecar corrects in printed cells; else a sidecar.
        language: of the reasons in the sidecar.

    Raises:
        DxlistError: the list or its sidecar cannot be read, or cannot be changed; a code that stands for no rule.

    >>> import dxlist
    >>> plan = dxlist.plan_fixes("data/raw/fukushima_r04.tsv", select=["DX203"])
    >>> plan.sidecar.name, plan.corrections, [(mend.line, mend.column, mend.codes) for mend in plan.mends]
    ('fukushima_r04.toml', 1, [(42, 'overview', ['DX203'])])
    """
    rules = chosen_rules(select, ignore)
    source = source_of(origin)
    return plan_of(source, rules, encoding=encoding, unsafe=unsafe, copy=copy, language=language)


def _plan(mended: MendedList, rules: Sequence[Rule], inlined: Sequence[Mend], *, unsafe: bool) -> FixPlan:
    gone = mended.fixable - len(fixable(mended.after, rules, unsafe=unsafe)) if mended.mends else 0
    return FixPlan(
        data=mended.after.raw.data,
        sidecar=None,
        text="",
        mends=tuple(sorted((*inlined, *mended.mends), key=lambda one: (one.line, one.cell))),
        corrections=0,
        mended=gone,
        left=mended.left,
        only_in_copy=mended.only_in_copy,
        document=mended.after.document,
    )
