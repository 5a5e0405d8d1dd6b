"""What boilerplate of English-language news looks like. Each pattern is bounded, so that long texts cost no more than their length."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE

SECTIONS = frozenset(
    """
    home|homepage|news|world|world news|latest|latest news|top news|top stories|breaking news|politics|business|economy|opinion|opinions
    |editorial|analysis|comment|commentary|interview|interviews|features|sport|sports|tech|technology|science|health|culture|arts
    |entertainment|lifestyle|travel|education|environment|society|video|videos|photos|pictures|gallery|galleries|audio|podcast|podcasts
    |live|tv|radio|programs|programmes|shows|viewpoints|documentaries|international|foreign policy|defense|energy|markets|finance
    |more|search|menu|login|log in|sign in|register|subscribe|contact|contact us|about|about us|archive|archives|weather
    """.replace("\n", "")
    .replace(" |", "|")
    .strip()
    .split("|")
)
BREADCRUMB_SEPARATOR = re.compile(r"\s*(?:(?<=\s)/(?=\s)|[|>»›•·])\s*")

_AGENCY = (
    r"(?:AP|AFP|Reuters|Associated Press|Agence France[- ]Presse|EPA(?:-EFE)?|EFE|Getty(?: Images)?|Xinhua|TASS|IRNA|ISNA|Anadolu(?: Agency)?"
    r"|Bloomberg|Shutterstock|iStock|Alamy|DPA|ANSA|Kyodo(?: News)?|Yonhap|PA(?: Wire| Images)?|UPI|Sputnik|RIA Novosti|WAM|SPA|PTI|ANI|Handout)"
)
_NETWORK = r"(?:Facebook|Twitter|X|Instagram|YouTube|LinkedIn|Telegram|WhatsApp|Reddit|Pinterest|Google(?: News|\+)?|TikTok|Flipboard|Threads)"
# Up to four words that each begin with a capital: a photographer or an agency, not a sentence.
_NAMES = r"(?-i:[A-Z][\w.'’&-]{0,30}(?:(?: ?[/,|] ?| )[A-Z][\w.'’&-]{0,30}){0,3})"
# The beginning of a line without the end of a sentence in it: what is before may not be the story's.
_START = r"(?:(?![.!?][\"”’]?\s).){0,200}"
_STORY = r"(?:story|article|post|page|report|video|content)"

_LINES = (
    # Other addresses of the site.
    r"[^.!?]{0,120}\bcan (?:also )?be (?:accessed|reached|found|viewed|visited) (?:at|on|via|through) (?:the )?following\b[^.]{0,60}[:.]?",
    # Calls to read, watch and listen to something else.
    r"(?:read (?:more|also|next|the full story|full story)|also read|see also|further reading|recommended(?: for you| reading)?)\b(?:\s*[:|>»-].*)?",
    r"(?:read (?:more|also)|also read|see also|related(?: (?:stories|story|articles|content|news|coverage|topics|links|video))?"
    r"|more on this(?: story)?|watch(?: live| now)?|listen|don't miss|must read|editors?'s? (?:picks?|choice)|up next)\s*[:|>»].{0,200}",
    r"(?:related|more)(?: (?:stories|articles|content|news|coverage|topics|links|from [\w .']{1,40}))?",
    r"(?:most (?:read|popular|viewed|shared|watched)|trending(?: now)?|top stories|latest (?:news|headlines|stories)|you (?:may|might) also like)",
    r"(?:story|article) continues (?:below|after)\b.{0,40}|continue reading(?: (?:the )?main story)?",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|paid content|- ?advertisement ?-)",
    # Calls to share, follow, subscribe.
    rf"(?:share|tweet|e-?mail|print|save|copy link|bookmark|comments?(?: \(\d+\))?|\d+ comments?|shares?|{_NETWORK})",
    rf"(?:share|tweet|e-?mail|print|save) (?:this|the)(?: {_STORY})?(?: (?:on|via|with|by|to) [\w ,]{{1,40}})?[.!]?",
    rf"(?:share|post|tweet|send)(?: (?:this|it))? (?:on|via|to|by) (?:{_NETWORK}|e-?mail)",
    rf"(?:follow|like|join|find|connect with|visit) (?:us|me|him|her|[\w .'’@]{{2,40}}) on (?:{_NETWORK})\b.{{0,80}}",
    r"(?:subscribe|sign up|register)(?: (?:now|here|today|free))?(?: (?:to|for) (?:our|the|a|your|free|daily|weekly|unlimited)\b.{0,100})?[.!]?",
    r"(?:download|get) (?:our|the) (?:[\w ]{1,20} )?(?:app|newsletter)\b.{0,80}",
    r"(?:click|tap) here (?:to|for)\b.{0,100}",
    r"(?:skip to (?:main )?content|jump to\b.{0,40}|back to (?:top|home(?:page)?)|loading\.{0,3}|no media source currently available)",
    rf"(?:leave|post|write) (?:a|your) comment|have your say|what do you think\?|report (?:an? )?(?:error|typo|mistake)(?: in this {_STORY})?",
    # Rights and terms.
    r"(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:\d{4}|[A-Z]).{0,200}|copyright,? \d{4}\b.{0,200}",
    rf"{_START}\.?\s?\ball rights reserved\b.{{0,120}}",
    r"(?:this material may not be published|the views expressed|the opinions expressed|views expressed in this)\b.{0,300}",
    r"(?:terms (?:of use|of service|and conditions|& conditions)|privacy(?: policy| notice)?|cookies?(?: policy| settings)?|accessibility|site ?map"
    r"|about us|contact us|advertise(?: with us)?|careers|work with us|disclaimer|imprint|help|faqs?|rss(?: feeds?)?|newsletters?|mobile apps?)",
    # Who wrote and who helped.
    r"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|written|edited|translated) by [A-Z].{0,250}",
    rf"{_START}\bcontributed (?:reporting )?to this (?:report|story|article|dispatch)\b(?: from\b.{{0,100}})?[.)]?(?:{_START}contributed to this report\b.{{0,60}})?",
    r"(?:some (?:of the )?)?(?:information|material|content)s? (?:for|in|used in) this (?:report|story|article)\b.{0,20}"
    r"\b(?:is|was|were|came|comes|are|provided)\b.{0,150}",
    rf"(?:with )?(?:reports|material|inputs?) from (?:the )?{_AGENCY}\b.{{0,100}}",
    r"this (?:story|article|report|post) (?:was |has been )?(?:first |originally )(?:appeared|published|posted|ran)\b.{0,150}",
    r"(?:last )?(?:updated|modified|published|posted)(?: (?:on|at))?\s*:?\s*[\d(][^.!?]{0,60}|(?:last )?(?:updated|modified|published|posted)"
    r"(?: (?:on|at))?\s*:\s*[^.!?]{1,60}|\d+ min(?:ute)?s? read",
    r"(?:tags|topics|keywords|filed under|categories|category|section|sections)\s*:.{0,200}",
    # Credits and addresses on their own.
    rf"(?:(?:file )?(?:photo|image|picture|video)s?(?: credit)?|credit)\s*[:/–—-]\s*{_NAMES}|(?:photo|image|video)s? (?:by|courtesy of) {_NAMES}",
    rf"{_AGENCY}(?: photos?)?(?:[ /,|]{{1,3}}{_AGENCY}(?: photos?)?){{0,3}}|file photo|{_AGENCY}(?: photo)?/{_NAMES}|{_NAMES}/{_AGENCY}",
    rf"source\s*:\s*{_AGENCY}(?:[ /,|]{{1,3}}{_AGENCY}){{0,3}}",
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|@\w{2,30}|(?:#\w{2,40}\s*)+",
)
WHOLE_LINE = re.compile("|".join(f"(?:{line})" for line in _LINES), _FLAGS)
ADDRESSES = re.compile(_LINES[0], _FLAGS)

BYLINE_LINES = 8
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|al|bin|van|von|der|la|el)){1,3}"
BYLINE = re.compile(
    rf"(?:By|BY|by)\s+{_NAME}(?:(?:,| and)\s+{_NAME}){{0,3}}"
    rf"(?:\s*[,|–—-]\s*(?:{_AGENCY}|[Ss]taff [Ww]riter|[Cc]orrespondent|[Ee]ditor|[A-Z][a-z]+ \d{{1,2}}, \d{{4}}|\d{{1,2}} [A-Z][a-z]+ \d{{4}})){{0,2}}"
)

# The end of a caption: its credit, in brackets or bare.
_WHO = r"[^()\[\]\n]{0,100}"
INSIDE_LINE = (
    re.compile(
        r"(?P<credit>[(\[]\s*(?:(?:file|handout|stock|pool|archive) )?(?:photos?|images?|pictures?|pics?|video|credits?)"
        rf"(?:\s*(?:credit\s*)?(?::|/|[-–—] |\bby\b|\bvia\b|\bcourtesy\b){_WHO}|\s+(?:from )?{_AGENCY}{_WHO})?\s*[)\]]|[(\[]courtesy{_WHO}[)\]])",
        _FLAGS,
    ),
    re.compile(
        rf"(?P<credit>[(\[]\s*(?:[\w.'’ -]{{0,60}}/\s*)?{_AGENCY}(?:(?: (?:file )?photos?)?\s*[/,|]{_WHO}| (?:file )?photos?{_WHO})?\s*[)\]])(?=\s*(?:\n|\Z))"
    ),
    re.compile(rf"(?P<credit>[(\[][\w.'’/ -]{{1,60}}/\s*{_AGENCY}\s*[)\]])"),
    re.compile(
        rf"(?:(?<=[.!?”\"] )|(?<=[.!?”\"]))(?P<credit>(?:REUTERS|AFP|AP Photo|EPA)\s?/\s?[A-Z][^\n.]{{1,60}})(?=\s*(?:\n|\Z))"
    ),
    re.compile(r"^[^\S\n]*(?P<credit>FILE(?: PHOTO)?\s?[:–—-])(?=\s)", re.MULTILINE),
    re.compile(r"^[^\S\n]*(?P<credit>(?:File photo|Archive photo)\s?:)(?=\s)", re.MULTILINE),
)

# Short lines without a sentence: at most eight words, no full stop at the end.
SHORT_LINE = re.compile(r"(?:\S{1,40}\s+){0,7}\S{1,60}(?<![.!?:;,”\"])")
MENU_WORD = re.compile(
    rf"\b(?:home|news|sports?|world|politics|business|opinion|videos?|photos?|live|tv|radio|podcasts?|apps?|mobile|roku|android|iphone|ios"
    rf"|newsletters?|subscribe|subscriptions?|sign (?:in|up)|log ?in|register|about(?: us)?|contact(?: us)?|advertise|careers|privacy|terms|cookies?"
    rf"|rss|feeds?|sitemap|archives?|search|help|faq|copyright|{_NETWORK})\b",
    _FLAGS,
)
