"""Clauses: predicates with their arguments, polarity, status and tense."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.clauses import find_clauses
from twosource.annotate.parse import parse
from twosource.model import Article, Clause, Mentions, Status


def clauses(text: str) -> list[tuple[str, Clause]]:
    """Predicate as printed, and clause, of each mention."""
    found = find_clauses(parse(Article(text=text)), Mentions(""))
    return [(mention.span.of(text), mention.value) for mention in found]


def clause(text: str, predicate: str) -> Clause:
    """The clause of one predicate, named by its lemma."""
    return next(value for _, value in clauses(text) if value.predicate == predicate)


def arguments(text: str, value: Clause) -> dict[str, str]:
    return {argument.relation: argument.span.of(text) for argument in value.arguments}


ARGUMENTS = [
    ("The mayor opened the bridge in Tarsk on Monday.", "open", {"subject": "The mayor", "object": "the bridge"}),
    ("The bridge was opened by the mayor.", "open", {"object": "The bridge", "agent": "the mayor"}),
    ("The union gave them food.", "give", {"subject": "The union", "indirect": "them", "object": "food"}),
    ("The union gave food to the miners.", "give", {"object": "food", "to": "the miners"}),
    ("Rescuers reached the village and found two survivors.", "find", {"subject": "Rescuers"}),
    ("The general promised to leave the city.", "leave", {"subject": "The general", "object": "the city"}),
    ("The judge ordered the general to leave.", "leave", {"subject": "the general"}),
    ("The general was told to leave.", "leave", {"subject": "The general"}),
    ("Talks held at the border failed.", "hold", {"object": "Talks", "at": "the border"}),
    ("The minister, who arrived late, spoke.", "arrive", {"subject": "The minister"}),
    ("The town that the rebels captured is empty.", "capture", {"object": "The town", "subject": "the rebels"}),
    ("The town they captured is empty.", "capture", {"object": "The town", "subject": "they"}),
    ("There were two explosions.", "be", {"subject": "two explosions"}),
    ("The envoy is a former judge.", "be", {"subject": "The envoy", "complement": "a former judge"}),
    ("The match starts Monday.", "start", {"time": "Monday"}),
    ("They called Thursday for talks.", "call", {"time": "Thursday", "for": "talks"}),
    ("They held two days of talks.", "hold", {"object": "two days of talks"}),
    ("The mayor brushed aside the claim.", "brush aside", {"object": "the claim"}),
    ("They fled out of the valley.", "flee", {"out of": "the valley"}),
    ("The envoy working in Dorn said that the talks were over.", "say", {"subject": "The envoy"}),
    ("Norland's invasion of Sudland began.", "invasion", {"subject": "Norland's", "of": "Sudland"}),
    ("The town, which floods cut off, has no power.", "cut off", {"subject": "floods"}),
    ("The minister's plan to leave the union failed.", "leave", {"subject": "The minister's", "object": "the union"}),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), ARGUMENTS)
def test_arguments(text, predicate, expected):
    told = arguments(text, clause(text, predicate))
    assert {relation: told.get(relation) for relation in expected} == expected


STATUS: list[tuple[str, str, Status]] = [
    ("The army withdrew.", "withdraw", "happened"),
    ("The army will withdraw.", "withdraw", "planned"),
    ("The army agreed to withdraw.", "withdraw", "planned"),
    ("The army is expected to withdraw.", "withdraw", "planned"),
    ("The army is set to withdraw.", "withdraw", "planned"),
    ("The minister is to withdraw the bill.", "withdraw", "planned"),
    ("The army began to withdraw.", "withdraw", "happened"),
    ("The army will begin to withdraw.", "withdraw", "planned"),
    ("The senate demanded that the army withdraw.", "withdraw", "called for"),
    ("The senate urged the army to withdraw.", "withdraw", "called for"),
    ("The army must withdraw.", "withdraw", "called for"),
    ("The army may withdraw.", "withdraw", "possible"),
    ("The truce will end if the soldiers attack the town.", "attack", "possible"),
    ("The army denied that it had withdrawn.", "withdraw", "denied"),
    ("The army refused to withdraw.", "withdraw", "denied"),
    ("The army was accused of burning the village.", "burn", "possible"),
    ("The senate announced that the army withdrew.", "withdraw", "happened"),
    ("The army took steps to ease the curfew.", "ease", "happened"),
    ("They will sign the paper when they meet in Oslo.", "meet", "planned"),
    ("The two sides will hold talks.", "talk", "planned"),
    ("The senate demanded talks.", "talk", "called for"),
    ("The army denied the attack.", "attack", "denied"),
    ("The two sides held talks.", "talk", "happened"),
    ("The police will discuss the attack.", "attack", "happened"),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), STATUS)
def test_status(text, predicate, expected):
    assert clause(text, predicate).status == expected


NEGATED = [
    ("The army did not withdraw.", "withdraw", True),
    ("The army never withdrew.", "withdraw", True),
    ("No soldier withdrew.", "withdraw", True),
    ("The envoy left without signing the paper.", "sign", True),
    ("The army does not plan to withdraw.", "withdraw", True),
    ("The army refused to withdraw.", "refuse", False),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), NEGATED)
def test_only_syntax_negates(text, predicate, expected):
    assert clause(text, predicate).negated is expected


TENSE = [
    ("The army withdrew.", "withdraw", "past"),
    ("The army has withdrawn.", "withdraw", "past"),
    ("The army was seen.", "see", "past"),
    ("The rebels hold the town.", "hold", "present"),
    ("The army is seen there.", "see", "present"),
    ("The army will withdraw.", "withdraw", "future"),
    ("The army wants to withdraw.", "withdraw", ""),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), TENSE)
def test_tense(text, predicate, expected):
    assert clause(text, predicate).tense == expected


def test_a_particle_belongs_to_its_verb():
    text = "The fair kicked off at noon."
    [(printed, value)] = clauses(text)
    assert (printed, value.predicate) == ("kicked off", "kick off")


def test_a_hyphenated_event_noun_is_whole():
    text = "The two sides signed a cease-fire."
    assert [printed for printed, value in clauses(text) if value.nominal] == ["cease-fire"]


def test_a_clause_leaves_out_the_clauses_beside_it():
    text = "The army withdrew and the rebels took the town."
    assert [value.span.of(text) for _, value in clauses(text)] == ["The army withdrew", "the rebels took the town"]


def test_a_clause_holds_its_first_preposition():
    text = "In March, the army withdrew."
    assert clause(text, "withdraw").span.of(text) == "In March, the army withdrew"


def test_the_reporting_clause_does_not_swallow_what_it_reports():
    text = "The army withdrew on Friday, the ministry said."
    assert clause(text, "say").span.of(text) == "the ministry said"


def check(text: str) -> None:
    """Every span is in bounds and not empty, in text order."""
    found = find_clauses(parse(Article(text=text)), Mentions(""))
    assert list(found) == sorted(found, key=lambda mention: mention.span)
    for mention in found:
        spans = [mention.span, mention.value.span, *(argument.span for argument in mention.value.arguments)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


PIECES = [
    "The army",
    " said",
    " that",
    ",",
    " and",
    " who",
    " “",
    '"',
    " will",
    " not",
    " fled",
    "\n\n",
    " to",
    " 😀",
    " العربية",
]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_odd_text_never_breaks_it(text):
    check(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "," * 1_500, "“He said", "שלום said כן", "😀😀 fled 😀"])
def test_odd_texts(text):
    check(text)


def test_time_grows_about_linearly():
    piece = "the army said that the rebels agreed to leave the town and "

    def work(size):
        ready = parse(Article(text=piece * size))
        return lambda: find_clauses(ready, Mentions(""))

    assert in_proportion(work, 100, 400, 10)  # four times the text; quadratic would take sixteen times
