"""The settings of linkage that a store was trained to: kept in its bookkeeping, so that every build uses
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, Quad

from kg.graph import vocabulary as v
from kg.resolve import Reference
from kg.store import updates
from kg.store.contract import Store
from kg.store.resolved import StoredResults

if TYPE_CHECKING:
    from kg.resolve.linkage import Model

_LINKED = ("person", "organization")


def linked_references(store: Store) -> list[Reference]:
    """The references to people and organisations that the store holds, authority files included."""
    packs = StoredResults(store).packs(store.article_graphs() + store.authorities())
    return [r for pack in packs for r in pack.references if r.kind in _LINKED]


def linkage_model(store: Store) -> Model:
    """The settings that the store was trained to, or else the shipped ones."""
    from kg.resolve.linkage import shipped_model
    from kg.resolve.linkage.model import parse_model

    for quad in _kept(store):
        if isinstance(quad.object, Literal):
            return parse_model(quad.object.value, store.location)
    return shipped_model()


def train_linkage(store: Store) -> Model:
    """Fit the shipped settings to the references of the store, and keep them there.

    The merged graph shows them once it is rebuilt. The same articles give the same settings.
    """
    from kg.resolve.linkage import train
    from kg.resolve.linkage.model import model_json

    model = train(linked_references(store))
    text = Literal(model_json(model))
    store.change([Quad(updates.STORE, v.LINKAGE, text, updates.BOOKKEEPING)], _kept(store))
    return model


def fitted_kinds(model: Model) -> list[str]:
    """The kinds of which ``model`` has other settings than the shipped ones: of too few references it learned
    nothing.
    """
    from kg.resolve.linkage import shipped_model

    return [kind for kind, settings in shipped_model().settings.items() if settings != model.settings[kind]]


def forget_linkage(store: Store) -> None:
    """Go back to the shipped settings, which the merged graph shows once it is rebuilt."""
    store.change([], _kept(store))


def _kept(store: Store) -> list[Quad]:
    return list(store.match(updates.STORE, v.LINKAGE, graph=updates.BOOKKEEPING.value))
