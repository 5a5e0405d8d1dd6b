"""Which references of several articles are one person or organisation. All names are invented."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from kg.resolve.decisions import Judgements
from kg.resolve.linkage import Linker, keys_of
from kg.resolve.records import Reference, RoleRecord


def person(
    iri: str,
    name: str,
    office: tuple[str, str] | None = None,
    *,
    year: int = 2014,
    countries: tuple[str, ...] = (),
) -> Reference:
    """A person as an article of ``year`` refers to them, in ``office`` (title and body)."""
    roles = () if office is None else (RoleRecord(f"{iri}-r1", *office),)
    return Reference(
        iri, "person", name, published=f"{year}-05-01", roles=roles, countries=countries, article=iri
    )


def body(
    iri: str,
    name: str,
    forms: tuple[str, ...] = (),
    *,
    year: int = 2014,
    countries: tuple[str, ...] = (),
) -> Reference:
    """An organisation as an article of ``year`` refers to it."""
    return Reference(
        iri, "organization", name, published=f"{year}-05-01", forms=forms, countries=countries, article=iri
    )


def among(references: Sequence[Reference]) -> Callable[[Collection[str]], Iterable[Reference]]:
    """The ``find`` of a store that holds ``references``."""

    def find(keys: Collection[str]) -> Iterable[Reference]:
        return [r for r in references if not keys_of(r).isdisjoint(keys) or f"iri:{r.iri}" in keys]

    return find


def clusters(*references: Reference, judgements: Judgements | None = None) -> list[str]:
    """The clusters of all ``references``, each as its IRIs in one string ("a b")."""
    made = Linker(judgements=judgements).link(references, among(references))
    return [" ".join(cluster) for cluster in made.clusters]


def test_spellings_nicknames_and_initials_are_one_person() -> None:
    told = [
        person("a", "Sergei Voloshin", ("Foreign Minister", "Russia"), countries=("RU",)),
        person("b", "Sergey Voloshin", ("Foreign Minister", "Russia"), countries=("RU", "US")),
        person("c", "William Harlow", ("President", "United States"), countries=("US",)),
        person("d", "Bill Harlow", ("President", "United States"), countries=("US",)),
        person("e", "William T. Harlow", ("President", "United States"), countries=("US",)),
    ]
    assert clusters(*told) == ["a b", "c d e"]


def test_father_and_son_with_other_initials_stay_apart() -> None:
    told = [
        person("a", "Tomas K.L. Berg", ("President", "United States"), year=1990, countries=("US",)),
        person("b", "Tomas L. Berg", ("President", "United States"), year=2003, countries=("US",)),
        person("c", "Tomas Berg", ("President", "United States"), year=1991, countries=("US",)),
        person("d", "Berg", ("President", "United States"), year=2003, countries=("US",)),
    ]
    assert clusters(*told) == ["a c", "b d"]


def test_a_bare_surname_joins_by_office_country_and_time_with_a_margin() -> None:
    foreign = ("Foreign Minister", "Norway")
    one = person("a", "Ada Berglund", foreign, countries=("NO",))
    namesake = person("b", "Nils Berglund", ("Mayor", "Turku"), countries=("FI",))
    assert clusters(one, namesake, person("c", "Berglund", foreign, countries=("NO",))) == ["a c", "b"]
    assert clusters(one, namesake, person("c", "Berglund")) == ["a", "b", "c"]


def test_a_bare_surname_joins_within_the_term_of_an_authority_file() -> None:
    def in_office(iri: str, name: str, since: str, until: str) -> Reference:
        role = RoleRecord(f"{iri}-r", "Foreign Minister", "Norway", since=since, until=until)
        return Reference(iri, "person", name, roles=(role,))

    ada, nils = (
        in_office("a", "Ada Berglund", "1990-01-01", "1994-01-01"),
        in_office("b", "Nils Berglund", "2004-01-01", "2009-01-01"),
    )
    early = person("c", "Berglund", ("Foreign Minister", "Norway"), year=1992)
    late = person("d", "Berglund", ("Foreign Minister", "Norway"), year=2006)
    assert clusters(ada, nils, early, late) == ["a c", "b d"]


def test_a_surname_that_no_office_goes_with_is_nobody_of_an_authority_file() -> None:
    role = RoleRecord("a-r", "Foreign Minister", "Norway", since="1990-01-01", until="1994-01-01")
    ada = Reference("a", "person", "Ada Brekkvoll", article="file", roles=(role,))
    alone = person("b", "Brekkvoll", year=1992, countries=("NO",))
    assert clusters(ada, alone) == ["a", "b"]
    assert clusters(ada, replace(alone, roles=(RoleRecord("b-r", "Foreign Minister", "Norway"),))) == ["a b"]


def test_a_surname_alone_ten_years_before_is_somebody_else() -> None:
    place = ("NO", "CL")
    alone = person("a", "Brekkvoll", year=1986, countries=place)
    assert clusters(alone, person("b", "Ada Brekkvoll", year=1996, countries=place)) == ["a", "b"]
    assert clusters(alone, person("b", "Ada Brekkvoll", year=1988, countries=place)) == ["a b"]


def test_two_entries_of_an_authority_file_are_two_people() -> None:
    def entry(iri: str, name: str) -> Reference:
        role = RoleRecord(f"{iri}-r", "Mayor", "Turku", since="1990-01-01", until="1994-01-01")
        return Reference(iri, "person", name, article="file", roles=(role,))

    assert clusters(entry("a", "Ada Berglundh"), entry("b", "Ada Maria Berglundh")) == ["a", "b"]


def test_a_grandson_with_a_suffix_is_not_his_grandfather() -> None:
    president = person("a", "Tomas K. Berglundh", year=1928)
    grandson = person("b", "Tomas K. Berglundh Jr.", year=1955)
    assert clusters(president, grandson) == ["a", "b"]
    assert clusters(grandson, person("c", "Tomas K. Berglundh", year=1956)) == ["b c"]


def test_whoever_led_a_state_a_lifetime_before_the_full_name_is_somebody_else() -> None:
    office = ("President", "Norway")
    father = [person(f"f{n}", "Brekkvoll", office, year=1973 + 3 * n, countries=("NO",)) for n in range(9)]
    son = [
        person("s1", "Odd Brekkvoll", office, year=2000, countries=("NO",)),
        person("s2", "Brekkvoll", office, year=2002, countries=("NO",)),
        person("s3", "Odd Brekkvoll", office, year=2013, countries=("NO",)),
    ]
    assert clusters(*father, *son) == [" ".join(r.iri for r in father), "s1 s2 s3"]


def test_a_leader_who_is_remembered_decades_later_is_whoever_had_the_full_name_then() -> None:
    office = ("President", "Chile")
    told = [
        person("a", "Odd P. Brekkvoll", year=1964, countries=("CL",)),
        person("b", "Brekkvoll", office, year=1965, countries=("CL",)),
        person("c", "Odd Brekkvoll", office, year=2015, countries=("CL",)),
    ]
    assert clusters(*told)[0].startswith("a b")


def test_a_long_career_and_a_reign_of_a_lifetime_are_one_persons() -> None:
    president, king = ("President", "Chile"), ("King", "Norway")
    career = [
        person(f"c{n}", "Brekkvoll", president, year=1980 + 3 * n, countries=("CL",)) for n in range(10)
    ]
    career.append(person("c99", "Odd Brekkvoll", president, year=2012, countries=("CL",)))
    reign = [person(f"k{n}", "Hartmod", king, year=1955 + 4 * n, countries=("NO",)) for n in range(11)]
    reign.append(person("k99", "Hartmod II", king, year=1999, countries=("NO",)))
    assert clusters(*career, *reign) == [" ".join(sorted(r.iri for r in own)) for own in (career, reign)]


def test_one_name_in_other_centuries_is_not_one_person() -> None:
    assert clusters(person("a", "Adam Smith", year=1871), person("b", "Adam Smith", year=2014)) == ["a", "b"]


def test_weak_links_make_no_chain_past_a_contradiction() -> None:
    office = ("Prime Minister", "Norway")
    told = [
        person("a", "Ada Berglund", office, countries=("NO",)),
        person("b", "Berglund", office, countries=("NO",)),
        person("c", "Nils Berglund", office, countries=("NO",)),
    ]
    assert clusters(*told) == ["a", "b", "c"]


def test_an_organisation_goes_by_its_initials_and_without_its_legal_form_or_trade() -> None:
    told = [
        body("a", "Nordic Fisheries Union", countries=("NO", "SE")),
        body("b", "NFU", countries=("NO", "SE")),
        body("c", "Harlow Computer", ("Harlow",)),
        body("d", "Harlow Inc."),
        body("e", "Harlow"),
        body("f", "Harlow Corps"),
        body("g", "the Nordic Fisheries Union"),
    ]
    assert clusters(*told) == ["a b g", "c d e", "f"]


def test_institutions_of_two_states_stay_apart_and_join_by_context() -> None:
    told = [
        body("a", "Norwegian Foreign Ministry", countries=("NO", "RU")),
        body("b", "Ministry of Foreign Affairs of Norway", countries=("NO",)),
        body("c", "Finnish Foreign Ministry", countries=("FI",)),
        body("d", "Foreign Ministry", countries=("FI",)),
        body("e", "Foreign Ministry", countries=("FI", "NO")),
        body("f", "Defense Ministry", countries=("FI",)),
    ]
    assert clusters(*told) == ["a b", "c d", "e", "f"]


def test_a_short_name_goes_to_whom_an_article_calls_so() -> None:
    told = [
        body("a", "Harlow Computer", ("Harlow",)),
        body("b", "Harlow"),
        body("c", "Harlow Motors"),
    ]
    assert clusters(*told) == ["a b", "c"]
    assert clusters(body("a", "Harlow Computer"), *told[1:]) == ["a", "b", "c"]


def test_embassies_of_one_state_are_not_one() -> None:
    assert clusters(body("a", "U.S. Embassy"), body("b", "U.S. Embassy")) == ["a", "b"]


def test_a_person_and_an_organisation_of_one_name_are_two() -> None:
    assert clusters(person("a", "Harlow"), body("b", "Harlow")) == ["a", "b"]


def test_what_people_decided_holds() -> None:
    told = [person("a", "Ada Berglund"), person("b", "Ada Berglund"), person("c", "Eva Lind")]
    assert clusters(*told) == ["a b", "c"]
    assert clusters(*told, judgements=Judgements(apart=(("a", "b"),))) == ["a", "b", "c"]
    assert clusters(*told, judgements=Judgements(together=(("b", "c"),))) == ["a b c"]


def test_the_outcome_does_not_depend_on_the_order_nor_on_where_one_starts() -> None:
    office = ("Foreign Minister", "Norway")
    told = [
        person(
            f"{number:02}", name, office if number % 2 else None, year=2010 + number % 4, countries=("NO",)
        )
        for number, name in enumerate(
            ["Ada Berglund", "Berglund", "A. Berglund", "Nils Berglund", "Eva Lind", "Lind"] * 3
        )
    ]
    whole = Linker().link(told, among(told)).clusters
    for seed in range(3):
        shuffled = random.Random(seed).sample(told, len(told))
        assert Linker().link(shuffled, among(shuffled)).clusters == whole
        part = Linker().link(shuffled[:1], among(shuffled)).clusters
        assert set(part) <= set(whole)
        assert any(shuffled[0].iri in cluster for cluster in part)


def test_what_is_removed_lets_its_rivals_join() -> None:
    office = ("Foreign Minister", "Norway")
    one, rival, bare = (
        person("a", "Ada Berglund", office),
        person("b", "Nils Berglund", office),
        person("c", "Berglund", office),
    )
    assert clusters(one, rival, bare) == ["a", "b", "c"]
    left = [one, bare]
    assert Linker().link([], among(left), removed=[rival]).clusters == (("a", "c"),)


def test_uncertain_pairs_are_given_for_review() -> None:
    office = ("Foreign Minister", "Norway")
    told = [
        person("a", "Ada Berglund", office),
        person("b", "Nils Berglund", office),
        person("c", "Berglund", office),
    ]
    pairs = Linker().link(told, among(told)).pairs
    assert [(pair.one, pair.other, pair.joined) for pair in pairs] == [("a", "c", False), ("b", "c", False)]
