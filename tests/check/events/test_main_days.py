"""Another day is another event, where the articles are dated."""

from stories import contexts
from twosource.check.events.main_events import main_events


def carried(kind, *texts):
    """The articles that tell each main event of a kind."""
    groups = main_events(contexts(*texts), {})
    return [sorted({c.article for c in g}) for g in groups if g[0].kind == "event" and g[0].measure == kind]


RAIDS = (
    "Police raided the Harn warehouse on March 9.",
    "The warehouse in Harn was raided by police on March 9.",
    "Police raided a Harn warehouse on Thursday, March 9, and left at noon.",
)


def test_a_raid_of_another_day_is_another_raid():
    assert carried("attack", *RAIDS, "Police raided a warehouse in Harn on March 2.") == [["a", "b", "c"]]


def test_a_raid_without_a_day_is_that_of_the_one_day_given():
    assert carried("attack", *RAIDS, "Police raided the warehouse in Harn.") == [["a", "b", "c", "d"]]


def test_of_rallies_on_many_days_nobody_knows_which_is_meant():
    days = [f"Thousands marched through Harn on March {day}." for day in (3, 6, 9)]
    assert carried("protest", *days, "Thousands marched through Harn.", "Crowds marched through Harn.") == []


def test_what_befalls_one_but_once_is_one_event():
    days = [f"Ann Lowe was killed in Harn on March {day}." for day in (3, 6, 9)]
    assert carried("kill", *days) == [["a", "b", "c"]]


def test_bombing_and_blast_are_one_event():
    texts = (
        "A gang bombed the Harn bank. A bomb exploded outside the bank at nine.",
        "A blast shook the Harn bank. A gang had bombed the bank before.",
        "The Harn bank was bombed. The bomb exploded outside the bank.",
    )
    assert len(carried("bomb", *texts)) == 1
    assert carried("explode", *texts) == []


def test_to_fight_for_a_thing_is_no_clash():
    texts = [f"Ann Lowe's {who} fought to keep the Harn mill." for who in ("sons", "friends", "sisters")]
    assert carried("clash", *texts) == []
    assert carried("retain", *texts) == []
