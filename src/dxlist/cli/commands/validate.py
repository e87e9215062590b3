"""``dxlist validate``: lists -> what the rules find in them."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, cast

from dxlist.cli import options as option
from dxlist.cli.corrections import say_ignored
from dxlist.cli.decisions import find_decisions, holding_decisions, kept, open_decisions
from dxlist.cli.exits import Exit
from dxlist.cli.formats import FINDINGS, TEXT, style_of
from dxlist.cli.inputs import lists_of, read_documents, readable_path
from dxlist.cli.outputs import (
    ANOTHER_NAME,
    BASELINE,
    SETTINGS,
    STANDARD_OUTPUT,
    Kept,
    WrittenOutput,
    check_outputs,
    write_output,
)
from dxlist.cli.terminal import console, is_terminal
from dxlist.cli.usage import EMPTY_VALUE, choice
from dxlist.errors import UsageError
from dxlist.exports.described.found import findings_table
from dxlist.exports.format import FORMATS
from dxlist.exports.formats.github import VARIABLE as STEP_SUMMARY
from dxlist.exports.formats.github import step_summary
from dxlist.model.finding import SEVERITIES
from dxlist.normalised import SUFFIX, list_of
from dxlist.report.finding_summary import one_line
from dxlist.report.findings import report_lines, report_text
from dxlist.rules.baseline import Compared, baseline_text, compare, read_baseline
from dxlist.rules.checking import at_least, check_lists
from dxlist.rules.registry import all_rules
from dxlist.rules.selection import SelectionError, chosen_rules
from dxlist.settings import FAIL_ON, Settings, SettingsError, find_settings, read_settings
from dxlist.text.bilingual import EMPTY, Bilingual, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.exports.format import Style
    from dxlist.model.document import Document
    from dxlist.model.finding import Severity
    from dxlist.rules.baseline import KnownFinding
    from dxlist.rules.checking import Checked
    from dxlist.rules.registry import Rule
    from dxlist.settings import FailOn
    from dxlist.text.bilingual import Language


@dataclass(frozen=True, kw_only=True)
class ValidateOptions(option.ProjectTableOptions):
    """The options of ``dxlist validate``."""

    select: option.Several = option.several(
        "--select -s CODES",
        "使うルール番号か頭の部分（DX401、DX4 など）。コンマで並べても、繰り返してもよい。",
        "Codes of the rules to apply, or how they begin (DX401, DX4); with commas, or several times.",
    )
    ignore: option.Several = option.several(
        "--ignore CODES", "使わないルール番号か頭の部分。", "Codes of the rules to leave out, or how they begin."
    )
    fail_on: str | None = option.value(
        f"--fail-on {'|'.join(FAIL_ON)}",
        "この重大度以上のものが見つかれば終了コード1。省くと warning。",
        "Exit 1 where a finding is as bad as this or worse; without it, warning.",
    )
    format: str | None = FINDINGS.option()
    show: str | None = option.value(
        f"--show {'|'.join(SEVERITIES)}",
        "示す重大度の下限。省くと text は warning 以上を示して info は数だけ、ほかの形式はすべて。",
        "Lowest severity that is reported; without it text shows warnings and errors and counts infos, "
        "the other formats report everything.",
    )
    baseline: str | None = option.value(
        "--baseline FILE",
        "既知の検出結果のファイル。そこにあるものは示さず、終了コードにも数えません。",
        "File of known findings; what it holds is not reported and fails nothing.",
    )
    write_baseline: str | None = option.value(
        "--write-baseline FILE",
        "今の検出結果をすべて既知としてこのファイルに書き、終了コード0で終わります。",
        "Write all findings of now into this file, as known ones, and exit 0.",
    )
    config: str | None = option.value(
        "--config FILE",
        "設定のファイル。省くと、今のフォルダーから上へ最初に見つかる dxlist.toml か pyproject.toml の [tool.dxlist]。",
        "Configuration; without it the nearest dxlist.toml, or pyproject.toml with [tool.dxlist], "
        "from this folder upward.",
    )


@dataclass(frozen=True, slots=True)
class _Decided:
    """What is to be done: an option wins over the configuration."""

    rules: tuple[Rule, ...]
    fail_on: FailOn
    format: str
    show: Severity
    baseline: Path | None
    style: Style


def validate(options: ValidateOptions, messages: Messages) -> Exit:
    """Check all lists, report what the rules find, and return the exit code.

    Raises:
        DxlistError: nothing can be read or written at all, or the configuration or the baseline is damaged.
    """
    for name, value, names in (("--fail-on", options.fail_on, FAIL_ON), ("--show", options.show, SEVERITIES)):
        if value is not None:
            choice(name, value, names)
    settings = read_settings(Path(options.config)) if options.config else find_settings(Path.cwd())
    baseline = Path(options.baseline) if options.baseline else settings.baseline
    decided = _decided(options, settings, baseline)
    files = find_decisions(options, settings)
    _check_outputs(options, settings, baseline, files)
    decisions = open_decisions(files)
    known = read_baseline(decided.baseline) if decided.baseline and not options.write_baseline else None
    read = read_documents(options.paths, messages, encoding=options.encoding, joined=False)
    if not read.named and not _says_unread(decided.format):
        return Exit.CANNOT
    _say_unknown_rules(read.named, messages)
    _say_contradictions(read.named, messages)
    holding = holding_decisions(decisions, read.documents, messages)
    checked = replace(check_lists(_by_lists(read.named), decided.rules, holding), unread=tuple(read.unread))
    if options.write_baseline:
        return _write_baseline(checked, options.write_baseline, messages, complete=read.complete)
    say_ignored(checked, messages)
    compared = compare(checked, known) if known else Compared(checked)
    _report(compared, decided, options, messages)
    failed = decided.fail_on != "never" and bool(at_least(compared.new.findings, decided.fail_on))
    return read.exit(found=failed)


def _decided(options: ValidateOptions, settings: Settings, baseline: Path | None) -> _Decided:
    """Return what is to be done.

    Raises:
        DxlistError: a format that there is not, a code that stands for no rule.
    """
    if settings.format is not None and settings.format not in FINDINGS.about:
        raise _no_such_format(settings)
    fail_on = cast("FailOn", options.fail_on or settings.fail_on or "warning")
    format_ = FINDINGS.chosen(options.format, options.output, settings.format)
    usual: Severity = "info" if format_ != TEXT or fail_on == "info" else "warning"
    return _Decided(
        rules=_rules(options, settings),
        fail_on=fail_on,
        format=format_,
        # What makes the command fail is always shown, unless told otherwise.
        show=cast("Severity", options.show or settings.show or usual),
        baseline=baseline,
        style=style_of(options, format_, options.output),
    )


def _no_such_format(settings: Settings) -> SettingsError:
    names = ", ".join(FINDINGS.about)
    problem = Bilingual(
        f"「format」の「{settings.format}」という形式はありません。", f'format: there is no "{settings.format}".'
    )
    remedy = Bilingual(f"{names} のどれかを書いてください。", f"Write one of {names}.")
    return SettingsError(str(settings.file), problem, remedy)


def _rules(options: ValidateOptions, settings: Settings) -> tuple[Rule, ...]:
    """Return the rules to apply; of a code that stands for none say where it was written."""
    try:
        return chosen_rules(options.select or settings.select, options.ignore or settings.ignore)
    except SelectionError as error:
        given = {part.strip().upper() for text in (*options.select, *options.ignore) for part in text.split(",")}
        if error.place in given:
            raise
        raise SettingsError(f"{settings.file}: {error.place}", error.problem, error.remedy) from error


def _check_outputs(
    options: ValidateOptions, settings: Settings, baseline: Path | None, decisions: Sequence[Path]
) -> None:
    """Raise where a file to write is one that people made; the baseline is replaced by a baseline only."""
    outputs = [WrittenOutput(options.output)]
    if options.write_baseline:
        outputs.append(WrittenOutput(options.write_baseline, "baseline"))
    if options.write_baseline is not None and not options.write_baseline.strip():
        raise UsageError("--write-baseline", EMPTY_VALUE, ANOTHER_NAME)
    if outputs == [WrittenOutput(STANDARD_OUTPUT)]:
        return
    of_settings = [Kept(settings.file, SETTINGS)] if settings.file else []
    all_kept = [*of_settings, *kept(decisions)]
    check_outputs(outputs, lists_of(options.paths, joined=False), overwrite=options.overwrite, kept=all_kept)
    if baseline:
        check_outputs([options.output], overwrite=options.overwrite, kept=[Kept(baseline, BASELINE)])


def _says_unread(format_: str) -> bool:
    """Return whether a report says which lists could not be read: without it, an empty one would look like a pass."""
    return format_ != TEXT and "findings" in FORMATS[format_].takes


def _by_lists(documents: Sequence[tuple[str, Document]]) -> list[tuple[str, Document]]:
    """Return the documents, a normalised one by the name of its list: a finding's line is a line of that.

    What stands in no known place, or has changed since, keeps the name of the normalised file.  A list and what was
    made from it are one list.
    """
    named = dict[str, tuple[str, "Document"]]()
    for path, document in documents:
        is_raw = Path(path).suffix.lower() != SUFFIX
        found = None if is_raw else list_of(Path(path), document)
        name = readable_path(os.path.relpath(found)) if found else path
        key = os.path.realpath(name)
        if is_raw or key not in named:
            named[key] = name, document
    return list(named.values())


def _say_unknown_rules(documents: Sequence[tuple[str, Document]], messages: Messages) -> None:
    """Say which codes of a sidecar's ``[ignore]`` stand for no rule: a slip of the pen switches nothing off."""
    for path, document in documents:
        for code in (ignored.code for ignored in document.document.ignored_rules):
            if not any(known.startswith(code) for known in all_rules()):
                said = Bilingual(
                    f"付属ファイルの [ignore] の {code} で始まるルールはありません。dxlist rules で確かめてください。",
                    f"{code} in the sidecar's [ignore] begins no rule's code. See dxlist rules.",
                )
                messages.remark(f"{path}: " + said)


