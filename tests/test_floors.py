"""Who may import whom: read from the imports themselves, so that an upward import or a circle fails here."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.lists import ROOT

SOURCE = ROOT / "src" / "dxlist"
FLOORS = {
    "text": 0, "model": 0, "errors": 0, "collector": 0,
    "words": 1, "settings": 1, "sidecar": 1,
    "reading": 2, "tables": 2, "values": 2,
    "initiatives": 3, "unknown_tables": 3,
    "projects": 4,
    "document": 5, "normalised": 5, "rules": 5, "query": 5,
    "exports": 6, "report": 6,
    "jobs": 7,
    "cli": 8, "__init__": 8, "__main__": 8,
}  # fmt: skip
ONLY_THERE = {
    "chardet": ("reading/encoding.py",),
    "rapidfuzz": ("projects/evidence.py", "query/nearness.py"),
    "typer": ("cli/",),
    "rich": ("cli/",),
    "xlsxwriter": ("exports/workbook.py",),
    "duckdb": ("exports/parquet.py",),
}
STAGES = ("reading", "tables", "values")


def modules() -> dict[str, Path]:
    return {".".join(path.relative_to(SOURCE).with_suffix("").parts): path for path in SOURCE.rglob("*.py")}


def imports_of(path: Path) -> set[str]:
    """All modules that a file imports, at run time or for types, as absolute names."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def own_imports(path: Path) -> set[str]:
    known = {name.removesuffix(".__init__") for name in modules()}
    return {name for full in imports_of(path) if (name := full.removeprefix("dxlist.")) != full and name in known}


def test_imports_go_down() -> None:
    for name, path in modules().items():
        room = name.split(".")[0]
        if FLOORS[room] == 8:
            continue
        for imported in own_imports(path):
            other = imported.split(".")[0]
            assert FLOORS[other] <= FLOORS[room], f"{name} imports {imported}"
            if room in STAGES and other in STAGES:
                assert room == other, f"{name} imports another stage: {imported}"


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


def test_modules_and_functions_stay_small() -> None:
    for path in modules().values():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno <= 50, (path, node.name)
