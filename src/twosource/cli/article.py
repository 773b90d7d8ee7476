"""``twosource article ARTICLE``: one article of a library, its versions and their differences."""

import click

from twosource.cli import options
from twosource.model import Article, Family, Version
from twosource.run.library_versions import changes


@click.command()
@click.argument("article")
@options.db
@click.option("--diff", is_flag=True, help="What each version changed instead of the text.")
def article(article: str, db: str, diff: bool) -> int:
    """Show ARTICLE: where it is from, its story and family, its versions, and its text."""
    store = options.library(db)
    with store.view() as view:
        found = view.article(article)
        versions = view.versions(article)
        family = view.lineage_of([article]).family_of(article)
        told = {version.article: view.article(version.article) for version in versions} if diff else {}
        for line in head(found, view.story_of(article), family, versions):
            click.echo(line)
    store.close()
    click.echo("")
    if not diff:
        click.echo(found.text)
    if diff and len(versions) < 2:
        click.echo("there is one version of it: nothing has changed")
    for version in versions[1:] if diff else ():
        click.echo(f"version {version.number} ({version.article}), {version.fetched or version.added}")
        for change in changes(told[version.before].text, told[version.article].text):
            click.echo("\n".join([*(f"- {line}" for line in change.before), *(f"+ {line}" for line in change.after)]))
        click.echo("")
    return 0


def head(found: Article, story: str, family: Family | None, versions: tuple[Version, ...]) -> list[str]:
    """Return what is known of an article, a line each."""
    rows = [
        ("title", found.title),
        ("outlet", found.outlet),
        ("authors", ", ".join(found.authors)),
        ("published", found.published.value if found.published else ""),
        ("address", found.url),
        ("teaser on", found.teaser_of),
        ("story", story.removeprefix("story:")),
    ]
    if family:
        others = ", ".join(id for id in family.articles if id != found.id)
        whose = f", the text of {family.origin}" if family.origin else ""
        rows.append(("family", f"{family.relation} with {others}{whose}"))
    if len(versions) > 1:
        rows.append(("versions", ", ".join(version.article for version in versions)))
    return [found.id, *(f"  {name:<10}{value}" for name, value in rows if value)]
