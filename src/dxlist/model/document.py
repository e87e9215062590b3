"""A whole list: what is known of the file, its initiatives, what was left over, and counts."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator

from dxlist.model.columns import SettledPlace  # noqa: TC001 - pydantic reads it at run time
from dxlist.model.initiative import READABLE_VERSIONS, SCHEMA_VERSION, Initiative, Leftover, Record
from dxlist.model.stages import NoteKind  # noqa: TC001 - pydantic reads it at run time
from dxlist.text.bilingual import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.stages import AlignedRow, PageKind, PageTable, RawRecord


class TitleInfo(Record):
    """A title line."""

    line: int
    part: int
    text: str


class NoteInfo(Record):
    """A line beside the table: a remark, a total, a unit, a page number."""

    line: int
    kind: NoteKind
    text: str


class HeaderInfo(Record):
    """One column of a page's header."""

    cell: int
    text: str
    column: str | None = Field(
        description="Key of ``sources``: one of the six, or levels.…, departments.…, indicators.…, extra.…; "
        "null before schema 2.1."
    )
    role: str | None = Field(
        default=None,
        description="What its header names, as a sidecar writes it: indicator.target; null before schema 2.1.",
    )
    guessed: bool = Field(description="Named by what its cells look like; the sidecar's [columns] settles it.")


class PageInfo(Record):
    """One page of the print: physical lines by kind."""

    page: int
    part: int
    header: list[HeaderInfo]
    title_lines: list[int]
    header_lines: list[int]
    body_lines: list[int]
    note_lines: list[int]


CorrectionState = Literal[
    "no_row", "no_column", "gone", "ambiguous", "twice", "obsolete", "moved", "repeated", "unchecked"
]
"""What there is to say of a correction; those up to ``obsolete`` were not used."""


class CorrectionNote(Record):
    """A correction or confirmation of the sidecar that was not used, or that was used and is to be looked at."""

    line: int | None
    column: SettledPlace = Field(
        description="One of the six columns, or the key of `sources` (extra.備考); row: the whole row was confirmed; "
        "cell: that a cell belongs to no column was."
    )
    reason: str
    state: CorrectionState = Field(
        default="no_row",
        description="Not used: no row begins on its line; its table has no such column; its text is gone; its text "
        "stands in several rows; another correction has settled the cell; the list itself has the value now. Used: on "
        "another line than the sidecar says; its text stands in other rows too; the sidecar does not say what it "
        "corrects.",
    )
    was: str | None = Field(
        default=None, description="The text that it corrects; of one that does not say it, the text that stands there."
    )
    project_name: str | None = Field(
        default=None, description="As the sidecar says; of one that was used, the project of the row."
    )
    now: int | None = Field(default=None, description="The row on which it was used; null where it was not.")
    lines: list[int] = Field(
        default_factory=list, description="Other rows with the text that it corrects; of an obsolete one, the row."
    )
    written_at: int | None = Field(default=None, description="Line of the sidecar.")


class IgnoredRule(Record):
    """A rule that the sidecar switches off for this list."""

    code: str = Field(pattern=r"^DX[0-9]{1,3}$", description="Code of a rule, or the beginning of several: DX305, DX3.")
    reason: str = Field(description="Why, as the sidecar says.")


class IgnoredFinding(Record):
    """A single finding that a person looked at and left as it is."""

    code: str = Field(pattern=r"^DX[0-9]{3}$", description="Code of the rule.")
    line: int | None = Field(default=None, description="1-based physical line; null: as the words alone tell.")
    words: str | None = Field(default=None, description="The marked words, or the cell where none are marked.")
    project_name: str | None = Field(default=None, description="What the row of the finding is of.")
    reason: str = Field(description="Why, as the sidecar says.")
    written_at: int | None = Field(default=None, description="Line of the sidecar.")


class ControlCharacter(Record):
    """A character of a text that nobody sees and a program may trip over."""

    character: str = Field(description="As Unicode names it: U+0000.")
    count: int
    line: int = Field(description="1-based line of the first one.")


class FurtherEncoding(Record):
    """Where the text goes on in another encoding, as where one file was put behind another."""

    line: int = Field(description="1-based line with which it begins.")
    byte: int = Field(description="1-based byte with which it begins.")
    encoding: str


class GovernmentSource(Record):
    """Where the code and the name of a list's local government come from."""

    by: Literal["sidecar", "title", "file_name"]
    line: int | None = Field(default=None, description="1-based line of the title.")
    text: str = Field(description="What says it: what the sidecar says, the title, or the name of the file.")
    supplied: list[Literal["code", "name"]] = Field(
        default=[], description="Which of the two the official table supplied."
    )
    contradicts: bool = Field(
        default=False, description="The sidecar's code and name are those of two governments in the official table."
    )


