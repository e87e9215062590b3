"""Initiatives made by hand, as short as a test needs them."""

from __future__ import annotations

from dxlist.model.initiative import Department, Filled, Initiative
from dxlist.model.kpi import KpiTarget
from dxlist.values.departments import read_departments
from dxlist.values.kpi_targets import read_kpi
from dxlist.values.project_names import read_project_levels

OVERVIEW = "県民の利便性の向上と業務の効率化を図るため、電子申請の仕組みを共同で導入する。"
OTHER = "道路の維持管理に係る点検記録を台帳に取りまとめ、補修計画の見直しに用いる。"
TARGET = "電子申請システムの利用件数について、11万件を目標とする。"
OTHER_TARGET = "補修計画を見直した路線数について、12路線を目標とする。"


def row(
    name: str | None,
    *,
    department: str | None = "企画調整部 デジタル変革課",
    overview: str | None = None,
    kpi: str | None = None,
    year: int | None = 2022,
    line: int = 1,
    government: str | None = "070009",
    document: str | None = None,
    item: str = "1(1)",
    title: str | None = None,
    filled_from: int | None = None,
) -> Initiative:
    """Return one row; its list is named for government and year."""
    document = document or f"{government}_{year}"
    units = read_departments(department) if department else ()
    targets = read_kpi(kpi, shared=False)
    return Initiative(
        initiative_id=f"{document}-{line:04d}",
        document_id=document,
        local_government_code=government,
        local_government_name=None,
        fiscal_year=year,
        part=1,
        part_title=None,
        page=1,
        line=line,
        field_code="1",
        field_name="行政",
        item_codes=[item],
        item_name=title,
        plan_only=False,
        departments=[Department(department=u.department, bureau=u.bureau, division=u.division) for u in units],
        project_name=name,
        project_levels=list(read_project_levels(name)) if name else [],
        overview=overview,
        kpi_text=kpi,
        kpi_status=targets.status,
        kpi_targets=[KpiTarget(**target.fields()) for target in targets.targets],
        extra={},
        sources={},
        repairs=[Filled(kind="filled", column="project_name", from_line=filled_from)] if filled_from else [],
        confidence=1.0,
    )
