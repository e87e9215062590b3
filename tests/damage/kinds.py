"""The kinds of damage, one name each, with the share of lists that are asked to carry it.

A kind that is asked for is recorded only where it could be done; a kind with no share comes about by itself.
"""

from random import Random

ASKED: dict[str, float] = {
    # merged cells and shared projects
    "field_blank_after_page_break": 0.35,
    "item_blank_after_page_break": 0.5,
    "item_reprinted_each_row": 0.08,
    "field_reprinted_in_page": 0.08,
    "project_shared_own_department": 0.25,
    "project_shared_merged_department": 0.25,
    "project_shared_over_page_break": 0.4,
    # code and title
    "item_in_two_cells": 0.45,
    "item_cells_differ_by_page": 0.15,
    "item_cells_mixed_in_page": 0.15,
    "several_item_codes": 0.15,
    "plan_with_title": 0.2,
    "plan_without_title": 0.15,
    "item_without_code": 0.1,
    "full_width_codes": 0.15,
    "blank_inside_code": 0.2,
    "ideographic_blank_after_code": 0.12,
    # headers
    "header_two_lines": 0.14,
    "header_name_over_two_lines": 0.1,
    "header_other_spelling": 0.6,
    "header_other_order": 0.25,
    "header_letters_blanked": 0.15,
    "header_over_wrong_column": 0.3,
    "header_missing_on_continued_page": 0.15,
    "header_spelling_differs_by_page": 0.1,
    # rows out of place
    "slid_right_one": 0.35,
    "slid_right_more": 0.25,
    "slid_beyond_width": 0.15,
    "slid_right_whole_row": 0.25,
    "slid_left_whole_row": 0.35,
    "slid_left_part": 0.3,
    "item_in_field_cell": 0.3,
    "department_in_field_cell": 0.3,
    "field_overwritten_by_item": 0.2,
    "cut_at_page_width": 0.2,
    "row_cut_short": 0.12,
    "trailing_blanks_dropped": 0.15,
    # line ends and blanks
    "wrapped_plain_blank": 0.25,
    "wrapped_ideographic_blank": 0.12,
    "wrapped_quoted_line_break": 0.18,
    "wanted_quoted_line_break": 0.12,
    "blank_in_noun_phrase": 0.3,
    "two_departments": 0.3,
    "one_department_several_divisions": 0.2,
    "department_glued": 0.3,
    "ideographic_blank_in_department": 0.12,
    # ditto marks
    "ditto_department": 0.18,
    "ditto_item": 0.12,
    "ditto_text": 0.12,
    # lines that are no rows
    "note_line": 0.2,
    "note_between_rows": 0.1,
    "total_row": 0.18,
    "unit_line": 0.7,
    "date_line": 0.1,
    "page_number": 0.18,
    "no_title": 0.15,
    "title_each_page": 0.35,
    "title_page_alone": 0.2,
    "title_in_two_cells": 0.35,
    "page_break_without_blank_line": 0.08,
    # columns that the six do not cover
    "spare_column_end": 0.25,
    "spare_column_start": 0.08,
    "spare_column_middle": 0.1,
    "extra_column_budget": 0.18,
    "extra_column_remarks": 0.18,
    "extra_column_number": 0.12,
    # blanks that mean nothing
    "department_blank": 0.18,
    "kpi_missing": 0.2,
    "overview_missing": 0.15,
    "item_blank_at_start_of_list": 0.3,
    # the file
    "crlf": 0.3,
    "no_final_line_end": 0.4,
    "comma_quoted": 0.18,
    "comma_quoted_all": 0.4,
    "byte_order_mark": 0.08,
    "cp932": 0.06,
}

BY_ITSELF = (
    "merged_cells",
    "merged_over_page_break",
    "field_reprinted_after_page_break",
    "item_reprinted_after_page_break",
    "item_in_one_cell",
    "title_like_sub_code",
    "break_after_full_stop_kept",
    "break_before_mark_kept",
    "blank_between_sentences",
    "blank_before_circled_number",
    "break_inside_number_or_latin_word",
    "two_lists",
)

KINDS: tuple[str, ...] = (*ASKED, *BY_ITSELF)


def draw_kinds(rng: Random) -> frozenset[str]:
    """The kinds that one list is asked to carry."""
    return frozenset(kind for kind, share in ASKED.items() if rng.random() < share)
