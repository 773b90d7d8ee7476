"""A story written for these tests: talks between two invented countries, as five invented outlets report them.

`STORY`, `FACTS`, `EVIDENCE`, `RELATED` and `MISSING` are what `write` is given. Two outlets carry one agency text, one
page is an update of another, the toll of a shelling is disputed in one place and revised over the day in another, the
venue is not told, a recommended-stories block stands on one page, and one title is hostile.
"""

from twosource.model import (
    Account,
    Article,
    Block,
    Claim,
    Credit,
    Entity,
    Event,
    Evidence,
    Fact,
    Family,
    Instant,
    Lineage,
    Mention,
    Mentions,
    Missing,
    Occurrence,
    Party,
    Place,
    RelatedItem,
    Role,
    Share,
    Span,
    Story,
    Time,
)

HOSTILE = "</script><script>alert('x')</script><b onmouseover=\"alert(1)\">Markets & talks</b>"

# id: outlet, authors, published, inferred, updated, url, teaser_of, blocks
PAGES = {
    "harbour": {
        "outlet": "The Harbour Post",
        "authors": ("Ines Corvo",),
        "published": Instant("2031-03-04T14:20:00+01:00"),
        "url": "https://harbourpost.example/world/talks-open",
        "blocks": (
            ("title", "Kessia and Ruvenia open talks as shelling of Tolm goes on"),
            ("byline", "By Ines Corvo, Meridian News Agency"),
            ("dateline", "PELLIN, 4 March"),
            (
                "paragraph",
                "Envoys from Kessia and Ruvenia sat down on Tuesday for their first talks since the border war began, "
                "at a place in Dorvia that officials would not name.",
            ),
            (
                "paragraph",
                "The talks began at noon, the Dorvian foreign ministry said. Kessia demands an immediate end to the "
                "shelling of Tolm, the office of President Mara Oslin said.",
            ),
            (
                "paragraph",
                "At least 36 people have died in Tolm since Sunday, the city's mayor, Petr Hallan, said. Ruvenia's "
                "army put the number at 12 and called them fighters.",
            ),
            (
                "paragraph",
                "Kessia's delegation is led by Deputy Foreign Minister Anton Reyle; Ruvenia sent Senator Ludo Brandt "
                "and the chief of its general staff.",
            ),
            ("caption", "Cars of the two delegations arrive in Pellin on 4 March 2031."),
        ),
    },
    "herald": {
        "outlet": "Valley Herald",
        "authors": (),
        "published": Instant("2031-03-04T15:05:00+01:00"),
        "url": "https://valleyherald.example/2031/03/04/envoys-meet",
        "blocks": (
            ("title", "Envoys of Kessia and Ruvenia meet in Dorvia"),
            ("byline", "Meridian News Agency"),
            (
                "paragraph",
                "Envoys from Kessia and Ruvenia sat down on Tuesday for their first talks since the border war began, "
                "at a place in Dorvia that officials would not name.",
            ),
            (
                "paragraph",
                "The talks began at noon, the Dorvian foreign ministry said. Kessia demands an immediate end to the "
                "shelling of Tolm, the office of President Mara Oslin said.",
            ),
            (
                "paragraph",
                "At least 36 people have died in Tolm since Sunday, the city's mayor, Petr Hallan, said.",
            ),
        ),
    },
    "ledger-1": {
        "outlet": "Capital Ledger",
        "authors": ("Sofia Brenn", "Tomas Ilk"),
        "published": Instant("2031-03-04T13:10:00+01:00"),
        "url": "https://capitalledger.example/live/talks",
        "blocks": (
            ("title", "Talks on Tolm under way"),
            ("byline", "Sofia Brenn and Tomas Ilk"),
            (
                "paragraph",
                "Negotiators from Kessia and Ruvenia are meeting in Dorvia, two people briefed on the talks told the "
                "Ledger.",
            ),
            (
                "paragraph",
                "Doctors at Tolm's only working hospital had counted 31 dead by Tuesday morning. About 4,000 people "
                "have left the city, the Red Lantern relief group said.",
            ),
            ("notice", "This is a developing story."),
        ),
    },
    "ledger-2": {
        "outlet": "Capital Ledger",
        "authors": ("Sofia Brenn", "Tomas Ilk"),
        "published": Instant("2031-03-04T13:10:00+01:00"),
        "updated": Instant("2031-03-04T19:45:00+01:00"),
        "url": "https://capitalledger.example/live/talks?v=2",
        "blocks": (
            ("title", "Talks on Tolm end without a truce"),
            ("byline", "Sofia Brenn and Tomas Ilk"),
            (
                "paragraph",
                "Negotiators from Kessia and Ruvenia met in Dorvia for five hours on Tuesday and parted without a "
                "truce, two people briefed on the talks told the Ledger. They will meet again on Friday, one of them "
                "said.",
            ),
            (
                "paragraph",
                "Doctors at Tolm's only working hospital had counted 43 dead by Tuesday evening. More than 10,000 "
                "people have left the city, the Red Lantern relief group said.",
            ),
            (
                "paragraph",
                "“We will not sign anything under fire,” President Oslin said in a broadcast.",
            ),
        ),
    },
    "radio": {
        "outlet": "Lakeside Radio",
        "authors": ("Newsdesk",),
        "published": Instant("2031-03-04", inferred="caption"),
        "url": "https://lakesideradio.example/n/8841",
        "blocks": (
            ("title", "First talks between the two sides held on Lake Verrin"),
            (
                "paragraph",
                "Our reporter saw both delegations leave a villa near Pellin, on Lake Verrin in Dorvia, shortly "
                "before six in the evening. The meeting had started just after 1 p.m., a Ruvenian diplomat told "
                "Lakeside Radio.",
            ),
            (
                "paragraph",
                "Ruvenia insists that Tolm lies on its side of the 1962 line, Senator Ludo Brandt told reporters. "
                "Mara Oslin, Kessia's president, said her envoys would sign nothing under fire.",
            ),
            ("heading", "What comes next"),
            ("paragraph", "Neither side would say who pays for the repair of the dam above the town."),
            ("caption", "The villa near Pellin on 4 March 2031. Photo: Lakeside Radio"),
        ),
    },
    "radio#teaser-1": {
        "outlet": "Lakeside Radio",
        "published": Instant("2031-03-04", inferred="page"),
        "teaser_of": "radio",
        "blocks": (
            ("title", "Relief convoy turned back"),
            ("paragraph", "Some 25,000 people have fled Tolm, aid workers say, and a convoy was turned back."),
        ),
    },
    "radio#teaser-2": {
        "outlet": "Lakeside Radio",
        "published": Instant("2031-03-04", inferred="page"),
        "teaser_of": "radio",
        "blocks": (("title", HOSTILE), ("paragraph", "Shares rose. <img src=x onerror=alert(2)> {{ 7*7 }}")),
    },
}


