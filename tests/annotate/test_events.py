"""Events: types, parties with codes, status; and what is left out of the ontology."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.events import find_events
from twosource.annotate.events_types import patterns
from twosource.annotate.parse import parse
from twosource.model import Article, Event, Mention, Mentions, Place, Span, Time
from twosource.text.lexicon import table

TYPES = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"}
TYPES |= {"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}


def events(text: str) -> list[Event]:
    return [mention.value for mention in find_events(parse(Article(text=text)), Mentions(""))]


def codes(parties) -> set[str]:
    return {party.code for party in parties}


FIRST = [
    ("The Norwegian foreign minister arrived in Colombo on Tuesday for a two-day visit.", "CONSULT"),
    ("The Indian premier spoke by telephone with his Nepalese counterpart on Friday.", "CONSULT"),
    ("Talks between Chad and Libya resumed in Tunis on Thursday.", "CONSULT"),
    ("Portugal and Angola signed a fishing accord in Lisbon on Friday.", "SUPPORT"),
    ("Canada formally recognised the new government of Croatia.", "SUPPORT"),
    ("Spain's prime minister apologised to Morocco for the remarks.", "SUPPORT"),
    ("Kenya extradited a bombing suspect to Rwanda on Friday.", "COOPERATE"),
    ("The navies of India and Sri Lanka carried out joint exercises in the Bay of Bengal.", "COOPERATE"),
    ("Germany sent 40 tonnes of blankets and medicine to Armenia.", "AID"),
    ("Switzerland granted asylum to three Tibetan monks.", "AID"),
    ("UN peacekeepers were deployed in Haiti on Monday.", "AID"),
    ("Tunisia's president pardoned 200 political prisoners.", "CONCEDE"),
    ("The Malawian authorities eased censorship of newspapers.", "CONCEDE"),
    ("Ethiopia pulled its forces out of Somalia on Sunday.", "RETREAT"),
    ("Rebels in Colombia freed two hostages on Friday.", "RETREAT"),
    ("The EU lifted sanctions against Uzbekistan.", "RETREAT"),
    ("Nicaragua's army stopped shelling rebel positions.", "RETREAT"),
    ("Greece agreed to resume talks with Turkey.", "AGREE"),
    ("Brazil will send doctors to Haiti next month.", "AGREE"),
    ("Pakistan said it would release 100 Indian fishermen.", "AGREE"),
    ("The Czech president is to visit Slovakia in May.", "AGREE"),
    ("The UN Security Council called on Iran to halt enrichment.", "REQUEST"),
    ("Syria demanded the return of the hills.", "REQUEST"),
    ("France said Rwanda must withdraw its troops from Congo.", "REQUEST"),
    ("Eritrea accused Ethiopia of violating its airspace.", "ACCUSE"),
    ("Japan lodged a protest with South Korea over the islands.", "ACCUSE"),
    ("Prosecutors in Peru opened an inquiry into the general's accounts.", "ACCUSE"),
    ("Turkey refused to allow American troops to use its bases.", "REJECT"),
    ("Guatemala will not extradite the general to Spain.", "REJECT"),
    ("Georgia and Russia failed to agree on a pullout.", "REJECT"),
    ("The US will impose sanctions on Sudan.", "THREATEN"),
    ("Turkey vowed to retaliate against Syria.", "THREATEN"),
    ("Japan said it may cut aid to Myanmar.", "THREATEN"),
    ("Students clashed with police in Seoul.", "PROTEST"),
    ("Riots broke out in the Algerian city of Oran.", "PROTEST"),
    ("Farmers blocked roads across Greece.", "PROTEST"),
    ("Colombia expelled two Venezuelan diplomats.", "SANCTION"),
    ("Norway suspended aid to Kenya.", "SANCTION"),
    ("Ethiopia massed troops along its border with Eritrea.", "MOBILIZE"),
    ("Pakistan tested a long-range missile.", "MOBILIZE"),
    ("Chinese police arrested a dissident in Shanghai.", "COERCE"),
    ("Chad declared a state of emergency.", "COERCE"),
    ("Israel sealed off the Gaza Strip.", "COERCE"),
    ("Gunmen kidnapped three aid workers in Haiti.", "ASSAULT"),
    ("Turkish jets bombed Kurdish camps in northern Iraq.", "ASSAULT"),
    ("Heavy fighting erupted between Armenian and Azeri forces.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_type_of_the_first_event(text, expected):
    assert [event.type for event in events(text)][:1] == [expected]


PARTIES = [
    ("Russian police arrested two Estonian students.", {"RUSCOP"}, {"ESTEDU"}),
    ("Two Estonian students were arrested by Russian police.", {"RUSCOP"}, {"ESTEDU"}),
    ("Two Estonian students were arrested in Russia.", {"RUS"}, {"ESTEDU"}),
    ("Leaders of Chad accused the rebels of murder.", {"TCDGOV"}, {"TCDREB"}),
    ("The UN imposed an arms embargo on Eritrea.", {"IGO"}, {"ERI"}),
    ("Japan lodged a protest with South Korea.", {"JPN"}, {"KOR"}),
    ("Italy cut off trade links with Albania.", {"ITA"}, {"ALB"}),
    ("Iraqi officials said they would boycott Kuwait.", {"IRQGOV"}, {"KWT"}),
    ("Russia said that Sudan must return the ships.", {"RUS"}, {"SDN"}),
    ("British and French troops attacked Egypt.", {"GBRMIL", "FRAMIL"}, {"EGY"}),
    ("Talks between Chad and Libya resumed.", {"TCD", "LBY"}, set()),
    ("Russia's invasion of Ukraine was widely condemned.", {"RUS"}, {"UKR"}),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), PARTIES)
def test_parties(text, actors, recipients):
    event = events(text)[0]
    assert (codes(event.actors), codes(event.recipients)) == (actors, recipients)


STATUS = [
    ("Norway sent food to Mali.", "happened"),
    ("Norway will send food to Mali.", "planned"),
    ("Norway denied that it had sent weapons to Mali.", "denied"),
    ("Norway did not send food to Mali.", "denied"),
    ("France said Norway must send food to Mali.", "called for"),
]


@pytest.mark.parametrize(("text", "expected"), STATUS)
def test_status(text, expected):
    assert events(text)[0].status == expected


NOTHING = [
    "The band met its fans in a park on Friday.",
    "The earthquake killed 40 people in Iran.",
    "The flood killed 200 people, and 40 were killed by a landslide in Peru.",
    "The company supported the local team with money.",
    "She has the right to strike.",
    "The coach was fired on Saturday.",
    "He released a letter from his doctor.",
    "The boy was called brave by his teacher.",
    "The weather in Spain was fine.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_event_of_politics_is_left_out(text):
    assert events(text) == []


def test_an_act_to_come_is_one_event():
    assert [event.type for event in events("Ukraine demanded that Russia withdraw its troops.")] == ["REQUEST"]
    assert [event.type for event in events("Greece agreed to release the prisoners.")] == ["AGREE"]


def test_the_means_of_violence_is_the_mode():
    [event] = events("A suicide bomber killed 12 people in Islamabad.")
    assert event.mode == "suicide-attack"
    [event] = events("Turkish jets bombed Kurdish camps in Iraq.")
    assert event.mode == "aerial"


def test_place_and_time_are_the_mentions_beside_the_act():
    text = "Police arrested 20 Estonian students in Narva on Monday."
    place, day = Span(text.index("Narva"), text.index(" on Monday")), Span(text.index("Monday"), len(text) - 1)
    found = Mentions(
        "",
        places=(Mention(Place("Narva", country="EST"), place, "test"),),
        times=(Mention(Time("DATE", "2022-02-28"), day, "test"),),
    )
    [mention] = find_events(parse(Article(text=text)), found)
    assert (mention.value.place, mention.value.time) == (place, day)


def test_the_context_is_told_by_the_words_of_the_sentence():
    [event] = events("Brazil imposed tariffs on imports of steel from China.")
    assert "economic" in event.context


def test_the_patterns_are_of_the_ontology():
    assert {row[2] for row in table("plover_verbs")} <= TYPES | {"-"}
    assert {row[1] for row in table("plover_nouns")} <= TYPES
    assert len(patterns()) > 400


def check(text: str) -> None:
    for mention in find_events(parse(Article(text=text)), Mentions("")):
        event = mention.value
        assert event.type in TYPES
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        for party in event.actors + event.recipients:
            assert party.span.of(text) == party.text


PIECES = [
    "Russia",
    " and ",
    "Iran’s army",
    " attacked",
    " agreed to",
    " send",
    " aid",
    " to",
    " troops",
    ",",
    " not",
    "\n\n",
]
PIECES += ["“", " the UN", " said", " that", " must", " 😀", " روسيا", "10,000"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_odd_text_never_breaks_it(text):
    check(text)


@pytest.mark.parametrize("text", ["", "\n\n", "," * 1_500, "“Russia", "Россия attacked ישראל", "Iran, " * 500 + "met."])
def test_odd_texts(text):
    check(text)


def test_time_grows_about_linearly():
    piece = "the Iraqi army said that the rebels agreed to leave Syria and "

    def work(size):
        ready = parse(Article(text=piece * size))
        return lambda: find_events(ready, Mentions(""))

    assert in_proportion(work, 100, 400, 10)  # four times the text; quadratic would take sixteen times
