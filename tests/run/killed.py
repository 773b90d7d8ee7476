"""Kill the writer of a library at random moments, again and again; run by test_library_crash.py.

One process loads the models and forks: a child adds pages and is killed (SIGKILL) a random while after a random page,
another reads the library all the time. After each kill the library is opened and checked; what was begun is gone on
with by the next child until it is done, compared with the same pages added in one run, and begun again in a new file.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import sqlalchemy as sa

from twosource.model import Page
from twosource.run.library import Adding
from twosource.run.library_stream import Pace
from twosource.run.settings import Settings
from twosource.store import Store, tables

NOW = "2026-01-01T00:00:00+00:00"
PACE = Pace(flush=4, snapshot=3)  # so that kills also hit the writing of rows and states in the middle of a run
SEED = 20261122


def record(id, outlet, title, text, day, url=""):
    fields = {"id": id, "outlet": outlet, "title": title, "text": text, "published": day, "url": url}
    return Page(id, json.dumps(fields).encode(), "application/json", path=f"/feed.jsonl#{id}{day[-1] if url else ''}")


FLOOD = (
    "Four people died in Halvern when the River Maren broke a dyke on Tuesday, the mayor Ingrid Solheim said. "
    "About 5,000 residents were taken to schools in the hills before dawn, according to the fire brigade of Westmark."
)
VOTE = (
    "Parliament in Valletta passed the budget by two votes on Monday after a night of talks with the Greens. "
    "Finance minister Clara Borg said that 300 million euros would go to hospitals over the next three years."
)
PAGES = (
    record("flood-1", "Tidewater Press", "Dyke breaks in Halvern", FLOOD, "2023-03-14"),
    record("vote-1", "Harbour Post", "Budget passes by two votes", VOTE, "2023-03-14"),
    record("flood-2", "Valley Courier", "Four die as dyke breaks", FLOOD + " The school gave its hall.", "2023-03-14"),
    record("live", "Daily Beacon", "Flood: what we know", FLOOD[:105] + " Rain goes on.", "2023-03-14", "https://b.example/l"),
    Page("empty", b"", path="/empty.html"),
    record("vote-2", "Metro Tribune", "Budget passes", VOTE, "2023-03-15"),
    record("live", "Daily Beacon", "Flood: what we know", "Six people died, the mayor Ingrid Solheim said on Tuesday. "
           + FLOOD[106:], "2023-03-15", "https://b.example/l"),
    record("fire-1", "Harbour Post", "Bakery burns in Selby", "A fire gutted a bakery on Mill Street in Selby on "
           "Thursday. Two bakers were taken to hospital, the police said.", "2023-03-16"),
    record("flood-3", "The Borough Mail", "Halvern under water", "In Halvern four people are dead and the River Maren "
           "still rises, mayor Ingrid Solheim told reporters on Tuesday.", "2023-03-15"),
)  # fmt: skip


def add_all(path, told=None):
    """Add all pages; `told` is a pipe that hears of each page that was committed."""
    store = Store.open(path)
    adding = Adding(store, Settings(), lambda: NOW, PACE)
    adding.catch_up(lambda *_: None)
    for page in PAGES:
        adding.one(page)
        if told is not None:
            os.write(told, b".")
    adding.finish(lambda *_: None, later=False)
    store.close()


def rows(path, chosen):
    """Every row of some tables, in order; pages and articles are compared by what they hold, bytes and all."""
    store = Store.open(path)
    with store.view() as view:
        found = {t.name: view.connection.execute(sa.select(t).order_by(*t.primary_key)).all() for t in chosen}
    store.close()
    return found


def check(path, whole, committed):
    """Raise AssertionError unless the library holds every committed page, and no half one."""
    store = Store.open(path)
    with store.view() as view:
        assert view.connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
        ids = [article.id for article in view.articles()]
        assert list(view.mentions_of(ids)) == ids
        grouped = view.connection.execute(sa.select(tables.story_articles.c.article)).scalars().all()
        assert set(grouped) <= set(ids)
        for id in ids:
            assert view.versions(id)
            view.article(id)
    store.close()
    for name, kept in rows(path, (tables.pages, tables.articles, tables.versions, tables.mentions)).items():
        if name in ("pages", "articles"):  # the others are not numbered in the order of the stream
            assert kept == whole[name][: len(kept)], name
        assert set(kept) <= set(whole[name]), name
    pages = len(rows(path, (tables.pages,))["pages"]) + len(rows(path, (tables.failures,))["failures"])
    assert pages >= committed, (pages, committed)


def read_on(path):
    """Look at the library all the time: each view must show whole articles and stories of articles that it holds."""
    store = None
    while True:
        time.sleep(0.1)
        if store is None:
            if not Path(path).exists():
                continue
            store = Store.open(path)
        with store.view() as view:
            ids = [article.id for article in view.articles()]
            assert len(ids) == view.newest()
            assert list(view.mentions_of(ids)) == ids
            for line in view.stories(least=0):
                assert set(view.story(line.id).articles) <= set(ids)


def fork(work, *arguments):
    """Run a function in a child; it ends with 0, or with 1 and its traceback."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work(*arguments)
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(code)
    return child


def killed_after(path, pages, seconds):
    """Add in a child, killed so long after it told of so many pages; return whether it was done, and its pages."""
    ear, mouth = os.pipe()
    child = fork(add_all, path, mouth)
    os.close(mouth)
    committed = 0
    while committed < pages and (told := len(os.read(ear, 100))):
        committed += told
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, code = os.waitpid(child, 0)
    with os.fdopen(ear, "rb") as heard:
        committed += len(heard.read())
    assert code in (0, signal.SIGKILL), code
    return code == 0, committed


def main(folder, kills):
    chance = random.Random(SEED)
    whole, times = f"{folder}/whole.db", []
    for number in range(2):  # the first run loads the models
        start = time.monotonic()
        child = fork(add_all, f"{folder}/warm.db") if number else None
        if child is None:
            add_all(whole)
        else:
            assert os.waitpid(child, 0)[1] == 0
        times.append(time.monotonic() - start)
    kept, derived = rows(whole, tables.KEPT), [t for t in tables.DERIVED if t is not tables.states]
    expected = rows(whole, derived)
    pause = times[1] / len(PAGES)
    count = {"kills": 0, "finished": 0, "early": 0, "middle": 0, "deriving": 0}
    number = 0
    while count["kills"] < kills:
        path = f"{folder}/{number}.db"
        number += 1
        reader = fork(read_on, path)
        done = False
        while not done:
            done, committed = killed_after(path, chance.randint(0, len(PAGES)), chance.uniform(0, 4 * pause))
            if not done:
                count["kills"] += 1
                count["early" if not committed else "deriving" if committed == len(PAGES) else "middle"] += 1
                if Path(path).exists():
                    check(path, kept, committed)
        assert os.waitpid(reader, os.WNOHANG) == (0, 0), "the reader saw a half article"
        os.kill(reader, signal.SIGKILL)
        os.waitpid(reader, 0)
        count["finished"] += 1
        assert rows(path, derived) == expected, "not the same stories as in one run"
        assert rows(path, tables.KEPT) == kept
    print(json.dumps({**count, "seconds": round(times[1], 2)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
