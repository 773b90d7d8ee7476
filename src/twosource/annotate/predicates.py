"""Find predicates and their arguments in a parse: the syntax that clauses and events are read from.

Reads   spaCy's dependencies, tags and lemmas
Gives   Predicate: a verb or event noun, its arguments, polarity, status, tense, in text order
Misses  what the parser misses: a wrong head is a wrong argument; gapped coordination ("one left, the other not")

Governors are visited before what they govern (breadth first), so each predicate inherits from its governor in one
step and the time is linear in the length of the text.
"""

from spacy.tokens import Doc, Token

from twosource.annotate.parse import span_of
from twosource.annotate.status import clause_status, noun_status
from twosource.annotate.syntax import Arg, Kids, Predicate, children, lemma_of, phrase, stretch, top_down
from twosource.annotate.tokens import FINITE
from twosource.model import Span
from twosource.text.lexicon import words

ANY_SUBJECT = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})
"""The labels of subjects, of clauses that are subjects too."""

OBJECTS = frozenset({"dobj", "obj"})
COMPLEMENTS = frozenset({"attr", "acomp", "oprd", "ccomp", "xcomp"})
INHERITING = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})
NOT_PREDICATES = frozenset({"aux", "auxpass", "amod", "compound", "prep", "mark", "nmod", "case", "cc", "punct", "det"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
PARTICLES = frozenset({"aside", "away", "back", "down", "forward", "free", "off", "out", "over", "up"})
NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "nobody", "none", "nothing"})


def is_predicate(token: Token) -> bool:
    """Whether the token is a verb that heads a clause."""
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in NOT_PREDICATES


def predicates(doc: Doc) -> tuple[Predicate, ...]:
    """Return every predicate of the text, verbs and event nouns, in text order."""
    kids = children(doc)
    nouns = words("event_nouns")
    found: dict[int, Predicate] = {}
    for token in top_down(doc, kids):
        if is_predicate(token):
            found[token.i] = _verb(token, kids, found)
        elif token.pos_ == "NOUN" and lemma_of(token) in nouns and token.dep_ != "compound":
            found[token.i] = _noun(token, kids, found)
    return tuple(found[i] for i in sorted(found))


def _verb(token: Token, kids: Kids, found: dict[int, Predicate]) -> Predicate:
    """A verb as predicate; its governor is already in `found`."""
    own = kids[token.i]
    passive = _is_passive(token, own)
    governor = _governor(token, found)
    args = _own_arguments(token, kids, passive)
    args = _resolve_relatives(token, args, kids)
    if not any(arg.relation in {"subject", "object" if passive else "subject"} for arg in args):
        args = _inherited(token, passive, governor, kids) + args
    particle = next((kid.lower_ for kid in own if _is_particle(kid, token, kids)), "")
    lemma = token.lemma_.lower()
    status, handed = clause_status(token, own, governor)
    return Predicate(
        token=token,
        lemma=f"{lemma} {particle}" if particle else lemma,
        args=args,
        span=_clause_span(token, own, args),
        negated=_is_negated(token, own) or handed,
        status=status,
        tense=_tense(token, own),
        passive=passive,
        governor=governor.token.i if governor else -1,
    )


def _is_particle(kid: Token, verb: Token, kids: Kids) -> bool:
    """Whether a word belongs to its verb ("kick off"); the parser takes some for adverbs or bare prepositions."""
    if kid.dep_ == "prt":
        return True
    bare = {"pobj"} if kid.dep_ == "advmod" else {"pobj", "prep"}
    return kid.lower_ in PARTICLES and kid.i == verb.i + 1 and not any(k.dep_ in bare for k in kids[kid.i])


def _noun(token: Token, kids: Kids, found: dict[int, Predicate]) -> Predicate:
    """An event noun as predicate: possessor or nationality is its subject, the rest by preposition."""
    args: list[Arg] = []
    for kid in kids[token.i]:
        if kid.dep_ == "poss" and kid.pos_ != "PRON":
            args.append(Arg("subject", kid, phrase(kid, kids)))
        elif kid.dep_ in {"amod", "compound", "nmod"} and kid.text[:1].isupper():
            args.append(Arg("modifier", kid, span_of(kid)))
        elif kid.dep_ in {"prep", "agent"}:
            args.extend(_by_preposition(kid, kids))
    governor = _governor(token, found)
    negated = any(kid.lower_ == "no" for kid in kids[token.i] if kid.dep_ == "det")
    return Predicate(
        token=token,
        lemma=lemma_of(token),
        args=tuple(args),
        span=phrase(token, kids),
        negated=negated,
        status=noun_status(token, governor),
        nominal=True,
        governor=governor.token.i if governor else -1,
    )


