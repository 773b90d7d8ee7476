"""Who else places a story's own event, in clauses of other sorts."""

import pytest
from build import claim

from twosource.check.carry.also_where import also_where
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.judge.one_thing import surely_one


def venue(article, measure, value, **slots):
    return claim(kind="venue", article=article, measure=f"{measure} happen", value=value, **slots)


SCENE = (venue("a", "shoot", "Norby", value_key=">place:norbi", rule=MAIN, asked="was the shooting"),)


def joined(other):
    [[*main], rest] = also_where([SCENE], [(other,)])
    return [one.article for one in main[0]], len(rest)


OTHERS = [
    (venue("b", "wound", "the Norby building", rule="happenings"), (["a", "b"], 0)),
    (venue("b", "kill", "Norby's Webb Square", rule="happenings"), (["a", "b"], 1)),
    (venue("b", "settle", "Norby", rule="happenings"), (["a"], 1)),
    (venue("b", "kill", "Harn", rule="happenings"), (["a"], 1)),
    (venue("b", "kill", "Norby", rule="happenings", event="1998"), (["a"], 1)),
    (venue("b", "home", "Norby", rule="homes"), (["a"], 1)),
]


@pytest.mark.parametrize(("other", "expected"), OTHERS)
def test_a_part_of_the_scene_is_placed_where_the_scene_is(other, expected):
    assert joined(other) == expected


def test_what_joins_confirms_nothing():
    main, _ = also_where([SCENE], [(venue("b", "wound", "the Norby building", rule="happenings"),)])
    assert not surely_one(*main[0])
