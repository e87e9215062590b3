"""``page_of``: a rule -> its manual page, read from the docstring of its function.

The docstring is the page in English; under ``日本語:`` stands the same in Japanese.  Under ``Bad:`` and ``Good:`` stand
examples, one list each: rows of cells parted by ``|`` below the header of :data:`HEADER`, or the whole file where the
heading says so (``Bad, whole file:``).  Examples are run as tests: a bad one is found by its rule, a good one is not.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache
from textwrap import dedent
from typing import TYPE_CHECKING

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.rules.registry import Check

HEADER = "分野|項目|担当課|事業名|事業概要|指標（KPI）"
_SECTION = re.compile(r"^(日本語|Bad|Good)(, whole file)?:\n((?:(?:[ ]{4}.*)?\n?)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A list in which a rule finds something, or nothing."""

    is_bad: bool
    rows: str
    """As they stand in the page: a row a line, cells parted by a bar."""

    @property
    def data(self) -> bytes:
        """The list as the bytes of a tab-separated file."""
        return f"{self.rows}\n".replace("|", "\t").encode()


@dataclass(frozen=True, slots=True)
class Page:
    """What the manual says of a rule: what it finds and why that matters, and examples."""

    text: Bilingual
    examples: tuple[Example, ...]


@cache
def page_of(check: Check) -> Page:
    """Return the manual page of a rule's function."""
    doc = inspect.getdoc(check) or ""
    sections = [(m[1], m[2], dedent(m[3]).strip("\n")) for m in _SECTION.finditer(f"{doc}\n")]
    english = _SECTION.sub("", f"{doc}\n").strip()
    japanese = "\n\n".join(text for name, _, text in sections if name == "日本語")
    examples = (_example(*section) for section in sections if section[0] != "日本語")
    return Page(Bilingual(_joined(japanese, ""), _joined(english, " ")), tuple(examples))


def _example(name: str, whole: str, text: str) -> Example:
    return Example(name == "Bad", text if whole else f"{HEADER}\n{text}")


def _joined(text: str, between: str) -> str:
    """Join the lines of each paragraph; Japanese has no blank at a line end."""
    return "\n\n".join(between.join(map(str.strip, part.split("\n"))) for part in re.split(r"\n\s*\n", text))
