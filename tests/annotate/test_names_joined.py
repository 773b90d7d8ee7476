"""Names that the model tears, or to which it adds what stands beside them."""

import pytest

from twosource import annotate
from twosource.model import Article

WHOLE = [
    # (text, a name in it, its kind, what is no name there)
    ("Commission President Ursula von der Marlow said it was late.", "Ursula von der Marlow", "person", "Marlow"),
    ("A jury praised former Miss Universe Alicia Marlow in May.", "Alicia Marlow", "person", "Universe Alicia Marlow"),
    ("The ruling met with anger among Cuban-Americans, who wept.", "Cuban-Americans", "group", "Americans"),
    ("The poet Ernesto ``Che'' Marlow died in May.", "Ernesto ``Che'' Marlow", "person", "Ernesto ``"),
    ("A photo by Kevin S. Vinter /AP shows the quay.", "Kevin S. Vinter", "person", "Kevin S. Vinter /AP"),
    ("Doctors Without Borders said that two nurses fell ill.", "Doctors Without Borders", "organisation", "Borders"),
    ("He asked Adv Mokitimi Marlow to speak.", "Mokitimi Marlow", "person", "Adv Mokitimi Marlow"),
    ("Deputy Attorney General Nora Quilly Yates said so.", "Nora Quilly Yates", "person", "Nora Quilly"),
    ("Field told them to wait. Leslie Field grew up beside a field.", "Field", "person", "field"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind", "other"), WHOLE)
def test_a_name_is_whole_and_holds_nothing_else(text, name, kind, other):
    found = {m.span.of(text): m.value.kind for m in annotate(Article(text=text)).names if m.value.form == "name"}
    assert found.get(name) == kind
    assert other not in found
