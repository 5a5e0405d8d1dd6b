"""The graph as files: RDF, spreadsheets, networks; and as a networkx graph.

Exports are deterministic: two builds of the same articles give byte-identical files.
"""

from __future__ import annotations

from kg.export.formats import FORMATS, Format, write_export
from kg.export.network import to_networkx
from kg.export.reports import report_json

__all__ = ["FORMATS", "Format", "report_json", "to_networkx", "write_export"]
