"""A report drawn as HTML shows its mentions and lets nothing of the article act as markup."""

from __future__ import annotations

import re
from html import unescape

from kg.extract.rendering import render
from kg.model import Article, Coverage, Meeting, Mention, Person, Place, Report

TEXT = 'Roe <script>alert("x")</script> {met} Doe & {0} in Oslo 🎣.\nRoe left Oslo.'


def mentions(words: str) -> tuple[Mention, ...]:
    return tuple(Mention(m.start(), m.end(), words) for m in re.finditer(re.escape(words), TEXT))


def report(title: str | None = None) -> Report:
    meeting = Meeting("m1", "meeting", "occurred", None, None, None, (), mentions("met} Doe"), ())
    return Report(
        article=Article(id="a", text=TEXT, title=title),
        persons=(Person("p1", "Roe", mentions("Roe")), Person("p2", "Doe", mentions("Doe"))),
        organizations=(),
        places=(Place("l1", "Oslo", mentions("Oslo")),),
        offices=(),
        groups=(),
        roles=(),
        meetings=(meeting,),
        coverage=Coverage(sentences=2),
        model="none",
    )


def test_mentions_are_highlighted_in_text_order_with_kind_and_local_id() -> None:
    marks = re.findall(r"<mark.*?>\s*(.*?)\s*<span.*?>(.*?)</span>", render(report()), re.DOTALL)
    assert marks == [
        ("Roe", "person p1"),
        ("met} Doe", "meeting m1"),  # the person inside begins later
        ("Oslo", "place l1"),
        ("Roe", "person p1"),
        ("Oslo", "place l1"),
    ]


def test_the_text_is_whole_and_escaped() -> None:
    html = render(report())
    assert "<script>" not in html
    bare = re.sub(r"<span.*?</span>|<[^>]*>|\s", "", html.replace("<br>", "\n"), flags=re.DOTALL)
    assert unescape(bare) == re.sub(r"\s", "", TEXT)


def test_the_title_is_escaped() -> None:
    assert '<h2 style="margin: 0">&lt;b&gt; &quot;Talks&quot; {0}</h2>' in render(report('<b> "Talks" {0}'))
    assert "<h2" not in render(report())


def test_a_notebook_shows_the_drawing_itself() -> None:
    html = render(report())
    assert html._repr_html_() == html
    assert type(html._repr_html_()) is str


def test_each_kind_has_a_colour_of_its_own() -> None:
    colours = dict(
        re.findall(r"background: (#\w+);.*?(person|place|meeting) \w1", render(report()), re.DOTALL)
    )
    assert len(colours) == 3
