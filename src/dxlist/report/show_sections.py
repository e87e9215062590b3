"""``sections_of``: one initiative with its mentions and findings -> sections of labelled texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.initiatives import DOUBTFUL
from dxlist.query.columns import COLUMNS, Hit
from dxlist.query.keys import PLAN, due_year
from dxlist.report.blocks import CONTINUED, Block, Entry
from dxlist.rules.manual import SEVERITY_WORDS
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import Mention
    from dxlist.rules.checking import Reported


class Shown(NamedTuple):
    """All that is shown of one initiative."""

    initiative: Initiative
    mentions: list[Mention]
    """Other rows of its project."""
    findings: list[Reported]


_TEXTS = (
    ("field", "field"), ("item", "item"), ("departments", "departments"), ("project_name", "project"),
    ("project_levels", "levels"), ("overview", "overview"), ("kpi_text", "KPI or target"),
)  # fmt: skip
_TARGETS = Bilingual("目標", "targets")
_MENTIONS = Bilingual("同じ事業のほかの行", "other mentions")
_FINDINGS = Bilingual("検査の結果", "findings")
_NONE = Bilingual("なし", "none")

SHORT_STATUS_WORDS: dict[str, Bilingual] = {
    "quantitative": Bilingual("数値目標", "a target"),
    "milestone": Bilingual("期限のある成果物", "a dated deliverable"),
    "qualitative": Bilingual("文章だけ", "words only"),
    "none_declared": Bilingual("定めない", "none is set"),
    "shared": Bilingual("上の行と同じ", "as the row above"),
    "missing": Bilingual("空欄", "nothing"),
}
STATUS_WORDS: dict[str, Bilingual] = {
    "quantitative": Bilingual("数値目標がある", "holds a target"),
    "milestone": Bilingual("期限のある成果物（数値なし）", "a deliverable with a date"),
    "qualitative": Bilingual("文章だけ", "words only"),
    "none_declared": Bilingual("目標を定めないと書いてある", "says that none is set"),
    "shared": Bilingual("上の行と同じ事業（目標は上の行）", "merged with the row above, whose targets these are"),
    "missing": Bilingual("空欄", "nothing there"),
}
_COMPARED = {
    "ge": Bilingual("以上", "at least "),
    "gt": Bilingual("超", "more than "),
    "le": Bilingual("以下", "at most "),
    "lt": Bilingual("未満", "less than "),
    "approx": Bilingual("程度", "about "),
    "increase": Bilingual("増", "up by "),
    "decrease": Bilingual("減", "down by "),
}
"""Behind the value in Japanese, before it in English."""


def sections_of(shown: Shown) -> list[Block]:
    """Return the sections: the row, its targets, other mentions, findings."""
    row = shown.initiative
    title = Bilingual(f"{row.initiative_id} {row.project_name or ''}", f"{row.initiative_id} {row.project_name or ''}")
    parts = [
        Block(title, tuple(_row_entries(row))),
        Block(_TARGETS, tuple(map(_target, row.kpi_targets))),
        Block(_MENTIONS, tuple(map(_mention, shown.mentions))),
        Block(_FINDINGS, tuple(map(_finding, shown.findings))),
    ]
    return [part if part.entries else Block(part.title, (Entry(CONTINUED, _NONE, "dim"),)) for part in parts]


_EMPTY = Bilingual("", "")


def _row_entries(row: Initiative) -> Iterator[Entry]:
    where = Bilingual(f"{row.line}行目（{row.page}ページ）", f"line {row.line} (page {row.page})")
    title = row.part_title or row.document_id
    yield Entry(Bilingual("一覧", "list"), Bilingual(title, title))
    yield Entry(Bilingual("場所", "place"), where)
    for name, english in _TEXTS:
        if lines := _lines(name, row):
            between = Bilingual(" › ", " › ") if name == "project_levels" else Bilingual("、", "; ")
            text = Bilingual(between.ja.join(lines), between.en.join(lines))
            yield Entry(Bilingual(COLUMNS[name].title, english), text)
    for header, further in row.extra.items():
        yield Entry(Bilingual(header, header), Bilingual(further, further))
    status = STATUS_WORDS[row.kpi_status]
    kind = Bilingual(f"{row.kpi_status}（{status.ja}）", f"{row.kpi_status} ({status.en})")
    yield Entry(Bilingual(COLUMNS["kpi_status"].title, "kind of KPI"), kind)
    doubt = Bilingual("（疑わしい）", " (doubtful)") if row.confidence < DOUBTFUL else Bilingual("", "")
    sure = f"{row.confidence:.2f}"
    yield Entry(Bilingual(COLUMNS["confidence"].title, "confidence"), Bilingual(sure + doubt.ja, sure + doubt.en))


def _lines(name: str, row: Initiative) -> list[str]:
    """Return the values of a column; levels only where there are several."""
    value = COLUMNS[name].shown(Hit(row, row.kpi_targets))
    values = value if isinstance(value, list) else [value]
    if name == "project_levels" and len(values) == 1:
        return []
    return [str(one) for one in values if one is not None]


def _target(target: KpiTarget) -> Entry:
    metric = target.metric or "–"
    value = f"{target.value}～{target.value_to}" if target.value_to else target.value
    compared = _COMPARED.get(target.comparator, _EMPTY)
    more = list(_details(target))
    amount = Bilingual(f"{value}{target.unit or ''}{compared.ja}", f"{compared.en}{value} {target.unit or ''}".rstrip())
    ja = "、".join((amount.ja, *(text.ja for text in more)))
    en = ", ".join((amount.en, *(text.en for text in more)))
    return Entry(Bilingual(metric, metric), Bilingual(f"{ja}「{target.raw}」", f'{en} "{target.raw}"'))


def _details(target: KpiTarget) -> Iterator[Bilingual]:
    if target.cumulative:
        since = f"{target.cumulative_since}" if target.cumulative_since else ""
        ja = f"{since}年度からの累計" if since else "累計"
        yield Bilingual(ja, f"cumulative since {since}" if since else "cumulative")
    if target.period:
        yield Bilingual("年間" if target.period == "annual" else "月間", target.period)
    if target.baseline_value:
        year = f"（{target.baseline_fiscal_year}年度）" if target.baseline_fiscal_year else ""
        english = f" ({target.baseline_fiscal_year})" if target.baseline_fiscal_year else ""
        yield Bilingual(f"基準{target.baseline_value}{year}", f"from {target.baseline_value}{english}")
    if due := due_year(target):
        date = f"（{target.target_date}）" if target.target_date else ""
        english = f" ({target.target_date})" if target.target_date else ""
        yield Bilingual(f"{due}年度{date}", f"due in fiscal {due}{english}")


def _mention(mention: Mention) -> Entry:
    codes = " ".join(mention.item_codes) or PLAN
    item = " ".join(filter(None, (codes, mention.item_name)))
    return Entry(Bilingual(mention.initiative_id, mention.initiative_id), Bilingual(item, item))


def _finding(reported: Reported) -> Entry:
    severity, message = SEVERITY_WORDS[reported.severity], reported.found.message
    text = Bilingual(f"{severity.ja}: {message.ja}", f"{severity.en}: {message.en}")
    return Entry(Bilingual(reported.rule.code, reported.rule.code), text)
