"""Find who else gives a number, in whatever words: a sentence that has it and means much the same.

Reads   groups of figures, every number of the articles
Gives   the groups, with a claim more for each further article that gives one of their numbers of the same thing
Misses  numbers that are written in a headline without a noun; how long something lasts

Of two sentences of one story that have one number and mean much the same beside what all of its sentences with numbers
mean (`alike.Sentences`), nearly all count one thing; the fewer words they share the more alike they must be. What is
added carries, and confirms nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.check.accounts import ALSO_COUNTED as BY
from twosource.check.carry.alike import Place, Sentences, likest, sentence_of
from twosource.check.claims.making import make_claim
from twosource.check.claims.manners import SHARED
from twosource.check.claims.measures import BEFALLING
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.context import Context
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.told_number import ELSEWHERE, HELD, TOPICAL, noun, unlike_kinds
from twosource.check.figures.whole_tolls import parted_by
from twosource.check.language.keys import head
from twosource.check.language.money import CURRENCIES
from twosource.check.language.numbers import as_said
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import another_time, content_words, contrary, stem
from twosource.model import Claim, Mention, Quantity, hull

Group = tuple[Claim, ...]
Key = tuple[str, float]

ENOUGH = ((0, 0.4), (1, 0.2), (2, 0.0))
"""How many words besides the story's topics must be shared, and how alike two sentences must be then."""

FEW, OF_FEW = 5.0, ((0, 0.5), (1, 0.35), (2, 0.2))
"""The same for counts up to the first, of which any story has many."""

SPEAKING = 6
"""Claims of one number that speak for it."""


class Counted(NamedTuple):
    """A number in an article, and the words of its sentence."""

    context: Context
    quantity: Mention[Quantity]
    words: frozenset[str]


class Numbers:
    """The numbers of a story's articles, how alike their sentences are, and the words that are mere topics."""

    def __init__(self, contexts: Sequence[Context]) -> None:
        self.told: dict[Key, list[Counted]] = defaultdict(list)
        self.words: dict[Place, frozenset[str]] = {}
        speaking = [(c, quantity) for c in contexts for quantity in c.mentions.quantities if c.speaks(quantity.span)]
        self.sentences = Sentences((context, quantity.span) for context, quantity in speaking)
        holding: dict[str, set[str]] = defaultdict(set)
        for context, quantity in speaking:
            place = sentence_of(context, quantity.span)
            if place not in self.words:
                said = context.text(context.sentence(quantity.span))
                self.words[place] = frozenset(stem(word) for word in content_words(said))
            for word in self.words[place]:
                holding[word].add(context.article.id)
            value = quantity.value
            if value.low is not None and value.low == value.high:
                self.told[value.norm, value.low].append(Counted(context, quantity, self.words[place]))
        most = max(2.0, TOPICAL * len(contexts))
        self.topics = frozenset(word for word, articles in holding.items() if len(articles) > most)


def also_counted(groups: Sequence[Group], contexts: Iterable[Context]) -> tuple[Group, ...]:
    """Return the groups in the same order, those of figures with who else gives their numbers."""
    numbers = Numbers(list(contexts))
    return tuple(_extended(group, numbers) if _is_figure(group) else group for group in groups)


def _is_figure(group: Group) -> bool:
    return bool(group) and group[0].kind == "figure" and group[0].disclosed and head(group[0]) not in ELSEWHERE


def _extended(group: Group, numbers: Numbers) -> Group:
    given: dict[Key, list[Claim]] = defaultdict(list)
    for claim in group:
        said = as_said(claim)
        exact = said is not None and said > 1.0 and claim.low == claim.high
        if exact and claim.rule != ORDINALS and not claim.rule.endswith(SHARED):
            given[claim.unit, said or 0.0].append(claim)
    added: dict[str, Claim] = {}
    articles = {claim.article for claim in group}
    for key in sorted(given):
        for article, claim in _others(key, given[key], articles, numbers).items():
            added.setdefault(article, claim)
    return in_order((*group, *added.values()))


def _others(key: Key, claims: list[Claim], articles: set[str], numbers: Numbers) -> dict[str, Claim]:
    """A claim for each other article that gives the number of the same thing: from its likest sentence."""
    told_of_it = [*numbers.told.get(key, ()), *(numbers.told.get(("", key[1]), ()) if _may_stand_bare(key) else ())]
    candidates = [one for one in told_of_it if one.context.article.id not in articles]
    own = numbers.sentences.known(stands_in(claim) for claim in claims[:SPEAKING])
    if not candidates or not own:
        return {}
    words = frozenset().union(*(numbers.words[place] for place in own)) - numbers.topics
    enough = OF_FEW if not key[0] and key[1] <= FEW else ENOUGH
    told = []
    for one in candidates:
        alike = numbers.sentences.likeness(own, sentence_of(one.context, one.quantity.span))
        shared = len(words & one.words)
        if any(shared >= least and alike >= most for least, most in enough) and _fits(claims[0], one):
            told.append((one.context.article.id, alike, one))
    return {article: _claim(claims[0], one) for article, one in likest(told).items()}


def _may_stand_bare(key: Key) -> bool:
    """Whether a sum is so large that its number may stand without its currency, and is no year: "they want 12,500"."""
    return key[0] in CURRENCIES and key[1] >= LARGE and not FIRST_YEAR <= key[1] <= LAST_YEAR


LARGE = 1000.0
FIRST_YEAR, LAST_YEAR = 1800.0, 2100.0


def _fits(claim: Claim, one: Counted) -> bool:
    """Whether a number may count what a figure counts: nothing that is told of either shows that it does not."""
    if one.context.event_key(one.quantity.span) != claim.event:
        return False
    told = frozenset(claim.value_key.split())
    if not parted_by(claim) <= one.words:
        return False  # so many of another place, or of all, are others
    if contrary(told, one.words) or another_time(told, one.words):
        return False
    heads = {head(claim), one.quantity.value.measure} & (COUNTED.keys() | BEFALLING)
    if len(heads) > 1 and not heads <= HELD:
        return False
    return bool(claim.unit) or not unlike_kinds(noun(claim), one.quantity.value.measure)


def _claim(shown: Claim, one: Counted) -> Claim:
    value = one.quantity.value
    focus = one.quantity.span
    told = hull((focus, value.item)) if value.item else focus
    return make_claim(
        one.context,
        "figure",
        focus,
        measure=shown.measure,
        value=" ".join(one.context.text(told).split()),
        subject=shown.subject,
        scope=shown.scope,
        low=value.low,
        high=value.high,
        bound=value.bound,
        unit=shown.unit,
        deed=shown.deed,
        value_key=" ".join(sorted(one.words)),
        asked=shown.asked,
        rule=BY,
    )
