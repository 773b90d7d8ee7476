import random
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from twosource.model import Article, Instant
from twosource.trace import Families, FamiliesState, trace

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from copies import corpus, event, original, sentence
from families import predicted_pairs, true_pairs

MADE = list(corpus(6, seed=11))


def report(seed: int, sentences: int = 14) -> str:
    chance = random.Random(seed)
    about = event(seed, chance)
    return " ".join(sentence(about, chance, place == 0) for place in range(sentences))


def test_a_thousand_equal_texts_are_one_family():
    start = time.process_time()
    [family] = trace([Article(id=f"{n:04}", text=report(1)) for n in range(1000)]).families
    assert len(family.articles) == 1000
    assert family.articles[0] == "0000"
    assert time.process_time() - start < 30  # about two seconds on an idle machine


@pytest.mark.parametrize("text", ["", " ", "Fire", "Live updates", "…", "\u202e", "((((((", "“" * 50])
def test_texts_that_say_nothing_make_no_family(text):
    assert trace([Article(id="a", text=text), Article(id="b", text=text)]).families == ()


@pytest.mark.parametrize(
    "text",
    [
        "Президент подписал указ о переносе столицы в город на берегу реки, сообщили во вторник в его пресс-службе.",
        "会談は月曜日に国境近くの町で始まり、双方は停戦について話し合ったと外務省が明らかにした。",
        "اجتمع الوفدان يوم الاثنين قرب الحدود لبحث وقف إطلاق النار بحسب ما أعلنته وزارة الخارجية في بيان رسمي لها",
        "🔥 fire 🔥 in the old port 🚒 closed two roads 🚧 and one bridge 🌉 until Monday evening 🕗 at the latest",
    ],
)
def test_equal_texts_in_any_script_are_a_family(text):
    assert len(trace([Article(id="a", text=text), Article(id="b", text=text)]).families) == 1


def test_five_megabytes_take_seconds():
    words = " ".join(f"word{n % 5003}x{n % 4999}" for n in range(350_000))
    start = time.process_time()
    [family] = trace([Article(id="a", text=words), Article(id="b", text="A new opening. " + words)]).families
    assert len(family.articles) == 2
    assert time.process_time() - start < 60  # about five seconds on an idle machine


def test_time_is_linear_in_a_text_of_one_word():
    trace([Article(id=name, text="bah " * 60_000) for name in "ab"])


def test_quotes_of_one_speech_make_no_family():
    speech = (
        "“We will rebuild the bridge before the winter, and no village on either bank will be left without a road, a "
        "doctor or a school, because that is what we promised and that is what our parents would have done for us,”"
    )
    one = f"{report(3, 7)} {speech} the mayor said. {report(4, 5)}"
    two = f"{report(5, 6)} {speech} she told the crowd. {report(6, 6)}"
    assert trace([Article(id="a", text=one), Article(id="b", text=two)]).families == ()


@pytest.mark.parametrize("between", ['. " "', '. "', '.\n\n"'])
def test_a_statement_of_several_paragraphs_makes_no_family(between):
    parts = (
        "We will rebuild the bridge before the winter, and no village on either bank will be left without a road",
        "No one on my staff was told that the pillars had cracked until the evening on which the second lane was shut",
        "What we owe the drivers who sat there for six hours is an answer and we shall give them one by next Friday",
    )
    speech = f'"{between.join(parts)}."'
    one = f"{report(3, 7)} {speech} {report(4, 5)}"
    two = f"{report(5, 6)} {speech} {report(6, 6)}"
    assert trace([Article(id="a", text=one), Article(id="b", text=two)]).families == ()


def test_a_page_that_pastes_two_reports_does_not_join_them():
    a, b = report(7), report(8)
    both = f"{a[: len(a) // 2]} {b[: len(b) // 2]}"
    lineage = trace([Article(id="1", text=a), Article(id="2", text=b), Article(id="3", text=both)])
    [family] = lineage.families
    assert len(family.articles) == 2
    [share] = lineage.between
    assert share.later == "3"


def test_one_address_printed_twice_is_an_update():
    a = Article(id="1", url="https://x.example/a", outlet="X", text=report(9), published=Instant("2024-03-01T10:00Z"))
    later = report(10, 4) + " " + report(9)
    b = Article(id="2", url="https://x.example/a", outlet="X", text=later, published=Instant("2024-03-01T12:00Z"))
    [family] = trace([b, a]).families
    assert family.relation == "update"
    assert family.articles == ("1", "2")
    assert family.shares[0].directed


def test_shared_spans_read_alike_in_both_texts():
    body = report(12)
    a, b = Article(id="1", text="Top.\n\n" + body), Article(id="2", text="Quite another top here.\n\n" + body)
    [family] = trace([a, b]).families
    [passage] = family.shares[0].passages
    assert passage.earlier.of(a.text) == passage.later.of(b.text)
    assert len(passage.earlier.of(a.text)) >= 0.98 * len(body.rstrip("."))


def test_made_copies_are_found_and_others_are_not():
    made = list(corpus(40, seed=3))
    enough, some = true_pairs(made)
    lineage = trace([one.article() for one in made])
    event_of = {one.id: one.event for one in made}
    assert all(len({event_of[id] for id in family.articles}) == 1 for family in lineage.families)
    found = predicted_pairs(lineage) - some
    assert len(found & enough) / len(found) >= 0.97
    assert len(found & enough) / len(enough) >= 0.95


def restart(families: Families) -> Families:
    raw = msgspec.msgpack.encode(families.state)
    return Families(msgspec.msgpack.decode(raw, type=FamiliesState), families.window)


@settings(max_examples=6, phases=(Phase.explicit, Phase.generate))
@given(st.integers(0, len(MADE)), st.integers(0, 3))
def test_stopping_anywhere_changes_nothing(stop, seed):
    articles = [one.article() for one in MADE]
    random.Random(seed).shuffle(articles)
    through, stopped = Families(window=400), Families(window=400)  # a window that turns on the way
    for place, article in enumerate(articles):
        if place == stop:
            stopped = restart(stopped)
        assert through.add(article) == stopped.add(article)
    assert through.lineage() == stopped.lineage()


def test_adding_twice_changes_nothing():
    families = Families()
    article = original(1, event(1, random.Random(1)), random.Random(1)).article()
    families.add(article)
    before = families.lineage()
    assert families.add(article) is None
    assert families.lineage() == before
