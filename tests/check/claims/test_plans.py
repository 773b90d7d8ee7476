"""When something is to be."""

import pytest

from stories import contexts, facts
from twosource.check.claims.plans import plans


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Tom Pike is due in court on Friday.", {"is Tom Pike due in court"}),
        (
            "Tom Pike is due to appear in Harn Crown Court on Friday.",
            {"will Tom Pike appear", "is Tom Pike due to appear in"},
        ),
        ("A provisional trial date was fixed for May 3, the court said.", {"is the trial planned"}),
        ("The next hearing is on May 3.", {"is the hearing planned"}),
        ("Tom Pike will be arraigned at 9 a.m. on Thursday.", {"will Tom Pike be arraigned"}),
        ("She is to be sentenced on April 4.", {"will she be sentenced"}),
        ("The trial was put off until June 3.", {"is the trial planned"}),
        ("The judge set a date on Monday for nothing.", set()),
        ("Tom Pike set the table on Friday.", set()),
        ("Tom Pike was arrested on Friday.", set()),
    ],
)
def test_a_plan_is_asked_after(text, asked):
    [context] = contexts(text)
    found = {claim.asked for claim in plans(context)}
    assert found <= asked
    assert bool(found) == bool(asked)


def test_plans_are_lined_up():
    texts = (
        "A trial of Tom Pike has been scheduled for May 3, a clerk said.",
        "The court in Harn fixed a trial date for Tom Pike; the trial is set for May 3.",
    )
    [plan] = [fact for fact in facts(*texts) if "planned" in fact.question]
    assert {claim.article for account in plan.accounts for claim in account.claims} == {"a", "b"}
