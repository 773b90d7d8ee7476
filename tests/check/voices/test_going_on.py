import pytest

from twosource.annotate import annotate
from twosource.check import contexts_of
from twosource.check.judge.sources import Sources
from twosource.check.voices.chains import chain_of
from twosource.check.voices.quotations import quotations
from twosource.link import link
from twosource.model import Article, Block, Claim, Evidence, Span, Story


def read(text, title=""):
    blocks = (Block("title", Span(0, len(title))), Block("paragraph", Span(len(title) + 1, len(text))))
    article = Article(id="a", text=text, blocks=blocks if title else ())
    mentions = annotate(article)
    evidence = Evidence((article,), (mentions,), link((article,), (mentions,)))
    [context] = contexts_of(Story("s", "", ("a",)), evidence)
    return context


def chain(text, words):
    start = text.index(words)
    return chain_of(read(text), Span(start, start + len(words)))


# (text, words in it, who vouches for them)
REPORTS = [
    ("Two men broke in at noon, police said. They left in a van.", "left in a van", ("police",)),
    (
        "The Norra Ministry said 12 people were missing.\nTwenty-two were treated for burns.",
        "Twenty-two",
        ("Norra Ministry",),
    ),
    ("The ferry left Arle at six, the harbour office said. It sank off Norra.", "sank off Norra", ("harbour office",)),
    ("Ida Moll said the driver was drunk. His van was found in Arle.", "found in Arle", ()),  # Moll may be a man
    ("Two men broke in at noon, police said. The van was found in Arle.", "found in Arle", ()),
    ("Two men broke in at noon, police said. It was the third raid of the year.", "third raid", ()),
    ("“I saw two men,” Ida Moll said. They left in a van.", "left in a van", ()),
    ("Police would not comment. They left in a van.", "left in a van", ()),
    ("Two men had fled, the board said.\nNeither the guards nor their kin would comment.", "would comment", ()),
    ("The crew put out the fire. They left in a van.", "left in a van", ()),
    ("Two men broke in, police said. They left in a van, Ida Moll said.", "left in a van", ("Ida Moll",)),
]


@pytest.mark.parametrize(("text", "words", "sources"), REPORTS)
def test_a_report_goes_on_where_a_sentence_takes_up_its_words(text, words, sources):
    assert chain(text, words) == sources


# (text, words in it, who speaks them)
SPOKEN = [
    ("Ida Moll said the quay was shut. “Nobody sold a ticket. It was dark at six.”", "dark at six", ("Ida Moll",)),
    ("Ida Moll saw it pass. “It was dark at six.”", "dark at six", ("Ida Moll",)),
    ("Ida Moll saw it pass. “I know that it was dark at six.”", "dark at six", ("Ida Moll",)),
    ("Ida Moll was blunt:\n“It was dark at six.”", "dark at six", ("Ida Moll",)),
    ("Ida Moll saw it pass.\n“It was dark at six.”", "dark at six", ()),  # another may speak in the next paragraph
    ("Ida Moll said the quay was shut. “It was dark at six,” Tom Webb said.", "dark at six", ("Tom Webb",)),
    ("Ida Moll read the book “Dark at six.”", "Dark at six", ()),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPOKEN)
def test_a_quotation_without_a_tag_is_the_speakers_of_the_sentence_before(text, words, speaker):
    assert chain(text, words) == speaker


def test_a_source_taken_from_the_sentence_before_is_not_cited_by_name():
    text = "Two men broke in at noon, Norra Police said. They left in a van."
    context = read(text)
    words = [Span(text.index(said), text.index(said) + 4) for said in ("Two ", "left")]
    told, goes_on = (
        Claim(id="c", kind="event", article="a", span=at, focus=at, chain=("Norra Police",), measure="", value="")
        for at in words
    )
    sources = Sources((context,), ())
    assert sources.cited_by_name(told)
    assert not sources.cited_by_name(goes_on)


def test_marks_pair_up():
    text = "“We left,” she said. “We came back.\n“We left again.”"
    assert [span.of(text) for span in quotations(text)] == ["We left,", "We came back.\n“We left again."]


# (text of a headline and a lead, who vouches for the headline)
HEADED = [
    (
        "Barge sinks off Norra, two lost\nA barge sank off Norra on Monday and two men were lost, police said.",
        ("police",),
    ),
    (
        "Barge sinks off Norra, two lost\nARLE (Ora) - A barge sank off Norra, with two men lost, police said.",
        ("police",),
    ),
    ("Barge sinks off Norra, two lost\nThe mayor of Arle has resigned from the council, police said.", ()),
    ("Barge sinks off Norra, two lost\nA barge sank off Norra on Monday with all its coal.", ()),
]


@pytest.mark.parametrize(("text", "sources"), HEADED)
def test_a_headline_has_the_source_of_the_lead_that_tells_it(text, sources):
    title = text.partition("\n")[0]
    assert chain_of(read(text, title), Span(0, len("Barge sinks off Norra"))) == sources
