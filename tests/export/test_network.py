"""Who met whom: nodes, edges, and the files that hold them."""

from __future__ import annotations

import io

import networkx as nx
import pytest

from kg.export.network import network_of
from kg.export.network_files import write_gexf, write_graphml

DEFAULTS = {
    "meeting": "m1", "type": "talks", "status": "occurred", "date": "2016-10-15", "place": "Lausanne",
    "country": "Switzerland", "kind": "person", "part": "attendee", "article": "a1",
    "title": "", "of": "", "holder": "", "told": "occurred", "quote": "They met.", "quoteBegin": "20", "articleUrl": "",
}  # fmt: skip


def row(letter: str, **changes: str) -> dict[str, str]:
    """One participation of the person ``letter`` in talks in Lausanne, unless ``changes`` say otherwise."""
    return {**DEFAULTS, "entity": f"http://example.org/{letter}", "name": letter, **changes}


def edges(network: nx.MultiGraph) -> list[tuple[str, str, str, str, int, str]]:
    """The edges by the labels of their ends."""
    label = nx.get_node_attributes(network, "label")
    return [
        (label[a], label[b], data["date"], data["place"], data["count"], data["articles"])
        for a, b, data in network.edges(data=True)
    ]


def test_everybody_at_a_meeting_met_everybody_else() -> None:
    network = network_of([row("C"), row("A"), row("B", kind="office")])
    assert edges(network) == [
        ("A", "B", "2016-10-15", "Lausanne", 1, "a1"),
        ("A", "C", "2016-10-15", "Lausanne", 1, "a1"),
        ("B", "C", "2016-10-15", "Lausanne", 1, "a1"),
    ]
    assert network.nodes["http://example.org/B"] == {"label": "B", "kind": "office", "office": "", "of": ""}


def test_meetings_of_one_pair_at_one_date_and_place_are_one_edge_with_their_count() -> None:
    second = {"meeting": "m2", "article": "a2", "type": "meeting"}
    network = network_of([row("A"), row("B"), row("A", **second), row("B", **second)])
    assert edges(network) == [("A", "B", "2016-10-15", "Lausanne", 2, "a1; a2")]
    ((_, _, data),) = network.edges(data=True)
    assert (data["types"], data["weight"], data["country"]) == ("meeting; talks", 2, "Switzerland")


def test_meetings_at_other_dates_or_places_are_other_edges() -> None:
    later = {"meeting": "m2", "date": "2016-11"}
    elsewhere = {"meeting": "m3", "place": "", "country": ""}
    rows = [row(name, **changes) for name in "AB" for changes in ({}, later, elsewhere)]
    assert edges(network_of(rows)) == [
        ("A", "B", "2016-10-15", "", 1, "a1"),
        ("A", "B", "2016-10-15", "Lausanne", 1, "a1"),
        ("A", "B", "2016-11", "Lausanne", 1, "a1"),
    ]


@pytest.mark.parametrize("status", ["planned", "cancelled", "denied", "hypothetical"])
def test_a_meeting_that_did_not_take_place_joins_nobody(status: str) -> None:
    assert network_of([row("A", status=status), row("B", status=status)]).number_of_nodes() == 0


def test_an_absent_participant_met_nobody() -> None:
    assert edges(network_of([row("A"), row("B"), row("C", part="absent")])) == [
        ("A", "B", "2016-10-15", "Lausanne", 1, "a1")
    ]


def test_an_article_counts_for_a_pair_only_where_it_names_both() -> None:
    rows = [row("A"), row("B"), row("A", article="a2")]
    assert edges(network_of(rows)) == [("A", "B", "2016-10-15", "Lausanne", 1, "a1")]


def test_a_pair_that_no_article_names_together_rests_on_the_articles_of_both() -> None:
    rows = [row("A"), row("B"), row("B", article="a2"), row("C", article="a2")]
    assert edges(network_of(rows)) == [
        ("A", "B", "2016-10-15", "Lausanne", 1, "a1"),
        ("A", "C", "2016-10-15", "Lausanne", 1, "a1; a2"),
        ("B", "C", "2016-10-15", "Lausanne", 1, "a2"),
    ]


def test_nobody_meets_their_own_office() -> None:
    post = {"kind": "office", "holder": "http://example.org/A", "article": "a2"}
    rows = [row("A"), row("B"), row("B", article="a2"), row("Premier", **post)]
    assert edges(network_of(rows)) == [("A", "B", "2016-10-15", "Lausanne", 1, "a1")]
    # At a meeting where no article names the holder, the office is who was there.
    rows += [row("B", meeting="m2", date="2017"), row("Premier", meeting="m2", date="2017", **post)]
    assert edges(network_of(rows)) == [
        ("A", "B", "2016-10-15", "Lausanne", 1, "a1"),
        ("B", "Premier", "2017", "Lausanne", 1, "a1; a2"),
    ]