def article(name, page):
    """Put an article together from its blocks, parted by blank lines."""
    text, blocks = "", []
    for kind, words in page["blocks"]:
        text += "\n\n" if text else ""
        blocks.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words
    fields = {key: value for key, value in page.items() if key != "blocks"}
    teasers = tuple(other for other in PAGES if PAGES[other].get("teaser_of") == name)
    return Article(id=name, text=text, title=page["blocks"][0][1], blocks=tuple(blocks), teasers=teasers, **fields)


ARTICLES = {name: article(name, page) for name, page in PAGES.items()}


def place_of(name, words, within=None):
    """The span of `words` in an article, sought inside `within`; fails when they are not there."""
    text = ARTICLES[name].text
    floor = place_of(name, within).start if within else 0
    start = text.index(words, floor)
    return Span(start, start + len(words))


def claim(kind, name, words, focus, measure, value, *chain, **slots):
    """A claim on `words` of an article, its value on `focus`."""
    span = place_of(name, words)
    at = ARTICLES[name].text.index(focus, span.start)
    return Claim(
        id=f"{name}:{span.start}:{measure}:{at}",
        kind=kind,
        article=name,
        span=span,
        focus=Span(at, at + len(focus)),
        measure=measure,
        value=value,
        chain=chain,
        **slots,
    )


