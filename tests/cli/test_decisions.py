"""What people decided holds in every command that joins rows into projects, wherever the file is found."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dxlist
from tests.cli.runs import HEADER, call, run, write
from tests.cli.terminal import Terminal
from tests.projects.dedupe_lists import SUGGESTING, write_list

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = HEADER + (
    "1 行政\t1(1) 手続\t総務部 人事課\t電子申請推進事業\t電子申請を広める。\t申請を100件とする。\n"
    "\t\t企画部 統計課\t電子申請の推進\t統計を公開する。\t公開を50件とする。\n"
    "\t1(2) 窓口\t総務部 人事課\t電子申請推進事業\t電子申請を広める。\t申請を100件とする。\n"
)
"""Two projects, of three rows: 2 and 4, and 3."""
SAME = '[[same]]\nrows = ["a:2", "a:3"]\nnames = ["電子申請推進事業", "電子申請の推進"]\nreason = "担当課に確認"\n'
DIFFERENT = '[[different]]\nrows = ["a:2", "a:4"]\nreason = "係が違う"\n'


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("lists/a.tsv"), TEXT)


def number(text: bytes, pattern: str) -> int:
    found = re.search(pattern, text.decode())
    assert found, text.decode()
    return int(found[1])


def of_query(*more: str) -> int:
    return len(call("query", *more, "--projects", "--format", "csv").out.decode().splitlines()) - 1


def of_stats(*more: str) -> int:
    projects: int = json.loads(call("stats", *more, "--format", "json").out)["projects"]
    return projects


def of_export(*more: str) -> int:
    out = call("export", *more, "--table", "projects", "--format", "csv", "--output", "-").out
    return len(out.decode().splitlines()) - 1


def of_sql(*more: str) -> int:
    out = call("sql", "select count(*) as n from projects", *more, "--format", "csv").out
    return int(out.decode().splitlines()[1])


def of_dedupe(*more: str) -> int:
    return number(call("dedupe", *more).out, "rows, ([0-9]+) project")


def of_show(*more: str) -> int:
    """The rows of the first row's project, turned into how many projects there are."""
    others = len(json.loads(call("show", "2", *more, "--format", "json").out)["mentions"])
    return {2: 1, 1: 2, 0: 3}[others]


COUNTS: dict[str, Callable[..., int]] = {
    "query": of_query,
    "stats": of_stats,
    "export": of_export,
    "sql": of_sql,
    "dedupe": of_dedupe,
    "show": of_show,
}
COMMANDS: dict[str, tuple[str, ...]] = {
    "query": ("query",),
    "stats": ("stats",),
    "export": ("export", "--format", "csv", "--output", "-"),
    "sql": ("sql", "select 1"),
    "dedupe": ("dedupe",),
    "show": ("show", "2"),
    "validate": ("validate",),
}


def beside() -> tuple[str, ...]:
    write(Path("lists/decisions.toml"), SAME)
    return ("lists",)


def beside_a_file() -> tuple[str, ...]:
    beside()
    return ("lists/a.tsv",)


def beside_the_raw_list() -> tuple[str, ...]:
    write(Path("data/raw/a.tsv"), TEXT)
    write(Path("data/raw/decisions.toml"), SAME)
    call("parse")
    return ("data/normalized",)


def beside_the_usual_lists() -> tuple[str, ...]:
    beside_the_raw_list()
    return ()


def named_by_dxlist_toml() -> tuple[str, ...]:
    write(Path("words.toml"), SAME)
    write(Path("dxlist.toml"), 'decisions = "words.toml"\n')
    return ("lists",)


def named_by_pyproject() -> tuple[str, ...]:
    write(Path("rules/words.toml"), SAME)
    write(Path("pyproject.toml"), '[tool.dxlist]\ndecisions = "rules/words.toml"\n')
    write(Path("lists/decisions.toml"), DIFFERENT)
    return ("lists",)


def named_on_the_line() -> tuple[str, ...]:
    write(Path("mine.toml"), SAME)
    write(Path("lists/decisions.toml"), DIFFERENT)
    write(Path("dxlist.toml"), 'decisions = "nowhere.toml"\n')
    return ("lists", "--decisions", "mine.toml")


