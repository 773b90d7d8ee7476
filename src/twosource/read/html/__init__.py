"""Read HTML pages: tree, layout, choice of the article's text, and what the page states of itself."""