def account(value, *claims, **fields):
    """An account with the origins and carriers that its claims name."""
    carriers = {ARTICLES[one.article].outlet for one in claims}
    origins = {one.chain[-1] if one.chain else ARTICLES[one.article].outlet for one in claims}
    numbers = {key: getattr(claims[0], key) for key in ("low", "high", "unit", "as_of", "measure", "polarity")}
    return Account(
        value=value, claims=claims, origins=tuple(sorted(origins)), carriers=tuple(sorted(carriers)), **numbers | fields
    )


MINISTRY, OSLIN, MAYOR = "Dorvian foreign ministry", "the office of President Mara Oslin", "Petr Hallan"
BEGAN = "The talks began at noon, the Dorvian foreign ministry said."
DEMANDS = "Kessia demands an immediate end to the shelling of Tolm, the office of President Mara Oslin said."
DIED = "At least 36 people have died in Tolm since Sunday, the city's mayor, Petr Hallan, said."
ARMY = "Ruvenia's army put the number at 12 and called them fighters."
OPENING = (
    "Envoys from Kessia and Ruvenia sat down on Tuesday for their first talks since the border war began, at a place "
    "in Dorvia that officials would not name."
)
LED = (
    "Kessia's delegation is led by Deputy Foreign Minister Anton Reyle; Ruvenia sent Senator Ludo Brandt and the chief "
    "of its general staff."
)
VILLA = (
    "Our reporter saw both delegations leave a villa near Pellin, on Lake Verrin in Dorvia, shortly before six in the "
    "evening."
)
STARTED = "The meeting had started just after 1 p.m., a Ruvenian diplomat told Lakeside Radio."
LINE = "Ruvenia insists that Tolm lies on its side of the 1962 line, Senator Ludo Brandt told reporters."
HER = "Mara Oslin, Kessia's president, said her envoys would sign nothing under fire."
QUOTE = "“We will not sign anything under fire,” President Oslin said in a broadcast."
MET = (
    "Negotiators from Kessia and Ruvenia met in Dorvia for five hours on Tuesday and parted without a truce, two "
    "people briefed on the talks told the Ledger."
)
MEETING = "Negotiators from Kessia and Ruvenia are meeting in Dorvia, two people briefed on the talks told the Ledger."
FRIDAY = "They will meet again on Friday, one of them said."
MORNING = "Doctors at Tolm's only working hospital had counted 31 dead by Tuesday morning."
EVENING = "Doctors at Tolm's only working hospital had counted 43 dead by Tuesday evening."
LEFT = "About 4,000 people have left the city, the Red Lantern relief group said."
MORE = "More than 10,000 people have left the city, the Red Lantern relief group said."
FLED = "Some 25,000 people have fled Tolm, aid workers say, and a convoy was turned back."
NEITHER = "Neither side would say who pays for the repair of the dam above the town."
NOON, ONE = {"as_of": "2031-03-04T12:00"}, {"as_of": "2031-03-04T13:00"}

