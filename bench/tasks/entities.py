"""Names, quantities and times as typed spans.

The data marks every mention, so pronouns and descriptions count; titles belong to a person's span.
"""

from twosource.annotate import annotate
from twosource.model import Article

KINDS = {"person": "Person", "organisation": "Organisation", "place": "Location", "group": "Organisation"}


def predict(records, data):
    for record in records:
        found = annotate(Article(id=record["id"], text=record["text"], title=record["title"]))
        yield {"id": record["id"], "pred": sorted(spans(found), key=lambda one: (one["start"], one["end"], one["type"]))}


def spans(found):
    """Yield a typed span for each mention."""
    titles = {role.value.holder_span: role.span for role in found.roles if role.value.holder_span}
    for name in found.names:
        kind = KINDS.get(name.value.kind)
        if name.value.kind == "group" and name.value.form == "name" and name.value.chain < 0:
            kind = "Nationality"
        if kind:
            place = titles.get(name.span, name.span)
            yield {"start": place.start, "end": place.end, "type": kind}
    for quantity in found.quantities:
        money = quantity.value.norm in MONEY
        yield {"start": quantity.span.start, "end": quantity.span.end, "type": "Money" if money else "Quantity"}
    for time in found.times:
        yield {"start": time.span.start, "end": time.span.end, "type": "Temporal"}


MONEY = frozenset({"dollar", "euro", "pound sterling", "yen", "rouble", "ruble", "yuan", "rupee", "franc", "cent"})
