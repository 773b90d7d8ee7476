"""When and where "the meeting" was: no question where one article of several tells it."""

from stories import facts

MET = "Ann Lowe praised the bakers at a meeting in Arle on Monday."


def _asked(*texts):
    return {fact.question for fact in facts(*texts) if fact.kind in ("time", "venue")}


def test_which_meeting_nobody_could_say_is_not_asked_after():
    assert "On what day was the meeting?" not in _asked(MET, "Ann Lowe sold the mill to Tom Webb.")


def test_the_only_article_of_a_story_knows_its_meeting():
    assert "On what day was the meeting?" in _asked(MET)
