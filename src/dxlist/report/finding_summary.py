"""``summary_lines``: findings -> how many of each rule, of each severity, and what is not shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dxlist.model.finding import SEVERITIES
from dxlist.report.blocks import Line, plain_line
from dxlist.report.tables import rows_table
from dxlist.report.wrapping import wrap
from dxlist.rules.checking import at_least
from dxlist.text.bilingual import COMMA, Bilingual, plural
from dxlist.text.visible import visible
from dxlist.text.widths import cells
from dxlist.words.code_words import SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.baseline import Compared
    from dxlist.rules.checking import Checked, Reported
    from dxlist.text.bilingual import Language

_GAP = "  "
_NARROWEST = 10
_HEAD = (
    Bilingual("ルール", "code"),
    Bilingual("重大度", "severity"),
    Bilingual("件数", "count"),
    Bilingual("見つかったもの", "what was found"),
)
_LIST = Bilingual("一覧", "list")
STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


def summary_lines(
    compared: Compared,
    language: Language,
    width: int,
    *,
    show: Severity,
    baseline: object = None,
    unsafe: bool = False,
) -> Iterator[Line]:
    """Yield a table by rule, then the counts and what a reader may do next.

    Args:
        compared: the findings, new and known.
        language: of the words.
        width: cells of a line.
        show: the lowest severity that is reported.
        baseline: the file that says which findings are known.
        unsafe: whether ``--unsafe-fixes`` is asked for.
    """
    shown = at_least(compared.new.findings, show)
    if shown:
        yield from _table(shown, language, width)
        yield Line()
    for text in (*_sentences(compared, show, baseline), *_mendable(compared.new.findings, unsafe=unsafe)):
        yield from map(plain_line, wrap(visible(text.text(language)), width))


def statistics_lines(
    compared: Compared, language: Language, width: int, *, show: Severity, baseline: object = None
) -> Iterator[Line]:
    """Yield how often each rule found something, and of several lists how much was found in each.

    Arguments as of :func:`summary_lines`.
    """
    if at_least(compared.new.findings, show) and len(compared.new.lists) > 1:
        yield from _table_of_lists(compared.new, language, width, show)
        yield Line()
    yield from summary_lines(compared, language, width, show=show, baseline=baseline)


def one_line(compared: Compared, *, show: Severity, baseline: object = None) -> Bilingual:
    """Return how much was found in one line; arguments as of :func:`summary_lines`."""
    return _SPACE.join([_counts(compared, show), *_known(compared, baseline), *_unread(compared)])


_SPACE = Bilingual("", " ")


def _table(found: Sequence[Reported], language: Language, width: int) -> Iterator[Line]:
    rows = list(_rows(found, language))
    head = [title.text(language) for title in _HEAD]
    widths = [max(cells(row[column]) for row in (head, *(texts for _, texts in rows))) for column in range(3)]
    yield plain_line(_aligned(head, widths), "bold")
    indent = sum(widths) + 3 * len(_GAP)
    for severity, texts in rows:
        first, *others = wrap(texts[3], max(_NARROWEST, width - indent)) or [""]
        code, word = texts[0].ljust(widths[0]), _left(texts[1], widths[1])
        rest = f"{_GAP}{texts[2].rjust(widths[2])}{_GAP}{first}"
        yield Line(((f"{code}{_GAP}", "bold"), (word, STYLES[severity]), (rest, "")))
        yield from (plain_line(f"{' ' * indent}{line}") for line in others)


def _table_of_lists(checked: Checked, language: Language, width: int, show: Severity) -> Iterator[Line]:
    """Yield how much was found in each list by severity, as far as it is shown."""
    shown = SEVERITIES[: SEVERITIES.index(show) + 1]
    counts = Counter((one.file, one.severity) for one in checked.findings)
    head = [_LIST.text(language), *(SEVERITY_WORDS[severity].text(language) for severity in shown)]
    rows = ((file, *(counts[file, severity] for severity in shown)) for file, _ in checked.lists)
    yield from rows_table(head, rows, width)


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
    yield from _unread(compared)
    if shown := at_least(compared.new.findings, show):
        code = min((SEVERITIES.index(one.severity), one.rule.code) for one in shown)[1]
        yield Bilingual(f"ルールの説明: dxlist rules {code}", f"What a rule means: dxlist rules {code}")


def _mendable(found: Sequence[Reported], *, unsafe: bool) -> Iterator[Bilingual]:
    """Yield how many findings the command mends itself where it is asked to, those too that are not shown."""
    certain = sum(one.is_mendable() for one in found)
    others = sum(one.is_mendable(unsafe=True) for one in found) - certain
    if unsafe:
        certain, others = certain + others, 0
    option = "--fix --unsafe-fixes" if unsafe else "--fix"
    if certain:
        yield Bilingual(
            f"[*] の{certain}件は {option} で直せます（--diff で、変わるところだけを見られます）。",
            f"[*] {certain} fixable with {option} (--diff shows what would change).",
        )
    if others:
        yield Bilingual(
            f"{'ほかに' if certain else ''}{others}件は、人が確かめる前提で --unsafe-fixes を付けると直せます。",
            f"{others} {'more ' if certain else ''}with --unsafe-fixes, which a person is to look at.",
        )


def _counts(compared: Compared, show: Severity) -> Bilingual:
    """Return the counts of all severities, and how to see those that are not shown."""
    found = compared.new.findings
    if not found:
        lists, rules = len(compared.new.lists), len(compared.new.rules)
        what = Bilingual("新しいものは", "Nothing new") if compared.known else Bilingual("何も", "Nothing")
        checked = (
            Bilingual("一覧", "")
            + plural(lists, "件", "list")
            + Bilingual("、ルール", ", ")
            + plural(rules, "種類", "rule")
        )
        return what + Bilingual("見つかりませんでした（", " was found (") + checked + Bilingual("）。", ").")
    counts = Counter(one.severity for one in found)
    said = COMMA.join(
        Bilingual(SEVERITY_WORDS[severity].ja, "") + plural(counts[severity], "件", severity) for severity in SEVERITIES
    )
    hidden = [
        severity for severity in SEVERITIES if counts[severity] and SEVERITIES.index(severity) > SEVERITIES.index(show)
    ]
    if not hidden:
        return said + Bilingual("。", ".")
    option = f"--show {hidden[-1]}"
    names = Bilingual("と".join(SEVERITY_WORDS[s].ja for s in hidden), " and ".join(f"{s}s" for s in hidden))
    return said + Bilingual(
        f"。{names.ja}は表示していません（{option} で表示します）。",
        f". {names.en.capitalize()} are not shown; {option} shows them.",
    )


def _unread(compared: Compared) -> Iterator[Bilingual]:
    if count := len(compared.new.unread):
        yield (
            Bilingual("読めなかった一覧が", "")
            + plural(count, "件あります。", "list could", "lists could")
            + Bilingual("", " not be read.")
        )


def _known(compared: Compared, baseline: object) -> Iterator[Bilingual]:
    if count := len(compared.known):
        known = Bilingual("既知の", "") + plural(count, "件", "known finding")
        yield known + Bilingual(f"は示していません（{baseline}）。", f" left out ({baseline}).")
