"""Find families in a stream: which of the recent articles has the new one's words.

Reads   articles, one at a time
Gives   the family that each joins, the shares behind it, and a state that can be stored and taken up again
Misses  a copy that comes after its original has left the window; paraphrase

Candidates come from an inverted index of sampled shingles, which unlike MinHash finds a short report inside a long
one; the verdict from an exact alignment. Families are not chained: an article that took one half from each of two
reports joins the family of the larger half, and the other stays a share between families.
"""

from collections import Counter

from twosource.model import Article, Credit, Family, Lineage, Share, Span
from twosource.model.lineage import Relation
from twosource.text.shingles import digest, sample
from twosource.trace.align import Alignment, Prepared, align, prepare
from twosource.trace.credits import credits_of, whole_creditor
from twosource.trace.direction import COMPLETE, Side, first_of, is_reprint
from twosource.trace.held import FamiliesState, Held, Recent, Tie, hold
from twosource.trace.independence import much_overlap

Holders = int | list[int]
"""Who has a shingle: one article's number, those of several, or none when it is a stock phrase."""

WINDOW = 2_000_000
"""Sampled shingles in one of the two generations of the index: about 20,000 different articles of 400 words, two
days of a newsroom's intake; the two take about 400 MB."""

SKETCH = 5_000
"""Sampled shingles kept of one text (the smallest hashes): a text of 20,000 words, beyond any article."""

LEAST_PART = 0.2
"""The part of the shorter text that a family shares: articles of one event that owe each other nothing share less than
a tenth (their common phrases and official wordings), and the least copy that we must find has three tenths."""

LEAST_WORDS = 30
"""Shared words of a family, a paragraph: below that, a common caption or a sentence of a press release would do."""

LEAST_OWN = 15
"""Shared words outside quotation marks, about a sentence: one that no speaker said and so one reporter wrote."""

SHORT = 60
"""Texts with fewer words (teasers, flashes) must share most of them, see `SHORT_PART`, since they have few to share."""

SHORT_PART = 0.6
SHORT_WORDS = 12

LEAST_EXACT = 5
"""Words of a text that makes a family by being equal to another: "Live updates" would be equal by chance."""

RETITLED = 0.8
"""The part of both texts that an outlet's two pages share to be one page updated, where their titles differ."""

PASTED = 60
"""Words outside quotations (two paragraphs) that are told as a share between families even if a small part of both."""

CROWD = 8
"""Unrelated articles with one shingle before it is taken for a stock phrase and left out of the index."""

CANDIDATES = 6
"""Articles aligned with a new one at most: more than six different sources of one text were never needed in `bench`."""

TIES = 8
"""Shares kept with an article to judge later ones by; the first ones tell what it is made of."""


