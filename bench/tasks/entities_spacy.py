"""The peer of `entities`: the spaCy model's own labels, nothing else."""

from twosource.annotate.parse import parse
from twosource.model import Article

TYPES = {
    "PERSON": "Person",
    "ORG": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "NORP": "Nationality",
    "CARDINAL": "Quantity",
    "ORDINAL": "Quantity",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
    "MONEY": "Money",
    "DATE": "Temporal",
    "TIME": "Temporal",
}


def predict(records, data):
    for record in records:
        doc = parse(Article(id=record["id"], text=record["text"])).doc
        yield {
            "id": record["id"],
            "pred": [
                {"start": ent.start_char, "end": ent.end_char, "type": TYPES[ent.label_]}
                for ent in doc.ents
                if ent.label_ in TYPES
            ],
        }
