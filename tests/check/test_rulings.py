"""A person's own judgements: applied on every rebuild, reversible, kept apart."""

import msgspec
from build import claim
from hypothesis import given
from hypothesis import strategies as st

from twosource.check.rulings import place_of, reconcile, ruled, settle, standing
from twosource.model import Article, Entity, Evidence, Mentions, Occurrence, Ruling, Span


def ruling(number, action, target, *others):
    return Ruling(str(number), action, target, "A. Editor", f"2023-03-{number:02d}T09:00Z", others)


GROUPS = {"f1": (claim("a"), claim("b")), "f2": (claim("c"),)}


def test_merging_brings_claims_together():
    assert [c.article for c in settle(GROUPS, [ruling(1, "merge", "f1", "f2")])[0]["f1"]] == ["a", "b", "c"]


def test_splitting_takes_claims_out():
    made, _ = settle(GROUPS, [ruling(1, "split", "f1", "b:0")])
    assert [c.article for c in made["f1"]] == ["a"]
    assert [c.article for c in made["f1/1"]] == ["b"]


def test_undoing_brings_back_what_was():
    rulings = [ruling(1, "merge", "f1", "f2"), ruling(2, "undo", "1")]
    assert settle(GROUPS, rulings) == (GROUPS, {})
    assert len(standing([*rulings, ruling(3, "undo", "2")])) == 1


def test_a_later_ruling_supersedes_an_earlier_one():
    _, said = settle(GROUPS, [ruling(2, "reject", "f1"), ruling(1, "confirm", "f1")])
    assert said == {"f1": "rejected by A. Editor, 2023-03-02"}


def test_a_ruling_on_what_is_gone_has_no_effect():
    assert settle(GROUPS, [ruling(1, "merge", "gone", "f1"), ruling(2, "reject", "gone")]) == (GROUPS, {})


TEXT = "Ann Hill met Bob Hill."
HILL = Entity("person:hill", "Ann Hill", "person", ("Ann Hill", "Bob Hill"), mentions=(
    Occurrence("a", Span(0, 8)), Occurrence("a", Span(13, 21)),
))  # fmt: skip


def words(mention):
    return mention.span.of(TEXT)


def test_an_entity_made_of_two_people_can_be_split():
    one, other = reconcile([HILL], [ruling(1, "split", HILL.id, "Bob Hill")], words)
    assert (one.name, one.mentions) == ("Ann Hill", (Occurrence("a", Span(0, 8)),))
    assert (other.name, other.mentions) == ("Bob Hill", (Occurrence("a", Span(13, 21)),))


def test_entities_can_be_merged_and_rejected():
    two = reconcile([HILL], [ruling(1, "split", HILL.id, "Bob Hill")], words)
    [merged] = reconcile(two, [ruling(2, "merge", two[0].id, two[1].id)], words)
    assert merged.names == HILL.names
    assert reconcile([HILL], [ruling(1, "reject", HILL.id)], words) == ()


# Anchors: what a ruling was made on, under whatever id that goes later.


def anchored(number, action, claims, *others, target="old"):
    kept = ruling(number, action, target, *(name for name, _ in others))
    places = (claims, *(group for _, group in others))
    return msgspec.structs.replace(kept, anchors=tuple(tuple(map(place_of, group)) for group in places))


def test_a_ruling_finds_its_fact_under_another_id():
    _, said = settle(GROUPS, [anchored(1, "confirm", GROUPS["f1"])])
    assert said == {"f1": "confirmed by A. Editor, 2023-03-01"}


def test_a_ruling_follows_a_fact_that_has_grown():
    grown = {"new": (*GROUPS["f1"], *(claim(name) for name in "defgh")), **GROUPS}
    del grown["f1"]
    _, said = settle(grown, [anchored(1, "reject", GROUPS["f1"])])
    assert list(said) == ["new"]


