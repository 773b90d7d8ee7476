"""Names: where they stand, what they are, and who is who within one article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate.names import find_names
from twosource.annotate.parse import parse
from twosource.model import Article, Mentions


def names(text):
    parsed = parse(Article(id="a", text=text))
    return find_names(parsed, Mentions("a", sentences=parsed.sentences()))


def kinds(text):
    return {m.span.of(text): m.value.kind for m in names(text) if m.value.form == "name"}


KINDS = [
    ("Officials in Minsk met Volodymyr Zelenskiy on Friday.", "Minsk", "place"),
    ("Officials in Minsk met Volodymyr Zelenskiy on Friday.", "Volodymyr Zelenskiy", "person"),
    ("Foreign Minister Vladimir Makei greeted the guests. Makei said he was glad.", "Makei", "person"),
    ("The Kremlin declined to comment.", "Kremlin", "organisation"),
    ("The Finance Ministry denied the report.", "Finance Ministry", "organisation"),
    ("Ukrainians crossed the border into Poland.", "Ukrainians", "group"),
    ("Ukrainians crossed the border into Poland.", "Poland", "place"),
    ("The head of the IAEA flew to Vienna.", "IAEA", "organisation"),
    ("A bridge over the River Pripyat was closed.", "River Pripyat", "place"),
    ("Daesh claimed the attack.", "Daesh", "organisation"),
    ("Strikes were reported near the town of Ardovka.", "Ardovka", "place"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(text, name, kind):
    assert kinds(text).get(name) == kind


FULL = [
    # (text, words of a mention, which occurrence, the full name it stands for)
    ("Ann Marlow won. On Tuesday Marlow thanked voters.", "Marlow", 1, "Ann Marlow"),
    ("Putin spoke on Monday. Vladimir Putin had been silent for a week.", "Putin", 0, "Vladimir Putin"),
    ("Ann Marlow won the vote. She thanked her staff.", "She", 0, "Ann Marlow"),
    ("Aung San Suu Kyi arrived on Monday. Suu Kyi met reporters.", "Suu Kyi", 1, "Aung San Suu Kyi"),
    ("Ann J. Marlow won the vote. Ann Marlow thanked voters.", "Ann Marlow", 0, "Ann J. Marlow"),
    ("Officials in the U.S. said so. The United States would wait.", "U.S.", 0, "United States"),
    ("President Ann Marlow arrived on Friday. The president will stay for a week.", "The president", 0, "Ann Marlow"),
    (
        "Lavian President Ann Marlow met French President Luc Duval. The French president left early.",
        "The French president",
        0,
        "Luc Duval",
    ),
    (
        "Ann Marlow's office said the talks had failed. It said nobody was to blame.",
        "It",
        0,
        "Ann Marlow’s office",
    ),
    ("Ukraine's health ministry reported 12 deaths. The ministry gave no names.", "The ministry", 0,
     "Ukrainian health ministry"),
    ("The hospital's director, Olena Marchuk, was tired.", "The hospital's director", 0, "Olena Marchuk"),
    ("Belarusian state television showed the hall.", "Belarusian state television", 0, "Belarusian state television"),
    ("A spokesman for Ann Marlow declined to comment.", "A spokesman for Ann Marlow", 0, "Ann Marlow’s spokesman"),
    ("The Kremlin said its team would be led by Boris Vetrov.", "its team", 0, "Russian team"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "occurrence", "full"), FULL)
def test_stands_for(text, words, occurrence, full):
    found = [m for m in names(text) if m.span.of(text) == words or m.span.of(text).endswith(f" {words}")]
    at = [m for m in found if m.span.of(text) == words]
    assert at, [m.span.of(text) for m in names(text)]
    value = next(m for m in at if m.span.start == _nth(text, words, occurrence)).value
    assert value.text == full
    assert value.chain >= 0


def _nth(text, words, occurrence):
    at = -1
    for _ in range(occurrence + 1):
        at = text.index(words, at + 1)
    return at


BARE = [
    # (text, the name of a person in it, what is no name)
    ("Unemployed Ivo Brandt, 23, was arrested on Tuesday.", "Ivo Brandt", "Unemployed Ivo Brandt"),
    ("The club offered GM Theo Hale a new contract.", "Theo Hale", "GM Theo Hale"),
    ("Ivo Brandt is hurt. Losing Brandt would cost the team the title.", "Brandt", "Losing Brandt"),
    ("Assistant District Attorney Dana Rowe asked the court to wait.", "Dana Rowe", "District Attorney"),
    ("Deputy Public Defender Peter Lund said nothing.", "Peter Lund", "Public Defender"),
    ("Peter Guest, Assistant Chief Fire Officer, said all were safe.", "Peter Guest", "Fire Officer"),
    (
        "Homicide Detective Dominic Lund, testifying on Tuesday, said so.",
        "Dominic Lund",
        "Homicide Detective Dominic Lund",
    ),
    ("Trainer Emanuel Lund said so.", "Emanuel Lund", "Trainer Emanuel Lund"),
    ("Lawyer Michael Lund said nothing.", "Michael Lund", "Lawyer Michael Lund"),
    ("W. Ivo Brandt died at 95. Ivo Brandt had been ill for years.", "W. Ivo Brandt", "W."),
]


@pytest.mark.parametrize(("text", "name", "other"), BARE)
def test_a_name_without_the_words_beside_it(text, name, other):
    found = kinds(text)
    assert found.get(name) == "person"
    assert other not in found


UNSURE = [
    # (text, a mention that must stay without a chain)
    ("Ann Marlow met Jane Roe in Lisbon. The two talked. Nobody knew what she wanted.", "she"),
    ("President Ann Marlow met President Luc Duval of France. The Spanish president stayed away.",
     "The Spanish president"),
    ("“He lied,” Ann Marlow said of Luc Duval.", "He"),
    ("Officials said the road was closed.", "Officials"),
    ("Deputy Ivo Brandt was shot. A second deputy fell as he ran. That deputy was treated.", "That deputy"),
    ("Ann Marlow is president of Arle College. The choir’s president stayed away.", "The choir’s president"),
    ("Ivo Brandt lost. A waiter wept. The town saw how he ran.", "he"),
    ("Ivo Brandt’s brother wrote in May that he would come.", "he"),
    ("Ivo Brandt’s words were aimed at those who say that Otto Marlow should stay. He left the room.", "He"),
    ("President Ivo Brandt sang. He met the president at noon.", "He"),
    ("Ivo Brandt sang. He met Ivo Brandt at noon.", "He"),
]  # fmt: skip


NEAR = [
    # (text, pronoun, whom it stands for)
    ("Ivo Brandt sang. A woman wept. He bowed.", "He", "Ivo Brandt"),
    ("Ivo Brandt lost. A waiter wept. “It is cold,” he said.", "he", "Ivo Brandt"),
    ("After the shooting of Otto Marlow, Ivo Brandt went abroad, the police said. He was caught in May.", "He",
     "Ivo Brandt"),
    ("A native of Arle, Ivo Brandt moved away. He sells boats.", "He", "Ivo Brandt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), NEAR)
def test_a_pronoun_is_whom_nobody_without_a_name_stands_before(text, word, expected):
    assert [m.value.text for m in names(text) if m.span.of(text) == word] == [expected]


@pytest.mark.parametrize(("text", "words"), UNSURE)
def test_unsure_is_left_alone(text, words):
    found = [m for m in names(text) if m.span.of(text) == words]
    assert found
    assert all(m.value.chain == -1 for m in found)


def test_two_people_with_one_surname_are_two_chains():
    text = "Joe Biden spoke. His son Hunter Biden listened. Biden then left."
    chains = {m.value.chain for m in names(text) if m.span.of(text) in ("Joe Biden", "Hunter Biden")}
    assert len(chains) == 2


def test_a_surname_of_two_is_a_chain_of_its_own_for_the_pronouns_after_it():
    text = "Ivo Brandt met Rosa Brandt at noon. On Friday Brandt flew home. Miss Brandt wept."
    chains = {m.span.of(text): m.value.chain for m in names(text)}
    alone = [m.value.chain for m in names(text) if m.span.of(text) == "Brandt"]
    assert len({chains["Ivo Brandt"], chains["Rosa Brandt"], alone[0]}) == 3
    assert alone[1] == chains["Rosa Brandt"]


def test_no_pronoun_goes_back_to_a_word_or_to_letters_taken_for_somebody():
    text = "Ivo Brandt was seen by the F. B. I. in May. Agents had followed him. The Moon watched him too."
    found = {m.value.text for m in names(text) if m.value.form == "pronoun"}
    assert found == {"Ivo Brandt"}


def test_a_surname_is_his_too_who_is_named_with_a_generation():
    text = "Tom Brandt III was held. His wife, Rosa Brandt, wept. On Friday Brandt fled."
    chains = {m.span.of(text): m.value.chain for m in names(text)}
    assert chains["Brandt"] not in (chains["Rosa Brandt"], -1)


def test_a_surname_that_speaks_right_after_a_relative_is_a_chain_of_its_own():
    text = "Tony Brandt coaches Arle. Brandt is 53. His son, Ben Brandt, is a guard. It came late, Brandt said."
    found = [(m.span.of(text), m.value.chain) for m in names(text) if m.span.of(text).endswith("Brandt")]
    chains = dict(found[:1] + found[2:])
    assert found[0][1] == found[1][1]
    assert len({chains["Tony Brandt"], chains["Ben Brandt"], chains["Brandt"]}) == 3


def test_a_first_name_taken_for_a_small_town_belongs_to_the_surname_beside_it():
    text = "Jerry Ortega was shot. It was over at last, Chela Ortega said. It was late, Chela Ortega added."
    assert {m.span.of(text) for m in names(text)} >= {"Jerry Ortega", "Chela Ortega"}
    assert "Chela" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The gunman fled late Friday. Ivo Brandt was hurt.", "Friday"),
        ("Woman Shot At Arle Office, Driver Charged By Police\n\nA woman was shot and a man charged.", "Shot"),
        ("Ivo Brandt is a dairy farmer. Enter Brandt, who bought the dairy. Enter the dairy.", "Enter Brandt"),
    ],
)
def test_dates_and_common_words_with_a_capital_are_nobody(text, nobody):
    assert nobody not in kinds(text)


NICKNAMED = [
    # (text, the whole name, how else the person is called)
    ("Mobster Vincent 'The Owl' Marlow died Monday. Marlow was a boxer once.", "Vincent 'The Owl' Marlow", "Marlow"),
    ("The police shot Luis (Kiki) Reyes on Saturday. Reyes died.", "Luis (Kiki) Reyes", "Reyes"),
    ("Thomas (Tommy Ryan) Ebner was shot in Lisbon (Ohio) Friday.", "Thomas (Tommy Ryan) Ebner", ""),
    ('The late Salvatore "Sammy the Owl" Greco spoke.', 'Salvatore "Sammy the Owl" Greco', ""),
]


@pytest.mark.parametrize(("text", "name", "short"), NICKNAMED)
def test_a_nickname_between_marks_is_a_part_of_the_name(text, name, short):
    found = {m.span.of(text): m.value for m in names(text)}
    assert found[name].kind == "person"
    assert not short or found[short].chain == found[name].chain


def test_a_place_in_brackets_is_no_nickname():
    text = "The winners were Ann Marlow (Lisbon) Peter Brandt (Toledo) and Paul (Norway) Duval."
    assert not any(") " in m.span.of(text) for m in names(text))


def test_headlines_in_title_case_give_no_false_names():
    text = "Ministers Clash Over Budget As Strikes Spread Across Portugal\n\nPortugal was calm on Monday."
    assert set(kinds(text)) == {"Portugal"}


def test_an_adjective_of_nationality_stands_for_nobody():
    text = "Russian troops advanced."
    [adjective] = [m for m in names(text) if m.span.of(text) == "Russian"]
    assert adjective.value.chain == -1


ODD = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "’s", ",", "\n\n", "•", "Ann", "Marlow", "President", "the", "office", "he", "She", "its",
         "of", "Киев", "北京", "مرحبا", "🙂", "U.S.", "-", "\u200f", "\u2028", "and", "said", "IS", "a\u0301", "Mr.",
         "(", "]"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=60)
@given(st.one_of(ODD, st.text(max_size=200)))
def test_any_text_gives_spans_in_bounds(text):
    found = names(text)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip()
    assert [m.span for m in found] == sorted(m.span for m in found)


ENDLESS = [
    "," * 2_000,  # the parse, not the finder, sets the limit here
    "“President " * 2_000,
    "Ann Marlow's office's office's " * 300,
    "Russia and Ukraine and " * 400,
    "🙂 مرحبا Ann " * 700,
]


@pytest.mark.parametrize("text", ENDLESS, ids=range(len(ENDLESS)))
def test_endless_text(text):
    names(text)


def test_time_is_about_linear():
    sentence = "President Ann Marlow of Lavia met the minister, Luc Duval, and her office said it would pay. She left. "

    def work(size):
        ready = parse(Article(text=sentence * size))
        return lambda: find_names(ready, Mentions("a"))

    assert in_proportion(work, 50, 200, 10)  # four times the text; quadratic would take sixteen times


RANKS = ["Sgt.", "Lt.", "Capt.", "Const.", "Det.", "Supt.", "Insp.", "Cpl."]


@pytest.mark.parametrize("rank", RANKS)
def test_a_rank_with_a_full_stop_ends_no_sentence(rank):
    text = f"The driver was calm, Arle police spokesman {rank} Ann Hale said on Monday."
    parsed = parse(Article(id="a", text=text))
    assert len(parsed.sentences()) == 1
    assert kinds(text).get("Ann Hale") == "person"
