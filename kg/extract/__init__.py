"""Article in, Report out: the language model and the rules that read its parse."""

from kg.extract.extractor import Extractor

__all__ = ["Extractor"]
