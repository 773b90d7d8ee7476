"""Find whose report goes on in a sentence that names nobody ("police said two men fled", "They left on foot").

Reads   attributions, clauses, the sentence before
Gives   `going_on`: the source of the sentence before, where this one can only be understood from it
Misses  reports that go on with a full name ("Webb left on foot"): as often as not it is the reporter who speaks there

A sentence whose subject is a pronoun, or a number that counts what was named before, takes up the very words of the
report, and a headline those of the lead. Read by eye in forty-nine stories and twenty made-up ones, nine of ten such
sentences were still the source's.
"""

import re
from bisect import bisect_left

from twosource.check.context import Context, within
from twosource.check.language.words import content_words
from twosource.check.voices.quotations import MARK, speaker_of, untagged
from twosource.check.voices.vouching import is_paper
from twosource.model import Attribution, Clause, Mention, Span
from twosource.text.lexicon import mapping

TAKES_UP = re.compile(
    r"(?:(?:and|but|then|later)\s+)?(?:(?P<thing>it|its)|(?P<many>they|their)|(?P<person>he|his|she|her)|(?P<counted>"
    r"another|both|neither|none|the (?:\w+ )?others?|(?:two|three|four|five|six|seven|eight|nine|ten) others?|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?))\b(?!\s+(?:of|the|its|his|her|their)\b)",
    re.I,
)
"""How a sentence begins whose subject was named before."""

EMPTY = frozenset({"be", "take", "seem", "appear", "emerge", "remain", "happen", "rain", "snow", "come", "start"})
"""Verbs whose "it" may stand for nothing: "it was the second fire in a week"."""

TELLS = frozenset({"says", "confirms", "denies", "warns"})
WHOLE = 0.75
"""The part of a sentence that a source, its cue and what it says make up, so that all of it is the source's."""


def going_on(context: Context, focus: Span) -> Attribution | None:
    """Return the report of the sentence before that goes on at `focus`, or whose speaker is quoted there without a tag.

    None when nobody's does.
    """
    said = untagged(context, focus)
    if said is not None:
        spoken = speaker_of(context, said)
        return spoken.value if spoken is not None else None
    sentence = context.sentence(focus)
    if headed(context).covers(focus):
        return _lead(context, sentence)
    opened = TAKES_UP.match(context.article.text, sentence.start, sentence.end)
    if opened is None or _is_told(context, sentence) or MARK.search(context.text(sentence)):
        return None
    index = bisect_left(context.mentions.sentences, sentence)
    before = context.mentions.sentences[index - 1] if index else None
    report = _report(context, before) if before is not None and context.speaks(before) else None
    return report if report is not None and _is_another(context, report, opened, sentence) else None


def headed(context: Context) -> Span:
    """Return the place of an article's headline: its title, or a first line that is short and ends without a stop."""
    title = next((block.span for block in context.article.blocks if block.kind == "title"), None)
    if title is not None:
        return title
    line = context.article.text.partition("\n")[0].rstrip()
    return Span(0, 0 if len(line) > LONGEST_HEADLINE or line.endswith(FINAL) else len(line))


LONGEST_HEADLINE = 150
"""Characters of a first line that may be a headline; newspapers' own have 120 at the most."""

FINAL = (".", "?", "!", "…", "”", '"', "''", ":")
LEAD = 8
"""Words of a lead; a dateline and a byline, cut off as sentences, have fewer."""

RETOLD = 0.5
"""The part of a headline's words that its lead has too."""


def _lead(context: Context, headline: Span) -> Attribution | None:
    """What one source tells of nearly all of the first sentence, where that tells the headline in full."""
    sentences = context.mentions.sentences
    after = sentences[bisect_left(sentences, headline) + 1 :]
    full = (one for one in after if len(context.text(one).split()) >= LEAD)
    lead = next((one for one in full if context.speaks(one)), None)
    if lead is None or _is_told(context, headline):
        return None
    words = set(content_words(context.text(headline)))
    shared = words & set(content_words(context.text(lead)))
    return _report(context, lead) if len(shared) >= max(2, RETOLD * len(words)) else None


def _is_told(context: Context, sentence: Span) -> bool:
    """Whether somebody is cited in a sentence, or it is in somebody's mouth already."""
    return any(
        span.overlaps(sentence)
        for attribution in context.mentions.attributions
        for span in (*attribution.value.cue, *attribution.value.content)
    )


def _report(context: Context, sentence: Span) -> Attribution | None:
    """What one source tells of nearly all of a sentence in the reporter's words; None also where it is quoted."""
    found: list[tuple[int, Attribution]] = []
    for attribution in context.mentions.attributions:
        value = attribution.value
        if not attribution.span.overlaps(sentence) or value.stance not in TELLS or value.negated or not value.source:
            continue
        parts = (*value.content, *value.cue, *value.source)
        held = sum(max(0, min(part.end, sentence.end) - max(part.start, sentence.start)) for part in parts)
        if held >= WHOLE * (sentence.end - sentence.start):
            found.append((held, value))
    best = max(found, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[1].form != "direct" else None


def _is_another(context: Context, report: Attribution, opened: re.Match[str], sentence: Span) -> bool:
    """Whether a subject cannot be the source itself: "Lee said the gunman fled. He was calm." tells of either."""
    if opened["counted"] or opened["many"]:
        return True
    if opened["thing"]:
        main = _main(context, sentence)
        return main is not None and main.predicate not in EMPTY
    source = report.source[0]
    entity = context.entity(source)
    if report.who and entity is None:
        return is_paper(report.who)
    if entity is not None:
        return entity.kind == "organisation"
    noun = context.text(source).casefold().split()[-1]
    return mapping("noun_kinds").get(noun) == "organisation" or noun.endswith("s")


def _main(context: Context, sentence: Span) -> Clause | None:
    """The first finite clause of a sentence."""
    inside: tuple[Mention[Clause], ...] = within(context.mentions.clauses, sentence)
    return next((clause.value for clause in inside if clause.value.tense), None)
