"""Which claim's words stand for an account."""

from build import claim

from twosource.check.accounts import accounts_of, speakers_of, told_best
from twosource.check.questions import question_of


def told(article, value, rule="happenings"):
    """A claim that tells a deed in some words."""
    return claim(article, kind="event", value=value, value_key=" ".join(sorted(value.lower().split())), rule=rule)


def test_of_two_tellings_the_one_that_says_more_is_shown():
    short = told("a", "Lund resigned")
    full = told("b", "Mayor Lund resigned over the collapsed bridge")
    assert told_best([short, full]) is full


def test_what_all_tell_is_shown_rather_than_what_one_adds():
    alike = [
        told(name, f"Lund resigned over the bridge {when}")
        for name, when in zip("abcd", ("", "today", "at last", "then"), strict=True)
    ]
    another = told("e", "Lund resigned as his wife waited outside")
    assert "bridge" in told_best([another, *alike]).value


def test_a_sentence_that_only_carries_a_telling_is_never_shown_beside_one():
    telling = told("a", "Lund resigned")
    carrying = told("b", "Lund resigned over the bridge while the inquiry heard of rust", rule="also told")
    assert told_best([telling, carrying]) is telling
    assert told_best([carrying]) is carrying


def test_a_sentence_that_names_what_it_tells_is_shown_by_its_telling():
    telling = told("a", "The navy defended its deed", rule="main event")
    naming = told(
        "a", "The navy defended its deed, saying that the shooting was in self-defence", rule="main event, named"
    )
    other = told("b", "Talks about the shooting began at noon", rule="main event, named")
    [account] = accounts_of((telling, naming, other), lambda c: c.article, lambda c: c.article)
    assert account.value == telling.value


def test_a_main_event_is_shown_in_its_own_telling_where_a_detail_tells_its_sentence_too():
    main = told("a", "Two bridges fell in Arle and Harn", rule="main event")
    detail = told("a", "Two bridges fell in Arle and Harn, killing six and closing both roads")
    other = told("b", "the bridge fell", rule="main event")
    assert told_best([detail, main, other]) is main


def test_a_time_that_names_no_day_is_not_shown_beside_one_that_does():
    times = [
        claim(name, kind="time", value=value, value_key="2022-03-04", measure="fall happen day")
        for name, value in (("a", "last year"), ("b", "this year"), ("c", "March 4"), ("d", "last year"))
    ]
    [account] = accounts_of(tuple(times), lambda c: c.article, lambda c: c.article)
    assert account.value == "March 4"


def said(article, speaker, value, chain=None, **slots):
    """A claim that somebody said something."""
    key = " ".join(sorted(value.lower().split()))
    chain = (speaker,) if chain is None else chain
    return claim(
        article, kind="statement", subject=speaker, value=value, value_key=key, rule="statements", chain=chain, **slots
    )


def deed(article, value, chain=()):
    """A deed that is told in words that can be read alone."""
    key = " ".join(sorted(value.lower().split()))
    return claim(
        article, kind="event", value=f"{value}, he", value_key=key, rule="happenings", asked=value, chain=chain
    )


def test_what_stands_in_the_words_of_one_speaker_is_asked_of_that_speaker():
    statement = said("a", "Ann Moll", "“The ferry sank, and we swam”", asked="say about the ferry")
    group = (deed("a", "the ferry sank", ("Ann Moll",)), statement)
    assert speakers_of(group) == ("Ann Moll",)
    assert told_best(group) is statement
    assert question_of(group) == "What did Ann Moll say about the ferry?"


def test_what_a_paper_tells_in_its_own_voice_is_told_as_what_happened_in_words_that_stand_alone():
    group = (said("a", "Ann Moll", "“The ferry sank, and we swam”"), deed("b", "the ferry sank"))
    assert speakers_of(group) == ()
    assert question_of(group) == "What happened: the ferry sank?"


def test_what_two_speakers_say_is_asked_of_both_and_of_more_of_nobody():
    both = (
        said("a", "Ann Moll", "The ferry sank", asked="say about the ferry"),
        said("b", "police", "The ferry sank", asked="think about the ferry"),
    )
    assert question_of(both) == "What did Ann Moll and police say about the ferry?"
    more = (*both, said("c", "Bo Lund", "The ferry sank", asked="say: “The ferry sank”"))
    assert question_of(more).startswith("What is said")


def test_whom_all_have_it_from_is_the_one_who_is_asked():
    group = (
        said("a", "Ann Moll", "The ferry sank", asked="say about the ferry"),
        said("b", "the harbour", "The ferry sank", ("Ann Moll", "the harbour"), asked="say about the ferry"),
    )
    assert speakers_of(group) == ("Ann Moll",)
    described = (group[0], said("c", "ferry captain", "The ferry sank", asked="say about the ferry"))
    assert speakers_of(described) == ("Ann Moll",)


def test_of_a_sentence_that_states_a_deed_the_statement_is_shown_where_its_speaker_is_asked():
    statement = said("a", "Ann Moll", "The ferry sank", asked="say about the ferry")
    fuller = deed("a", "The big white ferry sank at once", ("Ann Moll",))
    [account] = accounts_of((fuller, statement), lambda c: c.article, lambda c: c.article)
    assert account.value == "The ferry sank"
