"""Numbers read from a list by their labels."""

from stories import contexts
from twosource.check.claims.figures import figures
from twosource.check.claims.labelled import labelled

LIST = """The office gave these figures on Tuesday.

GHANA:
Total dead: 61
Foreigners: 3
Injured: 1,204
Hospitalized: 88

Togo:
Dead: 9
Injured: 40
"""


def test_a_list_is_read_by_its_labels():
    [context] = contexts(LIST)
    assert [(claim.measure, claim.low, claim.scope) for claim in labelled(context)] == [
        ("dead", 61.0, "ghana"),
        ("injured", 1204.0, "ghana"),
        ("hospitalized", 88.0, "ghana"),
        ("dead", 9.0, "togo"),
        ("injured", 40.0, "togo"),
    ]
    assert not [claim for claim in figures(context) if claim.low in (61.0, 3.0, 1204.0, 88.0, 9.0, 40.0)]


def test_one_pair_is_no_list():
    [context] = contexts("The toll so far: 12 people dead in the town.")
    assert labelled(context) == ()
    assert [claim.low for claim in figures(context)] == [12.0]
