"""What a rule finds: where, what, how bad; as it is handed on inside, and as it leaves the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from pydantic import Field

from dxlist.model.initiative import Record
from dxlist.text.bilingual import Bilingual  # noqa: TC001 - pydantic reads it at run time, where findings are cached

Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Worst first."""


class Place(NamedTuple):
    """Where something stands in a list; what is None is not narrowed down."""

    line: int | None = None
    """1-based physical line; None: the whole file."""
    cell: int | None = None
    """1-based."""
    start: int | None = None
    """0-based code point of the raw cell."""
    end: int | None = None
    """Code point behind the last one."""
    text: str | None = None
    """The raw cell."""
    initiative_id: str | None = None
    about: str = ""
    """What the row is of, in its own words: it names the place when lines move."""


class Related(Record):
    """Another place that a finding speaks of."""

    file: str
    line: int | None = Field(description="1-based physical line.")


class Edit(Record):
    """Words of one cell of a list, and what is to stand in their place."""

    line: int = Field(description="1-based physical line.")
    cell: int = Field(description="1-based cell of that line.")
    start: int = Field(description="0-based code point of the raw cell.")
    end: int = Field(description="Code point behind the last one.")
    text: str = Field(description="What is to stand there.")


class Fix(Record):
    """How the list is to be changed so that a finding is gone."""

    certain: bool = Field(
        description="Only this can have been meant: --fix makes it. Otherwise a person decides: --unsafe-fixes."
    )
    edits: list[Edit] = Field(description="The changes of the list, one for each place.")


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields."""

    place: Place
    message: Bilingual
    related: tuple[Related, ...] = ()
    suggestion: str | None = None
    """What could stand there instead."""
    severity: Severity | None = None
    """Where it is not that of the rule."""
    fix: Fix | None = None
    """Where the suggestion in the place of its words does not say it all."""


class Finding(Record):
    """One thing that a rule found in a list, as it leaves the program.

    ``dxlist.validate`` returns them.

    >>> import dxlist
    >>> finding = dxlist.validate("data/raw/fukushima_r04.tsv", select="DX4")[0]
    >>> finding.code, finding.severity, finding.line
    ('DX402', 'warning', 36)
    """

    code: str = Field(description="Code of the rule: DX101.")
    severity: Severity
    message: str = Field(description="One sentence, in the language that was asked for.")
    file: str = Field(description="Path of the list as it was given.")
    line: int | None = Field(description="1-based physical line; null: the whole file.")
    cell: int | None = Field(description="1-based cell of that line.")
    start: int | None = Field(description="0-based code point of the raw cell.")
    end: int | None = Field(description="Code point behind the last one.")
    initiative_id: str | None = Field(description="The record that it is about.")
    related: list[Related] = Field(description="Other places that it speaks of.")
    suggestion: str | None = Field(description="What could stand in place of the marked words.")
    fix: Fix | None = Field(
        default=None,
        description="How the list is to be changed so that the finding is gone; null where that is not known.",
    )
