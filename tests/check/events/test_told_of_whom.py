"""A story's own event is told of whom it befell, in a clause of its own."""

from stories import contexts
from twosource.check.events.main_events import BY, main_events

TEXTS = (
    "Tests link Tom Webb to a strand of wool found near where the cart stood. The cart burned on Monday.",
    "Tom Webb was also linked to a strand of wool found near where the cart stood, Leeds police said.",
    "The guards have a strand of wool found near where the cart stood.",
)


def test_a_participle_beside_its_noun_is_told_with_its_helping_verb():
    groups = main_events(contexts(*TEXTS), {"a": "a", "b": "b", "c": "c"})
    told = [claim.value for group in groups for claim in group if claim.kind == "event" and claim.rule == BY]
    assert "a strand of wool was found near where the cart stood" in told
