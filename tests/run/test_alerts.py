"""What changed in a story: a table of facts before and after, and what is told of them."""

import base64
import hashlib
import hmac
import io

import feedparser
import msgspec
import pytest

from twosource.model import (
    BadSetting,
    Dossier,
    DossierAccount,
    DossierArticle,
    DossierClaim,
    DossierCredit,
    DossierEntity,
    DossierFact,
    DossierFamily,
    Period,
    VersionChange,
)
from twosource.run.alerts import changes, together, without_texts
from twosource.run.alerts_feed import atom_of
from twosource.run.alerts_webhook import key_of, signature

OUTLETS = {
    "g": "Gazette",
    "c": "Courier",
    "p": "Post",
    "r": "Radio",
    "g2": "Gazette",
    "w": "Wire",
}
TEXT = "Four people died. Seven people died. The train was fast."
SENTENCES = {"4": (0, 17), "7": (18, 36), "fast": (37, 56)}


def account(value, *tellers, low=None):
    """One value, told by (article, chain) or article; each claim stands on the sentence of the value."""
    pairs = [teller if isinstance(teller, tuple) else (teller, ()) for teller in tellers]
    start, end = SENTENCES[value]
    claims = tuple(
        DossierClaim(name, start, end, TEXT[start:end], chain, "said", start, start + 4) for name, chain in pairs
    )
    origins = tuple(sorted({chain[-1] if chain else OUTLETS[name] for name, chain in pairs}))
    carriers = tuple(sorted({OUTLETS[name] for name, _ in pairs}))
    return DossierAccount(value, low, low, "", "dead", "", True, origins, carriers, claims)


def fact(
    verdict,
    *accounts,
    id="f1",
    kind="figure",
    question="How many died?",
    stands=None,
    why="Post, Radio and the Gazette give it.",
):
    return DossierFact(id, kind, question, verdict, why, stands, accounts)


def story(
    *facts, articles=None, families=(), credits=(), versions=(), entities=("Fire Service", "Miriam Holt"), text=TEXT
):
    names = articles or sorted({claim.article for f in facts for a in f.accounts for claim in a.claims})
    kin = {name: family.id for family in families for name in family.articles}
    return Dossier(
        "Train derails", Period("", ""), (),
        tuple(
            DossierArticle(name, f"https://{name}.example/1", OUTLETS[name], "T", "", "en", kin.get(name), False, text)
            for name in names
        ),
        tuple(families),
        tuple(DossierEntity(name, name, (name,), "person", ()) for name in entities),
        tuple(facts), (), (), (), (), credits=tuple(credits), versions=tuple(versions),
    )  # fmt: skip


SERVICE, HOLT = ("Fire Service",), ("Miriam Holt",)
ALONE = story(fact("single", account("4", ("g", SERVICE)), stands=0))
TWO = story(fact("corroborated", account("4", ("g", SERVICE), ("p", HOLT)), stands=0))
COPY = DossierFamily("k", ("p", "r"), None, "copy")

