"""What is not part of a story is found, and nothing of the story is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import find_boilerplate

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "lausanne-talks.txt"
SENTENCE = "The ministers of Norway and Chile met in Oslo on Tuesday."


def found(text: str) -> list[str]:
    """The passages that are taken for boilerplate."""
    return [text[begin:end] for begin, end in find_boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Home > World > Europe",
        "News | Politics",
        "World / Middle East",
        "Advertisement",
        "Share on Facebook",
        "Share this article via email",
        "Tweet",
        "Follow us on Twitter @harbourpost",
        "Follow Jane Roe on Twitter: @jroe",
        "Read more: Ministers to meet in Bergen",
        "Read more about the fishing talks",
        "READ MORE",
        "Also read | Ministers to meet in Bergen",
        "Related: Ministers to meet in Bergen",
        "Related Articles",
        "More from Harbour Post",
        "Watch: Ministers arrive in Oslo",
        "Story continues below",
        "Most read",
        "You may also like",
        "Subscribe to our newsletter",
        "Sign up for our daily briefing and get the news first.",
        "Click here to download the app",
        "Skip to main content",
        "No media source currently available",
        "Leave a comment",
        "12 comments",
        "© 2019 Harbour Post",
        "Copyright 2019 Harbour Post. All rights reserved.",
        "(c) 2019 The Harbour Post Company. This text may not be redistributed.",
        "All Rights Reserved",
        "The views expressed in this article are the author's own and do not reflect those of Harbour Post.",
        "Privacy Policy",
        "Terms of Use",
        "(Reporting by Jane Roe in Oslo; Editing by John Doe)",
        "Additional reporting by Jane Roe in Oslo.",
        "Jane Roe contributed to this report from Oslo.",
        "Some information for this report came from AP and Reuters.",
        "With reports from AFP",
        "This story was originally published in the Harbour Post.",
        "Last updated: 7 May 2019, 10:30",
        "Published 7 May 2019",
        "3 min read",
        "Tags: Norway, Chile, fishing",
        "Photo: Jane Roe",
        "Photo credit: AFP",
        "Photo by Jane Roe/AFP",
        "AFP/Getty Images",
        "Source: Reuters",
        "www.example.org",
        "https://example.org/a?b=1",
        "The website can also be reached via the following addresses:",
    ],
)
def test_a_line_of_boilerplate_is_found_and_the_sentences_around_it_are_not(line: str) -> None:
    assert found(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == [line]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Ministers Roe (L) and Doe meet in Oslo, on May 7, 2019. (Photo by AFP)", "(Photo by AFP)"),
        ("Ministers Roe and Doe meet in Oslo. (Photo: J. Doe / AP)", "(Photo: J. Doe / AP)"),
        ("Ministers Roe and Doe meet in Oslo. (AP Photo/Jane Roe, File)", "(AP Photo/Jane Roe, File)"),
        ("Ministers Roe and Doe meet in Oslo. [Jane Roe/Reuters]", "[Jane Roe/Reuters]"),
        ("Ministers Roe and Doe meet in Oslo (File photo)", "(File photo)"),
        ("Ministers Roe and Doe meet in Oslo. (Courtesy of the ministry)", "(Courtesy of the ministry)"),
        ("Ministers Roe and Doe meet in Oslo. (Reuters)", "(Reuters)"),
        ("Ministers Roe and Doe meet in Oslo, May 7, 2019. REUTERS/Jane Roe", "REUTERS/Jane Roe"),
        ("FILE PHOTO: Ministers Roe and Doe meet in Oslo, May 7, 2019.", "FILE PHOTO:"),
        ("FILE - Ministers Roe and Doe meet in Oslo, May 7, 2019.", "FILE -"),
    ],
)
def test_of_a_caption_only_the_credit_is_boilerplate(line: str, credit: str) -> None:
    assert found(f"{line}\n\n{SENTENCE}") == [credit]


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "Norway and Chile talk fish",
        "Share prices fell after the meeting in Oslo.",
        "Share this burden, the minister told her colleagues in Oslo.",
        "Copyright law was on the agenda of the meeting in Oslo.",
        "Related to the talks, ministers met in Oslo on Tuesday.",
        "Watch groups met the minister in Oslo.",
        "Follow-up talks were held in Oslo on Twitter's rules.",
        "Subscribe to the treaty or leave, the minister told Chile in Oslo.",
        "Photos of the two leaders shaking hands were released.",
        "Photo: Ministers Roe and Doe meet in Oslo",
        "Video from Oslo shows the ministers shaking hands",
        "Source: Norway ready for talks with Chile",
        "Comments by the minister angered her colleagues.",
        "Reports from Oslo say that the ministers met.",
        "The minister (who met the press) left Oslo.",
        "The ministers met (pictures of them were not taken) in Oslo.",
        "Ministers met. Jane Roe, who contributed to this report of the United Nations, was there.",
        "Norway/Chile talks collapse",
        "Kerry meets Lavrov | World",
        "By Tuesday the ministers had met twice.",
        "By Tuesday",
        "Read the treaty, the minister said.",
        "OSLO (Reuters) - The ministers of Norway and Chile met on Tuesday.",
        "Updated plans were discussed by the ministers in Oslo.",
        "Published reports said that the ministers had met in Oslo.",
        "“All rights reserved for the people,” said the minister. She met her colleague in Oslo.",
    ],
)
def test_a_line_of_the_story_is_left_alone(line: str) -> None:
    assert found(f"{line}\n\n{SENTENCE}") == []
    assert found(f"{SENTENCE}\n\n{line}") == []


def test_a_byline_is_boilerplate_at_the_top_only() -> None:
    assert found(f"Fish talks\n\nBy Jane Roe\n\n{SENTENCE}") == ["By Jane Roe"]
    assert found(f"By JANE ROE, Associated Press\n{SENTENCE}") == ["By JANE ROE, Associated Press"]
    assert found(f"{SENTENCE}\n" * 9 + "By Jane Roe") == []


def test_the_menu_at_the_end_is_found_and_a_list_of_the_story_is_not() -> None:
    menu = ["About Us", "Contact", "Harbour Post Mobile", "Apps", "RSS"]
    assert found("\n\n".join([SENTENCE, *menu])) == menu
    assert found("\n\n".join([SENTENCE, "The parties:", "Norway", "Chile", "Iceland", "Peru"])) == []


def test_after_the_other_addresses_of_a_site_its_last_lines_are_boilerplate() -> None:
    lines = [
        "The site can also be accessed at the following addresses:",
        "harbour.example",
        "Harbour Post Radio",
    ]
    assert found("\n\n".join([SENTENCE, *lines])) == lines
    assert found("\n\n".join([SENTENCE, *lines, SENTENCE])) == [lines[0]]


def test_the_example_article_has_its_menu_credit_and_last_lines_as_boilerplate() -> None:
    assert found(EXAMPLE.read_text(encoding="utf-8")) == [
        "News \xa0 / \xa0 Interviews",
        "(Photo by AFP)",
        "Press TV’s website can also be accessed at the following alternate addresses:",
        "Press TV News Roku",
    ]


def test_long_texts_without_line_ends_take_no_longer_than_their_length_allows() -> None:
    for text in [
        "(" * 300_000,
        "(photo by " * 30_000,
        "word " * 200_000,
        " " * 1_000_000,
        "Aa " * 130 + "\n",
    ]:
        assert find_boilerplate(text) == []


@given(
    st.lists(
        st.sampled_from(
            ["\n", " ", "(Photo by AFP)", "Share", "News / World", SENTENCE, "🎣", "\r\n", "© 2019"]
        )
    )
)
def test_passages_are_in_order_apart_and_inside_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    passages = find_boilerplate(text)
    edges = [edge for passage in passages for edge in passage]
    assert edges == sorted(edges)
    assert all(begin < end <= len(text) for begin, end in passages)
    assert all(text[begin:end].strip() == text[begin:end] for begin, end in passages)
