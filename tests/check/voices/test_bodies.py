"""Which body is meant where a source is called by its noun alone."""

import pytest

from stories import contexts
from twosource.check.voices.bodies import body_meant
from twosource.check.voices.chains import chain_of
from twosource.model import Span

# (text, words in it, the chain of those words)
CHAINS = [
    # whoever was cited in the sentence before
    (
        "Rain fell all week, according to the Arle Weather Service.\n\nSnow may follow, the agency said.",
        "Snow may follow",
        ("Arle Weather Service",),
    ),
    # whoever acts in the same sentence
    ("The Harn Rail Company shut 12 shops, a company spokeswoman said.", "shut 12 shops", ("Harn Rail Company",)),
]


@pytest.mark.parametrize(("text", "told", "chain"), CHAINS)
def test_a_body_called_by_its_noun_is_the_one_that_acted_right_before(text, told, chain):
    [context] = contexts(text)
    start = text.index(told)
    assert chain_of(context, Span(start, start + len(told))) == chain


@pytest.mark.parametrize(
    ("before", "called", "body"),
    [
        ("The Arle Weather Service merged on Monday.", "The agency", "Arle Weather Service"),
        ("The Arle Weather Service merged on Monday.", "The company", ""),  # its own noun says what it is
        (
            "The Arle Weather Service and the Harn Rail Authority merged on Monday.",
            "The agency",
            "",
        ),  # either may be meant
        ("The mayor wrote to the Arle Weather Service.", "The agency", ""),  # only named
    ],
)
def test_of_the_bodies_before_only_one_that_acts_is_meant(before, called, body):
    [context] = contexts(f"{before}\n\n{called} said 12 cables were cut.")
    start = context.article.text.index(called)
    assert body_meant(context, Span(start, start + len(called))) == body
