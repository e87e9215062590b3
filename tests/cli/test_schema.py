"""``dxlist schema``: what it prints describes what ``parse`` writes."""

from __future__ import annotations

import json

import jsonschema
import pytest

from dxlist.model.document import Document
from tests.cli.runs import call, run
from tests.lists import SHIPPED


def schema(what: str) -> dict[str, object]:
    done = call("schema", "--what", what)
    assert done.code == 0
    printed: dict[str, object] = json.loads(done.out)
    return printed


def test_the_shipped_list_fits_the_schema_of_a_document() -> None:
    body = json.loads(call("parse", str(SHIPPED), "--output", "-").out)
    jsonschema.Draft202012Validator(schema("document")).validate(body)


def test_each_line_of_json_lines_fits_the_schema_of_an_initiative() -> None:
    validator = jsonschema.Draft202012Validator(schema("initiative"))
    lines = call("parse", str(SHIPPED), "--output", "-", "--format", "jsonl").out.splitlines()
    assert len(lines) == 131
    for line in lines:
        validator.validate(json.loads(line))


def test_each_finding_fits_the_schema_of_a_finding() -> None:
    validator = jsonschema.Draft202012Validator(schema("finding"))
    findings = json.loads(call("validate", str(SHIPPED), "--format", "json").out)
    assert findings
    for finding in findings:
        validator.validate(finding)
    assert not validator.is_valid(findings[0] | {"more": 1})


@pytest.mark.parametrize("damage", [{"schema_version": 1}, {"initiatives": [{}]}, {"more": 1}])
def test_what_is_no_document_does_not_fit(damage: dict[str, object]) -> None:
    body = json.loads(call("parse", str(SHIPPED), "--output", "-").out)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema("document")).validate(body | damage)


def test_a_document_is_described_unless_told_otherwise_and_the_same_on_every_run() -> None:
    done = run("schema", PYTHONHASHSEED="1")
    assert done == run("schema", PYTHONHASHSEED="2")
    assert json.loads(done.out) == schema("document")
    assert set(json.loads(done.out)["properties"]) == set(Document.model_fields)


def test_an_unknown_thing_is_a_usage_error() -> None:
    assert call("schema", "--what", "page").code == 2
