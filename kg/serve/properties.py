"""What can be told of an entity besides its name: the columns that reconciliation clients fetch, and by which
they tell namesakes apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from kg.store import Store

_PERSON: Final = "https://schema.org/Person"
_ORGANIZATION: Final = "https://schema.org/Organization"
_PLACE: Final = "https://schema.org/Place"
_ALL: Final = (_PERSON, _ORGANIZATION, _PLACE)
_PARTIES: Final = (_PERSON, _ORGANIZATION)

# A place is no party of the meetings that are held there, but a country may be one of others. With the
# entities in each half the engine begins with them, and not with all meetings.
_MET: Final = """
  { $entities ?event sem:hasActor ?entity . } UNION { $entities ?event sem:hasPlace ?entity . }
  ?event :status ?status .
  FILTER(?status = "occurred" || ?status = "ongoing")
"""
_OFFICE: Final = """
  ?fact a :RoleFact ; :about ?entity ; :title ?title .
  OPTIONAL { ?fact :of ?of . }
  OPTIONAL { ?fact :former ?former . }
  BIND(IF(BOUND(?of), CONCAT(?title, " of ", ?of), ?title) AS ?value)
"""


@dataclass(frozen=True, slots=True)
class Property:
    """Something that can be told of the entities of ``types``: an id, a name, what it means, and how it is
    found.

    ``pattern``, in which ``$entities`` restricts ``?entity``, binds ``?value`` to what holds of it in the
    merged graph; ``value`` is what is made of it for each entity. Where the values are entities
    themselves, ``type`` is theirs.
    """

    id: str
    name: str
    description: str
    types: Sequence[str]
    pattern: str
    value: str = "?value"
    type: str | None = None

    def described(self) -> dict[str, Any]:
        """As the reconciliation API gives it in the head of a table."""
        kind = {"type": {"id": self.type}} if self.type else {}
        return {"id": self.id, "name": self.name, **kind}


_LIST: Final = (
    Property("names", "Other names", "What else articles call it", _ALL, "?entity skos:altLabel ?value ."),
    Property(
        "offices",
        "Offices",
        "What the person is said to be or to have been, with the country or body",
        (_PERSON,),
        _OFFICE + 'FILTER(COALESCE(STR(?former), "") != "true")',
    ),
    Property(
        "formerOffices",
        "Former offices",
        "What the person is said to be no more",
        (_PERSON,),
        _OFFICE + 'FILTER(COALESCE(STR(?former), "") = "true")',
    ),
    Property(
        "officesOf",
        "Country or body",
        "The countries and bodies that the person's offices belong to",
        (_PERSON,),
        "?fact a :RoleFact ; :about ?entity ; :of ?value .",
    ),
    Property(
        "country",
        "Country",
        "The country that the place lies in",
        (_PLACE,),
        "?entity :country ?value .",
    ),
    Property(
        "countryCode",
        "Country code",
        "Its ISO 3166-1 code of two letters",
        (_PLACE,),
        "?entity :countryCode ?value .",
    ),
    Property("latitude", "Latitude", "In degrees, WGS 84", (_PLACE,), "?entity geo:lat ?value ."),
    Property("longitude", "Longitude", "In degrees, WGS 84", (_PLACE,), "?entity geo:long ?value ."),
    Property("geonames", "GeoNames", "Its feature in GeoNames", (_PLACE,), "?entity :geonames ?value ."),
    Property(
        "meetings",
        "Meetings",
        "How many meetings it took part in, or saw, of those that happened or go on",
        _ALL,
        _MET,
        "(COUNT(DISTINCT ?event) AS ?value)",
    ),
    Property(
        "firstMeeting",
        "First meeting",
        "The date of the first of them, as far as it is known",
        _ALL,
        _MET + "?event sem:hasBeginTimeStamp ?start .",
        "(MIN(STR(?start)) AS ?value)",
    ),
    Property(
        "lastMeeting",
        "Last meeting",
        "The date of the last of them, as far as it is known",
        _ALL,
        _MET + "?event sem:hasBeginTimeStamp ?start .",
        "(MAX(STR(?start)) AS ?value)",
    ),
    Property(
        "met",
        "People met",
        "The people in the same meetings",
        _PARTIES,
        _MET + "?event sem:hasActor ?value . FILTER(?value != ?entity) ?value a schema:Person .",
        type=_PERSON,
    ),
    Property(
        "articles",
        "Articles",
        "How many articles speak of it",
        _ALL,
        '?reference :denotes ?entity . BIND(STRBEFORE(STR(?reference), "#") AS ?article)',
        "(COUNT(DISTINCT ?article) AS ?value)",
    ),
)
PROPERTIES: Final[Mapping[str, Property]] = {property.id: property for property in _LIST}
"""All of them by their ids, the most asked for first."""

_QUERY: Final = """
PREFIX : <https://w3id.org/newsgraph/>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX schema: <https://schema.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT $select WHERE { GRAPH <https://w3id.org/newsgraph/graph/merged> { $entities $pattern } } $group
"""

Values = Mapping[str, Sequence[Any]]
"""What is told of entities, by their IRIs: texts, numbers, or the IRIs of other entities."""


def proposed(type: str) -> list[Property]:
    """The properties that entities of a type have, none for a type that is not known; all without a type."""
    return [p for p in PROPERTIES.values() if not type or type in p.types]


def values_of(store: Store, property: Property, entities: Collection[str]) -> Values:
    """The values of a property of ``entities``, IRIs of the merged graph, in a fixed order."""
    grouped = property.value != "?value"
    select = f"?entity {property.value}" if grouped else f"DISTINCT ?entity {property.value}"
    nodes = " ".join(str(NamedNode(entity)) for entity in sorted(entities))
    text = _QUERY.replace("$select", select).replace("$pattern", property.pattern)
    text = text.replace("$group", "GROUP BY ?entity" if grouped else "")
    text = text.replace("$entities", f"VALUES ?entity {{ {nodes} }}")
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for entity, value in store.select(text).rows():
        found[entity].append(value)
    return {entity: sorted(values, key=_order) for entity, values in found.items()}


def _order(value: Any) -> tuple[bool, Any]:
    return (isinstance(value, str), value)


def holds(given: Iterable[Any], values: Iterable[Any]) -> bool:
    """Whether one of the values that a client gives, texts, numbers or entities, is among ``values``."""
    wanted = {_folded(value.get("id", "") if isinstance(value, Mapping) else value) for value in given}
    return not wanted.isdisjoint(map(_folded, values))


def _folded(value: Any) -> str:
    return " ".join(str(value).casefold().split())
