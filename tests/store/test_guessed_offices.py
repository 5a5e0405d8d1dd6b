"""An office whose country is only guessed from the words around: when it shows who held the office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import permutations

from pyoxigraph import NamedNode

from kg.graph import MERGED_GRAPH, article_iri
from kg.graph import vocabulary as v
from kg.model import Article, Coverage, Meeting, Mention, Office, Participation, Person, Report, Role
from kg.store import Store, memory_store
from kg.store.merging import rebuild
from tests.merging import add, in_order


def saying(id: str, name: str, of: str | None, *, confidence: float = 0.77, day: int = 1) -> Report:
    """An article in which a president is named, of ``of`` or of nowhere."""
    text = f"President {name} spoke ({id})."
    said = Mention(0, len(text), text)
    role = Role("p1", "President", of, said, said, confidence=confidence)
    person = Person("p1", name, (Mention(10, 10 + len(name), name),))
    return Report(
        article=Article(id, text, published=date(2021, 3, day)),
        persons=(person,),
        organizations=(),
        places=(),
        offices=(),
        groups=(),
        roles=(role,),
        meetings=(),
        coverage=Coverage(1),
        model="test",
    )


def meeting(of: str) -> Report:
    """An article in which the president of ``of``, without a name, comes to talks."""
    text = f"The president of {of} came to the talks."
    said = Mention(0, len(text), text)
    words = Mention(0, 13, "The president", "nominal")
    party = Participation("f1", "office", "attendee", "President", of, words, said)
    talks = Meeting("m1", "talks", "occurred", None, None, None, (party,), (said,), (said,))
    return replace(
        saying("talks", "", None),
        article=Article("talks", text, published=date(2021, 3, 5)),
        persons=(),
        roles=(),
        offices=(Office("f1", "President", of, (words,)),),
        meetings=(talks,),
    )


def holders(store: Store) -> list[str]:
    found = []
    for quad in store.match(predicate=v.INFERRED, graph=MERGED_GRAPH):
        [actor] = store.match(quad.subject, v.ACTOR, graph=MERGED_GRAPH)  # type: ignore[arg-type]
        names = store.match(NamedNode(actor.object.value), v.NAME, graph=MERGED_GRAPH)  # type: ignore[union-attr]
        found += [name.object.value for name in names]  # type: ignore[union-attr]
    return found


def resolved(reports: Iterable[Report]) -> list[str]:
    with memory_store() as store:
        add(store, *reports)
        return holders(store)


def test_a_president_of_no_country_told_is_not_that_of_a_country_he_is_once_named_beside() -> None:
    guests = saying("one", "Oskar Tveit", "Bolivia"), saying("two", "Oskar Tveit", None, day=2)
    assert resolved([*guests, meeting("Bolivia")]) == []


def test_a_guess_that_most_articles_share_shows_the_holder() -> None:
    told = [saying(f"a{n}", "Oskar Tveit", "Bolivia", day=n) for n in (1, 2)]
    assert resolved([*told, saying("b", "Oskar Tveit", None, day=3), meeting("Bolivia")]) == ["Oskar Tveit"]


def test_a_guess_that_is_stated_elsewhere_shows_the_holder() -> None:
    told = saying("a", "Oskar Tveit", "Bolivia", confidence=0.93)
    others = [saying(f"b{n}", "Oskar Tveit", None, day=n) for n in (2, 3)]
    guess = saying("c", "Oskar Tveit", "Bolivia", day=6)
    assert resolved([told, *others, guess, meeting("Bolivia")]) == ["Oskar Tveit"]


def test_what_else_is_said_of_the_person_counts_in_whatever_order_it_comes() -> None:
    reports = [
        saying("a", "Oskar Tveit", "Bolivia"),
        saying("b", "Oskar Tveit", None, day=2),
        meeting("Bolivia"),
    ]
    for order in permutations(reports):
        with memory_store() as store:
            for report in order:
                add(store, report)
            assert holders(store) == []
            store.drop(article_iri(reports[1].article))
            add(store)
            assert holders(store) == ["Oskar Tveit"]
            before = in_order(store.match(graph=MERGED_GRAPH))
            rebuild(store)
            assert in_order(store.match(graph=MERGED_GRAPH)) == before
