import pytest

from twosource.model import Article
from twosource.stories.terms import terms_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The river Elbe rose.", 1),
        ("Dresden was flooded. Meissen too.", 0),  # a capital that opens a sentence proves nothing
        ("They went to Riga, Tartu; and (later) Vilnius", 3),
        ("the MAYOR  Roe", 1),  # two spaces: not known
        ("", 0),
    ],
)
def test_capitals_inside_sentences_are_names(text, names):
    assert int(terms_of(Article(text=text)).names.sum()) == names
