"""One letter wrong: what is a typo, what is another word, and how often a name must be printed to be believed."""

import pytest

from dxlist import find_projects
from dxlist.model.project import Projects
from dxlist.projects.typos import one_typo, tells_apart
from tests.projects.rows import row

RIGHT, WRONG = "申請・届出オンライン化事業", "申請・届出オンライ化事業"


def printed(**times: int) -> Projects:
    """Return what is found where each name is printed in so many years."""
    names = {
        "right": RIGHT,
        "wrong": WRONG,
        "market": "市道整備推進事業",
        "town": "市町道整備推進事業",
        "unknown": "地域通貨ピコ事業",
        "letter": "地域通貨ピ湖事業",
        "other": "ピ湖亭建設事業",
    }
    years = {name: range(2015, 2015 + count) for name, count in times.items()}
    return find_projects(
        row(names[name], year=year, line=line) for line, (name, own) in enumerate(years.items(), 1) for year in own
    )


ATTESTED = [
    # times the name is printed, projects, what is suggested
    ({"right": 1, "wrong": 1}, 1, None),
    ({"right": 6, "wrong": 2}, 1, None),
    ({"right": 5, "wrong": 2}, 2, "both_attested"),
    ({"right": 30, "wrong": 3}, 2, "both_attested"),
    ({"market": 1, "town": 1}, 2, "other_word"),
    ({"market": 30, "town": 1}, 2, "other_word"),  # 市町道 is a word, however often 市道 is printed
    ({"unknown": 1, "letter": 1}, 2, "other_word"),
    ({"unknown": 3, "letter": 1}, 1, None),
    ({"unknown": 3, "letter": 1, "other": 2}, 3, "other_word"),
]


@pytest.mark.parametrize(("times", "projects", "reason"), ATTESTED)
def test_how_often_a_name_is_printed(times: dict[str, int], projects: int, reason: str | None) -> None:
    found = printed(**times)
    assert len(found.projects) == projects
    assert [suggestion.reason for suggestion in found.suggested] == ([reason] if reason else [])


TYPOS = [
    # two names, whether one typo parts them, whether the letter tells two things apart
    ("電子決裁の拡充", "電子決済の拡充", True, False),
    ("電子決裁の拡充", "電子決の拡充", True, False),
    ("電子決裁の拡充", "電子裁決の拡充", True, False),
    ("電子決裁の拡充", "電子決裁拡充", True, False),
    ("電子決裁の拡充", "決裁の拡充", False, False),
    ("電子決裁の拡充", "電子決裁の拡充", False, False),
    ("決裁", "決済", False, False),
    ("第2期情報化計画", "第3期情報化計画", True, True),
    ("第12期情報化計画", "第21期情報化計画", True, True),
    ("第2期情報化計画", "第期2情報化計画", True, False),
    ("先端農業推進事業", "先端林業推進事業", True, True),
    ("農業の推進ア", "農業の推進イ", True, True),
    ("農業の推進", "農業の推進イ", True, True),
    ("aiiot活用促進", "aiict活用促進", True, True),
]


@pytest.mark.parametrize(("one", "two", "is_typo", "apart"), TYPOS)
def test_typos(one: str, two: str, is_typo: bool, apart: bool) -> None:
    typo = one_typo(one, two)
    assert (typo is not None) == (one_typo(two, one) is not None) == is_typo
    assert (typo is not None and tells_apart(typo, one, two)) == apart


def test_a_typo_of_two_projects_is_of_neither() -> None:
    names = ("先端農業推進事業", "先端林業推進事業", "先端閞業推進事業")
    found = find_projects(row(name, line=line) for line, name in enumerate(names, 1))
    assert len(found.projects) == 3
    assert {suggestion.reason for suggestion in found.suggested} == {"ambiguous"}


def test_a_chain_of_typos_leads_nowhere() -> None:
    """Each name is one typo from the next; the first and the last are two typos apart and two projects."""
    names = {"庁内ネットワークの無線化": 4, "庁内ネッワークの無線化": 1, "庁内ネッワークの無線カ": 1}
    rows = [
        row(name, line=line, year=2020 + year) for line, (name, n) in enumerate(names.items(), 1) for year in range(n)
    ]
    assert [len(project.mentions) for project in find_projects(rows).projects] == [5, 1]
