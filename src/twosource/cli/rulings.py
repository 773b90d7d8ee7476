"""``twosource confirm``, ``reject``, ``merge``, ``split``, ``undo`` and ``rulings``: a person's own judgement."""

import getpass
from collections.abc import Callable
from typing import Any

import click

from twosource.cli import options
from twosource.model import BadSetting
from twosource.run.library_derive import dossier_of_story
from twosource.run.rulings import Judge, Judged, listed, rule
from twosource.run.rulings import undo as take_back

Command = Callable[..., Any]

who = click.option("--who", default="", envvar="TWOSOURCE_WHO", help="Who judges; by default the user's login name.")
note = click.option("--note", default="", help="What to say to it, in a few words.")
story = click.option("--story", default="", metavar="ID", help="The story, when several have such an id.")


def judging(command: Command) -> Command:
    """Give a command the options of all that judge: --who, --note, --db."""
    return who(note(options.db(command)))


@click.command()
@click.argument("fact")
@story
@judging
def confirm(fact: str, story: str, who: str, note: str, db: str) -> int:
    """Confirm a FACT or an entity: you have checked it yourself. Its verdict stays what the pages give."""
    return _rule(db, "confirm", fact, (), _judge(who, note), story)


@click.command()
@click.argument("fact")
@story
@judging
def reject(fact: str, story: str, who: str, note: str, db: str) -> int:
    """Reject a FACT, which is then marked so, or an entity, which is then left out."""
    return _rule(db, "reject", fact, (), _judge(who, note), story)


@click.command()
@click.argument("fact")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@story
@judging
def merge(fact: str, others: tuple[str, ...], story: str, who: str, note: str, db: str) -> int:
    """Merge OTHER facts into FACT, when they answer one question; or entities, when they are one."""
    return _rule(db, "merge", fact, others, _judge(who, note), story)


@click.command()
@click.argument("fact")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@story
@judging
def split(fact: str, claims: tuple[str, ...], story: str, who: str, note: str, db: str) -> int:
    """Take CLAIMs out of FACT into a fact of their own, or names out of an entity.

    A claim is named as `twosource why FACT` shows it, ARTICLE:START-END, or by its article alone.
    """
    return _rule(db, "split", fact, claims, _judge(who, note), story)


@click.command()
@click.argument("ruling")
@judging
def undo(ruling: str, who: str, note: str, db: str) -> int:
    """Take back a RULING; undoing that again brings it back. Nothing is deleted."""
    store = options.library(db)
    made = take_back(store, ruling, _judge(who, note))
    if made.story:
        dossier_of_story(store, made.story)
    store.close()
    click.echo(f"{made.id}: {ruling} is undone; `twosource undo {made.id}` brings it back")
    return 0


@click.command()
@options.db
def rulings(db: str) -> int:
    """List every ruling: its id, when, who, what, and what it holds for now."""
    store = options.library(db)
    with store.view() as view:
        known = listed(view)
        for item in known:
            ruling = item.ruling
            done = " ".join((ruling.action, ruling.target, *ruling.others))
            if item.undone_by:
                state = f"undone by {item.undone_by}"
            elif ruling.action == "undo":
                state = ""
            else:
                state = f"holds for {item.target} {item.title}".rstrip() if item.target else "has no effect now"
            fields = (ruling.id, ruling.when, ruling.who, done, state, ruling.note)
            click.echo("\t".join(" ".join(field.split()) for field in fields))
    store.close()
    if not known:
        click.echo("twosource: nobody has judged anything yet", err=True)
    return 0


def _rule(db: str, action: Judged, target: str, others: tuple[str, ...], judge: Judge, story: str) -> int:
    """Add a ruling and show what has become of its fact."""
    store = options.library(db)
    made, about = rule(store, action, target, others, judge, story)
    click.echo(f"{made.id}: {action} {about.id} {about.title}; `twosource undo {made.id}` takes it back")
    dossier = dossier_of_story(store, made.story)
    store.close()
    for fact in dossier.facts:
        if fact.id == about.id or fact.id.startswith(f"{about.id}/"):
            click.echo(f"{fact.id}\t{fact.verdict}\t{fact.question}\t{fact.ruling}")
    return 0


def _judge(who: str, note: str) -> Judge:
    """Who judges and when: read here and nowhere else."""
    if not who.strip():
        try:
            who = getpass.getuser()
        except (ImportError, KeyError, OSError) as error:  # no user of that number, as in some containers
            raise BadSetting("nothing tells who you are: say it with --who") from error
    return Judge(" ".join(who.split()), options.now(), note)
