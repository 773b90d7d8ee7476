"""Judge whether two names are names of one person.

Reads   names as printed, without titles; the lexicon given_names, the short forms of the package `nicknames`
Gives   Judgement: yes, no or unsure, with one sentence of why
Misses  name changes by marriage; pen names

A generation that one name tells and the other leaves out is "unsure" too: a father and his son, or one of them twice.
Two sisters may be called Kathryn and Katie, so that a short form or a slip of the pen alone is "unsure": whoever knows
the articles decides, by whether any of them tells of both (`link.persons`).
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from nicknames import NickNamer
from rapidfuzz.distance import JaroWinkler

from twosource.model import Judgement
from twosource.text.lexicon import mapping, table
from twosource.text.names import fold, skeleton

# Two spellings of one surname by different transliterations ("Zelenskyy", "Zelensky"; "Lukashenko", "Lukashenka") are
# 0.93 or more alike by Jaro-Winkler; different surnames with one skeleton ("Morris", "Mirasi") mostly under 0.85.
ALIKE = 0.88
LONG_ENOUGH = 5
"""Letters from which one that is missing, added, changed or elsewhere is likelier a slip than another name: "Jon" and
"Jean" are two people, "Latonya" and "Latoya" are one, unless an article names both."""
SHORT_FORM = 3
"""Letters of a short form that is the beginning of a name: "Ben"."""
LONG_HALF = 4  # letters; romanised syllables of Chinese and Korean names mostly have fewer
PARTICLES = frozenset(
    {"al", "el", "ul", "as", "ad", "ibn", "ben", "bint", "von", "van", "der", "den", "de", "la", "le", "del", "da",
     "dos", "di", "du", "ter"}
)  # fmt: skip
GENERATIONS = {"jr": 2, "junior": 2, "ii": 2, "sr": 1, "senior": 1, "iii": 3, "3rd": 3, "iv": 4}
NICKNAME = re.compile(r"(?:(?<=\s)|^)[\"“”(\[‘'`]{1,2}(?:[Tt]he )?(\w[\w. -]*?),?[\"”“)\]’']{1,2}(?=\s|$)")
"""What stands between marks inside a name: Vincent "the Owl" Marlow, Kimani (Kiki) Reyes."""


class Parts(NamedTuple):
    """A person's name in parts, all folded: given names, surname, generation ("jr", "")."""

    given: tuple[str, ...]
    surname: str
    generation: str


@lru_cache(maxsize=20_000)
def parts(name: str) -> Parts:
    """Return a name's parts; a name of one word is a surname, particles and nicknames between marks belong to none.

    >>> parts("Haider al-Abadi")
    Parts(given=('haider',), surname='abadi', generation='')
    >>> parts("Donald Trump Jr.").generation
    'jr'
    """
    plain = NICKNAME.sub(" ", name)
    if not any(char.isalpha() for char in plain):
        plain = name
    words = [part for word in plain.replace("’s", "").replace("'s", "").split() for part in _word(word)]
    generation = words.pop() if len(words) > 1 and words[-1] in GENERATIONS else ""
    kept = [word for word in words if word not in PARTICLES] or words
    return Parts(tuple(kept[:-1]), kept[-1] if kept else "", generation)


@lru_cache(maxsize=20_000)
def nicknames_in(name: str) -> frozenset[str]:
    """Return the folded nicknames that a name holds between marks.

    >>> sorted(nicknames_in("Vincent 'the Owl' Marlow")), sorted(nicknames_in("Ana O'Dell"))
    (['owl'], [])
    """
    return frozenset(fold(one) for one in NICKNAME.findall(name) if fold(one))


def _word(word: str) -> list[str]:
    """Fold a word; a double surname stays one ("Holtz-Eakin"), a particle or a syllable does not ("al-Abadi")."""
    halves = fold(word).split()
    return ["".join(halves)] if len(halves) > 1 and all(len(half) >= LONG_HALF for half in halves) else halves


def same_person(a: str, b: str) -> Judgement:
    """Both names can be names of one person: surnames are spellings of one, given names agree as far as given.

    >>> same_person("Volodymyr Zelenskyy", "Vladimir Zelensky").answer
    'yes'
    >>> same_person("Hillary Clinton", "Bill Clinton").answer, same_person("H. Clinton", "Hillary Clinton").answer
    ('no', 'unsure')
    """
    one, two = parts(a), parts(b)
    if not one.surname or not two.surname:
        return Judgement("no", "One of the names is empty.")
    if one.generation and two.generation and GENERATIONS[one.generation] != GENERATIONS[two.generation]:
        return Judgement("no", f"“{a}” and “{b}” are of different generations.")
    if not same_word(one.surname, two.surname):
        return Judgement("no", f"“{one.surname}” and “{two.surname}” are different surnames.")
    if not one.given or not two.given:
        return Judgement("unsure", f"“{a}” and “{b}” share a surname, and one has no given name.")
    if one.given[0] in nicknames_in(b) or two.given[0] in nicknames_in(a):
        return Judgement("yes", f"“{a}” and “{b}” share a surname, and one is the other's nickname.")
    judged = _given(a, b, one.given, two.given)
    if judged.answer == "yes" and one.generation != two.generation:
        return Judgement("unsure", f"“{a}” and “{b}” are one name, and only one tells the generation.")
    return judged


