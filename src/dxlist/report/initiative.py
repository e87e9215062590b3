"""``initiative_card``: one initiative with its mentions and findings; ``sections_of``: the same as labelled texts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from dxlist.exports.described.nested import values_of
from dxlist.initiatives import DOUBTFUL
from dxlist.projects.finding import find_projects
from dxlist.query.columns import COLUMNS, Hit
from dxlist.query.keys import PLAN, between_levels, due_year, level_text
from dxlist.query.selecting import find_initiative, rows_of
from dxlist.report.blocks import CONTINUED, Block, Entry, in_brackets
from dxlist.report.trail_record import correction_entries
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules
from dxlist.text.bilingual import COMMA, EMPTY, Bilingual, both_languages
from dxlist.words.code_words import (
    COMPARATOR_WORDS,
    INDICATOR_KIND_WORDS,
    REPAIR_WORDS,
    ROLE_WORDS,
    SEVERITY_WORDS,
    VALUE_ROLE_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.document import Document
    from dxlist.model.indicator import Indicator, IndicatorValue
    from dxlist.model.initiative import Initiative
    from dxlist.model.kpi import KpiTarget
    from dxlist.model.project import Mention, Project
    from dxlist.projects.decisions.files import Decision
    from dxlist.rules.checking import Reported
    from dxlist.text.bilingual import Language


class InitiativeCard(NamedTuple):
    """All that is known of one initiative."""

    initiative: Initiative
    mentions: list[Mention]
    """Other rows of its project."""
    findings: list[Reported]

    def record(self, language: Language = "en") -> dict[str, Any]:
        """Return it as ``dxlist show --format json`` does; messages are in ``language``."""
        return {
            "initiative": self.initiative.model_dump(mode="json"),
            "mentions": [mention.model_dump(mode="json") for mention in self.mentions],
            "findings": [reported.finding(language).model_dump(mode="json") for reported in self.findings],
        }


def initiative_card(
    documents: Sequence[tuple[str, Document]], asked: str, decisions: Sequence[Decision] = ()
) -> InitiativeCard:
    """Return what ``dxlist show`` shows of an initiative.

    Args:
        documents: name and document of each list at hand; a finding is called by this name.
        asked: ID of the initiative, or its line where there is one list.
        decisions: what people decided of the rows.

    Raises:
        UnknownInitiativeError: no list has it.

    >>> import dxlist
    >>> card = initiative_card([("r04", dxlist.parse("data/raw/fukushima_r04.tsv"))], "135")
    >>> card.initiative.initiative_id, len(card.mentions), sorted(card.record())
    ('fukushima_r04-07e41f8e', 0, ['findings', 'initiative', 'mentions'])
    """
    initiatives = rows_of([document for _, document in documents], decisions)
    initiative = find_initiative(initiatives, asked)
    findings = check_lists(documents, chosen_rules(), decisions).findings
    return InitiativeCard(
        initiative,
        _mentions_of(initiative, find_projects(initiatives, decisions).projects),
        [one for one in findings if one.found.place.initiative_id == initiative.initiative_id],
    )


def _mentions_of(initiative: Initiative, projects: Iterable[Project]) -> list[Mention]:
    """Return the other rows in which the project of this one stands."""
    own = (p for p in projects if any(m.initiative_id == initiative.initiative_id for m in p.mentions))
    return [m for project in own for m in project.mentions if m.initiative_id != initiative.initiative_id]


_TEXTS = (
    ("field", "field"), ("item", "item"), ("departments", "departments"), ("project_name", "project"),
    ("project_levels", "levels"), ("overview", "overview"), ("kpi_text", "KPI or target"),
)  # fmt: skip
_LEVELS = Bilingual("計画の階層", "levels of the plan")
_INDICATORS = Bilingual("列に分かれた指標", "indicators in columns")
_TARGETS = Bilingual("目標", "targets")
_MENTIONS = Bilingual("同じ事業のほかの行", "other mentions")
_FINDINGS = Bilingual("検査の結果", "findings")
_NONE = Bilingual("なし", "none")

_STATUS_WORDS: dict[str, Bilingual] = {
    "quantitative": Bilingual("数値目標がある", "holds a target"),
    "milestone": Bilingual("期限のある成果物（数値なし）", "a deliverable with a date"),
    "no_target": Bilingual("数値はあるが目標とは読めない", "numbers, none of them plainly a target"),
    "qualitative": Bilingual("文章だけ", "words only"),
    "none_declared": Bilingual("目標を定めないと書いてある", "says that none is set"),
    "shared": Bilingual("上の行と同じ事業（目標は上の行）", "merged with the row above, whose targets these are"),
    "missing": Bilingual("空欄", "nothing there"),
}


def sections_of(card: InitiativeCard) -> list[Block]:
    """Return the sections: the row, levels and indicators where it has such, its targets, other mentions, findings."""
    row = card.initiative
    title = both_languages(f"{row.initiative_id} {row.project_name or ''}")
    parts = [
        Block(title, tuple(_row_entries(row))),
        *(part for part in (_levels_of(row), _indicators_of(row), _corrections_of(row)) if part.entries),
        Block(_TARGETS, tuple(map(_target, row.kpi_targets))),
        Block(_MENTIONS, tuple(map(_mention, card.mentions))),
        Block(_FINDINGS, tuple(map(_finding, card.findings))),
    ]
    return [part if part.entries else Block(part.title, (Entry(CONTINUED, _NONE, "dim"),)) for part in parts]


def _row_entries(row: Initiative) -> Iterator[Entry]:
    where = Bilingual(f"{row.line}行目（{row.page}ページ）", f"line {row.line} (page {row.page})")
    title = row.part_title or row.document_id
    yield Entry(Bilingual("一覧", "list"), both_languages(title))
    yield Entry(Bilingual("場所", "place"), where)
    for name, english in _TEXTS:
        if lines := _lines(name, row):
            between = both_languages(" › ") if name == "project_levels" else _SEMICOLON
            yield Entry(Bilingual(COLUMNS[name].title, english), between.join(lines))
    for header, further in row.extra.items():
        yield Entry(both_languages(header), both_languages(further))
    kind = row.kpi_status + in_brackets(_STATUS_WORDS[row.kpi_status])
    yield Entry(Bilingual(COLUMNS["kpi_status"].title, "kind of KPI"), kind)
    doubt = in_brackets(Bilingual("疑わしい", "doubtful")) if row.confidence < DOUBTFUL else EMPTY
    yield Entry(Bilingual(COLUMNS["confidence"].title, "confidence"), f"{row.confidence:.2f}" + doubt)
    if row.confirmed:
        yield Entry(Bilingual("人の確認", "confirmed"), both_languages(row.confirmed))


def _levels_of(row: Initiative) -> Block:
    """Return the levels of a row, by their headers, where there are others than its field and its item."""
    shown = row.levels if between_levels(row) else ()
    pairs = ((both_languages(level.header), both_languages(level_text(level))) for level in shown)
    return Block(_LEVELS, tuple(Entry(header, text) for header, text in pairs))


def _corrections_of(row: Initiative) -> Block:
    """Return what a person corrected in a row, with the words that the list prints and the reason."""
    return Block(REPAIR_WORDS["corrected"], tuple(correction_entries(row)))


def _indicators_of(row: Initiative) -> Block:
    """Return the indicators of a row: the name of each, and below it a line for each kind of value."""
    return Block(_INDICATORS, tuple(entry for indicator in row.indicators for entry in _indicator(indicator)))


def _indicator(indicator: Indicator) -> Iterator[Entry]:
    kind = INDICATOR_KIND_WORDS[indicator.kind] if indicator.kind else ROLE_WORDS["indicator"]
    number = Bilingual(indicator.number or "", f" {indicator.number}" if indicator.number else "")
    unit = in_brackets(both_languages(indicator.unit)) if indicator.unit else EMPTY
    total = in_brackets(_CUMULATIVE) if indicator.cumulative else EMPTY
    yield Entry(kind + number, both_languages(indicator.name or "–") + unit + total)
    for role, values in groupby(values_of(indicator), key=lambda pair: pair[0]):
        said = COMMA.join(_value(value) for _, value in values)
        yield Entry(CONTINUED, VALUE_ROLE_WORDS[role] + " " + said, "dim")


_CUMULATIVE = Bilingual("累計", "cumulative")


def _value(value: IndicatorValue) -> Bilingual:
    """Return a value as it is printed, with its year."""
    if value.fiscal_year is None:
        return both_languages(value.text)
    return Bilingual(f"{value.fiscal_year}年度", f"{value.fiscal_year}:") + f" {value.text}"


def _lines(name: str, row: Initiative) -> list[str]:
    """Return the values of a column; levels only where there are several."""
    value = COLUMNS[name].shown(Hit(row, row.kpi_targets))
    values = value if isinstance(value, list) else [value]
    if name == "project_levels" and len(values) == 1:
        return []
    return [str(one) for one in values if one is not None]


def _target(target: KpiTarget) -> Entry:
    value = f"{target.value}～{target.value_to}" if target.value_to else target.value
    word = EMPTY if target.comparator == "eq" else COMPARATOR_WORDS[target.comparator]
    unit = target.unit or ""
    amount = Bilingual(f"{value}{unit}{word.ja}", f"{word.en} {value} {unit}".strip())
    said = COMMA.join([amount, *_details(target)])
    metric = both_languages(target.metric or "")
    return Entry(metric, said + Bilingual(f"「{target.raw}」", f' "{target.raw}"'))


_SEMICOLON = Bilingual("、", "; ")


def _details(target: KpiTarget) -> Iterator[Bilingual]:
    if target.cumulative:
        since = f"{target.cumulative_since}" if target.cumulative_since else ""
        ja = f"{since}年度からの累計" if since else _CUMULATIVE.ja
        yield Bilingual(ja, f"cumulative since {since}" if since else _CUMULATIVE.en)
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
    return Entry(both_languages(mention.initiative_id), both_languages(item))


def _finding(reported: Reported) -> Entry:
    text = SEVERITY_WORDS[reported.severity] + ": " + reported.found.message
    return Entry(both_languages(reported.rule.code), text)
