"""Names that the model takes for persons and that are nobody's."""

import pytest

from twosource.annotate.names import find_names
from twosource.annotate.parse import parse
from twosource.model import Article, Mentions


def kinds(text):
    parsed = parse(Article(id="a", text=text))
    found = find_names(parsed, Mentions("a", sentences=parsed.sentences()))
    return {m.span.of(text): m.value.kind for m in found if m.value.form == "name"}


NOBODY = [
    ("The Tony Awards will be given out on Sunday night.", "Tony Awards"),
    ("They were all fired by Gordon Advisors on Friday.", "Gordon Advisors"),
    ("She bought flowers at Harlan Gardens near her home.", "Harlan Gardens"),
    ("The trade was agreed by the Atlanta Braves on Monday.", "Atlanta Braves"),
    ("On Friday the Jags lost to the Dolphins at home.", "Jags"),
    ("On Friday the Jags lost to the Dolphins at home.", "Dolphins"),
    ("The pirates fled when INS Talwar came near.", "INS Talwar"),
    ("A Schenectady man was held on Friday.", "Schenectady"),
    ("Ivo Brandt, 66, of Burnsville, was struck by a car.", "Burnsville"),
    ("Felt Dead", "Felt Dead"),
]


@pytest.mark.parametrize(("text", "name"), NOBODY)
def test_teams_ships_prizes_towns_and_headline_words_are_no_persons(text, name):
    assert kinds(text).get(name) != "person"


SOMEBODY = [
    ("Snyder was seen near the house.", "Snyder"),
    ("Ann Andrews said she was glad.", "Ann Andrews"),
    ("A film on Page was shown. Page avoided the lens, and later Page moved.", "Page"),
    ("Denver Williams was arrested on Friday.", "Denver Williams"),
    ("Ash Carter will host the guests.", "Ash Carter"),
    ("The police asked for the Brandt file. Brandt smiled.", "Brandt"),
    ("John S. Pritchard 3rd was there.", "John S. Pritchard 3rd"),
]


@pytest.mark.parametrize(("text", "name"), SOMEBODY)
def test_persons_with_names_that_are_common_words_stay_persons(text, name):
    assert kinds(text).get(name) == "person"


def test_a_verb_or_a_numeral_is_no_part_of_a_persons_name():
    text = "“They want to profit,” Henry told CRN in a call. Police believe that Gray eleven days ago met his cousin."
    assert not {"Henry told CRN", "Gray eleven"} & set(kinds(text))


def test_a_date_is_no_name():
    assert "Sep 10, 2010" not in kinds("Posted Sep 10, 2010 by the desk. The woman was held.")


def test_a_plural_for_people_that_opens_a_sentence_is_no_body():
    assert "Detectives" not in kinds("Detectives found the gun on Friday. They were still there at noon.")


def test_a_title_in_a_headline_makes_nobody_of_common_words():
    assert "Escapes Prison Van Near" not in kinds("Texas Lifer Escapes Prison Van Near Houston\nThe man was held.")