def test_an_id_that_now_names_another_fact_is_left_alone():
    groups = {"old": (claim("z"),), "f1": GROUPS["f1"]}
    _, said = settle(groups, [anchored(1, "reject", GROUPS["f1"])])
    assert list(said) == ["f1"]


def test_a_ruling_on_what_has_mostly_gone_has_no_effect():
    before = tuple(claim(name) for name in "abcde")
    assert settle({"f1": before[:2]}, [anchored(1, "confirm", before)]) == ({"f1": before[:2]}, {})


def test_facts_are_merged_and_split_under_other_ids():
    made, said = settle(GROUPS, [anchored(1, "merge", GROUPS["f1"], ("gone", GROUPS["f2"]))])
    assert [c.article for c in made["f1"]] == ["a", "b", "c"]
    assert said["f1"].startswith("merged")
    split = msgspec.structs.replace(anchored(2, "split", GROUPS["f1"]), others=(place_of(claim("b")),))
    made, _ = settle(GROUPS, [split])
    assert [c.article for c in made["f1/2"]] == ["b"]


def test_a_sentence_leaves_a_fact_as_a_whole():
    twice = claim("b"), msgspec.structs.replace(claim("b", at=9), span=claim("b").span)
    made, _ = settle({"f1": (claim("a"), *twice)}, [ruling(1, "split", "f1", "b:0")])
    assert made == {"f1": (claim("a"),), "f1/1": twice}


def test_what_was_done_to_claims_is_said_beside_the_last_judgement():
    _, said = settle(GROUPS, [ruling(1, "confirm", "f1"), ruling(2, "merge", "f1", "f2"), ruling(3, "reject", "f1")])
    assert said == {"f1": "merged by A. Editor, 2023-03-02; rejected by A. Editor, 2023-03-03"}


CLAIMS = [claim(name, at=at) for name in "abcd" for at in (0, 10)]
FACTS = st.lists(st.sampled_from("fghi"), min_size=len(CLAIMS), max_size=len(CLAIMS)).map(
    lambda homes: {
        home: tuple(c for c, h in zip(CLAIMS, homes, strict=True) if h == home) for home in sorted(set(homes))
    }
)


@st.composite
def any_rulings(draw):
    made = []
    for number in range(1, 1 + draw(st.integers(0, 8))):
        action = draw(st.sampled_from(["confirm", "reject", "merge", "split", "undo"]))
        target = str(draw(st.integers(1, 8))) if action == "undo" else draw(st.sampled_from("fghi"))
        others = draw(st.lists(st.sampled_from(["f", "g", "h", "a:0", "b:10"]), max_size=2))
        anchors = draw(st.lists(st.lists(st.sampled_from([place_of(c) for c in CLAIMS])).map(tuple), max_size=3))
        made.append(msgspec.structs.replace(ruling(number, action, target, *others), anchors=tuple(anchors)))
    return made


@given(FACTS, any_rulings(), st.randoms())
def test_no_ruling_loses_or_doubles_a_claim_and_their_order_in_the_list_does_not_matter(groups, rulings, random):
    made, said = settle(groups, rulings)
    assert sorted(c.id for group in made.values() for c in group) == sorted(c.id for c in CLAIMS)
    assert said.keys() <= made.keys()
    shuffled = random.sample(rulings, len(rulings))
    assert settle(groups, shuffled) == (made, said)
    undone = [ruling(50 + n, "undo", r.id) for n, r in enumerate(rulings) if r.action != "undo"]
    undone = [msgspec.structs.replace(one, when="2024-01-01T00:00Z") for one in undone]
    assert settle(groups, [*rulings, *undone])[0] == groups


def test_entities_stay_as_people_left_them_when_it_is_done_twice():
    evidence = Evidence((Article("a", TEXT),), (Mentions("a"),), (HILL,))
    rulings = [ruling(1, "split", HILL.id, "Bob Hill"), ruling(2, "reject", f"{HILL.id}/1")]
    once = ruled(evidence, rulings)
    assert [entity.name for entity in once.entities] == ["Ann Hill"]
    assert ruled(once, rulings) == once
