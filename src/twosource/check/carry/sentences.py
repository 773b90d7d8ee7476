"""The sentences of a story as tellings are compared with them, and whether one can be telling what another tells.

Reads   every sentence of the story, a group's telling
Gives   Story, Shown, whether a sentence fits a telling, and the claim that is made of it
Misses  denials without a word for it ("refrained")
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from twosource.check.carry.alike import Meaning
from twosource.check.carry.details import details, pairs_of, recurring
from twosource.check.claims.making import make_claim
from twosource.check.claims.stands import is_stand, is_told_in
from twosource.check.context import Context, within
from twosource.check.language.order import stands_in
from twosource.check.language.words import WORD, another_time, contrary, sense, senses
from twosource.check.tellings import CAPITALISED, numbers_of
from twosource.check.tellings import weigh as weight_of
from twosource.model import Argument, Claim, Clause, Mention, Span, hull
from twosource.text.lexicon import mapping, words

BY = "also told"
"""The rule of what is added."""

DENIES = re.compile(
    r"\b(?:not|never|no|nobody|none|\w*n['’]t|denie[sd]|deny|denying|reject\w*|refus\w*|false|untrue)\b", re.I
)
NUMBER = re.compile(r"\d")
BESIDE, NEAR = re.compile(r"[^\s]+"), 4
"""A word, and how many of them before and behind those of a telling may deny it."""

YEARS_OLD = "year of age"


class Numbers(NamedTuple):
    """Numbers in figures: those in times, the ages, and what counts or measures."""

    times: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()

    def unlike(self, other: "Numbers") -> bool:
        """Whether both have numbers of one sort and none in common: four skippers here and nine there."""
        return any(bool(one and two) and not one & two for one, two in zip(self, other, strict=True))


class Sentence(NamedTuple):
    """A sentence of an article: its place, where each sense stands, its pairs of words, whether it cites anybody.

    `people` are the entities of the people named in it, `event` the key of the older event that it is filed under,
    `numbers` its numbers by what they are: dates, ages, and all others; `citing` are the places of sources and cues,
    `denies` tells whether anything in it is denied.
    """

    context: Context
    span: Span
    at: dict[str, Span]
    pairs: frozenset[str]
    attributed: bool
    people: frozenset[str]
    event: str
    numbers: Numbers
    citing: frozenset[Span]
    denies: bool

    def words(self) -> dict[str, str]:
        """Its words as they are written, by their sense."""
        return {sense: self.context.text(span) for sense, span in self.at.items()}


class Story(NamedTuple):
    """The sentences of a story, what each means, which hold a word or a recurring pair, what a word weighs and says.

    `number` is the number of each sentence by its article and start, `forms` each sense as it is written first.
    """

    sentences: list[Sentence]
    meaning: Meaning
    holding: dict[str, list[int]]
    weight: dict[str, float]
    details: dict[str, float]
    pairs: dict[str, list[int]]
    number: dict[tuple[str, int], int]
    forms: dict[str, str]


class Shown(NamedTuple):
    """What a group's most typical telling is compared by: its words and their weight, names, deed and pairs.

    `clause` are the words of what is shown, without those that stand behind it in the sentence; `people` are the people
    that the telling is of, `parties` the names of all that take part in it; `demands` whether it tells what somebody
    demands or offers.
    """

    claim: Claim
    stems: set[str]
    weight: float
    names: set[str]
    deed: set[str]
    said: frozenset[str]
    pairs: frozenset[str]
    clause: set[str]
    people: frozenset[str]
    demands: bool
    numbers: Numbers
    parties: frozenset[str] = frozenset()


def story_of(contexts: Iterable[Context]) -> Story:
    """Return the sentences of a story's articles, and what their words weigh and say."""
    sentences = [sentence for context in contexts for sentence in _sentences(context)]
    counts = Counter(stem for sentence in sentences for stem in sentence.at)
    weight = {stem: log((len(sentences) + 1) / count) + 0.1 for stem, count in counts.items()}  # as in `tellings`
    holding: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for stem in sentence.at:
            holding[stem].append(number)
    told = ((sentence.context.article.id, sentence.words()) for sentence in sentences)
    again = recurring((sentence.context.article.id, sentence.pairs) for sentence in sentences)
    paired: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for pair in sentence.pairs & again:
            paired[pair].append(number)
    meaning = Meaning([sentence.context.text(sentence.span) for sentence in sentences])
    places = {(sentence.context.article.id, sentence.span.start): n for n, sentence in enumerate(sentences)}
    forms: dict[str, str] = {}
    for sentence in sentences:
        for one, word in sentence.words().items():
            forms.setdefault(one, one if " " in word else word.lower())  # a deed stands at its whole clause
    return Story(sentences, meaning, holding, weight, details(told), paired, places, forms)


