"""A parsed list says of each row which project it is of, and which rows share it; a stream does not."""

import pytest

import dxlist
from tests.lists import SHIPPED, ids_of
from tests.projects.gold import SHARED


def test_rows_of_a_shared_project_name_each_other() -> None:
    records = {initiative.line: initiative for initiative in dxlist.parse(SHIPPED)}
    for rows in SHARED:
        assert len({records[line].project_id for line in rows}) == 1
        for line in rows:
            assert records[line].shared_with == [ids_of()[other] for other in rows if other != line]


def test_the_ids_are_those_of_the_projects() -> None:
    document = dxlist.parse(SHIPPED)
    projects = dxlist.find_projects(document).projects
    home = {mention.initiative_id: project.project_id for project in projects for mention in project.mentions}
    assert {initiative.initiative_id: initiative.project_id for initiative in document} == home


@pytest.mark.parametrize("field", ["project_id", "shared_with"])
def test_a_stream_does_not_know_them(field: str) -> None:
    assert {getattr(initiative, field) for initiative in dxlist.stream(SHIPPED)} == {None}