class DocumentInfo(Record):
    """What is known of the file."""

    document_id: str
    name: str | None = Field(description="Title from the sidecar, or the first title of the list.")
    read_as: str = Field(
        default="text", description="Name of the form of input. What follows is null where it has none."
    )
    sha256: str
    encoding: str | None
    byte_order_mark: bool
    encoding_rival: str | None = Field(description="Another encoding that reads the bytes nearly as well.")
    further_encodings: list[FurtherEncoding] = Field(
        default=[], description="Where the text goes on in another encoding; such a list is to be saved in one."
    )
    control_characters: list[ControlCharacter] = Field(
        default=[],
        description="Control characters in the text, tabs and line ends apart; what pads the end of a file is left out "
        "of the records.",
    )
    delimiter: str | None
    line_ends: str | None = Field(description="LF, CRLF, CR, none, or several joined by +.")
    local_government_code: str | None
    local_government_name: str | None
    local_government_from: GovernmentSource | None = Field(
        default=None, description="Where both come from; null where they are not known, and before schema 3.0."
    )
    fiscal_year: int | None
    publisher: str | None
    source: str | None
    source_url: str | None
    licence: str | None
    titles: list[TitleInfo]
    pages: list[PageInfo]
    notes: list[NoteInfo]
    blank_lines: list[int]
    unused_corrections: list[CorrectionNote]
    noted_corrections: list[CorrectionNote] = Field(
        default_factory=list,
        exclude_if=operator.not_,
        description="Corrections that were used and are to be looked at: they moved, or could be taken for those of "
        "another row. Left out where none.",
    )
    ignored_rules: list[IgnoredRule]
    ignored_findings: list[IgnoredFinding] = Field(
        default_factory=list,
        exclude_if=operator.not_,
        description="Single findings that the sidecar says to leave. Left out where none.",
    )


class Counts(Record):
    """Figures of one list."""

    pages: int
    parts: int
    initiatives: int
    leftovers: int = Field(description="Cells of no column, less those that a person confirmed.")
    doubtful: int = Field(description="Initiatives whose confidence is below 0.7.")
    repairs: dict[str, int] = Field(description="Repairs by kind.")


class Document(BaseModel):
    """A list as records; iterating gives its initiatives.

    ``dxlist.parse`` and ``dxlist.load`` return it.  It is frozen; a copy is changed with ``model_copy``.

    >>> import dxlist
    >>> document = dxlist.parse("data/raw/fukushima_r04.tsv")
    >>> len(document), document.document.fiscal_year, document.counts.leftovers
    (131, 2022, 1)
    >>> next(iter(document)).project_name
    'ふくしま自治研修センターにおける職層別研修への派遣'
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    schema_version: str = SCHEMA_VERSION
    document: DocumentInfo
    initiatives: list[Initiative]
    leftovers: list[Leftover]
    counts: Counts
    _trail: list[Trail] = PrivateAttr(default_factory=list)

    @field_validator("schema_version")
    @classmethod
    def _readable(cls, version: str) -> str:
        """Take a file of an older version as one of this: its keys are all still here."""
        if version.partition(".")[0] not in READABLE_VERSIONS:
            raise ValueError(f"version {version} of the schema is not known; {SCHEMA_VERSION} is")
        return SCHEMA_VERSION

    def __repr__(self) -> str:
        """Return one line: a notebook shows it for every document."""
        counts, name = self.counts, self.document.name or ""
        rows = f"{plural(counts.initiatives, '行', 'row').en}, {counts.doubtful} doubtful"
        return f"<{type(self).__name__} {self.document.document_id}: {name[:_LONGEST_NAME]}, {rows}>"

    __str__ = __repr__

    def __iter__(self) -> Iterator[Initiative]:  # type: ignore[override]
        return iter(self.initiatives)

    def __eq__(self, other: object) -> bool:
        """Equal in all that a file holds; the trail is not part of it."""
        return isinstance(other, Document) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self.initiatives)

    @property
    def trail(self) -> list[Trail]:
        """The stages of each page, so that a wrong record can be followed back; not written to files."""
        return self._trail

    def to_json(self) -> str:
        """Return the document as JSON text with a line end, the same for the same bytes and sidecar."""
        return self.model_dump_json(indent=2) + "\n"


_LONGEST_NAME = 60


class Trail:
    """The intermediates of one page: its table, its aligned rows, its raw records, and which kind of page it is."""

    __slots__ = ("aligned", "kind", "records", "table")

    def __init__(
        self,
        table: PageTable,
        aligned: list[AlignedRow],
        records: list[RawRecord | None],
        kind: PageKind | None = None,
    ) -> None:
        self.table = table
        self.aligned = aligned
        self.records = records
        self.kind = kind
