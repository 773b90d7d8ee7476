"""The command line: one command a file. This is the only package that prints and exits.

Exit codes: 0 done, 1 done but some inputs failed (each named on standard error), 2 wrong usage or set-up.
"""

import sys

import click

from twosource.cli.add import add_
from twosource.cli.article import article
from twosource.cli.dossier import dossier
from twosource.cli.export import export
from twosource.cli.rebuild import rebuild
from twosource.cli.related import related
from twosource.cli.rulings import confirm, merge, reject, rulings, split, undo
from twosource.cli.search import search_command
from twosource.cli.stories import stories
from twosource.cli.story import story
from twosource.cli.watch import watch_
from twosource.cli.why import why
from twosource.model import TwosourceError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="twosource", prog_name="twosource")
def cli() -> None:
    """For every fact of a story: who vouches for it, who repeats it, who says otherwise, what nobody has said."""


cli.add_command(add_)
cli.add_command(article)
cli.add_command(dossier)
cli.add_command(export)
cli.add_command(rebuild)
cli.add_command(related)
cli.add_command(search_command)
cli.add_command(stories)
cli.add_command(story)
cli.add_command(watch_)
cli.add_command(why)
for judging in (confirm, reject, merge, split, undo, rulings):
    cli.add_command(judging)


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        code = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except click.Abort:
        click.echo("twosource: stopped", err=True)
        code = 130  # as shells do for a program that was interrupted
    except TwosourceError as error:
        click.echo(f"twosource: {error}", err=True)
        code = 2
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    sys.exit(code or 0)
