"""Who may import whom: read from the imports themselves, so that an upward import or a circle fails here."""

import ast
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from dxlist.cache.keys import READS_WITH
from tests.lists import ROOT

SOURCE = ROOT / "src" / "dxlist"
FLOORS: dict[str, float] = {
    "text": 0, "model": 0, "errors": 0, "collector": 0, "packing": 0, "plain_files": 0,
    "words": 1, "settings": 1, "sidecar": 1, "sidecar_writing": 1,
    "reading": 2, "tables": 2, "values": 2,
    "initiatives": 3, "initiative_parts": 3, "initiative_units": 3, "corrections": 3, "row_ids": 3, "governments": 3,
    "projects": 4,
    "document": 5, "normalised": 5, "rules": 5, "query": 5,
    "fixes": 5.5,
    "cache": 5.6,
    "exports": 6, "report": 6,
    "jobs": 7,
    "cli": 8, "__init__": 9, "__main__": 9,
}  # fmt: skip
ONLY_THERE = {
    "chardet": ("reading/plain/encoding.py",),
    "rapidfuzz": ("projects/evidence.py",),
    "typer": ("cli/",),
    "rich": ("cli/",),
    "xlsxwriter": ("exports/formats/xlsx.py",),
    "tomlkit": ("sidecar_writing.py",),
    "duckdb": ("exports/formats/parquet.py",),
    "platformdirs": ("cache/choosing.py",),
}
STAGES = ("reading", "tables", "values")
INNER_FLOORS: dict[str, dict[str, float]] = {
    "cli": {"completing": 0.4, "commands": 0.5, "__init__": 0.8},
    "rules": dict.fromkeys(("dx1_layout", "dx2_texts", "dx3_values", "dx4_records"), 0.5),
}
"""Within a room: a command stands on the other modules of ``cli``, a rule on the engine.  What is not named is ground."""
PARTS_APART: dict[str, tuple[str, ...]] = {
    "rules": ("dx1_layout", "dx2_texts", "dx3_values", "dx4_records"),
    "reading": ("markdown", "workbook", "pdf", "word", "web"),
}
"""Parts of a room that know nothing of each other: the families of rules, the readers of one form of input.

``reading/plain`` stands below the forms of input that are text.
"""


def modules() -> dict[str, Path]:
    return {".".join(path.relative_to(SOURCE).with_suffix("").parts): path for path in SOURCE.rglob("*.py")}


@cache
def imports_of(path: Path) -> set[str]:
    """All modules that a file imports, at run time or for types, as absolute names."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@cache
def own_imports(path: Path) -> set[str]:
    known = {name.removesuffix(".__init__") for name in modules()}
    return {name for full in imports_of(path) if (name := full.removeprefix("dxlist.")) != full and name in known}


def floor(name: str) -> float:
    """The floor of a module: that of its room, and inside the room its own."""
    room, *inside = name.split(".")
    return FLOORS[room] + INNER_FLOORS.get(room, {}).get(inside[0] if inside else "", 0)


def upward() -> set[str]:
    return {
        f"{name} imports {imported}"
        for name, path in modules().items()
        for imported in own_imports(path)
        if floor(imported) > floor(name)
    }


def sideways() -> set[str]:
    """Imports from one stage, or from one part of a room whose parts know nothing of each other, into another."""
    found = set[str]()
    for name, path in modules().items():
        for imported in own_imports(path):
            here, there = name.split("."), imported.split(".")
            stages = here[0] in STAGES and there[0] in STAGES and here[0] != there[0]
            parts = PARTS_APART.get(here[0], ())
            inside = (
                here[0] == there[0]
                and here[1] in parts
                and there[1:2] != here[1:2]
                and there[1:2]
                and there[1] in parts
            )
            if stages or inside:
                found.add(f"{name} imports {imported}")
    return found


def test_imports_go_down() -> None:
    assert upward() == set()


def test_what_stands_side_by_side_knows_nothing_of_each_other() -> None:
    assert sideways() == set()


@pytest.mark.parametrize("above", ["cli.commands.parse", "rules.dx3_values.target_units", "cli.completing"])
def test_inner_floors_are_floors(above: str) -> None:
    assert floor(above) > floor(f"{above.partition('.')[0]}.any")


def test_no_circles() -> None:
    """Entry points are left out: what a function loads when it is called closes no circle at import."""
    graph = {
        name.removesuffix(".__init__"): own_imports(path) - {name.removesuffix(".__init__")}
        for name, path in modules().items()
    }
    for entry in ("__init__", "cli"):
        del graph[entry]
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise AssertionError(error.args) from error


def test_libraries_stay_in_their_rooms() -> None:
    for path in modules().values():
        place = path.relative_to(SOURCE).as_posix()
        for full in imports_of(path):
            rooms = ONLY_THERE.get(full.split(".")[0])
            assert rooms is None or place.startswith(rooms), f"{place} imports {full}"


def test_the_key_of_the_cache_knows_the_libraries() -> None:
    """A library whose version bears on no record and no finding is one of those that have a room of their own."""
    foreign = {name.split(".")[0] for path in modules().values() for name in imports_of(path)} - sys.stdlib_module_names
    bear_on_nothing = {"typer", "rich", "xlsxwriter", "tomlkit", "duckdb", "platformdirs"}
    assert foreign - {"dxlist"} - bear_on_nothing <= set(READS_WITH)
    assert bear_on_nothing <= ONLY_THERE.keys()
