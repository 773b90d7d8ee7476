"""Keep a library of articles, stories and rulings. Nothing here yet."""
