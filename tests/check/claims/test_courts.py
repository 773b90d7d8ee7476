"""The court that somebody appears before."""

import pytest

from stories import carriers, facts


def _courts(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "venue" and "appear in court" in fact.question]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Pike appeared at Harn Magistrates' Court on Monday.", "Harn Magistrates' Court"),
        ("Tom Pike will be arraigned in Arle District Court on two counts of theft.", "Arle District Court"),
        ("Tom Pike pleaded not guilty at the Harn County Courthouse.", "Harn County Courthouse"),
        ("Tom Pike was married at the Harn County Courthouse.", None),
        ("Tom Pike was charged with theft in a federal court.", None),
    ],
)
def test_a_court_is_told(text, expected):
    found = [account.value for fact in _courts(text) for account in fact.accounts]
    assert found == ([expected] if expected else [])


def test_one_court_in_two_forms_and_another():
    texts = (
        "Tom Pike appeared at Harn Magistrates' Court on Monday.",
        "Tom Pike will appear before the Harn District Magistrates on theft charges.",
        "Tom Pike was sentenced at Arle Crown Court on Friday.",
    )
    found = _courts(*texts)
    assert sorted(carriers(fact) for fact in found) == [["a", "b"], ["c"]]
    assert "disputed" not in {fact.verdict for fact in found}
