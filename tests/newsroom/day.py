"""One day of five outlets of our own: a train off the rails, told, copied, confirmed, revised, disputed and corrected.

Gives   plan(): what each site answers from which hour on; OPML, the feeds to follow
"""

import html
import json
from datetime import datetime
from email.utils import format_datetime

from newsroom import Plan, Reply, bomb, redirect

DAY = "2026-03-10"
GAZETTE, COURIER, LANTERN, POST, RADIO, TRAPS = (
    "harrowgazette.example", "coastcourier.example", "dailylantern.example", "northernpost.example",
    "radiokestrel.example", "traps.example",
)  # fmt: skip
NAMES = {
    GAZETTE: "Harrow Gazette",
    COURIER: "Coast Courier",
    LANTERN: "Daily Lantern",
    POST: "Northern Post",
    RADIO: "Radio Kestrel",
}

FIRST = (
    "HARROW - A night train left the rails at the Kestrel Bridge outside Harrow early on Tuesday, March 10, 2026.",
    "Four people were killed, the Harrow fire service said.",
    "The train was travelling at 90 kilometres per hour when it left the rails, the railway company Norrail said.",
    "Firefighters worked for three hours to free passengers from the second carriage, which lay on its side.",
)
UPDATED = (
    FIRST[0],
    "Seven people were killed, the Harrow fire service said at noon on Tuesday.",
    FIRST[2],
    "A crane was brought from the port to lift the second carriage out of the river bed.",
)
WIRE = (
    "HARROW (Meridian Wire) - A night train with 180 passengers derailed at the Kestrel Bridge outside Harrow early on"
    " Tuesday, in the worst accident on the northern line in a generation.",
    "Four people were killed, the Harrow fire service said, and the line to the coast was closed until further notice.",
    "Firefighters freed passengers from the second carriage, and buses carried other travellers of the train to the"
    " coast, while engineers of the railway company walked along the torn rails and looked for the cause.",
    "The bridge was built in the last century and was to be renewed next summer.",
)
HOSPITAL = (
    "HARROW - Doctors at the county hospital in Harrow treated passengers of the train that derailed at the Kestrel"
    " Bridge on Tuesday, March 10, 2026, through the morning.",
    "Four people were killed in the derailment, the director of the county hospital, Miriam Holt, said.",
    "Holt said that the hospital had called in surgeons from the coast.",
)
HOSPITAL_AT_NINE = (
    *HOSPITAL[:2],
    "Thirty people were injured, a passenger named Lena Marsh said.",
    *HOSPITAL[2:],
)
SPEED = (
    "HARROW - The train that derailed at the Kestrel Bridge on Tuesday, March 10, 2026, was too fast, they say.",
    "The train was travelling at 140 kilometres per hour when it left the rails, said the chief investigator of the"
    " transport board, Paul Arden.",
    "Arden said that the recorder of the locomotive had been found in the river.",
)
FISH = (
    "PORT ELLIS - The regional assembly in Port Ellis passed a new law on herring quotas on Monday, March 9, 2026.",
    "The law lowers the quota for herring by 12 percent, fisheries minister Anna Roke said.",
    "Boat owners in the harbour said that they would appeal against the law in the court of Port Ellis.",
)


