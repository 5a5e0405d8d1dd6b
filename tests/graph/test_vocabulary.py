"""The vocabulary in Python and the ontology name the same terms."""

import pytest
from pyoxigraph import NamedNode
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from kg.graph import vocabulary
from kg.resources import resource_dir

# Classes that say what others have in common; nothing is written with them as its type.
ABSTRACT = {vocabulary.NEWSGRAPH + name for name in ("Mention", "Reference", "Fact")}
KINDS = (OWL.Class, OWL.DatatypeProperty, OWL.ObjectProperty, OWL.AnnotationProperty)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resource_dir("ontologies") / "newsgraph.ttl")


def declared(ontology: Graph) -> set[str]:
    return {str(s) for kind in KINDS for s in ontology.subjects(RDF.type, kind) if isinstance(s, URIRef)}


def named() -> set[str]:
    nodes = {value for value in vars(vocabulary).values() if isinstance(value, NamedNode)}
    nodes |= set(vocabulary.MEETING_TYPES.values())
    return {node.value for node in nodes - {vocabulary.RDF_TYPE}}


def test_python_names_the_terms_that_the_ontology_declares_and_no_others(ontology: Graph) -> None:
    assert named() == declared(ontology) - ABSTRACT


def test_every_term_has_one_english_label_and_one_comment(ontology: Graph) -> None:
    for term in declared(ontology):
        for annotation in (RDFS.label, RDFS.comment):
            values = list(ontology.objects(URIRef(term), annotation))
            assert [getattr(v, "language", None) for v in values] == ["en"], (term, annotation)


def test_every_own_property_says_what_it_belongs_to_and_what_it_leads_to(ontology: Graph) -> None:
    # The range of these is any of four datatypes for times, which OWL 2 DL has no union for.
    times = ("VALUE", "FIRST_PUBLISHED", "LAST_PUBLISHED", "SINCE", "UNTIL")
    open_range = {getattr(vocabulary, name).value for name in times}
    for kind in (OWL.DatatypeProperty, OWL.ObjectProperty):
        for term in ontology.subjects(RDF.type, kind):
            if str(term).startswith(vocabulary.NEWSGRAPH):
                assert list(ontology.objects(term, RDFS.domain)), term
                assert list(ontology.objects(term, RDFS.range)) or str(term) in open_range, term


def test_every_reused_term_says_where_it_is_defined(ontology: Graph) -> None:
    for term in declared(ontology):
        if not term.startswith(vocabulary.NEWSGRAPH):
            [source] = ontology.objects(URIRef(term), RDFS.isDefinedBy)
            assert term.startswith(str(source)), term


def test_meeting_types_are_the_class_tree_under_meeting_and_carry_an_event_code(ontology: Graph) -> None:
    meeting = URIRef(vocabulary.Meeting.value)
    tree = {str(c) for c in ontology.transitive_subjects(RDFS.subClassOf, meeting)}
    assert tree == {node.value for node in vocabulary.MEETING_TYPES.values()}
    notation = URIRef(vocabulary.SKOS + "notation")
    for node in tree:
        codes = {str(code).split(":")[0] for code in ontology.objects(URIRef(node), notation)}
        assert codes == {"PLOVER", "CAMEO"}, node


def test_a_meeting_type_is_named_like_its_class() -> None:
    for name, node in vocabulary.MEETING_TYPES.items():
        assert node.value.removeprefix(vocabulary.NEWSGRAPH).lower() == name
