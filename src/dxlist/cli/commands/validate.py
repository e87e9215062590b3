"""``dxlist validate``: lists -> what the rules find in them."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from dxlist.cli import options as option
from dxlist.cli.caching import store_of
from dxlist.cli.corrections import say_ignored
from dxlist.cli.decisions import find_decisions, holding_decisions, kept, open_decisions
from dxlist.cli.exits import Exit
from dxlist.cli.fixing import fix_lists, fixing_of, read_to_fix
from dxlist.cli.formats import FINDINGS, TEXT, style_of
from dxlist.cli.inputs import lists_of, read_lists
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
from dxlist.cli.reporting import Reporting, report_findings
from dxlist.cli.usage import EMPTY_VALUE, choice
from dxlist.errors import UsageError
from dxlist.exports.format import FORMATS, formats_for
from dxlist.jobs.checking import ListCheck, check_kept, name_of_list
from dxlist.model.finding import SEVERITIES
from dxlist.reading.normalised_files import SUFFIX
from dxlist.report.finding_summary import one_line
from dxlist.rules.baseline import Compared, baseline_text, compare, read_baseline
from dxlist.rules.checking import at_least, check_lists
from dxlist.rules.registry import all_rules
from dxlist.rules.selection import SelectionError, chosen_rules
from dxlist.settings import FAIL_ON, Settings, SettingsError, find_settings, read_settings
from dxlist.text.bilingual import COMMA, Bilingual, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.fixing import FixRequest
    from dxlist.cli.inputs import Read
    from dxlist.cli.messages import Messages
    from dxlist.jobs.checking import KeptCheck
    from dxlist.model.document import Document
    from dxlist.model.finding import Severity
    from dxlist.projects.decisions.files import DecisionFile
    from dxlist.rules.checking import Checked
    from dxlist.rules.registry import Rule
    from dxlist.settings import FailOn

D = TypeVar("D")


@dataclass(frozen=True, kw_only=True)
class ValidateOptions(option.ProjectTableOptions, option.CachedOptions):
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
    statistics: bool = option.switch(
        "--statistics",
        "指摘を1つずつ示さず、ルールごと・一覧ごとの件数を示します。",
        "Show how often each rule found something, and in which list, in place of the findings.",
    )
    fix: bool = option.switch(
        "--fix",
        "確実に直せるものを、付属ファイルの訂正（[[corrections]]）として書き足します。元の一覧は変えません。"
        "--output FILE を付けると、代わりに直した写しをそのファイルに書きます。",
        "Mend what can be meant in one way alone, by corrections in the sidecar of the list, which itself is never "
        "changed; with --output FILE as a corrected copy in that file.",
    )
    diff: bool = option.switch(
        "--diff",
        "--fix で変わるところを示すだけで、何も書きません。あれば終了コード1。",
        "Show what --fix would change, and write nothing; exit 1 where there is something.",
    )
    unsafe_fixes: bool = option.switch(
        "--unsafe-fixes",
        "確実ではない候補も直します。直したところは人が確かめてください。",
        "Mend also where the suggestion may not be what was meant; a person is to look at it.",
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
    reporting: Reporting
    baseline: Path | None


def validate(options: ValidateOptions, messages: Messages) -> Exit:
    """Check all lists, report what the rules find, and return the exit code.

    Raises:
        DxlistError: nothing can be read or written at all, or the configuration or the baseline is damaged.
    """
    for name, value, names in (("--fail-on", options.fail_on, FAIL_ON), ("--show", options.show, SEVERITIES)):
        if value is not None:
            choice(name, value, names)
    fixing = _fixing(options)
    settings = read_settings(Path(options.config)) if options.config else find_settings(Path.cwd())
    baseline = Path(options.baseline) if options.baseline else settings.baseline
    decided = _decided(options, settings, baseline)
    files = find_decisions(options, settings)
    _check_outputs(options, settings, baseline, files)
    decisions = open_decisions(files)
    known = read_baseline(decided.baseline) if decided.baseline and not options.write_baseline else None
    run = _Validation(options, decided, decisions, messages)
    found = run.fixed(fixing) if fixing else run.checked()
    if isinstance(found, Exit):
        return found
    read, checked = found
    if options.write_baseline:
        return _write_baseline(checked, options.write_baseline, messages, complete=read.complete)
    say_ignored(checked, messages)
    compared = compare(checked, known) if known else Compared(checked)
    if fixing and fixing.copy == STANDARD_OUTPUT:
        messages.remark(one_line(compared, show=decided.reporting.show, baseline=baseline))
    else:
        report_findings(compared, decided.reporting, messages)
    failed = decided.fail_on != "never" and bool(at_least(compared.new.findings, decided.fail_on))
    return read.exit(found=failed)


def _fixing(options: ValidateOptions) -> FixRequest | None:
    """Return what is to be mended; None where nothing is asked for; errors as of :func:`fixing_of`."""
    if not options.fix and not options.diff:
        return None
    others = {"--write-baseline": options.write_baseline is not None}
    if options.diff:
        others |= {"--statistics": options.statistics, "--format": options.format not in {None, TEXT}}
    return fixing_of(
        options.paths,
        diff=options.diff,
        unsafe=options.unsafe_fixes,
        output=options.output,
        encoding=options.encoding,
        elsewhere=[name for name, given in others.items() if given],
    )


class _Validation(NamedTuple):
    """What lists are checked with."""

    options: ValidateOptions
    decided: _Decided
    decisions: DecisionFile
    messages: Messages

    def checked(self) -> tuple[Read[KeptCheck], Checked] | Exit:
        """Check the lists, each where it is read, and return what was found; or how the command ends at once."""
        check = ListCheck(
            tuple(rule.code for rule in self.decided.rules),
            keeps_trail="findings" in FORMATS[self.format].takes if self.format != TEXT else False,
            keeps_rows=bool(self.decisions.decisions),
        )
        store = store_of(self.options)
        read = read_lists(self.options, self.messages, check, joined=False, store=store)
        if not read.named and self.format == TEXT:
            return Exit.CANNOT
        self._say_of_sidecars([(path, one.document) for path, one in read.named])
        holding = holding_decisions(self.decisions, (one.rows() for one in read.digests), self.messages)
        keyed = zip(read.named, read.keys, strict=True)
        lists = [one for _, one in _without_doubles((path, one.file, (one, key)) for (path, one), key in keyed)]
        kept, keys = [one for one, _ in lists], [key for _, key in lists]
        checked = check_kept(kept, self.decided.rules, holding, keys=keys, store=store)
        return read, replace(checked, unread=tuple(read.unread))

    def fixed(self, fixing: FixRequest) -> tuple[Read[Document], Checked] | Exit:
        """Mend the lists and return what is found in them then; or how the command ends at once."""
        read = read_to_fix(self.options, fixing, self.messages)
        if not read.named and self.format == TEXT:
            return Exit.CANNOT
        self._say_of_sidecars(read.named)
        holding = holding_decisions(self.decisions, read.digests, self.messages)
        named = _without_doubles((path, name_of_list(path, one), one) for path, one in read.named)
        fixed = fix_lists(named, self.decided.rules, fixing, self.messages)
        if fixing.diff:
            return read.exit(found=any(one.plan and one.plan.mends for one in fixed))
        checked = check_lists([(one.name, one.document) for one in fixed], self.decided.rules, holding)
        return read, replace(checked, unread=tuple(read.unread))

    @property
    def format(self) -> str:
        """The format of the report."""
        return self.decided.reporting.format

    def _say_of_sidecars(self, named: Sequence[tuple[str, Document]]) -> None:
        _say_unknown_rules(named, self.messages)
        _say_contradictions(named, self.messages)


def _without_doubles(lists: Iterable[tuple[str, str, D]]) -> list[tuple[str, D]]:
    """Return the lists by their names; a list and what was made from it are one list.

    Args:
        lists: the path by which each was given, the name by which findings call it, and what was made of it.
    """
    named = dict[str, tuple[str, D]]()
    for path, name, one in lists:
        key = os.path.realpath(name)
        if Path(path).suffix.lower() != SUFFIX or key not in named:
            named[key] = name, one
    return list(named.values())


def _decided(options: ValidateOptions, settings: Settings, baseline: Path | None) -> _Decided:
    """Return what is to be done.

    Raises:
        DxlistError: a format that there is not, a code that stands for no rule.
    """
    if settings.format is not None and settings.format not in FINDINGS.about:
        raise _no_such_format(settings)
    fail_on = cast("FailOn", options.fail_on or settings.fail_on or "warning")
    output = STANDARD_OUTPUT if options.fix or options.diff else options.output  # else it is of the corrected copy
    format_ = FINDINGS.chosen(options.format, output, settings.format)
    if options.statistics and format_ != TEXT and "rows" not in FORMATS[format_].takes:
        raise UsageError("--statistics", *_no_statistics(format_))
    return _Decided(
        rules=_rules(options, settings),
        fail_on=fail_on,
        reporting=Reporting(
            format=format_,
            show=cast("Severity", options.show or settings.show or _usually_shown(options, format_, fail_on)),
            style=style_of(options, format_, output),
            statistics=options.statistics,
            output=output,
            unsafe=options.unsafe_fixes,
            quiet=options.quiet,
            baseline=baseline,
        ),
        baseline=baseline,
    )


def _usually_shown(options: ValidateOptions, format_: str, fail_on: FailOn) -> Severity:
    """Return the lowest severity that is shown; what makes the command fail always is, unless told otherwise."""
    return "warning" if format_ == TEXT and fail_on != "info" and not options.statistics else "info"


def _no_statistics(format_: str) -> tuple[Bilingual, Bilingual]:
    problem = Bilingual(f"{format_} の報告には件数の表がありません。", f"a report of {format_} has no table of counts.")
    names = COMMA.join([TEXT, *formats_for("rows")])
    remedy = (
        Bilingual("--format に ", "Give one of ")
        + names
        + Bilingual(" のどれかを指定してください。", " with --format.")
    )
    return problem, remedy


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
