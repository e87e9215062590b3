"""``dxlist schema``: the JSON Schema of what ``parse``, ``validate`` and ``dedupe`` write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.terminal import StandardOutput
from dxlist.cli.usage import choice
from dxlist.model.document import Document
from dxlist.model.finding import Finding
from dxlist.model.initiative import Initiative
from dxlist.model.project import Project, Projects

if TYPE_CHECKING:
    from pydantic import BaseModel

    from dxlist.cli.messages import Messages

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELS: dict[str, type[BaseModel]] = {
    "document": Document,
    "initiative": Initiative,
    "finding": Finding,
    "projects": Projects,
    "project": Project,
}
"""What a schema describes."""


@dataclass(frozen=True, kw_only=True)
class SchemaOptions:
    """The options of ``dxlist schema``."""

    what: str = option.value(
        f"--what {'|'.join(MODELS)}",
        "一覧全体（.json）、1件の事業（.jsonl の1行）、validate の検出結果、dedupe の全体か1事業のどれか。",
        "A whole list (.json), one initiative (a line of .jsonl), a finding of validate, all or one of dedupe's.",
        "document",
    )


def schema(options: SchemaOptions, _messages: Messages) -> Exit:
    """Print a JSON Schema, which is the same in every language."""
    StandardOutput().write(schema_text(choice("--what", options.what, MODELS)).encode())
    return Exit.DONE


def schema_text(what: str) -> str:
    """Return the JSON Schema as text, the same on every run."""
    body = {"$schema": DIALECT, **MODELS[what].model_json_schema(mode="serialization")}
    for described in (body, *body["$defs"].values()):
        described["description"] = described["description"].partition("\n\n")[0]  # without the example
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
