"""``compare``: findings and those that are known already -> the new ones; a baseline is the file of the known ones.

A finding is known by its fingerprint, which stays the same when lines move.  Code, file and message stand beside it for
the people who read the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import compress
from operator import attrgetter, not_
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationError

from dxlist.errors import DxlistError, first_invalid, why_unreadable
from dxlist.model.initiative import Record
from dxlist.plain_files import read_plain
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from pathlib import Path

    from dxlist.rules.checking import Checked, Reported
    from dxlist.text.bilingual import Language


class BaselineError(DxlistError):
    """A baseline that cannot be read."""


class KnownFinding(Record):
    """One finding that is known."""

    fingerprint: str = Field(min_length=1)
    code: str
    file: str
    message: str


class Baseline(Record):
    """The findings that are known."""

    version: Literal[1] = 1
    findings: list[KnownFinding]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a baseline leaves of a run."""

    new: Checked
    """The run without the findings that are known."""
    known: tuple[Reported, ...] = ()
    gone: tuple[KnownFinding, ...] = ()
    """Entries that this run should have found and did not: they may be taken out of the baseline."""


def compare(checked: Checked, baseline: Baseline) -> Compared:
    """Part the findings of a run into new and known ones.

    An entry is gone only where its rule was applied and its list was checked: a run over some lists or by some rules
    says nothing of the others.
    """
    fingerprints = {known.fingerprint for known in baseline.findings}
    own = {one.fingerprint for one in checked.findings}
    before = fingerprints - own  # what another finding of this run is known by is not this one's older name
    is_known = [one.fingerprint in fingerprints or one.fingerprint_by_name in before for one in checked.findings]
    left = (one.reported for one in checked.left)
    found = own | {fingerprint for one in (*checked.findings, *left) for fingerprint in _fingerprints(one)}
    known = tuple(compress(checked.findings, is_known))
    new = tuple(compress(checked.findings, map(not_, is_known)))
    codes = {rule.code for rule in checked.rules}
    lists = {_list_of(file) for file, _ in checked.lists}
    gone = tuple(
        entry
        for entry in baseline.findings
        if entry.fingerprint not in found and entry.code in codes and _list_of(entry.file) in lists
    )
    return Compared(replace(checked, findings=new), known, gone)


def _fingerprints(one: Reported) -> tuple[str, str]:
    return one.fingerprint, one.fingerprint_by_name


def _list_of(file: str) -> str:
    """Return what names a list whatever folder it is called from."""
    return PurePath(file).stem


def baseline_text(checked: Checked, language: Language) -> str:
    """Return the findings of a run as the text of a baseline: sorted, the same for the same findings."""
    entries = [
        KnownFinding(
            fingerprint=one.fingerprint,
            code=one.rule.code,
            file=PurePath(one.file).as_posix(),
            message=one.found.message.text(language),
        )
        for one in checked.findings
    ]
    entries.sort(key=attrgetter("file", "code", "fingerprint"))
    body = Baseline(findings=entries).model_dump()
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def read_baseline(file: Path) -> Baseline:
    """Return the baseline of a file.

    Raises:
        BaselineError: it cannot be opened, or is none that ``dxlist validate --write-baseline`` wrote.
    """
    try:
        return Baseline.model_validate_json(read_plain(file))
    except OSError as error:
        raise BaselineError(str(file), why_unreadable(error), _WRITE) from error
    except ValidationError as error:
        why = first_invalid(error)
        problem = Bilingual(f"既知の検出結果のファイルではありません（{why}）。", f"this is not a baseline ({why}).")
        raise BaselineError(str(file), problem, _WRITE) from error


_WRITE = Bilingual("dxlist validate --write-baseline で作り直せます。", "dxlist validate --write-baseline makes one.")
