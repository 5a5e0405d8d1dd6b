"""From what the user names to files: files, folders, globs and standard input, always in the same order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator

from kg.articles.formats import format_by_name
from kg.articles.streams import STDIN, reading
from kg.errors import ArticleError


def find_files(source: str) -> Iterator[str | ArticleError]:
    """The files that ``source`` names, sorted by name inside each folder; what cannot be looked into comes as
    an error.

    A folder stands for the files in it and below whose extension is that of a known format; hidden ones are
    left out. Raises :class:`ArticleError` where nothing is there.
    """
    if source == STDIN or os.path.isfile(source):
        yield source
    elif os.path.isdir(source):
        yield from _not_empty(
            _walk(source), source, "no article in this folder: no file with the extension of a known format"
        )
    elif os.path.exists(source):
        yield source  # a pipe, such as a shell's <(…)
    elif glob.has_magic(source):
        yield from _not_empty(_matches(source), source, "no file matches this pattern")
    else:
        with reading(source):
            os.stat(source)


def _not_empty(
    paths: Iterator[str | ArticleError], source: str, message: str
) -> Iterator[str | ArticleError]:
    found = False
    for path in paths:
        found = True
        yield path
    if not found:
        raise ArticleError(message, source=source)


def _matches(pattern: str) -> Iterator[str | ArticleError]:
    for path in sorted(glob.glob(pattern, recursive=True)):
        if not os.path.isdir(path):
            yield path
        elif "**" not in pattern:
            yield from _walk(path)


def _walk(folder: str) -> Iterator[str | ArticleError]:
    """Article files below ``folder``, depth first, with one folder's names in memory at a time."""
    try:
        with reading(folder):
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except ArticleError as error:
        yield error
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.is_file() and format_by_name(entry.name):
            yield entry.path
