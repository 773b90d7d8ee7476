"""Quantities: tables of values, units, changes and what is counted; what is no quantity; properties on odd text."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.parse import parse
from twosource.annotate.quantities import find_quantities
from twosource.annotate.times import find_times
from twosource.model import Article, Instant, Mention, Mentions, Place, Quantity, Span


@cache
def quantities(text: str) -> tuple[Mention[Quantity], ...]:
    parsed = parse(Article(id="a", text=text, published=Instant("2022-02-28")))
    return find_quantities(parsed, Mentions("a", times=find_times(parsed, Mentions("a"))))


# text, low, high, bound
VALUES = [
    ("At least 352 people died.", 352, None, ">"),
    ("About 80 homes burned.", 80, 80, "~"),
    ("Up to 500 men marched.", None, 500, "<"),
    ("Fewer than 20 ships sailed.", None, 20, "<"),
    ("Nearly 40 ships sailed.", 40, 40, "~"),
    ("As many as 90 ships sailed.", None, 90, "<"),
    ("More than half a million people fled.", 500_000, None, ">"),
    ("Half a million people fled.", 500_000, 500_000, "="),
    ("Three dozen hostages were freed.", 36, 36, "="),
    ("Tens of thousands of people fled.", 10_000, 99_999, "="),
    ("Dozens of people were hurt.", 12, 119, "="),
    ("Scores of people were hurt.", 20, 199, "="),
    ("A half-dozen people were hurt.", 6, 6, "="),
    ("His blood held . 09 percent of alcohol.", 0.09, 0.09, "="),
    ("Several thousand people came.", 2000, 9999, "="),
    ("A few hundred people came.", 200, 999, "="),
    ("A couple of dozen people came.", 24, 119, "="),
    ("He drank half a litre of rum.", 0.5, 0.5, "="),
    ("He drank a half-litre of rum.", 0.5, 0.5, "="),
    ("The house stands half a mile off.", 0.5, 0.5, "="),
    ("It was 15 degrees below zero.", -15, -15, "="),
    ("Twenty-five people were hurt.", 25, 25, "="),
    ("One hundred and twenty people were hurt.", 120, 120, "="),
    ("It took 1,307,000 tons.", 1_307_000, 1_307_000, "="),
    ("The city has 2.5 million people.", 2_500_000, 2_500_000, "="),
    ("Two-thirds of voters agreed.", 2 / 3, 2 / 3, "="),
    ("Four-and-a-half dozen eggs broke.", 54, 54, "="),
    ("One in five voters agreed.", 0.2, 0.2, "="),
    ("Between 20 and 30 men were held.", 20, 30, "="),
    ("Some 200 to 300 men marched.", 200, 300, "~"),
    ("The tax rose by 5 to 7 percent.", 5, 7, "="),
    ("It costs 5 to 7 million dollars.", 5e6, 7e6, "="),
    ("It was minus 12 degrees Celsius.", -12, -12, "="),
    ("Sales reached $1.2bn.", 1.2e9, 1.2e9, "="),
    ("It holds 50 or more people.", 50, None, ">"),
    ("Another 26, 000 fled.", 26_000, 26_000, "="),
    ("More than 2, 500 people died.", 2500, None, ">"),
    ("A 6. 1-magnitude quake struck.", 6.1, 6.1, "="),
    ("The repairs cost $ 8. 3 billion.", 8.3e9, 8.3e9, "="),
    ("Prices rose 7. 3 percent.", 7.3, 7.3, "="),
]


@pytest.mark.parametrize(("text", "low", "high", "bound"), VALUES)
def test_values_and_bounds(text, low, high, bound):
    assert [(m.value.low, m.value.high, m.value.bound) for m in quantities(text)] == [(low, high, bound)]


# text, the normal unit
UNITS = [
    ("The fine was $500.", "dollar"),
    ("The fine was US $2.2 million.", "dollar"),
    ("The fine was dlrs 2.2 million.", "dollar"),
    ("The fine was 500 dlrs.", "dollar"),
    ("The fine was £500.", "pound sterling"),
    ("The fine was HK$500.", "hong kong dollar"),
    ("The fine was 500 Australian dollars.", "australian dollar"),
    ("The fine was RM2.70.", "malaysian ringgit"),
    ("Oil cost $58.24 per barrel.", "dollar per barrel"),
    ("It rose 5 per cent.", "percentage"),
    ("Wind blew at 80 km/h.", "kilometre per hour"),
    ("Wind blew at 50mph.", "mile per hour"),
    ("The flat has 32 m².", "square metre"),
    ("It weighs 278kg.", "kilogram"),
    ("It weighs 30 pounds.", "pound-mass"),
    ("It lies 90 miles away.", "mile"),
    ("It was 21°C.", "celsius"),
    ("The 9-year-old girl sang.", "year of age"),
    ("He bought 60 commercial licences.", "commercial licence"),
    ("They lost by 3 goals.", "goal"),
    ("It pumps 52,000 barrels a day.", "barrel per day"),
]


@pytest.mark.parametrize(("text", "norm"), UNITS)
def test_units(text, norm):
    assert [m.value.norm for m in quantities(text)] == [norm]


# text, then measure and of whom for each quantity
COUNTED = [
    ("352 Ukrainians have died.", [("dead", "Ukrainians")]),
    ("Shelling killed 12 refugees and left 30 wounded.", [("dead", "refugees"), ("injured", "")]),
    ("The blast left 12 people dead and 30 others injured.", [("dead", "people"), ("injured", "others")]),
    ("The state reported 19 deaths and 300 injuries.", [("dead", ""), ("injured", "")]),
    ("The death toll rose to 36.", [("dead", "")]),
    ("The storm claimed 40 lives.", [("dead", "")]),
    ("Five firefighters lost their lives.", [("dead", "firefighters")]),
    ("17 remain missing.", [("missing", "")]),
    ("Half a million refugees have crossed the border.", [("fled", "")]),
    ("Police arrested 12 men.", [("arrested", "men")]),
    ("The quake of magnitude 7.8 killed 40 people.", [("magnitude", ""), ("dead", "people")]),
    ("The flood displaced 4,000 families.", [("displaced", "families")]),
    ("More than 1,200 people were evacuated.", [("evacuated", "people")]),
    ("Doctors treated 23 injured people.", [("injured", "people")]),
    ("Hospitals took in 40 wounded soldiers.", [("injured", "soldiers")]),
    ("Clerks looked for 12 missing documents.", [("document", "")]),
    ("The death toll stood at four in the morning.", [("dead", "")]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_is_counted_and_of_whom(text, expected):
    assert [(m.value.measure, m.value.of) for m in quantities(text)] == expected


# text, then low and change of each quantity
CHANGES = [
    ("The toll rose to 36 from 17.", [(36, ""), (17, "")]),
    ("The number of injured rose by 5 to 41.", [(5, "up"), (41, "")]),
    ("Shares fell 3 percent to $20.", [(3, "down"), (20, "")]),
    ("The gap hit a high, having grown by $43 million to $419 million.", [(43e6, "up"), (419e6, "")]),
    ("It grew by 1 to 1.5 percent.", [(1, "up")]),
    ("Bergen +0.2%, Oslo -0.3%.", [(0.2, "up"), (-0.3, "down")]),
    ("The Oslo index grew by 2 percent but there was a decrease by 1 in Bergen.", [(2, "up"), (1, "down")]),
    ("Seas could rise 11 feet by 2120.", [(11, "up")]),
    ("Shares closed 2% lower.", [(2, "down")]),
    ("Exports were down 7%.", [(7, "down")]),
    ("The army lost 300 soldiers.", [(300, "")]),
    ("The charity raised over $2 million.", [(2e6, "")]),
    ("The stock lost a quarter of its value.", [(0.25, "down")]),
    ("The toll rose above 300.", [(300, "")]),
    ("The rate climbed well above 4 percent.", [(4, "")]),
    ("The toll climbed past 300.", [(300, "")]),
    ("Shares rose over 4 percent.", [(4, "up")]),
    ("Output grew at a rate of 3 percent.", [(3, "up")]),
    ("Fares fell by an average of 3 percent.", [(3, "down")]),
    ("Fares were cut by up to 3 percent.", [(None, "down")]),
]


# text, then low and high of each quantity
BOUNDED = [
    ("The rate dropped below 4 percent.", [(None, 4)]),
    ("The ferry carries 300 people at most.", [(None, 300)]),
    ("Drivers are 21 or older.", [(21, None)]),
    ("Fares were cut by up to 3 percent.", [(None, 3)]),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDED)
def test_words_before_and_behind_a_number_bound_it(text, expected):
    assert [(m.value.low, m.value.high) for m in quantities(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes_are_kept_apart_from_states(text, expected):
    assert [(m.value.low, m.value.change) for m in quantities(text)] == expected


NOTHING = [
    "The iPhone 12 and COVID-19 were discussed.",
    "No one was hurt.",
    "He came 2nd in the 21st race.",
    "In 1998 they met on May 3 at 10:35 a.m.",
    "The No. 3 seed lost in the second half.",
    "The meeting of the Group of 7 ended.",
    "He lives at 575 Wilbraham Road.",
    "They met for two hours.",
    "A third man was seen.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_quantity(text):
    assert [m.span.of(text) for m in quantities(text)] == []


def test_time_and_event_bear_on_the_number():
    text = "In the flood of 1998, 120 people died. On Friday 36 people were killed in the attack."
    first, second = quantities(text)
    assert (first.value.as_of.of(text), first.value.event.of(text)) == ("1998", "flood")
    assert (second.value.as_of.of(text), second.value.event.of(text)) == ("Friday", "attack")


def test_each_number_has_the_time_beside_it():
    text = "Visits fell to 90 in 2021 from 120 in 2019."
    assert [m.value.as_of.of(text) for m in quantities(text)] == ["2021", "2019"]


def test_the_place_behind_the_number_is_where_it_holds():
    text = "The storm killed 12 people in Dorin and 30 in Velm."
    places = tuple(
        Mention(Place(name), Span(text.index(name), text.index(name) + len(name)), "t") for name in ("Dorin", "Velm")
    )
    parsed = parse(Article(text=text))
    found = find_quantities(parsed, Mentions("", places=places))
    assert [m.value.place.of(text) for m in found] == ["Dorin", "Velm"]


def test_a_rate_leaves_its_time_to_the_times():
    text = "They pay $3,500 a month."
    [mention] = quantities(text)
    assert (mention.span.of(text), mention.value.norm) == ("$3,500", "dollar per month")


@pytest.mark.parametrize(
    ("text", "values"),
    [("Pages 12, 300 and 400 are torn.", [12, 300, 400]), ("The club won 7. 3 players left.", [7, 3])],
)
def test_numbers_side_by_side_stay_apart(text, values):
    assert [m.value.low for m in quantities(text)] == values


def test_what_is_moved_is_measured_and_not_who_moves_it():
    found = quantities("The bank is raising its key rate to 20% from 9.5%.")
    assert [m.value.concepts for m in found] == [("key", "rate"), ("key", "rate")]


def test_concepts_name_what_is_measured():
    [mention] = quantities("The price of gold rose 3 percent.")
    assert mention.value.concepts == ("price", "gold")


WORDS = [
    "12",
    "people",
    "$",
    "3.5",
    "million",
    "to",
    "-",
    "half",
    "a",
    "of",
    "dozens",
    "%",
    "“",
    "٣",
    "🕐",
    ",",
    "one",
    "1/2",
    "per",
    "\n\n",
    "killed",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
@settings(max_examples=60)
def test_spans_lie_in_the_text_and_overlap_nothing(text):
    parsed = parse(Article(text=text, published=Instant("2022-02-28")))
    times = find_times(parsed, Mentions(""))
    found = find_quantities(parsed, Mentions("", times=times))
    spans = sorted([m.span for m in found] + [m.span for m in times])
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for mention in found:
        assert mention.value.low is not None or mention.value.high is not None
        if mention.value.item is not None:
            assert mention.value.item.of(text)


ODD = {
    "commas": "," * 2_000 + ", " * 8_000,
    "numbers": "12, " * 2_000,
    "digits": "9" * 5_000,
    "slashes": "1/0 and 0/0 and 5 1/0",
    "words": "hundred thousand million " * 100,
    "powers": "1 x 10^999 and 2 x 10-999",
    "scripts": "قتل 12 شخصا и 15 ранены 🕐 " * 40,
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_text_breaks_nothing(name):
    text = ODD[name]
    for mention in find_quantities(parse(Article(text=text)), Mentions("")):
        assert mention.span.of(text)


def test_time_grows_with_length_and_no_faster():
    def work(size):
        ready = parse(Article(text="12 men and 5 dogs of $3 million, " * size))
        return lambda: find_quantities(ready, Mentions(""))

    assert in_proportion(work, 60, 600, 30)  # ten times the text; quadratic would take a hundred times


def test_two_dozen_after_more_than():
    [found] = quantities("More than two dozen big houses were burned.")
    assert (found.value.low, found.value.bound, found.value.norm) == (24.0, ">", "big house")
