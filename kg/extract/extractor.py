"""Article in, Report out: the language model and the components of this package, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg.articles import find_boilerplate
from kg.errors import ExtractionError, NewsgraphError
from kg.extract.assembly import assemble
from kg.extract.coreference import resolve_coreference
from kg.extract.credits import tells_affiliation
from kg.extract.document import Document
from kg.extract.language_model import load_model, model_version
from kg.extract.meetings.finder import find_meetings
from kg.extract.names import find_names
from kg.extract.offices import find_offices
from kg.extract.places import resolve_places
from kg.extract.roles import find_roles
from kg.extract.segments import batches, join, pieces
from kg.extract.times import find_times
from kg.extract.untitled_leaders import find_untitled_leaders
from kg.extract.version import fingerprint
from kg.model import Article, Report
from kg.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ErrorHandler = Callable[[NewsgraphError, Article], None]


class Extractor:
    """Reads articles and reports what each says.

    Loading the language model takes about a second and happens once, here. ``model`` is its name and version;
    ``fingerprint`` changes whenever the same article may give another report.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._nlp: Language = load_model(self._settings.model)
        self.model = model_version(self._settings.model)
        self.fingerprint = fingerprint(self._settings)

    def extract(
        self, articles: Iterable[Article], *, on_error: ErrorHandler | None = None
    ) -> Iterator[Report]:
        """Yield one report per article, in order and lazily.

        An article that is longer than ``settings.max_chars`` goes to ``on_error`` as an
        :class:`~kg.errors.ExtractionError` and is left out; without ``on_error`` the error is raised.
        """
        source = iter(articles)
        while batch := list(islice(source, self._settings.batch_size)):
            readable = [a for a in batch if self._check(a, on_error)]
            for article, doc in zip(readable, self._parse(readable), strict=True):
                yield self._report(article, doc)

    def _check(self, article: Article, on_error: ErrorHandler | None) -> bool:
        limit = self._settings.max_chars
        if len(article.text) <= limit:
            return True
        error = ExtractionError(
            f"article {article.id!r} has {len(article.text):,} characters, more than the limit of {limit:,}; "
            "split it or raise the setting max_chars"
        )
        if on_error is None:
            raise error
        on_error(error, article)
        return False

    def _parse(self, articles: list[Article]) -> Iterator[Doc]:
        """Parse all pieces of a batch in one stream, so that short articles share the model's batches."""
        cut = [list(pieces(article.text)) for article in articles]
        docs = self._read(chain.from_iterable(cut))
        for parts in cut:
            yield join(list(islice(docs, len(parts)))) if parts else self._nlp.make_doc("")

    def _read(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Parse pieces in batches of about one size: most are short paragraphs, and small batches cost a
        tenth more.
        """
        for batch in batches(texts):
            yield from self._nlp.pipe(batch, batch_size=len(batch))

    def _report(self, article: Article, doc: Doc) -> Report:
        return assemble_report(article, doc, self.model)


def assemble_report(article: Article, doc: Doc, model: str) -> Report:
    """Run the components over a parsed article."""
    document = Document(article, doc, _boilerplate_mask(article.text, doc))
    find_names(document)
    resolve_places(document)
    find_roles(document)
    find_untitled_leaders(document)
    find_offices(document)
    resolve_coreference(document)
    document.times = find_times(document)
    return assemble(document, find_meetings(document), model)


def _boilerplate_mask(text: str, doc: Doc) -> list[bool]:
    ranges = find_boilerplate(text)
    if not ranges:
        return [False] * len(doc)
    mask = [False] * len(doc)
    for begin, end in ranges:
        if tells_affiliation(text[begin:end]):
            continue
        span = doc.char_span(begin, end, alignment_mode="expand")
        for i in range(span.start, span.end) if span is not None else ():
            mask[i] = begin <= doc[i].idx < end
    return mask
