"""Lists that the questions are put to: the shipped one, and small ones whose answers a person can count."""

from functools import cache

from dxlist.document import parse
from dxlist.model.document import Document
from dxlist.model.indicator import Indicator
from dxlist.model.initiative import Department, Initiative, Level
from dxlist.normalised import read_document
from dxlist.query.filters import Filters
from dxlist.query.selecting import select
from tests.cli.runs import HEADER
from tests.lists import NORMALIZED, SHIPPED

NORMALISED = NORMALIZED / "fukushima_r04.json"


@cache
def shipped() -> Document:
    return parse(SHIPPED)


@cache
def shipped_light() -> Document:
    return read_document(str(NORMALISED), light=True)


def small(*rows: str) -> list[Initiative]:
    """Read a list of rows whose cells are parted by a bar."""
    text = HEADER + "".join(row.replace("|", "\t") + "\n" for row in rows)
    return parse(text.encode(), stem="small").initiatives


@cache
def planned() -> tuple[Initiative, ...]:
    """Return rows of a plan of three levels, the third of which has the two upper ones only."""
    rows = small(
        *(f"1 福祉|1({at}) 保育|福祉部|{name}|概要|1件" for at, name in enumerate(("園庭", "入園", "相談"), 1))
    )
    upper, measures = Level(header="政策", code="1", title="福祉"), ("2-1 子育て", "2-2 若者", "")
    unit = Department(department="子ども", division="保育", section="入園係")
    indicator = Indicator(kind="outcome", number="ア", name="待機児童", unit="人", cells={"成果指標ア": "待機児童"})
    return tuple(
        row.model_copy(
            update={
                "levels": [upper, *_measure(measure), Level(header="基本事業", code=None, title=row.item_name)],
                "departments": [unit] if at == 0 else row.departments,
                "indicators": [indicator] if at == 1 else [],
            }
        )
        for at, (row, measure) in enumerate(zip(rows, measures, strict=True))
    )


def _measure(text: str) -> list[Level]:
    code, _, title = text.partition(" ")
    return [Level(header="施策", code=code, title=title)] if text else []


def lines(rows: list[Initiative], filters: Filters) -> list[int]:
    return [hit.initiative.line for hit in select(rows, filters)]
