"""``links_of``: a cluster -> its rows, each with the level that joined it and the row it was joined to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.projects.comparison import printed_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.model.project import Level
    from dxlist.projects.parts import Part
    from dxlist.projects.rows import Row
    from dxlist.projects.webs import Edge, Web


class Link(NamedTuple):
    """A row, what joined it, and to which row; the first row is joined to none."""

    row: Row
    level: Level
    joined_to: Row | None


def links_of(web: Web, cluster: Sequence[int]) -> Iterator[Link]:
    """Yield the rows of a cluster from its best attested part on, part by part along the edges that joined them."""
    seen, waiting = {cluster[0]}, [cluster[0]]
    yield from part_links(web.parts[cluster[0]], None)
    while waiting:
        at = waiting.pop(0)
        for edge in web.edges.get(at, ()):
            two = edge.two if edge.one == at else edge.one
            if two not in seen:
                seen.add(two)
                waiting.append(two)
                yield from part_links(web.parts[two], _entry(web, edge, at))


def _entry(web: Web, edge: Edge, known: int) -> Link:
    """Return the link by which a new part is entered: from its row to a row of a part that is known."""
    new = edge.two if edge.one == known else edge.one
    if edge.rows is None:
        return Link(web.parts[new].rows[0], edge.level, web.parts[known].rows[0])
    ours, theirs = edge.rows if edge.one == known else edge.rows[::-1]
    return Link(theirs, edge.level, ours)


def part_links(part: Part, entry: Link | None) -> Iterator[Link]:
    """Yield the rows of a part: first the one it is entered by, then each by the first level that holds."""
    if len(part.rows) == 1:
        yield entry or Link(part.rows[0], "first", None)
        return
    pairs = list(zip(part.rows, part.keys, strict=True))
    start = entry.row if entry else part.rows[0]
    firsts = dict[tuple[str, str | None], "Row"]()
    for row, keys in sorted(pairs, key=lambda pair: pair[0] is not start):
        named: tuple[tuple[Level, str | None], ...] = (
            ("merged", printed_at(row)),
            ("exact", row.name),
            ("folded", keys.folded),
            ("expanded", keys.expanded),
            ("respelled", ""),
        )
        if row is start:
            yield entry or Link(row, "first", None)
        else:
            yield next(Link(row, key[0], firsts[key]) for key in named if key in firsts)
        for key in named:
            firsts.setdefault(key, row)
