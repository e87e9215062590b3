"""What reaches other people's CI: the hooks name commands that exist, the steps of the action run as they stand."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from dxlist.cache.store import Store
from dxlist.cli.app import COMMANDS
from dxlist.model.finding import SEVERITIES
from dxlist.rules.registry import all_rules
from dxlist.text.bilingual import Language
from tests.cli.runs import DXLIST, PATIENCE, call, environment
from tests.lists import ROOT

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
CACHE = "${{ inputs.cache && format('{0}/dxlist-cache', runner.temp) || 'off' }}"


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_that_exists(hook: dict[str, Any]) -> None:
    program, command, *_ = hook["entry"].split()
    assert program == "dxlist"
    assert command in COMMANDS
    assert call(command, "--help").code == 0
    assert re.search(hook["files"], "data/raw/fukushima_r04.tsv")


def test_the_hook_of_changed_lists_leaves_out_the_rules_that_look_across_lists() -> None:
    (hook,) = (hook for hook in HOOKS if hook.get("pass_filenames", True))
    left_out = re.findall(r"DX[0-9]{3}", hook["entry"])
    assert left_out == [rule.code for rule in all_rules().values() if rule.across]


def test_the_action_uses_every_input_and_no_other() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])


def test_the_action_passes_options_that_exist_and_describes_what_they_may_hold() -> None:
    for name, step in STEPS.items():
        if name.startswith("dxlist "):
            text = call(name.split()[1], "--help").out.decode()
            given = re.findall(r"(?<![\w-])--[a-z][a-z-]+", step["run"])
            assert given, name
            assert [option for option in given if not re.search(rf"{option}[\s,]", text)] == []
    inputs = {name: value["description"] for name, value in ACTION["inputs"].items()}
    assert re.findall(r"\w+", inputs["fail-on"].partition(";")[0].replace(" or ", ", ")) == [*SEVERITIES, "never"]
    assert inputs["language"] == f"{' or '.join(get_args(Language))}."


def test_no_input_is_part_of_a_script() -> None:
    """A value goes into a script as a variable; pasted into its text it would be run."""
    assert [name for name, step in STEPS.items() if "${{" in step["run"]] == []


def run_step(name: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as its runner does: bash -eo pipefail, inputs as variables."""
    given = {**{key: value.get("default", "") for key, value in ACTION["inputs"].items()}, **inputs}
    said = STEPS[name]["env"]
    assert said["DXLIST_CACHE"] == CACHE
    variables = {key: INPUT.sub(lambda m: given[m[1]], value) for key, value in said.items()}
    variables["DXLIST_CACHE"] = str(folder / "dxlist-cache") if given["cache"] else "off"
    program = folder / "bin" / "dxlist"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {" ".join(DXLIST)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = os.pathsep.join((str(program.parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", STEPS[name]["run"]],
        cwd=folder,
        env=environment(**{**variables, "PATH": path}),
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def test_the_check_passes_and_fails(folder: Path) -> None:
    assert run_step("dxlist parse --check", folder).returncode == 0
    with (folder / "data" / "raw" / "fukushima_r04.tsv").open("ab") as stream:
        stream.write("\n\n\t\t総務部 人事課\t新しい事業\t新しく始める。\t10件を目標とする。\n".encode())
    done = run_step("dxlist parse --check", folder)
    assert done.returncode == 1
    assert "fukushima_r04.json" in done.stderr


def test_the_next_run_takes_what_the_last_one_kept(folder: Path) -> None:
    runs = [run_step("dxlist validate", folder, select="DX101") for _ in range(2)]
    assert [(run.returncode, run.stdout, run.stderr) for run in runs[:1]] * 2 == [
        (run.returncode, run.stdout, run.stderr) for run in runs
    ]
    assert Store(folder / "dxlist-cache").usage().entries
    assert run_step("dxlist validate", folder, select="DX101", cache="").stdout == runs[0].stdout


def test_validate_annotates_and_fails(folder: Path) -> None:
    done = run_step("dxlist validate", folder, select="DX101")
    assert done.returncode == 1
    assert done.stdout.startswith("::warning ")
    assert "file=data/raw/fukushima_r04.tsv,line=20" in done.stdout


def test_validate_takes_its_options(folder: Path) -> None:
    paths = "data/raw/fukushima_r04.tsv\n"
    assert run_step("dxlist validate", folder, paths=paths, select="DX101", **{"fail-on": "error"}).returncode == 0
    assert run_step("dxlist validate", folder, paths=paths, ignore="DX").returncode == 0
    assert run_step("dxlist validate", folder, paths="nowhere\n").returncode == 2
