"""The IRIs that newsgraph writes: one constant per class and property, each declared in
``ontologies/newsgraph.ttl``.

The constants are named for the term, classes like the class and properties in upper case, without the
namespace where no two namespaces clash. A test holds this module and the ontology to the same set of terms.
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

NEWSGRAPH: Final = "https://w3id.org/newsgraph/"
DCTERMS: Final = "http://purl.org/dc/terms/"
GEO: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#"
NIF: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ORG: Final = "http://www.w3.org/ns/org#"
PROV: Final = "http://www.w3.org/ns/prov#"
SCHEMA: Final = "https://schema.org/"
SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

PREFIXES: Final = {
    "": NEWSGRAPH,
    "dcterms": DCTERMS,
    "geo": GEO,
    "nif": NIF,
    "org": ORG,
    "prov": PROV,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# What one article says.
Report: Final = NamedNode(NEWSGRAPH + "Report")
Copy: Final = NamedNode(NEWSGRAPH + "Copy")
PersonReference: Final = NamedNode(NEWSGRAPH + "PersonReference")
OrganizationReference: Final = NamedNode(NEWSGRAPH + "OrganizationReference")
PlaceReference: Final = NamedNode(NEWSGRAPH + "PlaceReference")
OfficeReference: Final = NamedNode(NEWSGRAPH + "OfficeReference")
GroupReference: Final = NamedNode(NEWSGRAPH + "GroupReference")
RoleReport: Final = NamedNode(NEWSGRAPH + "RoleReport")
MeetingReport: Final = NamedNode(NEWSGRAPH + "MeetingReport")
Participation: Final = NamedNode(NEWSGRAPH + "Participation")
TimeStatement: Final = NamedNode(NEWSGRAPH + "TimeStatement")
NewsArticle: Final = NamedNode(SCHEMA + "NewsArticle")

# What an authority file says.
Authority: Final = NamedNode(NEWSGRAPH + "Authority")
AuthorityPerson: Final = NamedNode(NEWSGRAPH + "AuthorityPerson")
AuthorityRole: Final = NamedNode(NEWSGRAPH + "AuthorityRole")

# What happened, and who there is.
Meeting: Final = NamedNode(NEWSGRAPH + "Meeting")
MEETING_TYPES: Final = {
    "meeting": Meeting,
    "talks": NamedNode(NEWSGRAPH + "Talks"),
    "summit": NamedNode(NEWSGRAPH + "Summit"),
    "conference": NamedNode(NEWSGRAPH + "Conference"),
    "session": NamedNode(NEWSGRAPH + "Session"),
    "visit": NamedNode(NEWSGRAPH + "Visit"),
    "call": NamedNode(NEWSGRAPH + "Call"),
}
Person: Final = NamedNode(SCHEMA + "Person")
Organization: Final = NamedNode(SCHEMA + "Organization")
Place: Final = NamedNode(SCHEMA + "Place")
Post: Final = NamedNode(ORG + "Post")
ENTITY_TYPES: Final = {"person": Person, "organization": Organization, "place": Place, "post": Post}

# The facts of the merged graph.
ActorFact: Final = NamedNode(NEWSGRAPH + "ActorFact")
TimeFact: Final = NamedNode(NEWSGRAPH + "TimeFact")
PlaceFact: Final = NamedNode(NEWSGRAPH + "PlaceFact")
StatusFact: Final = NamedNode(NEWSGRAPH + "StatusFact")
RoleFact: Final = NamedNode(NEWSGRAPH + "RoleFact")
Conflict: Final = NamedNode(NEWSGRAPH + "Conflict")

# Of an article and its report.
IDENTIFIER: Final = NamedNode(SCHEMA + "identifier")
URL: Final = NamedNode(SCHEMA + "url")
HEADLINE: Final = NamedNode(SCHEMA + "headline")
DATE_PUBLISHED: Final = NamedNode(SCHEMA + "datePublished")
PUBLISHER: Final = NamedNode(SCHEMA + "publisher")
AUTHOR: Final = NamedNode(SCHEMA + "author")
IN_LANGUAGE: Final = NamedNode(SCHEMA + "inLanguage")
IS_STRING: Final = NamedNode(NIF + "isString")
DIGEST: Final = NamedNode(NEWSGRAPH + "digest")
COPY: Final = NamedNode(NEWSGRAPH + "copy")
WAS_DERIVED_FROM: Final = NamedNode(PROV + "wasDerivedFrom")
MODEL: Final = NamedNode(NEWSGRAPH + "model")
FINGERPRINT: Final = NamedNode(NEWSGRAPH + "fingerprint")
SENTENCE_COUNT: Final = NamedNode(NEWSGRAPH + "sentenceCount")
UNEXPLAINED: Final = NamedNode(NEWSGRAPH + "unexplained")
UNRESOLVED_NAME: Final = NamedNode(NEWSGRAPH + "unresolvedName")
UNRESOLVED_PLACE: Final = NamedNode(NEWSGRAPH + "unresolvedPlace")
BOILERPLATE: Final = NamedNode(NEWSGRAPH + "boilerplate")

# Of the words that say something.
BEGIN_INDEX: Final = NamedNode(NIF + "beginIndex")
END_INDEX: Final = NamedNode(NIF + "endIndex")
ANCHOR_OF: Final = NamedNode(NIF + "anchorOf")
FORM: Final = NamedNode(NEWSGRAPH + "form")
MENTION: Final = NamedNode(NEWSGRAPH + "mention")
SENTENCE: Final = NamedNode(NEWSGRAPH + "sentence")
FIRST_SENTENCE: Final = NamedNode(NEWSGRAPH + "firstSentence")
CONFIDENCE: Final = NamedNode(NEWSGRAPH + "confidence")

# Of references and entities.
NAME: Final = NamedNode(SCHEMA + "name")
ALT_LABEL: Final = NamedNode(SKOS + "altLabel")
DENOTES: Final = NamedNode(NEWSGRAPH + "denotes")
TITLE: Final = NamedNode(NEWSGRAPH + "title")
OF: Final = NamedNode(NEWSGRAPH + "of")
GEONAMES: Final = NamedNode(NEWSGRAPH + "geonames")
COUNTRY: Final = NamedNode(NEWSGRAPH + "country")
COUNTRY_CODE: Final = NamedNode(NEWSGRAPH + "countryCode")
IS_COUNTRY: Final = NamedNode(NEWSGRAPH + "isCountry")
LAT: Final = NamedNode(GEO + "lat")
LONG: Final = NamedNode(GEO + "long")

# Of roles, meetings and participations.
PERSON: Final = NamedNode(NEWSGRAPH + "person")
FORMER: Final = NamedNode(NEWSGRAPH + "former")
ACTING: Final = NamedNode(NEWSGRAPH + "acting")
MEETING_TYPE: Final = NamedNode(NEWSGRAPH + "meetingType")
STATUS: Final = NamedNode(NEWSGRAPH + "status")
START: Final = NamedNode(NEWSGRAPH + "start")
END: Final = NamedNode(NEWSGRAPH + "end")
VALUE: Final = NamedNode(NEWSGRAPH + "value")
BASIS: Final = NamedNode(NEWSGRAPH + "basis")
PLACE: Final = NamedNode(NEWSGRAPH + "place")
PLACE_CONFIDENCE: Final = NamedNode(NEWSGRAPH + "placeConfidence")
PARTICIPATION: Final = NamedNode(NEWSGRAPH + "participation")
PARTICIPANT: Final = NamedNode(NEWSGRAPH + "participant")
PARTICIPANT_KIND: Final = NamedNode(NEWSGRAPH + "participantKind")
PART: Final = NamedNode(NEWSGRAPH + "part")

# Of merged events.
HAS_ACTOR: Final = NamedNode(SEM + "hasActor")
HAS_PLACE: Final = NamedNode(SEM + "hasPlace")
HAS_BEGIN: Final = NamedNode(SEM + "hasBeginTimeStamp")
HAS_END: Final = NamedNode(SEM + "hasEndTimeStamp")

# Of decisions about identity.
Decision: Final = NamedNode(NEWSGRAPH + "Decision")
Agent: Final = NamedNode(PROV + "Agent")
ONE: Final = NamedNode(NEWSGRAPH + "one")
OTHER: Final = NamedNode(NEWSGRAPH + "other")
ONE_NAME: Final = NamedNode(NEWSGRAPH + "oneName")
OTHER_NAME: Final = NamedNode(NEWSGRAPH + "otherName")
VERDICT: Final = NamedNode(NEWSGRAPH + "verdict")
REASON: Final = NamedNode(NEWSGRAPH + "reason")
WITHDRAWN_BY: Final = NamedNode(NEWSGRAPH + "withdrawnBy")
WAS_ATTRIBUTED_TO: Final = NamedNode(PROV + "wasAttributedTo")
GENERATED_AT: Final = NamedNode(PROV + "generatedAtTime")
INVALIDATED_AT: Final = NamedNode(PROV + "invalidatedAtTime")

# Of facts and conflicts.
ABOUT: Final = NamedNode(NEWSGRAPH + "about")
SUPPORT: Final = NamedNode(NEWSGRAPH + "support")
ACTOR: Final = NamedNode(NEWSGRAPH + "actor")
INFERRED: Final = NamedNode(NEWSGRAPH + "inferred")
INFERRED_FROM: Final = NamedNode(NEWSGRAPH + "inferredFrom")
LOCATION: Final = NamedNode(NEWSGRAPH + "location")
BOUND: Final = NamedNode(NEWSGRAPH + "bound")
ARTICLE_COUNT: Final = NamedNode(NEWSGRAPH + "articleCount")
SOURCE_COUNT: Final = NamedNode(NEWSGRAPH + "sourceCount")
FIRST_PUBLISHED: Final = NamedNode(NEWSGRAPH + "firstPublished")
LAST_PUBLISHED: Final = NamedNode(NEWSGRAPH + "lastPublished")
SINCE: Final = NamedNode(NEWSGRAPH + "since")
UNTIL: Final = NamedNode(NEWSGRAPH + "until")
CONFLICT_IN: Final = NamedNode(NEWSGRAPH + "conflictIn")
BETWEEN: Final = NamedNode(NEWSGRAPH + "between")
IS_REPLACED_BY: Final = NamedNode(DCTERMS + "isReplacedBy")

# Of a store's own bookkeeping.
STORE_FORMAT: Final = NamedNode(NEWSGRAPH + "storeFormat")
RESOLVED_BY: Final = NamedNode(NEWSGRAPH + "resolvedBy")
PENDING: Final = NamedNode(NEWSGRAPH + "pending")
KEY: Final = NamedNode(NEWSGRAPH + "key")
RECORD: Final = NamedNode(NEWSGRAPH + "record")
LINKAGE: Final = NamedNode(NEWSGRAPH + "linkage")
ORIGIN: Final = NamedNode(NEWSGRAPH + "origin")