def _governor(token: Token, found: dict[int, Predicate]) -> Predicate | None:
    """The predicate that the token's clause or noun depends on, past prepositions, adjectives and nouns between."""
    head = token
    for _ in range(4):  # "ready to V", "be in talks on V-ing": the longest way up that still governs
        if head.head.i == head.i:
            return None
        head = head.head
        if head.i in found:
            return _past_infinitives(token, found[head.i], found)
    return None


def _past_infinitives(token: Token, governor: Predicate, found: dict[int, Predicate]) -> Predicate:
    """The true first verb of a coordination: in "agreed to leave and called", "called" joins "agreed"."""
    if token.dep_ != "conj" or token.tag_ not in FINITE:
        return governor
    first = governor
    for _ in range(4):
        if first.token.tag_ in FINITE or first.governor < 0:
            break
        first = found[first.governor]
    return first if first.token.tag_ in FINITE else governor


def _is_passive(token: Token, own: list[Token]) -> bool:
    if any(kid.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for kid in own):
        return True
    bare = token.tag_ == "VBN" and not any(kid.dep_ in {"aux", "nsubj"} for kid in own)
    return bare and token.dep_ in {"acl", "advcl", "relcl", "conj"} and not any(kid.dep_ in OBJECTS for kid in own)


def _own_arguments(token: Token, kids: Kids, passive: bool) -> tuple[Arg, ...]:
    """The arguments that stand beside the verb itself, in text order."""
    args: list[Arg] = []
    there = any(kid.dep_ == "expl" and kid.lower_ == "there" for kid in kids[token.i])
    for kid in kids[token.i]:
        dep = kid.dep_
        if dep in ANY_SUBJECT and kid.tag_ == "PRP$":
            continue  # "his first passes": a noun taken for a verb, whose owner does nothing
        if dep in ANY_SUBJECT:
            kid = _participant(kid, kids)
            clausal = kid.pos_ in {"VERB", "AUX"}
            relation = "object" if passive or dep.endswith("pass") else "subject"
            args.append(Arg(relation, kid, stretch(kid) if clausal else phrase(kid, kids)))
        elif dep in OBJECTS:
            of = any(inner.lower_ == "of" for inner in kids[kid.i])  # "two days of talks"
            relation = "time" if _is_temporal(kid) and not of else "object"
            args.append(Arg(relation, kid, phrase(kid, kids)))
            args.extend(_behind_time(kid, kids) if relation == "time" else ())
        elif dep == "dative" and kid.pos_ != "ADP":
            args.append(Arg("indirect", kid, phrase(kid, kids)))
        elif dep in {"prep", "agent", "dative"}:
            args.extend(_by_preposition(kid, kids))
        elif dep == "attr" and there:
            args.append(Arg("subject", kid, phrase(kid, kids)))
        elif dep in COMPLEMENTS:
            clausal = kid.pos_ in {"VERB", "AUX"}
            args.append(Arg("complement", kid, stretch(kid) if clausal else phrase(kid, kids)))
        elif dep == "npadvmod" or (dep == "advmod" and kid.lower_ in {"today", "tomorrow", "yesterday", "tonight"}):
            if _is_temporal(kid):
                args.append(Arg("time", kid, phrase(kid, kids)))
                args.extend(_behind_time(kid, kids))
        elif dep in {"advmod", "prt"} and kid.lower_ in PARTICLES:
            args.extend(arg for inner in kids[kid.i] if inner.dep_ == "prep" for arg in _by_preposition(inner, kids))
        elif dep == "advmod" and kid.lower_ == "ago":
            args.append(Arg("time", kid, stretch(kid)))
    return tuple(args)


def _behind_time(time: Token, kids: Kids) -> list[Arg]:
    """What is read as part of a bare time but belongs to the verb: "called Thursday for talks"."""
    return [
        arg
        for kid in kids[time.i]
        if kid.dep_ == "prep" and kid.i > time.i and kid.lower_ not in {"of", "in"}
        for arg in _by_preposition(kid, kids)
    ]


def _participant(kid: Token, kids: Kids) -> Token:
    """The noun of a subject that was read as a clause: "the agency working in Mali said"."""
    if kid.tag_ in {"VBG", "VBN"}:
        return next((inner for inner in kids[kid.i] if inner.dep_ == "nsubj"), kid)
    return kid


def _by_preposition(preposition: Token, kids: Kids) -> list[Arg]:
    """The objects of a preposition: "by" after a passive is the agent, "out of" is one preposition."""
    name, node = preposition.lower_, preposition
    inner = [kid for kid in kids[node.i] if kid.dep_ == "prep"]
    if inner and not any(kid.dep_ in {"pobj", "pcomp"} for kid in kids[node.i]):
        node = inner[0]
        name = f"{name} {node.lower_}"
    if preposition.dep_ == "agent":
        name = "agent"
    args = []
    for kid in kids[node.i]:
        if kid.dep_ == "pobj":
            args.append(Arg(name, kid, phrase(kid, kids)))
        elif kid.dep_ == "pcomp":
            args.append(Arg(name, kid, stretch(kid)))
    return args


