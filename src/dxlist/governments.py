"""``GovernmentEvidence``: sidecar, titles and file name -> the local government of a list, and what said so.

The sidecar is believed.  Without a word of it, titles and file name have to agree, and to mean one government alone:
then the official table gives its code and its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.document import GovernmentSource
from dxlist.text.folding import fold
from dxlist.values.government_names import governments_in_file_name, governments_in_title
from dxlist.words.local_governments import governments_by_name, local_governments

if TYPE_CHECKING:
    from typing import Literal

    from dxlist.sidecar import Sidecar
    from dxlist.values.government_names import GovernmentMention


class ListGovernment(NamedTuple):
    """The local government of a list."""

    code: str | None = None
    name: str | None = None
    source: GovernmentSource | None = None


_NOBODY = ListGovernment()


class _Mentioned(NamedTuple):
    mention: GovernmentMention
    by: Literal["title", "file_name"]
    text: str
    """In which it stands."""
    line: int | None = None


class GovernmentEvidence:
    """What is known of a list's government, while its pages go by."""

    def __init__(self, sidecar: Sidecar, stem: str) -> None:
        """Begin with what stands outside of the list.

        Args:
            sidecar: of the list.
            stem: name of its file, without the suffix.
        """
        self._said = _of_sidecar(sidecar)
        self._mentioned: list[_Mentioned] = []
        self._found: ListGovernment | None = self._said
        self._stem = stem

    def add_title(self, line: int, text: str) -> None:
        """Take note of a title."""
        if not self._said:
            mentions = [_Mentioned(mention, "title", text, line) for mention in governments_in_title(text)]
            self._mentioned += mentions
            self._found = None if mentions else self._found

    @property
    def government(self) -> ListGovernment:
        """The government as far as it is known by now."""
        if self._found is None:
            named = [_Mentioned(mention, "file_name", self._stem) for mention in governments_in_file_name(self._stem)]
            self._found = _agreed([*self._mentioned, *named])
        return self._found


def _of_sidecar(sidecar: Sidecar) -> ListGovernment | None:
    """Return what the sidecar says, and from the table what follows from it; None where it says nothing."""
    code, name = sidecar.local_government_code, sidecar.local_government_name
    if code and name:
        source = GovernmentSource(by="sidecar", text=name, contradicts=_contradict(code, name))
        return ListGovernment(code, name, source)
    if code:
        row = local_governments().get(code)
        source = GovernmentSource(by="sidecar", text=code, supplied=["name"] if row else [])
        return ListGovernment(code, row.name if row else None, source)
    if name:
        code = _only_code(name)
        return ListGovernment(code, name, GovernmentSource(by="sidecar", text=name, supplied=["code"] if code else []))
    return None


def _contradict(code: str, name: str) -> bool:
    """Return whether the table knows the code by another name, or the name by another code alone."""
    row = local_governments().get(code)
    if row:
        return row.name not in name and fold(row.name) not in fold(name)
    return fold(name) in governments_by_name()


def _only_code(name: str) -> str | None:
    """Return the code of a name that is one government's alone: 会津若松市, 広島県府中市, not 府中市."""
    whole = [one for one in governments_in_title(name) if one.text.replace(" ", "") == fold(name)]
    return _agreed([_Mentioned(one, "title", name) for one in whole]).code


def _agreed(mentioned: list[_Mentioned]) -> ListGovernment:
    """Return the government that all mentions may mean, where it is one and one of them is sure."""
    codes = frozenset.intersection(*(one.mention.codes for one in mentioned)) if mentioned else frozenset[str]()
    if len(codes) != 1:
        return _NOBODY
    (code,) = codes
    row = local_governments().get(code)
    sure = next((one for one in mentioned if one.mention.is_sure), None)
    if row is None or row.city or sure is None:
        return _NOBODY
    supplied: list[Literal["code", "name"]] = ["name"] if sure.mention.text == code else ["code"]
    source = GovernmentSource(by=sure.by, line=sure.line, text=sure.text, supplied=supplied)
    return ListGovernment(code, row.name, source)