def shown_of(claim: Claim, story: Story) -> Shown:
    """Return what a telling is compared by."""
    stems = set(claim.value_key.split()) & story.weight.keys()
    names = {sense(word.lower()) for word in CAPITALISED.findall(claim.value)}
    pairs = pairs_of(claim.value) & story.pairs.keys()
    said = senses(claim.value)
    clause = set(said & story.weight.keys())
    people = frozenset(party for party in claim.subject.split("|") if party.startswith("person:"))
    weight, demands = weigh(stems, story), bool(demanding() & said)
    own = story.number.get(stands_in(claim))
    numbers = story.sentences[own].numbers if own is not None else Numbers()
    parties = _names_of(claim.subject.split("|"))
    return Shown(claim, stems, weight, names, _deed(claim), said, pairs, clause, people, demands, numbers, parties)


def of_others(sentence: Sentence, shown: Shown) -> bool:
    """Whether a telling names people and a sentence other ones only."""
    return bool(shown.people and sentence.people) and not shown.people & sentence.people


def another_does(sentence: Sentence, shown: Shown) -> bool:
    """Whether a deed is told of somebody named, and a sentence tells only what others who are named did.

    "Arle's council offered its condolences" is no telling of Harn's: neither stands in the other's sentence.
    """
    if shown.claim.kind != "event" or not shown.parties:
        return False
    told = _names_of(entity.id for entity in sentence.context.entities(sentence.span))
    if told & shown.parties:
        return False
    inside = within(sentence.context.mentions.clauses, sentence.span)
    doers = [a for c in inside if c.value.tense for a in c.value.arguments if a.relation == "subject"]
    named = any(sentence.context.called(doer) is not None for doer in doers)
    return named and not any(_points(sentence.context, doer) for doer in doers) and not _holds_name(sentence, shown)


def is_ahead(sentence: Sentence, shown: Shown) -> bool:
    """Whether a telling says that a thing was done, and a sentence has the words of it in what is only to be done.

    "Lowe, ordered held at her arraignment" is not told by "Lowe is expected to be arraigned".
    """
    if shown.claim.kind != "event" or AHEAD.search(shown.claim.value) or not PAST.search(shown.claim.value):
        return False
    told = shown.clause & sentence.at.keys()
    holding = [
        clause
        for clause in within(sentence.context.mentions.clauses, sentence.span)
        if any(clause.span.covers(sentence.at[stem]) for stem in told)
    ]
    plain = [clause for clause in holding if not clause.value.nominal]
    if plain:
        return all(_is_to_be(sentence.context, clause) for clause in plain)
    places = [sentence.at[stem] for stem in told]
    start = min((place.start for place in places), default=sentence.span.start)
    whole = sentence.context.article.text[start : max((place.end for place in places), default=start)]
    return bool(holding) and EXPECTED.search(whole) is not None


def _is_to_be(context: Context, clause: Mention[Clause]) -> bool:
    lead = context.article.text[context.sentence(clause.span).start : clause.span.start]
    return WILL.search(lead) is not None or TO_BE.search(lead) is not None


AHEAD = re.compile(
    r"\b(?:will|would|wo|shall|expect\w*|scheduled|due|set|plans?|planned|planning|to\s+be|may|might|could|going\s+to)\b"
)
PAST = re.compile(r"\b(?:was|were|had|has\s+been|have\s+been|\w\w+ed)\b")
WILL = re.compile(r"(?:\bwill|[’']ll|\bshall)\s+(?:(?:not|also|now|\w+ly|be|have|been)\s+)*$")
EXPECTED = re.compile(r"\b(?:are|is|was|were)\s+(?:expected|due|scheduled|planned)\b", re.I)
TO_BE = re.compile(r"\b(?:expected|scheduled|due|set|likely|slated|plans?|planned|is|are)\s+to\s+(?:be\s+)?$", re.I)
"""What says that a thing was done, and that it is to come: in a telling, right before a verb, behind a noun."""


def _points(context: Context, doer: Argument) -> bool:
    """Whether a subject may be somebody told of before: a pronoun of the third person, "the council"."""
    if doer.head.lower() in words("pronouns"):
        return doer.head.lower() not in OWN
    return context.called(doer) is None and KNOWN.match(context.text(doer.span)) is not None


OWN = frozenset({"i", "we", "who", "which", "that", "you"})
KNOWN = re.compile(r"(?:the|this|that|these|those|his|her|its|their)\b", re.I)


def _holds_name(sentence: Sentence, shown: Shown) -> bool:
    """Whether a word of the doer's name stands in a sentence: "the Cuban leader" may be whom the telling names."""
    said = {word[:STEM] for word in WORD.findall(sentence.context.text(sentence.span).lower())}
    parts = {part for name in shown.parties for part in name.split("-")} - words("organisation_words") - BODIES
    return any(part[:STEM] in said for part in parts)


BODIES = frozenset({"government", "ministry", "council", "police", "department", "party", "company"})
STEM = 4
"""Letters that a name and the adjective made from it share: "Cuba", "Cuban"."""


