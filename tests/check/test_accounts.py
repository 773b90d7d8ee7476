"""Which claim's words stand for an account."""

from build import claim

from twosource.check.accounts import accounts_of, told_best


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
