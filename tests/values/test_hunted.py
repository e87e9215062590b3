"""Variants of kinds of faults of public reports and of real lists; those that are not read rightly yet are known."""

import pytest

from tests.values.hunted import BROKEN, FAILURES, Variant, faults, unsaid, variants

KNOWN = frozenset(FAILURES.read_text("utf-8").splitlines())
EVERY = list(variants())


@pytest.mark.parametrize(
    "variant",
    [pytest.param(one, marks=[pytest.mark.xfail(reason="not read yet")] * (one.name in KNOWN)) for one in EVERY],
    ids=lambda one: one.name,
)
def test_a_variant_is_read_as_a_person_reads_it(variant: Variant) -> None:
    assert list(faults(variant)) == []


@pytest.mark.parametrize(
    "variant",
    [
        pytest.param(one, marks=[pytest.mark.xfail(reason="nobody is told")] * (f"unsaid: {one.name}" in KNOWN))
        for one in EVERY
        if one.kind == BROKEN
    ],
    ids=lambda one: one.name,
)
def test_a_number_that_is_not_read_is_said(variant: Variant) -> None:
    assert not unsaid(variant)


def test_what_is_known_not_to_be_read_is_a_variant() -> None:
    assert {name.removeprefix("unsaid: ") for name in KNOWN} <= {one.name for one in EVERY}
