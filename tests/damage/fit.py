"""Fit the numbers that decide confidence to rows whose right answers are known, and print them as constants.

python -m tests.damage.fit [--lists 2000] [--real FOLDER] [--jobs 2] [--places 2]

Every second batch of lists is fitted, the others show how well the numbers hold on lists that were not fitted.
What is known of a row before anybody compares: the least margin of its cells and of its assignment, what its page is,
what was moved, filled and cut, what is doubtful.
"""

import argparse
import importlib
import json
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dxlist.tables.layout import slot_of
from dxlist.tables.looks import LOOKS
from dxlist.tables.page_kinds import slid_by
from dxlist.tables.shapes import shape_of
from tests.damage.compare import differences
from tests.damage.fitting import Case, Features, fit_logistic, group_cases, isotonic, sigmoid
from tests.damage.generator import ALL_FORMS, generate, mixed_form
from tests.damage.real import is_right
from tests.damage.reliability import Outcome, reliability_table

if TYPE_CHECKING:
    from dxlist import Document
    from dxlist.model.document import Trail
    from dxlist.model.stages import PageKind, RawRecord

CUTS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
_SLOWEST = 12.0
"""A margin above it says no more: e^-12 is six in a million."""


class Fitted(NamedTuple):
    """The features that were used and their weights, the intercept first."""

    names: tuple[str, ...]
    weights: tuple[float, ...]

    def probability(self, features: Features) -> float:
        """Return how likely a row with these features is right."""
        score = sum(weight * features.get(name, 0.0) for name, weight in zip(self.names, self.weights[1:], strict=True))
        return sigmoid(self.weights[0] + score)


def features_of(trail: "Trail", record: "RawRecord") -> dict[str, float]:
    """Return what is known of a row; margins are rounded, so that equal rows are counted together."""
    pieces, aligned = record.pieces, record.aligned
    margin = min((*(piece.margin for piece in pieces.values()), aligned.margin), default=0.0)
    found = {
        "margin": round(min(max(margin, 0.0), _SLOWEST), 1),
        "narrow": float(margin < 1.0),
        "shifted": float(any(placed.offset for placed in aligned.placed)),
        "leftover": float(any(placed.column is None for placed in aligned.placed)),
        "cut": float(bool(aligned.cut)),
        "filled": float(bool(record.fills)),
        "unwrapped": float(any(piece.unwrapped for piece in pieces.values())),
        "one_missing": float(("overview" in pieces) != ("kpi_text" in pieces)),
        "guessed_header": float(any(cell.guessed for cell in trail.table.header)),
        "unknown_headers": round(_share_without_role(trail), 1),
        "wide_as_header": float(len(aligned.row.cells) == len(trail.table.header)),
    }
    found |= _looks(trail, record)
    found |= {f"doubt.{doubt}": 1.0 for doubt in record.doubts}
    found |= page_features(trail.kind)
    return {name: value for name, value in found.items() if value}


def _looks(trail: "Trail", record: "RawRecord") -> dict[str, float]:
    """Return how much better the cells of a row would fit one or two columns away, and how odd the oddest one looks.

    On a clean rectangle nothing of it decides; a row that is out of place there shows only by it.
    """
    slots = {cell.position: slot_of(cell.role) for cell in trail.table.header}
    row = record.aligned.row
    shapes = {at: shape_of(text) for at, text in enumerate(row.cells) if text.strip() and at in slots}
    typed = frozenset(at for at, slot in slots.items() if slot not in _UNTYPED)
    oddest = min((LOOKS[slots[at]].weigh(shape) for at, shape in shapes.items() if at in typed), default=0.0)
    levels = [at for at in shapes if slots[at] in ("field", "item")]
    codes = any(shapes[at].code in _LOWER_CODES for at in levels if slots[at] == "field")
    return {
        "slide": float(min(round(slid_by(shapes, typed, slots) / 2), 5)),
        "oddest": float(max(round(oddest), -8)),
        "lower_code_in_first_level": float(codes),
    }


_UNTYPED = ("extra.text", "extra.number")
_LOWER_CODES = ("compound", "compound+", "plan", "plan+")


def _share_without_role(trail: "Trail") -> float:
    header = trail.table.header
    return sum(cell.role.kind == "further" for cell in header) / max(1, len(header))


def page_features(kind: "PageKind | None") -> dict[str, float]:
    """Return which of the two kinds of page a row stands on, and what share of the page is not in place."""
    if kind is None:
        return {}
    moved = round(kind.moved / max(1, kind.rows), 1)
    return {"page.rectangle" if kind.rectangle else f"page.{kind.because}": 1.0, "page.moved": moved}


def features_by_line(document: "Document") -> dict[int, dict[str, float]]:
    """Line -> what is known of its row."""
    pairs = ((trail, record) for trail in document.trail for record in trail.records if record)
    return {record.aligned.row.line: features_of(trail, record) for trail, record in pairs}


def _read(source: bytes | Path) -> tuple[dict[int, dict[str, float]], dict[int, dict[str, Any]]]:
    document = importlib.import_module("dxlist").parse(source)
    return features_by_line(document), {one.line: one.model_dump(mode="json") for one in document.initiatives}


