"""``/graphs``: reading by the SPARQL 1.1 Graph Store HTTP Protocol
(https://www.w3.org/TR/sparql11-http-rdf-update/).
"""

from __future__ import annotations

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.problems import Problem
from kg.serve.requests import url_fields
from kg.serve.response import StreamedAnswer
from kg.serve.site import site_of


async def graphs(request: Request) -> Response:
    """The graph ``?graph=IRI``, or ``?default``: all graphs as one; without either the whole dataset (§4.2,
    §5.2).
    """
    fields = url_fields(request)
    graph, default = fields.one("graph"), fields.one("default")
    if graph is not None and default is not None:
        raise Problem(400, "ask either for default or for one graph")
    if graph is not None:
        try:
            NamedNode(graph)
        except ValueError:
            raise Problem(400, "the parameter graph is an absolute IRI") from None
    job = {
        "kind": "graph",
        "graph": "default" if default is not None else graph,
        "accept": request.headers.get("accept", ""),
    }
    return StreamedAnswer(site_of(request).pool, job)
