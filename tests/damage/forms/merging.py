"""Cells that are printed once for several rows: levels, each on its own, and offices; and blanks that mean nothing."""

from itertools import pairwise

from tests.damage.forms.filling import branches, lines_of
from tests.damage.forms.table import Draft
from tests.damage.sentences import pick


def fill(draft: Draft, *, rows: tuple[int, ...] = (1, 1, 2, 2, 3), limit: int = 34, ragged: bool = False) -> None:
    for place in branches(draft, ragged=ragged):
        if len(draft.lines) >= limit:
            return
        draft.lines += lines_of(draft, place, pick(draft.rng, rows))


def number_lines(draft: Draft) -> None:
    start = draft.rng.choice((0, 1, 1, 1))
    for at, line in enumerate((line for line in draft.lines if line.record), start):
        line.values["number"] = str(at)


def _level_keys(draft: Draft) -> list[str]:
    """The levels and their codes, from the top."""
    return [
        column.key for column in sorted(draft.of_kind("level"), key=lambda one: (one.role.depth, one.role.part == ""))
    ]


def merge_levels(draft: Draft) -> None:
    """Leave a level blank where it is that of the row above and no level above it is new."""
    keys = _level_keys(draft)
    draft.done.add("levels_part_filled")
    for above, line in pairwise(draft.lines):
        for key in keys:
            if line.values.get(key, "") != above.values.get(key, "") or line.new_page:
                break
            line.blank.add(key)
    _open_levels_again(draft, keys)


def _open_levels_again(draft: Draft, keys: list[str]) -> None:
    """A level whose text is that of the row above, though a level above it is new, is printed; its code too."""
    for line in draft.lines:
        printed = False
        for key in keys:
            printed = printed or key not in line.blank
            if printed:
                line.blank.discard(key)


def print_in_the_middle(draft: Draft) -> None:
    """Print each level in the middle row of its block, as a cell that is centred comes out of an extractor.

    Which rows belong to it nobody can know from the text alone: they are right, or doubted.
    """
    lines = list(draft.lines)
    for key in _level_keys(draft):
        start = 0
        for at in range(1, len(lines) + 1):
            if at < len(lines) and key in lines[at].blank:
                continue
            lines[start].blank.add(key)
            lines[(start + at) // 2].blank.discard(key)
            start = at
    if not set(_level_keys(draft)) & lines[0].blank:
        return
    draft.done.add("level_printed_in_the_middle")
    for line in lines:
        line.undecidable = True


def lose_a_level(draft: Draft) -> None:
    """Lose the text of a first level that begins in the middle of the list: its codes show that the one above is not meant."""
    openers = [at for at, line in enumerate(draft.lines) if at and "level1" not in line.blank]
    if len(openers) < 2 or "-" not in draft.lines[0].values.get("level2", ""):
        return
    at = draft.rng.randrange(len(openers))
    end = openers[at + 1] if at + 1 < len(openers) else len(draft.lines)
    for line in draft.lines[openers[at] : end]:
        line.blank.add("level1")
        line.values["level1"] = ""
        line.undecidable = True
    draft.done.add("level_text_lost")


def merge_offices(draft: Draft) -> None:
    """Leave the office blank where it is that of the row above, at the same place of the plan."""
    keys = [column.key for column in draft.of_kind("department")]
    levels = set(_level_keys(draft))
    merged = False
    for above, line in pairwise(draft.lines):
        same_place = all(line.values.get(key) == above.values.get(key) for key in levels) and levels <= line.blank | {
            key for key in levels if not line.values.get(key)
        }
        if same_place and all(line.values.get(key) == above.values.get(key) for key in keys):
            line.blank |= set(keys)
            merged = True
    draft.done |= {"department_nested"} if merged else set()


def blank_offices(draft: Draft) -> None:
    """Take offices out: their blanks mean nothing, which rows show that open a level and equal neighbours that are printed."""
    keys = [column.key for column in draft.of_kind("department")]
    if not keys:
        return
    levels = set(_level_keys(draft))
    openers = [line for line in draft.lines[1:] if levels - line.blank]
    chosen = draft.rng.sample(openers, min(len(openers), 3)) if levels else []
    chosen += [line for line in draft.lines if draft.chance(0.08)]
    if len(chosen) < 3:
        return
    draft.done.add("department_true_blank")
    for line in chosen:
        line.values |= dict.fromkeys(keys, "")
    for above, line in pairwise(draft.lines):
        if line.values[keys[0]] and above.values[keys[0]] and draft.chance(0.5):
            line.values |= {key: above.values[key] for key in keys}


def settle_offices(draft: Draft, *, before: bool) -> None:
    chance = draft.rng.random()
    if chance < 0.4 and before:
        merge_offices(draft)
    elif chance < 0.6:
        blank_offices(draft)
