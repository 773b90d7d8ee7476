"""``twosource watch FEEDS...``: follow feeds, and say what changed."""

import os
from pathlib import Path

import click
import msgspec

from twosource.cli import options
from twosource.cli.meter import Meter
from twosource.cli.output import report, write_out
from twosource.dossier.wording import count
from twosource.gather import Fetcher, Manners
from twosource.gather.page import instant
from twosource.model import BadSetting
from twosource.run import Settings
from twosource.run.alerts_feed import atom_of, latest_alerts
from twosource.run.alerts_webhook import Webhook
from twosource.run.watch import Round, Watching, watch
from twosource.run.watch_rhythm import RHYTHM
from twosource.run.watch_tell import Follow
from twosource.store import Store


class _Out(msgspec.Struct):
    """Where alerts go besides standard output, and the exit code so far."""

    atom: Path | None
    webhook: Webhook | None
    once: bool
    code: int = 0


@click.command("watch")
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS...")
@options.db
@click.option("--once", is_flag=True, help="Look once and end.")
@click.option("--every", type=click.FloatRange(1), default=10, show_default=True, help="Minutes between two looks.")
@click.option("--story", "stories", multiple=True, metavar="ID", help="Follow this story; all by default.")
@click.option("--match", "phrases", multiple=True, metavar="WORDS", help="Follow stories with all these words.")
@click.option("--atom", type=click.Path(path_type=Path, dir_okay=False), help="Atom file to keep the alerts in.")
@click.option("--webhook", default="", metavar="URL", help="Send each alert there, signed.")
@click.option("--secret-env", default="", metavar="NAME", help="Variable that holds the webhook's secret.")
@options.contact
@options.allow_private
@options.model
@options.quiet
def watch_(
    feeds: tuple[str, ...],
    db: str,
    once: bool,
    every: float,
    stories: tuple[str, ...],
    phrases: tuple[str, ...],
    atom: Path | None,
    webhook: str,
    secret_env: str,
    contact: str,
    allow_private: bool,
    model: str,
    quiet: bool,
) -> int:
    """Follow FEEDS (OPML files, addresses of feeds and sitemaps): add what is new, print what changed in the stories.

    Each line is one change: a new independent origin, a dispute, a revised figure, a withdrawn claim. The first look
    of a library tells nothing; Ctrl-C ends it, and starting it again goes on from there.
    """
    fetcher = Fetcher(Manners(contact=contact, private=allow_private))
    hook = Webhook(webhook, _secret(secret_env), fetcher) if webhook else None
    rhythm = msgspec.structs.replace(RHYTHM, every=every * 60, quiet=max(RHYTHM.quiet, every * 60))
    watching = Watching(feeds, fetcher, Follow(stories, phrases), rhythm, hook is not None)
    store, meter, out = Store.open(db), Meter(quiet), _Out(atom, hook, once)
    try:
        watch(
            store, watching, Settings(model=model), lambda round: _tell(store, round, out), 1 if once else None, meter
        )
    except KeyboardInterrupt:
        click.echo("twosource: stopped; start it again to go on", err=True)
    finally:
        meter.end()
        store.close()
    return out.code if once else 0


def _tell(store: Store, round: Round, out: _Out) -> None:
    """Print what a round brought, and hand its alerts on."""
    for alert in round.alerts:
        click.echo(" ".join(alert.line.split()))
    failures = round.failures
    if out.atom is not None:
        write_out(atom_of(latest_alerts(store), options.now()), out.atom)
    if out.webhook is not None:
        _, failure = out.webhook.send_all(store)
        failures += (failure,) if failure else ()
    out.code = max(out.code, report(failures))
    new, changed = len(round.added.new), len(round.added.changed)
    if round.lists or new or changed:
        click.echo(f"{options.now()}: {count(round.lists, 'feed')}, {new:,} new, {changed:,} changed", err=True)
    elif round.next is not None and out.once:
        click.echo(f"{options.now()}: nothing is due before {instant(round.next)}", err=True)


def _secret(name: str) -> str:
    """The secret in an environment variable; raises BadSetting when there is none."""
    if not name or not os.environ.get(name):
        raise BadSetting(f"--webhook needs a secret: put it into a variable and name that with --secret-env ({name})")
    return os.environ[name]
