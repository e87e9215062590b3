"""``run_validate``: what ``dxlist validate`` is to do -> findings where they are wanted, and the exit code."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.documents import read_documents
from dxlist.cli.guard import Exit
from dxlist.cli.screen import StandardOutput, is_terminal
from dxlist.cli.validate_options import TEXT
from dxlist.cli.validate_request import STANDARD_OUTPUT
from dxlist.exports.findings.formats import FINDING_FORMATS
from dxlist.exports.writing import whole_file
from dxlist.rules.baseline import Compared, baseline_text, compare, read_baseline
from dxlist.rules.checking import at_least, check_lists
from dxlist.rules.registry import all_rules
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cli.validate_request import Request
    from dxlist.cli.voice import Voice
    from dxlist.model.document import Document
    from dxlist.rules.baseline import Known
    from dxlist.rules.checking import Checked

_MOST_GONE = 5
_OF_GITHUB = "github"


def run_validate(request: Request, voice: Voice) -> Exit:
    """Check all lists, report what the rules find, and return the exit code.

    Raises:
        DxlistError: nothing can be read or written at all, or the baseline is damaged.
    """
    baseline = read_baseline(request.baseline) if request.baseline and not request.write_baseline else None
    documents, complete = read_documents(list(request.paths), voice, encoding=request.encoding)
    if not documents:
        return Exit.CANNOT
    _say_unknown_rules(documents, voice)
    checked = check_lists(documents, request.rules)
    if request.write_baseline:
        return _write_baseline(checked, request.write_baseline, voice, complete=complete)
    compared = compare(checked, baseline) if baseline else Compared(checked)
    _report(compared, request, voice)
    failed = request.fail_on != "never" and at_least(compared.new.findings, request.fail_on)
    return Exit.CANNOT if not complete else Exit.FOUND if failed else Exit.DONE


def _say_unknown_rules(documents: Sequence[tuple[str, Document]], voice: Voice) -> None:
    """Say which codes of a sidecar's ``[ignore]`` stand for no rule: a slip of the pen switches nothing off."""
    for path, document in documents:
        for code in (ignored.code for ignored in document.document.ignored_rules):
            if not any(known.startswith(code) for known in all_rules()):
                ja = f"{path}: 付属ファイルの [ignore] の {code} で始まる検査はありません。"
                voice.remark(
                    Bilingual(
                        f"{ja}dxlist rules で確かめてください。",
                        f"{path}: {code} in the sidecar's [ignore] begins no rule's code. See dxlist rules.",
                    )
                )


def _write_baseline(checked: Checked, target: str, voice: Voice, *, complete: bool) -> Exit:
    """Write the findings of now as known ones; nothing where a list, and so its findings, could not be read."""
    if not complete:
        voice.error(_NOT_WRITTEN)
        return Exit.CANNOT
    write(baseline_text(checked, voice.language).encode(), target)
    count = len(checked.findings)
    voice.remark(
        Bilingual(
            f"{target}: {count}件を既知として書きました。--baseline {target} を付けると、新しいものだけを示します。",
            f"{target}: {_findings(count)} written as known. With --baseline {target} only new ones are reported.",
        )
    )
    return Exit.DONE


_NOT_WRITTEN = Bilingual(
    "読めない一覧があるため、既知の検出結果のファイルは書きませんでした。",
    "a list could not be read, so no baseline was written.",
)


def _shown(compared: Compared, request: Request) -> Checked:
    """Return the run with the findings that are reported."""
    return replace(compared.new, findings=tuple(at_least(compared.new.findings, request.show)))


def _report(compared: Compared, request: Request, voice: Voice) -> None:
    """Write the findings in the format that was asked for, and say what else there is to know."""
    if request.format == TEXT and request.output == STANDARD_OUTPUT and is_terminal(sys.stdout):
        from dxlist.cli.finding_screen import show_findings  # noqa: PLC0415 - only a terminal needs rich

        show_findings(compared, request, voice.language)
    else:
        write(_bytes(compared, request, voice), request.output)
    if request.format == _OF_GITHUB:
        _append_step_summary(_shown(compared, request), voice)
    if request.format != TEXT or request.output != STANDARD_OUTPUT:
        from dxlist.report.finding_summary import one_line  # noqa: PLC0415

        place = "" if request.output == STANDARD_OUTPUT else f"{request.output}: "
        voice.remark(place + one_line(compared, show=request.show, baseline=request.baseline))
    if compared.gone:
        voice.remark(_gone(compared.gone, request))


def _gone(entries: Sequence[Known], request: Request) -> Bilingual:
    """Return what the baseline holds and the lists do not any more."""
    counts = Counter((entry.file, entry.code) for entry in entries)
    parts = [f"{file} {code}{f' ({count})' if count > 1 else ''}" for (file, code), count in sorted(counts.items())]
    shown, more = ", ".join(parts[:_MOST_GONE]), len(parts) - _MOST_GONE
    rest = Bilingual(f" ほか{more}" if more > 0 else "", f" and {more} more" if more > 0 else "")
    return Bilingual(
        f"{request.baseline}: 既知の{len(entries)}件はもう見つかりません（{shown}{rest.ja}）。"
        "--write-baseline で書き直せます。",
        f"{request.baseline}: not found any more, though known: {_findings(len(entries))} ({shown}{rest.en}). "
        "--write-baseline writes it anew.",
    )


def _findings(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"


def _bytes(compared: Compared, request: Request, voice: Voice) -> bytes:
    if request.format == TEXT:
        from dxlist.report.findings import report_text  # noqa: PLC0415

        return report_text(
            compared, voice.language, show=request.show, quiet=request.quiet, baseline=request.baseline
        ).encode()
    return FINDING_FORMATS[request.format].to_bytes(_shown(compared, request), voice.language)


def _append_step_summary(checked: Checked, voice: Voice) -> None:
    """Add the summary to the page of the run, where GitHub Actions says where that is.

    Raises:
        OSError: it cannot be written.
    """
    from dxlist.exports.findings.github_summary import VARIABLE, step_summary  # noqa: PLC0415

    if target := os.environ.get(VARIABLE):
        with Path(target).open("ab") as stream:
            stream.write(step_summary(checked, voice.language))


def write(data: bytes, target: str) -> None:
    """Write into a file, whole or not at all, or to standard output.

    Raises:
        WriteError: it cannot be written.
    """
    if target == STANDARD_OUTPUT:
        StandardOutput().write(data)
        return
    with whole_file(Path(target)) as stream:
        stream.write(data)
