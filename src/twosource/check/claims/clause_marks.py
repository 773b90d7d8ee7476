"""The words and marks by which a clause is cut from its sentence.

Reads   nothing
Gives   patterns: where a clause may begin and end, what says that it is not so, what only describes
Misses  other languages
"""

import re

from twosource.text.calendar import WEEKDAY

DEEPEST = 2
"""Clauses above one that its words are looked for in: "he is said to have been believed to be abroad"."""

LONGEST = 45
"""Words of a clause at the most: what is longer is told as far as its own last part."""

OPENING = 12
"""Words before a verb at the most where a sentence is told from its beginning."""

NEAR = 12
"""Characters between "and" and a verb that it joins: an adverb may stand there."""

HEADLINE = 20
"""Words of a headline at the most."""

BEING = re.compile(r"\b(?:was|were|is|are|am|be|been|being|get|gets|got|getting)\b|[’']s\b|[’']re\b", re.I)
"""A verb that makes a participle a passive of its own."""

MODAL = re.compile(r"\b(?:may|might|could|would|should|must|can|cannot|ought|need|has\s+to|have\s+to)\b|[’']d\b", re.I)
"""A verb by which a clause says itself that what it tells is not done, or not known to be."""

CONDITION = re.compile(
    r"\b(?:allegations?|claims?|rumou?rs?|suggestions?|fears?|suspicions?|accusations?|possibility|chance|risk|belief|theory)"
    r"(?:\s+(?:by|from)\s+[^,;:.]{1,30})?\s+that\s+$"
    r"|\b(?:possible|likely|unlikely|unclear|doubtful|no[\s\"“”`']+(?:evidence|proof|sign|indication|suggestion|doubt|information"
    r"|reason\s+to\s+(?:believe|think|suspect))[\"“”`']*)\s+(?:that\s+)?$"
    r"|\bnor\s+that\s+$"
    r"|\b(?:may|might|could|would|must)\s+(?:\w+\s+)?(?:mean|suggest|indicate|imply)\s+(?:that\s+)?$"
    r"|\bto\s+(?:\w+ly\s+)?(?:prove|show|demonstrate|ensure|guarantee|pretend|suggest|argue|claim|imply|believe|mean|make\s+sure"
    r"|(?<!\bon to )(?<!continued to )say)\s+(?:that\s+)?$"
    r"|\b(?:if|whether|unless|lest|in\s+case|as\s+though|(?:did|do|does|could|would)(?:\s+not|n[’']t)\s+deny)\b[^,;:]*$",
    re.I,
)
"""What stands before a clause that is asked, or only so on a condition."""

NOT_YET = re.compile(r"\b(?:until|till|once|when|as\s+soon\s+as|before|by\s+the\s+time)\b[^,;:]*$", re.I)
"""What stands before a clause in the present that is still to come true: "until the flaw is mended"."""

FRONTED = re.compile(r"^\W*(?:if|unless|until|once|should|assuming|provided)\b[^,;]*,\s*$", re.I)
"""A condition that a sentence begins with, as far as the clause that depends on it."""

SET_ON = re.compile(r",\s+(?:if|unless|provided|assuming|but\s+only)\b", re.I)
"""A condition behind a comma."""

POINTS = re.compile(
    r"^\W*(?:(?:in|with|of|to|by|for|from|during|after|before|on|at|under|through|into|about)\s+)?(?:whom|whose|which|who)\b|^\W*(?:what|why|how|whether|if|when|where)\b",
    re.I,
)
"""How a clause begins that says more of what stands before it, or asks."""

UNDONE_BEFORE = re.compile(r"\b(?:as|than|if|when|once|until|though|although|unless|where|while|or|nor)\s+$", re.I)
"""Before a participle that tells no deed of its own: "as required by law", "if convicted"."""

LINKED = re.compile(
    r"(?:\b(?:who|which|that|and|but|or|nor|then|yet|so|as)\b|[,;:–—()“”\"’'`-]|^)\s*"
    r"(?:(?:\w+ly|also|later|then|now|still|soon|even|just|again|once|twice|never|first|not|all|both|since|already"
    r"|eventually|often|sometimes|almost|always|ever|only"
    r"|instead|in\s+fact|in\s+turn)\s+){0,2}$",
    re.I,
)
"""What stands before a verb whose subject stands further ahead."""

BESIDE = re.compile(r"^[\s,]*(?:(?:\w+ly|then|also|once|now|since|already|later|first|not|not\s+yet)\s*)?$", re.I)
"""What may stand between a noun and a participle that tells what befell it."""

FURTHER = re.compile(r"\s(?:of|in|over|for|on|at|from|with|by|to|about|and|against|near)\s", re.I)
"""What joins a noun to another that a participle behind both may be of."""

