"""``twosource stories``: the stories of a library."""

import click

from twosource.cli import options
from twosource.dossier.wording import count, stretch
from twosource.model import StoryLine

ORDERS = ("latest", "largest", "facts")


@click.command()
@options.db
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="How many; 0 for all.")
@click.option("--order", type=click.Choice(ORDERS), default="latest", show_default=True, help="Which ones first.")
@click.option("--all", "everything", is_flag=True, help="Stories of teasers alone too.")
def stories(db: str, limit: int, order: str, everything: bool) -> int:
    """List the stories of a library, the latest first."""
    store = options.library(db)
    with store.view() as view:
        lines = view.stories(limit or None, order=order, least=0 if everything else 1)  # type: ignore[arg-type]
        behind = view.newest() - view.grouped()
        teasers = () if lines else view.stories(1, least=0)
    store.close()
    for line in lines:
        click.echo(shown(line))
    if teasers:
        click.echo("twosource: there are stories of teasers alone: --all shows them", err=True)
    elif not lines and behind <= 0:
        click.echo("twosource: the library holds no story yet: `twosource add PAGE...` adds pages", err=True)
    if behind > 0:
        left = count(behind, "article")
        click.echo(f"twosource: {left} not grouped yet: `twosource add` goes on, or run `twosource rebuild`", err=True)
    return 0


def shown(line: StoryLine) -> str:
    """Return a story on two lines: its id and title, then its size."""
    parts = [stretch(line.first, line.last), count(line.pages, "article")]
    parts += [count(line.outlets, "outlet")] if line.outlets else []
    parts += [count(line.facts, "fact")] if line.facts else []
    parts += [f"{line.disputed} disputed"] if line.disputed else []
    parts += ["facts out of date"] if line.stale else []
    return f"{line.id.removeprefix('story:')}  {line.title}\n    {', '.join(part for part in parts if part)}"
