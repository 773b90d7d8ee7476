"""What a story has but one of, read by the words that lead to it."""

import pytest

from stories import facts
from twosource.check.fillers import fillers_of
from twosource.text.lexicon import table


def at_odds(one, other):
    """The questions of the disputed facts on one slot."""
    found = [fact for fact in facts(one, other) if fact.verdict == "disputed"]
    return [f.question for f in found if all(claim.rule == "one filler" for a in f.accounts for claim in a.claims)]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "The blaze at the mill was caused by faulty wiring, police said.",
            "Neighbours blamed a candle for the blaze at the mill.",
            "What was the cause?",
        ),
        (
            "A gas leak was to blame, said the mayor. His deputy points to lightning.",
            "The cause was a gas leak.",
            "What was the cause?",
        ),
        (
            "The crash was not due to fog.",
            "The crash was due to the brakes.",
            "",
        ),
        (
            "It is unclear whether a heater was to blame.",
            "The fire was caused by a cigarette.",
            "",
        ),
        ("No alarm sounded in Harn.", "The alarm went off at nine, said the guard.", "Did the alarm sound?"),
        ("The alarm never rang.", "Nobody heard whether the alarm rang.", ""),
        ("The gate was padlocked.", "The gate was never locked, said the owner.", "Was the way out locked?"),
        ("No ransom was paid.", "A ransom of two million was handed over.", "Was a ransom paid?"),
        (
            "Residents had been warned that the dam was unsafe.",
            "Nobody ever warned us, said a farmer.",
            "Were people warned?",
        ),
        ("The policeman broke his wrist.", "One officer had a sprained wrist.", "What injury had somebody: wrist?"),
        ("Ann Lowe broke her wrist.", "Piet Lund had a sprained wrist.", ""),
        ("Ann Lowe was told by phone.", "Ann Lowe was told in person.", "How was Ann Lowe told?"),
        ("Ann Lowe was told by phone.", "The chairman told reporters by email.", ""),
        ("The thieves fled in a van.", "The thieves made off on a motorbike.", "In what did they get away?"),
        ("The thieves fled in a van.", "The thieves fled in a car and on a motorbike.", "In what did they get away?"),
        ("The exit was locked.", "A guard said the exits were unlocked.", "Was the way out locked?"),
        ("Ann Lowe has resigned as mayor.", "The council has sacked Ann Lowe.", "How did Ann Lowe leave?"),
        ("Ann Lowe has resigned as mayor.", "The council has sacked Piet Lund.", ""),
        (
            "The bang which tore off the roof of the mill was a blast set off by static electricity.",
            "The blast was caused by a welding torch.",
            "What was the cause?",
        ),
        ("The gunman is a citizen of Norway.", "The gunman is a Danish national.", "Of what nationality?"),
        ("Beppe Lund was fired on Sunday.", "I handed in my notice on Sunday, he said.", "How did Beppe Lund leave?"),
        ("Ann Lowe will be buried on Friday.", "Ann Lowe is to be cremated.", "Was Ann Lowe buried?"),
        ("The body was found in a canal.", "The body was found in the boot of a car.", "Where was the body found?"),
        ("The body was found in a car.", "The body was found in a field.", ""),
        ("The thieves got in through a skylight.", "They broke in through a cellar.", "By what way did they get in?"),
        ("They were dressed as nurses.", "They were disguised as policemen.", "How were they disguised?"),
        ("Police said he acted alone.", "Police sought a second gunman.", "Was it one attacker?"),
        ("Ann Lowe had a baby girl.", "Ann Lowe had a baby boy.", "Was it a boy or a girl?"),
        ("The firm made a hostile bid.", "The firm made a friendly offer.", "Was the bid welcome?"),
        ("The march was peaceful, police said.", "The march turned violent.", "Was it peaceful?"),
        ("The march was peaceful, police said.", "The march turned violent. The march had been peaceful.", ""),
        ("The house was insured.", "None of it was insured, she said.", ""),
        ("He carried a 9mm pistol.", "The gun was a .38-caliber revolver.", "Of what caliber was the gun?"),
    ],
)
def test_a_cue_leads_to_what_there_is_but_one_of(one, other, question):
    assert at_odds(one, other) == ([question] if question else [])


def test_every_slot_with_cues_has_the_words_that_open_it():
    slots = {row[0].split()[0] for row in table("slot_cues")}
    assert slots == {row[0] for row in table("slot_gates")}


@pytest.mark.parametrize("row", table("slot_cues"), ids=lambda row: f"{row[0]}: {row[4][:40]}")
def test_a_cue_has_a_filler_or_leads_to_one(row):
    slot, _, asked, filler, pattern = row
    assert asked.endswith("?")
    assert filler or fillers_of(slot.split()[0]) or "(?P<c>" in pattern
