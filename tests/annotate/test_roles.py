"""Roles: who holds what office for whom, and who sits in which group."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.names import find_names
from twosource.annotate.parse import parse
from twosource.annotate.roles import find_roles
from twosource.model import Article, Mentions


def roles(text):
    parsed = parse(Article(id="a", text=text))
    found = Mentions("a", sentences=parsed.sentences())
    found = msgspec.structs.replace(found, names=find_names(parsed, found))
    return find_roles(parsed, found)


OFFICES = [
    # (text, holder, office, of)
    ("Belarusian Foreign Minister Vladimir Makei greeted them.", "Vladimir Makei", "foreign minister", "Belarus"),
    ("President Vladimir Putin's aide Vladimir Medinsky flew in.", "Vladimir Medinsky", "aide", "Vladimir Putin"),
    ("EU Economy Commissioner Paolo Ricci resigned.", "Paolo Ricci", "economy commissioner", "EU"),
    ("Portugal's finance minister, Ana Ribeiro, resigned.", "Ana Ribeiro", "finance minister", "Portugal"),
    ("Olena Marchuk, the director of the clinic, was tired.", "Olena Marchuk", "director of the clinic", ""),
    ("Ihor Vasylenko, an adviser to President Ann Marlow, disagreed.", "Ihor Vasylenko", "adviser", "Ann Marlow"),
    ("Maria Costa was named head of the National Bank on Friday.", "Maria Costa", "head", "National Bank"),
    ("A spokesman for the Socialist Party, Rui Lopes, said no.", "Rui Lopes", "spokesman", "Socialist Party"),
    ("UN High Commissioner for Refugees Filippo Grandi thanked them.", "Filippo Grandi",
     "high commissioner for refugees", "UN"),
    ("The aide of President Vladimir Putin said no.", "Vladimir Putin", "president", ""),
    ("Belmont Stores CEO Carl Horn apologised.", "Carl Horn", "CEO", "Belmont Stores"),
    ("Carl Horn, a spokesman for the Arle mayor, said no.", "Carl Horn", "spokesman", "Arle mayor"),
    ("The Silver Lantern director Carl Horn has signed.", "Carl Horn", "Silver Lantern director", ""),
    ("CEO Carl Horn apologised to them.", "Carl Horn", "CEO", ""),
    ("Scott Bell, Tanner's agent, met the owner.", "Scott Bell", "agent", "Tanner"),
    ("Ukraine's defense minister will attend.", "", "defense minister", "Ukraine"),
    ("Assistant District Attorney Dana Rowe asked the court to wait.", "Dana Rowe", "assistant district attorney", ""),
    ("Police Chief Ana Reyes, Mayor Tom Webb and others attended.", "Tom Webb", "mayor", ""),
    ("Halvern Governor Tom Webb said so.", "Tom Webb", "governor", "Halvern"),
    ("Halvern police spokesman Sgt. Tom Webb said two were hurt.", "Tom Webb", "police spokesman", "Halvern"),
    ("Ann Lee confirmed Wednesday owner Tom Webb had surgery.", "Tom Webb", "owner", ""),
    ("It was the church former mayor Ann Lee attends.", "Ann Lee", "former mayor", ""),
    ("He had asked CNN's medical correspondent, Dr. Tom Webb, to come.", "Tom Webb", "medical correspondent", "CNN"),
    ("Tom Webb was sworn in as mayor on Monday.", "Tom Webb", "mayor", ""),
    ("The party was led by civil rights leader Tom Webb.", "Tom Webb", "civil rights leader", ""),
    ("Police said Inspector General Tom Webb would look into it.", "Tom Webb", "inspector general", ""),
    ("Tom Webb, head of the Porta Nuova clan, was held.", "Tom Webb", "head of the Porta Nuova clan", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holder", "office", "of"), OFFICES)
def test_office(text, holder, office, of):
    found = [(r.value.holder, r.value.office, r.value.of) for r in roles(text) if r.value.relation == "office"]
    assert (holder, office, of) in found


NOT_HELD = [
    # (text, a name, an office that is not theirs)
    ("Friends spoke of the court reporter Webb had shot.", "Webb", "court reporter"),
    ("They met Judge Rowan Barnes; a court reporter, Julie Lind; and others.", "Rowan Barnes", "court reporter"),
    ("Although the source was a government official, Ann Lee kept silent.", "Ann Lee", "government official"),
    ("A representative for Mr. Tom Webb said no.", "Tom Webb", "representative"),
    ("The president nominated Ann Lee as judge. Ann Lee was nominated as judge.", "Ann Lee", "judge"),
]


@pytest.mark.parametrize(("text", "name", "office"), NOT_HELD)
def test_an_office_beside_a_name_is_not_always_theirs(text, name, office):
    assert not [one for one in roles(text) if one.value.holder == name and one.value.office.startswith(office)]


MEMBERS = [
    # (text, group, members as holder or office)
    ("Norway's team comprises Oslo's envoy to Riga, its deputy trade minister, a young judge and "
     "Boris Vetrov.", "Norwegian delegation",
     ["envoy to Riga", "deputy trade minister", "young judge", "Boris Vetrov"]),
    ("The Ukrainian delegation consists of Defence Minister Oleksii Reznikov, party leader Davyd Arakhamia and two "
     "lawyers.", "Ukrainian delegation", ["Oleksii Reznikov", "Davyd Arakhamia", "two lawyers"]),
    ("Members of the French delegation include Luc Duval and Anne Petit.", "French delegation",
     ["Luc Duval", "Anne Petit"]),
    ("The Kremlin said its team was headed by Boris Vetrov.", "Russian delegation", ["Boris Vetrov"]),
    ("The Ukrainian president's office named Defence Minister Oleksii Reznikov, party leader Davyd Arakhamia and "
     "adviser Mykhailo Podolyak among its delegates.", "Ukrainian delegation",
     ["Oleksii Reznikov", "Davyd Arakhamia", "Mykhailo Podolyak"]),
    ("The Kremlin named Boris Vetrov and Ivan Lugin among its negotiators.", "Russian delegation",
     ["Boris Vetrov", "Ivan Lugin"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "group", "members"), MEMBERS)
def test_members(text, group, members):
    found = [r.value for r in roles(text) if r.value.relation == "member"]
    assert {one.group for one in found} == {group}
    assert [one.holder or one.office for one in found] == members


def test_a_list_goes_on_after_a_break_that_follows_a_comma():
    text = "The Danish delegation consists of Denmark's culture minister,\n\ndeputy foreign minister and two clerks."
    found = [r.value.office for r in roles(text) if r.value.relation == "member"]
    assert found == ["culture minister", "deputy foreign minister", "two clerks"]


NONE = [
    "A spokesperson for Ann Marlow declined to comment.",
    "Ann Marlow is not the head of the bank.",
    "Many people left the city.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_holder(text):
    assert not [r for r in roles(text) if r.value.holder]


WORDS = ["Ann", "Marlow", "President", "Foreign", "Minister", "of", "the", "Ukraine's", ",", "aide", "team",
         "comprises", "and", "its", "head", "was", "named", "led", "by", "“", "\n\n", "🙂", "Киев", "'s"]  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_gives_spans_in_bounds(text):
    for mention in roles(text):
        for span in (mention.span, mention.value.holder_span, mention.value.office_span):
            assert span is None or 0 <= span.start < span.end <= len(text)
        if mention.value.holder_span:
            assert mention.span.covers(mention.value.holder_span)


@pytest.mark.parametrize("text", ["," * 2_000, "President " * 3_000, "team comprises " * 2_000], ids=range(3))
def test_endless_text(text):
    roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Webb, 41, was found guilty in March of robbing a judge, a court reporter and a nurse.",
        "Webb was spared prison when the jury could not agree on the murders of a judge, a court reporter and a nurse.",
        "\u201cIt is over,\u201d the deputy's mother, Rosa Webb, said.",
        "They signed Elton Webb, who is leading the team in scoring.",
    ],
)
def test_an_office_of_somebody_else_in_the_sentence_is_not_the_persons(text):
    assert [role.value.holder for role in roles(text) if role.value.holder] == []


def test_an_office_that_does_something_of_its_own_is_no_apposition():
    held = [
        role.value.office
        for role in roles("After talks with Ann Lee, the Danish prime minister flew home.")
        if role.value.holder
    ]
    assert held == []


def test_an_office_behind_two_names_is_the_nearer_ones():
    text = "Convicted: Eric Rudd, who pleaded guilty to fraud, and Mal York, the Halvern leader convicted of theft."
    assert {role.value.holder for role in roles(text) if role.value.office == "leader"} == {"Mal York"}
