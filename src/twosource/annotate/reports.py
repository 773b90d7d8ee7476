"""Find reported speech and thought: verbs with a clause or phrase, tags in mid-sentence, "according to", "reportedly".

Reads   the parse, the layout of quotations and units
Gives   Draft of form "indirect"
Misses  idioms of several words ("made it clear that"), content understood from the sentence before
"""

from dataclasses import replace

from spacy.tokens import Token

from twosource.annotate import contents, cues, labels, sources
from twosource.annotate.contents_clauses import Content
from twosource.annotate.cues import SAYS, Frames
from twosource.annotate.drafts import Draft, draft, offsets
from twosource.annotate.layout import Layout, Unit
from twosource.annotate.sources import Phrase
from twosource.annotate.tokens import TENSED, tree
from twosource.model import Span
from twosource.text.lexicon import mapping, words

CITING = frozenset({"cite", "quote"})
UNREAL = frozenset({"might", "may", "could", "should", "must", "would"})


def of_verb(verb: Token, frames: Frames, layout: Layout, unit: Unit) -> Draft | None:
    """Return what a verb of the lexicon reports by clause, object or preposition."""
    if not frames or verb.dep_ in ("amod", "compound"):
        return None
    first, last = cues.group(verb)
    passive = sources.passive(verb)
    letting = _letting(verb)
    if letting is not None:
        frames, first = dict.fromkeys(frames, SAYS), cues.group(letting)[0]
    content, head = _content_and_source(verb, letting or verb, frames, layout)
    source = sources.phrase(head, layout, verb) if head is not None else None
    bare = head is None or (content is None and not any(child.dep_ in sources.DOERS for child in verb.children))
    if bare and not passive and ("that" in frames or "quote" in frames) and (torn := sources.torn(verb, unit)):
        source, reading = torn, frames.get("that") or frames["quote"]
        content = Content(((unit.start, layout.doc[torn.first].idx),), reading)
    if source is not None and (opener := labels.opener_of(verb, frames)) is not None and opener.i > source.head.i:
        source = source._replace(last=min(source.last, opener.i - 1))
    if sources.inverted(verb) is not None:
        content = None
    if content is None and not passive and ("that" in frames or "quote" in frames):
        content = _parenthetical(verb, first, last, frames, layout, unit)
    if source is not None and _is_said(source, verb, layout):
        source = None  # 'called him an "idiot," pointing to a photo': the idiot is what was said
    if content is None or (source is None and not passive) or _hypothetical(letting or verb, source):
        return None
    if verb.dep_ == "acl" and verb.head.dep_ == "dobj" and cues.is_light(verb.head.head.lemma_):
        giver = sources.subject(verb.head.head)  # "The council issued a statement calling ..."
        first = cues.group(verb.head.head)[0] if giver is not None else first
        source = sources.phrase(giver, layout, verb.head.head) if giver is not None else source
    if content.preposition is not None and content.preposition.i == last + 1:
        last += 1
    ranges = [*content.ranges, *_relative(verb, source, layout)]
    return draft(verb, source, (first, last), ranges, content.reading, layout)


def _content_and_source(
    verb: Token, doing: Token, frames: Frames, layout: Layout
) -> tuple[Content | None, Token | None]:
    """What a verb reports and the head of whoever does it, each None where the sentence does not tell it.

    `doing` is the verb whose subject that is. The first shape of sentence that fits decides.
    """
    telling = frames.get("that")
    if (cites := _cites(verb)) is not None:
        thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        content = Content(((thing.left_edge.idx, cites[1].idx),), frames.get("np", SAYS)) if thing is not None else None
        return content, sources.subject(cites[0])
    if telling is not None and (parted := sources.enclosed(verb)) is not None:
        return Content((tree(parted.thing), _behind(parted)), telling), parted.speaker
    passive = sources.passive(verb)
    if telling is not None and not passive and (broken := _broken_off(verb)) is not None:
        return Content(((broken[1].idx, tree(broken[1].head)[1]),), telling), sources.subject(verb)
    if passive:
        return labels.called(verb, frames) or contents.of_passive(verb, frames), labels.caller(verb, frames)
    if telling is not None and (gap := _gap(verb)) is not None:
        return Content((tree(gap[1]),), telling), gap[0]
    return contents.after(verb, frames, layout), sources.subject(doing)


def _is_said(source: Phrase, verb: Token, layout: Layout) -> bool:
    """Whether a source is the end of a quotation that a comma or stop closes, and its cue stands outside."""
    quote = layout.quote_at(source.head.idx)
    return quote is not None and not layout.quoted(verb) and quote.inner(layout.text).rstrip()[-1:] in ENDED


ENDED = (",", ".", "?", "!")


