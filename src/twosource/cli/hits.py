"""Show what a search found: lines for a terminal, JSON for programs.

Reads   Hits
Gives   text
"""

import click
import msgspec

from twosource.model import Hit, Related, Snippet


def as_json(query: str, hits: tuple[Hit, ...]) -> str:
    """Return the hits as JSON: ``{"query": ..., "hits": [Hit, ...]}``, spans as start and end."""
    return msgspec.json.format(msgspec.json.encode({"query": query, "hits": hits}), indent=2).decode() + "\n"


def as_text(hits: tuple[Hit, ...]) -> str:
    """Return the hits as lines: what it is, its title, the sentence with its place and the words found lit up."""
    if not hits:
        return "nothing found\n"
    return "\n".join(_lines(number, hit) for number, hit in enumerate(hits, 1))


def related_text(found: tuple[tuple[Related, str], ...]) -> str:
    """Return what is related, a line each: likeness, id, title, reason."""
    if not found:
        return "nothing related\n"
    return "".join(
        f"{one.likeness:.2f}  {one.id}  {' '.join(title.split())}\n      {one.why}\n" for one, title in found
    )


def _lines(number: int, hit: Hit) -> str:
    about = [
        hit.kind if hit.kind == "article" else f"{hit.kind}, {hit.verdict}",
        hit.outlet,
        hit.published[:10],
        hit.id,
    ]
    if hit.kind != "article":
        about.append(f"in {hit.story}")
    lines = [
        f"{number:>2}. {click.style(' '.join(hit.title.split()), bold=True)}",
        "    " + " · ".join(filter(None, about)),
    ]
    lines += [
        f"    {lit(shown)}\n      [{shown.article} {shown.span.start}-{shown.span.end}]" for shown in hit.snippets
    ]
    return "\n".join(lines) + "\n"


def lit(shown: Snippet) -> str:
    """Return a snippet on one line, its words underlined on a terminal."""
    parts, at = [], shown.span.start
    for word in shown.words:
        parts.append(shown.text[at - shown.span.start : word.start - shown.span.start])
        parts.append(
            click.style(shown.text[word.start - shown.span.start : word.end - shown.span.start], underline=True)
        )
        at = word.end
    parts.append(shown.text[at - shown.span.start :])
    return " ".join("".join(parts).split())
