"""Who else gives a date that the story asks for but once."""

from stories import carriers, contexts, facts
from twosource.check.carry.alike import Around
from twosource.check.carry.also_when import ALIKE_BESIDE

SHOT = "Ann Lowe, a girl of ten, was shot on the night of May 29 outside her home in Harn."


def when(*texts, word="shot"):
    found = [fact for fact in facts(*texts) if fact.kind == "time" and word in fact.question]
    return [carriers(fact) for fact in found]


def test_who_names_the_date_in_another_clause_gives_it_too():
    told = "Her mother described to jurors the hectic scene outside their home on May 29 as Ann Lowe lay there."
    assert when(SHOT, told) == [["a", "b"]]


def test_when_somebody_spoke_is_not_when_that_was_of_which_he_spoke():
    told = "Her mother said May 29 that Ann Lowe lay shot outside the home in Harn, and that a girl had seen her."
    assert when(SHOT, told) == [["a"]]


def test_a_date_of_something_else_is_not_given():
    assert when(SHOT, "Sales of wheat were weak on May 29, traders wrote.") == [["a"]]


def test_a_line_that_dates_the_page_gives_nothing():
    assert when(SHOT, "May 29, 2022\n\nA girl was shot in Harn, the mayor said.") == [["a"]]


def test_yesterday_is_no_rare_word():
    told = ("Ann Lowe was shot yesterday outside her home in Harn.", "A home in Harn was sold yesterday by Ann Lowe.")
    assert all(len(found) == 1 for found in when(*told))


def test_what_is_added_confirms_nothing():
    told = "Her mother described to jurors the hectic scene outside their home on May 29 as Ann Lowe lay there."
    [asked] = [fact for fact in facts(SHOT, told) if fact.kind == "time" and "shot" in fact.question]
    assert asked.verdict == "echoed"


def test_of_a_year_one_question_is_asked():
    one = "Ann Lowe opened the Harn clinic for fishermen in 1990."
    other = "In 1990 the Harn clinic for fishermen got its first doctor, Ann Lowe."
    asked = [carriers(fact) for fact in facts(one, other) if fact.kind == "time"]
    assert asked == [["a", "b"]]


def test_a_date_of_a_deed_of_no_known_kind_gives_way_to_that_of_others():
    other = "The girl, Ann Lowe, was shot late on May 29 in Harn."
    told = "A neighbour watered roses outside the home in Harn on May 29 as Ann Lowe lay there."
    assert when(SHOT, other, told) == [["a", "b", "c"]]


NORMAL = "Telephone service in Harn will be restored to normal on December 31, the company said."


def test_until_a_date_is_when_something_is_to_be_done():
    told = "It could take until December 31 before normal telephone service in Harn is restored."
    assert when(NORMAL, told, word="service") == [["a", "b"]]


def test_until_a_date_is_not_when_something_was_done():
    told = "The home in Harn outside which Ann Lowe was found stayed open until May 29."
    assert when(SHOT, told) == [["a"]]


def test_the_words_around_a_time_tell_of_what_it_is_in_a_sentence_that_tells_of_more():
    sentence = "The ferry struck the quay of Norby on Tuesday."
    longer = (
        "Ann Lowe, who sings in a choir and keeps bees behind her house and sells their honey to half the street, was"
        " reading when the ferry struck the quay of Norby on Tuesday."
    )
    others = ("The bank closed for good on Tuesday.", "A school got a roof on Tuesday.", "Crane won a cup on Tuesday.")
    told = contexts(sentence, longer, *others)
    days = [(context, context.mentions.times[0].span) for context in told]
    around = Around(days)
    struck, also, closed, *_ = ((context.article.id, day.start) for context, day in days)
    assert around.likeness([struck], also) >= ALIKE_BESIDE > around.likeness([struck], closed)
    assert around.likeness([("nowhere", 0)], also) == 0.0


def test_what_was_done_on_the_day_of_the_storys_own_event_is_told_only_in_its_own_words():
    one = "Ann Lowe, who was killed on May 29 in Harn, had repaired the gate of the mill in Harn on May 29."
    others = ["Ann Lowe was killed on May 29 at the mill in Harn.", "The killing of Ann Lowe on May 29 shook Harn."]
    assert when(one, *others, word="repair") in ([["a"]], [])
