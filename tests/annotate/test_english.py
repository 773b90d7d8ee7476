"""Other languages are refused."""

import pytest

from twosource import annotate
from twosource.annotate.english import foreign
from twosource.model import AnnotateError, Article

GERMAN = "Der Fluss trat in der Nacht zum Dienstag über den Damm, zwei Menschen starben. " * 4
UKRAINIAN = "Річка вийшла з берегів у ніч на вівторок, загинуло двоє людей. " * 5
TABLE = "Rovers 3 1 0 2 4-6 3\nUnited 3 0 1 2 2-7 1\n" * 9
FRENCH = "Le maire a dit à des habitants que la digue en place tient, mais on me dit aussi que non. " * 4
MIXED = "Сказал он: «дамба» стоит, he said. 他说, she said. " * 6
QUOTES = "The mayor said: “Wir schaffen das.” The river rose over the dyke in the night to Tuesday. " * 4

LANGUAGES = [(GERMAN, "de"), (UKRAINIAN, "uk"), (FRENCH, "fr"), (TABLE, ""), (MIXED, ""), (QUOTES, ""), ("", "")]


@pytest.mark.parametrize(("text", "code"), LANGUAGES)
def test_foreign(text, code):
    assert foreign(text) == code


def test_a_report_in_another_language_is_refused_in_one_sentence():
    with pytest.raises(AnnotateError, match=r"its text is not English \(de\), and only English is read"):
        annotate(Article(id="a", text=GERMAN))


def test_a_word_of_another_language_is_read():
    assert annotate(Article(id="a", text="Der Fluss: a river that rose over the dyke on Tuesday.")).times
