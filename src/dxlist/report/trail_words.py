"""What the trail of a line says of its cells: looks, place, headings; in both languages."""

from __future__ import annotations

from dxlist.tables.shapes import shape_of
from dxlist.text.bilingual import Bilingual

SECTIONS: dict[str, Bilingual] = {
    "line": Bilingual("行", "line"),
    "texts": Bilingual("セル", "cells"),
    "kind": Bilingual("種類", "kind"),
    "place": Bilingual("場所", "place"),
    "row": Bilingual("範囲", "range"),
    "text": Bilingual("文字", "text"),
    "cells": Bilingual("セルと、あてた列", "cells, and the columns given to them"),
    "columns": Bilingual("見出しから分かった列", "columns that the header names"),
    "fit": Bilingual("割り当ての確かさ", "how sure"),
    "confidence": Bilingual("確度", "confidence"),
    "margin": Bilingual("列の差", "margin"),
    "weakest": Bilingual("最も弱い値", "weakest text"),
    "targets": Bilingual("目標の読み取り", "targets read"),
    "runner_up": Bilingual("次の候補", "runner-up"),
    "cut": Bilingual("切れて失われた列", "lost at the edge"),
    "doubt": Bilingual("疑い", "doubt"),
    "sources": Bilingual("出典", "sources"),
    "repairs": Bilingual("補正", "repairs"),
    "record": Bilingual("レコード", "record"),
}

NO_COLUMN = Bilingual("どの列でもない", "no column")
FURTHER = Bilingual("その他の列（extra）", "a further column (extra)")
NO_RECORD = Bilingual(
    "この行だけのレコードはありません。分野は下の行に引き継がれます。",
    "no record of its own; its field goes to the rows below.",
)

_CODES: dict[str, Bilingual] = {
    "": Bilingual("", ""),
    "simple": Bilingual("1のような番号", "a code like 1"),
    "dai": Bilingual("第1のような番号", "a code like 第1"),
    "compound": Bilingual("1(1)のような番号", "a code like 1(1)"),
    "plan": Bilingual("「計画」の印", "the mark 計画"),
}
_WITH_TITLE = Bilingual("と題名", " with a title")
_OFFICES = (Bilingual("", ""), Bilingual("部署名かもしれない", "perhaps an office"), Bilingual("部署名", "an office"))
_FORMS: dict[str, Bilingual] = {
    "noun": Bilingual("名詞", "a noun"),
    "project": Bilingual("事業名らしい", "like a project name"),
    "sentence": Bilingual("文", "a sentence"),
    "target": Bilingual("目標らしい", "like a target"),
    "number": Bilingual("数値", "a number"),
}


def looks_of(cell: str) -> Bilingual:
    """Say what a cell looks like, in the traits by which the columns weigh it."""
    shape = shape_of(cell)
    kind = _CODES.get(shape.code.rstrip("+"), Bilingual(shape.code, shape.code))
    tail = _WITH_TITLE if shape.code.endswith("+") else Bilingual("", "")
    traits = (Bilingual(kind.ja + tail.ja, kind.en + tail.en), _OFFICES[shape.office])
    found = [trait for trait in traits if trait.ja] or [_FORMS.get(shape.form, Bilingual(shape.form, shape.form))]
    return Bilingual("・".join(t.ja for t in found), " and ".join(t.en for t in found))


def over(header: str | None) -> Bilingual:
    """Say under which header a cell stands."""
    if header is None:
        return Bilingual("上に見出しなし", "under no header")
    return Bilingual(f"見出し「{header}」の下", f'under "{header}"')


def offset_words(offset: int) -> Bilingual:
    """Say how far a cell stands from where its column usually is on the page."""
    if not offset:
        return Bilingual("いつもの位置", "in its usual place")
    count = abs(offset)
    return Bilingual(
        f"{'右' if offset > 0 else '左'}に{count}つずれている",
        f"{count} to the {'right' if offset > 0 else 'left'} of its place",
    )
