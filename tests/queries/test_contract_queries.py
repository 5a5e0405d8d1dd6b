"""The three queries by which the graph is scored: their columns, their order and their rows."""

from __future__ import annotations

from collections.abc import Callable

from kg.graph import article_iri, entity_iri, event_iri
from kg.model import Report
from tests.graph.reports import CALL_TEXT, OSLO_TEXT, VIENNA_TEXT, call, oslo, vienna
from tests.queries.conftest import Ask

FIRST, LAST = VIENNA_TEXT.split(". ")[0] + ".", VIENNA_TEXT.split(". ")[2]
SUMMIT, SESSION = (part + "." for part in OSLO_TEXT.split(". ")[:2])


URL = {"articleUrl": "https://news.example/vienna?a=1"}


def said(quote: str, text: str = VIENNA_TEXT) -> dict[str, str]:
    """The columns of a sentence of the article."""
    begin = text.index(quote)
    return {"quote": quote, "quoteBegin": str(begin), "quoteEnd": str(begin + len(quote))}


def meeting(report: Report, name: str = "m1") -> str:
    return f"{article_iri(report.article)}#{name}"


def person(name: str, local: str) -> str:
    """The IRI of a person whom the article vienna names with this local id: of the three it has the smallest
    IRI, so its references are the first.
    """
    return entity_iri("person", name, f"{article_iri(vienna().article)}#{local}")


def place(key: str) -> str:
    """The IRI of the place with this key."""
    return entity_iri("place", key, key)


def test_meetings_has_one_row_for_each_participation_with_the_sentence_that_names_it(ask: Ask) -> None:
    event = {
        "article": "vienna",
        "meeting": meeting(vienna()),
        "type": "meeting",
        "status": "occurred",
        "start": "2021-03-09",
        "dateBasis": "relative",
        "place": "Vienna",
        "country": "Austria",
    } | URL
    berg = {
        "participant": "Anna Berg",
        "participantKind": "person",
        "title": "Prime Minister",
        "of": "Norway",
    }
    chad = {"participant": "Finance Minister of Chad", "participantKind": "office", "of": "Chad"}
    weiss = {"participant": "Jonas Weiß", "participantKind": "person", "title": "Chancellor"}
    assert [row for row in ask("meetings") if row["article"] == "vienna"] == [
        event | berg | {"role": "attendee", "confidence": "0.9"} | said(FIRST),
        event | chad | {"title": "Finance Minister", "role": "absent", "confidence": "0.9"} | said(LAST),
        event | weiss | {"role": "host", "confidence": "0.9"} | said(FIRST),
    ]


def test_a_meeting_without_participants_has_one_row_with_its_first_sentence(ask: Ask) -> None:
    assert [row for row in ask("meetings") if row["meeting"] == meeting(oslo(), "m2")] == [
        {
            "article": "oslo",
            "meeting": meeting(oslo(), "m2"),
            "type": "session",
            "status": "occurred",
            "dateBasis": "unknown",
        }
        | said(SESSION, OSLO_TEXT)
    ]


def test_times_keep_the_precision_that_the_article_gives(ask: Ask) -> None:
    rows = {(row["article"], row["type"]): row for row in ask("meetings")}
    assert rows["oslo", "summit"]["start"] == "2021-05"
    assert (rows["call", "call"]["start"], rows["call", "call"]["end"]) == ("2020", "2021-01-02")


def test_kinds_of_participants_are_told_apart(ask: Ask) -> None:
    kinds = {row["participant"]: row["participantKind"] for row in ask("meetings") if "participant" in row}
    assert kinds == {
        "ANNA BERG": "person",
        "Anna Berg": "person",
        "Jonas Weiß": "person",
        "Norway": "country",
        "rebel commanders": "group",
        "Finance Minister of Chad": "office",
    }


def test_a_text_given_under_two_ids_has_its_rows_under_both(ask: Ask) -> None:
    for query in ("meetings", "roles", "mentions"):
        rows: dict[str, list[dict[str, str]]] = {"vienna": [], "wien": []}
        for row in ask(query):
            if row["article"] in rows:
                rows[row["article"]].append(
                    {k: t for k, t in row.items() if k not in ("article", "articleUrl")}
                )
        assert rows["vienna"] and rows["vienna"] == rows["wien"], query


def test_roles_has_one_row_for_each_statement(ask: Ask) -> None:
    berg = {"article": "vienna", "person": "Anna Berg", "title": "Prime Minister", "of": "Norway"}
    weiss = {"article": "vienna", "person": "Jonas Weiß", "title": "Chancellor"}
    minister = {"article": "oslo", "person": "Anna Berg", "title": "minister", "confidence": "1"}
    assert [row for row in ask("roles") if row["article"] != "wien"] == [
        minister | said(SUMMIT, OSLO_TEXT),
        berg | said(FIRST) | URL | {"confidence": "1"},
        weiss | said(FIRST) | URL | {"confidence": "0.8"},
    ]


def test_mentions_has_every_mention_with_its_offsets_and_what_it_denotes(ask: Ask) -> None:
    berg, weiss = person("Anna Berg", "p1"), person("Jonas Weiß", "p2")
    norway, austria = place("country:NO"), place("geonames:2761369")
    expected = [
        ("Anna Berg", "person", berg),
        ("Norway", "place", norway),
        ("met", "meeting", event_iri(meeting(vienna()))),
        ("Jonas Weiß", "person", weiss),
        ("Vienna", "place", austria),
        ("She", "person", berg),
    ]
    rows = [row for row in ask("mentions") if row["article"] == "vienna"]
    assert [(row["text"], row["type"], row["entity"]) for row in rows] == expected
    assert [VIENNA_TEXT[int(row["begin"]) : int(row["end"])] for row in rows] == [
        text for text, *_ in expected
    ]


def test_mentions_of_one_entity_in_several_articles_share_its_iri(ask: Ask) -> None:
    articles = {row["article"] for row in ask("mentions") if row["entity"] == person("Anna Berg", "p1")}
    assert articles == {"vienna", "wien", "oslo", "call"}
    [board] = {row["entity"] for row in ask("mentions") if row["type"] == "organization"}
    assert board == entity_iri("organization", "Arctic Board", f"{article_iri(oslo().article)}#g1")
    assert event_iri(meeting(call())) in {row["entity"] for row in ask("mentions")}
    assert CALL_TEXT[25:39] == "spoke by phone"


def test_the_columns_of_the_contract_stand_in_its_order(columns: Callable[..., list[str]]) -> None:
    when_and_where = "article meeting type status start end dateBasis place country"
    who_and_how = "participant participantKind title of role quote"
    evidence = "confidence quoteBegin quoteEnd articleUrl"
    assert columns("meetings") == f"{when_and_where} {who_and_how} {evidence}".split()
    assert columns("roles") == f"article person title of quote {evidence}".split()
    assert columns("mentions") == "article begin end text type entity".split()


def test_rows_are_in_the_order_of_articles_and_then_of_what_they_say(ask: Ask) -> None:
    keys = [(row["article"], row["meeting"], row.get("participant", "")) for row in ask("meetings")]
    assert keys == sorted(keys)
    places = [(row["article"], int(row["begin"]), int(row["end"])) for row in ask("mentions")]
    assert places == sorted(places)