FACTS = (
    Fact(
        "talks-country",
        "venue",
        "In which country are the talks held?",
        "corroborated",
        "Meridian's report (officials), the Capital Ledger (two people briefed on the talks) and Lakeside Radio's own "
        "reporter put them in Dorvia; none of the three credits another.",
        (
            account(
                "Dorvia",
                claim("venue", "harbour", OPENING, "Dorvia", "talks", "Dorvia", "Meridian News Agency"),
                claim("venue", "herald", OPENING, "Dorvia", "talks", "Dorvia", "Meridian News Agency"),
                claim("venue", "ledger-1", MEETING, "Dorvia", "talks", "Dorvia", "two people briefed on the talks"),
                claim("venue", "ledger-2", MET, "Dorvia", "talks", "Dorvia", "two people briefed on the talks"),
                claim("venue", "radio", VILLA, "Dorvia", "talks", "Dorvia"),
            ),
        ),
        0,
        ("venue: same place", "independent: no shared text, no common end of chain"),
    ),
    Fact(
        "oslin-sign",
        "statement",
        "What does Mara Oslin say of signing?",
        "echoed",
        "The Capital Ledger quotes it and Lakeside Radio reports it in other words; both end at Mara Oslin.",
        (
            account(
                "will sign nothing under fire",
                claim("statement", "ledger-2", QUOTE, "will not sign anything under fire", "sign", "", "Mara Oslin"),
                claim("statement", "radio", HER, "would sign nothing under fire", "sign", "", "Mara Oslin"),
            ),
        ),
        0,
    ),
    Fact(
        "kessia-demand",
        "position",
        "What does Kessia demand?",
        "echoed",
        "The Harbour Post and the Valley Herald carry one text, by Meridian News Agency, and both end at the office of "
        "President Mara Oslin.",
        (
            account(
                "an immediate end to the shelling of Tolm",
                claim("position", "harbour", DEMANDS, "immediate end", "demand", "", OSLIN, subject="Kessia"),
                claim("position", "herald", DEMANDS, "immediate end", "demand", "", OSLIN, subject="Kessia"),
            ),
        ),
        0,
    ),
    Fact(
        "ruvenia-line",
        "position",
        "On which side of the 1962 line does Tolm lie?",
        "single",
        "Only Lakeside Radio has it, from Senator Ludo Brandt.",
        (
            account(
                "on Ruvenia's side",
                claim("position", "radio", LINE, "on its side", "insist", "", "Ludo Brandt", subject="Ruvenia"),
            ),
        ),
        0,
    ),
    Fact(
        "lead-kessia",
        "role",
        "Who leads Kessia's delegation?",
        "single",
        "Only the Harbour Post names him.",
        (
            account(
                "Anton Reyle, deputy foreign minister",
                claim("role", "harbour", LED, "Anton Reyle", "member", "Anton Reyle"),
            ),
        ),
        0,
    ),
    Fact(
        "member-ruvenia",
        "role",
        "Who sits in Ruvenia's delegation?",
        "single",
        "Only the Harbour Post names him.",
        (account("Ludo Brandt, senator", claim("role", "harbour", LED, "Ludo Brandt", "member", "Ludo Brandt")),),
        0,
    ),
    Fact(
        "next-round",
        "event",
        "When do they meet again?",
        "single",
        "Only the Capital Ledger has it, from one person briefed on the talks.",
        (
            account(
                "on Friday",
                claim(
                    "event",
                    "ledger-2",
                    FRIDAY,
                    "meet again",
                    "meet",
                    "",
                    "one person briefed on the talks",
                    certainty="expected",
                ),
            ),
        ),
        0,
    ),
    Fact(
        "talks-start",
        "time",
        "When did the talks begin?",
        "disputed",
        "The ministry says noon, a Ruvenian diplomat says just after 1 p.m.; neither credits the other.",
        (
            account(
                "noon",
                claim("time", "harbour", BEGAN, "noon", "begin", "", "Meridian News Agency", MINISTRY, **NOON),
                claim("time", "herald", BEGAN, "noon", "begin", "", "Meridian News Agency", MINISTRY, **NOON),
            ),
            account(
                "just after 1 p.m.",
                claim("time", "radio", STARTED, "just after 1 p.m.", "begin", "", "a Ruvenian diplomat", **ONE),
            ),
        ),
    ),
    Fact(
        "tolm-dead",
        "figure",
        "How many people have died in Tolm?",
        "disputed",
        "The mayor says at least 36 and Ruvenia's army says 12, for the same days; the second calls the dead fighters.",
        (
            account(
                "at least 36",
                claim("figure", "harbour", DIED, "At least 36", "dead", "", MAYOR, low=36.0, unit="people"),
                claim("figure", "herald", DIED, "At least 36", "dead", "", MAYOR, low=36.0, unit="people"),
            ),
            account(
                "12",
                claim("figure", "harbour", ARMY, "12", "dead", "12", "Ruvenia's army", low=12.0, high=12.0),
            ),
        ),
    ),
    Fact(
        "hospital-dead",
        "figure",
        "How many dead has Tolm's hospital counted?",
        "revised",
        "The Capital Ledger's 43 of Tuesday evening supersedes its own 31 of Tuesday morning.",
        (
            account(
                "31",
                claim(
                    "figure",
                    "ledger-1",
                    MORNING,
                    "31 dead",
                    "dead",
                    "31",
                    "doctors",
                    low=31.0,
                    high=31.0,
                    as_of="2031-03-04T08:00",
                ),
            ),
            account(
                "43",
                claim(
                    "figure",
                    "ledger-2",
                    EVENING,
                    "43 dead",
                    "dead",
                    "43",
                    "doctors",
                    low=43.0,
                    high=43.0,
                    as_of="2031-03-04T18:00",
                ),
            ),
        ),
        1,
    ),
    Fact(
        "tolm-left",
        "figure",
        "How many people have left Tolm?",
        "revised",
        "Red Lantern's figure rose from about 4,000 to more than 10,000 between two versions of the Capital Ledger's "
        "page; a teaser on Lakeside Radio's page has a later 25,000.",
        (
            account(
                "about 4,000",
                claim(
                    "figure",
                    "ledger-1",
                    LEFT,
                    "About 4,000",
                    "leave",
                    "",
                    "Red Lantern",
                    low=3500.0,
                    high=4500.0,
                    unit="people",
                    as_of="2031-03-04T13:10",
                ),
            ),
            account(
                "more than 10,000",
                claim(
                    "figure",
                    "ledger-2",
                    MORE,
                    "More than 10,000",
                    "leave",
                    "",
                    "Red Lantern",
                    low=10000.0,
                    unit="people",
                    as_of="2031-03-04T19:45",
                ),
            ),
            account(
                "some 25,000",
                claim(
                    "figure",
                    "radio#teaser-1",
                    FLED,
                    "Some 25,000",
                    "flee",
                    "",
                    "aid workers",
                    low=22500.0,
                    high=27500.0,
                    unit="people",
                    as_of="2031-03-05",
                ),
            ),
        ),
        2,
    ),
    Fact(
        "venue-undisclosed",
        "venue",
        "At which place are the talks held?",
        "undisclosed",
        "Meridian's report says that officials would not name it.",
        (
            account(
                "not disclosed",
                claim(
                    "venue",
                    "harbour",
                    OPENING,
                    "would not name",
                    "talks",
                    "not disclosed",
                    "Meridian News Agency",
                    "officials",
                    disclosed=False,
                ),
                claim(
                    "venue",
                    "herald",
                    OPENING,
                    "would not name",
                    "talks",
                    "not disclosed",
                    "Meridian News Agency",
                    "officials",
                    disclosed=False,
                ),
            ),
            account(
                "a villa near Pellin, on Lake Verrin",
                claim("venue", "radio", VILLA, "a villa near Pellin", "talks", "a villa near Pellin"),
            ),
        ),
    ),
    Fact(
        "dam-cost",
        "statement",
        "Who pays for the repair of the dam?",
        "undisclosed",
        "Lakeside Radio says that neither side would tell.",
        (
            account(
                "not disclosed",
                claim("statement", "radio", NEITHER, "would say", "pay", "not disclosed", disclosed=False),
            ),
        ),
    ),
)


