"""``step_summary``: findings -> the Markdown that GitHub Actions shows on the page of a run."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dxlist.exports.formats.github import worst_first
from dxlist.exports.formats.regions import path_of
from dxlist.model.finding import SEVERITIES
from dxlist.rules.manual import SEVERITY_WORDS
from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.rules.checking import Checked, Reported
    from dxlist.text.bilingual import Language

VARIABLE = "GITHUB_STEP_SUMMARY"
MOST_SHOWN = 50
"""Findings that the summary lists one by one: GitHub takes 1 MB of a step."""
_LONGEST = 300

_HEADING = Bilingual("一覧の検査（dxlist validate）", "Lists checked by dxlist validate")
_NONE = Bilingual("問題は見つかりませんでした。", "Nothing was found.")
_BY_RULE = (
    Bilingual("検査", "Rule"),
    Bilingual("重大度", "Severity"),
    Bilingual("件数", "Count"),
    Bilingual("見つかったもの", "What was found"),
)
_BY_PLACE = (
    Bilingual("場所", "Place"),
    Bilingual("検査", "Rule"),
    Bilingual("重大度", "Severity"),
    Bilingual("内容", "Finding"),
)
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&$#])")


def step_summary(checked: Checked, language: Language) -> bytes:
    """Return a heading, a table by rule and the worst findings; what a list says is text and no Markdown."""
    return "".join(f"{line}\n" for line in _lines(checked, language)).encode()


def _lines(checked: Checked, language: Language) -> Iterator[str]:
    yield from (f"### {_HEADING.text(language)}", "")
    if not checked.findings:
        yield from (_NONE.text(language), "")
        return
    yield from _table(_BY_RULE, _rules(checked.findings, language), language)
    worst = worst_first(checked.findings)
    yield from _table(_BY_PLACE, (_finding(one, language) for one in worst[:MOST_SHOWN]), language)
    if (more := len(worst) - MOST_SHOWN) > 0:
        yield from (Bilingual(f"ほか{more}件。", f"{more} more.").text(language), "")


def _table(head: Sequence[Bilingual], rows: Iterable[Sequence[str]], language: Language) -> Iterator[str]:
    yield _row([title.text(language) for title in head])
    yield _row(["---"] * len(head))
    yield from (_row([escape(cell) for cell in row]) for row in rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rules(findings: Iterable[Reported], language: Language) -> Iterator[Sequence[str]]:
    counts = Counter((SEVERITIES.index(one.severity), one.rule.code) for one in findings)
    rules = {one.rule.code: one.rule for one in findings}
    for (severity, code), count in sorted(counts.items()):
        word = SEVERITY_WORDS[SEVERITIES[severity]].text(language)
        yield f"{code} {rules[code].name}", word, str(count), rules[code].title.text(language)


def _finding(one: Reported, language: Language) -> Sequence[str]:
    line = one.found.place.line
    place = path_of(one.file) if line is None else f"{path_of(one.file)}:{line}"
    message = one.found.message.text(language)
    cut = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
    return place, one.rule.code, SEVERITY_WORDS[one.severity].text(language), cut


def escape(text: str) -> str:
    r"""Return a text that Markdown shows as it is: every sign that would mean something gets a backslash.

    >>> print(escape("<b>|[名](x)`"))
    \<b\>\|\[名\](x)\`
    """
    return _MARKUP.sub(r"\\\1", visible(text))
