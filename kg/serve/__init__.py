"""The store over HTTP: SPARQL 1.1 Protocol, Graph Store Protocol (read), saved queries, reconciliation."""

from kg.serve.app import create_app
from kg.serve.options import ServeOptions
from kg.serve.server import serve

__all__ = ["ServeOptions", "create_app", "serve"]