def _say_contradictions(documents: Sequence[tuple[str, Document]], messages: Messages) -> None:
    """Say where the code and the name of a sidecar are those of two governments: one of them is a slip of the pen."""
    for path, document in documents:
        info = document.document
        if info.local_government_from and info.local_government_from.contradicts:
            code, name = info.local_government_code, info.local_government_name
            said = Bilingual(
                f"付属ファイルのコード {code} と名称「{name}」が、公式の表では別の団体のものです。"
                "どちらかを直してください。",
                f'code {code} and name "{name}" of the sidecar are those of two in the official table. Correct one.',
            )
            messages.remark(f"{path}: " + said)


def _write_baseline(checked: Checked, target: str, messages: Messages, *, complete: bool) -> Exit:
    """Write the findings of now as known ones; nothing where a list, and so its findings, could not be read."""
    if not complete:
        messages.error(_NOT_WRITTEN)
        return Exit.CANNOT
    write_output(baseline_text(checked, messages.language).encode(), target)
    messages.remark(
        f"{target}: "
        + plural(len(checked.findings), "件", "finding")
        + Bilingual(
            f"を既知として書きました。--baseline {target} を付けると、新しいものだけを示します。",
            f" written as known. With --baseline {target} only new ones are reported.",
        )
    )
    return Exit.DONE


