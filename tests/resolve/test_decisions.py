"""What decisions come to: who belongs together, who never does, and what contradicts itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.decisions import Decision, Verdict, judgements, replayed


def decided(one: str, verdict: Verdict, other: str, *, when: str = "2024-05-01T10:00:00Z") -> Decision:
    return Decision(one, other, verdict, "eve", when)


def test_decisions_say_what_belongs_together_and_what_never_does() -> None:
    found = judgements(
        [decided("b", "same", "a"), decided("c", "different", "a"), decided("a", "unsure", "d")]
    )
    assert (found.together, found.apart, found.contradictions) == ((("a", "b"),), (("a", "c"),), ())


def test_same_and_different_about_one_pair_join_nothing_whichever_came_last() -> None:
    same = decided("a", "same", "b", when="2024-05-02T10:00:00Z")
    different = decided("b", "different", "a")
    for decisions in ([same, different], [different, same]):
        found = judgements(decisions)
        assert (found.together, found.apart) == ((), (("a", "b"),))
        assert [(c.different, c.chain) for c in found.contradictions] == [(different, (same,))]


def test_a_different_is_not_overruled_by_a_chain_and_the_whole_chain_joins_nothing() -> None:
    chain = (decided("a", "same", "b"), decided("b", "same", "c"))
    beside, different = decided("c", "same", "d"), decided("a", "different", "c")
    for decisions in permutations([*chain, beside, different]):
        found = judgements(decisions)
        assert found.together == (("c", "d"),)
        assert found.apart == (("a", "b"), ("a", "c"), ("b", "c"))
        [contradiction] = found.contradictions
        assert (contradiction.different, contradiction.chain) == (different, chain)


def test_every_chain_between_the_two_is_set_aside() -> None:
    found = judgements(
        [
            *(decided("a", "same", "b"), decided("b", "same", "z")),
            *(decided("a", "same", "c"), decided("c", "same", "z")),
            decided("a", "different", "z"),
        ]
    )
    assert found.together == ()
    assert [[link.pair for link in c.chain] for c in found.contradictions] == [
        [("a", "b"), ("b", "z")],
        [("a", "c"), ("c", "z")],
    ]


def test_a_withdrawn_decision_asks_for_nothing() -> None:
    withdrawn = replace(decided("a", "different", "b"), withdrawn="2024-05-03T10:00:00Z", withdrawn_by="eve")
    found = judgements([withdrawn, decided("a", "same", "b")])
    assert (found.together, found.apart, found.contradictions) == ((("a", "b"),), (), ())


def test_a_contradiction_is_told_with_names_people_and_times() -> None:
    same = Decision("x#p1", "y#p1", "same", "eve", "2024-05-01T10:00:00Z", "one office", "Ann Lee", "A. Lee")
    different = Decision("x#p1", "y#p1", "different", "bob", "2024-05-02T10:00:00Z")
    [contradiction] = judgements([same, different]).contradictions
    assert str(contradiction) == (
        "these decisions contradict each other, and none of them joins anything: "
        "Ann Lee and A. Lee are the same (eve, 2024-05-01T10:00:00Z: one office); "
        "x#p1 and y#p1 are different (bob, 2024-05-02T10:00:00Z)"
    )


def test_replaying_adds_what_is_missing_and_withdraws_what_others_withdrew() -> None:
    known = [decided("a", "same", "b"), decided("c", "same", "d")]
    withdrawn = replace(known[0], withdrawn="2024-06-01T10:00:00Z", withdrawn_by="bob")
    new = decided("e", "different", "f")
    assert replayed(known, [known[1], new, withdrawn, new]) == [withdrawn, new]
    assert replayed([withdrawn], [known[0]]) == []


def test_the_order_of_asking_does_not_make_another_decision() -> None:
    assert replayed([decided("a", "same", "b")], [decided("b", "same", "a")]) == []


@st.composite
def _decisions(draw: st.DrawFn) -> list[Decision]:
    names = st.sampled_from("abcdef")
    verdicts: st.SearchStrategy[Verdict] = st.sampled_from(["same", "same", "different", "unsure"])
    triples = draw(st.lists(st.tuples(names, verdicts, names), max_size=10))
    return [decided(min(a, b), verdict, max(a, b)) for a, verdict, b in triples if a != b]


@settings(deadline=None)
@given(_decisions(), st.randoms())
def test_no_chain_of_those_together_joins_two_that_are_apart(
    decisions: list[Decision], random: Random
) -> None:
    found = judgements(decisions)
    parts: dict[str, set[str]] = {}
    for one, other in found.together:
        joined = parts.get(one, {one}) | parts.get(other, {other})
        parts |= dict.fromkeys(joined, joined)
    assert not [pair for pair in found.apart if pair[1] in parts.get(pair[0], set())]
    different = {d.pair for d in decisions if d.verdict == "different"}
    assert different <= set(found.apart)
    random.shuffle(decisions)
    assert judgements(decisions) == found