def page(host: str, title: str, paragraphs: tuple[str, ...], hour: str, path: str, author: str = "") -> Reply:
    """An article as these sites print it."""
    body = "".join(f"<p>{html.escape(text)}</p>\n" for text in paragraphs)
    return Reply(
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} |
{NAMES[host]}</title>
<meta property="og:site_name" content="{NAMES[host]}"><meta property="og:title" content="{html.escape(title)}">
<meta property="og:type" content="article"><link rel="canonical" href="http://{host}{path}">
<meta name="author" content="{author}">
<meta property="article:published_time" content="{DAY}T{hour}:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>{html.escape(title)}</h1>
{body}</article><footer>All rights reserved by {NAMES[host]}.</footer></body></html>""".encode()
    )


DOCTORS = "Hospital in Harrow treats passengers of derailed train"

Entry = tuple[str, str, str, str]
"""Path (or address), title, summary, hour."""


def _link(host: str, path: str) -> str:
    return path if "://" in path else f"http://{host}{path}"


def rss(host: str, entries: list[Entry]) -> Reply:
    items = "".join(
        f"<item><title>{title}</title><link>{_link(host, path)}</link><description>{summary}</description>"
        f"<pubDate>{format_datetime(datetime.fromisoformat(f'{DAY}T{hour}:00+00:00'))}</pubDate></item>"
        for path, title, summary, hour in entries
    )
    text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{host}</title>{items}</channel></rss>'
    return Reply(text.encode(), media_type="application/rss+xml")


def atom(host: str, entries: list[Entry]) -> Reply:
    items = "".join(
        f"<entry><id>{_link(host, path)}</id><title>{title}</title><link href='{_link(host, path)}'/>"
        f"<summary>{summary}</summary><updated>{DAY}T{hour}:00Z</updated></entry>"
        for path, title, summary, hour in entries
    )
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{host}</title>{items}</feed>'
    return Reply(text.encode(), media_type="application/atom+xml")


def json_feed(host: str, entries: list[Entry]) -> Reply:
    items = [
        {
            "id": path,
            "url": _link(host, path),
            "title": title,
            "summary": summary,
            "date_published": f"{DAY}T{hour}:00Z",
        }
        for path, title, summary, hour in entries
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": host, "items": items}
    return Reply(json.dumps(feed).encode(), media_type="application/feed+json")


def sitemap(host: str, entries: list[Entry]) -> Reply:
    urls = "".join(
        f"<url><loc>{_link(host, path)}</loc><news:news><news:publication><news:name>{NAMES[host]}</news:name>"
        f"<news:language>en</news:language></news:publication><news:publication_date>{DAY}T{hour}:00Z"
        f"</news:publication_date><news:title>{title}</news:title></news:news></url>"
        for path, title, summary, hour in entries
    )
    text = (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{urls}</urlset>'
    )
    return Reply(text.encode(), media_type="text/xml")


def index(host: str, paths: list[str]) -> Reply:
    maps = "".join(f"<sitemap><loc>{_link(host, path)}</loc></sitemap>" for path in paths)
    text = f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{maps}</sitemapindex>'
    return Reply(text.encode(), media_type="text/xml")


OPML = f"""<?xml version="1.0"?><opml version="2.0"><head><title>The coast</title></head><body>
<outline text="Papers"><outline type="rss" text="Gazette" xmlUrl="http://{GAZETTE}/rss"/>
<outline type="rss" text="Courier" xmlUrl="http://{COURIER}/atom"/></outline>
<outline text="Lantern" xmlUrl="http://{LANTERN}/feed.json"/><outline text="Post" xmlUrl="http://{POST}/sitemaps.xml"/>
<outline text="Radio" xmlUrl="http://{RADIO}/rss"/><outline text="Traps" xmlUrl="http://{TRAPS}/rss"/>
</body></opml>
"""

TRAIN = "/2026/train"
TRAP_ENTRIES = [
    (f"/{name}", f"{name} news", "A trap.", "06:00")
    for name in ("loop-a", "slow", "bomb", "local", "metadata", "paper.pdf", "missing", "members/only", "endless")
]


def plan() -> Plan:
    """What each path answers from which hour on."""
    gazette = [(TRAIN, "Night train leaves the rails at Kestrel Bridge", "Four killed.", "05:40")]
    rails = [(TRAIN, "Night train derails at Kestrel Bridge near Harrow", "Meridian Wire.", "06:30")]
    fish = [("/herring", "Assembly passes law on herring quotas", "Lower quotas.", "05:00")]
    later = [(TRAIN, "Seven killed as night train leaves the rails at Kestrel Bridge", "Seven killed.", "05:40")]
    return {
        GAZETTE: {
            "/rss": [("06:00", rss(GAZETTE, gazette)), ("12:10", rss(GAZETTE, later))],
            TRAIN: [
                ("05:40", page(GAZETTE, gazette[0][1], FIRST, "05:40", TRAIN, "Ada Crane")),
                ("12:10", page(GAZETTE, later[0][1], UPDATED, "12:10", TRAIN, "Ada Crane")),
            ],
        },
        COURIER: {
            "/atom": [("06:00", atom(COURIER, fish)), ("07:00", atom(COURIER, rails + fish))],
            "/herring": [("05:00", page(COURIER, fish[0][1], FISH, "05:00", "/herring", "Tom Vale"))],
            TRAIN: [
                ("07:00", page(COURIER, rails[0][1], WIRE, "06:30", TRAIN)),
            ],
        },
        LANTERN: {
            "/feed.json": [("06:00", json_feed(LANTERN, [])), ("07:00", json_feed(LANTERN, rails))],
            TRAIN: [("07:00", page(LANTERN, rails[0][1], WIRE, "06:40", TRAIN))],
        },
        POST: {
            "/sitemaps.xml": [("06:00", index(POST, ["/news.xml"]))],
            "/news.xml": [("06:00", sitemap(POST, [])), ("09:00", sitemap(POST, [(TRAIN, DOCTORS, "", "09:00")]))],
            TRAIN: [
                ("09:00", page(POST, DOCTORS, HOSPITAL_AT_NINE, "09:00", TRAIN)),
                ("17:00", page(POST, DOCTORS, HOSPITAL, "09:00", TRAIN)),  # the passenger's claim is gone
            ],
        },
        RADIO: {
            "/rss": [
                ("05:00", Reply(b"", 503, headers=(("Retry-After", "1800"),))),
                ("14:00", rss(RADIO, [(TRAIN, "Derailed train at Kestrel Bridge was too fast", "Too fast.", "14:00")])),
            ],
            TRAIN: [
                (
                    "14:00",
                    page(RADIO, "Derailed train at Kestrel Bridge was too fast", SPEED, "14:00", TRAIN, "Ivo Lund"),
                )
            ],
        },
        TRAPS: {
            "/robots.txt": [("00:00", Reply(b"User-agent: *\nDisallow: /members/\n", media_type="text/plain"))],
            "/rss": [("06:00", rss(TRAPS, TRAP_ENTRIES))],
            "/loop-a": [("00:00", redirect("/loop-b"))],
            "/loop-b": [("00:00", redirect("/loop-a"))],
            "/slow": [("00:00", Reply(b"<p>slow</p>" * 100, drip=0.05))],
            "/bomb": [("00:00", bomb(40_000_000))],
            "/local": [("00:00", redirect("http://127.0.0.1/admin"))],
            "/metadata": [("00:00", redirect("http://169.254.169.254/latest/meta-data/"))],
            "/paper.pdf": [("00:00", Reply(b"%PDF-1.7", media_type="application/pdf"))],
            "/members/only": [("00:00", Reply(b"<p>secret</p>"))],
            "/endless": [("00:00", redirect("/endless-1"))],
            **{f"/endless-{n}": [("00:00", redirect(f"/endless-{n + 1}"))] for n in range(1, 20)},
        },
    }
