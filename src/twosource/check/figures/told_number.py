"""One number in other words: each article has it once, and so tells it of one thing.

Reads   the figures of one story, in groups that agree
Gives   whether two groups of one number answer one question

"31 trucks and engines came" and "a total of 31 pieces of apparatus" share no noun. A particular number is hardly told
of two things in one story, and where it is, some article tells it of both. So two groups of one number are one question
where no article of either has the number twice, and the words around them agree the more the commoner the number is.
What is so brought together confirms nothing (`doubts.PERHAPS_ANOTHER`): it is carried by more outlets.
"""

from collections import defaultdict
from collections.abc import Iterable

from twosource.check.claims.apart import is_partial
from twosource.check.claims.measures import MAGNITUDE
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import RECORD, SCORE
from twosource.check.compatible import compatible
from twosource.check.figures.kinds import kind_of
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.tolls import PEOPLE, are_people, are_things
from twosource.check.figures.where_counted import of_others, on_map, place_words, places_fit
from twosource.check.figures.whose_age import AGE
from twosource.check.language.keys import around, head
from twosource.check.language.money import is_money, two_currencies
from twosource.check.language.nouns import is_person, one_sort
from twosource.check.language.numbers import as_said, figures_of, in_base, is_order, one_dimension
from twosource.check.language.words import another_time, stem
from twosource.model import Claim

Group = list[Claim]

SPEAKING = 12
"""Figures of a group that speak for it: the most that two groups are compared by."""

FEWEST, SCORE_OF, CROWD = 5, 20, 100
"""Numbers to the first are of many things in any story; above the others ever fewer words around need agree."""

LIKE_WORDS = 3
"""Words around two small numbers, or two that are dated apart, besides the story's topic, that make them one."""

ROUND = 10
"""Numbers are rounded to tens; another is hardly given for two things."""

TOPICAL = 0.5
"""The part of a story's articles whose figures stand beside a word, above which it says nothing of a figure."""

FIGURES = 2
"""Figures besides zeros from which on a sum of money is told of hardly two things."""

ELSEWHERE = frozenset({AGE, MAGNITUDE, RECORD, SCORE})
"""Measures that are compared by whose they are, and not by their words."""

HELD = frozenset({"arrested", "captured", "detained"})
"""Measures that name one outcome for those counted."""


class ToldNumber:
    """Whether two groups of one story's figures give one number of one thing, told once an article."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._of: dict[tuple[str, float], list[Claim]] = defaultdict(list)
        beside: dict[str, set[str]] = defaultdict(set)
        articles: set[str] = set()
        for claim in claims:
            articles.add(claim.article)
            for word in around(claim):
                beside[word].add(claim.article)
            if (said := as_said(claim)) is not None:
                self._of[claim.article, said].append(claim)
        most = max(2.0, TOPICAL * len(articles))
        self._topics = frozenset(word for word, told in beside.items() if len(told) > most)

    def of_one_thing(self, one: Group, other: Group) -> bool:
        """Whether two groups give one number of one thing."""
        if not _may_be_one(one[0], other[0]):
            return False
        unmistakable = _are_odd_people(one[0], other[0])
        if not unmistakable and {claim.article for claim in one} & {claim.article for claim in other}:
            return False
        pairs = [(a, b) for a in one[:SPEAKING] for b in other[:SPEAKING]]
        apart = sum(_told_apart(a, b, dated=_two_dates(a, b) and self._worded_alike(a, b)) for a, b in pairs)
        if 2 * apart >= len(pairs) or not any(self._fits(a, b) for a, b in pairs):
            return False
        if unmistakable or (noun(one[0]) == noun(other[0]) and not one[0].unit and (as_said(one[0]) or 0.0) > FEWEST):
            return True  # what else an article counts by that number is of another noun
        return not any(self._twice(claim) for claim in one + other) or any(self._worded_alike(a, b) for a, b in pairs)

    def _twice(self, claim: Claim) -> bool:
        """Whether an article has a number in two sentences, of two things by their nouns."""
        said = as_said(claim)
        told = self._of[claim.article, said] if said is not None else []
        return any(
            other.measure != claim.measure and one_dimension(other.unit, claim.unit)
            for other in told
            if not other.focus.overlaps(claim.focus)
        )

    def _fits(self, a: Claim, b: Claim) -> bool:
        """Whether the words around one number agree as far as its size asks."""
        if kind_of(a) == kind_of(b) != "":
            return True
        heads = {stem(head(a)), stem(head(b))}
        shared = (around(a) & around(b)) - heads
        plain = self._plain(a, b)
        number = abs(as_said(a) or 0.0)
        if a.unit:
            return _measured_alike(a, b, shared, plain)
        same, odd = noun(a) == noun(b), number % ROUND != 0 or number > CROWD
        people, like = _of_people(a) and _of_people(b), _like(a, b)
        if number <= FEWEST:
            rare = same and stem(noun(a)) not in self._topics and number > 1.0
            return (rare and bool(plain)) or (like and len(plain) >= LIKE_WORDS)
        if number <= SCORE_OF:
            named = bool(_named(a) & _named(b)) or a.deed == b.deed != ""
            return (named and (like or not people)) or (like and len(plain) >= (1 if same else 2))
        two_sorts = people and not like_people(noun(a), noun(b))
        return (odd and (not two_sorts or bool(shared))) or bool(plain)

    def _plain(self, a: Claim, b: Claim) -> frozenset[str]:
        """The words around both figures that are neither counted nor the story's topic nor a place."""
        heads = {stem(head(a)), stem(head(b))}
        return (around(a) & around(b)) - heads - self._topics - place_words(a) - place_words(b)

    def _worded_alike(self, a: Claim, b: Claim) -> bool:
        """Whether two figures stand in so like words that no other date and no other count sets them apart."""
        asked = LIKE_WORDS - 1 if noun(a) == noun(b) else LIKE_WORDS
        return _like(a, b) and len(self._plain(a, b)) >= asked