CASES = [
    ("nothing came", ALONE, ALONE, []),
    ("an independent origin", ALONE, TWO, [("origin", "f1", "4", ["https://p.example/1"])]),
    ("another outlet with the same origin", ALONE,
     story(fact("echoed", account("4", ("g", SERVICE), ("c", SERVICE)), stands=0)), []),
    ("a third origin", TWO, story(fact("corroborated", account("4", ("g", SERVICE), ("p", HOLT), "r"), stands=0)),
     [("origin", "f1", "4", ["https://r.example/1"])]),
    ("a third outlet with a known origin", TWO,
     story(fact("corroborated", account("4", ("g", SERVICE), ("p", HOLT), ("r", HOLT)), stands=0)), []),
    ("a third outlet with a known text", TWO,
     story(fact("corroborated", account("4", ("g", SERVICE), ("p", HOLT), "r"), stands=0), families=[COPY]), []),
    ("a third outlet that credits another", TWO,
     story(fact("corroborated", account("4", ("g", SERVICE), ("p", HOLT), "r"), stands=0),
           credits=[DossierCredit("r", "Post", "first report")]), []),
    ("a third outlet with nobody in particular", TWO,
     story(fact("corroborated", account("4", ("g", SERVICE), ("p", HOLT), ("r", ("officials",))), stands=0)), []),
    ("a new fact with two origins", story(articles=["g"]), TWO, []),
    ("a dispute", ALONE, story(fact("disputed", account("4", ("g", SERVICE)), account("7", "p"))),
     [("dispute", "f1", "4; 7", ["https://p.example/1"])]),
    ("a dispute that goes on", story(fact("disputed", account("4", "g"), account("7", "p"))),
     story(fact("disputed", account("4", "g", "c"), account("7", "p"))), []),
    ("a third value in a dispute", story(fact("disputed", account("4", "g"), account("7", "p"))),
     story(fact("disputed", account("4", "g"), account("7", "p"), account("fast", "r"))),
     [("dispute", "f1", "4; 7; fast", ["https://r.example/1"])]),
    ("a dispute that is settled", story(fact("disputed", account("4", "g"), account("7", "p"))),
     story(fact("corroborated", account("4", "g", "p"), stands=0)), []),
    ("a revised figure", ALONE, story(fact("revised", account("4", ("g", SERVICE)), account("7", "g2"), stands=1)),
     [("revision", "f1", "7", ["https://g2.example/1"])]),
    ("a revision that was told", story(fact("revised", account("4", "g"), account("7", "p"), stands=1)),
     story(fact("revised", account("4", "g"), account("7", "p", "c"), stands=1)), []),
    ("a story that is new and in dispute", None, story(fact("disputed", account("4", "g"), account("7", "p"))),
     [("dispute", "f1", "4; 7", ["https://g.example/1", "https://p.example/1"])]),
    ("a story that is new and agreed", None, TWO, []),
    ("a question in other words", ALONE,
     story(fact("corroborated", account("4", ("g", SERVICE), ("p", HOLT)), id="f9", stands=0)),
     [("origin", "f9", "4", ["https://p.example/1"])]),
    ("other sentences under the same id", ALONE,
     story(fact("corroborated", account("7", ("p", HOLT), "r"), stands=0), articles=["g", "p", "r"]),
     [("origin", "f1", "7", ["https://p.example/1", "https://r.example/1"])]),
    ("a figure and a statement on one sentence", story(
        fact("single", account("4", "g"), id="a"), fact("single", account("4", "g"), id="b", kind="statement")),
     story(fact("corroborated", account("4", "g", ("p", HOLT)), id="a"),
           fact("corroborated", account("4", "g", ("p", HOLT)), id="b", kind="statement")),
     [("origin", "a", "4", ["https://p.example/1"])]),
]  # fmt: skip
"""What happened, the story before and after, and each alert's kind, fact, value and pages."""


