"""From the working document to the frozen :class:`~kg.model.Report`."""

from __future__ import annotations

from spacy.tokens import Span

from kg.extract.document import Document, Entity, EntityMention, RoleClaim, TimeExpression
from kg.extract.meetings.candidates import Party
from kg.extract.meetings.confidence import (
    meeting_confidence,
    party_confidence,
    place_confidence,
    time_confidence,
)
from kg.extract.meetings.finder import Findings
from kg.extract.meetings.joining import Event
from kg.model import (
    Coverage,
    Group,
    Meeting,
    Mention,
    MentionForm,
    Office,
    Organization,
    ParticipantKind,
    Participation,
    Person,
    Place,
    Report,
    Role,
    TimeValue,
)

_PREFIX = {"person": "p", "organization": "o", "place": "l", "office": "f", "group": "g"}


def assemble(document: Document, findings: Findings, model: str) -> Report:
    """Freeze what was found. Entities that nothing mentions are left out, and so are groups that meet nobody:
    news is full of "people" and "officials", and only as parties do they tell anything.
    """
    return _Assembly(document, findings, model).report(findings)


class _Assembly:
    def __init__(self, document: Document, findings: Findings, model: str) -> None:
        self._document = document
        self._model = model
        self._ids: dict[Entity, str] = {}
        counts: dict[str, int] = {}
        parties = {party.entity for event in findings.events for party in event.parties}
        told = (e for e in document.entities if e.mentions and (e.kind != "group" or e in parties))
        for entity in sorted(told, key=_position):
            counts[entity.kind] = counts.get(entity.kind, 0) + 1
            self._ids[entity] = f"{_PREFIX[entity.kind]}{counts[entity.kind]}"

    def report(self, findings: Findings) -> Report:
        document = self._document
        events = sorted(findings.events, key=lambda e: min(c.span.start for c in e.candidates))
        places = self._places()
        return Report(
            article=document.article,
            persons=tuple(Person(i, e.name, _mentions(e)) for e, i in self._of_kind("person")),
            organizations=tuple(
                Organization(i, e.name, _mentions(e)) for e, i in self._of_kind("organization")
            ),
            places=places,
            offices=tuple(
                Office(i, e.title or e.name, e.of, _mentions(e)) for e, i in self._of_kind("office")
            ),
            groups=tuple(Group(i, e.name, _mentions(e)) for e, i in self._of_kind("group")),
            roles=tuple(self._role(claim) for claim in document.roles),
            meetings=tuple(self._meeting(f"m{n}", event) for n, event in enumerate(events, 1)),
            coverage=self._coverage(findings, places),
            model=self._model,
        )

    def _of_kind(self, kind: str) -> list[tuple[Entity, str]]:
        return [(e, i) for e, i in self._ids.items() if e.kind == kind]

    def _places(self) -> tuple[Place, ...]:
        return tuple(
            Place(
                i,
                e.name,
                _mentions(e),
                e.geonames,
                e.country,
                e.country_code,
                e.latitude,
                e.longitude,
                e.is_country,
            )
            for e, i in self._of_kind("place")
        )

    def _role(self, claim: RoleClaim) -> Role:
        return Role(
            self._ids[claim.person],
            claim.title,
            claim.of,
            mention(claim.span),
            sentence(claim.span),
            claim.former,
            claim.acting,
            claim.confidence,
        )

    def _meeting(self, local_id: str, event: Event) -> Meeting:
        sentences = {c.sentence.start: sentence(c.sentence) for c in event.candidates}
        start, end = _times(event)
        return Meeting(
            id=local_id,
            type=event.type,
            status=event.status,
            start=start,
            end=end,
            place=self._ids[event.place] if event.place is not None else None,
            participations=tuple(self._participation(party) for party in event.parties),
            mentions=tuple(
                mention(c.span, "nominal") for c in sorted(event.candidates, key=lambda c: c.span.start)
            ),
            sentences=tuple(sentences[k] for k in sorted(sentences)),
            confidence=meeting_confidence(event),
            place_confidence=place_confidence(caption=event.caption),
        )

    def _participation(self, party: Party) -> Participation:
        entity = party.entity
        title, of = self._capacity(entity)
        kind: ParticipantKind = "country" if entity.kind == "place" else entity.kind
        return Participation(
            self._ids[entity],
            kind,
            party.part,
            title,
            of,
            mention(party.span),
            sentence(party.span),
            party_confidence(party),
        )

    def _capacity(self, entity: Entity) -> tuple[str | None, str | None]:
        """The office held at this meeting: the first that the article states for the person and that is not a
        former one.
        """
        if entity.kind == "office":
            return entity.title, entity.of
        claims = [r for r in self._document.roles if r.person is entity and r.title and not r.former]
        return (claims[0].title, claims[0].of) if claims else (None, None)

    def _coverage(self, findings: Findings, places: tuple[Place, ...]) -> Coverage:
        document = self._document
        return Coverage(
            sentences=sum(not document.boilerplate[s.start] for s in document.doc.sents),
            unexplained=tuple(sentence(s) for s in findings.unexplained),
            unresolved_places=tuple(p.mentions[0] for p in places if p.country is None),
            unresolved_names=tuple(mention(s) for s in document.unresolved),
            boilerplate=tuple(mention(s, "nominal") for s in boilerplate_spans(document)),
        )


def mention(span: Span, form: MentionForm = "name") -> Mention:
    """The words of ``span`` as a record."""
    return Mention(span.start_char, span.end_char, span.text, form)


def sentence(span: Span) -> Mention:
    """The sentence around ``span``, without the white space at its ends."""
    whole = span.doc[span.sent.start : span[-1].sent.end] if len(span) else span.sent
    text = whole.text
    begin = whole.start_char + len(text) - len(text.lstrip())
    text = text.strip()
    return Mention(begin, begin + len(text), text, "nominal")


def _times(event: Event) -> tuple[TimeValue | None, TimeValue | None]:
    """Start and end; a bare weekday is read as the coming one where the meeting is planned."""
    expression = event.start
    if expression is None:
        return None, None
    if expression.weekday_only and expression.future_start and event.status == "planned":
        return time_value(expression, expression.future_start, caption=event.caption), None
    end = time_value(expression, expression.end, caption=event.caption) if expression.end else None
    return time_value(expression, expression.start, caption=event.caption), end


def time_value(expression: TimeExpression, value: str, *, caption: bool = False) -> TimeValue:
    """One end of a time expression as a record."""
    return TimeValue(
        value, expression.basis, mention(expression.span), time_confidence(expression, caption=caption)
    )


def boilerplate_spans(document: Document) -> list[Span]:
    """Runs of consecutive boilerplate tokens."""
    spans: list[Span] = []
    start: int | None = None
    for i, flag in enumerate([*document.boilerplate, False]):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            spans.append(document.doc[start:i])
            start = None
    return [s for s in spans if s.text.strip()]


def _mentions(entity: Entity) -> tuple[Mention, ...]:
    unique: dict[tuple[int, int], EntityMention] = {
        (m.span.start, m.span.end): m for m in reversed(entity.mentions)
    }
    return tuple(mention(m.span, m.form) for _, m in sorted(unique.items()))


def _position(entity: Entity) -> tuple[int, int]:
    first = min(entity.mentions, key=lambda m: m.span.start)
    return first.span.start, first.span.end
