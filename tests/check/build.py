"""Claims, voices and evidence made by hand for the tests of `check`."""

from twosource.model import Claim, Judgement, Span


def claim(article="a", kind="figure", value="17", low=None, high=None, at=0, **slots):
    """A claim with sensible slots; a number in `value` sets both bounds."""
    if kind == "figure" and low is None and high is None:
        low = high = float(value)
    slots.setdefault("measure", "dead")
    span = Span(at, at + len(value))
    return Claim(
        id=f"{article}:{at}",
        kind=kind,
        article=article,
        span=span,
        focus=span,
        value=value,
        low=low,
        high=high,
        **slots,
    )


def by_name(a, b):
    """Two claims are independent when neither their origins nor their carriers are the same."""
    first, second = (c.chain[-1] if c.chain else c.article for c in (a, b))
    if first == second:
        return Judgement("no", f"both come from {first}")
    if "officials" in (first, second):
        return Judgement("unsure", "an unnamed source may be anybody")
    return Judgement("yes", f"{first} and {second} are different bodies")
