"""The questions that come with newsgraph: who met whom, where, when and in what capacity."""

from __future__ import annotations

import pytest

from tests.graph.reports import CALL_TEXT, OSLO_TEXT, VIENNA_TEXT
from tests.queries.conftest import Ask

FIRST = VIENNA_TEXT.split(". ")[0] + "."
SUMMIT = OSLO_TEXT.split(". ")[0] + "."


def picked(rows: list[dict[str, str]], *columns: str) -> list[tuple[str, ...]]:
    """These columns of the rows, without the rows of the copy."""
    return [tuple(row.get(c, "") for c in columns) for row in rows if row.get("article") != "wien"]


def test_who_met_whom_counts_meetings_that_happened_and_leaves_out_who_was_absent(ask: Ask) -> None:
    assert ask("who-met-whom") == [
        {"person": "Anna Berg", "other": "Jonas Weiß", "meetings": "2", "first": "2020", "last": "2021-03-09"}
        | {"articles": "2", "sources": "2"}
    ]


@pytest.mark.parametrize(
    ("params", "meetings"),
    [
        ({"person": "weiß"}, ["2"]),
        ({"person": "Nobody"}, []),
        ({"from": "2021-03"}, ["1"]),
        # The call of 2020 went on into January: it may have touched both.
        ({"from": "2021"}, ["2"]),
        ({"to": "2020-12-31"}, ["1"]),
        ({"from": "2021-01-03", "to": "2021-03-08"}, []),
        ({"person": "BERG", "from": "2021-03-09", "to": "2021-03-09"}, ["1"]),
    ],
)
def test_who_met_whom_can_be_asked_of_a_person_and_a_time(
    ask: Ask, params: dict[str, str], meetings: list[str]
) -> None:
    assert [row["meetings"] for row in ask("who-met-whom", **params)] == meetings


def test_meetings_of_a_person_are_told_in_the_order_of_time_with_everybody_else(ask: Ask) -> None:
    rows = ask("meetings-of", person="Berg")
    assert picked(rows, "start", "type", "status", "role", "other", "otherRole") == [
        ("2020", "call", "ongoing", "attendee", "Jonas Weiß", "attendee"),
        ("2020", "call", "ongoing", "attendee", "Norway", "attendee"),
        ("2021-03-09", "meeting", "occurred", "attendee", "Finance Minister of Chad", "absent"),
        ("2021-03-09", "meeting", "occurred", "attendee", "Jonas Weiß", "host"),
        ("2021-05", "summit", "planned", "host", "rebel commanders", "attendee"),
    ]
    # The name is that of the person, not of one article.
    assert {row["person"] for row in rows} == {"Anna Berg"}
    assert picked(rows, "quote")[-1] == (SUMMIT,)


def test_meetings_of_a_person_can_be_asked_by_status(ask: Ask) -> None:
    assert picked(ask("meetings-of", person="anna berg", status="Planned"), "type", "place", "title") == [
        ("summit", "Oslo", "minister")
    ]


@pytest.mark.parametrize("name", ["Anna Berg", "anna berg", "BERG", "Anna", "jonas weiß"])
def test_a_person_is_found_by_name_or_a_part_of_it_in_any_case(ask: Ask, name: str) -> None:
    assert ask("meetings-of", person=name)


@pytest.mark.parametrize("name", ["Ber", "erg", "Anna Weiß", "", '" || true #', "} DROP ALL #", "\\"])
def test_part_of_a_word_or_of_a_query_is_nobodys_name(ask: Ask, name: str) -> None:
    assert ask("meetings-of", person=name) == []


@pytest.mark.parametrize("place", ["Vienna", "VIENNA", "austria", "AT"])
def test_people_at_a_place_are_found_by_the_name_of_place_or_country(ask: Ask, place: str) -> None:
    assert ask("people-at", place=place) == [
        {"person": person, "place": "Vienna", "country": "Austria", "meetings": "1"}
        | {"first": "2021-03-09", "last": "2021-03-09"}
        for person in ("Anna Berg", "Jonas Weiß")
    ]


