"""The documents say what is so: the schema page is generated, the sidecar's examples are read, links lead somewhere."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dxlist.initiatives import DOUBTFUL
from dxlist.sidecar import Sidecar
from tests.cli_runs import environment
from tests.lists import ROOT

DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md"))]
TOML = [
    (page, text)
    for page in PAGES
    for text in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.mark.parametrize("script", ["make_schema.py", "make_rules.py", "make_tables.py"])
def test_generated_pages_are_fresh(script: str) -> None:
    command = [sys.executable, str(DOCS / script), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("page", "text"), TOML, ids=[f"{page.name} {n}" for n, (page, _) in enumerate(TOML)])
def test_sidecar_examples_are_sidecars(page: Path, text: str) -> None:
    assert Sidecar.model_validate(tomllib.loads(text)), page


def test_every_key_of_a_sidecar_is_described() -> None:
    text = (DOCS / "sidecar.md").read_text(encoding="utf-8")
    assert [key for key in Sidecar.model_fields if f"`{key}`" not in text and f"[{key}]" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_readme_names_the_confidence_of_a_doubtful_row(name: str) -> None:
    assert f"{DOUBTFUL}" in (ROOT / name).read_text(encoding="utf-8")
