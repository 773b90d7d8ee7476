"""What one does is not carried by who tells what another did."""

from stories import contexts
from twosource.check.carry.sentences import another_does, shown_of, story_of
from twosource.check.claims.happenings import happenings


def test_the_sympathy_of_another_is_another_sympathy():
    texts = (
        "Ann Lowe expressed her condolences to the families of the victims.",
        "Tom Webb offered his condolences to the families of the victims of the fire.",
        "The clerk offered her condolences to the families of the victims.",
        "Condolences came from Ann Lowe, said Tom Webb.",
    )
    read = contexts(*texts)
    story = story_of(read)
    [told] = [claim for claim in happenings(read[0]) if claim.kind == "event"]
    others = {one.context.article.id for one in story.sentences if another_does(one, shown_of(told, story))}
    assert others == {"b"}
