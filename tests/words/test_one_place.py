"""A suffix, a unit, a spelling, an abbreviation: one row in one file, and every reader of it knows it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.lists import ROOT


class Change(NamedTuple):
    """A row that is added to a table, and what then answers otherwise."""

    file: str
    at: str
    row: str
    question: str
    without: str
    with_it: str


SUFFIX = Change(
    "offices.py",
    at='    Suffix("ラボ", "office"),\n',
    row='    Suffix("オフィス", "office", "others too", every=True, parts=True),\n',
    question="""
from dxlist.values.departments import rank_of, read_departments
from dxlist.tables.shapes import office_level
from dxlist.words.offices import COUNT, ends_like_unit
print(rank_of("推進オフィス"), len(read_departments("推進オフィス人事課")), office_level("推進オフィス"))
print(bool(COUNT.match("3オフィス")), ends_like_unit("推進オフィス"), rank_of("各オフィス"))
""",
    without="division 1 0\nFalse False division",
    with_it="office 1 1\nTrue True all",
)
UNIT = Change(
    "units.py",
    at="\nつ セット ",
    row="\nくじら:座 ",
    question="""
from dxlist.values.kpi_targets import read_kpi
from dxlist.words.units import adds_up
print([t.unit for t in read_kpi("年間12くじらを保護する。くじら座で12くじら座を見る。").targets], adds_up("くじら/年"))
""",
    without="[] False",
    with_it="['くじら'] True",
)
SPELLING = Change(
    "spellings.py",
    at='_nouns("届出", "届け出"),',
    row='_nouns("見直し", "見なおし"),',
    question="""
from dxlist.words.spellings import CHECKED, respell
print(respell("計画の見なおし") == respell("計画の見直し"), any(group[0].word == "見直し" for group in CHECKED))
""",
    without="False False",
    with_it="True True",
)
ABBREVIATION = Change(
    "abbreviations.py",
    at='    ("GIS", ',
    row='    ("VPN", ("仮想専用線",), ()),\n',
    question="""
from dxlist.words.abbreviations import TERMS, abbreviate, written_out
print(abbreviate("仮想専用線"), TERMS.get("仮想専用線"), written_out("vpn"))
""",
    without="仮想専用線 None []",
    with_it="vpn VPN ['仮想専用線']",
)


def answer(source: Path, question: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", question], env=env, capture_output=True, check=True, encoding="utf-8")
    return run.stdout.strip()


@pytest.mark.parametrize("change", [SUFFIX, UNIT, SPELLING, ABBREVIATION], ids=lambda change: change.file)
def test_one_row_is_enough(tmp_path: Path, change: Change) -> None:
    assert answer(ROOT / "src", change.question) == change.without
    shutil.copytree(ROOT / "src" / "dxlist", tmp_path / "dxlist", ignore=shutil.ignore_patterns("__pycache__"))
    table = tmp_path / "dxlist" / "words" / change.file
    text = table.read_text(encoding="utf-8")
    assert text.count(change.at) == 1
    table.write_text(text.replace(change.at, change.row + change.at.lstrip("\n")), encoding="utf-8")
    assert answer(tmp_path, change.question) == change.with_it
