"""Judge whether two voices are independent: yes, no or unsure, with the reason in one sentence.

Reads   two voices (article, outlet, chain, end) and the lineage of their articles
Gives   a Judgement; "unsure" is never to be counted as independent
Misses  sources that two reporters share and neither names

The reasons are asked in the order of `REASONS`: the first that has an answer gives it.
"""

from collections.abc import Callable, Sequence

from twosource.model import Credit, Family, Judgement, Lineage, Share, Span, Voice
from twosource.text.outlets import outlet_of, same_owner

UNNAMED = "unnamed"
"""The end of a chain whose last source the text does not name."""


def independent(a: Voice, b: Voice, lineage: Lineage) -> Judgement:
    """Say whether two voices vouch for the same thing independently of each other. Symmetric but for the wording.

    >>> one, two = Voice("1", "CNN", ("Reuters",)), Voice("2", "The Guardian", ("Reuters",))
    >>> independent(one, two, Lineage())
    Judgement(answer='no', why='Both have it from Reuters.')
    >>> independent(Voice("1", "CNN", ("unnamed",)), Voice("2", "The Guardian", ("unnamed",)), Lineage()).answer
    'unsure'
    """
    for reason in REASONS:
        found = reason(a, b, lineage)
        if found is not None:
            return found
    return Judgement("yes", f"{_called(a)} and {_called(b)} share no text, source, credit or owner that is known.")


def _same_article(a: Voice, b: Voice, _: Lineage) -> Judgement | None:
    if a.article == b.article:
        return Judgement("no", "Both stand in one article.")
    return None


def _same_outlet(a: Voice, b: Voice, _: Lineage) -> Judgement | None:
    if a.outlet and b.outlet and _usual(a.outlet) == _usual(b.outlet):
        return Judgement("no", f"Both were printed by {_shown(a.outlet)}.")
    return None


def _same_text(a: Voice, b: Voice, lineage: Lineage) -> Judgement | None:
    family = lineage.family_of(a.article)
    if family is not None and b.article in family.articles:
        whose = f", which is {family.origin}'s" if family.origin else ""
        return Judgement("no", f"{_called(a)} and {_called(b)} print the same text{whose}.")
    for share in lineage.between:
        if {share.earlier, share.later} == {a.article, b.article} and _in_passages(share, a, b):
            return Judgement("no", f"{_called(a)} and {_called(b)} share a passage word for word.")
    return _pasted(a, b, lineage) or _pasted(b, a, lineage)


def _pasted(a: Voice, b: Voice, lineage: Lineage) -> Judgement | None:
    """Whether a's article pasted a passage that b's family has, b's article too, and a's claim stands in it."""
    family = lineage.family_of(b.article)
    if family is None:
        return None
    for share in lineage.between:
        other = share.later if share.earlier == a.article else share.earlier
        if a.article not in (share.earlier, share.later) or not took(b.article, other, share, family):
            continue
        if a.span is None or any(span.overlaps(a.span) for span in spans_in(a.article, share)):
            whose = f"{family.origin}'s" if family.origin else "the same"
            return Judgement("no", f"{_called(a)} took a passage from {whose} report, which {_called(b)} prints.")
    return None


def took(article: str, member: str, share: Share, family: Family) -> bool:
    """Whether an article of a family has the passage that `member` of it shares with an article outside.

    Where the two members' own share is not on record, the passage is taken to be the family's only if this member had
    it first and has nothing from the others.
    """
    if member not in family.articles or article not in family.articles:
        return False
    if article == member:
        return True
    links = [link for link in family.shares if {link.earlier, link.later} == {article, member}]
    if not links:
        return member == share.earlier and all(link.later != member for link in family.shares)
    return much_overlap(spans_in(member, links[0]), spans_in(member, share))


def much_overlap(a: Sequence[Span], b: Sequence[Span]) -> bool:
    """Whether at least a third of the shorter of two lists of spans lies in the other: more than one sentence."""
    common = sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)
    least = min(sum(x.end - x.start for x in a), sum(y.end - y.start for y in b))
    return least > 0 and common / least >= 1 / 3


def spans_in(article: str, share: Share) -> list[Span]:
    """Return where the shared passages stand in one of the two articles."""
    return [passage.earlier if article == share.earlier else passage.later for passage in share.passages]


def _same_agency(a: Voice, b: Voice, lineage: Lineage) -> Judgement | None:
    both = sorted(_whole(a, lineage) & _whole(b, lineage))
    if both:
        return Judgement("no", f"Both carry {_shown(both[0])}'s report.")
    return None


