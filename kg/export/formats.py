"""The export formats, and the one function that writes any of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from kg.errors import ExportError
from kg.export.network import to_networkx
from kg.export.network_files import write_gexf, write_graphml
from kg.export.tables import write_tables

if TYPE_CHECKING:
    from kg.store import Store


@dataclass(frozen=True, slots=True)
class Format:
    """An export format: its name, what it holds, and what writes it: to a stream, or into a folder."""

    name: str
    summary: str
    to_stream: Callable[[Store, BinaryIO], None] | None = None
    to_folder: Callable[[Store, Path], None] | None = None


def write_export(store: Store, format: str, target: str | Path | BinaryIO) -> None:
    """Write all of ``store`` as ``format`` (a key of :data:`FORMATS`) to a path or a binary stream.

    A file is written beside its place and then moved there, so that a stopped export leaves none that is cut
    off. ``csv`` is several tables and takes a folder. Raises :class:`~kg.errors.ExportError` for an unknown
    format or a target that cannot be written.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        raise ExportError(f"no export format {format!r}; there are {', '.join(FORMATS)}")
    try:
        _write(store, chosen, target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"{format}: cannot be written: {error}") from error


def _write(store: Store, format: Format, target: str | Path | BinaryIO) -> None:
    if isinstance(target, str | Path):
        path = Path(target)
        if format.to_folder is not None:
            path.mkdir(parents=True, exist_ok=True)
            format.to_folder(store, path)
        elif format.to_stream is not None:
            part = path.with_name(path.name + ".part")
            with part.open("wb") as stream:
                format.to_stream(store, stream)
            part.replace(path)
    elif format.to_stream is None:
        raise ExportError(f"{format.name} is several files; name a folder for them")
    else:
        format.to_stream(store, target)


def _write_rdf(format: str, store: Store, stream: BinaryIO) -> None:
    from kg.graph.serialization import write_quads

    # Graph by graph, in an order that depends on nothing but the statements; one graph is held at a time.
    quads = (quad for graph in store.graphs() for quad in sorted(store.quads(graph), key=str))
    write_quads(quads, format, stream)


FORMATS: Final[dict[str, Format]] = {
    format.name: format
    for format in (
        Format("turtle", "all statements, without their graphs", partial(_write_rdf, "turtle")),
        Format("trig", "all statements in their named graphs", partial(_write_rdf, "trig")),
        Format("nquads", "all statements in their named graphs, one a line", partial(_write_rdf, "nquads")),
        Format("jsonld", "all statements in their named graphs, as JSON-LD", partial(_write_rdf, "jsonld")),
        Format(
            "csv", "a folder of tables for a spreadsheet: meetings, roles, nodes, edges …", None, write_tables
        ),
        Format(
            "graphml",
            "the network of who met whom",
            lambda store, stream: write_graphml(to_networkx(store), stream),
        ),
        Format(
            "gexf",
            "the network of who met whom, for Gephi",
            lambda store, stream: write_gexf(to_networkx(store), stream),
        ),
    )
}
