"""Who else carries what is told. What these modules add to a fact carries it and never confirms it."""
