"""Days of the week and months as English writes them, each as a part of a pattern.

Reads   nothing
Gives   WEEKDAY, MONTH, MONTH_SHORT: groups without a name, with no border at either end
Misses  what a day or month is of: the times of a text are read by `annotate`
"""

WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"

MONTH_SHORT = "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
