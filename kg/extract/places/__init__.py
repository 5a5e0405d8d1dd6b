"""Where the places of an article lie, from the words around their names and the gazetteer."""

from kg.extract.places.resolver import resolve_places

__all__ = ["resolve_places"]
