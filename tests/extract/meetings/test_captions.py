"""Captions: present tense, sides of a picture, a full date at the end."""

from __future__ import annotations

import pytest

from kg.extract.meetings.captions import find_captions, is_caption
from tests.extract.conftest import Parse, Read

CAPTIONS = {
    "left": "President Ana Costa, left, shakes hands with Prime Minister Erik Hansen.",
    "letters": "Ana Costa (L) and Erik Hansen (R) take part in a meeting in Lima.",
    "second_left": "Ana Costa, second left, listens to Erik Hansen.",
    "center": "Ana Costa, center, arrives in Lima.",
    "date": "Ana Costa meets Erik Hansen in Lima, Peru, March 10, 2014.",
    "short_month": "Ana Costa meets Erik Hansen in Lima, Jan. 5, 2014.",
    "photo_credit": "Ana Costa arrives for a meeting in Lima, March 10, 2014. (Photo by Jan Nowak)",
    "file": "FILE - Ana Costa spoke with Erik Hansen in 2012.",
    "file_photo": "File photo: Ana Costa in Lima.",
    "this_picture": "Ana Costa calls Erik Hansen from Lima in this March 10, 2014 file photo.",
    "participle": "Ana Costa speaking with Erik Hansen in Lima, March 10, 2014.",
}


@pytest.mark.parametrize("text", CAPTIONS.values(), ids=CAPTIONS)
def test_what_reads_as_a_caption(parse: Parse, text: str) -> None:
    assert is_caption(next(parse(text).doc.sents))


STORY = {
    "past": "Ana Costa met Erik Hansen in Lima on March 10, 2014.",
    "future": "Ana Costa will meet Erik Hansen in Lima on March 10, 2014.",
    "present_no_date": "Ana Costa meets Erik Hansen in Lima.",
    "left_as_verb": "Ana Costa left Lima on Monday.",
    "left_party": "The left wing of the party is angry.",
    "date_first": "On March 10, 2014, Ana Costa meets Erik Hansen in Lima.",
    "files": "The police has files on Erik Hansen.",
    "year": "Ana Costa knows Erik Hansen since 2014.",
    "right_to_vote": "Women have the right to vote.",
    "this_year": "Ana Costa met Erik Hansen in this room.",
    "past_with_left": "She looked to the left and walked on.",
}


@pytest.mark.parametrize("text", STORY.values(), ids=STORY)
def test_what_is_no_caption(parse: Parse, text: str) -> None:
    assert not is_caption(next(parse(text).doc.sents))


def test_captions_are_known_by_their_first_token(parse: Parse) -> None:
    document = parse("It rained. FILE - Ana Costa meets Erik Hansen.")
    assert find_captions(document) == {3}


def test_a_caption_shows_all_whom_it_names(read: Read) -> None:
    told = read(
        "President Ana Costa, left, accompanied by Jan Nowak, talks with Prime Minister Erik Hansen "
        "in Lima, Peru, March 10, 2014."
    ).only
    assert told.parties == {"Ana Costa": "attendee", "Jan Nowak": "attendee", "Erik Hansen": "attendee"}
    assert (told.status, told.start, told.place) == ("occurred", "2014-03-10", "Lima")


def test_a_caption_that_shows_one_person_tells_of_no_meeting(read: Read) -> None:
    assert (
        read("President Ana Costa, left, waves to supporters in Lima, Peru, March 10, 2014.").meetings == ()
    )
