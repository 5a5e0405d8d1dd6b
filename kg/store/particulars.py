"""What tells namesakes apart: the office that most articles give each, and the years of their articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode

from kg.graph import MERGED_GRAPH
from kg.graph import vocabulary as v
from kg.store.contract import Store

_OFFICES: Final = """
SELECT ?entity ?title ?of ?count
WHERE {{
  VALUES ?entity {{ {entities} }}
  GRAPH <{graph}> {{
    ?fact {about} ?entity ; a {fact} ; {counted} ?count ; {title} ?title .
    OPTIONAL {{ ?fact {office_of} ?of . }}
  }}
}}
ORDER BY ?count ?title ?of
"""
_YEARS: Final = """
SELECT ?entity (MIN(STR(?date)) AS ?first) (MAX(STR(?date)) AS ?last)
WHERE {{
  VALUES ?entity {{ {entities} }}
  GRAPH <{graph}> {{ ?reference {denotes} ?entity . }}
  GRAPH ?article {{ ?reference {name} ?called . ?article {published} ?date . }}
}}
GROUP BY ?entity
"""


def particulars(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """Of each entity in ``iris`` of which it is known: "Foreign Minister of Finland, 2011-2015"."""
    entities = " ".join(str(NamedNode(iri)) for iri in iris)
    found: dict[str, str] = {}
    offices = _OFFICES.format(
        entities=entities, graph=MERGED_GRAPH, about=v.ABOUT, fact=v.RoleFact, counted=v.ARTICLE_COUNT,
        title=v.TITLE, office_of=v.OF,
    )  # fmt: skip
    for entity, title, of, _ in store.select(offices).texts():
        found[entity] = f"{title} of {of}" if of else title
    years = _YEARS.format(
        entities=entities, graph=MERGED_GRAPH, denotes=v.DENOTES, name=v.NAME, published=v.DATE_PUBLISHED
    )
    for entity, first, last in store.select(years).texts():
        if entity and first:
            span = first[:4] if first[:4] == last[:4] else f"{first[:4]}-{last[:4]}"
            found[entity] = ", ".join(filter(None, (found.get(entity), span)))
    return found
