"""The checkers of hostile inputs see what is wrong: a document that lost something, an input that does not end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import dxlist
from tests.cli.runs import SMALL
from tests.hostile.conservation import lost_texts
from tests.hostile.laws import broken_laws
from tests.hostile.limits import HangError, within
from tests.hostile.running import State, load_state, save_state
from tests.test_laws import rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from dxlist.model.document import Document

DATA = (SMALL + "\t\t企画部 統計課\t 地図公開 事業\t地図を公開する。\t50件\t余り\n").encode()
GOOD = dxlist.parse(DATA)


def broken(document: Document) -> set[str]:
    return {kind for kind, _ in broken_laws(document, *rows_of(DATA))}


def test_nothing_is_wrong_with_a_good_document() -> None:
    assert (broken(GOOD), list(lost_texts(DATA, GOOD))) == (set(), [])
    assert GOOD.leftovers


def test_a_lost_leftover_is_seen() -> None:
    less = GOOD.model_copy(update={"leftovers": []})
    assert broken(less) == {"lost: a cell of a row"}
    assert list(lost_texts(DATA, less)) == [("a text", "line 4: 余り")]


def test_a_lost_row_is_seen() -> None:
    less = GOOD.model_copy(update={"initiatives": GOOD.initiatives[:-1]})
    assert broken(less) == {"lost: a cell of a row"}


def test_a_lost_header_is_seen() -> None:
    pages = [page.model_copy(update={"header": page.header[1:]}) for page in GOOD.document.pages]
    less = GOOD.model_copy(update={"document": GOOD.document.model_copy(update={"pages": pages})})
    found = list(lost_texts(DATA.replace("分野".encode(), "政策分野".encode()), less))
    assert found == [("a header text", "line 1: 政策分野")]


def test_a_line_of_no_kind_is_seen() -> None:
    pages = [page.model_copy(update={"body_lines": page.body_lines[:-1]}) for page in GOOD.document.pages]
    less = GOOD.model_copy(update={"document": GOOD.document.model_copy(update={"pages": pages})})
    assert "lost: a line is of no kind" in broken(less)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"repairs": []}, "replay: gives another text"),
        ({"overview": "別の文"}, "replay: gives another text"),
        ({"departments": []}, "provenance: a cell of units gives none"),
        ({"departments": [dxlist.Department(division="無い課")]}, "provenance: a unit is not printed"),
    ],
)
def test_a_text_that_its_source_does_not_give_is_seen(change: dict[str, object], kind: str) -> None:
    first = GOOD.initiatives[0].model_copy(update=change)
    assert kind in broken(GOOD.model_copy(update={"initiatives": [first, *GOOD.initiatives[1:]]}))


def test_what_does_not_end_is_stopped() -> None:
    def endless() -> None:
        while True:
            try:
                sum(range(100))
            except Exception:  # noqa: BLE001 - it must not take the stop for its own
                raise AssertionError from None

    with pytest.raises(HangError), within(0.05):
        endless()


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    state, path = State(seed=3), tmp_path / "state.json"
    first, second = state.take(90), state.take(90)
    assert (first, second, state.take(90)) == ((0, 50), (50, 90), None)
    state.open.remove((0, 50))
    save_state(path, state)
    assert load_state(path, 3) == state
    assert load_state(path, 3).open == [(50, 90)]
    assert load_state(tmp_path / "none.json", 4) == State(seed=4)
