"""Write a dossier as plain text for a terminal: what is established, what is disputed, and who says so.

Reads   Dossier
Gives   lines of text, wrapped to a width
Misses  the sentences behind each fact: `twosource why` and the other formats cite them
"""

import textwrap
from collections.abc import Iterator

from twosource.dossier.outline import Outline, counted, extent, outline, short
from twosource.model import Dossier, DossierFact

SHOWN = 12
"""Facts of a section that are shown: a screen holds about thirty lines, and a section's first facts say most."""


def to_terminal(dossier: Dossier, width: int = 100, most: int = SHOWN) -> str:
    """Return the dossier as text, at most `most` facts a section; a fact's id stands at the start of its line."""
    plan = outline(dossier)
    lines = [dossier.title, f"{extent(dossier)} {counted(dossier)}"]
    for section in plan.sections:
        if section.facts:
            lines += ["", f"{section.heading} - {section.gloss}"]
            for fact in section.facts[:most]:
                lines += _fact(plan, fact)
            if len(section.facts) > most:
                lines.append(f"  ... and {len(section.facts) - most} more: the other formats (-o, --format) have all")
    lines += ["", "Articles"]
    for article in dossier.articles:
        kind = "teaser" if article.teaser else article.published[:10] or "undated"
        lines.append(f"  {article.id}  {article.outlet or '?'}, {kind}: {article.title}")
    return "\n".join(line for given in lines for line in _wrapped(given, width)) + "\n"


def _fact(plan: Outline, fact: DossierFact) -> Iterator[str]:
    yield f"  {fact.id}  {short(fact)}"
    if len(fact.accounts) > 1:
        for index, account in enumerate(fact.accounts):
            stands = " (stands now)" if fact.stands == index else ""
            yield f"      {account.value}{stands}: {plan.names(account.carriers)}"
    yield f"      {fact.why}"
    if fact.ruling:
        yield f"      A person's ruling: {fact.ruling}"


def _wrapped(line: str, width: int) -> list[str]:
    """A line cut at spaces; its second line stands a little deeper than its first."""
    indent = line[: len(line) - len(line.lstrip())]
    wrapped = textwrap.wrap(
        " ".join(line.split()), width, initial_indent=indent, subsequent_indent=indent + "    ", break_long_words=False
    )
    return wrapped or [""]
