"""Which passages of an article are not part of its story: menus, photo credits, calls to share, copyright.

The passages stay in the text, so that offsets hold; they yield no facts. The patterns are those of English-
language news sites in general. They err on the side of the story: a passage that might be a sentence of it is
left alone. Of a caption only the credit is boilerplate, since the caption itself tells who met whom, where
and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.articles.boilerplate_patterns import Patterns, load_patterns

Range = tuple[int, int]

_LINE = re.compile(r"[^\r\n]+")
_LONGEST_LINE = 400  # characters; what is longer is prose
_BYLINE_LINES = 8  # from the top of a text
_MENU_LENGTH = 3  # short lines in a row, at the end of a text, that make a menu


def find_boilerplate(text: str) -> list[Range]:
    """The passages of ``text`` that are not part of the story, as ``(begin, end)`` in characters, in order
    and apart.
    """
    patterns = load_patterns()
    lines = list(_lines(text))
    found = [
        line for position, line in enumerate(lines) if _is_boilerplate(patterns, text[slice(*line)], position)
    ]
    found += _tail(patterns, text, lines, set(found))
    found += _credits(patterns, text)
    return _merged(found)


def _lines(text: str) -> Iterator[Range]:
    """The lines of ``text`` that are not empty, without the blanks around them."""
    for match in _LINE.finditer(text):
        line = match[0].lstrip()
        if line:
            begin = match.end() - len(line)
            yield begin, begin + len(line.rstrip())


def has_story(text: str) -> bool:
    """Whether ``text`` has words outside its boilerplate; mostly its first long line tells."""
    patterns = load_patterns()
    for position, (begin, end) in enumerate(_lines(text)):
        line = text[begin:end]
        if not patterns.short_line.fullmatch(line) and not _is_boilerplate(patterns, line, position):
            if _has_words_outside(line, _merged(list(_credits(patterns, line)))):
                return True
    return _has_words_outside(text, find_boilerplate(text))


def _has_words_outside(text: str, passages: list[Range]) -> bool:
    """Whether there is a letter outside ``passages``, which are in order and apart."""
    position = 0
    for begin, end in [*passages, (len(text), len(text))]:
        if any(map(str.isalpha, text[position:begin])):
            return True
        position = end
    return False


def _is_boilerplate(patterns: Patterns, line: str, position: int) -> bool:
    """Whether a whole line, the ``position``-th of the text, is boilerplate."""
    if len(line) > _LONGEST_LINE:
        return False
    lowered = line.lower()
    return bool(
        _is_breadcrumb(patterns, line)
        or patterns.whole_line.fullmatch(line)
        or any(word in lowered and pattern.fullmatch(line) for word, pattern in patterns.open_line)
        or (position < _BYLINE_LINES and patterns.byline.fullmatch(line))
    )


def _is_breadcrumb(patterns: Patterns, line: str) -> bool:
    """Whether the line is like ``News / Interviews``.

    That is short names with separators between them, one of them the name of a usual section.
    """
    parts = [part.strip() for part in patterns.breadcrumb_separator.split(line)]
    sections = [part.casefold() in patterns.sections for part in parts]
    short = all(known or len(part.split()) <= 2 for known, part in zip(sections, parts, strict=True))
    return 2 <= len(parts) <= 8 and any(sections) and short and not line.endswith((".", "?", "!", ":"))


def _tail(patterns: Patterns, text: str, lines: list[Range], found: set[Range]) -> Iterator[Range]:
    """The site menu that ends a text.

    Short lines without a sentence, after other boilerplate or with menu words.
    """
    tail: list[Range] = []
    for line in reversed(lines):
        if line not in found and not patterns.short_line.fullmatch(text[slice(*line)]):
            break
        tail.append(line)
    known = [line for line in tail if line in found]
    if any(patterns.addresses.search(text[slice(*line)]) for line in known):
        yield from _after_addresses(patterns, text, tail)
        return
    menu = [line for line in tail if line in found or patterns.menu_word.search(text[slice(*line)])]
    if len(tail) >= _MENU_LENGTH and 2 * len(menu) >= len(tail):
        yield from _from_first(tail, menu)


def _after_addresses(patterns: Patterns, text: str, tail: list[Range]) -> Iterator[Range]:
    """The lines of ``tail`` from the one that announces the site's other addresses."""
    for line in tail:
        yield line
        if patterns.addresses.search(text[slice(*line)]):
            return


def _from_first(tail: list[Range], menu: list[Range]) -> Iterator[Range]:
    """The lines of ``tail`` (last first) down to the first one of ``menu``.

    What stands before it may be the story's.
    """
    first = min(menu)
    yield from (line for line in tail if line >= first)


def _credits(patterns: Patterns, text: str) -> Iterator[Range]:
    """Credits inside a line.

    ``(Photo by AFP)``, ``REUTERS/Jane Doe`` after a caption, ``FILE PHOTO:`` before it.
    """
    for pattern in patterns.inside_line:
        for match in pattern.finditer(text):
            yield match.start("credit"), match.end("credit")


def _merged(ranges: list[Range]) -> list[Range]:
    merged: list[Range] = []
    for begin, end in sorted(ranges):
        if merged and begin < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    return merged
