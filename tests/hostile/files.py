"""Files beside lists that are meant to do harm: normalised JSON, sidecars, decisions, settings, baselines, names of files.

Each function makes one by a seed and a number; what reads it must refuse it with a message, or read it whole.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.hostile.mutations import BYTE_MUTATIONS, SNIPPETS

_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, 1e308, float("nan"), "", "x", "\ud83d", "\x00", "=1+1", "a" * 3000, "../../x", "/", "..",
    [], {}, [None], [[]], {"x": 1}, ["x"] * 300, {"kind": "filled"}, "2026-01-01", "3.0", "99.0",
)  # fmt: skip
"""What stands in place of a value."""


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Return every place in a JSON value: the container and its key."""
    found: list[tuple[Any, Any]] = []
    items = list(value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ())
    for key, inner in items:
        found.append((value, key))
        found += _places(inner)
    return found


def _change(value: Any, random: Random) -> None:
    """Change a JSON value in one place: another value, no value, a further key, something twice."""
    holder, key = random.choice(_places(value))
    way = random.randrange(6)
    if isinstance(holder[key], str) and random.random() < 0.7:
        holder[key] = random.choice(SNIPPETS)
    elif way == 0:
        del holder[key]
    elif way == 1 and isinstance(holder, dict):
        holder[random.choice(("x", "", "=1", "\x1b[2J", "extra.備考"))] = random.choice(_VALUES)
    elif way == 2 and isinstance(holder, list):
        holder.append(holder[key])
    else:
        holder[key] = random.choice(_VALUES)


def hostile_json(good: str, seed: int, number: int) -> bytes:
    """Return a normalised document with something wrong in it, or something strange."""
    random = Random(f"json/{seed}/{number}")
    value = json.loads(good)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        _change(value, random)
    data = json.dumps(value, ensure_ascii=random.random() < 0.5, indent=random.choice((None, 1))).encode(
        "utf-8", "surrogatepass"
    )
    if random.random() < 0.2:
        data = random.choice(BYTE_MUTATIONS)(data, random)
    if random.random() < 0.05:
        data = random.choice(
            (
                b"[" * 100_000,
                data * 2,
                b"\xff\xfe" + data,
                data.decode("utf-8", "replace").encode("utf-16"),
                b'{"schema_version":' * 50_000,
            )
        )
    return data


_TOML = (
    'title = "一覧"\nlocal_government_code = "070009"\nfiscal_year = 2022\n',
    '[columns]\n"備考" = "note"\n"事業概要" = "overview"\n',
    '[[corrections]]\nline = 2\ncolumn = "overview"\nwas = "x"\nvalue = "y"\nreason = "z"\n',
    '[[confirmed]]\nline = 2\ncolumn = "row"\nreason = "z"\n',
    '[[ignore]]\ncode = "DX203"\nline = 2\nreason = "z"\n',
    'ignore = ["DX2"]\nselect = ["DX1"]\nfail_on = "error"\nbaseline = "b.json"\ndecisions = "d.toml"\n',
    '[[same]]\nrows = ["list-1", "list-2"]\nreason = "x"\n',
    '[[different]]\nnames = ["事業", "取組"]\nreason = "x"\n',
    '{"findings": [{"fingerprint": "0", "code": "DX101", "file": "a.tsv", "message": "x"}]}',
)
"""Sidecars, settings, decisions and a baseline, right ones or nearly."""
_TOML_VALUES = (
    "1", "-1", "1e400", "nan", '"x"', '""', "[]", "{}", "[1]", "true", "1979-05-27", '"\\u001b[2J"', '"\\u0000"', "'''\n'''", "9" * 400, "[" * 2000,
    '"=1+1"', '"../../x"', "{ x = 1 }", "0x1F", "inf", '"\\ud83d"', "'", "=", "[[", "]]", "\x00", "\ufeff", "00:00:00", '"DX"', '"row"', '"note"',
)  # fmt: skip


def hostile_toml(seed: int, number: int) -> bytes:
    """Return a file that people write beside lists, with something wrong in it."""
    random = Random(f"toml/{seed}/{number}")
    lines = "".join(random.choices(_TOML, k=random.choice((1, 1, 2)))).split("\n")
    for _ in range(random.choice((0, 1, 1, 2))):
        at = random.randrange(len(lines))
        key, equals, _value = lines[at].partition(" = ")
        way = random.randrange(4)
        if way == 0:
            lines.insert(at, lines[at])
        elif way == 1:
            del lines[at : at + 1]
            lines = lines or [""]
        elif equals:
            lines[at] = f"{key} = {random.choice(_TOML_VALUES)}"
        else:
            lines[at] += random.choice(_TOML_VALUES)
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    for change in random.choices(BYTE_MUTATIONS, k=random.choice((0, 0, 0, 1))):
        data = change(data, random)
    return data


NAMES: tuple[bytes, ...] = (
    b"-rf.tsv", b"--help.tsv", b" .tsv", b"a b.tsv", b"a\nb.tsv", b"a\tb.tsv", b"a\x1b[2Jb.tsv", b"\xff\xfe.tsv", b"\xe3\x81.tsv", b"'\"`$(id);.tsv",
    b"%s%n{0}.tsv", b"a.targets.tsv", b".tsv.tsv", b"...tsv", b"=1+1.tsv", b"#1.tsv", b"?q=1.tsv", b"[a].tsv", b"*.tsv", b"~.tsv", b"a.json.tsv",
    b"\xe2\x80\xaeabc.tsv", b"\xef\xbb\xbf.tsv", b"con.tsv", b"a" * 200 + b".tsv", "漢".encode() * 70 + b".tsv", b"::error::x.tsv", b"a,b;c.tsv",
    "か\u3099.tsv".encode(), b"a\rb.tsv", b"\x7f.tsv", b"<b>.tsv", b"|a|.tsv", b"@x.tsv",
)  # fmt: skip
"""Names that a file may have."""
