"""``with_decision``: the text of a file of decisions and one more -> the text that holds it too.

What people wrote there, comments and blank lines too, stays; the decision is put behind the others of its kind.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from dxlist.errors import DecisionError
from dxlist.projects.decisions.files import read_entries
from dxlist.text.bilingual import Bilingual
from dxlist.text.toml import find_array, toml_string

if TYPE_CHECKING:
    from dxlist.projects.decisions.files import Decision

HEAD = """\
# 同じ事業か別の事業かについて、人が決めたこと（dxlist dedupe --decisions このファイル）
# What people decided of rows: one project, or not (dxlist dedupe --decisions THIS-FILE)
"""


def with_decision(text: str, decision: Decision, path: str = "") -> str:
    r"""Return the text with one more decision; an empty text gets two lines that say what the file is.

    >>> from dxlist.projects.decisions.files import Decision
    >>> new = Decision("same", ("a-0003", "a-0005"), reason="確認済み")
    >>> print(with_decision('same = [["a-0001", "a-0002"]]\n', new))
    same = [["a-0001", "a-0002"],
      { rows = ["a-0003", "a-0005"], reason = "確認済み" },
    ]
    <BLANKLINE>

    Raises:
        DecisionError: the file is written in a way that cannot be added to.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    added = _in_array(text, decision, end) or _as_table(text, decision, end)
    before, after = (list(read_entries(part, path)) for part in (text, _checked(added, path)))
    if len(after) != len(before) + 1:
        raise DecisionError(path, *_CANNOT_ADD)
    return added


def _checked(text: str, path: str) -> str:
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise DecisionError(path, *_CANNOT_ADD) from error
    return text


def _as_table(text: str, decision: Decision, end: str) -> str:
    pairs = "".join(f"{key} = {value}{end}" for key, value in _values(decision))
    gap = "" if not text or text.endswith("\n") else end
    head = text or HEAD.replace("\n", end)
    return f"{head}{gap}{end}[[{decision.verdict}]]{end}{pairs}"


def _in_array(text: str, decision: Decision, end: str) -> str | None:
    """Put the decision into ``same = [...]``, to which TOML lets no ``[[same]]`` be added."""
    array = find_array(text, decision.verdict)
    if array is None:
        return None
    inline = ", ".join(f"{key} = {value}" for key, value in _values(decision))
    between = text[array.last : array.end].rstrip(" \t")
    gap = "" if between.endswith("\n") else end
    comma = "" if array.is_open else ","
    return f"{text[: array.last]}{comma}{between}{gap}  {{ {inline} }},{end}{text[array.end :]}"


def _values(decision: Decision) -> list[tuple[str, str]]:
    names = [("names", _array(decision.names))] if decision.names else []
    return [("rows", _array(decision.rows)), *names, ("reason", toml_string(decision.reason))]


def _array(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(toml_string, texts))}]"


_CANNOT_ADD = (
    Bilingual(
        "same や different の書き方が珍しく、決定を書き足せません。",
        "same or different is written in an uncommon way; no decision can be added.",
    ),
    Bilingual(
        "[[same]] と [[different]] の形に書き直してください（docs/dedupe.ja.md）。",
        "Write them as [[same]] and [[different]] (docs/dedupe.md).",
    ),
)
