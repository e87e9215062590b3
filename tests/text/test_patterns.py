"""No pattern over the text of a list costs more than the length of the text: see ``pattern_shapes``."""

from __future__ import annotations

import ast
import importlib
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import dxlist
from dxlist.text.regex import all_patterns, regex
from tests.text.pattern_shapes import Shapes

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

SOURCE = Path(dxlist.__file__).parent
FROM_THE_START = {"match", "fullmatch"}
"""Methods that try a pattern at one place of a text."""

KNOWN_SAFE = {
    "text.toml._TOKEN": "of a file that tomllib has read: every string in it is closed",
    "reading.plain.delimited._QUOTED": "a match begins behind a delimiter only, and ends at the next lone quote",
}
"""Patterns that the test takes for doubtful, with what it cannot see."""

Name = tuple[str, str]
"""A module, and a name in it."""


class Named(NamedTuple):
    """A pattern, and where it stands."""

    pattern: re.Pattern[str]
    name: str
    searched: bool


@cache
def _modules() -> dict[str, ast.Module]:
    paths = sorted(path for path in SOURCE.rglob("*.py") if path.stem != "__main__")
    names = [".".join(path.relative_to(SOURCE.parent).with_suffix("").parts) for path in paths]
    return {
        name.removesuffix(".__init__"): ast.parse(path.read_text("utf-8"))
        for name, path in zip(names, paths, strict=True)
    }


def _imported(tree: ast.Module) -> Iterator[tuple[str, Name]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((alias.asname or alias.name, (node.module, alias.name)) for alias in node.names)


def _uses() -> dict[Name, set[str]]:
    """Return which attributes of each name are asked for; an empty text: it is handed on."""
    uses = defaultdict[Name, set[str]](set)
    for module, tree in _modules().items():
        homes = dict(_imported(tree))
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                parent = parents[node]
                uses[homes.get(node.id, (module, node.id))].add(
                    parent.attr if isinstance(parent, ast.Attribute) else ""
                )
    return uses


@cache
def _patterns() -> tuple[Named, ...]:
    names = {
        id(value): (module, name)
        for module in _modules()
        for name, value in vars(importlib.import_module(module)).items()
        if type(value) is type(regex(""))
    }
    uses = _uses()
    return tuple(
        Named(pattern, ".".join(name), not uses[name] - {"pattern", "flags"} <= FROM_THE_START)
        for pattern in all_patterns()
        if isinstance(pattern.pattern, str)
        for name in [names.get(id(pattern), ("", ""))]
    )


def _shapes() -> Shapes:
    return Shapes(one.pattern.pattern for one in _patterns())


def faulty() -> Iterator[tuple[str, list[str], str]]:
    """Yield the patterns that may grow: name, faults, how the pattern begins."""
    shapes = _shapes()
    for one in _patterns():
        if faults := shapes.faults(one.pattern, searched=one.searched):
            yield one.name.removeprefix("dxlist.") or "a table", faults, one.pattern.pattern[:60]


def test_no_pattern_grows_faster_than_its_text() -> None:
    found = {name: (faults, pattern) for name, faults, pattern in faulty()}
    assert {name: found[name] for name in found.keys() - KNOWN_SAFE.keys()} == {}
    assert KNOWN_SAFE.keys() <= found.keys()


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("[0-9]+件", ["restarts"]),
        ("(?<![0-9])[0-9]+件", []),
        ("[0-9]{1,30}件", []),
        ("[0-9]+", []),
        (r"\s*年", ["restarts"]),
        (r"\A\s*年", []),
        ("※[^。]*計", ["restarts"]),
        ("※[^。※]*計", []),
        ("第[0-9]+章", []),
        ("(?:一[0-9]+)*計", ["restarts"]),
        ("A[0-9]*[0-9一]*計", ["splits"]),
        ("A(?:[a-z]+)*計", ["nests"]),
        ("A(?:[a-z]+,)*計", []),
        ("A(?:[a-z]++)*計", []),
        ("(?=.*計)年", ["restarts"]),
        ("(?=年)[^。]*計", ["restarts"]),
        ("(?=年)[^。年]*計", []),
    ],
)
def test_what_a_pattern_may_cost(source: str, faults: list[str]) -> None:
    found = Shapes([source]).faults(regex(source), searched=True)
    assert sorted({fault.split()[0] for fault in found}) == faults


if __name__ == "__main__":
    for found in faulty():
        print(*found)
