"""``request_of``: the options of ``dxlist validate`` and the configuration -> what is to be done, all of it checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import typer

from dxlist.cli.validate_options import FORMAT_NAMES, TEXT
from dxlist.errors import UsageError
from dxlist.jobs.inputs import find_inputs
from dxlist.model.finding import SEVERITIES
from dxlist.rules.selection import SelectionError, chosen_rules
from dxlist.settings import FAIL_ON, SettingsError, find_settings, read_settings
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.registry import Rule
    from dxlist.settings import FailOn, Settings
    from dxlist.text.bilingual import Language

STANDARD_OUTPUT = "-"


class Asked(NamedTuple):
    """The options as they were given; None and empty: not given."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    format: str | None
    output: str
    show: str | None
    encoding: str | None
    baseline: str | None
    write_baseline: str | None
    config: str | None
    quiet: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What ``dxlist validate`` is to do."""

    paths: tuple[str, ...]
    rules: tuple[Rule, ...]
    fail_on: FailOn
    format: str
    output: str
    show: Severity
    encoding: str | None
    baseline: Path | None
    write_baseline: str | None
    quiet: bool


_BY_NAME = {".sarif": "sarif", ".sarif.json": "sarif", ".jsonl": "jsonl", ".json": "json", ".xml": "junit"}


def _format_by_name(output: str) -> str | None:
    """Return the format that the name of the report says, where it says one.

    >>> [_format_by_name(name) for name in ("a.sarif.json", "a.JSON", "a.xml", "a.txt", "-")]
    ['sarif', 'json', 'junit', None, None]
    """
    return next((form for end, form in _BY_NAME.items() if output.lower().endswith(end)), None)


def request_of(asked: Asked, language: Language) -> Request:
    """Return what is to be done; an option wins over the configuration.

    Raises:
        typer.BadParameter: an option whose value cannot be.
        DxlistError: a configuration that cannot be, a code that stands for no rule, a file that would replace a list.
    """
    check_option("--fail-on", asked.fail_on, FAIL_ON, language)
    check_option("--format", asked.format, FORMAT_NAMES, language)
    check_option("--show", asked.show, SEVERITIES, language)
    settings = read_settings(Path(asked.config)) if asked.config else find_settings(Path.cwd())
    fail_on = cast("FailOn", asked.fail_on or settings.fail_on or "warning")
    format_ = asked.format or _format_by_name(asked.output) or _format_of(settings)
    request = Request(
        paths=asked.paths,
        rules=_rules(asked, settings),
        fail_on=fail_on,
        format=format_,
        output=asked.output,
        show=_show(asked, settings, fail_on, format_),
        encoding=asked.encoding,
        baseline=Path(asked.baseline) if asked.baseline else settings.baseline,
        write_baseline=asked.write_baseline,
        quiet=asked.quiet,
    )
    _keep_lists_safe(request)
    return request


def check_option(name: str, value: str | None, choices: Sequence[str], language: Language) -> None:
    """Raise where an option was given a value that is none of its choices.

    Raises:
        typer.BadParameter: with all choices.
    """
    if value is not None and value not in choices:
        names = ", ".join(choices)
        text = Bilingual(
            f"「{value}」は使えません。{names} のどれかを指定してください。", f'"{value}" is none of {names}.'
        )
        raise typer.BadParameter(text.text(language), param_hint=name)


def _format_of(settings: Settings) -> str:
    if settings.format is None or settings.format in FORMAT_NAMES:
        return settings.format or TEXT
    names = ", ".join(FORMAT_NAMES)
    problem = Bilingual(
        f"「format」の「{settings.format}」という形式はありません。", f'format: there is no "{settings.format}".'
    )
    remedy = Bilingual(f"{names} のどれかを書いてください。", f"Write one of {names}.")
    raise SettingsError(str(settings.file), problem, remedy)


def _rules(asked: Asked, settings: Settings) -> tuple[Rule, ...]:
    """Return the rules to apply; of a code that stands for none say where it was written."""
    try:
        return chosen_rules(asked.select or settings.select, asked.ignore or settings.ignore)
    except SelectionError as error:
        given = {part.strip().upper() for text in (*asked.select, *asked.ignore) for part in text.split(",")}
        if error.place in given:
            raise
        raise SettingsError(f"{settings.file}: {error.place}", error.problem, error.remedy) from error


def _show(asked: Asked, settings: Settings, fail_on: FailOn, format_: str) -> Severity:
    """Return the lowest severity to report: what makes the command fail is always shown, unless told otherwise."""
    wanted = cast("Severity | None", asked.show or settings.show)
    if wanted or format_ != TEXT:
        return wanted or "info"
    return "info" if fail_on == "info" else "warning"


def _keep_lists_safe(request: Request) -> None:
    """Raise where a file to write is one of the lists: the evidence is never overwritten."""
    for target in (request.output, request.write_baseline):
        if not target or target == STANDARD_OUTPUT or not Path(target).exists():
            continue
        for path in find_inputs(request.paths, normalised=True).lists:
            if path != STANDARD_OUTPUT and Path(path).exists() and Path(target).samefile(path):
                problem = Bilingual("書き出すと元の一覧を上書きします。", "writing would replace the list itself.")
                remedy = Bilingual("別のファイルを指定してください。", "Give another file.")
                raise UsageError(target, problem, remedy)
