"""Tell a predicate's PLOVER type: match it against the verb patterns, then let status and negation turn the type.

Reads   text/data/plover_verbs.tsv, plover_nouns.tsv, plover_classes.tsv
Gives   `match`: the pattern that a predicate fits; `turned`: the type after "will", "not", "demanded that"
Misses  figures of speech; verbs used in a sense that their objects do not show ("the party fired at its critics")
"""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from twosource.annotate.syntax import Arg, Kids, Predicate, lemma_of, phrase
from twosource.model.mention import Status
from twosource.text.countries import country_of
from twosource.text.lexicon import table

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
CONFLICTUAL = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"})
OUTWARD = frozenset({"away", "down", "off", "out", "up"})  # prepositions that are half a particle: "walked out of"
SPEECH = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Types of words about acts to come: their complement is what they speak of, not a second event."""


MANY = 24  # words looked at inside one argument, a step: phrases in print are shorter; keeps odd input linear


class Pattern(NamedTuple):
    """A row of the lexicon: what must stand beside the verb, the type, the mode, where to look for the recipient.

    A condition is a relation and the words of which its argument needs one; the relation "has" is any argument,
    "clause" a verb as complement, "infinitive" one with "to", "other" one with a subject of its own; "$person" and
    the like are entity labels.
    """

    conditions: tuple[tuple[str, frozenset[str]], ...]
    type: str
    mode: str
    recipient: tuple[str, ...]


@cache
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of each verb, those with more conditions first."""
    classes = {row[0]: frozenset(row[1].split(",")) for row in table("plover_classes")}
    found: dict[str, list[Pattern]] = {}
    for verbs, conditions, kind, mode, *recipient in table("plover_verbs"):
        pattern = Pattern(
            () if conditions == "-" else tuple(_condition(text, classes) for text in conditions.split()),
            "" if kind == "-" else kind,
            "" if mode == "-" else mode,
            tuple(recipient[0].split(",")) if recipient and recipient[0] != "-" else (),
        )
        for verb in verbs.split(","):
            found.setdefault(verb.strip(), []).append(pattern)
    return {
        verb: tuple(sorted(rows, key=lambda row: -sum(3 if wanted else 1 for _, wanted in row.conditions)))
        for verb, rows in found.items()
    }


def _condition(text: str, classes: dict[str, frozenset[str]]) -> tuple[str, frozenset[str]]:
    relation, _, words = text.partition("=")
    wanted: set[str] = set()
    for word in filter(None, words.split("|")):
        wanted |= classes[word[1:]] if word.startswith("@") else {word}
    return relation, frozenset(wanted)


@cache
def nouns() -> dict[str, tuple[str, str]]:
    """Return type and mode of each event noun."""
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in table("plover_nouns")}


@cache
def light_verbs(relation: str) -> frozenset[str]:
    """Return the verbs that only bring about what their object or subject names: "hold", "impose"; "break out"."""
    return frozenset(row[0] for row in table("complement_status") if row[1] == relation and row[2] == "same")


def content(arg: Arg, kids: Kids) -> frozenset[str]:
    """Return the lemmas that an argument is about: its head, what is joined to it, its modifiers, its "of" phrase."""
    found = {lemma_of(arg.head)}
    level = [arg.head]
    for _ in range(3):  # "a series of peace talks", "the suspension of all flights and trade": three steps reach them
        for token in level:
            found.update((token.lemma_.lower(), token.lower_))
            if token.pos_ == "PROPN" and country_of(token.text):
                found.add("$gpe")
            if token.ent_type_:
                found.add("money" if token.ent_type_ == "MONEY" else f"${token.ent_type_.lower()}")
        level = [inner for token in level for inner in _inside(token, kids)][:MANY]
    return frozenset(found)


def _inside(token: Token, kids: Kids) -> list[Token]:
    found = []
    for kid in kids[token.i]:
        if kid.dep_ in {"amod", "compound", "conj", "nmod"}:
            found.append(kid)
        elif kid.dep_ == "prep" and kid.lower_ in {"of", "on", "for"}:
            found.extend(inner for inner in kids[kid.i] if inner.dep_ == "pobj")
    return found


