"""`generate_form`: the list of a seed in one of the forms, as text, as bytes and with its right records."""

from itertools import pairwise
from random import Random

from tests.damage.forms.right import answer
from tests.damage.forms.setting import write
from tests.damage.forms.shapes import FORMS
from tests.damage.forms.table import Draft
from tests.damage.model import DamagedList
from tests.damage.sentences import pick
from tests.damage.themes import THEMES
from tests.damage.vocabulary import GOVERNMENTS

FORM_KINDS: tuple[str, ...] = (
    "blank_first_header",
    "budget_levels",
    "budget_subtotals",
    "code_name_pair",
    "comma_separated",
    "cp932_form",
    "crlf_form",
    "department_columns",
    "department_in_project_cell",
    "department_nested",
    "department_true_blank",
    "equal_neighbours",
    "filler_row_above_header",
    "header_at_the_bottom",
    "header_letters_apart",
    "header_line_break",
    "header_repeated",
    "header_rows_1",
    "header_rows_2",
    "header_rows_3",
    "header_rows_4",
    "header_unseen_word",
    "judgements",
    "legend_line",
    "level_codes_in_columns",
    "level_equals_level_above",
    "level_missing_below",
    "level_printed_in_the_middle",
    "level_reads_as_sentence",
    "level_text_lost",
    "levels_part_filled",
    "levels_repeated",
    "maker_line",
    "ministry_columns",
    "money_by_source",
    "money_by_year",
    "money_by_year_and_source",
    "no_project_column",
    "note_below",
    "numbered_indicators",
    "office_at_the_right",
    "office_without_suffix",
    "project_code",
    "prose_above",
    "purpose_column",
    "quoted_line_break",
    "rectangle",
    "row_cut_by_page_end",
    "running_number",
    "schedule_by_year",
    "second_division_on_its_own_line",
    "second_indicator_on_its_own_line",
    "section_column",
    "section_lines",
    "title_line",
    "total_row",
    "trailing_blanks_dropped",
    "two_kinds_of_indicator",
    "unit_or_date_line",
    "value_columns",
    "year_groups",
    "year_in_value_header",
    "years_below_target_and_actual",
)
"""What a list of another form may carry; what has a name of the older kinds is told by its ending."""

_PRINTED = (
    ("header_at_the_bottom", 0.15),
    ("header_line_break", 0.15),
    ("header_letters_apart", 0.08),
    ("quoted_line_break", 0.12),
)


def _draft(rng: Random) -> Draft:
    draft = Draft(rng, pick(rng, GOVERNMENTS), tuple(rng.sample(THEMES, 4)), 2018 + rng.randint(4, 8))
    draft.delimiter = rng.choice(("\t", ","))
    draft.unit_gap = rng.choice((" ", " ", "　", ""))
    draft.with_unit = rng.random() < 0.6
    draft.done |= {kind for kind, share in _PRINTED if rng.random() < share}
    return draft


def _has_equal_headers(draft: Draft) -> bool:
    names = [column.path for column in draft.columns]
    heads = [column.path[0] for column in draft.columns if len(column.path) == 1]
    tops = {column.path[0] for column in draft.columns if len(column.path) > 1}
    return len(set(names)) < len(names) or bool(tops & set(heads))


def _encode(draft: Draft, text: str) -> bytes:
    if draft.chance(0.2):
        draft.done.add("crlf_form")
        text = text.replace("\n", "\r\n")
    if draft.chance(0.1):
        try:
            data = text.encode("cp932")
        except UnicodeEncodeError:
            return text.encode()
        draft.done.add("cp932_form")
        return data
    return text.encode("utf-8-sig" if draft.chance(0.15) else "utf-8")


def _is_clear_at_the_bottom(draft: Draft) -> bool:
    """Can single names stand in the last header row?  Not behind a group, whose name would seem to span them."""
    depths = [len(column.path) for column in draft.columns]
    return max(depths) > 1 and all(left == 1 or right > 1 for left, right in pairwise(depths))


def _settle_marks(draft: Draft) -> None:
    """Forget what was asked for and cannot be done."""
    if not _is_clear_at_the_bottom(draft):
        draft.done.discard("header_at_the_bottom")
    names = {name for column in draft.columns for name in column.path}
    if not any(len(name) > 4 and name.isalpha() for name in names):
        draft.done.discard("header_line_break")
    if not any("\n" in line.values.get("overview", "") for line in draft.lines):
        draft.done.discard("quoted_line_break")


def make_draft(seed: int, form: str) -> Draft:
    """Return the table of this seed before it is printed; drawn anew where two columns would have one name."""
    for attempt in range(40):
        draft = _draft(Random(f"{form} {seed} {attempt}"))
        FORMS[form](draft)
        if not _has_equal_headers(draft) and sum(line.record for line in draft.lines) > 3:
            return draft
    raise AssertionError(f"seed {seed}: no {form} without equal headers")


def generate_form(seed: int, form: str) -> DamagedList:
    """Return the list of this seed in this form."""
    draft = make_draft(seed, form)
    _settle_marks(draft)
    text = write(draft)
    return DamagedList(
        seed=seed,
        government=draft.government.name,
        data=_encode(draft, text),
        text=text,
        answer=[answer(draft, line) for line in draft.lines if line.record],
        kinds=frozenset(draft.done),
        slid_lines=frozenset(),
        form=form,
    )
