"""Who a source is that is not named where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate import annotate
from twosource.annotate.heard import can_be_called
from twosource.model import Article

# (text, words of the last source, who it is)
WHO = [
    # he and she go on from the last speaker
    ('Ida Moll said the dam held. "It was close," she said.', "she", "Ida Moll"),
    ("Sales rose, Ann Webb told reporters. She said more would follow.", "She", "Ann Webb"),
    # another subject since then is meant
    ("Tom Webb said the dam held. Mark Stone waved. He said it was over.", "He", "Mark Stone"),
    # a description without a name is gone back to by its words
    ('A police spokeswoman said roads were closed. She added: "Stay at home."', "She", "police spokeswoman"),
    (
        "A union official said talks had failed. The strike goes on, the official said.",
        "the official",
        "union official",
    ),
    # whom a speaker calls "he" is no speaker
    ('Ann Webb said the roof fell. "He wanted to run," Ida Moll said.', "He", ""),
    # whom a speaker has named inside a quotation did not speak
    ('"Tom says yes to it," Dan Webb said. "God knows it is fine," he added.', "he", "Dan Webb"),
    # whom a quotation is about did not speak it
    ('Owner Ann Lisle put the loss at $60,000. "Things can wait. Ian is what matters," she said.', "she", "Ann Lisle"),
    # whoever is named and was taken for something else, speaks on
    ('"He rang me," Maresa Sumag told the Courier, weeping. She said there were ten of them.', "She", "Maresa Sumag"),
    ("Corrigan Dane expects savings of 85 crowns. It did not say whether jobs would go.", "It", "Corrigan Dane"),
    # whom another tells of does not speak on
    (
        'Tom Webb said it rained. Asked about a clerk who says she made the call, he said tips had been "helpful."',
        "he",
        "Tom Webb",
    ),
    # the same one is whoever was heard last, if he or it can be called so
    ("Three men fell, a court source said. One died, the same source said.", "the same source", "court source"),
    ("Three men fell, a clerk said. One died, according to the same agency.", "the same agency", ""),
    # what a speaker has a name for
    (
        "Producer Tom Webb said that Omar Feld, who sang as he danced, would end what he called a dull decade.",
        "he",
        "Tom Webb",
    ),
    # I and we inside a quotation are its speaker
    ('"We expect a long night," Ida Moll said.', "We", "Ida Moll"),
    # bodies, by what they can be called
    ("Lumen Telecom said a cable was cut. The company said a ship was on its way.", "The company", "Lumen Telecom"),
    ("The Arle Times reported a fire. The newspaper said two shops burned.", "The newspaper", "Arle Times"),
    ("The Arle Times reported a fire. The company said two shops burned.", "The company", ""),
    # a spokesman with nobody beside him speaks for the body heard last
    ("Lumen Telecom said a cable was cut. Calls to Malta failed, a spokesman said.", "a spokesman", "Lumen Telecom"),
    # people who are known by whose they are
    ("Ida Moll fell ill. Her agent said she would rest.", "Her agent", "Ida Moll’s agent"),
    ("Ida Moll's former lawyer said she would rest.", "Ida Moll's former lawyer", "Ida Moll’s former lawyer"),
    # a text is from whoever issued it, and is gone back to by its noun and by "it"
    ("A statement from Lumen Telecom said two were hurt. Roads are closed, it added.", "it", "Lumen Telecom"),
    (
        "Two were hurt, a statement from Lumen Telecom said. Ships left. Roads are closed, the statement said.",
        "the statement",
        "Lumen Telecom",
    ),
    # "she" is a spokeswoman too, whose word is the body's
    (
        "The line was cut, a Microsoft spokeswoman who gave no name said. The cause is not known, she said.",
        "she",
        "Microsoft",
    ),
    # a surname is the person's who bears it in full, whatever the model makes of it alone
    ("City Clerk Janette Bower told Reuters it was old. ``It is sad,'' Bower said.", "Bower", "Janette Bower"),
    # a surname that the model takes for no person's
    ("Nambiar said the boat was stopped. The crew took 14 rifles, he said.", "he", "Nambiar"),
    # the company is the one that the story is about
    (
        "Microsoft is late. Users of Microsoft wait, and Microsoft knows. Adobe Systems was spared. Help is near, the "
        "company said.",
        "the company",
        "Microsoft",
    ),
    # whom a quotation names is not who speaks it
    (
        'Ivo Brandt sang. "I was there to see Tom Webb dance that night, and I never forgot it," he said.',
        "he",
        "Ivo Brandt",
    ),
    # whose person somebody is does not make him one: a star's rep is no star
    ("The owner's rep Tom Webb said it burned. Later, the owner said it was lost.", "the owner", ""),
    # the company is the one that spoke last, whatever another was called before
    (
        "The company Arle Telecom said a cable was cut. Lumen Telecom said a ship was on its way. The company said it "
        "would wait.",
        "The company",
        "Lumen Telecom",
    ),
    # a president of somebody without a name is no other president
    (
        "Ann Marlow is president of Lumen Telecom. The brewery's president said it was late.",
        "The brewery's president",
        "",
    ),
    # those who act in the sentence are meant by "they", whoever spoke before
    (
        "The Ministry of Health said it rained. The Ministry of Defence needs money, and they decided to sell a ship.",
        "they",
        "Ministry of Defence",
    ),
    # whom a woman or an outlet tells of is somebody else
    ("Tom Webb fled. Ida Moll said he refused to stop.", "he", "Tom Webb"),
    ("Tom Webb is ill. The BBC claims that he wants a rest.", "he", "Tom Webb"),
    ("Tom Webb said he refused to stop.", "he", "Tom Webb"),
    # the group is the one that has just acted; whoever speaks of a law has not made it
    (
        "The Tax Board said it would go on. The Norra Institute came to the same end. Few would pay, the group said.",
        "the group",
        "Norra Institute",
    ),
    ("Ida Moll said the law does not ask for it.", "the law", ""),
    # the place of a dateline has said nothing, be it on no map; who opens the report has
    ("OSLO, Jan 3 (Reuters) - The Norwegian government shut two mines, it said.", "it", "Norwegian government"),
    ("GENVILLE, April 9 (Reuters) - Chipmaker Norvik has cut 900 jobs, it said.", "it", ""),
    ("HARN, May 3 - Police arrested two men, they said.", "they", ""),
    ("GENVILLE, April 9 (Reuters) - Chipmaker Norvik is recalling ten lorries.", "GENVILLE, April 9 (Reuters)", None),
    # a union, a charity and a watchdog are only those that the text calls so
    ("Lotus Air will cut 400 jobs. The union threatened to strike.", "The union", ""),
    (
        "Petrosul sued two men. Petrosul said that it was sorry. The charity said that it would go on.",
        "The charity",
        "",
    ),
    (
        "The CWU union called a strike. Norcell offered 3 percent. The union rejected the offer.",
        "The union",
        "CWU union",
    ),
    (
        "Ofcom, the media watchdog, fined Norcell. Norcell said it would pay. The watchdog said it had been patient.",
        "The watchdog",
        "Ofcom",
    ),
    # nothing to go by
    ("The roof fell. The official said nobody was hurt.", "The official", ""),
]


def sources(text):
    found = annotate(Article(id="a", text=text)).attributions
    return [(value.source[0].of(text), value.who) for value in (mention.value for mention in found) if value.source]


@pytest.mark.parametrize(("text", "words", "who"), WHO)
def test_who_speaks(text, words, who):
    assert dict(sources(text)).get(words) == who


RELAYED = [
    # (text, each source with the content of its attribution, outermost first)
    (
        "Ora quoted a minister as saying that trains would run.",
        [("Ora", "a minister as saying that trains would run"), ("a minister", "that trains would run")],
    ),
    (
        "Trains ran again, Ora quoted a minister as saying.",
        [("Ora", "Trains ran again"), ("a minister", "Trains ran again")],
    ),
    (
        "The mayor was quoted by the agency Ora as saying that trains had stopped.",
        [("The mayor", "that trains had stopped"), ("the agency Ora", "that trains had stopped")],
    ),
    ('"The dam held," Ida Moll was quoted as saying.', [("Ida Moll", '"The dam held,"')]),
    ("Rescuers put the death toll at 12.", [("Rescuers", "the death toll at 12")]),
    (
        "One of the firm's lawyers, Ida Moll, said the dam held.",
        [("One of the firm's lawyers, Ida Moll,", "the dam held")],
    ),
    (
        "The firm said the shop was lost but it would be rebuilt.",
        [("The firm", "the shop was lost but it would be rebuilt")],
    ),
    ('"We left, "she said, adding that it was late.', [("she", '"We left, "'), ("she", "that it was late")]),
    # a paragraph that is nothing but speech goes on from the one before; one that is signed does not
    ('"We left," said Ida Moll.\n\n"It was late."', [("Ida Moll", '"We left," ... "It was late."')]),
    (
        '"We left," said Ida Moll.\n\n"It was late."\n— Tom Webb, guard\n',
        [("Ida Moll", '"We left,"'), ("Tom Webb", '"It was late."')],
    ),
]


@pytest.mark.parametrize(("text", "expected"), RELAYED)
def test_whose_words(text, expected):
    found = [mention.value for mention in annotate(Article(id="a", text=text)).attributions]
    shown = [(v.source[0].of(text), " ... ".join(span.of(text) for span in v.content)) for v in found if v.source]
    assert shown == expected


@pytest.mark.parametrize(
    ("name", "kind", "answer"),
    [
        ("The Moscow Times", "media", True),
        ("Lumen Telecom", "media", False),
        ("Lumen Telecom", "company", True),
        ("Arle Police", "company", False),
        ("Reuters", "agency", True),
        ("The Moscow Times", "agency", False),
        ("leaks.example.com", "body", False),
    ],
)
def test_what_a_body_can_be_called(name, kind, answer):
    assert can_be_called(name, kind) is answer


@settings(max_examples=15)
@given(
    st.lists(
        st.sampled_from(
            ["He said ", "they said ", "the firm ", '"I ', "Ora ", "a spokesman said ", ".\n\n", '"', "it rose "]
        )
    )
)
def test_odd_text_breaks_nothing(pieces):
    text = "".join(pieces)
    for mention in annotate(Article(id="a", text=text)).attributions:
        assert all(0 <= span.start < span.end <= len(text) for span in mention.value.source)