def mentions(name):
    """The mentions of an article that the writers read: places, times, roles, events."""
    found = {"places": [], "times": [], "roles": [], "events": []}

    def add(field, words, value, within=None):
        if words in ARTICLES[name].text and (within is None or within in ARTICLES[name].text):
            found[field].append(Mention(value, place_of(name, words, within), "hand/1"))

    add("places", "Dorvia", Place("Dorvia", 48.2, 21.6, "", None, "country"))
    add("places", "Tolm", Place("Tolm", 47.9, 22.8, "", None, "city"))
    add("places", "Pellin", Place("Pellin", 48.31, 21.9, "", None, "city"), within="a villa near")
    add("places", "Lake Verrin", Place("Lake Verrin", 48.3, 21.95, "", None, "water"), within="a villa near")
    add("places", "Kessia", Place("Kessia", 47.5, 23.0, "", None, "country", use="government"))
    add("times", "noon", Time("TIME", "2031-03-04T12:00", "2031-03-04T12:00", "2031-03-04T12:00"))
    add("times", "just after 1 p.m.", Time("TIME", "2031-03-04T13:00", "2031-03-04T13:00", "", mod="AFTER"))
    add("times", "Friday", Time("DATE", "2031-03-07", "2031-03-07", "2031-03-07", anchor="published"))
    add("roles", "Deputy Foreign Minister Anton Reyle", member("Anton Reyle", "deputy foreign minister", "Kessia"))
    add("roles", "Senator Ludo Brandt", member("Ludo Brandt", "senator", "Ruvenia"), within="Ruvenia sent")
    add("roles", "chief of its general staff", member("", "chief of the general staff", "Ruvenia"))
    if name == "ledger-2":
        meet, friday = place_of(name, "meet again"), place_of(name, "Friday")
        they = Party("They", place_of(name, "They will"))
        found["events"].append(Mention(Event("CONSULT", actors=(they,), status="planned", time=friday), meet, "hand/1"))
    ordered = {field: tuple(sorted(items, key=lambda item: item.span)) for field, items in found.items()}
    return Mentions(name, **ordered)


