"""Other ways to find which mentions are of one project, to stand beside dxlist: each takes rows and gives clusters.

Each compares folded names in the way that its own documentation shows for names.  None is needed by dxlist.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

from dxlist.collector import without_collection
from dxlist.projects.blocking import deletion_keys
from dxlist.projects.clusters import cluster_rows
from dxlist.projects.graph import Components
from dxlist.projects.names import fold_name
from dxlist.projects.rows import Row
from dxlist.projects.suggesting import near_clusters

Clusters = list[list[int]]
Found = tuple[Clusters, list[tuple[int, int]]]
"""The clusters, as positions of rows, and the pairs of clusters that are suggested."""

NEAR, ALIKE = 90, 0.9
WINDOW = 9


@without_collection()
def dxlist(rows: Sequence[Row]) -> Found:
    """Return what find_projects does before it makes records, the collector of cycles kept away as there."""
    clusters, suggested = Clusters(), list[tuple[int, int]]()
    for government in cluster_rows(rows):
        first = len(clusters)
        clusters += [[link.row.handle for link in cluster.links] for cluster in government.clusters]
        near = near_clusters([cluster.vertices for cluster in government.clusters], government.kept_apart)
        suggested += [(first + pair.one, first + pair.two) for pair in near]
    return clusters, suggested


def folded_names(rows: Sequence[Row]) -> Found:
    """Equal after folding: what a spreadsheet and TRIM get to."""
    union = Components(range(len(rows)))
    union.join_by_keys((at, (row.government, fold_name(row.name or ""))) for at, row in enumerate(rows))
    return union.sets(), []


def deletion_keys_alone(rows: Sequence[Row]) -> Found:
    """One letter apart is the same: symmetric deletion, and nothing that speaks against it."""
    union = Components(range(len(rows)))
    names = defaultdict[tuple[str, str], list[int]](list)
    for at, row in enumerate(rows):
        names[row.government, fold_name(row.name or "")].append(at)
    union.join_by_keys((at, name) for name, own in names.items() for at in own)
    keys = ((own[0], name) for name, own in names.items())
    union.join_by_keys((at, (government, key)) for at, (government, name) in keys for key in deletion_keys(name))
    return union.sets(), []


def rapidfuzz_pairs(rows: Sequence[Row]) -> Found:
    """All pairs with a ratio of 90 or more."""
    process, fuzz = import_module("rapidfuzz.process"), import_module("rapidfuzz.fuzz")
    numpy = import_module("numpy")
    names, union, step = [fold_name(row.name or "") for row in rows], Components(range(len(rows))), 1000
    for start in range(0, len(names), step):
        scores = process.cdist(
            names[start : start + step], names, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=numpy.uint8, workers=2
        )
        _join(union, rows, ((start + int(one), int(two)) for one, two in zip(*numpy.nonzero(scores), strict=True)))
    return union.sets(), []


def _join(union: Components[int], rows: Sequence[Row], pairs: Iterable[tuple[int, int]]) -> None:
    for one, two in pairs:
        if rows[one].government == rows[two].government:
            union.join(one, two)


def _frame(rows: Sequence[Row]) -> Any:
    columns = {
        "government": [row.government for row in rows],
        "name": [fold_name(row.name or "") for row in rows],
        "division": [row.units[0] if row.units else None for row in rows],
    }
    return import_module("pandas").DataFrame(columns)


def recordlinkage_sorted(rows: Sequence[Row]) -> Found:
    return _recordlinkage(rows, "sortedneighbourhood", "name", window=WINDOW, block_on="government")


def recordlinkage_blocked(rows: Sequence[Row]) -> Found:
    return _recordlinkage(rows, "block", ["government", "division"])


def _recordlinkage(rows: Sequence[Row], kind: str, on: object, **options: object) -> Found:
    recordlinkage = import_module("recordlinkage")
    frame = _frame(rows)
    index = recordlinkage.Index()
    getattr(index, kind)(on, **options)
    compare = recordlinkage.Compare()
    compare.string("name", "name", method="levenshtein", threshold=ALIKE, label="name")
    found = compare.compute(index.index(frame), frame)
    union = Components(range(len(rows)))
    _join(union, rows, found[found["name"] == 1].index)
    return union.sets(), []


def minhash(rows: Sequence[Row]) -> Found:
    """MinHash signatures of pieces of three letters, and locality-sensitive hashing."""
    datasketch = import_module("datasketch")
    index, union = datasketch.MinHashLSH(threshold=0.7, num_perm=64), Components(range(len(rows)))
    for at, row in enumerate(rows):
        name = fold_name(row.name or "")
        signature = datasketch.MinHash(num_perm=64)
        signature.update_batch([name[i : i + 3].encode() for i in range(max(len(name) - 2, 1))])
        _join(union, rows, ((at, int(other)) for other in index.query(signature)))
        index.insert(str(at), signature)
    return union.sets(), []


def splink(rows: Sequence[Row]) -> Found:
    """Fellegi-Sunter with Jaro-Winkler of the names and equality of the division, by splink over DuckDB."""
    library, levels = import_module("splink"), import_module("splink.comparison_library")
    frame = _frame(rows)
    frame["unique_id"] = range(len(rows))
    settings = library.SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=0.01,
        comparisons=[levels.JaroWinklerAtThresholds("name", [0.97, 0.9]), levels.ExactMatch("division")],
        blocking_rules_to_generate_predictions=[
            library.block_on("government", "division"),
            library.block_on("government", "name"),
        ],
    )
    database = library.DuckDBAPI()
    linker = library.Linker(database.register(frame), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e5)
    linker.training.estimate_parameters_using_expectation_maximisation(library.block_on("government"))
    found = linker.inference.predict(threshold_match_probability=0.5).as_pandas_dataframe()
    union = Components(range(len(rows)))
    _join(union, rows, zip(found["unique_id_l"], found["unique_id_r"], strict=True))
    return union.sets(), []


LINKERS: dict[str, tuple[Callable[[Sequence[Row]], Found], int, str]] = {
    "dxlist": (dxlist, 10_000_000, "dxlist"),
    "folded names": (folded_names, 10_000_000, "dxlist"),
    "deletion keys alone": (deletion_keys_alone, 100_000, "dxlist"),
    "recordlinkage, sorted": (recordlinkage_sorted, 100_000, "recordlinkage"),
    "recordlinkage, blocked": (recordlinkage_blocked, 100_000, "recordlinkage"),
    "MinHash LSH": (minhash, 100_000, "datasketch"),
    "rapidfuzz, all pairs": (rapidfuzz_pairs, 10_000, "rapidfuzz"),
    "splink": (splink, 10_000, "splink"),
}
"""Name -> the function, the most mentions that it is run on, the module that must be there."""
