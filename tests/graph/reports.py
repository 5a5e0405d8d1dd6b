"""Three small reports, made by hand: who met whom in Vienna, what is planned in Oslo, and a call without a
day."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kg.model import (
    Article,
    Coverage,
    Group,
    Meeting,
    Mention,
    MentionForm,
    Office,
    Organization,
    Participation,
    Person,
    Place,
    Report,
    Role,
    TimeValue,
)

MODEL = "test_model 1.0"

VIENNA_TEXT = (
    "Prime Minister Anna Berg of Norway met Chancellor Jonas Weiß in Vienna on Tuesday. "
    "She left at night. The finance minister of Chad stayed away."
)
OSLO_TEXT = (
    "Former minister Anna Berg will host rebel commanders at a summit in Oslo in May 2021. "
    "The Arctic Board held a session. Talks with Norway may follow in Farwick."
)
CALL_TEXT = "ANNA BERG and Jonas Weiß spoke by phone in 2020 with Norway listening."


def words(text: str, part: str, form: MentionForm = "name") -> Mention:
    """The first place in ``text`` that says ``part``."""
    begin = text.index(part)
    return Mention(begin, begin + len(part), part, form)


def sentence(text: str, number: int) -> Mention:
    """The sentence of ``text`` with this number, from 0; the fixtures end each with a full stop and a
    blank."""
    parts = text.split(". ")
    part = parts[number] if number == len(parts) - 1 else parts[number] + "."
    return words(text, part)


def vienna() -> Report:
    """A meeting that happened, dated from a weekday, with an office named as absent."""
    text = VIENNA_TEXT
    first, last = sentence(text, 0), sentence(text, 2)
    berg = (words(text, "Anna Berg"), words(text, "She", "pronoun"))
    return Report(
        article=Article(
            id="vienna",
            text=text,
            url="https://news.example/vienna?a=1",
            title='Berg "meets" Weiß',
            published=date(2021, 3, 10),
            publisher="Daily Example",
            author="C. Clark",
            language="en",
        ),
        persons=(
            Person("p1", "Anna Berg", berg),
            Person("p2", "Jonas Weiß", (words(text, "Jonas Weiß"),)),
        ),
        organizations=(),
        places=(
            Place("l1", "Norway", (words(text, "Norway"),), 3144096, "Norway", "NO", 62.0, 10.0, True),
            Place("l2", "Vienna", (words(text, "Vienna"),), 2761369, "Austria", "AT", 48.20849, 16.37208),
        ),
        offices=(Office("o1", "Finance Minister", "Chad", (words(text, "The finance minister of Chad"),)),),
        groups=(),
        roles=(
            Role("p1", "Prime Minister", "Norway", words(text, "Prime Minister Anna Berg"), first),
            Role("p2", "Chancellor", None, words(text, "Chancellor Jonas Weiß"), first, confidence=0.8),
        ),
        meetings=(
            Meeting(
                id="m1",
                type="meeting",
                status="occurred",
                start=TimeValue("2021-03-09", "relative", words(text, "Tuesday"), 0.9),
                end=None,
                place="l2",
                participations=(
                    _part("p1", "person", "attendee", ("Prime Minister", "Norway"), berg[0], first),
                    _part("p2", "person", "host", ("Chancellor", None), words(text, "Jonas Weiß"), first),
                    _part("o1", "office", "absent", ("Finance Minister", "Chad"), last, last),
                ),
                mentions=(words(text, "met"),),
                sentences=(first, last),
                confidence=0.95,
                place_confidence=0.875,
            ),
        ),
        coverage=Coverage(3),
        model=MODEL,
    )


def oslo() -> Report:
    """A planned summit known to the month, a session without participants, and words that gave nothing."""
    text = OSLO_TEXT
    first, second, third = (sentence(text, n) for n in range(3))
    return Report(
        article=Article("oslo", text, published=datetime(2021, 4, 1, 9, 30, tzinfo=UTC), language="en"),
        persons=(Person("p1", "Anna Berg", (words(text, "Anna Berg"),)),),
        organizations=(Organization("g1", "Arctic Board", (words(text, "Arctic Board"),)),),
        places=(
            Place("l1", "Oslo", (words(text, "Oslo"),), 3143244, "Norway", "NO", 59.91273, 10.74609),
            Place("l2", "Farwick", (words(text, "Farwick"),)),
        ),
        offices=(),
        groups=(Group("x1", "rebel commanders", (words(text, "rebel commanders", "nominal"),)),),
        roles=(Role("p1", "minister", None, words(text, "Former minister Anna Berg"), first, former=True),),
        meetings=(
            Meeting(
                id="m1",
                type="summit",
                status="planned",
                start=TimeValue("2021-05", "stated", words(text, "May 2021")),
                end=None,
                place="l1",
                participations=(
                    _part("p1", "person", "host", ("minister", None), words(text, "Anna Berg"), first),
                    _part("x1", "group", "attendee", (None, None), words(text, "rebel commanders"), first),
                ),
                mentions=(words(text, "a summit"),),
                sentences=(first,),
            ),
            Meeting(
                id="m2",
                type="session",
                status="occurred",
                start=None,
                end=None,
                place=None,
                participations=(),
                mentions=(words(text, "a session"),),
                sentences=(second,),
            ),
        ),
        coverage=Coverage(3, unexplained=(third,), unresolved_places=(words(text, "Farwick"),)),
        model=MODEL,
    )


def call() -> Report:
    """A call known to the year, with a country as a party; names in capitals and without a publication
    date."""
    text = CALL_TEXT
    only = sentence(text, 0)
    berg, weiss = words(text, "ANNA BERG"), words(text, "Jonas Weiß")
    return Report(
        article=Article("call", text),
        persons=(Person("p1", "ANNA BERG", (berg,)), Person("p2", "Jonas Weiß", (weiss,))),
        organizations=(),
        places=(Place("l1", "Norway", (words(text, "Norway"),), 3144096, "Norway", "NO", 62.0, 10.0, True),),
        offices=(),
        groups=(),
        roles=(),
        meetings=(
            Meeting(
                id="m1",
                type="call",
                status="ongoing",
                start=TimeValue("2020", "stated", words(text, "2020")),
                end=TimeValue("2021-01-02", "stated", words(text, "2020")),
                place=None,
                participations=(
                    _part("p1", "person", "attendee", (None, None), berg, only),
                    _part("p2", "person", "attendee", (None, None), weiss, only),
                    _part("l1", "country", "attendee", (None, None), words(text, "Norway"), only),
                ),
                mentions=(words(text, "spoke by phone"),),
                sentences=(only,),
            ),
        ),
        coverage=Coverage(1),
        model=MODEL,
    )


def _part(
    who: str, kind: str, part: str, office: tuple[str | None, str | None], mention: Mention, said: Mention
) -> Participation:
    title, of = office
    return Participation(who, kind, part, title, of, mention, said, 0.9)  # type: ignore[arg-type]