def _are_odd_people(a: Claim, b: Claim) -> bool:
    """Whether both count people by a number above a score that is not round, which an article only says again."""
    number = as_said(a) or 0.0
    odd = not a.unit and number > SCORE_OF and number % ROUND != 0
    return odd and _of_people(a) and _of_people(b)


def like_people(one: str, other: str) -> bool:
    """Return whether two nouns for people may name the same ones: voters are no pupils, but all are people."""
    return one == other or bool({one, other} & PEOPLE) or one_sort(one, other)


def _of_people(claim: Claim) -> bool:
    return head(claim) in COUNTED or is_person(noun(claim))


def _measured_alike(a: Claim, b: Claim, shared: frozenset[str], plain: frozenset[str]) -> bool:
    """Whether the words around one number of a unit agree: one that says something, two where it is small or round."""
    number = abs(as_said(a) or 0.0)
    if a.unit == "percentage":
        return bool(shared) if number % ROUND else bool(plain)
    if is_money(a):
        return figures_of(number) >= FIGURES or bool(plain)
    if a.unit in UNITS_OF_GAMES:
        return len(shared) >= 2
    if number > SCORE_OF and shared:
        return True
    return len(plain) >= (1 if number > FEWEST else 2)


UNITS_OF_GAMES = frozenset({"yard", "foot", "inch", "pound"})
"""Units of games and of people, of which a story has many."""


def _may_be_one(a: Claim, b: Claim) -> bool:
    """Whether two figures give one exact number of one dimension, and are no ages, scores or parts of a whole."""
    if {head(a), head(b)} & ELSEWHERE or (a.rule == ORDINALS) != (b.rule == ORDINALS):
        return False
    if (
        None in (as_said(a), as_said(b))
        or two_currencies(a, b)
        or any(is_order(claim.low, claim.high) for claim in (a, b))
    ):
        return False
    if not one_dimension(a.unit, b.unit) or is_partial(a) != is_partial(b):
        return False
    if a.low != a.high or b.low != b.high:  # "up to 120", and 120
        ranges = any(None not in (claim.low, claim.high) and claim.low != claim.high for claim in (a, b))
        if ranges or a.event != b.event or not compatible(a, b):
            return False
    told_over = a.unit != b.unit and kind_of(a) == kind_of(b) != "" and compatible(a, b)  # 4,000 hectares, 10,000 acres
    return in_base(a) == in_base(b) or told_over


def _like(a: Claim, b: Claim) -> bool:
    """Whether two figures count what one noun names, or things of one sort, or people."""
    return noun(a) == noun(b) or (_of_people(a) and _of_people(b)) or one_sort(noun(a), noun(b))


def _named(claim: Claim) -> set[str]:
    """The stems of the names and peoples in a figure's value: "Yemeni" of "11 Yemeni pirates"."""
    return {stem(word.lower()) for word in claim.value.split()[1:] if word[:1].isupper() and word.isalpha()}


def _two_dates(a: Claim, b: Claim) -> bool:
    """Whether two figures are told of two older events."""
    return bool(a.event and b.event) and a.event != b.event


def _told_apart(a: Claim, b: Claim, *, dated: bool) -> bool:
    """Whether what is told of two figures shows that they are of two things: other names, times, lands, harms.

    With `dated` another date is no sign: two articles date a thing by two years, or by what else was then.
    """
    if of_others(a, b) or another_time(around(a), around(b)):
        return True
    if _two_dates(a, b) and not dated:
        return True
    heads = {head(a), head(b)}
    if heads & COUNTED.keys() and ((len(heads) > 1 and not heads <= HELD) or a.event != b.event):
        return True
    lands = {claim.scope.rpartition(", ")[2] for claim in (a, b) if on_map(claim.scope)}
    number = as_said(a) or 0.0
    if len(lands) > 1 or (not places_fit(a, b) and (number % ROUND == 0 or number <= FEWEST)):
        return True  # as many marched in two towns; a mother of twelve of one town, and of one of its quarters
    return not a.unit and unlike_kinds(noun(a), noun(b))


def unlike_kinds(one: str, other: str) -> bool:
    """Return whether one of two nouns is of people and the other of what surely are none: 23 thieves, 23 boats."""
    return any(are_people(a) and are_things(b) for a, b in ((one, other), (other, one)))


def noun(claim: Claim) -> str:
    """Return the lemma of what is counted."""
    return (claim.subject if head(claim) in COUNTED else head(claim)).split(" ")[-1]
