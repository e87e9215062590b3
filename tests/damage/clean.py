"""Clean lists: parts of fields, fields of items, items of records, before any damage."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from tests.damage import sentences
from tests.damage.model import Field, Item, Record
from tests.damage.offices import Office
from tests.damage.plan import Plan
from tests.damage.sentences import pick
from tests.damage.themes import THEMES, Theme
from tests.damage.vocabulary import FieldStyle, ItemStyle

_KANA = "アイウエオカキクケコ"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_PLAN_TITLES = (
    "業務の現状分析",
    "情報発信の強化",
    "国民保護の推進",
    "デジタル産業の集積",
    "施設管理の高度化",
    "広域連携の推進",
)
_SUB_TITLES = ("議事録作成の支援", "問合せ対応の自動化", "相談体制の充実", "現場業務への展開")
_REMARKS = ("新規", "継続", "拡充", "一部新規", "国庫補助", "R5終了予定", "再掲")


def field_code(style: FieldStyle, number: int) -> str | None:
    """The canonical code of the n-th field; a Roman numeral is folded as NFKC folds it."""
    if style == "none":
        return None
    codes = {"plain": f"{number}", "chapter": f"第{number}", "roman": _ROMAN[number - 1], "bracket": f"({number})"}
    return codes[style]


def item_code(style: ItemStyle, field: int, number: int, sub: int | None) -> str | None:
    """The canonical code of an item."""
    if style == "none":
        return None
    if style == "sub":
        return f"{field}({number})" + ("" if sub is None else _KANA[sub])
    return {"hyphen": f"{field}-{number}", "bracket": f"({number})", "hyphen_bracket": f"{field}-({number})"}[style]


def _fields(plan: Plan, start: int) -> Iterator[tuple[int, Field, Theme]]:
    rng, style = plan.rng, plan.government.field_style
    themes = rng.sample(THEMES, rng.randint(2, 3) if plan.parts == 2 else rng.randint(3, 4))
    for number, theme in enumerate(themes, start):
        name = theme.fields[sum(map(ord, plan.government.name)) % 3]
        code = field_code(style, number)
        if style == "chapter" and number == start + 1 and rng.random() < 0.3:
            code = f"{code}-1"
        yield number, Field(code, name), theme


def _plan_item(plan: Plan) -> Item | None:
    titled, bare = plan.asks("plan_with_title"), plan.asks("plan_without_title")
    if not (titled or bare) or not plan.chance(0.25):
        return None
    title = pick(plan.rng, _PLAN_TITLES) if titled and (not bare or plan.chance(0.5)) else None
    return Item((), title, plan=True)


def _item_title(plan: Plan, title: str) -> str:
    if plan.asks("blank_in_noun_phrase") and plan.chance(0.08):
        return f"{title} {pick(plan.rng, _SUB_TITLES)}"
    return title


def _several_codes(plan: Plan, codes: list[str], titles: list[str]) -> Item:
    """One cell for several items; at times there is one title less than codes."""
    fewer = len(titles) > 2 and plan.chance(0.3)
    return Item(tuple(codes), " ".join(titles[:-1] if fewer else titles))


def _items(plan: Plan, number: int, theme: Theme) -> Iterator[Item]:
    """The items of a field in the order of their codes."""
    rng, style = plan.rng, plan.government.item_style
    titles = rng.sample(theme.items, min(len(theme.items), rng.randint(2, 5)))
    subs = style == "sub" and rng.random() < 0.5
    codes = list(_codes(plan, style, number, len(titles), subs=subs))
    while titles:
        take = 1
        if style != "none" and len(titles) >= 2 and plan.asks("several_item_codes") and plan.chance(0.25):
            take = min(len(titles), rng.randint(2, 4))
        taken, titles = titles[:take], titles[take:]
        here, codes = codes[:take], codes[take:]
        yield _several_codes(plan, here, taken) if take > 1 else _single_item(plan, here, taken[0])
        extra = _plan_item(plan)
        if extra:
            yield extra


def _single_item(plan: Plan, codes: list[str], title: str) -> Item:
    if plan.asks("item_without_code") and plan.chance(0.15):
        return Item((), _item_title(plan, title))
    return Item(tuple(codes), _item_title(plan, title))


def _codes(plan: Plan, style: ItemStyle, field: int, count: int, *, subs: bool) -> Iterator[str]:
    """Canonical codes; with sub-codes a code such as 3(1) is divided into 3(1)ア, 3(1)イ."""
    number, sub = 1, 0
    for _ in range(count):
        code = item_code(style, field, number, sub if subs else None)
        if code:
            yield code
        sub += 1
        if not subs or plan.chance(0.3):
            number, sub = number + 1, 0


def _are_level(first: Office, second: Office) -> bool:
    """Do the two read as two departments, and not as one within the other?"""
    shapes = {len(first.units()), len(second.units())}
    alone = shapes == {1} and first.department[-1] == second.department[-1] == "課"
    return first.department != second.department and (alone or shapes == {2})


def _offices(plan: Plan) -> tuple[Office, ...]:
    """The offices of one cell: one, two of the same shape, or several divisions of one department."""
    rng, offices = plan.rng, plan.government.offices
    first = pick(rng, offices)
    if plan.asks("two_departments") and plan.chance(0.12):
        second = pick(rng, offices)
        if _are_level(first, second):
            return (first, second)
    if plan.asks("one_department_several_divisions") and plan.chance(0.15):
        same = [o for o in offices if o.department == first.department and o.division and o.bureau == first.bureau]
        divisions = [o for o in same if o.division and o.division.endswith("課")]
        if first.bureau is None and len(divisions) > 1:
            return tuple(divisions[:3])
    return (first,)


def _text(plan: Plan, write: sentences.Writer, theme: Theme) -> str:
    """A text; a blank inside a noun phrase only where the list is asked to have some."""
    text = write(plan.rng, theme)
    while " " in text and not plan.asks("blank_in_noun_phrase"):
        text = write(plan.rng, theme)
    return text


def _extra(plan: Plan) -> dict[str, str]:
    values = {
        "extra_column_number": "",
        "extra_column_budget": f"{plan.rng.randint(120, 98000):,}",
        "extra_column_remarks": pick(plan.rng, _REMARKS) if plan.chance(0.6) else "",
    }
    return {slot: values[slot] for slot in plan.extras}


def _record(plan: Plan, theme: Theme, field: Field, item: Item | None) -> Record:
    return Record(
        field=field,
        item=item,
        offices=_offices(plan),
        project=sentences.project_name(plan.rng, theme, plan.government.local),
        overview=_text(plan, sentences.overview, theme),
        kpi=_text(plan, sentences.kpi, theme),
        extra=_extra(plan),
    )


def _with_gaps(plan: Plan, record: Record) -> Record:
    """Leave cells blank that mean nothing: no department, no overview, no target."""
    blank: dict[str, object] = {}
    if plan.asks("overview_missing") and plan.chance(0.07):
        blank["overview"] = None
    elif plan.asks("kpi_missing") and plan.chance(0.1):
        blank["kpi"] = None
    elif plan.asks("department_blank") and plan.chance(0.08):
        blank["offices"] = ()
    return replace(record, **blank)  # type: ignore[arg-type]


def _shared(plan: Plan, above: Record, item: Item) -> Record | None:
    """The same project under the next item, or None where it has its own."""
    kinds = [kind for kind in ("own", "merged") if plan.asks(f"project_shared_{kind}_department")]
    whole = above.overview and above.kpi and above.offices
    if not (kinds and whole and item.title and plan.chance(0.45 if above.shares else 0.16)):
        return None
    extra = dict.fromkeys(above.extra, "")
    shares = above.shares or pick(plan.rng, tuple(kinds))
    offices = _offices(plan) if shares == "own" and plan.chance(0.4) else above.offices
    return replace(above, item=item, shares=shares, extra=extra, offices=offices)


def _field_records(plan: Plan, number: int, field: Field, theme: Theme) -> Iterator[Record]:
    above: Record | None = None
    for item in _items(plan, number, theme):
        shared = _shared(plan, above, item) if above else None
        if shared:
            above = shared
            yield above
            continue
        for _ in range(_rows_of_item(plan.rng)):
            above = _with_gaps(plan, _record(plan, theme, field, item))
            yield above


def _rows_of_item(rng: Random) -> int:
    return pick(rng, (1, 1, 1, 1, 1, 2, 2, 2, 3, 4))


def _open_part(plan: Plan, part: int, records: list[Record]) -> list[Record]:
    """At times the first rows of a later list stand under no item at all."""
    if part == 1 or not plan.asks("item_blank_at_start_of_list"):
        return records
    first = records[0].item
    head = [record for record in records if record.item is first and not record.shares]
    rest = records[len(head) :]
    if rest and rest[0].shares:
        return records
    return [replace(record, item=None) for record in head] + rest


def clean_parts(plan: Plan) -> list[list[Record]]:
    """The records of each list of the file; codes start again in the second."""
    parts = []
    for part in range(1, plan.parts + 1):
        records = [
            record for number, field, theme in _fields(plan, 1) for record in _field_records(plan, number, field, theme)
        ]
        parts.append(_open_part(plan, part, records[: 26 if plan.parts == 2 else 45]))
    return parts
