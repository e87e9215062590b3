"""How the house is kept: no module too long, no crumb of one, no function too long, one name for one thing."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from tests.lists import ROOT

PACKAGE = ROOT / "src" / "dxlist"
LONGEST_MODULE, SHORTEST_MODULE, LONGEST_FUNCTION = 400, 60, 50
"""Lines."""

CRUMBS_ALLOWED: Mapping[str, str] = {
    "__init__.py": "what a package promises",
    "__main__.py": "an entry point",
    "words/": "a table with its source is looked for by its name",
    "cli/commands/": "one file a command",
    "exports/formats/": "one file a format",
    "rules/dx": "a rule may be a file of its own",
}
"""Where a short module that one other imports may stand, and why: the beginning or the end of its path."""

NAMES_ALLOWED: Mapping[str, str] = {}
"""Types of one name that are meant to be several, and why."""

FILES_ALLOWED: Mapping[str, str] = {"__init__.py": "the name of a package"}
"""Files of one name inside a room, and why."""


@cache
def sources() -> dict[str, str]:
    """Every module of the package by its path, as text."""
    return {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(sources()[module])


def lines(module: str) -> int:
    return sources()[module].count("\n")


def dotted(module: str) -> str:
    """The name by which a module is imported."""
    return ".".join(("dxlist", *Path(module).with_suffix("").parts)).removesuffix(".__init__")


def named_in(module: str) -> Iterator[str]:
    """All dotted names that a module imports, or holds as a text to import late."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.partition(":")[0]


@cache
def importers() -> dict[str, set[str]]:
    """For each module, which others name it."""
    by_name = {dotted(module): module for module in sources()}
    found = defaultdict[str, set[str]](set)
    for module in sources():
        for name in set(named_in(module)) & by_name.keys():
            found[by_name[name]].add(module)
        found[module].discard(module)
    return dict(found)


def crumbs() -> set[str]:
    """Modules so short that they should be a part of the only one that imports them."""
    return {
        module
        for module in sources()
        if lines(module) < SHORTEST_MODULE
        and len(importers()[module]) == 1
        and not any(module.startswith(part) or module.endswith(part) for part in CRUMBS_ALLOWED)
    }


def types_of(module: str) -> Iterator[str]:
    """The types that a module defines: classes and aliases in CamelCase, less the mark of a private one.

    A type variable is no thing, whatever its name.
    """
    for node in tree(module).body:
        if isinstance(node, ast.ClassDef):
            yield node.name.lstrip("_")
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = target.id.lstrip("_") if isinstance(target, ast.Name) else ""
            is_variable = isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "TypeVar"
            if name[:1].isupper() and not name.isupper() and "_" not in name and not is_variable:
                yield name


def homonyms() -> dict[str, list[str]]:
    """Type names that several modules define, with these modules."""
    found = defaultdict[str, list[str]](list)
    for module in sources():
        for name in types_of(module):
            found[name].append(module)
    return {name: where for name, where in sorted(found.items()) if len(where) > 1 and name not in NAMES_ALLOWED}


def same_files() -> set[str]:
    """Files that share their name with another one of their room."""
    by_room = sorted((module.split("/")[0], Path(module).name) for module in sources() if "/" in module)
    found = ((room, name, len(list(same))) for (room, name), same in groupby(by_room))
    return {f"{room}/{name}" for room, name, count in found if count > 1 and name not in FILES_ALLOWED}


def test_no_module_is_too_long() -> None:
    assert [module for module in sources() if lines(module) > LONGEST_MODULE] == []


def test_no_function_is_too_long() -> None:
    """The manual page of a rule, its docstring, counts too."""
    long = [
        f"{module}:{node.name}"
        for module in sources()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_crumbs() -> None:
    assert crumbs() == set(), "merge it into the module that imports it"


def test_one_type_name_for_one_thing() -> None:
    assert homonyms() == {}


def test_one_file_name_for_one_thing_in_a_room() -> None:
    assert same_files() == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("class _Row: ...", ["Row"]),
        ("Kind = Literal['a']", ["Kind"]),
        ("Test: TypeAlias = int", ["Test"]),
        ("T = TypeVar('T')\nItem = TypeVar('Item')\nCOLUMNS = ()\n_LONGEST = 3\nname = 1", []),
    ],
)
def test_types_are_found(text: str, names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_house.tree", lambda _module: ast.parse(text))
    assert list(types_of("any.py")) == names