PART_OF = re.compile(
    r"^(?:one|two|three|four|five|six|some|many|most|several|all|both|none|each|half|dozens|hundreds|thousands|\d+)"
    r"\s+of\s",
    re.I,
)
"""Some of many: "two of the men"."""

JOINED = re.compile(r"(?:\band|\bbut|,)\s+(?:(?:\w+ly|then|also|later|soon|finally|not)\s+)?$", re.I)
"""Before a participle that is one of several."""

DESCRIBES = frozenset(
    {"base", "locate", "situate", "age", "leave", "limit", "design", "intend", "name", "call", "nickname", "entitle",
     "title", "dress", "clothe",
     "clad", "root", "fit", "suit", "mean", "concern", "involve", "mix", "date", "compare", "give", "compound",
     "face", "pose", "aim", "affiliate", "spark"}
)  # fmt: skip
"""Verbs whose participle says what a thing is like."""

NO_ONE = re.compile(
    r"^\W*(?:any|anyone|anybody|anything|every|each|either|whoever|whatever|someone|somebody|no|not)\b", re.I
)
"""Whom a clause behind it only describes: "any way connected", "everyone who came"."""

TITLED = "".join(
    rf"(?<!\b{title})"
    for title in ("Dr", "Mr", "Mrs", "Ms", "St", "Gov", "Sen", "Rep", "Gen", "Capt", "Sgt", "Lt", "Col", "Rev", "Prof")
)
"""What no full stop ends that stands behind it: "the death of Dr. Lowe"."""

MARK = re.compile(
    r"[;:()?!]|,(?!\d)(?!\s\d{3}\b(?<=\d, \d{3}))|[–—]|\s[-_]+\s|(?<![A-Z.])"
    + TITLED
    + r"\.(?=\s+[A-Z“\"`]|\s*[”\"'’]*\s*$)|\n"
)
"""Where a clause may end; wire copy has an underscore for a dash."""

AND = re.compile(r",?\s+(?:and|but|or|nor|yet|so)\s+", re.I)

FINITE = re.compile(r"\b(?:can|could|may|might|must|should|would|will|cannot)\s+(?:\w+\s+){0,3}$", re.I)
"""A modal verb right before another."""

SIDE = re.compile(
    r"\s+(?:just\s+|shortly\s+|even\s+)?(?:as|while|when|after|before|because|since|although|though|whereas)[\s\"“`'‘]+$",
    re.I,
)
"""What joins a second deed to one that is so without it."""

HELPING = re.compile(
    r"(?:\s+(?:has|have|had|was|were|is|are|be|been|being|will|would|could|can|may|might|must|should|did|does|do|not"
    r"|also|now|then|later|still|already|never|ever|both|all|just|even|only|\w+ly))*\s*$",
    re.I,
)
"""Helping verbs and adverbs before a verb."""

REST = 18
"""Words behind a comma that are told with what stands before it."""

SOURCE = re.compile(r"\baccording\s+to\b|\b(?:said|says|told|report(?:s|ed)?)\b|[–—]|\s[-_]+\s", re.I)
"""What tells in the rest of a sentence who says so, or begins another part of it."""

BESIDES = re.compile(
    r",\s+(?:who|which|that|whose|where|when|while|as|but|because|so|although|though|and|or|if)\b", re.I
)
"""What begins another clause behind a comma."""

CLOSED = re.compile(r"[;:?!]|(?<![A-Z.])\.(?=\s*[”\"'’)]*\s*$)|\n")
"""What ends the rest of a sentence."""

LIST = re.compile(
    r"(?:,\s+[^,;:.()\n]{1,60}){1,8}?(?:,?\s+(?:and|or)\s+|,\s+(?:and|or)\s+)[^,;:.()\n]{1,60}(?=[,;:.()\n]|$)"
)
"""The rest of a list: ", tight end Lee Cobb and guard Jim Oates on the injured list"."""

ENDED = re.compile(r"[.!?:;,…][\s\"“”’'`)\]]*$")
"""How a sentence ends that is no headline."""

DANGLING = re.compile(
    r"\b(?:an?|the|and|or|but|as|than|that|which|who|such|his|her|their|its|is|was|were|are|be|not|including"
    r"|saying|stating|adding|until|because|while|if|when|where|whether|based|located|situated)$"
    r"|(?<!\bas\s)\b(?:he|she|it|they|who|which|that)\s(?:could|would|will|can|may|might|must|should|had|has|have)$",
    re.I,
)
"""What no clause ends in."""

STRANDED = re.compile(r"\b(?:of|to|for|with|at|from|by|into|about)$", re.I)
"""What a clause ends in only where a mark ends it too: "easy to work with"."""

DATED = re.compile(rf"^{WEEKDAY}\s+(?!night|morning|afternoon|evening)(?=\w)")
"""A day before a clause that dates the verb of saying: "confirmed Wednesday owner Tom Lee had left"."""

