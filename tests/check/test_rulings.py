"""A person's own judgements: applied on every rebuild, reversible, kept apart."""

from build import claim

from twosource.check.rulings import reconcile, settle, standing
from twosource.model import Entity, Occurrence, Ruling, Span


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