def test_people_at_a_place_are_not_those_who_only_plan_to_go_there(ask: Ask) -> None:
    assert ask("people-at", place="Oslo") == []


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2021-03-09", "2021-03-09", ["meeting"]),
        ("2021-03", "2021-03", ["meeting"]),
        ("2021", "2021", ["call", "meeting", "summit"]),
        # Of the summit only May is known, of the call's start only the year.
        ("2021-05-20", "2021-05-21", ["summit"]),
        ("2020-07-01", "2020-07-02", ["call"]),
        ("2021-01-03", "2021-03-08", []),
        ("2021-06", "2025", []),
        ("2020", "2021-02", ["call"]),
    ],
)
def test_meetings_between_two_dates_of_any_precision(
    ask: Ask, first: str, last: str, found: list[str]
) -> None:
    rows = ask("meetings-between", from_=first, to=last)
    assert list(dict.fromkeys(row["type"] for row in rows)) == found


def test_meetings_between_two_dates_have_a_row_for_each_participation(ask: Ask) -> None:
    rows = ask("meetings-between", from_="2021-05", to="2021-05", status="planned")
    assert picked(rows, "start", "dateBasis", "place", "participant", "role", "quote") == [
        ("2021-05", "stated", "Oslo", "Anna Berg", "host", SUMMIT),
        ("2021-05", "stated", "Oslo", "rebel commanders", "attendee", SUMMIT),
    ]
    assert ask("meetings-between", from_="2021-05", to="2021-05", status="occurred") == []


def test_roles_of_a_person_are_told_in_the_order_of_publication(ask: Ask) -> None:
    rows = ask("roles-of", person="Berg")
    assert picked(rows, "published", "title", "of", "former", "acting", "confidence", "article", "quote") == [
        ("2021-03-10", "Prime Minister", "Norway", "false", "false", "1", "vienna", FIRST),
        ("2021-04-01T09:30:00Z", "minister", "", "true", "false", "1", "oslo", SUMMIT),
    ]


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({}, ["Jonas Weiß", "Finance Minister of Chad", "Anna Berg", "Anna Berg"]),
        ({"title": "minister"}, ["Finance Minister of Chad", "Anna Berg", "Anna Berg"]),
        ({"title": "PRIME MINISTER"}, ["Anna Berg"]),
        ({"of": "chad"}, ["Finance Minister of Chad"]),
        ({"title": "chancellor", "of": "Norway"}, []),
    ],
)
def test_participants_by_office_named_and_unnamed(ask: Ask, params: dict[str, str], found: list[str]) -> None:
    assert picked(ask("participants-by-office", **params), "participant") == [(name,) for name in found]


def test_planned_meetings_are_those_that_had_not_happened(ask: Ask) -> None:
    expected = [
        ("2021-05", "summit", "Oslo", "Anna Berg", "2021-04-01T09:30:00Z"),
        ("2021-05", "summit", "Oslo", "rebel commanders", "2021-04-01T09:30:00Z"),
    ]
    columns = ("start", "type", "place", "participant", "published")
    assert picked(ask("planned-meetings"), *columns) == expected
    assert picked(ask("planned-meetings", from_="2021-05-31"), *columns) == expected
    assert ask("planned-meetings", from_="2021-06") == []


def test_articles_are_listed_with_what_was_understood_and_what_was_not(ask: Ask) -> None:
    columns = (
        "article",
        "sentences",
        "meetings",
        "unexplained",
        "unresolvedNames",
        "unresolvedPlaces",
        "boilerplate",
    )
    assert [tuple(row[c] for c in columns) for row in ask("articles")] == [
        ("call", "1", "1", "0", "0", "0", "0"),
        ("oslo", "3", "2", "1", "0", "1", "0"),
        ("vienna", "3", "1", "0", "0", "0", "0"),
        ("wien", "3", "1", "0", "0", "0", "0"),
    ]


