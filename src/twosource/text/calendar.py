"""Days of the week and months as English writes them, each as a part of a pattern, and a day as ISO 8601 does.

Reads   nothing
Gives   WEEKDAY, MONTH, MONTH_SHORT: groups without a name, with no border at either end; the length of a day as data
Misses  what a day or month is of: the times of a text are read by `annotate`
"""

WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"

MONTH_SHORT = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"

ISO_DAY = len("2022-02-28")
"""Characters of a day in the order year, month, day: what is shorter names no day, what is longer a time too."""
