"""``dxlist schema``: the JSON Schema of what ``parse``, ``validate`` and ``dedupe`` write."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dxlist.cli.screen import StandardOutput
from dxlist.text.bilingual import Bilingual, Language

if TYPE_CHECKING:
    from pydantic import BaseModel

SCHEMA = Bilingual(
    "parse、validate、dedupe が書くものの JSON Schema を標準出力に書きます。",
    "Print the JSON Schema of what parse, validate and dedupe write.",
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class What(StrEnum):
    """What a schema describes."""

    document = "document"
    initiative = "initiative"
    finding = "finding"
    projects = "projects"
    project = "project"


def schema(
    language: Language,  # noqa: ARG001 - a schema is the same in every language
    *,
    what: Annotated[
        What,
        typer.Option("--what"),
        Bilingual(
            "一覧全体（.json）、1件の事業（.jsonl の1行）、validate の検出結果、dedupe の全体か1事業のどれか。",
            "A whole list (.json), one initiative (a line of .jsonl), a finding of validate, all or one of dedupe's.",
        ),
    ] = What.document,
) -> None:
    """Print a JSON Schema."""
    StandardOutput().write(schema_text(what).encode())


def schema_text(what: What) -> str:
    """Return the JSON Schema as text, the same on every run."""
    from dxlist.model.document import Document  # noqa: PLC0415 - pydantic is not needed for --version
    from dxlist.model.finding import Finding  # noqa: PLC0415
    from dxlist.model.initiative import Initiative  # noqa: PLC0415
    from dxlist.model.project import Project, Projects  # noqa: PLC0415

    models: dict[str, type[BaseModel]] = {
        "document": Document,
        "initiative": Initiative,
        "finding": Finding,
        "projects": Projects,
        "project": Project,
    }
    body = {"$schema": DIALECT, **models[what].model_json_schema(mode="serialization")}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
