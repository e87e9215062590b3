"""``summary_lines``: findings -> how many of each rule, of each severity, and what is not shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dxlist.model.finding import SEVERITIES
from dxlist.report.wrapping import cells, wrap
from dxlist.rules.checking import at_least
from dxlist.rules.manual import SEVERITY_WORDS
from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.baseline import Compared
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language

_Line = tuple[tuple[str, str], ...]
_GAP = "  "
_NARROWEST = 10
_HEAD = (
    Bilingual("ルール", "code"),
    Bilingual("重大度", "severity"),
    Bilingual("件数", "count"),
    Bilingual("見つかったもの", "what was found"),
)
STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def summary_lines(
    compared: Compared, language: Language, width: int, *, show: Severity, baseline: object = None
) -> Iterator[_Line]:
    """Yield a table by rule, then the counts and what a reader may do next.

    Args:
        compared: the findings, new and known.
        language: of the words.
        width: cells of a line.
        show: the lowest severity that is reported.
        baseline: the file that says which findings are known.
    """
    shown = at_least(compared.new.findings, show)
    if shown:
        yield from _table(shown, language, width)
        yield ()
    for text in _sentences(compared, show, baseline):
        yield from (((line, ""),) for line in wrap(visible(text.text(language)), width))


def one_line(compared: Compared, *, show: Severity, baseline: object = None) -> Bilingual:
    """Return how much was found in one line; arguments as of :func:`summary_lines`."""
    return _SPACE.join([_counts(compared, show), *_known(compared, baseline)])


_SPACE = Bilingual("", " ")


def _table(found: Sequence[Reported], language: Language, width: int) -> Iterator[_Line]:
    rows = list(_rows(found, language))
    head = [title.text(language) for title in _HEAD]
    widths = [max(cells(row[column]) for row in (head, *(texts for _, texts in rows))) for column in range(3)]
    yield ((_aligned(head, widths), "bold"),)
    indent = sum(widths) + 3 * len(_GAP)
    for severity, texts in rows:
        first, *others = wrap(texts[3], max(_NARROWEST, width - indent)) or [""]
        code, word = texts[0].ljust(widths[0]), _left(texts[1], widths[1])
        yield (
            (f"{code}{_GAP}", "bold"),
            (word, STYLES[severity]),
            (f"{_GAP}{texts[2].rjust(widths[2])}{_GAP}{first}", ""),
        )
        yield from (((f"{' ' * indent}{line}", ""),) for line in others)


def _aligned(texts: Sequence[str], widths: Sequence[int]) -> str:
    code, severity, count, title = texts
    right = " " * (widths[2] - cells(count)) + count
    return _GAP.join((_left(code, widths[0]), _left(severity, widths[1]), right, title))


def _left(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _rows(found: Sequence[Reported], language: Language) -> Iterator[tuple[Severity, list[str]]]:
    """Yield severity and texts of each row: the worst first, then by code."""
    rules = {one.rule.code: one.rule for one in found}
    counts = Counter((SEVERITIES.index(one.severity), one.rule.code) for one in found)
    for (rank, code), count in sorted(counts.items()):
        severity = SEVERITIES[rank]
        word = SEVERITY_WORDS[severity].text(language)
        yield severity, [code, word, str(count), rules[code].title.text(language)]


def _sentences(compared: Compared, show: Severity, baseline: object) -> Iterator[Bilingual]:
    yield _counts(compared, show)
    yield from _known(compared, baseline)
    if shown := at_least(compared.new.findings, show):
        code = min((SEVERITIES.index(one.severity), one.rule.code) for one in shown)[1]
        yield Bilingual(f"ルールの説明: dxlist rules {code}", f"What a rule means: dxlist rules {code}")


def _counts(compared: Compared, show: Severity) -> Bilingual:
    """Return the counts of all severities, and how to see those that are not shown."""
    found = compared.new.findings
    if not found:
        lists, rules = len(compared.new.lists), len(compared.new.rules)
        what = Bilingual("新しいものは", "Nothing new") if compared.known else Bilingual("何も", "Nothing")
        return Bilingual(
            f"{what.ja}見つかりませんでした（一覧{lists}件、ルール{rules}種類）。",
            f"{what.en} was found ({_count(lists, 'list')}, {_count(rules, 'rule')}).",
        )
    counts = Counter(one.severity for one in found)
    ja = "、".join(f"{SEVERITY_WORDS[severity].ja}{counts[severity]}件" for severity in SEVERITIES)
    en = ", ".join(_count(counts[severity], severity) for severity in SEVERITIES)
    hidden = [
        severity for severity in SEVERITIES if counts[severity] and SEVERITIES.index(severity) > SEVERITIES.index(show)
    ]
    if not hidden:
        return Bilingual(f"{ja}。", f"{en}.")
    option = f"--show {hidden[-1]}"
    names = Bilingual("と".join(SEVERITY_WORDS[s].ja for s in hidden), " and ".join(f"{s}s" for s in hidden))
    return Bilingual(
        f"{ja}。{names.ja}は表示していません（{option} で表示します）。",
        f"{en}. {names.en.capitalize()} are not shown; {option} shows them.",
    )


def _known(compared: Compared, baseline: object) -> Iterator[Bilingual]:
    if count := len(compared.known):
        yield Bilingual(
            f"既知の{count}件は示していません（{baseline}）。",
            f"{_count(count, 'known finding')} left out ({baseline}).",
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
