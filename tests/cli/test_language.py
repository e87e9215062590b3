"""The language in which dxlist speaks: option, variable, locale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dxlist.cli.app import choose_language
from tests.cli.runs import call, run, write


@pytest.mark.parametrize(
    ("arguments", "variables", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "C"}, "en"),
        ([], {"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "ja_JP"}, "ja"),
        ([], {"LC_ALL": "", "LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"DXLIST_LANG": "ja", "LANG": "en_US.UTF-8"}, "ja"),
        ([], {"DXLIST_LANG": "JA"}, "ja"),
        ([], {"DXLIST_LANG": "en", "LANG": "ja_JP.UTF-8"}, "en"),
        ([], {"DXLIST_LANG": "fr", "LANG": "ja_JP.UTF-8"}, "ja"),
        (["--lang", "ja", "parse"], {"DXLIST_LANG": "en"}, "ja"),
        (["parse", "--lang=ja"], {}, "ja"),
        (["parse", "--lang", "en"], {"LANG": "ja_JP.UTF-8"}, "en"),
        (["--lang", "ja", "parse", "--lang", "en"], {}, "en"),
        (["parse", "--", "--lang", "ja"], {}, "en"),
        (["parse", "--lang"], {}, "en"),
    ],
)
def test_option_before_variable_before_locale(arguments: list[str], variables: dict[str, str], language: str) -> None:
    assert choose_language(arguments, variables) == language


@pytest.mark.parametrize(
    "arguments", [("--lang", "ja", "parse", "nowhere.tsv"), ("parse", "nowhere.tsv", "--lang", "ja")]
)
def test_the_option_stands_before_or_behind_the_command(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert "ファイルがありません" in done.err


def test_the_locale_is_heard() -> None:
    assert "ファイルがありません" in run("parse", "nowhere.tsv", DXLIST_LANG="", LANG="ja_JP.UTF-8").err
    assert "there is no such file" in run("parse", "nowhere.tsv", DXLIST_LANG="", LANG="de_DE.UTF-8").err


def test_an_unknown_language_is_a_usage_error() -> None:
    done = call("--lang", "fr", "schema")
    assert done.code == 2
    assert "--lang" in done.err


USAGE_ERRORS = [
    (("vaildate",), "エラー: vaildate: このコマンドはありません。validate のことですか。"),
    (("--lang", "ja", "nothing-like-it"), "エラー: nothing-like-it: このコマンドはありません。"),
    (("validate", "--quite"), "エラー: --quite: このオプションはありません。--quiet のことですか。"),
    (("validate", "--fail-on", "critical"), "エラー: --fail-on: 「critical」は使えません。error, warning, info, never"),
    (("stats", "--format", "csv"), "エラー: --format: 「csv」は使えません。text, json のどれかを指定してください。"),
    (("show",), "エラー: ID: 指定がありません。使い方は dxlist show --help"),
    (("explain", "37", "a.tsv"), "エラー: LINE: 「a.tsv」は使えません。1以上の数を指定してください。"),
    (("query", "--part", "0"), "エラー: --part: 「0」は使えません。1以上の数を指定してください。"),
    (("schema", "a.tsv"), "エラー: a.tsv: 余分な引数です。使い方は dxlist schema --help"),
    (("validate", "--output"), "エラー: --output: 値が要ります。使い方は dxlist validate --help"),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE_ERRORS, ids=[" ".join(case[0]) for case in USAGE_ERRORS])
def test_wrong_usage_is_told_in_japanese(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, DXLIST_LANG="ja")
    assert (done.code, done.out) == (2, b"")
    assert said in done.err
    assert not re.search("Usage|Error|Invalid|Try", done.err)


CARELESS = [
    (
        ("query", "－－dept", "人事課"),
        "－－dept",
        "「－－」が全角です。半角で --dept",
        '"－－" is full-width. Type --dept',
    ),
    (
        ("query", "‐‐dept", "人事課"),
        "‐‐dept",
        "「‐‐」は半角のハイフンではありません。半角で --dept",
        '"‐‐" is not made of hyphens (-). Type --dept',
    ),
    (("query", "—dept", "人事課"), "—dept", "「—」は半角のハイフンではありません。", '"—" is not made of hyphens (-).'),
    (("query", "-ｎ", "3"), "-ｎ", "「ｎ」が全角です。半角で -n と", '"ｎ" is full-width. Type -n in half-width'),
    (
        ("query", "--ｄｅｐｔ=人事課"),
        "--ｄｅｐｔ=人事課",
        "「ｄｅｐｔ」が全角です。半角で --dept",
        '"ｄｅｐｔ" is full-width.',
    ),
    (("schema", "a.tsv"), "a.tsv", "余分な引数です。", "this argument is one too many."),
    (("query", "ーｄ", "人事課"), "ーｄ", "「ー」が全角です。半角で -d", "Type -d"),
    (
        ("query", "--dept　人事課"),
        "--dept　人事課",
        "全角の空白があります。半角で --dept 人事課",
        "there is a full-width blank",
    ),
    (("－－lang", "ja", "query"), "－－lang", "「－－」が全角です。半角で --lang", "Type --lang"),
    (
        ("query", "デジタル変革課"),
        "デジタル変革課",
        "ファイルがありません。--dept デジタル変革課 か --text",
        "Did you mean --dept デ",
    ),
    (("stats", "--format", "jsn"), "--format", "「jsn」は使えません。json のことですか。", "Did you mean json?"),
    (("stats", "--format", "JSON"), "--format", "「JSON」は使えません。json のことですか。", "Did you mean json?"),
    (("stats", "--format", "ｊｓｏｎ"), "--format", "「ｊｓｏｎ」は使えません。json のこと", "Did you mean json?"),
    (("schema", "--lang", "jp"), "--lang", "「jp」は使えません。ja, en のどれか", '"jp" is none of ja, en.'),
    (("--lang", "jp", "schema"), "--lang", "「jp」は使えません。ja, en のどれか", '"jp" is none of ja, en.'),
    (("parse", "--jobs", "many"), "--jobs", "「many」は使えません。1以上の数", "Give a whole number, 1 or more."),
    (("query", "--limit", "-1"), "--limit", "「-1」は使えません。", '"-1" cannot be used.'),
    (("query", "--count=3"), "--count", "値は付けられません。", "it takes no value."),
    (("explain", "a.tsv"), "LINE", "指定がありません。", "a value is missing."),
    (("sql", "SELECT 1", "--timeout", "0"), "--timeout 0", "短すぎます。", "this is too short."),
    (("completion", "tcsh"), "SHELL", "「tcsh」は使えません。", "is none of bash, zsh, fish, powershell."),
]


@pytest.mark.parametrize(
    ("arguments", "place", "japanese", "english"), CARELESS, ids=lambda value: " ".join(value)[:40]
)
def test_careless_typing_is_told_as_such(arguments: tuple[str, ...], place: str, japanese: str, english: str) -> None:
    for language, error, said in (("ja", "エラー", japanese), ("en", "error", english)):
        done = call(*arguments, language=language)
        assert (done.code, done.out) == (2, b"")
        assert done.err.startswith(f"{error}: {place}: ")
        assert said in done.err
        assert done.err.count("\n") == 1


def test_a_file_may_be_named_as_it_likes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("一覧"))
    write(Path("－メモ"))
    assert call("query", "一覧", "--count").out == b"2\n"
    assert call("query", "－メモ", "--count").out == b"2\n"


def test_full_width_digits_are_digits(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tsv")
    assert call("explain", path, "２").out == call("explain", path, "2").out != b""


@pytest.mark.parametrize("typed", ["-dept", "--n"])
def test_hyphens_of_another_number_are_not_full_width(typed: str) -> None:
    assert "full-width" not in call("query", typed, "3").err
