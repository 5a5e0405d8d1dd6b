"""Markdown: front matter (YAML or TOML) for the metadata, the rest as plain text without markup."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.articles.encoding import decode
from kg.articles.plain import unix_lines
from kg.articles.record import ArticleFile, Record
from kg.errors import ArticleError

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def read_markdown(file: ArticleFile) -> Iterator[Record | ArticleError]:
    """The article with the fields of its front matter.

    Broken front matter comes as an error and the text is still read.
    """
    content = unix_lines(decode(file.read_all(), source=file.source))
    match = _FRONT.match(content)
    fields: dict[str, object] = {}
    if match:
        content = content[match.end() :]
        try:
            fields = _front_matter(match[1], match[2])
        except ValueError as error:
            yield file.error(f"front matter not read: {error}", 1)
    text, heading = to_plain_text(content)
    if heading and not any(name.casefold() in ("title", "headline") for name in fields):
        fields["title"] = heading
    body_names = {name: value for name, value in fields.items() if name.casefold() != "text"}
    yield Record({"text": text, **body_names})


def _front_matter(fence: str, content: str) -> dict[str, object]:
    """The fields between the fences.

    Raises :class:`ValueError` where they are not a mapping. Values stay text, dates too.
    """
    if fence == "+++":
        return dict(tomllib.loads(content))
    import yaml

    try:
        fields = yaml.load(content, Loader=yaml.BaseLoader)  # makes nothing but strings, lists and mappings
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error
    if not isinstance(fields, dict):
        raise ValueError("expected lines of 'name: value'")
    return fields


def to_plain_text(content: str) -> tuple[str, str | None]:
    """``content`` without Markdown's markup, paragraphs apart by an empty line, and its first top heading if
    it has one.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(content)
    blocks: list[str] = []
    heading: str | None = None
    for index, token in enumerate(tokens):
        if token.type == "inline":
            block = _inline_text(token.children or ())
            if heading is None and tokens[index - 1].type == "heading_open" and tokens[index - 1].tag == "h1":
                heading = block.strip() or None
            blocks.append(block)
        elif token.type in ("code_block", "fence"):
            blocks.append(token.content.rstrip("\n"))
    return "\n\n".join(filter(None, blocks)), heading


def _inline_text(children: Sequence[Token]) -> str:
    """The words of one block; the words of a link or an image are kept, its address is not."""
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type in ("text", "code_inline", "image", "text_special"):
            parts.append(child.content)
    return "".join(parts)
