"""A story's own events, told by everybody in other words."""

from build import claim

from stories import contexts
from twosource.check.events.main_events import BY, NOUN, main_events
from twosource.check.judge.one_thing import ONE_THING

HEIST = (
    "Masked men robbed the Harn jewellery shop in Arle on Monday, the owner said.",
    "A gang has stolen diamonds from a jewellery shop in Arle. Nobody saw their faces.",
    "Rings and jewels were stolen from a shop on Monday, and the road stayed shut.",
    "Hours after the heist the road was still shut. It had rained all night.",
)


def kinds(groups):
    return {
        group[0].measure: sorted({claim.article for claim in group}) for group in groups if group[0].kind == "event"
    }


def test_an_event_is_told_in_many_words():
    groups = main_events(contexts(*HEIST), {})
    assert kinds(groups)["steal"] == ["a", "b", "c", "d"]
    [named] = [claim for group in groups for claim in group if claim.article == "d" and claim.kind == "event"]
    assert named.rule == NOUN  # "the heist" tells nothing of its own


def test_two_tellings_are_too_few():
    assert kinds(main_events(contexts(*HEIST[:2]), {})) == {}


def test_copies_count_as_one():
    copied = (HEIST[1], HEIST[1], HEIST[1])
    assert kinds(main_events(contexts(*copied), {"a": "f", "b": "f", "c": "f"})) == {}


def test_what_befell_another_is_another_event():
    texts = (
        *HEIST[1:3],
        "Thieves had stolen a gem from the shop on Monday.",
        "In the same week a sheep was stolen, and a goat was stolen on Friday.",
    )
    assert "d" not in kinds(main_events(contexts(*texts), {}))["steal"]


def test_what_is_denied_wanted_or_planned_did_not_happen():
    texts = (
        *HEIST[1:3],
        "The mayor denied that jewels had been stolen from the shop.",
        "The gang will steal the jewels on Friday, a guard said.",
    )
    assert kinds(main_events(contexts(*texts), {})) == {}


def test_counts_are_figures_and_no_event():
    texts = ("A fire killed 12 people in Harn.", "A fire killed 14 people in Harn.", "In Harn a fire killed 30 people.")
    assert "kill" not in kinds(main_events(contexts(*texts), {}))


def test_where_is_told_by_those_who_name_the_place():
    places = [group for group in main_events(contexts(*HEIST), {}) if group[0].kind == "venue"]
    assert {group[0].value: sorted(claim.article for claim in group) for group in places} == {
        "Arle": ["a", "b"],
        "Harn": ["a"],
    }


def test_naming_an_event_confirms_nothing():
    said = {"kind": "event", "measure": "steal", "value_key": "arle jewel shop steal"}
    told = claim("a", value="robbed", rule=BY, **said)
    assert ONE_THING["event"](told, claim("b", value="stolen", rule=BY, **said))
    assert not ONE_THING["event"](told, claim("d", value="heist", rule=NOUN, **said))


def test_what_is_done_to_people_alone_is_not_done_to_things():
    texts = (
        "The singer captured the imagination of a generation.",
        "The ship picked up a distress call at noon.",
        "The novel has captured the mood of the town.",
    )
    assert "arrest" not in kinds(main_events(contexts(*texts), {}))
    texts = ("Police captured the man in Arle.", "A man was captured in Arle.", "In Arle a man has been captured.")
    assert "arrest" in kinds(main_events(contexts(*texts), {}))
