"""``dxlist.toml`` and ``[tool.dxlist]``: which of them counts, what they set, and what they may not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dxlist.settings import KEYS, Settings, SettingsError, find_settings, read_settings
from tests.lists import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ALL = """
select = ["DX1", "DX401"]
ignore = ["DX102"]
fail-on = "error"
format = "github"
show = "info"
baseline = "known/dxlist.json"
decisions = "known/words.toml"
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "head"), [("dxlist.toml", ""), ("pyproject.toml", "[tool.dxlist]")])
def test_every_key_is_read_and_the_baseline_stands_beside_the_file(tmp_path: Path, name: str, head: str) -> None:
    file = write(tmp_path / name, head + ALL)
    assert find_settings(tmp_path) == read_settings(file) == Settings(
        ("DX1", "DX401"), ("DX102",), "error", "github", "info",
        tmp_path / "known" / "dxlist.json", tmp_path / "known" / "words.toml", file
    )  # fmt: skip
    assert all(f"{key} =" in ALL for key in KEYS)


def test_a_key_alone_is_read_whatever_the_others_say(tmp_path: Path) -> None:
    file = write(tmp_path / "dxlist.toml", 'baseline = 1\ncolour = "red"\ndecisions = "d.toml"\n')
    assert find_settings(tmp_path, only=("decisions",)) == Settings(decisions=tmp_path / "d.toml", file=file)
    with pytest.raises(SettingsError):
        find_settings(tmp_path)


def test_the_nearest_folder_upward_counts_and_in_it_the_own_file(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    write(tmp_path / "dxlist.toml", 'show = "info"')
    assert find_settings(below).file == tmp_path / "dxlist.toml"
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "dxlist-lists"\n[tool.ruff]\nline-length = 9\n')
    assert find_settings(below).file == tmp_path / "dxlist.toml", "a pyproject.toml of others is passed by"
    near = write(tmp_path / "a" / "pyproject.toml", '[tool.dxlist]\nshow = "error"\n')
    assert find_settings(below) == Settings(show="error", file=near)
    own = write(tmp_path / "a" / "dxlist.toml", 'fail-on = "never"')
    assert find_settings(below) == Settings(fail_on="never", file=own), "the two are not mixed"


def test_the_file_of_another_tool_that_is_broken_is_passed_by(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[project\n")
    assert find_settings(tmp_path) == Settings()
    write(tmp_path / "pyproject.toml", "[tool.dxlist\n")
    with pytest.raises(SettingsError):
        find_settings(tmp_path)


def test_this_repository_has_no_configuration_that_the_tests_would_read() -> None:
    assert find_settings(ROOT / "data" / "raw") == Settings()


REFUSED = [
    ('selct = ["DX1"]', "selct", "there are select, ignore, fail-on"),
    ('select = "DX1"', "select must be a list of texts", "'DX1'"),
    ("ignore = [1]", "ignore must be a list of texts", "[1]"),
    ('ignore = [""]', "ignore must be a list of texts", ""),
    ('fail-on = "fatal"', 'fail-on must be one of "error", "warning", "info", "never"', "'fatal'"),
    ('fail_on = "error"', "fail_on", "there are"),
    ('show = "never"', "show must be one of", ""),
    ("baseline = 1", "baseline must be a text", ""),
    ('format = ""', "format must be a text", ""),
    ("[select]\nDX1 = true", "select must be a list of texts", ""),
    ("select = [", "TOML", ""),
    (f"select = {'[' * 5000}", "TOML", ""),
    (f"select = {'1' * 5000}", "TOML", ""),
    ('baseline = "a\\u0000b"', "baseline must be a text", ""),
]


@pytest.mark.parametrize(("text", "says", "and_says"), REFUSED)
@pytest.mark.parametrize("name", ["dxlist.toml", "settings.toml", "pyproject.toml"])
def test_refused(tmp_path: Path, name: str, text: str, says: str, and_says: str) -> None:
    if name == "pyproject.toml":
        text = f"[tool.dxlist]\n{text}".replace("[select]", "[tool.dxlist.select]")
    file = write(tmp_path / name, text)
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert caught.value.place == str(file)
    assert says in caught.value.problem.en
    assert and_says in caught.value.problem.en
    assert "docs/validate" in caught.value.remedy.ja


def test_a_table_that_is_none_and_a_file_that_is_none(tmp_path: Path) -> None:
    for text, says in (
        ("tool.dxlist = 1", "no table"),
        ("[tool.ruff]", "no [tool.dxlist]"),
        ("tool = 1 # dxlist", "no ["),
    ):
        with pytest.raises(SettingsError) as caught:
            read_settings(write(tmp_path / "pyproject.toml", text))
        assert says in caught.value.problem.en
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path / "none.toml")
    assert "there is no such file" in caught.value.problem.en