def _behind(parted: sources.Enclosed) -> tuple[int, int]:
    """What goes on behind a tag that parts a sentence, without a speaker that was taken for its subject."""
    start, end = tree(parted.clause)
    last = parted.speaker.right_edge
    return max(start, last.idx + len(last)) if last.i < parted.clause.i else start, end


def _gap(verb: Token) -> tuple[Token, Token] | None:
    """The speaker and the verb of what is told of a thing: "a law that critics say failed the poor".

    The parser takes the relative word for a subject of "say" then, and "failed" for the sentence's.
    """
    told = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    subjects = [child for child in verb.lefts if child.dep_ in sources.DOERS]
    if told is None or verb.dep_ != "relcl" or told.tag_ not in TENSED or told.head is verb:
        return None
    if len(subjects) < 2 or subjects[0].lower_ not in sources.RELATIVES:
        return None
    return None if any(child.dep_ in ("nsubj", "nsubjpass") for child in told.lefts) else (subjects[-1], told)


def _letting(verb: Token) -> Token | None:
    """The "let" of "let residents know that the bridge is open": whoever lets them know says so."""
    let = verb.head
    beside = let.i < verb.i <= let.i + REACH and verb.dep_ in ("ccomp", "xcomp", "conj")
    return let if verb.lemma_ == "know" and let.lemma_ == "let" and beside else None


def _broken_off(verb: Token) -> tuple[Token, Token] | None:
    """The participle and the "that" of a cue broken off before its clause: "Ora reported, citing police, that ..."."""
    doc, citing = verb.doc, None
    for index in range(verb.i + 1, min(len(doc), verb.i + 2 * REACH)):
        token, before = doc[index], doc[index - 1]
        if citing is None and index > verb.i + REACH:
            return None
        if citing is None and token.lemma_ in CITING and token.tag_ == "VBG" and before.text == ",":
            citing = token
        elif citing is not None and token.lower_ == "that" and before.text == "," and token.tag_ == "IN":
            return (citing, token) if index > citing.i + 2 else None
        elif token.tag_ in TENSED or token.is_sent_start or (token.is_punct and token.text not in (",", "'", "’", "-")):
            return None
    return None


REACH = 12
"""Tokens from a cue to the participle that breaks it off, and from there to "that"."""


def _cites(verb: Token) -> tuple[Token, Token] | None:
    """The cue that a participle breaks off, and the "that" of its clause."""
    if verb.lemma_ not in CITING or verb.tag_ != "VBG":
        return None
    for outer in reversed(verb.doc[max(0, verb.i - REACH) : verb.i]):
        if outer.pos_ == "VERB":
            found = _broken_off(outer) if "that" in cues.frames_of(outer) else None
            return (outer, found[1]) if found is not None and found[0] == verb else None
    return None


def _hypothetical(verb: Token, source: Phrase | None) -> bool:
    """Whether nobody has said or thought it yet: "to demand", "might say", "if she wants", "you know"."""
    top = cues.top_verb(verb)
    lefts = {child.lower_: child for child in top.lefts if child.dep_ in ("aux", "neg")}
    if top.tag_ == "VB" and "to" in lefts and top.dep_ not in ("ROOT", "conj"):
        return True
    if top.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in top.lefts):
        return True
    if source is not None and source.head.lower_ in ("you", "anyone", "nobody"):
        return True
    if source is not None and source.head.lower_ == "one" and source.first == source.last:  # not "one of the lawyers"
        return True
    return not UNREAL.isdisjoint(lefts) and not cues.negated(verb)


def _relative(verb: Token, source: Phrase | None, layout: Layout) -> list[tuple[int, int]]:
    """Return the relative word that the content continues ("helicopters *that* it said *were the delegation*")."""
    if source is None or source.first == 0 or source.head.i > verb.i:
        return []
    word = layout.doc[source.first - 1]
    return [(word.idx, word.idx + len(word))] if word.tag_ in ("WP", "WDT") and verb.dep_ != "ROOT" else []


