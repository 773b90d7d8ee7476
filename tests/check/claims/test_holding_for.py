"""For what a number holds: for what came or what is to come, for each or all, for the first or the second."""

import pytest

from stories import contexts
from twosource.check.claims.figures import figures
from twosource.check.claims.holding_for import holds_for_another

OTHER = [
    ("The firm set a target of 640 ships.", "The firm sold 640 ships.", True),
    ("Some 640 ships could be sold.", "Some 640 ships were sold.", True),
    ("The widow sought $7 million.", "The widow got $7 million.", True),
    ("The clinic saw 180 patients a week.", "The clinic saw 180 patients.", True),
    ("Farmers got $500 each.", "Farmers got $500.", True),
    ("She got 230 votes in the first round.", "She got 230 votes in the second round.", True),
    ("Zenta made $64 million in the third quarter.", "Zenta made $64 million in the fourth quarter.", True),
    ("Two people in the hotel were hurt.", "Two people in the bakery were hurt.", True),
    ("Norbank lent Telmark $640 million.", "Telmark lent Norbank $640 million.", True),
    ("The dam is to be raised by two metres.", "The dam was raised by two metres.", True),
    ("The firm will sell 640 ships.", "The firm plans to sell 640 ships.", False),
    ("The firm sold 640 ships last year.", "Last year, 640 ships were sold.", False),
    ("Two people in the car were hurt.", "Two people were hurt.", False),
]


@pytest.mark.parametrize(("first", "second", "other"), OTHER)
def test_for_what_a_number_holds(first, second, other):
    one, two = (figures(context)[0] for context in contexts(first, second))
    assert holds_for_another(one, two) is other
