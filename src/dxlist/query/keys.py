"""Texts, units, codes and targets -> the keys on which they are asked for; ``near_texts``: a typo -> near ones."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from dxlist.text.calendar import fiscal_year_of
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.values.item_codes import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dxlist.model.initiative import Initiative, Level
    from dxlist.model.kpi import KpiTarget

# ぁ–ゖ and the iteration marks stand 0x60 before their katakana.
_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_HIRAGANA = {katakana: code for code, katakana in _KATAKANA.items()}
_STEPS = regex(r"[/>→]")

PLAN = "計画"
"""What stands in place of the code of an item."""


def folded(text: str) -> str:
    """Return a text folded, and do not remember it: for texts that are as good as never asked for again."""
    return fold.__wrapped__(text)


def search_key(text: str) -> str:
    """Return the key on which texts are searched: folded, and hiragana as katakana.

    >>> search_key("ろぼっと ＤＸ") == search_key("ﾛﾎﾞｯﾄdx")
    True
    """
    return folded(text).translate(_KATAKANA)


def word_pattern(word: str) -> re.Pattern[str]:
    """Return a pattern that finds a word in a folded text, in hiragana and in katakana.

    The が and ケ of a place (霞が関, 霞ケ関) are one.

    >>> word_pattern("ろぼっと").search(folded("介護ロボット導入")) is not None
    True
    >>> word_pattern("霞が関").search(folded("霞ヶ関課")) is not None
    True
    """
    key = search_key(word)
    return re.compile(_OF_PLACE.sub(_EITHER_GA, "".join(map(_either_kana, key))))


_OF_PLACE = regex(r"(?<=[\u4e00-\u9fff])\[(?:ケけ|ガが)\](?=[\u4e00-\u9fff])")
_EITHER_GA = "[ケけガが]"


def _either_kana(letter: str) -> str:
    hiragana = _HIRAGANA.get(ord(letter))
    return f"[{letter}{chr(hiragana)}]" if hiragana else re.escape(letter)


def joined(parts: Iterable[str | None]) -> str:
    """Return the parts that are there as lists print them: the levels of a unit, code and title of an item.

    >>> joined(("商工労働部", "観光交流局", "観光交流課"))
    '商工労働部 観光交流局 観光交流課'
    """
    return " ".join(filter(None, parts))


def level_text(level: Level) -> str:
    """Return code and title of a level of the plan."""
    return joined((level.code, level.title))


def between_levels(initiative: Initiative) -> Sequence[Level]:
    """Return the levels of a row between its field and its item."""
    return initiative.levels[1:-1]


def units_of(initiative: Initiative) -> list[str]:
    """Return the whole names of the units that are responsible for a row."""
    return [unit.printed for unit in initiative.departments]


def codes_of(initiative: Initiative) -> list[str]:
    """Return the codes of the items of a row; 計画 for the code of a row that is marked so."""
    return initiative.item_codes or ([PLAN] if initiative.plan_only else [])


def unit_key(text: str) -> str:
    """Return the key of a unit that is asked for; the steps of a path may be parted by / or a blank.

    >>> unit_key("企画調整部／デジタル変革課") == unit_key("企画調整部 デジタル変革課")
    True
    """
    return _STEPS.sub("", fold(text))


@lru_cache(maxsize=4096)
def unit_keys(levels: tuple[str | None, ...]) -> frozenset[str]:
    """Return every key by which a unit is asked for: each level alone, and each path through them.

    A name that a list prints without its suffix, which stands in the header (部: 子ども), is found with it too: a
    department or a bureau with 部, 局, 庁 …, a division with 課, 室 …, a section with 係, 班 ….  A name with a remark
    behind it (商工課（主）) is found without it, one that holds units (総務課（防災室）) by each of them.

    >>> sorted(unit_keys(("病院局", None, "病院経営課", None)))
    ['病院局', '病院局病院経営課', '病院経営課']
    >>> [asked in unit_keys(("子ども", None, "保育", None)) for asked in ("子ども部", "子ども部保育課", "保育部")]
    [True, True, False]
    """
    steps = [_ways_of_asking(level, depth, levels) for depth, level in enumerate(levels) if level]
    paths = (path for length in range(1, len(steps) + 1) for path in combinations(steps, length))
    return frozenset("".join(said) for path in paths for said in product(*path))


def _ways_of_asking(level: str, depth: int, levels: tuple[str | None, ...]) -> tuple[str, ...]:
    """Return the keys of one level; of a lone one nothing says which level its header spoke of."""
    from dxlist.values.unit_names import unit_parts  # noqa: PLC0415 - only a question for a unit needs them
    from dxlist.words.offices import LEVEL_SUFFIXES, STRONG_UNIT_END  # noqa: PLC0415

    key = unit_key(level)
    if STRONG_UNIT_END.search(level):
        return tuple(dict.fromkeys((key, *map(unit_key, unit_parts(level)))))
    is_alone = sum(map(bool, levels)) == 1
    suffixes = dict.fromkeys(word for words in LEVEL_SUFFIXES for word in words) if is_alone else LEVEL_SUFFIXES[depth]
    return key, *(f"{key}{suffix}" for suffix in suffixes)


@lru_cache(maxsize=65536)
def covers(asked: str, code: str) -> bool:
    """Return whether a code is the one asked for or stands below it, step by step.

    >>> [covers("3(1)", code) for code in ("3(1)", "3(1)ア", "3(10)", "3", "13(1)")]
    [True, True, False, False, False]
    """
    (no_code, steps, _), (other, all_steps, _) = sort_key(asked), sort_key(code)
    if no_code or other:
        return fold(asked) == fold(code)
    return all_steps[: len(steps)] == steps


def due_year(target: KpiTarget) -> int | None:
    """Return the fiscal year in which a target is due: as named, else that of its date; None where it names neither.

    >>> from dxlist.model.kpi import KpiTarget
    >>> given = {"value": "1", "grade": "explicit", "raw": "1", "start": 0, "end": 1}
    >>> [due_year(KpiTarget(target_date=date, **given)) for date in ("2023-03-31", "2023-04", "2030", None)]
    [2022, 2023, 2030, None]
    """
    if target.target_fiscal_year is not None or target.target_date is None:
        return target.target_fiscal_year
    return fiscal_year_of(target.target_date)


def project_of(initiative: Initiative) -> str:
    """Return the id of the project of a row; of a row whose project is not known its own id."""
    return initiative.project_id or initiative.initiative_id


def is_shared(initiative: Initiative) -> bool:
    """Return whether the project of a row stands in other rows of its year too."""
    return bool(initiative.shared_with)


MOST_NAMED = 3
NEAR = 60
"""Least similarity, of 100, of a name that may be meant."""
_BEHIND = 20
"""So far behind the best one a name is still shown."""
_WITHIN = 90
"""Similarity of a name that holds what was asked for."""
_PART = 0.8
"""What the likeness to a part of a Japanese name is worth, of the likeness to the whole of it."""
_SHORTEST_PART = 4


def near_texts(asked: str, known: Iterable[str]) -> list[str]:
    """Return the known texts that are most like the one asked for, best first.

    >>> near_texts("unti", ["unit", "value", "line"])
    ['unit']
    """
    return near_labels(asked, {text: [text] for text in known})


def near_labels(asked: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the labels of which one name is most like the one asked for, best first.

    Args:
        asked: as it was typed.
        known: what is shown of a name -> all the ways of calling it.
    """
    key = unit_key(asked)
    scores = {
        label: max((_likeness(key, unit_key(name)) for name in names), default=0) for label, names in known.items()
    }
    least = max(NEAR, max(scores.values(), default=0.0) - _BEHIND)
    return sorted((label for label in scores if scores[label] >= least), key=lambda label: -scores[label])[:MOST_NAMED]


