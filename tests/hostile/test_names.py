"""Lists with names that are meant to do harm: read, or refused with a message; nothing lands outside of its folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.runs import SMALL
from tests.hostile.files import NAMES
from tests.hostile.screens import check_command

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("parse", "-o", "out"),
    ("parse", "-o", "out", "-f", "markdown"),
    ("validate", "--fail-on", "never"),
    ("validate", "--format", "github"),
    ("query", "--count"),
    ("describe",),
    ("dedupe",),
    ("export", "-o", "all.sqlite"),
)


@pytest.fixture(params=NAMES, ids=repr)
def listed(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A list of that name in a folder of its own, where the file system takes the name."""
    folder = tmp_path / "lists"
    folder.mkdir()
    monkeypatch.chdir(folder)
    name = os.fsdecode(request.param)
    try:
        Path(name).write_bytes(SMALL.encode())
    except OSError as error:
        pytest.skip(f"no such name here: {error}")
    yield name
    assert [path.name for path in tmp_path.iterdir()] == ["lists"]
    assert Path(name).read_bytes() == SMALL.encode()


def test_commands_take_any_name(listed: str) -> None:
    for at, (command, *options) in enumerate(COMMANDS):
        as_data = command == "export"
        for path in (f"./{listed}", "."):
            found = check_command([command, *options, "--", path], "ja" if at % 2 else "en", as_data=as_data)
            assert list(found) == [], (command, path)
