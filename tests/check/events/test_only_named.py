"""What only names a kind of event is of the event that is told, or of another."""

import pytest

from stories import contexts
from twosource.check.events.main_events import NOUN, main_events

TOLD = (
    "Masked men robbed the Harn jewellery shop in Arle on Monday, the owner said.",
    "A gang has stolen diamonds from a jewellery shop in Arle. Nobody saw their faces.",
    "Rings and jewels were stolen from a shop on Monday, and the road stayed shut.",
)


def carrying(*texts, kind="steal"):
    """The article and rule of each claim of the event."""
    groups = (group for group in main_events(contexts(*texts), {}) if group[0].kind == "event")
    return {(claim.article, claim.rule) for group in groups for claim in group if claim.measure == kind}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hours after the heist the road was still shut.", True),  # it points
        ("The robbers wore masks.", True),
        ("Diamond heist at a jewellery shop in Arle", True),  # it holds what is told
        ("Thefts are rare in the north of the country.", False),
        ("He once went to prison for theft.", False),
        ("Other shops had a quiet evening without theft.", False),
        ("The Theft Council met in the capital.", False),  # a name
    ],
)
def test_a_name_is_of_the_event_that_is_told_when_it_points_or_holds_what_is_told(text, named):
    assert (("d", NOUN) in carrying(*TOLD, text)) is named


def test_an_article_that_tells_an_event_is_cited_for_it_where_it_tells_it():
    texts = (*TOLD[:2], f"{TOLD[2]} The heist in the jewellery shop took a minute, police said.")
    assert {rule for article, rule in carrying(*texts) if article == "c"} == {"main event"}


def test_names_of_several_things_and_one_telling_are_no_event():
    texts = (
        "The guests left the party without injury.",
        "The goalkeeper returned from injury on Friday.",
        "His knees hurt, he told a friend.",
    )
    assert carrying(*texts, kind="hurt") == set()
