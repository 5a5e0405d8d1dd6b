"""The merged graph, brought up to date with the articles: what is read for that, and what is written."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from kg.graph import MERGED_GRAPH, entity_iri, event_iri
from kg.graph import vocabulary as v
from kg.graph.authority_graph import is_authority
from kg.resolve.tools import Names, Tools
from kg.resolve.version import RULES
from kg.store import updates
from kg.store.applying import apply
from kg.store.article_records import article_records
from kg.store.contract import Store
from kg.store.resolved import StoredResults

_LOG = logging.getLogger(__name__)

# An article takes some 80 kB of memory while it is resolved, a long one twice that. Those after the first
# portion cost two to three times as much, because they are compared with what is stored by then.
_AT_ONCE: Final = 20_000
_NOT_DENOTING: Final = f"FILTER(?p != {v.DENOTES})"
_IS_GONE: Final = "FILTER NOT EXISTS { GRAPH ?article { ?s a ?class } }"


def bring_up_to_date(store: Store) -> None:
    """Work the pending changes of articles into the merged graph, many thousands of articles at a time.

    A merged graph that another version's rules made is made anew: else an update would not give what a
    rebuild gives.
    """
    if _is_of_other_rules(store):
        _LOG.info("%s: working out anew who is who, by the rules of this version", store.location)
        rebuild(store)
    elif not store.merged_is_current:
        store.mark_rules(RULES)
        _work_in(store)


def _work_in(store: Store) -> None:
    """Work the pending changes in."""
    from kg.resolve.update import update

    tools = _tools(store)
    while pending := store.pending()[:_AT_ONCE]:
        with _keeping_all():
            changes = update(article_records(store, pending), StoredResults(store), tools)
            apply(store, changes, pending)
    store.compact()


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Without a search for garbage in cycles: records hold none, and going through all of them again and
    again takes a sixth of the time.
    """
    was_searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_searching:
            gc.enable()


def rebuild(store: Store) -> None:
    """Make the merged graph anew from all articles, authority files and decisions, as after a change of what
    tells who is the same. Entities and events keep their IRIs.

    Until it is done, the store says so (:attr:`~kg.store.Store.is_being_resolved`), also where this was cut
    short; the next update then begins anew.
    """
    store.mark_rules(updates.UNDER_WAY)
    store.mark_pending(store.article_graphs() + store.authorities())
    store.clear(updates.INDEX)
    # What denotes which is kept where it is still there.
    store.clear(MERGED_GRAPH, _NOT_DENOTING)
    store.clear(MERGED_GRAPH, _IS_GONE)
    _work_in(store)
    store.mark_rules(RULES)


def _is_of_other_rules(store: Store) -> bool:
    return store.rules != [RULES] if store.rules else any(store.match(graph=MERGED_GRAPH))


def _tools(store: Store) -> Tools:
    """The linker under the decisions that the store holds, and all else that resolution needs."""
    from kg.resolve.decisions import judgements
    from kg.resolve.linkage import Linker, keys_of
    from kg.resolve.meetings import Merger
    from kg.store.decisions import decisions
    from kg.store.training import linkage_model

    judged = judgements(decisions(store))
    linker = Linker(linkage_model(store), judged)
    return Tools(linker, keys_of, Merger(judged), Names(entity_iri, event_iri, is_authority))
