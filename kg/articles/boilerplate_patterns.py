"""The expressions of ``data/boilerplate.toml``, compiled at first use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Patterns:
    """What boilerplate looks like.

    ``whole_line`` and ``byline`` are for whole lines, and so is each pattern of ``open_line`` where its word
    (lower case) is in the line. ``inside_line`` are for passages, which their group ``credit`` gives.
    ``addresses`` announces the site's other addresses. ``short_line``, ``menu_word``,
    ``breadcrumb_separator`` and ``sections`` (lower case) make menus.
    """

    whole_line: re.Pattern[str]
    open_line: tuple[tuple[str, re.Pattern[str]], ...]
    addresses: re.Pattern[str]
    byline: re.Pattern[str]
    inside_line: tuple[re.Pattern[str], ...]
    short_line: re.Pattern[str]
    menu_word: re.Pattern[str]
    breadcrumb_separator: re.Pattern[str]
    sections: frozenset[str]


@cache
def load_patterns() -> Patterns:
    """The patterns as the package ships them."""
    text = files("kg.articles").joinpath("data/boilerplate.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    parts: dict[str, str] = data["parts"]

    def compiled(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
        return re.compile(re.sub(r"<(\w+)>(?<!P<credit>)", lambda match: parts[match[1]], pattern), flags)

    opens: dict[str, str] = data["open_line"]
    lines: list[str] = data["whole_line"]["patterns"]
    menu: dict[str, str] = data["menu"]
    return Patterns(
        whole_line=compiled("|".join(f"(?:{line})" for line in lines), re.IGNORECASE),
        open_line=tuple((word, compiled(pattern, re.IGNORECASE)) for word, pattern in opens.items()),
        addresses=compiled(opens["following"], re.IGNORECASE),
        byline=compiled(data["byline"]["pattern"]),
        inside_line=tuple(compiled(pattern) for pattern in data["inside_line"]["patterns"]),
        short_line=compiled(menu["short_line"]),
        menu_word=compiled(menu["word"]),
        breadcrumb_separator=compiled(menu["breadcrumb_separator"]),
        sections=frozenset(filter(None, map(str.strip, re.split(r"[|\n]", menu["sections"])))),
    )
