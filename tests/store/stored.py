"""Nouns for tests of the store, made by hand: nothing is read, annotated or checked."""

from twosource.model import (
    Account,
    Article,
    Claim,
    Dossier,
    DossierArticle,
    DossierFact,
    Entity,
    Fact,
    Instant,
    Mention,
    Mentions,
    Name,
    Occurrence,
    Page,
    Period,
    Span,
)

TEXT = "Dam bursts\n\nFour people died in Halvern, the mayor Ingrid Solheim said."


def article(id, text=TEXT, outlet="Harbour Post", day="2023-03-14", **more):
    return Article(id, text, title=text.split("\n")[0], outlet=outlet, published=Instant(day), **more)


def mentions(id):
    return Mentions(id, (Span(12, 70),), names=(Mention(Name("Ingrid Solheim", "person"), Span(50, 64), "names/1"),))


def put(writer, one, key="", annotated=True):
    """Add an article with a page of its own, as its page's next version; return its seq."""
    key = key or f"/pages/{one.id}"
    number, before = writer.latest_version(key)
    page = writer.add_page(Page(one.id, one.text.encode("utf-8", "replace")), f"{key}?{one.id}", key, "2026-01-01")
    seq = writer.add_article(one, page)
    writer.add_version(key, number + 1, one.id, page, before)
    if annotated:
        writer.add_mentions(mentions(one.id), 1)
    return seq


def fact(id="f1", articles=("a",), verdict="single"):
    claims = tuple(
        Claim(f"{id}{name}", "figure", name, Span(12, 40), Span(12, 16), "dead", "4", low=4, high=4)
        for name in articles
    )
    account = Account("4", claims, 4, 4, "", "dead", origins=("Ingrid Solheim",), carriers=("Harbour Post",))
    return Fact(id, "figure", "How many died?", verdict, "One outlet has it.", (account,), 0)


def dossier(articles=("a",), facts=()):
    told = tuple(
        DossierArticle(name, "", "Harbour Post", "Dam bursts", "2023-03-14", "en", None, False, TEXT)
        for name in articles
    )
    shown = tuple(DossierFact(f.id, f.kind, f.question, f.verdict, f.why, f.stands, ()) for f in facts)
    return Dossier("Dam bursts", Period("", ""), (), told, (), (), shown, (), (), (), ())


def entity(articles=("a",)):
    spots = tuple(Occurrence(name, Span(50, 64)) for name in articles)
    return Entity("person:ingrid-solheim", "Ingrid Solheim", "person", ("Ingrid Solheim",), ("mayor",), mentions=spots)
