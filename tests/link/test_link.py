"""Linking: one entity for each person, body, place and group, and never one made of two."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.link import link, resolve
from twosource.model import Article, Mention, Mentions, Name, Role, Span


def story(*articles):
    """Make articles of names: each article is a list of (full name, kind) or (full name, kind, words, form)."""
    made, found = [], []
    for number, names in enumerate(articles):
        text, mentions, chains = "", [], {}
        for full, kind, *more in names:
            words = more[0] if more else full
            form = more[1] if len(more) > 1 else "name"
            chain = chains.setdefault((full, kind), len(chains))
            mentions.append(Mention(Name(full, kind, form, chain), Span(len(text), len(text) + len(words)), "t"))
            text += words + " . "
        made.append(Article(id=f"a{number}", text=text))
        found.append(Mentions(f"a{number}", names=tuple(mentions)))
    return made, found


def linked(*articles):
    return link(*story(*articles))


def names_of(entities, kind):
    return sorted(entity.name for entity in entities if entity.kind == kind)


ONE = [
    # spellings that are one person, each in an article of its own
    ["Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Zelensky", "Vladimir Zelensky"],
    ["Alexander Lukashenko", "Aliaksandr Lukashenka", "Lukashenko"],
    ["Ann Marlow", "A. Marlow", "Marlow"],
    ["Haider al-Abadi", "Haidar Al-Abadi", "al-Abadi"],
]


@pytest.mark.parametrize("spellings", ONE)
def test_spellings_of_one_person(spellings):
    entities = linked(*([(name, "person")] for name in spellings))
    assert len(entities) == 1
    assert set(spellings) <= set(entities[0].names)
    assert len(entities[0].mentions) == len(spellings)


TWO = [
    (["Joe Biden", "Hunter Biden", "Biden"], ["Biden", "Hunter Biden", "Joe Biden"]),
    (["Hillary Clinton", "Bill Clinton"], ["Bill Clinton", "Hillary Clinton"]),
    (["Ann Marlow", "Adam Marlow", "A. Marlow"], ["A. Marlow", "Adam Marlow", "Ann Marlow"]),
    (["Donald Trump Sr.", "Donald Trump Jr."], ["Donald Trump Jr.", "Donald Trump Sr."]),
    (["Kim Jong Un", "Kim Jong Il"], ["Kim Jong Il", "Kim Jong Un"]),
]


@pytest.mark.parametrize(("spellings", "expected"), TWO)
def test_no_entity_is_made_of_two_people(spellings, expected):
    assert names_of(linked(*([(name, "person")] for name in spellings)), "person") == expected


def test_a_surname_joins_by_its_own_article():
    entities = linked(
        [("Joe Biden", "person"), ("Joe Biden", "person", "Biden")],
        [("Hunter Biden", "person"), ("Hunter Biden", "person", "Biden")],
    )
    assert names_of(entities, "person") == ["Hunter Biden", "Joe Biden"]
    assert all(len(entity.mentions) == 2 for entity in entities)


PLACES = [
    (["Kyiv", "Kiev"], "place", "Kyiv"),
    (["U.S.", "United States", "US"], "place", "United States"),
    (["European Union", "EU"], "organisation", None),
    (["Estonian Forest Trust", "EFT"], "organisation", None),
    (["Ukrainians"], "group", "Ukrainians"),
]


@pytest.mark.parametrize(("spellings", "kind", "name"), PLACES)
def test_bodies_and_places(spellings, kind, name):
    entities = linked(*([(one, kind)] for one in spellings))
    assert len(entities) == 1
    assert name is None or entities[0].name == name


def test_seats_and_offices_speak_for_their_owners():
    office = "Volodymyr Zelenskyy’s office"
    entities = linked(
        [("Kremlin", "organisation"), ("Russia", "place"), ("Moscow", "place"), ("Minsk", "place")],
        [("Volodymyr Zelenskyy", "person"), (office, "organisation", office, "description")],
        [
            ("Ukrainian health ministry", "organisation", "Ukraine's health ministry", "description"),
            ("Ukraine", "place"),
        ],
    )
    voices = {entity.name: entity.speaks_for for entity in entities}
    assert voices["Kremlin"] == voices["Moscow"] == "place:russia"
    assert voices["Minsk"] == ""  # its country is not in the story
    assert voices[office] == "person:volodymyr-zelenskyy"
    assert voices["Ukrainian health ministry"] == "place:ukraine"


def test_the_officer_of_a_country_is_whom_the_story_names():
    articles, found = story([("Ann Marlow", "person")], [("Lavia", "place")], [("Luc Duval", "person")])
    span = found[0].names[0].span
    role = Role("office", "Ann Marlow", "president", "Ukraine", "", span, span)
    told = Mentions("a0", names=found[0].names, roles=(Mention(role, span, "t"),))
    description = Mention(Name("Ukrainian leader", "person", "description", -1), Span(0, 5), "t")
    entities = link(articles, [told, Mentions("a1", names=(description,)), found[2]])
    assert {entity.name: len(entity.mentions) for entity in entities} == {"Ann Marlow": 2, "Luc Duval": 1}


def test_a_body_of_one_word_is_the_person_with_that_surname():
    [marlow] = linked([("Ann Marlow", "person")], [("Marlow", "organisation")])
    assert marlow.kind == "person"


def test_a_country_and_its_people_are_two():
    entities = linked([("Russia", "place"), ("Russians", "group")], [("Russia", "place")], [("Russia", "place")])
    assert {entity.name: entity.kind for entity in entities} == {"Russia": "place", "Russians": "group"}


def test_roles_are_counted_and_give_the_country():
    articles, found = story([("Vladimir Makei", "person")], [("Vladimir Makei", "person")])
    span = found[0].names[0].span
    role = Role("office", "Vladimir Makei", "foreign minister", "Belarus", "", span, span)
    found = [Mentions(one.article, names=one.names, roles=(Mention(role, span, "t"),)) for one in found]
    [makei] = link(articles, found)
    assert makei.roles == ("foreign minister",)
    assert makei.country == "BLR"


RESOLVED = [
    ("Zelensky", "person:volodymyr-zelenskyy"),
    ("President Zelenskyy", "person:volodymyr-zelenskyy"),
    ("Vladimir Zelensky", "person:volodymyr-zelenskyy"),
    ("the Kremlin", "organisation:kremlin"),
    ("Kiev", "place:kyiv"),
    ("Biden", None),
    ("nobody", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "identity"), RESOLVED)
def test_resolve(name, identity):
    entities = linked(
        [("Volodymyr Zelenskyy", "person"), ("Kremlin", "organisation"), ("Kyiv", "place")],
        [("Joe Biden", "person"), ("Hunter Biden", "person")],
    )
    found = resolve(name, entities)
    assert (found.id if found else None) == identity


NAME = st.sampled_from(
    ["Ann Marlow", "Marlow", "A. Marlow", "Adam Marlow", "Joe Biden", "Biden", "Kyiv", "Kiev", "EU", "Zelensky", "李",
     "🙂",
     "Al", "Jr.", "de la", "O’Neil"]
)  # fmt: skip
KIND = st.sampled_from(["person", "organisation", "place", "group", "other"])


@settings(max_examples=60)
@given(st.lists(st.lists(st.tuples(NAME, KIND), max_size=6), max_size=5), st.randoms(use_true_random=False))
def test_order_of_articles_does_not_matter_and_nothing_is_lost(articles, random):
    made, found = story(*articles)
    entities = link(made, found)
    shuffled = list(zip(made, found, strict=True))
    random.shuffle(shuffled)
    assert link([one for one, _ in shuffled], [two for _, two in shuffled]) == entities
    assert len({entity.id for entity in entities}) == len(entities)
    occurrences = [occurrence for entity in entities for occurrence in entity.mentions]
    assert len(occurrences) == len(set(occurrences)) == sum(len(one.names) for one in found)


def test_time_grows_with_the_names_and_not_with_their_square():
    def work(size):
        names = ([(f"Ann Mar{chr(97 + i % 26)}low{i}", "person"), ("Kyiv", "place")] for i in range(size))
        made, found = story(*names)
        return lambda: link(made, found)

    assert in_proportion(work, 500, 2_000, 10)  # four times the names; quadratic would take sixteen times


# (office, held in, who else is in the story, whom the holder speaks for)
SPEAKERS = [
    ("spokesman", "Lumen Telecom", ("Lumen Telecom", "organisation"), "organisation:lumen-telecom"),
    ("chief executive", "Lumen Telecom", ("Lumen Telecom", "organisation"), "organisation:lumen-telecom"),
    ("director", "Arle Museum", ("Arle Museum", "organisation"), "organisation:arle-museum"),
    ("police chief", "Arle", ("Arle Police", "organisation"), "organisation:arle-police"),
    ("president", "Ukraine", ("Ukraine", "place"), "place:ukraine"),
    ("spokeswoman", "Tom Webb", ("Tom Webb", "person"), "person:tom-webb"),
    # those who serve under a head, have served, or only work there do not
    ("former director", "Arle Museum", ("Arle Museum", "organisation"), ""),
    ("prosecutor", "Arle Court", ("Arle Court", "organisation"), ""),
    ("economist", "Lumen Bank", ("Lumen Bank", "organisation"), ""),
    ("opposition leader", "Ukraine", ("Ukraine", "place"), ""),
]


@pytest.mark.parametrize(("office", "of", "other", "target"), SPEAKERS)
def test_heads_and_spokesmen_speak_for_the_body(office, of, other, target):
    articles, found = story([("Ida Moll", "person"), other])
    span = found[0].names[0].span
    role = Mention(Role("office", "Ida Moll", office, of, "", span, span), span, "t")
    entities = link(articles, [Mentions("a0", names=found[0].names, roles=(role,))])
    assert {one.name: one.speaks_for for one in entities}["Ida Moll"] == target


def test_whose_publicist_somebody_is_tells_who_it_is():
    articles, found = story([("Ida Moll", "person"), ("Tom Webb", "person")], [("Tom Webb", "person")])
    span = found[0].names[0].span
    role = Mention(Role("office", "Ida Moll", "publicist", "Tom Webb", "", span, span), span, "t")
    text = "Webb's rep"
    whose = Mention(Name("Tom Webb", "person", "name", 0), Span(0, 4), "t")
    rep = Mention(Name(text, "person", "description", -1), Span(0, 10), "t")
    told = Mentions("a1", names=(rep, whose))
    entities = link(
        [articles[0], Article(id="a1", text=text)], [Mentions("a0", names=found[0].names, roles=(role,)), told]
    )
    assert {entity.name: len(entity.mentions) for entity in entities} == {"Ida Moll": 2, "Tom Webb": 2}


# names that one person may bear, each in an article of its own
FORMS = [
    ["Kathryn Moll", "Katie Moll"],
    ["William Hobbs", "Bill Hobbs", "Hobbs"],
    ["Latonya Reeve", "Latoya Reeve"],
    ["Ann Marlowski", "Ann Marloswki", "Marlowsik"],
    ["Mark Tessel", "W. Mark Tessel"],
    ["Ivo Brandt", "Unemployed Ivo Brandt"],
    ["Dorrin Havelka", "Dorrin Havelda"],
]


@pytest.mark.parametrize("spellings", FORMS)
def test_forms_of_a_name_that_no_article_tells_apart_are_one_person(spellings):
    [person] = linked(*([(name, "person")] for name in spellings))
    assert set(spellings) <= set(person.names)


@pytest.mark.parametrize("full", [["Kathryn Moll", "Katie Moll"], ["Latonya Reeve", "Latoya Reeve"]])
def test_an_article_that_names_both_tells_of_two(full):
    both = linked([(name, "person") for name in full], [(full[0], "person")], [(full[1], "person")])
    assert names_of(both, "person") == sorted(full)


OTHERS = [
    ["Robert Hobbs", "Roberta Hobbs"],
    ["Jean Hobbs", "Joan Hobbs"],
    ["Erin Hobbs", "Aaron Hobbs"],
    ["Ann Hansen", "Ann Jansen", "Per Jansen"],
    ["George W. Hobbs", "George H. W. Hobbs"],
    ["Karen Hobbs", "Daren Hobbs"],
]


@pytest.mark.parametrize("spellings", OTHERS)
def test_names_that_are_only_alike_are_several_people(spellings):
    assert names_of(linked(*([(name, "person")] for name in spellings)), "person") == sorted(spellings)


def test_a_form_that_two_could_bear_joins_neither():
    apart = linked([("Albert Moll", "person"), ("Alan Moll", "person")], [("Al Moll", "person")])
    assert names_of(apart, "person") == ["Al Moll", "Alan Moll", "Albert Moll"]


@pytest.mark.parametrize("told", [", known as {}, said", " (known to all as “{}”)", ", better known as {},"])
def test_whoever_goes_by_a_name_in_an_article_is_one(told):
    text = "Eldon Moll" + told.format("Dusty") + " Dusty Moll"
    names = [Mention(Name("Eldon Moll", "person", "name", 0), Span(0, 10), "t")]
    names.append(Mention(Name("Dusty Moll", "person", "name", 1), Span(len(text) - 10, len(text)), "t"))
    [moll] = link([Article(id="a0", text=text)], [Mentions("a0", names=tuple(names))])
    assert moll.names == ("Dusty Moll", "Eldon Moll")


# (office of the one holder in the story, how another article calls somebody, with its article; whether that is the one)
CALLED = [
    ("fire chief", "The fire chief", True),
    ("fire chief", "The local fire chief", True),
    ("fire chief", "A fire chief", False),
    ("fire chief", "The police chief", False),
    ("prosecutor", "The prosecutor", False),  # a story has several
]


@pytest.mark.parametrize(("office", "called", "same"), CALLED)
def test_the_one_who_leads_is_meant_by_the_office(office, called, same):
    articles, found = story([("Ida Moll", "person")], [("Tom Webb", "person")])
    span = found[0].names[0].span
    role = Mention(Role("office", "Ida Moll", office, "", "", span, span), span, "t")
    words = called.removeprefix("The ").removeprefix("A ")
    told = Mentions("a1", names=(Mention(Name(words, "person", "description", -1), Span(0, len(called)), "t"),))
    entities = link(
        [articles[0], Article(id="a1", text=f"{called} said so.")],
        [Mentions("a0", names=found[0].names, roles=(role,)), told],
    )
    assert {entity.name: len(entity.mentions) for entity in entities}["Ida Moll"] == (2 if same else 1)


def test_a_body_is_called_by_its_last_word_where_an_article_has_both():
    entities = linked([("Arle Saints", "organisation"), ("Saints", "organisation")], [("Saints", "organisation")])
    assert len(entities) == 1


def test_a_short_name_stays_apart_of_two_bodies_and_where_it_names_any_of_a_kind():
    two = linked([("Arle Saints", "organisation"), ("Malta Saints", "organisation"), ("Saints", "organisation")])
    assert names_of(two, "organisation") == ["Arle Saints", "Malta Saints", "Saints"]
    navies = linked([("Lavian Navy", "organisation")], [("Navy", "organisation")])
    assert len(navies) == 2


def test_a_double_surname_taken_for_a_body_is_the_persons():
    [entity] = linked([("Ann Webb-Marlow", "person")], [("Webb-Marlow", "organisation")])
    assert entity.kind == "person"


TOGETHER = [
    # names that stand in one article and are one person's
    ["W. Ivo Brandt", "Ivo Brandt"],
    ["William Ivo Brandt", "W. Ivo Brandt", "Ivo Brandt"],
    ["Ben Ruskin", "Benjamin Paul Ruskin"],
    ["Stan Ruskin", "Stanley Ruskin"],
    ["Kimo (Kiki) Reyes", "Kimo Reyes", "Kiki Reyes"],
]


@pytest.mark.parametrize("spellings", TOGETHER)
def test_forms_that_nobody_tells_two_people_apart_by_are_one_person_in_one_article_too(spellings):
    found = linked([(name, "person") for name in spellings])
    assert len(names_of(found, "person")) == 1


APART = [
    ["Ivo Brandt", "Ivo Brandt Jr."],
    ["Ivo Brandt Sr.", "Ivo Brandt Jr."],
    ["Erik Ruskin", "Erika Ruskin"],
]


@pytest.mark.parametrize("spellings", APART)
def test_relatives_named_in_one_article_are_two(spellings):
    assert names_of(linked([(name, "person") for name in spellings]), "person") == sorted(spellings)


def test_a_generation_left_out_elsewhere_makes_no_second_person():
    found = linked([("Ivo Karel Brandt Jr.", "person")], [("Ivo Brandt", "person")], [("Brandt", "person")])
    assert len(names_of(found, "person")) == 1


def test_a_slip_beside_the_right_spelling_is_no_second_person():
    often = [("Bettie Ruskin", "person")] * 6
    assert names_of(linked([*often, ("Betty Ruskin", "person")]), "person") == ["Bettie Ruskin"]


def alone(article, text="Brandt", chain=-1):
    """Add a name to the end of the only article in a story of names, of a chain of its own or of none."""
    [one], [found] = article
    at = len(one.text) + len(text) - len("Brandt")
    name = Mention(Name("Brandt", "person", "name", chain), Span(at, at + len("Brandt")), "t")
    return Article(id=one.id, text=f"{one.text}{text} . "), Mentions(one.id, names=(*found.names, name))


def test_a_surname_alone_is_the_main_bearers():
    both = [("Ivo Brandt", "person"), ("Rosa Brandt", "person")]
    articles, found = story(*([("Ivo Brandt", "person")] for _ in range(3)))
    more, told = alone(story(both))
    more, told = msgspec.structs.replace(more, id="a9"), msgspec.structs.replace(told, article="a9")
    [main] = [one for one in link([*articles, more], [*found, told]) if one.name == "Ivo Brandt"]
    assert "Brandt" in main.names
    known = link(*map(list, zip(alone(story(both)), strict=True)))  # one article, both told alike
    assert names_of(known, "person") == ["Brandt", "Ivo Brandt", "Rosa Brandt"]


def test_a_surname_alone_is_not_a_childs_who_goes_by_the_first_name():
    child = [("Nico Brandt", "person"), ("Nico Brandt", "person", "Nico")]
    articles, found = story(*(child for _ in range(3)))
    more, told = alone(story([*child, ("Ivo Brandt", "person")]))
    more, told = msgspec.structs.replace(more, id="a9"), msgspec.structs.replace(told, article="a9")
    assert "Brandt" in names_of(link([*articles, more], [*found, told]), "person")


def test_several_of_a_name_are_none_of_them():
    assert names_of(linked([("Ivo Marlowe", "person")], [("Marlowes", "person")]), "person") == [
        "Ivo Marlowe",
        "Marlowes",
    ]


def test_mr_and_miss_tell_which_bearer_is_meant_and_the_other_goes_without():
    both = [("Ivo Brandt", "person"), ("Rosa Brandt", "person")]
    one, found = alone(story(both), "Miss Brandt")
    one, found = alone(([one], [found]))
    names = {entity.name: len(entity.mentions) for entity in link([one], [found])}
    assert names == {"Ivo Brandt": 2, "Rosa Brandt": 2}


ENDINGS = [
    # (articles of names of bodies, the bodies that they name)
    ([["Arle Daily News"], ["Daily News"]], 1),
    ([["Arle Daily News", "Marl Daily News"], ["Daily News"]], 3),
    ([["Arle Supreme Court"], ["Supreme Court"]], 2),
    ([["Arle Supreme Court", "Supreme Court"]], 1),
    ([["Arle Navy", "Navy"], ["Marl Navy"]], 2),
    ([["Arle Navy", "Navy", "Marl Navy"]], 3),
    ([["University of Arle"], ["Technical University of Arle"]], 2),
    ([["Herald-Arle", "Arle"]], 2),
    ([["Brunt Foods"], ["Brunt"]], 1),
    ([["Brunt Foods"], ["Brunt Films"], ["Brunt"]], 3),
    ([["U. S. Coastal Survey"], ["US Coastal Survey"], ["United States Coastal Survey"]], 1),
    ([["Arle Medical Centre"], ["Arle Medical Center"]], 1),
    ([["Arle Police Department"], ["Arle Police"]], 1),
]


@pytest.mark.parametrize(("articles", "bodies"), ENDINGS)
def test_a_body_called_by_a_part_of_its_name(articles, bodies):
    found = linked(*([(name, "organisation") for name in article] for article in articles))
    assert len(names_of(found, "organisation")) == bodies


def test_pronouns_tell_which_bearer_of_a_surname_is_meant():
    both = [("Ivo Brandt", "person"), ("Rosa Brandt", "person")]
    after = [("Brandt", "person"), ("Brandt", "person", "her", "pronoun"), ("Brandt", "person", "she", "pronoun")]
    names = {entity.name: len(entity.mentions) for entity in linked([*both, *after])}
    assert names == {"Ivo Brandt": 1, "Rosa Brandt": 4}


def test_a_surname_that_an_article_keeps_apart_from_its_bearer_is_nobody_elses():
    told = [("Tony Marlow", "person"), ("Tony Marlow", "person", "Marlow"), ("Karl Marlow", "person")]
    entities = linked([*told, ("Marlow", "person")], [("Tony Marlow", "person")], [("Tony Marlow", "person")])
    assert names_of(entities, "person") == ["Karl Marlow", "Marlow", "Tony Marlow"]


def test_a_first_name_is_somebodys_only_where_the_article_has_the_surname():
    full = [("Oscar Brandt", "person")]
    assert names_of(linked(full, [("Oscar", "person")]), "person") == ["Oscar", "Oscar Brandt"]
    assert names_of(linked(full, [("Oscar", "person"), ("Brandt", "person")]), "person") == ["Oscar Brandt"]


def test_a_first_name_that_is_also_a_particle_tells_people_apart():
    told = [("Ben Marlow", "person"), ("Vera Marlow", "person")]
    assert names_of(linked(told, told), "person") == ["Ben Marlow", "Vera Marlow"]
    one = [("Jan van der Marlow", "person")]
    assert names_of(linked([*one, ("Van der Marlow", "person")]), "person") == ["Jan van der Marlow"]
