"""What a shell completes, and the script of bash in a bash."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dxlist.cli.completing import answer
from dxlist.cli.shell_scripts import SCRIPTS
from tests.cli.runs import PATIENCE, SOURCES, call, environment, run
from tests.lists import SHIPPED, ids_of
from tests.query.lists import NORMALISED

LIST = str(NORMALISED)


def complete(line: str, shell: str = "zsh", word: str = "") -> list[str]:
    settings = {"_DXLIST_COMPLETE": shell, "_DXLIST_LINE": line, "_DXLIST_WORD": word}
    return answer(settings).splitlines()


CASES: list[tuple[str, list[str]]] = [
    ("dxlist qu", ["query"]),
    ("dxlist --lang ja qu", ["query"]),
    (f"dxlist query {LIST} --dept デジ", ["デジタル変革課"]),
    (f"dxlist query {LIST} -d デジ", ["デジタル変革課"]),
    (f"dxlist query {LIST} --dept=デジ", ["--dept=デジタル変革課"]),
    (f"dxlist query {LIST} --dept 病院", ["病院局", "病院経営課", "病院局/病院経営課"]),
    (f"dxlist query {LIST} --item '3(6", ["3(6)"]),
    (f"dxlist query {LIST} --item 3\\(1\\)ア", ["3(1)ア"]),
    (f"dxlist query {LIST} --field 第", ["第4-1", "第6", "第7"]),
    (f"dxlist query {LIST} --kpi-unit P", ["PV"]),
    (f"dxlist query {LIST} --year ", ["2022"]),
    ("dxlist query --kpi-status q", ["qualitative", "quantitative"]),
    ("dxlist query --group-by de", ["dept", "department"]),
    ("dxlist query --columns line,uni", ["line,unit"]),
    ("dxlist query --sort field_", ["field_code", "field_name"]),
    ("dxlist query --format j", ["json", "jsonl"]),
    ("dxlist query --lang ", ["ja", "en"]),
    ("dxlist query --not", ["--not-shared"]),
    ("dxlist rules DX101", ["DX101"]),
    ("dxlist validate --select DX1,DX101", ["DX1,DX101"]),
    ("dxlist completion z", ["zsh"]),
    # a value is no option, and files are the shell's own
    ("dxlist query --text --de", []),
    ("dxlist parse da", []),
    # nothing to read, nothing said
    ("dxlist query nosuch.tsv --dept ", []),
    ("dxlist query - --dept ", []),
    ("dxlist nosuch ", []),
    ("dxlist query --nosuch=", []),
    ("dxlist query 'unclosed", []),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_a_line_is_completed(line: str, expected: list[str]) -> None:
    found = complete(line)
    if line == "dxlist nosuch ":
        expected = complete("dxlist ")
    assert found == expected


def test_ids_are_completed_for_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SHIPPED.parent, tmp_path / "data" / "raw")
    monkeypatch.chdir(tmp_path)
    own = [one for one in ids_of().values() if one.startswith("fukushima_r04-7")]
    assert complete("dxlist show fukushima_r04-7")[: len(own)] == own


def test_where_there_is_no_list_nothing_is_said(tmp_path: Path) -> None:
    done = run(cwd=tmp_path, _DXLIST_COMPLETE="bash", _DXLIST_LINE="dxlist query --dept ", _DXLIST_WORD="")
    assert done == (0, b"", "")


@pytest.mark.parametrize(
    ("line", "word", "expected"),
    [
        (f"dxlist query {LIST} --item 3\\(6", "3\\(6", "3\\(6\\)"),
        (f"dxlist query {LIST} --item '3(6", "3(6", "3(6)"),
        (f"dxlist query {LIST} --dept=デジ", "デジ", "デジタル変革課"),
        (f"dxlist query {LIST} --item 3(6", "6", "6\\)"),
    ],
)
def test_bash_gets_what_it_puts_in_place_of_its_word(line: str, word: str, expected: str) -> None:
    assert complete(line, "bash", word) == [expected]


@pytest.mark.parametrize("shell", SCRIPTS)
def test_every_shell_has_a_script(shell: str) -> None:
    done = call("completion", shell)
    assert done.out.decode() == SCRIPTS[shell]
    assert "_DXLIST_COMPLETE" in SCRIPTS[shell]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("query", LIST, "--dept", "デジ"), ["デジタル変革課"]),
        (("query", "--group-by", "st"), ["status"]),
        (("query", LIST, "--item", "3"), None),
    ],
)
def test_the_script_of_bash_runs_in_bash(tmp_path: Path, words: tuple[str, ...], expected: list[str] | None) -> None:
    program = tmp_path / "dxlist"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m dxlist "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    line = " ".join(("dxlist", *words))
    script = f"""
eval "$(dxlist completion bash)"
COMP_LINE='{line}' COMP_POINT={len(line)} COMP_WORDS=(dxlist {" ".join(words)}) COMP_CWORD={len(words)}
_dxlist_completion dxlist '{words[-1]}' '{words[-2]}'
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    settings = environment(PATH=f"{tmp_path}:{os.environ['PATH']}", LC_ALL="C.UTF-8", PYTHONPATH=SOURCES)
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, env=settings, timeout=PATIENCE, check=False
    )
    assert done.stderr == ""
    found = done.stdout.splitlines()
    assert found == expected if expected else {"3\\(1\\)ア", "3\\(6\\)"} <= set(found)