_NOT_WRITTEN = Bilingual(
    "読めない一覧があるため、既知の検出結果のファイルは書きませんでした。",
    "a list could not be read, so no baseline was written.",
)


def _report(compared: Compared, decided: _Decided, options: ValidateOptions, messages: Messages) -> None:
    """Write the findings in the format that was asked for, and say what else there is to know."""
    reported = replace(compared.new, findings=tuple(at_least(compared.new.findings, decided.show)))
    to_screen = options.output == STANDARD_OUTPUT
    if decided.format == TEXT and to_screen and is_terminal(sys.stdout):
        _show(compared, decided, messages)
    elif decided.format == TEXT:
        text = report_text(
            compared, messages.language, show=decided.show, quiet=options.quiet, baseline=decided.baseline
        )
        write_output(text.encode(), options.output)
    else:
        write_output(_pieces(reported, decided, messages.language), options.output)
    if decided.format == "github":
        _append_step_summary(reported, messages)
    if decided.format != TEXT or not to_screen:
        place = "" if to_screen else f"{options.output}: "
        messages.remark(place + one_line(compared, show=decided.show, baseline=decided.baseline))
    if compared.gone:
        messages.remark(_gone(compared.gone, decided.baseline))


def _pieces(checked: Checked, decided: _Decided, language: Language) -> Iterable[bytes]:
    """Return the findings in a format for programs: as a report of its own kind, or as the table of findings."""
    found = FORMATS[decided.format]
    if "findings" in found.takes:
        return [found.findings(checked, language)]
    document_ids = {file: document.document.document_id for file, document in checked.lists}
    return found.rows(findings_table(checked.findings, document_ids, language), decided.style)


_AT_ONCE = 100
"""Lines that are handed to rich together; it takes long over each call."""


def _show(compared: Compared, decided: _Decided, messages: Messages) -> None:
    """Write the findings and their summary to a terminal, with styles, no line wider than it."""
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

    screen = console(sys.stdout)
    lines = report_lines(
        compared,
        messages.language,
        screen.width,
        show=decided.show,
        quiet=messages.quiet,
        baseline=decided.baseline,
    )
    while some := list(islice(lines, _AT_ONCE)):
        screen.print(Text("\n").join(Text.assemble(*line.pieces) for line in some), soft_wrap=True)


_MOST_GONE = 5


def _gone(entries: Sequence[KnownFinding], baseline: Path | None) -> Bilingual:
    """Return what the baseline holds and the lists do not any more."""
    counts = Counter((entry.file, entry.code) for entry in entries)
    parts = [f"{file} {code}{f' ({count})' if count > 1 else ''}" for (file, code), count in sorted(counts.items())]
    more = len(parts) - _MOST_GONE
    shown = ", ".join(parts[:_MOST_GONE]) + (Bilingual(f" ほか{more}", f" and {more} more") if more > 0 else EMPTY)
    count = plural(len(entries), "件", "finding")
    return (
        f"{baseline}: "
        + Bilingual(f"既知の{count.ja}はもう見つかりません（", f"not found any more, though known: {count.en} (")
        + shown
        + Bilingual("）。--write-baseline で書き直せます。", "). --write-baseline writes it anew.")
    )


def _append_step_summary(checked: Checked, messages: Messages) -> None:
    """Add the summary to the page of the run, where GitHub Actions says where that is.

    Raises:
        OSError: it cannot be written.
    """
    if target := os.environ.get(STEP_SUMMARY):
        with Path(target).open("ab") as stream:
            stream.write(step_summary(checked, messages.language))
