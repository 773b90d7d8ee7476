"""The places that a toll holds for, where its sentence names several."""

import pytest

from stories import contexts
from twosource.check.claims.figures import figures

PLACES = [
    ("The storm killed 31 people in Ghana and 7 in Togo.", {31: "ghana", 7: "togo"}),
    ("Storms in Ghana and Togo killed 38 people.", {38: "ghana & togo"}),
    ("Storms in Accra, Ghana, and Lome, Togo, left 38 people dead.", {38: "accra, ghana & lome, togo"}),
    ("Fires broke out in the Ghanaian and Togolese capitals, killing 38 people.", {38: "ghana & togo"}),
    ("A bomb outside the French embassy in Accra killed 9 people.", {9: "accra, ghana"}),
    ("A lorry from Togo to Benin crashed in Ghana and 14 people were killed.", {14: "ghana"}),
    ("The ferry sank off Ghana on Monday. Officials said 14 people were killed there.", {14: "ghana"}),
    ("Floods in Accra and Tema in southern Ghana have killed 14 people.", {14: "accra, ghana & tema, ghana"}),
    ("Cholera has killed 30 people in Ghana's Volta region.", {30: "volta, ghana"}),
    ("The blasts hit Ghana and Togo. Ghana's interior ministry said 20 people had been killed there.", {20: "ghana"}),
    ("The mate of a ship that sank, killing 63 people, went on trial in Accra on Monday.", {63: ""}),
    ("Ghana was hit, and so was Togo. Altogether 44 people were killed.", {44: ""}),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place_of_a_toll(text, expected):
    [context] = contexts(text)
    assert {int(claim.low): claim.scope for claim in figures(context) if claim.measure == "dead"} == expected
