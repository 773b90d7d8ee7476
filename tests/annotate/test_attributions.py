import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.attributions import find_attributions
from twosource.annotate.parse import parse
from twosource.model import Article, Block, Mention, Mentions, Name, Span


def find(text, names=(), blocks=()):
    article = Article(text=text, blocks=blocks)
    return find_attributions(parse(article), Mentions("", names=names))


def lines(text, **given):
    """Each attribution as "source | cue | content", pieces parted by " ... ", those nested in another indented."""
    found = []
    for mention in find(text, **given):
        value = mention.value
        parts = (" ... ".join(span.of(text) for span in spans) for spans in (value.source, value.cue, value.content))
        found.append(("  " if value.parent else "") + " | ".join(parts))
    return found


# (text, one of the attributions that must be found in it)
FOUND = [
    # what is told of some of those counted does not speak: whoever stands beside the cue does
    (
        "Forty people were led out, most of them to the school in Arle, mayor Ida Moll told the Post.",
        "mayor Ida Moll | told | Forty people were led out",
    ),
    (
        "Three cars burned, one of them near the school, police officer Ida Moll said.",
        "police officer Ida Moll | said | Three cars burned, one of them near the school",
    ),
    # direct speech: before, after, around the tag; through sentences and paragraphs
    ('"The river rose," said Ida Moll.', 'Ida Moll | said | "The river rose,"'),
    ('"The river rose," Moll told reporters.', 'Moll | told | "The river rose,"'),
    ('Moll said, "The river rose."', 'Moll | said | "The river rose."'),
    ('She told the broadcaster: "I saw the wave."', 'She | told | "I saw the wave."'),
    ("“We lost it all,” Moll said. “But we are alive.”", "Moll | said | “We lost it all,” ... “But we are alive.”"),
    ("“We lost it all,” Moll said, “but we are alive.”", "Moll | said | “We lost it all,” ... “but we are alive.”"),
    ("''We lost it all,'' Moll said.", "Moll | said | ''We lost it all,''"),
    ("``We lost it all,'' Moll said.", "Moll | said | ``We lost it all,''"),
    ("'We lost it all,' said Ann Webb, 54, of Leeds.", "Ann Webb, 54, of Leeds | said | 'We lost it all,'"),
    ('"Why did nobody warn us?" Webb asked.', 'Webb | asked | "Why did nobody warn us?"'),
    (
        '"It rose in an hour. Nobody had time.\n\n"We lost the barn," farmer Ida Moll said.',
        'farmer Ida Moll | said | "We lost the barn,"',
    ),
    (
        '"It rose in an hour," Moll said. "Nobody had time.\n\n"We lost the barn."',
        'Moll | said | "It rose in an hour," ... "Nobody had time. ... "We lost the barn."',
    ),
    (
        'Moll went on:\n\n"The barn is gone. So is the cattle."',
        'Moll | went on | "The barn is gone. So is the cattle."',
    ),
    (
        '"We want a deal," Harlow, who flew to Minsk for the talks, said in televised remarks.',
        'Harlow, who flew to Minsk for the talks, | said | "We want a deal,"',
    ),
    ('"The dam will hold."\n— Ida Moll, engineer\n', 'Ida Moll | — | "The dam will hold."'),
    ("He woke at 4 a.m. “It was like a train,” he said.", "he | said | “It was like a train,”"),
    # the opening mark set for the closing one; a speech over paragraphs that open a mark each
    ("``The cable is cut again, ``Ida Moll said.", "Ida Moll | said | ``The cable is cut again, ``"),
    (
        "A police spokeswoman said: ``We are at the scene.''\n``Crews came at nine.\n``The roof is gone.''",
        "A police spokeswoman | said | ``We are at the scene.'' ... ``Crews came at nine. ... ``The roof is gone.''",
    ),
    # a speech whose tag stands behind its last line
    (
        'The mill is shut.\n"The river rose in an hour.\nNobody had time, "plant manager Rosa Moll said.',
        'plant manager Rosa Moll | said | "The river rose in an hour. ... Nobody had time, "',
    ),
    # what is told goes on though the parser hung its second verb on the cue
    (
        "Mayor Ida Moll said about 60 people were unaccounted for and 35 barns had been buried.",
        "Mayor Ida Moll | said | about 60 people were unaccounted for and 35 barns had been buried",
    ),
    (
        "Harlow's head of claims said the alarm recommended to the firm after its last loss, in 2011, had not been "
        "fitted.",
        "Harlow's head of claims | said | the alarm recommended to the firm after its last loss, in 2011, had not been "
        "fitted",
    ),
    # a quotation that goes on with what stands before its tag
    (
        'A new hire should be in place before Easter, he said, "and no, she won\'t be a Dane."',
        'he | said | A new hire should be in place before Easter ... "and no, she won\'t be a Dane."',
    ),
    # whoever lets others know says so, and does not merely want to
    ("The school let parents know that it was shut.", "The school | let parents know | that it was shut"),
    # a word of hearsay ends where another source begins
    (
        "Holt reportedly quarrelled with the studio, and Ora says Moll got the part.",
        " | reportedly | Holt ... quarrelled with the studio",
    ),
    # what is said of a thing, in a relative clause
    (
        "President Holt lifted a rule that many critics claim weakened the Wildlife Act.",
        "many critics | claim | weakened the Wildlife Act",
    ),
    # speakers whom the parser gives to other words
    (
        "Keeper Tom Webb, probably playing his last game at the old ground, said he had to fight back the tears.",
        "Keeper Tom Webb | said | he had to fight back the tears",
    ),
    (
        "Several houses in two villages were damaged, the governor of Arle, Omar Feld, told Ora Radio.",
        "the governor of Arle, Omar Feld, | told | Several houses in two villages were damaged",
    ),
    (
        "A driver was at the depot within minutes, said terminal manager Omar Feld, ready to move the lorries.",
        "terminal manager Omar Feld | said | A driver was at the depot within minutes",
    ),
    (
        "The cuts were to two lines, which link Arle and Malta, an Ora spokeswoman who asked not to be named said.",
        "an Ora spokeswoman who asked not to be named | said | The cuts were to two lines, which link Arle and Malta",
    ),
    # what is said in a text, to hearers without an article, in a headline
    (
        "The mayor says in a letter that the jury found Tom Webb, 29, guilty of murder.",
        "The mayor | says | that the jury found Tom Webb, 29, guilty of murder",
    ),
    (
        "Roe, a partner in the firm, told police Webb loaded a shell into the gun and shot him in the hip.",
        "Roe, a partner in the firm, | told | Webb loaded a shell into the gun and shot him in the hip",
    ),
    ("Agent says Arle to sign Webb to six-year deal", "Agent | says | Arle to sign Webb to six-year deal"),
    # a tag in the middle of a sentence, behind a few quoted words
    (
        "After a quarrel with men who ``came to steal,'' she testified, Holt drew a knife.",
        "she | testified | After a quarrel with men who ``came to steal,'' ... Holt drew a knife",
    ),
    # a clause that no comma parts, or with the past perfect of reported speech, is told too
    (
        "The Rev. Tom Webb said some guests were in the hall when the fire was noticed but no one was hurt.",
        "The Rev. Tom Webb | said | some guests were in the hall when the fire was noticed but no one was hurt",
    ),
    (
        "The mayor said that tents were ready in case they were needed, and doctors had been sent to the villages.",
        "The mayor | said | that tents were ready in case they were needed, and doctors had been sent to the villages",
    ),
    ("Police said a gun was found, but no charges have been filed.", "Police | said | a gun was found"),
    # no tag: a mark torn off its words, and the sentence goes on
    (
        'Ann Webb, a lawyer, said that "putting aside the rest, "Holt had suffered from "many illnesses."',
        'Ann Webb, a lawyer, | said | that "putting aside the rest, "Holt had suffered from "many illnesses."',
    ),
    # whoever speaks of what others said is no part of what they said
    (
        "Witnesses said the gunman used a shotgun or a rifle, Troy police Lt. Tom Webb said.",
        "  Witnesses | said | the gunman used a shotgun or a rifle",
    ),
    # what cannot speak hands the word back
    ("Ida Moll said the fire was out but did not say when people could return.", "Ida Moll | said | the fire was out"),
    (
        "Ida Moll said the fire was out but did not say when people could return.",
        "Ida Moll | did not say | when people could return",
    ),
    (
        "Hart died on Friday at his home, his nephew Tom Webb said.",
        "his nephew Tom Webb | said | Hart died on Friday at his home",
    ),
    # reported speech
    ("The mayor said the bridge was closed.", "The mayor | said | the bridge was closed"),
    ("The bridge, the mayor said, was closed.", "the mayor | said | The bridge ... was closed"),
    ("The bridge was closed, the mayor said.", "the mayor | said | The bridge was closed"),
    ("According to the hospital, 12 people were hurt.", "the hospital | According to | 12 people were hurt"),
    ("By the guild's reckoning it sold 40 boats.", "the guild | reckoning | it sold 40 boats"),
    (
        "It said the captain of the barge, a 58-year-old Greek, had died of fever.",
        "It | said | the captain of the barge, a 58-year-old Greek, had died of fever",
    ),
    ("It sold 40 boats, by the count of the guild.", "the guild | by | It sold 40 boats"),
    ("Twelve people were hurt, according to the hospital.", "the hospital | according to | Twelve people were hurt"),
    ("In a statement, the airline said that safety comes first.", "the airline | said | that safety comes first"),
    (
        'The airline said that it was "deeply sorry" for the delay.',
        'the airline | said | that it was "deeply sorry" for the delay',
    ),
    ("The firm said on Monday it was looking into it.", "The firm | said | it was looking into it"),
    ("The dam held, Sky News reported on Monday.", "Sky News | reported | The dam held"),
    ("As the minister has said, the road is safe.", "the minister | has said | the road is safe"),
    ("She said the dam held, adding that more rain was due.", "She | adding | that more rain was due"),
    ("She said the dam would hold and warned that more rain was due.", "She | warned | that more rain was due"),
    # negated and hedged
    ("The governor denied that he took money.", "The governor | denied | that he took money"),
    ("Harlow did not say when the bridge would reopen.", "Harlow | did not say | when the bridge would reopen"),
    ("Harlow refused to comment on the report.", "Harlow | refused to comment on | the report"),
    ("At least 40 people are reportedly missing.", " | reportedly | At least 40 people are ... missing"),
    ("It was not clear who fired first.", " | was not clear | who fired first"),
    # wishes, beliefs, plans
    ("The union called for a strike.", "The union | called for | a strike"),
    ("The council asked residents to boil water.", "The council | asked | to boil water"),
    ("Officials believe the fire began in the kitchen.", "Officials | believe | the fire began in the kitchen"),
    ("The ship is expected to sail on Friday.", " | is expected | The ship ... to sail on Friday"),
    ("We are convinced that the dam is safe.", "We | are convinced | that the dam is safe"),
    # passive, nominal, light verbs
    ("The army was accused by Lima of shelling the town.", "Lima | was accused | The army ... shelling the town"),
    ("The general was told by aides that it fell.", "aides | was told | that it fell"),
    ("His claim that the dam held was false.", "His | claim | that the dam held"),
    ("The ministry made the claim that the dam held.", "The ministry | made the claim | that the dam held"),
    ("Lowe was quoted as saying that talks would resume.", "Lowe | saying | that talks would resume"),
    ("The council issued a statement urging calm.", "The council | issued a statement urging | calm"),
    ("The deal was hailed by ministers as historic.", "ministers | was hailed | The deal ... historic"),
    ("The deal was hailed as historic by ministers.", "ministers | was hailed as | The deal ... historic"),
    (
        "The vote was hailed by ministers as progress but dismissed by critics as a sham.",
        "critics | dismissed | The vote ... a sham",
    ),
    (
        "The plan was praised by farmers as fair and condemned by unions as theft.",
        "unions | condemned | The plan ... theft",
    ),
    (
        "The strike was called illegal by the ministry and branded a farce by the union.",
        "the union | branded | The strike ... a farce",
    ),
    ("The death is being treated by police as suspicious.", "police | is being treated | The death ... suspicious"),
    ("Police are treating the death as suspicious.", "Police | are treating | the death as suspicious"),
    (
        "The raid, described by French media as the biggest ever, took an hour.",
        "French media | described | The raid ... the biggest ever",
    ),
    # broken off
    ("Ora reported, citing Interfax, that 40 died.", "Ora | reported | that 40 died"),
    ("Ora reported, citing Interfax, that 40 died.", "  Interfax | citing | that 40 died"),
    (
        "Ora said on Monday, quoting an aide to the mayor, that he would resign.",
        "  an aide to the mayor | quoting | that he would resign",
    ),
    (
        "Ora said on Monday, citing a police statement, that it burned.",
        "  a police statement | citing | that it burned",
    ),
    # a longer tag parts what is told from its verb
    (
        "Eleven men, the board said in a note sent out on Friday, were lost in the lake.",
        "the board | said | Eleven men ... were lost in the lake",
    ),
    (
        "The drug, said the board in its ruling, was seen in his blood.",
        "the board in its ruling | said | The drug ... was seen in his blood",
    ),
    ("The firm, says Ida Moll, has paid nothing.", "Ida Moll | says | The firm ... has paid nothing"),
    (
        "The firm, the board said in a note, “knew of the leak” and hid it.",
        "the board | said | The firm ... “knew of the leak” and hid it",
    ),
    (
        "These clerks, Webb explained at the hearing, were “well-paid,” making $30,000 a year.",
        "Webb | explained | These clerks ... were “well-paid,” making $30,000 a year",
    ),
    ("The mayor, whose aide was ill, said Moll had lied.", "The mayor, whose aide was ill, | said | Moll had lied"),
    # the clause was hung on whoever was told it, or on where it was said
    ("The clerk told the inquest that Moll had drowned.", "The clerk | told | that Moll had drowned"),
    (
        "The Arle Board, led by Ida Moll, said in a note that the raids were made “on the pretext of a feud” and hit "
        "one.",
        "The Arle Board, led by Ida Moll, | said | that the raids were made “on the pretext of a feud” and hit one",
    ),
    (
        "Webb said after the vote he would not take it if it were won.",
        "Webb | said | he would not take it if it were won",
    ),
    ("Webb said when he left it rained.", "Webb | said | when he left it rained"),
    # what a quotation ends with does not speak
    (
        'He called Webb "the scum of the lake" and an "idiot, "pointing to a photo of him and the "horns" on it.',
        'He | called | Webb "the scum of the lake" and an "idiot, "pointing to a photo of him and the "horns" on it',
    ),
    # infinitives of what is past, and of what is done to somebody
    ("Guards are reported to have fired at a boat.", " | are reported | Guards ... to have fired at a boat"),
    ("The men claimed to have shot two guards.", "The men | claimed | to have shot two guards"),
    ("Moll denied having seen the boat.", "Moll | denied | having seen the boat"),
    ("Moll wants to be paid in May.", "Moll | wants | to be paid in May"),
    # nobody has found what stands in quotation marks behind the thing
    (
        'Webb said proof includes a strip of cloth found at the mill that has a "strong smell" of petrol.',
        'Webb | said | proof includes a strip of cloth found at the mill that has a "strong smell" of petrol',
    ),
    # when it was made is no maker
    (
        "It was this week's claim by the guild that nine mills would close.",
        "the guild | claim | that nine mills would close",
    ),
    # nested
    ("CNN reported that officials said the dam failed.", "CNN | reported | that officials said the dam failed"),
    ("CNN reported that officials said the dam failed.", "  officials | said | the dam failed"),
    ("The dam failed, CNN reported, citing two officials.", "  two officials | citing | The dam failed"),
    # headlines
    (
        "Nine seized from tanker off the coast - company\nMore soon.",
        "company | - | Nine seized from tanker off the coast",
    ),
    ("Six sailors snatched by pirates – DFA\nThe DFA said so.", "DFA | – | Six sailors snatched by pirates"),
    ("Mayor: bridge to reopen in May\n\nIt was shut in June.", "Mayor | : | bridge to reopen in May"),
    ("Bridge to reopen in May, says mayor\n\nIt was shut.", "mayor | says | Bridge to reopen in May"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text, expected):
    assert expected.lower() in [line.lower() for line in lines(text)]


# (text, stance, certainty, negated) of the outermost attribution
MEANINGS = [
    ("The union called for a strike.", "demands", "said", False),
    ("The office said it will seek an immediate ceasefire.", "says", "said", False),
    ("Kyiv seeks an immediate ceasefire.", "demands", "said", False),
    ("The company denied the report.", "denies", "said", False),
    ("The palace confirmed that he had died.", "confirms", "said", False),
    ("The palace declined to share the list.", "declines", "said", False),
    ("Harlow refused to comment on the report.", "declines", "said", True),
    ("Harlow refused to leave the hall.", "refuses", "said", False),
    ("The mayor expressed little hope that it would stop.", "expects", "expected", True),
    ("The bank promised to pay.", "offers", "expected", False),
    ("The bank predicted that prices would rise.", "says", "expected", False),
    ("The bank forecasts that prices will rise.", "says", "expected", False),
    ("He expects the talks to start at noon.", "expects", "expected", False),
    ("Police warned that the bridge could fall.", "warns", "said", False),
    ("Police think the fire began in the kitchen.", "believes", "said", False),
    ("Three men allegedly set fire to the barn.", "says", "reported", False),
    ("The mayor did not say when it would open.", "says", "said", True),
    ("It is unclear whether anyone was hurt.", "says", "said", True),
]


@pytest.mark.parametrize(("text", "stance", "certainty", "negated"), MEANINGS)
def test_meaning(text, stance, certainty, negated):
    value = next(mention.value for mention in find(text) if mention.value.parent is None)
    assert (value.stance, value.certainty, value.negated) == (stance, certainty, negated)


NOTHING = [
    "The river rose overnight and the bridge fell.",
    "He drove to the coast, parked and walked home.",
    "The so-called “Blue Bridge” is 80 metres long.",
    "Ukraine war: what happened on day five\n\nSnow fell.",
    "The army attacked the town and defended the port.",
    "If the director wants too much money, the studio will look for another.",
    "Choosing a comedian signals that the next show will have another tone.",
    "It rained.",
    "",
    "\n\n",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_where_nobody_speaks(text):
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"It fell," he said.', "direct"),
        ("He said it fell.", "indirect"),
        ('He said it was a "grave loss" for all.', "mixed"),
        ("Police: two held after fire in barn\n\nMore soon.", "headline"),
    ],
)
def test_form(text, form):
    assert find(text)[0].value.form == form


