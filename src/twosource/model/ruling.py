"""What a person decided about a fact or an entity."""

from typing import Literal

import msgspec

Action = Literal["confirm", "reject", "merge", "split", "undo"]


class Ruling(msgspec.Struct, frozen=True):
    """A person's own judgement: appended, never changed, applied on every rebuild; "undo" takes an earlier one back.

    `target` is the id of a fact or an entity, and of the ruling for "undo". `others` are the ids that are merged into
    the target; for "split" the ids or places of claims (of a fact) or the names (of an entity) that leave it. `when` is
    an ISO 8601 instant with zone, `who` a person's name, `id` unique among rulings.

    `anchors` say what was judged when it was judged, so that the ruling holds when the ids of facts and entities change
    as articles are added: for the target and for each of the `others` that is a fact or an entity, in that order, the
    places it was made of, ``"ARTICLE:START-END:KIND"`` for a claim and ``"ARTICLE:START-END"`` for a name. Without
    anchors a ruling holds wherever the ids are found. `story` is the story it was made on, "" when it was on none.
    """

    id: str
    action: Action
    target: str
    who: str
    when: str
    others: tuple[str, ...] = ()
    note: str = ""
    story: str = ""
    anchors: tuple[tuple[str, ...], ...] = ()
