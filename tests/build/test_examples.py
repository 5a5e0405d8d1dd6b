"""The two example articles in one store: offices that one leaves without a name, and who held them."""

from __future__ import annotations

from pathlib import Path

from kg.build import build
from kg.settings import Settings
from kg.store import memory_store

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
INFERRED = """
PREFIX : <https://w3id.org/newsgraph/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX schema: <https://schema.org/>
SELECT ?office ?name ?said ?stated WHERE {
  GRAPH <https://w3id.org/newsgraph/graph/merged> {
    ?fact a :ActorFact ; :inferred true ; :about ?event ; :actor ?person ; :support ?participation ; :inferredFrom ?role .
    ?person schema:name ?name .
    BIND(EXISTS { ?event <http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> ?person } AS ?stated)
  }
  GRAPH ?here { ?participation :participant/schema:name ?office }
  GRAPH ?there { ?role :mention/nif:anchorOf ?said }
}
ORDER BY ?office
"""


def test_offices_of_one_article_are_the_ministers_whom_the_other_names_inferred_and_with_their_basis() -> (
    None
):
    with memory_store() as store:
        build(
            [str(EXAMPLES / "lausanne-talks.txt"), str(EXAMPLES / "gulf-talks.md")],
            store,
            Settings(workers=1),
        )
        rows = list(store.select(INFERRED).texts())
    assert rows == [
        (
            "Foreign Minister of Iran",
            "Mohammad Javad Zarif",
            "Iranian Foreign Minister Mohammad Javad Zarif",
            "false",
        ),
        (
            "Foreign Minister of Qatar",
            "Mohammed bin Abdulrahman Al Thani",
            "Qatari Foreign Minister Mohammed bin Abdulrahman Al Thani",
            "false",
        ),
    ]