def _names_of(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(one.partition(":")[2] for one in ids if ":" in one)


@cache
def demanding() -> frozenset[str]:
    """The senses of the verbs with which one demands, offers or refuses."""
    return frozenset(sense(verb.split()[0]) for verb in mapping("position_verbs"))


def weigh(stems: set[str], story: Story) -> float:
    """Return what words weigh together."""
    return weight_of(story.weight, stems)


def _deed(shown: Claim) -> set[str]:
    """The stem of the deed that is told; none where the verb tells of no event."""
    verb = shown.measure if shown.kind == "event" else shown.deed
    return {sense(word) for word in verb.split()[:1] if word not in words("light_verbs")}


def fits(sentence: Sentence, shown: Shown, told: set[str]) -> bool:
    """Whether a sentence that holds what is told can be telling the same: no other number, denial or contrary word."""
    found = numbers_of(told)
    aside = shown.numbers.times | shown.numbers.ages
    if {stem for stem in told if NUMBER.search(stem)} - aside - sentence.at.keys():
        return False
    asked = Numbers(shown.numbers.times & found, shown.numbers.ages & found, frozenset(found - aside))
    if asked.unlike(sentence.numbers) or contrary(told, sentence.at) or another_time(told, sentence.at):
        return False
    places = [sentence.at[stem] for stem in told & sentence.at.keys()]
    denied = not shown.claim.polarity or DENIES.search(shown.claim.value) is not None
    return _denied(sentence, places) == denied


def _denied(sentence: Sentence, places: Sequence[Span]) -> bool:
    """Whether a denial stands among words of a sentence, or a few words beside them: "did not", "is false"."""
    if not sentence.denies:
        return False
    whole = sentence.context.text(sentence.span)
    start = min(place.start for place in places) - sentence.span.start
    end = max(place.end for place in places) - sentence.span.start
    before, after = BESIDE.findall(whole[:start])[-NEAR:], BESIDE.findall(whole[end:])[:NEAR]
    return DENIES.search(" ".join((*before, whole[start:end], *after))) is not None


def words_of_another(claim: Claim, shown: Claim) -> bool:
    """Whether a telling is somebody's own words or stand, and a sentence has them from somebody else."""
    if is_stand(shown) and not is_told_in(shown, claim.value):
        return True
    both = bool(claim.chain) and bool(shown.chain)
    return shown.scope in ("direct", "mixed") and both and not set(claim.chain) & set(shown.chain)


def claim_of(sentence: Sentence, shown: Claim, shared: set[str]) -> Claim:
    """Return a sentence as a claim like the one shown, at the words that both have."""
    context = sentence.context
    places = [sentence.at[stem] for stem in sorted(shared)]
    focus = hull([place for place in places if not any(span.covers(place) for span in sentence.citing)] or places)
    return make_claim(
        context,
        shown.kind,
        focus,
        measure=shown.measure,
        value=" ".join(context.text(sentence.span).split()),
        subject=shown.subject,
        polarity=shown.polarity,
        scope=shown.scope,
        value_key=" ".join(sorted(sentence.at)),
        rule=BY,
    )


def _sentences(context: Context) -> Iterable[Sentence]:
    stop = words("stopwords")
    for span in context.mentions.sentences:
        if not context.speaks(span):
            continue
        at: dict[str, Span] = {}
        for match in WORD.finditer(context.text(span)):
            word = match[0].lower().removesuffix("'s").removesuffix("’s")
            if word not in stop:
                at.setdefault(sense(word), Span(span.start + match.start(), span.start + match.end()))
        for clause in within(context.mentions.clauses, span):  # "struck" is no form that `sense` knows
            kind = mapping("verb_classes").get(clause.value.predicate, clause.value.predicate).split()[0]
            if kind not in stop:
                at.setdefault(sense(kind), clause.span)
        cited = any(one.value.source for one in within(context.mentions.attributions, span))
        people = frozenset(entity.id for entity in context.entities(span) if entity.kind == "person")
        said, event, numbers = context.text(span), context.event_key(span), _numbers(context, span, at)
        citing, denies = _citing(context, span), DENIES.search(said) is not None
        yield Sentence(context, span, at, pairs_of(said), cited, people, event, numbers, citing, denies)


def _citing(context: Context, sentence: Span) -> frozenset[Span]:
    """The places of the sources and the cues of whatever is cited in a sentence."""
    return frozenset(
        span
        for attribution in context.mentions.attributions
        if attribution.span.overlaps(sentence)
        for span in (*attribution.value.source, *attribution.value.cue)
    )


def _numbers(context: Context, span: Span, at: dict[str, Span]) -> Numbers:
    """The numbers of a sentence whose words stand at `at`."""
    told = numbers_of(at)
    if not told:
        return Numbers()
    times = [time.span for time in within(context.mentions.times, span)]
    ages = [one.span for one in within(context.mentions.quantities, span) if one.value.norm == YEARS_OLD]
    sorts = [
        frozenset(numbers_of(stem for stem, place in at.items() if any(one.covers(place) for one in spans)))
        for spans in (times, ages)
    ]
    return Numbers(sorts[0], sorts[1], frozenset(told) - sorts[0] - sorts[1])
