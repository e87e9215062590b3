"""The message for an unknown header, followed to the letter: its lines in the sidecar, and the list is read."""

import re
import tomllib
from pathlib import Path

import pytest

import dxlist
from dxlist.errors import NoTableError
from dxlist.text.folding import fold

ROWS = (
    ("行政の効率化", "手続の電子化", "総務部 情報政策課", "電子申請推進事業", "申請の対象を拡大する。", "100件"),
    ("地域の活性化", "観光の振興", "商工部 観光課", "観光案内整備事業", "案内板を多言語にする。", "85人"),
    ("地域の活性化", "農業の振興", "農林部 農政課", "スマート農業実証事業", "農機の実証を行う。", "24名"),
)
ROLES = ("level", "level", "department", "project", "overview", "indicator")
KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ" * 6
MARKS = "甲乙丙丁戊己"


def names(pattern: str, letters: int = 12) -> list[str]:
    """Six headers that no table knows, each with a mark of its own and a run of letters."""
    return [pattern.format(mark, KANA[:letters]) for mark in MARKS]


HEADERS = [
    # name, headers
    ("of 5 letters", names("{0}{1}", 4)),
    ("of 20", names("{0}{1}", 19)),
    ("of 21", names("{0}{1}", 20)),  # was: keys cut at 20 letters, which no header is equal to
    ("of 41", names("{0}{1}", 40)),
    ("of 60", names("{0}{1}", 59)),
    ("of 61", names("{0}{1}", 60)),  # was: the row below was shown for the header
    ("of 200", names("{0}{1}", 199)),
    ("a sentence", names("{0}{1}を書いてください。", 22)),
    ("with numbers", names("{0}{1}１２", 22)),
    ("with a line break", names("{0}{1}\n{1}")),
    ("with several", names("{0}\n{1}\n（{1}）", 4)),
    ("with a blank", names("{0}{1} {1}")),
    ("with full-width blanks", names("{0}{1}　　{1} x")),
    ("with quotes", names('{0}{1}「"{1}"」')),
    ("in quotes", names('"{0}{1}"', 22)),
    ("with a backslash", names(r"{0}{1}\n\{1}")),
    ("with marks of TOML", names("{0}{1}[#='{1}'].b")),
    ("with a control character", names("{0}{1}\x07", 22)),
    ("with a character nobody sees", names("{0}{1}\u200b{1}")),
    ("with a dot", names("{0}.{1}", 22)),
    ("one blank", ["", *names("{0}{1}", 22)[1:]]),
]


def write_list(path: Path, rows: list[tuple[str, ...]]) -> None:
    quoted = ("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    path.write_text("\n".join(quoted) + "\n", encoding="utf-8")


def follow(path: Path, language: str) -> int:
    """Write what the message says, and in place of what it leaves open or guesses the role; return its lines."""
    with pytest.raises(NoTableError) as caught:
        dxlist.parse(path)
    message = caught.value.message("ja" if language == "ja" else "en")
    _, sign, lines = message.partition("[columns]\n")
    assert sign, message
    written = lines.splitlines()
    assert all(re.fullmatch(r'"(?:[^"\\]|\\.)+" = "[a-z_.]*"(?:  # .+)?', line) for line in written)
    path.with_suffix(".toml").write_text("[columns]\n" + "\n".join(map(filled, written)), encoding="utf-8")
    return len(written)


def filled(line: str) -> str:
    (key,) = tomllib.loads(line)
    roles = [role for mark, role in zip(MARKS, ROLES, strict=True) if fold(key).lstrip('"').startswith(mark)]
    role = roles[0] if roles else "further"
    return re.sub(r' = "[a-z_.]*"(?:  # .+)?$', f' = "{role}"', line)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(("name", "headers"), HEADERS, ids=[case[0] for case in HEADERS])
def test_the_list_is_read(name: str, headers: list[str], language: str, tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    write_list(path, [tuple(headers), *ROWS])
    assert follow(path, language) >= 5, name
    assert [(row.project_name, row.overview, row.kpi_text) for row in dxlist.parse(path)] == [row[3:] for row in ROWS]


@pytest.mark.parametrize("count", [12, 40, 41, 60, 150])
def test_many_columns(count: int, tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    more = tuple(f"子{KANA[at % 30 : at % 30 + 20]}{MARKS[at % 6]}{KANA[at // 30]}" for at in range(count - 6))
    headers = names("{0}{1}", 22)
    rows = [(*row[:5], *(KANA[at % 50 :][:3] for at in range(count - 6)), row[5]) for row in ROWS]
    write_list(path, [(*headers[:5], *more, headers[5]), *rows])
    assert follow(path, "en") == count  # was: 40 lines, and the one of the indicator not among them
    assert [row.kpi_text for row in dxlist.parse(path)] == [row[-1] for row in ROWS]


@pytest.mark.parametrize("letters", [3, 30])
def test_equal_headers(letters: int, tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    headers = names("{0}{1}", letters)
    write_list(path, [(headers[0], *headers[:1], *headers[2:]), *ROWS])
    follow(path, "en")
    assert [row.project_name for row in dxlist.parse(path)] == [row[3] for row in ROWS]
    assert [row.field_name for row in dxlist.parse(path)] == [row[0] for row in ROWS]