class Families:
    """Families of a stream. Feed it articles in the order in which they come; it forgets those beyond the window."""

    def __init__(self, state: FamiliesState | None = None, window: int = WINDOW) -> None:
        self.state = state or FamiliesState()
        self.window = window
        self.made: list[tuple[Share, bool]] = []
        """The shares that the article added last brought; True marks those between two families."""
        self._recent = Recent()

    def add(self, article: Article) -> str | None:
        """Take in an article and return the id of its family, None when it shares text with none.

        Adding an id again changes nothing. Time grows with the article's length and the few texts like it, not with
        the number of articles held.
        """
        state = self.state
        if article.id in state.numbers:
            return self.family_id(article.id)
        number = state.count
        state.count += 1
        self.made = []
        ready = prepare(article)
        sampled = sample(ready.shingles)[:SKETCH]
        state.held[number] = hold(article, credits_of(article), len(sampled), number)
        state.numbers[article.id] = number
        state.groups[number] = [number]
        holders = [self._holders(value) for value in sampled] if state.old else list(map(state.young.get, sampled))
        candidates = self._candidates(article, ready, sampled, holders)
        found = [(other, align(self._ready(other)[1], ready)) for other in candidates]
        self._recent.put(number, (article, ready))
        for other, shared in sorted(found, key=lambda pair: (-pair[1].own, pair[0])):
            self._link(other, number, shared)
        self._post(number, article, ready, list(zip(sampled, holders, strict=True)))
        return self.family_id(article.id)

    def family_id(self, article: str) -> str | None:
        """Return the id of an article's family, None when it has none or is no longer held."""
        number = self.state.numbers.get(article)
        if number is None:
            return None
        group = self.state.held[number].family
        return self._id(group) if len(self.state.groups[group]) > 1 else None

    def family_of(self, article: str) -> Family | None:
        """Return an article's family, the original first; None when it has none or is no longer held."""
        number = self.state.numbers.get(article)
        if number is None or self.family_id(article) is None:
            return None
        return self._family(self.state.held[number].family)

    def credits_of(self, article: str) -> tuple[Credit, ...]:
        """Return the credits of an article, () when it is no longer held."""
        number = self.state.numbers.get(article)
        return () if number is None else self.state.held[number].credits

    def nearly_full(self) -> bool:
        """Whether the next article may make it forget those that only the older generation knows."""
        return len(self.state.young) + SKETCH >= self.window

    def lineage(self) -> Lineage:
        """Return all families and credits of the articles held, in the order in which they came."""
        families = tuple(self._family(key) for key, group in sorted(self.state.groups.items()) if len(group) > 1)
        credits = tuple(credit for _, held in sorted(self.state.held.items()) for credit in held.credits)
        return Lineage(families, credits, tuple(self.state.between))

    def _ready(self, number: int) -> tuple[Article, Prepared]:
        return self._recent.get(number, self.state.held[number])

    def _candidates(
        self, article: Article, ready: Prepared, sampled: list[int], holders: list[Holders | None]
    ) -> list[int]:
        """The articles held that may share text with this one, the likeliest first."""
        votes = Counter([one for one in holders if type(one) is int])
        for several in holders:
            if type(several) is list:
                votes.update(several)
        state = self.state
        kept = [
            other
            for other, count in sorted(votes.items(), key=lambda item: (-item[1], item[0]))
            # Two thirds of the votes that the least part would give on average: sampling strays by about that much.
            if count >= 2 and count >= 0.66 * LEAST_PART * min(len(sampled), state.held[other].sampled)
        ][:CANDIDATES]
        for other in (state.exact.get(digest(ready.words.hashes)), state.pages.get(article.url)):
            if other is not None and other not in kept:
                kept.append(other)
        return kept

    def _holders(self, value: int) -> Holders | None:
        """Who has a shingle; one found in the old generation moves to the young one, so live families stay."""
        found = self.state.young.get(value)
        if found is None:
            found = self.state.old.pop(value, None)
            if found is not None:
                self.state.young[value] = found
        return found

    def _link(self, other: int, number: int, shared: Alignment) -> None:
        """Record what two articles share and join their families where it holds."""
        state = self.state
        one, two = state.held[other], state.held[number]
        (a, words_a), (b, words_b) = self._ready(other), self._ready(number)
        strong = _is_family(shared, words_a, words_b) or _is_update(a, b, shared)
        if not strong and shared.own < PASTED:
            return
        other_first, known = first_of(Side(a, one.credits), Side(b, two.credits), shared)
        share = _share(a, b, shared, other_first, known)
        earlier, later = (one, two) if other_first else (two, one)
        pairs = [(p.earlier, p.later) for p in share.passages]
        same_page = bool(a.url) and a.url == b.url
        tie = Tie(_through(pairs, earlier), later=True, update=same_page)
        source = Tie([first for first, _ in pairs], later=False, update=tie.update)
        if one.family != two.family:
            if not (strong and _coherent(earlier.ties, source) and _coherent(later.ties, tie)):
                state.between.append(share)
                self.made.append((share, True))
                return
            self._join(one.family, two.family)
        state.shares.setdefault(one.family, []).append(share)
        self.made.append((share, False))
        for held, held_by in ((earlier, source), (later, tie)):
            if len(held.ties) < TIES:
                held.ties.append(held_by)

    def _join(self, a: int, b: int) -> None:
        """Make one family of two; it keeps the number of the one that is older."""
        state = self.state
        keep, gone = min(a, b), max(a, b)
        members = state.groups.pop(gone)
        for number in members:
            state.held[number].family = keep
        state.groups[keep] += members
        state.shares.setdefault(keep, []).extend(state.shares.pop(gone, []))

    def _post(self, number: int, article: Article, ready: Prepared, had: list[tuple[int, Holders | None]]) -> None:
        """Enter an article in the index: only those of its shingles that its family does not have yet.

        `had` are its sampled shingles, each with those that had it before.
        """
        state, young, held = self.state, self.state.young, self.state.held
        own = held[number].family
        for value, holders in had:
            if holders is None:
                young[value] = number
            elif type(holders) is int:
                if held[holders].family != own:
                    young[value] = [holders, number]
            elif holders and all(held[other].family != own for other in holders):  # type: ignore[union-attr]
                young[value] = [*holders, number] if len(holders) < CROWD else []  # type: ignore[misc, arg-type]
        if len(ready.words) >= LEAST_EXACT:
            state.exact.setdefault(digest(ready.words.hashes), number)
        if article.url:
            state.pages[article.url] = number
        if len(state.young) >= self.window:
            self._turn()

    def _turn(self) -> None:
        """Begin a new generation and forget the articles that only the one before the last knew."""
        state = self.state
        state.old, state.young = state.young, {}
        live: set[int] = set()
        for holders in state.old.values():
            if isinstance(holders, int):
                live.add(holders)
            else:
                live.update(holders)
        families = {state.held[number].family for number in live}
        live |= families  # a family's first article gives it its name
        state.held = {number: held for number, held in state.held.items() if number in live}
        state.numbers = {held.id: number for number, held in state.held.items()}
        state.exact = {value: number for value, number in state.exact.items() if number in live}
        state.pages = {url: number for url, number in state.pages.items() if number in live}
        groups = {key: [number for number in group if number in live] for key, group in state.groups.items()}
        state.groups = {key: group for key, group in groups.items() if group}
        shares = {key: [share for share in kept if self._held(share)] for key, kept in state.shares.items()}
        state.shares = {key: kept for key, kept in shares.items() if key in state.groups}
        state.between = [share for share in state.between if self._held(share)]

    def _held(self, share: Share) -> bool:
        return share.earlier in self.state.numbers and share.later in self.state.numbers

    def _id(self, group: int) -> str:
        return f"family:{self.state.held[group].id}"

    def _family(self, group: int) -> Family:
        state = self.state
        shares = tuple(state.shares.get(group, ()))
        laters = {share.later for share in shares}
        members = [state.held[number] for number in state.groups[group]]
        ordered = sorted(
            enumerate(members), key=lambda item: (item[1].id in laters, not item[1].when, item[1].when, item[0])
        )
        relations = {share.relation for share in shares}
        relation: Relation = next(iter(relations)) if len(relations) == 1 else "rewrite"
        return Family(
            self._id(group),
            tuple(held.id for _, held in ordered),
            _origin([held for _, held in ordered]),
            relation,
            shares,
        )


