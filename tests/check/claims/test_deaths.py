"""Where somebody died: at the scene, on the way to a hospital, in one."""

import pytest

from stories import facts


def _deaths(*texts):
    found = [fact for fact in facts(*texts) if fact.kind == "venue" and fact.question.endswith(" die?")]
    return [(fact.question, fact.verdict, [account.value for account in fact.accounts]) for fact in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lowe died at the scene, police said.", "at the scene"),
        ("Ann Lowe died on the way to the hospital on Monday.", "on the way to the hospital"),
        ("Ann Lowe died late on Monday at the Harn Infirmary.", "at the Harn Infirmary"),
        ("Ann Lowe was pronounced dead at a nearby hospital.", "at a nearby hospital"),
        ("Ann Lowe died in an ambulance.", "in an ambulance"),
        ("Ann Lowe died and her son was taken to a hospital.", None),
        ("Two women died at the scene, police said.", None),
        ("Ann Lowe and Tom Pike died at the scene.", None),
    ],
)
def test_the_place_of_a_death_is_told(text, expected):
    found = [value for _, _, values in _deaths(text) for value in values]
    assert found == ([expected] if expected else [])


def test_two_places_of_one_death_differ():
    texts = ("Ann Lowe died at the scene, police said.", "The clerk was shot. The woman died on the way to a hospital.")
    [(_, verdict, values)] = _deaths(*texts)
    assert verdict == "disputed"
    assert len(values) == 2


def test_one_is_pronounced_dead_later():
    texts = ("Ann Lowe died on the way to the hospital.", "Ann Lowe was pronounced dead at Harn Hospital.")
    assert [verdict for _, verdict, _ in _deaths(*texts)] != ["disputed"]


def test_the_gunman_is_not_the_victim():
    texts = ("Ann Lowe died at the scene, police said.", "The gunman died in a hospital on Monday.")
    assert "disputed" not in {verdict for _, verdict, _ in _deaths(*texts)}


def test_who_tells_of_two_deaths_contradicts_nobody():
    both = "The clerk died at the scene. The guard died on the way to a hospital."
    assert "disputed" not in {verdict for _, verdict, _ in _deaths(both, "The guard died on the way to a hospital.")}


def test_dead_on_arrival_tells_no_place():
    told = facts("Ann Lowe came to the clinic by boat and was declared dead on arrival.")
    assert [fact for fact in told if fact.kind == "venue"] == []
