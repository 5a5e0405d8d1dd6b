"""Verbs and nouns that stand between an event noun and those who take part in the event."""

from __future__ import annotations

from kg.model import Part


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CARRIERS: dict[str, Part] = {
    **dict.fromkeys(
        _words(
            """
            hold have attend join open begin start resume conclude finish end wrap skip address enter continue
            conduct pursue leave reconvene use tell
            """
        ),
        "attendee",
    ),
    **dict.fromkeys(
        _words("host convene chair organize organise sponsor moderate lead call arrange"), "host"
    ),
    **dict.fromkeys(_words("mediate broker facilitate"), "mediator"),
    **dict.fromkeys(_words("skip boycott miss shun"), "absent"),
}
"""Verbs that carry an event noun as their object ("held talks"), by the part that their subject plays."""

ARRANGERS = _words(
    """
    cancel postpone delay suspend schedule plan seek want request propose reject refuse decline demand need
    avoid consider mull weigh rule scrap abandon shelve announce confirm expect discuss welcome break
    """
)
"""Verbs whose subject takes part where the event noun names the other side: "canceled a meeting with X"."""

VISITING = _words("pay make take plan undertake cut extend wrap arrange")
"""Verbs that carry a visit or a call, and no other event: "paid a visit to"."""

UTTERANCES = _words(
    "comment remark statement announcement warning pledge promise call appeal decision arrival"
)
"""Nouns whose owner was at the talks that they came after: "Weber's remarks came after talks with"."""

JOINERS = _words(
    """
    take participate speak engage arrive appear sit gather assemble testify attend travel fly go come leave
    return meet talk say tell add call address join enter be discuss deliver warn pledge urge agree announce
    present pose walk stand sign listen chat greet shake head emerge expect accompany
    """
)
"""Verbs that take an event noun after a preposition: "took part in the talks", "spoke at the summit"."""

ATTENDING = _words("attend join participate take skip boycott miss shun come go appear")
"""Verbs of going to an event: that somebody does not, says nothing against the event."""

HELD = _words(
    """
    hold host convene chair organize organise sponsor mediate broker facilitate schedule plan set lead attend
    include involve bring draw
    """
)
"""Participles and relative clauses on an event noun: "talks hosted by X", "a meeting involving X"."""

ADDING = _words("involve include bring draw gather")
"""Those of them whose object takes part."""

SPONSORED = _words("brokered mediated facilitated sponsored led hosted convened backed organized organised")
"""Participles before an event noun: "UN-brokered talks"."""

OFFERS = _words("offer proposal invitation request call appeal")
"""Nouns over an event noun: "an offer of talks"."""

ANSWERS = _words(
    "reject accept refuse decline make extend renew welcome dismiss rebuff spurn issue send ignore consider"
)
"""What one does with an offer of talks; who does it is a side of them."""

CONVENING = _words("gather convene reconvene assemble")
"""Verbs by which people or bodies come together of themselves."""

GATHERING = _words("invite summon bring gather convene welcome receive host join call")
"""Verbs of bringing people together for an event."""

TELLING = _words("tell say speak talk ask urge warn assure inform discuss congratulate thank express")
"""What one does in a telephone call."""

TALKING_OVER = _words("discuss debate explore review")
"""Verbs whose object is talked about, not held: "discussed a peace conference"."""

IN_PROSPECT = _words("preparation arrangement prospect possibility idea")
"""Nouns over an event to come: where and when one prepares it is not where and when it is held."""

PARTICIPATION = _words("participation participant speech address part delegate guest speaker attendee")
"""Nouns over an event noun whose owner takes part: "Obama's participation in the summit"."""

PRESENT = _words("delegate participant attendee guest speaker leader official minister negotiator diplomat")
"""Nouns for people that an event noun tells more of: "delegates to the convention"."""

BODIES = _words(
    "council assembly congress parliament committee subcommittee commission senate house legislature "
    "cabinet board panel"
)
"""Bodies that sit as themselves."""

WITH = frozenset({"with", "alongside"})