def _is_family(shared: Alignment, a: Prepared, b: Prepared) -> bool:
    """Whether two texts share so many words that one must have them from the other, or both from a third."""
    shorter = min(len(a.words), len(b.words))
    part = max(shared.of_a, shared.of_b)
    if shorter == len(a.words) == len(b.words) and shorter >= LEAST_EXACT and (a.words.hashes == b.words.hashes).all():
        return True
    if shorter < SHORT:
        return part >= SHORT_PART and shared.own >= SHORT_WORDS
    return part >= LEAST_PART and shared.shared >= LEAST_WORDS and shared.own >= LEAST_OWN


def _is_update(a: Article, b: Article, shared: Alignment) -> bool:
    """Whether one address was printed twice with some of its text kept."""
    return bool(a.url) and a.url == b.url and shared.own >= LEAST_OWN


def _share(a: Article, b: Article, shared: Alignment, a_first: bool, known: bool) -> Share:
    earlier, later = (a, b) if a_first else (b, a)
    of_earlier, of_later = (shared.of_a, shared.of_b) if a_first else (shared.of_b, shared.of_a)
    relation: Relation = "rewrite"
    kept = min(of_earlier, of_later)
    same_outlet = bool(a.outlet) and a.outlet == b.outlet and is_reprint(a) == is_reprint(b)
    if (a.url and a.url == b.url) or (same_outlet and kept >= (RETITLED if a.title != b.title else LEAST_PART)):
        relation = "update"
    elif of_later >= COMPLETE:
        relation = "copy"
    return Share(earlier.id, later.id, relation, shared.as_passages(swap=not a_first), of_earlier, of_later, known)


def _through(pairs: list[tuple[Span, Span]], earlier: Held) -> list[Span]:
    """The later text's spans that stand for words which hold the earlier one in its family.

    All of them when the earlier text is an original; else those that it has itself from its family: what it added or
    pasted from elsewhere ties its copies to it, but not to its family.
    """
    held = [span for tie in earlier.ties if tie.later for span in tie.spans]
    if not held:
        return [later for _, later in pairs]
    found = []
    for first, second in pairs:
        scale = (second.end - second.start) / max(1, first.end - first.start)
        for span in held:
            start, end = max(first.start, span.start), min(first.end, span.end)
            if start < end:
                moved = [second.start + int((at - first.start) * scale) for at in (start, end)]
                found.append(Span(*moved))
    return found


def _coherent(ties: list[Tie], new: Tie) -> bool:
    """Whether a new share concerns the words that hold an article in its family.

    An original may be copied anywhere. Without this, a page that pastes two agencies' reports would make one family of
    both.
    """
    holding = [tie for tie in ties if tie.later] or (ties if new.later else [])
    if not holding:
        return bool(new.spans)
    return any(tie.update or new.update or much_overlap(tie.spans, new.spans) for tie in holding)


def _origin(members: list[Held]) -> str | None:
    """The agency or outlet that most members name as the text's own; else the outlet of the first; else None."""
    named = Counter(name for held in members if (name := whole_creditor(held.credits)))
    if named:
        return min(named, key=lambda name: (-named[name], name))
    return members[0].outlet or None
