"""GitHub Actions: findings -> the workflow commands that are shown at the lines of the files, and the summary of a run.

Source: GitHub, "Workflow commands for GitHub Actions", and the escapes of ``actions/toolkit``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dxlist.exports.formats.markdown import without_references
from dxlist.exports.formats.regions import is_normalised, line_of, path_of
from dxlist.model.finding import SEVERITIES
from dxlist.rules.checking import UNREADABLE
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.visible import visible
from dxlist.words.code_words import SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.checking import Checked, Reported, UnreadList
    from dxlist.text.bilingual import Language

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings_to_bytes(checked: Checked, language: Language) -> bytes:
    """Return one command a line, worst first: GitHub shows ten errors and ten warnings of a step."""
    commands = [
        *(_unread(one, language) for one in checked.unread),
        *(_command(one, language) for one in worst_first(checked.findings)),
    ]
    return "".join(f"{command}\n" for command in commands).encode()


def worst_first(findings: Iterable[Reported]) -> list[Reported]:
    """Return errors, then warnings, then infos; among equals the first finding of each rule, then the second ones.

    So the few that are shown are of many kinds.
    """
    seen = Counter[str]()
    ranked: list[tuple[int, int, Reported]] = []
    for one in findings:
        seen[one.rule.code] += 1
        ranked.append((SEVERITIES.index(one.severity), seen[one.rule.code], one))
    return [one for *_, one in sorted(ranked, key=lambda item: item[:2])]


def _command(one: Reported, language: Language) -> str:
    path, line = path_of(one.file), line_of(one)
    place = path if line is None else f"{path}:{line}"
    message = f"{place}: {one.rule.code} {one.found.message.text(language)}"
    title = f"{one.rule.code} {one.rule.name}"
    return _written(COMMANDS[one.severity], {"file": path, "line": line, "title": title}, message)


def _unread(one: UnreadList, language: Language) -> str:
    return _written("error", {"file": path_of(one.file), "title": UNREADABLE}, one.why.text(language))


def _written(command: str, properties: Mapping[str, object], message: str) -> str:
    known = ((key, value) for key, value in properties.items() if value is not None)
    listed = ",".join(f"{key}={_escape(str(value), _PROPERTY)}" for key, value in known)
    return f"::{command} {listed}::{_escape(message, _DATA)}"


def _escape(text: str, table: Mapping[int, str]) -> str:
    """Return a text that ends no command and begins none."""
    return visible(text, keep="\r\n").translate(table)


VARIABLE = "GITHUB_STEP_SUMMARY"
MOST_SHOWN = 50
"""Findings that the summary lists one by one: GitHub takes 1 MB of a step."""
_LONGEST = 300

_HEADING = Bilingual("一覧の検査（dxlist validate）", "Lists checked by dxlist validate")
_NONE = Bilingual("問題は見つかりませんでした。", "Nothing was found.")
_BY_RULE = (
    Bilingual("ルール", "Rule"),
    Bilingual("重大度", "Severity"),
    Bilingual("件数", "Count"),
    Bilingual("見つかったもの", "What was found"),
)
_BY_PLACE = (
    Bilingual("場所", "Place"),
    Bilingual("ルール", "Rule"),
    Bilingual("重大度", "Severity"),
    Bilingual("内容", "Finding"),
)
_UNREAD = Bilingual("読めなかった一覧", "Lists that could not be read")
_MARKUP = regex(r"([\\`*_{}\[\]<>|~&$#])")


def step_summary(checked: Checked, language: Language) -> bytes:
    """Return a heading, a table by rule and the worst findings; what a list says is text and no Markdown."""
    return "".join(f"{line}\n" for line in _lines(checked, language)).encode()


def _lines(checked: Checked, language: Language) -> Iterator[str]:
    yield from (f"### {_HEADING.text(language)}", "")
    if checked.unread:
        yield from _table((_UNREAD,), ([one.why.text(language)] for one in checked.unread), language)
    if not checked.findings:
        yield from () if checked.unread else (_NONE.text(language), "")
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
    place = path_of(one.file) if line is None or is_normalised(one.file) else f"{path_of(one.file)}:{line}"
    message = one.found.message.text(language)
    cut = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
    return place, one.rule.code, SEVERITY_WORDS[one.severity].text(language), cut


def escape(text: str) -> str:
    r"""Return a text that GitHub shows as it is: every sign that would mean something gets a backslash.

    >>> print(escape("<b>|[名](x)`"))
    \<b\>\|\[名\](x)\`
    """
    return without_references(visible(text), lambda part: _MARKUP.sub(r"\\\1", part))