def _parenthetical(verb: Token, first: int, last: int, frames: Frames, layout: Layout, unit: Unit) -> Content | None:
    """Return the clause that a tag at its end or in its middle speaks for ("The dam, she said, held")."""
    if any(child.dep_ in ("xcomp", "ccomp") for child in verb.rights) and sources.inverted(verb) is None:
        return None
    start, stop = contents.core(verb, first, last, layout, unit, frames)
    text = layout.text
    left_end, right_start = layout.doc[start].idx, layout.doc[stop].idx + len(layout.doc[stop])
    left = layout.back_over(left_end, " \t\n\u00a0", unit.start)
    reading = frames.get("that") or frames["quote"]
    own = sources.inverted(verb) is not None or any(child.dep_ in sources.DOERS for child in verb.children)
    opener = layout.doc[start - 1] if start > unit.first else None
    if opener is not None and opener.lower_ == "as" and own:
        return Content(((unit.start, opener.idx), (right_start, unit.end)), reading)
    if not own or left == unit.start or text[left - 1] not in ",—–-―":
        return None
    if sources.inverted(verb) is not None:
        return Content(((unit.start, left_end),), reading)
    main = _main(verb)
    after = text[right_start : min(unit.end, right_start + 20)].lstrip()
    if after and after[0] not in ",;:.—–-―!?)":
        return None
    resumes = after[:1] in (",", "—", "–", "-", "―")
    if main is None:
        if not resumes or any(token.tag_ in TENSED for token in layout.doc[unit.first : start]):
            return None
        return Content(((unit.start, left_end), (right_start, unit.end)), reading)
    ranges = [(unit.start, left_end)]
    while main.dep_ in ("aux", "auxpass"):
        main = main.head
    if tree(main)[1] > right_start + 1 and not after.lstrip(" ,").startswith("while "):
        ranges.append((right_start, min(tree(main)[1], unit.end)))
    ranges += [tree(child) for child in verb.rights if _goes_on(child)]
    return Content(tuple(ranges), reading)


def _main(verb: Token) -> Token | None:
    """Return the clause that a tag interrupts or follows, as far as the parse shows it."""
    before = next((child for child in verb.lefts if child.dep_ in ("ccomp", "advcl", "dep", "parataxis")), None)
    if before is not None:
        return before
    return verb.head if verb.dep_ in ("parataxis", "ccomp", "advcl", "dep", "conj") else None


def _goes_on(child: Token) -> bool:
    """Whether what hangs on a tag is more of what was said: a coordinate clause with its own subject, and no cue."""
    if child.dep_ != "conj" or cues.verb_frames(child.lemma_):
        return False
    return any(inner.dep_ in ("nsubj", "nsubjpass", "expl") for inner in child.lefts)