def _given(a: str, b: str, one: tuple[str, ...], two: tuple[str, ...]) -> Judgement:
    first, other = one[0], two[0]
    if first != other and (first in two[1:] or other in one[1:]):
        return Judgement("unsure", f"“{a}” and “{b}” share a surname and one given name, not the first.")
    if len(first) == 1 or len(other) == 1:
        if first[0] != other[0]:
            return Judgement("no", f"The initials of “{a}” and “{b}” differ.")
        return Judgement("unsure", f"“{a}” and “{b}” share a surname and an initial.")
    same = same_given(first, other)
    if same or near_given(first, other):
        if len(one) > 1 and len(two) > 1 and not _middle(one[1:], two[1:]):
            return Judgement("no", f"“{a}” and “{b}” have different middle names.")
        if same:
            return Judgement("yes", f"“{a}” and “{b}” are spellings of one name.")
        return Judgement("unsure", f"“{first}” may be another form of “{other}”, or a slip of the pen.")
    return Judgement("no", f"“{a}” and “{b}” share a surname only.")


def _middle(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether middle names agree as far as both are given: equal, or an initial of the other."""
    return all(x[0] == y[0] if 1 in (len(x), len(y)) else same_given(x, y) for x, y in zip(one, two, strict=False))


def same_given(a: str, b: str) -> bool:
    """Whether two folded given names are forms of one: listed together, or spellings of one.

    >>> same_given("volodymyr", "vladimir"), same_given("bill", "hillary"), same_given("jan", "jon")
    (True, False, False)
    """
    forms = _forms()
    if a == b or forms.get(a, {a}) & forms.get(b, {b}):
        return True
    return (
        a not in forms and b not in forms and min(len(a), len(b)) > 3 and same_word(a, b)
    )  # short names differ by a letter


def near_given(a: str, b: str) -> bool:
    """Whether two folded given names may be one person's: one is short for the other, or they differ by a slip.

    >>> near_given("kathryn", "katie"), near_given("latonya", "latoya"), near_given("jean", "joan")
    (True, True, False)
    >>> near_given("stan", "stanley"), near_given("bettie", "betty")
    (True, True)
    >>> near_given("robert", "roberta"), near_given("aaron", "erin")
    (False, False)
    """
    if _short_for(a, b) or _short_for(b, a):
        return True
    return (near_word(a, b) or same_word(a, b) or _begins(a, b) or _begins(b, a)) and not _parted(a, b)


def _begins(short: str, full: str) -> bool:
    """Whether the first is what a known name is cut to: "stan" of "stanley"."""
    long = len(short) >= SHORT_FORM and len(full) > len(short) + 1
    return long and full.startswith(short) and full.title() in mapping("first_names")


def near_word(a: str, b: str) -> bool:
    """Whether two folded words differ by one letter that is missing, added, changed or elsewhere.

    >>> near_word("klitchsko", "klitschko"), near_word("brown", "braun"), near_word("lee", "lea")
    (True, False, False)
    """
    return min(len(a), len(b)) >= LONG_ENOUGH and not shortened(a).isdisjoint(shortened(b))


def shortened(word: str) -> frozenset[str]:
    """Return the word and what is left of it without any one letter: words a slip apart share one of these.

    >>> sorted(shortened("abc"))
    ['ab', 'abc', 'ac', 'bc']
    """
    return frozenset({word, *(word[:i] + word[i + 1 :] for i in range(len(word)))})


def _short_for(short: str, full: str) -> bool:
    """Whether the first is a listed short form of the second; both begin alike, or one holds the other ("beth").

    The package also lists what genealogists met once ("erin" for "aaron").
    """
    listed = _nicknames().canonicals_of(short)
    alike = short[0] == full[0] or short in full or bool(_forms().get(short, frozenset()) & _forms().get(full, set()))
    return alike and any(name == full or same_given(name, full) for name in listed)


def _parted(a: str, b: str) -> bool:
    """Whether two given names that differ by a letter are two: a woman's and a man's, or two known ones."""
    one, two = (mapping("first_names").get(name.title(), "") for name in (a, b))
    return {one, two} == {"f", "m"} or bool(one and two and a[0] != b[0])


def same_word(a: str, b: str) -> bool:
    """Whether two folded words are spellings of one name: equal, or one skeleton and much alike.

    >>> same_word("zelenskyy", "zelensky"), same_word("brown", "braun"), same_word("lee", "li")
    (True, False, False)
    """
    if a == b:
        return True
    if min(len(a), len(b)) < 5:  # "Lee" and "Li", "Khan" and "Kahn" are names of different people
        return False
    return skeleton(a) == skeleton(b) and JaroWinkler.similarity(a, b) >= ALIKE


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


@cache
def _forms() -> dict[str, frozenset[str]]:
    """Each folded given name with the heads of the lines it stands on."""
    found: dict[str, set[str]] = {}
    for head, *rest in table("given_names"):
        for form in (head, *" ".join(rest).split()):
            found.setdefault(fold(form), set()).add(head)
    return {form: frozenset(heads) for form, heads in found.items()}
