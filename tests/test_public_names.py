"""The public names: what a script may import, what a REPL offers, and that each is explained with an example that runs."""

import doctest
import inspect
import io
import logging
import rlcompleter
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

import dxlist
from tests.lists import ROOT, SHIPPED

FUNCTIONS = sorted(name for name in dxlist.__all__ if name[0].islower())
TYPES = sorted(set(dxlist.__all__) - set(FUNCTIONS) - {"Repair"})
NORMALISED = ROOT / "data" / "normalized" / "fukushima_r04.json"


def test_the_names_of_the_issue_are_there() -> None:
    asked = ["parse", "parse_many", "load", "stream", "find_projects", "validate", "select", "export", "write"]
    asked += ["read_decisions", "plan_fixes"]
    assert sorted(asked) == FUNCTIONS
    assert list(dxlist.__all__) == sorted(dxlist.__all__)


def test_dir_and_completion_show_the_public_names_and_nothing_else_of_ours() -> None:
    for name in dxlist.__all__:
        getattr(dxlist, name)
    assert dir(dxlist) == sorted([*dxlist.__all__, "__version__"])
    completer = rlcompleter.Completer({"dxlist": dxlist})
    found = [str(completer.complete("dxlist.", at)).partition("(")[0] for at in range(len(dxlist.__all__))]
    assert found == [f"dxlist.{name}" for name in dxlist.__all__]


def test_no_name_is_a_module_s() -> None:
    """Else ``import dxlist.parse`` would put a module in the place of the function."""
    modules = {path.stem for path in (ROOT / "src" / "dxlist").iterdir()}
    assert modules.isdisjoint(dxlist.__all__)
    with pytest.raises(AttributeError, match="nosuch"):
        _ = dxlist.nosuch


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_says_what_goes_in_what_comes_out_and_what_is_raised(name: str) -> None:
    function = getattr(dxlist, name)
    text = str(inspect.getdoc(function))
    first = text.partition("\n")[0]
    assert first.endswith(".")
    assert first.split()[0] in {"Read", "Return", "Write", "Yield"}
    if name != "stream":  # it names the arguments and errors of parse
        assert "Args:\n" in text
        for parameter in inspect.signature(function).parameters:
            assert f"\n    {parameter}: " in text or name == "validate", parameter
        assert "Raises:\n" in text or name == "find_projects"


@pytest.mark.parametrize("name", [*FUNCTIONS, *TYPES])
def test_a_name_has_an_example(name: str) -> None:
    """``tests/test_doctests.py`` runs it."""
    tests = doctest.DocTestFinder(recurse=False).find(getattr(dxlist, name), name)
    assert any(example.want for test in tests for example in test.examples)


def test_each_kind_of_repair_is_explained() -> None:
    union, *_ = get_args(dxlist.Repair)
    assert all(kind.__doc__ for kind in get_args(union))


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout


def test_importing_the_package_loads_nothing_heavy_and_no_warning_reaches_a_script() -> None:
    code = "import sys, dxlist; print(*sorted({'pydantic', 'logging', 'typer'} & sys.modules.keys()))"
    assert run(code).strip() == ""
    code = "import logging, dxlist; logging.getLogger('dxlist').warning('lost'); print('quiet')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert (done.stdout, done.stderr) == ("quiet\n", "")


def test_the_logger_is_there_once_something_is_read() -> None:
    dxlist.parse(SHIPPED)
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("dxlist").handlers)


@pytest.mark.parametrize(
    "origin",
    [
        str(NORMALISED), NORMALISED, NORMALISED.read_bytes(), b"\xef\xbb\xbf" + NORMALISED.read_bytes(),
        io.BytesIO(NORMALISED.read_bytes()), io.StringIO(NORMALISED.read_text("utf-8")),
    ],
    ids=["str", "path", "bytes", "mark", "binary", "text"],
)  # fmt: skip
def test_load_gives_back_what_parse_wrote(origin: Any) -> None:
    assert dxlist.load(origin) == dxlist.parse(SHIPPED)


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (SHIPPED, "read it with dxlist.parse"),
        (b"", "no JSON"),
        (b"{}", "no list that dxlist parse wrote"),
        (b'{"schema_version": "9.0"}', "no list that dxlist parse wrote"),
        (io.StringIO("[]"), "no list that dxlist parse wrote"),
        ("nowhere.json", "no such file"),
        (ROOT / "data", "this is a folder"),
        (None, "nothing that a list can be read from"),
    ],
)
def test_load_says_what_a_wrong_file_is(origin: Any, words: str) -> None:
    with pytest.raises(dxlist.DxlistError, match=words):
        dxlist.load(origin)


class _PathLike:
    def __fspath__(self) -> str:
        return str(SHIPPED)


def test_parse_takes_paths_bytes_and_open_files() -> None:
    document = dxlist.parse(SHIPPED)
    assert dxlist.parse(_PathLike()) == document
    with SHIPPED.open("rb") as stream:
        assert [one.initiative_id for one in dxlist.parse(stream)] == [one.initiative_id for one in document]
    data = SHIPPED.read_bytes()
    assert dxlist.parse(io.BytesIO(data)) == dxlist.parse(data) == dxlist.parse(bytearray(data))  # type: ignore[arg-type]
    assert [one.line for one in dxlist.stream(io.BytesIO(data))] == [one.line for one in document]


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("分野\t項目\t担当課\n1\t2\t3\n", r"^分野 項目 担当課…?: this can be no path\. .*text\.encode"),
        ("分野,項目\n1,2", "this can be no path"),
        ("長" * 5000, "^長{40}…: this can be no path"),
        ("a\0b.tsv", r"^a\\x00b\.tsv: this can be no path"),
        ("data", "this is a folder. Name a file in it"),
        (Path(), "this is a folder"),
        (None, "^<NoneType>: this is nothing that a list can be read from"),
        ([str(SHIPPED)], "^<list>: "),
        (io.StringIO("分野"), "this file gives text in place of bytes"),
    ],
)
def test_parse_says_what_cannot_be_read(origin: Any, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    with pytest.raises(dxlist.DxlistError, match=words) as caught:
        dxlist.parse(origin)
    assert caught.value.remedy.ja
    assert caught.value.remedy.en


def test_a_file_that_was_opened_as_text_is_said() -> None:
    with (
        SHIPPED.open(encoding="utf-8") as stream,
        pytest.raises(dxlist.DxlistError, match=r'Open it as open.path, "rb"'),
    ):
        dxlist.parse(stream)  # type: ignore[arg-type]