def cases_of_list(case: tuple[int, str]) -> list[tuple[Case, float]]:
    """Read a generated list; return a case for each record, and the confidence that it has today."""
    damaged = generate(*case)
    try:
        features, got = _read(damaged.data)
    except Exception as error:  # noqa: BLE001 - a list that is refused has no row whose confidence could be fitted
        print(f"{damaged.form} {damaged.seed}: {error}", file=sys.stderr)
        return []
    wants: dict[int, Mapping[str, Any]] = {want["line"]: want for want in damaged.answer if not want.get("undecidable")}
    right = {line for line, want in wants.items() if line in got and not [*differences(damaged.seed, want, got[line])]}
    return [(Case(features[line], line in right), record["confidence"]) for line, record in got.items()]


def cases_of_real(truth: Path) -> list[tuple[Case, float]]:
    """Read a real list that has its truth beside it; see `cases_of_list`."""
    features, got = _read(truth.with_name(truth.name.removesuffix(".truth.jsonl")))
    wants = {want["line"]: want for want in map(json.loads, truth.read_text("utf-8").splitlines())}
    return [
        (Case(features[line], line in wants and is_right(wants[line], record)), record["confidence"])
        for line, record in got.items()
    ]


def fit(cases: Iterable[Case], *, rarest: int = 30) -> Fitted:
    """Fit the weights; a feature of fewer rows than `rarest` is left out."""
    rows = list(cases)
    names = sorted({name for case in rows for name in case.features})
    names = [name for name in names if sum(name in case.features for case in rows) >= rarest]
    return Fitted(tuple(names), tuple(fit_logistic(group_cases(rows, names))))


def constants(fitted: Fitted, rows: int, places: int) -> Iterator[str]:
    """Yield the weights as a table of constants."""
    yield f"# Log-odds that a row is right; fitted by tests/damage/fit.py to {rows:,} rows."
    yield f"ALWAYS = {round(fitted.weights[0], places)}"
    yield "WEIGHTS: dict[str, float] = {"
    yield from (f'    "{name}": {round(w, places)},' for name, w in zip(fitted.names, fitted.weights[1:], strict=True))
    yield "}"


def margin_steps(cases: Iterable[Case]) -> Iterator[str]:
    """Yield what the margin alone says: from which margin on, which share is right."""
    groups = group_cases(cases, ["margin"])
    yield "# margin alone, pooled so that the share rises"
    yield from (
        f"# from {score:5.1f}: {share:.4f}" for score, share in isotonic((g.x[1], g.rows, g.right) for g in groups)
    )


def cut_table(pairs: Iterable[tuple[float, bool]]) -> Iterator[str]:
    """Yield for each cut of a confidence how many rows are wrong above it and right below it."""
    rows = list(pairs)
    right = sum(is_true for _, is_true in rows)
    yield "| doubtful below | wrong and silent | right and doubted |"
    yield "|---:|---:|---:|"
    for cut in CUTS:
        silent = sum(not is_true and confidence >= cut for confidence, is_true in rows)
        doubted = sum(is_true and confidence < cut for confidence, is_true in rows)
        yield f"| {cut} | {silent:,} ({silent / max(1, len(rows)):.3%}) | {doubted:,} ({doubted / max(1, right):.2%}) |"


def log_loss(pairs: Iterable[tuple[float, bool]]) -> float:
    """Return the mean surprise, in nats."""
    rows = [(min(max(p, 1e-4), 1 - 1e-4), is_true) for p, is_true in pairs]
    return -sum(math.log(p if is_true else 1 - p) for p, is_true in rows) / max(1, len(rows))


def _rows_of(lists: list[list[tuple[Case, float]]], misread: float) -> list[tuple[Case, float]]:
    """Return the rows of lists whose header was understood: where it was not, no row of the list could know."""
    kept = [rows for rows in lists if sum(not case.is_right for case, _ in rows) < misread * len(rows)]
    print(f"{len(lists)} lists, {len(lists) - len(kept)} of them misread as a whole and left out", file=sys.stderr)
    return [row for rows in kept for row in rows]


def _report(given: argparse.Namespace) -> Iterator[str]:
    turns = 2 * len(ALL_FORMS)
    sets = [[(seed, mixed_form(seed)) for seed in range(given.lists) if seed // turns % 2 == half] for half in (0, 1)]
    with ProcessPoolExecutor(given.jobs) as pool:
        fitted_lists, held_lists = (list(pool.map(cases_of_list, half, chunksize=10)) for half in sets)
    if given.real:
        for at, truth in enumerate(sorted(Path(given.real).glob("*.truth.jsonl"))):
            (fitted_lists if at % 2 == 0 else held_lists).append(cases_of_real(truth))
    fitted_on, held = (_rows_of(lists, given.misread) for lists in (fitted_lists, held_lists))
    found = fit(case for case, _ in fitted_on)
    yield from constants(found, len(fitted_on), given.places)
    yield from margin_steps(case for case, _ in fitted_on)
    for name, pairs in (
        ("today", [(confidence, case.is_right) for case, confidence in held]),
        ("fitted", [(found.probability(case.features), case.is_right) for case, _ in held]),
    ):
        yield f"\n{len(pairs):,} rows that were not fitted, confidence {name}: log loss {log_loss(pairs):.4f}\n"
        yield from cut_table(pairs)
        yield ""
        yield from reliability_table(Outcome("", confidence, is_right=is_true) for confidence, is_true in pairs)


def main(arguments: list[str] | None = None) -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.damage.fit", description="Fit the numbers of confidence.")
    parser.add_argument("--lists", type=int, default=2000)
    parser.add_argument("--real", metavar="FOLDER")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--misread", type=float, default=0.4, help="leave out lists with this share of rows wrong")
    parser.add_argument("--places", type=int, default=2)
    for line in _report(parser.parse_args(arguments)):
        print(line)


if __name__ == "__main__":
    main()
