"""What stands beside lists, by seed and number: it is refused with a message, or read whole, and nothing else happens."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import dxlist
from dxlist.model.document import Document
from dxlist.rules.baseline import read_baseline
from dxlist.settings import read_settings
from tests.cli.runs import SMALL
from tests.hostile.checks import OF_DOCUMENTS, Failure, Given, Outcome, guarded, refusal
from tests.hostile.files import hostile_json, hostile_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@cache
def good_json() -> str:
    """Return a normalised document that is right."""
    return dxlist.parse(SMALL.encode(), stem="good").to_json()


def make_json(seed: int, number: int) -> bytes:
    return hostile_json(good_json(), seed, number)


def make_toml(seed: int, number: int) -> bytes:
    return hostile_toml(seed, number)


def check_json(data: bytes, number: int) -> Outcome:
    """Load a normalised document, and where it is read send it through everything that takes documents."""
    outcome = Outcome()
    outcome.counts.update(inputs=1, json=1)
    with TemporaryDirectory() as folder:
        path = Path(folder, "good.json")
        path.write_bytes(data)
        document = list[Document]()
        outcome.failures += guarded(lambda: _refused(lambda: document.append(dxlist.load(path))), "load")
    for found in document:
        outcome.counts["read"] += 1
        given = Given(data, found, number, Random(number), outcome.counts)
        for check in OF_DOCUMENTS:
            outcome.failures += guarded(lambda check=check, given=given: _or_refused(check, given), check.__name__)  # type: ignore[misc]
    return outcome


def _or_refused(check: Callable[[Given], Iterator[Failure]], given: Given) -> Iterator[Failure]:
    try:
        yield from check(given)
    except dxlist.DxlistError as error:
        yield from refusal(error)


def _refused(work: Callable[[], object]) -> Iterator[Failure]:
    """Do what may be refused with a message."""
    try:
        work()
    except dxlist.DxlistError as error:
        yield from refusal(error)


def check_toml(data: bytes, number: int) -> Outcome:
    """Read a file as whatever people write beside lists."""
    outcome = Outcome()
    outcome.counts.update(inputs=1, toml=1)
    with TemporaryDirectory() as folder:
        path, beside = Path(folder, "good.tsv"), Path(folder, "good.toml")
        path.write_bytes(SMALL.encode())
        beside.write_bytes(data)
        readers: tuple[tuple[str, Callable[[], object]], ...] = (
            ("sidecar", lambda: dxlist.validate(dxlist.parse(path))),
            ("stream", lambda: list(dxlist.stream(path))),
            ("fixes", lambda: number % 5 or dxlist.plan_fixes(path)),
            ("decisions", lambda: dxlist.find_projects(dxlist.parse(SMALL.encode()), dxlist.read_decisions(beside))),
            ("settings", lambda: read_settings(beside)),
            ("baseline", lambda: read_baseline(beside)),
        )
        for name, read in readers:
            outcome.failures += guarded(lambda read=read: _refused(read), name)  # type: ignore[misc]
        if path.read_bytes() != SMALL.encode() or beside.read_bytes() != data:
            outcome.failures.append(Failure("files: one was written to", ""))
    return outcome
