"""``dxlist query``: which rows of the lists have this in common, as a table, as records, counted or added up."""

from __future__ import annotations

import typer

from dxlist.cli import query_options as option  # noqa: TC001 - typer reads the annotations
from dxlist.cli.parse_options import EncodingName  # noqa: TC001
from dxlist.text.bilingual import Bilingual, Language

QUERY = Bilingual(
    "条件に合う事業・取組を探し、表やレコードで示し、数え、目標を合計します。",
    "Find the initiatives that fit: as a table, as records, counted, or with their targets added up.",
)


def query(
    language: Language,
    paths: option.Paths = None,
    *,
    dept: option.Dept = None,
    field: option.Field = None,
    item: option.Item = None,
    project: option.Project = None,
    programme: option.Programme = None,
    text: option.Text = None,
    kpi_unit: option.KpiUnit = None,
    kpi_min: option.KpiMin = None,
    kpi_max: option.KpiMax = None,
    kpi_status: option.KpiStatus = None,
    due: option.Due = None,
    year: option.Year = None,
    part: option.Part = None,
    shared: option.Shared = None,
    plan_only: option.PlanOnly = False,
    where: option.Where = None,
    group_by: option.GroupBy = None,
    projects: option.Projects = False,
    count: option.Count = False,
    columns: option.Columns = None,
    wide: option.Wide = False,
    sort: option.Sort = None,
    limit: option.Limit = None,
    format_: option.FormatName = None,
    output: option.Output = "-",
    overwrite: option.Overwrite = False,
    excel_safe: option.ExcelSafe = False,
    encoding: EncodingName = None,
) -> None:
    """Find initiatives."""
    from dxlist.cli.query_run import Asked, View, run_query  # noqa: PLC0415 - nothing of the work is loaded for --version
    from dxlist.cli.voice import Voice  # noqa: PLC0415

    names = {"dept": dept, "field": field, "item": item, "project": project, "programme": programme, "text": text}
    names |= {"kpi-unit": kpi_unit, "kpi-status": kpi_status, "due": due, "year": year}
    asked = Asked(
        names={name: tuple(values or ()) for name, values in names.items()},
        kpi_min=kpi_min, kpi_max=kpi_max, parts=tuple(part or ()), shared=shared, plan_only=plan_only, where=where,
    )  # fmt: skip
    view = View(
        group_by=group_by, projects=projects, count=count, columns=tuple(columns or ()), wide=wide,
        sort=tuple(sort or ()), limit=limit, format=format_, output=output, overwrite=overwrite,
        excel_safe=excel_safe,
    )  # fmt: skip
    raise typer.Exit(run_query(paths or [], asked, view, Voice(language), encoding))
