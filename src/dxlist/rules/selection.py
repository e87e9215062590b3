"""``chosen_rules``: codes or prefixes to select and to ignore -> the rules to apply."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.rules.registry import all_rules
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.rules.registry import Rule

ALL = "ALL"


class SelectionError(DxlistError):
    """A code that stands for no rule."""


def chosen_rules(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Return the rules whose code begins with one of ``select`` (all where it is empty) and with none of ``ignore``.

    A longer prefix speaks before a shorter one: ``--select DX401 --ignore DX4`` leaves DX401 of its family.

    Raises:
        SelectionError: a prefix that no rule has.

    >>> [rule.code for rule in chosen_rules(["DX101"], ["DX1"])]
    ['DX101']
    """
    wanted, unwanted = tuple(_codes(select)), tuple(_codes(ignore))
    known = all_rules().values()
    return tuple(rule for rule in known if _reach(rule, wanted or ("",)) > _reach(rule, unwanted))


def _reach(rule: Rule, prefixes: Sequence[str]) -> int:
    """Return the length of the longest prefix that the code begins with; -1 where there is none."""
    return max((len(prefix) for prefix in prefixes if rule.code.startswith(prefix)), default=-1)


def _codes(prefixes: Sequence[str]) -> Iterator[str]:
    """Yield the prefixes; a Japanese keyboard may give their letters and commas full-width."""
    texts = [unicodedata.normalize("NFKC", text).replace("、", ",") for text in prefixes]
    for prefix in (part.strip().upper() for text in texts for part in text.split(",") if part.strip()):
        if prefix == ALL:
            yield ""
        elif any(code.startswith(prefix) for code in all_rules()):
            yield prefix
        else:
            raise _unknown(prefix)


def _unknown(prefix: str) -> SelectionError:
    return SelectionError(
        prefix,
        Bilingual("この番号で始まるルールはありません。", "no rule has a code that begins so."),
        Bilingual("dxlist rules で一覧を見てください。", "See dxlist rules for all of them."),
    )
