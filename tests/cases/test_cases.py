"""The kinds of lists that governments publish, each in several words and layouts, and what they must be read as.

``<kind>/<variant>.{tsv,csv,md}`` with ``<variant>.expected.json`` (see ``answers.py``), and a sidecar where the list has
one.  The governments, projects and numbers are made up; the forms are those of docs/forms.md.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import dxlist
from dxlist.errors import DxlistError
from tests.cases.answers import Answer, differences
from tests.cases.shared_answers import ANSWERS, MENDED
from tests.lists import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
SHARED = ROOT.parent / "shared" / "cases"
SHARED_KINDS = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "21", "22")
SUFFIXES = (".tsv", ".csv", ".md")
ANSWER = ".expected.json"


def own_lists() -> Iterator[Path]:
    return (path for path in sorted(HERE.glob("*/*")) if path.suffix in SUFFIXES)


def shared_lists() -> Iterator[tuple[Path, list[Answer]]]:
    """Yield the lists that stand beside the project, where they do."""
    for kind in SHARED_KINDS:
        for answer in SHARED.glob(f"{kind}_*/expected.json"):
            (path,) = (path for path in answer.parent.glob("list.*") if path.suffix in SUFFIXES)
            yield path, [mended(answer.parent.name, one) for one in json.loads(answer.read_text("utf-8"))]
    for folder, files in ANSWERS.items():
        for name, answers in files.items():
            if (SHARED / folder / name).exists():
                yield SHARED / folder / name, list(answers)


def mended(folder: str, answer: Answer) -> Answer:
    """Return an answer with what holds instead of it."""
    kept: dict[str, Any] = {}
    for key, value in answer.items():
        kept |= MENDED.get((folder, answer.get("line", 0), key), {key: value})
    return kept


def assert_reads_as(path: Path, answers: list[Answer]) -> None:
    found = refused_or_different(path, answers)
    if found:
        pytest.fail("\n".join([path.name, *found]), pytrace=False)


def refused_or_different(path: Path, answers: list[Answer]) -> list[str]:
    try:
        document = dxlist.parse(path)
    except DxlistError as error:
        return [f"refused: {str(error).splitlines()[0].removeprefix(str(path))}"]
    return differences(document, answers)


@pytest.mark.parametrize("path", [pytest.param(path, id=f"{path.parent.name}/{path.name}") for path in own_lists()])
def test_a_variant_reads_as_written_beside_it(path: Path) -> None:
    assert_reads_as(path, json.loads(path.with_name(path.stem + ANSWER).read_text("utf-8")))


@pytest.mark.parametrize(
    ("path", "answers"),
    [pytest.param(path, answers, id=f"{path.parent.name}/{path.name}") for path, answers in shared_lists()],
)
def test_a_shared_case_reads_as_its_answer(path: Path, answers: list[Answer]) -> None:
    assert_reads_as(path, answers)


def test_every_answer_has_a_list_and_every_kind_four_variants() -> None:
    answers = {path.name.removesuffix(ANSWER) for path in HERE.glob(f"*/*{ANSWER}")}
    assert answers == {path.stem for path in own_lists()}
    kinds = {path.parent.name for path in own_lists()}
    assert [kind for kind in sorted(kinds) if sum(path.parent.name == kind for path in own_lists()) < 4] == []
