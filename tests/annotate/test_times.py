"""Times: one table of sentences, resolution without a date, zones, what is dated, and properties on odd text."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.parse import Parse, parse
from twosource.annotate.times import find_times
from twosource.model import Article, Block, Instant, Mention, Mentions, Span, Time

MONDAY = "2022-02-28"


@cache
def times(text: str, published: str = MONDAY) -> tuple[Mention[Time], ...]:
    return find_times(parsed(text, published), Mentions("a"))


def parsed(text: str, published: str = MONDAY) -> Parse:
    return parse(Article(id="a", text=text, published=Instant(published) if published else None))


# Published on Monday, 28 February 2022. Each expected pair: the words, their TIMEX3 value.
TABLE = [
    ("The talks began at noon.", [("noon", "2022-02-28T12:00")]),
    ("They waited three hours and ten minutes.", [("three hours and ten minutes", "PT3H10M")]),
    ("He was handed a four-and-a-half-year sentence.", [("four-and-a-half-year", "P4Y6M")]),
    ("He turned up for her thirty-fourth birthday.", []),
    ("He landed at 10.45pm last night.", [("10.45pm last night", "2022-02-27T22:45")]),
    ("Shelling resumed over the weekend.", [("the weekend", "2022-W08-WE")]),
    ("The envoys met on Friday night.", [("Friday night", "2022-02-25TNI")]),
    ("The envoys met on Monday.", [("Monday", "2022-02-28")]),
    ("The court will rule on Friday.", [("Friday", "2022-03-04")]),
    ("The court is scheduled to rule in April.", [("April", "2022-04")]),
    ("The mayor resigned in April.", [("April", "2021-04")]),
    ("They last met last October.", [("last October", "2021-10")]),
    ("Prices rose in the past three years.", [("the past three years", "P3Y")]),
    ("The war began on Feb. 24, 2022.", [("Feb. 24, 2022", "2022-02-24")]),
    ("The war began on 24 February 2022.", [("24 February 2022", "2022-02-24")]),
    ("The border closed on Nov. 25.", [("Nov. 25", "2021-11-25")]),
    ("The ban will end on March 6.", [("March 6", "2022-03-06")]),
    ("She quit earlier this month.", [("this month", "2022-02")]),
    ("She had quit a year ago.", [("a year ago", "2021")]),
    ("It was the fifth day of the war.", [("the fifth day", "XXXX-XX-XX")]),
    ("It rained for the third straight day.", [("the third straight day", "2022-02-28")]),
    ("The bridge will be gone by 2120.", [("2120", "2120")]),
    ("The bridge was opened in 1998.", [("1998", "1998")]),
    ("The bridge was opened in July 1998.", [("July 1998", "1998-07")]),
    ("It was built in the early 1990s.", [("early 1990s", "199X")]),
    ("Output fell in the third quarter of 2021.", [("the third quarter of 2021", "2021-Q3")]),
    ("They married in the summer of 2019.", [("the summer of 2019", "2019-SU")]),
    ("He was jailed last year.", [("last year", "2021")]),
    ("He was freed last week.", [("last week", "2022-W08")]),
    ("The vote is next month.", [("next month", "2022-03")]),
    ("The aid arrived yesterday.", [("yesterday", "2022-02-27")]),
    ("The 16-hour flight ended.", [("16-hour", "PT16H")]),
    ("They walked for two and a half hours.", [("two and a half hours", "PT2H30M")]),
    ("The alarm rang at 1100 hours.", [("1100 hours", "2022-02-28T11:00")]),
    ("The institute registered it at 17:06 hours local time.", [("17:06 hours local time", "2022-02-28T17:06")]),
    ("They worked 1200 hours.", [("1200 hours", "PT1200H")]),
    ("They waited for weeks.", [("weeks", "PXW")]),
    ("The ruling was postponed until Friday night.", [("Friday night", "2022-03-04TNI")]),
    ("The court delayed a ruling until Friday.", [("Friday", "2022-03-04")]),
    ("They left the day before Christmas.", [("the day before Christmas", "2021-12-24")]),
    ("They left two days after last Tuesday's vote.", [("two days after last Tuesday", "2022-02-24")]),
    ("It opens a week from Monday.", [("a week from Monday", "2022-03-07")]),
    ("It rained the week before Christmas.", [("the week before Christmas", "2021-W50")]),
    ("A few days before Christmas it rained.", [("A few days", "PXD"), ("Christmas", "2021-12-25")]),
    ("It burned on the night of Feb. 3.", [("the night of Feb. 3", "2022-02-03TNI")]),
    ("It will open Monday through Thursday.", [("Monday", "2022-02-28"), ("Thursday", "2022-03-03")]),
    ("It burned in May 1998. That same day he fled.", [("May 1998", "1998-05"), ("That same day", "1998-05-XX")]),
    ("The ferry sails twice a week.", [("twice a week", "P1W")]),
    ("Trains run every day.", [("every day", "P1D")]),
    ("The shop opens on Sundays.", [("Sundays", "XXXX-WXX-7")]),
    ("They left 10 days ago.", [("10 days ago", "2022-02-18")]),
    (
        "The ship sank on May 3, 2021; two days later it was found.",
        [("May 3, 2021", "2021-05-03"), ("two days later", "2021-05-05")],
    ),
    ("They sat down on Thanksgiving.", [("Thanksgiving", "2021-11-25")]),
    ("The strike hit at 3 a.m. on March 2.", [("3 a.m. on March 2", "2022-03-02T03:00")]),
    ("It sold out on 2021-07-04.", [("2021-07-04", "2021-07-04")]),
    ("They met in February this year.", [("February this year", "2022-02")]),
    ("They will vote on March 9 of this year.", [("March 9 of this year", "2022-03-09")]),
    ("They signed in the week of March 7.", [("the week of March 7", "2022-W10")]),
    ("He must leave by the end of the year.", [("the end of the year", "2022")]),
    ("The church is from the 19th century.", [("the 19th century", "18XX")]),
    ("They postponed the vote until Thursday.", [("Thursday", "2022-03-03")]),
    ("They left at four in the morning.", [("four in the morning", "2022-02-28T04:00")]),
    ("They came at around 7.30 on Friday evening.", [("7.30 on Friday evening", "2022-02-25T19:30")]),
    ("They came at nine this morning.", [("nine this morning", "2022-02-28T09:00")]),
    ("They counted two this morning.", [("this morning", "2022-02-28TMO")]),
    ("The clock said half past two.", [("half past two", "2022-02-28T02:30")]),
    ("The tram left at ten to four.", [("ten to four", "2022-02-28T03:50")]),
    ("It sank at five minutes to midnight.", [("five minutes to midnight", "2022-02-28T23:55")]),
    ("It sank shortly after midnight on Sunday.", [("midnight on Sunday", "2022-02-27T00:00")]),
    ("It fell at twenty past five in the morning.", [("twenty past five in the morning", "2022-02-28T05:20")]),
    ("It ended at a quarter past 11 on Friday night.", [("a quarter past 11 on Friday night", "2022-02-25T23:15")]),
    ("The ship was boarded at 0240 local time.", [("0240 local time", "2022-02-28T02:40")]),
    ("They won by ten to four votes.", []),
    ("About five to seven men came.", []),
    ("It was a quarter to three men.", []),
    ("It was ten to nine when they came.", [("ten to nine", "2022-02-28T08:50")]),
    ("It was ten to nine votes.", []),
    ("The call came at 6 o'clock this evening.", [("6 o'clock this evening", "2022-02-28T18:00")]),
    ("It sank at six o'clock on Friday evening.", [("six o'clock on Friday evening", "2022-02-25T18:00")]),
    ("They opened the door at 07h15, he said.", [("07h15", "2022-02-28T07:15")]),
    ("The siren went at three minutes past nine.", [("three minutes past nine", "2022-02-28T09:03")]),
    ("They came at nine at night.", [("nine at night", "2022-02-28T21:00")]),
    ("His watch said 5:25.", [("5:25", "2022-02-28T05:25")]),
    ("The score said 5:25.", []),
    ("The toll stood at four in the morning.", [("the morning", "2022-02-28TMO")]),
]


@pytest.mark.parametrize("text", ["They now know.", "It is a plan for the future.", "It rained recently."])
def test_the_present_past_and_future_at_large_have_no_days(text):
    assert [(m.value.start, m.value.end) for m in times(text)] == [("", "")]


NOTHING = [
    "She may march with her second sun hat.",
    "He was second, and they sat in the spring water.",
    "Reporters of the Sunday Times read the Daily Mail and USA Today.",
    "Bloody Sunday and Black September are remembered.",
    "They counted 2,000 people and 1,950 cars.",
    "More than 2000 homes burned.",
    "The second half belonged to the guests.",
    "The 50-year-old man and his 6-month-old son were found.",
    "Theresa May was asked.",
    "The government is about to fall.",
    "He said May's plan was dead.",
    "The March on the capital drew crowds.",
    "He flew on a Boeing 2020 in Room 1984.",
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_times_are_found_and_resolved(text, expected):
    assert [(m.span.of(text), m.value.value) for m in times(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert [m.span.of(text) for m in times(text)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Monday.", "XXXX-WXX-1"),
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met last year.", "XXXX"),
        ("They met last week.", "XXXX-WXX"),
        ("They met on Aug. 7.", "XXXX-08-07"),
        ("They met in August.", "XXXX-08"),
        ("They met at noon.", "XXXX-XX-XXT12:00"),
        ("They met a year ago.", "XXXX"),
    ],
)
@pytest.mark.parametrize("published", ["", "no date", "2022"])
def test_without_a_publication_date_nothing_is_made_up(text, value, published):
    [mention] = times(text, published)
    assert (mention.value.value, mention.value.start, mention.value.end) == (value, "", "")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It began in July 1998.", "1998-07-01", "1998-07-31"),
        ("It began last week.", "2022-02-21", "2022-02-27"),
        ("It began over the weekend.", "2022-02-26", "2022-02-27"),
        ("Prices rose over the past three years.", "2019-02-28", "2022-02-28"),
        ("It began at 1:05 p.m. on Friday.", "2022-02-25T13:05", "2022-02-25T13:05"),
        ("It began on Friday morning.", "2022-02-25T06:00", "2022-02-25T11:59"),
        ("It began in the 1990s.", "1990-01-01", "1999-12-31"),
    ],
)
def test_bounds_are_inclusive(text, start, end):
    assert [(m.value.start, m.value.end) for m in times(text)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "zone", "mod"),
    [
        ("The vote closed just after 8 p.m. Ukraine time.", "Europe/Kyiv", "AFTER"),
        ("The talks began at about 13:05 GMT.", "UTC", "APPROX"),
        ("The talks in Nairobi began at 3 p.m. local time.", "Africa/Nairobi", ""),
        ("The talks began at 9 a.m. EST.", "America/New_York", ""),
        ("The talks began shortly before midnight.", "", "BEFORE"),
    ],
)
def test_zones_and_modifiers(text, zone, mod):
    [mention] = times(text)
    assert (mention.value.zone, mention.value.mod) == (zone, mod)


def test_local_time_is_that_of_the_dateline():
    text = "KYIV, Ukraine\n\nThe talks began at 3 p.m. local time."
    block = Block("dateline", Span(0, 13))
    found = find_times(parse(Article(text=text, blocks=(block,), published=Instant(MONDAY))), Mentions(""))
    assert [m.value.zone for m in found] == ["Europe/Kyiv"]


def test_a_clock_said_again_in_another_zone_is_one_time():
    assert [m.span.of(t) for t in ["It hit at 10:35 a.m. (0735 GMT)."] for m in times(t)] == ["10:35 a.m."]


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The invasion began on Thursday.", ["began"]),
        ("The Aug. 7 attack was condemned.", ["attack"]),
        ("Officials said the bridge collapsed on Friday.", ["collapsed"]),
        ("At 8: 25am guards were called to the mill.", ["called"]),
    ],
)
def test_a_time_names_the_word_it_dates(text, dated):
    [mention] = times(text)
    assert [span.of(text) for span in mention.value.dates] == dated


def test_a_time_knows_what_it_was_resolved_against():
    anchors = [
        m.value.anchor for m in times("The ship sank on May 3, 2021; a day later, and again on Friday, it rained.")
    ]
    assert anchors == ["", "text", "published"]


WORDS = [
    "last",
    "Friday",
    "10",
    "a.m.",
    "May",
    "years",
    "ago",
    "the",
    "of",
    "1999",
    "\n\n",
    "“",
    "٣",
    "мая",
    "🕐",
    "-",
    ",",
    "half",
    "a",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=80))
@settings(max_examples=60)
def test_spans_lie_in_the_text_and_never_overlap(text):
    found = find_times(parsed(text), Mentions(""))
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.span.of(text).strip()
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


ODD = {
    "commas": "," * 2_000 + ", " * 8_000,
    "quotes": '“On Friday ‘he said "' * 50,
    "digits": "1" * 5_000,
    "right to left": "يوم الجمعة Friday 7 أغسطس " * 40,
    "dates that are none": "Feb. 31, 2022, 99/99/9999 and 2022-13-45 at 25:61",
    "years at the edge": "in 1000 and 9999, 9000 years ago and 99999999 centuries later",
}


@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_text_breaks_nothing(name):
    text = ODD[name]
    for mention in find_times(parsed(text), Mentions("")):
        assert mention.span.of(text)


def test_time_grows_with_length_and_no_faster():
    def work(size):
        ready = parsed("on Friday 12 men met for two days in May 2021 and " * size)
        return lambda: find_times(ready, Mentions(""))

    assert in_proportion(work, 40, 400, 30)  # ten times the text; quadratic would take a hundred times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Guards were sent to the mill at 7. 25am on Monday.", "2022-02-28T07:25"),
        ("A boat sank at around 9: 05 p. m. Monday.", "2022-02-28T21:05"),
        ("The tremor came at 16:07 pm on Monday.", "2022-02-28T16:07"),
        ("The tremor came at 1607 (1307 GMT) on Monday.", "2022-02-28T16:07"),
    ],
)
def test_a_clock_time_is_read_however_it_is_set(text, value):
    assert times(text)[0].value.value == value


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He was held at Harn Quay at about 6. 20am, police said. He fled.", 2),
        ("Around 11:30 a.m. someone rang the mill. Guards came.", 2),
        ("It began at 8 p. m. Thursday. It ended at 9 p.m. Nobody was hurt.", 3),
    ],
)
def test_no_sentence_starts_inside_a_clock_time(text, sentences):
    assert len(parsed(text).sentences()) == sentences


def test_the_point_of_a_sentence_is_no_part_of_its_clock_time():
    text = "The mill caught fire at 8.40pm."
    assert [m.span.of(text) for m in times(text)] == ["8.40pm"]


def test_a_clock_time_that_was_parted_is_one_word():
    doc = parsed("Guards were called to the mill at 7. 25am on Monday, at 9 p. m. sharp.").doc
    assert {"7. 25am", "p. m."} <= {token.text for token in doc}
    assert next(token for token in doc if token.text == "mill").head.text == "to"
