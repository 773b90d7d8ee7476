"""Whoever a quotation speaks of in the third person is not the one who is quoted."""

from twosource.check.voices.not_himself import not_himself
from twosource.model import Attribution, Entity, Mention, Mentions, Name, Occurrence, Span

TEXT = '"He sold my mill," Lowe said.'
HE, MY, LOWE = (Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("He", "my", "Lowe"))


def test_he_in_a_quotation_is_not_who_says_it():
    entity = Entity(
        id="person:ann-lowe",
        name="Ann Lowe",
        names=("Ann Lowe",),
        kind="person",
        mentions=tuple(Occurrence("a", span) for span in (HE, MY, LOWE)),
    )
    names = tuple(
        Mention(Name(TEXT[span.start : span.end], "person", form), span, "test")
        for span, form in ((HE, "pronoun"), (MY, "pronoun"), (LOWE, "name"))
    )
    quoted = Attribution(
        source=(LOWE,), cue=(Span(LOWE.end + 1, LOWE.end + 5),), content=(Span(0, LOWE.start),), form="direct"
    )
    mentions = Mentions("a", names=names, attributions=(Mention(quoted, Span(0, len(TEXT)), "test"),))
    assert set(not_himself(TEXT, mentions, dict.fromkeys((HE, MY, LOWE), entity))) == {MY, LOWE}
