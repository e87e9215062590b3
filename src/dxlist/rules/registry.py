"""``@rule``: a check function -> a rule with its code, name, severity, title and the official rules that it serves.

The manual page of a rule, with the examples that are its tests, is the docstring of its function: ``rules.manual``.
A rule stands in the folder of its family: DX308 in a module of ``rules/dx3_values``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Literal, TypeVar

from dxlist import rules
from dxlist.model.finding import Found, Severity
from dxlist.rules.listed import Listed, ListedRows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.text.bilingual import Bilingual

Check = Callable[[Listed], Iterator[Found]]
"""What a rule finds in one list, whatever the others say."""
CheckAcross = Callable[[ListedRows], Iterator[Found]]
"""What a rule finds in the rows of one list, beside the rows of all lists."""
AnyCheck = TypeVar("AnyCheck", Check, CheckAcross)

Fixing = Literal["certain", "unsafe"]
"""``certain``: only this can have been meant, so that ``--fix`` writes it; ``unsafe``: a person decides."""

FAMILIES = ("DX1", "DX2", "DX3", "DX4")
_FOLDERS = tuple(family.lower() for family in FAMILIES)
_RULES: dict[str, Rule] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of ``dxlist validate``."""

    code: str
    """DX101: the hundreds are the family."""
    name: str
    """A stable name for people: header-over-several-lines."""
    severity: Severity
    title: Bilingual
    """What was found, in a few words; not the cure."""
    official: tuple[str, ...]
    """Official rules that it serves, "L1-05" of 2026 or "1-6" of 2020, as ``words.official_rules`` lists them."""
    check: Callable[..., Iterator[Found]]
    """A ``Check``, or a ``CheckAcross`` of a rule that looks across lists."""
    fixes: Fixing | None = None
    """Whether what stands in a finding as its suggestion mends the list for certain; None: it mends nothing."""
    across: bool = False
    """Whether it compares the rows of all lists, so that it is applied once, when all have been read."""


def rule(
    code: str,
    name: str,
    severity: Severity,
    title: Bilingual,
    *,
    official: tuple[str, ...] = (),
    fixes: Fixing | None = None,
) -> Callable[[Check], Check]:
    """Enter the decorated function as a rule.

    Args:
        code: DX101.
        name: a stable name for people.
        severity: of its findings, where they do not say another.
        title: what was found.
        official: numbers of the official rules that it serves.
        fixes: whether its suggestions are what must have been meant.

    Raises:
        ValueError: another rule has the code or the name.
    """

    def enter(check: Check) -> Check:
        return _entered(Rule(code, name, severity, title, official, check, fixes), check)

    return enter


def rule_across_lists(
    code: str, name: str, severity: Severity, title: Bilingual
) -> Callable[[CheckAcross], CheckAcross]:
    """Enter the decorated function as a rule that compares the rows of all lists; see :func:`rule`."""

    def enter(check: CheckAcross) -> CheckAcross:
        return _entered(Rule(code, name, severity, title, (), check, across=True), check)

    return enter


def _entered(new: Rule, check: AnyCheck) -> AnyCheck:
    if new.code in _RULES or any(known.name == new.name for known in _RULES.values()):
        raise ValueError(f"two rules are called {new.code} or {new.name}")
    _RULES[new.code] = new
    return check


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code, in the order of the codes.

    Every module in the folder of a family is loaded, so a rule is known as soon as its function is decorated.
    """
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        if any(part.startswith(_FOLDERS) for part in module.name.split(".")):
            import_module(module.name)
    return dict(sorted(_RULES.items()))