def test_the_source_gets_its_full_name():
    text = "Harlow said the dam held. He said it would rain, and she asked who paid."
    names = (
        Mention(Name("Mark Harlow", "person", "name", 0), Span(0, 6), "t"),
        Mention(Name("Mark Harlow", "person", "pronoun", 0), Span(26, 28), "t"),
    )
    assert [mention.value.who for mention in find(text, names=names)][:2] == ["Mark Harlow", "Mark Harlow"]


def test_a_pronoun_that_opens_reported_speech_is_the_speaker():
    text = "The ministry said it will seek a truce."
    names = (Mention(Name("Ministry of Health", "organisation", "description", 0), Span(0, 12), "t"),)
    assert [mention.value.who for mention in find(text, names=names)] == ["Ministry of Health"] * 2


@pytest.mark.parametrize("name", ["BBC", "live", "Ida Moll", "ARLE"])
def test_what_stands_behind_a_dash_may_be_the_paper_or_the_writer(name):
    assert lines(f"Two boats are held after the storm - {name}\nMore soon.") == []


def test_the_title_block_is_the_headline():
    text = "By A. Webb\n\nPolice: two held after fire\n\nA barn burned."
    blocks = (Block("byline", Span(0, 10)), Block("title", Span(12, 40)), Block("paragraph", Span(42, 56)))
    assert lines(text) == []
    assert lines(text, blocks=blocks) == ["Police | : | two held after fire"]