def test_the_holder_of_an_office_who_was_absent_does_not_stand_for_it() -> None:
    rows = [row("A", part="absent"), row("B"), row("Premier", kind="office", holder="http://example.org/A")]
    assert edges(network_of(rows)) == [("B", "Premier", "2016-10-15", "Lausanne", 1, "a1")]


def test_an_edge_has_the_words_of_an_article_the_first_that_name_both() -> None:
    at_first = {"quote": "A came.", "quoteBegin": "0", "articleUrl": "http://example.org/1"}
    later = {"quote": "A met B.", "quoteBegin": "9", "articleUrl": "http://example.org/2", "article": "a2"}
    rows = [row("A", **at_first), row("B", articleUrl="http://example.org/1"), row("A", **later)]
    ((_, _, edge),) = network_of(rows).edges(data=True)
    assert (edge["quote"], edge["url"]) == ("A came.", "http://example.org/1")
    ((_, _, edge),) = network_of([*rows, row("B", **later)]).edges(data=True)
    assert (edge["quote"], edge["url"]) == ("A met B.", "http://example.org/2")
    # What an article only announced is not shown for what happened.
    announced = {**later, "told": "planned"}
    ((_, _, edge),) = network_of([*rows[:2], row("A", **announced), row("B", **announced)]).edges(data=True)
    assert (edge["quote"], edge["url"]) == ("A came.", "http://example.org/1")


def test_a_node_has_the_office_that_most_articles_give() -> None:
    minister = {"title": "Foreign Minister", "of": "Finland"}
    rows = [row("A", article="a0", title="Mayor"), row("A", **minister), row("A", article="a2", **minister)]
    assert network_of(rows).nodes["http://example.org/A"] == {
        "label": "A", "kind": "person", "office": "Foreign Minister", "of": "Finland",
    }  # fmt: skip


HOSTILE = 'A\x00\x1b[31m <b>&"quoted"</b> ]]> \ufffe}\r\n é 𝄞 \u202e'
HARMLESS = 'A\ufffd\ufffd[31m <b>&"quoted"</b> ]]> \ufffd}\ufffd\n é 𝄞 \u202e'


def plain(network: nx.MultiGraph) -> tuple[object, object]:
    """Nodes and edges without what a format adds of its own."""
    known = ("label", "kind", "office", "of")
    nodes = {node: tuple(data[name] for name in known) for node, data in network.nodes(data=True)}
    names = ("date", "place", "country", "types", "count", "articles", "quote", "url")
    pairs = sorted((a, b, *(data[name] for name in names)) for a, b, data in network.edges(data=True))
    return nodes, pairs


def test_graphml_reads_back_as_it_was_but_for_what_xml_cannot_hold() -> None:
    stream = io.BytesIO()
    write_graphml(network_of([row("A", name=HOSTILE, quote=HOSTILE), row("B"), row("C")]), stream)
    stream.seek(0)
    network = nx.read_graphml(stream, force_multigraph=True)
    assert plain(network) == plain(network_of([row("A", name=HARMLESS, quote=HARMLESS), row("B"), row("C")]))


def test_gexf_reads_back_as_it_was_but_for_what_xml_cannot_hold() -> None:
    stream = io.BytesIO()
    write_gexf(network_of([row("A", name=HOSTILE), row("B"), row("C", date="2016")]), stream)
    stream.seek(0)
    network = nx.read_gexf(stream)
    assert plain(network) == plain(network_of([row("A", name=HARMLESS), row("B"), row("C", date="2016")]))


def test_gexf_does_not_hold_the_date_of_today() -> None:
    stream = io.BytesIO()
    write_gexf(network_of([row("A"), row("B")]), stream)
    assert b"lastmodifieddate" not in stream.getvalue()


def test_the_order_of_the_rows_changes_nothing_in_the_files() -> None:
    rows = [
        row("A"),
        row("B"),
        row("C"),
        row("A", meeting="m2", date="2017"),
        row("C", meeting="m2", date="2017"),
    ]
    for write in (write_gexf, write_graphml):
        one, other = io.BytesIO(), io.BytesIO()
        write(network_of(rows), one)
        write(network_of(reversed(rows)), other)
        assert one.getvalue() == other.getvalue()


def test_an_empty_store_gives_an_empty_network() -> None:
    stream = io.BytesIO()
    write_gexf(network_of([]), stream)
    stream.seek(0)
    assert nx.read_gexf(stream).number_of_nodes() == 0