def _is_temporal(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or token.lower_ in words("temporal_nouns")


def _resolve_relatives(token: Token, args: tuple[Arg, ...], kids: Kids) -> tuple[Arg, ...]:
    """Put the antecedent in the place of "who", "which", "that"; fill the gap of "the city they captured"."""
    if token.dep_ != "relcl":
        return args
    antecedent = token.head
    span = phrase(antecedent, kids)
    known = tuple(
        Arg(arg.relation, antecedent, span, own=False) if arg.head.lower_ in RELATIVES else arg for arg in args
    )
    if known != args or antecedent.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return known
    where = next((kid.lower_ for kid in kids[token.i] if kid.lower_ in {"where", "when"}), "")
    relation = {"where": "in", "when": "time"}.get(where, "")
    if not relation and _is_temporal(antecedent):
        relation = "time"
    gap = any(arg.relation == "subject" for arg in args) and not any(arg.relation == "object" for arg in args)
    if not relation and gap and not any(arg.relation == "complement" for arg in args):
        relation = "object"
    return (Arg(relation, antecedent, span, own=False), *args) if relation else args


def _inherited(token: Token, passive: bool, governor: Predicate | None, kids: Kids) -> tuple[Arg, ...]:
    """The subject that the verb shares: with the verb before it, with the verb that controls it, or its noun."""
    relation = "object" if passive else "subject"
    if token.dep_ == "acl" and token.tag_ in {"VBN", "VBG"}:
        return (Arg(relation, token.head, phrase(token.head, kids), own=False),)
    if governor is None or token.dep_ not in INHERITING:
        return ()
    if token.dep_ == "acl":
        return _planner(token.head, relation, governor, kids)
    if governor.nominal:
        return ()
    shared = governor.first("object", "subject") if governor.passive else governor.first("subject")
    controls = token.dep_ == "xcomp" or (token.dep_ == "pcomp" and token.head.lower_ in {"of", "from", "for", "into"})
    if controls and governor.lemma not in {"promise", "threaten"}:
        shared = governor.first("object", "indirect") or shared
    return () if shared is None else (shared._replace(relation=relation, own=False),)


def _planner(noun: Token, relation: str, governor: Predicate, kids: Kids) -> tuple[Arg, ...]:
    """Who would do what a noun's infinitive tells: the owner of "NATO's plan to", the maker of "made a plan to"."""
    for kid in kids[noun.i]:
        if kid.dep_ == "poss":
            return (Arg(relation, kid, phrase(kid, kids), own=False),)
    maker = governor.first("subject") if noun.dep_ in OBJECTS else None
    return (maker._replace(relation=relation, own=False),) if maker else ()


def _clause_span(token: Token, own: list[Token], args: tuple[Arg, ...]) -> Span:
    """From the first to the last own part of the clause, without coordinated and adverbial clauses beside it."""
    start, end = token.idx, span_of(token).end
    for kid in own:
        if kid.dep_ in {"aux", "auxpass", "neg", "prt", "expl"}:
            start, end = min(start, kid.idx), max(end, span_of(kid).end)
        elif kid.dep_ == "prep" and kid.i < token.i:
            start = min(start, kid.idx)
    for arg in args:
        fronted = arg.relation == "complement" and arg.span.start < token.idx and arg.head.pos_ in {"VERB", "AUX"}
        if arg.own and not fronted:
            start, end = min(start, arg.span.start), max(end, arg.span.end)
    return Span(start, end)


def _is_negated(token: Token, own: list[Token]) -> bool:
    """Whether "not", "never", "no longer", or "no" on the subject or object denies the clause."""
    for kid in own:
        if kid.dep_ == "neg" or kid.lower_ in NEGATIONS:
            return True
        if kid.dep_ in ANY_SUBJECT | OBJECTS | {"attr"}:
            first = kid.left_edge
            if first.lower_ in {"no", "neither"} and first.head.i == kid.i:
                return True
    return token.lower_ in NEGATIONS


def _tense(token: Token, own: list[Token]) -> str:
    """Past, present or future by the finite verb: the first auxiliary, or the verb itself."""
    auxiliaries = [kid for kid in own if kid.dep_ in {"aux", "auxpass"}]
    first = auxiliaries[0] if auxiliaries else token
    if any(kid.lower_ in {"will", "shall", "'ll", "wo"} for kid in auxiliaries):
        return "future"
    perfect = any(kid.lemma_.lower() == "have" for kid in auxiliaries) and token.tag_ in {"VBN", "VBD"}
    if perfect or first.tag_ == "VBD":
        return "past"
    if first.tag_ in {"VBZ", "VBP"}:
        return "present"
    return "past" if token.tag_ == "VBN" and not auxiliaries else ""
