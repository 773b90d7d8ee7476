"""Find clauses: each predicate with who, whom, where, when, and whether it happened.

Reads   the parse; Mentions.times
Gives   Mention[Clause], in text order; the mention's span is the predicate
Misses  gapped coordination ("one left, the other not"), arguments in other sentences, noun events outside the list

Relations of arguments:

| relation | what |
|---|---|
| subject | who acts; also the subject shared by a coordinated verb or controlled infinitive; the antecedent of "who" |
| object | whom or what: direct object, subject of a passive, antecedent of a passive participle ("talks held at ...") |
| indirect | the person of "gave Kyiv weapons" ("gave weapons to Kyiv" has "to") |
| agent | the by-phrase of a passive |
| complement | of "be" and other verbs: noun, adjective, infinitive or clause |
| in, at, on, to, of, "out of" ... | the noun phrase after that preposition, or the clause ("for killing ...") |
| time | a bare time ("Monday", "two days ago") |
| modifier | a capitalised word before an event noun: the "Russian" of "the Russian invasion" |
"""

from bisect import bisect_left

from twosource.annotate.parse import Parse
from twosource.annotate.predicates import predicates
from twosource.annotate.syntax import Arg, Predicate, lemma_of
from twosource.model import Argument, Clause, Mention, Mentions, Span

BY = "clauses/1"


def find_clauses(parse: Parse, found: Mentions) -> tuple[Mention[Clause], ...]:
    """Return one clause for each predicate of the article, in text order.

    A passive's subject is its "object", its by-phrase its "agent". `status` is what the clause itself and its
    governing word say: "agreed to withdraw" is planned, "demanded that it withdraw" called for, "denied
    withdrawing" denied, "may withdraw" possible. `negated` is syntactic only: not, never, no, without.
    """
    times = tuple(mention.span for mention in found.times)
    return tuple(
        Mention(_clause(predicate, times), _predicate_span(predicate), BY) for predicate in parse.once(predicates)
    )


def _clause(predicate: Predicate, times: tuple[Span, ...]) -> Clause:
    return Clause(
        predicate=predicate.lemma,
        span=predicate.span,
        arguments=tuple(_argument(arg, times) for arg in predicate.args),
        negated=predicate.negated,
        status=predicate.status,
        tense=predicate.tense,
        passive=predicate.passive,
        nominal=predicate.nominal,
    )


def _argument(arg: Arg, times: tuple[Span, ...]) -> Argument:
    """The argument as printed; an object that is a time mention ("met Monday") is a time."""
    relation = arg.relation
    if relation == "object" and _starts(arg.span, times):
        relation = "time"
    return Argument(relation, arg.span, lemma_of(arg.head))


def _starts(span: Span, times: tuple[Span, ...]) -> bool:
    """Whether a time mention covers exactly this span."""
    at = bisect_left(times, span)
    return at < len(times) and times[at] == span


def _predicate_span(predicate: Predicate) -> Span:
    """The verb, with its particle when that stands right behind it; a hyphenated noun whole."""
    token = predicate.token
    start, end = token.idx, token.idx + len(token.text)
    if predicate.nominal and "-" in predicate.lemma and token.i >= 2:
        start = token.nbor(-2).idx
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.dep_ == "prt" and following.head.i == token.i:
        end = following.idx + len(following.text)
    return Span(start, end)
