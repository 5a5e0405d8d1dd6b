"""A network of who met whom as GraphML and GEXF, through networkx."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import networkx as nx

# What XML 1.0 cannot hold, even escaped; a carriage return can, but comes back as a line feed.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_TODAY = re.compile(rb' lastmodifieddate="[^"]*"')


def write_graphml(network: nx.MultiGraph[str], stream: BinaryIO) -> None:
    """Write ``network`` as GraphML."""
    import networkx as nx

    nx.write_graphml_xml(_for_xml(network), stream, named_key_ids=True)


def write_gexf(network: nx.MultiGraph[str], stream: BinaryIO) -> None:
    """Write ``network`` as GEXF 1.2 without today's date, which would make each export another file."""
    import networkx as nx

    buffer = io.BytesIO()
    nx.write_gexf(_for_xml(network), buffer)
    stream.write(_TODAY.sub(b"", buffer.getvalue(), count=1))


def _for_xml(network: nx.MultiGraph[str]) -> nx.MultiGraph[str]:
    import networkx as nx

    legal = nx.MultiGraph()
    legal.add_nodes_from((node, _legal(data)) for node, data in network.nodes(data=True))
    legal.add_edges_from(
        (a, b, _ILLEGAL.sub("\ufffd", key), _legal(data))
        for a, b, key, data in network.edges(keys=True, data=True)
    )
    return legal


def _legal(data: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _ILLEGAL.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in data.items()
    }
