"""``check_lists``: documents -> what the rules find in them, with fingerprints; ``validate``: lists -> the same."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from dxlist.document import parse
from dxlist.model.document import Document
from dxlist.model.finding import SEVERITIES, Finding
from dxlist.normalised import read_document
from dxlist.row_ids import document_of
from dxlist.rules.ignoring import FoundPlace, find_ignored
from dxlist.rules.list_checking import applied, check_list, placed, with_ids_of_their_own
from dxlist.rules.listed import Gathered
from dxlist.rules.places import about
from dxlist.rules.selection import chosen_rules
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dxlist.model.document import IgnoredFinding
    from dxlist.model.finding import Fix, Found, Severity
    from dxlist.projects.decisions.files import Decision
    from dxlist.rules.ignoring import UnusedIgnored
    from dxlist.rules.list_checking import CheckedList
    from dxlist.rules.listed import ListedRows
    from dxlist.rules.registry import Rule
    from dxlist.text.bilingual import Bilingual, Language


@dataclass(frozen=True, slots=True)
class Reported:
    """What a rule found in a list."""

    rule: Rule
    found: Found
    file: str
    fix: Fix | None = None
    """How the list is to be changed so that the finding is gone."""
    fingerprint: str = ""
    """The same for the same finding when lines move; of two findings of one run never the same."""
    fingerprint_by_name: str = ""
    """What it was before schema 3.0, when a list was called by its name without its folders: baselines hold it."""
    about: str = ""
    """What its row is of, in its own words; empty: it is of no row."""

    @property
    def severity(self) -> Severity:
        """The severity of the finding, which overrules that of its rule."""
        return self.found.severity or self.rule.severity

    def is_mendable(self, *, unsafe: bool = False) -> bool:
        """Return whether ``--fix`` mends it; ``unsafe``: beside ``--unsafe-fixes``."""
        return self.fix is not None and (self.fix.certain or unsafe)

    def finding(self, language: Language) -> Finding:
        """Return it as it leaves the program, worded in ``language``."""
        place = self.found.place
        return Finding(
            code=self.rule.code,
            severity=self.severity,
            message=self.found.message.text(language),
            file=self.file,
            line=place.line,
            cell=place.cell,
            start=place.start,
            end=place.end,
            initiative_id=place.initiative_id,
            related=list(self.found.related),
            suggestion=self.found.suggestion,
            fix=self.fix,
        )


class LeftFinding(NamedTuple):
    """A finding that a person left as it is."""

    reported: Reported
    entry: IgnoredFinding
    """What the sidecar says of it, and why."""


UNREADABLE = "unreadable-list"
"""What a report calls it, in place of a code, that a list could not be read: no rule found it."""


class UnreadList(NamedTuple):
    """A list that could not be read, and so not be checked."""

    file: str
    why: Bilingual

    def finding(self, language: Language) -> Finding:
        """Return it as it leaves the program among the findings, worded in ``language``: an error of the whole file."""
        return Finding(
            code=UNREADABLE,
            severity="error",
            message=self.why.text(language),
            file=self.file,
            line=None,
            cell=None,
            start=None,
            end=None,
            initiative_id=None,
            related=[],
            suggestion=None,
        )

    @property
    def fingerprint(self) -> str:
        """The same for the same path."""
        return _hashed(f"{UNREADABLE}\x1f{PurePath(self.file).as_posix()}")


@dataclass(frozen=True, slots=True)
class Checked:
    """One run: the lists, the rules that were applied, and what they found."""

    lists: tuple[tuple[str, Document], ...]
    """Path and document of each."""
    rules: tuple[Rule, ...]
    findings: Sequence[Reported]
    unread: tuple[UnreadList, ...] = ()
    """The lists that the run was to check and could not read."""
    left: tuple[LeftFinding, ...] = ()
    """Findings that a sidecar says to leave; they are not among ``findings``."""
    unused: tuple[UnusedIgnored, ...] = ()
    """What sidecars say to leave and was not found."""


def check_lists(
    documents: Sequence[tuple[str, Document]], rules: Iterable[Rule], decisions: Sequence[Decision] = ()
) -> Checked:
    """Apply rules to lists; the findings stand in the order of the lists and of their lines.

    Args:
        documents: path and document of each list; the rules of records look over all of them.
        rules: the rules to apply; what a list's sidecar switches off does not apply to that list.
        decisions: what people decided of the rows of all lists.
    """
    rules = tuple(rules)
    found = check_across([check_list(file, document, rules) for file, document in documents], rules, decisions)
    return Checked(tuple(documents), rules, found.standing, left=found.left, unused=found.unused)


class FoundInRun(NamedTuple):
    """What the rules find in all lists of a run."""

    standing: tuple[Reported, ...]
    left: tuple[LeftFinding, ...]
    """Findings that a sidecar says to leave."""
    unused: tuple[UnusedIgnored, ...]


def check_across(lists: Sequence[CheckedList], rules: Iterable[Rule], decisions: Sequence[Decision] = ()) -> FoundInRun:
    """Apply the rules that compare the rows of all lists, and return what these and the others found.

    Args:
        lists: what :func:`check_list` found in each, by the same rules; the documents need not stay.
        rules: the rules to apply.
        decisions: what people decided of the rows of all lists.
    """
    by_code, own = {rule.code: rule for rule in rules}, list(with_ids_of_their_own(lists))
    gathered = Gathered(((one.file, one.rows) for one in own), decisions)
    pairs = zip(own, gathered.lists, strict=True)
    found = list(_fingerprinted(one for checked, listed in pairs for one in _all_found(checked, listed, by_code)))
    places = (FoundPlace(one.file, one.rule.code, one.found.place) for one in found)
    ignored = find_ignored(places, ((one.file, one.info) for one in lists), by_code)
    standing = tuple(one for number, one in enumerate(found) if number not in ignored.by_number)
    left = tuple(LeftFinding(found[number], ignored.by_number[number]) for number in sorted(ignored.by_number))
    return FoundInRun(standing, left, ignored.unused)


def _all_found(checked: CheckedList, listed: ListedRows, rules: Mapping[str, Rule]) -> list[Reported]:
    """Return what was found in a list alone and is found beside the others, in the order of its lines."""
    abouts = {row.initiative_id: about(row) for row in listed.rows}
    across = (
        placed(rule, found, checked.printed, abouts)
        for rule in applied(rules.values(), checked.info)
        if rule.across
        for found in rule.check(listed)
    )
    reported = (
        Reported(rules[one.code], one.found, checked.file, one.fix, about=one.about)
        for one in (*checked.found, *across)
    )
    return sorted(reported, key=_in_order_of_place)


def _in_order_of_place(reported: Reported) -> tuple[int, int, int, str, str]:
    place = reported.found.place
    return (place.line or 0, place.cell or 0, place.start or 0, reported.rule.code, reported.found.message.en)


def _fingerprinted(reported: Iterable[Reported]) -> Iterator[Reported]:
    """Give each finding its fingerprint; of equal ones the second has a number, and so on."""
    seen, seen_by_name = Counter[str](), Counter[str]()
    for one in reported:
        place = one.found.place
        document = document_of(place.initiative_id) if place.initiative_id else PurePath(one.file).stem
        yield replace(
            one,
            fingerprint=_digest(_key(one, document), seen),
            fingerprint_by_name=_digest(_key(one, document.rpartition("/")[2]), seen_by_name),
        )


_LENGTH = 32


def _key(reported: Reported, document: str) -> str:
    """Return what makes a finding this one, whatever line it stands on."""
    place = reported.found.place
    words = (place.text or "")[place.start : place.end]
    return "\x1f".join((reported.rule.code, document, fold(place.about), fold(words)))


def _digest(key: str, seen: Counter[str]) -> str:
    seen[key] += 1
    text = key if seen[key] == 1 else f"{key}\x1f{seen[key]}"
    return _hashed(text)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


@runtime_checkable
class FindingsBySeverity(Protocol):
    """Findings that are not all in memory, and can be had by their severity."""

    def of_severities(self, severities: Sequence[Severity], /) -> Sequence[Reported]:
        """Return those of these severities."""


def at_least(reported: Iterable[Reported], severity: Severity) -> Sequence[Reported]:
    """Return the findings that are as bad as ``severity`` or worse."""
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    if isinstance(reported, FindingsBySeverity):
        return reported.of_severities(wanted)
    return [one for one in reported if one.severity in wanted]


def validate(
    *lists: Document | str | Path | bytes,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    decisions: Iterable[Decision] = (),
    language: Language = "en",
) -> list[Finding]:
    """Return what the rules find in lists, in the order of the lists and of their lines.

    Args:
        lists: documents, paths of raw lists or of normalised ``.json`` files, or the bytes of a list.  The rules of
            records against each other look over all of them.
        select: codes of the rules to apply, or how they begin ("DX401", "DX4"); without any, all.
        ignore: codes of the rules to leave out.
        decisions: what people decided of the rows, as :func:`dxlist.find_projects` takes it.
        language: of the messages.

    Raises:
        DxlistError: a list that cannot be read, a code that stands for no rule.
        ValueError: two lists of one path or, where documents are given, of one id: findings could not tell them apart.

    >>> import dxlist
    >>> sorted({finding.severity for finding in dxlist.validate("data/raw/fukushima_r04.tsv", select="DX3")})
    ['info', 'warning']
    """
    rules = chosen_rules(_codes(select), _codes(ignore))
    documents = [_read(origin) for origin in lists]
    names = [name for name, _ in documents]
    if len(set(names)) < len(names):
        raise ValueError(f"two lists are called {next(name for name in names if names.count(name) > 1)}")
    return [one.finding(language) for one in check_lists(documents, rules, tuple(decisions)).findings]


def _codes(codes: Sequence[str]) -> Sequence[str]:
    return [codes] if isinstance(codes, str) else codes


def _read(origin: Document | str | Path | bytes) -> tuple[str, Document]:
    """Return the name by which findings call a list, and the list."""
    if isinstance(origin, Document):
        return origin.document.document_id, origin
    if isinstance(origin, bytes):
        document = parse(origin)
        return document.document.document_id, document
    return str(origin), read_document(str(origin))