def sound(text):
    """Every span in bounds, in order, not empty; contents clear of their cue."""
    found = find(text)
    for mention in found:
        value = mention.value
        for span in (mention.span, *value.source, *value.cue, *value.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text).strip("\n")
        assert value.content and value.cue
        assert list(value.content) == sorted(value.content)
        assert not any(piece.overlaps(cue) for piece in value.content for cue in value.cue)
    assert [mention.span for mention in found] == sorted(mention.span for mention in found)
    return found


PIECES = st.one_of(
    st.sampled_from("\"“”‘’'«»()🌊é…?,.:—\t\u200b"),
    st.sampled_from(["''", "``", "\n\n", " said ", " he ", "Smith ", "according to ", "that ", "שלום", "reportedly "]),
    st.sampled_from(["the dam held", "Moll told reporters ", "Київ ", "his claim ", "was accused by ", "citing "]),
    st.sampled_from(["adding ", "which ", "to say "]),
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_odd_text_breaks_nothing(text):
    sound(text)


@settings(max_examples=20)
@given(st.text(max_size=200))
def test_any_text_breaks_nothing(text):
    sound(text)


ODD = {
    "unclosed quotes": '"He said "it fell, and "she said "no ' * 40,
    "commas": ", " * 10_000,
    "mixed scripts": "Сказал он: «дамба» стоит, he said. قال إن السد صامد, she said. 他说:「好」。" * 20,
    "emoji": "🌊🌊 said 🔥, “🌊,” he said 🔥. " * 40,
    "a tab behind the last word": 'Moll told reporters according to … he \t"',
    "blank lines": "\n\n" * 5_000 + "He said it fell.",
}


@pytest.mark.parametrize("kind", sorted(ODD))
def test_odd_articles_break_nothing(kind):
    sound(ODD[kind])


def test_a_first_line_without_a_stop_is_a_headline():
    text = "Lawyer: Ida Moll goes to prison\n\nIda Moll was driven to Arle on Monday."
    blocks = (Block("paragraph", Span(0, 31)), Block("paragraph", Span(33, len(text))))
    found = find_attributions(parse(Article(text=text, blocks=blocks)), Mentions(""))
    assert [[span.of(text) for span in one.value.source] for one in found] == [["Lawyer"]]


def test_time_is_about_linear():
    sentence = "“It rose,” said Ida Moll. The mayor said the dam, which he built, held, adding that it would rain. "

    def work(size):
        ready = parse(Article(text=sentence * size))
        return lambda: find_attributions(ready, Mentions(""))

    assert in_proportion(work, 20, 200, 30)  # ten times the text; quadratic would take a hundred times


def test_same_text_same_mentions():
    text = '"It fell," Moll said. The mayor said it held, citing engineers.'
    assert find(text) == find(text)