def test_each_id_of_an_article_stands_with_its_own_address_and_headline(ask: Ask) -> None:
    rows = {
        row["article"]: (row.get("url"), row.get("headline"), row.get("published")) for row in ask("articles")
    }
    assert rows == {
        "call": (None, None, None),
        "oslo": (None, None, "2021-04-01T09:30:00Z"),
        "vienna": ("https://news.example/vienna?a=1", 'Berg "meets" Weiß', "2021-03-10"),
        "wien": ("https://other.example/1", "In Vienna", "2021-03-10"),
    }


def test_unexplained_sentences_can_be_read(ask: Ask) -> None:
    [row] = ask("unexplained")
    assert row["article"] == "oslo"
    assert (
        OSLO_TEXT[int(row["begin"]) : int(row["end"])]
        == row["sentence"]
        == "Talks with Norway may follow in Farwick."
    )


def test_what_was_understood_stands_beside_what_was_not(ask: Ask) -> None:
    assert [tuple(row.values()) for row in ask("coverage")] == [
        ("sentences read", "7"),
        ("sentences that tell of a meeting", "5"),
        ("sentences with a meeting word and no meeting", "1"),
        ("names not resolved", "0"),
        ("places not resolved", "1"),
        ("passages left out as boilerplate", "0"),
    ]


def test_what_was_not_understood_is_listed_with_where_it_stands(ask: Ask) -> None:
    place = OSLO_TEXT.index("Farwick")
    sentence = ("oslo", "sentence", "Talks with Norway may follow in Farwick.")
    columns = ("article", "what", "text")
    assert picked(ask("not-understood"), *columns) == [sentence, ("oslo", "place", "Farwick")]
    assert picked(ask("not-understood", what="sentence"), *columns) == [sentence]
    [row] = ask("not-understood", what="place")
    assert (row["begin"], row["end"]) == (str(place), str(place + len("Farwick")))


def test_participations_are_those_of_the_shared_entities_in_the_shared_meetings(ask: Ask) -> None:
    rows = ask("participations")
    columns = ("type", "status", "date", "place", "kind", "name", "part", "article")
    meeting = ("meeting", "occurred", "2021-03-09", "Vienna")
    summit = ("summit", "planned", "2021-05", "Oslo")
    by_phone = ("call", "ongoing", "2020", "")
    assert picked(rows, *columns) == [
        (*meeting, "person", "Anna Berg", "attendee", "vienna"),
        (*meeting, "office", "Finance Minister of Chad", "absent", "vienna"),
        (*meeting, "person", "Jonas Weiß", "host", "vienna"),
        (*summit, "person", "Anna Berg", "host", "oslo"),
        (*summit, "group", "rebel commanders", "attendee", "oslo"),
        (*by_phone, "person", "Anna Berg", "attendee", "call"),
        (*by_phone, "person", "Jonas Weiß", "attendee", "call"),
        (*by_phone, "country", "Norway", "attendee", "call"),
    ]
    evidence = ("title", "of", "told", "confidence", "quoteBegin", "quoteEnd")
    assert picked([row for row in rows if row["article"] == "vienna"], *evidence) == [
        ("Prime Minister", "Norway", "occurred", "0.9", "0", "82"),
        ("Finance Minister", "Chad", "occurred", "0.9", "102", "143"),
        ("Chancellor", "", "occurred", "0.9", "0", "82"),
    ]
    urls = {row["articleUrl"] for row in rows if row["article"] == "vienna"}
    assert urls == {"https://news.example/vienna?a=1"}
    assert {row["quote"] for row in rows if row["article"] == "call"} == {CALL_TEXT}
    # She is written in capitals in one article, and is one entity in all; a copy tells of the same meeting.
    assert len({row["entity"] for row in rows if row["name"] == "Anna Berg"}) == 1
    assert len({row["meeting"] for row in rows if row["article"] in ("vienna", "wien")}) == 1
