"""The documents say what is so: the schema page is generated, the sidecar's examples are read, links lead somewhere."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dxlist.cli.formats import FINDINGS
from dxlist.document import parse
from dxlist.initiatives import DOUBTFUL
from dxlist.model.finding import Finding
from dxlist.model.roles import ROLES
from dxlist.settings import KEYS, OWN_FILE, SHARED_FILE, read_settings
from dxlist.sidecar import Sidecar
from tests.cli.runs import call, environment
from tests.lists import ROOT

DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md"))]
TOML = [
    (page, text)
    for page in PAGES
    if not page.name.startswith("dedupe")  # its examples are decisions: tests/projects/test_dedupe_page.py
    for text in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.mark.parametrize(
    "script", ["make_schema.py", "make_rules.py", "make_tables.py", "make_levels.py", "make_api.py", "make_forms.py"]
)
def test_generated_pages_are_fresh(script: str) -> None:
    command = [sys.executable, str(DOCS / script), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("path", sorted((DOCS / "forms").glob("*.?sv")), ids=lambda path: path.stem)
def test_a_form_that_the_page_shows_is_read_without_a_doubt(path: Path) -> None:
    document = parse(path)
    assert [row.line for row in document if row.confidence < DOUBTFUL] == []
    assert document.leftovers == []
    for page in ("forms.md", "forms.ja.md"):
        assert path.read_text(encoding="utf-8").split("\n")[-2].split("\t" if path.suffix == ".tsv" else ",")[0] in (
            DOCS / page
        ).read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "text"), TOML, ids=[f"{page.name} {n}" for n, (page, _) in enumerate(TOML)])
def test_examples_in_toml_are_sidecars_or_the_configuration_that_they_name(
    page: Path, text: str, tmp_path: Path
) -> None:
    name = text.splitlines()[0].removeprefix("# ")
    if name in {OWN_FILE, SHARED_FILE}:
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert read_settings(tmp_path / name).ignore, page
    else:
        assert Sidecar.model_validate(tomllib.loads(text)), page


@pytest.mark.parametrize("name", ["validate.md", "validate.ja.md"])
def test_the_page_of_validate_names_every_option_format_setting_and_key(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    options = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", call("validate", "--help").out.decode(), re.MULTILINE)
    assert {"--select", "--output", "--config"} <= set(options)
    wanted = [*(set(options) - {"--lang", "--help"}), *(f"`{key}`" for key in FINDINGS.about), *Finding.model_fields]
    assert [word for word in wanted if word not in text] == []
    assert [key for key in KEYS if not re.search(rf"^{key} = ", text, re.MULTILINE)] == []


def test_both_pages_of_validate_have_the_same_sections_and_commands() -> None:
    pages = [(DOCS / name).read_text(encoding="utf-8") for name in ("validate.md", "validate.ja.md")]
    heads = [re.findall(r"^#+ (?:[a-z].*)?", page, re.MULTILINE) for page in pages]
    commands = [
        [line.split("#")[0].strip() for line in page.splitlines() if "dxlist validate" in line and "`" not in line]
        for page in pages
    ]
    assert [len(found) for found in heads] == [len(heads[0])] * 2
    assert commands[0] == commands[1]


@pytest.mark.parametrize("name", ["sidecar.md", "sidecar.ja.md"])
def test_every_key_of_a_sidecar_is_described(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    assert [key for key in Sidecar.model_fields if f"`{key}`" not in text and f"[{key}]" not in text] == []


@pytest.mark.parametrize("name", ["sidecar.md", "sidecar.ja.md"])
def test_every_role_of_a_column_is_described(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    assert [word for word in ROLES if f"`{word}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|md|txt|toml|yml)|(?:[\w.-]+/)+)`")
"""What a page names in backticks as a file or, with a slash at its end, as a folder of the project."""
OTHERS = {
    "dxlist.toml", "corpus/dxlist.toml", "pyproject.toml", "decisions.toml", "list.toml", "fukushima_r04.toml", "reiji_r07.toml",
    "data/normalized/",
}  # fmt: skip
"""Files of a user."""


def is_there(name: str) -> bool:
    """Whether a file or a folder stands in the project, in its package or beside its documents."""
    return any((folder / name).exists() for folder in (ROOT, ROOT / "src", ROOT / "src" / "dxlist", DOCS))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    named = set(FILE.findall(page.read_text(encoding="utf-8"))) - OTHERS
    assert {name for name in named if not is_there(name)} == set()


def test_the_page_of_the_house_names_files_and_rooms() -> None:
    named = set(FILE.findall((DOCS / "architecture.md").read_text(encoding="utf-8")))
    rooms = {f"{path.name}/" for path in (ROOT / "src" / "dxlist").iterdir() if (path / "__init__.py").exists()}
    assert rooms <= named
    assert not is_there("reading/nothing.py")
    assert len(named) > 50


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_readme_names_the_confidence_of_a_doubtful_row(name: str) -> None:
    assert f"{DOUBTFUL}" in (ROOT / name).read_text(encoding="utf-8")
