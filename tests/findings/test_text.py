"""The text for people: places, windows, carets that stand below their words, and a summary."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from dxlist.model.finding import Related
from dxlist.report.findings import MOST_SHOWN, PIPE_WIDTH, related_text, report_lines, window_of
from dxlist.report.wrapping import cells
from dxlist.rules.baseline import Compared
from dxlist.rules.checking import check_lists
from tests.cli.runs import FIRST, HEADER
from tests.counting import grows_in_proportion
from tests.findings.checked import HOSTILE, LIST, LOOKALIKES, NAMES, ROWS, checked, document_of

if TYPE_CHECKING:
    from dxlist.model.finding import Severity
    from dxlist.rules.checking import Checked
    from dxlist.text.bilingual import Language

LANGUAGES = ["ja", "en"]


def text_of(found: Checked, language: str = "en", *, show: Severity = "warning", quiet: bool = False) -> str:
    lines = report_lines(Compared(found), cast("Language", language), PIPE_WIDTH, show=show, quiet=quiet, wrapped=False)
    return "".join(f"{line.text}\n" for line in lines)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "ja",
            [
                "data/raw/a.tsv:3:5: DX901 エラー [*] 「A1」は「AI」の誤りです。",
                " 3 | 統計を公開し、A1で分析する。",
                "   |               ^^",
                "  = 候補: AI",
                "  = 関連: 2, 3行目",
                "",
                "ルール  重大度  件数  見つかったもの",
                "DX901   エラー     1  字の取り違え",
                "",
                "エラー1件、警告0件、情報0件。",
                "ルールの説明: dxlist rules DX901",
                "[*] の1件は --fix で直せます（--diff で、変わるところだけを見られます）。",
            ],
        ),
        (
            "en",
            [
                'data/raw/a.tsv:3:5: DX901 error [*] "A1" should be "AI".',
                " 3 | 統計を公開し、A1で分析する。",
                "   |               ^^",
                "  = suggestion: AI",
                "  = related: lines 2, 3",
                "",
                "code   severity  count  what was found",
                "DX901  error         1  a digit for a letter",
                "",
                "1 error, 0 warnings, 0 infos.",
                "What a rule means: dxlist rules DX901",
                "[*] 1 fixable with --fix (--diff shows what would change).",
            ],
        ),
    ],
)
def test_a_finding_whole(language: str, lines: list[str]) -> None:
    assert text_of(checked(LIST, LOOKALIKES), language).splitlines() == lines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_line_fits_a_terminal_and_carets_stand_below_their_words(width: int, language: str) -> None:
    long = LIST.replace("統計を公開し、", "統計を公開し、県民が使えるようにするとともに、" * 9).replace(
        "分析", "分析" * 60
    )
    found = checked(long, LOOKALIKES, NAMES, ROWS)
    lines = [line.text for line in report_lines(Compared(found), cast("Language", language), width, show="info")]
    assert max(map(cells, lines)) <= width
    above, below = next((a, b) for a, b in itertools.pairwise(lines) if "^" in b)
    at = cells(below[: below.index("^")])
    assert cells(above[: above.index("A1")]) == at
    assert below.count("^") == 2
    assert above.count("...") == 2, "words are left out on both sides, and that is said"


@pytest.mark.parametrize("width", [10, 17, 24, 40, 200])
@pytest.mark.parametrize(("start", "end"), [(0, 1), (0, 40), (20, 22), (38, 40), (39, 40), (7, 7)])
def test_a_window_fits_and_its_span_is_the_beginning_of_the_span(width: int, start: int, end: int) -> None:
    text = "電子申請システムを運用し、AIとRPAを使い、手続のオンライン化を市町村とともに進める。"[:40]
    window = window_of(text, start, end, width)
    assert cells("".join(window)) <= width
    assert window.before.removeprefix("...") == text[:start][max(0, start - len(window.before.removeprefix("..."))) :]
    assert text[start:end].startswith(window.span.removesuffix("..."))
    assert text[end:].startswith(window.behind.removesuffix("...")) or "..." in window.span


@pytest.mark.parametrize(
    "text",
    ["ｶﾞｲﾄﾞA1を使う", "が\u3099A1を使う", "①㈱A1を使う", "\x1b[31mA1を使う", "a\nA1を使う", "🗾A1を使う", "e\u0301A1"],
)
def test_carets_are_right_behind_characters_of_any_width(text: str) -> None:
    at = text.index("A1")
    window = window_of(text, at, at + 2, 80)
    assert window.span == "A1"
    widths = {"ｶﾞｲﾄﾞ": 5, "が\u3099": 2, "①㈱": 3, "\x1b[31m": 8, "a\n": 3, "🗾": 2, "e\u0301": 1}
    assert cells(window.before) == widths[text[:at]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_a_list_is_shown_and_steers_nothing(language: str) -> None:
    text = text_of(checked(), language, show="info")
    assert HOSTILE.replace("\x1b", "\\x1b") in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)


def places(*lines: int | None, file: str = "a.tsv") -> list[Related]:
    return [Related(file=file, line=line) for line in lines]


@pytest.mark.parametrize(
    ("related", "ja", "en"),
    [
        (places(13), "13行目", "line 13"),
        (places(13, 55, 68), "13, 55, 68行目", "lines 13, 55, 68"),
        (places(20, 21), "20, 21行目", "lines 20, 21"),
        (places(62, 63, 64, 66), "62～64, 66行目", "lines 62-64, 66"),
        (places(5, 4, 3), "5, 4, 3行目", "lines 5, 4, 3"),
        (places(13) + places(5, 7, file="b.tsv"), "13行目、b.tsv 5, 7行目", "line 13; b.tsv lines 5, 7"),
        (places(13) + places(14, 15, file="b.tsv"), "13行目、b.tsv 14, 15行目", "line 13; b.tsv lines 14, 15"),
        (places(None, file="b.tsv"), "b.tsv", "b.tsv"),
        (
            places(*range(1, 41, 2)),
            "1, 3, 5, 7, 9, 11, 13, 15行目、ほか12か所（計20か所）",
            "lines 1, 3, 5, 7, 9, 11, 13, 15 and 12 more (20 in all)",
        ),
        (places(*range(1, 1001)), "1～1000行目", "lines 1-1000"),
    ],
)
def test_related_places_are_few_words(related: list[Related], ja: str, en: str) -> None:
    assert (related_text(related, "a.tsv").ja, related_text(related, "a.tsv").en) == (ja, en)


def test_of_many_related_places_the_rest_is_counted_by_lines_and_not_by_runs() -> None:
    lines = [line for start in range(0, 100, 10) for line in range(start + 1, start + 4)]
    text = related_text(places(*lines), "a.tsv").en
    assert text.endswith(f"and {3 * (10 - MOST_SHOWN)} more (30 in all)")


@pytest.mark.parametrize(
    ("show", "codes", "says"),
    [
        ("error", ["DX901"], "1 error, 3 warnings, 2 infos. Warnings and infos are not shown; --show info shows them."),
        (
            "warning",
            ["DX901", "DX902", "DX903"],
            "1 error, 3 warnings, 2 infos. Infos are not shown; --show info shows",
        ),
        ("info", ["DX901", "DX902", "DX903", "DX903"], "1 error, 3 warnings, 2 infos."),
    ],
)
def test_what_is_not_shown_is_counted_and_said(show: Severity, codes: list[str], says: str) -> None:
    text = text_of(checked(), show=show)
    table = text[text.index("code ") :].splitlines()
    assert [line.split()[0] for line in table if line.startswith("DX")] == codes
    assert says in text.replace("\n", " ")
    assert len(re.findall(r"^data/raw/a\.tsv", text, re.MULTILINE)) == {"error": 1, "warning": 4, "info": 6}[show]


def test_nothing_found_is_said_with_what_was_checked() -> None:
    clean = checked(HEADER + FIRST, LOOKALIKES, ROWS)
    clean = replace(clean, findings=())
    assert text_of(clean) == "Nothing was found (1 list, 2 rules).\n"
    assert text_of(clean, "ja") == "何も見つかりませんでした（一覧1件、ルール2種類）。\n"
    assert text_of(clean, quiet=True) == ""


def test_the_row_of_a_finding_without_words_is_named_by_what_it_is_of() -> None:
    text = text_of(checked(LIST, ROWS), show="info")
    assert " 2 | 電子申請推進事業\n" in text
    assert " | list" not in text, "the key by which a finding is known is not for people"


def test_many_findings_are_found_and_told_in_proportion() -> None:
    documents = {rows: document_of(HEADER + FIRST * rows) for rows in (50, 400)}

    def tell(rows: int) -> None:
        assert text_of(check_lists([("a.tsv", documents[rows])], [NAMES])).count("DX902") == rows + 2

    assert grows_in_proportion(tell, 50, 400)
