"""Articles: readers for every usual format, and what tells one article from another.

Nothing heavy is imported until a file of a format that needs it is read.
"""

from kg.articles.boilerplate import find_boilerplate
from kg.articles.identity import address, digest
from kg.articles.language import detect_language
from kg.articles.read import read_articles

__all__ = ["address", "detect_language", "digest", "find_boilerplate", "read_articles"]
