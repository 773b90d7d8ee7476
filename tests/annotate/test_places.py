"""Places: one table of sentences, what the name does, what it is resolved to, and properties on odd text."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.parse import Parse, parse
from twosource.annotate.places import find_places
from twosource.model import Article, Mention, Mentions, Place
from twosource.text.gazetteer import kilometres


@cache
def parsed(text: str, url: str = "", outlet: str = "") -> Parse:
    return parse(Article(id="a", text=text, url=url, outlet=outlet))


@cache
def places(text: str, url: str = "", outlet: str = "") -> tuple[Mention[Place], ...]:
    return find_places(parsed(text, url, outlet), Mentions("a"))


# Words that name places, in order.
TABLE = [
    ("The envoys met in Geneva on Friday.", ["Geneva"]),
    ("Talks were held in the Gomel region of Belarus.", ["Gomel", "Belarus"]),
    ("KHARTOUM, Sudan (AP) — Shelling resumed in West Darfur.", ["KHARTOUM", "Sudan", "West Darfur"]),
    ("PORT-AU-PRINCE, Haiti (Reuters) - Gangs burned a court.", ["PORT-AU-PRINCE", "Haiti"]),
    ("The Belarusian-Ukrainian border was closed.", ["Belarusian", "Ukrainian"]),
    ("The ship sank in the Black Sea between Odesa and Sevastopol.", ["Black Sea", "Odesa", "Sevastopol"]),
    ("She moved from Guelph, Ont., to Salem, Mass., in May.", ["Guelph", "Ont.", "Salem", "Mass."]),
    ("The U.S. and the UK sent aid to South Sudan.", ["U.S.", "UK", "South Sudan"]),
    ("The boat reached the banks of the River Pripyat.", ["River Pripyat"]),
    ("A lorry overturned on Old Mill Road in Coventry.", ["Old Mill Road", "Coventry"]),
    ("Floods closed the mill in Kings County, New York.", ["Kings County", "New York"]),
    ("Jordan Smith said that Jordan would run again. Smith, 42, is a teacher.", []),
    ("The hall was full. The Law Society met at noon.", []),
    ("The team won the Federal Cup in the general vote.", []),
    ("Officials told us that nothing was lost.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text[:40] for text, _ in TABLE])
def test_finds_the_names_of_places(text, expected):
    assert [mention.span.of(text) for mention in places(text)] == expected


# A sentence, the words, and what they are resolved to: feature and country.
RESOLVED = [
    ("Georgia's parliament in Tbilisi voted on Tuesday.", "Georgia", ("country", "GEO")),
    ("Georgia's governor signed the bill in Atlanta.", "Georgia", ("region", "USA")),
    ("He was born in Paris, Texas, in 1999.", "Paris", ("city", "USA")),
    ("He was born in Paris in 1999.", "Paris", ("city", "FRA")),
    ("Trains from Coventry to Birmingham were delayed.", "Birmingham", ("city", "GBR")),
    ("Birmingham, Alabama, opened shelters.", "Birmingham", ("city", "USA")),
    ("In Washington state, fires burned near Spokane.", "Washington", ("region", "USA")),
    ("The senator flew to Washington on Monday.", "Washington", ("city", "USA")),
    ("Shells fell on Kiev overnight.", "Kiev", ("city", "UKR")),
    ("Talks were held in Gomel region.", "Gomel", ("region", "BLR")),
    ("The city of Aleppo fell.", "Aleppo", ("city", "SYR")),
    ("Israel struck Rafah in southern Gaza.", "Rafah", ("city", "PSE")),
    ("The ship sank in the Black Sea.", "Black Sea", ("water", "")),
    ("Aid reached the Horn of Africa.", "Horn of Africa", ("area", "")),
    ("Belarusian troops left.", "Belarusian", ("country", "BLR")),
    ("Scottish ministers met in Edinburgh.", "Scottish", ("region", "GBR")),
    ("The mayor of New York spoke.", "New York", ("city", "USA")),
    ("She lives in Cordoba, Argentina.", "Cordoba", ("city", "ARG")),
]


@pytest.mark.parametrize(("text", "words", "expected"), RESOLVED, ids=[text[:40] for text, _, _ in RESOLVED])
def test_resolves_a_name_by_the_article(text, words, expected):
    found = [mention.value for mention in places(text) if mention.span.of(text) == words]
    assert [(place.feature, place.country) for place in found[:1]] == [expected]


USES = [
    ("Moscow said that the deal would lapse.", "Moscow", "government"),
    ("Kyiv accused the envoys of blackmail.", "Kyiv", "government"),
    ("The talks with Ankara failed.", "Ankara", "government"),
    ("The talks took place in Ankara.", "Ankara", "location"),
    ("Taipei shook for a minute.", "Taipei", "location"),
    ("The University of Oxford closed its gates.", "Oxford", "part of name"),
    ("NAIROBI, Kenya (AP) - Rain fell.", "NAIROBI", "dateline"),
    ("Ukrainian troops left.", "Ukrainian", "adjective"),
]


@pytest.mark.parametrize(("text", "words", "use"), USES, ids=[text[:40] for text, _, _ in USES])
def test_says_what_the_name_does(text, words, use):
    assert [mention.value.use for mention in places(text) if mention.span.of(text) == words] == [use]


def test_two_places_of_one_name_are_told_apart():
    found = places("He was born in Paris, Texas, and moved to Paris, France, in 1999.")
    assert [mention.value.country for mention in found] == ["USA", "USA", "FRA", "FRA"]


def test_the_outlets_country_tips_the_scale():
    text = "A fire broke out in Newcastle on Friday."
    assert places(text, url="https://example.co.uk/fire")[0].value.country == "GBR"
    assert places(text, url="https://example.com.au/fire")[0].value.country == "AUS"


def test_one_name_means_one_place_throughout():
    text = "Fire swept Springfield, Ohio, on Friday. In Springfield, schools closed."
    first, _, second = places(text)
    assert first.value.geonames == second.value.geonames


def test_a_building_takes_no_towns_coordinates():
    found = places("She was taken to Mercy Hospital.")
    assert all(mention.value.lat is None for mention in found)


ODD = [
    "",
    " ",
    "“",
    "," * 2_000,
    "In In In In In, Paris, Paris, Paris,",
    "في باريس قال الوزير",
    "👩‍👩‍👧‍👦 in Paris 🇫🇷, France",
    "IN PARIS, TEXAS - A MAN SAID",
    "St. St. St. County County Road",
    "Paris" * 500,
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_breaks_nothing(text):
    well_placed(text)


WORDS = st.sampled_from(
    ["Paris", "Texas", ",", "in", "of", "Georgia", "County", "Road", "(", "-", "—", "AP", "Ont", ".", "U.S.", "said",
     "Moscow", "River", "the", "The", "Ukrainian", "St.", "'s", "“", "\n\n", "Kyiv", "JUBA", "und", "北京", "🙂", "مصر"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_spans_are_in_bounds_and_never_overlap(text):
    well_placed(text)


@settings(max_examples=30)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text):
    well_placed(text)


def well_placed(text: str) -> None:
    found = find_places(parse(Article(text=text)), Mentions(""))
    end = 0
    for mention in found:
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        words = mention.span.of(text)
        assert words.strip() == words
        assert (mention.value.lat is None) == (mention.value.lon is None)
        if mention.value.lat is not None:
            assert -90 <= mention.value.lat <= 90 and -180 <= mention.value.lon <= 180


def test_time_is_about_linear():
    sentence = "The envoys of France met in Geneva, and Kyiv said that Lviv and Salem, Ohio, were safe. "

    def work(size):
        ready = parse(Article(text=sentence * size))
        return lambda: find_places(ready, Mentions(""))

    assert in_proportion(work, 20, 160, 30)  # eight times the text; quadratic would take 64 times


def test_distance_is_symmetric():
    paris, kyiv = Place("Paris", 48.853, 2.349), Place("Kyiv", 50.455, 30.524)
    assert kilometres(paris, kyiv) == kilometres(kyiv, paris)
    assert kilometres(paris, Place("Nowhere")) is None
