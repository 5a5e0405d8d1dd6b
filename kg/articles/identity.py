"""What makes two articles the same: their address, and the digest of what they say."""

from __future__ import annotations

from hashlib import sha256

from kg.model import Article


def address(article: Article) -> str:
    """Where the article lives: its URL, or its id where it has none."""
    return article.url or article.id


def digest(article: Article) -> str:
    """SHA-256 (64 hexadecimal digits) over text and publication date.

    Articles with one digest are exact duplicates.
    """
    published = article.published.isoformat() if article.published else ""
    return sha256(f"{article.text}\0{published}".encode()).hexdigest()
