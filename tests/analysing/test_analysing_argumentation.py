"""Argumentation: labels, strengths and sensitivity of plain graphs."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.analysing.argumentation import (
    IN,
    OUT,
    UNDECIDED,
    Framework,
    df_quad,
    grounded,
    h_categoriser,
    parts,
    sensitivity,
)

NAMES = "abcdefg"
PAIRS = st.sets(st.sampled_from(sorted(product(NAMES, NAMES))), max_size=16)


def _pyarg_grounded(attacks: set[tuple[str, str]]) -> set[str]:
    """Return the grounded extension as PyArg finds it."""
    from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import AbstractArgumentationFramework
    from py_arg.abstract_argumentation_classes.argument import Argument
    from py_arg.abstract_argumentation_classes.defeat import Defeat
    from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension

    arguments = {name: Argument(name) for name in NAMES}
    defeats = [Defeat(arguments[one], arguments[other]) for one, other in sorted(attacks)]
    found = get_grounded_extension(AbstractArgumentationFramework("test", list(arguments.values()), defeats))
    return {argument.name for argument in found}


@settings(max_examples=150, deadline=None)
@given(PAIRS)
def test_grounded_agrees_with_pyarg(attacks: set[tuple[str, str]]) -> None:
    """The arguments labelled in are the grounded extension that an independent library computes."""
    labels = grounded(Framework.of(NAMES, attacks))
    assert {name for name, label in labels.items() if label == IN} == _pyarg_grounded(attacks)


@given(PAIRS)
def test_grounded_is_conflict_free_admissible_and_complete(attacks: set[tuple[str, str]]) -> None:
    """No two arguments that are in attack each other, each is defended, and every label follows from its attackers."""
    framework = Framework.of(NAMES, attacks)
    labels = grounded(framework)
    accepted = {name for name in NAMES if labels[name] == IN}
    assert not {(one, other) for one, other in attacks if one in accepted and other in accepted}
    for name in accepted:
        assert all(set(framework.attackers[attacker]) & accepted for attacker in framework.attackers[name])
    for name in NAMES:
        against = {labels[attacker] for attacker in framework.attackers[name]}
        expected = OUT if IN in against else IN if against <= {OUT} else UNDECIDED
        assert labels[name] == expected


@given(st.permutations(sorted(product("abcd", "abcd"))[::3]))
def test_the_order_of_attacks_does_not_matter(attacks: list[tuple[str, str]]) -> None:
    """However the attacks are listed, labels and strengths are the same."""
    first, second = Framework.of("abcd", attacks), Framework.of("dcba", sorted(attacks))
    assert grounded(first) == grounded(second)
    assert h_categoriser(first) == h_categoriser(second)
    assert df_quad(first) == df_quad(second)


def test_grounded_of_the_textbook_example() -> None:
    """Reinstatement, a cycle of two and what it leaves open, worked by hand."""
    framework = Framework.of("abcdef", [("a", "b"), ("b", "c"), ("d", "e"), ("e", "d"), ("e", "f")])
    assert grounded(framework) == {
        "a": IN,
        "b": OUT,
        "c": IN,
        "d": UNDECIDED,
        "e": UNDECIDED,
        "f": UNDECIDED,
    }


@given(PAIRS)
def test_h_categoriser_is_the_fixed_point_within_bounds(attacks: set[tuple[str, str]]) -> None:
    """Every strength is 1 over 1 plus its attackers' strengths, above 0 and at most 1."""
    framework = Framework.of(NAMES, attacks)
    value = h_categoriser(framework)
    for name in NAMES:
        assert 0 < value[name] <= 1
        assert value[name] == pytest.approx(1 / (1 + sum(value[n] for n in framework.attackers[name])), abs=1e-7)


def test_h_categoriser_of_mutual_attack_is_the_golden_ratio() -> None:
    """Two claims that attack each other are equally strong: s = 1 / (1 + s) gives 0.618."""
    value = h_categoriser(Framework.of("ab", [("a", "b"), ("b", "a")]))
    assert value["a"] == value["b"] == pytest.approx((5**0.5 - 1) / 2, abs=1e-8)


def _recursive(name: str, attacks: set[tuple[str, str]], supports: set[tuple[str, str]]) -> float:
    """Return the DF-QuAD strength by the paper's recursion, for graphs without cycles."""
    left = [1.0, 1.0]
    for side, pairs in enumerate((attacks, supports)):
        for start, end in pairs:
            if end == name:
                left[side] *= 1 - _recursive(start, attacks, supports)
    attack, support = 1 - left[0], 1 - left[1]
    return 0.5 - 0.5 * (attack - support) if attack >= support else 0.5 + 0.5 * (support - attack)


FORWARD = st.sets(st.sampled_from([(a, b) for a, b in product("abcde", "abcde") if a < b]))


@settings(max_examples=60, deadline=None)
@given(FORWARD, FORWARD)
def test_df_quad_agrees_with_the_recursion_where_nothing_turns_back(
    attacks: set[tuple[str, str]], supports: set[tuple[str, str]]
) -> None:
    """On a graph without cycles the values settle on the paper's recursive definition."""
    value, settled = df_quad(Framework.of("abcde", attacks, supports))
    assert settled
    for name in "abcde":
        assert value[name] == pytest.approx(_recursive(name, attacks, supports), abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(PAIRS, PAIRS)
def test_df_quad_stays_within_bounds(attacks: set[tuple[str, str]], supports: set[tuple[str, str]]) -> None:
    """With cycles too, every strength lies between 0 and 1."""
    value, _ = df_quad(Framework.of(NAMES, attacks, supports))
    assert all(0 <= strength <= 1 for strength in value.values())


@settings(max_examples=80, deadline=None)
@given(PAIRS)
def test_sensitivity_is_what_taking_an_argument_away_changes(attacks: set[tuple[str, str]]) -> None:
    """For every argument the changes told are those found by labelling the whole graph without it."""
    framework = Framework.of(NAMES, attacks)
    before, tried = grounded(framework), sensitivity(framework, budget=10**6)
    for name in NAMES:
        rest = [n for n in NAMES if n != name]
        after = grounded(Framework.of(rest, {pair for pair in attacks if name not in pair}))
        changed = {(n, before[n], after[n]) for n in rest if before[n] != after[n]}
        assert set(tried[name]) == changed


def test_sensitivity_keeps_to_its_budget() -> None:
    """With nothing to spend, only the arguments that need no trying are answered."""
    framework = Framework.of("abc", [("a", "b"), ("b", "a")])
    assert sensitivity(framework, budget=0) == {"c": []}


def test_parts_are_what_attacks_join() -> None:
    """Arguments fall into the parts that attacks connect, whatever their direction."""
    assert parts(Framework.of("abcd", [("c", "a")])) == [("a", "c"), ("b",), ("d",)]
