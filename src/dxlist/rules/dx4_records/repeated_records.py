"""DX41x: what stands twice: a row, a target, and names so near each other that they may be one project."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Related
from dxlist.model.kpi import amount_words
from dxlist.projects.light_rows import ProjectRow
from dxlist.projects.rows import grouped
from dxlist.projects.suggesting import SUGGESTION_REASONS
from dxlist.rules.dx4_records.disagreeing_rows import place_of, significant_digits
from dxlist.rules.places import cell_place, raw_place, row_place, shortened, words_place
from dxlist.rules.registry import rule, rule_across_lists
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.targets import AGAIN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from dxlist.model.finding import Severity
    from dxlist.model.project import Suggestion
    from dxlist.rules.listed import Gathered, Listed, ListedRows, NamedList

_SHORTEST = 16
"""Characters of a KPI text from which its equal is no chance: 「進捗率100%」 stands in many rows by itself."""
_MOST_SHARING = 6
"""Projects that may share one target text; of more it is a form that the list repeats."""


@rule("DX411", "row-twice", "info", Bilingual("同じ行が2つある", "a row stands twice"))
def row_twice(listed: Listed) -> Iterator[Found]:
    """A row says in every column, but for its running number, what another row of the list says.

    Whoever counts rows or adds up targets counts it twice. A project under several items is no such row: its item differs.

    日本語:
        通し番号のほか、すべての列が同じ行が2つあります。

        行を数えたり目標を合計したりすると二重になります。複数の項目に再掲された事業は、項目が違うので当たりません。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        1 行政の効率化|1(2) 窓口の改革|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
    """
    first, numbers, found = dict[str, ProjectRow](), _running_numbers(listed), list[Found]()
    for initiative in listed.document:
        known = first.setdefault(_all_of(initiative, numbers), initiative) if _is_telling(initiative) else initiative
        if known is not initiative:
            line, name = known.line, shortened(initiative.project_name)
            message = Bilingual(
                f"「{name}」の行は、{line}行目とすべての列が同じです{'（通し番号を除く）' if numbers else ''}。",
                f"every column of this row ({name}) is that of line {line}{', but for its number' if numbers else ''}.",
            )
            found.append(Found(row_place(initiative), message, listed.related(line)))
    yield from _at_most(found, listed)


_MANY_ROWS = 3


def _at_most(found: Sequence[Found], listed: NamedList) -> Iterator[Found]:
    """Yield findings, of many one at the first of them."""
    if len(found) <= _MANY_ROWS:
        yield from found
        return
    first, *others = found
    message = Bilingual(
        f"ほかの行とすべての列が同じ行が{len(found)}行あります。最初は", f"{len(found)} rows stand twice; the first: "
    )
    rows = listed.related(*(one.place.line for one in others))
    yield Found(first.place, message + first.message, (*first.related, *rows))


def _is_telling(initiative: ProjectRow) -> bool:
    """Return whether a row says so much that its equal is no chance: more than the names of a project and of its home."""
    said = initiative.overview or initiative.kpi_text or any(map(_HAS_DIGIT.search, initiative.extra.values()))
    return bool(initiative.project_name and said)


_HAS_DIGIT = regex("[0-9０-９]{2}")


def _running_numbers(listed: Listed) -> frozenset[str]:
    """Return the headers of further columns that number the rows."""
    headers = (cell for page in listed.document.document.pages for cell in page.header if cell.role == "number")
    return frozenset(cell.text for cell in headers)


def _all_of(initiative: ProjectRow, numbers: Collection[str]) -> str:
    units = (repr(unit.levels) for unit in initiative.departments)
    texts = (initiative.project_name, initiative.overview, initiative.kpi_text, initiative.item_name)
    further = sorted((header, text) for header, text in initiative.extra.items() if header not in numbers)
    codes = (str(initiative.part), initiative.field_code or "", initiative.field_name or "", *initiative.item_codes)
    return "\x1f".join((*codes, *units, *(fold(text or "") for text in texts), repr(further), repr(initiative.levels)))


@rule_across_lists(
    "DX412", "target-under-two-names", "warning", Bilingual("同じ目標が違う事業名にある", "one target under two names")
)
def target_under_two_names(listed: ListedRows) -> Iterator[Found]:
    """Projects of one department with different names set the same target in the same words.

    Either they are one project, or one target is counted as often as there are names (lines 113 and 135 of
    fukushima_r04: 新規雇用者数 43人).  A warning where they stand below different items and the number is one that no two
    projects have by chance (43人, 53.1%; not 100%, 1,000人).  Projects of one item may share the indicator of their measure:
    that is info, and said once where the list always does so. Short texts, and texts that many projects share, are left out.

    日本語:
        同じ部局の、名前の違う事業が、同じ文の同じ目標を掲げています。

        1つの事業であるか、1つの目標が事業の数だけ重複して数えられるかのどちらかです（fukushima_r04 の113行目と135行目
        「新規雇用者数43人」）。別の項目にあり、偶然には一致しない数値（43人、53.1%など。100%や1,000人は除く）なら警告とします。
        同じ項目の中で施策の指標を共有すると見られるものは参考とし、一覧全体がそうであれば1件にまとめます。短い文や、多くの事業に
        共通の文は除きます。

    Bad:
        1 産業|1(1) 集積|商工部 企業立地課|先端ICT産業集積推進事業（人材育成事業）|人材を育てる。|補助を受けた事業所の新規雇用者数について、43人を目標とする。
        |1(2) 立地|商工部 企業立地課|先端ICT産業誘致費|企業を誘致する。|補助を受けた事業所の新規雇用者数について、43人を目標とする。

    Good:
        1 産業|1(1) 集積|商工部 企業立地課|先端ICT産業集積推進事業（人材育成事業）|人材を育てる。|補助を受けた事業所の新規雇用者数について、43人を目標とする。
        |1(2) 立地|商工部 企業立地課|先端ICT産業誘致費|企業を誘致する。|新たに立地した企業の数について、5社を目標とする。
    """
    loud, quiet = list[list[ProjectRow]](), list[list[ProjectRow]]()
    for group in _sharing_a_target(listed):
        (loud if _is_no_chance(group) else quiet).append(group)
    if len(quiet) > _MANY and len(quiet) > len(loud):
        quiet, loud = [*quiet, *loud], []
    yield from (_sharing(listed, group, "warning") for group in loud)
    if len(quiet) > _MANY:
        first, *others = quiet
        found = _sharing(listed, first, "info")
        message = Bilingual(
            f"複数の事業が同じ目標を掲げる例が{len(quiet)}組あります（施策の指標なら、その旨を注記してください）。最初は",
            f"{len(quiet)} sets of projects share a target (say so where it is that of the measure). The first: ",
        )
        rows = listed.related_rows(row for group in others for row in group)
        yield Found(found.place, message + found.message, (*found.related, *rows), severity="info")
    else:
        yield from (_sharing(listed, group, "info") for group in quiet)


_MANY = 2
"""More sets of projects of one item that share a target are the way of a list."""
_USUAL = frozenset(
    {"12", "24", "36", "48", "52", "365", "99", "999", "9999", "15", "25", "35", "45", "55", "65", "75", "85", "95"}
)
"""Significant digits that many targets have: 12回 for each month, 99.9%, 25%."""


def _is_no_chance(group: Sequence[ProjectRow]) -> bool:
    """Return whether projects below different items have a number in common that two do not have by chance."""
    places = {place_of(row) for row in group}
    digits = (significant_digits(target.value) for target in group[0].kpi_targets)
    return len(places) > 1 and any(len(one) > 1 and one not in _USUAL for one in digits)


def _sharing(listed: ListedRows, group: Sequence[ProjectRow], severity: Severity) -> Found:
    first, *others = group
    target = others[0].kpi_targets[0]
    lines, words = [str(one.line) for one in group], f"{target.metric} {amount_words(target)}"
    names = dict.fromkeys(shortened(one.project_name) for one in group[:_NAMED] if one.project_name)
    message = Bilingual(
        f"{'、'.join(lines)}行目の{len(group)}つの事業（{'、'.join(f'「{name}」' for name in names)}{'など' if len(group) > _NAMED else ''}）が、"
        f"同じ目標「{words}」を掲げています。",
        f'{len(group)} projects (lines {", ".join(lines)}) set the same target "{words}".',
    )
    place = words_place(others[0], "kpi_text", target.start, target.end)
    if target.header:
        place = raw_place(others[0], f"indicators.{target.header}", target.raw)
    return Found(place, message, listed.related_rows((first, *others[1:])), severity=severity)


_NAMED = 2


def _sharing_a_target(listed: ListedRows) -> Iterator[list[ProjectRow]]:
    """Yield rows of different projects and one department that have one KPI text with a metric of its own."""
    by_text = defaultdict[tuple[object, ...], dict[str, ProjectRow]](dict)
    project_of = listed.gathered.project_of
    for initiative in listed.rows:
        text, targets = initiative.kpi_text, initiative.kpi_targets
        if _is_printed_again(initiative):
            continue
        if text and len(text) >= _SHORTEST and targets and targets[0].metric and initiative.departments:
            department = fold(initiative.departments[0].department or "")
            values = tuple((target.header, target.value) for target in targets)
            by_text[department, fold(text), values].setdefault(project_of[initiative.initiative_id], initiative)
    yield from (list(found.values()) for found in by_text.values() if 1 < len(found) <= _MOST_SHARING)


def _is_printed_again(initiative: ProjectRow) -> bool:
    """Return whether a row says that its project stands elsewhere too: 講座開催事業 ※再掲."""
    texts = (initiative.project_name, *initiative.extra.values())
    return any(AGAIN.search(text) for text in texts if text)


@rule_across_lists(
    "DX413", "names-near-each-other", "info", Bilingual("1つの事業かもしれない名前", "names that may be one project")
)
def names_near_each_other(listed: ListedRows) -> Iterator[Found]:
    """Two projects have names so near each other that they may be one.

    dxlist does not join them by likeness alone: a person settles it, in the decisions of ``dxlist dedupe``.

    日本語:
        2つの事業の名前がよく似ていて、1つの事業かもしれません。

        似ているというだけでは、1つにまとめません。人が確かめ、dxlist dedupe の判断ファイルに書いてください。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|行政手続電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 窓口の改革|総務部 情報政策課|行政手続電子申講推進事業|統計を公開する。|公開したデータについて、50件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|利用件数について、100件を目標とする。
        |1(2) 窓口の改革|企画部 統計課|統計データ公開事業|統計を公開する。|公開したデータについて、50件を目標とする。
    """
    found = sorted(_near_names(listed), key=lambda one: one.place.line or 0)
    if len(found) <= _MANY_NAMES:
        yield from found
        return
    first, *others = found
    message = Bilingual(
        f"名前のよく似た事業が{len(found)}組あります。dxlist dedupe --review で1組ずつ確かめられます。最初は",
        f"{len(found)} pairs of projects have similar names; dxlist dedupe --review shows them one by one. The first: ",
    )
    rows = listed.related(*dict.fromkeys(one.place.line for one in others))
    yield Found(first.place, message + first.message, (*first.related, *rows))


_MANY_NAMES = 5
_OF_TWO = frozenset({"other_divisions", "similar"})
"""Why two names are near each other and still, as a rule, of two projects: dedupe asks a person, validate does not."""
_LONG = 10


def _are_of_two(suggestion: Suggestion) -> bool:
    """Return whether two names are, as a rule, of two projects: 児童手当/児童扶養手当, 交付/再交付, 区営住宅/区民住宅."""
    if suggestion.reason == "other_word":
        one, two = suggestion.names
        return len(one) != len(two) or len(one) < _LONG
    return suggestion.reason in _OF_TWO


def _near_names(listed: ListedRows) -> Iterator[Found]:
    rows = listed.gathered.rows
    for suggestion in _suggested_by_list(listed.gathered).get(listed, ()):
        (_, one), (there, other) = (rows[i] for i in reversed(suggestion.initiative_ids))
        if not _are_of_two(suggestion):
            why = SUGGESTION_REASONS[suggestion.reason]
            message = Bilingual(
                f"「{one.project_name}」は{other.line}行目の「{other.project_name}」と同じ事業かもしれません（{why.ja}）。",
                f'"{one.project_name}" may be "{other.project_name}" of line {other.line} ({why.en}).',
            )
            yield Found(cell_place(one, "project_name"), message, (Related(file=there.file, line=other.line),))


@lru_cache(maxsize=1)
def _suggested_by_list(gathered: Gathered) -> Mapping[ListedRows, Sequence[Suggestion]]:
    """Return the suggested pairs by the list that prints the later name."""
    return grouped((gathered.rows[pair.initiative_ids[1]][0], pair) for pair in gathered.projects.suggested)
