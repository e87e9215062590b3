"""One table for one thing: each is read, names a source that can be looked up, and no word stands in two of a kind."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from dxlist.text.folding import fold
from dxlist.words import abbreviations, endings, grammar, lookalikes, measures, offices, spellings, targets, units
from tests.lists import ROOT

SOURCE = ROOT / "src" / "dxlist"
TABLES = sorted(path for path in (SOURCE / "words").glob("*.py") if path.stem != "__init__")
ENTRY_POINTS = {"Suffix", "Rank", "Bearer", "LONG_FORMS", "SUFFIXES", "Unit", "WORDS", "Word"}
"""Public though only their own module and the tests read them: the types of rows, and the tables that all else is derived from."""
CHECKABLE = re.compile(
    r"[0-9]{4}|第[0-9]+条|data/raw|\((?:総務省|デジタル庁|法務省)|学校文法|dxlist\.model|no\s+source"
)
"""A year, an article, the list in data/raw, a ministry's document, a school grammar, our own codes, or that there is none."""
VAGUE = re.compile(
    r"published plans|prefectures and cities|of prefectures|KPI tables|organisation charts|the lists in data/raw"
)


def public_names(path: Path) -> set[str]:
    names = set[str]()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
    return {name for name in names if not name.startswith("_")}


def names_read(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    read |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return read | {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_every_table_is_read() -> None:
    read = {path: names_read(path) for path in SOURCE.rglob("*.py")}
    unread = {
        f"{path.stem}.{name}"
        for path in TABLES
        for name in public_names(path) - ENTRY_POINTS
        if not any(name in names for other, names in read.items() if other != path)
    }
    assert unread == set()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_module_names_a_source(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    source = told.partition("Source:")[2]
    assert CHECKABLE.search(source), "where do the words come from?"
    assert not VAGUE.search(told)


EXCEPTIONS: dict[str, dict[str, str]] = {
    "spellings": {"取組": "the noun, and before む and め a spelling of the verb 取り組む"},
    "katakana": {
        "バーチャル": "a common word, and one that a confusable letter turns into another",
        "ビジョン": "a common word, and one that a confusable letter turns into another",
    },
    "adverbs and light verbs": {"継続": "an adverb, and a verb with an object"},
}
"""Kind -> a word that may stand in two tables of it, and why."""


def kinds() -> dict[str, list[str]]:
    """All words of one kind, over all tables that hold some."""
    return {
        "units": [word.partition(":")[0] for word in (units._COUNTS + units._DOES_NOT_COUNT).split()],
        "suffixes": [suffix.word for suffix in offices.SUFFIXES],
        "spellings": [
            form
            for word in spellings.WORDS
            for form in (*(f for s in word.spellings for f in s.forms), *word.only_in_names)
        ],
        "abbreviations": [*abbreviations.LONG_FORMS, *(long for all_ in abbreviations.LONG_FORMS.values() for long in all_)],
        "misspellings": [one.wrong for one in spellings.MISSPELT],
        "verbal nouns": targets._VERBAL_NOUNS.split(),
        "stages": [*endings._STAGE_WORDS],
        "katakana": [*lookalikes.COMMON_WORDS, *lookalikes.SIMILAR_WORDS],
        "adverbs and light verbs": [*grammar.ADVERBIAL, *grammar.LIGHT_VERBS],
        "rises and falls": [*measures._RISE.split("|"), *measures._FALL.split("|")],
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), kinds().items(), ids=list(kinds()))
def test_no_word_stands_twice(kind: str, words: list[str]) -> None:
    twice = {word for word, often in Counter(words).items() if often > 1}
    assert twice == set(EXCEPTIONS.get(kind, {}))


def test_a_spelling_leads_to_one_key() -> None:
    others = Counter(other for word in spellings.WORDS for other in word.others)
    assert [other for other, often in others.items() if often > 1] == []
    assert not set(others) & {word.key for word in spellings.WORDS}
    assert all(fold(other) == other for other in others), "names are folded before they are respelled"


def test_units_that_fold_alike_add_up_alike() -> None:
    pairs = {(fold(word), unit.adds_up) for word, unit in units.UNITS.items()}
    assert len(pairs) == len({folded for folded, _ in pairs})
