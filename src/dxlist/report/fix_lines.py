"""``diff_lines``: what is to be mended -> a difference in two colours; ``said_of_plan``: the same in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.report.blocks import Line
from dxlist.rules.mending import smallest_change
from dxlist.text.bilingual import Bilingual, plural
from dxlist.text.visible import visible
from dxlist.words.column_names import column_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.fixes.passes import Mend
    from dxlist.fixes.plans import FixPlan
    from dxlist.text.bilingual import Language

MARK = "[*]"
"""Behind the code of a finding that ``--fix`` mends."""


def diff_lines(name: str, plan: FixPlan, language: Language) -> Iterator[Line]:
    """Yield the lines of a unified difference: each cell with its place, its column and the rules that found it.

    Args:
        name: of the list.
        plan: what is to be mended.
        language: of the words.
    """
    if plan.mends:
        yield Line(((f"--- {visible(name)}", "bold"),))
        target = f"{plan.sidecar} [[corrections]]" if plan.sidecar else name
        yield Line(((f"+++ {visible(target)}", "bold"),))
    for one in plan.mends:
        yield Line(((f"@@ {one.line}:{one.cell} @@ {_about(one, language)}", "cyan"),))
        first, last, _ = smallest_change(one.was, one.text)
        behind = len(one.was) - last
        yield from _marked("-", one.was, first, last, "red")
        yield from _marked("+", one.text, first, len(one.text) - behind, "green")


def _marked(sign: str, text: str, first: int, last: int, style: str) -> Iterator[Line]:
    """Yield the lines of a text behind a sign, and where in them the difference is."""
    pieces = [(text[:first], style), (text[first:last], f"{style} reverse"), (text[last:], style)]
    line = [(sign, style)]
    for part, own in pieces:
        head, *rest = visible(part, keep="\n").split("\n")
        line.append((head, own))
        for following in rest:
            yield Line(tuple(line))
            line = [(sign, style), (following, own)]
    yield Line(tuple(line))


def _about(one: Mend, language: Language) -> str:
    column = column_name(one.column).text(language) if one.column else ""
    codes = " ".join(rule.code for rule in one.rules) or one.reason
    return visible(" ".join(filter(None, (column, codes, "" if one.certain else _TO_CHECK.text(language)))))


_TO_CHECK = Bilingual("（要確認）", "(to be checked)")


def said_of_plan(plan: FixPlan, *, copy: bool, done: bool) -> list[Bilingual]:
    """Return what is to be said of a list whose findings are mended.

    Args:
        plan: what is mended.
        copy: in a corrected copy; else by corrections of the sidecar.
        done: it was written; else it would be.
    """
    said = [_mended(plan, copy=copy, done=done)] if plan.mends else []
    if count := plan.only_in_copy:
        places = plural(count, "か所", "place")
        said.append(
            Bilingual(
                f"ほかに{places.ja}は、付属ファイルの訂正では表せません（見出し、表の前後など）。"
                "--fix --output で直した写しを作れば直ります。",
                f"{places.en} more: no correction can say them (headers, what stands around the table); "
                "--fix --output COPY mends them in a copy.",
            )
        )
    if count := plan.left:
        places = plural(count, "か所", "place")
        said.append(
            Bilingual(
                f"{places.ja}は、直すとほかの記載も変わるか、文字コードにその字がないため、直しません。",
                f"{places.en} left as they are: more would change than that, or the encoding lacks the letter.",
            )
        )
    return said


def _mended(plan: FixPlan, *, copy: bool, done: bool) -> Bilingual:
    findings, cells = plural(plan.mended, "件", "finding"), plural(len(plan.mends), "か所", "cell")
    corrections = plural(plan.corrections, "件", "correction")
    if copy and done:
        return Bilingual(
            f"直した写しを書きました（{cells.ja}、指摘{findings.ja}）。",
            f"corrected copy written ({cells.en}, {findings.en}).",
        )
    if copy:
        return Bilingual(
            f"写しでは{cells.ja}が変わり、指摘{findings.ja}がなくなります。",
            f"{cells.en} of the copy would change, {findings.en} would be gone.",
        )
    if done:
        return Bilingual(
            f"訂正を{corrections.ja}書き足しました。指摘{findings.ja}がなくなります。",
            f"{corrections.en} added; {findings.en} mended.",
        )
    return Bilingual(
        f"訂正が{corrections.ja}加わり、指摘{findings.ja}がなくなります。",
        f"{corrections.en} would be added, {findings.en} would be mended.",
    )
