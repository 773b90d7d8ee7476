"""From accounts to a verdict: whose word stands behind each, and what keeps two sources from confirming each other."""
