"""Whose word a thing is: the names between the outlet and the words."""

import pytest

from twosource.annotate import annotate
from twosource.check import contexts_of
from twosource.check.claims.figures import figures
from twosource.check.voices.chains import UNNAMED, chain_of, name_of, silence_of, source_name
from twosource.link import link
from twosource.model import Article, Attribution, Evidence, Span, Story


def context_of(text):
    article = Article(id="a", text=text)
    mentions = annotate(article)
    evidence = Evidence((article,), (mentions,), link((article,), (mentions,)))
    [context] = contexts_of(Story("s", "", ("a",)), evidence)
    return context


def at(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


# (text, words in it, the chain of those words)
CHAINS = [
    ("Twelve people were hurt, Ida Moll said.", "Twelve people", ("Ida Moll",)),
    # of two sources in one sentence each has its own words
    ("Ida Moll said 12 people were hurt, while Tom Webb said 14 were.", "12 people", ("Ida Moll",)),
    ("Ida Moll said 12 people were hurt, while Tom Webb said 14 were.", "14", ("Tom Webb",)),
    ("Ida Moll said 12 people were hurt, according to Reuters.", "12 people", ("Reuters", "Ida Moll")),
    ("Reuters quoted Ida Moll as saying that 12 people were hurt.", "12 people", ("Reuters", "Ida Moll")),
    ("Ida Moll was quoted by Reuters as saying that 12 people were hurt.", "12 people", ("Reuters", "Ida Moll")),
    # what is said, with the day on which it was said
    (
        "The Film Board announced Friday that Ida Moll will be host.",
        "Friday that Ida Moll will be host",
        ("Film Board",),
    ),
    # a clause with the tag that speaks for it; who measures a thing
    ('"The dam fell, "Ida Moll said on Friday.', 'The dam fell, "Ida Moll said', ("Ida Moll",)),
    ("The Arle Institute measured the quake at 5.4.", "the quake", ("Arle Institute",)),
    ("The Arle Institute registered the quake at 5.4.", "5.4", ("Arle Institute",)),
    # whoever does a thing has told nothing
    ("Ida Moll defended her title in Arle on Monday.", "defended her title in Arle", ()),
    # that it was announced is the word of whoever announced it
    ("The Film Board announced on Friday that Ida Moll will be host.", "announced", ("Film Board",)),
    # several together are one source under all their names
    ("Ida Moll and Tom Webb said 12 people were hurt.", "12 people", ("Ida Moll and Tom Webb",)),
    # a place or a body inside a description is not who says it
    ("Police in Arle, Malta, said 12 people were hurt.", "12 people", ("police in Arle, Malta",)),
    ("Carriers such as Lumen Telecom said 12 cables were cut.", "12 cables", ("carriers such as Lumen Telecom",)),
    ("Ida Moll, who heads Lumen Telecom, said 12 cables were cut.", "12 cables", ("Ida Moll",)),
    # whoever sees a thing does not vouch for it; the narrator does
    ("A guard noticed that 12 windows were broken.", "12 windows", ()),
    # whoever offers is told of by another
    ("Ida Moll said Lumen Telecom had offered $12 million.", "$12 million", ("Ida Moll",)),
    # whoever identifies somebody vouches for the name and what goes with it, but not for himself
    ("Police identified him as Tom Webb, 40, of Arle.", "40", ("police",)),
    ("The driver, who police identified as Tom Webb, fled on foot.", "fled on foot", ()),
    ("Sheriff Ida Moll identified the dead as Tom Webb, 64, who sold hay, and his son.", "64", ("Ida Moll",)),
    ("A woman who identified herself as 40 waited there.", "40", ()),
    # only somebody or some text says a thing, whatever it is called
    ("The singer fell ill at noon, her label has said.", "fell ill", ("label",)),
    ("The Arle Institute put the quake at 5.4.", "put", ("Arle Institute",)),
    # "who" is whoever stands before it, and "they" has a small letter
    ("Tom Webb was held by police who claim he drew 12 knives.", "12 knives", ("police",)),
    ("Police said a shop was robbed. They said 12 men fled.", "12 men", ("police",)),
    # a capital that opens its sentence, or the name of an owner, makes nobody of what cannot vouch
    ("High winds meant that 12 roofs fell.", "12 roofs", ()),
    ("Some co-workers said 12 roofs fell.", "12 roofs", ("some co-workers",)),
    ("Tom Webb said Ida Moll's bad luck showed that 12 roofs fell.", "12 roofs", ("Tom Webb",)),
    # whoever could not confirm it does not vouch for it
    ("Reuters could not verify the report of 12 deaths.", "12 deaths", ()),
    # what an office has from another body
    (
        "Twelve people died, the mayor's office said, citing the fire service.",
        "Twelve",
        ("mayor's office", "fire service"),
    ),
    # behind a reporter whom the article only cites stands the paper
    ("Tom Webb of the Boston Herald reports that 12 cables were cut.", "12 cables", ("Boston Herald",)),
    ("The Boston Herald's Tom Webb wrote that 12 cables were cut.", "12 cables", ("Boston Herald",)),
    (
        "The Boston Herald had it first. Tom Webb, the reporter who wrote it, says 12 cables were cut.",
        "12 cables",
        ("Boston Herald",),
    ),
    ("According to a report in the Boston Herald, 12 cables were cut.", "12 cables", ("Boston Herald",)),
    ("According to this Boston Herald story (which has no map), 12 cables were cut.", "12 cables", ("Boston Herald",)),
    # what others without a name think or do is the speaker's to tell; what they told the speaker is theirs
    ("Voters approved 12 bonds for the harbour, Ida Moll said.", "12 bonds", ("Ida Moll",)),
    ("Ida Moll said stocktaking had shown that 12 cables were gone.", "12 cables", ("Ida Moll",)),
    ("Ida Moll said jurors had told her that 12 cables were gone.", "12 cables", ("Ida Moll", "jurors")),
    ("The Boston Herald said officials believe that 12 cables were cut.", "12 cables", ("Boston Herald", "officials")),
    # what is struck is told by nobody in particular
    ("The Norra Navy attacked 12 boats of the raiders.", "12 boats", ()),
    # what a body's instruments tell, the body tells
    ("Microsoft's sensors reported that 12 routes were down.", "12 routes", ("Microsoft",)),
    # a plan that somebody only has is the narrator's to tell
    ("The frigate foiled the raiders' intention of taking 12 ships.", "12 ships", ()),
    # a capital at the head of the sentence is no name
    ("Police said 12 people were hurt.", "12 people", ("police",)),
    # a finding that the text cites vouches for what it found, by all of its name
    ("The mayors cited a Delva poll that found 12 people were hurt.", "12 people", ("mayors", "Delva poll")),
    (
        "He fled on foot, according to court records, which say 12 people were hurt.",
        "12 people",
        ("court records",),
    ),
    # a body whose name ends with a place is not that place
    ("Harbour Malta said 12 people were hurt.", "12 people", ("Harbour Malta",)),
    # whoever spoke in the sentence before speaks on, whomever he named last
    (
        "Tom Webb said he had no proof against Omar Feld, who lives in Malta.\n\n“We need time,” he said.",
        "We need time",
        ("Tom Webb",),
    ),
]


@pytest.mark.parametrize(("text", "words", "chain"), CHAINS)
def test_chain(text, words, chain):
    assert chain_of(context_of(text), at(text, words)) == chain


# (text, a source in it, its name)
NAMES = [
    ("A Lumen Telecom spokeswoman said the cable was cut.", "A Lumen Telecom spokeswoman", "Lumen Telecom"),
    ("A spokesman for Lumen Telecom said the cable was cut.", "A spokesman for Lumen Telecom", "Lumen Telecom"),
    ("A statement from Lumen Telecom said the cable was cut.", "A statement from Lumen Telecom", "Lumen Telecom"),
    ("A police spokeswoman said the cable was cut.", "A police spokeswoman", "police"),
    (
        "The report seen by Lumen Telecom said the cable was cut.",
        "The report seen by Lumen Telecom",
        "report seen by Lumen Telecom",
    ),
    ("The report, seen by Ida Moll, said the cable was cut.", "The report, seen by Ida Moll,", "report"),
    ("An aide to Ida Moll said the cable was cut.", "An aide to Ida Moll", "Ida Moll's office"),
    ("A letter from Ida Moll said the cable was cut.", "A letter from Ida Moll", "Ida Moll"),
    ("The company in a statement said the cable was cut.", "The company in a statement", "company"),
    ("Police at first said the cable was cut.", "Police at", "police"),
    ("The mayor of Arle, who had fled, said the cable was cut.", "The mayor of Arle, who had fled,", "mayor of Arle"),
]


@pytest.mark.parametrize(("text", "source", "name"), NAMES)
def test_name(text, source, name):
    assert name_of(context_of(text), at(text, source)) == name


def test_whoever_does_not_tell_is_the_origin_of_what_is_not_told():
    text = "Ida Moll declined to say why the cable was cut."
    context = context_of(text)
    assert silence_of(context, at(text, "declined to say")) == ("Ida Moll",)
    assert chain_of(context, at(text, "declined to say")) == ()


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("A tally released by Norra Telecom said that 40 boats were lost.", {("Norra Telecom",)}),
        ("The anger showed that 40 boats were lost.", {()}),
        ("Reports said that 40 boats were lost.", {(UNNAMED,)}),
        ("The harbour police said that 40 boats were lost.", {("harbour police",)}),
        ("The survey showed that 40 boats were lost.", {("survey",)}),
        ("The Guardian asked why. The paper said that 40 boats were lost.", {("Guardian",)}),
    ],
)
def test_only_somebody_a_body_or_a_text_vouches(text, chains):
    context = context_of(text)
    assert {claim.chain for claim in figures(context)} == chains


