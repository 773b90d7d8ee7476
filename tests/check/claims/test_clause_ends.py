"""Where a clause that is told alone ends."""

from stories import contexts
from twosource.check.claims.clause_ends import end_of, subject_of


def test_a_clause_ends_before_one_that_is_led_in_and_cut_off():
    [context] = contexts("Anna Kern left the mill before the bus, which had been late all week, came.")
    clause = next(one for one in context.mentions.clauses if one.value.predicate == "leave")
    sentence = context.sentence(clause.span)
    assert context.article.text[: end_of(context, clause, sentence)] == "Anna Kern left the mill"
    assert context.text(subject_of(clause.value).span) == "Anna Kern"
