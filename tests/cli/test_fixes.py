"""``validate --fix``, ``--diff``, ``--unsafe-fixes``: what is written, where, what is said, how the command ends."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dxlist.cli.app import build_app
from dxlist.text.bilingual import Language
from tests.cli.runs import HEADER
from tests.fixes.damaged import FORMS, MENDED, ROWS, right_rows

RAW = FORMS["tsv"].bytes_of(ROWS)
RIGHT = FORMS["tsv"].bytes_of(right_rows())
SELECT = ("--select", "DX117,DX127,DX2")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.tsv").write_bytes(RAW)
    return tmp_path


def call(*arguments: str, language: Language = "en", stdin: bytes = b"") -> Result:
    return CliRunner().invoke(build_app(language), ["validate", *arguments], input=stdin, env={"DXLIST_LANG": language})


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_fix_writes_the_sidecar_and_a_second_run_finds_nothing(folder: Path) -> None:
    done = call("--fix", "a.tsv", *SELECT)
    assert (done.exit_code, files(folder)) == (0, ["a.toml", "a.tsv"])
    assert done.stderr == f"a.toml: {len(MENDED)} corrections added; 8 findings mended.\n"
    assert done.stdout.startswith("Nothing was found")
    assert (folder / "a.tsv").read_bytes() == RAW
    first = (folder / "a.toml").read_bytes()
    again = call("--fix", "a.tsv", *SELECT)
    assert (again.exit_code, again.stderr) == (0, "There is nothing that can be mended.\n")
    assert (folder / "a.toml").read_bytes() == first


def test_fix_with_output_writes_a_copy_and_nothing_else(folder: Path) -> None:
    done = call("--fix", "a.tsv", "--output", "b.tsv", *SELECT)
    assert (done.exit_code, files(folder)) == (0, ["a.tsv", "b.tsv"])
    assert done.stderr == "b.tsv: corrected copy written (7 cells, 8 findings).\n"
    assert ((folder / "a.tsv").read_bytes(), (folder / "b.tsv").read_bytes()) == (RAW, RIGHT)


def test_diff_shows_and_writes_nothing(folder: Path) -> None:
    done = call("--diff", "a.tsv", *SELECT, language="ja")
    assert (done.exit_code, files(folder)) == (1, ["a.tsv"])
    lines = done.stdout.splitlines()
    assert lines[:5] == [
        "--- a.tsv",
        "+++ a.toml [[corrections]]",
        "@@ 2:5 @@ 事業概要 DX203",
        "-電子申請システムをの更新を進める。",
        "+電子申請システムの更新を進める。",
    ]
    assert done.stderr == "a.tsv: 訂正が7件加わり、指摘8件がなくなります。\n"
    (folder / "a.tsv").write_bytes(RIGHT)
    assert (call("--diff", "a.tsv").exit_code, call("--diff", "a.tsv").stdout) == (0, "")


def test_standard_input_comes_back_mended(folder: Path) -> None:
    done = call("--fix", "-", "--select", "DX2,DX117,DX127", stdin=RAW)
    assert (done.exit_code, done.stdout.encode()) == (0, RIGHT)
    assert call("--diff", "-", *SELECT, stdin=RAW).exit_code == 1
    assert files(folder) == ["a.tsv"]


def test_what_is_left_decides_how_the_command_ends(folder: Path) -> None:
    (folder / "a.tsv").write_bytes(RAW + "\t\t\t広報事業\t広報の推進推進を図る。\t10件とする。\n".encode())
    done = call("--fix", "a.tsv", "--select", "DX2")
    assert done.exit_code == 1
    assert "1 with --unsafe-fixes, which a person is to look at." in done.stdout
    unsafe = call("--fix", "--unsafe-fixes", "a.tsv", "--select", "DX2")
    assert (unsafe.exit_code, unsafe.stderr) == (0, "a.toml: 1 correction added; 1 finding mended.\n")
    assert '"DX204: the same word twice (to be checked)"' in (folder / "a.toml").read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_a_mark_shows_what_can_be_mended() -> None:
    done = call("a.tsv", "--select", "DX203,DX204")
    assert "a.tsv:2:5: DX203 warning [*] 「をの」" in done.stdout
    assert "[*] 1 fixable with --fix (--diff shows what would change)." in done.stdout
    found = json.loads(call("a.tsv", "--select", "DX203", "--format", "json").stdout)[0]["fix"]
    assert found == {"certain": True, "edits": [{"line": 2, "cell": 5, "start": 8, "end": 9, "text": ""}]}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--fix", "a.tsv", "--write-baseline", "b.json"), "--fix --write-baseline: these options do not go together"),
        (("--diff", "a.tsv", "--statistics"), "--diff --statistics: these options do not go together"),
        (("--diff", "a.tsv", "--format", "json"), "--diff --format: these options do not go together"),
        (("--fix", "a.tsv", "c.tsv", "--output", "b.tsv"), "--output: a corrected copy is made of one list"),
        (("--fix", "a.tsv", "-"), "-: a corrected copy is made of one list"),
        (("--fix", "a.tsv", "--output", "a.tsv"), "a.tsv: writing would replace the list itself"),
        (("--fix", "a.tsv", "--output", "a.toml"), "a.toml: writing would replace the sidecar of a list"),
    ],
)
def test_what_does_not_go_together_is_said_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    (folder / "a.toml").write_text("title = '計画'\n", encoding="utf-8")
    (folder / "c.tsv").write_bytes(RAW)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = call(*arguments)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_of_a_normalised_file_the_list_is_mended(folder: Path) -> None:
    app = build_app("en")
    assert CliRunner().invoke(app, ["parse", "a.tsv", "--format", "json", "--output", "."]).exit_code == 0
    done = call("--fix", "a.json", *SELECT)
    assert (done.exit_code, done.stderr) == (0, "a.toml: 7 corrections added; 8 findings mended.\n")
    (folder / "a.tsv").unlink()
    (folder / "a.toml").unlink()
    lost = call("--fix", "a.json", *SELECT)
    assert "the list that it was made from is not found" in lost.stderr


def test_a_sidecar_that_cannot_be_added_to_stays_and_the_other_lists_are_mended(folder: Path) -> None:
    (folder / "c.tsv").write_bytes(RAW)
    (folder / "c.toml").write_text("[ignore]\nDX117 = 'x'\nDX127 = 'x'\nDX2 = 'x'\n", encoding="utf-8")
    done = call("--fix", "a.tsv", "c.tsv", *SELECT)
    assert done.exit_code == 0
    assert files(folder) == ["a.toml", "a.tsv", "c.toml", "c.tsv"]
    assert "[[corrections]]" not in (folder / "c.toml").read_text("utf-8"), "its sidecar switches the rules off"


def test_a_list_in_two_encodings_is_said_to_be_beyond_repair(folder: Path) -> None:
    (folder / "a.tsv").write_bytes(RAW + (HEADER + "\t" * 5 + "令和③年度\n").encode("cp932") * 30)
    done = call("--fix", "a.tsv", *SELECT)
    assert "it is in more than one encoding and cannot be fixed" in done.stderr
    assert files(folder) == ["a.tsv"]
