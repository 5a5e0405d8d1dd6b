"""Photo captions inside an article: a present-tense sentence that shows people at a place on a date."""

from __future__ import annotations

import re

from spacy.tokens import Span

from kg.extract.document import Document

_SIDE = re.compile(
    r"\((?:L|R|C|left|right|center|centre|\d?(?:nd|rd|th)? ?[LR])\)"
    r"|, (?:second |third )?(?:left|right|center|centre|top|bottom)\b,?|^FILE\b",
    re.IGNORECASE,
)
_DATE_AT_END = re.compile(
    r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d"
    r"\.?\s*(?:\(.*\))?\s*$"
)


_THIS_PICTURE = re.compile(r"\bin this\b.{0,40}\b(?:photo|photograph|picture|image)\b", re.IGNORECASE)


def find_captions(document: Document) -> set[int]:
    """Indices of the first token of each caption sentence."""
    return {sentence.start for sentence in document.doc.sents if is_caption(sentence)}


def is_caption(sentence: Span) -> bool:
    """Whether a sentence reads as a caption: sides of a picture are named, or it ends in a full date and its
    main verb is present.
    """
    text = sentence.text.strip()
    if text.startswith(("FILE", "File photo")) or _THIS_PICTURE.search(text):
        return True
    root = sentence.root
    present = root.tag_ in {"VBZ", "VBP", "VBG"} or root.pos_ in {"NOUN", "PROPN"}
    present = present or (root.tag_ == "VB" and not any(child.dep_ == "aux" for child in root.children))
    present = present or root.lower_ == "left"  # ", left," taken for a verb
    return present and bool(_SIDE.search(text) or _DATE_AT_END.search(text))