def _credit_each_other(a: Voice, b: Voice, lineage: Lineage) -> Judgement | None:
    for one, other in ((a, b), (b, a)):
        named = {_usual(name) for name in one.chain} | {
            _usual(c.name) for c in lineage.credits_of(one.article) if _owes(c)
        }
        theirs = ({_usual(other.outlet)} if other.outlet else set()) | _whole(other, lineage)
        found = sorted(named & theirs)
        if found:
            return Judgement("no", f"{_called(one)} has it from {_shown(found[0])}.")
    return None


def _same_source(a: Voice, b: Voice, _: Lineage) -> Judgement | None:
    if a.entity and a.entity == b.entity and a.chain and b.chain:
        return Judgement("no", f"Both have it from {a.chain[-1]}.")
    theirs = {_usual(name) for name in b.chain if name != UNNAMED}
    both = [name for name in a.chain if name != UNNAMED and _usual(name) in theirs]
    if both:
        return Judgement("no", f"Both have it from {both[-1]}.")
    return None


def _common_owner(a: Voice, b: Voice, _: Lineage) -> Judgement | None:
    first, second = outlet_of(a.outlet), outlet_of(b.outlet)
    if first and second and same_owner(a.outlet, b.outlet):
        return Judgement("no", f"{first.name} and {second.name} have one owner, {first.owner}.")
    return None


def _unknown_outlet(a: Voice, b: Voice, _: Lineage) -> Judgement | None:
    if any(not voice.outlet and not voice.chain for voice in (a, b)):
        return Judgement("unsure", "It is not known which outlet printed one of them.")
    return None


def _gathered(a: Voice, b: Voice, _: Lineage) -> Judgement | None:
    """What a site that gathers others' reports prints in its own voice is somebody's, who may be the other's source."""
    for voice in (a, b):
        outlet = outlet_of(voice.outlet)
        if outlet is not None and outlet.kind in ("aggregator", "press release") and not voice.chain:
            return Judgement("unsure", f"{outlet.name} gathers what others report, and does not say whose this is.")
    return None


def _unnamed(a: Voice, b: Voice, _: Lineage) -> Judgement | None:
    unnamed = [voice for voice in (a, b) if not voice.named or (voice.chain and voice.chain[-1] == UNNAMED)]
    if len(unnamed) == 2:
        return Judgement("unsure", "Both rest on sources that they do not name, which may be the same.")
    if unnamed:
        return Judgement("unsure", "One rests on a source that it does not name, which may be the other's.")
    return None


def _same_contributor(a: Voice, b: Voice, lineage: Lineage) -> Judgement | None:
    if a.chain and b.chain:
        return None  # each names its own source, and these differ
    parts = [{_usual(c.name) for c in lineage.credits_of(voice.article) if c.kind != "owner"} for voice in (a, b)]
    both = sorted(parts[0] & parts[1])
    if both:
        return Judgement("unsure", f"{_shown(both[0])} is credited in both, and may be where both have it from.")
    return None


Reason = Callable[[Voice, Voice, Lineage], Judgement | None]

REASONS: tuple[Reason, ...] = (
    _same_article,
    _same_outlet,
    _same_text,
    _same_agency,
    _credit_each_other,
    _same_source,
    _common_owner,
    _unknown_outlet,
    _gathered,
    _unnamed,
    _same_contributor,
)


def _whole(voice: Voice, lineage: Lineage) -> set[str]:
    """The usual names of those whose text the whole article is said to be."""
    return {_usual(credit.name) for credit in lineage.credits_of(voice.article) if credit.whole}


def _owes(credit: Credit) -> bool:
    """Whether a credit says that the report was had from its name; a quoted interview with it does not."""
    return credit.whole or credit.kind in ("first report", "contribution", "republished")


def _in_passages(share: Share, a: Voice, b: Voice) -> bool:
    """Whether the claims stand in the shared passages; a claim without a place is taken to."""
    for voice in (a, b):
        if voice.span is not None and not any(span.overlaps(voice.span) for span in spans_in(voice.article, share)):
            return False
    return True


def _usual(name: str) -> str:
    """A name as it is compared: the usual one of an outlet, else folded without "the"."""
    outlet = outlet_of(name)
    return outlet.name if outlet else " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")


def _shown(name: str) -> str:
    outlet = outlet_of(name)
    return outlet.name if outlet else name


def _called(voice: Voice) -> str:
    return _shown(voice.outlet) if voice.outlet else f"the article {voice.article}"
