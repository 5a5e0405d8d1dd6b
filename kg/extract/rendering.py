"""A report as HTML: the article with its mentions highlighted, for notebooks and web pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from kg.model import Group, Meeting, Mention, Office, Organization, Person, Place, Report

_Record = Person | Organization | Place | Office | Group | Meeting

_COLOURS = {
    "PERSON": "#a6cee3",
    "ORGANIZATION": "#cab2d6",
    "PLACE": "#fdbf6f",
    "OFFICE": "#b2df8a",
    "GROUP": "#e0e0e0",
    "MEETING": "#fb9a99",
}


class Html(str):
    """HTML text that notebooks show as what it describes."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def render(report: Report) -> Html:
    """``report`` as HTML: the title, and the text with its people, places, offices and meetings highlighted.

    Mentions of one person (and so on) carry one label, such as ``person p1``. Where mentions overlap, the one
    that begins first is shown, the longer of two that begin together. A notebook draws the result;
    elsewhere it is text to be put into a page. Whatever stands in the article is escaped.
    """
    from spacy import displacy

    title = report.article.title
    drawing: dict[str, Any] = {
        "text": report.article.text,
        "ents": [{"start": m.begin, "end": m.end, "label": label} for m, label in _shown(report)],
        "title": escape(title) if title else None,
    }
    labels = {label for _, label in _labelled(report)}
    colours = {label.upper(): _COLOURS[label.partition(" ")[0].upper()] for label in labels}
    return Html(
        displacy.render(drawing, style="ent", manual=True, jupyter=False, options={"colors": colours})
    )


def _labelled(report: Report) -> Iterator[tuple[Mention, str]]:
    """Every mention with the kind and the local id of what it refers to."""
    kinds: dict[str, Sequence[_Record]] = {
        "person": report.persons,
        "organization": report.organizations,
        "place": report.places,
        "office": report.offices,
        "group": report.groups,
        "meeting": report.meetings,
    }
    for kind, records in kinds.items():
        for record in records:
            yield from ((mention, f"{kind} {record.id}") for mention in record.mentions)


def _shown(report: Report) -> Iterator[tuple[Mention, str]]:
    """The mentions that can be drawn: in text order, none over another."""
    end = 0
    for mention, label in sorted(_labelled(report), key=lambda item: (item[0].begin, -item[0].end, item[1])):
        if mention.begin >= end:
            yield mention, label
            end = mention.end