def widened(predicate: Predicate, kids: Kids) -> tuple[Arg, ...]:
    """Return the arguments and, behind them, those inside the object: "lodged a protest with", "cut ties to"."""
    found = list(predicate.args)
    known = nouns()
    inside = [
        arg.head
        for arg in found
        if arg.head.pos_ == "NOUN" and (arg.relation in {"object", "for", "on", "into"} or lemma_of(arg.head) in known)
    ]
    for steps, head in enumerate(inside):
        if steps > 4:  # "a suspension of all air links with": deeper is another matter
            break
        for kid in kids[head.i]:
            if kid.dep_ in {"prep", "agent"} and kid.i > head.i:
                for inner in kids[kid.i]:
                    if inner.dep_ == "pobj":
                        found.append(Arg(kid.lower_, inner, phrase(inner, kids)))
                        if kid.lower_ in {"of", "in", "on"} and inner.pos_ == "NOUN":
                            inside.append(inner)
    return tuple(found)


def match(predicate: Predicate, kids: Kids) -> Pattern | None:
    """Return the first pattern that the verb and its arguments fit, or the type of a light verb's object."""
    args = widened(predicate, kids)
    own = len(predicate.args)
    told = [content(arg, kids) for arg in args]
    bare = predicate.lemma.split(" ")[0]
    outward = [
        f"{bare} {arg.relation.split(' ')[0]}" for arg in predicate.args if arg.relation.split(" ")[0] in OUTWARD
    ]
    for lemma in dict.fromkeys((predicate.lemma, *outward, bare)):
        for pattern in patterns().get(lemma, ()):
            if all(_holds(condition, args, told, own) for condition in pattern.conditions):
                return pattern if pattern.type else None
    return _by_argument(predicate)


def _holds(condition: tuple[str, frozenset[str]], args: tuple[Arg, ...], told: list[frozenset[str]], own: int) -> bool:
    """Whether an argument meets the condition; what stands inside the object counts only for a condition with words."""
    relation, wanted = condition
    for i, arg in enumerate(args[:own] if not wanted else args):
        complement = arg.relation == "complement" and arg.head.pos_ in {"VERB", "AUX"}
        fits = (
            relation in {arg.relation, "has"}
            or (relation == "clause" and complement)
            or (relation == "infinitive" and complement and arg.head.dep_ == "xcomp" and arg.head.tag_ == "VB")
            or (relation == "other" and complement and arg.head.dep_ == "ccomp")
        )
        if fits and (not wanted or wanted & told[i]):
            return True
    return False


def _by_argument(predicate: Predicate) -> Pattern | None:
    """The type of the event noun that a light verb brings about: "held talks", "riots broke out"."""
    for relation in ("object", "subject"):
        arg = predicate.first(relation)
        kind = nouns().get(lemma_of(arg.head)) if arg and predicate.lemma in light_verbs(relation) else None
        if kind:
            return Pattern((), kind[0], kind[1], ())
    return None


@cache
def _modes() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((row[0], frozenset(row[1].split(","))) for row in table("plover_modes"))


def mode_of(predicate: Predicate, pattern: Pattern, kids: Kids) -> str:
    """Return the mode: the pattern's, or by what means the clause says that violence was done."""
    if pattern.type != "ASSAULT" or pattern.mode not in {"", "explosives", "military"}:
        return pattern.mode
    said = frozenset[str]().union(*(content(arg, kids) for arg in predicate.args), {predicate.lemma})
    fitting = [mode for mode, words in _modes() if words & said]
    if pattern.mode == "explosives":  # planes bomb too
        return "aerial" if "aerial" in fitting else "suicide-attack" if "suicide-attack" in fitting else "explosives"
    return fitting[0] if fitting else pattern.mode


def turned(kind: str, status: Status, negated: bool, conditional: bool = False) -> str:
    """Return the type that status and negation make of an act's type, "" when nothing of the ontology is left.

    >>> turned("AID", "planned", False), turned("AID", "planned", True), turned("ASSAULT", "planned", False)
    ('AGREE', 'REJECT', 'THREATEN')
    >>> turned("RETREAT", "called for", False), turned("ASSAULT", "happened", True)
    ('REQUEST', '')
    """
    if status == "called for":
        return "REQUEST"
    if negated or status == "denied":
        return "REJECT" if kind in COOPERATIVE else ""
    if status == "planned" and kind in COOPERATIVE:
        return "THREATEN" if conditional and kind in {"RETREAT"} else "AGREE"
    if status == "planned" and kind in CONFLICTUAL:
        return "THREATEN"
    return kind