def test_what_a_source_tells_to_whom_is_no_part_of_it():
    text = "“They wanted 12 farms,” Henry told CRN in a call."
    assert chain_of(context_of(text), at(text, "12 farms")) in {("Henry",), ("unnamed",)}


def test_the_first_word_of_a_description_is_in_small_letters_and_a_names_is_not():
    for text, name in (
        ("Security experts said 12 roofs fell.", "security experts"),
        ("Rescue Team Arle said 12 roofs fell.", "Rescue Team Arle"),
    ):
        assert chain_of(context_of(text), at(text, "12 roofs")) == (name,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Another cousin, Ida Moll, said the mill burned.", "Ida Moll"),
        ("Another cousin, Ida Moll, 40, said the mill burned.", "Ida Moll"),
        ("Another cousin, who knows Ida Moll, said the mill burned.", "another cousin"),
        ("Another cousin, from Malta, said the mill burned.", "another cousin"),
    ],
)
def test_who_is_named_between_commas_behind_a_description_speaks(text, name):
    cut_short = Attribution(source=(at(text, "Another cousin"),), cue=(at(text, "said"),), content=())
    assert source_name(context_of(text), cut_short) == name


def test_whoever_speaks_without_a_cue_is_named_too():
    text = "Nobody but another cousin, Ida Moll, was there."
    untagged = Attribution(source=(at(text, "another cousin"),), cue=(), content=())
    assert source_name(context_of(text), untagged) == "another cousin"