def other_spellings(word: str, texts: Iterable[str]) -> list[str]:
    """Return how texts print a word that none of them holds as it was typed, each way once.

    >>> other_spellings("サーバ課", ["総務部 サーバー課", "総務部 人事課"])
    ['サーバー課']
    """
    from dxlist.words.spellings import respell  # noqa: PLC0415 - only a word that is not found needs it

    key = respell(folded(word))
    holding = (text for text in dict.fromkeys(texts) if key and key in respell(folded(text)))
    return list(dict.fromkeys(printed for text in holding for printed in _printed(text, key, len(word))))[:MOST_NAMED]


def _printed(text: str, key: str, length: int) -> Iterator[str]:
    """Yield the shortest stretch of a text that is spelled so, where one is about as long as the word."""
    from dxlist.words.spellings import respell  # noqa: PLC0415 - as above

    sizes = range(max(1, length - _LONGER), length + _LONGER + 1)
    stretches = (text[at : at + size] for size in sizes for at in range(len(text) - size + 1))
    yield from islice((one for one in stretches if respell(folded(one)) == key), 1)


_LONGER = 4
"""By so many letters another spelling of a word is longer or shorter."""


def _likeness(asked: str, name: str) -> float:
    from dxlist.projects.evidence import similarity  # noqa: PLC0415 - only a typo needs it

    if asked and asked in name:
        return _WITHIN
    whole, further = similarity(asked, name), len(name) - len(asked)
    if asked.isascii() or len(asked) < _SHORTEST_PART or further <= 0:
        return whole
    parts = (name[at : at + len(asked)] for at in range(further + 1))
    return max(whole, _PART * max(similarity(asked, part) for part in parts))
