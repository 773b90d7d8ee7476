"""Contracts between parts: what finders read, what lexicons hold, how modules open."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from twosource.annotate import FINDERS, Finder, annotate
from twosource.annotate.parse import forgetting, model, parse
from twosource.model import Article, Instant, Mentions
from twosource.run.steps import STEPS, check_order
from twosource.text.lexicon import marked

SOURCE = Path(__file__).parent.parent / "src" / "twosource"
LEXICONS = sorted((SOURCE / "text" / "data").glob("*.tsv"))
MODULES = sorted(SOURCE.rglob("*.py"))
OWN = {"article", "sentences"}
"""Fields of Mentions that are there before the first finder."""

ARTICLE = Article(
    id="a",
    text="Ferry talks\n\nVALMERE — Foreign Minister Ana Ruiz of Peru said on Monday that at least 12 people died near "
    "Cusco.\n\n“We will not sign,” she told reporters. The Peruvian delegation included Ruiz and an aide, Luis Paz. "
    "Russian forces shelled Kyiv on Tuesday.",
    published=Instant("2023-05-03"),
)


class Watched:
    """Mentions that notes which of its fields are read."""

    def __init__(self, found: Mentions) -> None:
        self._found = found
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> object:
        self.read.add(name)
        return getattr(self._found, name)


def test_each_finder_reads_only_what_those_before_it_give():
    given: set[str] = set()
    for finder in FINDERS:
        assert set(finder.reads) <= given, f"{finder.gives} reads {set(finder.reads) - given} too early"
        given.add(finder.gives)
    assert given | OWN == set(Mentions.__struct_fields__)


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.gives)
def test_a_finder_reads_what_it_says_and_no_more(finder: Finder):
    watched = Watched(annotate(ARTICLE))
    finder.find(parse(ARTICLE), watched)
    assert watched.read - OWN == set(finder.reads)


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.gives)
def test_a_finder_signs_what_it_finds_and_keeps_text_order(finder: Finder):
    mentions = getattr(annotate(ARTICLE), finder.gives)
    assert mentions or finder.gives == "events"
    assert {mention.by.partition("/")[0] for mention in mentions} <= {finder.gives}
    assert [mention.span.start for mention in mentions] == sorted(mention.span.start for mention in mentions)


def test_the_steps_follow_one_another():
    check_order()
    assert len({step.name for step in STEPS}) == len(STEPS)


def test_what_several_finders_need_is_made_once():
    parsed, made = parse(ARTICLE), []

    def count(doc):
        made.append(doc)
        return len(doc)

    assert parsed.once(count) == parsed.once(count) == len(parsed.doc)
    assert len(made) == 1


def test_rare_words_are_forgotten_with_their_article():
    with forgetting(kept=0):
        parse(Article(text="Zyxqvornath spoke."))
        assert "Zyxqvornath" in model("").vocab.strings
    assert "Zyxqvornath" not in model("").vocab.strings


def test_an_error_leaves_the_memory_of_words_in_order():
    with pytest.raises(KeyError), forgetting(kept=0):
        parse(Article(text="Wovquilt spoke."))
        raise KeyError
    with forgetting(kept=0):
        assert str(parse(Article(text="Wovquilt spoke.")).doc[0]) == "Wovquilt"


def test_forgetting_changes_nothing_that_is_found():
    plain = annotate(ARTICLE)
    with forgetting(kept=0):
        parsed, found = parse(ARTICLE), Mentions("a")
        assert parsed.sentences() == plain.sentences
        assert FINDERS[0].find(parsed, found) == plain.times


@pytest.mark.parametrize("path", LEXICONS, ids=lambda path: path.stem)
def test_a_lexicon_opens_with_its_source(path: Path):
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert re.search(r"source|general English|by hand|general (knowledge|usage)|IANA|CC BY", " ".join(comments), re.I)


def mapped() -> list[str]:
    """The lexicons that some module reads as a mapping."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    return sorted(set(re.findall(r'\bmapping\("(\w+)"\)', text)))


@pytest.mark.parametrize("name", mapped())
def test_a_mapping_has_each_key_once(name: str):
    lines = (SOURCE / "text" / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    keys = Counter(line.split("\t")[0].strip() for line in lines if line.strip() and not line.startswith("#"))
    assert {key for key, count in keys.items() if count > 1} == set()


def test_a_mark_that_is_asked_for_is_in_its_lexicon():
    asked = {mark for path in MODULES for mark in re.findall(r'\bmarked\("(\w+)", "(\w+)"\)', path.read_text("utf-8"))}
    assert asked
    assert [(name, mark) for name, mark in sorted(asked) if not marked(name, mark)] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_opens_with_what_it_does(path: Path):
    opening = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]
    assert len(opening.split()) >= 3, "no docstring that says what the module does"
    assert opening[0].isupper() or opening[0] == "`"
    assert opening[-1] in ".:?"
