"""The page of the library: every public name is on it, with an example that runs and prints what it shows."""

import doctest
import re

import pytest

import dxlist
from tests.lists import ROOT

PAGES = ("api.md", "api.ja.md")
SECTION = re.compile(r"^### (\w+)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sections(page: str) -> dict[str, str]:
    return dict(SECTION.findall((ROOT / "docs" / page).read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES)
def test_every_public_name_has_a_section_and_one_example(page: str) -> None:
    found = sections(page)
    assert sorted(found) == sorted(dxlist.__all__), "describe it in EXAMPLES of docs/make_api.py"
    assert {name for name, text in found.items() if len(EXAMPLE.findall(text)) != 1} == set()


@pytest.mark.parametrize("name", dxlist.__all__)
def test_the_example_prints_what_the_page_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = EXAMPLE.findall(sections("api.md")[name])
    example = doctest.DocTestParser().get_doctest(code, {}, name, "api.md", 0)
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0
