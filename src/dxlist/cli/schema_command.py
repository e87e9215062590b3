"""``dxlist schema``: the JSON Schema of what ``parse`` writes."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from dxlist.bilingual import Bilingual, Language
from dxlist.cli.screen import StandardOutput

SCHEMA = Bilingual(
    "parse が書くファイルの JSON Schema を標準出力に書きます。", "Print the JSON Schema of the files that parse writes."
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class What(StrEnum):
    """What a schema describes."""

    document = "document"
    initiative = "initiative"


def schema(
    language: Language,  # noqa: ARG001 - a schema is the same in every language
    *,
    what: Annotated[
        What,
        typer.Option("--what"),
        Bilingual(
            "一覧全体（.json）か、1件の事業（.jsonl の1行）か。",
            "A whole list (.json) or one initiative (a line of .jsonl).",
        ),
    ] = What.document,
) -> None:
    """Print the JSON Schema of a document or of an initiative."""
    StandardOutput().write(schema_text(what).encode())


def schema_text(what: What) -> str:
    """Return the JSON Schema as text, the same on every run."""
    from dxlist.model.document import Document  # noqa: PLC0415 - pydantic is not needed for --version
    from dxlist.model.initiative import Initiative  # noqa: PLC0415

    model = Document if what is What.document else Initiative
    body = {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