PLACES = (
    beside,
    beside_a_file,
    beside_the_raw_list,
    beside_the_usual_lists,
    named_by_dxlist_toml,
    named_by_pyproject,
    named_on_the_line,
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("command", COUNTS)
def test_a_decision_holds_in_every_command(command: str, place: Callable[[], tuple[str, ...]]) -> None:
    """Until now in ``dedupe --decisions`` alone: every total told of two projects."""
    assert COUNTS[command](*place()) == 1


@pytest.mark.parametrize("command", COUNTS)
def test_without_decisions_or_with_others_it_does_not(command: str) -> None:
    assert COUNTS[command]("lists") == 2
    beside()
    assert COUNTS[command]("lists", "--no-decisions") == 2
    write(Path("lists/decisions.toml"), DIFFERENT)
    assert COUNTS[command]("lists") == 3


def test_findings_follow_the_decisions() -> None:
    """Rows 2 and 4 print one project with two targets: DX4xx; said to be different they are no contradiction."""
    write(Path("lists/a.tsv"), TEXT[::-1].replace("100"[::-1], "110"[::-1], 1)[::-1])
    codes = [
        re.findall("DX4[0-9]{2}", call("validate", "lists", *more, "--show", "info").out.decode()) for more in ((), ())
    ]
    assert codes[0] == codes[1]
    assert "DX401" in codes[0]
    write(Path("lists/decisions.toml"), DIFFERENT)
    assert "DX401" not in call("validate", "lists", "--show", "info").out.decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_said_once_how_many_apply_and_what_fits_nothing(command: str) -> None:
    gone = '[[same]]\nrows = ["a:2", "a:99"]\nreason = "x"\n'
    write(Path("lists/decisions.toml"), f"{SAME}\n{gone}")
    done = call(*COMMANDS[command], "lists")
    assert done.err.count("lists/decisions.toml: 1 decision applied.") == 1
    assert done.err.count("lists/decisions.toml:6: row ") == 1
    assert "is gone; what was decided of it is left aside" in done.err
    assert call(*COMMANDS[command], "lists", language="ja").err.count("1件の決定を使いました。") == 1
    quiet = call(*COMMANDS[command], "lists", "--quiet").err
    assert ("applied" in quiet, "is gone" in quiet) == (False, True)
    assert "decision" not in call(*COMMANDS[command], "lists", "--no-decisions").err


@pytest.mark.parametrize("command", COMMANDS)
def test_rows_of_two_governments_are_no_project_in_any_command(command: str) -> None:
    lists = [write_list(Path("two"), "a", TEXT), write_list(Path("two"), "b", TEXT, government="宮城県", code="040002")]
    write(Path("two/decisions.toml"), 'same = [["a:2", "b:2"]]\n')
    arguments = ("show", "a:2") if command == "show" else COMMANDS[command]
    done = call(*arguments, *lists)
    assert "cannot be one project: they are of two governments" in done.err
    assert "applied" not in done.err


UNREADABLE = {
    "missing": (None, "lists/../words.toml: there is no such file"),
    "no TOML": ("same = [[", "no readable TOML"),
    "a key of something else": ('title = "決定"\n', '"title" is no key of it'),
    "without a reason": ('[[same]]\nrows = ["a:2", "a:3"]\n', "words.toml:1: this same: it gives no reason"),
    "against itself": (f"{SAME}\n{SAME.replace('same', 'different')}", "are said to be different here"),
}


@pytest.mark.parametrize(("text", "says"), UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("command", COMMANDS)
def test_decisions_that_cannot_be_read_end_every_command_with_one_message(
    command: str, text: str | None, says: str
) -> None:
    if text is not None:
        write(Path("words.toml"), text)
    write(Path("dxlist.toml"), 'decisions = "lists/../words.toml"\n')
    done = call(*COMMANDS[command], "lists")
    assert (done.code, done.out, done.err.count("\n")) == (2, b"", 1)
    assert says in done.err
    assert call(*COMMANDS[command], "lists", "--no-decisions").code in {0, 1}


@pytest.mark.parametrize("command", COMMANDS)
def test_two_options_that_contradict_each_other_are_refused(command: str) -> None:
    done = call(*COMMANDS[command], "lists", "--decisions", "d.toml", "--no-decisions")
    assert (done.code, done.out) == (2, b"")
    assert "--decisions: it cannot go with --no-decisions" in done.err


def test_a_setting_that_is_no_text_is_refused() -> None:
    write(Path("dxlist.toml"), "decisions = 3\n")
    done = call("query", "lists")
    assert done.code == 2
    assert "dxlist.toml: decisions must be a text; it is 3" in done.err


def test_lists_of_two_folders_bring_their_own_decisions() -> None:
    write(Path("r05/b.tsv"), TEXT)
    write(Path("r05/decisions.toml"), SAME.replace("a:", "b:"))
    beside()
    done = call("dedupe", "lists", "r05")
    assert "lists/decisions.toml, r05/decisions.toml: 2 decisions applied." in done.err
    assert of_dedupe("lists", "r05") == 2


def test_decisions_of_two_folders_that_contradict_each_other_are_named_with_their_files() -> None:
    write(Path("r05/b.tsv"), TEXT)
    write(Path("r05/decisions.toml"), SAME.replace("same", "different"))
    beside()
    done = call("query", "lists", "r05")
    assert done.code == 2
    assert "r05/decisions.toml:1" in done.err
    assert "lists/decisions.toml:1" in done.err


def test_the_sidecar_of_a_list_called_decisions_is_no_file_of_decisions() -> None:
    write(Path("lists/decisions.tsv"), TEXT)
    write(Path("lists/decisions.toml"), 'title = "決定の一覧"\n')
    assert call("query", "lists").code == 0


@pytest.mark.parametrize("command", ["query", "export", "sql", "validate", "dedupe"])
def test_what_was_decided_is_never_written_over(command: str) -> None:
    write(Path("lists/decisions.toml"), SAME)
    write(Path("own.toml"), SAME)
    arguments = [argument for argument in COMMANDS[command] if argument not in {"--output", "-"}]
    for target, more in (("lists/decisions.toml", ()), ("own.toml", ("--decisions", "own.toml"))):
        done = call(*arguments, "lists", *more, "--format", "csv", "--output", target, "--overwrite")
        assert done.code == 2
        assert "would replace the decisions" in done.err
        assert Path(target).read_text("utf-8") == SAME


def test_standard_input_has_nothing_beside_it() -> None:
    beside()
    assert b"2" in call("stats", "-", "--format", "json", stdin=TEXT.encode()).out
    assert "applied" not in call("stats", "-", stdin=TEXT.encode()).err


def test_a_review_writes_where_every_command_looks() -> None:
    write(Path("data/raw/a.tsv"), SUGGESTING)
    call("parse")
    with Terminal("dedupe", "data/normalized", "--review", cwd=Path.cwd(), NO_COLOR="1") as terminal:
        terminal.answer("q quit: ", "s\r")
        terminal.answer("reason (empty: back): ", "誤字\r")
        terminal.answer("q quit: ", "q\r")
        code, last = terminal.end()
    assert code == 0
    assert "data/raw/decisions.toml; every command applies them from now on." in " ".join(last.split())
    assert "data/raw/decisions.toml: 1 decision applied." in call("query").err
    assert of_stats() == 3


def test_a_word_outlives_the_lines_that_are_put_before_its_row() -> None:
    beside()
    write(Path("lists/a.tsv"), "\n\n" + TEXT)
    done = call("query", "lists", "--projects", "--format", "csv")
    assert "lists/decisions.toml: 1 decision applied." in done.err
    assert len(done.out.decode().splitlines()) == 2


def test_the_real_command_ends_with_its_codes(tmp_path: Path) -> None:
    beside()
    assert run("dedupe", "lists", "--fail-on", "contradiction", cwd=tmp_path).code == 0
    write(Path("lists/decisions.toml"), SAME.replace("a:3", "a:98").replace("電子申請の推進", "ない事業"))
    assert run("dedupe", "lists", "--fail-on", "contradiction", cwd=tmp_path).code == 1
    assert run("query", "lists", cwd=tmp_path).code == 0
    write(Path("lists/decisions.toml"), "same = 1")
    assert run("query", "lists", cwd=tmp_path).code == 2


def test_the_library_takes_the_same() -> None:
    document = dxlist.parse("lists/a.tsv")
    rows = [row.initiative_id for row in document]
    joined = dxlist.Decision("same", (rows[0], rows[1]), reason="担当課に確認")
    assert len(dxlist.find_projects(document, [joined]).projects) == 1
    dxlist.export(document, "projects.csv", table="projects", decisions=[joined])
    assert len(Path("projects.csv").read_text("utf-8").splitlines()) == 2
    written = dxlist.read_decisions(write(Path("d.toml"), SAME))
    assert len(dxlist.find_projects(document, written).projects) == 1
    apart = dxlist.Decision("different", (rows[0], rows[2]), reason="係が違う")
    assert len(dxlist.find_projects(document, [apart]).projects) == 3


@pytest.mark.parametrize(
    ("text", "decision", "projects", "says"),
    [
        # Until now: left aside, for another project stands on the lines.
        ("\n\n" + TEXT, SAME, 1, '"電子申請の推進", named as row "a:3", stands on line 5 now'),
        (TEXT, SAME.replace("a:3", "a:99"), 1, '"電子申請の推進", named as row "a:99", stands on line 3 now'),
        (TEXT, SAME.replace("a:2", "a:98"), 1, '"電子申請推進事業", named as row "a:98", stands on line 4 now'),
        (TEXT, SAME.replace("a:3", "a-00000000"), 1, 'named as row "a-00000000", stands on line 3 now'),
        (TEXT, SAME.replace("a:3", "a-0003"), 1, "1 decision applied"),
        ("\n" + TEXT, SAME.replace("電子申請の推進", "電子申請のすすめ"), 2, "what was decided of it is left aside"),
        # Which of its two rows is meant nothing tells.
        (
            "\n" + TEXT,
            '[[different]]\nrows = ["a:2", "a:4"]\nnames = ["電子申請推進事業", "電子申請推進事業"]\nreason = "x"\n',
            2,
            "what was decided of it is left aside",
        ),
        # A line alone says nothing of what it was: the word is given to whatever stands there, and that is said.
        (TEXT, DIFFERENT, 3, "lists/decisions.toml:1: this decision names rows by their lines alone"),
        # A list is called by its path, which is shorter where a file alone is read.
        (TEXT, SAME.replace("a:", "07/a:"), 1, "1 decision applied"),
    ],
)
def test_a_word_follows_the_name_of_its_row(text: str, decision: str, projects: int, says: str) -> None:
    write(Path("lists/a.tsv"), text)
    write(Path("lists/decisions.toml"), decision)
    assert says in call("query", "lists").err
    assert of_query("lists") == projects == of_dedupe("lists")


def test_the_ids_to_paste_outlive_the_lines() -> None:
    write(Path("lists/decisions.toml"), DIFFERENT)
    pasted = call("query", "lists").err.partition("Their ids stay:\n")[2].splitlines()[0]
    write(Path("lists/decisions.toml"), f"different = [{pasted}]\n")
    write(Path("lists/a.tsv"), "\n\n" + TEXT)
    assert call("query", "lists").err.count("\n") == 2
    assert of_query("lists") == 3


def test_lists_in_folders_below_are_decided_in_the_folder_that_is_named() -> None:
    write(Path("corpus/07/a.tsv"), TEXT)
    write(Path("corpus/04/a.tsv"), TEXT)
    write(Path("corpus/decisions.toml"), SAME.replace("a:", "07/a:"))
    done = call("query", "corpus", "--projects", "--format", "csv")
    assert "corpus/decisions.toml: 1 decision applied." in done.err
    assert len(done.out.decode().splitlines()) == 1 + 1 + 2
