"""What a story has but one of, read by the words that lead to it."""

import re

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
        ("The raiders fled in a blue van and on a motorcycle.", "The getaway car was burned.", ""),
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
        ("Some marches in Harn were sad, and the march remained peaceful.", "Some rallies turned violent.", ""),
        ("Two Danish citizens were let in.", "The Danish National Society spoke for Polish citizens.", ""),
        ("The robber held a Danish-made knife.", "They hid in a Swiss-built hut.", ""),
        ("The march was peaceful, police said.", "The march turned violent. The march had been peaceful.", ""),
        (
            "Ann Lowe died of malaria, police said.",
            "A doctor said the cause of death was a heart attack.",
            "Of what did Ann Lowe die?",
        ),
        (
            "Ann Lowe was found dead by her husband.",
            "A chambermaid found Ann Lowe dead, police said.",
            "Who found the body?",
        ),
        ("The marchers had thrown stones first, police said.", "Police fired first, a witness said.", "Who began it?"),
        (
            "Tolvian troops fired first, the ministry said.",
            "Narvan gunners opened fire without provocation, it said.",
            "Who began it?",
        ),
        ("They found the gate locked.", "The gate had been open as usual, he said.", "Was the way out locked?"),
        ("Officers found a gun in the garage.", "A gun was found in the kitchen.", "Where was the weapon found?"),
        (
            "Ann Lowe will appeal against the verdict.",
            "Ann Lowe will not appeal, her lawyer said.",
            "Will Ann Lowe appeal?",
        ),
        (
            "Ann Lowe bought the rifle on the internet.",
            "Ann Lowe obtained the rifle from a friend.",
            "Where did Ann Lowe get it?",
        ),
        ("The rocket broke up after a minute.", "The rocket was destroyed by the safety officer.", "How was it lost?"),
        (
            "Sparks from a welding torch set off the blast.",
            "The blast was caused by static electricity.",
            "What was the cause?",
        ),
        ("The fire was an accident, police said.", "It was no accident, the owner said.", "Was it an accident?"),
        ("The vote was rigged, Lund said.", "Observers found no evidence of fraud.", "Was there fraud at the vote?"),
        ("The shooting began over a debt.", "The motive was jealousy, police said.", "What was the motive?"),
        ("Piet Lund was held without bail.", "Piet Lund was released on $500 bail.", "Was Piet Lund given bail?"),
        ("Buyers will receive a full refund.", "Buyers are offered a replacement lid.", "What do buyers get?"),
        ("The toys were made in China.", "The toys were manufactured in Thailand.", "Where was it made?"),
        (
            "The talks were proposed by Norway.",
            "Talks were held at the request of the Danish side.",
            "Who proposed it?",
        ),
        ("Bolt has confirmed it is in talks with Nut.", "There are no such talks, Bolt said.", "Are there talks?"),
        ("Lola and Nils have separated, her agent said.", "We are together and happy, she said.", "Have they parted?"),
        (
            "The robbers burst in carrying hammers.",
            "Robbers armed with guns stormed the shop.",
            "With what were they armed?",
        ),
        (
            "Piet Lund surrendered to police.",
            "Piet Lund was arrested after a shootout.",
            "Was Piet Lund taken without a fight?",
        ),
        (
            "Officers were led to him by a neighbour.",
            "His phone gave him away: they tracked him through a phone.",
            "What led the police there?",
        ),
        ("Piet Lund pleaded guilty.", "Piet Lund pleaded not guilty.", "How does Piet Lund plead?"),
        ("Ann Lowe was found dead on Monday.", "Ann Lowe was pulled alive from the mud.", "Was Ann Lowe found alive?"),
        ("The council voted unanimously.", "The council narrowly approved it.", "Was the vote unanimous?"),
        ("Turnout was low, officials said.", "A heavy turnout was seen.", "Was the turnout high?"),
        ("The left engine failed.", "The right engine caught fire.", "Which engine was it?"),
        ("Piet Lund will be replaced by Ann Lowe.", "Piet Lund is succeeded by Mary Holt.", "Who succeeds?"),
        ("The bus hit a tree.", "The bus crashed into a wall.", "What was hit?"),
        (
            "The storm hit the coast as a category three storm.",
            "It came ashore as a category four hurricane.",
            "Of what category was the storm?",
        ),
        ("Ann Lowe tested positive for EPO.", "Ann Lowe tested negative for EPO.", "How did Ann Lowe test?"),
        ("There will be no job losses, Bolt said.", "Bolt will cut 300 jobs.", "Will jobs be lost?"),
        (
            "Police used live rounds.",
            "Police denied that officers had used live ammunition.",
            "What did the police fire?",
        ),
        ("The march had a permit.", "The march had no permit, police said.", "Was it permitted?"),
        ("The truce was largely holding.", "The truce was violated at dawn.", "Did the truce hold?"),
        ("The concert was cancelled.", "The concert was postponed.", "Was the concert cancelled?"),
        ("Ann Lowe was mauled by a bear.", "Ann Lowe was attacked by a wolf.", "By what animal was Ann Lowe attacked?"),
        ("Ann Lowe was freed by troops.", "Ann Lowe escaped from her captors.", "How did Ann Lowe come free?"),
        (
            "They fled the prison in a helicopter.",
            "They broke out of the prison through a tunnel.",
            "How did they break out?",
        ),
        ("There were no guards on board.", "Four guards were on duty.", "Were there guards?"),
        ("There was no barrier at the ford.", "He drove around a barrier.", "Was the way closed off?"),
        ("The robbers were masked men.", "They were not wearing masks.", "Were they masked?"),
        ("Ann Lowe is pregnant.", "Ann Lowe denied being pregnant.", "Is Ann Lowe pregnant?"),
        ("They want police banned from carrying guns.", "Masked men wielding clubs guard the gate.", ""),
        ("Ann Lowe died of malaria.", "His mother died of a stroke, he said.", ""),
        ("Police denied that officers had used live ammunition.", "Police said no live rounds were fired.", ""),
        ("Ann Lowe had pleaded not guilty in 2001.", "Ann Lowe pleaded guilty.", ""),
        ("The lamp was lit by a discarded cigarette.", "Lightning had struck the barn.", "What was the cause?"),
        ("The bus lost control on black ice.", "Its brakes had failed.", "What was the cause?"),
        ("The fire was deliberately set.", "A candle was knocked over.", "What was the cause?"),
        ("Ann Lowe was stabbed.", "Ann Lowe was shot.", "How was Ann Lowe attacked?"),
        ("Ann Lowe was stabbed.", "The boy was shot, Ann Lowe said.", ""),
        ("Piet Lund left of his own accord.", "Piet Lund was forced to resign.", "How did Piet Lund leave?"),
        ("They held the clerk at gunpoint.", "The robber was armed with a knife.", "With what were they armed?"),
        ("Piet Lund broke his nose when he fell.", "A man hit him in the face.", "How was Piet Lund hurt?"),
        ("They jumped into a van and sped off.", "The getaway truck was found.", "In what did they get away?"),
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
    assert filler or fillers_of(slot.split()[0]) or re.search("\\(\\?P<[ce]>", pattern)
