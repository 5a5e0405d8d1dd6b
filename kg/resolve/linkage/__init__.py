"""Which references of many articles are the same person or organisation: record linkage with Splink.

:class:`Linker` gives clusters, :func:`explain` the reasons behind one pair, :func:`train` the settings.
"""

from kg.resolve.linkage.explanation import Explanation, Field, explain
from kg.resolve.linkage.gathering import keys_of
from kg.resolve.linkage.linker import Clustering, Linker, ScoredPair
from kg.resolve.linkage.model import Model, OperatingPoint, read_model, shipped_model, write_model
from kg.resolve.linkage.training import train

__all__ = [
    "Clustering",
    "Explanation",
    "Field",
    "Linker",
    "Model",
    "OperatingPoint",
    "ScoredPair",
    "explain",
    "keys_of",
    "read_model",
    "shipped_model",
    "train",
    "write_model",
]