def member(holder, office, of):
    """A seat in a country's delegation."""
    return Role("member", holder=holder, office=office, of=of, group=f"{of}'s delegation")


def entity(name, kind, *names, roles=(), speaks_for="", country=""):
    """An entity with an occurrence for each place where one of its names first stands in an article."""
    found = []
    for other in ARTICLES.values():
        starts = [(other.text.find(spelling), spelling) for spelling in (name, *names)]
        found += [
            Occurrence(other.id, Span(start, start + len(spelling))) for start, spelling in sorted(starts) if start >= 0
        ][:1]
    return Entity(f"{kind}:{name}", name, kind, tuple(sorted({name, *names})), roles, country, speaks_for, tuple(found))


ENTITIES = (
    entity("Kessia", "place"),
    entity("Ruvenia", "place"),
    entity("Dorvia", "place"),
    entity(
        "Mara Oslin", "person", "Oslin", "President Oslin", roles=("president of Kessia",), speaks_for="place:Kessia"
    ),
    entity(OSLIN, "organisation", speaks_for="place:Kessia"),
    entity("Ludo Brandt", "person", roles=("senator",), speaks_for="place:Ruvenia"),
    entity("Anton Reyle", "person", roles=("deputy foreign minister",), speaks_for="place:Kessia"),
    entity("Petr Hallan", "person", roles=("mayor of Tolm",)),
    entity("Red Lantern", "organisation", "Red Lantern relief group"),
    entity("Meridian News Agency", "organisation"),
)

LINEAGE = Lineage(
    families=(
        Family("family-1", ("harbour", "herald"), "Meridian News Agency", "copy"),
        Family(
            "family-2", ("ledger-1", "ledger-2"), "Capital Ledger", "update", (Share("ledger-1", "ledger-2", "update"),)
        ),
    ),
    credits=(
        Credit("harbour", "Meridian News Agency", "agency", True, place_of("harbour", "Meridian News Agency")),
        Credit("herald", "Meridian News Agency", "agency", True, place_of("herald", "Meridian News Agency")),
    ),
)
EVIDENCE = Evidence(tuple(ARTICLES.values()), tuple(mentions(name) for name in ARTICLES), ENTITIES, LINEAGE)
STORY = Story("story-1", "Kessia and Ruvenia hold first talks as Tolm is shelled", tuple(ARTICLES))
RELATED = (
    RelatedItem(
        "radio#teaser-2", HOSTILE, "Lakeside Radio", "Recommended on Lakeside Radio's page; no fact of this story."
    ),
)
MISSING = (
    Missing("Who asked for the talks?", "nobody"),
    Missing("Is there a mediator?", "nobody"),
    Missing("When do the sides meet again?", "one", ("ledger-2",)),
)
