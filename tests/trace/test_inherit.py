from itertools import pairwise

import pytest

from twosource.model import Article, Attribution, Mention, Mentions, Name, Span
from twosource.trace import inherit, trace

SENTENCES = (
    "The ferry to Aldersund stayed in port on Monday because of the gale.",
    "Captain Ada Berg said that nobody on the island had asked to leave before the weekend.",
    "Two lorries with feed for the farms waited on the quay through the night.",
    "The next sailing is planned for Wednesday at noon, weather allowing, the company said.",
)
BODY = " ".join(SENTENCES)


def mentions_of(article: Article) -> Mentions:
    """Hand-made mentions: each sentence, a name, and an attribution that spans a sentence."""
    at = article.text.index("Ada Berg")
    said = article.text.index("said that")
    start = article.text.index("Captain")
    name = Mention(Name("Ada Berg", "person"), Span(at, at + 8), "names/1")
    told = Attribution((Span(start, at + 8),), (Span(said, said + 4),), (Span(said + 5, said + 40),))
    spans = [Span(article.text.index(one), article.text.index(one) + len(one)) for one in SENTENCES]
    return Mentions(article.id, tuple(spans), (name,), attributions=(Mention(told, Span(start, said + 40), "a/1"),))


def pair(text: str) -> tuple[Article, Article, Mentions]:
    first = Article(id="1", text="Ferry stays in port\n\n" + BODY)
    return first, Article(id="2", text=text), mentions_of(first)


@pytest.mark.parametrize(
    ("text", "taken", "missing"),
    [
        (BODY, 4, 0),
        ("No boat today on the sound.\n\n" + BODY, 4, 1),
        (" ".join(SENTENCES[:3]), 3, 0),
        (BODY.replace("Aldersund", "Aldersoend"), 3, 1),
        (" ".join([*SENTENCES[:2], "A school trip was called off too.", *SENTENCES[2:]]), 4, 1),
    ],
)
def test_a_copy_takes_over_what_reads_alike(text, taken, missing):
    first, second, mentions = pair(text)
    [share] = trace([first, second]).families[0].shares
    found = inherit(first, second, mentions, share)
    assert len(found.mentions.sentences) == taken
    assert len(found.missing) == missing
    [name] = found.mentions.names
    assert name.span.of(text) == "Ada Berg"
    [told] = found.mentions.attributions
    assert told.value.source[0].of(text) == "Captain Ada Berg"
    assert told.value.cue[0].of(text) == "said"
    covered = sorted([*found.mentions.sentences, *found.missing])
    assert all(a.end <= b.start for a, b in pairwise(covered))


def test_a_share_of_other_articles_is_refused():
    first, second, mentions = pair(BODY)
    [share] = trace([first, second]).families[0].shares
    with pytest.raises(ValueError, match="share is between"):
        inherit(first, Article(id="3", text=BODY), mentions, share)