PARTIES = ("subject", "object", "indirect", "agent")
PERSONS = frozenset({"he", "she", "him", "her"})
POINTERS = PERSONS | {"they", "them", "it"}
DOTTED = re.compile(r"(?:\b[A-Za-z]\.\s?[A-Za-z]\.|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|Mr|Mrs|Dr|Bros))$")
"""An end whose dot belongs to its last word."""

QUOTES = (("“", "”"), ("``", "''"), ("‘", "’"))


DETERMINED = re.compile(r"(?:the|an?|some|many|several|all|his|her|its|their|this|that|these|those)\b", re.I)

SUPPOSED = re.compile(r"\b(?:allegedly|reportedly|apparently|supposedly|purportedly|possibly|probably)\b", re.I)
"""What a first verb has before it that holds for those joined to it."""

PART = re.compile(r"\b(?:of|to|in|with|by|from|at|on|into|about|between|among|including|like)\s+$", re.I)
"""Before a noun that is a part of another: that one is the subject."""

PLACED = re.compile(r"\b(?:in|at|on|near|from|to|into|before)\s+$", re.I)
"""Before where or when something was: a participle behind a comma may be of somebody else."""

ALONE = re.compile(
    r"^\W*(?!.*\b(?:and|but|so|because|while|although|though|as|when|if|that|or|since|yet|for|nor|which|who|where"
    r"|after|before|until|till|once|unless|(?!during|following|morning|evening)\w{2,}ing)\b)"
    r"(?:\w+\s+){1,2}$",
    re.I,
)
"""A word or two before the first part of a clause that belong to it: "Just", "Hours"."""


SUBJECT = re.compile(r"^([^,]{1,40}), (?=(?:was|were|is|are|has|have|had|will)\b)")
"""A name that a comma parts from its verb, as its other comma stands before it."""


SAID = re.compile(r",\s+(?:said|says|say)\s.*$")
"""Who said so, behind what was said."""

LINE = re.compile(
    r"^\W*(?:[A-Z][A-Z .]+|[A-Z][\w ]+,\s+[A-Z][a-z]+\.?(?:\s+\d{1,2})?)(?:,\s+[A-Z]\w+\.?(?:\s+\d{1,2})?)?"
    r"(?:\s+\([A-Za-z]+\))?\s+[-–—]+\s+"
)
"""A dateline before a sentence: "NAPLES, May 3 (NNA) - "."""

TIMED = re.compile(r"\w\s+(?:after|before|since|when|while)\s+$", re.I)
"""What binds a clause to the time before it: "the morning after they lost"."""

THAT = re.compile(r"(?<!\bnow)\s+that\s+$", re.I)
"""What makes a clause the content of a noun before it: "reports that"."""

LED_IN = re.compile(
    r",?\s+(?:(?:just|shortly|soon|long|even|only)\s+)?"
    r"(?:until|before|after|because|while|unless|when|since|although|though|if|whereas)[\s\"“`'‘]+$",
    re.I,
)
"""What leads in a clause of which only the subject would be told."""

CLAUSAL = re.compile(r"\s+(?:when|while|because(?!\s+of\b)|although|though|whereas)\s", re.I)
"""What always begins a clause."""

ONE_COMMA = re.compile(r"\s*,(?!\s*(?:\d|(?:Jr|Sr|Inc|Ltd|LLC|Co|Corp)\b))(?!.*\band\b)")
"""A comma behind a subject that is no part of a name, a number or a list."""


ASKED = re.compile(r"\?[\s\"“”’'`)]*$")
"""The end of a sentence that asks."""

BROKEN = re.compile(r"(?:[ \t]*\n){1}[ \t]*[a-z]")
"""What stands behind a line that breaks off within a sentence."""

PROMISED = re.compile(
    r"\b(?:promis\w+|vow\w*|pledg\w+|threaten\w*|refus\w+|demand\w*|insist\w*|wait\w*|plan(?:s|ned|ning)?|want\w*|will|would"
    r"|agree\w*|order\w*|urg\w+|ask\w*|request\w*|call\w*\s+(?:on|for))\b"
    r"[^;:.]*\b(?:until|till|unless|before|once)\s+$",
    re.I,
)
"""What stands before a clause that must come true for what is wanted or promised before it."""

LATER = re.compile(
    r"(?:,\s+|\s+)(?:just\s+|shortly\s+|even\s+)?(?:after|before|since|until|because|while|when|as)\s+(?:\w+\s+){0,3}\w+$",
    re.I,
)
"""The beginning of another clause at the end of one."""

UNFINISHED = re.compile(r"\b(?:will|would|can|could|may|might|must|should|shall),\s", re.I)
"""A modal verb that a comma parts from its verb: what stands between or before them is lost."""

TORN = re.compile(r"\.\s?\d")
"""What stands behind a number that lost its decimals."""

WHO = re.compile(r"\bwho\s+(?:\w+\s+){0,2}$", re.I)