def cited(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """Return, for "CNN reported that ..., citing two officials", what the officials said, within what CNN did."""
    heads = {made.token.i: made for made in drafts}
    found = []
    for made in drafts:
        verb = made.token
        cites = _cites(verb)
        outer = heads.get(verb.head.i if cites is None else cites[0].i)
        thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        if verb.lemma_ not in CITING or verb.tag_ != "VBG" or outer is None or outer is made or thing is None:
            continue
        source = sources.phrase(thing, layout, verb)
        if source is not None and cites is not None:
            source = source._replace(last=cites[1].i - 2)
        if source is not None and _speaks(thing):
            holes = (*outer.holes, made.cue_range, offsets(layout, source.first, source.last))
            found.append(Draft(verb, source, made.cue, outer.ranges, holes, SAYS, outer=outer.token))
    return [made for made in found if made.content(layout)]


def relayed(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """Return what "X quoted Y as saying" leaves open: X where it is the agent of a passive, and what stands before.

    "The dam held, Ora quoted an engineer as saying": the clause is what the engineer said, within what Ora did.
    """
    heads = {made.token.i: made for made in drafts}
    found = []
    for verb in {made.token.i: made.token for made in drafts}.values():
        told, saying = _as_saying(verb)
        if told is None or saying is None:
            continue
        inner = heads.get(saying.i)
        if verb is saying and inner is not None and inner.outer is None and sources.passive(told):
            head = sources.agent(told)
            source = sources.phrase(head, layout, told) if head is not None else None
            if source is not None:
                made = draft(told, source, cues.group(told), inner.ranges, SAYS, layout)
                found += [made, replace(inner, outer=told)] if made is not None else []
        if verb is told and inner is None:
            found += _before(heads[told.i], told, saying, layout)
    return found


def _as_saying(verb: Token) -> tuple[Token | None, Token | None]:
    """The verbs of "quoted as saying" that one of the two stands in; (None, None) where it stands in none."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in CITING:
        return verb.head.head, verb
    if verb.lemma_ in CITING:
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ == "as":
                saying = next((one for one in child.rights if one.dep_ == "pcomp" and one.tag_ == "VBG"), None)
                return (verb, saying) if saying is not None else (None, None)
    return None, None


def _before(outer: Draft, told: Token, saying: Token, layout: Layout) -> list[Draft]:
    """The attributions of "..., X quoted Y as saying": both of the clause that stands before."""
    clause = next((child for child in told.lefts if child.dep_ == "ccomp"), None)
    thing = next((child for child in told.rights if child.dep_ == "dobj"), None)
    source = sources.phrase(thing, layout, saying) if thing is not None else None
    if clause is None or source is None:
        return []
    group = cues.group(told)
    made = [
        draft(told, outer.source, group, (tree(clause),), outer.reading, layout),
        draft(saying, source, cues.group(saying), (tree(clause),), SAYS, layout),
    ]
    return [replace(one, outer=told) if one.token == saying else one for one in made if one is not None]


def _speaks(head: Token) -> bool:
    """Whether a noun names someone, or something written, that can be quoted."""
    lemma = head.lemma_.lower()
    named = head.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
    kind = mapping("noun_kinds").get(lemma, "")
    return named or kind in ("person", "organisation") or lemma in words("attribution_speakers") | words("text_nouns")


def according(token: Token, layout: Layout) -> Draft | None:
    """Return the attribution of "according to X": the rest of its sentence."""
    unit = layout.unit_of(token)
    to = layout.doc[token.i + 1] if token.i + 1 < len(layout.doc) else None
    if unit is None or to is None or to.lower_ != "to":
        return None
    head = next((child for child in to.children if child.dep_ in ("pobj", "dobj")), None)
    source = sources.phrase(head, layout, to) if head is not None else sources.beside(layout, unit, to.i + 1, unit.last)
    if source is None:
        return None
    hole = (token.idx, layout.doc[source.last].idx + len(layout.doc[source.last]))
    made = Draft(token, source, Span(token.idx, to.idx + len(to)), ((unit.start, unit.end),), (hole,), SAYS)
    return made if made.content(layout) else None


def reckoned(token: Token, layout: Layout) -> Draft | None:
    """Return the attribution of "by X's count" and "by the count of X", set off by commas: the rest of its unit."""
    unit = layout.unit_of(token)
    noun = next((child for child in token.children if child.dep_ in ("pobj", "pcomp")), None)
    if unit is None or noun is None or noun.lower_ not in RECKONED or layout.quoted(token):
        return None
    end = noun.right_edge.i + 1
    opens, closes = token.i == unit.first, layout.doc[min(end, len(layout.doc) - 1)].text in (",", ".")
    if not opens and not (layout.doc[token.i - 1].text == "," and closes):
        return None
    owner = next((child for child in noun.lefts if child.dep_ in ("poss", "nsubj")), None)
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    behind = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    head = owner if owner is not None else behind
    if head is None:
        return None
    first, last = (head.left_edge.i, head.i) if head is owner else (head.left_edge.i, head.right_edge.i)
    cue = Span(token.idx, token.idx + len(token)) if head is behind else Span(noun.idx, noun.idx + len(noun))
    hole = (token.idx, layout.doc[end - 1].idx + len(layout.doc[end - 1]))
    made = Draft(token, Phrase(head, first, last), cue, ((unit.start, unit.end),), (hole,), SAYS)
    return made if made.content(layout) else None


RECKONED = frozenset({"account", "calculation", "count", "estimate", "estimation", "reckoning", "tally", "telling"})
"""What somebody makes of a thing: "by the guild's reckoning"."""


def _reports_itself(clause: Token) -> bool:
    """Whether a coordinate clause names a source of its own: "Webb reportedly quit and Ora says he was ill"."""
    own = any(child.dep_ in sources.DOERS for child in clause.lefts)
    return clause.dep_ == "conj" and own and "that" in cues.verb_frames(clause.lemma_)


def _opened(clause: Token) -> int:
    """Where a coordinate clause begins, its "and" included."""
    edge = clause.left_edge
    before = edge.doc[edge.i - 1] if edge.i else edge
    return before.idx if before.dep_ == "cc" else edge.idx


def adverb(token: Token, layout: Layout) -> Draft | None:
    """Return what an adverb such as "reportedly" reports: the clause it stands in; it has no source."""
    reading = cues.adverb_reading(token.lower_)
    clause = token.head
    if reading is None or layout.quoted(token):
        return None
    while clause.pos_ not in ("VERB", "AUX") and clause.dep_ != "ROOT":
        clause = clause.head
    unit = layout.unit_of(token)
    if clause.pos_ not in ("VERB", "AUX") or unit is None:
        return None
    while clause.dep_ in ("xcomp", "pcomp"):
        clause = clause.head
    start, end = tree(clause)
    end = min([end, *(_opened(child) for child in clause.rights if child.i > token.i and _reports_itself(child))])
    if clause.dep_ == "relcl":
        start = min(start, tree(clause)[0])
    ranges = [(max(start, unit.start), min(end, unit.end))]
    made = Draft(
        token,
        None,
        Span(token.idx, token.idx + len(token)),
        tuple(ranges),
        (offsets(layout, token.i, token.i),),
        reading,
    )
    return made if made.content(layout) else None
