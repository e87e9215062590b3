"""On GitHub a text of a list notifies nobody, links to nothing and becomes no picture, in a table as in a step's summary."""

from __future__ import annotations

import html
import re

import pytest

from dxlist.exports.formats.github import escape
from dxlist.exports.formats.markdown import markdown_text

LIVE = (
    "@octocat", "（@octocat）", "担当:@octocat/team-1", "\\@octocat", "&#64;octocat", "@octo_cat @0cto", "info@example.lg.jp",
    "_info@example.lg.jp", "#1", "（#12）", "\\#1", "GH-1", "gh-12", "octocat/hello#1", "octocat@7c1b5aa", "http://example.jp/a",
    "HTTPS://EXAMPLE.JP", "ftp://example.jp", "www.example.jp", "WWW.example.jp", "http://www.example.jp/#1", ":smile:", ":+1:",
    ":flag_jp::8ball:", ":100:", "a:-1:b", "mailto:a@example.jp", "xmpp:a@example.jp", "@octocat<!-- -->@octocat",
)  # fmt: skip
PLAIN = (
    "10:30:00",
    "1@",
    "＠octocat",
    "# 1",
    "第#回",
    "A:B",
    "GHz-1",
    "20:00～22:00:",
    "目標@",
    "事業:課",
    "3(1)ア",
    "http:",
    "w.w",
)

REFERENCES = re.compile(
    r"""
    @[A-Za-z0-9]                                        # somebody
    | [A-Za-z0-9._+-]+@[A-Za-z0-9_-]+\.[A-Za-z0-9_-]    # mail
    | \#[0-9] | \bGH-[0-9]                              # an issue
    | (?:https?|ftp):// | www\.                         # a link
    | :(?:[0-9]*[a-z+_-][a-z0-9+_-]*|100|1234):         # an emoji
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What GitHub looks for, after https://github.github.com/gfm/#autolinks-extension- and its documentation of comments."""


def shown(markdown: str) -> list[str]:
    """Return the texts that are shown: GitHub looks for references in each of them, when no escape is left."""
    texts = re.split("<!-- -->", markdown)
    return [html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)) for text in texts]


def test_the_pattern_of_this_test_finds_them() -> None:
    assert [text for text in LIVE if not REFERENCES.search(text)] == []


@pytest.mark.parametrize("write", [markdown_text, escape])
@pytest.mark.parametrize("text", LIVE)
def test_nothing_in_a_text_is_a_reference(text: str, write: object) -> None:
    assert callable(write)
    texts = shown(write(text))
    assert [one for one in texts if REFERENCES.search(one)] == []
    assert "".join(texts) == text


@pytest.mark.parametrize("write", [markdown_text, escape])
@pytest.mark.parametrize("text", PLAIN)
def test_what_refers_to_nothing_is_in_one_piece(text: str, write: object) -> None:
    assert callable(write)
    assert shown(write(text)) == [text]