@pytest.mark.parametrize(("what", "before", "after", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_is_told(what, before, after, expected):
    found = changes(before and without_texts(before), after, "story:1", "2026-03-10T09:00:00+00:00")
    assert [(alert.kind, alert.fact, alert.after, list(alert.articles)) for alert in found] == expected


def changed(kind, before, after="", id="f1"):
    return VersionChange("g", "g2", kind, id, before, after)


LATER = [
    ("withdrawn", [fact("single", account("4", "g"))], [changed("withdrawn", "4")], "It is cold.",
     [("withdrawn", "f1")]),
    ("an event that nobody has any more", [fact("single", account("4", "g"), kind="event")],
     [changed("withdrawn", "4")], "It is cold.", [("withdrawn", "f1")]),
    ("an event that others have", [fact("echoed", account("4", "g", "p"), kind="event")],
     [changed("withdrawn", "4")], "It is cold.", []),
    ("a figure that others have", [fact("echoed", account("4", "g", "p"))], [changed("withdrawn", "4")],
     "It is cold.", [("withdrawn", "f1")]),
    ("withdrawn, and still there", [fact("single", account("4", "g"))], [changed("withdrawn", "4")], TEXT, []),
    ("withdrawn twice on one sentence",
     [fact("single", account("4", "g")), fact("single", account("4", "g"), id="f2", kind="statement")],
     [changed("withdrawn", "4", id="f2"), changed("withdrawn", "4")], "It is cold.", [("withdrawn", "f1")]),
    ("changed", [fact("single", account("4", "g"), account("7", "g2"))], [changed("changed", "4", "7")], TEXT,
     [("revision", "f1")]),
    ("changed, and revised", [fact("revised", account("4", "g"), account("7", "g2"), stands=1)],
     [changed("changed", "4", "7")], TEXT, [("revision", "f1")]),
    ("changed in a word that is no figure", [fact("single", account("4", "g"), account("7", "g2"), kind="statement")],
     [changed("changed", "4", "7")], TEXT, []),
    ("added", [fact("single", account("7", "g2"))], [changed("added", "", "7")], TEXT, []),
    ("a sentence gone with its figure",
     [fact("single", account("4", "g"), account("7", "g2")), fact("single", account("4", "g"), id="f2", kind="event")],
     [changed("withdrawn", "4", id="f2"), changed("changed", "4", "7")], "It is cold.", [("revision", "f1")]),
]  # fmt: skip
"""What a later version did, the facts, the changes, the later version's text, each alert's kind and fact."""


@pytest.mark.parametrize(("what", "facts", "versions", "text", "expected"), LATER, ids=[case[0] for case in LATER])
def test_what_is_told_of_a_later_version(what, facts, versions, text, expected):
    before = story(fact("single", account("4", "g")), articles=["g"])
    after = story(*facts, articles=["g", "g2"], versions=versions, text=text)
    found = changes(before, after, "story:1")
    assert [(alert.kind, alert.fact) for alert in found] == expected
    assert changes(after, after, "story:1") == ()


def test_an_update_that_was_told_of_is_not_told_again_when_its_facts_are_worded_anew():
    said = fact("single", account("4", "g"))
    reworded = fact("single", account("4", "g"), id="f9", question="How many died in all?")
    before = story(said, articles=["g", "g2"], versions=[changed("withdrawn", "4")])
    after = story(reworded, articles=["g", "g2"], versions=[changed("withdrawn", "4", id="f9")])
    assert changes(before, after, "story:1") == ()


def test_stories_that_became_one_are_compared_with_what_was_told_of_each():
    other = story(fact("disputed", account("4", "c"), account("7", "r"), id="f1", question="How fast?"))
    both = story(
        fact("single", account("4", ("g", SERVICE)), stands=0),
        fact("disputed", account("4", "c"), account("7", "r"), id="f1-2", question="How fast?"),
    )
    assert changes(together([ALONE, other]), both) == ()
    assert together([]) is None


def test_an_alert_is_one_line_and_the_same_each_time():
    [alert] = changes(ALONE, TWO, "story:1", "2026-03-10T09:00:00+00:00")
    assert alert.line == (
        "2026-03-10T09:00:00+00:00 origin: Train derails (story:1): How many died? Post, Radio and the Gazette give it. [https://p.example/1]"
    )
    assert alert.id == changes(ALONE, TWO, "story:1", "2026-03-11T09:00:00+00:00")[0].id


def test_the_feed_of_alerts_is_read_by_a_feed_reader():
    alerts = changes(ALONE, TWO, "story:1", "2026-03-10T09:00:00+00:00")
    odd = msgspec.structs.replace(alerts[0], id="x", title="<b> & \x01 \u05d0", articles=("no address",))
    found = feedparser.parse(io.BytesIO(atom_of((*alerts, odd), "2026-03-10T10:00:00+00:00").encode()))
    assert not found.bozo
    assert [entry.id for entry in found.entries] == [f"urn:twosource:alert:{alerts[0].id}", "urn:twosource:alert:x"]
    assert found.entries[0].title == "New source: Train derails"
    assert found.entries[0].link == "https://p.example/1"
    assert found.entries[0].updated == "2026-03-10T09:00:00+00:00"
    assert "How many died? Post, Radio and the Gazette give it." in found.entries[0].content[0].value
    assert not feedparser.parse(io.BytesIO(atom_of((), "2026-03-10T10:00:00+00:00").encode())).bozo


def test_the_signature_is_that_of_standard_webhooks():
    key = key_of("whsec_" + base64.b64encode(b"a secret of ours").decode())
    assert key == b"a secret of ours"
    expected = base64.b64encode(hmac.new(key, b"id.1700000000.{}", hashlib.sha256).digest()).decode()
    assert signature(key, "id", "1700000000", b"{}") == f"v1,{expected}"


@pytest.mark.parametrize("secret", ["", "whsec_%%%"])
def test_a_bad_secret_is_a_bad_setting(secret):
    with pytest.raises(BadSetting, match="secret"):
        key_of(secret)
