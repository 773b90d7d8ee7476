"""Tellings in like words, and numbers that are the same, of two things: they confirm nothing."""

import pytest

from stories import carriers, facts

TWO = [
    (
        "Zenta sued Haulco over a patent, lawyer Gil Pace said.",
        "Haulco sued Zenta over a patent, lawyer Nan Fife said.",
    ),
    (
        "Halden won the derby in Rovik on Saturday, said coach Ivo Brandt.",
        "Goalkeeper Dan Hest said Rovik won the derby in Halden on Saturday.",
    ),
    (
        "The ferry Rita sailed from Sabela to Morro on Monday, captain Karl Ohm said.",
        "The ferry Rita sailed from Morro to Sabela on Monday, harbour master Luis Vega said.",
    ),
    (
        "Cruma will close its shop in Elmore on Friday, its owner Gail Stone said.",
        "Cruma closed its shop in Elmore on Friday, neighbour Ann Platt said.",
    ),
    (
        "The crime carries at least 10 years in prison, prosecutor Jana Kral said.",
        "The crime carries at most 10 years in prison, said defence lawyer Petr Hora.",
    ),
    (
        "Seven men on the roof were hit by lightning in Dale, rescuer Amy Tran said.",
        "Seven men on the pitch were hit by lightning in Dale, said engineer Kit Ross.",
    ),
    (
        "Dogs killed 60 sheep a week in Albay, vet Rex Tan said.",
        "Farmer Beto Cruz said that dogs killed 60 sheep in Albay.",
    ),
    (
        "Party leader Mia Holm said the Greens won 30 percent of the vote in Sunday's election.",
        "The Greens won 30 seats in Sunday's election, said analyst Guy Morel.",
    ),
    (
        "Norbank predicted that Lusavia would add 50,000 jobs in January.",
        "Lusavia added 50,000 jobs in January, minister Olga Pratt said.",
    ),
    (
        "The family of Peter Lamb asked for $5 million from the hospital, their lawyer Gail Stone said.",
        "St Anne's Hospital said it paid the family of Peter Lamb $5 million.",
    ),
    (
        "The hospital in Fenby treated 4,000 patients last year, director Rose Hume said.",
        "Health minister Asa Lind said the hospital in Fenby had treated 4,000 patients this year.",
    ),
    (
        "The fire destroyed 60 homes in Campo, fire chief Will Dorn said.",
        "Insurance company Hanova said 60 homes were damaged in the fire in Campo.",
    ),
    (
        "Acting finance minister Paul Krone defended the budget in parliament.",
        "Former finance minister Paul Krone has joined the bank Nordhaus, its chairman Olaf Berg said.",
    ),
]


@pytest.mark.parametrize("texts", TWO)
def test_two_things_in_like_words_confirm_nothing(texts):
    named = {"figure", "statement", "event", "role"}
    assert not [f for f in facts(*texts) if len(carriers(f)) > 1 and f.kind in named and f.verdict == "corroborated"]


ONE = [
    (
        "Zenta paid $830 million for Malax, banker Colin Hurst said.",
        "Malax founder Lea Cole said Zenta had paid $830 million for the company.",
    ),
    (
        "Eva Sands got 2.3 million votes in the first round, analyst Guy Morel said.",
        "In the first round Eva Sands won 2.3 million votes, said student Petra Hahn.",
    ),
    (
        "Acting governor Rosa Marin toured Albay on Monday.",
        "Rosa Marin, the acting governor, sent rice to the coast, farmer Beto Cruz said.",
    ),
]


@pytest.mark.parametrize("texts", ONE)
def test_one_thing_is_confirmed(texts):
    assert any(len(carriers(fact)) > 1 and fact.verdict == "corroborated" for fact in facts(*texts))
